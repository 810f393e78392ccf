//! Dates as sources give them (EDTF, ISO 8601-2 level 1), durations (ISO 8601-1), and what can be
//! said of them without inventing an instant.
//!
//! A [`Date`] is a run of days, never a point. An [`Extent`] gathers what a source tells of when
//! something held; its *readings* are all the starts and ends that agree with that. A question is
//! answered [`Truth::Yes`] or [`Truth::No`] where every reading agrees, else [`Truth::Unknown`].
//! The calendar (proleptic Gregorian, the years -9999 to 9999) is `jiff`'s.

mod as_of;
mod change;
mod compare;
mod date;
mod days;
mod duration;
mod error;
mod extent;
mod hint;
mod interval;
mod parse;
mod pieces;
mod spell;
mod stated;
mod truth;
mod window;
mod words;

pub use as_of::AsOf;
pub use compare::compare;
pub use date::{Date, Precision};
pub use days::{Days, ExtentDays};
pub use duration::Duration;
pub use error::DateError;
pub use extent::{Extent, Verdict};
pub use interval::{Bound, Interval};
pub use pieces::pieces;
pub use stated::Stated;
pub use truth::Truth;
pub use window::Window;

/// A day of the proleptic Gregorian calendar, from -9999-01-01 to 9999-12-31.
pub type Day = jiff::civil::Date;
