//! Writes XML: escaped text, and elements whose attributes are escaped.

use crate::layout::Point;
use std::fmt::Write;

/// Text as XML text or attribute: markup and quotes as references, without the characters that XML
/// forbids and those that turn the direction of the text around them.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' | '\r' => out.push(' '),
            c if c.is_control() || is_forbidden(c) => {}
            c => out.push(c),
        }
    }
    out
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}

/// A number as short as a tenth of a pixel allows.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    let short = text.strip_suffix(".0").unwrap_or(&text);
    if short == "-0" { "0".into() } else { short.into() }
}

/// A point as the commands of a path take it.
pub(super) fn point(p: Point) -> String {
    format!("{} {}", number(p.x), number(p.y))
}

/// An attribute; one with an empty value is left out.
pub(super) type Attribute<'a> = (&'a str, &'a str);

/// A document being written.
#[derive(Debug, Default)]
pub(super) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            writeln!(self.text, "</{name}>").unwrap_or_default();
        }
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element that holds text.
    pub(super) fn text(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        self.start(name, attributes);
        writeln!(self.text, ">{}</{name}>", escape(text)).unwrap_or_default();
    }

    /// A `<text>` whose first line stands at a point and each other line `step` below the one before.
    pub(super) fn lines(
        &mut self,
        attributes: &[Attribute<'_>],
        at: Point,
        step: f64,
        lines: &[String],
    ) {
        let (x, y, step) = (number(at.x), number(at.y), number(step));
        let mut all = vec![("x", x.as_str()), ("y", y.as_str())];
        all.extend_from_slice(attributes);
        self.start("text", &all);
        self.text.push('>');
        for (number, line) in lines.iter().enumerate() {
            let line = escape(line);
            match number {
                0 => self.text.push_str(&line),
                _ => write!(self.text, "<tspan x=\"{x}\" dy=\"{step}\">{line}</tspan>")
                    .unwrap_or_default(),
            }
        }
        self.text.push_str("</text>\n");
    }

    /// The finished document.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn start(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.indent();
        write!(self.text, "<{name}").unwrap_or_default();
        for (key, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            write!(self.text, " {key}=\"{}\"", escape(value)).unwrap_or_default();
        }
    }

    fn indent(&mut self) {
        for _ in &self.open {
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stays_special() {
        assert_eq!(escape("<a b=\"c\">&']]>"), "&lt;a b=&quot;c&quot;&gt;&amp;&#39;]]&gt;");
        assert_eq!(escape("a\u{0}\u{1b}b\u{202e}c\nd🎌"), "abc d🎌");
    }

    #[test]
    fn numbers_are_short() {
        let shortened = [number(1.0), number(-0.04), number(2.26), number(10.5)];
        assert_eq!(shortened, ["1", "0", "2.3", "10.5"]);
    }
}
