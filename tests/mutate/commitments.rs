//! Commitments that say something else: other roles, steps, dates, force.

use super::relations::is_of_dated_texts;
use super::world::{Mutant, World};
use super::{Rng, pick, shifted};
use foedera::record::{Binding, Commitment, Due, Filed, Step as Taken, quote};
use foedera::text::Step::{Field, Item};
use foedera::vocabulary::Nature;

type Owed<'w> = &'w Filed<Commitment>;

fn those<'w>(world: &'w World, rng: &mut Rng, of: impl Fn(Owed<'w>) -> bool) -> Option<Owed<'w>> {
    pick(world.graph.records().commitments.iter().filter(|c| of(c)).collect(), rng)
}

fn any<'w>(world: &'w World, rng: &mut Rng) -> Option<Owed<'w>> {
    those(world, rng, |_| true)
}

/// A random entity, and whether it can act.
fn somebody<'w>(world: &'w World, rng: &mut Rng) -> Option<(&'w str, bool)> {
    let entity = pick(world.graph.records().entities.iter().collect(), rng)?;
    let nature = world.graph.vocabulary().nature(entity.kind.as_str())?;
    let actors = [Nature::Person, Nature::Office, Nature::Polity, Nature::Body, Nature::Group];
    Some((&entity.record.id, actors.contains(&nature)))
}

pub(crate) fn without_obligor(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = those(world, rng, |c| c.record.by.len() == 1)?;
    Some(world.replace(commitment.origin, &[Field("by")], "[]"))
}

pub(crate) fn one_obligor_less(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = those(world, rng, |c| c.record.by.len() > 1)?;
    let one = quote(pick(commitment.record.by.iter().collect(), rng)?);
    Some(world.replace(commitment.origin, &[Field("by")], &format!("[{one}]")))
}

/// One obligor less, where the other is a beneficiary too: it would owe the matter to itself.
pub(crate) fn owed_to_itself(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = those(world, rng, |c| c.record.by.len() > 1 && c.record.by == c.to)?;
    let one = quote(pick(commitment.record.by.iter().collect(), rng)?);
    Some(world.replace(commitment.origin, &[Field("by")], &format!("[{one}]")))
}

pub(crate) fn obligor_that_cannot_act(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = any(world, rng)?;
    let (id, acts) = somebody(world, rng)?;
    let field = if rng.bool() || commitment.to.is_empty() { "by" } else { "to" };
    (!acts).then(|| world.replace(commitment.origin, &[Field(field), Item(0)], &quote(id)))
}

pub(crate) fn other_obligor(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = any(world, rng)?;
    let (id, acts) = somebody(world, rng)?;
    let is_new = !commitment.record.by.iter().chain(&commitment.to).any(|other| other == id);
    (acts && is_new).then(|| world.replace(commitment.origin, &[Field("by"), Item(0)], &quote(id)))
}

pub(crate) fn obligor_twice(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = any(world, rng)?;
    let first = quote(commitment.record.by.first()?);
    let range = world.range(commitment.origin, &[Field("by"), Item(0)]);
    let says = format!("{}: {first} owes twice", world.place(commitment.origin));
    let edit = (commitment.origin.file, range.start..range.start, format!("{first}, "));
    Some(Mutant::new(edit, says))
}

pub(crate) fn turned_round(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = those(world, rng, |c| c.record.by != c.to && !c.to.is_empty())?;
    let (by, to) = ([Field("by")], [Field("to")]);
    let new_by = world.text(commitment.origin, &to).to_owned();
    let new_to = world.text(commitment.origin, &by).to_owned();
    let mut mutant = world.replace(commitment.origin, &by, &new_by);
    mutant.edits.extend(world.replace(commitment.origin, &to, &new_to).edits);
    Some(mutant)
}

pub(crate) fn under_no_text(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = those(world, rng, |c| !c.under.is_empty())?;
    let (id, acts) = somebody(world, rng)?;
    acts.then(|| world.replace(commitment.origin, &[Field("under"), Item(0)], &quote(id)))
}

pub(crate) fn resting_on_nothing(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = those(world, rng, |c| c.under.is_empty() != c.at.is_none())?;
    let field = if commitment.under.is_empty() { "at" } else { "under" };
    world.without_field(commitment.origin, field)
}

