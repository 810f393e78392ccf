//! Printing: results to standard output, messages to standard error.

use super::args::{AnswerFormat, Global, TableFormat};
use super::{Failure, Outcome};
use crate::diagnostic::Level;
use crate::pipeline::Analysis;
use crate::query::Answer;
use std::io::{ErrorKind, Write};

/// Prints a result; that the reader went away is no error.
pub(super) fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Prints bytes that are no text for a terminal, such as a picture, as they are.
pub(super) fn print_raw(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Says on standard error why foedera could not work.
pub(super) fn complain(message: &str) {
    anstream::eprintln!("error: {message}");
}

/// Says something on standard error.
pub(super) fn say(message: &str) {
    anstream::eprintln!("{message}");
}

/// Says that the data has errors, so that an answer may be incomplete.
pub(super) fn warn_of_errors(analysis: &Analysis) {
    let errors = analysis.diagnostics.iter().filter(|d| d.level == Level::Deny).count();
    if errors > 0 {
        let errors = if errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") };
        say(&format!(
            "warning: the data has {errors} (see `foedera check`); the answer may be incomplete"
        ));
    }
}

/// Prints an answer in the form asked for.
pub(super) fn answer(answer: &impl Answer, format: AnswerFormat) -> super::Result {
    match format {
        AnswerFormat::Text => print(answer.text().as_bytes())?,
        AnswerFormat::Json => print_json(&answer.document())?,
    }
    Ok(if answer.is_empty() { Outcome::Bad } else { Outcome::Good })
}

/// Prints an answer in the form asked for, its tables as wide as the terminal.
pub(super) fn fitted(global: &Global, answer: &impl Answer, format: AnswerFormat) -> super::Result {
    match format {
        AnswerFormat::Text => print(answer.fit(width(global)).as_bytes())?,
        AnswerFormat::Json => print_json(&answer.document())?,
    }
    Ok(if answer.is_empty() { Outcome::Bad } else { Outcome::Good })
}

/// Prints an answer that is a table in the form asked for.
pub(super) fn table(global: &Global, answer: &impl Answer, format: TableFormat) -> super::Result {
    let rows = if format == TableFormat::Csv { answer.table() } else { None };
    if let Some(rows) = rows {
        print(rows.csv().as_bytes())?;
        return Ok(if answer.is_empty() { Outcome::Bad } else { Outcome::Good });
    }
    let format = if format == TableFormat::Json { AnswerFormat::Json } else { AnswerFormat::Text };
    fitted(global, answer, format)
}

/// How wide a table may be: as asked, else as the shell says or the terminal is, else 100 columns.
pub(super) fn width(global: &Global) -> usize {
    let is_terminal = std::io::IsTerminal::is_terminal(&std::io::stdout());
    let terminal = is_terminal.then(textwrap::termwidth);
    let shell = global.columns.as_ref().and_then(|columns| columns.parse().ok());
    global.width.or(shell).or(terminal).unwrap_or(100)
}

/// Prints a JSON document.
pub(super) fn print_json(document: &impl serde::Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(document)?;
    text.push('\n');
    print(text.as_bytes())
}
