//! `foedera check --fix`: what fixes would write, as a diff or to disk.

use super::{Failure, output};
use crate::diagnostic::{Diagnostic, Mended, mend};
use crate::pipeline::Analysis;
use crate::text::{FileId, Place};
use crate::workspace::{self, Workspace};
use similar::TextDiff;
use std::path::PathBuf;

/// The mark that some editors put before UTF-8 text.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file that is to change.
#[derive(Debug)]
struct Change {
    path: PathBuf,
    old: String,
    new: String,
}

/// The changes that mend the findings of one analysis, and what is to be said of them.
#[derive(Debug, Default)]
pub(super) struct Mending {
    changes: Vec<Change>,
    done: Vec<String>,
    put_off: usize,
}

impl Mending {
    /// What the sure fixes of the findings make of the files, as they stand on disk.
    pub(super) fn of(workspace: &Workspace, analysis: &Analysis) -> Result<Self, Failure> {
        let Mended { texts, applied, put_off } = mend(&workspace.files, &analysis.diagnostics);
        let mut mending = Self { put_off, ..Self::default() };
        for (file, new) in texts {
            mending.changes.push(change(workspace, file, new)?);
        }
        mending.done = applied.into_iter().map(|finding| in_words(workspace, finding)).collect();
        Ok(mending)
    }

    /// The new lock, where the texts at hand show that it is stale.
    pub(super) fn of_lock(workspace: &Workspace, analysis: &Analysis) -> Option<Self> {
        let new = analysis.graph.evidence().fresh_lock()?;
        let path = workspace.lock_path();
        let done = vec![format!("wrote {}", path.display())];
        let change = Change { path, old: String::new(), new };
        Some(Self { changes: vec![change], done, put_off: 0 })
    }

    /// The changes as a unified diff; empty where there are none.
    pub(super) fn diff(&self) -> String {
        let of = |change: &Change| {
            let path = change.path.display();
            TextDiff::from_lines(&change.old, &change.new)
                .unified_diff()
                .header(&format!("a/{path}"), &format!("b/{path}"))
                .to_string()
        };
        self.changes.iter().map(of).collect()
    }

    /// Writes each file whole or not at all, and says what was mended. No file is written when one
    /// of them holds changes that git has not recorded, unless `allow_dirty`.
    pub(super) fn write(&self, allow_dirty: bool) -> Result<(), Failure> {
        let paths: Vec<PathBuf> = self.changes.iter().map(|change| change.path.clone()).collect();
        let existing: Vec<PathBuf> = paths.into_iter().filter(|path| path.exists()).collect();
        let dirty = if allow_dirty { Vec::new() } else { workspace::uncommitted(&existing)? };
        if !dirty.is_empty() {
            let list: Vec<String> = dirty.iter().map(|path| path.display().to_string()).collect();
            return Err(Failure(format!(
                "git has not recorded all of {}: commit it first, or use --allow-dirty",
                list.join(", ")
            )));
        }
        for change in &self.changes {
            workspace::replace_file(&change.path, change.new.as_bytes())?;
        }
        self.done.iter().for_each(|line| output::say(line));
        if self.put_off > 0 {
            output::say(&format!("{} more to mend: run it again", self.put_off));
        }
        Ok(())
    }
}

/// The change of a file of the workspace, which must still be on disk as it was read.
fn change(workspace: &Workspace, file: FileId, new: String) -> Result<Change, Failure> {
    let file = workspace.files.get(file);
    let path = PathBuf::from(&file.path);
    let disk = String::from_utf8(workspace::read_bounded(&path)?)
        .map_err(|_| Failure(format!("{} is no longer UTF-8 text", file.path)))?;
    match disk.strip_prefix(BYTE_ORDER_MARK) {
        _ if *file.text == *disk => Ok(Change { path, old: disk, new }),
        Some(text) if *file.text == *text => {
            Ok(Change { path, new: format!("{BYTE_ORDER_MARK}{new}"), old: disk })
        }
        _ => Err(Failure(format!("{} has changed while it was checked: try again", file.path))),
    }
}

/// "mended data/x.ron:3:5: F0201: no record has the id `japn`"
fn in_words(workspace: &Workspace, finding: &Diagnostic) -> String {
    let (rule, message) = (finding.rule, &finding.message);
    let Place::Bytes(span) = finding.primary.at else { return format!("mended {message}") };
    let file = workspace.files.get(span.file);
    let at = file.lines().position(&file.text, span.start as usize);
    format!("mended {}:{}:{}: {}: {message}", file.path, at.line, at.column, rule.code)
}
