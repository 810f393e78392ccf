//! The status of a commitment as of a date: derived from its history and term, never typed.

use crate::record::{Commitment, Event, Step};
use crate::time::{Bound, Date, Truth};
use serde::Serialize;

/// What a commitment amounts to on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// No step had been taken.
    NotYet,
    /// Somebody expected it.
    Expected,
    /// A party had put it forward.
    Proposed,
    /// Somebody who is no party had asked for it.
    Recommended,
    /// An obligor had announced it.
    Announced,
    /// The parties had agreed on it.
    Agreed,
    /// Its text had been adopted or signed, but it was not in force.
    Signed,
    /// It was in force.
    InForce,
    /// A party had given notice of leaving it, and it had not ended.
    Denounced,
    /// It had been carried out in part.
    Partial,
    /// It had been carried out.
    Fulfilled,
    /// It had been broken.
    Breached,
    /// Its term was over.
    Expired,
    /// It had ended without having been carried out.
    Lapsed,
    /// It had been ended.
    Terminated,
}

impl Status {
    /// Every status, from the first to the last in a commitment's life.
    pub const ALL: [Self; 15] = [
        Self::NotYet,
        Self::Expected,
        Self::Proposed,
        Self::Recommended,
        Self::Announced,
        Self::Agreed,
        Self::Signed,
        Self::InForce,
        Self::Denounced,
        Self::Partial,
        Self::Fulfilled,
        Self::Breached,
        Self::Expired,
        Self::Lapsed,
        Self::Terminated,
    ];

    /// The status in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotYet => "not yet undertaken",
            Self::Expected => "expected",
            Self::Proposed => "proposed",
            Self::Recommended => "recommended",
            Self::Announced => "announced",
            Self::Agreed => "agreed",
            Self::Signed => "signed",
            Self::InForce => "in force",
            Self::Denounced => "denounced",
            Self::Partial => "carried out in part",
            Self::Fulfilled => "fulfilled",
            Self::Breached => "breached",
            Self::Expired => "expired",
            Self::Lapsed => "lapsed",
            Self::Terminated => "terminated",
        }
    }

    /// Whether somebody is bound by it: it was at least announced, and has not ended.
    pub fn is_undertaken(self) -> bool {
        matches!(
            self,
            Self::Announced
                | Self::Agreed
                | Self::Signed
                | Self::InForce
                | Self::Denounced
                | Self::Partial
                | Self::Breached
        )
    }
}

/// One row of the table that gives a status: the last step taken, and what it amounts to before,
/// within and after the term. A commitment without a term is always within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusRow {
    /// The last step that had been taken.
    pub step: Step,
    /// The status before the term begins.
    pub before: Status,
    /// The status within the term.
    pub within: Status,
    /// The status after the term.
    pub after: Status,
}

const fn row(step: Step, before: Status, within: Status, after: Status) -> StatusRow {
    StatusRow { step, before, within, after }
}

const fn same(step: Step, status: Status) -> StatusRow {
    row(step, status, status, status)
}

/// The table: last step × term → status.
pub const TABLE: &[StatusRow] = &[
    same(Step::Expected, Status::Expected),
    same(Step::Proposed, Status::Proposed),
    same(Step::Recommended, Status::Recommended),
    row(Step::Announced, Status::Announced, Status::Announced, Status::Expired),
    row(Step::Agreed, Status::Agreed, Status::Agreed, Status::Expired),
    row(Step::Adopted, Status::Signed, Status::Signed, Status::Expired),
    row(Step::Signed, Status::Signed, Status::Signed, Status::Expired),
    row(Step::Ratified, Status::Signed, Status::Signed, Status::Expired),
    row(Step::InForce, Status::Signed, Status::InForce, Status::Expired),
    row(Step::Amended, Status::Signed, Status::InForce, Status::Expired),
    row(Step::Renewed, Status::Signed, Status::InForce, Status::Expired),
    row(Step::Denounced, Status::Denounced, Status::Denounced, Status::Expired),
    same(Step::Terminated, Status::Terminated),
    row(Step::Partial, Status::Partial, Status::Partial, Status::Expired),
    same(Step::Fulfilled, Status::Fulfilled),
    row(Step::Breached, Status::Breached, Status::Breached, Status::Expired),
    same(Step::Lapsed, Status::Lapsed),
];

/// What is known of a commitment's status on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The statuses that it may have had, in the order of its life; one where that is certain.
    pub possible: Vec<Status>,
    /// The date that would decide between them.
    pub decides: Option<String>,
}

