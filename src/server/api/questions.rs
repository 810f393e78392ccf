//! How each question is asked over HTTP: the parameters of its command, and the same JSON document.

use super::params::Form::{Date, Flag, Number, Text, Texts, Word, Words};
use super::params::{Given, Parameter, optional, required};
use super::{Answered, Operation, answered, schema};
use crate::graph::{Graph, NodeIndex, Scope, Slice, Status};
use crate::query::words::{obligation_kind, walked_kind};
use crate::query::{
    CommitmentFilter, Commitments, Costs, Find, Neighbors, Obligations, PathQuestion, Paths, Show,
    Timeline, Wanted, commitments, find, neighbors, obligations, paths, show, timeline,
};
use crate::record::{Binding, Stance};
use crate::server::refusal::Refusal;
use std::collections::BTreeSet;

/// As of when is asked.
const TIME: &[Parameter] = &[
    optional("as_of", Date, "Ask as of this date (EDTF: 1996, 1996-04, 1996-04-17)"),
    optional("certain", Flag, "Leave out what can't be told"),
];

/// What part of the graph is asked about.
const SCOPE: &[Parameter] = &[
    optional("kinds", Texts, "Walk only these kinds of relation and roles"),
    optional("not_kinds", Texts, "Do not walk these kinds of relation and roles"),
    optional("avoid", Texts, "Do not walk through these (ids, names or aliases)"),
];

/// What is asked about.
const NAMED: &[Parameter] = &[required("name", Text, "An id, name or alias")];

pub(super) const FIND: Operation = Operation {
    name: "find",
    about: "Look something up by its name",
    parameters: &[
        &[required("text", Text, "A part of a name or id; small misspellings are forgiven")],
        TIME,
    ],
    answer: |graph, given| {
        let slice = Slice::new(graph, in_time(given)?);
        answered(&find(&slice, given.must("text")?))
    },
    schema: schema::<Find<'_>>,
};

pub(super) const SHOW: Operation = Operation {
    name: "show",
    about: "Show all that is recorded of one entity or commitment",
    parameters: &[NAMED, SCOPE, TIME],
    answer: |graph, given| {
        let slice = Slice::new(graph, scope(graph, given)?);
        answered(&show(&slice, graph.lookup(given.must("name")?)?))
    },
    schema: schema::<Show<'_>>,
};

pub(super) const NEIGHBORS: Operation = Operation {
    name: "neighbors",
    about: "Tell what something is tied to directly",
    parameters: &[NAMED, SCOPE, TIME],
    answer: |graph, given| {
        let slice = Slice::new(graph, scope(graph, given)?);
        answered(&neighbors(&slice, graph.lookup(given.must("name")?)?))
    },
    schema: schema::<Neighbors<'_>>,
};

pub(super) const TIMELINE: Operation = Operation {
    name: "timeline",
    about: "Tell what took place, in order",
    parameters: &[
        &[optional("name", Text, "Whose timeline: an id, name or alias; everything's otherwise")],
        SCOPE,
        TIME,
    ],
    answer: |graph, given| {
        let slice = Slice::new(graph, scope(graph, given)?);
        let node = given.text("name").map(|name| graph.lookup(name)).transpose()?;
        answered(&timeline(&slice, node))
    },
    schema: schema::<Timeline<'_>>,
};

pub(super) const OBLIGATIONS: Operation = Operation {
    name: "obligations",
    about: "Tell what two parties owe each other, article by article",
    parameters: &[
        &[
            required("a", Text, "One party: an id, name or alias"),
            required("b", Text, "The other party: an id, name or alias"),
            optional("all", Flag, "Also what was only asked for, and what is over"),
        ],
        TIME,
    ],
    answer: |graph, given| {
        let slice = Slice::new(graph, in_time(given)?);
        let (a, b) = (graph.lookup(given.must("a")?)?, graph.lookup(given.must("b")?)?);
        answered(&obligations(&slice, a, b, given.flag("all")))
    },
    schema: schema::<Obligations<'_>>,
};

pub(super) const COMMITMENTS: Operation = Operation {
    name: "commitments",
    about: "Tell who owes what to whom",
    parameters: &[
        &[
            optional("by", Text, "Those that this one owes: an id, name or alias"),
            optional("to", Text, "Those that this one is owed"),
            optional("under", Text, "Those under this instrument or provision, or a part of it"),
            optional("about", Text, "Those about this"),
            optional("kind", Text, "Those of this kind of obligation"),
            optional("status", Words(statuses), "Those of these statuses"),
            optional("binding", Word(bindings), "Those that bind so"),
            optional("due_before", Date, "Those due before this date (EDTF)"),
            optional("overdue", Flag, "Those undertaken, not carried out, and past their due date"),
        ],
        TIME,
    ],
    answer: |graph, given| {
        let slice = Slice::new(graph, in_time(given)?);
        answered(&commitments(&slice, &filter(graph, given)?))
    },
    schema: schema::<Commitments<'_>>,
};

