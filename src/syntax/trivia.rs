//! White space and comments, which may stand between any two tokens.

use super::token::{Lexer, Problem};

impl Lexer<'_> {
    /// Reads past white space and comments.
    pub(super) fn skip_trivia(&mut self) {
        let start = self.pos;
        loop {
            let rest = self.rest();
            self.pos += rest.find(|c| !is_whitespace(c)).unwrap_or(rest.len());
            let start = self.pos;
            let rest = self.rest();
            if rest.starts_with("//") {
                self.pos += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.block_comment();
            } else {
                break;
            }
            let comment = self.text[start..self.pos].trim_end_matches('\r').len();
            self.comments.push(start..start + comment);
        }
        self.visited += self.pos - start;
    }

    /// Whether nothing but white space and comments follows `pos`.
    pub(super) fn ends_at(&mut self, pos: usize) -> bool {
        let (before, problem) = (self.pos, self.problem.take());
        let comments = self.comments.len();
        self.pos = pos;
        self.skip_trivia();
        let ends = self.rest().is_empty();
        self.comments.truncate(comments);
        (self.pos, self.problem) = (before, problem);
        ends
    }

    fn block_comment(&mut self) {
        let start = self.pos;
        let end = match self.unclosed_comment {
            Some(unclosed) if start == unclosed => None,
            Some(unclosed) if start > unclosed => self.simple_comment_end(),
            _ => self.nested_comment_end(),
        };
        if let Some(end) = end {
            self.pos = end;
            return;
        }
        let first = self.unclosed_comment.map_or(start, |unclosed| unclosed.min(start));
        self.unclosed_comment = Some(first);
        self.pos += line_len(self.rest());
        self.problem.get_or_insert(Problem {
            is_last: true,
            ..Problem::new(start..self.pos, "this comment has no end: `*/` is missing")
        });
    }

    fn nested_comment_end(&mut self) -> Option<usize> {
        let mut at = self.pos + 2;
        let mut depth = 1;
        while depth > 0 {
            let Some(step) = self.text[at..].find(['/', '*']) else {
                self.visited += self.text.len() - self.pos;
                return None;
            };
            at += step;
            let mark = self.text.get(at..at + 2);
            depth += usize::from(mark == Some("/*"));
            depth -= usize::from(mark == Some("*/"));
            at += if matches!(mark, Some("/*" | "*/")) { 2 } else { 1 };
        }
        Some(at)
    }

    /// The end of a comment that holds no other.
    fn simple_comment_end(&mut self) -> Option<usize> {
        let from = self.pos + 2;
        if !self.comment_close.contains(&from) {
            let close = self.text.get(from..).and_then(|rest| rest.find("*/"));
            let close = close.map_or(self.text.len(), |len| from + len);
            self.visited += close - from;
            self.comment_close = from..close + 1;
        }
        let close = self.comment_close.end - 1;
        let other = self.text.get(from..close).and_then(|comment| comment.find("/*"));
        self.visited += other.unwrap_or(0);
        (other.is_none() && close < self.text.len()).then_some(close + 2)
    }
}

/// The length of the first line, without white space at its end.
pub(super) fn line_len(text: &str) -> usize {
    let line = &text[..text.find('\n').unwrap_or(text.len())];
    line.trim_end_matches(is_whitespace).len()
}

/// ron's white space.
fn is_whitespace(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\x0B'
            | '\x0C'
            | '\u{85}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'
            | '\u{2029}'
    )
}