impl Standing {
    /// The status, where only one is possible.
    pub fn sure(&self) -> Option<Status> {
        match self.possible.as_slice() {
            [status] => Some(*status),
            _ => None,
        }
    }

    /// Whether somebody is bound by it.
    pub fn is_undertaken(&self) -> Truth {
        let bound = self.possible.iter().filter(|status| status.is_undertaken()).count();
        match bound {
            0 => Truth::No,
            n if n == self.possible.len() => Truth::Yes,
            _ => Truth::Unknown,
        }
    }

    /// The status of a commitment as of a date; without a date, after all of its history.
    pub fn of(commitment: &Commitment, as_of: Option<&Date>) -> Self {
        let taken: Vec<Truth> = commitment.history.iter().map(|e| taken_by(e, as_of)).collect();
        let last_sure = taken.iter().rposition(|truth| *truth == Truth::Yes);
        let later = last_sure.map_or(0, |n| n + 1);
        let mut steps = vec![last_sure];
        steps.extend((later..taken.len()).filter(|n| taken[*n] == Truth::Unknown).map(Some));
        let open = steps.iter().skip(1).flatten().next();
        let mut decides = open.and_then(|n| date_of(commitment.history.get(*n)?));
        let mut possible: Vec<Status> = Vec::new();
        for step in steps {
            let Some(event) = step.and_then(|n| commitment.history.get(n)) else {
                possible.push(Status::NotYet);
                continue;
            };
            let (statuses, by_term) = within_term(commitment, event.step, as_of);
            possible.extend(statuses);
            decides = decides.or(by_term);
        }
        possible.dedup();
        Self { possible, decides }
    }
}

impl std::fmt::Display for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words: Vec<&str> = self.possible.iter().map(|status| status.words()).collect();
        match (words.as_slice(), &self.decides) {
            ([word], _) => f.write_str(word),
            (words, Some(date)) => {
                write!(f, "can't tell: {} (depends on {date})", words.join(" or "))
            }
            (words, None) => write!(f, "can't tell: {}", words.join(" or ")),
        }
    }
}

fn date_of(event: &Event) -> Option<String> {
    let on = event.on.as_ref().map(|date| date.text.clone());
    on.or_else(|| event.before.as_ref().map(|date| format!("before {}", date.text)))
}

/// Whether a step had been taken by a date.
fn taken_by(event: &Event, as_of: Option<&Date>) -> Truth {
    let Some(as_of) = as_of else { return Truth::Yes };
    if let Some(on) = event.on.as_ref().and_then(|stated| stated.get()) {
        return if on.latest() <= as_of.earliest() {
            Truth::Yes
        } else if on.earliest() > as_of.latest() {
            Truth::No
        } else {
            Truth::Unknown
        };
    }
    match event.before.as_ref().and_then(|stated| stated.get()) {
        Some(before) if before.earliest() <= as_of.earliest() => Truth::Yes,
        Some(_) | None => Truth::Unknown,
    }
}

/// What a step amounts to on a date, given the term; and the end of the term, where it decides.
fn within_term(c: &Commitment, step: Step, as_of: Option<&Date>) -> (Vec<Status>, Option<String>) {
    let Some(row) = TABLE.iter().find(|row| row.step == step) else { return (Vec::new(), None) };
    let term = c.term.as_ref().and_then(|term| term.get());
    let (Some(term), Some(as_of)) = (term, as_of) else { return (vec![row.within], None) };
    let begun = match term.start() {
        Bound::On(start) if start.latest() <= as_of.earliest() => Truth::Yes,
        Bound::On(start) if start.earliest() > as_of.latest() => Truth::No,
        Bound::On(_) | Bound::Unknown => Truth::Unknown,
        Bound::Open => Truth::Yes,
    };
    let over = match term.end() {
        Bound::On(end) if end.latest() < as_of.earliest() => Truth::Yes,
        Bound::On(end) if end.earliest() >= as_of.latest() => Truth::No,
        Bound::On(_) | Bound::Unknown => Truth::Unknown,
        Bound::Open => Truth::No,
    };
    let mut possible = Vec::new();
    if begun != Truth::Yes {
        possible.push(row.before);
    }
    if begun != Truth::No && over != Truth::Yes {
        possible.push(row.within);
    }
    if over != Truth::No {
        possible.push(row.after);
    }
    possible.dedup();
    let decides = (possible.len() > 1).then(|| c.term.as_ref().map(|term| term.text.clone()));
    (possible, decides.flatten())
}
