//! Applies the fixes that have one right answer to the texts of the files.

use super::{Diagnostic, Edit};
use crate::text::{FileId, FileRole, Files, Place, Span};
use std::collections::BTreeMap;

/// What fixes make of the files.
#[derive(Debug, Default)]
pub struct Mended<'d> {
    /// The new texts of the files that change.
    pub texts: BTreeMap<FileId, String>,
    /// The findings that are mended.
    pub applied: Vec<&'d Diagnostic>,
    /// How many sure fixes must wait for the next pass, because they touch what another changes.
    pub put_off: usize,
}

/// Applies the best fix of each finding where it is sure. All edits of a fix are applied or none; a
/// fix that touches the bytes of one before it is put off. Everything between the edits stays as it
/// is: comments, layout, order. The built-in vocabulary is never changed.
pub fn mend<'d>(files: &Files, findings: &'d [Diagnostic]) -> Mended<'d> {
    let mut taken: BTreeMap<FileId, BTreeMap<(u32, u32), &str>> = BTreeMap::new();
    let mut mended = Mended::default();
    for finding in findings {
        let Some(fix) = finding.fixes.first().filter(|fix| fix.sure) else { continue };
        let Some(edits) = spans(files, &fix.edits) else { continue };
        if edits.iter().any(|(span, _)| collides(&taken, *span)) {
            mended.put_off += 1;
            continue;
        }
        for (span, new) in edits {
            taken.entry(span.file).or_default().insert((span.start, span.end), new);
        }
        mended.applied.push(finding);
    }
    mended.texts =
        taken.iter().map(|(file, edits)| (*file, rewrite(&files.get(*file).text, edits))).collect();
    mended
}

/// The edits as spans; none where one is no span of a file of records.
fn spans<'d>(files: &Files, edits: &'d [Edit]) -> Option<Vec<(Span, &'d str)>> {
    let span = |edit: &'d Edit| match edit.at {
        Place::Bytes(span) if files.get(span.file).role == FileRole::Records => {
            Some((span, edit.new.as_str()))
        }
        Place::Bytes(_) | Place::Record { .. } => None,
    };
    edits.iter().map(span).collect()
}

/// Whether a span shares a byte or an edge with one that is taken.
fn collides(taken: &BTreeMap<FileId, BTreeMap<(u32, u32), &str>>, span: Span) -> bool {
    let Some(edits) = taken.get(&span.file) else { return false };
    let before = edits.range(..=(span.start, u32::MAX)).next_back();
    let after = edits.range((span.start, 0)..).next();
    before.is_some_and(|((_, end), _)| *end >= span.start)
        || after.is_some_and(|((start, _), _)| *start <= span.end)
}

fn rewrite(text: &str, edits: &BTreeMap<(u32, u32), &str>) -> String {
    let mut new = String::with_capacity(text.len());
    let mut done = 0;
    for ((start, end), replacement) in edits {
        new.push_str(text.get(done..*start as usize).unwrap_or(""));
        new.push_str(replacement);
        done = *end as usize;
    }
    new.push_str(text.get(done..).unwrap_or(""));
    new
}
