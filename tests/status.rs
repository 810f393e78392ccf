//! Statuses: the table row by row, cases by hand, and a naive enumeration of every reading.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]
#![allow(clippy::disallowed_methods, reason = "the test reads and rewrites docs/")]

use foedera::graph::{Graph, Reciprocity, Standing, Status, StatusRow, TABLE, due_before, overdue};
use foedera::pipeline::{Options, analyse};
use foedera::record::{Commitment, Step};
use foedera::text::{FileRole, Files};
use foedera::time::{Date, Truth};
use foedera::vocabulary::Cow;
use std::fs;

#[path = "status/naive.rs"]
mod naive;

/// The graph of a few records in RON.
fn graph(records: &str) -> Graph {
    let mut files: Vec<_> = foedera::vocabulary::built_in().collect();
    files.push(Files::from_bytes("test.ron", FileRole::Records, records.as_bytes()));
    analyse(&Files::new(files), &Options::default()).graph
}

/// A commitment with these further fields.
fn commitment(fields: &str) -> Commitment {
    let graph = graph(&format!(
        r#"[Commitment(id: "c", kind: Defense, name: "C", by: ["a"], to: ["b"], binding: Legal, {fields})]"#
    ));
    assert_eq!(graph.records().defects, []);
    graph.records().commitments[0].record.clone()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn standing(commitment: &Commitment, on: &str) -> Standing {
    Standing::of(commitment, Some(&date(on)))
}

fn told(commitment: &Commitment, on: &str) -> String {
    standing(commitment, on).to_string()
}

/// The table as the coding rules have it, written out by hand: step, then before, within and after
/// the term.
#[rustfmt::skip]
const BY_HAND: [(Step, [Status; 3]); 17] = {
    use Status as S;
    [
        (Step::Expected, [S::Expected; 3]),
        (Step::Proposed, [S::Proposed; 3]),
        (Step::Recommended, [S::Recommended; 3]),
        (Step::Announced, [S::Announced, S::Announced, S::Expired]),
        (Step::Agreed, [S::Agreed, S::Agreed, S::Expired]),
        (Step::Adopted, [S::Adopted, S::Adopted, S::Expired]),
        (Step::Signed, [S::Signed, S::Signed, S::Expired]),
        (Step::Ratified, [S::Signed, S::Signed, S::Expired]),
        (Step::InForce, [S::Signed, S::InForce, S::Expired]),
        (Step::Amended, [S::Signed, S::InForce, S::Expired]),
        (Step::Renewed, [S::Signed, S::InForce, S::Expired]),
        (Step::Denounced, [S::Denounced, S::Denounced, S::Expired]),
        (Step::Terminated, [S::Terminated; 3]),
        (Step::Partial, [S::Partial, S::Partial, S::Expired]),
        (Step::Fulfilled, [S::Fulfilled; 3]),
        (Step::Breached, [S::Breached, S::Breached, S::Expired]),
        (Step::Lapsed, [S::Lapsed; 3]),
    ]
};

#[test]
fn each_row_of_the_table_gives_its_statuses() {
    assert_eq!(TABLE.len(), BY_HAND.len());
    for (row, (step, [before, within, after])) in TABLE.iter().zip(BY_HAND) {
        assert_eq!(*row, StatusRow { step, before, within, after });
        let c = commitment(&format!(
            r#"term: "1961/1970", history: [(step: {step:?}, on: "1960-01-19")]"#
        ));
        let sure = |on| standing(&c, on).sure();
        assert_eq!(sure("1960-01-18"), Some(Status::NotYet), "{step:?}: the day before");
        assert_eq!(sure("1960-01-19"), Some(before), "{step:?}: on the day, before the term");
        assert_eq!(sure("1965"), Some(within), "{step:?}: within the term");
        assert_eq!(sure("1971"), Some(after), "{step:?}: after the term");
        let endless = commitment(&format!(r#"history: [(step: {step:?}, on: "1960")]"#));
        assert_eq!(standing(&endless, "1996").sure(), Some(within), "{step:?}: without a term");
    }
}

/// The table as the page of questions publishes it.
fn published() -> String {
    let mut page =
        "| last step | before the term | within it | after it |\n|---|---|---|---|\n".to_owned();
    for row in TABLE {
        let [before, within, after] = [row.before, row.within, row.after].map(Status::words);
        page += &format!("| {} | {before} | {within} | {after} |\n", row.step.word());
    }
    page
}

#[test]
fn the_published_table_is_the_table() {
    let path = "docs/queries.md";
    let page = fs::read_to_string(path).unwrap();
    let start = "<!-- the table: src/graph/status.rs -->\n";
    let (head, rest) = page.split_once(start).unwrap();
    let (table, tail) = rest.split_once("<!-- end of the table -->").unwrap();
    if std::env::var_os("BLESS").is_some() {
        let fresh = format!("{head}{start}{}<!-- end of the table -->{tail}", published());
        fs::write(path, fresh).unwrap();
    } else {
        assert_eq!(table, published(), "{path} is stale: run `just bless`");
    }
}

#[test]
fn what_is_only_asked_for_is_never_undertaken() {
    let asked = [Step::Expected, Step::Proposed, Step::Recommended];
    for row in TABLE.iter().filter(|row| asked.contains(&row.step)) {
        for status in [row.before, row.within, row.after] {
            assert!(!status.is_undertaken(), "{:?}", row.step);
        }
    }
    let over = [Step::Fulfilled, Step::Lapsed, Step::Terminated];
    for row in TABLE.iter().filter(|row| !asked.contains(&row.step)) {
        assert_eq!(row.within.is_undertaken(), !over.contains(&row.step), "{:?}", row.step);
    }
}

#[test]
fn an_imprecise_step_leaves_two_statuses_and_names_its_date() {
    let c = commitment(r#"history: [(step: Announced, on: "1996-04")]"#);
    assert_eq!(told(&c, "1996-03-31"), "not yet undertaken");
    assert_eq!(
        told(&c, "1996-04-17"),
        "can't tell: not yet undertaken or announced (depends on: announced in April 1996)"
    );
    assert_eq!(told(&c, "1996-04-30"), "announced");
    assert_eq!(told(&c, "1996-04"), "announced", "as of a span is as of its last day");
    assert_eq!(told(&c, "1996-05"), "announced");
}

#[test]
fn a_mark_blurs_a_date_by_its_own_unit() {
    let c = commitment(r#"history: [(step: Announced, on: "1996-04~")]"#);
    let open =
        "can't tell: not yet undertaken or announced (depends on: announced about April 1996)";
    assert_eq!(told(&c, "1996-02-29"), "not yet undertaken");
    assert_eq!(told(&c, "1996-03-01"), open);
    assert_eq!(told(&c, "1996-05-30"), "announced", "a month after 30 April is 30 May");
    assert_eq!(told(&c, "1996-05-29"), open);
}

#[test]
fn a_step_of_which_only_a_later_date_is_known() {
    let c = commitment(r#"history: [(step: InForce, before: "1996-04")]"#);
    assert_eq!(told(&c, "1996-03-31"), "in force");
    assert_eq!(
        told(&c, "1960"),
        "can't tell: not yet undertaken or in force (depends on: in force before April 1996)"
    );
}

#[test]
fn undated_steps_are_bounded_by_those_around_them() {
    let c = commitment(
        r#"history: [(step: Proposed), (step: Signed, on: "1960-01-19"), (step: Ratified),
            (step: InForce, on: "1960-06-23"), (step: Denounced)]"#,
    );
    assert_eq!(
        told(&c, "1959"),
        "can't tell: not yet undertaken or proposed (depends on: proposed on an unknown date)"
    );
    assert_eq!(told(&c, "1960-02"), "signed", "ratified or not, it is signed");
    assert_eq!(
        told(&c, "1996"),
        "can't tell: in force or denounced (depends on: denounced on an unknown date)"
    );
    assert_eq!(Standing::of(&c, None).sure(), Some(Status::Denounced));
    assert_eq!(standing(&c, "1996").is_undertaken(), Truth::Yes);
    assert_eq!(standing(&c, "1959").is_undertaken(), Truth::No);
}

#[test]
fn an_imprecise_term_is_named_too() {
    let c = commitment(r#"term: "1961/1970", history: [(step: InForce, on: "1960")]"#);
    assert_eq!(
        told(&c, "1961-07-01"),
        "can't tell: signed or in force (depends on: the term from 1961 to 1970)"
    );
    assert_eq!(
        told(&c, "1970-12-31"),
        "can't tell: in force or expired (depends on: the term from 1961 to 1970)"
    );
    assert_eq!(told(&c, "1969-12-31"), "in force");
    assert_eq!(told(&c, "1971-01-01"), "expired");
    let whole = commitment(r#"term: "1961", history: [(step: InForce, on: "1960")]"#);
    assert_eq!(told(&whole, "1961-12-31"), "in force", "all through 1961");
}

#[test]
fn overdue_is_what_is_undertaken_and_past_its_window() {
    let over = |fields: &str, on: &str| overdue(&commitment(fields), &date(on));
    let futenma =
        r#"due: Within("1996-04", "P5Y", "P7Y"), history: [(step: Agreed, on: "1996-12-02")]"#;
    assert_eq!(over(futenma, "1996-04"), Truth::No, "not yet undertaken");
    assert_eq!(over(futenma, "2001-05"), Truth::No, "inside the window");
    assert_eq!(
        over(futenma, "2003-04-01"),
        Truth::No,
        "the first day on which seven years may be over"
    );
    assert_eq!(over(futenma, "2003-04-15"), Truth::Unknown, "within April 2003");
    assert_eq!(over(futenma, "2003-04-30"), Truth::Unknown, "April 1996 may have been the 30th");
    assert_eq!(over(futenma, "2003-05-01"), Truth::Yes);
    let asked = futenma.replace("Agreed", "Recommended");
    assert_eq!(over(&asked, "2010"), Truth::No, "only what is undertaken can be overdue");
    let done = r#"due: By("1997-12-31"), history: [(step: Agreed, on: "1996"), (step: Fulfilled, on: "1998-06")]"#;
    assert_eq!(over(done, "1997-12-31"), Truth::No, "on the last day it is not");
    assert_eq!(over(done, "1998-01-01"), Truth::Yes);
    assert_eq!(over(done, "1998-06-15"), Truth::Unknown);
    assert_eq!(over(done, "1999"), Truth::No, "carried out, if late");
    let during = r#"due: During("1997"), history: [(step: Announced, on: "1996")]"#;
    assert_eq!(over(during, "1997-12-31"), Truth::No);
    assert_eq!(over(during, "1998-01-01"), Truth::Yes);
    assert_eq!(over(r#"history: [(step: Agreed, on: "1996")]"#, "2010"), Truth::No, "never due");
}

#[test]
fn due_before_a_date_goes_by_the_last_day_of_the_window() {
    let before =
        |on: &str| due_before(&commitment(r#"due: Within("1996-04-15", "P5Y", "P7Y")"#), &date(on));
    assert_eq!(before("2003-04-15"), Truth::No);
    assert_eq!(before("2003-04-16"), Truth::Yes);
    let month = commitment(r#"due: By("1997-10")"#);
    assert_eq!(due_before(&month, &date("1997-10-15")), Truth::Unknown);
    assert_eq!(due_before(&month, &date("1997-11")), Truth::Yes);
}

const PACT: &str = r#"[
    Entity(id: "a", kind: State, name: "A"), Entity(id: "b", kind: State, name: "B"),
    Entity(id: "c", kind: State, name: "C"),
    Entity(id: "pact", kind: Treaty, name: "Pact"),
    Entity(id: "pact-article-1", kind: Provision, name: "Article 1", of: "pact", number: "1"),
    Entity(id: "pact-article-2", kind: Provision, name: "Article 2", of: "pact", number: "2"),
    Commitment(id: "defend", kind: Defense, name: "Defend", by: ["a"], to: ["b"],
        under: ["pact-article-1"], binding: Legal, history: [(step: InForce, on: "1960")]),
    Commitment(id: "lend", kind: BasingAccess, name: "Lend", by: ["b"], to: ["a"],
        under: ["pact-article-2"], binding: Legal, history: [(step: InForce, on: "1960")]),
    Commitment(id: "consult", kind: Consultation, name: "Consult", by: ["a", "b"], to: ["b", "a"],
        under: ["pact"], binding: Legal, history: [(step: InForce, on: "1952")]),
    Commitment(id: "aid", kind: EconomicAid, name: "Aid", by: ["a"], to: ["c"], under: ["pact"],
        binding: Political, history: [(step: Announced, on: "1960")]),
    Commitment(id: "asked", kind: Defense, name: "Asked", by: ["a"], to: ["c"], under: ["pact"],
        binding: Legal, history: [(step: Recommended, on: "1960")]),
]"#;

#[test]
fn what_is_returned_in_kind_is_mutual_otherwise_asymmetric() {
    let graph = graph(PACT);
    let of = |id: &str| graph.find(id).unwrap().reciprocity().unwrap();
    assert_eq!(of("consult"), Reciprocity::Mutual);
    assert_eq!(of("defend"), Reciprocity::Asymmetric);
    assert_eq!(of("lend"), Reciprocity::Asymmetric);
    assert_eq!(of("aid"), Reciprocity::OneSided);
    assert_eq!(graph.find("pact").unwrap().reciprocity(), None);
}

#[test]
fn the_highest_class_undertaken_between_the_parties_counts() {
    let graph = graph(PACT);
    let of = |id: &str, on: &str| graph.find(id).unwrap().cow(Some(&on.parse().unwrap()));
    assert_eq!(of("lend", "1961"), Some(Cow::Defense));
    assert_eq!(of("lend", "1955"), Some(Cow::Entente), "only consultation then");
    assert_eq!(of("lend", "1950"), None);
    assert_eq!(of("aid", "1961"), None, "what is recommended makes no alliance");
}
