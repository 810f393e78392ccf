//! When records held, as far as their fields tell.

use crate::record::{Commitment, Entity, Event, Relation, Step};
use crate::time::{Date, Extent, Interval, Stated};
use crate::vocabulary::{Holding, RelationKind};

/// When an entity existed.
pub(super) fn of_entity(entity: &Entity) -> Extent {
    let extent = interval(Extent::new(), entity.life.as_ref());
    bounds(extent, entity.began_after.as_ref(), entity.ended_before.as_ref())
}

/// When a relation held, or from when on an occurrence is true.
pub(super) fn of_relation(relation: &Relation, kind: Option<&RelationKind>) -> Extent {
    let occurrence = kind.is_some_and(|kind| kind.holding == Holding::Occurrence);
    let extent = if occurrence { Extent::new().as_occurrence() } else { Extent::new() };
    let mut extent = interval(extent, relation.during.as_ref());
    for date in relation.attested.iter().filter_map(Stated::get) {
        extent = extent.attested(date);
    }
    extent = bounds(extent, relation.began_after.as_ref(), relation.ended_before.as_ref());
    match relation.duration.as_ref().and_then(Stated::get) {
        Some(duration) => extent.lasted(duration),
        None => extent,
    }
}

/// From when on a commitment has been spoken of: from the first step of its history on that has a
/// date, or is known to have been taken before one.
pub(super) fn of_commitment(commitment: &Commitment) -> Extent {
    let first = commitment.history.iter().find_map(|event| event.on.as_ref()?.get());
    let before = commitment.history.iter().find_map(|event| event.before.as_ref()?.get());
    let extent = match (first, before) {
        (Some(first), _) => Extent::occurrence(first),
        (None, Some(before)) => Extent::new().as_occurrence().ended_before(before),
        (None, None) => Extent::undated(),
    };
    let is_end = |event: &&Event| matches!(event.step, Step::Terminated | Step::Lapsed);
    let end = commitment.history.iter().rfind(is_end).and_then(|event| event.on.as_ref()?.get());
    match (first, end) {
        (Some(first), Some(end)) => {
            let text = format!("{first}/{end}");
            text.parse().map_or(extent, |interval: Interval| Extent::new().during(&interval))
        }
        _ => extent,
    }
}

fn interval(extent: Extent, interval: Option<&Stated<Interval>>) -> Extent {
    match interval.and_then(Stated::get) {
        Some(interval) => extent.during(interval),
        None => extent,
    }
}

fn bounds(
    mut extent: Extent,
    after: Option<&Stated<Date>>,
    before: Option<&Stated<Date>>,
) -> Extent {
    if let Some(after) = after.and_then(Stated::get) {
        extent = extent.began_after(after);
    }
    if let Some(before) = before.and_then(Stated::get) {
        extent = extent.ended_before(before);
    }
    extent
}
