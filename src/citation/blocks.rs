//! The blocks of a Markdown text: headings and paragraphs.
//!
//! Only as much of CommonMark as cutting a paper into sections and paragraphs needs: ATX headings,
//! list items, table rows, thematic breaks; all other lines are text. A list item, and a row of a
//! table, is a paragraph of its own. A number that starts an item is part of its text, a bullet is
//! not.

use std::ops::Range;

/// A heading or a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Whether it is a heading.
    pub(super) heading: bool,
    /// The bytes of its text, without the marks before it (`##`, `-`).
    pub(super) text: Range<usize>,
    /// Where it starts, marks included.
    pub(super) start: usize,
}

/// What a line does to the paragraph that is open before it.
enum Line {
    /// Ends it.
    Break,
    /// Ends it; this text is a heading.
    Heading(Range<usize>),
    /// Ends it; this text is a paragraph by itself.
    Row(Range<usize>),
    /// Ends it and opens another, which starts here.
    Bullet(usize),
    /// As a bullet, where an ordered list may start or go on here, else as text.
    Number(usize, bool),
    /// Goes on with it, or opens one here.
    Text(usize),
}

/// The text with the marks of block quotations (`> ` at the start of a line) turned into spaces.
pub(super) fn without_quote_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let quoted = line.trim_start_matches([' ', '>']);
        let (marks, quoted) = line.split_at(line.len() - quoted.len());
        let is_quote = marks.contains('>') && (marks.ends_with(' ') || starts_blank(quoted));
        plain.push_str(&if is_quote { marks.replace('>', " ") } else { marks.to_owned() });
        plain.push_str(quoted);
    }
    plain
}

/// The blocks of a text, in order.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    let mut ordered = false;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let end = offset + line.trim_end().len();
        let kind = classify(line, offset);
        let starts = match &kind {
            Line::Text(_) => open.is_none(),
            Line::Number(_, first) => open.is_none() || ordered || *first,
            Line::Break | Line::Heading(_) | Line::Row(_) | Line::Bullet(_) => true,
        };
        if starts {
            blocks.extend(open.take());
            ordered = matches!(kind, Line::Number(..));
        }
        match kind {
            Line::Break => {}
            Line::Heading(text) => blocks.push(Block { heading: true, text, start: offset }),
            Line::Row(text) => blocks.push(Block { heading: false, text, start: offset }),
            Line::Bullet(from) | Line::Number(from, _) | Line::Text(from) => {
                let new = || Block { heading: false, text: from..end, start: offset };
                open.get_or_insert_with(new).text.end = end;
            }
        }
        offset += line.len();
    }
    blocks.extend(open);
    blocks
}

fn classify(line: &str, offset: usize) -> Line {
    let text = line.trim();
    let indent = line.len() - line.trim_start().len();
    let at = offset + indent;
    if text.is_empty() || is_rule(text) {
        return Line::Break;
    }
    if let Some(title) = heading(text).filter(|_| indent <= 3) {
        let start = at + (text.len() - title.len());
        let title = title.trim_end_matches('#').trim_end();
        let words = title.contains(char::is_alphanumeric);
        return if words { Line::Heading(start..start + title.len()) } else { Line::Break };
    }
    if text.starts_with('|') {
        return Line::Row(at..at + text.len());
    }
    if let Some(item) = text.strip_prefix(['-', '*', '+', '•']).filter(|item| starts_blank(item))
    {
        return Line::Bullet(at + (text.len() - item.trim_start().len()));
    }
    match number(text) {
        Some(number) => Line::Number(at, number == "1"),
        None => Line::Text(at),
    }
}

/// A thematic break, or the line under a setext heading: three or more of one mark, nothing else.
fn is_rule(text: &str) -> bool {
    let Some(mark) = text.chars().next().filter(|c| matches!(c, '-' | '*' | '_' | '=')) else {
        return false;
    };
    text.chars().all(|c| c == mark || c.is_whitespace()) && text.matches(mark).count() >= 3
}

/// The title of a heading, with the marks that may close it.
fn heading(text: &str) -> Option<&str> {
    let title = text.trim_start_matches('#');
    let level = text.len() - title.len();
    ((1..=6).contains(&level) && starts_blank(title)).then(|| title.trim_start())
}

/// The number that starts an item of an ordered list: `1.` or `1)`, then a space.
fn number(text: &str) -> Option<&str> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    let item = rest.strip_prefix(['.', ')'])?;
    ((1..=9).contains(&digits) && starts_blank(item)).then_some(number)
}

fn starts_blank(text: &str) -> bool {
    text.chars().next().is_none_or(char::is_whitespace)
}
