//! When something held, as far as its source tells, and the questions that can be asked of that.

use super::duration::join_and;
use super::spell::{Edge, Limit, Reason, Spell};
use super::{AsOf, Bound, Date, Day, Duration, Interval, Truth, Window};
use jiff::ToSpan;

/// When something held, as far as its source tells.
///
/// Each statement narrows the *readings*: the sets of days in which it may truly have held. A
/// question is answered yes or no where every reading agrees, else "can't tell". What is stated
/// held on one day at least. With an interval or a length, it held without a break; with
/// attestations alone, nothing is said of the days between them.
///
/// A **state** holds through its days. An **occurrence** takes place within them, and counts as
/// true from then on.
///
/// Where the statements contradict each other no reading is left, and every answer is "can't tell".
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Extent {
    during: Option<Interval>,
    attested: Vec<Date>,
    began_after: Option<Date>,
    ended_before: Option<Date>,
    lasted: Option<Duration>,
    is_occurrence: bool,
}

/// An answer, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The answer.
    pub truth: Truth,
    /// The statement that decides, or would decide if it were more precise: "the end before May
    /// 1996"; `None` where the extent is undated.
    pub decides: Option<String>,
}

/// Building: each method adds a statement.
impl Extent {
    /// A state of which nothing is told yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A state of which no date is told.
    pub fn undated() -> Self {
        Self::default()
    }

    /// An occurrence that took place within a date.
    pub fn occurrence(date: &Date) -> Self {
        Self::new().during(&Interval::Through(*date)).as_occurrence()
    }

    /// It takes place, and counts as true from then on. A bare date given to
    /// [`during`](Self::during) then means "at some time within it", not "all through it".
    #[must_use]
    pub fn as_occurrence(mut self) -> Self {
        self.is_occurrence = true;
        self
    }

    /// It held through this interval, and at no other time.
    #[must_use]
    pub fn during(mut self, interval: &Interval) -> Self {
        self.during = Some(*interval);
        self
    }

    /// It held at some time within this date; said of several dates, within each.
    #[must_use]
    pub fn attested(mut self, date: &Date) -> Self {
        self.attested.push(*date);
        self
    }

    /// It began after the last day of this date.
    #[must_use]
    pub fn began_after(mut self, date: &Date) -> Self {
        self.began_after = Some(*date);
        self
    }

    /// It ended before the first day of this date.
    #[must_use]
    pub fn ended_before(mut self, date: &Date) -> Self {
        self.ended_before = Some(*date);
        self
    }

    /// It lasted so long: at least so many of the smallest unit written, less than one more.
    #[must_use]
    pub fn lasted(mut self, duration: &Duration) -> Self {
        self.lasted = Some(*duration);
        self
    }
}

/// Asking.
impl Extent {
    /// Whether it held on a day, or at some time within a longer span; for an occurrence, whether
    /// it had taken place by then.
    ///
    /// To ask whether it held *all through* a span, see [`contains`](Self::contains).
    pub fn holds_on(&self, day: &AsOf) -> Verdict {
        if self.is_undated() {
            return Verdict { truth: Truth::Unknown, decides: None };
        }
        if self.is_contradictory() {
            let decides = Some("its dates, which contradict each other".into());
            return Verdict { truth: Truth::Unknown, decides };
        }
        let asked = day.days();
        let answer = |spell: &Spell| {
            if self.is_occurrence { spell.begun(asked) } else { spell.meets(asked) }
        };
        let answers = self.spells().into_iter().map(|spell| answer(&spell));
        let rank = |(truth, reason): &(Truth, Reason)| (*truth, -self.distance(*reason, asked));
        let (truth, reason) = answers.max_by_key(rank).unwrap_or((Truth::Unknown, Reason::Untold));
        Verdict { truth, decides: self.words_for(reason) }
    }

    /// The days on which it may have begun, its dates read literally.
    pub fn start_window(&self) -> Window {
        self.window(|spell| spell.start)
    }

    /// The days on which it may have ended, its dates read literally.
    pub fn end_window(&self) -> Window {
        self.window(|spell| spell.end)
    }

