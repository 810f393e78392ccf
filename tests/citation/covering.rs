//! Coverage: which sentences back a record.

use foedera::citation::{
    Coverage, Lock, Passage, State, Tally, Text, Uncited, UncitedFlaw, UncitedProblem,
};

use super::{LAKE, document, locator, passage};

fn uncited(section: &str, sentence: Option<usize>, to: Option<usize>) -> Uncited {
    Uncited { section: section.into(), sentence, to, reason: "chatter".into() }
}

#[test]
fn sentences_are_covered_set_aside_or_missed() {
    let lake = document(LAKE);
    let (signed, both) = (passage(&lake, "signed a pact"), passage(&lake, "articles … one ferry"));
    let cites: [(&str, &Passage); 3] = [("pact", &signed), ("ferries", &both), ("pact", &signed)];
    let aside = [uncited("", None, None), uncited("*Doubts*", Some(1), None)];
    let coverage = Coverage::of(lake.outline(), cites, &aside);
    assert_eq!(coverage.problems, []);
    let states: Vec<Vec<State>> = coverage
        .sections
        .iter()
        .map(|section| section.sentences.iter().map(|sentence| sentence.state.clone()).collect())
        .collect();
    let by = |owners: &[&str]| State::Covered(owners.iter().map(|&o| o.to_owned()).collect());
    let aside = State::Uncited("chatter".into());
    assert_eq!(
        states,
        [
            vec![aside.clone()],
            vec![State::Missed, by(&["ferries", "pact"]), by(&["ferries"]), State::Missed],
            vec![aside, State::Missed],
        ]
    );
    let third = &coverage.sections[1].sentences[2];
    assert_eq!((third.paragraph, third.number), (2, 3));
    assert_eq!(coverage.sections[1].tally(), Tally { covered: 2, uncited: 0, missed: 2 });
    assert_eq!(coverage.tally(), Tally { covered: 2, uncited: 2, missed: 3 });
    assert_eq!((coverage.tally().total(), coverage.tally().percent()), (7, 40));
}

#[test]
fn a_percentage_is_rounded_down() {
    let percent = |covered, uncited, missed| Tally { covered, uncited, missed }.percent();
    assert_eq!(percent(999, 0, 1), 99);
    assert_eq!(percent(1000, 50, 0), 100);
    assert_eq!(percent(0, 5, 0), 100);
    assert_eq!(percent(0, 0, 0), 100);
    assert_eq!(percent(2, 9, 1), 66);
    assert_eq!(percent(0, 9, 1), 0);
}

#[test]
fn declarations_that_say_something_wrong_are_told_of() {
    let lake = document(LAKE);
    let signed = passage(&lake, "signed a pact");
    let declared = [
        uncited("Nowhere", None, None),
        uncited("Doubts", Some(3), None),
        uncited("Doubts", Some(0), Some(1)),
        uncited("Doubts", Some(2), Some(1)),
        uncited("Doubts", None, Some(1)),
        uncited("The Lake Pact", None, None),
        uncited("The Lake Pact", Some(4), Some(9)),
    ];
    let coverage = Coverage::of(lake.outline(), [("pact", &signed)], &declared);
    let problem = |index, flaw| UncitedProblem { index, flaw };
    let expected = [
        problem(0, UncitedFlaw::NoSection),
        problem(1, UncitedFlaw::NoSentence(2)),
        problem(2, UncitedFlaw::NoSentence(2)),
        problem(3, UncitedFlaw::Backwards),
        problem(4, UncitedFlaw::Backwards),
        problem(5, UncitedFlaw::Covered(vec![2])),
        problem(6, UncitedFlaw::NoSentence(4)),
        problem(6, UncitedFlaw::Twice(vec![4])),
    ];
    assert_eq!(coverage.problems, expected);
    assert_eq!(coverage.tally(), Tally { covered: 1, uncited: 4, missed: 2 });
    let empty = Coverage::of(document("# A").outline(), [], &[uncited("A", None, None)]);
    assert_eq!(empty.problems, [problem(0, UncitedFlaw::NoSentence(0))]);
    assert_eq!(
        UncitedFlaw::Covered(vec![2, 3]).to_string(),
        "a record cites sentences 2, 3 of the section"
    );
}

#[test]
fn the_lock_alone_gives_the_same_coverage() {
    let lake = document(LAKE);
    let locators =
        [locator("signed a pact"), locator("articles … one ferry"), locator("Two envoys")];
    let passages: Vec<Passage> = locators.iter().map(|l| lake.resolve(l).unwrap()).collect();
    let cites = locators.iter().zip(&passages).map(|(locator, passage)| ("lake", locator, passage));
    let text = Text { source: "lake", file: "lake.txt", document: &lake };
    let lock = Lock::read(&Lock::build([text], cites).to_string()).unwrap();
    let aside = [uncited("", Some(1), None)];
    let from_text = Coverage::of(lake.outline(), passages.iter().map(|p| ("owner", p)), &aside);
    let known = locators.iter().map(|l| ("owner", lock.lookup("lake", l).unwrap()));
    let from_lock = Coverage::of(&lock.source("lake").unwrap().outline, known, &aside);
    assert_eq!(from_lock, from_text);
    assert_eq!(from_lock.tally(), Tally { covered: 3, uncited: 1, missed: 3 });
}
