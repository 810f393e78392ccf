//! What began, ended or changed between two days, surely or perhaps.

use super::super::Answer;
use super::super::document::{CiteRef, StatusRef, truth_word};
use super::super::text;
use crate::graph::{EdgeView, NodeView, Slice, Standing};
use crate::time::{AsOf, Extent, Truth};
use crate::vocabulary::Nature;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write;

/// Something that changed, or may have.
#[derive(Debug, Clone)]
struct Change<'g> {
    truth: Truth,
    /// In words, such as "began" or "began or ended".
    how: String,
    what: String,
    ids: Vec<&'g str>,
    /// Its dates in words; none for the status of a commitment.
    when: Option<String>,
    /// The statuses of a commitment on the two days.
    status: Option<(Standing, Standing)>,
    cites: Vec<CiteRef>,
}

/// What changed between two days.
#[derive(Debug, Clone)]
pub struct DayDiff<'g> {
    from: AsOf,
    to: AsOf,
    changes: Vec<Change<'g>>,
    undated: usize,
}

/// What began, ended or changed between two days, the later one last; of a longer span, the last day
/// counts. What can't be told is kept as "perhaps", unless the slice asks for what is certain. The
/// slice's own date is not looked at; where it names kinds, only relations and not nodes are told.
pub fn diff_days<'g>(slice: &Slice<'g>, from: AsOf, to: AsOf) -> DayDiff<'g> {
    let graph = slice.graph();
    let mut diff = DayDiff { from, to, changes: Vec::new(), undated: 0 };
    let scope = slice.scope();
    let nodes = graph.nodes().filter(|node| !scope.avoid.contains(&node.index()));
    for node in nodes.filter(|_| scope.kinds.is_empty()) {
        let change = match node.commitment() {
            Some(_) => diff.status(node),
            None => diff.existence(node),
        };
        diff.changes.extend(change);
    }
    for edge in graph.edges().filter(|edge| edge.relation().is_some()) {
        if !slice.admits_at_any_time(edge.index()) {
            continue;
        }
        match edge.extent().is_undated() {
            true => diff.undated += 1,
            false => diff.changes.extend(diff.relation(edge)),
        }
    }
    diff.changes.retain(|change| slice.keeps(change.truth));
    diff.changes.sort_by_key(|change| !change.truth.is_yes());
    diff
}

/// How something changed between two days, and whether surely.
fn changed(extent: &Extent, from: &AsOf, to: &AsOf) -> (Truth, String) {
    let began = if extent.is_occurrence() { "took place" } else { "began" };
    let answers = [
        (extent.began_between(from, to), began),
        (extent.ended_between(from, to), "ended"),
        (extent.passed_between(from, to), "came and went"),
    ];
    if let Some((truth, how)) = answers.iter().find(|(truth, _)| truth.is_yes()) {
        return (*truth, (*how).into());
    }
    let open = answers.iter().filter(|(truth, _)| *truth == Truth::Unknown);
    let words: Vec<&str> = open.map(|(_, how)| *how).collect();
    let truth = if words.is_empty() { Truth::No } else { Truth::Unknown };
    (truth, words.join(" or "))
}

