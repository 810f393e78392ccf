//! What a hasty reader of the paper gets wrong, held against the curated data. The answers were
//! worked out from the text by hand.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests may fail where they read, and read what they test"
)]

use foedera::pipeline::{Analysis, Options, analyse};
use foedera::record::{Bound, Commitment, Due, Entity, Filed, Measure, Records, Relation};
use foedera::record::{Stance, Step};
use foedera::text::FileRole;
use foedera::workspace;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn us_japan() -> Analysis {
    let workspace = workspace::open(Path::new("data/us-japan"), &[]).unwrap();
    analyse(&workspace.files, &Options::default())
}

fn entity<'a>(records: &'a Records, id: &str) -> &'a Filed<Entity> {
    records.entities.iter().find(|entity| entity.id == id).unwrap()
}

fn commitment<'a>(records: &'a Records, id: &str) -> &'a Filed<Commitment> {
    records.commitments.iter().find(|commitment| commitment.id == id).unwrap()
}

fn relations<'a>(records: &'a Records, kind: &'a str) -> impl Iterator<Item = &'a Filed<Relation>> {
    records.relations.iter().filter(move |relation| relation.kind.0 == kind)
}

fn measures<'a>(records: &'a Records, of: &'a str) -> Vec<&'a Filed<Measure>> {
    records.measures.iter().filter(|measure| measure.of == of).collect()
}

#[test]
fn article_9_is_of_the_treaty_as_the_paper_writes() {
    let analysis = us_japan();
    let records = analysis.graph.records();
    let article = entity(records, "mutual-security-treaty-article-9");
    assert_eq!(article.of.as_deref(), Some("mutual-security-treaty"));
    assert!(article.note.as_deref().unwrap().contains("constitution"));
    let expected = entity(records, "constitution-of-japan-article-9");
    let sources: Vec<&str> = expected.cites.iter().map(|cite| cite.source.as_str()).collect();
    assert_eq!(sources, ["constitution-1946"], "the constitution's own article is background");
}

#[test]
fn the_report_came_the_day_before_and_no_day_is_made_up() {
    let analysis = us_japan();
    let records = analysis.graph.records();
    let order = relations(records, "Precedes")
        .find(|r| r.from == "saco-interim-report" && r.to == "april-1996-summit")
        .unwrap();
    assert_eq!(order.lag.as_ref().unwrap().text, "P1D");
    assert_eq!(order.during.as_ref().unwrap().text, "1996-04");
    for relation in &records.relations {
        let of_paper = relation.cites.iter().any(|cite| cite.source == "sf75");
        let during = relation.during.iter().map(|during| &during.text);
        let dates = relation.attested.iter().chain(&relation.began_after);
        let dates = dates.chain(&relation.ended_before).map(|date| &date.text);
        for text in during.chain(dates).filter(|_| of_paper) {
            assert!(text.split('/').all(|date| date.len() < 10), "{text}: the paper names no day");
        }
    }
}

#[test]
fn one_fifth_and_20_percent_are_one_measure() {
    let analysis = us_japan();
    let all = &analysis.graph.records().measures;
    let shares: Vec<_> = all.iter().filter(|measure| measure.what.0 == "Share").collect();
    let [share] = shares.as_slice() else { panic!("{} measures of a share", shares.len()) };
    assert_eq!((share.of.as_str(), share.value), ("return-of-one-fifth-of-the-acreage", 20.0));
    assert_eq!(share.cites.len(), 2, "said in the Conclusions and in the body");
}

#[test]
fn five_to_seven_years_are_a_window() {
    let analysis = us_japan();
    let records = analysis.graph.records();
    for id in ["return-of-one-fifth-of-the-acreage", "return-of-futenma"] {
        let Some(Due::Within(from, min, max)) = &commitment(records, id).due else {
            panic!("{id} is due within a window")
        };
        assert_eq!([&*from.text, &*min.text, &*max.text], ["1996-04", "P5Y", "P7Y"]);
    }
    let years = measures(records, "return-of-one-fifth-of-the-acreage");
    let years = years.iter().find(|measure| measure.unit == "years").unwrap();
    assert_eq!((years.value, years.upper, years.bound), (5.0, Some(7.0), Bound::Between));
}

#[test]
fn the_force_of_45000_is_in_japan_not_on_okinawa() {
    let analysis = us_japan();
    let records = analysis.graph.records();
    let strength = measures(records, "us-forces-in-japan");
    let [strength] = strength.as_slice() else { panic!("one figure") };
    assert_eq!((strength.value, strength.bound), (45000.0, Bound::MoreThan));
    assert_eq!(strength.place.as_deref(), Some("japan"));
    assert!(measures(records, "us-forces-in-okinawa").is_empty());
}

#[test]
fn the_meeting_and_the_mechanism_of_two_plus_two_have_nothing_in_common() {
    let analysis = us_japan();
    let records = analysis.graph.records();
    let meeting = entity(records, "two-plus-two-meeting");
    let mechanism = entity(records, "two-plus-two-mechanism-for-korea");
    assert_eq!((&*meeting.kind.0, &*mechanism.kind.0), ("Meeting", "Process"));
    let names: BTreeSet<&str> =
        [meeting, mechanism].iter().flat_map(|e| &e.aliases).map(String::as_str).collect();
    assert!(names.is_empty(), "no alias that could mean either");
    let ends = [meeting.id.as_str(), mechanism.id.as_str()];
    let joined =
        records.relations.iter().any(|r| ends.contains(&&*r.from) && ends.contains(&&*r.to));
    assert!(!joined);
}

