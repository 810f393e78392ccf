//! What each written form means, and what is said of a text that has none.

use super::{date, interval, show};
use foedera::time::{AsOf, Bound, Date, DateError, Duration, Interval, Precision, Stated};

#[test]
fn dates_are_runs_of_days() {
    use Precision::{Century, Day, Decade, Month, Season, Year};
    let rows = [
        ("1996-04-17", "1996-04-17", "1996-04-17", Day, "17 April 1996"),
        ("1996-02-29", "1996-02-29", "1996-02-29", Day, "29 February 1996"),
        ("1996-04", "1996-04-01", "1996-04-30", Month, "April 1996"),
        ("1900-02", "1900-02-01", "1900-02-28", Month, "February 1900"),
        ("2000-02", "2000-02-01", "2000-02-29", Month, "February 2000"),
        ("1996", "1996-01-01", "1996-12-31", Year, "1996"),
        ("1996-21", "1996-03-01", "1996-05-31", Season, "spring 1996"),
        ("1996-22", "1996-06-01", "1996-08-31", Season, "summer 1996"),
        ("1996-23", "1996-09-01", "1996-11-30", Season, "autumn 1996"),
        ("1995-24", "1995-12-01", "1996-02-29", Season, "winter 1995"),
        ("1996~", "1996-01-01", "1996-12-31", Year, "about 1996"),
        ("1996?", "1996-01-01", "1996-12-31", Year, "1996 (uncertain)"),
        ("1996-04%", "1996-04-01", "1996-04-30", Month, "about April 1996 (uncertain)"),
        ("199X", "1990-01-01", "1999-12-31", Decade, "the 1990s"),
        ("190X", "1900-01-01", "1909-12-31", Decade, "the years 1900 to 1909"),
        ("19XX", "1900-01-01", "1999-12-31", Century, "the years 1900 to 1999"),
        ("1996-XX", "1996-01-01", "1996-12-31", Year, "some month of 1996"),
        ("1996-04-XX", "1996-04-01", "1996-04-30", Month, "some day in April 1996"),
        ("1996-XX-XX~", "1996-01-01", "1996-12-31", Year, "about some day in 1996"),
        ("0476", "0476-01-01", "0476-12-31", Year, "AD 476"),
        ("0000", "0000-01-01", "0000-12-31", Year, "1 BC"),
        ("-0043-03-15", "-000043-03-15", "-000043-03-15", Day, "15 March 44 BC"),
        ("-019X", "-000199-01-01", "-000190-12-31", Decade, "the years 200 BC to 191 BC"),
        ("9999-24", "9999-12-01", "9999-12-31", Season, "winter 9999"),
    ];
    for (text, earliest, latest, precision, words) in rows {
        let date = date(text);
        let days = (date.earliest().to_string(), date.latest().to_string());
        assert_eq!(days, (earliest.into(), latest.into()), "{text}");
        assert_eq!(date.precision(), precision, "{text}");
        assert_eq!(date.in_words(), words);
        assert_eq!(date.to_string(), text);
    }
    let marks = |text| (date(text).is_approximate(), date(text).is_uncertain());
    assert_eq!(
        ["1996", "1996~", "1996?", "1996%"].map(marks),
        [(false, false), (true, false), (false, true), (true, true)]
    );
    assert!(date("1996").is_firm() && !date("1996?").is_firm());
}

/// Asserts the message, the text that is pointed at, and the guess.
fn refused<T: std::str::FromStr<Err = DateError> + std::fmt::Debug>(
    rows: &[(&str, &str, &str, Option<&str>)],
) {
    for (text, message, at, instead) in rows {
        let error = text.parse::<T>().expect_err(text);
        assert!(error.message.starts_with(message), "{text}: {error}");
        assert_eq!(&text[error.range.clone()], *at, "{text}: {error}");
        assert_eq!(error.instead.as_deref(), *instead, "{text}");
    }
}

