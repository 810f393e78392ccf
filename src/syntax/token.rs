//! Text into tokens, white space and comments, as ron 0.12 cuts it.

use super::node::Kind;
use super::number;
use super::recover;
use super::string::{self, Quoted};
use super::trivia::line_len;
use std::ops::Range;
use unicode_ident::{is_xid_continue, is_xid_start};

/// One of the three pairs of brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    /// `( )`
    Round,
    /// `[ ]`
    Square,
    /// `{ }`
    Curly,
}

impl Bracket {
    /// The closing bracket, for messages.
    pub(super) fn closing(self) -> char {
        match self {
            Self::Round => ')',
            Self::Square => ']',
            Self::Curly => '}',
        }
    }
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    Open(Bracket),
    Close(Bracket),
    Comma,
    Colon,
    /// A name, a field, or a bare word.
    Identifier,
    /// A number, string or character; of kind `Error` when its spelling was already found wrong.
    Literal(Kind),
    /// A character that starts no token.
    Stray,
    /// The end of what may be read.
    End,
}

/// A token and its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Something wrong, wherever it stands.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) range: Range<usize>,
    pub(super) message: String,
    /// The bracket that was opened and not closed.
    pub(super) opened: Option<Range<usize>>,
    /// Whether what follows can no longer be told: nothing more is said of this record.
    pub(super) is_last: bool,
}

impl Problem {
    pub(super) fn new(range: Range<usize>, message: impl Into<String>) -> Self {
        Self { range, message: message.into(), opened: None, is_last: false }
    }
}

/// Cuts a text into tokens, one at a time, and keeps the comments it passes.
pub(super) struct Lexer<'s> {
    pub(super) text: &'s str,
    /// Where the next token, or the white space before it, starts.
    pub(super) pos: usize,
    /// Whether a string is taken to end on its first line when code seems to follow in it.
    pub(super) is_wary: bool,
    pub(super) comments: Vec<Range<usize>>,
    /// What was wrong with what was read last.
    pub(super) problem: Option<Problem>,
    /// How many bytes were looked at.
    pub(super) visited: usize,
    /// The first comment that never ends. Comments after it may not nest: to look for the end of
    /// each in the whole text would take too long.
    pub(super) unclosed_comment: Option<usize>,
    /// Where the next `*/` stands, as last looked up, and from where that was.
    pub(super) comment_close: Range<usize>,
}