    /// Whether the two share a day.
    ///
    /// A start or end falls at some hour of its day. So where one ends on the day on which the
    /// other begins (an office changes hands), that day alone doesn't make them overlap: "can't
    /// tell".
    pub fn overlaps(&self, other: &Self) -> Truth {
        self.ask(other, Spell::overlaps)
    }

    /// Whether it ended before the other began; "can't tell" where that was on the same day.
    pub fn before(&self, other: &Self) -> Truth {
        self.ask(other, Spell::before)
    }

    /// Whether it began on an earlier day than the other.
    ///
    /// Of several attestations it is the first that counts, so their spells are taken as one.
    pub fn starts_before(&self, other: &Self) -> Truth {
        let whole = |extent: &Self| extent.spell(0..extent.attested.len());
        if self.is_contradictory() || other.is_contradictory() {
            return Truth::Unknown;
        }
        whole(self).starts_before(&whole(other))
    }

    /// Whether the other lies wholly inside this one.
    pub fn contains(&self, other: &Self) -> Truth {
        self.ask(other, Spell::contains)
    }

    /// Whether nothing places it in time.
    pub fn is_undated(&self) -> bool {
        self.during.is_none()
            && self.attested.is_empty()
            && self.began_after.is_none()
            && self.ended_before.is_none()
    }

    /// Whether it takes place, and counts as true from then on.
    pub fn is_occurrence(&self) -> bool {
        self.is_occurrence
    }

    /// Whether its statements can't all be true: attested outside its interval, ended before it
    /// began.
    pub fn is_contradictory(&self) -> bool {
        self.spells().iter().any(Spell::is_impossible)
    }

