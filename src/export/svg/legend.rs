//! The legend: only the kinds, families and lines that occur.

use super::marks::marks;
use super::nodes::glyph;
use super::style::{Look, Stroke};
use super::xml::{Xml, point};
use crate::layout::{Drawing, Point, measure, width};
use crate::scene::{Line, Scene, TOKENS};
use crate::vocabulary::Family;
use std::collections::{BTreeMap, BTreeSet};

/// The width of the sample of a line, in pixels.
const SAMPLE: f64 = 34.0;

/// From one row to the next, in pixels.
const ROW: f64 = 20.0;

/// Between two entries, in pixels.
const GAP: f64 = 18.0;

/// What a sample shows.
enum Sample {
    Tone(String),
    Family(Family),
    Line(Line),
}

/// A sample, where it stands, and what it means.
struct Entry {
    sample: Sample,
    text: String,
    at: Point,
}

/// The legend of a scene, set in rows.
pub(super) struct Legend {
    entries: Vec<Entry>,
    /// Its height in pixels.
    pub(super) height: f64,
}

impl Legend {
    /// Sets the legend in rows of a width.
    pub(super) fn of(scene: &Scene, drawing: &Drawing, within: f64) -> Self {
        let mut at = Point::default();
        let mut entries = Vec::new();
        for part in [tones(scene), families(scene, drawing), lines(scene)] {
            for (sample, text) in part {
                let wide = sample.width() + width(&text, measure::SMALL);
                if at.x > 0.0 && at.x + wide > within {
                    at = Point::new(0.0, at.y + ROW);
                }
                entries.push(Entry { sample, text, at });
                at.x += wide + GAP;
            }
            if at.x > 0.0 {
                at = Point::new(0.0, at.y + ROW);
            }
        }
        Self { entries, height: at.y }
    }

    /// Writes it with its upper left corner at a point.
    pub(super) fn write(&self, xml: &mut Xml, look: Look, corner: Point) {
        let attributes =
            [("class", "legend"), ("role", "graphics-object"), ("aria-label", "Legend")];
        xml.open("g", &attributes);
        for entry in &self.entries {
            let at = corner.moved(entry.at.x, entry.at.y);
            entry.sample.write(xml, look, at);
            let text = at.moved(entry.sample.width(), ROW / 2.0 + measure::DESCENT);
            xml.lines(&[("class", "key")], text, ROW, std::slice::from_ref(&entry.text));
        }
        xml.close();
    }
}

/// The tones that occur, with the labels of their kinds.
fn tones(scene: &Scene) -> Vec<(Sample, String)> {
    let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for node in &scene.nodes {
        // What comes after a colon tells kinds of one tone apart, which the drawing does not.
        let kind = node.kind.split(':').next().unwrap_or_default();
        kinds.entry(&node.tone).or_default().insert(kind);
    }
    let entry = |(tone, kinds): (&str, BTreeSet<&str>)| {
        let text = kinds.into_iter().collect::<Vec<_>>().join(", ");
        (Sample::Tone(tone.to_owned()), text)
    };
    kinds.into_iter().map(entry).collect()
}

/// The families that occur, each with the label that its edges have where none is drawn.
fn families(scene: &Scene, drawing: &Drawing) -> Vec<(Sample, String)> {
    let found: BTreeSet<Family> = scene.edges.iter().map(|edge| edge.family).collect();
    let name = |family| match family {
        Family::Obligation => "obligation",
        Family::Membership => "membership, office or part",
        Family::Legal => "legal tie",
        Family::Other => "other relation",
    };
    let text = |family| match drawing.implied.get(&family) {
        Some(label) => format!("{}; without a label: {label}", name(family)),
        None => name(family).to_owned(),
    };
    found.into_iter().map(|family| (Sample::Family(family), text(family))).collect()
}

/// The lines that occur; a drawing that holds only plain facts needs no word on them.
fn lines(scene: &Scene) -> Vec<(Sample, String)> {
    let of_nodes = scene.nodes.iter().map(|node| node.line);
    let found: BTreeSet<Line> = of_nodes.chain(scene.edges.iter().map(|edge| edge.line)).collect();
    if found.iter().all(|line| *line == Line::Stated) {
        return Vec::new();
    }
    let text = |line: Line| format!("{} {}", TOKENS.line(line).sign, line.meaning());
    found.into_iter().map(|line| (Sample::Line(line), text(line).trim().to_owned())).collect()
}

impl Sample {
    /// Its width with the space after it, in pixels.
    fn width(&self) -> f64 {
        let sample = match self {
            Self::Tone(_) => measure::GLYPH,
            Self::Family(_) | Self::Line(_) => SAMPLE,
        };
        sample + 6.0
    }

    fn write(&self, xml: &mut Xml, look: Look, at: Point) {
        let mut points = [at.moved(0.0, ROW / 2.0), at.moved(SAMPLE, ROW / 2.0)];
        match self {
            Self::Tone(tone) => glyph(xml, look, tone, at.moved(0.0, 2.0)),
            Self::Family(family) => {
                let marks = marks(&mut points, *family, true, look);
                stretch(xml, look.family(*family), Line::Stated, points);
                for mark in marks {
                    mark.write(xml);
                }
            }
            Self::Line(line) => stretch(xml, look.ink(), *line, points),
        }
    }
}

fn stretch(xml: &mut Xml, colour: &str, line: Line, [from, to]: [Point; 2]) {
    let path = format!("M{}L{}", point(from), point(to));
    let stroke = Stroke::of(line);
    let mut attributes = vec![("d", path.as_str()), ("fill", "none")];
    attributes.extend(stroke.attributes(colour));
    xml.empty("path", &attributes);
}
