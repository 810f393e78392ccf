//! Workflow commands of GitHub Actions, which become annotations of the lines of a pull request.

use super::Report;
use super::inert::inert;
use super::region::Region;
use crate::diagnostic::{Diagnostic, Level};
use crate::text::Files;
use std::io::{self, Write};

/// Writes `::error file=..,line=..,col=..,endLine=..,endColumn=..,title=F0201::message` for each
/// finding. Columns are left out where a finding spans lines: the runner refuses them there.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for finding in report.shown() {
        let at = Region::of(report.files, &finding.primary.at);
        let command = command(finding.level);
        let file = property(&inert(&at.file.path));
        let (start, end) = (at.start, at.end);
        let lines = if start.line == end.line {
            format!(
                "line={},col={},endLine={},endColumn={}",
                start.line, start.column, end.line, end.column
            )
        } else {
            format!("line={},endLine={}", start.line, end.line)
        };
        let message = data(&message(report.files, finding));
        writeln!(out, "::{command} file={file},{lines},title={}::{message}", finding.rule.code)?;
    }
    match report.left_out() {
        Some(left_out) => writeln!(out, "::notice::{left_out}"),
        None => Ok(()),
    }
}

fn command(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Allow => "notice",
    }
}

/// All that the finding says, a line each.
fn message(files: &Files, finding: &Diagnostic) -> String {
    let mut lines = vec![inert(&finding.message).into_owned()];
    if !finding.primary.text.is_empty() {
        lines.push(inert(&finding.primary.text).into_owned());
    }
    lines.extend(finding.related.iter().map(|label| {
        let at = Region::of(files, &label.at);
        let path = inert(&at.file.path);
        format!("{path}:{}:{}: {}", at.start.line, at.start.column, inert(&label.text))
    }));
    lines.extend(finding.notes.iter().map(|note| format!("note: {}", inert(note))));
    let helps = finding.helps.iter().chain(finding.fixes.iter().map(|fix| &fix.title));
    lines.extend(helps.map(|help| format!("help: {}", inert(help))));
    lines.join("\n")
}

/// Escapes the text after `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
