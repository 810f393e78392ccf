//! Makes a scene of a selection.

use super::{Line, Scene, SceneEdge, SceneNode, Selection, select, select_all};
use crate::graph::{EdgeView, Graph, NodeIndex, NodeView, Scope, Slice, Standing, Status};
use crate::record::{GroupBy, Layout, Origin, Select, SourceKind, Stance, View};
use crate::time::{AsOf, Day, Extent, Truth};
use crate::vocabulary::{Nature, Role};
use std::collections::BTreeMap;

/// The scene of a view; a date of the view's own wins over the scope's.
pub fn build(graph: &Graph, view: &View, scope: Scope) -> Scene {
    let own = view.as_of.as_ref().and_then(|date| date.get()).and_then(|d| AsOf::try_from(*d).ok());
    let slice = Slice::new(graph, Scope { as_of: own.or(scope.as_of), ..scope });
    let selection = select(&slice, view);
    let scene = Scene {
        id: view.id.clone(),
        title: view.title.clone(),
        says: view.says.clone(),
        nodes: Vec::new(),
        edges: Vec::new(),
        groups: Vec::new(),
        focus: focus(graph, view, &selection),
        layout: view.layout,
        as_of: slice.scope().as_of,
        footer: footer(&slice),
    };
    fill(&slice, &selection, view.group_by, scene)
}

/// The scene of the whole graph.
pub fn whole(graph: &Graph, scope: Scope, group_by: Option<GroupBy>) -> Scene {
    let slice = Slice::new(graph, scope);
    let selection = select_all(&slice);
    let dataset = graph.dataset();
    let scene = Scene {
        id: dataset.map_or_else(String::new, |d| d.id.clone()),
        title: dataset.map_or_else(String::new, |d| d.title.clone()),
        says: dataset.map_or_else(String::new, |d| d.description.clone()),
        nodes: Vec::new(),
        edges: Vec::new(),
        groups: Vec::new(),
        focus: None,
        layout: Layout::Force,
        as_of: slice.scope().as_of,
        footer: footer(&slice),
    };
    fill(&slice, &selection, group_by, scene)
}

/// The scene of chosen nodes and edges, laid out from left to right.
pub fn drawn(slice: &Slice<'_>, selection: &Selection, title: &str) -> Scene {
    let scene = Scene {
        id: "paths".into(),
        title: title.into(),
        says: String::new(),
        nodes: Vec::new(),
        edges: Vec::new(),
        groups: Vec::new(),
        focus: None,
        layout: Layout::Layered,
        as_of: slice.scope().as_of,
        footer: footer(slice),
    };
    fill(slice, selection, None, scene)
}

fn fill(
    slice: &Slice<'_>,
    selection: &Selection,
    group_by: Option<GroupBy>,
    mut scene: Scene,
) -> Scene {
    let graph = slice.graph();
    let mut numbers: BTreeMap<NodeIndex, usize> = BTreeMap::new();
    let mut groups: BTreeMap<String, usize> = BTreeMap::new();
    for (number, index) in selection.nodes.iter().enumerate() {
        numbers.insert(*index, number);
        let node = graph.node(*index);
        let group = group_by.and_then(|by| group_of(node, by));
        let next = groups.len();
        let group = group.map(|title| *groups.entry(title).or_insert(next));
        scene.nodes.push(scene_node(slice, node, group));
    }
    let mut titles: Vec<(usize, String)> = groups.into_iter().map(|(t, n)| (n, t)).collect();
    titles.sort_unstable();
    scene.groups = titles.into_iter().map(|(_, title)| title).collect();
    for index in &selection.edges {
        let edge = graph.edge(*index);
        let ends = (numbers.get(&edge.source().index()), numbers.get(&edge.target().index()));
        if let (Some(from), Some(to)) = ends {
            scene.edges.push(scene_edge(slice, edge, *from, *to));
        }
    }
    scene
}

/// The name of a node's tone among the tokens.
pub fn tone(node: NodeView<'_>) -> &str {
    match (node.commitment(), node.relation()) {
        (Some(_), _) => "commitment",
        (_, Some(_)) => "claim",
        _ => node.graph().vocabulary().tone(node.kind()).unwrap_or("issue"),
    }
}

fn scene_node(slice: &Slice<'_>, node: NodeView<'_>, group: Option<usize>) -> SceneNode {
    let as_of = slice.scope().as_of.as_ref();
    let standing = node.standing(as_of);
    let line = match (&standing, as_of) {
        (Some(standing), _) => line_of_commitment(standing),
        // Most entities have no dates of their own, which says nothing of their being there.
        (None, Some(as_of)) if !node.extent().is_undated() => {
            line_of(node.extent().holds_on(as_of).truth, Stance::Fact)
        }
        _ => Line::Stated,
    };
    let status = standing.map(|standing| standing.to_string());
    let background = background(slice, node.origin());
    let detail: Vec<String> = status.into_iter().chain(background.map(str::to_owned)).collect();
    SceneNode {
        index: node.index(),
        id: node.id().into(),
        label: node.name().into(),
        detail: detail.join(", "),
        kind: node.kind_label(),
        tone: tone(node).into(),
        line,
        group,
        day: first_day(&node.extent()),
    }
}

