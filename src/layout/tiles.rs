//! Which of many boxes may touch a given one: a page in square tiles, each with the boxes on it.

use super::geometry::{Rect, Size};
use super::set::Set;

/// The length of a tile's side, in pixels.
const SIDE: f64 = 64.0;

/// The most tiles in a row or a column.
const MOST: f64 = 64.0;

/// A page in tiles; what lies beyond its rim counts to the tiles at the rim.
#[derive(Debug)]
pub(super) struct Tiles {
    columns: usize,
    rows: usize,
    /// The boxes on each tile, row by row.
    boxes: Vec<Set>,
    /// The tiles that each box is on.
    spans: Vec<Option<Span>>,
}

/// The tiles that a box is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    /// The first column, and the one after the last.
    columns: (usize, usize),
    /// The first row, and the one after the last.
    rows: (usize, usize),
}

impl Tiles {
    /// A page without boxes, for so many.
    pub(super) fn new(page: Size, boxes: usize) -> Self {
        let tiles = |length: f64| (length / SIDE).ceil().clamp(1.0, MOST) as usize;
        let (columns, rows) = (tiles(page.width), tiles(page.height));
        Self {
            columns,
            rows,
            boxes: vec![Set::default(); columns * rows],
            spans: vec![None; boxes],
        }
    }

    /// Puts a box where it now is.
    pub(super) fn put(&mut self, number: usize, rect: &Rect) {
        let span = Some(self.span(rect));
        if self.spans[number] == span {
            return;
        }
        self.toggle(number);
        self.spans[number] = span;
        self.toggle(number);
    }

    /// The boxes that may touch a rectangle: all that do, and some others.
    pub(super) fn near(&self, rect: &Rect) -> Set {
        let Span { columns, rows } = self.span(rect);
        let mut near = Set::default();
        for row in rows.0..rows.1 {
            for tile in &self.boxes[row * self.columns..][columns.0..columns.1] {
                near = near | *tile;
            }
        }
        near
    }

    fn toggle(&mut self, number: usize) {
        let Some(Span { columns, rows }) = self.spans[number] else { return };
        for row in rows.0..rows.1 {
            for tile in &mut self.boxes[row * self.columns..][columns.0..columns.1] {
                tile.toggle(number);
            }
        }
    }

    fn span(&self, rect: &Rect) -> Span {
        let tiles = |first: f64, last: f64, count: usize| {
            let tile = |at: f64| ((at / SIDE) as usize).min(count - 1);
            (tile(first), tile(last) + 1)
        };
        Span {
            columns: tiles(rect.x, rect.right(), self.columns),
            rows: tiles(rect.y, rect.bottom(), self.rows),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect { x: 10.0, y: 10.0, width: 20.0, height: 100.0 };

    #[test]
    fn a_box_is_near_where_it_was_put_last() {
        let mut tiles = Tiles::new(Size::new(300.0, 200.0), 2);
        tiles.put(1, &BOX);
        assert_eq!(tiles.near(&BOX.moved(20.0, 90.0)).iter().collect::<Vec<_>>(), [1]);
        assert_eq!(tiles.near(&BOX.moved(120.0, 0.0)), Set::default());
        tiles.put(1, &BOX.moved(120.0, 0.0));
        assert_eq!(tiles.near(&BOX), Set::default());
        assert_eq!(tiles.near(&BOX.moved(120.0, 0.0)).iter().collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn boxes_beyond_the_rim_find_each_other() {
        let mut tiles = Tiles::new(Size::new(f64::INFINITY, 200.0), 1);
        tiles.put(0, &BOX.moved(-9000.0, 5000.0));
        assert_eq!(tiles.near(&BOX.moved(-8990.0, 5050.0)).iter().collect::<Vec<_>>(), [0]);
    }
}
