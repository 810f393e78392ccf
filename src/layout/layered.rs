//! Layers along the direction of the links, with boxes for groups, by the dagre crate.

use super::WIDEST;
use super::geometry::{Point, Rect};
use super::placement::Placement;
use super::plan::{Plan, measure};
use dagre::graph::{Graph, GraphOptions};
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};

/// Places a plan in layers, from left to right or from top to bottom, whichever fits a page better.
pub(super) fn place(plan: &Plan) -> Placement {
    let tries = [(RankDir::LR, 10.0, 14.0), (RankDir::TB, 14.0, 20.0), (RankDir::TB, 8.0, 16.0)];
    let placed = tries.into_iter().map(|(direction, node_gap, rank_gap)| {
        let placement = run(plan, options(direction, node_gap, rank_gap));
        let cost = cost(placement.bounds(plan));
        (cost, placement)
    });
    let best = placed.reduce(|best, next| if next.0 < best.0 { next } else { best });
    best.map(|(_, placement)| placement).unwrap_or_default()
}

/// How badly a drawing fits a page on its side; what is too wide fits worst.
fn cost(bounds: Rect) -> f64 {
    let too_wide = (bounds.width - WIDEST).max(0.0);
    bounds.height + 10.0 * too_wide
}

fn options(rankdir: RankDir, node_gap: f64, rank_gap: f64) -> LayoutOptions {
    LayoutOptions {
        rankdir,
        nodesep: node_gap,
        edgesep: 8.0,
        ranksep: rank_gap,
        ..LayoutOptions::default()
    }
}

type Dagre = Graph<NodeLabel, EdgeLabel>;

fn run(plan: &Plan, options: LayoutOptions) -> Placement {
    let mut graph: Dagre =
        Graph::with_options(GraphOptions { directed: true, multigraph: true, compound: true });
    for (number, card) in plan.cards.iter().enumerate() {
        let node = NodeLabel {
            width: card.size.width,
            height: card.size.height,
            ..NodeLabel::default()
        };
        graph.set_node(card_name(number), Some(node));
    }
    for (number, card) in plan.cards.iter().enumerate() {
        if let Some(group) = card.group {
            if !graph.has_node(&group_name(group)) {
                graph.set_node(group_name(group), Some(NodeLabel::default()));
            }
            graph.set_parent(&card_name(number), Some(&group_name(group)));
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
            let size = super::Size::new(node.width, node.height);
            placement.groups.push((group, Rect::around(centre, size)));
        }
    }
    let _ = measure::GROUP_PAD;
    placement
}

/// The inner points of a path before and after the one that is nearest to its label.
fn around(points: &[Point], label: Point) -> (Vec<Point>, Vec<Point>) {
    let inner = points.get(1..points.len().saturating_sub(1)).unwrap_or_default();
    let nearest = (0..inner.len()).min_by(|a, b| {
        inner[*a].distance(label).total_cmp(&inner[*b].distance(label))
    });
    match nearest {
        Some(at) => (inner[..at].to_vec(), inner[at + 1..].to_vec()),
        None => (Vec::new(), Vec::new()),
    }
}
