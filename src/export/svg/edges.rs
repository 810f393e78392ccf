//! Edges: rounded lines with the dashes of their standing, and their labels.

use super::marks::marks;
use super::style::{Look, Stroke};
use super::xml::{Xml, number, point};
use crate::layout::{Point, Route, measure};
use crate::scene::{Scene, SceneEdge};

/// How far a corner is rounded at most, in pixels.
const ROUNDING: f64 = 18.0;

/// Writes the line of an edge and its marks.
pub(super) fn line(xml: &mut Xml, look: Look, scene: &Scene, route: &Route) {
    let edge = &scene.edges[route.edge];
    let class = format!("edge {}", edge.line.token());
    let spoken = spoken(scene, edge);
    xml.open("g", &[("class", &class), ("role", "graphics-symbol"), ("aria-label", &spoken)]);
    xml.text("title", &[], &spoken);
    let mut points = route.points.clone();
    let marks = marks(&mut points, edge.family, edge.directed, look);
    let path = rounded(&points);
    let stroke = Stroke::of(edge.line);
    let mut attributes = vec![("d", path.as_str()), ("fill", "none")];
    attributes.extend(stroke.attributes(look.family(edge.family)));
    xml.empty("path", &attributes);
    for mark in marks {
        mark.write(xml);
    }
    xml.close();
}

/// The edge as a sentence: a tooltip, and what is read to those who do not see it.
fn spoken(scene: &Scene, edge: &SceneEdge) -> String {
    let (from, to) = (&scene.nodes[edge.from].label, &scene.nodes[edge.to].label);
    format!("{from} – {} – {to} ({})", edge.label, edge.line.meaning())
}

/// Writes the label of an edge on a ground that hides the lines beneath.
pub(super) fn label(xml: &mut Xml, look: Look, route: &Route) {
    let Some(label) = &route.label else { return };
    let bounds = label.bounds;
    let (x, y) = (number(bounds.x), number(bounds.y));
    let (width, height) = (number(bounds.width), number(bounds.height));
    let place = [("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height)];
    let mut ground = place.to_vec();
    ground.extend([("rx", "3"), ("fill", look.background())]);
    xml.empty("rect", &ground);
    let top = bounds.centre().y - label.lines.len() as f64 * measure::SMALL_LINE / 2.0;
    let at = Point::new(bounds.centre().x, top + measure::SMALL_LINE - measure::DESCENT);
    let attributes = [("class", "edge-label"), ("text-anchor", "middle")];
    xml.lines(&attributes, at, measure::SMALL_LINE, &label.lines);
}

/// A path through points with rounded corners.
fn rounded(points: &[Point]) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    let mut path = format!("M{}", point(*first));
    for corner in points.windows(3) {
        let [before, at, after] = corner else { continue };
        let (enter, leave) = (near(*at, *before), near(*at, *after));
        path += &format!("L{}Q{} {}", point(enter), point(*at), point(leave));
    }
    path + &format!("L{}", point(*last))
}

/// A point near a corner on the way to its neighbour.
fn near(corner: Point, neighbour: Point) -> Point {
    let length = corner.distance(neighbour);
    if length == 0.0 { corner } else { corner.towards(neighbour, (ROUNDING / length).min(0.5)) }
}
