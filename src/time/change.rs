//! What changed between two days: whether something began, ended, or came and went.

use super::spell::Spell;
use super::{AsOf, Day, Extent, Truth, Window};
use jiff::ToSpan;

impl Extent {
    /// Whether it had begun by a day, or by the last day of a longer span.
    pub fn begun_by(&self, day: &AsOf) -> Truth {
        let last = day.days().last;
        self.any(|spell| spell.begun(Window::on(last)).0)
    }

    /// Whether its last day had passed by a day, or by the last day of a longer span; on that last
    /// day itself it had not.
    pub fn over_by(&self, day: &AsOf) -> Truth {
        let last = day.days().last;
        !self.any(|spell| match spell.end {
            end if end.last.day < last => Truth::No,
            end if end.first.day >= last => Truth::Yes,
            _ => Truth::Unknown,
        })
    }

    /// Whether it began after one day and held on a later one; for an occurrence, whether it took
    /// place between them. Of a longer span, the last day counts.
    pub fn began_between(&self, from: &AsOf, to: &AsOf) -> Truth {
        let days = Between::new(from, to);
        self.change(from, to, (false, true), |spell| days.began(spell, self.is_occurrence()))
    }

    /// Whether it held on one day and no longer on a later one; never so for an occurrence. Of a
    /// longer span, the last day counts.
    pub fn ended_between(&self, from: &AsOf, to: &AsOf) -> Truth {
        if self.is_occurrence() {
            return Truth::No;
        }
        let days = Between::new(from, to);
        self.change(from, to, (true, false), |spell| days.ended(spell))
    }

    /// Whether it began after one day and was over before a later one; never so for an occurrence. Of
    /// a longer span, the last day counts.
    pub fn passed_between(&self, from: &AsOf, to: &AsOf) -> Truth {
        if self.is_occurrence() {
            return Truth::No;
        }
        let days = Between::new(from, to);
        if self.is_contradictory() {
            return Truth::Unknown;
        }
        // Of several spells, each would have to.
        self.spells().iter().map(|spell| days.passed(spell)).fold(Truth::Yes, Truth::and)
    }

    /// Asks an extent of one unbroken spell; of several spells, of which no more is known than that
    /// each took place, compares the answers for the two days.
    fn change(
        &self,
        from: &AsOf,
        to: &AsOf,
        wanted: (bool, bool),
        ask: impl Fn(&Spell) -> Truth,
    ) -> Truth {
        if self.is_contradictory() {
            return Truth::Unknown;
        }
        if let [spell] = self.spells().as_slice() {
            return ask(spell);
        }
        let held = |day: &AsOf| self.holds_on(&AsOf::from(day.days().last)).truth;
        let as_wanted = |truth: Truth, wanted: bool| if wanted { truth } else { !truth };
        as_wanted(held(from), wanted.0).and(as_wanted(held(to), wanted.1))
    }

    fn any(&self, ask: impl Fn(&Spell) -> Truth) -> Truth {
        if self.is_contradictory() {
            return Truth::Unknown;
        }
        self.spells().iter().map(ask).fold(Truth::No, Truth::or)
    }
}

/// Two days, the later one last.
struct Between {
    from: Day,
    to: Day,
}

impl Between {
    fn new(from: &AsOf, to: &AsOf) -> Self {
        Self { from: from.days().last, to: to.days().last }
    }

    /// Whether `from < start <= to <= end`; an occurrence has no end.
    fn began(&self, spell: &Spell, is_occurrence: bool) -> Truth {
        let (start, end) = (spell.start, spell.end);
        let may = start.last.day > self.from
            && start.first.day <= self.to
            && (is_occurrence || end.last.day >= self.to);
        let must = start.first.day > self.from
            && start.last.day <= self.to
            && (is_occurrence || end.first.day >= self.to);
        truth(may, must)
    }

    /// Whether `start <= from <= end < to`.
    fn ended(&self, spell: &Spell) -> Truth {
        let (start, end) = (spell.start, spell.end);
        let may =
            start.first.day <= self.from && end.last.day >= self.from && end.first.day < self.to;
        let must =
            start.last.day <= self.from && end.first.day >= self.from && end.last.day < self.to;
        truth(may, must)
    }

    /// Whether `from < start` and `end < to`.
    fn passed(&self, spell: &Spell) -> Truth {
        let (start, end) = (spell.start, spell.end);
        let first = start.first.day.max(self.from.saturating_add(1.day()));
        let last = end.last.day.min(self.to.saturating_sub(1.day()));
        let may = first <= start.last.day && last >= end.first.day && first <= last;
        let must = start.first.day > self.from && end.last.day < self.to;
        truth(may, must)
    }
}

fn truth(may: bool, must: bool) -> Truth {
    match (may, must) {
        (_, true) => Truth::Yes,
        (true, false) => Truth::Unknown,
        (false, false) => Truth::No,
    }
}
