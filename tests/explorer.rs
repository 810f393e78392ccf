//! The document of the explorer: every answer that it tells by day is the graph's own answer on that
//! day, and no text of a source is in it unless asked for.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]
#![allow(clippy::disallowed_methods, reason = "the test reads the sources of the page")]

use foedera::export::{ExplorerDocument, Passages, document, page, served_page};
use foedera::graph::{Graph, Standing, overdue};
use foedera::pipeline::{Options, analyse};
use foedera::text::{File, FileRole, Files};
use foedera::time::{AsOf, Date, Day, Extent, pieces};
use foedera::workspace;
use jiff::ToSpan;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static US_JAPAN: LazyLock<Graph> = LazyLock::new(|| {
    let workspace = workspace::open(Path::new("data/us-japan"), &[]).unwrap();
    analyse(&workspace.files, &Options::default()).graph
});

/// What is told of it.
static TOLD: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(document(&US_JAPAN, Passages::Hidden, None)).unwrap());

fn day(number: i32) -> Day {
    Day::constant(1970, 1, 1).saturating_add(number.days())
}

/// The value of the piece that a day lies in.
fn on(pieces: &Value, day: i32) -> &Value {
    let begun = |piece: &&Value| piece["from"].as_i64().is_none_or(|from| from <= i64::from(day));
    &pieces.as_array().unwrap().iter().rev().find(begun).unwrap()["is"]
}

/// Days near those on which an answer turns, and some between them.
fn days_to_ask(pieces: &Value) -> Vec<i32> {
    let turns = pieces.as_array().unwrap().iter().filter_map(|piece| piece["from"].as_i64());
    let near = turns.flat_map(|turn| (-3..=3).map(move |n| i32::try_from(turn).unwrap() + n));
    near.chain((-30_000..60_000).step_by(997)).collect()
}

#[test]
fn times_hold_on_every_day_as_extents_do() {
    let (graph, told) = (&*US_JAPAN, &*TOLD);
    for (number, edge) in graph.edges().enumerate() {
        let time = &told["times"]
            [usize::try_from(told["links"]["time"][number].as_u64().unwrap()).unwrap()];
        for asked in days_to_ask(&time["pieces"]) {
            let verdict = edge.extent().holds_on(&AsOf::from(day(asked)));
            let holds = on(&time["pieces"], asked);
            assert_eq!(
                holds["truth"],
                verdict.truth.to_string(),
                "{} on {}",
                time["words"],
                day(asked)
            );
            assert_eq!(holds["decides"].as_str(), verdict.decides.as_deref());
        }
    }
}

#[test]
fn commitments_stand_on_every_day_as_their_history_says() {
    let (graph, told) = (&*US_JAPAN, &*TOLD);
    let bodies = told["commitments"].as_array().unwrap();
    assert_eq!(bodies.len(), graph.records().commitments.len());
    for body in bodies {
        let id =
            told["nodes"]["id"][usize::try_from(body["node"].as_u64().unwrap()).unwrap()].as_str();
        let commitment = &graph.find(id.unwrap()).unwrap().commitment().unwrap().record;
        for asked in days_to_ask(&body["status"]).into_iter().chain(days_to_ask(&body["overdue"])) {
            let date = Date::from(day(asked));
            let standing = Standing::of(commitment, Some(&date));
            assert_eq!(
                on(&body["status"], asked)["words"],
                standing.to_string(),
                "{id:?} on {date}"
            );
            let late = overdue(commitment, &date).to_string();
            assert_eq!(on(&body["overdue"], asked), &Value::String(late), "{id:?} on {date}");
        }
    }
}

#[test]
fn pieces_turn_where_hand_worked_answers_do() {
    let extent = Extent::new().attested(&"1995-11".parse().unwrap());
    let extent = extent.ended_before(&"1996-05".parse().unwrap());
    let holds = pieces(extent.turns(), |day| extent.holds_on(&AsOf::from(day)).truth.to_string());
    // 1996-05-01 is day 9617; nothing tells when it began, nor on which day of November it was.
    let expected = [(None, "can't tell"), (Some(9617), "no")].map(|(d, t)| (d, t.to_owned()));
    assert_eq!(holds, expected);
}

#[test]
fn columns_are_of_equal_length_and_numbers_lead_somewhere() {
    let (graph, told) = (&*US_JAPAN, &*TOLD);
    let length = |value: &Value| value.as_array().unwrap().len();
    let columns = |columns: &Value, expected: usize| {
        for (name, column) in columns.as_object().unwrap() {
            assert_eq!(length(column), expected, "{name}");
        }
    };
    columns(&told["nodes"], graph.net().node_count());
    columns(&told["links"], graph.net().edge_count());
    let within = |numbers: &Value, table: &str| {
        let most = u64::try_from(length(&told[table])).unwrap();
        assert!(numbers.as_array().unwrap().iter().all(|n| n.as_u64().unwrap() < most));
    };
    within(&told["nodes"]["kind"], "kinds");
    within(&told["links"]["relation"], "relations");
    within(&told["links"]["stance"], "stances");
    within(&told["links"]["time"], "times");
    for cites in told["nodes"]["cites"].as_array().unwrap() {
        within(cites, "cites");
    }
    for view in told["views"].as_array().unwrap() {
        assert_eq!(length(&view["x"]), length(&view["nodes"]));
        assert_eq!(length(&view["y"]), length(&view["nodes"]));
        assert!(length(&view["nodes"]) > 0, "{}", view["id"]);
    }
}

