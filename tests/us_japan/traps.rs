//! What a hasty reader of the paper would get wrong.

use super::graph;
use foedera::graph::{Graph, NodeView};
use foedera::record::{Bound, Commitment, Due, Filed, Measure, Relation, Step};
use foedera::time::{AsOf, Truth};
use std::collections::BTreeSet;

fn node<'g>(graph: &'g Graph, id: &str) -> NodeView<'g> {
    graph.find(id).unwrap_or_else(|| panic!("nothing has the id {id}"))
}

fn relations<'g>(graph: &'g Graph, kind: &'g str) -> impl Iterator<Item = &'g Filed<Relation>> {
    graph.records().relations.iter().filter(move |relation| relation.kind.0 == kind)
}

/// Every relation between the two, either way.
fn between(graph: &Graph, a: &str, b: &str) -> usize {
    let ends = [(a, b), (b, a)];
    let relations = graph.records().relations.iter();
    relations.filter(|r| ends.contains(&(r.from.as_str(), r.to.as_str()))).count()
}

fn commitment<'g>(graph: &'g Graph, id: &str) -> &'g Filed<Commitment> {
    node(graph, id).commitment().unwrap()
}

fn measures<'g>(graph: &'g Graph, what: &'g str) -> Vec<&'g Filed<Measure>> {
    graph.records().measures.iter().filter(|measure| measure.what.0 == what).collect()
}

/// The section and paragraph of each citation of a node.
fn places(graph: &Graph, id: &str) -> Vec<String> {
    let citations = graph.evidence().of(node(graph, id).origin());
    citations.map(|citation| citation.pinpoint.as_ref().unwrap().to_string()).collect()
}

/// A commitment that somebody only wishes for or expects.
fn is_wish(commitment: &Commitment) -> bool {
    let wish = |step| matches!(step, Step::Proposed | Step::Recommended | Step::Expected);
    !commitment.history.is_empty() && commitment.history.iter().all(|event| wish(event.step))
}

#[test]
fn article_9_is_the_treatys_as_the_paper_writes_and_a_note_says_so() {
    let graph = graph();
    let article = node(&graph, "mutual-security-treaty-article-9").entity().unwrap();
    assert_eq!(article.of.as_deref(), Some("mutual-security-treaty"));
    assert_eq!(article.number.as_deref(), Some("9"));
    assert!(article.note.as_ref().unwrap().contains("constitution"));
    assert_eq!(places(&graph, &article.id), ["Misperception and Miscalculation ¶3"]);
    let permits: Vec<&str> = relations(&graph, "Permits").map(|r| r.from.as_str()).collect();
    assert!(permits.contains(&"mutual-security-treaty-article-9"));
    let other = node(&graph, "constitution-of-japan-article-9");
    assert!(other.cites().iter().all(|cite| cite.source != "sf75"), "it is background");
}

#[test]
fn the_interim_report_came_a_day_before_the_summit_and_neither_day_is_known() {
    let graph = graph();
    for id in ["saco-interim-report", "april-1996-summit"] {
        let start = node(&graph, id).extent().start_window();
        let days = [start.earliest(), start.latest()].map(|day| day.unwrap().to_string());
        assert_eq!(days, ["1996-04-01", "1996-04-30"], "{id}");
    }
    let mut order = relations(&graph, "Precedes").filter(|r| r.from == "saco-interim-report");
    let before = order.next().unwrap();
    assert_eq!(before.to, "april-1996-summit");
    assert_eq!(before.lag.as_ref().unwrap().text, "P1D");
    assert_eq!(before.during.as_ref().unwrap().text, "1996-04");
    assert_eq!(order.next().map(|r| &r.to), None);
}

#[test]
fn one_fifth_and_20_percent_are_one_measure() {
    let graph = graph();
    let [share] = measures(&graph, "Share")[..] else { panic!("one share") };
    assert_eq!((share.of.as_str(), share.value), ("return-of-one-fifth-of-the-acreage", 20.0));
    assert_eq!((share.unit.as_str(), share.bound), ("percent", Bound::Exactly));
    let cited = graph.evidence().of(share.origin);
    let places: Vec<String> = cited.map(|c| c.pinpoint.as_ref().unwrap().to_string()).collect();
    assert_eq!(places, ["Conclusions ¶2", "Trust and Reciprocity ¶3"]);
}

#[test]
fn five_to_seven_years_are_a_window_from_the_report_on() {
    let graph = graph();
    let window = Due::Within("1996-04".into(), "P5Y".into(), "P7Y".into());
    for id in ["return-of-one-fifth-of-the-acreage", "return-of-futenma"] {
        assert_eq!(commitment(&graph, id).due.as_ref(), Some(&window), "{id}");
    }
    assert_eq!(commitment(&graph, "more-restrictive-practices").due, None);
}

