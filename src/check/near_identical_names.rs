//! Different things that bear nearly the same name.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeView;
use foldhash::fast::FixedState;
use std::collections::BTreeMap;
use std::hash::BuildHasher;

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
/// The base of the polynomial that spellings are hashed by; any large odd number will do.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let nodes = context.graph.nodes().filter(|node| node.relation().is_none());
    let named: Vec<(NodeView<'_>, Vec<char>)> =
        nodes.map(|node| (node, folded(node.name()))).collect();
    for (later, earlier) in alike(&named) {
        let (node, other) = (named[later].0, named[earlier].0);
        let message = format!("`{}` and `{}` bear nearly the same name", node.id(), other.id());
        let finding = Diagnostic::new(&RULE, node.place().field("name"), message)
            .related(other.place().field("name"), "the other name");
        sink.push(finding);
    }
}

/// Each name that is like an earlier one, with the first that it is like. Names that share no spelling
/// are never compared; sorting the spellings brings those together that do.
fn alike(named: &[(NodeView<'_>, Vec<char>)]) -> Vec<(usize, usize)> {
    let mut spelled: Vec<(u64, usize)> = Vec::new();
    for (number, (node, letters)) in named.iter().enumerate() {
        spelled.extend(spellings(node.kind(), letters).map(|spelling| (spelling, number)));
    }
    spelled.sort_unstable();
    spelled.dedup();
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for run in spelled.chunk_by(|a, b| a.0 == b.0) {
        for (at, (_, later)) in run.iter().enumerate() {
            let like = |(_, n): &&(u64, usize)| is_alike(&named[*n].1, &named[*later].1);
            if let Some((_, earlier)) = run[..at].iter().find(like) {
                let known = first.entry(*later).or_insert(*earlier);
                *known = (*known).min(*earlier);
            }
        }
    }
    first.into_iter().collect()
}

/// The letters and digits of a name, in lower case.
fn folded(name: &str) -> Vec<char> {
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Hashes of a kind, a number, and the letters as they are and with each one left out: of two names
/// that differ by one letter, or by the order of two, leaving out one of each makes the same.
fn spellings(kind: &str, letters: &[char]) -> impl Iterator<Item = u64> {
    let seed = FixedState::default().hash_one((kind, digits(letters)));
    let join = |hash: u64, letter: char| hash.wrapping_mul(BASE).wrapping_add(u64::from(letter));
    let mut before = vec![0];
    for (n, letter) in letters.iter().enumerate() {
        before.push(join(before[n], *letter));
    }
    let whole = before[letters.len()];
    let (mut after, mut power) = (0u64, 1u64);
    let mut all = vec![whole];
    for (n, letter) in letters.iter().enumerate().rev() {
        all.push(before[n].wrapping_mul(power).wrapping_add(after));
        after = after.wrapping_add(u64::from(*letter).wrapping_mul(power));
        power = power.wrapping_mul(BASE);
    }
    all.into_iter().map(move |hash| hash.wrapping_mul(BASE) ^ seed)
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
