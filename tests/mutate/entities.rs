//! Entities that are something else: other kinds, swapped ids, moved articles.

use super::spelling::references;
use super::world::{Mutant, World};
use super::{Rng, pick};
use foedera::record::{Entity, Filed, quote};
use foedera::text::Step::Field;
use foedera::vocabulary::{Ident, Nature};
use std::collections::BTreeSet;

fn any<'w>(world: &'w World, rng: &mut Rng) -> Option<&'w Filed<Entity>> {
    pick(world.graph.records().entities.iter().collect(), rng)
}

fn nature(world: &World, entity: &Entity) -> Option<Nature> {
    world.graph.vocabulary().nature(entity.kind.as_str())
}

/// Whether every relation of an entity allows it to be of another kind.
fn fits(world: &World, entity: &Entity, kind: &str) -> bool {
    let vocabulary = world.graph.vocabulary();
    let allows = |ends: &[Ident]| ends.iter().any(|end| vocabulary.is_a(kind, end.as_str()));
    world.graph.records().relations.iter().all(|relation| {
        let Some(of) = vocabulary.relation(relation.kind.as_str()) else { return true };
        (relation.from != entity.id || allows(&of.from))
            && (relation.to != entity.id || allows(&of.to))
    })
}

fn other_kind(world: &World, rng: &mut Rng, fit: bool) -> Option<Mutant> {
    let entity = any(world, rng)?;
    let kinds = world.graph.vocabulary().entities().map(|kind| kind.id.as_str()).collect();
    let kind = pick(kinds, rng).filter(|kind| *kind != entity.kind.as_str())?;
    (fits(world, entity, kind) == fit).then(|| world.replace(entity.origin, &[Field("kind")], kind))
}

pub(crate) fn other_kind_unfit(world: &World, rng: &mut Rng) -> Option<Mutant> {
    other_kind(world, rng, false)
}

pub(crate) fn other_kind_fit(world: &World, rng: &mut Rng) -> Option<Mutant> {
    other_kind(world, rng, true)
}

fn swapped(world: &World, rng: &mut Rng, same_nature: bool) -> Option<Mutant> {
    let (one, other) = (any(world, rng)?, any(world, rng)?);
    if one.id == other.id || (nature(world, one) == nature(world, other)) != same_nature {
        return None;
    }
    let mut mutant = world.replace(one.origin, &[Field("id")], &quote(&other.id));
    mutant.edits.extend(world.replace(other.origin, &[Field("id")], &quote(&one.id)).edits);
    mutant.says = format!("ids of {} and {} swapped", one.id, other.id);
    Some(mutant)
}

pub(crate) fn ids_of_two_natures(world: &World, rng: &mut Rng) -> Option<Mutant> {
    swapped(world, rng, false)
}

pub(crate) fn ids_of_one_nature(world: &World, rng: &mut Rng) -> Option<Mutant> {
    swapped(world, rng, true)
}

pub(crate) fn twice(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let entity = any(world, rng)?;
    let (old, new) = (quote(&entity.id), quote(&format!("{}-2", entity.id)));
    Some(world.with_copy(entity.origin, |text| text.replacen(&old, &new, 1)))
}

pub(crate) fn removed(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let used: BTreeSet<String> = references(world).into_iter().map(|r| r.id).collect();
    let entity = any(world, rng).filter(|entity| used.contains(entity.id.as_str()))?;
    Some(world.without_record(entity.origin))
}

fn provision<'w>(world: &'w World, rng: &mut Rng) -> Option<&'w Filed<Entity>> {
    pick(world.graph.records().entities.iter().filter(|e| e.record.of.is_some()).collect(), rng)
}

pub(crate) fn moved_article(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let article = provision(world, rng)?;
    let other = any(world, rng)?;
    let is_text = nature(world, other) == Some(Nature::Instrument);
    (is_text && article.record.of.as_ref() != Some(&other.id))
        .then(|| world.replace(article.origin, &[Field("of")], &quote(&other.id)))
}

pub(crate) fn renumbered_article(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let article = provision(world, rng)?;
    let step = rng.u32(1..9);
    match (&article.record.number, article.order) {
        (Some(number), _) => {
            let number: u32 = number.parse().ok()?;
            Some(world.replace(
                article.origin,
                &[Field("number")],
                &quote(&(number + step).to_string()),
            ))
        }
        (None, Some(order)) => {
            Some(world.replace(article.origin, &[Field("order")], &(order + step).to_string()))
        }
        (None, None) => None,
    }
}

pub(crate) fn article_of_nothing(world: &World, rng: &mut Rng) -> Option<Mutant> {
    world.without_field(provision(world, rng)?.origin, "of")
}
