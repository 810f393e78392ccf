//! The finished drawing: boxes, lines and captions in pixels, rounded to a tenth.

use super::geometry::{Point, Rect, Size};
use super::placement::Placement;
use super::plan::{Plan, measure};
use super::wrap::{Wrapping, wrap};
use crate::scene::Scene;

/// Text in a box.
#[derive(Debug, Clone, PartialEq)]
pub struct Caption {
    /// Its lines.
    pub lines: Vec<String>,
    /// The box that they are centred in.
    pub bounds: Rect,
}

/// A node: a card that holds its glyph, its name and its detail.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeBox {
    /// The number of the node in the scene.
    pub node: usize,
    /// The card.
    pub bounds: Rect,
    /// The lines of its name.
    pub name: Vec<String>,
    /// The lines of its detail.
    pub detail: Vec<String>,
}

/// An edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// The number of the edge in the scene.
    pub edge: usize,
    /// The points that it is drawn along, from side to side of its nodes' cards.
    pub points: Vec<Point>,
    /// Its label, where it is drawn.
    pub label: Option<Caption>,
}

/// The box of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The number of the group in the scene.
    pub group: usize,
    /// The box.
    pub bounds: Rect,
    /// Its title, within the box.
    pub title: Caption,
}

/// A mark on a time axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where it is, from the left.
    pub x: f64,
    /// What it says.
    pub text: String,
}

/// A scene with positions; everything lies between the origin and `size`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// The nodes, by id.
    pub nodes: Vec<NodeBox>,
    /// The edges, by their ends' ids.
    pub edges: Vec<Route>,
    /// The groups, by title.
    pub groups: Vec<Frame>,
    /// The marks of a time axis at the foot; none where the drawing has no such axis.
    pub ticks: Vec<Tick>,
    /// The size of the whole.
    pub size: Size,
}

/// To a tenth of a pixel.
fn round(value: f64) -> f64 {
    let tenths = (value * 10.0).round() / 10.0;
    if tenths == 0.0 { 0.0 } else { tenths }
}

fn rounded(rect: Rect) -> Rect {
    Rect {
        x: round(rect.x),
        y: round(rect.y),
        width: round(rect.width),
        height: round(rect.height),
    }
}

/// The title of a group at the top of its box.
fn title(text: &str, frame: Rect) -> Caption {
    let room = frame.width - 2.0 * measure::PAD;
    let wrapping =
        Wrapping { size: measure::SMALL, width: room, widest: room, lines: 1, most: 3 };
    let lines = wrap(text, wrapping);
    let height = lines.len() as f64 * measure::SMALL_LINE;
    let (x, y) = (round(frame.x + measure::PAD), round(frame.y + 4.0));
    Caption { lines, bounds: Rect { x, y, width: room, height } }
}

/// Moves a placement to the origin, and joins it with the texts.
pub(super) fn draw(scene: &Scene, plan: &Plan, placement: &Placement) -> Drawing {
    let all = placement.bounds(plan);
    let shift = |rect: Rect| rounded(rect.moved(-all.x, -all.y));
    let nodes = plan.cards.iter().enumerate().map(|(number, card)| NodeBox {
        node: card.node,
        bounds: shift(placement.card(plan, number)),
        name: card.name.clone(),
        detail: card.detail.clone(),
    });
    let edges = plan.links.iter().enumerate().map(|(number, link)| {
        let points = placement.route(plan, number);
        let move_point = |p: &Point| Point::new(round(p.x - all.x), round(p.y - all.y));
        let label = (!link.label.is_empty()).then(|| Caption {
            lines: link.label.clone(),
            bounds: shift(placement.label(plan, number)),
        });
        Route { edge: link.edge, points: points.iter().map(move_point).collect(), label }
    });
    let groups = placement.groups.iter().filter(|(rank, _)| *rank < scene.groups.len());
    let frame = |(rank, rect): &(usize, Rect)| {
        let group = plan.groups[*rank];
        let bounds = shift(*rect);
        Frame { group, bounds, title: title(&scene.groups[group], bounds) }
    };
    let tick = |(x, text): &(f64, String)| Tick { x: round(x - all.x), text: text.clone() };
    Drawing {
        nodes: nodes.collect(),
        edges: edges.collect(),
        groups: groups.map(frame).collect(),
        ticks: placement.ticks.iter().map(tick).collect(),
        size: Size::new(round(all.width), round(all.height)),
    }
}
