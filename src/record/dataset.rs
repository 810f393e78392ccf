//! The description of a data set, in `dataset.ron`.

use crate::time::{Date, Stated};
use serde::Deserialize;

/// A data set as a whole.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Its id, in kebab-case; the name of its folder under `exports/`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it holds, in a sentence or two.
    pub description: String,
    /// Its licence, as an SPDX expression.
    pub licence: String,
    /// The date as of which statuses are told where no other is asked for.
    pub reference_date: Stated<Date>,
    /// Checks or groups of checks that are not to be shown.
    #[serde(default)]
    pub allow: Vec<String>,
    /// Checks or groups of checks whose findings are warnings.
    #[serde(default)]
    pub warn: Vec<String>,
    /// Checks or groups of checks whose findings are errors.
    #[serde(default)]
    pub deny: Vec<String>,
}
