//! Properties: the answers against a naive enumeration of every reading in a calendar of a few
//! weeks, and the reading and writing of every form.

use foedera::time::{
    AsOf, Date, DateError, Day, Days, Duration, Extent, Interval, Truth, Window, compare, pieces,
};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use std::fmt::Display;
use std::str::FromStr;

/// The calendar of the enumeration, in days from 22 January 2001: to 10 March. Every date stated or
/// asked stays clear of its ends, which stand for the ends of time.
const FIRST: i32 = 0;
const LAST: i32 = 47;

/// February 2001.
const FEBRUARY: (i32, i32) = (10, 37);

type Reading = (i32, i32);

fn day(number: i32) -> Day {
    Day::constant(2001, 1, 22).saturating_add(number.days())
}

/// A date with the days that it means and how far a mark blurs each edge.
#[derive(Debug, Clone)]
struct Known {
    text: String,
    first: i32,
    last: i32,
    blur: i32,
    is_part: bool,
}

impl Known {
    fn date(&self) -> Date {
        self.text.parse().unwrap()
    }

    fn may_be(&self, day: i32) -> bool {
        (self.first - self.blur..=self.last + self.blur).contains(&day)
    }
}

fn known() -> impl Strategy<Value = Known> {
    let one = |mark: &'static str, blur| {
        (4..=43).prop_map(move |number| Known {
            text: format!("{}{mark}", day(number)),
            first: number,
            last: number,
            blur,
            is_part: false,
        })
    };
    let february = |text: &str, is_part| {
        let (first, last) = FEBRUARY;
        Just(Known { text: text.into(), first, last, blur: 0, is_part })
    };
    prop_oneof![
        4 => one("", 0),
        2 => one("~", 1),
        1 => one("%", 1),
        2 => february("2001-02", false),
        1 => february("2001-02-XX", true),
    ]
}

#[derive(Debug, Clone)]
enum Side {
    On(Known),
    Open,
    Unknown,
}

#[derive(Debug, Clone)]
enum During {
    Through(Known),
    Between(Side, Side),
}

fn during() -> impl Strategy<Value = During> {
    let side = || prop_oneof![4 => known().prop_map(Side::On), 1 => Just(Side::Open), 1 => Just(Side::Unknown)];
    let both_unknown = |(a, b): &(Side, Side)| matches!((a, b), (Side::Unknown, Side::Unknown));
    prop_oneof![
        1 => known().prop_map(During::Through),
        3 => (side(), side(), proptest::bool::weighted(0.9))
            .prop_map(|(start, end, in_order)| if in_order { ordered(start, end) } else { (start, end) })
            .prop_filter("says nothing", move |sides| !both_unknown(sides))
            .prop_map(|(start, end)| During::Between(start, end)),
    ]
}

fn ordered(start: Side, end: Side) -> (Side, Side) {
    match (&start, &end) {
        (Side::On(a), Side::On(b)) if a.first > b.first => (end, start),
        _ => (start, end),
    }
}

/// What is stated of an extent.
#[derive(Debug, Clone)]
struct Case {
    during: Option<During>,
    attested: Vec<Known>,
    began_after: Option<Known>,
    ended_before: Option<Known>,
    is_occurrence: bool,
}

fn case(most_attestations: usize) -> impl Strategy<Value = Case> {
    let maybe = || proptest::option::weighted(0.1, known());
    let attestations = prop_oneof![Just(0), 0..=most_attestations];
    (
        proptest::option::weighted(0.6, during()),
        attestations.prop_flat_map(|count| proptest::collection::vec(known(), count)),
        maybe(),
        maybe(),
        proptest::bool::weighted(0.2),
    )
        .prop_map(|(during, attested, began_after, ended_before, is_occurrence)| Case {
            during,
            attested,
            began_after,
            ended_before,
            is_occurrence,
        })
}

impl Case {
    fn extent(&self) -> Extent {
        let mut extent = Extent::new();
        if let Some(during) = &self.during {
            extent = extent.during(&text_of(during).parse::<Interval>().unwrap());
        }
        for known in &self.attested {
            extent = extent.attested(&known.date());
        }
        if let Some(known) = &self.began_after {
            extent = extent.began_after(&known.date());
        }
        if let Some(known) = &self.ended_before {
            extent = extent.ended_before(&known.date());
        }
        if self.is_occurrence { extent.as_occurrence() } else { extent }
    }

