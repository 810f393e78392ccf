//! Reads a data set as it stands in a revision of its git repository.

use super::read::{LOCK, TEXTS, Workspace, first_of_each_text, read_texts};
use super::{Error, run_with_input};
use crate::text::{File, FileRole, Files};
use crate::vocabulary::built_in;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// A file of a revision: its path below the data set's folder, and the name of its blob.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    path: String,
    blob: String,
}

/// Reads the data set in `folder` as it stands in revision `rev` (`main`, `HEAD~2`, a hash) of the git
/// repository that holds it. Source texts are those at hand now: they are no part of a revision.
///
/// # Errors
/// When git can't be run, or has no such revision.
pub fn open_revision(folder: &Path, rev: &str, sources: &[PathBuf]) -> Result<Workspace, Error> {
    let failed = |message: &str| Error::Program { name: "git".into(), message: message.into() };
    if rev.is_empty() || rev.starts_with('-') || rev.chars().any(char::is_whitespace) {
        return Err(failed(&format!("`{rev}` is no name of a revision")));
    }
    let place = folder.to_string_lossy();
    let tree = format!("{rev}^{{tree}}");
    let list = ["-C", &*place, "ls-tree", "-r", "-z", "--full-tree", &tree];
    let prefix = run_with_input("git", &["-C", &*place, "rev-parse", "--show-prefix"], b"")?;
    let prefix = String::from_utf8_lossy(&prefix).trim_end_matches('\n').to_owned();
    let listed = run_with_input("git", &list, b"")?;
    let entries = entries(&String::from_utf8_lossy(&listed), &prefix);
    let mut wanted = String::new();
    for entry in &entries {
        writeln!(wanted, "{}", entry.blob).unwrap_or_default();
    }
    let batch = ["-C", &*place, "cat-file", "--batch"];
    let blobs = run_with_input("git", &batch, wanted.as_bytes())?;
    let contents = contents(&blobs).ok_or_else(|| failed("it told of a file in an unknown way"))?;
    let mut files: Vec<File> = built_in().collect();
    let file = |(entry, bytes): (&Entry, &[u8])| {
        let role = if entry.path == LOCK { FileRole::Lock } else { FileRole::Records };
        Files::from_bytes(format!("{rev}:{}", entry.path), role, bytes)
    };
    files.extend(entries.iter().zip(contents).map(file));
    for texts in sources.iter().chain([&folder.join(TEXTS)]) {
        files.extend(read_texts(texts)?);
    }
    Ok(Workspace { folder: folder.to_owned(), files: Files::new(first_of_each_text(files)) })
}

/// The records and the lock among the listed files, as `git ls-tree -z` lists them:
/// `mode type blob<TAB>path<NUL>`.
fn entries(listed: &str, prefix: &str) -> Vec<Entry> {
    let entry = |line: &str| {
        let (head, path) = line.split_once('\t')?;
        let path = path.strip_prefix(prefix)?;
        let mut head = head.split(' ');
        let is_file = head.next()?.starts_with("100");
        let blob = head.nth(1)?;
        let is_hidden = path.split('/').any(|part| part.starts_with('.'));
        let is_text = path.split('/').next() == Some(TEXTS);
        let is_read = path == LOCK || path.ends_with(".ron");
        let is_wanted = is_file && is_read && !is_hidden && !is_text;
        is_wanted.then(|| Entry { path: path.into(), blob: blob.into() })
    };
    listed.split('\0').filter_map(entry).collect()
}

/// The contents of blobs, as `git cat-file --batch` writes them: `blob type size`, then so many bytes
/// and a line feed.
fn contents(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let head = std::str::from_utf8(bytes.get(..end)?).ok()?;
        let size: usize = head.rsplit(' ').next()?.parse().ok()?;
        let start = end + 1;
        found.push(bytes.get(start..start.checked_add(size)?)?);
        bytes = bytes.get(start + size + 1..)?;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{Entry, contents, entries};

    #[test]
    fn only_records_and_the_lock_are_read() {
        let listed = [
            "100644 blob a1\tdata/x/dataset.ron",
            "100644 blob a2\tdata/x/citations.lock",
            "100644 blob a3\tdata/x/texts/t.ron",
            "120000 blob a4\tdata/x/link.ron",
            "100644 blob a5\tdata/x/.hidden.ron",
            "100644 blob a6\tdata/y/other.ron",
            "100644 blob a7\tdata/x/entities/a b.ron",
            "100644 blob a8\tdata/x/README.md",
        ]
        .join("\0");
        let entry = |path: &str, blob: &str| Entry { path: path.into(), blob: blob.into() };
        let expected = [
            entry("dataset.ron", "a1"),
            entry("citations.lock", "a2"),
            entry("entities/a b.ron", "a7"),
        ];
        assert_eq!(entries(&listed, "data/x/"), expected);
    }

    #[test]
    fn blobs_are_cut_by_their_size() {
        let batch = b"a1 blob 4\na\nb\n\na2 blob 0\n\n";
        assert_eq!(contents(batch), Some(vec![&b"a\nb\n"[..], b""]));
        assert_eq!(contents(b"a1 missing\n"), None);
    }
}
