//! Text in XML 1.0, so that a reader gets it back as it was.
//!
//! Markup, quotes, tabs and line ends are written as references, which neither text nor attributes
//! normalise. XML can't hold the other control characters even so: each is written as its picture
//! (U+0007 as U+2407), which a reader can turn back. U+FFFE and U+FFFF, which are no characters,
//! become U+FFFD.

/// Appends text as text or attribute.
pub(super) fn escape(text: &[u8], out: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| SPECIAL[usize::from(*byte)]) {
        let (plain, special) = rest.split_at(at);
        out.extend_from_slice(plain);
        rest = replace(special, out);
    }
    out.extend_from_slice(rest);
}

/// Appends pieces of markup and, at odd places, values to be escaped.
pub(super) fn tag(out: &mut Vec<u8>, parts: &[&str]) {
    for (number, part) in parts.iter().enumerate() {
        if number % 2 == 0 {
            out.extend_from_slice(part.as_bytes());
        } else {
            escape(part.as_bytes(), out);
        }
    }
}

/// The bytes that can't stand for themselves, or may begin what can't.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < special.len() {
        special[byte] =
            byte < 0x20 || matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | b'\'' | 0xef);
        byte += 1;
    }
    special
};

/// Writes what stands for the first character, and returns what follows it.
fn replace<'a>(text: &'a [u8], out: &mut Vec<u8>) -> &'a [u8] {
    let (reference, rest): (&[u8], _) = match text {
        [b'&', rest @ ..] => (b"&amp;", rest),
        [b'<', rest @ ..] => (b"&lt;", rest),
        [b'>', rest @ ..] => (b"&gt;", rest),
        [b'"', rest @ ..] => (b"&quot;", rest),
        [b'\'', rest @ ..] => (b"&#39;", rest),
        [b'\t', rest @ ..] => (b"&#9;", rest),
        [b'\n', rest @ ..] => (b"&#10;", rest),
        [b'\r', rest @ ..] => (b"&#13;", rest),
        [control @ 0..0x20, rest @ ..] => (&[0xe2, 0x90, 0x80 + control][..], rest),
        [0xef, 0xbf, 0xbe | 0xbf, rest @ ..] => ("\u{fffd}".as_bytes(), rest),
        [first, rest @ ..] => (std::slice::from_ref(first), rest),
        [] => (b"", text),
    };
    out.extend_from_slice(reference);
    rest
}

#[cfg(test)]
mod tests {
    use super::escape;

    fn escaped(text: &str) -> String {
        let mut out = Vec::new();
        escape(text.as_bytes(), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn markup_and_line_ends_are_references() {
        assert_eq!(escaped("<a b=\"c\">&']]>"), "&lt;a b=&quot;c&quot;&gt;&amp;&#39;]]&gt;");
        assert_eq!(escaped("a\r\n\tb"), "a&#13;&#10;&#9;b");
    }

    #[test]
    fn other_controls_are_pictures() {
        assert_eq!(escaped("\0\u{1b}\u{7f}\u{202e}🎌"), "\u{2400}\u{241b}\u{7f}\u{202e}🎌");
        assert_eq!(escaped("\u{fffe}\u{ffff}\u{ff01}"), "\u{fffd}\u{fffd}\u{ff01}");
    }
}
