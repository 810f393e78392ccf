//! The attributes at a file's head, such as `#![enable(implicit_some)]`.

use super::node::Kind;
use super::token::{Lexer, Problem, TokenKind, identifier};

/// ron's extensions.
const EXTENSIONS: [&str; 4] =
    ["unwrap_newtypes", "implicit_some", "unwrap_variant_newtypes", "explicit_struct_names"];

/// Reads the attribute that comes next, which starts with `#`.
///
/// # Errors
/// The first thing that is wrong with it.
pub(super) fn attribute(lexer: &mut Lexer<'_>) -> Result<(), Problem> {
    for mark in ["#", "!", "["] {
        expect(lexer, mark)?;
    }
    match word(lexer) {
        "enable" => {
            expect(lexer, "(")?;
            extensions(lexer)?;
            expect(lexer, ")")?;
        }
        "type" | "schema" => {
            expect(lexer, "=")?;
            string(lexer)?;
        }
        _ => return Err(expected(lexer, "`enable`, `type` or `schema`")),
    }
    expect(lexer, "]")
}

/// Skips the rest of a wrong attribute: up to its `]` or the end of its line.
pub(super) fn skip(lexer: &mut Lexer<'_>) {
    let rest = lexer.rest();
    lexer.pos += rest.find(['\n', ']']).map_or(rest.len(), |end| end + 1);
}

fn extensions(lexer: &mut Lexer<'_>) -> Result<(), Problem> {
    loop {
        let found = word(lexer);
        let name = found.strip_prefix("r#").unwrap_or(found);
        if !EXTENSIONS.contains(&name) {
            return Err(unknown_extension(lexer, found));
        }
        lexer.skip_trivia();
        let comma = lexer.eat(",");
        lexer.skip_trivia();
        if !comma || identifier(lexer.rest()) == 0 {
            return Ok(());
        }
    }
}

fn unknown_extension(lexer: &Lexer<'_>, found: &str) -> Problem {
    if found.is_empty() {
        return expected(lexer, "the name of an extension");
    }
    let known = EXTENSIONS.join("`, `");
    let message = format!("no extension is named `{found}`; there are `{known}`");
    Problem::new(lexer.pos - found.len()..lexer.pos, message)
}

fn string(lexer: &mut Lexer<'_>) -> Result<(), Problem> {
    let token = lexer.next();
    match lexer.problem.take() {
        Some(problem) => Err(problem),
        None if token.kind == TokenKind::Literal(Kind::String) => Ok(()),
        None => {
            lexer.pos = token.start;
            Err(expected(lexer, "a string"))
        }
    }
}

/// The word that comes next, if any does.
fn word<'s>(lexer: &mut Lexer<'s>) -> &'s str {
    lexer.skip_trivia();
    let rest = lexer.rest();
    let word = &rest[..identifier(rest)];
    lexer.pos += word.len();
    word
}

fn expect(lexer: &mut Lexer<'_>, mark: &str) -> Result<(), Problem> {
    lexer.skip_trivia();
    if lexer.eat(mark) { Ok(()) } else { Err(expected(lexer, &format!("`{mark}`"))) }
}

fn expected(lexer: &Lexer<'_>, what: &str) -> Problem {
    let message = format!("expected {what}; an attribute is like `#![enable(implicit_some)]`");
    Problem::new(lexer.pos..lexer.pos, message)
}
