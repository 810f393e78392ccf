//! The bodies that a layout moves: cards, then the labels of links; some of them live in groups.

use super::detour::detours;
use super::geometry::{Point, Rect, Size};
use super::placement::Placement;
use super::plan::{Plan, measure};
use super::refine::is_refinable;

/// What does not change while bodies move.
#[derive(Debug)]
pub(super) struct Board {
    /// How many of the bodies are cards; the others are the labels of links, in order.
    pub cards: usize,
    /// The size of each body; zero for a label that is not drawn.
    pub sizes: Vec<Size>,
    /// The group that each body lives in: a card's own, and that of a label both of whose ends are
    /// in one.
    pub group_of: Vec<Option<usize>>,
    /// The bodies of each group; empty where the group is not framed.
    pub groups: Vec<Vec<usize>>,
    /// The size of each group's title.
    pub titles: Vec<Size>,
    /// The ends of each link.
    pub ends: Vec<(usize, usize)>,
    /// Whether cards keep their distance from the left.
    pub is_steady: bool,
}

impl Board {
    /// The board of a plan.
    pub(super) fn of(plan: &Plan) -> Self {
        let cards = plan.cards.len();
        let group_of_card = |card: usize| {
            let group = plan.cards[card].group?;
            plan.groups[group].is_framed.then_some(group)
        };
        let of_cards = (0..cards).map(group_of_card);
        let of_labels = plan.links.iter().map(|link| {
            let group = group_of_card(link.from)?;
            (group_of_card(link.to) == Some(group)).then_some(group)
        });
        let group_of: Vec<Option<usize>> = of_cards.chain(of_labels).collect();
        let mut groups = vec![Vec::new(); plan.groups.len()];
        for (body, group) in group_of.iter().enumerate() {
            if let Some(group) = group {
                groups[*group].push(body);
            }
        }
        let sizes = plan.cards.iter().map(|card| card.size);
        let sizes = sizes.chain(plan.links.iter().map(|link| link.size)).collect();
        let ends = plan.links.iter().map(|link| (link.from, link.to)).collect();
        let titles = plan.groups.iter().map(|group| group.size).collect();
        Self { cards, sizes, group_of, groups, titles, ends, is_steady: false }
    }

    /// Whether a body moves up and down only.
    pub(super) fn is_steady(&self, body: usize) -> bool {
        self.is_steady && body < self.cards
    }

    /// The rectangle of a body.
    pub(super) fn rect(&self, centres: &[Point], body: usize) -> Rect {
        Rect::around(centres[body], self.sizes[body])
    }

    /// Whether a body takes no room.
    pub(super) fn is_empty(&self, body: usize) -> bool {
        self.sizes[body].width == 0.0
    }

    /// The box of a group around its bodies, with room for its title; none where it is not framed.
    pub(super) fn frame(&self, centres: &[Point], group: usize) -> Option<Rect> {
        let bodies = self.groups[group].iter().filter(|body| !self.is_empty(**body));
        let rects = bodies.map(|body| self.rect(centres, *body));
        let inner = rects.reduce(|all, rect| all.union(&rect))?;
        let title = self.titles[group];
        let pad = measure::GROUP_PAD;
        let above = title.height + 6.0;
        let wider = (title.width + 2.0 * measure::PAD - inner.width - 2.0 * pad).max(0.0);
        Some(Rect {
            x: inner.x - pad,
            y: inner.y - above,
            width: inner.width + 2.0 * pad + wider,
            height: inner.height + above + pad,
        })
    }

    /// The placement of cards and labels, with links that run straight but for what is in their way.
    pub(super) fn placement(&self, mut centres: Vec<Point>) -> Placement {
        let frames = (0..self.groups.len())
            .filter_map(|group| Some((group, self.frame(&centres, group)?)))
            .collect();
        for (number, (from, to)) in self.ends.iter().enumerate() {
            let label = self.cards + number;
            if self.is_empty(label) && from == to {
                centres[label] = centres[*from].moved(self.sizes[*from].width / 2.0 + 24.0, 0.0);
            } else if self.is_empty(label) && !is_refinable(self) {
                centres[label] = centres[*from].middle(centres[*to]);
            }
        }
        let bends = match is_refinable(self) {
            true => detours(self, &centres),
            false => vec![(Vec::new(), Vec::new()); self.ends.len()],
        };
        let labels = centres.split_off(self.cards);
        Placement { cards: centres, labels, bends, groups: frames, ticks: Vec::new() }
    }
}
