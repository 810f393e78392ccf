//! A scene, measured: how large each card and label is, in an order that does not depend on that of
//! the scene.

use super::advance::width;
use super::geometry::Size;
use super::wrap::{Wrapping, widest, wrap};
use crate::scene::{Scene, SceneNode, TOKENS};
use crate::time::Day;
use crate::vocabulary::Family;
use std::collections::BTreeMap;

/// Sizes of type and of the space around it, in pixels.
pub mod measure {
    /// The type of names.
    pub const NAME: f64 = 12.0;
    /// From one line of a name to the next.
    pub const NAME_LINE: f64 = 14.5;
    /// The type of all that is smaller: details, labels of edges, titles of groups, the footer.
    pub const SMALL: f64 = 11.0;
    /// From one line of that to the next.
    pub const SMALL_LINE: f64 = 13.0;
    /// From the foot of a line down to its base line, upwards.
    pub const DESCENT: f64 = 3.6;
    /// The width and height of a glyph.
    pub const GLYPH: f64 = 16.0;
    /// Between a card's side and what it holds.
    pub const PAD: f64 = 7.0;
    /// Between a group's side and its cards.
    pub const GROUP_PAD: f64 = 12.0;
}

use measure::{GLYPH, NAME, NAME_LINE, PAD, SMALL, SMALL_LINE};

const NAME_WRAP: Wrapping = Wrapping { size: NAME, width: 108.0, widest: 170.0, lines: 3, most: 6 };
const DETAIL_WRAP: Wrapping =
    Wrapping { size: SMALL, width: 118.0, widest: 170.0, lines: 3, most: 5 };
const LABEL_WRAP: Wrapping =
    Wrapping { size: SMALL, width: 96.0, widest: 132.0, lines: 2, most: 4 };

const TITLE_WRAP: Wrapping =
    Wrapping { size: SMALL, width: 130.0, widest: 170.0, lines: 2, most: 4 };

/// More edges than this, and their labels are left to the tooltips.
const MOST_LABELS: usize = 150;

/// A label that so many edges of a family share is told once, in the legend.
const OFTEN: usize = 10;

/// The label that edges of a family have where none is drawn.
pub(super) type Implied = BTreeMap<Family, String>;

/// A node, measured.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Card {
    /// Its number in the scene.
    pub node: usize,
    /// The lines of its name.
    pub name: Vec<String>,
    /// The lines of its detail.
    pub detail: Vec<String>,
    /// The size of the whole.
    pub size: Size,
    /// The rank of its group.
    pub group: Option<usize>,
    /// When it came to be as far as is told, in years.
    pub year: Option<f64>,
}

/// An edge, measured.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Link {
    /// Its number in the scene.
    pub edge: usize,
    /// The card that it leaves.
    pub from: usize,
    /// The card that it reaches.
    pub to: usize,
    /// The lines of its label; none where it is not drawn.
    pub label: Vec<String>,
    /// The size of the label; zero where it is not drawn.
    pub size: Size,
}

/// A group, measured.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    /// Its number in the scene.
    pub group: usize,
    /// The lines of its title.
    pub title: Vec<String>,
    /// The size of its title.
    pub size: Size,
    /// Whether it is given a box: not where that would hold one card of the same name.
    pub is_framed: bool,
}

/// A scene, measured; cards by id, links by their ends and labels.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    pub cards: Vec<Card>,
    pub links: Vec<Link>,
    /// The groups, by title.
    pub groups: Vec<Group>,
    /// The labels that the legend tells instead.
    pub implied: Implied,
    /// The card that the drawing is about.
    pub focus: usize,
}

impl Plan {
    /// Measures a scene.
    pub(super) fn of(scene: &Scene) -> Self {
        let mut order: Vec<usize> = (0..scene.nodes.len()).collect();
        order.sort_by(|a, b| scene.nodes[*a].id.cmp(&scene.nodes[*b].id));
        let mut place = vec![0; order.len()];
        for (card, node) in order.iter().enumerate() {
            place[*node] = card;
        }
        let years = years(scene);
        let group_order = group_order(scene);
        let mut ranks = vec![0; group_order.len()];
        for (rank, group) in group_order.iter().enumerate() {
            ranks[*group] = rank;
        }
        let cards: Vec<Card> =
            order.iter().map(|node| card(scene, *node, &years, &ranks)).collect();
        let groups = group_order.iter().map(|number| group(scene, *number)).collect();
        let implied = implied(scene);
        let mut links: Vec<Link> =
            (0..scene.edges.len()).map(|edge| link(scene, edge, &place, &implied)).collect();
        links.sort_by(|a, b| {
            let label = |link: &Link| &scene.edges[link.edge].label;
            (a.from, a.to, label(a)).cmp(&(b.from, b.to, label(b)))
        });
        let mut plan = Self { cards, links, groups, implied, focus: 0 };
        plan.focus = match scene.focus {
            Some(node) => place.get(node).copied().unwrap_or(0),
            None => plan.busiest(),
        };
        plan
    }

