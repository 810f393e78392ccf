//! Characters that look like others, or change how text is shown.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::text::Place;
use unicode_security::MixedScript;
use unicode_security::mixed_script::is_potential_mixed_script_confusable_char;

declare_check! {
    /// An id or name holds characters that look like others, or controls that change how text is
    /// shown.
    ///
    /// ## Why it matters
    /// Two names that look the same are then not the same, and a reader can be made to see what is
    /// not there (Unicode Technical Standard 39; CVE-2021-42574).
    ///
    /// ## How to mend it
    /// Type the name anew.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "Jаpan", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "Japan", aliases: ["日本", "Япония"], cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "Côte d’Ivoire", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0901, "look-alike-characters", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let records = context.graph.records();
    for e in &records.entities {
        named(sink, &e.record.id, &e.record.name, &e.record.aliases, &e.place());
    }
    for c in &records.commitments {
        named(sink, &c.record.id, &c.record.name, &c.record.aliases, &c.place());
    }
    for s in &records.sources {
        look(sink, &s.record.id, || s.place().field("id"));
        look(sink, &s.record.title, || s.place().field("title"));
    }
    for v in &records.views {
        look(sink, &v.record.id, || v.place().field("id"));
        look(sink, &v.record.title, || v.place().field("title"));
    }
}

fn named(sink: &mut Sink, id: &str, name: &str, aliases: &[String], place: &Place) {
    look(sink, id, || place.field("id"));
    look(sink, name, || place.field("name"));
    for (i, alias) in aliases.iter().enumerate() {
        look(sink, alias, || place.field("aliases").item(i));
    }
}

fn look(sink: &mut Sink, text: &str, at: impl FnOnce() -> Place) {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return;
    }
    let unseen = text.chars().find(|c| c.is_control() || changes_display(*c));
    if let Some(c) = unseen {
        let message = format!("the name holds an unseen character, U+{:04X}", u32::from(c));
        sink.push(Diagnostic::new(&RULE, at(), message));
        return;
    }
    let mixed = text.split_whitespace().find(|word| !word.is_single_script());
    let alike = mixed.and_then(|word| {
        let foreign = |c: &char| !c.is_ascii() && is_potential_mixed_script_confusable_char(*c);
        word.chars().find(foreign).map(|c| (word, c))
    });
    if let Some((word, c)) = alike {
        let message =
            format!("`{word}` holds `{c}` (U+{:04X}), which looks like another", u32::from(c));
        sink.push(Diagnostic::new(&RULE, at(), message));
    }
}

/// Whether a character is a bidirectional control or has no width.
fn changes_display(c: char) -> bool {
    matches!(c,
        '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
