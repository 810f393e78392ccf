//! What the benches share: generated graphs, and bare searches that stand for what is possible.

pub mod bare;
pub mod clock;
pub mod generate;
