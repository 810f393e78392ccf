//! Text that is not read as Markdown, HTML or YAML, and names of files.

use crate::citation::sha256;
use std::fmt::Write;

/// The longest that the name of a file grows, in bytes, before it is cut and told apart by a hash.
const LONGEST_NAME: usize = 120;

/// A text in which nothing is special to CommonMark, to the extensions of GitHub and Obsidian, to
/// HTML, or to the templates of static sites. Line breaks are those of the text; in a paragraph they
/// read as spaces.
pub(super) fn escape(text: &str) -> String {
    text.lines().map(line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The same in one line.
pub(super) fn line(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len());
    let mut only_digits = true;
    for (at, c) in text.char_indices() {
        let is_marker = match c {
            '-' | '+' => at == 0,
            '.' | ')' => only_digits && at > 0,
            ':' => text[at..].starts_with("://"),
            '\'' | ',' | ';' | '?' | '/' | '(' | '"' | '!' => false,
            c => c.is_ascii_punctuation(),
        };
        if is_marker {
            out.push('\\');
        }
        match c {
            c if c.is_control() => out.push(picture(c)),
            c if is_unseen(c) => write!(out, "&#{};", u32::from(c)).unwrap_or_default(),
            c => out.push(c),
        }
        only_digits &= c.is_ascii_digit();
    }
    out
}

/// What stands in for a control character, which Markdown can't hold.
fn picture(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ => '\u{fffd}',
    }
}

/// A text as a string of YAML and of JSON, in double quotes, in one line.
pub(super) fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).unwrap_or_default();
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match u16::try_from(u32::from(c)) {
            Ok(unit) if is_unseen(c) => write!(out, "\\u{unit:04x}").unwrap_or_default(),
            _ => out.push(c),
        }
    }
    out
}

/// Whether a character is not seen but may change how others are: controls, line and paragraph
/// separators, the byte order mark and what changes the direction of writing.
fn is_unseen(c: char) -> bool {
    let directs =
        matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || directs || matches!(c, '\u{61c}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// An id as the name of a file, without its extension: ids that are sound as they are, others so that
/// no two are called alike, even where upper and lower case are the same.
pub(super) fn file_name(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => name.push(byte.into()),
            other => write!(name, "_{other:02x}").unwrap_or_default(),
        }
    }
    if name.len() > LONGEST_NAME {
        name.truncate(LONGEST_NAME);
        write!(name, "_{}", &sha256(id)[..16]).unwrap_or_default();
    }
    if name.is_empty() { "_".into() } else { name }
}

#[cfg(test)]
mod tests {
    use super::{escape, file_name, line, quoted};

    #[test]
    fn names_stay_legible_and_syntax_is_escaped() {
        assert_eq!(line("U.S.-Japan alliance (1996)"), "U.S.-Japan alliance (1996)");
        assert_eq!(line("a*b* [x](y) <b> `c`"), r"a\*b\* \[x\](y) \<b\> \`c\`");
        assert_eq!(line("1. one"), r"1\. one");
        assert_eq!(line("# no heading"), r"\# no heading");
        assert_eq!(line("- no item\n\n\n1"), r"\- no item 1");
        assert_eq!(line("http://x.y {{ z }}"), r"http\://x.y \{\{ z \}\}");
        assert_eq!(line("a\u{202e}b\u{7}"), "a&#8238;b\u{2407}");
        assert_eq!(escape("one\n\n- two"), "one\n\\- two");
    }

    #[test]
    fn quoted_text_is_yaml_and_json() {
        assert_eq!(quoted("a\"b\\\n\u{85}\u{202e}"), r#""a\"b\\\n\u0085\u202e""#);
    }

    #[test]
    fn files_are_never_called_alike() {
        assert_eq!(file_name("joseph-nye"), "joseph-nye");
        assert_eq!(file_name("../A b_"), "_2e_2e_2f_41_20b_5f");
        assert_eq!(file_name(""), "_");
        let long = "a".repeat(300);
        assert_ne!(file_name(&long), file_name(&(long.clone() + "a")));
        assert!(file_name(&long).len() < 200);
    }
}
