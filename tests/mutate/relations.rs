//! Relations that say something else: other ends, kinds, times, stances.

use super::world::{Mutant, World};
use super::{Rng, pick, shifted};
use foedera::record::{Filed, Relation, SourceKind, Stance, quote};
use foedera::text::Step::{Field, Item};
use foedera::vocabulary::{Ident, Sense};

type Told<'w> = &'w Filed<Relation>;

fn any<'w>(world: &'w World, rng: &mut Rng) -> Option<Told<'w>> {
    pick(world.graph.records().relations.iter().collect(), rng)
}

fn those<'w>(world: &'w World, rng: &mut Rng, of: impl Fn(Told<'w>) -> bool) -> Option<Told<'w>> {
    pick(world.graph.records().relations.iter().filter(|r| of(r)).collect(), rng)
}

/// Whether the vocabulary lets a relation of a kind stand between two things.
fn fits(world: &World, kind: &str, from: &str, to: &str) -> bool {
    let vocabulary = world.graph.vocabulary();
    let Some(kind) = vocabulary.relation(kind) else { return false };
    let allows = |ends: &[Ident], id: &str| {
        let entity = world.graph.find(id).and_then(|node| node.entity());
        entity.is_none_or(|e| ends.iter().any(|end| vocabulary.is_a(e.kind.as_str(), &end.0)))
    };
    allows(&kind.from, from) && allows(&kind.to, to)
}

fn swapped(world: &World, rng: &mut Rng, fit: bool) -> Option<Mutant> {
    let relation = any(world, rng)?;
    let kind = world.graph.vocabulary().relation(relation.kind.as_str())?;
    if kind.symmetric || fits(world, relation.kind.as_str(), &relation.to, &relation.from) != fit {
        return None;
    }
    let mut mutant = world.replace(relation.origin, &[Field("from")], &quote(&relation.to));
    mutant
        .edits
        .extend(world.replace(relation.origin, &[Field("to")], &quote(&relation.from)).edits);
    mutant.says = format!("{}: ends of {} swapped", world.place(relation.origin), relation.kind);
    Some(mutant)
}

pub(crate) fn swapped_unfit(world: &World, rng: &mut Rng) -> Option<Mutant> {
    swapped(world, rng, false)
}

pub(crate) fn swapped_fit(world: &World, rng: &mut Rng) -> Option<Mutant> {
    swapped(world, rng, true)
}

fn other_end(world: &World, rng: &mut Rng, fit: bool) -> Option<Mutant> {
    let relation = any(world, rng)?;
    let id = &pick(world.graph.records().entities.iter().collect(), rng)?.id;
    let (field, from, to) =
        if rng.bool() { ("to", &relation.from, id) } else { ("from", id, &relation.to) };
    let is_other = from != to && *id != relation.from && *id != relation.to;
    (is_other && fits(world, relation.kind.as_str(), from, to) == fit)
        .then(|| world.replace(relation.origin, &[Field(field)], &quote(id)))
}

pub(crate) fn other_end_unfit(world: &World, rng: &mut Rng) -> Option<Mutant> {
    other_end(world, rng, false)
}

pub(crate) fn other_end_fit(world: &World, rng: &mut Rng) -> Option<Mutant> {
    other_end(world, rng, true)
}

fn other_kind(world: &World, rng: &mut Rng, fit: bool) -> Option<Mutant> {
    let relation = any(world, rng)?;
    let kinds = world.graph.vocabulary().relations().map(|kind| kind.id.as_str()).collect();
    let kind = pick(kinds, rng).filter(|kind| *kind != relation.kind.as_str())?;
    (fits(world, kind, &relation.from, &relation.to) == fit)
        .then(|| world.replace(relation.origin, &[Field("kind")], kind))
}

pub(crate) fn other_kind_unfit(world: &World, rng: &mut Rng) -> Option<Mutant> {
    other_kind(world, rng, false)
}

pub(crate) fn other_kind_fit(world: &World, rng: &mut Rng) -> Option<Mutant> {
    other_kind(world, rng, true)
}

/// Whether all that a record cites are texts of a known date.
pub(crate) fn is_of_dated_texts(world: &World, cites: &[foedera::record::Cite]) -> bool {
    let dated = |id: &str| {
        let source = world.graph.records().sources.iter().find(|source| source.id == id);
        source.is_some_and(|s| s.kind == SourceKind::Publication && s.date.is_some())
    };
    cites.iter().all(|cite| dated(&cite.source))
}

/// Moves the date of a fact or judgement by some years.
fn moved(world: &World, rng: &mut Rng, years: i32) -> Option<Mutant> {
    let is_told = |r: Told<'_>| matches!(r.stance, Stance::Fact | Stance::Assessment);
    let relation = those(world, rng, |r| is_told(r) && is_of_dated_texts(world, &r.cites))?;
    match (&relation.during, relation.attested.first()) {
        (Some(during), _) => Some(world.replace(
            relation.origin,
            &[Field("during")],
            &quote(&shifted(&during.text, years)?),
        )),
        (None, Some(date)) => Some(world.replace(
            relation.origin,
            &[Field("attested"), Item(0)],
            &quote(&shifted(&date.text, years)?),
        )),
        (None, None) => None,
    }
}

pub(crate) fn moved_past_source(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let years = rng.i32(30..90);
    moved(world, rng, years)
}

pub(crate) fn moved_back(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let years = -rng.i32(1..60);
    moved(world, rng, years)
}

/// Moves an act of taking part, signing, writing or founding to before or after what it is tied to.
pub(crate) fn moved_off_its_event(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let relation = those(world, rng, |r| {
        let sense = world.graph.vocabulary().sense(r.kind.as_str());
        let bound = matches!(sense, Some(Sense::Participation));
        let target = world.graph.find(&r.to);
        bound && r.during.is_some() && target.is_some_and(|t| !t.extent().is_undated())
    })?;
    let years = if rng.bool() { rng.i32(2..60) } else { -rng.i32(2..60) };
    let text = shifted(&relation.during.as_ref()?.text, years)?;
    Some(world.replace(relation.origin, &[Field("during")], &quote(&text)))
}

pub(crate) fn undated(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let relation = those(world, rng, |r| {
        world.graph.vocabulary().relation(r.kind.as_str()).is_some_and(|kind| kind.dated)
    })?;
    let fields = ["during", "attested", "began_after", "ended_before"];
    let mut edits = fields.iter().filter_map(|field| world.without_field(relation.origin, field));
    let first = edits.next()?;
    edits.next().is_none().then_some(first)
}

pub(crate) fn twice(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let relation = those(world, rng, |r| r.id.is_none())?;
    Some(world.with_copy(relation.origin, str::to_owned))
}

pub(crate) fn twice_turned_round(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let relation = those(world, rng, |r| {
        let kind = world.graph.vocabulary().relation(r.kind.as_str());
        r.id.is_none() && kind.is_some_and(|kind| kind.symmetric)
    })?;
    let (from, to) = (quote(&relation.from), quote(&relation.to));
    Some(world.with_copy(relation.origin, |text| {
        let text = text.replacen(&format!("from: {from}"), "from: \u{1}", 1);
        let text = text.replacen(&format!("to: {to}"), &format!("to: {from}"), 1);
        text.replacen('\u{1}', &to, 1)
    }))
}

pub(crate) fn fact_as_perception(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let relation = those(world, rng, |r| r.stance == Stance::Fact && r.holder.is_empty())?;
    world.with_field(relation.origin, "stance: Perception")
}

pub(crate) fn perception_as_fact(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let relation = those(world, rng, |r| r.stance == Stance::Perception)?;
    let stance = if rng.bool() { "Fact" } else { "Assessment" };
    Some(world.replace(relation.origin, &[Field("stance")], stance))
}

pub(crate) fn other_stance(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let stances = [Stance::Assessment, Stance::Prediction, Stance::Recommendation];
    let relation = those(world, rng, |r| stances.contains(&r.stance))?;
    Some(world.replace(relation.origin, &[Field("stance")], "Fact"))
}

/// A second target of a relation that has room for one.
pub(crate) fn second_target(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let relation = those(world, rng, |r| {
        world.graph.vocabulary().relation(r.kind.as_str()).is_some_and(|k| k.per_from == Some(1))
    })?;
    let other = &pick(world.graph.records().entities.iter().collect(), rng)?.id;
    let (old, new) = (quote(&relation.to), quote(other));
    (*other != relation.to && fits(world, relation.kind.as_str(), &relation.from, other)).then(
        || {
            world.with_copy(relation.origin, |text| {
                text.replacen(&format!("to: {old}"), &format!("to: {new}"), 1)
            })
        },
    )
}

/// Another host of what lies in a state or territory.
pub(crate) fn other_host(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let vocabulary = world.graph.vocabulary();
    let sense = |r: Told<'_>| vocabulary.sense(r.kind.as_str());
    let hosting = those(world, rng, |r| sense(r) == Some(Sense::Hosting))?;
    let states = world.graph.records().entities.iter().filter(|e| e.kind.as_str() == "State");
    let other = &pick(states.collect(), rng)?.id;
    let related = world.graph.records().relations.iter().any(|r| {
        let ends = [&r.from, &r.to];
        ends.contains(&other)
            && ends.contains(&&hosting.from)
            && matches!(sense(r), Some(Sense::PartOf | Sense::Location))
    });
    (*other != hosting.from && !related)
        .then(|| world.replace(hosting.origin, &[Field("from")], &quote(other)))
}