#[test]
fn dates_refused() {
    let two_digits = "a month is written with two digits";
    refused::<Date>(&[
        ("", "a date is missing here", "", None),
        ("1996-13", "there is no month 13: months run from 01 to 12", "13", None),
        ("1996-00", "there is no month 00", "00", None),
        ("1996-25", "there is no month 25", "25", None),
        ("1996-02-30", "February 1996 has 29 days, and no day 30", "30", None),
        ("1995-02-29~", "February 1995 has 28 days, and no day 29", "29", None),
        ("1996-04-00", "April 1996 has 30 days, and no day 0", "00", None),
        ("1996-4", two_digits, "4", Some("1996-04")),
        ("1996-4-7", two_digits, "4", Some("1996-04-07")),
        ("1996-04-7", "a day is written with two digits", "7", Some("1996-04-07")),
        ("1996-", "a month is missing after the dash", "", Some("1996")),
        ("1996-1X", two_digits, "1X", None),
        ("1996-XX-17", "a known day needs a known month", "XX", None),
        ("1996-21-03", "a season has no days", "03", None),
        ("1996-04-17-18", "a date ends with its day", "-18", None),
        ("1996-04-17T10:00", "a day is written with two digits", "17T10:00", None),
        ("96", "a year is written with four digits", "96", None),
        ("199X-04", "a year with an `X` stands alone", "199X", None),
        ("1XXX", "at most the last two digits of a year may be `X`", "1XXX", None),
        ("XXXX", "at most the last two digits", "XXXX", None),
        ("-0000", "the year 0 takes no minus sign", "-", Some("0000")),
        ("-00XX", "the year 0 takes no minus sign", "-", Some("00XX")),
        ("Y17000", "the year 17000 lies outside the calendar, -9999 to 9999", "Y17000", None),
        ("Y-17000", "the year -17000 lies outside the calendar", "Y-17000", None),
        ("Y1996", "`Y` starts only years of more than four digits", "Y1996", Some("1996")),
        ("?1996-04", "a mark (`~`, `?`, `%`) stands once, at the end", "?", Some("1996-04?")),
        ("1996~-04", "a mark", "~", Some("1996-04~")),
        ("1996~?", "a mark", "~", Some("1996%")),
        ("1996/1998", "an interval stands where a single date is wanted", "/", None),
        ("1996/04/17", "an interval stands", "/", Some("1996-04-17")),
    ]);
}

#[test]
fn dates_written_otherwise_are_refused_with_the_right_form() {
    let form = "this is not a date of the form";
    refused::<Date>(&[
        ("April 1996", form, "April 1996", Some("1996-04")),
        ("17 April 1996", form, "17 April 1996", Some("1996-04-17")),
        ("Apr. 17th, 1996", form, "Apr. 17th, 1996", Some("1996-04-17")),
        ("April 31, 1996", form, "April 31, 1996", None),
        ("fall of 1995", form, "fall of 1995", Some("1995-23")),
        ("c. 1960", form, "c. 1960", Some("1960~")),
        ("probably 1960", form, "probably 1960", Some("1960?")),
        ("1990s", form, "1990s", Some("199X")),
        ("199x", form, "199x", Some("199X")),
        ("1900s", form, "1900s", None),
        ("1996–04", form, "1996–04", Some("1996-04")),
        (" 1996", form, " 1996", Some("1996")),
        ("19960417", form, "19960417", Some("1996-04-17")),
        ("17.04.1996", form, "17.04.1996", None),
        ("late 1980s", form, "late 1980s", None),
        ("1996 or 1997", form, "1996 or 1997", None),
        ("今年", form, "今年", None),
    ]);
    refused::<AsOf>(&[("1996~", "a day that is asked of takes no mark", "~", Some("1996"))]);
    let error = "April 1996".parse::<Date>().unwrap_err();
    assert!(error.to_string().ends_with("`1996-04-17`; write `1996-04`"), "{error}");
}

