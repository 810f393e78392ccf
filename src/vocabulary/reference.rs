//! The reference page of a vocabulary, in Markdown.

use super::kinds::{Holding, PerTo, RelationKind};
use super::{Ident, Vocabulary};
use std::fmt::Write;

/// Every kind of a vocabulary with what it means, as a page of Markdown.
pub fn reference(vocabulary: &Vocabulary) -> String {
    let mut page = String::from("# The vocabulary\n\nGenerated from `data/vocabulary/`.\n");
    page.push_str("\n## Kinds of entity\n\n| kind | is a | means |\n|---|---|---|\n");
    for kind in vocabulary.entities() {
        let is_a = kind.is_a.as_ref().map_or("", Ident::as_str);
        line(&mut page, &[&kind.id.0, is_a, &kind.gloss]);
    }
    page.push_str("\n## Kinds of relation\n\n");
    page.push_str("| kind | reads | from | to | rules | means |\n|---|---|---|---|---|---|\n");
    for kind in vocabulary.relations() {
        let reads = format!("{} / {}", kind.forward, kind.backward);
        let (from, to) = (list(&kind.from), list(&kind.to));
        line(&mut page, &[&kind.id.0, &reads, &from, &to, &rules(kind), &kind.gloss]);
    }
    page.push_str("\n## Roles\n\n| role | reads | means |\n|---|---|---|\n");
    for kind in vocabulary.roles() {
        let reads = format!("{} / {}", kind.forward, kind.backward);
        line(&mut page, &[&format!("{:?}", kind.id), &reads, &kind.gloss]);
    }
    page.push_str("\n## Kinds of obligation\n\n");
    page.push_str("| kind | COW class | ATOP variable | means |\n|---|---|---|---|\n");
    for kind in vocabulary.obligations() {
        let cow = kind.cow.map_or("", |cow| cow.label());
        let atop = kind.atop.as_deref().unwrap_or("");
        line(&mut page, &[&kind.id.0, cow, atop, &kind.gloss]);
    }
    page.push_str("\n## Kinds of measure\n\n| kind | units | means |\n|---|---|---|\n");
    for kind in vocabulary.measures() {
        line(&mut page, &[&kind.id.0, &kind.units.join(", "), &kind.gloss]);
    }
    page
}

fn line(page: &mut String, cells: &[&str]) {
    writeln!(page, "| {} |", cells.join(" | ").trim_end()).unwrap_or_default();
}

fn list(kinds: &[Ident]) -> String {
    kinds.iter().map(Ident::as_str).collect::<Vec<_>>().join(", ")
}

fn rules(kind: &RelationKind) -> String {
    let mut rules: Vec<String> = Vec::new();
    rules.push(match kind.holding {
        Holding::State => "holds through its time".into(),
        Holding::Occurrence => "took place".into(),
    });
    if kind.symmetric {
        rules.push("both ways".into());
    }
    if kind.acyclic {
        rules.push("no circles".into());
    }
    if let Some(n) = kind.per_from {
        rules.push(format!("at most {n} at a time"));
    }
    match kind.per_to {
        Some(PerTo::AtMost(n)) => rules.push(format!("at most {n} to one at a time")),
        Some(PerTo::Seats) => rules.push("as many to one as it has seats".into()),
        None => {}
    }
    rules.join("; ")
}
