//! Values: the grammar of RON, and how reading goes on after an error in a record.
//!
//! A record is read twice at most. First as ron reads it, up to the first error. If there is one,
//! again from its start and warily: brackets that do not fit are told apart by the lines they stand
//! on, a string may end on its first line, and the start of the next record ends everything.

use super::node::{Data, Kind};
use super::number;
use super::recover::{self, Outline};
use super::token::{Bracket, Lexer, Problem, Token, TokenKind};
use super::{SyntaxError, offset};
use std::ops::Range;

/// How deep brackets may nest: ron's recursion limit of 128, of which a bracket and the item in it
/// take one each.
const NESTING_LIMIT: usize = 64;

/// How many errors are told of one record; more are mostly consequences of the first.
const ERRORS_PER_RECORD: usize = 2;

/// A bracket that is open.
struct Open {
    bracket: Bracket,
    /// Where it stands.
    at: usize,
    /// The node it belongs to.
    node: usize,
}

/// Reads values into nodes.
pub(super) struct Parser<'s> {
    pub(super) lexer: Lexer<'s>,
    /// The next token, where it was already looked at.
    token: Option<Token>,
    /// The end of the token that was taken last.
    pub(super) taken: usize,
    pub(super) nodes: Vec<Data>,
    pub(super) errors: Vec<SyntaxError>,
    /// The brackets that are open in the record.
    open: Vec<Open>,
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
    is_settled: bool,
}