#[test]
fn murayamas_party_not_he_called_the_alliance_unconstitutional() {
    let analysis = us_japan();
    let believers: Vec<_> = relations(analysis.graph.records(), "Believes")
        .filter(|relation| relation.to == "unconstitutionality-of-the-alliance")
        .collect();
    let [believer] = believers.as_slice() else { panic!("one believer") };
    assert_eq!(believer.from, "social-democratic-party-of-japan");
    assert_eq!(believer.holder, ["social-democratic-party-of-japan"]);
    assert_eq!(believer.stance, Stance::Perception);
    assert_eq!(believer.attested.first().unwrap().text, "1993~");
}

#[test]
fn the_secretary_of_defense_is_not_named() {
    let analysis = us_japan();
    let records = analysis.graph.records();
    assert!(relations(records, "HoldsOffice").all(|tenure| tenure.to != "secretary-of-defense"));
    let promise = commitment(records, "within-treaty-and-constitution");
    assert_eq!(promise.history.first().unwrap().by.as_deref(), Some("secretary-of-defense"));
}

#[test]
fn the_paper_and_the_book_are_two() {
    let analysis = us_japan();
    let written: Vec<&str> = relations(analysis.graph.records(), "Wrote")
        .filter(|relation| relation.from == "patrick-cronin")
        .map(|relation| relation.to.as_str())
        .collect();
    assert_eq!(written, ["strategic-forum-75", "redefining-the-us-japan-alliance"]);
}

#[test]
fn the_declaration_has_one_record_and_both_titles() {
    let analysis = us_japan();
    let graph = &analysis.graph;
    for title in [
        "Japan-U.S. Joint Declaration on Security",
        "Japan-U.S. Joint Security Declaration on Security",
    ] {
        let found = graph.lookup(title).ok().and_then(|node| node.entity().map(|e| e.id.clone()));
        assert_eq!(found.as_deref(), Some("joint-declaration-on-security"));
    }
}

#[test]
fn what_is_only_wished_for_is_never_undertaken() {
    let wish = |step: &Step| matches!(step, Step::Expected | Step::Proposed | Step::Recommended);
    let analysis = us_japan();
    let commitments = &analysis.graph.records().commitments;
    let steps = |c: &Commitment| c.history.iter().map(|event| event.step).collect::<Vec<_>>();
    let wished: Vec<_> = commitments.iter().filter(|c| steps(c).iter().any(wish)).collect();
    for commitment in &wished {
        assert!(steps(commitment).iter().all(wish), "{}", commitment.id);
    }
    let agreed: Vec<&str> = commitments
        .iter()
        .filter(|c| steps(c).contains(&Step::Agreed))
        .map(|c| c.id.as_str())
        .collect();
    assert_eq!(
        agreed,
        ["reexamination-of-the-1978-guidelines"],
        "all that the paper says was agreed"
    );
    let in_force = commitments.iter().filter(|c| steps(c).contains(&Step::InForce)).count();
    assert_eq!((wished.len(), in_force, commitments.len()), (37, 4, 58));
}

#[test]
fn the_paper_recommends_six_things() {
    let analysis = us_japan();
    let file = |record: &Filed<Commitment>| record.origin.file;
    let commitments = &analysis.graph.records().commitments;
    let first = commitment(analysis.graph.records(), "review-the-guidelines-seriously");
    let six: Vec<&str> = commitments
        .iter()
        .filter(|c| file(c) == file(first) && c.part_of.is_none())
        .map(|c| c.id.as_str())
        .collect();
    assert_eq!(
        six,
        [
            "review-the-guidelines-seriously",
            "avoid-asking-too-much-of-japan",
            "avert-public-misperceptions",
            "implement-the-saco-recommendations",
            "harmonize-the-two-alliances",
            "integrate-china",
        ]
    );
}

/// Words of a text, folded so that quoting differently hides nothing.
fn words(text: &str) -> Vec<String> {
    let cut = |c: char| !c.is_alphanumeric() && c != '\'';
    text.split(cut).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn no_file_holds_a_sentence_of_the_paper() {
    let Some(texts) = std::env::var_os("FOEDERA_SOURCES").map(PathBuf::from) else {
        println!("note: no source text is at hand (FOEDERA_SOURCES), so nothing is compared");
        return;
    };
    const RUN: usize = 13;
    let workspace = workspace::open(Path::new("data/us-japan"), &[texts]).unwrap();
    let (_, paper) = workspace.files.of(FileRole::SourceText).next().unwrap();
    let paper = words(&paper.text);
    let runs: BTreeSet<&[String]> = paper.windows(RUN).collect();
    let docs = std::fs::read_dir("docs").unwrap().filter_map(|entry| {
        let path = entry.unwrap().path();
        path.is_file().then(|| std::fs::read_to_string(path).unwrap())
    });
    let data = workspace.files.of(FileRole::Records).map(|(_, file)| file.text.to_string());
    for text in data.chain(docs) {
        let text = words(&text);
        for run in text.windows(RUN) {
            assert!(!runs.contains(run), "copied: {}", run.join(" "));
        }
    }
}
