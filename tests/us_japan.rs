//! The curated data set, asked as readers of the paper would ask it. Every answer was worked out from the
//! text by hand.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]
#![allow(clippy::disallowed_methods, reason = "the questions are put to the program itself")]

#[path = "us_japan/ask.rs"]
mod ask;
#[path = "us_japan/questions.rs"]
mod questions;
#[path = "us_japan/shape.rs"]
mod shape;
#[path = "us_japan/traps.rs"]
mod traps;

use foedera::graph::Graph;
use foedera::pipeline::{Analysis, Options, analyse};
use foedera::workspace;
use std::path::{Path, PathBuf};

/// The data set, with the text of the paper where the environment says that it is.
fn us_japan() -> Analysis {
    let sources: Vec<PathBuf> =
        std::env::var_os("FOEDERA_SOURCES").map(PathBuf::from).into_iter().collect();
    let workspace = workspace::open(Path::new("data/us-japan"), &sources).unwrap();
    analyse(&workspace.files, &Options::default())
}

/// Its graph.
fn graph() -> Graph {
    us_japan().graph
}
