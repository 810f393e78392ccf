//! Lists of what there is: kinds, checks, formats, views.

use super::Answer;
use schemars::JsonSchema;
use serde::Serialize;

/// A line of a list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ListRow {
    /// What it is called where it is named.
    pub name: String,
    /// What a reader looks for first: a level, an extension, labels.
    pub detail: String,
    /// What it is, in a sentence.
    pub summary: String,
}

/// A list.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// Its lines.
    pub rows: Vec<ListRow>,
}

/// The answer to `list`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ListBody {
    /// What there is.
    pub rows: Vec<ListRow>,
}

impl Answer for List {
    const QUESTION: &'static str = "list";
    type Body = ListBody;

    fn body(&self) -> ListBody {
        ListBody { rows: self.rows.clone() }
    }

    fn text(&self) -> String {
        let name = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        let detail = self.rows.iter().map(|row| row.detail.chars().count()).max().unwrap_or(0);
        let line = |row: &ListRow| {
            let line = format!("{:name$}  {:detail$}  {}", row.name, row.detail, row.summary);
            format!("{}\n", line.trim_end())
        };
        self.rows.iter().map(line).collect()
    }

    /// That there is none is an answer too.
    fn is_empty(&self) -> bool {
        false
    }
}
