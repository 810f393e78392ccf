//! What took place, in the order of its earliest possible day.

use super::document::{CiteRef, HoldsRef, NodeRef};
use super::text;
use super::{Answer, Table};
use crate::graph::{EdgeView, NodeView, Slice};
use crate::record::{Certainty, Due, Event, Measure, Origin, Stance};
use crate::time::{AsOf, Bound, Date, Day, Interval, Stated, Truth, Verdict};
use crate::vocabulary::{Holding, Nature};
use jiff::ToSpan;
use schemars::JsonSchema;
use serde::Serialize;

/// A date with the days that it may mean; none where it is open on that side.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment {
    words: String,
    earliest: Option<Day>,
    latest: Option<Day>,
}

/// Something on the line.
#[derive(Debug, Clone)]
struct Entry {
    moment: Moment,
    sort: &'static str,
    what: String,
    ids: Vec<String>,
    stance: Stance,
    certainty: Certainty,
    cites: Vec<CiteRef>,
}

/// What took place, in order.
#[derive(Debug, Clone)]
pub struct Timeline<'g> {
    node: Option<NodeView<'g>>,
    as_of: Option<AsOf>,
    entries: Vec<Entry>,
    undated: usize,
}

/// What took place in a slice, to one node or to all: what existed and held, the steps of
/// commitments and when they are due, and figures. As of a date, what surely came later is left out;
/// where the slice names kinds, only relations are told.
pub fn timeline<'g>(slice: &Slice<'g>, node: Option<NodeView<'g>>) -> Timeline<'g> {
    let mut gathered = Gathered::new(slice, node);
    gathered.gather();
    let Gathered { mut entries, undated, .. } = gathered;
    let as_of = slice.scope().as_of;
    entries.retain(|entry| as_of.is_none_or(|day| slice.keeps(entry.moment.come_by(&day))));
    entries.sort_by_key(|entry| entry.moment.order());
    Timeline { node, as_of, entries, undated }
}

impl Moment {
    fn of(date: &Date) -> Self {
        let days = date.reach();
        Self { words: date.in_words(), earliest: days.earliest(), latest: days.latest() }
    }

    fn led(self, word: &str) -> Self {
        Self { words: format!("{word} {}", self.words), ..self }
    }

    fn after(date: &Date) -> Self {
        let earliest = Some(date.latest().saturating_add(1.day()));
        Self { words: format!("after {}", date.in_words()), earliest, latest: None }
    }

    fn before(date: &Date) -> Self {
        let latest = Some(date.earliest().saturating_sub(1.day()));
        Self { words: format!("before {}", date.in_words()), earliest: None, latest }
    }

    /// The moments of an interval: one, or the start and the end of a state.
    fn of_interval(interval: &Interval, is_state: bool) -> Vec<Self> {
        match interval {
            Interval::Through(date) => vec![Self::of(date)],
            Interval::Between(start, end) => {
                let (from, to) =
                    if is_state { ("from", "until") } else { ("not before", "not after") };
                let side = |bound: &Bound, word: &str| match bound {
                    Bound::On(date) => Some(Self::of(date).led(word)),
                    Bound::Open | Bound::Unknown => None,
                };
                side(start, from).into_iter().chain(side(end, to)).collect()
            }
        }
    }

    /// By its earliest day, or where it has none by its latest.
    fn order(&self) -> (Option<Day>, Option<Day>) {
        (self.earliest.or(self.latest), self.latest.or(self.earliest))
    }

    /// Whether it had come by a day, or by the last day of a longer span.
    fn come_by(&self, day: &AsOf) -> Truth {
        let last = day.date().latest();
        if self.earliest.is_some_and(|earliest| earliest > last) {
            Truth::No
        } else if self.latest.is_some_and(|latest| latest <= last) {
            Truth::Yes
        } else {
            Truth::Unknown
        }
    }
}

/// What is being gathered.
struct Gathered<'g> {
    slice: Slice<'g>,
    node: Option<NodeView<'g>>,
    entries: Vec<Entry>,
    undated: usize,
}

impl<'g> Gathered<'g> {
    fn new(slice: &Slice<'g>, node: Option<NodeView<'g>>) -> Self {
        Self { slice: slice.clone(), node, entries: Vec::new(), undated: 0 }
    }

    fn gather(&mut self) {
        let slice = self.slice.clone();
        let graph = slice.graph();
        for edge in graph.edges().filter(|edge| slice.admits_at_any_time(edge.index())) {
            self.relation(edge);
        }
        if slice.scope().kinds.is_empty() {
            graph.nodes().for_each(|node| self.existence(node));
            graph.nodes().for_each(|node| self.commitment(node));
            graph
                .records()
                .measures
                .iter()
                .for_each(|measure| self.figure(measure, measure.origin));
        }
    }