#[test]
fn the_45_000_are_in_japan_not_on_okinawa() {
    let graph = graph();
    let [strength] = measures(&graph, "Strength")[..] else { panic!("one strength") };
    assert_eq!((strength.of.as_str(), strength.value), ("us-forces-in-japan", 45000.0));
    assert_eq!((strength.bound, strength.place.as_deref()), (Bound::MoreThan, Some("japan")));
    let of_okinawa = graph.records().measures.iter().filter(|m| m.of == "us-forces-in-okinawa");
    assert_eq!(of_okinawa.count(), 0, "the paper gives no figure for them");
}

#[test]
fn the_meeting_of_the_allies_is_not_the_mechanism_for_korea() {
    let graph = graph();
    let (meeting, mechanism) = ("two-plus-two-meeting", "two-plus-two-mechanism-for-korea");
    assert_eq!(node(&graph, meeting).kind(), "Meeting");
    assert_eq!(node(&graph, mechanism).kind(), "Process");
    assert_eq!(between(&graph, meeting, mechanism), 0);
    assert_eq!(places(&graph, meeting), ["Trust and Reciprocity ¶12"]);
    assert_eq!(places(&graph, mechanism), ["External Challenges ¶2"]);
}

#[test]
fn murayamas_party_and_not_he_called_the_alliance_unconstitutional() {
    let graph = graph();
    let view = "unconstitutionality-of-the-alliance";
    let believers: Vec<&Filed<Relation>> =
        relations(&graph, "Believes").filter(|relation| relation.to == view).collect();
    let [believer] = believers[..] else { panic!("one believer") };
    assert_eq!(believer.from, "social-democratic-party-of-japan");
    assert_eq!(believer.holder, ["social-democratic-party-of-japan"]);
    assert_eq!(believer.attested[0].text, "1993~");
    assert_eq!(between(&graph, "tomiichi-murayama", view), 0);
    let held = graph.records().relations.iter().flat_map(|relation| &relation.holder);
    assert!(!held.into_iter().any(|holder| holder == "tomiichi-murayama"));
}

#[test]
fn the_secretary_of_defense_is_nobody_by_name() {
    let graph = graph();
    let holders = relations(&graph, "HoldsOffice").filter(|r| r.to == "secretary-of-defense");
    assert_eq!(holders.count(), 0);
    let stated = &commitment(&graph, "within-treaty-and-constitution").history[0];
    assert_eq!(stated.by.as_deref(), Some("secretary-of-defense"));
    let persons: BTreeSet<&str> =
        graph.nodes().filter(|node| node.kind() == "Person").map(|node| node.id()).collect();
    let named = [
        "al-gore",
        "bill-clinton",
        "hans-binnendijk",
        "jonathan-pierce",
        "joseph-nye",
        "kurt-campbell",
        "patrick-cronin",
        "richard-armitage",
        "ryutaro-hashimoto",
        "seiki-nishihiro",
        "tom-hubbard",
        "tomiichi-murayama",
    ];
    assert_eq!(persons, BTreeSet::from(named), "the twelve whom the paper names");
}

#[test]
fn the_paper_and_the_book_are_two() {
    let graph = graph();
    let titles = [
        ("The U.S.-Japan Alliance Redefined", "strategic-forum-75"),
        ("Redefining the U.S.-Japan Alliance", "redefining-the-us-japan-alliance"),
    ];
    for (title, id) in titles {
        assert_eq!(graph.lookup(title).map(|node| node.id()).ok(), Some(id));
    }
}

#[test]
fn what_is_only_wished_for_is_never_undertaken() {
    let graph = graph();
    for date in ["1996-05", "1996-05-31", "2010"] {
        let as_of: AsOf = date.parse().unwrap();
        for wish in graph.records().commitments.iter().filter(|c| is_wish(c)) {
            let standing = node(&graph, &wish.id).standing(Some(&as_of)).unwrap();
            assert_eq!(standing.is_undertaken(), Truth::No, "{} as of {date}", wish.id);
        }
    }
}

