//! Numbers and ranges of numbers, accepted and refused exactly as ron 0.12 does.

use super::string;
use super::token::{is_identifier_part, starts_with_word};

/// The length of the number, or range of numbers, that `text` starts with.
///
/// `None` when it is malformed, out of range, or runs on into a name. A range is `1..2`, `1..=2`,
/// `1..`, `..2`, `..=2` or `..`; the flag says whether it is one.
pub(super) fn number_or_range(text: &str) -> Option<(usize, bool)> {
    let start = if text.starts_with("..") { 0 } else { number(text)? };
    let rest = &text[start..];
    let (len, is_range) = if let Some(end) = rest.strip_prefix("..=") {
        (start + 3 + number(end)?, true)
    } else if let Some(end) = rest.strip_prefix("..") {
        let end = if starts_number(end) { number(end)? } else { 0 };
        (start + 2 + end, true)
    } else {
        (start, false)
    };
    let runs_on = text[len..].starts_with(is_identifier_part);
    (!runs_on).then_some((len, is_range))
}

/// The length of the run of characters that a malformed number is taken to be.
pub(super) fn malformed(text: &str) -> usize {
    run(text, |c| is_identifier_part(c) || matches!(c, '.' | '+' | '-'))
}

/// Whether `word` is a number that is written as a name.
pub(super) fn is_special(word: &str) -> bool {
    matches!(word, "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64")
}

fn starts_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'))
        || text.starts_with("b'")
        || special(text).is_some()
}

fn number(text: &str) -> Option<usize> {
    if text.starts_with("b'") {
        return string::character(text).ok();
    }
    let sign = sign(text);
    if let Some(len) = special(&text[sign..]) {
        return Some(sign + len);
    }
    let unsigned = &text[sign..];
    if float_run(unsigned) > run(unsigned, is_integer_char) {
        float(text)
    } else {
        integer(text).or_else(|| float(text))
    }
}

/// `inf` or `NaN`, with or without a suffix.
fn special(text: &str) -> Option<usize> {
    let len = run(text, is_identifier_part);
    is_special(&text[..len]).then_some(len)
}

fn integer(text: &str) -> Option<usize> {
    let sign = sign(text);
    let (base, prefix) = match text.get(sign..sign + 2) {
        Some("0b") => (2, 2),
        Some("0o") => (8, 2),
        Some("0x") => (16, 2),
        _ => (10, 0),
    };
    let start = sign + prefix;
    let end = start + run(&text[start..], is_integer_char);
    let digits = &text[start..end];
    let valid = digits.starts_with(|c| c != '_') && digits.chars().all(|c| is_digit(c, base));
    if !valid {
        return None;
    }
    let negative = text.starts_with('-');
    let suffix = SUFFIXES.iter().find(|(suffix, ..)| starts_with_word(&text[end..], suffix));
    match suffix {
        Some((suffix, min, max)) => {
            let limit = if negative { *min } else { *max };
            fits(digits, base, limit).then_some(end + suffix.len())
        }
        // ron reads a decimal that is too large as a float.
        None if base == 10 => Some(end),
        None => fits(digits, base, if negative { 1 << 63 } else { u64::MAX }).then_some(end),
    }
}

/// Each integer suffix, and the largest absolute value below and above zero.
const SUFFIXES: [(&str, u64, u64); 8] = [
    ("i8", 1 << 7, i8::MAX as u64),
    ("i16", 1 << 15, i16::MAX as u64),
    ("i32", 1 << 31, i32::MAX as u64),
    ("i64", 1 << 63, i64::MAX as u64),
    ("u8", 0, u8::MAX as u64),
    ("u16", 0, u16::MAX as u64),
    ("u32", 0, u32::MAX as u64),
    ("u64", 0, u64::MAX),
];

fn fits(digits: &str, base: u32, limit: u64) -> bool {
    let mut digits = digits.chars().filter_map(|c| c.to_digit(base)).map(u64::from);
    let value = digits
        .try_fold(0u64, |value, digit| value.checked_mul(u64::from(base))?.checked_add(digit));
    value.is_some_and(|value| value <= limit)
}

fn float(text: &str) -> Option<usize> {
    let len = float_run(text);
    let written = &text[..len];
    if !underscores_follow_digits(written) {
        return None;
    }
    let suffix = ["f32", "f64"].into_iter().find(|s| starts_with_word(&text[len..], s));
    let valid = if written.contains('_') {
        written.replace('_', "").parse::<f64>().is_ok()
    } else {
        written.parse::<f64>().is_ok()
    };
    valid.then(|| len + suffix.map_or(0, str::len))
}

/// An underscore may follow a digit or an exponent's `e`, with signs between them (sic), never a
/// point.
fn underscores_follow_digits(written: &str) -> bool {
    let mut allowed = false;
    written.bytes().all(|byte| {
        match byte {
            b'_' => return allowed,
            b'.' => allowed = false,
            b'+' | b'-' => {}
            _ => allowed = true,
        }
        true
    })
}

fn sign(text: &str) -> usize {
    usize::from(text.starts_with(['+', '-']))
}

/// The length of the characters of a float, up to the `..` of a range.
fn float_run(text: &str) -> usize {
    let is_range = |at: usize| text[at..].starts_with("..");
    let end = text.char_indices().find(|(at, c)| !is_float_char(*c) || *c == '.' && is_range(*at));
    end.map_or(text.len(), |(at, _)| at)
}

fn is_digit(c: char, base: u32) -> bool {
    c == '_' || c.is_digit(base)
}

fn is_integer_char(c: char) -> bool {
    c.is_ascii_hexdigit() || c == '_'
}

fn is_float_char(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, 'e' | 'E' | '.' | '+' | '-' | '_')
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}
