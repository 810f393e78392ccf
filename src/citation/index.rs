//! The words of a folded text, indexed: finding words takes time for their rarest one, not for the
//! length of the text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostic::similarity;

/// How many places of one word are looked at for words that are nearly those sought.
const MAX_CANDIDATES: usize = 100;

/// How alike the nearest words must be to be worth showing, from 0 to 1.
const MIN_SIMILARITY: f64 = 0.5;

/// Where each word of a text stands. A word is a run of letters and digits.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// The bytes of each word, in order.
    words: Vec<Range<usize>>,
    /// For each word, its indexes in `words`, ascending.
    places: BTreeMap<String, Vec<usize>>,
}

impl Index {
    pub(super) fn new(text: &str) -> Self {
        let mut index = Self::default();
        for (word, range) in words(text) {
            let place = index.words.len();
            index.words.push(range);
            match index.places.get_mut(word) {
                Some(places) => places.push(place),
                None => drop(index.places.insert(word.to_owned(), vec![place])),
            }
        }
        index
    }

    /// Where the needle stands in the text as whole words, at or after byte `from`, in order. A
    /// needle without a word stands nowhere.
    pub(super) fn find<'a>(
        &'a self,
        text: &'a str,
        needle: &'a str,
        from: usize,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let places = words(needle).map(|(word, at)| (self.places_of(word), at.start));
        let (places, lead) = places.min_by_key(|(places, _)| places.len()).unwrap_or_default();
        let starts = places.iter().filter_map(move |place| self.start(*place)?.checked_sub(lead));
        starts
            .skip_while(move |start| *start < from)
            .map(|start| start..start + needle.len())
            .filter(|range| text.get(range.clone()) == Some(needle) && aligned(text, range))
    }

    /// Where as many words as the needle holds stand that are the most like it; the first such
    /// place.
    pub(super) fn nearest(&self, text: &str, needle: &str) -> Option<Range<usize>> {
        let sought: Vec<&str> = words(needle).map(|(word, _)| word).collect();
        let mut best: Option<(f64, Range<usize>)> = None;
        for first in self.candidates(&sought) {
            let last = first + sought.len() - 1;
            let Some((start, end)) = self.words.get(first).zip(self.words.get(last)) else {
                continue;
            };
            let window = text.get(start.start..end.end).filter(|window| !window.contains('\n'));
            let score = window.map_or(0.0, |window| similarity(window, needle));
            if score >= best.as_ref().map_or(MIN_SIMILARITY, |(least, _)| *least + f64::EPSILON) {
                best = Some((score, start.start..end.end));
            }
        }
        best.map(|(_, range)| range)
    }

    /// The words that something like `sought` may start at: by each of the three rarest of its
    /// words that the text knows, or else of the words that are most like them, and one off.
    fn candidates(&self, sought: &[&str]) -> BTreeSet<usize> {
        let known = |(at, word): (usize, &&str)| {
            let places = self.places_of(word);
            let places = if places.is_empty() { self.places_of(self.like(word)?) } else { places };
            Some((places, at))
        };
        let mut known: Vec<_> = sought.iter().enumerate().filter_map(known).collect();
        known.sort_by_key(|(places, _)| places.len());
        let near = known.into_iter().take(3).flat_map(|(places, at)| {
            places.iter().take(MAX_CANDIDATES).filter_map(move |place| place.checked_sub(at))
        });
        near.flat_map(|first| first.saturating_sub(1)..=first + 1).collect()
    }

    /// The word of the text that is most like one that it does not hold.
    fn like(&self, word: &str) -> Option<&str> {
        let alike = |other: &str| other.len().abs_diff(word.len()) <= word.len() / 3;
        let scored = self.places.keys().filter(|other| alike(other));
        let scored = scored.map(|other| (similarity(word, other), other));
        let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))?;
        (best.0 >= 0.66).then_some(best.1)
    }

    fn places_of(&self, word: &str) -> &[usize] {
        self.places.get(word).map_or(&[], Vec::as_slice)
    }

    fn start(&self, place: usize) -> Option<usize> {
        self.words.get(place).map(|range| range.start)
    }
}

/// Whether a range of a text does not start or end inside a word.
pub(super) fn aligned(text: &str, range: &Range<usize>) -> bool {
    let cuts = |at: usize| {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
    };
    !cuts(range.start) && !cuts(range.end)
}

/// The runs of letters and digits of a text, and where they stand.
fn words(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let ahead = text.get(rest..)?;
        let start = rest + ahead.find(char::is_alphanumeric)?;
        let word = text.get(start..)?;
        let len = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        rest = start + len;
        Some((word.get(..len)?, start..rest))
    })
}