    /// Whether a node is the one asked about, or all are.
    fn is_asked(&self, node: NodeView<'_>) -> bool {
        self.node.is_none_or(|asked| asked.index() == node.index())
    }

    /// Adds an entry for each moment; none at all counts as undated.
    fn add(&mut self, moments: Vec<Moment>, entry: impl Fn(Moment) -> Entry) {
        if moments.is_empty() {
            self.undated += 1;
        }
        self.entries.extend(moments.into_iter().map(entry));
    }

    /// When an entity existed or took place.
    fn existence(&mut self, node: NodeView<'g>) {
        let Some(entity) = node.entity().filter(|_| self.is_asked(node)) else { return };
        if self.slice.scope().avoid.contains(&node.index()) {
            return;
        }
        let moments =
            moments(true, entity.life.as_ref(), &[], (&entity.began_after, &entity.ended_before));
        let is_event = matches!(node.nature(), Some(Nature::Event));
        if moments.is_empty() && !is_event {
            return;
        }
        self.add(moments, |moment| Entry {
            moment,
            sort: "entity",
            what: format!("{} ({})", node.name(), node.kind_label()),
            ids: vec![node.id().into()],
            stance: Stance::Fact,
            certainty: Certainty::Certain,
            cites: CiteRef::all(node.graph(), node.origin()),
        });
    }

    /// When a relation held or took place.
    fn relation(&mut self, edge: EdgeView<'g>) {
        let Some(relation) = edge.relation() else { return };
        let (from, to) = (edge.source(), edge.target());
        if !self.is_asked(from) && !self.is_asked(to) {
            return;
        }
        let kind = self.slice.graph().vocabulary().relation(&relation.kind.0);
        let is_state = kind.is_none_or(|kind| kind.holding == Holding::State);
        let outer = (&relation.began_after, &relation.ended_before);
        let moments = moments(is_state, relation.during.as_ref(), &relation.attested, outer);
        let claims = text::claims(edge);
        self.add(moments, |moment| Entry {
            moment,
            sort: "relation",
            what: format!("{} —{}→ {}{claims}", from.name(), edge.label(false), to.name()),
            ids: vec![from.id().into(), to.id().into()],
            stance: edge.stance(),
            certainty: edge.certainty(),
            cites: CiteRef::all(from.graph(), edge.origin()),
        });
    }

    /// The steps of a commitment, and when it is due.
    fn commitment(&mut self, node: NodeView<'g>) {
        let Some(commitment) = node.commitment() else { return };
        let plays =
            |edge: &EdgeView<'_>| edge.role().is_some() && self.is_asked(edge.other(node.index()));
        if !self.is_asked(node) && !node.edges().iter().any(plays) {
            return;
        }
        let entry = |moment, sort, what, cites| Entry {
            moment,
            sort,
            what,
            ids: vec![node.id().into()],
            stance: Stance::Fact,
            certainty: commitment.certainty,
            cites,
        };
        for (number, event) in commitment.history.iter().enumerate() {
            let part = node.place().field("history").item(number);
            let cites = CiteRef::part(node.graph(), node.origin(), &part);
            let what = format!("{}: {}", node.name(), event.step.word());
            self.add(step(event), |moment| entry(moment, "step", what.clone(), cites.clone()));
        }
        if let Some(moment) = commitment.due.as_ref().and_then(due) {
            let cites = CiteRef::all(node.graph(), node.origin());
            self.entries.push(entry(moment, "due", format!("{}: due", node.name()), cites));
        }
    }

    /// When a figure was so.
    fn figure(&mut self, measure: &Measure, origin: Origin) {
        let graph = self.slice.graph();
        let Some(of) = graph.find(&measure.of) else { return };
        if !self.is_asked(of) {
            return;
        }
        let at = measure.at.as_ref().and_then(Stated::get).map(Moment::of);
        self.add(at.into_iter().collect(), |moment| Entry {
            moment,
            sort: "figure",
            what: format!("{}: {}", of.name(), super::show::amount(measure)),
            ids: vec![of.id().into()],
            stance: measure.stance,
            certainty: measure.certainty,
            cites: CiteRef::all(graph, origin),
        });
    }
}