pub(crate) fn other_kind(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = any(world, rng)?;
    let kinds = world.graph.vocabulary().obligations().map(|kind| kind.id.as_str()).collect();
    let kind = pick(kinds, rng).filter(|kind| *kind != commitment.kind.as_str())?;
    Some(world.replace(commitment.origin, &[Field("kind")], kind))
}

fn other_step(world: &World, rng: &mut Rng, from: &[Taken], to: &str) -> Option<Mutant> {
    let last = |c: Owed<'_>| c.history.last().is_some_and(|event| from.contains(&event.step));
    let commitment = those(world, rng, last)?;
    let at = Item(u32::try_from(commitment.history.len() - 1).ok()?);
    Some(world.replace(commitment.origin, &[Field("history"), at, Field("step")], to))
}

pub(crate) fn wish_as_in_force(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let to = pick(vec!["InForce", "Agreed", "Announced", "Signed"], rng)?;
    other_step(world, rng, &[Taken::Recommended, Taken::Proposed, Taken::Expected], to)
}

pub(crate) fn in_force_as_wish(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let to = pick(vec!["Recommended", "Expected"], rng)?;
    other_step(world, rng, &[Taken::InForce, Taken::Agreed, Taken::Announced], to)
}

pub(crate) fn without_history(world: &World, rng: &mut Rng) -> Option<Mutant> {
    world.without_field(any(world, rng)?.origin, "history")
}

pub(crate) fn step_past_source(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = those(world, rng, |c| is_of_dated_texts(world, &c.cites))?;
    let n = rng.usize(0..commitment.history.len());
    let date = commitment.history.get(n)?.on.as_ref()?;
    let new = quote(&shifted(&date.text, rng.i32(20..90))?);
    let steps = [Field("history"), Item(u32::try_from(n).ok()?), Field("on")];
    Some(world.replace(commitment.origin, &steps, &new))
}

pub(crate) fn due_too_early(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = those(world, rng, |c| c.due.is_some())?;
    let text = match commitment.due.as_ref()? {
        Due::By(date) | Due::Within(date, ..) => &date.text,
        Due::During(interval) => &interval.text,
    };
    let new = quote(&shifted(text, -rng.i32(10..60))?);
    Some(world.replace(commitment.origin, &[Field("due"), Item(0)], &new))
}

fn other_binding(
    world: &World,
    rng: &mut Rng,
    of: impl Fn(&Commitment) -> bool,
    to: &str,
) -> Option<Mutant> {
    let commitment = those(world, rng, |c| of(c))?;
    Some(world.replace(commitment.origin, &[Field("binding")], to))
}

pub(crate) fn policy_as_law(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let without_force = |c: &Commitment| {
        c.under.iter().all(|id| {
            let text = world.graph.find(id);
            let whole = text.and_then(|t| t.entity()?.record.of.as_deref());
            let text = whole.and_then(|id| world.graph.find(id)).or(text);
            text.is_some_and(|t| world.graph.vocabulary().binds(t.kind()) != Some(true))
        })
    };
    other_binding(world, rng, |c| c.binding == Binding::Political && without_force(c), "Legal")
}

pub(crate) fn pact_as_one_sided(world: &World, rng: &mut Rng) -> Option<Mutant> {
    other_binding(world, rng, |c| c.by.len() > 1, "Unilateral")
}

pub(crate) fn law_as_policy(world: &World, rng: &mut Rng) -> Option<Mutant> {
    other_binding(world, rng, |c| c.binding == Binding::Legal, "Political")
}

pub(crate) fn twice(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let commitment = any(world, rng)?;
    let (old, new) = (quote(&commitment.id), quote(&format!("{}-2", commitment.id)));
    Some(world.with_copy(commitment.origin, |text| text.replacen(&old, &new, 1)))
}

pub(crate) fn part_of_its_part(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let part = those(world, rng, |c| c.part_of.is_some())?;
    let whole = those(world, rng, |c| Some(&c.id) == part.part_of.as_ref())?;
    if whole.part_of.is_some() {
        return None;
    }
    world.with_field(whole.origin, &format!("part_of: {}", quote(&part.id)))
}
