//! **foedera**: hand-curated, source-cited, time-aware knowledge graphs of alliance actors and
//! commitments.
//!
//! ```text
//! files ─▶ syntax tree ─▶ records ─▶ graph ─▶ findings            (check)
//!                                      ├────▶ answers             (queries)
//!                                      └────▶ scene ─▶ drawings   (export)
//! ```
//!
//! A module imports only modules that stand above it in this list; `tests/architecture.rs` holds
//! it to that.

// Bytes, words and time, which every stage shares.
pub mod text;

pub mod diagnostic;

pub mod time;

// Text as a tree of records.
pub mod syntax;
