//! The named views: what each shows, and where.

use super::body::{GroupBody, ViewBody, WalkStep};
use super::{all_numbered, indexes, times};
use crate::graph::{Graph, Scope};
use crate::layout::arrange;
use crate::record::View;
use crate::scene::{Scene, build};
use rayon::prelude::*;

/// Every view, in the order of the records.
pub(super) fn bodies(graph: &Graph) -> Vec<ViewBody> {
    graph.records().views.par_iter().map(|view| body(graph, view)).collect()
}

fn body(graph: &Graph, view: &View) -> ViewBody {
    let scene = build(graph, view, Scope::default());
    let mut drawn = arrange(&scene).nodes;
    drawn.sort_unstable_by_key(|node| node.node);
    let nodes: Vec<_> = scene.nodes.iter().map(|node| node.index).collect();
    let date = view.as_of.as_ref();
    let step = |(ids, caption): &(Vec<String>, String)| WalkStep {
        nodes: all_numbered(graph, ids),
        caption: caption.clone(),
    };
    ViewBody {
        id: view.id.clone(),
        title: view.title.clone(),
        says: view.says.clone(),
        nodes: indexes(&nodes),
        links: scene.edges.iter().map(|edge| edge.index.index()).collect(),
        x: drawn.iter().map(|node| node.bounds.centre().x).collect(),
        y: drawn.iter().map(|node| node.bounds.centre().y).collect(),
        as_of: date.map(|date| date.text.to_string()),
        as_of_day: date.and_then(|date| date.get()).map(times::last_day),
        groups: groups(&scene),
        steps: view.steps.iter().map(step).collect(),
    }
}

fn groups(scene: &Scene) -> Vec<GroupBody> {
    let titles = scene.groups.iter().enumerate();
    let body = |(number, title): (usize, &String)| {
        let members = scene.nodes.iter().filter(|node| node.group == Some(number));
        GroupBody { title: title.clone(), nodes: members.map(|n| n.index.index()).collect() }
    };
    titles.map(body).collect()
}
