//! A whole file: a list of records or a single one, each read on its own so that an error in one
//! does not hide the others.

use super::attributes;
use super::node::Kind;
use super::parser::Parser;
use super::recover::{self, Outline};
use super::token::{Problem, Token, TokenKind, is_identifier_start};
use super::{Record, SyntaxError, Tree, offset};
use std::ops::Range;

/// How many errors that stand in no record are told of one file.
const ERRORS_IN_FRAME: usize = 100;

/// Reads a file.
pub(super) fn parse(text: &str) -> Tree<'_> {
    let mut file = File {
        parser: Parser::new(text),
        records: Vec::new(),
        list: None,
        first: None,
        frame_errors: 0,
        wasted: 0,
        is_quiet: false,
        is_told: false,
    };
    file.attributes();
    file.list();
    file.read_records();
    file.into_tree()
}

struct File<'s> {
    parser: Parser<'s>,
    records: Vec<Record>,
    /// Where the `[` of the list of records stands; none in a file of a single record.
    list: Option<usize>,
    /// Where the first record starts, once that is known.
    first: Option<usize>,
    /// How many errors outside of any record were told.
    frame_errors: usize,
    /// How many bytes were read in vain, by trusting readings that failed.
    wasted: usize,
    /// Set from an error to the next record: what comes between is a consequence of the error.
    is_quiet: bool,
    /// Whether it was told that several records want a list, or that one may have been missed.
    is_told: bool,
}

impl<'s> File<'s> {
    fn attributes(&mut self) {
        self.skip_trivia();
        while self.parser.lexer.rest().starts_with('#') {
            if let Err(problem) = attributes::attribute(&mut self.parser.lexer) {
                self.frame_error(problem);
                attributes::skip(&mut self.parser.lexer);
            }
            self.skip_trivia();
        }
    }

    fn list(&mut self) {
        let start = self.parser.lexer.pos;
        if self.parser.lexer.eat("[") {
            self.list = Some(start);
            self.parser.in_list = true;
            self.parser.push(Kind::List, start..start + 1);
            self.parser.taken = start + 1;
            self.skip_trivia();
        } else {
            self.is_told = self.is_quiet;
        }
        self.first = Some(self.parser.lexer.pos);
    }

    fn read_records(&mut self) {
        let mut comma_is_due = false;
        loop {
            self.skip_trivia();
            let pos = self.parser.lexer.pos;
            let rest = self.parser.lexer.rest();
            match rest.bytes().next() {
                None => return self.end_of_file(),
                Some(b']') if self.list.is_some() => {
                    if self.end_of_list(pos) {
                        return;
                    }
                }
                Some(b',') => {
                    self.comma(pos, comma_is_due);
                    comma_is_due = false;
                }
                Some(_) if self.starts_record(rest) => {
                    if comma_is_due {
                        self.missing_comma();
                    }
                    self.record();
                    comma_is_due = true;
                }
                Some(_) => self.junk(),
            }
        }
    }

    /// Whether a record comes next. After an error, bare values are taken for pieces of what went
    /// wrong.
    fn starts_record(&self, rest: &str) -> bool {
        let is_bare = rest.starts_with(|c: char| c.is_ascii_digit() || "\"'+-.".contains(c))
            || rest.starts_with(is_identifier_start) && !recover::starts_field(rest);
        rest.starts_with(['(', '[', '{'])
            || if self.is_quiet { recover::opens_named(rest) } else { is_bare }
    }

    fn record(&mut self) {
        let start = self.parser.lexer.pos;
        let node = self.parser.nodes.len();
        let told = self.parser.errors.len();
        self.parser.record = Some(self.records.len());
        self.is_quiet = false;
        if !self.reads_trustingly(start) {
            self.parser.nodes.truncate(node);
            self.read_warily(start);
        }
        self.parser.resume();
        self.is_quiet = self.parser.errors.len() > told;
        self.records.push(Record { node: offset(node), is_broken: self.is_quiet });
    }

    /// Reads a record as ron does, if too much was not read in vain already. A record that takes
    /// the end of the list with it is not believed.
    fn reads_trustingly(&mut self, start: usize) -> bool {
        if self.wasted > 2 * self.parser.lexer.text.len() {
            return false;
        }
        self.parser.begin(start, false);
        self.parser.value();
        let end = self.parser.taken;
        let is_good = self.parser.failure.is_none()
            && (self.list.is_none() || !self.parser.lexer.ends_at(end));
        if !is_good {
            self.wasted += self.parser.lexer.pos - start;
        }
        is_good
    }

    fn read_warily(&mut self, start: usize) {
        let failure = self.parser.failure.take();
        let told = self.parser.errors.len();
        self.outline();
        self.parser.begin(start, true);
        self.parser.value();
        if let Some(failure) = failure.filter(|_| self.parser.errors.len() == told) {
            self.parser.report(failure);
        }
    }

