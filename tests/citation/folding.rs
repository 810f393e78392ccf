//! What folding makes alike, and the way back to the text.

use foedera::citation::fold;

#[test]
fn spellings_of_the_same_words_fold_alike() {
    let cases = [
        ("  one \t two\r\n\u{a0}three ", "one two three"),
        ("**bold** and *slanted* and _so_ and ***both***.", "bold and slanted and so and both."),
        ("**A whole sentence.** Next", "A whole sentence. Next"),
        ("snake_case and 3*4 and 2 * 3 and a ** b", "snake_case and 3*4 and 2 * 3 and a ** b"),
        ("a-b a\u{2011}b a–b a—b a--b a---b a−b", "a-b a-b a-b a-b a-b a-b a-b"),
        (
            "“double” ‘single’ \"straight\" «angled» it’s",
            "'double' 'single' 'straight' 'angled' it's",
        ),
        ("and so on… Then", "and so on... Then"),
        (r"snake\_case, \*starred\*, 1\. item", "snake_case, starred, 1. item"),
        (r"Initials: \_\_VM\_\_", "Initials: VM"),
        ("see [the *old* page](https://example.org/a_(b)?c=*d*) now", "see the old page now"),
        ("[not a link] (aside), [nor this](unclosed", "[not a link] (aside), [nor this](unclosed"),
        ("soft\u{ad}hyphen, zero\u{200b}width, nul\0", "softhyphen, zerowidth, nul"),
        ("Case Is KEPT", "Case Is KEPT"),
        ("", ""),
        (" * ", "*"),
    ];
    for (text, folded) in cases {
        assert_eq!(fold(text).text(), folded, "{text:?}");
        assert_eq!(fold(folded).text(), folded, "folding {folded:?} again");
    }
}

#[test]
fn a_folded_range_leads_back_to_its_bytes() {
    let text = "A **bold**  claim — “so”…";
    let folded = fold(text);
    assert_eq!(folded.text(), "A bold claim - 'so'...");
    let back = |words: &str| {
        let at = folded.text().find(words).unwrap();
        &text[folded.original(at..at + words.len())]
    };
    assert_eq!(back("bold"), "bold");
    assert_eq!(back("bold claim"), "bold**  claim");
    assert_eq!(back("- 'so'"), "— “so”");
    assert_eq!(back("."), "…");
    assert_eq!(back("..."), "…");
    assert_eq!(folded.original(2..2), 4..4);
    assert_eq!(folded.original(99..100), text.len()..text.len());
}

#[test]
fn words_can_be_spelled_as_the_original_spells_them() {
    let text = "  **Clashes--“Partners”**\n  [and so on…](#top) ";
    assert_eq!(fold(text).spelled(text), "Clashes--“Partners” and so on…");
}