    fn may_start(&self, day: i32) -> bool {
        let by_interval = match &self.during {
            None | Some(During::Between(Side::Unknown, _)) => true,
            Some(During::Between(Side::Open, _)) => day == FIRST,
            Some(During::Between(Side::On(known), _)) => known.may_be(day),
            Some(During::Through(known)) if self.is_occurrence || known.is_part => {
                known.may_be(day)
            }
            Some(During::Through(known)) => (day - known.first).abs() <= known.blur,
        };
        let after = |known: &Known| day > known.last - known.blur;
        by_interval && self.began_after.as_ref().is_none_or(after)
    }

    fn may_end(&self, day: i32) -> bool {
        let by_interval = match &self.during {
            None | Some(During::Between(_, Side::Unknown)) => true,
            Some(During::Between(_, Side::Open)) => day == LAST,
            Some(During::Between(_, Side::On(known))) => known.may_be(day),
            Some(During::Through(known)) if self.is_occurrence || known.is_part => {
                known.may_be(day)
            }
            Some(During::Through(known)) => (day - known.last).abs() <= known.blur,
        };
        let before = |known: &Known| day < known.first + known.blur;
        by_interval && self.ended_before.as_ref().is_none_or(before)
    }

    /// Every start with every end not before it, of an unbroken time.
    fn readings(&self) -> Vec<Reading> {
        let attested = |(start, end): Reading| {
            self.attested.iter().all(|known| (start..=end).any(|day| known.may_be(day)))
        };
        (FIRST..=LAST)
            .filter(|start| self.may_start(*start))
            .flat_map(|start| (start..=LAST).map(move |end| (start, end)))
            .filter(|(_, end)| self.may_end(*end))
            .filter(|reading| attested(*reading))
            .collect()
    }

    /// The sets of days of a time that is only attested: a day of each attestation, and one more.
    fn scattered(&self) -> Vec<Vec<i32>> {
        let allowed: Vec<i32> =
            (FIRST..=LAST).filter(|day| self.may_start(*day) && self.may_end(*day)).collect();
        let mut sets: Vec<Vec<i32>> = vec![Vec::new()];
        for known in &self.attested {
            let days = allowed.iter().filter(|day| known.may_be(**day));
            sets =
                days.flat_map(|day| sets.iter().map(|set| [&set[..], &[*day]].concat())).collect();
        }
        let one_more =
            allowed.iter().flat_map(|day| sets.iter().map(|set| [&set[..], &[*day]].concat()));
        let more: Vec<_> = one_more.collect();
        sets.extend(more);
        sets
    }

    fn is_scattered(&self) -> bool {
        self.during.is_none() && !self.attested.is_empty()
    }
}

fn text_of(during: &During) -> String {
    let side = |side: &Side| match side {
        Side::On(known) => known.text.clone(),
        Side::Open => "..".into(),
        Side::Unknown => String::new(),
    };
    match during {
        During::Through(known) => known.text.clone(),
        During::Between(start, end) => format!("{}/{}", side(start), side(end)),
    }
}

/// What all answers agree on; `None` is an answer that a single reading leaves open.
fn agreed(answers: impl IntoIterator<Item = Option<bool>>) -> Truth {
    let mut answers = answers.into_iter();
    let Some(Some(first)) = answers.next() else { return Truth::Unknown };
    if answers.all(|answer| answer == Some(first)) { first.into() } else { Truth::Unknown }
}

fn pairs(a: &Case, b: &Case, ask: fn(Reading, Reading) -> Option<bool>) -> Truth {
    let others = b.readings();
    let readings = a.readings();
    agreed(readings.iter().flat_map(|a| others.iter().map(move |b| ask(*a, *b))))
}

fn naive_overlap(a: Reading, b: Reading) -> Option<bool> {
    let hands_over = |a: Reading, b: Reading| a.1 == b.0 && a.0 < a.1 && b.0 < b.1;
    if hands_over(a, b) || hands_over(b, a) {
        return None;
    }
    Some((a.0..=a.1).any(|day| (b.0..=b.1).contains(&day)))
}

fn naive_before(a: Reading, b: Reading) -> Option<bool> {
    (a.1 != b.0).then_some(a.1 < b.0)
}