impl<'s> Parser<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        Self {
            lexer: Lexer::new(text),
            token: None,
            taken: 0,
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

    fn error(&mut self, range: Range<usize>, message: impl Into<String>) {
        self.report(Problem::new(range, message));
    }

    /// Looks at the next token. The start of the next record ends a wary reading, and so does the
    /// end of the list; the first error ends a trusting one.
    pub(super) fn peek(&mut self) -> Token {
        let token = self.token.unwrap_or_else(|| self.read());
        let is_end = self.failure.is_some();
        let token = if is_end { Token { kind: TokenKind::End, ..token } } else { token };
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
            self.taken = token.end;
        }
        token
    }

    /// Takes back the token that was taken last.
    fn put_back(&mut self, token: Token) {
        self.lexer.rewind(token.start);
        self.token = None;
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

    /// Reads one value. Always takes a token, but for a closing bracket, a comma or the end.
    pub(super) fn value(&mut self) {
        let token = self.peek();
        match token.kind {
            TokenKind::Identifier => {
                self.take();
                self.word(token);
            }
            TokenKind::Literal(kind) => {
                self.take();
                self.push(kind, token.start..token.end);
            }
            TokenKind::Open(bracket) => {
                let kind = if bracket == Bracket::Square { Kind::List } else { Kind::Tuple };
                let kind = if bracket == Bracket::Curly { Kind::Map } else { kind };
                let node = self.push(kind, token.start..token.end);
                self.group(bracket, node);
            }
            TokenKind::Colon | TokenKind::Stray => {
                self.take();
                let found = self.describe(token);
                self.error(token.start..token.end, format!("expected a value, found {found}"));
                self.push(Kind::Error, token.start..token.end);
            }
            TokenKind::Close(_) | TokenKind::Comma | TokenKind::End => self.missing_value(token),
        }
    }

    fn missing_value(&mut self, token: Token) {
        let is_end = token.kind == TokenKind::End;
        let range = if is_end { self.taken..self.taken } else { token.start..token.end };
        let found = self.describe(token);
        self.error(range, format!("expected a value, found {found}"));
    }

    /// A value that starts with the word `name`, which was taken.
    fn word(&mut self, name: Token) {
        let range = name.start..name.end;
        match &self.lexer.text[range.clone()] {
            "true" | "false" | "None" => {
                self.push(Kind::Word, range);
            }
            special if number::is_special(special) => {
                self.push(Kind::Number, range);
            }
            _ if self.peek().kind == TokenKind::Open(Bracket::Round) => {
                let node = self.push_named(range);
                self.group(Bracket::Round, node);
            }
            _ if self.peek().kind == TokenKind::Open(Bracket::Curly) => {
                let brace = self.peek();
                let message = "a name takes parentheses, not braces";
                self.error(brace.start..brace.end, message);
                let node = self.push_named(range);
                self.group(Bracket::Curly, node);
            }
            "Some" => self.some_without_parentheses(range),
            _ => {
                self.push(Kind::Word, range);
            }
        }
    }

    fn push_named(&mut self, name: Range<usize>) -> usize {
        let node = self.push(Kind::Tuple, name.clone());
        self.nodes[node].is_named = true;
        self.push(Kind::Word, name);
        node
    }

    /// `Some x`, which ron takes for `Some(x)` where options are implicit.
    fn some_without_parentheses(&mut self, name: Range<usize>) {
        let (at, depth) = (name.start, self.open.len());
        let node = self.push_named(name);
        self.open.push(Open { bracket: Bracket::Round, at, node });
        if self.is_too_deep() {
            self.too_deep(at..at + 1);
        } else {
            self.value();
        }
        self.open.truncate(depth);
        self.finish(node);
    }

    fn is_too_deep(&self) -> bool {
        self.open.len() + usize::from(self.in_list) > NESTING_LIMIT
    }

    /// The rest of `node` from its opening bracket on.
    fn group(&mut self, bracket: Bracket, node: usize) {
        let opener = self.take();
        self.open.push(Open { bracket, at: opener.start, node });
        if self.is_too_deep() {
            self.skip_group(opener);
        } else {
            self.items(bracket, node);
        }
        self.finish(node);
    }

    fn items(&mut self, bracket: Bracket, node: usize) {
        let depth = self.open.len();
        while self.open.len() >= depth {
            let token = self.peek();
            match token.kind {
                TokenKind::Close(close) if close == bracket => {
                    self.take();
                    self.open.pop();
                }
                TokenKind::Close(close) => self.wrong_close(token, close),
                TokenKind::End => self.never_closed(),
                TokenKind::Comma => {
                    self.missing_value(token);
                    self.comma();
                }
                _ => {
                    self.item(bracket, node);
                    if self.open.len() >= depth {
                        self.separator();
                    }
                }
            }
        }
    }

    fn item(&mut self, bracket: Bracket, node: usize) {
        let token = self.peek();
        match bracket {
            Bracket::Curly => self.map_entry(token),
            _ if token.kind == TokenKind::Identifier => {
                self.take();
                if self.peek().kind == TokenKind::Colon || self.lacks_colon(node, token) {
                    self.field(bracket, node, token);
                } else {
                    self.nameless_in_struct(node, token);
                    self.word(token);
                }
            }
            _ => {
                self.nameless_in_struct(node, token);
                self.value();
            }
        }
    }

    /// A value where the struct `node` wants a field.
    fn nameless_in_struct(&mut self, node: usize, token: Token) {
        if self.nodes[node].kind == Kind::Struct {
            let found = self.describe(token);
            let message = format!("expected a field, `name: value`, found {found}");
            self.error(token.start..token.end, message);
        }
    }

    fn is_empty(&self, node: usize) -> bool {
        node + 1 + usize::from(self.nodes[node].is_named) == self.nodes.len()
    }

    /// Whether the word `name`, which was taken, seems to be a field of `node` without its colon:
    /// a value or `=` follows it on its line.
    fn lacks_colon(&mut self, node: usize, name: Token) -> bool {
        let next = self.peek();
        let text = &self.lexer.text[name.end..next.end];
        let is_value = match next.kind {
            TokenKind::Literal(_) | TokenKind::Open(Bracket::Square) => true,
            TokenKind::Identifier => &self.lexer.text[name.start..name.end] != "Some",
            TokenKind::Stray => text.ends_with('='),
            _ => false,
        };
        let takes_fields = match self.nodes[node].kind {
            Kind::Struct => true,
            Kind::Tuple => self.is_empty(node),
            _ => false,
        };
        is_value && takes_fields && !text.contains('\n')
    }

    /// A field of `node`, whose name was taken and whose colon comes next or is missing.
    fn field(&mut self, bracket: Bracket, node: usize, name: Token) {
        match self.nodes[node].kind {
            Kind::Struct => {}
            Kind::Tuple if self.is_empty(node) => self.nodes[node].kind = Kind::Struct,
            _ => {
                if self.leave_for_struct(bracket, name) {
                    return;
                }
                let field = self.describe(name);
                let message = format!("the field {field} stands among values without names");
                self.error(name.start..name.end, message);
            }
        }
        let entry = self.push(Kind::Entry, name.start..name.end);
        self.push(Kind::Word, name.start..name.end);
        self.colon(name);
        self.field_value();
        self.finish(entry);
    }

    fn colon(&mut self, name: Token) {
        let next = self.peek();
        if next.kind != TokenKind::Colon {
            let field = self.describe(name);
            self.error(name.end..name.end, format!("expected `:` after {field}"));
        }
        if matches!(next.kind, TokenKind::Colon | TokenKind::Stray) {
            self.take();
        }
    }

    /// The value after a field's colon, unless the next field comes in its place.
    fn field_value(&mut self) {
        let token = self.peek();
        if token.kind != TokenKind::Identifier {
            return self.value();
        }
        let colon = self.taken;
        self.take();
        if self.peek().kind == TokenKind::Colon {
            self.error(colon..colon, "expected a value, found the next field");
            self.put_back(token);
            self.taken = colon;
        } else {
            self.word(token);
        }
    }

    fn map_entry(&mut self, token: Token) {
        let entry = self.push(Kind::Entry, token.start..token.end);
        self.value();
        let colon = self.peek();
        if colon.kind == TokenKind::Colon {
            self.take();
            self.value();
        } else {
            let found = self.describe(colon);
            self.error(self.taken..self.taken, format!("expected `:` and a value, found {found}"));
        }
        self.finish(entry);
    }

    fn comma(&mut self) {
        self.take();
        self.is_settled = true;
    }

    /// What must come between two items.
    fn separator(&mut self) {
        let token = self.peek();
        match token.kind {
            TokenKind::Comma => self.comma(),
            TokenKind::Close(_) | TokenKind::End => {}
            TokenKind::Colon => {
                self.take();
                let quoted = self.nodes.last().is_some_and(|node| node.kind == Kind::String);
                let message =
                    if quoted { "a field's name stands without quotes" } else { "unexpected `:`" };
                self.error(token.start..token.end, message);
            }
            _ => {
                let found = self.describe(token);
                self.error(self.taken..self.taken, format!("expected a comma before {found}"));
            }
        }
    }
}

