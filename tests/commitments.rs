//! Commitments and obligations: filters, statuses, sides, and their forms.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use foedera::graph::{Graph, Scope, Slice, Status};
use foedera::pipeline::{Options, analyse};
use foedera::query::{Answer, CommitmentFilter, commitments, obligations, show};
use foedera::record::Binding;
use foedera::text::{FileRole, Files};
use foedera::time::Truth;
use serde_json::{Value, json};

const RECORDS: &str = r#"[
    Dataset(id: "t", title: "T", description: "T.", licence: "CC0-1.0", reference_date: "1990"),
    Entity(id: "a", kind: State, name: "A"), Entity(id: "b", kind: State, name: "B"),
    Entity(id: "base", kind: Base, name: "The base"),
    Entity(id: "committee", kind: Committee, name: "The committee"),
    Entity(id: "pact", kind: Treaty, name: "Pact"),
    Entity(id: "pact-article-2", kind: Provision, name: "Article 2", of: "pact", number: "2"),
    Entity(id: "pact-article-10", kind: Provision, name: "Article 10", of: "pact", number: "10"),
    Entity(id: "accord", kind: Treaty, name: "Accord"),
    Entity(id: "accord-article-2", kind: Provision, name: "Article 2", of: "accord", number: "2"),
    Commitment(id: "lend", kind: BasingAccess, name: "Lend a base", by: ["b"], to: ["a"],
        under: ["pact-article-10"], about: ["base"], binding: Legal,
        history: [(step: InForce, on: "1960-06-23", gloss: "It began.", by: "b")]),
    Commitment(id: "defend", kind: Defense, name: "Defend B", by: ["a"], to: ["b"],
        under: ["pact-article-2"], binding: Legal, history: [(step: InForce, on: "1960-06-23")]),
    Commitment(id: "consult", kind: Consultation, name: "Consult", by: ["a", "b"], to: ["a", "b"],
        under: ["pact"], binding: Political, history: [(step: Announced, on: "1985")]),
    Commitment(id: "give-back", kind: FacilityReturn, name: "Give back", by: ["a"], to: ["b"],
        under: ["accord-article-2"], about: ["base"], binding: Political,
        due: Within("1985-03", "P2Y", "P3Y"), history: [(step: Agreed, on: "1985-03")]),
    Commitment(id: "asked", kind: EconomicAid, name: "Aid", by: ["a"], to: ["b"], under: ["accord"],
        asked_by: ["committee"], binding: Unilateral, due: By("1989"),
        history: [(step: Recommended, on: "1986")]),
]"#;

fn graph(records: &str) -> Graph {
    let mut files: Vec<_> = foedera::vocabulary::built_in().collect();
    files.push(Files::from_bytes("test.ron", FileRole::Records, records.as_bytes()));
    let graph = analyse(&Files::new(files), &Options::default()).graph;
    assert_eq!(graph.records().defects, []);
    assert_eq!(graph.unresolved(), []);
    graph
}

fn scope(as_of: &str, certain: bool) -> Scope {
    let as_of = (!as_of.is_empty()).then(|| as_of.parse().unwrap());
    Scope { as_of, certain, ..Scope::default() }
}

/// The ids that fit, those of which it can't be told with a `?`.
fn found(graph: &Graph, as_of: &str, filter: &CommitmentFilter) -> Vec<String> {
    let slice = Slice::new(graph, scope(as_of, false));
    let mark = |fits| if fits == Truth::Unknown { "?" } else { "" };
    let matches = commitments(&slice, filter).matches;
    matches.iter().map(|found| format!("{}{}", found.node.id(), mark(found.fits))).collect()
}

