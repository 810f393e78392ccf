//! Values: the grammar of RON.

use super::node::Kind;
use super::number;
use super::parser::{NESTING_LIMIT, Open, Parser};
use super::token::{Bracket, Token, TokenKind};
use std::ops::Range;

impl Parser<'_> {
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
            "Some" => self.some_without_parentheses(range),
            _ if self.peek().kind == TokenKind::Open(Bracket::Curly) => {
                let brace = self.peek();
                let message = "a name takes parentheses, not braces";
                self.error(brace.start..brace.end, message);
                let node = self.push_named(range);
                self.group(Bracket::Curly, node);
            }
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

    /// Whether `node` may still turn out to hold fields: it has no item yet, or starts with an
    /// error.
    fn may_hold_fields(&self, node: usize) -> bool {
        let first = node + 1 + usize::from(self.nodes[node].is_named);
        let is_open = self.nodes.get(first).is_none_or(|item| item.kind == Kind::Error);
        self.nodes[node].kind == Kind::Struct || self.nodes[node].kind == Kind::Tuple && is_open
    }

    /// Whether the word `name`, which was taken, seems to be a field of `node` without its colon:
    /// a value or `=` follows it on its line.
    fn lacks_colon(&mut self, node: usize, name: Token) -> bool {
        let next = self.peek();
        let text = &self.lexer.text[name.end..next.end];
        let is_value = match next.kind {
            TokenKind::Literal(_) | TokenKind::Identifier => true,
            TokenKind::Open(bracket) => bracket == Bracket::Square,
            TokenKind::Stray => text.ends_with('='),
            _ => false,
        };
        let is_some = &self.lexer.text[name.start..name.end] == "Some";
        is_value && self.may_hold_fields(node) && !is_some && !text.contains('\n')
    }

    /// A field of `node`, whose name was taken and whose colon comes next or is missing.
    fn field(&mut self, bracket: Bracket, node: usize, name: Token) {
        if !self.may_hold_fields(node) {
            if self.leave_for_struct(bracket, name) {
                return;
            }
            let field = self.describe(name);
            let message = format!("the field {field} stands among values without names");
            self.error(name.start..name.end, message);
        }
        if bracket == Bracket::Round {
            self.nodes[node].kind = Kind::Struct;
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