#[test]
fn intervals() {
    let rows = [
        ("1996-04", "in April 1996"),
        ("1996-04-17", "on 17 April 1996"),
        ("1996-04-XX", "on some day in April 1996"),
        ("1996~", "about 1996"),
        ("1996-04/1996-06", "from April 1996 to June 1996"),
        ("1996-04-16/1996-04-18", "from 16 April 1996 to 18 April 1996"),
        ("1960/..", "since 1960"),
        ("../1994", "until 1994"),
        ("1996/", "from 1996 to an unknown date"),
        ("/1996~", "from an unknown date to about 1996"),
        ("../..", "always"),
        ("/..", "since an unknown date"),
        ("../", "until an unknown date"),
    ];
    for (text, words) in rows {
        assert_eq!(interval(text).in_words(), words);
        assert_eq!(interval(text).to_string(), text);
    }
    assert_eq!(interval("1996/..").end(), Bound::Open);
    assert_eq!(interval("/1996").start(), Bound::Unknown);
    assert_eq!(interval("1996").end(), Bound::On(date("1996")));
    let reversed =
        ["1996-05/1996-04", "1996/1996-04", "1996/1996", "1960/..", "1997~/1996", "1998~/1996"];
    let expected = [true, false, false, false, false, true];
    assert_eq!(reversed.map(|text| interval(text).reversed()), expected);
    refused::<Interval>(&[
        ("/", "an interval states its start, its end or both", "/", None),
        ("1996-04/1996-13", "there is no month 13", "13", None),
        ("1996-02-30/..", "February 1996 has 29 days", "30", None),
        ("1960/1970/1980", "an interval has one `/`", "/", None),
        ("1996/04/17", "an interval has one `/`", "/", Some("1996-04-17")),
        ("1960/present", "this is not a date", "present", Some("1960/..")),
        ("since 1960", "this is not a date", "since 1960", Some("1960/..")),
        ("until May 1994", "this is not a date", "until May 1994", Some("../1994-05")),
        ("from 1960 to 1970", "this is not a date", "from 1960 to 1970", Some("1960/1970")),
        ("1960-1970", "a month is written with two digits", "1970", Some("1960/1970")),
        ("1960 – April 1970", "this is not a date", "1960 – April 1970", Some("1960/1970-04")),
    ]);
}

#[test]
fn durations() {
    let rows = [
        ("P18M", "18 months", "1994-10-15", "1996-04-15..1996-04-15"),
        ("P5Y", "5 years", "1996-04", "2001-04-01..2001-04-30"),
        ("P1D", "1 day", "1996-04-14", "1996-04-15..1996-04-15"),
        ("P1Y6M", "1 year and 6 months", "1996", "1997-07-01..1998-06-30"),
        (
            "P1Y2M3W4D",
            "1 year, 2 months, 3 weeks and 4 days",
            "2001-01-01",
            "2002-03-26..2002-03-26",
        ),
        ("P1M", "1 month", "1995-01-31", "1995-02-28..1995-02-28"),
        ("P1Y", "1 year", "1996-02-29", "1997-02-28..1997-02-28"),
        ("P0D", "0 days", "1996-04-17", "1996-04-17..1996-04-17"),
        ("P9999Y", "9999 years", "1996", ".."),
        ("P1Y", "1 year", "1996~", "1996-01-01..1998-12-31"),
    ];
    for (text, words, from, window) in rows {
        let duration: Duration = text.parse().unwrap();
        assert_eq!(duration.in_words(), words);
        assert_eq!(duration.to_string(), text);
        assert_eq!(show(duration.after(&date(from))), window, "{text} after {from}");
    }
    let form = "this is not a duration of the form";
    let order = "the units of a duration stand once each, in the order Y, M, W, D";
    refused::<Duration>(&[
        ("", form, "", None),
        ("P", form, "P", None),
        ("5Y", form, "5Y", Some("P5Y")),
        ("p5y", form, "p5y", Some("P5Y")),
        ("p1y6m", form, "p1y6m", Some("P1Y6M")),
        ("18 months", form, "18 months", Some("P18M")),
        ("1 year and 6 months", form, "1 year and 6 months", Some("P1Y6M")),
        ("P6M1Y", order, "1Y", None),
        ("P1Y1Y", order, "1Y", None),
        ("PT12H", "a duration is counted in days or longer units", "T12H", None),
        ("P1DT2H", "a duration is counted in days or longer units", "T2H", None),
        ("P1.5Y", form, "P1.5Y", None),
        ("-P1Y", form, "-P1Y", None),
        ("P018M", "a duration is written without leading zeros", "018", None),
        ("P10000D", "a duration counts at most 9999 of a unit", "10000", None),
        ("P5", form, "P5", None),
        ("P5é", form, "P5é", None),
    ]);
}

#[test]
fn a_bad_date_survives_in_its_record() {
    let read: Vec<Stated<Date>> = ron::from_str(r#"["1996-04", "April 1996"]"#).unwrap();
    assert_eq!(read[0].get(), Some(&date("1996-04")));
    assert_eq!(read[1].get(), None);
    assert_eq!(read[1].error().unwrap().instead.as_deref(), Some("1996-04"));
    assert_eq!(serde_json::to_string(&read).unwrap(), r#"["1996-04","April 1996"]"#);
    let error = serde_json::from_str::<Stated<Date>>("1996").unwrap_err().to_string();
    assert!(error.contains("expected a string such as \"1996-04\""), "{error}");
}
