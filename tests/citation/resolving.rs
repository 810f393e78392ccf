//! Locators, and the passages that they resolve to.

use foedera::citation::{Locator, LocatorError, Nearest, Part, Unresolved, sha256};

use super::{LAKE, document, locator, passage};

#[test]
fn a_locator_is_one_part_or_two_of_at_most_twelve_words() {
    let two = locator("  The lake\n states … five   articles ");
    assert_eq!((two.start(), two.end()), ("The lake states", Some("five articles")));
    assert_eq!(two.to_string(), "The lake states … five articles");
    assert_eq!(locator("wait... for it").end(), None);
    let twelve = "a b c d e f g h i j k l";
    assert_eq!(locator(&format!("{twelve} - …{twelve}")).end(), Some(twelve));
    let error = |text: &str| text.parse::<Locator>().unwrap_err();
    assert_eq!(
        error(&format!("{twelve} m")),
        LocatorError::TooLong { part: Part::Start, words: 13 }
    );
    assert_eq!(
        error(&format!("a…{twelve} m n")),
        LocatorError::TooLong { part: Part::End, words: 14 }
    );
    assert!(error(&format!("{twelve} m")).to_string().contains("13 words"));
    assert_eq!(error(""), LocatorError::Empty(Part::Start));
    assert_eq!(error("… end"), LocatorError::Empty(Part::Start));
    assert_eq!(error("start … --"), LocatorError::Empty(Part::End));
    assert_eq!(error("a … b … c"), LocatorError::TwoEllipses);
}

#[test]
fn a_start_alone_covers_the_sentences_that_it_touches() {
    let lake = document(LAKE);
    let one = passage(&lake, "signed a pact");
    assert_eq!((one.section, one.paragraph, one.sentences), (1, 1, 2..=2));
    assert_eq!(&LAKE[one.range], "signed a *pact");
    assert_eq!(one.hash, sha256("They signed a pact of five articles.")[..16]);
    let two = passage(&lake, "in Varna. They");
    assert_eq!((two.paragraph, two.sentences), (1, 1..=2));
    let across = passage(&lake, "five articles. Each state");
    assert_eq!((across.paragraph, across.sentences), (1, 2..=3));
}

#[test]
fn an_end_is_the_nearest_after_the_start_in_its_section() {
    let lake = document(LAKE);
    let long = passage(&lake, "The lake states … No state");
    assert_eq!((long.section, long.paragraph, long.sentences), (1, 1, 1..=4));
    assert_eq!(long.hash.len(), 16);
    assert!(LAKE[long.range].ends_with("\n- No state"));
    let near = document("One ferry and one ferry. Then one ferry.");
    assert_eq!(passage(&near, "One ferry and … ferry").sentences, 1..=1);
    assert_eq!(passage(&near, "ferry. Then … ferry").range, 18..39);
    let unresolved = |text: &str| lake.resolve(&locator(text)).unwrap_err();
    let start = lake.outline().pinpoint(1, 1);
    let nearest = |words: &str, section, paragraph| {
        let place = lake.outline().pinpoint(section, paragraph);
        Some(Nearest { words: words.into(), place })
    };
    for (end, nearest) in [
        ("lake states", nearest("lake states", 1, 1)),
        ("envoys doubt", nearest("envoys doubt", 2, 1)),
        ("the feries of", nearest("the ferries of", 1, 3)),
        ("zebra crossings", None),
    ] {
        let expected = Unresolved::EndNotFound { start: start.clone(), nearest };
        assert_eq!(unresolved(&format!("signed a pact … {end}")), expected);
    }
    assert_eq!(
        unresolved("signed a pact … envoys doubt").to_string(),
        "the end of the locator does not follow its start (The Lake Pact ¶1) in the section; the \
         nearest words are `envoys doubt` (Doubts ¶1)"
    );
}

#[test]
fn spelling_does_not_matter_but_words_and_case_do() {
    let text = "The “old”\npact—**signed** in 1951…—is [still](#x) in U.S.-held Varna’s archive.";
    let held = document(text);
    for found in [
        "The \"old\" pact--signed in",
        "the 'old' pact",
        "- *signed* in 1951... - is",
        "is still in",
        "in U.S.-held Varna's",
        "held Varna",
    ] {
        let words = found.replace("the 'old'", "The 'old'").replace("... - is", "...-is");
        assert_eq!(passage(&held, &words).sentences, 1..=1, "{found}");
    }
    for lost in ["the old", "The OLD", "igned in", "signed i", "still (#x)"] {
        assert!(held.resolve(&locator(lost)).is_err(), "{lost}");
    }
}

#[test]
fn the_start_must_stand_in_one_place() {
    let text = "A ferry. A ferry.\n\n# Two\n\nA ferry sails. A raft sinks.";
    let twice = document(text);
    let places = |section, paragraph| twice.outline().pinpoint(section, paragraph);
    assert_eq!(
        twice.resolve(&locator("A ferry")).unwrap_err(),
        Unresolved::Ambiguous {
            places: vec![places(0, 1), places(0, 1), places(1, 1)],
            more: false
        }
    );
    assert_eq!(
        twice.resolve(&locator("A ferry")).unwrap_err().to_string(),
        "the start of the locator stands in more than one place: front matter ¶1, front matter ¶1, \
         Two ¶1"
    );
    let many = document(&"a b ".repeat(11));
    let Unresolved::Ambiguous { places, more } = many.resolve(&locator("a b")).unwrap_err() else {
        panic!("eleven places")
    };
    assert_eq!((places.len(), more), (10, true));
    let ten = document(&"a b ".repeat(10));
    let Unresolved::Ambiguous { places, more } = ten.resolve(&locator("a b")).unwrap_err() else {
        panic!("ten places")
    };
    assert_eq!((places.len(), more), (10, false));
    assert_eq!(
        document("a a a").resolve(&locator("a a")).unwrap_err().to_string().matches('¶').count(),
        2
    );
}

#[test]
fn what_is_not_found_gets_the_nearest_words() {
    let lake = document(LAKE);
    let nearest = |text: &str| match lake.resolve(&locator(text)).unwrap_err() {
        Unresolved::NotFound { nearest } => nearest.map(|near| near.to_string()),
        other => panic!("{other}"),
    };
    assert_eq!(nearest("they sined a pact").unwrap(), "`They signed a pact` (The Lake Pact ¶1)");
    assert_eq!(
        nearest("Each nation keeps one ferry").unwrap(),
        "`Each state keeps one ferry` (The Lake Pact ¶2)"
    );
    assert_eq!(nearest("by a writer").unwrap(), "`By A. Writer` (front matter ¶1)");
    assert_eq!(nearest("zebra crossing"), None);
    assert_eq!(
        lake.resolve(&locator("Lake Pact")).unwrap_err(),
        Unresolved::Heading("The Lake Pact".into())
    );
    let shown = lake.resolve(&locator("they sined a pact")).unwrap_err().to_string();
    assert!(shown.ends_with("; the nearest words are `They signed a pact` (The Lake Pact ¶1)"));
    assert!(document("").resolve(&locator("anything")).is_err());
}
