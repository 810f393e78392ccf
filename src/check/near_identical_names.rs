//! Different things that bear nearly the same name.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeView;
use std::collections::HashMap;

declare_check! {
    /// Two things of one kind bear names that are the same but for case, spacing, punctuation or one
    /// letter.
    ///
    /// ## Why it matters
    /// They may be one thing recorded twice.
    ///
    /// ## How to mend it
    /// Merge the two records, or tell them apart in their names; where both are right, waive this
    /// check with the reason.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: Person, name: "Seiki Nishihiro", cites: [("s")]),
    ///     Entity(id: "b", kind: Person, name: "Seiki Nishihira", cites: [("s")]),
    ///     Relation(from: "a", kind: Met, to: "b", during: "1995", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: Provision, name: "Article 5", of: "t", cites: [("s")]),
    ///     Entity(id: "b", kind: Provision, name: "Article 6", of: "t", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "Treaty", cites: [("s")]),
    /// ]
    /// ```
    F0902, "near-identical-names", Warn
}

/// Names shorter than this are too short to be told apart by one letter.
const MIN_LETTERS: usize = 8;

/// A node with the letters of its name.
type Folded<'g> = (NodeView<'g>, Vec<char>);

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let mut seen: HashMap<(String, u64), Vec<Folded<'_>>> = HashMap::new();
    for node in context.graph.nodes().filter(|node| node.relation().is_none()) {
        let letters: Vec<char> = folded(node.name());
        let mut earlier: Option<NodeView<'_>> = None;
        for key in keys(node, &letters) {
            let bucket = seen.entry(key).or_default();
            let alike = bucket
                .iter()
                .find(|(other, name)| other.index() != node.index() && is_alike(name, &letters));
            earlier = earlier.or(alike.map(|(other, _)| *other));
            bucket.push((node, letters.clone()));
        }
        if let Some(other) = earlier {
            let message = format!("`{}` and `{}` bear nearly the same name", node.id(), other.id());
            let finding = Diagnostic::new(&RULE, node.place().field("name"), message)
                .related(other.place().field("name"), "the other name");
            sink.push(finding);
        }
    }
}

/// The letters and digits of a name, in lower case.
fn folded(name: &str) -> Vec<char> {
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Keys of which two alike names share at least one: the first and the last half.
fn keys(node: NodeView<'_>, letters: &[char]) -> Vec<(String, u64)> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let half = letters.len() / 2;
    let hash = |part: &[char], end: bool| {
        let mut hasher = DefaultHasher::new();
        (part, end).hash(&mut hasher);
        hasher.finish()
    };
    let (front, back) = (hash(&letters[..half.min(4)], false), {
        hash(&letters[letters.len() - half.min(4)..], true)
    });
    vec![(node.kind().to_owned(), front), (node.kind().to_owned(), back)]
}

/// Whether two folded names are the same, or differ in one letter (never a digit) and are long.
fn is_alike(a: &[char], b: &[char]) -> bool {
    if a == b {
        return true;
    }
    if a.len().min(b.len()) < MIN_LETTERS {
        return false;
    }
    let digits = |name: &[char]| name.iter().filter(|c| c.is_numeric()).collect::<String>();
    digits(a) == digits(b) && strsim::generic_damerau_levenshtein(a, b) == 1
}
