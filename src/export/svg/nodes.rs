//! Nodes and groups: cards with a glyph, a name and, for commitments, their status in words.

use super::shapes;
use super::style::{Look, Stroke};
use super::xml::{Attribute, Xml, number};
use crate::layout::{Frame, NodeBox, Point, Rect, measure};
use crate::scene::{Scene, SceneNode, TOKENS};

/// Writes the card of a node.
pub(super) fn node(xml: &mut Xml, look: Look, scene: &Scene, placed: &NodeBox) {
    let node = &scene.nodes[placed.node];
    let class = format!("node {}", node.line.token());
    let spoken = spoken(node);
    let attributes = [
        ("class", class.as_str()),
        ("data-id", &node.id),
        ("role", "graphics-symbol"),
        ("aria-label", &spoken),
    ];
    xml.open("g", &attributes);
    xml.text("title", &[], &spoken);
    let tint = look.tint(&node.tone);
    let stroke = Stroke::of(node.line);
    let mut attributes = vec![("fill", tint.as_str())];
    attributes.extend(stroke.attributes(look.tone(&node.tone)));
    rect(xml, placed.bounds, "6", &attributes);
    let middle = placed.bounds.centre().y - measure::GLYPH / 2.0;
    glyph(xml, look, &node.tone, Point::new(placed.bounds.x + measure::PAD, middle));
    texts(xml, look, placed);
    xml.close();
}

/// What a node is, in a line.
fn spoken(node: &SceneNode) -> String {
    match node.detail.as_str() {
        "" => format!("{} ({})", node.label, node.kind),
        detail => format!("{} ({}): {detail}", node.label, node.kind),
    }
}

fn rect(xml: &mut Xml, bounds: Rect, rounding: &str, more: &[Attribute<'_>]) {
    let (x, y) = (number(bounds.x), number(bounds.y));
    let (width, height) = (number(bounds.width), number(bounds.height));
    let mut attributes = vec![("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height)];
    attributes.push(("rx", rounding));
    attributes.extend_from_slice(more);
    xml.empty("rect", &attributes);
}

/// Writes the glyph of a tone with its upper left corner at a point.
pub(super) fn glyph(xml: &mut Xml, look: Look, tone: &str, at: Point) {
    let place = format!("translate({} {})", number(at.x), number(at.y));
    let path = shapes::path(&TOKENS.tone(tone).shape);
    let colour = look.tone(tone);
    let attributes =
        [("d", path), ("transform", &place), ("fill", colour), ("fill-rule", "evenodd")];
    xml.empty("path", &attributes);
}

fn texts(xml: &mut Xml, look: Look, placed: &NodeBox) {
    let bounds = placed.bounds;
    let left = bounds.x + measure::PAD + measure::GLYPH + measure::PAD;
    let names = placed.name.len() as f64 * measure::NAME_LINE;
    let details = placed.detail.len() as f64 * measure::SMALL_LINE;
    let top = bounds.centre().y - (names + details) / 2.0;
    let name = Point::new(left, top + measure::NAME_LINE - measure::DESCENT);
    xml.lines(&[("class", "name")], name, measure::NAME_LINE, &placed.name);
    if !placed.detail.is_empty() {
        let detail = Point::new(left, top + names + measure::SMALL_LINE - measure::DESCENT);
        let attributes = [("class", "detail"), ("fill", look.muted())];
        xml.lines(&attributes, detail, measure::SMALL_LINE, &placed.detail);
    }
}

/// Writes the box of a group.
pub(super) fn group(xml: &mut Xml, look: Look, frame: &Frame) {
    let stroke = [("fill", "none"), ("stroke", look.muted()), ("stroke-width", "0.8")];
    rect(xml, frame.bounds, "8", &stroke);
}

/// Writes the title of a group on a ground that hides the lines beneath.
pub(super) fn group_title(xml: &mut Xml, look: Look, frame: &Frame) {
    let title = &frame.title;
    rect(xml, title.bounds.grown(1.0), "3", &[("fill", look.background())]);
    let first = title.bounds.y + measure::SMALL_LINE - measure::DESCENT;
    let attributes = [("class", "group"), ("fill", look.muted())];
    xml.lines(&attributes, Point::new(title.bounds.x, first), measure::SMALL_LINE, &title.lines);
}
