//! Every reading of a short history and term, enumerated day by day.

use super::{commitment, date};
use foedera::graph::{Standing, Status, TABLE, overdue};
use foedera::record::Step;
use foedera::time::Truth;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The days that are asked of, of January 2001; 0 and 13 stand for "any time before" and "after".
const DAYS: std::ops::RangeInclusive<u8> = 1..=12;

const STEPS: [Step; 6] = [
    Step::Recommended,
    Step::Agreed,
    Step::InForce,
    Step::Denounced,
    Step::Fulfilled,
    Step::Terminated,
];

/// A date that may mean several days: the days, and how a record would state it.
#[derive(Debug, Clone)]
struct Imprecise {
    first: u8,
    last: u8,
    field: String,
}

fn day(n: u8) -> String {
    format!("2001-01-{n:02}")
}

/// One day; a marked day, which may be a day off; or some day before one.
fn imprecise() -> impl Strategy<Value = Imprecise> {
    let exact = (2..=11u8).prop_map(|n| Imprecise {
        first: n,
        last: n,
        field: format!("on: \"{}\"", day(n)),
    });
    let about = (3..=10u8).prop_map(|n| Imprecise {
        first: n - 1,
        last: n + 1,
        field: format!("on: \"{}~\"", day(n)),
    });
    let before = (3..=11u8).prop_map(|n| Imprecise {
        first: 1,
        last: n - 1,
        field: format!("before: \"{}\"", day(n)),
    });
    prop_oneof![3 => exact, 2 => about, 1 => before, 1 => Just(Imprecise {
        first: 0, last: 13, field: String::new(),
    })]
}

/// The days on which each step may have been taken, in order; empty where they contradict it.
fn readings(history: &[Imprecise]) -> Vec<Vec<u8>> {
    let mut all = vec![Vec::new()];
    for step in history {
        let grown = all.iter().flat_map(|taken: &Vec<u8>| {
            let earliest = taken.last().copied().unwrap_or(0).max(step.first);
            (earliest..=step.last).map(move |n| [taken.as_slice(), &[n]].concat())
        });
        all = grown.collect();
    }
    all
}

/// A history in RON.
fn ron(steps: &[Step], dates: &[Imprecise]) -> String {
    let step = |(step, date): (&Step, &Imprecise)| format!("(step: {step:?}, {})", date.field);
    steps.iter().zip(dates).map(step).collect::<Vec<_>>().join(", ")
}

/// By the table: the status on a day, given when each step was taken and the term's ends.
fn status(steps: &[Step], taken: &[u8], term: Option<(u8, u8)>, on: u8) -> Status {
    let Some(last) = taken.iter().rposition(|n| *n <= on) else { return Status::NotYet };
    let row = TABLE.iter().find(|row| row.step == steps[last]).unwrap();
    match term {
        Some((start, _)) if on < start => row.before,
        Some((_, end)) if on > end => row.after,
        _ => row.within,
    }
}

proptest! {
    #[test]
    fn statuses_are_those_of_some_reading(
        steps in prop::sample::subsequence(STEPS.to_vec(), 1..=3),
        dates in prop::collection::vec(imprecise(), 3),
        term in prop::option::of((3..=6u8, 7..=10u8, any::<bool>())),
        due in prop::option::of((2..=10u8, any::<bool>())),
        on in DAYS,
    ) {
        let dates = &dates[..steps.len()];
        let all = readings(dates);
        prop_assume!(!all.is_empty());
        let (blur_term, terms) = match term {
            None => (String::new(), vec![None]),
            Some((start, end, blurred)) => {
                let (mark, off) = if blurred { ("~", 1) } else { ("", 0) };
                let starts = start - off..=start + off;
                let pairs = starts.flat_map(|s| (end - off..=end + off).map(move |e| Some((s, e))));
                (format!("term: \"{}{mark}/{}{mark}\",", day(start), day(end)), pairs.collect())
            }
        };
        let (due_field, dues) = match due {
            None => (String::new(), vec![None]),
            Some((n, blurred)) => {
                let (mark, off) = if blurred { ("~", 1) } else { ("", 0) };
                (format!("due: By(\"{}{mark}\"),", day(n)), (n - off..=n + off).map(Some).collect())
            }
        };
        let c = commitment(&format!("{blur_term}{due_field} history: [{}]", ron(&steps, dates)));

        let mut possible = BTreeSet::new();
        let mut over = BTreeSet::new();
        for taken in &all {
            for term in &terms {
                let status = status(&steps, taken, *term, on);
                possible.insert(status);
                for due in &dues {
                    over.insert(due.is_some_and(|due| on > due) && status.is_undertaken());
                }
            }
        }
        let standing = Standing::of(&c, Some(&date(&day(on))));
        prop_assert_eq!(&standing.possible, &possible.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(standing.decides.is_some(), standing.possible.len() > 1);
        let naive = match over.len() { 1 => Truth::from(over.contains(&true)), _ => Truth::Unknown };
        prop_assert_eq!(overdue(&c, &date(&day(on))), naive);
    }

    #[test]
    fn a_change_of_status_is_that_of_some_reading(
        steps in prop::sample::subsequence(STEPS.to_vec(), 1..=3),
        dates in prop::collection::vec(imprecise(), 3),
        from in DAYS, later in 1..=6u8,
    ) {
        let dates = &dates[..steps.len()];
        let all = readings(dates);
        prop_assume!(!all.is_empty() && from + later <= 12);
        let c = commitment(&format!("history: [{}]", ron(&steps, dates)));
        let changed: BTreeSet<bool> = all.iter().map(|taken| {
            status(&steps, taken, None, from) != status(&steps, taken, None, from + later)
        }).collect();
        let naive = match changed.len() { 1 => Truth::from(changed.contains(&true)), _ => Truth::Unknown };
        let on = |n: u8| Standing::of(&c, Some(&date(&day(n))));
        prop_assert_eq!(on(from + later).differs(&on(from)), naive);
    }
}
