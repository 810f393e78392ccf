//! The order of two dates, where there is one.

use super::Date;
use std::cmp::Ordering;

/// How `a` stands to `b`, `None` where readings differ.
///
/// `Less` means that every day of `a` precedes every day of `b`; `Equal` only that both are the
/// same, firm day.
pub fn compare(a: &Date, b: &Date) -> Option<Ordering> {
    let (a, b) = (a.reach(), b.reach());
    if a.last < b.first {
        Some(Ordering::Less)
    } else if a.first > b.last {
        Some(Ordering::Greater)
    } else {
        (a == b && a.first == a.last).then_some(Ordering::Equal)
    }
}
