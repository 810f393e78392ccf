//! Makes text from data harmless and visible: control, direction and invisible characters can
//! neither drive a terminal nor make a line read otherwise than it is.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a character is shown as something else: controls (Unicode's Cc, which has ESC and the
/// C1 set), line and paragraph separators, bidirectional controls, and format characters that
/// leave no trace. Joiners (U+200C, U+200D) are part of the spelling of words, and stay.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Text on one line, with hidden characters as Rust and RON escape them: `\n`, `\u{1b}`.
pub(super) fn inert(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_hidden) {
        Cow::Owned(text.chars().fold(String::new(), |mut line, c| {
            if is_hidden(c) {
                line.extend(c.escape_default());
            } else {
                line.push(c);
            }
            line
        }))
    } else {
        Cow::Borrowed(text)
    }
}

/// Source text with one visible character for each hidden one, so that columns stay: a control
/// picture (`␛`) where Unicode has one, else U+FFFD. Tabs and line ends stay.
pub(super) fn pictured(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_hidden(c) && c != '\n' && c != '\t') {
        return Cow::Borrowed(text);
    }
    let mut chars = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        let ends_line = c == '\n' || c == '\r' && chars.peek() == Some(&'\n');
        shown.push(if ends_line || c == '\t' { c } else { picture(c) });
    }
    Cow::Owned(shown)
}

fn picture(c: char) -> char {
    match u32::from(c) {
        control @ 0..0x20 => char::from_u32(0x2400 + control).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ if is_hidden(c) => '\u{fffd}',
        _ => c,
    }
}

/// A JSON document with hidden characters as `\u001b` escapes, which mean the same; line ends,
/// which stand only between its parts, stay.
pub(super) fn inert_json(document: &str) -> String {
    let mut json = String::with_capacity(document.len());
    for c in document.chars() {
        if c == '\n' || !is_hidden(c) {
            json.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string can't fail.
                let _ = write!(json, "\\u{unit:04x}");
            }
        }
    }
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_become_visible() {
        assert_eq!(inert("a\x1b[31m\u{202e}é\n"), r"a\u{1b}[31m\u{202e}é\n");
        assert_eq!(pictured("\x1b\u{9b}\u{202e}\u{7f}\t\r\n\r"), "␛\u{fffd}\u{fffd}␡\t\r\n␍");
        assert_eq!(inert_json("\"\u{202e}\u{e0041}\"\n"), "\"\\u202e\\udb40\\udc41\"\n");
        assert!(matches!(inert("日本, \u{200d}"), Cow::Borrowed(_)));
    }
}
