//! What the questions answer, and which statement decides, in cases worked out by hand.

use super::{attested, date, during, show};
use foedera::time::{Duration, Extent, Truth, compare};
use std::cmp::Ordering;

#[test]
fn dates_compare_where_every_reading_agrees() {
    use Ordering::{Equal, Greater, Less};
    let rows = [
        ("1995", "1996-01-01", Some(Less)),
        ("1996", "1995-12-31", Some(Greater)),
        ("1996-04-17", "1996-04-17", Some(Equal)),
        ("1996-04", "1996-04", None),
        ("1996", "1996-04-17", None),
        ("1996-04-16~", "1996-04-17", None),
        ("1996-04-15~", "1996-04-17", Some(Less)),
        ("1996-04-17~", "1996-04-17~", None),
        ("1994?", "1996", Some(Less)),
        ("1994?", "1995-12-31", None),
    ];
    for (a, b, order) in rows {
        assert_eq!(compare(&date(a), &date(b)), order, "{a} {b}");
        assert_eq!(compare(&date(b), &date(a)), order.map(Ordering::reverse), "{b} {a}");
    }
}

#[test]
fn a_mark_blurs_the_edges_by_a_unit_and_moves_nothing() {
    let reach = |text| show(date(text).reach());
    assert_eq!(reach("1960"), "1960-01-01..1960-12-31");
    assert_eq!(reach("1960~"), "1959-01-01..1961-12-31");
    assert_eq!(reach("1960-03?"), "1960-02-01..1960-04-30");
    assert_eq!(reach("1960-03-01%"), "1960-02-29..1960-03-02");
    assert_eq!(reach("1960-21~"), "1959-12-01..1960-08-31");
    assert_eq!(reach("196X~"), "1950-01-01..1979-12-31");
    let since = during("1960~/..");
    assert_eq!(show(since.start_window()), "1960-01-01..1960-12-31");
    let on = |day: &str| since.holds_on(&day.parse().unwrap()).truth;
    assert_eq!(on("1958-12-31"), Truth::No);
    assert_eq!(["1959-01-01", "1960-06-15", "1961-12-30"].map(on), [Truth::Unknown; 3]);
    assert_eq!(on("1961-12-31"), Truth::Yes);
    let later = Extent::new().began_after(&date("1989~"));
    let earlier = Extent::new().ended_before(&date("1996-05?"));
    let truth = |extent: &Extent, day: &str| extent.holds_on(&day.parse().unwrap()).truth;
    assert_eq!(truth(&later, "1988-12-31"), Truth::No, "beyond a unit, firm");
    assert_eq!(truth(&later, "1989-01-01"), Truth::Unknown, "it may mean 1988");
    assert_eq!(truth(&earlier, "1996-05-31"), Truth::Unknown, "it may mean June");
    assert_eq!(truth(&earlier, "1996-06-01"), Truth::No);
}

/// A day or span asked, the answer, and the statement that decides.
type Asked = (&'static str, Truth, &'static str);

fn holds(extent: &Extent, rows: &[Asked]) {
    for (asked, truth, decides) in rows {
        let verdict = extent.holds_on(&asked.parse().unwrap());
        assert_eq!(verdict.truth, *truth, "{} on {asked}", extent.in_words());
        let decides = (!decides.is_empty()).then(|| (*decides).to_string());
        assert_eq!(verdict.decides, decides, "{} on {asked}", extent.in_words());
    }
}

#[test]
fn intervals_hold() {
    use Truth::{No, Unknown, Yes};
    holds(
        &during("1996-04/1996-06"),
        &[
            ("1996-03-31", No, "the start in April 1996"),
            ("1996-04-15", Unknown, "the start in April 1996"),
            ("1996-04-30", Yes, "the start in April 1996"),
            ("1996-06-01", Yes, "the start in April 1996"),
            ("1996-06-30", Unknown, "the end in June 1996"),
            ("1996-07-01", No, "the end in June 1996"),
            ("1996-05", Yes, "the start in April 1996"),
            ("1996-04", Yes, "the start in April 1996"),
            ("1996", Yes, "the start in April 1996"),
            ("1996-07", No, "the end in June 1996"),
        ],
    );
    holds(
        &during("1996-04"),
        &[
            ("1996-03-31", No, "the date April 1996"),
            ("1996-04-01", Yes, "the date April 1996"),
            ("1996-05-01", No, "the date April 1996"),
            ("1996", Yes, "the date April 1996"),
        ],
    );
    holds(
        &during("1996-04-XX"),
        &[
            ("1996-04-17", Unknown, "the date some day in April 1996"),
            ("1996-04", Yes, "the date some day in April 1996"),
        ],
    );
}

