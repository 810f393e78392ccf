//! What changed: between two days of one data set, and between two data sets.

mod data;
mod days;
mod fields;

pub use data::{DataDiff, diff_data};
pub use days::{DayDiff, diff_days};
