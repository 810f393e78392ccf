//! EDTF dates, intervals and durations against values worked out by hand, and the questions asked
//! of an extent against a naive enumeration of its readings.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that can't go on fails")]

mod extents;
mod forms;
mod readings;

use foedera::time::{Date, Day, Extent, Interval, Truth, Window};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn interval(text: &str) -> Interval {
    text.parse().unwrap()
}

fn during(text: &str) -> Extent {
    Extent::new().during(&interval(text))
}

fn attested(text: &str) -> Extent {
    Extent::new().attested(&date(text))
}

/// Bounds as "first..last", nothing where there is none.
fn show(window: Window) -> String {
    let text = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}..{}", text(window.earliest()), text(window.latest()))
}

#[test]
fn truth_is_kleene() {
    use Truth::{No, Unknown, Yes};
    let rows = [
        (Yes, Yes, Yes, Yes),
        (Yes, No, No, Yes),
        (Yes, Unknown, Unknown, Yes),
        (No, Yes, No, Yes),
        (No, No, No, No),
        (No, Unknown, No, Unknown),
        (Unknown, Yes, Unknown, Yes),
        (Unknown, No, No, Unknown),
        (Unknown, Unknown, Unknown, Unknown),
    ];
    for (a, b, and, or) in rows {
        assert_eq!((a.and(b), a.or(b)), (and, or), "{a} {b}");
        assert_eq!(!a.and(b), (!a).or(!b), "De Morgan: {a} {b}");
    }
    assert_eq!([!Yes, !No, !Unknown], [No, Yes, Unknown]);
    assert_eq!(format!("{Yes} {No} {Unknown}"), "yes no can't tell");
    assert_eq!((Truth::from(true), Truth::from(false)), (Yes, No));
}