#[test]
fn open_and_unknown_ends_hold() {
    use Truth::{No, Unknown, Yes};
    let unknown_end = "the end, which is unknown";
    holds(&during("1960-01-19/.."), &[("9998", Yes, "the start on 19 January 1960")]);
    holds(
        &during("1960-01-19/"),
        &[
            ("1960-01-19", Yes, "the start on 19 January 1960"),
            ("1960-01-20", Unknown, unknown_end),
            ("1960-01", Yes, "the start on 19 January 1960"),
        ],
    );
    holds(
        &during("/1996"),
        &[("1990", Unknown, "the start, which is unknown"), ("1997", No, "the end in 1996")],
    );
    holds(
        &during("../1994"),
        &[
            ("1900", Yes, "the end in 1994"),
            ("1994-06", Unknown, "the end in 1994"),
            ("1994", Yes, "the end in 1994"),
        ],
    );
    holds(&during("../.."), &[("1996", Yes, "the open end")]);
}

#[test]
fn partial_knowledge_holds() {
    use Truth::{No, Unknown, Yes};
    holds(&Extent::undated(), &[("1996", Unknown, "")]);
    holds(&Extent::new().lasted(&"P5Y".parse().unwrap()), &[("1996", Unknown, "")]);
    let november = "the attestation in November 1995";
    holds(
        &attested("1995-11"),
        &[
            ("1995-11", Yes, november),
            ("1995", Yes, november),
            ("1995-11-15", Unknown, november),
            ("1996", Unknown, november),
        ],
    );
    let seventeenth = "the attestation on 17 April 1996";
    holds(
        &attested("1996-04-17").attested(&date("1995-11")),
        &[
            ("1996-04-17", Yes, seventeenth),
            ("1996-04-18", Unknown, seventeenth),
            ("1995-12-01", Unknown, november),
            ("1996-02", Unknown, seventeenth),
        ],
    );
    holds(
        &Extent::new().ended_before(&date("1996-05")),
        &[
            ("1996-04-30", Unknown, "the end before May 1996"),
            ("1996-05-01", No, "the end before May 1996"),
            ("1996", Unknown, "the end before May 1996"),
            ("1996-05", No, "the end before May 1996"),
        ],
    );
    holds(
        &Extent::new().began_after(&date("1989")),
        &[
            ("1989-12-31", No, "the start after 1989"),
            ("1990-01-01", Unknown, "the start after 1989"),
        ],
    );
}

#[test]
fn statements_combine() {
    use Truth::{No, Unknown, Yes};
    let november = "the attestation in November 1995";
    let murayama = attested("1995-11").ended_before(&date("1996-05")).began_after(&date("1989"));
    holds(
        &murayama,
        &[
            ("1989", No, "the start after 1989"),
            ("1995-11", Yes, november),
            ("1996-02", Unknown, "the end before May 1996"),
            ("1996-05", No, "the end before May 1996"),
        ],
    );
    holds(
        &during("1993/").attested(&date("1995-11-05")),
        &[("1994", Yes, "the start in 1993"), ("1995-11-06", Unknown, "the end, which is unknown")],
    );
    let contradictory = during("1993/1994").attested(&date("1996"));
    assert!(contradictory.is_contradictory() && !murayama.is_contradictory());
    assert!(during("1996/1995").is_contradictory());
    holds(&contradictory, &[("1993-06", Unknown, "its dates, which contradict each other")]);
}

#[test]
fn occurrences_hold_from_their_date_on() {
    use Truth::{No, Unknown, Yes};
    holds(
        &Extent::occurrence(&date("1996-04")),
        &[
            ("1996-03-31", No, "the date April 1996"),
            ("1996-04-17", Unknown, "the date April 1996"),
            ("1996-04", Yes, "the date April 1996"),
            ("2020", Yes, "the date April 1996"),
        ],
    );
    holds(
        &Extent::new().ended_before(&date("1996-05")).as_occurrence(),
        &[
            ("1990", Unknown, "the date before May 1996"),
            ("1996-05-01", Yes, "the date before May 1996"),
        ],
    );
    let summit = Extent::occurrence(&date("1996-04-17"));
    assert_eq!(summit.before(&Extent::occurrence(&date("1996-04-18"))), Yes);
    assert_eq!(during("1924-03-03/..").contains(&summit), Yes);
}

