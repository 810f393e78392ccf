//! How a text is cut into sections, paragraphs and sentences, and mended.

use foedera::citation::{Artefact, ArtefactFlaw, ArtefactProblem, Document, Join};

use super::{LAKE, document, sentences};

#[test]
fn a_text_is_cut_into_sections_paragraphs_and_sentences() {
    let lake = document(LAKE);
    let outline: Vec<(&str, &[usize])> = lake
        .outline()
        .sections
        .iter()
        .map(|s| (s.title.as_str(), s.paragraphs.as_slice()))
        .collect();
    assert_eq!(outline, [("", &[1][..]), ("The Lake Pact", &[2, 1, 1]), ("Doubts", &[2])]);
    assert_eq!(lake.outline().sentences(), 7);
    let signed = lake.sentence(1, 2).unwrap();
    assert_eq!(&LAKE[signed.range.clone()], "They signed a *pact* of five articles.");
    assert_eq!((signed.paragraph, signed.number), (1, 2));
    assert_eq!(
        lake.text_of(1, 2..=3).unwrap(),
        "They signed a pact of five articles. Each state keeps one ferry."
    );
    assert_eq!(&LAKE[lake.paragraph_range(1, 3).unwrap()], "No state taxes the ferries of another");
    assert!(LAKE[lake.section_range(2).unwrap()].starts_with("# Doubts\n"));
    assert_eq!(lake.section_range(0).unwrap(), 0..14);
    assert_eq!(lake.sentence(1, 5), None);
    assert_eq!(lake.sentence(1, 0), None);
    assert_eq!(lake.paragraph_range(1, 4), None);
    assert_eq!(lake.outline().pinpoint(1, 3).to_string(), "The Lake Pact ¶3");
    assert_eq!(lake.outline().pinpoint(0, 1).to_string(), "front matter ¶1");
    assert_eq!(lake.outline().sections[1].paragraph_of(4), Some(3));
    assert_eq!(lake.outline().sections[1].paragraph_of(5), None);
}

/// What stands before each heading must be found by its own number: 0 with no words, and titles
/// that come again are told apart.
#[test]
fn headings_of_all_sorts() {
    let text = "# **One** ##\nText.\n## Notes\n### Notes\n#hashtag is text\n# Notes (2)\n#\nEnd.\n\
                ####### seven is text\n";
    let titles: Vec<String> =
        document(text).outline().sections.iter().map(|section| section.title.clone()).collect();
    assert_eq!(titles, ["", "One", "Notes", "Notes (2)", "Notes (2) (2)"]);
    assert_eq!(
        sentences(&document(text)),
        ["Text.", "#hashtag is text", "End. ####### seven is text"]
    );
    let outline = document(text).outline().clone();
    assert_eq!(
        (outline.find("Notes (2)"), outline.find("*One*"), outline.find("Two")),
        (Some(3), Some(1), None)
    );
}

#[test]
fn blocks_that_are_paragraphs_of_their_own() {
    let text = "\
A line
goes on\r
\x20 here.
- One item
  goes on
* Another
1. First
2. Second
It grew from
1996. Then it
fell.

---
> A quoted line
> goes on.

| Head | Row |
|------|-----|
| Cell | Other cell |
***
";
    let expected = [
        "A line goes on here.",
        "One item goes on",
        "Another",
        "1. First",
        "2. Second It grew from",
        "1996.",
        "Then it fell.",
        "A quoted line goes on.",
        "| Head | Row |",
        "| Cell | Other cell |",
    ];
    assert_eq!(sentences(&document(text)), expected);
}

