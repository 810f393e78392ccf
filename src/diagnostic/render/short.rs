//! One line a finding, as compilers print them and editors read them.

use super::Report;
use super::inert::inert;
use super::region::Region;
use std::io::{self, Write};

/// Writes `file:line:column: error[F0201]: message` for each finding; columns count characters.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for finding in report.shown() {
        let at = Region::of(report.files, &finding.primary.at);
        let path = inert(&at.file.path);
        let (line, column) = (at.start.line, at.start.column);
        let (level, code, message) =
            (finding.level.word(), finding.rule.code, inert(&finding.message));
        writeln!(out, "{path}:{line}:{column}: {level}[{code}]: {message}")?;
    }
    match report.left_out() {
        Some(left_out) => writeln!(out, "note: {left_out}"),
        None => Ok(()),
    }
}
