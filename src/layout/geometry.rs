//! Points, sizes and rectangles in pixels; x grows to the right, y downwards.
//!
//! Only `+ - * /` and `sqrt` are used, which every machine rounds alike.

/// A point.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// A point from its coordinates.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The point half-way to another.
    pub fn middle(self, other: Self) -> Self {
        self.towards(other, 0.5)
    }

    /// The point that divides the way to another, 0 for this one and 1 for the other.
    pub fn towards(self, other: Self, part: f64) -> Self {
        Self::new(self.x + (other.x - self.x) * part, self.y + (other.y - self.y) * part)
    }

    /// The distance to another.
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        (dx * dx + dy * dy).sqrt()
    }

    /// This point, moved.
    pub fn moved(self, dx: f64, dy: f64) -> Self {
        Self::new(self.x + dx, self.y + dy)
    }
}

/// A width and a height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

impl Size {
    /// A size from its two lengths.
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Rect {
    /// The rectangle of a size around a point.
    pub fn around(centre: Point, size: Size) -> Self {
        let (x, y) = (centre.x - size.width / 2.0, centre.y - size.height / 2.0);
        Self { x, y, width: size.width, height: size.height }
    }

    /// The rectangle between two points.
    pub fn spanned(a: Point, b: Point) -> Self {
        let (x, y) = (a.x.min(b.x), a.y.min(b.y));
        Self { x, y, width: a.x.max(b.x) - x, height: a.y.max(b.y) - y }
    }

    /// Its right side.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Its lower side.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Its centre.
    pub fn centre(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// It, with so much more on every side.
    pub fn grown(&self, by: f64) -> Self {
        Self {
            x: self.x - by,
            y: self.y - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }

    /// It, moved.
    pub fn moved(&self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..*self }
    }

    /// Whether the two have an inner point in common; sides may touch.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// The smallest rectangle that holds both.
    pub fn union(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self {
            x,
            y,
            width: self.right().max(other.right()) - x,
            height: self.bottom().max(other.bottom()) - y,
        }
    }

    /// Whether a segment passes through its inside: no line along a side of the rectangle or along the
    /// segment parts the two (the separating axis theorem).
    pub fn is_crossed_by(&self, from: Point, to: Point) -> bool {
        if !self.overlaps(&Self::spanned(from, to)) {
            return false;
        }
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let centre = self.centre();
        let off = dx * (centre.y - from.y) - dy * (centre.x - from.x);
        let reach = (dx.abs() * self.height + dy.abs() * self.width) / 2.0;
        off.abs() < reach || reach == 0.0
    }

    /// Where the way from its centre to a point leaves it; the point itself where that lies inside.
    pub fn exit_towards(&self, point: Point) -> Point {
        let centre = self.centre();
        let (dx, dy) = (point.x - centre.x, point.y - centre.y);
        let across = if dx == 0.0 { f64::INFINITY } else { self.width / 2.0 / dx.abs() };
        let along = if dy == 0.0 { f64::INFINITY } else { self.height / 2.0 / dy.abs() };
        centre.towards(point, across.min(along).min(1.0))
    }
}

/// Whether two segments cross in a point inside both.
pub fn segments_cross(a: (Point, Point), b: (Point, Point)) -> bool {
    let apart = |low: f64, high: f64, one: f64, other: f64| {
        (low < one && low < other && high < one && high < other)
            || (low > one && low > other && high > one && high > other)
    };
    if apart(a.0.x, a.1.x, b.0.x, b.1.x) || apart(a.0.y, a.1.y, b.0.y, b.1.y) {
        return false;
    }
    let side = |from: Point, to: Point, p: Point| {
        (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x)
    };
    side(a.0, a.1, b.0) * side(a.0, a.1, b.1) < 0.0
        && side(b.0, b.1, a.0) * side(b.0, b.1, a.1) < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Rect = Rect { x: 0.0, y: 0.0, width: 2.0, height: 2.0 };

    #[test]
    fn rectangles_that_touch_do_not_overlap() {
        assert!(!UNIT.overlaps(&UNIT.moved(2.0, 0.0)));
        assert!(UNIT.overlaps(&UNIT.moved(1.9, 1.9)));
    }

    #[test]
    fn a_segment_crosses_a_rectangle_only_through_its_inside() {
        let crosses = |a: (f64, f64), b: (f64, f64)| {
            UNIT.is_crossed_by(Point::new(a.0, a.1), Point::new(b.0, b.1))
        };
        assert!(crosses((-1.0, 1.0), (3.0, 1.0)));
        assert!(crosses((1.0, 1.0), (1.0, 5.0)));
        assert!(!crosses((-1.0, 0.0), (3.0, 0.0)));
        assert!(!crosses((3.0, 0.0), (3.0, 5.0)));
        assert!(!crosses((-1.0, 1.5), (1.0, 3.5)));
    }

    #[test]
    fn the_way_out_of_a_rectangle_ends_on_its_side() {
        assert_eq!(UNIT.exit_towards(Point::new(5.0, 1.0)), Point::new(2.0, 1.0));
        assert_eq!(UNIT.exit_towards(Point::new(1.0, -3.0)), Point::new(1.0, 0.0));
    }
}
