//! What data sets and records say of checks: levels, and waivers.

use super::needless_waiver::needless;
use crate::diagnostic::{Level, Levels, Selector, Sink, Waiver};
use crate::graph::Graph;
use crate::record::{Filed, Origin};

/// The levels that a data set sets.
pub fn levels_of(graph: &Graph) -> Levels {
    let Some(dataset) = graph.dataset() else { return Levels::default() };
    let lists = [
        (&dataset.allow, Level::Allow),
        (&dataset.warn, Level::Warn),
        (&dataset.deny, Level::Deny),
    ];
    let set = |(names, level): (&Vec<String>, Level)| -> Vec<(Selector, Level)> {
        names.iter().map(|name| (Selector::parse(name), level)).collect()
    };
    Levels(lists.into_iter().flat_map(set).collect())
}

/// Takes out the findings that records waive, and adds those about waivers that waive nothing.
pub fn waive(graph: &Graph, sink: &mut Sink) {
    let waivers = waivers(graph);
    let needless: Vec<_> = sink.waive(&waivers).into_iter().map(needless).collect();
    needless.into_iter().for_each(|finding| sink.push(finding));
}

fn waivers(graph: &Graph) -> Vec<Waiver> {
    let records = graph.records();
    let mut all = Vec::new();
    let mut add = |origin: Origin, allow: &[(String, String)]| {
        for (i, (check, _)) in allow.iter().enumerate() {
            let list = origin.place().field("allow");
            let at = list.item(i);
            let removal = if allow.len() == 1 { list } else { at.clone() };
            let (file, record) = (origin.file, origin.record);
            all.push(Waiver { file, record, check: check.clone(), at, removal });
        }
    };
    records.entities.iter().for_each(|r: &Filed<_>| add(r.origin, &r.record.allow));
    records.relations.iter().for_each(|r| add(r.origin, &r.record.allow));
    records.commitments.iter().for_each(|r| add(r.origin, &r.record.allow));
    records.measures.iter().for_each(|r| add(r.origin, &r.record.allow));
    records.sources.iter().for_each(|r| add(r.origin, &r.record.allow));
    records.views.iter().for_each(|r| add(r.origin, &r.record.allow));
    all
}
