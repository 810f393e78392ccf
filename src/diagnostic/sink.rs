//! Collects findings; applies levels and waivers in one place; puts them in a stable order.

use super::{Diagnostic, Level, Rule};
use crate::text::{FileId, Place};

/// Which rules a level is set for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selector {
    /// Every rule whose findings are shown as warnings: `warnings`.
    Warnings,
    /// Every rule: `all`.
    All,
    /// The rules whose code starts so: a group `F02` or one code `F0201`.
    Code(String),
    /// The rule of this name.
    Name(String),
}

impl Selector {
    /// Reads `warnings`, `all`, a group such as `F02`, a code such as `F0201`, or a name.
    pub fn parse(text: &str) -> Self {
        let digits = text.strip_prefix('F').unwrap_or("");
        let code = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        match text {
            "warnings" => Self::Warnings,
            "all" => Self::All,
            _ if code => Self::Code(text.into()),
            _ => Self::Name(text.into()),
        }
    }

    /// Whether it selects a rule that has this level so far.
    pub fn matches(&self, rule: &Rule, level: Level) -> bool {
        match self {
            Self::Warnings => level == Level::Warn,
            Self::All => true,
            Self::Code(code) if code.len() < 5 => rule.code.starts_with(code.as_str()),
            Self::Code(code) => rule.code == code,
            Self::Name(name) => rule.name == name,
        }
    }
}

/// Levels that differ from the rules' own; later entries win.
#[derive(Debug, Clone, Default)]
pub struct Levels(pub Vec<(Selector, Level)>);

impl Levels {
    /// The level of a rule.
    pub fn of(&self, rule: &Rule) -> Level {
        let set = |level, (selector, new): &(Selector, Level)| {
            if selector.matches(rule, level) { *new } else { level }
        };
        self.0.iter().fold(rule.level, set)
    }
}

/// A record's permission for one check to find something in it.
#[derive(Debug, Clone)]
pub struct Waiver {
    /// The file of the record.
    pub file: FileId,
    /// The record's number in the file.
    pub record: u32,
    /// The name or code of the check.
    pub check: String,
    /// Where the waiver stands.
    pub at: Place,
    /// What goes when it is taken out: itself, or the whole list where it is the only one.
    pub removal: Place,
}

/// How much of a place is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What a finding shows of it: a record's name, a field's value.
    Shown,
    /// All that goes when it is taken out: its name, value and comma.
    Whole,
}

/// Collects findings.
#[derive(Debug, Default)]
pub struct Sink {
    findings: Vec<Diagnostic>,
}

impl Sink {
    /// Adds a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Adds findings, if there are any.
    pub fn extend_with(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        self.findings.extend(findings);
    }

    /// Adds what another sink collected.
    pub fn append(&mut self, other: Self) {
        self.findings.extend(other.findings);
    }

    /// Takes out the findings that a waiver covers, and returns the waivers that covered none.
    ///
    /// A waiver covers a finding whose primary place lies in its record.
    pub fn waive<'w>(&mut self, waivers: &'w [Waiver]) -> Vec<&'w Waiver> {
        let mut used = vec![false; waivers.len()];
        self.findings.retain(|finding| {
            let Place::Record { file, record, .. } = finding.primary.at else { return true };
            let mut kept = true;
            for (waiver, used) in waivers.iter().zip(&mut used) {
                let names = waiver.check == finding.rule.name || waiver.check == finding.rule.code;
                if names && (waiver.file, waiver.record) == (file, record) {
                    *used = true;
                    kept = false;
                }
            }
            kept
        });
        waivers.iter().zip(used).filter(|(_, used)| !used).map(|(waiver, _)| waiver).collect()
    }

    /// The findings at their levels, without those allowed, sorted by place, code and message, each
    /// once. `locate` turns every place into bytes: the part that is shown, or the whole of it that
    /// an edit removes.
    pub fn finish(
        self,
        levels: &Levels,
        locate: impl Fn(&Place, Extent) -> Place,
    ) -> Vec<Diagnostic> {
        let mut shown: Vec<Diagnostic> = self
            .findings
            .into_iter()
            .map(|finding| Diagnostic { level: levels.of(finding.rule), ..finding })
            .filter(|finding| finding.level != Level::Allow)
            .collect();
        for finding in &mut shown {
            finding.places_mut().for_each(|place| *place = locate(place, Extent::Shown));
            for edit in finding.edits_mut() {
                let extent = if edit.removes { Extent::Whole } else { Extent::Shown };
                edit.at = locate(&edit.at, extent);
            }
        }
        let key = |d: &Diagnostic| (d.primary.at.clone(), d.rule.code, d.message.clone());
        shown.sort_by_key(key);
        shown.dedup_by_key(|d| key(d));
        shown
    }
}
