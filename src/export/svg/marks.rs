//! The marks at the ends of edges, by family; drawn as paths, since few programs read SVG's markers.

use super::style::Look;
use super::xml::{Xml, point};
use crate::layout::Point;
use crate::scene::TOKENS;
use crate::vocabulary::Family;

/// A mark at the end of a line.
pub(super) struct Mark {
    path: String,
    fill: &'static str,
    stroke: &'static str,
}

impl Mark {
    /// Writes it.
    pub(super) fn write(&self, xml: &mut Xml) {
        let attributes = [("d", self.path.as_str()), ("fill", self.fill), ("stroke", self.stroke)];
        xml.empty("path", &attributes);
    }
}

/// The marks of an edge, at both ends where it is read both ways; shortens the line to make room.
pub(super) fn marks(points: &mut [Point], family: Family, directed: bool, look: Look) -> Vec<Mark> {
    let mut marks = vec![mark(points, family, look)];
    if !directed {
        points.reverse();
        marks.push(mark(points, family, look));
        points.reverse();
    }
    marks
}

/// The mark at the last of some points, which moves back to where the mark begins.
fn mark(points: &mut [Point], family: Family, look: Look) -> Mark {
    let colour = look.family(family);
    let [.., before, tip] = points else {
        return Mark { path: String::new(), fill: "none", stroke: "none" };
    };
    let length = before.distance(*tip).max(0.1);
    let along = ((tip.x - before.x) / length, (tip.y - before.y) / length);
    let end = *tip;
    // So far back from the tip, and so far to the right of the line.
    let at = |back: f64, aside: f64| {
        point(end.moved(-along.0 * back - along.1 * aside, -along.1 * back + along.0 * aside))
    };
    let (path, fill, stroke, room) = match TOKENS.family(family).end.as_str() {
        "filled-arrow" => {
            let path = format!("M{}L{}L{}z", at(0.0, 0.0), at(9.0, 4.2), at(9.0, -4.2));
            (path, colour, "none", 8.0)
        }
        "open-circle" => {
            let (far, near) = (at(8.0, 0.0), at(1.0, 0.0));
            let path = format!("M{far}A3.5 3.5 0 1 1 {near}A3.5 3.5 0 1 1 {far}z");
            (path, look.background(), colour, 8.0)
        }
        "double-bar" => {
            let bar = |back: f64| format!("M{}L{}", at(back, 4.5), at(back, -4.5));
            (format!("{}{}", bar(3.0), bar(6.5)), "none", colour, 0.0)
        }
        _ => {
            let path = format!("M{}L{}L{}", at(7.0, 3.8), at(0.5, 0.0), at(7.0, -3.8));
            (path, "none", colour, 0.0)
        }
    };
    *tip = end.moved(-along.0 * room, -along.1 * room);
    Mark { path, fill, stroke }
}
