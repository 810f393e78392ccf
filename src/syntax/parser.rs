//! Reading one record: the next token, the nodes made so far, and what is told of errors.
//!
//! A record is read twice at most. First as ron reads it, up to the first error. If there is one,
//! again from its start and warily: brackets that do not fit are told apart by the lines they stand
//! on, a string may end on its first line, and the start of the next record ends everything.

use super::node::{Data, Kind};
use super::recover::Outline;
use super::token::{Bracket, Lexer, Problem, Token, TokenKind};
use super::{SyntaxError, offset};
use std::ops::Range;

/// How deep brackets may nest: ron's recursion limit of 128, of which a bracket and the item in it
/// take one each.
pub(super) const NESTING_LIMIT: usize = 64;

/// How many errors are told of one record; more are mostly consequences of the first.
const ERRORS_PER_RECORD: usize = 2;

/// A bracket that is open.
pub(super) struct Open {
    pub(super) bracket: Bracket,
    /// Where it stands.
    pub(super) at: usize,
    /// The node it belongs to.
    pub(super) node: usize,
}

/// Reads values into nodes.
pub(super) struct Parser<'s> {
    pub(super) lexer: Lexer<'s>,
    /// The next token, where it was already looked at.
    token: Option<Token>,
    /// The end of the token that was taken last.
    pub(super) taken: usize,
    /// The end of the token before that one.
    taken_before: usize,
    pub(super) nodes: Vec<Data>,
    pub(super) errors: Vec<SyntaxError>,
    /// The brackets that are open in the record.
    pub(super) open: Vec<Open>,
    /// Whether the record stands in a list, which counts for the nesting.
    pub(super) in_list: bool,
    /// The record being read, or the last one.
    pub(super) record: Option<usize>,
    /// Where what is being read starts.
    start: usize,
    /// Set when the record is read warily.
    pub(super) outline: Option<Outline>,
    /// What made a trusting reading fail.
    pub(super) failure: Option<Problem>,
    /// How many more errors may be told of this record.
    pub(super) errors_left: usize,
    /// Whether a comma was reached since the last error; until then, errors follow from that one.
    pub(super) is_settled: bool,
}

impl<'s> Parser<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        Self {
            lexer: Lexer::new(text),
            token: None,
            taken: 0,
            taken_before: 0,
            nodes: Vec::new(),
            errors: Vec::new(),
            open: Vec::new(),
            in_list: false,
            record: None,
            start: 0,
            outline: None,
            failure: None,
            errors_left: 0,
            is_settled: true,
        }
    }

    /// Starts to read something at `pos`, with nothing told of it yet.
    pub(super) fn begin(&mut self, pos: usize, is_wary: bool) {
        self.lexer.is_wary = is_wary;
        self.lexer.rewind(pos);
        self.token = None;
        self.taken = pos;
        self.start = pos;
        self.open.clear();
        self.failure = None;
        self.errors_left = ERRORS_PER_RECORD;
        self.is_settled = true;
    }

    /// Goes back to the end of what was taken, so that what was only looked at can be read anew.
    pub(super) fn resume(&mut self) {
        self.lexer.rewind(self.taken);
        self.token = None;
    }

    /// Tells of a problem in the record. A trusting reading ends with it.
    pub(super) fn report(&mut self, problem: Problem) {
        if !self.lexer.is_wary {
            self.failure.get_or_insert(problem);
            return;
        }
        if self.errors_left == 0 || !self.is_settled {
            return;
        }
        self.errors_left = if problem.is_last { 0 } else { self.errors_left - 1 };
        self.is_settled = false;
        let Problem { range, message, opened, .. } = problem;
        self.errors.push(SyntaxError { range, message, opened, record: self.record });
    }

    pub(super) fn error(&mut self, range: Range<usize>, message: impl Into<String>) {
        self.report(Problem::new(range, message));
    }

    /// Looks at the next token. The start of the next record ends a wary reading, and so does the
    /// end of the list; the first error ends a trusting one.
    pub(super) fn peek(&mut self) -> Token {
        if let (Some(token), None) = (self.token, &self.failure) {
            return token;
        }
        let mut token = self.token.unwrap_or_else(|| self.read());
        if self.failure.is_some() {
            token.kind = TokenKind::End;
        }
        self.token = Some(token);
        token
    }

    fn read(&mut self) -> Token {
        let token = self.lexer.next();
        if let Some(problem) = self.lexer.problem.take() {
            self.report(problem);
        }
        let is_end = self.lexer.is_wary
            && match token.kind {
                TokenKind::Identifier => self.starts_next_record(token),
                TokenKind::Close(Bracket::Square) => self.in_list && self.lexer.ends_at(token.end),
                _ => false,
            };
        if is_end { Token { kind: TokenKind::End, ..token } } else { token }
    }

    /// Goes past the next token.
    pub(super) fn take(&mut self) -> Token {
        let token = self.peek();
        if token.kind != TokenKind::End {
            self.token = None;
            (self.taken_before, self.taken) = (self.taken, token.end);
        }
        token
    }

    /// Takes back the token that was taken last.
    pub(super) fn put_back(&mut self, token: Token) {
        self.lexer.rewind(token.start);
        self.token = None;
        self.taken = self.taken_before;
    }

    fn starts_next_record(&self, token: Token) -> bool {
        let text = self.lexer.text;
        let starts_one = |outline: &Outline| outline.starts_record(text, token.start);
        token.start > self.start && self.outline.as_ref().is_some_and(starts_one)
    }

    pub(super) fn push(&mut self, kind: Kind, range: Range<usize>) -> usize {
        let index = self.nodes.len();
        let (start, end) = (offset(range.start), offset(range.end));
        self.nodes.push(Data { kind, is_named: false, start, end, next: offset(index + 1) });
        index
    }

    /// Ends a node at the last token that was taken.
    pub(super) fn finish(&mut self, node: usize) {
        let next = offset(self.nodes.len());
        let data = &mut self.nodes[node];
        data.next = next;
        data.end = data.end.max(offset(self.taken));
    }

    /// A token as messages name it.
    pub(super) fn describe(&self, token: Token) -> String {
        const MOST: usize = 24;
        let text = &self.lexer.text[token.start..token.end];
        let line = text.lines().next().unwrap_or("");
        match token.kind {
            TokenKind::End if text.is_empty() => "the end of the file".into(),
            TokenKind::End if text == "]" => "the end of the list".into(),
            TokenKind::End => "the next record".into(),
            _ if line.len() < text.len() || line.chars().nth(MOST).is_some() => {
                format!("`{}…`", line.chars().take(MOST).collect::<String>())
            }
            _ => format!("`{line}`"),
        }
    }
}
