//! Moves rectangles apart until none overlap, as little as it can.

use super::geometry::{Point, Rect, Size};

/// How many times pairs are pushed apart before the rest is settled by moving down.
const PASSES: usize = 120;

/// Moves centres until no two rectangles come nearer than `gap`, and all stay within the width where
/// one is given. Empty rectangles are left where they are.
pub(super) fn separate(centres: &mut [Point], sizes: &[Size], gap: f64, width: Option<f64>) {
    for _ in 0..PASSES {
        keep_within(centres, sizes, width);
        if !push_apart(centres, sizes, gap) {
            return;
        }
    }
    keep_within(centres, sizes, width);
    drop_down(centres, sizes, gap);
}

fn keep_within(centres: &mut [Point], sizes: &[Size], width: Option<f64>) {
    let Some(width) = width else { return };
    for (centre, size) in centres.iter_mut().zip(sizes) {
        let half = size.width / 2.0;
        centre.x = centre.x.min(width - half).max(half);
    }
}

fn is_empty(size: Size) -> bool {
    size.width == 0.0 || size.height == 0.0
}

/// The numbers of the rectangles by their left sides.
fn by_left(centres: &[Point], sizes: &[Size]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..centres.len()).filter(|n| !is_empty(sizes[*n])).collect();
    let left = |n: usize| centres[n].x - sizes[n].width / 2.0;
    order.sort_by(|a, b| left(*a).total_cmp(&left(*b)).then(a.cmp(b)));
    order
}

/// Pushes each overlapping pair apart along the shorter way; tells whether there was one.
fn push_apart(centres: &mut [Point], sizes: &[Size], gap: f64) -> bool {
    let order = by_left(centres, sizes);
    let mut moved = false;
    for (at, a) in order.iter().copied().enumerate() {
        for b in order[at + 1..].iter().copied() {
            let reach_x = (sizes[a].width + sizes[b].width) / 2.0 + gap;
            let reach_y = (sizes[a].height + sizes[b].height) / 2.0 + gap;
            let (dx, dy) = (centres[b].x - centres[a].x, centres[b].y - centres[a].y);
            if dx - sizes[b].width / 2.0 > sizes[a].width / 2.0 + gap + 60.0 {
                break;
            }
            let (over_x, over_y) = (reach_x - dx.abs(), reach_y - dy.abs());
            if over_x <= 0.01 || over_y <= 0.01 {
                continue;
            }
            moved = true;
            if over_x < over_y {
                let half = if dx < 0.0 { -over_x } else { over_x } / 2.0;
                centres[a].x -= half;
                centres[b].x += half;
            } else {
                let half = if dy < 0.0 { -over_y } else { over_y } / 2.0;
                centres[a].y -= half;
                centres[b].y += half;
            }
        }
    }
    moved
}

/// Settles what is left from top to bottom: each rectangle goes down past those above it.
fn drop_down(centres: &mut [Point], sizes: &[Size], gap: f64) {
    let mut order: Vec<usize> = (0..centres.len()).filter(|n| !is_empty(sizes[*n])).collect();
    order.sort_by(|a, b| centres[*a].y.total_cmp(&centres[*b].y).then(a.cmp(b)));
    let mut placed: Vec<Rect> = Vec::new();
    for number in order {
        let mut rect = Rect::around(centres[number], sizes[number]);
        while let Some(hit) = placed.iter().find(|other| other.grown(gap - 0.01).overlaps(&rect)) {
            rect.y = hit.bottom() + gap;
        }
        centres[number] = rect.centre();
        placed.push(rect);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_on_one_spot_comes_apart_within_the_width() {
        let sizes = vec![Size::new(30.0, 10.0); 20];
        let mut centres = vec![Point::new(50.0, 50.0); 20];
        separate(&mut centres, &sizes, 4.0, Some(100.0));
        for (n, a) in centres.iter().enumerate() {
            assert!((15.0..=85.0).contains(&a.x), "{a:?}");
            for b in &centres[n + 1..] {
                let rect = |p: &Point| Rect::around(*p, Size::new(30.0, 10.0)).grown(1.9);
                assert!(!rect(a).overlaps(&rect(b)), "{a:?} {b:?}");
            }
        }
    }
}