#[test]
fn each_filter_picks_what_it_names() {
    let graph = graph(RECORDS);
    let node = |id: &str| Some(graph.find(id).unwrap().index());
    let all = CommitmentFilter::default();
    let ask = |filter: CommitmentFilter| found(&graph, "", &filter).join(" ");
    assert_eq!(ask(all.clone()), "lend defend consult give-back asked");
    assert_eq!(ask(CommitmentFilter { by: node("b"), ..all.clone() }), "lend consult");
    assert_eq!(ask(CommitmentFilter { to: node("a"), ..all.clone() }), "lend consult");
    assert_eq!(ask(CommitmentFilter { about: node("base"), ..all.clone() }), "lend give-back");
    let under = |id| ask(CommitmentFilter { under: node(id), ..all.clone() });
    assert_eq!(under("pact"), "lend defend consult", "an instrument includes its articles");
    assert_eq!(under("pact-article-2"), "defend");
    assert_eq!(under("accord"), "give-back asked");
    let kind = Some("Consultation".to_owned());
    assert_eq!(ask(CommitmentFilter { kind, ..all.clone() }), "consult");
    let binding = Some(Binding::Political);
    assert_eq!(ask(CommitmentFilter { binding, ..all.clone() }), "consult give-back");
    let statuses = vec![Status::InForce, Status::Recommended];
    assert_eq!(ask(CommitmentFilter { statuses, ..all.clone() }), "lend defend asked");
    assert_eq!(ask(CommitmentFilter { overdue: true, ..all.clone() }), "give-back");
    let due_before = Some("1989".parse().unwrap());
    assert_eq!(ask(CommitmentFilter { due_before, ..all.clone() }), "give-back");
    let due_before = Some("1989-06".parse().unwrap());
    assert_eq!(ask(CommitmentFilter { due_before, ..all }), "give-back asked?");
}

#[test]
fn as_of_a_day_what_cant_be_told_is_kept_and_marked() {
    let graph = graph(RECORDS);
    let all = CommitmentFilter::default();
    assert_eq!(found(&graph, "1960-06-22", &all), Vec::<String>::new());
    assert_eq!(found(&graph, "1960-06-23", &all), ["lend", "defend"]);
    let announced = CommitmentFilter { statuses: vec![Status::Announced], ..all.clone() };
    assert_eq!(found(&graph, "1985-02-01", &announced), ["consult?"]);
    assert_eq!(found(&graph, "1984", &announced), Vec::<String>::new());
    let early = CommitmentFilter { statuses: vec![Status::NotYet], ..all.clone() };
    assert_eq!(found(&graph, "1985-02-01", &early), ["consult?", "give-back", "asked"]);
    let late = CommitmentFilter { overdue: true, ..all.clone() };
    assert_eq!(found(&graph, "1988-03-01", &late), Vec::<String>::new());
    assert_eq!(found(&graph, "1988-03-15", &late), ["give-back?"]);
    assert_eq!(found(&graph, "1988-04-01", &late), ["give-back"]);
    let certain = Slice::new(&graph, scope("1988-03-15", true));
    assert!(commitments(&certain, &late).matches.is_empty());
    let table = commitments(&Slice::new(&graph, scope("1985-02-01", false)), &announced).text();
    assert!(table.contains("?  Consult"), "{table}");
    assert!(table.contains("announced in 1985"), "it names the date that decides: {table}");
}

#[test]
fn csv_and_json_carry_ids_and_days() {
    let graph = graph(RECORDS);
    let slice = Slice::new(&graph, scope("", false));
    let filter = CommitmentFilter { overdue: true, ..CommitmentFilter::default() };
    let answer = commitments(&slice, &filter);
    let csv = answer.table().unwrap().csv();
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(
        rows[1],
        "give-back,Give back,FacilityReturn,a,b,base,accord-article-2,,,political,certain,agreed,,\
         1987-03-01,1988-03-31,yes,one-sided,Type I: defense pact,yes"
    );
    let json = serde_json::to_value(answer.document()).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["question"], "commitments");
    assert_eq!(json["answer"]["as_of"], "1990");
    let row = &json["answer"]["commitments"][0];
    assert_eq!(row["id"], "give-back");
    assert_eq!(row["status"], json!({ "possible": ["agreed"], "words": "agreed" }));
    let words = "2 years to 3 years after March 1985";
    let due = json!({ "words": words, "earliest": "1987-03-01", "latest": "1988-03-31" });
    assert_eq!(row["due"], due);
}

