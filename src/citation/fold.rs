//! Folding: a text reduced to what its spellings have in common, with the way back.

use std::ops::Range;

/// A folded text, and where each of its bytes comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the bytes of the original that its character stands for.
    origin: Vec<Range<usize>>,
}

impl Folded {
    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a byte range of the folded text comes from: from the start
    /// of its first character to the end of its last, with all that was dropped between them.
    ///
    /// Ranges are clamped to the text; an empty one comes from an empty one.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let end_of = |origin: &Range<usize>| origin.end;
        let past = self.origin.last().map_or(0, end_of);
        let start = self.origin.get(range.start).map_or(past, |origin| origin.start);
        let last = range.end.min(self.origin.len()).checked_sub(1);
        let end = last.filter(|last| *last >= range.start).and_then(|last| self.origin.get(last));
        start..end.map_or(start, end_of)
    }

    /// The words as the original spells them, without emphasis marks and links; `original` is the
    /// text that was folded.
    pub fn spelled(&self, original: &str) -> String {
        let mut spelled = String::with_capacity(self.text.len());
        let mut done = 0;
        for (char, origin) in self.text.char_indices().map(|(at, c)| (c, self.original(at..at + 1)))
        {
            if char == ' ' {
                spelled.push(' ');
            } else if origin.start >= done {
                spelled.push_str(original.get(origin.clone()).unwrap_or_default());
            }
            done = origin.end;
        }
        spelled
    }

    /// Adds a folded text after a separator. `other` was folded from the part of the original that
    /// starts at byte `offset`. Returns where it now stands.
    pub(super) fn append(&mut self, separator: char, other: &Self, offset: usize) -> Range<usize> {
        if !self.text.is_empty() {
            let end = self.origin.last().map_or(0, |origin| origin.end);
            self.push(separator, end..offset.max(end));
        }
        let start = self.text.len();
        self.text.push_str(&other.text);
        let moved = other.origin.iter().map(|origin| origin.start + offset..origin.end + offset);
        self.origin.extend(moved);
        start..self.text.len()
    }

    fn push(&mut self, char: char, origin: Range<usize>) {
        self.text.push(char);
        self.origin.extend(std::iter::repeat_n(origin, char.len_utf8()));
    }
}

/// Folds a text.
///
/// Two people who quote the same words type them differently: curly or straight quotation marks,
/// one dash or two, with or without the emphasis. Words are compared after folding:
///
/// | in the text | folded |
/// |---|---|
/// | a run of white space, line ends included | one space; none at the ends |
/// | emphasis: runs of `*` and `_` at the edge of a word | dropped |
/// | a run of hyphens, dashes or minus signs (`-`, `--`, `–`, `—`, U+2011) | `-` |
/// | quotation marks, apostrophes and primes, single or double, straight, curly or angled | `'` |
/// | `…` | `...` |
/// | a backslash before ASCII punctuation | dropped, what follows it stays |
/// | `[text](url)` | `text`; **the URL is dropped**: it can be neither cited nor hashed |
/// | control characters, soft hyphens, zero-width characters | dropped |
///
/// Case is kept, and so is everything else. Folding a folded text changes nothing, unless links
/// are nested.
pub fn fold(text: &str) -> Folded {
    squeeze(without_emphasis(&without_escapes(&glyphs(text))))
}

/// A folded character and the bytes of the original that it stands for.
#[derive(Debug, Clone, Copy)]
struct Glyph {
    char: char,
    start: usize,
    end: usize,
}

/// The text's characters, each folded by itself; links are cut down to their text.
fn glyphs(text: &str) -> Vec<Glyph> {
    let mut glyphs = Vec::with_capacity(text.len());
    let mut link: Option<Link> = None;
    let mut resume = 0;
    for (start, char) in text.char_indices() {
        if start < resume {
            continue;
        }
        if let Some(open) = link.take_if(|link| link.close == start) {
            resume = open.end;
            continue;
        }
        if char == '[' && link.is_none() {
            link = link_at(text, start);
            if link.is_some() {
                continue;
            }
        }
        let end = start + char.len_utf8();
        match char {
            '…' => glyphs.extend([Glyph { char: '.', start, end }; 3]),
            _ => glyphs.extend(plain(char).map(|char| Glyph { char, start, end })),
        }
    }
    glyphs
}

/// A Markdown link: where its text is closed, and where the whole of it ends.
struct Link {
    close: usize,
    end: usize,
}

/// The link whose `[` stands at byte `start`. Its URL may hold balanced parentheses. Never looks
/// past the next `[`, so that reading a text stays linear.
fn link_at(text: &str, start: usize) -> Option<Link> {
    let label = start + 1;
    let close = label + text.get(label..)?.find(['[', ']'])?;
    let target = close + "](".len();
    if text.get(close..target)? != "](" {
        return None;
    }
    let mut depth = 1;
    for (at, char) in text.get(target..)?.char_indices() {
        match char {
            '(' => depth += 1,
            ')' => depth -= 1,
            '[' | '\n' => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(Link { close, end: target + at + 1 });
        }
    }
    None
}

fn plain(char: char) -> Option<char> {
    match char {
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => None,
        _ if char.is_whitespace() => Some(' '),
        _ if char.is_control() => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => Some('-'),
        '"' | '\u{2018}'..='\u{201F}' | '\u{2032}' | '\u{2033}' => Some('\''),
        '«' | '»' | '‹' | '›' | '`' | '´' => Some('\''),
        _ => Some(char),
    }
}

fn without_escapes(glyphs: &[Glyph]) -> Vec<Glyph> {
    let escapes = |at: usize| glyphs.get(at + 1).is_some_and(|g| g.char.is_ascii_punctuation());
    let kept = glyphs.iter().enumerate().filter(|(at, g)| g.char != '\\' || !escapes(*at));
    kept.map(|(_, glyph)| *glyph).collect()
}

/// Drops runs of emphasis marks, but for those inside a word and those that stand alone.
fn without_emphasis(glyphs: &[Glyph]) -> Vec<Glyph> {
    let is_mark = |glyph: &Glyph| matches!(glyph.char, '*' | '_');
    let mut kept = Vec::with_capacity(glyphs.len());
    let mut runs = glyphs.chunk_by(|a, b| is_mark(a) == is_mark(b)).peekable();
    let mut before = None;
    while let Some(run) = runs.next() {
        let after = runs.peek().and_then(|run| run.first()).map(|glyph| glyph.char);
        if !run.iter().all(is_mark) || !at_word_edge(before, after) {
            kept.extend_from_slice(run);
        }
        before = run.last().map(|glyph| glyph.char);
    }
    kept
}

fn at_word_edge(before: Option<char>, after: Option<char>) -> bool {
    let in_word = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    let blank = |char: Option<char>| char.is_none_or(|char| char == ' ');
    !(in_word(before) && in_word(after) || blank(before) && blank(after))
}

/// Makes one of each run of spaces or dashes, and drops the spaces at the ends.
fn squeeze(glyphs: Vec<Glyph>) -> Folded {
    let mut squeezed: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        match squeezed.last_mut() {
            None if glyph.char == ' ' => {}
            Some(last) if last.char == glyph.char && matches!(glyph.char, ' ' | '-') => {
                last.end = glyph.end;
            }
            _ => squeezed.push(glyph),
        }
    }
    squeezed.pop_if(|last| last.char == ' ');
    let mut folded = Folded::default();
    for Glyph { char, start, end } in squeezed {
        folded.push(char, start..end);
    }
    folded
}
