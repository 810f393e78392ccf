//! Citations: folding, reading, resolving, locking and coverage, on invented texts, and on the
//! paper itself where it is at hand.
#![allow(clippy::disallowed_methods, reason = "tests read the source texts where they lie")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use foedera::citation::{Document, Locator, Passage};

#[path = "citation/covering.rs"]
mod covering;
#[path = "citation/folding.rs"]
mod folding;
#[path = "citation/locking.rs"]
mod locking;
#[path = "citation/paper.rs"]
mod paper;
#[path = "citation/properties.rs"]
mod properties;
#[path = "citation/reading.rs"]
mod reading;
#[path = "citation/resolving.rs"]
mod resolving;

/// An invented paper: two sections after the front matter, five sentences.
const LAKE: &str = "\
By A. Writer

# The Lake Pact

The lake states met in Varna. They signed a *pact* of five articles.

- Each state keeps one ferry.
- No state taxes the ferries of another

# Doubts

Will the pact hold? Two envoys doubt it.
";

fn document(text: &str) -> Document {
    Document::read(text, &[])
}

fn locator(text: &str) -> Locator {
    text.parse().unwrap()
}

fn passage(document: &Document, text: &str) -> Passage {
    document.resolve(&locator(text)).unwrap()
}

/// The folded text of each sentence.
fn sentences(document: &Document) -> Vec<&str> {
    let text = |s: &foedera::citation::Sentence| document.text_of(s.section, s.number..=s.number);
    document.sentences().iter().map(|sentence| text(sentence).unwrap()).collect()
}