#[test]
fn lengths_bound_the_other_end() {
    let lasted = |extent: Extent, length: &str| extent.lasted(&length.parse().unwrap());
    let ends = lasted(during("1994-10-15/"), "P18M");
    assert_eq!(show(ends.end_window()), "1996-04-14..1996-05-13");
    assert_eq!(show(lasted(during("1996-04-16/"), "P1D").end_window()), "1996-04-16..1996-04-16");
    assert_eq!(show(lasted(during("1996-04-16/"), "P0D").end_window()), "1996-04-16..1996-04-16");
    let starts = lasted(during("/1996-01-11"), "P1Y");
    assert_eq!(show(starts.start_window()), "1994-01-13..1995-01-12");
    holds(&starts, &[("1994-01-12", Truth::No, "the length of 1 year")]);
}

#[test]
fn extents_relate() {
    use Truth::{No, Unknown, Yes};
    let murayama = during("1994-06-30/1996-01-11");
    let hashimoto = during("1996-01-11/1998-07-30");
    assert_eq!(murayama.overlaps(&hashimoto), Unknown, "an office changes hands");
    assert_eq!(hashimoto.overlaps(&murayama), Unknown);
    assert_eq!(murayama.before(&hashimoto), Unknown);
    assert_eq!(murayama.overlaps(&during("1996-01-10/1996-02")), Yes);
    assert_eq!(
        murayama.overlaps(&during("1996-01-11")),
        Yes,
        "no handover: one day, wholly inside"
    );
    assert_eq!(murayama.overlaps(&during("1996-01/..")), Unknown);
    assert_eq!(murayama.overlaps(&during("1996-01-12/..")), No);
    assert_eq!(murayama.before(&during("1996-01-12/..")), Yes);
    assert_eq!(hashimoto.before(&murayama), No);
    let life = during("1924-03-03/2000");
    assert_eq!(life.contains(&murayama), Yes);
    assert_eq!(life.contains(&attested("1995-11")), Unknown, "it may have gone on");
    assert_eq!(life.contains(&attested("1924-02")), No);
    assert_eq!(life.contains(&during("1990/..")), No);
    assert_eq!(life.contains(&during("2000-05/2000-06")), Unknown);
    assert_eq!(attested("1995-11").overlaps(&murayama), Yes);
    assert_eq!(attested("1996-01").overlaps(&murayama), Unknown);
    let twice = attested("1993").attested(&date("1995"));
    assert_eq!(twice.overlaps(&murayama), Yes, "one attestation is enough");
    assert_eq!(twice.overlaps(&during("1994")), Unknown, "no unbroken time is assumed");
    assert_eq!(Extent::undated().overlaps(&murayama), Unknown);
    assert_eq!(during("1996/1995").overlaps(&murayama), Unknown, "no reading is left");
}

#[test]
fn extents_in_words() {
    assert_eq!(Extent::undated().in_words(), "undated");
    assert_eq!(during("1960/..").in_words(), "since 1960");
    let several = attested("1995-11").attested(&date("1996-04-17")).ended_before(&date("1996-05"));
    assert_eq!(
        several.in_words(),
        "attested November 1995 and 17 April 1996, ended before May 1996"
    );
    let lasted = Extent::new().began_after(&date("1989")).lasted(&"P18M".parse().unwrap());
    assert_eq!(lasted.in_words(), "began after 1989, for 18 months");
    assert_eq!(lasted.as_occurrence().in_words(), "after 1989, for 18 months");
    assert_eq!(Extent::occurrence(&date("1996-04-17")).in_words(), "on 17 April 1996");
    assert_eq!(show(several.start_window()), "..1995-11-30");
    assert_eq!(show(several.end_window()), "1996-04-17..1996-04-30");
}

#[test]
fn deadlines_pass_when_their_whole_span_has() {
    use Truth::{No, Unknown, Yes};
    let due = "P5Y".parse::<Duration>().unwrap().after(&date("1996-04"));
    let passed = |day: &str| due.passed(&day.parse().unwrap());
    let days =
        ["2001-04-01", "2001-04-02", "2001-04-30", "2001-05-01", "2001-04", "2000", "2001-05"];
    assert_eq!(days.map(passed), [No, Unknown, Unknown, Yes, Unknown, No, Yes]);
}