    /// The lines of the file, looked at when something is wrong for the first time.
    fn outline(&mut self) {
        let (text, first) = (self.parser.lexer.text, self.first);
        self.parser.outline.get_or_insert_with(|| Outline::new(text, first));
    }

    /// What stands between records and is none. A field or a closing bracket that is indented more
    /// than a record was probably part of the record before it, and spoils that.
    fn junk(&mut self) {
        self.outline();
        self.parser.begin(self.parser.lexer.pos, true);
        if self.is_quiet {
            self.parser.errors_left = 0;
        }
        let token = self.parser.peek();
        let found = self.parser.describe(token);
        let message = match token.kind {
            TokenKind::Close(_) => format!("{found} closes nothing"),
            TokenKind::Identifier => {
                format!("the field {found} stands outside of any record; was one closed too early?")
            }
            _ => format!("expected a record, found {found}"),
        };
        let problem = Problem::new(token.start..token.end, message);
        if !self.is_quiet && !self.is_told {
            if self.continues_record(token) {
                self.spoil_last(problem);
            } else {
                self.frame_error(problem);
            }
        }
        self.is_quiet = true;
        self.parser.errors_left = 0;
        self.parser.skip_junk(true);
        self.parser.resume();
    }

    /// Whether junk that starts with `token` seems to belong to the record before it.
    fn continues_record(&self, token: Token) -> bool {
        let is_inside = |outline: &Outline| !outline.is_at_margin(token.start);
        matches!(token.kind, TokenKind::Close(_) | TokenKind::Identifier)
            && self.parser.outline.as_ref().is_some_and(is_inside)
    }

    fn spoil_last(&mut self, problem: Problem) {
        if let Some(record) = self.records.last_mut() {
            record.is_broken = true;
        }
        self.parser.report(problem);
    }
}

/// The frame: what stands outside of any record.
impl<'s> File<'s> {
    fn frame_error(&mut self, problem: Problem) {
        self.frame_errors += 1;
        if self.frame_errors <= ERRORS_IN_FRAME {
            let Problem { range, message, opened, .. } = problem;
            self.parser.errors.push(SyntaxError { range, message, opened, record: None });
        }
    }

    /// Skips white space and comments. What follows a comment without an end may be its text, up
    /// to the next record.
    fn skip_trivia(&mut self) {
        self.parser.lexer.skip_trivia();
        if let Some(problem) = self.parser.lexer.problem.take() {
            self.frame_error(problem);
            self.is_quiet = true;
            self.outline();
            self.parser.begin(self.parser.lexer.pos, true);
            self.parser.errors_left = 0;
            self.parser.skip_junk(false);
            self.parser.resume();
        }
    }

    fn comma(&mut self, pos: usize, is_due: bool) {
        self.parser.lexer.pos += 1;
        if self.list.is_none() {
            self.more_than_one(pos..pos + 1);
        } else if !is_due && !self.is_quiet {
            self.frame_error(Problem::new(pos..pos + 1, "expected a record, found `,`"));
        }
    }

    fn missing_comma(&mut self) {
        let pos = self.parser.lexer.pos;
        let end = self.parser.taken;
        if self.list.is_none() {
            self.more_than_one(pos..pos + 1);
        } else if !self.is_quiet {
            self.frame_error(Problem::new(end..end, "expected a comma before the next record"));
        }
    }

    /// Told once of a file that is no list.
    fn more_than_one(&mut self, range: Range<usize>) {
        if !self.is_told {
            self.is_told = true;
            let message = "more than one record; several stand in a list, `[...]`";
            self.frame_error(Problem::new(range, message));
        }
    }

    /// A `]` that is not in a record: the end of the list, if nothing follows it.
    fn end_of_list(&mut self, pos: usize) -> bool {
        self.parser.lexer.pos += 1;
        self.parser.taken = pos + 1;
        let is_end = self.parser.lexer.ends_at(pos + 1);
        if is_end {
            self.skip_trivia();
        } else if !self.is_quiet {
            let message = "the list of records ends here, but more follows";
            self.frame_error(Problem::new(pos..pos + 1, message));
        }
        is_end
    }

    fn end_of_file(&mut self) {
        if self.is_quiet {
            return;
        }
        let (end, last) = (self.parser.lexer.pos, self.parser.taken);
        if let Some(start) = self.list {
            self.frame_error(Problem {
                opened: Some(start..start + 1),
                ..Problem::new(last..last, "expected `]`, found the end of the file")
            });
        } else if self.records.is_empty() {
            self.frame_error(Problem::new(
                end..end,
                "expected a record, found the end of the file",
            ));
        }
    }

    fn into_tree(mut self) -> Tree<'s> {
        if self.list.is_some() {
            self.parser.finish(0);
        }
        let Parser { lexer, nodes, mut errors, .. } = self.parser;
        errors.sort_by_key(|error| error.range.start);
        Tree {
            text: lexer.text,
            is_list: self.list.is_some(),
            nodes,
            records: self.records,
            errors,
            comments: lexer.comments,
            visited: lexer.visited,
        }
    }
}
