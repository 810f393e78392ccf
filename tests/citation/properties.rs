//! What holds for every text.

use foedera::citation::{Document, Locator, Lock, Text, Unresolved, fold};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

/// An invented word, with the punctuation that may cling to it.
fn word() -> impl Strategy<Value = String> {
    "([(“\"]|\\*\\*)?[A-Za-zé]{1,6}([-—'][a-z]{1,3})?([.,;?]|\\.”|\\*\\*|\\)|…|\\.\\.\\.)?"
}

/// An invented paragraph: its words, and what stands before and between them.
fn paragraph() -> impl Strategy<Value = (&'static str, Vec<String>, &'static str)> {
    let lead = prop::sample::select(vec!["", "", "- ", "> "]);
    let gap = prop::sample::select(vec![" ", "\n", "  "]);
    (lead, prop::collection::vec(word(), 12..40), gap)
}

fn text(paragraphs: &[(&str, Vec<String>, &str)]) -> String {
    let blocks = paragraphs.iter().enumerate().map(|(at, (lead, words, gap))| {
        let heading = if at % 3 == 1 { format!("## Part {at}\n\n") } else { String::new() };
        format!("{heading}{lead}{}\n\n", words.join(gap))
    });
    blocks.collect()
}

fn folded(text: &str) -> String {
    fold(text).text().to_owned()
}

proptest! {
    #[test]
    fn the_way_back_is_monotone_and_in_range(text in any::<String>()) {
        let folded = fold(&text);
        let mut last = 0..0;
        for (at, char) in folded.text().char_indices() {
            let origin = folded.original(at..at + char.len_utf8());
            prop_assert!(origin.start >= last.start && origin.end >= last.end);
            prop_assert!(origin.start < origin.end && origin.end <= text.len());
            prop_assert!(text.get(origin.clone()).is_some(), "not at the bounds of a character");
            last = origin;
        }
        prop_assert!(!folded.text().contains("  ") && folded.text().trim() == folded.text());
    }

    #[test]
    fn folding_again_changes_nothing(text in "[a-c \\\\*_\\-—…“'.!\u{200b}\n]{0,30}") {
        let once = folded(&text);
        prop_assert_eq!(folded(&once), once);
    }

    #[test]
    fn reading_never_panics_and_loses_no_word(text in "([-#>|*_.!?\\[\\]()0-9a-zA-Z\\\\é…\u{0}\n ]|\\PC){0,200}") {
        let document = Document::read(&text, &[]);
        let mut last = (0, 0, 0);
        for sentence in document.sentences() {
            let key = (sentence.section, sentence.paragraph, sentence.number);
            prop_assert!(key > last);
            last = key;
            let words = text.get(sentence.range.clone());
            prop_assert!(words.is_some_and(|words| words.contains(char::is_alphanumeric)));
        }
        prop_assert_eq!(document.sentences().len(), document.outline().sentences());
    }

    #[test]
    fn consecutive_words_resolve_to_their_place(
        paragraphs in prop::collection::vec(paragraph(), 1..5),
        pick in any::<prop::sample::Index>(),
        from in any::<prop::sample::Index>(),
        count in 3..=12_usize,
    ) {
        let text = text(&paragraphs);
        let (_, words, _) = pick.get(&paragraphs);
        let from = from.index(words.len() - count + 1);
        let written = words[from..from + count].join(" ");
        let locator: Locator = written.replace('…', "...").parse().unwrap();
        let document = Document::read(&text, &[]);
        match document.resolve(&locator) {
            Ok(passage) => {
                let found = text[passage.range.clone()].replace("\n> ", "\n");
                prop_assert_eq!(folded(&found), folded(&written));
                let block: usize = paragraphs[..pick.index(paragraphs.len())].len();
                let headed = (0..=block).filter(|at| at % 3 == 1).count();
                prop_assert_eq!(passage.section, headed);
            }
            Err(Unresolved::Ambiguous { .. }) => {
                let places = folded(&text).matches(&folded(&written)).count();
                prop_assert!(places > 1, "{} stands {} times", written, places);
            }
            Err(other) => prop_assert!(false, "{}: {}", written, other),
        }
    }

    #[test]
    fn a_lock_survives_writing_and_reading(
        paragraphs in prop::collection::vec(paragraph(), 1..5),
        starts in prop::collection::vec(any::<prop::sample::Index>(), 0..8),
    ) {
        let text = text(&paragraphs);
        let document = Document::read(&text, &[]);
        let words: Vec<&str> = text.split_whitespace().collect();
        let locators = starts.iter().filter_map(|at| {
            let at = at.index(words.len() - 4);
            words[at..at + 4].join(" ").replace('…', "...").parse::<Locator>().ok()
        });
        let cited: Vec<_> =
            locators.filter_map(|l| document.resolve(&l).ok().map(|passage| (l, passage))).collect();
        let source = Text { source: "s", file: "f", document: &document };
        let lock = Lock::build([source], cited.iter().map(|(l, passage)| ("s", l, passage)));
        prop_assert_eq!(Lock::read(&lock.to_string()).unwrap(), lock);
    }

    #[test]
    fn reading_a_lock_never_panics(text in "(version\t1\n)?((source|section|paragraph|cite)(\t[0-9a-f.+\\\\-]{0,3}){1,7}\n){0,6}") {
        if let Ok(lock) = Lock::read(&text) {
            prop_assert_eq!(Lock::read(&lock.to_string()).unwrap(), lock);
        }
    }
}

/// A megabyte of invented words, a thousand locators: searching the text from its start for each of
/// them would not end.
#[test]
fn a_thousand_locators_in_a_megabyte() {
    let mut state = 7_u32;
    let mut random = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    let mut words: Vec<String> = Vec::new();
    for _ in 0..170_000 {
        let (kind, name) = (random(3), random(20_000));
        words.push(if kind == 0 { format!("w{name}") } else { format!("c{}", name % 40) });
    }
    let lines: Vec<String> = words.chunks(60).map(|line| format!("{}.", line.join(" "))).collect();
    let text = lines.join("\n\n");
    let locators: Vec<Locator> =
        words.chunks(170).map(|chunk| chunk[..10].join(" ").parse().unwrap()).collect();
    let document = Document::read(&text, &[]);
    for (at, locator) in locators.iter().enumerate() {
        let over_a_full_stop = at * 170 % 60 > 50;
        assert_eq!(document.resolve(locator).is_ok(), !over_a_full_stop, "{locator}");
    }
}

/// Reading takes time that grows with the length of the text, whatever stands in it: if it grew with
/// the square, this test would not end.
#[test]
fn hostile_texts_are_read_as_fast_as_others() {
    for unit in [
        "[", "[a](", "[a](b", "](", "# a\n", "- a\n", "A. ", "a", "*", "a* ", "\\", "> ", "1. a\n",
        "…",
    ] {
        let document = Document::read(&unit.repeat(300_000 / unit.len()), &[]);
        assert!(document.resolve(&"a b".parse().unwrap()).is_err());
    }
}