/// Reading on after brackets that do not fit.
impl Parser<'_> {
    /// Tells that the innermost bracket lacks its end at `range`.
    fn unclosed(&mut self, range: Range<usize>, found: &str) {
        if let Some(Open { bracket, at, .. }) = self.open.last() {
            let message = format!("expected `{}`, found {found}", bracket.closing());
            let opened = Some(*at..*at + 1);
            self.report(Problem { opened, ..Problem::new(range, message) });
        }
    }

    fn never_closed(&mut self) {
        let token = self.peek();
        let found = self.describe(token);
        self.unclosed(self.taken..self.taken, &found);
        self.open.clear();
    }

    /// A closing bracket that is not the one that is due: it closes nothing, or it is the wrong
    /// one, which is so if the right one's line is its own, or the brackets inside were left open.
    fn wrong_close(&mut self, token: Token, close: Bracket) {
        let range = token.start..token.end;
        let found = self.describe(token);
        let outer = self.open.iter().rposition(|open| open.bracket == close);
        let is_wrong_one = self.is_on_line_of_innermost(token)
            && outer.map_or_else(
                || self.open.len() > 1 || recover::ends_line(&self.lexer.text[token.end..]),
                |outer| !self.is_on_line_of(outer, token),
            );
        match outer {
            _ if is_wrong_one => {
                self.unclosed(range, &found);
                self.take();
                self.open.pop();
            }
            Some(outer) => {
                self.unclosed(range, &found);
                self.open.truncate(outer + 1);
            }
            None => {
                self.error(range, format!("{found} closes nothing"));
                self.take();
            }
        }
    }

    fn is_on_line_of_innermost(&self, token: Token) -> bool {
        self.is_on_line_of(self.open.len().saturating_sub(1), token)
    }

    fn is_on_line_of(&self, open: usize, token: Token) -> bool {
        let outline = self.outline.as_ref().zip(self.open.get(open));
        outline.is_some_and(|(outline, open)| outline.same_line(open.at, token.start))
    }

    /// A field in a list or tuple belongs to the struct around it, when the list or tuple was
    /// left open. Says so, and whether that is the case.
    fn leave_for_struct(&mut self, bracket: Bracket, name: Token) -> bool {
        let starts_line = self.outline.as_ref().is_some_and(|o| o.starts_line(name.start));
        let outer = self.open.iter().rposition(|o| self.nodes[o.node].kind == Kind::Struct);
        let Some(outer) = outer.filter(|_| starts_line || bracket == Bracket::Square) else {
            return false;
        };
        let field = self.describe(name);
        self.unclosed(name.start..name.end, &format!("the field {field}"));
        self.open.truncate(outer + 1);
        self.put_back(name);
        true
    }

    fn too_deep(&mut self, range: Range<usize>) {
        let message = format!("brackets nest more than {NESTING_LIMIT} deep");
        self.report(Problem { is_last: true, ..Problem::new(range, message) });
    }

    /// Skips a bracket that is nested too deeply, up to its end.
    fn skip_group(&mut self, opener: Token) {
        self.too_deep(opener.start..opener.end);
        let mut depth = 1usize;
        while depth > 0 {
            match self.take().kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth -= 1,
                TokenKind::End => return self.open.clear(),
                _ => {}
            }
        }
        self.open.pop();
    }

    /// Skips what follows a record and is none itself: up to the next record or the end, or to a
    /// comma.
    pub(super) fn skip_junk(&mut self, to_comma: bool) {
        let mut depth = 0usize;
        loop {
            match self.peek().kind {
                TokenKind::End => return,
                TokenKind::Comma if to_comma && depth == 0 => return,
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.take();
        }
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
