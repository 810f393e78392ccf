//! From text to records: the only place that names `ron`.
//!
//! The syntax tree cuts each file into records; `ron` deserializes each record's slice into a plain
//! struct. What could not be read is kept beside what could, as [`Defect`]s.

mod claim;
mod commitment;
mod common;
mod dataset;
mod decode;
mod defect;
mod entity;
mod measure;
mod read;
mod source;
mod view;

pub use claim::{Certainty, Relation, Stance};
pub use commitment::{Binding, Commitment, Condition, Due, Event, Step, Trigger};
pub use common::{Cite, Filed, Origin};
pub use dataset::Dataset;
pub use decode::{from_ron, quote};
pub use defect::{Broken, Defect};
pub use entity::Entity;
pub use measure::{Bound, Measure};
pub use read::{RECORD_TYPES, Records, read};
pub use source::{Artefact, Join, Source, SourceKind, SourceText, Uncited};
pub use view::{GroupBy, Layout, Select, View};
