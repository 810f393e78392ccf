//! Colours, shapes and dashes, from `tokens.json`, which the explorer reads too.

use crate::vocabulary::Family;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on a light ground.
    #[default]
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// A colour in both themes, as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Colour {
    light: String,
    dark: String,
}

impl Colour {
    /// The colour in a theme.
    pub fn of(&self, theme: Theme) -> &str {
        match theme {
            Theme::Light => &self.light,
            Theme::Dark => &self.dark,
        }
    }
}

/// How a tone is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ToneToken {
    /// The name of the shape.
    pub shape: String,
    /// The colour.
    #[serde(flatten)]
    pub colour: Colour,
}

/// How a family of edges is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct FamilyToken {
    /// The name of the mark at the end.
    pub end: String,
    /// The colour.
    #[serde(flatten)]
    pub colour: Colour,
}

/// How a line is drawn.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct LineToken {
    /// The lengths of dashes and gaps in pixels, as SVG has them; empty for a solid line.
    pub dash: String,
    /// The width in pixels.
    pub width: f64,
    /// How dashes end: `butt` or `round`.
    pub cap: String,
    /// A sign before the label of an edge, so that a line is also told by reading; may be empty.
    pub sign: String,
}

/// Every token.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Tokens {
    /// The ground.
    pub background: Colour,
    /// The colour of text.
    pub ink: Colour,
    /// The colour of lesser text.
    pub muted: Colour,
    tones: BTreeMap<String, ToneToken>,
    families: BTreeMap<Family, FamilyToken>,
    lines: BTreeMap<String, LineToken>,
}

/// The text of `tokens.json`.
const TEXT: &str = include_str!("tokens.json");

/// The tokens of this build.
///
/// # Panics
/// When `tokens.json` is not what this file expects, which a test would have seen.
#[allow(clippy::expect_used, reason = "the file is compiled in and tested")]
pub static TOKENS: LazyLock<Tokens> =
    LazyLock::new(|| serde_json::from_str(TEXT).expect("tokens.json fits its types"));

impl Tokens {
    /// How a tone is drawn; an unknown one as an issue is.
    pub fn tone(&self, name: &str) -> &ToneToken {
        self.tones.get(name).unwrap_or_else(|| &self.tones["issue"])
    }

    /// The names of the tones.
    pub fn tones(&self) -> impl Iterator<Item = &str> {
        self.tones.keys().map(String::as_str)
    }

    /// How a family is drawn.
    pub fn family(&self, family: Family) -> &FamilyToken {
        &self.families[&family]
    }

    /// How a line is drawn.
    pub fn line(&self, line: super::Line) -> &LineToken {
        &self.lines[line.token()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Line;

    #[test]
    fn every_family_and_line_has_its_token() {
        for family in [Family::Obligation, Family::Membership, Family::Legal, Family::Other] {
            assert!(TOKENS.family(family).colour.of(Theme::Dark).starts_with('#'));
        }
        for line in [Line::Stated, Line::Inferred, Line::Disputed, Line::Ended, Line::Open] {
            assert!(TOKENS.line(line).width > 0.0);
        }
        assert_eq!(TOKENS.tone("state").shape, "circle");
    }
}
