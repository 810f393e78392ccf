//! The status of a commitment as of a date, three-valued: derived from its history, its term and the
//! table, never typed.
//!
//! As of a span such as `1996-05`, a status is told as of the close of its last day, as occurrences
//! are. The steps of a history were taken in the order in which they are written.

use super::{NodeView, Status, TABLE};
use crate::record::{Commitment, Due, Event, Step};
use crate::time::{AsOf, Date, Day, Extent, Interval, Truth};
use std::collections::BTreeSet;

/// What is known of a commitment's status on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The statuses that it may have had, in the order of its life; one where that is certain.
    pub possible: Vec<Status>,
    /// What would decide between them: "announced in April 1996", "the term since 1960".
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

    /// Whether it has a status that `is_so` is true of.
    pub fn is(&self, is_so: impl Fn(Status) -> bool) -> Truth {
        let so = self.possible.iter().filter(|status| is_so(**status)).count();
        match so {
            0 => Truth::No,
            n if n == self.possible.len() => Truth::Yes,
            _ => Truth::Unknown,
        }
    }

    /// Whether somebody is bound by it.
    pub fn is_undertaken(&self) -> Truth {
        self.is(Status::is_undertaken)
    }

    /// Whether it is another status than `earlier`, the same commitment's on an earlier day.
    pub fn differs(&self, earlier: &Self) -> Truth {
        if self.sure().is_some() && self.sure() == earlier.sure() {
            Truth::No
        } else if self.possible.iter().any(|status| earlier.possible.contains(status)) {
            Truth::Unknown
        } else {
            Truth::Yes
        }
    }

    /// The status of a commitment as of a date; without a date, after all of its history and within
    /// its term.
    pub fn of(commitment: &Commitment, as_of: Option<&Date>) -> Self {
        let day = as_of.map(last_day);
        let steps = last_steps(&commitment.history, day);
        let sides = sides_of_term(commitment, day);
        let mut possible = BTreeSet::new();
        for step in &steps {
            match step {
                Some(event) => possible.extend(sides.iter().map(|side| side.status(event.step))),
                None => drop(possible.insert(Status::NotYet)),
            }
        }
        let decides = (possible.len() > 1).then(|| decisive(commitment, &steps, &sides));
        Self { possible: possible.into_iter().collect(), decides }
    }
}

impl std::fmt::Display for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words: Vec<&str> = self.possible.iter().map(|status| status.words()).collect();
        match (words.as_slice(), &self.decides) {
            ([word], _) => f.write_str(word),
            (words, Some(date)) => {
                write!(f, "can't tell: {} (depends on: {date})", words.join(" or "))
            }
            (words, None) => write!(f, "can't tell: {}", words.join(" or ")),
        }
    }
}

impl<'g> NodeView<'g> {
    /// The status of a commitment as of a date, or else as of the data set's reference date; none
    /// for other nodes.
    pub fn standing(&self, as_of: Option<&AsOf>) -> Option<Standing> {
        let date = as_of.map(AsOf::date).or(self.graph().reference_date().copied());
        Some(Standing::of(self.commitment()?, date.as_ref()))
    }
}

/// Whether a commitment is overdue as of a date: undertaken and not carried out, though its due date
/// has passed. Within a due window it is not; where dates are imprecise, that can't be told.
pub fn overdue(commitment: &Commitment, as_of: &Date) -> Truth {
    let Some(due) = &commitment.due else { return Truth::No };
    let undertaken = Standing::of(commitment, Some(as_of)).is_undertaken();
    undertaken.and(passed(due, last_day(as_of)))
}

/// The days on which a commitment's status, or whether it is overdue, may become another, counted from
/// 1970-01-01.
pub fn turns(commitment: &Commitment) -> Vec<i32> {
    let steps = commitment.history.iter().flat_map(|event| when(event).turns());
    let term = commitment.term.as_ref().and_then(|term| term.get());
    let term = term.map(|term| Extent::new().during(term).turns()).unwrap_or_default();
    let due = match &commitment.due {
        None => Vec::new(),
        Some(Due::By(date)) => date.get().map_or(Vec::new(), |date| date.reach().turns().into()),
        Some(Due::During(interval)) => {
            interval.get().map_or(Vec::new(), |interval| Extent::new().during(interval).turns())
        }
        Some(Due::Within(from, _, most)) => {
            let window = from.get().zip(most.get()).map(|(from, most)| most.after(from));
            window.map_or(Vec::new(), |window| window.turns().into())
        }
    };
    steps.chain(term).chain(due).collect()
}