#[test]
fn it_says_of_futenma_what_the_data_say() {
    let told = &*TOLD;
    let number = |id: &str| {
        let mut ids = told["nodes"]["id"].as_array().unwrap().iter();
        ids.position(|other| other == id).unwrap()
    };
    let futenma = number("return-of-futenma");
    let mut bodies = told["commitments"].as_array().unwrap().iter();
    let body = bodies.find(|body| body["node"] == futenma).unwrap();
    assert_eq!(body["by"][0], number("united-states"));
    assert_eq!(body["binding"], "political");
    // April 2001 to April 2003: 1996-04-01 and five years is day 11413; 1996-04-30 and seven, 12172.
    assert_eq!((&body["due"]["earliest"], &body["due"]["latest"]), (&11413.into(), &12172.into()));
    assert_eq!(on(&body["overdue"], 12172), "no");
    // A year after the last day on which anything is due.
    assert_eq!(told["last_day"], 12172 + 366);
    assert_eq!(told["reference_date"], "1996-05");
    assert_eq!(told["reference_day"], 9647);
    assert_eq!(told["walked"], serde_json::json!([0, 1]));
}

const TEXT: &str = "# One\n\nFirst it was so. Then it was otherwise. In the end it was over.\n";

fn small(with_text: bool) -> Graph {
    let hash = foedera::citation::sha256(TEXT);
    let records = format!(
        r#"[
    Dataset(id: "d", title: "D", description: "Tests.", licence: "CC0-1.0", reference_date: "2000"),
    Source(id: "s", kind: Publication, title: "S", text: (file: "s.txt", sha256: "{hash}")),
    Entity(id: "e", kind: State, name: "E", cites: [("s", "Then it was otherwise")]),
]"#
    );
    let records = Files::from_bytes("a.ron", FileRole::Records, records.as_bytes());
    let text = Files::from_bytes("s.txt", FileRole::SourceText, TEXT.as_bytes());
    let text: Option<File> = with_text.then_some(text);
    let files = foedera::vocabulary::built_in().chain([records]).chain(text);
    analyse(&Files::new(files), &Options::default()).graph
}

#[test]
fn passages_are_told_only_when_asked_for_and_at_hand() {
    let shown = |graph: &Graph, passages| -> ExplorerDocument { document(graph, passages, None) };
    let at_hand = shown(&small(true), Passages::Shown);
    let passage = at_hand.cites[0].passage.clone().unwrap();
    let expected = ["First it was so.", "Then it was otherwise.", "In the end it was over."];
    assert_eq!(passage, expected);
    let sentences = &at_hand.sources[0].sections[0].sentences;
    let covered: Vec<bool> = sentences.iter().map(|sentence| sentence.covered).collect();
    assert_eq!(covered, [false, true, false]);
    assert_eq!(sentences[2].text.as_deref(), Some(expected[2]));
    for hidden in [shown(&small(true), Passages::Hidden), shown(&small(false), Passages::Shown)] {
        let json = serde_json::to_string(&hidden).unwrap();
        assert!(!json.contains("First it was so"), "{json}");
    }
}

#[test]
fn a_page_holds_hostile_names_as_data() {
    let name = "</script><script>alert(1)</script>\u{2028}]]> <!-- \"";
    let records = format!(
        r#"[
    Dataset(id: "d", title: "D", description: "Tests.", licence: "CC0-1.0", reference_date: "2000"),
    Source(id: "s", kind: Background, title: "S", reference: "A book."),
    Entity(id: "e", kind: State, name: {}, cites: [("s")]),
]"#,
        foedera::record::quote(name)
    );
    let records = Files::from_bytes("a.ron", FileRole::Records, records.as_bytes());
    let files = foedera::vocabulary::built_in().chain([records]);
    let graph = analyse(&Files::new(files), &Options::default()).graph;
    let page = page(&document(&graph, Passages::Hidden, None));
    let (_, rest) = page.split_once(r#"<script type="application/json" id="graph">"#).unwrap();
    let (json, rest) = rest.split_once("</script>").unwrap();
    let told: Value = serde_json::from_str(json).unwrap();
    assert_eq!(told["nodes"]["name"][0], name);
    assert!(!json.contains('<') && !json.contains('\u{2028}'));
    assert!(!rest.contains("alert(1)") && !rest.contains("__FOEDERA_GRAPH__"));
    assert!(page.contains("connect-src 'none'"));
}

#[test]
fn the_page_to_be_served_may_ask_its_server_alone() {
    let page = served_page();
    assert!(page.contains("connect-src 'self'") && !page.contains("connect-src 'none'"));
    assert_eq!(page.matches("__FOEDERA_GRAPH__").count(), 1);
    assert!(page.contains("default-src 'none'"));
}

/// The files that the page is built from, by their path from `web/`, as `web/README.md` lists them.
fn sources_of_the_page() -> BTreeMap<String, PathBuf> {
    let web = Path::new("web");
    let named = ["../src/scene/tokens.json", "explorer.html", "package-lock.json", "package.json"];
    let named = named.into_iter().chain(["tsconfig.json", "vite.config.ts"]);
    let mut files: BTreeMap<String, PathBuf> =
        named.map(|name| (name.to_owned(), web.join(name))).collect();
    for folder in ["build", "src"] {
        for name in workspace::list_folder(&web.join(folder)).unwrap() {
            files.insert(format!("{folder}/{name}"), web.join(folder).join(name));
        }
    }
    files
}

#[test]
fn the_built_page_is_of_these_sources() {
    let mut hash = Sha256::new();
    for (name, path) in sources_of_the_page() {
        let bytes = std::fs::read(path).unwrap();
        let text = String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
        hash.update([name.as_bytes(), b"\0", text.as_bytes(), b"\0"].concat());
    }
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let meta = format!(r#"<meta name="ui-src" content="{hash}">"#);
    let stale = "assets/explorer.html is stale: run `npm ci && npm run build` in web/";
    assert!(served_page().contains(&meta), "{stale}");
}