impl<'g> DayDiff<'g> {
    /// A commitment that was another status on the second day.
    fn status(&self, node: NodeView<'g>) -> Option<Change<'g>> {
        let (old, new) = (node.standing(Some(&self.from))?, node.standing(Some(&self.to))?);
        Some(Change {
            truth: new.differs(&old),
            how: "changed".into(),
            what: format!("{}: {} → {}", node.name(), text::statuses(&old), text::statuses(&new)),
            ids: vec![node.id()],
            when: new.decides.clone().or(old.decides.clone()),
            status: Some((old, new)),
            cites: CiteRef::all(node.graph(), node.origin()),
        })
    }

    /// An entity that came into being or ceased to be; an event that took place.
    fn existence(&self, node: NodeView<'g>) -> Option<Change<'g>> {
        node.entity().filter(|_| !node.extent().is_undated())?;
        let is_event = node.nature() == Some(Nature::Event);
        let told = node.extent();
        let extent = if is_event { told.clone().as_occurrence() } else { told.clone() };
        let (truth, how) = changed(&extent, &self.from, &self.to);
        Some(Change {
            truth,
            how,
            what: format!("{} ({})", node.name(), node.kind_label()),
            ids: vec![node.id()],
            when: Some(told.in_words()),
            status: None,
            cites: CiteRef::all(node.graph(), node.origin()),
        })
    }

    /// A relation that began to hold, ceased to, or took place.
    fn relation(&self, edge: EdgeView<'g>) -> Option<Change<'g>> {
        let (source, target) = (edge.source(), edge.target());
        let (truth, how) = changed(edge.extent(), &self.from, &self.to);
        let claims = text::claims(edge);
        Some(Change {
            truth,
            how,
            what: format!("{} —{}→ {}{claims}", source.name(), edge.label(false), target.name()),
            ids: vec![source.id(), target.id()],
            when: Some(edge.extent().in_words()),
            status: None,
            cites: CiteRef::all(source.graph(), edge.origin()),
        })
    }
}

/// The answer to `diff --from DATE --to DATE`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DayDiffBody {
    /// The first day, as an EDTF date; of a longer span, the last day counts.
    pub from: String,
    /// The second day.
    pub to: String,
    /// What changed, or may have: what surely did first, then nodes before relations, in the order
    /// of the files.
    pub changes: Vec<ChangeBody>,
    /// How many relations no date places in time; of them, nothing can be told.
    pub undated: usize,
}

/// Something that changed, or may have.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeBody {
    /// Whether it changed: `yes` or `can't tell`.
    pub truth: String,
    /// How: `began`, `ended`, `came and went`, `took place` or `changed`; several, joined by `or`,
    /// where it can't be told which.
    pub how: String,
    /// What changed, in words.
    pub what: String,
    /// The ids of what it is about.
    pub ids: Vec<String>,
    /// Its dates, or what would decide its status, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The status of a commitment on the first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<StatusRef>,
    /// The status of a commitment on the second day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<StatusRef>,
    /// The passages that back it.
    pub cites: Vec<CiteRef>,
}

impl Change<'_> {
    fn body(&self) -> ChangeBody {
        ChangeBody {
            truth: truth_word(self.truth),
            how: self.how.clone(),
            what: self.what.clone(),
            ids: self.ids.iter().map(|id| (*id).to_owned()).collect(),
            when: self.when.clone(),
            old: self.status.as_ref().map(|(old, _)| StatusRef::of(old)),
            new: self.status.as_ref().map(|(_, new)| StatusRef::of(new)),
            cites: self.cites.clone(),
        }
    }

    fn line(&self) -> String {
        let when = self.when.as_ref().map(|when| format!(" ({when})")).unwrap_or_default();
        let cites = text::places(self.cites.iter().map(text::cited).collect());
        let line = format!("  {}: {}{when}  {cites}", self.how, self.what);
        format!("{}\n", line.trim_end())
    }
}

impl Answer for DayDiff<'_> {
    const QUESTION: &'static str = "diff";
    type Body = DayDiffBody;

    fn body(&self) -> DayDiffBody {
        DayDiffBody {
            from: self.from.to_string(),
            to: self.to.to_string(),
            changes: self.changes.iter().map(Change::body).collect(),
            undated: self.undated,
        }
    }

    fn text(&self) -> String {
        let days = format!("between {} and {}", self.from.in_words(), self.to.in_words());
        let mut out = String::new();
        for (truth, title) in [(Truth::Yes, "Surely"), (Truth::Unknown, "Perhaps")] {
            let changes: Vec<&Change<'_>> =
                self.changes.iter().filter(|change| change.truth == truth).collect();
            if !changes.is_empty() {
                writeln!(out, "{title}, {days}:").unwrap_or_default();
                changes.iter().for_each(|change| out.push_str(&change.line()));
            }
        }
        if out.is_empty() {
            writeln!(out, "Nothing changed {days}.").unwrap_or_default();
        }
        if self.undated > 0 {
            let (n, be) =
                (self.undated, if self.undated == 1 { "relation is" } else { "relations are" });
            writeln!(out, "\n{n} {be} undated").unwrap_or_default();
        }
        out
    }

    /// That nothing changed is an answer too.
    fn is_empty(&self) -> bool {
        false
    }
}
