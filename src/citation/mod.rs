//! Citing without copying: locators of a few words, the passages of a source text that they
//! resolve to, the lock that pins what was resolved, and coverage of the source.
//!
//! ```text
//! text ── mend ── blocks ── fold ── sentences ─▶ Document
//!                                                  │  resolve(Locator) ─▶ Passage
//!                                                  ▼
//!                                  Lock (never any text) ─▶ Coverage
//! ```
//!
//! [`Document::read`] cuts a text into sections, paragraphs and sentences;
//! [`Document::resolve`] finds the one [`Passage`] that a [`Locator`] means; [`Lock`] keeps what
//! was found, so that a clone without the text still knows it; [`Coverage`] says which sentences
//! back a record, from either of the two.

mod artefact;
mod blocks;
mod coverage;
mod document;
mod fold;
mod hash;
mod index;
mod locator;
mod lock;
mod lock_text;
mod outline;
mod resolve;
mod sentence;
mod stale;

pub use artefact::{ArtefactFlaw, ArtefactProblem};
pub use coverage::{
    Coverage, SectionCoverage, SentenceCoverage, State, Tally, UncitedFlaw, UncitedProblem,
};
pub use document::{Document, Sentence};
pub use fold::{Folded, fold};
pub use hash::sha256;
pub use locator::{Locator, LocatorError, MAX_WORDS, Part};
pub use lock::{Lock, LockedSource, Text};
pub use lock_text::LockError;
pub use outline::{Outline, Pinpoint, Section};
pub use resolve::{Nearest, Passage, Unresolved};
pub use stale::Stale;

pub use crate::record::{Artefact, Join, Uncited};