/// Each case is a paragraph with a bar where a sentence ends.
#[test]
fn sentences_end_where_a_reader_ends_them() {
    let cases = [
        "The U.S. fleet and the U.S.-Japan pact stay.| So it goes.",
        "It came to the U.S.| The fleet left.| It left the U.S.",
        "They met in Washington, D.C. on Monday.| Nobody spoke.",
        "Mr. Ito met Dr. Lee, Gen. Oak and Lt. Col. Ash.| Mrs. Fir did not.",
        "Patrick M. Ashe and J. A. Oak of Sec. Perry's staff wrote No. 75.| Was it good?| No.| It was not!",
        "See Art. 5, p. 12 and ext. 523, or Vol. 2, Nos. 3 and 4.| Ask on Jan. 5.| Or on 5 Jan.",
        "It rose 3.5 percent, to 1,200.75 in 1996.| In 1997 it fell.",
        "The pact, \"based on the treaty...,\" holds.| And then... nothing.| Hm...| Next.",
        "He said \"it ends.\"| \"It does not,\" she said.| (It did.)| [So it did.]",
        "They ask: \"how far?\"| Far, e.g. to sea, i.e. out; cf. the map etc. and so on.",
        "Topics are: (1) ferries; (2) taxes, and tolls; and (3) winds.| (4) Next.",
        "A. Report Title: The Lake",
        "**A . Report Title:** The Lake",
        "1. The first item.| It has two sentences.",
        "IV. The fourth item.",
        "Take Plan B.| The other failed.| Ask for J. Oak.",
        "Call (202) 555-0100, ext. 5, or write to oak@lake.example.| Thanks.",
        "It met on 09/28/01.| On 1 May 1996 it met again.",
        "**Hence, it held.**| It still does.",
        "Notes follow.[12]| Each one.12| Here.¹| \"There.\"3| End",
        "Ash Inc. makes ferries.| So does Oak Inc.| It sells them.",
        "it ends.| 5 ferries stay. and this goes on.",
        "Ends at 5 p.m. sharp.| Or at 6 p.m.| The last.",
        "Wait?!| Yes!! no.",
        "Hosts: Ferry Press\nFerry House\nVarna 20001",
        "Trust--and ties.| --Oak",
    ];
    for case in cases {
        let text = case.replace("| ", " ");
        let expected: Vec<String> = case
            .split("| ")
            .map(|sentence| foedera::citation::fold(sentence).text().to_owned())
            .collect();
        assert_eq!(sentences(&document(&text)), expected, "{case}");
    }
}

const TORN: &str = "\
The envoys of the lake

20011001 048

states met in
Varna. They dis-

7
Lake Quarterly

cussed ferries at the lake states meeting.
";

fn artefact(after: &str, before: &str, how: Join) -> Artefact {
    Artefact { after: after.into(), before: before.into(), how }
}

#[test]
fn declared_page_breaks_are_mended() {
    let artefacts = [
        artefact("the  lake", "*states*", Join::Space),
        artefact("They dis", "cussed", Join::Nothing),
    ];
    let mended = Document::read(TORN, &artefacts);
    assert_eq!(mended.problems(), []);
    let expected = [
        "The envoys of the lake states met in Varna.",
        "They discussed ferries at the lake states meeting.",
    ];
    assert_eq!(sentences(&mended), expected);
    assert_eq!(mended.outline().sections[0].paragraphs, [2]);
    let second = &TORN[mended.sentence(0, 2).unwrap().range.clone()];
    assert!(second.starts_with("They dis-\n\n7") && second.ends_with("meeting."), "{second}");
    assert_eq!(mended.sha256(), document(TORN).sha256());
    assert_eq!(document(TORN).outline().sections[0].paragraphs, [1, 1, 2, 1, 1]);
}

#[test]
fn artefacts_that_match_no_one_place_are_told_of() {
    let text = "one\n\n12\n\ntwo one\n\n13\n\ntwo. ten\n# Ten\ntwelve\na\n1\n2\n3\n4\nb\nmid line";
    let artefacts = [
        artefact("one", "two", Join::Space),
        artefact("ten", "twelve", Join::Space),
        artefact("a", "b", Join::Space),
        artefact("mid", "line", Join::Space),
        artefact("", "two", Join::Space),
        artefact("wo one", "two", Join::Space),
        artefact("two one", "two", Join::Space),
    ];
    let problem = |index, flaw| ArtefactProblem { index, flaw };
    let expected = [
        problem(0, ArtefactFlaw::Ambiguous(2)),
        problem(1, ArtefactFlaw::NotFound),
        problem(2, ArtefactFlaw::NotFound),
        problem(3, ArtefactFlaw::NotFound),
        problem(4, ArtefactFlaw::Empty),
        problem(5, ArtefactFlaw::NotFound),
    ];
    let document = Document::read(text, &artefacts);
    assert_eq!(document.problems(), expected);
    assert_eq!(sentences(&document)[2], "two one two. ten");
}

#[test]
fn texts_without_words_have_no_sentences() {
    for text in ["", "\n\n", "---", "* * *", "# \n#", "-\n-\n", "\0", "…"] {
        let document = document(text);
        assert_eq!(document.sentences(), [], "{text:?}");
        assert_eq!(document.outline().sections.len(), 1, "{text:?}");
    }
}