/// Whether a commitment is due before a date; never so where it has no due date.
pub fn due_before(commitment: &Commitment, date: &Date) -> Truth {
    commitment.due.as_ref().map_or(Truth::No, |due| passed(due, AsOf::from(date.earliest())))
}

/// Whether a due date has passed, asked of one day; "can't tell" where it can't be read.
fn passed(due: &Due, day: AsOf) -> Truth {
    let answer = match due {
        Due::By(date) => date.get().map(|date| date.reach().passed(&day)),
        Due::During(interval) => {
            interval.get().map(|interval| Extent::new().during(interval).over_by(&day))
        }
        Due::Within(from, _, most) => {
            from.get().zip(most.get()).map(|(from, most)| most.after(from).passed(&day))
        }
    };
    answer.unwrap_or(Truth::Unknown)
}

fn last_day(date: &Date) -> AsOf {
    let day: Day = date.latest();
    AsOf::from(day)
}

/// The steps that may have been the last one taken by a day; `None` stands for no step at all.
fn last_steps(history: &[Event], day: Option<AsOf>) -> Vec<Option<&Event>> {
    let Some(day) = day else { return vec![history.last()] };
    let taken: Vec<Truth> = history.iter().map(|event| taken_by(event, &day)).collect();
    let sure = taken.iter().rposition(|truth| truth.is_yes());
    let open = sure.map_or(0, |last| last + 1);
    let later = history.iter().zip(&taken).skip(open).take_while(|(_, truth)| !truth.is_no());
    let last_sure = sure.and_then(|last| history.get(last));
    std::iter::once(last_sure).chain(later.map(|(event, _)| Some(event))).collect()
}

/// Whether a step had been taken by a day.
fn taken_by(event: &Event, day: &AsOf) -> Truth {
    when(event).begun_by(day)
}

/// When a step was taken, as far as is told.
fn when(event: &Event) -> Extent {
    let mut extent = Extent::new().as_occurrence();
    if let Some(on) = event.on.as_ref().and_then(|on| on.get()) {
        extent = extent.during(&Interval::Through(*on));
    }
    if let Some(before) = event.before.as_ref().and_then(|before| before.get()) {
        extent = extent.ended_before(before);
    }
    extent
}

/// Where a day may lie in relation to the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Within,
    After,
}

impl Side {
    /// What a step amounts to, by the table.
    fn status(self, step: Step) -> Status {
        let row = TABLE.iter().find(|row| row.step == step);
        row.map_or(Status::NotYet, |row| match self {
            Self::Before => row.before,
            Self::Within => row.within,
            Self::After => row.after,
        })
    }
}

/// The sides of the term that a day may lie on; within it, where there is no term.
fn sides_of_term(commitment: &Commitment, day: Option<AsOf>) -> Vec<Side> {
    let term = commitment.term.as_ref().and_then(|term| term.get());
    let (Some(term), Some(day)) = (term, day) else { return vec![Side::Within] };
    let term = Extent::new().during(term);
    let (begun, over) = (term.begun_by(&day), term.over_by(&day));
    let sides = [
        (Side::Before, !begun.is_yes()),
        (Side::Within, !begun.is_no() && !over.is_yes()),
        (Side::After, !over.is_no()),
    ];
    sides.into_iter().filter(|(_, possible)| *possible).map(|(side, _)| side).collect()
}

/// What would decide between several statuses, in words.
fn decisive(commitment: &Commitment, steps: &[Option<&Event>], sides: &[Side]) -> String {
    let open = steps.iter().skip(1).flatten().map(|event| in_words(event));
    let term = commitment.term.as_ref().filter(|_| sides.len() > 1);
    let term = term.map(|term| {
        let words = term.get().map_or(term.text.to_string(), |term| term.in_words());
        format!("the term {words}")
    });
    open.chain(term).collect::<Vec<_>>().join(" and ")
}

/// A step with its date: "announced in April 1996", "in force before April 1996".
fn in_words(event: &Event) -> String {
    let when = match (&event.on, &event.before) {
        (Some(on), _) => on.get().map_or(on.text.to_string(), |date| date.when()),
        (None, Some(before)) => {
            let date = before.get().map_or(before.text.to_string(), |date| date.in_words());
            format!("before {date}")
        }
        (None, None) => "on an unknown date".into(),
    };
    format!("{} {when}", event.step.word())
}