/// The articles of an answer to `obligations`: basis, what `a` owes, what `b` owes.
fn sides(graph: &Graph, as_of: &str, all: bool) -> Vec<(String, String, String)> {
    let slice = Slice::new(graph, scope(as_of, false));
    let (a, b) = (graph.find("a").unwrap(), graph.find("b").unwrap());
    let json: Value = serde_json::to_value(obligations(&slice, a, b, all).body()).unwrap();
    let ids = |list: &Value| {
        let ids = list.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap());
        ids.collect::<Vec<_>>().join(" ")
    };
    let articles = json["articles"].as_array().unwrap().iter();
    let article = |article: &Value| {
        let basis = article["basis"]["id"].as_str().unwrap().to_owned();
        (basis, ids(&article["a_owes_b"]), ids(&article["b_owes_a"]))
    };
    articles.map(article).collect()
}

fn side(basis: &str, ours: &str, theirs: &str) -> (String, String, String) {
    (basis.into(), ours.into(), theirs.into())
}

#[test]
fn obligations_stand_side_by_side_in_the_order_of_articles() {
    let graph = graph(RECORDS);
    let expected = [
        side("pact", "consult", "consult"),
        side("pact-article-2", "defend", ""),
        side("pact-article-10", "", "lend"),
        side("accord-article-2", "give-back", ""),
    ];
    assert_eq!(sides(&graph, "", false), expected, "what was only asked for is not owed");
    let with_asked = sides(&graph, "", true);
    assert!(with_asked.contains(&side("accord", "asked", "")));
    let in_1961 = [side("pact-article-2", "defend", ""), side("pact-article-10", "", "lend")];
    assert_eq!(sides(&graph, "1961", false), in_1961);
    assert_eq!(sides(&graph, "1959", false), []);
}

#[test]
fn a_table_names_the_instrument_where_two_articles_have_one_number() {
    let graph = graph(RECORDS);
    let slice = Slice::new(&graph, scope("", false));
    let (a, b) = (graph.find("a").unwrap(), graph.find("b").unwrap());
    let text = obligations(&slice, a, b, false).text();
    assert!(text.contains("Article 2, Pact"), "{text}");
    assert!(text.contains("Article 2, Accord"), "{text}");
    assert!(text.contains("\nArticle 10  "), "{text}");
    for width in [60, 80, 120] {
        let fitted = obligations(&slice, a, b, false).fit(width);
        assert!(fitted.lines().all(|line| line.chars().count() <= width), "{width}:\n{fitted}");
    }
}

#[test]
fn show_tells_the_whole_history_of_a_commitment() {
    let graph = graph(RECORDS);
    let slice = Slice::new(&graph, scope("1988-03-15", false));
    let text = show(&slice, graph.find("give-back").unwrap()).text();
    for line in [
        "  binding: political\n",
        "  status: agreed\n",
        "  due: 2 years to 3 years after March 1985\n",
        "  overdue: can't tell\n",
        "  reciprocity: one-sided\n",
        "  COW class of the parties: Type I: defense pact\n",
        "  agreed: March 1985\n",
    ] {
        assert!(text.contains(line), "{line}\nnot in\n{text}");
    }
    let lend = show(&slice, graph.find("lend").unwrap());
    assert!(lend.text().contains("  in force: 23 June 1960 by B: It began.\n"), "{}", lend.text());
    let body = serde_json::to_value(lend.body()).unwrap();
    assert_eq!(body["commitment"]["history"][0]["by"], "b");
    assert_eq!(body["holds"], json!({ "truth": "yes", "decides": "the date 23 June 1960" }));
}