fn naive_contains(a: Reading, b: Reading) -> Option<bool> {
    Some((b.0..=b.1).all(|day| (a.0..=a.1).contains(&day)))
}

fn asked() -> impl Strategy<Value = (String, Reading)> {
    prop_oneof![
        6 => (3..=44).prop_map(|number| (day(number).to_string(), (number, number))),
        1 => Just(("2001-02".into(), FEBRUARY)),
        1 => Just(("2001-02-XX".into(), FEBRUARY)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn holds_on_is_what_every_reading_says(case in case(2), (text, (first, last)) in asked()) {
        let inside = |day: i32| (first..=last).contains(&day);
        let expected = if case.is_occurrence {
            agreed(case.readings().into_iter().map(|(start, _)| Some(start <= last)))
        } else if case.is_scattered() {
            agreed(case.scattered().into_iter().map(|set| Some(set.into_iter().any(inside))))
        } else {
            agreed(case.readings().into_iter().map(|(start, end)| Some((start..=end).any(inside))))
        };
        let verdict = case.extent().holds_on(&text.parse::<AsOf>().unwrap());
        prop_assert_eq!(verdict.truth, expected);
        prop_assert_eq!(verdict.decides.is_none(), case.extent().is_undated());
        prop_assert_eq!(case.extent().is_contradictory(), case.readings().is_empty());
    }

    #[test]
    fn pieces_hold_on_every_day_what_is_asked_of_that_day(case in case(3)) {
        let extent = case.extent();
        let verdict = |day: Day| extent.holds_on(&AsOf::from(day));
        let pieces = pieces(extent.turns(), verdict);
        let first = Days::from(AsOf::from(day(FIRST))).first;
        for number in FIRST..=LAST {
            let begun = |from: &Option<i32>| from.is_none_or(|from| from <= first + number);
            let piece = pieces.iter().rev().find(|(from, _)| begun(from)).unwrap();
            prop_assert_eq!(&piece.1, &verdict(day(number)), "{}", day(number));
        }
        let pairs = pieces.iter().zip(pieces.iter().skip(1));
        prop_assert!(pairs.into_iter().all(|(a, b)| a.0 < b.0 && a.1 != b.1));
    }

    #[test]
    fn relations_are_what_every_pair_of_readings_says(a in case(1), b in case(1)) {
        let (x, y) = (a.extent(), b.extent());
        prop_assert_eq!(x.overlaps(&y), pairs(&a, &b, naive_overlap), "overlaps");
        prop_assert_eq!(x.overlaps(&y), y.overlaps(&x));
        prop_assert_eq!(x.before(&y), pairs(&a, &b, naive_before), "before");
        prop_assert_eq!(x.contains(&y), pairs(&a, &b, naive_contains), "contains");
    }

    #[test]
    fn a_further_statement_never_turns_an_answer(
        case in case(2),
        more in known(),
        which in 0..3,
        (text, _) in asked(),
    ) {
        let (asked, before, more) = (text.parse::<AsOf>().unwrap(), case.extent(), more.date());
        let after = match which {
            0 => before.clone().attested(&more),
            1 if case.began_after.is_none() => before.clone().began_after(&more),
            _ if case.ended_before.is_none() => before.clone().ended_before(&more),
            _ => before.clone(),
        };
        let (first, second) = (before.holds_on(&asked).truth, after.holds_on(&asked).truth);
        prop_assert!(first == Truth::Unknown || first == second || after.is_contradictory());
    }
}

proptest! {
    #[test]
    fn a_length_leaves_exactly_the_starts_and_ends_that_fit(
        start in start_of_length(),
        beyond in proptest::option::of(-45..45i32),
        end_month: bool,
        (text, length, one_more) in length(),
    ) {
        let end = beyond.map(|days| {
            let day = start.earliest().saturating_add(length).saturating_add(days.days());
            month_or_day(day, end_month)
        });
        let end_text = end.map(|date| date.to_string()).unwrap_or_default();
        let interval = format!("{start}/{end_text}").parse().unwrap();
        let extent = Extent::new().during(&interval).lasted(&text.parse().unwrap());
        let starts = days(start.earliest(), start.latest());
        let ends = match end {
            Some(end) => days(end.earliest(), end.latest()),
            None => days(start.earliest(), start.latest().saturating_add(3.years())),
        };
        let readings: Vec<(Day, Day)> = (starts.iter())
            .flat_map(|start| ends.iter().map(move |end| (*start, *end)))
            .filter(|(start, end)| {
                let next = end.saturating_add(1.day());
                let is_long = next >= start.saturating_add(length);
                let is_short = next < start.saturating_add(one_more) || end == start;
                start <= end && is_long && is_short
            })
            .collect();
        prop_assert_eq!(extent.is_contradictory(), readings.is_empty());
        if !readings.is_empty() {
            let (starts, ends): (Vec<Day>, Vec<Day>) = readings.into_iter().unzip();
            prop_assert_eq!(edges(extent.start_window()), span(&starts), "starts");
            prop_assert_eq!(edges(extent.end_window()), span(&ends), "ends");
        }
    }

    #[test]
    fn dates_compare_as_all_their_days_do(a in known(), b in known()) {
        let orders: Vec<_> = (FIRST..=LAST)
            .filter(|x| a.may_be(*x))
            .flat_map(|x| (FIRST..=LAST).filter(|y| b.may_be(*y)).map(move |y| x.cmp(&y)))
            .collect();
        let agreed = orders.iter().all(|order| *order == orders[0]).then_some(orders[0]);
        prop_assert_eq!(compare(&a.date(), &b.date()), agreed);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,24}") {
        sound::<Date>(&text)?;
        sound::<Interval>(&text)?;
        sound::<Duration>(&text)?;
    }

    #[test]
    fn near_misses_are_read_or_refused(
        date in "-?[0-9X]{3,5}(-[0-9X]{1,2}){0,3}[~?%]?",
        interval in "[0-2]?[0-9X]{3}(-[0-3X][0-9X]){0,2}[~?%]?/(\\.\\.|[12][0-9]{3}(-[01][0-9])?)?",
        duration in "P([0-9]{1,3}Y)?([0-9]{1,3}M)?([0-9]{1,2}W)?([0-9]{1,5}D)?(T1H)?",
        words in "(c\\. |since )?([0-9]{1,2}[a-z]{0,2} )?(April|Mai|fall|Sept\\.?),? [0-9]{2,4}s?",
    ) {
        for text in [&date, &interval, &duration, &words] {
            sound::<Date>(text)?;
            sound::<Interval>(text)?;
            sound::<Duration>(text)?;
        }
    }
}

/// A text that is read is written back the same; the error of one that isn't points into it, and
/// its guess is read.
fn sound<T: FromStr<Err = DateError> + Display>(text: &str) -> Result<(), TestCaseError> {
    match text.parse::<T>() {
        Ok(value) => prop_assert_eq!(value.to_string(), text),
        Err(error) => {
            prop_assert!(text.get(error.range.clone()).is_some(), "{text}: {:?}", error.range);
            prop_assert!(error.instead.is_none_or(|guess| guess.parse::<T>().is_ok()), "{text}");
        }
    }
    Ok(())
}

fn month_or_day(day: Day, month: bool) -> Date {
    let text = day.to_string();
    text[..if month { 7 } else { 10 }].parse().unwrap()
}

fn start_of_length() -> impl Strategy<Value = Date> {
    (0..800i32, any::<bool>()).prop_map(|(number, month)| month_or_day(day(number), month))
}

/// A duration, its span, and that with one more of its smallest unit.
fn length() -> impl Strategy<Value = (String, Span, Span)> {
    prop_oneof![
        (0..80i32).prop_map(|n| (format!("P{n}D"), n.days(), (n + 1).days())),
        (0..20i32).prop_map(|n| (format!("P{n}M"), n.months(), (n + 1).months())),
        (0..3i32).prop_map(|n| (format!("P{n}Y"), n.years(), (n + 1).years())),
        (0..12i32, 0..32i32).prop_map(|(m, d)| {
            (format!("P{m}M{d}D"), m.months().days(d), m.months().days(d + 1))
        }),
    ]
}

fn days(first: Day, last: Day) -> Vec<Day> {
    first.series(1.day()).take_while(|day| *day <= last).collect()
}

fn edges(window: Window) -> (Day, Day) {
    (window.earliest().unwrap(), window.latest().unwrap())
}

fn span(days: &[Day]) -> (Day, Day) {
    (*days.iter().min().unwrap(), *days.iter().max().unwrap())
}
