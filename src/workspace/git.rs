//! What git knows of files.

use super::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Those of the files that hold changes which git has not recorded, or that it does not track. Where
/// there is no git, or no repository around a file, none of them.
///
/// # Errors
/// When git is there and fails for another reason.
pub fn uncommitted(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut dirty = Vec::new();
    for path in paths {
        if status(path)?.is_some_and(|status| !status.is_empty()) {
            dirty.push(path.clone());
        }
    }
    Ok(dirty)
}

/// What `git status` says of a file, in its short form; `None` where it has nothing to say.
fn status(path: &Path) -> Result<Option<String>, Error> {
    let failed = |message: String| Error::Program { name: "git status".into(), message };
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let Some(name) = path.file_name() else { return Ok(None) };
    let inside =
        Command::new("git").arg("-C").arg(folder).args(["rev-parse", "--git-dir"]).output();
    if !inside.is_ok_and(|output| output.status.success()) {
        return Ok(None);
    }
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["--literal-pathspecs", "status", "--porcelain", "--untracked-files=all", "--"])
        .arg(name)
        .output()
        .map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    Ok(Some(String::from_utf8_lossy(&output.stdout).into_owned()))
}
