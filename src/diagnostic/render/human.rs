//! Findings as rustc shows its own: the lines concerned, what is wrong under them, and what would
//! mend it.

use super::snippets::groups;
use super::{Report, counted};
use crate::diagnostic::{Diagnostic, Level as Severity};
use annotate_snippets::{Group, Level, Renderer};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The narrowest width that is taken for a terminal's.
const NARROWEST: usize = 40;

/// Writes each finding with its source lines, then how many there are.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let style = report.style;
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width.max(NARROWEST));
    for finding in report.shown() {
        writeln!(out, "{}\n", renderer.render(&groups(report.files, finding)))?;
    }
    for (level, line) in closing(report) {
        writeln!(out, "{}", renderer.render(&[Group::with_title(level.primary_title(line))]))?;
    }
    Ok(())
}

/// What is said after the findings: how many there are, and how to learn more.
fn closing(report: &Report<'_>) -> impl Iterator<Item = (Level<'static>, String)> {
    let left_out = report.left_out().map(|line| (Level::NOTE, line));
    let explain = explain(report.shown()).map(|line| (Level::NOTE, line));
    left_out.into_iter().chain(summary(report)).chain(explain)
}

/// "2 errors, 1 warning", at the level of the worse.
fn summary(report: &Report<'_>) -> Option<(Level<'static>, String)> {
    let errors = report.count(Severity::Deny);
    let counts = [(errors, "error"), (report.count(Severity::Warn), "warning")];
    let counts = counts.into_iter().filter(|(number, _)| *number > 0);
    let counts: Vec<String> = counts.map(|(number, noun)| counted(number, noun)).collect();
    let level = if errors > 0 { Level::ERROR } else { Level::WARNING };
    (!counts.is_empty()).then(|| (level, counts.join(", ")))
}

/// How to learn more, with at most three of the codes that were shown.
fn explain(shown: &[Diagnostic]) -> Option<String> {
    let codes: BTreeSet<&str> = shown.iter().map(|finding| finding.rule.code).collect();
    let codes: Vec<&str> = codes.into_iter().collect();
    match codes.as_slice() {
        [] => None,
        [code] => Some(format!("for more about this finding: foedera explain {code}")),
        [first, others @ ..] => {
            let more = if others.len() > 2 { ", ..." } else { "" };
            let others = others[..others.len().min(2)].join(", ");
            let codes = format!("{first} (or {others}{more})");
            Some(format!("for more about these findings: foedera explain {codes}"))
        }
    }
}
