//! Where everything in a drawing stands: positions for a scene.
//!
//! [`arrange`] measures the scene with a fixed table of advances, places it, and returns boxes and
//! lines in pixels. It is pure and deterministic: no clock, no fonts of the machine, no random seed
//! but a fixed one, and nothing depends on the order of the scene's nodes and edges.

mod advance;
mod board;
mod columns;
mod detour;
mod draw;
mod faults;
mod force;
mod geometry;
mod graphviz;
mod layered;
mod map;
mod overview;
mod placement;
mod plan;
mod quadtree;
mod random;
mod refine;
mod separate;
mod set;
mod settle;
mod spiral;
mod tighten;
mod tiles;
mod timeline;
mod wrap;

pub use advance::width;
pub use draw::{Caption, Drawing, Frame, NodeBox, Route, Tick};
pub use geometry::{Point, Rect, Size, segments_cross};
pub use graphviz::{engine, placed, request};
pub use overview::overview;
pub use plan::measure;
pub use wrap::{Wrapping, widest, wrap};

use crate::record::Layout;
use crate::scene::Scene;
use placement::Placement;
use plan::Plan;

/// The widest that a page is meant to be, in pixels: type of 11 px is then 9 pt when it is scaled to
/// the width of A4 on its side (297 mm, 841.9 pt).
pub const PAGE_WIDTH: f64 = 1024.0;

/// The margin of a page, in pixels.
pub const MARGIN: f64 = 20.0;

/// The widest that the drawing on a page is meant to be, in pixels.
const WIDEST: f64 = PAGE_WIDTH - 2.0 * MARGIN;

/// A drawing of more nodes than this is not laid out in layers: it would take too long, and be
/// unreadable.
pub const MOST_LAYERED: usize = 120;

/// Places a scene as it asks for, by the nearest layout of this crate where it asks for Graphviz.
pub fn arrange(scene: &Scene) -> Drawing {
    let plan = Plan::of(scene);
    let placement = place(&plan, scene.layout);
    draw::draw(&plan, &placement)
}

fn place(plan: &Plan, layout: Layout) -> Placement {
    match layout {
        Layout::Force | Layout::Neato | Layout::Fdp => force::place(plan),
        _ if plan.cards.len() > MOST_LAYERED => force::place(plan),
        Layout::Columns => columns::place(plan),
        Layout::Timeline => timeline::place(plan),
        Layout::Layered | Layout::Dot => layered::place(plan),
    }
}
