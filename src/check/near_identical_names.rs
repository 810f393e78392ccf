//! Different things that bear nearly the same name.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeView;
use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

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

/// What two alike names have in common: a kind, and the hash of a number and of a spelling of the
/// letters with at most one left out.
type Key<'g> = (&'g str, u64);

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let mut seen: HashMap<Key<'_>, Vec<usize>> = HashMap::new();
    let mut named: Vec<(NodeView<'_>, Vec<char>)> = Vec::new();
    for node in context.graph.nodes().filter(|node| node.relation().is_none()) {
        let letters = folded(node.name());
        let keys = keys(node, &letters);
        let near = keys.iter().filter_map(|key| seen.get(key)).flatten();
        let earlier = near.copied().filter(|n| is_alike(&named[*n].1, &letters)).min();
        if let Some((other, _)) = earlier.map(|n| &named[n]) {
            let message = format!("`{}` and `{}` bear nearly the same name", node.id(), other.id());
            let finding = Diagnostic::new(&RULE, node.place().field("name"), message)
                .related(other.place().field("name"), "the other name");
            sink.push(finding);
        }
        keys.into_iter().for_each(|key| seen.entry(key).or_default().push(named.len()));
        named.push((node, letters));
    }
}

/// The letters and digits of a name, in lower case.
fn folded(name: &str) -> Vec<char> {
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The keys of a name: of two names that differ by one letter, or by the order of two, leaving out
/// one of each makes the same.
fn keys<'g>(node: NodeView<'g>, letters: &[char]) -> BTreeSet<Key<'g>> {
    let number = digits(letters);
    let without = |skipped: usize| {
        let mut hasher = DefaultHasher::new();
        number.hash(&mut hasher);
        let kept = letters.iter().enumerate().filter(|(n, _)| *n != skipped);
        kept.for_each(|(_, letter)| letter.hash(&mut hasher));
        (node.kind(), hasher.finish())
    };
    (0..=letters.len()).map(without).collect()
}

fn digits(name: &[char]) -> String {
    name.iter().filter(|c| c.is_numeric()).collect()
}

/// Whether two folded names are the same or differ by one letter, but not in a number.
fn is_alike(a: &[char], b: &[char]) -> bool {
    if a == b {
        return true;
    }
    a.len().min(b.len()) >= MIN_LETTERS
        && digits(a) == digits(b)
        && strsim::generic_damerau_levenshtein(a, b) == 1
}
