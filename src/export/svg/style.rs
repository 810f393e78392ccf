//! Colours and dashes of a theme, ready to be written.

use super::xml::Attribute;
use crate::scene::{Line, TOKENS, Theme};
use crate::vocabulary::Family;

/// The fonts that text is set in: the first one that a reader has.
pub(super) const FONTS: &str = "Inter, 'Segoe UI', 'Helvetica Neue', Helvetica, Arial, \
                                'Liberation Sans', 'DejaVu Sans', sans-serif";

/// The colours of a theme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look(pub(super) Theme);

impl Look {
    pub(super) fn background(self) -> &'static str {
        TOKENS.background.of(self.0)
    }

    pub(super) fn ink(self) -> &'static str {
        TOKENS.ink.of(self.0)
    }

    pub(super) fn muted(self) -> &'static str {
        TOKENS.muted.of(self.0)
    }

    pub(super) fn tone(self, tone: &str) -> &'static str {
        TOKENS.tone(tone).colour.of(self.0)
    }

    pub(super) fn family(self, family: Family) -> &'static str {
        TOKENS.family(family).colour.of(self.0)
    }

    /// A tone as the ground of a card: mostly background.
    pub(super) fn tint(self, tone: &str) -> String {
        mix(self.background(), self.tone(tone), 9)
    }
}

/// The width and dashes of a line.
pub(super) struct Stroke {
    width: String,
    dash: &'static str,
    cap: &'static str,
}

impl Stroke {
    pub(super) fn of(line: Line) -> Self {
        let token = TOKENS.line(line);
        Self { width: token.width.to_string(), dash: &token.dash, cap: &token.cap }
    }

    /// The stroke as attributes, in a colour.
    pub(super) fn attributes<'a>(&'a self, colour: &'a str) -> [Attribute<'a>; 4] {
        [
            ("stroke", colour),
            ("stroke-width", &self.width),
            ("stroke-dasharray", self.dash),
            ("stroke-linecap", if self.dash.is_empty() { "" } else { self.cap }),
        ]
    }
}

/// One colour with so many hundredths of another; both as `#rrggbb`.
fn mix(base: &str, other: &str, hundredths: u32) -> String {
    let channel = |colour: &str, at: usize| {
        colour.get(at..at + 2).and_then(|hex| u32::from_str_radix(hex, 16).ok()).unwrap_or(0)
    };
    let mixed = [1, 3, 5].map(|at| {
        (channel(base, at) * (100 - hundredths) + channel(other, at) * hundredths + 50) / 100
    });
    format!("#{:02x}{:02x}{:02x}", mixed[0], mixed[1], mixed[2])
}

#[cfg(test)]
mod tests {
    #[test]
    fn colours_mix_by_channel() {
        assert_eq!(super::mix("#000000", "#ff8000", 50), "#804000");
        assert_eq!(super::mix("#102030", "#ffffff", 0), "#102030");
    }
}
