//! The files of one analysis, in a stable order, with what was wrong about their bytes.

use super::{Lines, Place, Span};
use std::sync::{Arc, OnceLock};

/// The largest file that is read, in bytes (16 MiB).
pub(super) const MAX_FILE_BYTES: usize = 16 * 1024 * 1024;

/// A file's number in [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// What a file is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileRole {
    /// The vocabulary that comes with foedera.
    BuiltIn,
    /// Records of the data set.
    Records,
    /// `citations.lock`.
    Lock,
    /// The text of a source, named by its file name alone.
    SourceText,
}

/// Why a file's bytes could not be taken as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Where, as bytes of the text that is shown.
    pub range: std::ops::Range<usize>,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
}

/// One file: its name, role and text.
#[derive(Debug, Clone)]
pub struct File {
    /// The path as the user would write it, with `/`.
    pub path: String,
    /// What it is read for.
    pub role: FileRole,
    /// Its text, without a byte-order mark; empty where nothing could be read.
    pub text: Arc<str>,
    /// What made the file unusable; then its text is for display only.
    pub flaw: Option<Flaw>,
    lines: OnceLock<Lines>,
}

impl File {
    /// The file's line index, made on first use.
    pub fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }
}

/// The files of one analysis, sorted by role and path, so that no answer depends on the order in
/// which a disk lists them.
#[derive(Debug, Clone, Default)]
pub struct Files {
    files: Vec<File>,
}

impl Files {
    /// Builds from files in any order.
    pub fn new(files: impl IntoIterator<Item = File>) -> Self {
        let mut files: Vec<File> = files.into_iter().collect();
        files.sort_by(|a, b| (a.role, &a.path).cmp(&(b.role, &b.path)));
        Self { files }
    }

    /// A file from its bytes: a byte-order mark is dropped; text that is not UTF-8, holds a NUL or
    /// is over 16 MiB is kept for display with a [`Flaw`].
    pub fn from_bytes(path: impl Into<String>, role: FileRole, bytes: &[u8]) -> File {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(MAX_FILE_BYTES)]);
        let flaw = if bytes.len() > MAX_FILE_BYTES {
            Some(Flaw { range: 0..0, message: "the file is over the limit of 16 MiB".into() })
        } else if let Err(error) = std::str::from_utf8(bytes) {
            let at = error.valid_up_to();
            Some(Flaw { range: at..at, message: "the file is not UTF-8 text from here on".into() })
        } else {
            text.find('\0').map(|at| Flaw {
                range: at..at + 1,
                message: "the file holds a NUL byte here, which no text has".into(),
            })
        };
        let path = path.into();
        File { path, role, text: text.into(), flaw, lines: OnceLock::new() }
    }

    /// A file that could not be read at all.
    pub fn unreadable(path: impl Into<String>, role: FileRole, message: impl Into<String>) -> File {
        let flaw = Some(Flaw { range: 0..0, message: message.into() });
        File { path: path.into(), role, text: "".into(), flaw, lines: OnceLock::new() }
    }

    /// Every file with its number, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// The files of one role.
    pub fn of(&self, role: FileRole) -> impl Iterator<Item = (FileId, &File)> {
        self.iter().filter(move |(_, file)| file.role == role)
    }

    /// The file with this number.
    ///
    /// # Panics
    /// When the number comes from another `Files`.
    pub fn get(&self, id: FileId) -> &File {
        &self.files[id.0 as usize]
    }

    /// The text that a span covers; empty where the span does not fit the text.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.range()).unwrap_or("")
    }

    /// The start of a file, as a place.
    pub fn start_of(&self, id: FileId) -> Place {
        Place::Bytes(Span::new(id, 0..0))
    }
}
