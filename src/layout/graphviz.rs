//! Positions from Graphviz, for those who have it: what to ask it, and how to read its answer.
//!
//! Only sizes and numbers are sent; names and labels stay here. Starting the program is the
//! caller's business.

use super::board::Board;
use super::draw::{Drawing, draw};
use super::geometry::Point;
use super::plan::Plan;
use super::refine::{Flow, repair};
use super::separate::separate;
use super::settle::page;
use crate::record::Layout;
use crate::scene::Scene;
use serde::Deserialize;
use std::fmt::Write;

/// Pixels in one of Graphviz's inches; its points are then pixels.
const INCH: f64 = 72.0;

/// The program of Graphviz that a layout asks for, if it does.
pub fn engine(layout: Layout) -> Option<&'static str> {
    match layout {
        Layout::Dot => Some("dot"),
        Layout::Neato => Some("neato"),
        Layout::Fdp => Some("fdp"),
        Layout::Layered | Layout::Force | Layout::Columns | Layout::Timeline => None,
    }
}

/// The graph in DOT: `n0`, `n1`, ... are the cards, `e0`, `e1`, ... the links.
pub fn request(scene: &Scene) -> String {
    let plan = Plan::of(scene);
    let board = Board::of(&plan);
    let mut dot = String::from(
        "digraph g {\n rankdir=LR; ranksep=0.3; nodesep=0.2; overlap=false; splines=line;\n\
         node [shape=box, fixedsize=true, label=\"\"];\n",
    );
    for (number, card) in plan.cards.iter().enumerate() {
        let (width, height) = (card.size.width / INCH, card.size.height / INCH);
        writeln!(dot, " n{number} [width={width:.3}, height={height:.3}];").unwrap_or_default();
    }
    for (group, bodies) in board.groups.iter().enumerate().filter(|(_, bodies)| !bodies.is_empty())
    {
        let cards = bodies.iter().filter(|body| **body < board.cards);
        let names: Vec<String> = cards.map(|card| format!("n{card};")).collect();
        writeln!(dot, " subgraph cluster_{group} {{ {} }}", names.join(" ")).unwrap_or_default();
    }
    for (number, link) in plan.links.iter().enumerate() {
        let (from, to) = (link.from, link.to);
        let (width, height) = (link.size.width.ceil(), link.size.height.ceil());
        let label = match link.label.is_empty() {
            true => String::new(),
            false => format!(
                ", label=<<table border=\"0\" fixedsize=\"true\" width=\"{width}\" \
                 height=\"{height}\"><tr><td></td></tr></table>>"
            ),
        };
        writeln!(dot, " n{from} -> n{to} [id=e{number}{label}];").unwrap_or_default();
    }
    dot + "}\n"
}

/// The part of Graphviz's `-Tjson0` that is read.
#[derive(Debug, Deserialize)]
struct Answer {
    #[serde(default)]
    objects: Vec<Object>,
    #[serde(default)]
    edges: Vec<Edge>,
}

#[derive(Debug, Deserialize)]
struct Object {
    name: String,
    pos: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Edge {
    id: Option<String>,
    lp: Option<String>,
}

/// The drawing that an answer in `-Tjson0` gives; none where it is not an answer to the request.
pub fn placed(scene: &Scene, answer: &[u8]) -> Option<Drawing> {
    let answer: Answer = serde_json::from_slice(answer).ok()?;
    let plan = Plan::of(scene);
    let board = Board::of(&plan);
    let mut centres = Vec::new();
    for card in 0..board.cards {
        let name = format!("n{card}");
        let object = answer.objects.iter().find(|object| object.name == name)?;
        centres.push(point(object.pos.as_deref()?)?);
    }
    for (number, (from, to)) in board.ends.iter().enumerate() {
        let id = format!("e{number}");
        let edge = answer.edges.iter().find(|edge| edge.id.as_deref() == Some(&id));
        let middle = centres[*from].middle(centres[*to]);
        let label = edge.and_then(|edge| point(edge.lp.as_deref()?));
        centres.push(label.unwrap_or(middle));
    }
    let left = centres.iter().map(|centre| centre.x).fold(f64::INFINITY, f64::min);
    let top = centres.iter().map(|centre| centre.y).fold(f64::INFINITY, f64::min);
    for centre in &mut centres {
        *centre = centre.moved(200.0 - left, 100.0 - top);
    }
    let mut page = page(&board, 1.0);
    page.width = f64::INFINITY;
    separate(&board, &mut centres, 4.0, page.width);
    repair(&board, &mut centres, page, Flow::Free);
    separate(&board, &mut centres, 4.0, page.width);
    Some(draw(&plan, &board.placement(centres)))
}

/// Graphviz's `x,y`, whose y grows upwards.
fn point(text: &str) -> Option<Point> {
    let (x, y) = text.split_once(',')?;
    Some(Point::new(x.parse().ok()?, -y.parse::<f64>().ok()?))
}
