//! The outside world: the only reader and writer of files, and the only starter of programs.
#![allow(clippy::disallowed_methods, reason = "this is the one module that may do I/O")]

mod discover;
mod git;
mod program;
mod read;
mod revision;
#[cfg(feature = "serve")]
mod watch;
mod write;

pub use discover::discover;
pub use git::uncommitted;
#[cfg(feature = "serve")]
pub use program::open_in_browser;
pub use program::run_with_input;
pub use read::{Workspace, list_folder, open, read_bounded};
pub use revision::open_revision;
#[cfg(feature = "serve")]
pub use watch::Watch;
pub use write::{replace_file, replace_folder};

use std::path::PathBuf;

/// Why foedera could not work: bad arguments or an unreadable disk, never bad data.
#[derive(Debug)]
pub enum Error {
    /// There is no data set where one was looked for.
    NoDataset {
        /// What was looked at.
        looked: String,
    },
    /// Several data sets could be meant.
    SeveralDatasets {
        /// Their folders.
        found: Vec<PathBuf>,
    },
    /// A file or folder could not be read or written.
    Io {
        /// What was attempted, such as "write".
        doing: &'static str,
        /// The path.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// A program could not be run, or failed.
    Program {
        /// The program.
        name: String,
        /// What it or the system said.
        message: String,
    },
}

impl Error {
    fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |error| Self::Io { doing, path, error }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoDataset { looked } => write!(
                f,
                "there is no data set {looked}; name its folder with --data, or start one with \
                 `foedera new DIR`"
            ),
            Self::SeveralDatasets { found } => {
                let list: Vec<String> = found.iter().map(|p| p.display().to_string()).collect();
                write!(
                    f,
                    "several data sets could be meant; choose with --data: {}",
                    list.join(", ")
                )
            }
            Self::Io { doing, path, error } => {
                write!(f, "can't {doing} {}: {error}", path.display())
            }
            Self::Program { name, message } => write!(f, "`{name}` failed: {message}"),
        }
    }
}

impl std::error::Error for Error {}
