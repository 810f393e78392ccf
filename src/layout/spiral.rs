//! Vogel's spiral, which spreads points evenly: each is turned by the golden angle, π(3 - √5), from the
//! one before. Only arithmetic that is the same on every machine.

use super::geometry::Point;

/// The cosine and sine of the golden angle.
const TURN: (f64, f64) = (-0.737_368_878_078_320_2, 0.675_490_294_261_523_6);

/// So many points around the origin, each with about the square of `spacing` to itself.
pub(super) fn spiral(count: usize, spacing: f64) -> Vec<Point> {
    let mut direction = (1.0, 0.0);
    let place = |number: usize| {
        let radius = spacing * (number as f64 + 0.5).sqrt();
        let point = Point::new(radius * direction.0, radius * direction.1);
        direction = (
            direction.0 * TURN.0 - direction.1 * TURN.1,
            direction.0 * TURN.1 + direction.1 * TURN.0,
        );
        point
    };
    (0..count).map(place).collect()
}
