//! **foedera**: hand-curated, source-cited, time-aware knowledge graphs of alliance actors and
//! commitments.
//!
//! ```text
//! files ─▶ syntax tree ─▶ records ─▶ graph ─▶ findings            (check)
//!                                      ├────▶ answers             (queries)
//!                                      └────▶ scene ─▶ drawings   (export)
//! ```
//!
//! [`pipeline::analyse`] goes from files to the graph and its findings; everything else calls it. A
//! module imports only modules that stand above it in the list below; `tests/architecture.rs` holds
//! it to that.

// What every stage shares: bytes, findings, time, kinds.
pub mod text;

pub mod diagnostic;

pub mod time;

pub mod vocabulary;

// From text to the graph.
pub mod syntax;

pub mod record;

pub mod citation;

pub mod graph;

// What is done with the graph.
pub mod check;

pub mod query;

pub mod scene;

pub mod layout;

pub mod export;

pub mod pipeline;

// The outside world.
pub mod workspace;

#[cfg(feature = "serve")]
pub mod server;

pub mod cli;
