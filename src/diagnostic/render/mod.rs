//! The outputs of findings, one file each, and the table that names them.
//!
//! A further output is one file with a `write` function and one line in [`FORMATS`]. Whatever
//! comes from the user's data passes through `inert` on its way out: no text of a data file can
//! drive a terminal or a build service.

mod findings_v1;
mod github;
mod human;
mod inert;
mod json;
mod region;
mod sarif;
mod short;
mod snippets;
mod window;

pub use findings_v1::schema;

use super::{Diagnostic, Level, Rule};
use crate::text::Files;
use std::io::{self, Write};

/// An output of findings.
#[derive(Debug)]
pub struct Format {
    /// The name that `--format` takes.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub summary: &'static str,
    /// Writes the report; the errors are those of the writer.
    pub write: fn(&Report<'_>, &mut dyn Write) -> io::Result<()>,
}

/// Every output, the default first.
pub static FORMATS: &[Format] = &[
    Format { name: "human", summary: "for people, with the lines concerned", write: human::write },
    Format { name: "short", summary: "one line a finding, for editors", write: short::write },
    Format { name: "json", summary: "one versioned JSON document", write: json::write },
    Format { name: "sarif", summary: "SARIF 2.1.0, for code scanning", write: sarif::write },
    Format { name: "github", summary: "workflow commands of GitHub Actions", write: github::write },
];

/// The output of this name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// How text for people looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether ANSI colours are used.
    pub color: bool,
    /// The width of the terminal in columns; long source lines are cut to it.
    pub width: usize,
}

/// Findings with all that is needed to print them.
///
/// The places of the findings are bytes; one that still names a record is shown as the start of
/// its file.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The files that the findings point into.
    pub files: &'a Files,
    /// The findings, in the order in which they are printed.
    pub findings: &'a [Diagnostic],
    /// Every rule there is, for outputs that list them.
    pub rules: &'a [&'static Rule],
    /// How text for people looks.
    pub style: Style,
    /// At most this many findings are printed; how many more there are is said at the end.
    pub limit: usize,
}

impl<'a> Report<'a> {
    /// The findings that are printed.
    fn shown(&self) -> &'a [Diagnostic] {
        &self.findings[..self.findings.len().min(self.limit)]
    }

    /// Says how many findings are left out, where some are.
    fn left_out(&self) -> Option<String> {
        let more = self.findings.len() - self.shown().len();
        let verb = if more == 1 { "is" } else { "are" };
        (more > 0).then(|| format!("{} {verb} not shown", counted(more, "more finding")))
    }

    /// The number of findings of a level, printed or not.
    fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }
}

/// A number with its noun: "1 error", "2 errors".
fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
