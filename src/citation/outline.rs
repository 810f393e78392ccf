//! The outline of a source text: its sections, and how many sentences stand in each paragraph.
//!
//! An outline holds no text but the titles, so that a lock may hold it.

use std::fmt;

use super::fold::fold;

/// The sections of a text, in order. Section 0 is what stands before the first heading; it is
/// always there, and its title is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// The sections; a section's number is its index.
    pub sections: Vec<Section>,
}

/// A section of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// The heading without emphasis; a repeated one is told apart by a number: `Notes (2)`.
    pub title: String,
    /// How many sentences stand in each paragraph.
    pub paragraphs: Vec<usize>,
}

impl Section {
    /// How many sentences stand in the section; its heading is none.
    pub fn sentences(&self) -> usize {
        self.paragraphs.iter().sum()
    }

    /// The paragraph, from 1, in which a sentence stands; both are counted within the section.
    pub fn paragraph_of(&self, sentence: usize) -> Option<usize> {
        let mut last = 0;
        let holds = |count: &usize| {
            last += count;
            sentence <= last
        };
        (sentence > 0).then(|| self.paragraphs.iter().position(holds))?.map(|index| index + 1)
    }

    /// The title, or a name for the section that has none.
    pub fn name(&self) -> &str {
        if self.title.is_empty() { "front matter" } else { &self.title }
    }
}

impl Outline {
    /// The number of the section with this title, after folding.
    pub fn find(&self, title: &str) -> Option<usize> {
        let exact = self.sections.iter().position(|section| section.title == title);
        let folded = fold(title);
        exact.or_else(|| {
            self.sections.iter().position(|section| fold(&section.title).text() == folded.text())
        })
    }

    /// The number of all sentences.
    pub fn sentences(&self) -> usize {
        self.sections.iter().map(Section::sentences).sum()
    }

    /// A paragraph, by its number from 1, of a section, as people call it.
    pub fn pinpoint(&self, section: usize, paragraph: usize) -> Pinpoint {
        let title = self.sections.get(section).map_or("", Section::name).to_owned();
        Pinpoint { section, title, paragraph }
    }
}

/// A paragraph of a source, as a pinpoint citation names it: `An Historic Summit ¶4`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pinpoint {
    /// The number of the section; 0 stands before the first heading.
    pub section: usize,
    /// Its title, or "front matter".
    pub title: String,
    /// The paragraph within the section, from 1.
    pub paragraph: usize,
}

impl fmt::Display for Pinpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ¶{}", self.title, self.paragraph)
    }
}
