//! Version 1 of the JSON document of findings. It is frozen: fields may be added, but none is
//! changed or taken away without a version 2. `docs/schema/findings.v1.json` is its schema.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

/// The version that [`Findings`] describes.
pub(super) const VERSION: u32 = 1;

/// The JSON Schema (draft 2020-12) of the document that the `json` output writes.
pub fn schema() -> serde_json::Value {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Findings>()
        .to_value()
}

/// What a check found.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Findings of foedera, version 1")]
pub(super) struct Findings {
    /// The version of this format.
    #[schemars(extend("const" = VERSION))]
    pub(super) version: u32,
    /// The findings, sorted by file and place.
    pub(super) findings: Vec<Finding>,
    /// How many findings there are.
    pub(super) total: usize,
    /// How many of them are in `findings`.
    pub(super) shown: usize,
}

/// One finding.
#[derive(Serialize, JsonSchema)]
pub(super) struct Finding {
    /// The stable code of its rule, such as `F0201`.
    #[schemars(regex(pattern = r"^F[0-9]{4}$"))]
    pub(super) code: &'static str,
    /// The name of its rule, such as `dangling-reference`.
    pub(super) name: &'static str,
    /// How serious it is.
    pub(super) level: Severity,
    /// What is wrong: one sentence without a full stop, names in backticks.
    pub(super) message: String,
    /// The place that is wrong.
    pub(super) primary: Labelled,
    /// Other places that matter, such as the other end of a contradiction.
    pub(super) related: Vec<Labelled>,
    /// Facts that explain.
    pub(super) notes: Vec<String>,
    /// Advice.
    pub(super) helps: Vec<String>,
    /// Changes that would mend it, the best first.
    pub(super) fixes: Vec<Change>,
}

/// How serious a finding is.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Severity {
    /// The check fails.
    Error,
    /// The check passes.
    Warning,
    /// Not worth showing.
    Allowed,
}

/// A place and what is said there.
#[derive(Serialize, JsonSchema)]
pub(super) struct Labelled {
    #[serde(flatten)]
    pub(super) at: At,
    /// Where it starts in the file's text, in bytes of UTF-8, a byte-order mark not counted.
    pub(super) offset: usize,
    /// Its length in bytes.
    pub(super) length: usize,
    /// What is said there; may be empty.
    pub(super) text: String,
}

/// A part of a file. Lines and columns count from 1, columns in characters (Unicode scalar
/// values); the end is just past the last character.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct At {
    /// The path of the file, with `/`.
    pub(super) file: String,
    /// The line on which it starts.
    #[schemars(range(min = 1))]
    pub(super) line: usize,
    /// The column at which it starts.
    #[schemars(range(min = 1))]
    pub(super) column: usize,
    /// The line on which it ends.
    #[schemars(range(min = 1))]
    pub(super) end_line: usize,
    /// The column just past its end.
    #[schemars(range(min = 1))]
    pub(super) end_column: usize,
}

/// A change that mends a finding.
#[derive(Serialize, JsonSchema)]
pub(super) struct Change {
    /// What it does, in the imperative.
    pub(super) title: String,
    /// Whether it may be applied unasked: it has one right answer.
    pub(super) sure: bool,
    /// The edits, all or none; their places are those before any of them.
    pub(super) edits: Vec<Replacement>,
}

/// The replacement of a part of a file.
#[derive(Serialize, JsonSchema)]
pub(super) struct Replacement {
    #[serde(flatten)]
    pub(super) at: At,
    /// Where it starts in the file's text, in bytes of UTF-8, a byte-order mark not counted.
    pub(super) start: usize,
    /// Where it ends: just past its last byte.
    pub(super) end: usize,
    /// What takes its place.
    pub(super) new: String,
}