impl<'s> Lexer<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        Self {
            text,
            pos: 0,
            is_wary: false,
            comments: Vec::new(),
            problem: None,
            visited: 0,
            unclosed_comment: None,
            comment_close: 0..0,
        }
    }

    pub(super) fn rest(&self) -> &'s str {
        self.text.get(self.pos..).unwrap_or("")
    }

    /// Goes back to `pos`, and forgets the comments after it.
    pub(super) fn rewind(&mut self, pos: usize) {
        self.pos = pos;
        let kept = self.comments.partition_point(|comment| comment.start < pos);
        self.comments.truncate(kept);
    }

    /// Reads past `text` if it comes next.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.pos += text.len();
        }
        found
    }

    /// The next token.
    pub(super) fn next(&mut self) -> Token {
        self.skip_trivia();
        let start = self.pos;
        let kind = self.scan();
        self.visited += self.pos - start;
        Token { kind, start, end: self.pos }
    }

    fn scan(&mut self) -> TokenKind {
        let rest = self.rest();
        let Some(first) = rest.bytes().next() else { return TokenKind::End };
        let punctuation = match first {
            b'(' => TokenKind::Open(Bracket::Round),
            b'[' => TokenKind::Open(Bracket::Square),
            b'{' => TokenKind::Open(Bracket::Curly),
            b')' => TokenKind::Close(Bracket::Round),
            b']' => TokenKind::Close(Bracket::Square),
            b'}' => TokenKind::Close(Bracket::Curly),
            b',' => TokenKind::Comma,
            b':' => TokenKind::Colon,
            b'"' => return self.string(1, Kind::String, Quoted::Text),
            b'\'' => return self.character(),
            b'0'..=b'9' | b'+' | b'-' | b'.' => return self.number(),
            _ => return self.word(),
        };
        self.pos += 1;
        punctuation
    }

    /// What starts with a letter or with no known character.
    fn word(&mut self) -> TokenKind {
        let rest = self.rest();
        if rest.starts_with("b\"") {
            return self.string(2, Kind::Bytes, Quoted::Bytes);
        } else if rest.starts_with("b'") {
            return self.number();
        } else if ["br\"", "br#"].iter().any(|prefix| rest.starts_with(prefix)) {
            return self.raw_string(2, Kind::Bytes);
        } else if ["r\"", "r#\"", "r##"].iter().any(|prefix| rest.starts_with(prefix)) {
            return self.raw_string(1, Kind::String);
        }
        let len = identifier(rest);
        if len == 0 {
            self.pos += rest.chars().next().map_or(0, char::len_utf8);
            return TokenKind::Stray;
        }
        let (word, after) = rest.split_at(len);
        if after.starts_with("..") && number::is_special(word) {
            return self.number();
        }
        if after.starts_with(['-', '+', '.']) && word != "Some" {
            let message = "this is no name; text stands between double quotes";
            return TokenKind::Literal(self.wrong(number::malformed(rest), message));
        }
        self.pos += len;
        TokenKind::Identifier
    }

    fn number(&mut self) -> TokenKind {
        let rest = self.rest();
        let kind = match number::number_or_range(rest) {
            Some((len, is_range)) => {
                self.pos += len;
                if is_range {
                    Kind::Range
                } else if rest.starts_with('b') {
                    Kind::Byte
                } else {
                    Kind::Number
                }
            }
            None => self.malformed_number(),
        };
        TokenKind::Literal(kind)
    }

    fn malformed_number(&mut self) -> Kind {
        let rest = self.rest();
        match string::character(rest) {
            Err(message) if rest.starts_with("b'") => self.wrong(2, message),
            _ => self.wrong(
                number::malformed(rest).max(1),
                "a malformed number, or one too large for its type",
            ),
        }
    }

    fn character(&mut self) -> TokenKind {
        let kind = match string::character(self.rest()) {
            Ok(len) => {
                self.pos += len;
                Kind::Char
            }
            Err(message) => self.wrong(quoted_len(self.rest()), message),
        };
        TokenKind::Literal(kind)
    }

    fn wrong(&mut self, len: usize, message: &str) -> Kind {
        let range = self.pos..self.pos + len;
        self.pos = range.end;
        self.problem.get_or_insert(Problem::new(range, message));
        Kind::Error
    }

    /// A string whose escapes are read, from the end of its prefix and quote.
    fn string(&mut self, prefix: usize, kind: Kind, quoted: Quoted) -> TokenKind {
        let start = self.pos;
        let mut at = start + prefix;
        while let Some(step) = self.string_mark(at, b'\\') {
            at += step;
            match self.text.as_bytes()[at] {
                b'"' => {
                    self.pos = at + 1;
                    return match self.code_within(start, at) {
                        Some(code) => self.unclosed_string(start, code),
                        None => TokenKind::Literal(kind),
                    };
                }
                b'\\' => at += self.escape_len(at, quoted),
                _ => match self.code_after(start, at) {
                    Some(code) => return self.unclosed_string(start, code),
                    None => at += 1,
                },
            }
        }
        self.unclosed_string(start, self.text.len())
    }

    /// How far it is to the next quote, line end that matters, or `other`.
    fn string_mark(&self, at: usize, other: u8) -> Option<usize> {
        let rest = self.text.as_bytes().get(at..)?;
        let is_wary = self.is_wary;
        rest.iter().position(|&b| b == b'"' || b == other || is_wary && b == b'\n')
    }

    fn escape_len(&mut self, at: usize, quoted: Quoted) -> usize {
        let rest = &self.text[at..];
        match string::escape(rest, quoted) {
            Ok(escape) => escape.len,
            Err(message) => {
                let len = rest.chars().take(2).map(char::len_utf8).sum();
                self.problem.get_or_insert(Problem::new(at..at + len, message));
                len
            }
        }
    }

    fn raw_string(&mut self, prefix: usize, kind: Kind) -> TokenKind {
        let start = self.pos;
        let body = &self.text[start + prefix..];
        let hashes = body.len() - body.trim_start_matches('#').len();
        let Some('"') = body[hashes..].chars().next() else {
            return TokenKind::Literal(self.wrong(prefix + hashes, "a raw string lacks its `\"`"));
        };
        let mut at = start + prefix + hashes + 1;
        while let Some(step) = self.string_mark(at, b'"') {
            at += step + 1;
            let rest = &self.text.as_bytes()[at..];
            if self.text.as_bytes()[at - 1] == b'\n' {
                if let Some(code) = self.code_after(start, at - 1) {
                    return self.unclosed_string(start, code);
                }
            } else if rest.iter().take_while(|&&b| b == b'#').take(hashes).count() == hashes {
                self.pos = at + hashes;
                return TokenKind::Literal(kind);
            }
        }
        self.unclosed_string(start, self.text.len())
    }

    /// Where code resumes, if the line after the one that ends at `line_end` looks like code.
    fn code_after(&mut self, start: usize, line_end: usize) -> Option<usize> {
        let (code, looked_at) = recover::code_after(&self.text[start..], line_end - start);
        self.visited += looked_at;
        code.map(|code| start + code)
    }

    /// Where code resumes in the string from `start` to the quote at `end`, if that quote seems to
    /// be the opening one of another string.
    fn code_within(&mut self, start: usize, end: usize) -> Option<usize> {
        let opens_text = self.text[end + 1..].starts_with(is_identifier_part);
        if !self.is_wary || !opens_text {
            return None;
        }
        self.visited += end - start;
        recover::code_within(&self.text[start..end]).map(|code| start + code)
    }

    fn unclosed_string(&mut self, start: usize, resume: usize) -> TokenKind {
        let shown = start..start + line_len(&self.text[start..resume]);
        self.pos = resume;
        self.problem.get_or_insert(Problem {
            is_last: true,
            ..Problem::new(shown, "this string has no end: its closing quote is missing")
        });
        TokenKind::Literal(Kind::Error)
    }
}

