//! What foedera says about the user's data: findings, their codes and levels, and how they print.
//!
//! [`Diagnostic`] is foedera's own type; terminal, SARIF and the other outputs convert from it at
//! the edge, one file each under [`render`].

mod fix;
pub mod render;
mod sink;
mod suggest;

pub use fix::{Mended, mend};
pub use sink::{Extent, Levels, Selector, Sink, Waiver};
pub use suggest::{nearest, similarity};

use crate::text::Place;

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not shown.
    Allow,
    /// Shown; the exit code stays 0.
    Warn,
    /// Shown; the exit code is 1.
    Deny,
}

impl Level {
    /// The word that findings of this level start with.
    pub fn word(self) -> &'static str {
        match self {
            Self::Allow => "allowed",
            Self::Warn => "warning",
            Self::Deny => "error",
        }
    }
}

/// What every finding of one kind shares: its code, name, default level and documentation.
#[derive(Debug)]
pub struct Rule {
    /// The stable code, `F0201`; never used again for something else.
    pub code: &'static str,
    /// The kebab-case name, which reads well after "allow": `dangling-reference`.
    pub name: &'static str,
    /// The level where nothing else is said.
    pub level: Level,
    /// Markdown: what it finds, why it matters, how to mend it, examples that run as tests.
    pub docs: &'static str,
}

impl Rule {
    /// The first line of the documentation, without a full stop.
    pub fn summary(&self) -> &'static str {
        self.docs.trim().lines().next().unwrap_or("").trim().trim_end_matches('.')
    }
}

/// A place with what is to be said there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub at: Place,
    /// What to say under it; may be empty.
    pub text: String,
}

/// Replaces what stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub at: Place,
    /// By what, as source text.
    pub new: String,
    /// Whether the place means a whole record, field or item, which goes with its comma.
    pub removes: bool,
}

impl Edit {
    /// Puts other source text in the place.
    pub fn replace(at: Place, new: impl Into<String>) -> Self {
        Self { at, new: new.into(), removes: false }
    }

    /// Takes out the whole record, field or item at a place, with its comma and, where nothing else
    /// stands on them, its lines.
    pub fn remove(at: Place) -> Self {
        Self { at, new: String::new(), removes: true }
    }
}

/// A change that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in the imperative: "replace it by `joseph-nye`".
    pub title: String,
    /// The edits, all or none.
    pub edits: Vec<Edit>,
    /// Whether it may be applied unasked: it has one right answer.
    pub sure: bool,
}

/// One finding.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub rule: &'static Rule,
    /// How serious it is here, after levels are applied.
    pub level: Level,
    /// One sentence without a full stop; names in backticks.
    pub message: String,
    /// The place that is wrong.
    pub primary: Label,
    /// The other places that matter, such as the other end of a contradiction.
    pub related: Vec<Label>,
    /// Facts that explain.
    pub notes: Vec<String>,
    /// Advice.
    pub helps: Vec<String>,
    /// Changes that would mend it, the best first.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// A finding at a place; the place can't be forgotten.
    pub fn new(rule: &'static Rule, at: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            level: rule.level,
            message: message.into(),
            primary: Label { at, text: String::new() },
            related: Vec::new(),
            notes: Vec::new(),
            helps: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// Says something under the primary place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, at: Place, text: impl Into<String>) -> Self {
        self.related.push(Label { at, text: text.into() });
        self
    }

    /// Adds a fact.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Adds advice.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.helps.push(text.into());
        self
    }

    /// Adds a change that would mend it; `sure` where it is the one right answer.
    #[must_use]
    pub fn fix(mut self, title: impl Into<String>, edits: Vec<Edit>, sure: bool) -> Self {
        self.fixes.push(Fix { title: title.into(), edits, sure });
        self
    }

    /// The places that the finding shows, the primary first.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        std::iter::once(&mut self.primary.at)
            .chain(self.related.iter_mut().map(|label| &mut label.at))
    }

    /// The edits that would mend it.
    pub fn edits_mut(&mut self) -> impl Iterator<Item = &mut Edit> {
        self.fixes.iter_mut().flat_map(|fix| &mut fix.edits)
    }
}
