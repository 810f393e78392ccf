//! Reading on in a record after brackets that do not fit, or nest too deeply.

use super::node::Kind;
use super::parser::{NESTING_LIMIT, Open, Parser};
use super::recover;
use super::token::{Bracket, Problem, Token, TokenKind};
use std::ops::Range;

impl Parser<'_> {
    /// Tells that the innermost bracket lacks its end at `range`.
    fn unclosed(&mut self, range: Range<usize>, found: &str) {
        if let Some(Open { bracket, at, .. }) = self.open.last() {
            let message = format!("expected `{}`, found {found}", bracket.closing());
            let opened = Some(*at..*at + 1);
            self.report(Problem { opened, ..Problem::new(range, message) });
        }
    }

    pub(super) fn never_closed(&mut self) {
        let token = self.peek();
        let found = self.describe(token);
        self.unclosed(self.taken..self.taken, &found);
        self.open.clear();
    }

    /// A closing bracket that is not the one that is due: it closes nothing, or it is the wrong
    /// one, which is so if the right one's line is its own, or the brackets inside were left open.
    pub(super) fn wrong_close(&mut self, token: Token, close: Bracket) {
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
    pub(super) fn leave_for_struct(&mut self, bracket: Bracket, name: Token) -> bool {
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

    pub(super) fn too_deep(&mut self, range: Range<usize>) {
        let message = format!("brackets nest more than {NESTING_LIMIT} deep");
        self.report(Problem { is_last: true, ..Problem::new(range, message) });
    }

    /// Skips a bracket that is nested too deeply, up to its end.
    pub(super) fn skip_group(&mut self, opener: Token) {
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
}
