//! What the benches share: generated graphs, and bare searches that stand for what is possible.

mod allocator;
pub mod bare;
pub mod clock;
pub mod generate;
