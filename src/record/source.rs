//! Sources: what is cited, where its text is, and which of its sentences back nothing.

use crate::time::{Date, Stated};
use serde::Deserialize;

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum SourceKind {
    /// A published text that is cited by its words.
    Publication,
    /// What a reader needs but the cited texts do not say; drawn and counted apart.
    Background,
}

/// The text of a source, which the project itself does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceText {
    /// Its file name, looked for in the folders of source texts.
    pub file: String,
    /// The SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// How the two halves of a paragraph that a page break tore apart belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Join {
    /// With a space: the break stands between two words.
    Space,
    /// With nothing: the break cut a word. A hyphen at the cut goes too.
    Nothing,
}

/// Damage that a page break did to a text: what stands between two words is no part of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Artefact {
    /// The words right before the break, at the end of a line.
    pub after: String,
    /// The words right after it, at the start of a line.
    pub before: String,
    /// How they belong together.
    pub how: Join,
}

/// Sentences of a source that back no record, and why that is right.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncited {
    /// The title of their section; empty for what stands before the first heading.
    pub section: String,
    /// The sentence's number in its section, from 1; the whole section where not given.
    pub sentence: Option<usize>,
    /// The number of the last sentence meant, where it is more than one.
    pub to: Option<usize>,
    /// Why they back no record.
    pub reason: String,
}

/// A source.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id, in kebab-case.
    pub id: String,
    /// What it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// The ids of its authors, or their names where they are no entities.
    #[serde(default)]
    pub author: Vec<String>,
    /// When it was published.
    pub date: Option<Stated<Date>>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The series or journal that it stands in, with its number.
    pub series: Option<String>,
    /// Where a reader finds it, in words.
    pub reference: Option<String>,
    /// Its text, where one exists.
    pub text: Option<SourceText>,
    /// The damage that page breaks did to the text.
    #[serde(default)]
    pub artefacts: Vec<Artefact>,
    /// Which of its sentences back no record, and why.
    #[serde(default)]
    pub uncited: Vec<Uncited>,
    /// The curator's remark.
    pub note: Option<String>,
    /// Checks that it may fail, each with the reason.
    #[serde(default)]
    pub allow: Vec<(String, String)>,
}
