//! Reads a data set from disk: every `.ron` file below its folder, its lock, and the source texts.
//!
//! Nothing is read without a bound, and nothing is left out silently: what can't be read becomes a
//! file with a flaw, which `check` reports.

use super::Error;
use crate::text::{File, FileRole, Files};
use crate::vocabulary::built_in;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// One byte more than the largest file that is accepted.
const MAX_READ: u64 = 16 * 1024 * 1024 + 1;
/// How deep folders are walked.
const MAX_DEPTH: usize = 32;
/// The folder inside a data set that may hold source texts; never read for records.
pub(super) const TEXTS: &str = "texts";
/// The name of the lock file.
pub(super) const LOCK: &str = "citations.lock";

/// A data set as it stands on disk.
#[derive(Debug)]
pub struct Workspace {
    /// The folder of the data set.
    pub folder: PathBuf,
    /// Its files, the built-in vocabulary and the source texts.
    pub files: Files,
}

impl Workspace {
    /// The path of the data set's lock file.
    pub fn lock_path(&self) -> PathBuf {
        self.folder.join(LOCK)
    }
}

/// Reads the data set in a folder; `sources` are the folders where source texts are looked for
/// before the data set's own `texts/`.
///
/// # Errors
/// When the folder itself can't be read.
pub fn open(folder: &Path, sources: &[PathBuf]) -> Result<Workspace, Error> {
    std::fs::read_dir(folder).map_err(Error::io("read", folder))?;
    let mut files: Vec<File> = built_in().collect();
    let walk = WalkDir::new(folder).follow_links(true).max_depth(MAX_DEPTH).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(is_walked) {
        match entry {
            Ok(entry) => files.extend(read_entry(folder, &entry)),
            Err(error) => files.push(unwalkable(folder, &error)),
        }
    }
    let own = folder.join(TEXTS);
    for place in sources.iter().chain([&own]) {
        files.extend(read_texts(place)?);
    }
    Ok(Workspace { folder: folder.to_owned(), files: Files::new(first_of_each_text(files)) })
}

/// Folders that are not hidden, and not the folder of source texts.
fn is_walked(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let skipped = name.starts_with('.') || (entry.depth() == 1 && name == TEXTS);
    entry.depth() == 0 || !skipped
}

fn read_entry(folder: &Path, entry: &DirEntry) -> Option<File> {
    if entry.file_type().is_dir() {
        return None;
    }
    let is_lock = entry.depth() == 1 && entry.file_name() == LOCK;
    let is_ron = entry.path().extension().is_some_and(|extension| extension == "ron");
    let role = if is_lock { FileRole::Lock } else { FileRole::Records };
    (is_lock || is_ron).then(|| read_file(entry.path(), shown(folder, entry.path()), role))
}

fn read_file(path: &Path, shown: String, role: FileRole) -> File {
    match std::fs::metadata(path) {
        Ok(data) if !data.is_file() => {
            Files::unreadable(shown, role, "this is not a regular file, and is not read")
        }
        Ok(_) => match read_bounded(path) {
            Ok(bytes) => Files::from_bytes(shown, role, &bytes),
            Err(error) => {
                Files::unreadable(shown, role, format!("the file can't be read: {error}"))
            }
        },
        Err(error) => Files::unreadable(shown, role, format!("the file can't be read: {error}")),
    }
}

/// Reads a file, but never more than a byte over the limit of 16 MiB.
///
/// # Errors
/// What the system says.
pub fn read_bounded(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(MAX_READ).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unwalkable(folder: &Path, error: &walkdir::Error) -> File {
    let path = error.path().unwrap_or(folder);
    let message = if error.loop_ancestor().is_some() {
        "this link leads back to a folder above it, and is not followed".to_owned()
    } else {
        match error.io_error() {
            Some(error) => format!("this can't be read: {error}"),
            None => "this can't be read".to_owned(),
        }
    };
    Files::unreadable(shown(folder, path), FileRole::Records, message)
}

/// A path as findings show it: as the user named the folder, with `/`.
fn shown(folder: &Path, path: &Path) -> String {
    let path = if folder == Path::new(".") { path.strip_prefix(".").unwrap_or(path) } else { path };
    path.to_string_lossy().replace('\\', "/")
}

/// The texts in one folder of source texts; none where the folder is not there.
pub(super) fn read_texts(folder: &Path) -> Result<Vec<File>, Error> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::io("read", folder)(error)),
    };
    let paths = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file());
    let text = |path: PathBuf| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        Some(read_file(&path, name, FileRole::SourceText))
    };
    Ok(paths.filter_map(text).collect())
}

/// Of source texts of one name, the one found first.
pub(super) fn first_of_each_text(files: Vec<File>) -> impl Iterator<Item = File> {
    let mut seen = std::collections::BTreeSet::new();
    files
        .into_iter()
        .filter(move |file| file.role != FileRole::SourceText || seen.insert(file.path.clone()))
}

/// The files below a folder, by relative path with `/`, sorted; none where it is not there.
///
/// # Errors
/// When the folder can't be walked.
pub fn list_folder(folder: &Path) -> Result<Vec<String>, Error> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in WalkDir::new(folder).max_depth(MAX_DEPTH).sort_by_file_name() {
        let entry = entry.map_err(|e| Error::io("read", folder)(e.into()))?;
        if !entry.file_type().is_dir() {
            let name = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            names.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
    names.sort();
    Ok(names)
}
