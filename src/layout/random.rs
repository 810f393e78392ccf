//! A small generator of random numbers with a fixed seed, so that each run draws the same.

/// A linear congruential generator (Knuth's MMIX constants).
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    /// The generator of a layout.
    pub(super) const fn new() -> Self {
        Self(0x5EED)
    }

    /// The next number, from 0 up to but not including 1.
    pub(super) fn unit(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// The next number, from -1 up to 1.
    pub(super) fn signed(&mut self) -> f64 {
        self.unit() * 2.0 - 1.0
    }

    /// The next number below `limit`, which must not be 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        ((self.unit() * limit as f64) as usize).min(limit.saturating_sub(1))
    }
}
