//! `foedera new DIR`.

use super::{Failure, Outcome, output};
use crate::workspace;
use clap::Args;
use std::path::PathBuf;

/// The files of a new data set.
const TEMPLATE: &[(&str, &str)] = &[
    ("dataset.ron", include_str!("template/dataset.ron")),
    ("sources.ron", include_str!("template/sources.ron")),
    ("alliance.ron", include_str!("template/alliance.ron")),
    ("views.ron", include_str!("template/views.ron")),
];

/// Arguments of `new`.
#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// The folder to make; it must not hold anything yet
    folder: PathBuf,
}

pub(super) fn run(args: &NewArgs) -> super::Result {
    let folder = &args.folder;
    if !workspace::list_folder(folder)?.is_empty() {
        return Err(Failure(format!("{} is not empty; name a new folder", folder.display())));
    }
    for (name, text) in TEMPLATE {
        workspace::replace_file(&folder.join(name), text.as_bytes())?;
    }
    let shown = folder.display();
    output::print(format!("made {shown}; try `foedera --data {shown} check`\n").as_bytes())?;
    Ok(Outcome::Good)
}
