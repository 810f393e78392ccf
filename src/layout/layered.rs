//! Layers along the direction of the links, with boxes for groups, by the dagre crate.

use super::board::Board;
use super::force;
use super::geometry::{Point, Rect, Size};
use super::placement::Placement;
use super::plan::Plan;
use super::refine::{Flow, faults, is_refinable};
use super::settle::{finish, page, sketch};
use dagre::graph::{Graph, GraphOptions};
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};
use rayon::prelude::*;

/// The width of a drawing by its height, where it may choose.
const ASPECT: f64 = 1.4;

/// Places a plan in layers, from left to right or from top to bottom, or as a map whose links point
/// to the right: whichever reads best.
pub(super) fn place(plan: &Plan) -> Placement {
    let board = Board::of(plan);
    let layers = |direction| run(plan, &board, options(direction));
    if !is_refinable(&board) {
        return widest_last(plan, [RankDir::LR, RankDir::TB].map(layers));
    }
    let page = page(&board, ASPECT);
    let starts =
        [(Some(RankDir::LR), Flow::Right), (Some(RankDir::TB), Flow::Down), (None, Flow::Right)];
    let sketched = starts.into_par_iter().map(|(direction, flow)| {
        let start = direction.map(layers).map(|layers| [layers.cards, layers.labels].concat());
        let start = start.unwrap_or_else(|| force::rough(plan, &board));
        let centres = sketch(&board, start, page, flow);
        (faults(&board, &centres, page, flow), centres, flow)
    });
    let sketched: Vec<_> = sketched.collect();
    let best = sketched.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
    let centres = best.map(|(_, centres, flow)| finish(&board, centres, page, flow));
    board.placement(centres.unwrap_or_default())
}

/// The one that is less wide.
fn widest_last(plan: &Plan, [one, two]: [Placement; 2]) -> Placement {
    if one.bounds(plan).width <= two.bounds(plan).width { one } else { two }
}

fn options(rankdir: RankDir) -> LayoutOptions {
    LayoutOptions {
        rankdir,
        nodesep: 12.0,
        edgesep: 8.0,
        ranksep: 18.0,
        ..LayoutOptions::default()
    }
}

type Dagre = Graph<NodeLabel, EdgeLabel>;

fn run(plan: &Plan, board: &Board, options: LayoutOptions) -> Placement {
    let mut graph: Dagre =
        Graph::with_options(GraphOptions { directed: true, multigraph: true, compound: true });
    for (number, card) in plan.cards.iter().enumerate() {
        let node =
            NodeLabel { width: card.size.width, height: card.size.height, ..NodeLabel::default() };
        graph.set_node(card_name(number), Some(node));
    }
    for (group, bodies) in board.groups.iter().enumerate().filter(|(_, bodies)| !bodies.is_empty())
    {
        graph.set_node(group_name(group), Some(NodeLabel::default()));
        for card in bodies.iter().filter(|body| **body < board.cards) {
            graph.set_parent(&card_name(*card), Some(&group_name(group)));
        }
    }
    for (number, link) in plan.links.iter().enumerate() {
        let label = EdgeLabel {
            width: link.size.width,
            height: link.size.height,
            labelpos: dagre::layout::types::LabelPos::Center,
            ..EdgeLabel::default()
        };
        let name = number.to_string();
        graph.set_edge(card_name(link.from), card_name(link.to), Some(label), Some(&name));
    }
    dagre::layout(&mut graph, Some(options));
    read(plan, &graph)
}

fn card_name(number: usize) -> String {
    format!("n{number}")
}

fn group_name(number: usize) -> String {
    format!("g{number}")
}

fn read(plan: &Plan, graph: &Dagre) -> Placement {
    let centre = |name: &str| {
        let node = graph.node(name)?;
        Some(Point::new(node.x?, node.y?))
    };
    let cards = (0..plan.cards.len()).map(|n| centre(&card_name(n)).unwrap_or_default());
    let mut placement = Placement { cards: cards.collect(), ..Placement::default() };
    for (number, link) in plan.links.iter().enumerate() {
        let name = number.to_string();
        let found = graph.edge(&card_name(link.from), &card_name(link.to), Some(&name));
        let points: Vec<Point> = found
            .map(|edge| edge.points.iter().map(|p| Point::new(p.x, p.y)).collect())
            .unwrap_or_default();
        let label = found.and_then(|edge| Some(Point::new(edge.x?, edge.y?)));
        let label = label.or_else(|| points.get(points.len() / 2).copied()).unwrap_or_default();
        placement.bends.push(around(&points, label));
        placement.labels.push(label);
    }
    for group in 0..plan.groups.len() {
        if let Some(node) = graph.node(&group_name(group)) {
            let centre = Point::new(node.x.unwrap_or(0.0), node.y.unwrap_or(0.0));
            let size = Size::new(node.width, node.height);
            placement.groups.push((group, Rect::around(centre, size)));
        }
    }
    placement
}

/// The inner points of a path before and after the one that is nearest to its label.
fn around(points: &[Point], label: Point) -> (Vec<Point>, Vec<Point>) {
    let inner = points.get(1..points.len().saturating_sub(1)).unwrap_or_default();
    let nearest = (0..inner.len())
        .min_by(|a, b| inner[*a].distance(label).total_cmp(&inner[*b].distance(label)));
    match nearest {
        Some(at) => (inner[..at].to_vec(), inner[at + 1..].to_vec()),
        None => (Vec::new(), Vec::new()),
    }
}