/// The moments that a record states.
fn moments(
    is_state: bool,
    during: Option<&Stated<Interval>>,
    attested: &[Stated<Date>],
    (after, before): (&Option<Stated<Date>>, &Option<Stated<Date>>),
) -> Vec<Moment> {
    let during = during.and_then(Stated::get);
    let word = if is_state { "attested" } else { "" };
    let mut moments: Vec<Moment> =
        during.map(|interval| Moment::of_interval(interval, is_state)).unwrap_or_default();
    for date in attested.iter().filter_map(Stated::get) {
        moments.push(if is_state { Moment::of(date).led(word) } else { Moment::of(date) });
    }
    let (began, ended) = if is_state { ("began", "ended") } else { ("", "") };
    let outer =
        |moment: Moment, word: &str| if word.is_empty() { moment } else { moment.led(word) };
    let date = |stated: &Option<Stated<Date>>| stated.as_ref().and_then(Stated::get).copied();
    moments.extend(date(after).map(|date| outer(Moment::after(&date), began)));
    moments.extend(date(before).map(|date| outer(Moment::before(&date), ended)));
    moments
}

fn step(event: &Event) -> Vec<Moment> {
    let on = event.on.as_ref().and_then(Stated::get).map(Moment::of);
    let before = event.before.as_ref().and_then(Stated::get).map(Moment::before);
    on.or(before).into_iter().collect()
}

/// The window in which a commitment is due.
fn due(due: &Due) -> Option<Moment> {
    let body = super::document::DueRef::of(due);
    let day = |text: Option<String>| text.and_then(|text| text.parse::<Day>().ok());
    let (earliest, latest) = (day(body.earliest), day(body.latest));
    (earliest.is_some() || latest.is_some()).then_some(Moment {
        words: body.words,
        earliest,
        latest,
    })
}

/// The answer to `timeline`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimelineBody {
    /// Whose timeline it is; none for that of everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeRef>,
    /// The date as of which it is told, as an EDTF date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// What took place, by its earliest possible day; what has none, by its latest.
    pub entries: Vec<EntryBody>,
    /// How many relations, events, steps and figures no date places in time.
    pub undated: usize,
}

/// Something on the line.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EntryBody {
    /// When, in words.
    pub when: String,
    /// The earliest day that it may have been, as `YYYY-MM-DD`; none where unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// The latest day that it may have been.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
    /// What it is of: an `entity`, a `relation`, a `step` of a commitment, the `due` date of one, or
    /// a `figure`.
    pub sort: String,
    /// What took place, in words.
    pub what: String,
    /// The ids of what it is about.
    pub ids: Vec<String>,
    /// How it is put forward.
    #[schemars(with = "String")]
    pub stance: Stance,
    /// How sure the asserter is.
    #[schemars(with = "String")]
    pub certainty: Certainty,
    /// Whether it had come by the date asked about; none where no date is asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub come: Option<HoldsRef>,
    /// The passages that back it.
    pub cites: Vec<CiteRef>,
}

impl Timeline<'_> {
    /// Whether an entry had come by the date asked about.
    fn come(&self, entry: &Entry) -> Option<Verdict> {
        let truth = entry.moment.come_by(self.as_of.as_ref()?);
        let decides = (truth == Truth::Unknown).then(|| entry.moment.words.clone());
        Some(Verdict { truth, decides })
    }

    fn cells(&self, entry: &Entry) -> Vec<String> {
        let open = self.come(entry).is_some_and(|come| come.truth == Truth::Unknown);
        let cites = text::places(entry.cites.iter().map(text::cited).collect());
        let mark = if open { "?" } else { "" };
        vec![mark.into(), entry.moment.words.clone(), entry.what.clone(), cites]
    }
}

impl Answer for Timeline<'_> {
    const QUESTION: &'static str = "timeline";
    type Body = TimelineBody;

    fn body(&self) -> TimelineBody {
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        let body = |entry: &Entry| EntryBody {
            when: entry.moment.words.clone(),
            earliest: day(entry.moment.earliest),
            latest: day(entry.moment.latest),
            sort: entry.sort.into(),
            what: entry.what.clone(),
            ids: entry.ids.clone(),
            stance: entry.stance,
            certainty: entry.certainty,
            come: self.come(entry).map(HoldsRef::of),
            cites: entry.cites.clone(),
        };
        TimelineBody {
            node: self.node.map(NodeRef::of),
            as_of: self.as_of.map(|day| day.to_string()),
            entries: self.entries.iter().map(body).collect(),
            undated: self.undated,
        }
    }

    fn text(&self) -> String {
        self.fit(usize::MAX)
    }

    fn fit(&self, width: usize) -> String {
        let mut table = Table::new(&["", "when", "what", "cited"]);
        table.rows = self.entries.iter().map(|entry| self.cells(entry)).collect();
        let undated = match self.undated {
            0 => String::new(),
            1 => "\n1 more is undated\n".into(),
            n => format!("\n{n} more are undated\n"),
        };
        if self.entries.is_empty() {
            return format!("Nothing is dated.\n{undated}");
        }
        table.fit(width) + &undated
    }

    fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
