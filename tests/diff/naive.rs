//! Every reading of when something held, enumerated day by day.

use foedera::time::{AsOf, Date, Extent, Interval, Truth};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The days of the enumeration; 1 and 20 stand for "any time before" and "after" those asked of.
const FIRST: u8 = 1;
const LAST: u8 = 20;

fn day(n: u8) -> String {
    format!("2001-01-{n:02}")
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A day as a record states it, and the days that it may truly be.
#[derive(Debug, Clone)]
struct Known {
    text: String,
    first: u8,
    last: u8,
}

fn known() -> impl Strategy<Value = Known> {
    (4..=16u8, any::<bool>()).prop_map(|(n, blurred)| {
        let (mark, off) = if blurred { ("~", 1) } else { ("", 0) };
        Known { text: format!("{}{mark}", day(n)), first: n - off, last: n + off }
    })
}

/// What a record may state of a state, by field.
#[derive(Debug, Clone)]
struct Stated {
    start: Option<Known>,
    end: Option<Known>,
    attested: Option<Known>,
    began_after: Option<u8>,
    ended_before: Option<u8>,
}

fn stated() -> impl Strategy<Value = Stated> {
    let side = || prop::option::of(known());
    let bound = || prop::option::weighted(0.3, 4..=16u8);
    (side(), side(), side(), bound(), bound()).prop_map(
        |(start, end, attested, began_after, ended_before)| Stated {
            start,
            end,
            attested,
            began_after,
            ended_before,
        },
    )
}

impl Stated {
    fn extent(&self) -> Extent {
        let mut extent = Extent::new();
        if self.start.is_some() || self.end.is_some() {
            let side = |known: &Option<Known>| known.as_ref().map_or("", |k| &k.text).to_owned();
            let text = format!("{}/{}", side(&self.start), side(&self.end));
            extent = extent.during(&text.parse::<Interval>().unwrap());
        }
        if let Some(known) = &self.attested {
            extent = extent.attested(&date(&known.text));
        }
        if let Some(n) = self.began_after {
            extent = extent.began_after(&date(&day(n)));
        }
        if let Some(n) = self.ended_before {
            extent = extent.ended_before(&date(&day(n)));
        }
        extent
    }

    /// Every start and end that agrees with what is stated.
    fn readings(&self) -> Vec<(u8, u8)> {
        let within = |known: &Option<Known>, n: u8| {
            known.as_ref().is_none_or(|k| (k.first..=k.last).contains(&n))
        };
        let met = |start: u8, end: u8| {
            self.attested.as_ref().is_none_or(|k| start <= k.last && end >= k.first)
        };
        let pairs = (FIRST..=LAST).flat_map(|start| (start..=LAST).map(move |end| (start, end)));
        pairs
            .filter(|(start, end)| within(&self.start, *start) && within(&self.end, *end))
            .filter(|(start, end)| met(*start, *end))
            .filter(|(start, _)| self.began_after.is_none_or(|n| *start > n))
            .filter(|(_, end)| self.ended_before.is_none_or(|n| *end < n))
            .collect()
    }
}

/// What all readings agree on.
fn agreed(readings: &[(u8, u8)], ask: impl Fn(u8, u8) -> bool) -> Truth {
    let answers: BTreeSet<bool> = readings.iter().map(|(start, end)| ask(*start, *end)).collect();
    match answers.len() {
        1 => Truth::from(answers.contains(&true)),
        _ => Truth::Unknown,
    }
}

proptest! {
    #[test]
    fn changes_between_two_days_are_those_of_the_readings(
        stated in stated(), from in 3..=16u8, later in 1..=4u8,
    ) {
        let to = from + later;
        let readings = stated.readings();
        prop_assume!(!readings.is_empty());
        let extent = stated.extent();
        let on = |n: u8| AsOf::from(date(&day(n)).latest());
        let (d1, d2) = (on(from), on(to));
        let held = |n: u8, start: u8, end: u8| start <= n && n <= end;
        prop_assert_eq!(
            extent.began_between(&d1, &d2),
            agreed(&readings, |s, e| !held(from, s, e) && held(to, s, e) && s > from)
        );
        prop_assert_eq!(
            extent.ended_between(&d1, &d2),
            agreed(&readings, |s, e| held(from, s, e) && !held(to, s, e))
        );
        prop_assert_eq!(
            extent.passed_between(&d1, &d2),
            agreed(&readings, |s, e| s > from && e < to)
        );
        prop_assert_eq!(extent.begun_by(&d1), agreed(&readings, |s, _| s <= from));
        prop_assert_eq!(extent.over_by(&d1), agreed(&readings, |_, e| e < from));
    }

#[test]
    fn an_occurrence_took_place_between_two_days_in_some_reading(
        known in known(), from in 3..=16u8, later in 1..=4u8,
    ) {
        let extent = Extent::occurrence(&date(&known.text));
        let readings: Vec<(u8, u8)> = (known.first..=known.last).map(|n| (n, n)).collect();
        let on = |n: u8| AsOf::from(date(&day(n)).latest());
        prop_assert_eq!(
            extent.began_between(&on(from), &on(from + later)),
            agreed(&readings, |n, _| n > from && n <= from + later)
        );
        prop_assert_eq!(extent.ended_between(&on(from), &on(from + later)), Truth::No);
        prop_assert_eq!(extent.passed_between(&on(from), &on(from + later)), Truth::No);
    }
}