    /// The extent in words: "since 1960", "attested November 1995, ended before May 1996",
    /// "undated".
    pub fn in_words(&self) -> String {
        let (after, before) =
            if self.is_occurrence { ("after", "before") } else { ("began after", "ended before") };
        let attested: Vec<_> = self.attested.iter().map(Date::in_words).collect();
        let parts = [
            self.is_undated().then(|| "undated".into()),
            self.during.map(|interval| interval.in_words()),
            (!attested.is_empty()).then(|| format!("attested {}", join_and(&attested))),
            self.began_after.map(|date| format!("{after} {}", date.in_words())),
            self.ended_before.map(|date| format!("{before} {}", date.in_words())),
            self.lasted.map(|duration| format!("for {}", duration.in_words())),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// From statements to readings.
impl Extent {
    /// The spells that it surely consists of, at least one. All lie between the same outer limits.
    pub(super) fn spells(&self) -> Vec<Spell> {
        let unbroken = self.during.is_some() || self.lasted.is_some() || self.attested.is_empty();
        if unbroken {
            return vec![self.spell(0..self.attested.len())];
        }
        (0..self.attested.len()).map(|index| self.spell(index..index + 1)).collect()
    }

    /// The spell that meets these attestations.
    fn spell(&self, attestations: std::ops::Range<usize>) -> Spell {
        let mut spell = self.interval_spell();
        if let Some(date) = self.began_after {
            let day = date.around(date.latest()).first.saturating_add(1.day());
            spell.start.not_before(day, Reason::BeganAfter);
        }
        if let Some(date) = self.ended_before {
            let day = date.around(date.earliest()).last.saturating_sub(1.day());
            spell.end.not_after(day, Reason::EndedBefore);
        }
        for index in attestations {
            let Some(days) = self.attested.get(index).map(Date::reach) else { continue };
            spell.start.not_after(days.last, Reason::Attested(index));
            spell.end.not_before(days.first, Reason::Attested(index));
        }
        spell.trim();
        if let Some(duration) = self.lasted {
            limit_length(&mut spell, duration);
            spell.trim();
        }
        spell
    }

    fn interval_spell(&self) -> Spell {
        let untold = Edge::anywhere(Reason::Untold);
        let Some(interval) = self.during else { return Spell { start: untold, end: untold } };
        if let Interval::Through(date) = interval
            && !self.is_occurrence
            && !date.is_unspecified()
        {
            return Spell {
                start: Edge::new(date.around(date.earliest()), Reason::Start),
                end: Edge::new(date.around(date.latest()), Reason::End),
            };
        }
        let edge = |bound, open: Day, by| match bound {
            Bound::On(date) => Edge::new(date.reach(), by),
            Bound::Open => Edge::new(Window::on(open), by),
            Bound::Unknown => Edge::anywhere(by),
        };
        Spell {
            start: edge(interval.start(), Day::MIN, Reason::Start),
            end: edge(interval.end(), Day::MAX, Reason::End),
        }
    }

    /// The same statements without `~`, `?` and `%`.
    fn literal(&self) -> Self {
        let bound = |bound| match bound {
            Bound::On(date) => Bound::On(Date::without_mark(date)),
            open => open,
        };
        Self {
            during: self.during.map(|interval| match interval {
                Interval::Through(date) => Interval::Through(date.without_mark()),
                Interval::Between(start, end) => Interval::Between(bound(start), bound(end)),
            }),
            attested: self.attested.iter().map(|date| date.without_mark()).collect(),
            began_after: self.began_after.map(Date::without_mark),
            ended_before: self.ended_before.map(Date::without_mark),
            ..*self
        }
    }

    /// The dates at which it is said to have held.
    pub(super) fn attestations(&self) -> &[Date] {
        &self.attested
    }

    /// The days that an edge of every spell allows.
    fn window(&self, edge: fn(&Spell) -> Edge) -> Window {
        let edges: Vec<_> = self.literal().spells().iter().map(edge).collect();
        let first = edges.iter().map(|edge| edge.first.day).max();
        let last = edges.iter().map(|edge| edge.last.day).min();
        Window::new(first.unwrap_or(Day::MIN), last.unwrap_or(Day::MAX))
    }

    /// Asks of each pair of spells; what is sure of one pair is sure of the whole, since each spell
    /// surely took place.
    fn ask(&self, other: &Self, question: fn(&Spell, &Spell) -> Truth) -> Truth {
        if self.is_contradictory() || other.is_contradictory() {
            return Truth::Unknown;
        }
        let (ours, theirs) = (self.spells(), other.spells());
        let pairs = ours.iter().flat_map(|spell| theirs.iter().map(move |other| (spell, other)));
        let mut answers = pairs.map(|(spell, other)| question(spell, other));
        answers.find(|truth| *truth != Truth::Unknown).unwrap_or(Truth::Unknown)
    }

    /// How many days lie between what was asked and the attestation that a reason names.
    fn distance(&self, reason: Reason, asked: Window) -> i32 {
        match reason {
            Reason::Attested(index) => {
                self.attested.get(index).map_or(0, |date| date.reach().gap(asked))
            }
            _ => 0,
        }
    }

    fn words_for(&self, reason: Reason) -> Option<String> {
        let edge = |name: &str, bound| match (self.during, bound) {
            (Some(Interval::Through(date)), _) => format!("the date {}", date.in_words()),
            (_, Bound::On(date)) => format!("the {name} {}", date.when()),
            (_, Bound::Open) => format!("the open {name}"),
            (_, Bound::Unknown) => format!("the {name}, which is unknown"),
        };
        let side = |name| if self.is_occurrence { "date" } else { name };
        Some(match reason {
            Reason::Untold => return None,
            Reason::Start => edge("start", self.during?.start()),
            Reason::End => edge("end", self.during?.end()),
            Reason::BeganAfter => {
                format!("the {} after {}", side("start"), self.began_after?.in_words())
            }
            Reason::EndedBefore => {
                format!("the {} before {}", side("end"), self.ended_before?.in_words())
            }
            Reason::Attested(index) => {
                format!("the attestation {}", self.attested.get(index)?.when())
            }
            Reason::Length => format!("the length of {}", self.lasted?.in_words()),
        })
    }
}

/// Bounds each end of a spell by the other and its length; an unbounded end bounds nothing.
fn limit_length(spell: &mut Spell, duration: Duration) {
    let bounded = |limit: Limit| limit.day != Day::MIN && limit.day != Day::MAX;
    let Spell { start, end } = *spell;
    if bounded(start.first) {
        spell.end.not_before(duration.earliest_end(start.first.day), Reason::Length);
    }
    if bounded(start.last) {
        spell.end.not_after(duration.latest_end(start.last.day), Reason::Length);
    }
    if bounded(end.first) {
        spell.start.not_before(duration.earliest_start(end.first.day), Reason::Length);
    }
    if bounded(end.last) {
        spell.start.not_after(duration.latest_start(end.last.day), Reason::Length);
    }
}
