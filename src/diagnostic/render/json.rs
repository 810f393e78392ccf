//! The findings as one versioned JSON document.

use super::Report;
use super::findings_v1::{At, Change, Finding, Findings, Labelled, Replacement, Severity, VERSION};
use super::inert::inert_json;
use super::region::Region;
use crate::diagnostic::{Diagnostic, Fix, Label, Level};
use crate::text::Files;
use serde::Serialize;
use std::io::{self, Write};

/// Writes the document that [`super::schema`] describes.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let findings: Vec<Finding> =
        report.shown().iter().map(|finding| convert(report.files, finding)).collect();
    let shown = findings.len();
    write_inert(&Findings { version: VERSION, findings, total: report.findings.len(), shown }, out)
}

/// Writes an indented JSON document in which no hidden character of the data stands as it is.
pub(super) fn write_inert(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let json = serde_json::to_string_pretty(document).map_err(io::Error::other)?;
    writeln!(out, "{}", inert_json(&json))
}

fn convert(files: &Files, finding: &Diagnostic) -> Finding {
    Finding {
        code: finding.rule.code,
        name: finding.rule.name,
        level: severity(finding.level),
        message: finding.message.clone(),
        primary: labelled(files, &finding.primary),
        related: finding.related.iter().map(|label| labelled(files, label)).collect(),
        notes: finding.notes.clone(),
        helps: finding.helps.clone(),
        fixes: finding.fixes.iter().map(|fix| change(files, fix)).collect(),
    }
}

fn severity(level: Level) -> Severity {
    match level {
        Level::Deny => Severity::Error,
        Level::Warn => Severity::Warning,
        Level::Allow => Severity::Allowed,
    }
}

fn labelled(files: &Files, label: &Label) -> Labelled {
    let region = Region::of(files, &label.at);
    Labelled {
        at: at(&region),
        offset: region.range.start,
        length: region.range.len(),
        text: label.text.clone(),
    }
}

fn change(files: &Files, fix: &Fix) -> Change {
    let edit = |edit: &crate::diagnostic::Edit| {
        let region = Region::of(files, &edit.at);
        let (start, end) = (region.range.start, region.range.end);
        Replacement { at: at(&region), start, end, new: edit.new.clone() }
    };
    Change { title: fix.title.clone(), sure: fix.sure, edits: fix.edits.iter().map(edit).collect() }
}

fn at(region: &Region<'_>) -> At {
    At {
        file: region.file.path.clone(),
        line: region.start.line,
        column: region.start.column,
        end_line: region.end.line,
        end_column: region.end.column,
    }
}