fn scene_edge(slice: &Slice<'_>, edge: EdgeView<'_>, from: usize, to: usize) -> SceneEdge {
    let truth = slice.holds(edge.index()).truth;
    let beside: Vec<String> = edge
        .dates()
        .into_iter()
        .chain(background(slice, edge.origin()).map(str::to_owned))
        .collect();
    let label = match beside.as_slice() {
        [] => edge.label(false).to_owned(),
        _ => format!("{} ({})", edge.label(false), beside.join(", ")),
    };
    SceneEdge {
        index: edge.index(),
        from,
        to,
        label,
        family: edge.family(),
        line: line_of(truth, edge.stance()),
        directed: !edge.is_symmetric(),
        day: first_day(edge.extent()),
    }
}

/// The word that tells apart what no text of the data set says.
fn background(slice: &Slice<'_>, origin: Origin) -> Option<&'static str> {
    slice.graph().evidence().is_background(origin).then_some("background")
}

/// The first day on which it may have begun, else the last, where either is bounded.
fn first_day(extent: &Extent) -> Option<Day> {
    let start = extent.start_window();
    start.earliest().or(start.latest())
}

/// The node that a view is about: the first that it names.
fn focus(graph: &Graph, view: &View, selection: &Selection) -> Option<usize> {
    let named = view.show.iter().find_map(|select| match select {
        Select::Ids(ids) => ids.first(),
        Select::Around(id, _) | Select::Parts(id) => Some(id),
        _ => None,
    })?;
    let index = graph.find(named)?.index();
    selection.nodes.iter().position(|node| *node == index)
}

/// What nobody has undertaken yet is drawn as a judgement, what is over as ended.
fn line_of_commitment(standing: &Standing) -> Line {
    let is_ahead = |status| {
        use Status::{Expected, NotYet, Proposed, Recommended};
        matches!(status, NotYet | Expected | Proposed | Recommended)
    };
    match (standing.is_undertaken(), standing.is(is_ahead)) {
        (Truth::Yes, _) => Line::Stated,
        (Truth::No, Truth::Yes) => Line::Inferred,
        (Truth::No, Truth::No) => Line::Ended,
        _ => Line::Open,
    }
}

fn line_of(truth: Truth, stance: Stance) -> Line {
    match (truth, stance) {
        (Truth::No, _) => Line::Ended,
        (_, Stance::Disputed) => Line::Disputed,
        (Truth::Unknown, _) => Line::Open,
        (Truth::Yes, Stance::Fact) => Line::Stated,
        (Truth::Yes, _) => Line::Inferred,
    }
}

fn group_of(node: NodeView<'_>, by: GroupBy) -> Option<String> {
    match by {
        GroupBy::Kind => Some(match node.entity() {
            Some(entity) => {
                let kind = node.graph().vocabulary().entity(&entity.kind.0);
                kind.map_or_else(|| entity.kind.to_string(), |kind| kind.plural.clone())
            }
            None => "commitments".into(),
        }),
        GroupBy::Status => node.status().map(|standing| standing.to_string()),
        GroupBy::Polity => neighbour(node, Nature::Polity),
        GroupBy::Instrument => match node.nature() {
            Some(Nature::Instrument) => Some(node.name().into()),
            _ => {
                let whole = node.edges().into_iter().find(|edge| {
                    let inwards = edge.source().index() == node.index();
                    match edge.role() {
                        Some(Role::Whole) => inwards,
                        Some(Role::Instrument) => !inwards,
                        _ => false,
                    }
                })?;
                let other = whole.other(node.index());
                let above = neighbour_by_role(other, Role::Whole);
                Some(above.unwrap_or(other).name().into())
            }
        },
    }
}

fn neighbour_by_role(node: NodeView<'_>, role: Role) -> Option<NodeView<'_>> {
    let up =
        |edge: &EdgeView<'_>| edge.role() == Some(role) && edge.source().index() == node.index();
    node.edges().into_iter().find(up).map(|edge| edge.target())
}

/// The one node of a nature that a node is tied to as a member, office, part or subject.
fn neighbour(node: NodeView<'_>, nature: Nature) -> Option<String> {
    if node.nature() == Some(nature) {
        return Some(node.name().into());
    }
    let of_family = |edge: &EdgeView<'_>| edge.family() == crate::vocabulary::Family::Membership;
    let mut found: Vec<&str> = node
        .edges()
        .into_iter()
        .filter(of_family)
        .map(|edge| edge.other(node.index()))
        .filter(|other| other.nature() == Some(nature))
        .map(|other| other.name())
        .collect();
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [one] => Some((*one).to_owned()),
        _ => None,
    }
}

fn footer(slice: &Slice<'_>) -> String {
    let sources = slice.graph().records().sources.iter();
    let titles: Vec<String> = sources
        .filter(|source| source.kind == SourceKind::Publication)
        .map(|source| match &source.series {
            Some(series) => format!("{} ({series})", source.title),
            None => source.title.clone(),
        })
        .collect();
    let when = match &slice.scope().as_of {
        Some(as_of) => format!("as of {}", as_of.date().in_words()),
        None => match slice.graph().reference_date() {
            Some(date) => format!("all times; statuses as of {}", date.in_words()),
            None => "all times".into(),
        },
    };
    let shown = format!("Shown {when}.");
    match titles.as_slice() {
        [] => shown,
        [title] => format!("Source: {title}. {shown}"),
        _ => format!("Sources: {}. {shown}", titles.join("; ")),
    }
}
