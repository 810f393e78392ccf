//! The findings as the page shows them: each with the place to click on.

use super::limits::Limits;
use crate::diagnostic::{Diagnostic, Level};
use crate::text::{Files, Place};
use schemars::JsonSchema;
use serde::Serialize;

/// What is wrong with the data, as `GET /api/findings` tells it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "Findings")]
pub struct FindingsBody {
    /// The revision that they were found in.
    pub revision: String,
    /// How many there are; more than are told where there are very many.
    pub total: usize,
    /// The findings, by file and place.
    pub findings: Vec<FindingBody>,
}

/// A finding.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingBody {
    /// `deny` where `check` fails by it, else `warn`.
    #[schemars(with = "String", extend("enum" = ["deny", "warn"]))]
    pub level: &'static str,
    /// The stable code of its check, such as `F0201`.
    pub code: &'static str,
    /// The name of its check, such as `dangling-reference`.
    pub name: &'static str,
    /// What is wrong: one sentence without a full stop, names in backticks.
    pub message: String,
    /// The path of the file, with `/`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// Advice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub help: Vec<String>,
}

impl FindingsBody {
    /// The findings of an analysis of these files, not yet of a revision.
    pub(super) fn of(files: &Files, diagnostics: &[Diagnostic]) -> Self {
        let shown = diagnostics.iter().take(Limits::FINDINGS);
        Self {
            revision: String::new(),
            total: diagnostics.len(),
            findings: shown.map(|finding| FindingBody::of(files, finding)).collect(),
        }
    }
}

impl FindingBody {
    fn of(files: &Files, finding: &Diagnostic) -> Self {
        let file = files.get(finding.primary.at.file());
        let offset = match &finding.primary.at {
            Place::Bytes(span) => span.range().start,
            Place::Record { .. } => 0,
        };
        let position = file.lines().position(&file.text, offset);
        Self {
            level: if finding.level == Level::Deny { "deny" } else { "warn" },
            code: finding.rule.code,
            name: finding.rule.name,
            message: finding.message.clone(),
            file: file.path.clone(),
            line: position.line,
            column: position.column,
            help: finding.helps.clone(),
        }
    }
}
