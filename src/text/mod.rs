//! Bytes and positions: the files of one analysis, and places in them.
//!
//! Nothing here reads a disk; the workspace fills [`Files`].

mod files;
mod lines;
mod place;
mod removal;

pub use files::{File, FileId, FileRole, Files, Flaw};
pub use lines::{Lines, Position};
pub use place::{Place, Span, Step};
pub use removal::with_comma;
