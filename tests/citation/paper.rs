//! The paper itself, counted by hand. Its text is under copyright and no part of the project: these
//! tests are skipped, with a note, where it is not at hand.

use std::io::Write as _;

use foedera::citation::{Artefact, Document, Join, sha256};

use super::{passage, sentences};

const FILE: &str = "strategic-forum-75.txt";

/// The text, from `$FOEDERA_SOURCES` or the folder beside the crate.
fn text() -> Option<String> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/sources").to_owned();
    let folder = std::env::var("FOEDERA_SOURCES").unwrap_or(beside);
    let text = std::fs::read_to_string(format!("{folder}/{FILE}")).ok();
    if text.is_none() {
        let note = format!("skipped: no {FILE} in {folder}; set FOEDERA_SOURCES to where it lies");
        // Not `println!`, which the test harness keeps to itself where a test passes.
        let _ = writeln!(std::io::stderr(), "{note}");
    }
    text
}

fn artefact(after: &str, before: &str) -> Artefact {
    Artefact { after: after.into(), before: before.into(), how: Join::Space }
}

fn read(text: &str) -> Document {
    let artefacts = [
        artefact("former Assistant", "Secretary of Defense Joseph Nye"),
        artefact("into the process", "the same time as Russia"),
    ];
    let document = Document::read(text, &artefacts);
    assert_eq!(document.problems(), []);
    document
}

/// For each section, how many sentences stand in each paragraph, counted by reading.
const COUNTED: &[(&str, &[usize])] = &[
    ("", &[1]),
    ("STRATEGIC FORUM", &[1, 1]),
    ("The U.S.-Japan Alliance Redefined", &[1]),
    ("Conclusions", &[1, 2, 1, 1]),
    ("An Historic Summit", &[2, 3, 2, 5]),
    ("Trust and Reciprocity", &[2, 6, 7, 2, 3, 3, 6, 2, 1, 1, 1, 1, 1]),
    ("Misperception and Miscalculation", &[3, 5, 5]),
    ("Economic Clashes--Security Partners", &[5, 2]),
    ("External Challenges", &[1, 7, 5, 3]),
    ("Recommendations", &[2, 1, 1, 1, 3, 3, 2, 1, 1, 2, 1, 1]),
    ("INTERNET DOCUMENT INFORMATION FORM", &[1, 1, 1, 1, 1, 1, 2]),
];

#[test]
fn its_sentences_are_those_counted_by_hand() {
    let Some(text) = text() else { return };
    assert!(sha256(&text).starts_with("971633e299256d1a"), "another text than was counted");
    let paper = read(&text);
    let counted: Vec<(&str, &[usize])> = paper
        .outline()
        .sections
        .iter()
        .map(|s| (s.title.as_str(), s.paragraphs.as_slice()))
        .collect();
    assert_eq!(counted, COUNTED);
    assert_eq!(paper.outline().sentences(), 120);
}

/// How a sentence starts and ends, by section and number.
#[test]
fn its_tricky_sentences_start_and_end_where_they_should() {
    let Some(text) = text() else { return };
    let paper = read(&text);
    let cases = [
        (2, 1, "by Patrick M.", "M. Cronin"),
        (4, 7, "The summit did", "Tom Hubbard."),
        (5, 3, "Hence, the foremost", "relations overall."),
        (5, 17, "The Prime Minister", "21st century.'"),
        (5, 32, "the deterrence of", "of aggression"),
        (5, 36, "The official review", "confidence building measures."),
        (6, 1, "The major policy", "far to go.'"),
        (6, 12, "Under it and", "collective self defense.'"),
        (8, 6, "And, if a 2 + 2", "time as Russia."),
        (9, 12, "Patrick M. Cronin is", "U.S.-Japan Alliance."),
        (9, 13, "For more information", "croninp@ndu.edu."),
        (9, 14, "NOTE", "NOTE"),
        (9, 15, "Return to Top |", "Research and Publications"),
        (9, 19, "Editor - Jonathan W.", "W. Pierce"),
        (10, 1, "A . Report Title:", "Alliance Redefined"),
        (10, 3, "C. Report's Point", "DC 20001"),
        (10, 6, "F. The foregoing", "09/28/01"),
    ];
    for (section, number, start, end) in cases {
        let sentence = paper.text_of(section, number..=number).unwrap();
        assert!(sentence.starts_with(start), "{start:?}: {sentence}");
        assert!(sentence.ends_with(end), "{end:?}: {sentence}");
    }
    assert!(sentences(&paper).iter().all(|sentence| !sentence.contains("20011001")));
}

#[test]
fn locators_resolve_across_its_page_breaks() {
    let Some(text) = text() else { return };
    let paper = read(&text);
    let cases = [
        ("former Assistant Secretary of Defense Joseph", 4, 3, 7..=7),
        ("then Prime Minister Tomiichi Murayama", 4, 4, 10..=10),
        ("into the process the same time as Russia", 8, 2, 6..=6),
        ("“based on the Treaty of Mutual Cooperation and Security..., remains", 5, 4, 17..=17),
        ("The bilateral summit … to its success", 4, 1, 1..=2),
        ("the deterrence of aggression … affecting Japan's security", 5, 9, 32..=34),
        ("Initials: __VM__ Preparation", 10, 6, 6..=6),
    ];
    for (words, section, paragraph, sentences) in cases {
        let words = words.trim_start_matches('“');
        let found = passage(&paper, words);
        assert_eq!(
            (found.section, found.paragraph, found.sentences),
            (section, paragraph, sentences),
            "{words}"
        );
    }
    assert_eq!(paper.outline().pinpoint(4, 4).to_string(), "An Historic Summit ¶4");
}