/// The length of what stands between single quotes and is no character, if it ends on its line.
fn quoted_len(text: &str) -> usize {
    let end = text[1..].find(['\'', '\n']).filter(|end| text[1 + end..].starts_with('\''));
    end.map_or(1, |end| end + 2)
}

/// The length of the identifier, plain or raw (`r#type`), that `text` starts with; 0 if none.
pub(super) fn identifier(text: &str) -> usize {
    if let Some(raw) = text.strip_prefix("r#") {
        let is_part = |c| is_identifier_part(c) || matches!(c, '.' | '+' | '-');
        let len = raw.find(|c| !is_part(c)).unwrap_or(raw.len());
        return if len == 0 { 0 } else { 2 + len };
    }
    match text.chars().next() {
        Some(c) if is_identifier_start(c) => {
            text.find(|c| !is_identifier_part(c)).unwrap_or(text.len())
        }
        _ => 0,
    }
}

/// Whether a plain identifier may start with a character.
pub(super) fn is_identifier_start(c: char) -> bool {
    c == '_' || is_xid_start(c)
}

/// Whether a character may stand inside an identifier.
pub(super) fn is_identifier_part(c: char) -> bool {
    is_xid_continue(c)
}

/// Whether `text` starts with `word`, and the word ends there.
pub(super) fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_identifier_part))
}
