//! Finds the data set that is meant.

use super::Error;
use std::path::{Path, PathBuf};

/// The file that makes a folder a data set.
const MARK: &str = "dataset.ron";

/// The folder of the data set: `given`, else the nearest folder upwards from `here` that holds
/// `dataset.ron`, else the only one under `here/data`.
///
/// # Errors
/// When there is none, or more than one.
pub fn discover(given: Option<&Path>, here: &Path) -> Result<PathBuf, Error> {
    if let Some(folder) = given {
        return if folder.is_dir() {
            Ok(folder.to_owned())
        } else {
            Err(Error::NoDataset { looked: format!("at {} (no such folder)", folder.display()) })
        };
    }
    if let Some(folder) = here.ancestors().find(|folder| folder.join(MARK).is_file()) {
        return Ok(if folder == here { PathBuf::from(".") } else { folder.to_owned() });
    }
    let mut found = below(&here.join("data"));
    match found.len() {
        0 => Err(Error::NoDataset {
            looked: format!("in {} or above it, nor under its data/", here.display()),
        }),
        1 => Ok(Path::new("data").join(found.remove(0))),
        _ => Err(Error::SeveralDatasets {
            found: found.iter().map(|n| Path::new("data").join(n)).collect(),
        }),
    }
}

/// The names of the data sets right below a folder, sorted.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<PathBuf> = entries
        .filter(|entry| entry.path().join(MARK).is_file())
        .map(|entry| PathBuf::from(entry.file_name()))
        .collect();
    names.sort();
    names
}