/// All that binds somebody in May 1996 as the paper tells it: the rest it recommends or expects.
#[test]
fn these_are_undertaken_in_may_1996_and_no_others() {
    let graph = graph();
    let as_of: AsOf = "1996-05".parse().unwrap();
    let undertaken = graph.records().commitments.iter().filter(|commitment| {
        !node(&graph, &commitment.id).standing(Some(&as_of)).unwrap().is_undertaken().is_no()
    });
    let undertaken: BTreeSet<&str> = undertaken.map(|commitment| commitment.id.as_str()).collect();
    let of_the_treaty = [
        "defense-of-japan",
        "regional-security-in-the-far-east",
        "american-security-umbrella",
        "host-nation-support-for-us-forces",
        "within-treaty-and-constitution",
    ];
    let of_the_guidelines = [
        "deterrence-of-aggression",
        "response-to-an-attack-on-japan",
        "cooperation-in-external-crises",
    ];
    let of_the_outline = ["larger-regional-role", "larger-international-role"];
    let of_the_summit = [
        "reaffirmed-security-relationship",
        "common-security-objectives",
        "stable-and-prosperous-asia-pacific",
        "provide-regional-stability",
        "build-a-security-architecture",
        "coordination-to-prevent-crises",
        "seamless-web-in-a-crisis",
        "access-in-a-crisis",
        "support-in-a-crisis",
        "interoperability-in-a-crisis",
        "reexamination-of-the-1978-guidelines",
    ];
    let expected = of_the_treaty.into_iter().chain(of_the_guidelines);
    let expected = expected.chain(of_the_outline).chain(of_the_summit);
    assert_eq!(undertaken, expected.collect::<BTreeSet<&str>>());
}

#[test]
fn somebody_asks_for_every_wish() {
    let graph = graph();
    for wish in graph.records().commitments.iter().filter(|c| is_wish(c)) {
        let taken_by_somebody = wish.history.iter().all(|event| event.by.is_some());
        assert!(!wish.asked_by.is_empty() || taken_by_somebody, "{}", wish.id);
    }
}

/// "Former" ended before the paper, "then" is of November 1995, the leaders of April 1996; the rest is of the
/// paper's own month.
#[test]
fn offices_are_dated_as_the_paper_dates_them() {
    let graph = graph();
    let told: BTreeSet<(&str, &str, String)> = relations(&graph, "HoldsOffice")
        .map(|tenure| {
            assert!(tenure.during.is_none() && tenure.began_after.is_none(), "{tenure:?}");
            let attested = tenure.attested.iter().map(|date| date.text.to_string());
            let ended = tenure.ended_before.iter().map(|date| format!("before {}", date.text));
            let dates: Vec<String> = attested.chain(ended).collect();
            (tenure.from.as_str(), tenure.to.as_str(), dates.join(", "))
        })
        .collect();
    let expected = [
        ("bill-clinton", "president-of-the-united-states", "1996-04"),
        ("ryutaro-hashimoto", "prime-minister-of-japan", "1996-04"),
        ("tomiichi-murayama", "prime-minister-of-japan", "1995-11"),
        ("al-gore", "vice-president-of-the-united-states", "1995-11"),
        ("joseph-nye", "assistant-secretary-of-defense", "before 1996-05"),
        ("richard-armitage", "assistant-secretary-of-defense", "before 1996-05"),
        ("richard-armitage", "ambassador", "1996-05"),
        ("kurt-campbell", "deputy-assistant-secretary-of-defense", "1996-05"),
        ("tom-hubbard", "deputy-assistant-secretary-of-state", "1996-05"),
        ("patrick-cronin", "senior-research-professor", "1996-05"),
        ("patrick-cronin", "asia-team-leader", "1996-05"),
    ];
    let expected = expected.map(|(who, what, when)| (who, what, when.to_owned()));
    assert_eq!(told, BTreeSet::from(expected));
}

#[test]
fn the_crime_has_a_year_and_no_place() {
    let graph = graph();
    let crime = node(&graph, "rape-of-a-japanese-schoolgirl");
    let start = crime.extent().start_window();
    let days = [start.earliest(), start.latest()].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["1995-01-01", "1995-12-31"]);
    assert!(crime.edges().iter().all(|edge| edge.kind() != "LocatedIn"));
}

#[test]
fn the_dispute_of_the_winter_is_not_the_crisis_that_may_come() {
    let graph = graph();
    let dispute = node(&graph, "taiwan-strait-dispute").extent();
    let crisis = node(&graph, "taiwan-strait-crisis").extent();
    assert_eq!(dispute.before(&crisis), Truth::Yes);
    assert_eq!(between(&graph, "taiwan-strait-dispute", "taiwan-strait-crisis"), 0);
}

#[test]
fn the_declaration_has_one_record_and_both_titles() {
    let graph = graph();
    for title in [
        "Japan-U.S. Joint Declaration on Security",
        "Japan-U.S. Joint Security Declaration on Security",
    ] {
        assert_eq!(graph.lookup(title).unwrap().id(), "joint-declaration-on-security");
    }
}