pub(super) const PATH: Operation = Operation {
    name: "path",
    about: "Tell how two things are connected",
    parameters: &[
        &[
            required("from", Text, "Where the path starts: an id, name or alias"),
            required("to", Text, "Where it ends: an id, name or alias"),
            optional("all", Flag, "Tell all of the best paths"),
            optional("limit", Number(1_000), "List no more than this many of all paths"),
            optional("k", Number(100), "Tell this many paths, the best first"),
            optional("through", Texts, "Call at these on the way, in this order"),
            optional("directed", Flag, "Walk relations only the way that they are read"),
            optional("chronological", Flag, "Take no step that came before the one ahead of it"),
            optional("max_hops", Number(1_000), "Take at most this many steps"),
            optional(
                "stance",
                Words(stances),
                "Walk claims of these stances; facts and assessments otherwise",
            ),
        ],
        SCOPE,
        TIME,
    ],
    answer: path,
    schema: schema::<Paths<'_>>,
};

fn path(graph: &Graph, given: &Given) -> Answered {
    let scope = Scope { stances: walked(given), ..scope(graph, given)? };
    let wanted = match (given.flag("all"), given.number("k")) {
        (true, Some(_)) => return Err(Refusal::bad("`all` and `k` exclude each other")),
        (true, None) => Wanted::Ties(given.number("limit").unwrap_or(100) as usize),
        (false, Some(k)) => Wanted::Best(k as usize),
        (false, None) => Wanted::One,
    };
    let question = PathQuestion {
        from: vec![graph.lookup(given.must("from")?)?.index()],
        to: vec![graph.lookup(given.must("to")?)?.index()],
        through: nodes(graph, given, "through")?,
        directed: given.flag("directed"),
        costs: Costs::Hops,
        chronological: given.flag("chronological"),
        max_hops: given.number("max_hops"),
        wanted,
    };
    if question.chronological && !question.through.is_empty() {
        return Err(Refusal::bad("`chronological` and `through` exclude each other"));
    }
    answered(&paths(&Slice::new(graph, scope), &question))
}

fn filter(graph: &Graph, given: &Given) -> Result<CommitmentFilter, Refusal> {
    let meant = |name: &str| -> Result<Option<NodeIndex>, Refusal> {
        given.text(name).map(|name| Ok(graph.lookup(name)?.index())).transpose()
    };
    let kind = given.text("kind");
    kind.map_or(Ok(()), |kind| obligation_kind(graph, kind))?;
    Ok(CommitmentFilter {
        by: meant("by")?,
        to: meant("to")?,
        under: meant("under")?,
        about: meant("about")?,
        kind: kind.map(str::to_owned),
        statuses: given.list("status").filter_map(Status::from_name).collect(),
        binding: given.text("binding").and_then(binding),
        due_before: date(given, "due_before")?,
        overdue: given.flag("overdue"),
    })
}

fn in_time(given: &Given) -> Result<Scope, Refusal> {
    Ok(Scope { as_of: date(given, "as_of")?, certain: given.flag("certain"), ..Scope::default() })
}

fn scope(graph: &Graph, given: &Given) -> Result<Scope, Refusal> {
    for kind in given.list("kinds").chain(given.list("not_kinds")) {
        walked_kind(graph, kind)?;
    }
    let kinds = |name: &str| given.list(name).map(str::to_owned).collect();
    Ok(Scope {
        kinds: kinds("kinds"),
        not_kinds: kinds("not_kinds"),
        avoid: nodes(graph, given, "avoid")?.into_iter().collect(),
        ..in_time(given)?
    })
}

fn date<T>(given: &Given, name: &str) -> Result<Option<T>, Refusal>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    let read =
        |text: &str| text.parse().map_err(|error| Refusal::bad(format!("{name}={text}: {error}")));
    given.text(name).map(read).transpose()
}

fn nodes(graph: &Graph, given: &Given, name: &str) -> Result<Vec<NodeIndex>, Refusal> {
    given.list(name).map(|name| Ok(graph.lookup(name)?.index())).collect()
}

fn walked(given: &Given) -> BTreeSet<Stance> {
    match given.text("stance") {
        None => BTreeSet::from([Stance::Fact, Stance::Assessment]),
        Some(_) if given.list("stance").any(|word| word == ALL) => BTreeSet::new(),
        Some(_) => {
            let asked = |stance: &Stance| given.list("stance").any(|word| word == stance.word());
            Stance::ALL.into_iter().filter(asked).collect()
        }
    }
}

/// The word that means every stance.
const ALL: &str = "all";

fn stances() -> Vec<&'static str> {
    Stance::ALL.into_iter().map(Stance::word).chain([ALL]).collect()
}

fn statuses() -> Vec<&'static str> {
    Status::ALL.map(Status::name).to_vec()
}

const BINDINGS: [(&str, Binding); 3] = [
    ("legal", Binding::Legal),
    ("political", Binding::Political),
    ("unilateral", Binding::Unilateral),
];

fn bindings() -> Vec<&'static str> {
    BINDINGS.map(|(word, _)| word).to_vec()
}

fn binding(word: &str) -> Option<Binding> {
    BINDINGS.into_iter().find_map(|(name, binding)| (name == word).then_some(binding))
}