    /// The card with the most links; the first of several.
    fn busiest(&self) -> usize {
        let degrees = self.degrees();
        let most = degrees.iter().max().copied().unwrap_or(0);
        degrees.iter().position(|degree| *degree == most).unwrap_or(0)
    }

    /// How many links each card has.
    pub(super) fn degrees(&self) -> Vec<usize> {
        let mut degrees = vec![0; self.cards.len()];
        for link in &self.links {
            degrees[link.from] += 1;
            degrees[link.to] += 1;
        }
        degrees
    }
}

fn card(scene: &Scene, number: usize, years: &[Option<f64>], ranks: &[usize]) -> Card {
    let node = &scene.nodes[number];
    let name = wrap(&node.label, NAME_WRAP);
    let group = node.group.and_then(|group| scene.groups.get(group));
    let says_the_same = group.is_some_and(|title| *title == node.detail);
    let detail = match node.detail.as_str() {
        "" => Vec::new(),
        _ if says_the_same => Vec::new(),
        text => wrap(text, DETAIL_WRAP),
    };
    let text = widest(&name, NAME).max(widest(&detail, SMALL));
    let lines = name.len() as f64 * NAME_LINE + detail.len() as f64 * SMALL_LINE;
    let size = Size::new(
        (PAD + GLYPH + PAD + text + PAD).ceil(),
        (lines.max(GLYPH) + 2.0 * PAD - 2.0).ceil(),
    );
    Card {
        node: number,
        name,
        detail,
        size,
        group: node.group.map(|group| ranks[group]),
        year: years[number],
    }
}

fn link(scene: &Scene, number: usize, place: &[usize], implied: &Implied) -> Link {
    let edge = &scene.edges[number];
    let label = match edge.label.as_str() {
        "" => Vec::new(),
        _ if scene.edges.len() > MOST_LABELS => Vec::new(),
        _ if implied.get(&edge.family).is_some_and(|label| *label == edge.label) => Vec::new(),
        text => wrap(&glued(&format!("{} {text}", TOKENS.line(edge.line).sign)), LABEL_WRAP),
    };
    let size = match label.as_slice() {
        [] => Size::default(),
        lines => {
            Size::new((widest(lines, SMALL) + 6.0).ceil(), lines.len() as f64 * SMALL_LINE + 3.0)
        }
    };
    Link { edge: number, from: place[edge.from], to: place[edge.to], label, size }
}

/// The most common label of each family that has one often enough.
fn implied(scene: &Scene) -> Implied {
    if scene.edges.len() > MOST_LABELS {
        return Implied::new();
    }
    let mut counts: BTreeMap<(Family, &str), usize> = BTreeMap::new();
    for edge in &scene.edges {
        *counts.entry((edge.family, &edge.label)).or_default() += 1;
    }
    let mut most: BTreeMap<Family, (usize, &str)> = BTreeMap::new();
    for ((family, label), count) in counts.into_iter().filter(|(_, count)| *count >= OFTEN) {
        let entry = most.entry(family).or_insert((count, label));
        if count > entry.0 {
            *entry = (count, label);
        }
    }
    most.into_iter().map(|(family, (_, label))| (family, label.to_owned())).collect()
}

/// A label whose date in brackets is not broken, where it is short enough.
fn glued(label: &str) -> String {
    match label.split_once(" (") {
        Some((head, date)) if width(date, SMALL) < LABEL_WRAP.width - 6.0 => {
            format!("{head} ({}", date.replace(' ', "\u{a0}"))
        }
        _ => label.to_owned(),
    }
}

fn group(scene: &Scene, number: usize) -> Group {
    let title = wrap(&scene.groups[number], TITLE_WRAP);
    let size = Size::new(widest(&title, SMALL).ceil(), title.len() as f64 * SMALL_LINE);
    let members: Vec<&SceneNode> =
        scene.nodes.iter().filter(|node| node.group == Some(number)).collect();
    let is_framed = match members.as_slice() {
        [] => false,
        [one] => one.label != scene.groups[number],
        _ => true,
    };
    Group { group: number, title, size, is_framed }
}

fn group_order(scene: &Scene) -> Vec<usize> {
    let mut order: Vec<usize> = (0..scene.groups.len()).collect();
    order.sort_by(|a, b| scene.groups[*a].cmp(&scene.groups[*b]));
    order
}

/// When each node came to be: its own first day, else the first day of any of its ties.
fn years(scene: &Scene) -> Vec<Option<f64>> {
    let of_tie = |node: usize| {
        let own = scene.edges.iter().filter(move |edge| edge.from == node || edge.to == node);
        own.filter_map(|edge| edge.day).min()
    };
    let nodes = scene.nodes.iter().enumerate();
    nodes.map(|(number, node)| node.day.or_else(|| of_tie(number)).map(year)).collect()
}

/// A day as a number of years, such as 1996.5 for the beginning of July 1996.
fn year(day: Day) -> f64 {
    let part = f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year());
    f64::from(day.year()) + part
}
