//! Cuts out of a file the few lines that spans are on, so that showing a finding costs the same
//! in a long file as in a short one.

use super::inert::pictured;
use super::region::Region;
use crate::text::File;
use std::ops::Range;

/// Spans at most this many lines apart share a window.
const NEAR: usize = 20;
/// A window of more bytes is not shown.
const HEAVY: usize = 64 * 1024;

/// A span to show, with what belongs to it.
pub(super) struct Mark<'a, T> {
    /// The span.
    pub(super) at: Region<'a>,
    /// What belongs to it.
    pub(super) with: T,
}

/// Neighbouring lines of a file, harmless to print, with the marks on them.
pub(super) struct Window<'a, T> {
    /// The file.
    pub(super) file: &'a File,
    /// The number of the first line, from 1.
    pub(super) first_line: usize,
    /// The lines; none where they are too long to be shown.
    pub(super) text: Option<String>,
    /// The marks in order, each with its span in `text`.
    pub(super) marks: Vec<(Range<usize>, Mark<'a, T>)>,
}

/// The windows that show these marks of one file, from its top to its bottom; a window that has a
/// line of more than `longest` bytes has no text.
pub(super) fn windows<'a, T>(mut marks: Vec<Mark<'a, T>>, longest: usize) -> Vec<Window<'a, T>> {
    marks.sort_by_key(|mark| (mark.at.range.start, mark.at.range.end));
    let mut groups: Vec<(usize, Vec<Mark<'a, T>>)> = Vec::new();
    for mark in marks {
        let end = mark.at.end.line;
        match groups.last_mut() {
            Some((last, group)) if joins(&mark, *last, group) => {
                *last = end.max(*last);
                group.push(mark);
            }
            _ => groups.push((end, vec![mark])),
        }
    }
    groups.into_iter().filter_map(|(last, group)| window(last, group, longest)).collect()
}

/// Whether a mark belongs with those of a group that ends on line `last`. The empty last line of a
/// file counts as a line only where it is alone.
fn joins<T>(mark: &Mark<'_, T>, last: usize, group: &[Mark<'_, T>]) -> bool {
    let is_past_end = |mark: &Mark<'_, T>| {
        let text = &mark.at.file.text;
        mark.at.range.start == text.len() && text.ends_with('\n')
    };
    let alike = group.first().is_some_and(is_past_end) == is_past_end(mark);
    alike && mark.at.start.line <= last + NEAR
}

fn window<T>(last: usize, group: Vec<Mark<'_, T>>, longest: usize) -> Option<Window<'_, T>> {
    let first = group.first()?;
    let (file, first_line) = (first.at.file, first.at.start.line);
    let lines = file.lines();
    let start = lines.start(first_line);
    let end = if last < lines.count() { lines.start(last + 1) } else { file.text.len() };
    let source = &file.text[start..end];
    let fits = source.len() <= HEAVY && source.lines().all(|line| line.len() <= longest);
    let text = fits.then(|| pictured(source).into_owned());
    let within = |range: &Range<usize>| {
        let shown = |offset: usize| pictured(&source[..offset - start]).len();
        if fits { shown(range.start)..shown(range.end) } else { 0..0 }
    };
    let marks = group.into_iter().map(|mark| (within(&mark.at.range), mark)).collect();
    Some(Window { file, first_line, text, marks })
}
