//! Turns a finding into what `annotate-snippets` draws: a title, source lines with labels, notes,
//! and changes as diffs.

use super::inert::{inert, pictured};
use super::region::Region;
use super::window::{Mark, Window, windows};
use crate::diagnostic::{Diagnostic, Edit, Fix, Label, Level as Severity};
use crate::text::{FileId, Files, Place};
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Padding, Patch, Snippet};
use std::collections::BTreeSet;

/// A line with more bytes is not shown with labels.
const LONGEST_LABELLED: usize = 60_000;
/// A line with more bytes is not shown as a change: it would be printed whole, twice.
const LONGEST_CHANGED: usize = 1_000;
/// A label over more lines is drawn on its first; a change of more lines is not drawn.
const TALL: usize = 40;
/// A tab as `annotate-snippets` draws it.
const TAB: &str = "    ";

/// The finding, then each of its fixes.
pub(super) fn groups<'a>(files: &'a Files, finding: &'a Diagnostic) -> Vec<Group<'a>> {
    let notes = finding.notes.iter().map(|note| Level::NOTE.message(inert(note)));
    let helps = finding.helps.iter().map(|help| Level::HELP.message(inert(help)));
    let title = level(finding).primary_title(inert(&finding.message)).id(finding.rule.code);
    let main = title.elements(sources(files, finding)).elements(notes).elements(helps);
    std::iter::once(main).chain(finding.fixes.iter().map(|fix| change(files, fix))).collect()
}

fn level(finding: &Diagnostic) -> Level<'static> {
    match finding.level {
        Severity::Deny => Level::ERROR,
        Severity::Warn => Level::WARNING,
        Severity::Allow => Level::INFO.with_name(finding.level.word()),
    }
}

/// What a label says, and whether it is the primary one.
type Said = (AnnotationKind, String);

/// The lines that the labels are on: first those of the primary one, then the others of its file,
/// then those of the other files.
fn sources<'a>(files: &'a Files, finding: &'a Diagnostic) -> Vec<Element<'a>> {
    let primary = std::iter::once((AnnotationKind::Primary, &finding.primary));
    let related = finding.related.iter().map(|label| (AnnotationKind::Context, label));
    let labels: Vec<(AnnotationKind, &Label)> = primary.chain(related).collect();
    let mut shown = Vec::new();
    for file in each_once(labels.iter().map(|(_, label)| &label.at)) {
        let here = labels.iter().filter(|(_, label)| label.at.file() == file);
        let marks = here.map(|(kind, label)| mark(files, *kind, label)).collect();
        shown.extend(windows(marks, LONGEST_LABELLED));
    }
    let is_primary = |(_, mark): &(_, Mark<'_, Said>)| mark.with.0 == AnnotationKind::Primary;
    shown.sort_by_key(|window| !window.marks.iter().any(is_primary));
    shown.into_iter().flat_map(labelled).collect()
}

/// The files of the places, in the order of first appearance.
fn each_once<'p>(places: impl Iterator<Item = &'p Place>) -> Vec<FileId> {
    let mut seen = BTreeSet::new();
    places.map(Place::file).filter(|file| seen.insert(*file)).collect()
}

/// A label as it is drawn: a line end is not part of it, and a tall one keeps its first line.
fn mark<'a>(files: &'a Files, kind: AnnotationKind, label: &Label) -> Mark<'a, Said> {
    let mut at = Region::of(files, &label.at);
    let mut said = inert(&label.text).into_owned();
    if at.end.line - at.start.line > TALL {
        let gap = if said.is_empty() { "" } else { " " };
        said.push_str(&format!("{gap}(up to line {})", at.end.line));
        at.end_at(at.file.lines().start(at.start.line + 1));
    }
    let drawn = at.file.text[at.range.clone()].trim_end_matches(['\r', '\n']).len();
    if drawn > 0 {
        at.end_at(at.range.start + drawn);
    }
    Mark { at, with: (kind, said) }
}

/// A window with labels under its lines, or where it would be if its lines were not too long.
fn labelled(window: Window<'_, Said>) -> Vec<Element<'_>> {
    let path = inert(&window.file.path);
    let Some(text) = window.text else {
        let unshown = window.marks.into_iter().flat_map(|(_, mark)| {
            let (kind, said) = mark.with;
            let start = mark.at.start;
            let at = Origin::path(path.clone()).line(start.line).char_column(start.column);
            let gap = if said.is_empty() { "" } else { ": " };
            let note = Level::NOTE.message(format!("the line is too long to show{gap}{said}"));
            let apart = (kind != AnnotationKind::Primary).then_some(Element::from(Padding));
            apart.into_iter().chain([at.into(), Padding.into(), note.into()])
        });
        return unshown.collect();
    };
    let annotations = window.marks.into_iter().map(|(span, mark)| {
        let (kind, said) = mark.with;
        kind.span(span).label(Some(said).filter(|said| !said.is_empty()))
    });
    let snippet = Snippet::source(text).path(path).line_start(window.first_line);
    vec![snippet.annotations(annotations).into()]
}

/// A fix as a diff; as its title alone where the edits overlap or what they change is too long.
fn change<'a>(files: &'a Files, fix: &'a Fix) -> Group<'a> {
    let title = Level::HELP.secondary_title(inert(&fix.title));
    let mut diff = Vec::new();
    for file in each_once(fix.edits.iter().map(|edit| &edit.at)) {
        let here = fix.edits.iter().filter(|edit| edit.at.file() == file);
        let marks = here.map(|edit| Mark { at: Region::of(files, &edit.at), with: edit }).collect();
        match windows(marks, LONGEST_CHANGED).into_iter().map(patched).collect::<Option<Vec<_>>>() {
            Some(snippets) => diff.extend(snippets),
            None => return title.elements([] as [Element<'_>; 0]),
        }
    }
    title.elements(diff)
}

/// A window with its edits made.
fn patched<'a>(window: Window<'a, &'a Edit>) -> Option<Snippet<'a, Patch<'a>>> {
    let apart = window.marks.windows(2).all(|pair| match pair {
        [(one, _), (next, _)] => one.end < next.start,
        _ => true,
    });
    let tall = window.marks.iter().any(|(_, mark)| mark.at.end.line - mark.at.start.line > TALL);
    if !apart || tall {
        return None;
    }
    let patches = window.marks.into_iter().map(|(span, mark)| {
        Patch::new(span, pictured(&mark.with.new.replace("\r\n", "\n")).replace('\t', TAB))
    });
    let snippet = Snippet::source(window.text?).path(inert(&window.file.path));
    Some(snippet.line_start(window.first_line).patches(patches))
}
