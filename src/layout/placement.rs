//! What a layout decides: where the centres of cards and labels are, and how the links bend.

use super::geometry::{Point, Rect};
use super::plan::Plan;

/// The positions of a plan's cards and links.
#[derive(Debug, Clone, Default)]
pub(super) struct Placement {
    /// The centre of each card.
    pub cards: Vec<Point>,
    /// The centre of each link's label; the link passes through it.
    pub labels: Vec<Point>,
    /// The inner points of each link before and after its label, where it does not run straight.
    pub bends: Vec<(Vec<Point>, Vec<Point>)>,
    /// The boxes of groups, by rank.
    pub groups: Vec<(usize, Rect)>,
    /// Marks of an axis: where, and what it says.
    pub ticks: Vec<(f64, String)>,
}

impl Placement {
    /// The rectangle of a card.
    pub(super) fn card(&self, plan: &Plan, card: usize) -> Rect {
        Rect::around(self.cards[card], plan.cards[card].size)
    }

    /// The rectangle of a link's label; empty where it is not drawn.
    pub(super) fn label(&self, plan: &Plan, link: usize) -> Rect {
        Rect::around(self.labels[link], plan.links[link].size)
    }

    /// The points of a link from the side of one card to the side of the other, and where among
    /// them its label is.
    pub(super) fn route(&self, plan: &Plan, link: usize) -> Vec<Point> {
        let ends = &plan.links[link];
        let (before, after) = &self.bends[link];
        let mut points = before.clone();
        points.push(self.labels[link]);
        points.extend(after);
        let (from, to) = (self.card(plan, ends.from), self.card(plan, ends.to));
        // A link from a card to itself leaves and comes back beside its label.
        let loops = if ends.from == ends.to { 12.0 } else { 0.0 };
        let first = points[0].moved(-loops, -loops);
        let last = points[points.len() - 1].moved(loops, loops);
        points.insert(0, from.exit_towards(first));
        points.push(to.exit_towards(last));
        points
    }

    /// The smallest rectangle that holds everything placed.
    pub(super) fn bounds(&self, plan: &Plan) -> Rect {
        let cards = (0..self.cards.len()).map(|card| self.card(plan, card));
        let labels = (0..self.labels.len()).map(|link| self.label(plan, link));
        let groups = self.groups.iter().map(|(_, rect)| *rect);
        let bends = self.bends.iter().flat_map(|(before, after)| before.iter().chain(after));
        let bends = bends.map(|p| Rect { x: p.x, y: p.y, width: 0.0, height: 0.0 });
        cards
            .chain(labels)
            .chain(groups)
            .chain(bends)
            .reduce(|all, rect| all.union(&rect))
            .unwrap_or_default()
    }
}
