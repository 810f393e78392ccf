//! What stands between quotes: escapes, and the value that a string spells, as in ron 0.12.

use std::borrow::Cow;

/// The kinds of literal that differ in what their escapes may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoted {
    /// `"..."`
    Text,
    /// `b"..."`
    Bytes,
    /// `'.'`
    Char,
    /// `b'.'`
    Byte,
}

/// An escape: the bytes it takes, and the character it spells; none for the end of a line that is
/// continued, and for bytes that are no text.
pub(super) struct Escape {
    pub(super) len: usize,
    pub(super) value: Option<char>,
}

/// Reads the escape at the start of `text`, which is a backslash.
///
/// # Errors
/// What is wrong with it, as a sentence without a full stop.
pub(super) fn escape(text: &str, quoted: Quoted) -> Result<Escape, &'static str> {
    let simple = |value| Ok(Escape { len: 2, value: Some(value) });
    match text[1..].chars().next() {
        Some(c @ ('\'' | '"' | '\\')) => simple(c),
        Some('n') => simple('\n'),
        Some('r') => simple('\r'),
        Some('t') => simple('\t'),
        Some('0') => simple('\0'),
        Some('x') => hexadecimal(text, quoted),
        Some('u') if quoted == Quoted::Byte => Err("a byte has no Unicode escape"),
        Some('u') => unicode(text).ok_or(
            "a Unicode escape is `\\u{...}` with one to six hexadecimal digits of a character",
        ),
        _ if matches!(quoted, Quoted::Text | Quoted::Bytes) => continued_line(text),
        _ => Err(UNKNOWN),
    }
}

const UNKNOWN: &str = "no escape is written like this; a backslash itself is `\\\\`";

/// A backslash at the end of a line joins it to the next, without that line's indentation.
fn continued_line(text: &str) -> Result<Escape, &'static str> {
    let rest = &text[1..];
    let next = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).ok_or(UNKNOWN)?;
    let next = next.trim_start_matches([' ', '\t', '\n', '\r']);
    Ok(Escape { len: text.len() - next.len(), value: None })
}

/// `\x41`; in text, the two to four bytes of one UTF-8 character may follow each other so.
fn hexadecimal(text: &str, quoted: Quoted) -> Result<Escape, &'static str> {
    const WRONG: &str = "`\\x` wants two hexadecimal digits";
    let first = hexadecimal_byte(text).ok_or(WRONG)?;
    if first.is_ascii() || matches!(quoted, Quoted::Bytes | Quoted::Byte) {
        return Ok(Escape { len: 4, value: first.is_ascii().then_some(char::from(first)) });
    }
    let most = if quoted == Quoted::Char { 1 } else { 4 };
    let mut bytes = [first, 0, 0, 0];
    for count in 2..=most {
        let rest = text.get(4 * (count - 1)..).ok_or(WRONG)?;
        bytes[count - 1] = hexadecimal_byte(rest).ok_or("these `\\x` bytes are not UTF-8")?;
        if let Ok(spelt) = std::str::from_utf8(&bytes[..count]) {
            return Ok(Escape { len: 4 * count, value: spelt.chars().next() });
        }
    }
    Err("these `\\x` bytes are not UTF-8")
}

fn hexadecimal_byte(text: &str) -> Option<u8> {
    let digits = text.strip_prefix("\\x")?.get(..2)?;
    let is_plain = digits.bytes().all(|b| b.is_ascii_hexdigit());
    is_plain.then(|| u8::from_str_radix(digits, 16).ok()).flatten()
}

fn unicode(text: &str) -> Option<Escape> {
    let rest = text.strip_prefix("\\u{")?;
    let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).take(6).count();
    rest[digits..].strip_prefix('}')?;
    let value = char::from_u32(u32::from_str_radix(&rest[..digits], 16).ok()?)?;
    Some(Escape { len: 3 + digits + 1, value: Some(value) })
}

/// The length of the `'c'` or `b'c'` that `text` starts with.
///
/// # Errors
/// What is wrong with it, as a sentence without a full stop.
pub(super) fn character(text: &str) -> Result<usize, &'static str> {
    let (quoted, quote) = if text.starts_with('b') { (Quoted::Byte, 1) } else { (Quoted::Char, 0) };
    let body = &text[quote + 1..];
    let len = match body.chars().next() {
        Some('\\') => escape(body, quoted)?.len,
        Some(c) if quoted == Quoted::Char || c.is_ascii() => c.len_utf8(),
        _ => return Err("a byte is written with an ASCII character"),
    };
    let closed = body[len..].starts_with('\'');
    closed
        .then_some(quote + len + 2)
        .ok_or("one character stands between single quotes; text stands between double quotes")
}

/// The value of a string literal, escaped or raw, with its quotes; `None` where it is no string
/// or spelt wrongly.
pub(super) fn value(literal: &str) -> Option<Cow<'_, str>> {
    if let Some(raw) = literal.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let body = raw.get(hashes + 1..raw.len().checked_sub(hashes + 1)?)?;
        return Some(Cow::Borrowed(body));
    }
    let mut rest = literal.strip_prefix('"')?.strip_suffix('"')?;
    if !rest.contains('\\') {
        return Some(Cow::Borrowed(rest));
    }
    let mut value = String::with_capacity(rest.len());
    while let Some(backslash) = rest.find('\\') {
        value.push_str(&rest[..backslash]);
        let escape = escape(&rest[backslash..], Quoted::Text).ok()?;
        value.extend(escape.value);
        rest = &rest[backslash + escape.len..];
    }
    value.push_str(rest);
    Some(Cow::Owned(value))
}
