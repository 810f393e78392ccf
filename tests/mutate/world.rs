//! The data set that mutants are made of, and what is found in a mutant.

use foedera::diagnostic::Diagnostic;
use foedera::graph::Graph;
use foedera::pipeline::{Options, analyse};
use foedera::record::Origin;
use foedera::syntax::parse;
use foedera::text::{FileId, FileRole, Files, Step, with_comma};
use foedera::workspace;
use std::ops::Range;
use std::path::Path;

/// One change of the data set's meaning.
#[derive(Debug)]
pub(crate) struct Mutant {
    /// What is replaced, where, and by what.
    pub(crate) edits: Vec<(FileId, Range<usize>, String)>,
    /// What was done, for who looks at the survivors.
    pub(crate) says: String,
    /// The source text that a name had before it was misspelt.
    pub(crate) right: Option<String>,
}

impl Mutant {
    /// A mutant of one edit.
    pub(crate) fn new(edit: (FileId, Range<usize>, String), says: String) -> Self {
        Self { edits: vec![edit], says, right: None }
    }
}

/// The data set as it stands, without a finding, and without the texts of its sources: citations are
/// verified by the lock, as in any clone.
pub(crate) struct World {
    /// Its files.
    pub(crate) files: Files,
    /// Its graph.
    pub(crate) graph: Graph,
}

impl World {
    /// Reads `data/us-japan`, which must be clean.
    pub(crate) fn us_japan() -> Self {
        let workspace = workspace::open(Path::new("data/us-japan"), &[]).unwrap();
        let analysis = analyse(&workspace.files, &Options::default());
        assert!(analysis.diagnostics.is_empty(), "{:#?}", analysis.diagnostics);
        Self { files: workspace.files, graph: analysis.graph }
    }

    /// The text of a part of a record.
    pub(crate) fn text(&self, origin: Origin, steps: &[Step]) -> &str {
        &self.files.get(origin.file).text[self.range(origin, steps)]
    }

    /// The bytes of a part of a record.
    pub(crate) fn range(&self, origin: Origin, steps: &[Step]) -> Range<usize> {
        parse(&self.files.get(origin.file).text).locate(origin.record as usize, steps)
    }

    /// The bytes of a whole record.
    pub(crate) fn record(&self, origin: Origin) -> Range<usize> {
        let tree = parse(&self.files.get(origin.file).text);
        tree.records().nth(origin.record as usize).unwrap().range()
    }

    /// The bytes of a record's fields, each with its key.
    pub(crate) fn fields(&self, origin: Origin) -> Vec<(Range<usize>, Range<usize>)> {
        let tree = parse(&self.files.get(origin.file).text);
        let node = tree.records().nth(origin.record as usize).unwrap();
        node.fields().map(|(key, value)| (key.range(), value.range())).collect()
    }

    fn field(&self, origin: Origin, name: &str) -> Option<(Range<usize>, Range<usize>)> {
        let text = &self.files.get(origin.file).text;
        self.fields(origin).into_iter().find(|(key, _)| &text[key.clone()] == name)
    }

    /// Replaces a part of a record.
    pub(crate) fn replace(&self, origin: Origin, steps: &[Step], new: &str) -> Mutant {
        let range = self.range(origin, steps);
        let says = format!("{}: {} -> {new}", self.place(origin), self.text(origin, steps));
        Mutant::new((origin.file, range, new.to_owned()), says)
    }

    /// Takes a field out of a record, if it has it.
    pub(crate) fn without_field(&self, origin: Origin, name: &str) -> Option<Mutant> {
        let (key, value) = self.field(origin, name)?;
        let text = &self.files.get(origin.file).text;
        let range = with_comma(text, key.start..value.end);
        let says = format!("{}: without {name}", self.place(origin));
        Some(Mutant::new((origin.file, range, String::new()), says))
    }

    /// Puts a field into a record, before its citations.
    pub(crate) fn with_field(&self, origin: Origin, field: &str) -> Option<Mutant> {
        let (key, _) = self.field(origin, "cites")?;
        let says = format!("{}: with {field}", self.place(origin));
        Some(Mutant::new((origin.file, key.start..key.start, format!("{field}, ")), says))
    }

    /// Takes a record out.
    pub(crate) fn without_record(&self, origin: Origin) -> Mutant {
        let text = &self.files.get(origin.file).text;
        let range = with_comma(text, self.record(origin));
        Mutant::new((origin.file, range, String::new()), format!("{}: removed", self.place(origin)))
    }

    /// Puts a changed copy of a record before it.
    pub(crate) fn with_copy(&self, origin: Origin, change: impl Fn(&str) -> String) -> Mutant {
        let range = self.record(origin);
        let copy = change(&self.files.get(origin.file).text[range.clone()]);
        let says = format!("{}: twice, as {}", self.place(origin), one_line(&copy));
        Mutant::new((origin.file, range.start..range.start, format!("{copy},\n    ")), says)
    }

    /// A record's file and line.
    pub(crate) fn place(&self, origin: Origin) -> String {
        let file = self.files.get(origin.file);
        let at = file.lines().position(&file.text, self.record(origin).start);
        format!("{}:{}", file.path, at.line)
    }

    /// What is found in a mutant at the default levels.
    pub(crate) fn findings(&self, mutant: &Mutant) -> (Files, Vec<Diagnostic>) {
        let files = self.files.iter().map(|(id, file)| {
            let mut edits: Vec<_> = mutant.edits.iter().filter(|(at, ..)| *at == id).collect();
            if edits.is_empty() {
                return file.clone();
            }
            edits.sort_by_key(|(_, range, _)| std::cmp::Reverse(range.start));
            let mut text = file.text.to_string();
            for (_, range, new) in edits {
                text.replace_range(range.clone(), new);
            }
            Files::from_bytes(file.path.clone(), FileRole::Records, text.as_bytes())
        });
        let files = Files::new(files.collect::<Vec<_>>());
        let findings = analyse(&files, &Options::default()).diagnostics;
        (files, findings)
    }
}

/// A text on one line, cut where it is long.
pub(crate) fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(120).collect()
}
