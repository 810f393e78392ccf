//! Slips of the pen: names misspelt by one letter, words dropped from citations, figures changed.

use super::world::{Mutant, World};
use super::{Rng, pick};
use foedera::record::{Cite, Origin, quote};
use foedera::text::Step::{self, Field, Item};
use std::collections::BTreeSet;

/// A reference to a node, and where it stands.
pub(crate) struct Reference {
    pub(crate) origin: Origin,
    pub(crate) steps: Vec<Step>,
    pub(crate) id: String,
}

/// Every reference of relations, commitments, provisions and measures.
pub(crate) fn references(world: &World) -> Vec<Reference> {
    let records = world.graph.records();
    let mut all = Vec::new();
    let mut add = |origin, steps: Vec<Step>, id: &str| {
        all.push(Reference { origin, steps, id: id.to_owned() });
    };
    for r in &records.relations {
        add(r.origin, vec![Field("from")], &r.from);
        add(r.origin, vec![Field("to")], &r.to);
    }
    for c in &records.commitments {
        let lists = [("by", &c.record.by), ("to", &c.to), ("about", &c.about), ("under", &c.under)];
        for (field, ids) in lists {
            for (n, id) in (0..).zip(ids) {
                add(c.origin, vec![Field(field), Item(n)], id);
            }
        }
        for (field, id) in [("at", &c.at), ("part_of", &c.part_of)] {
            id.iter().for_each(|id| add(c.origin, vec![Field(field)], id));
        }
    }
    for e in &records.entities {
        e.record.of.iter().for_each(|id| add(e.origin, vec![Field("of")], id));
    }
    for m in &records.measures {
        add(m.origin, vec![Field("of")], &m.of);
    }
    all
}

/// A word with one letter dropped, doubled, replaced or swapped with the next.
fn misspelt(word: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = rng.usize(1..letters.len().max(2)).min(letters.len() - 1);
    match rng.u8(0..4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 => letters[at] = rng.lowercase(),
        _ if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters.push('s'),
    }
    letters.into_iter().collect()
}

pub(crate) fn id(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let reference = pick(references(world), rng)?;
    let new = misspelt(&reference.id, rng);
    if world.graph.find(&new).is_some() {
        return None;
    }
    let mutant = world.replace(reference.origin, &reference.steps, &quote(&new));
    Some(Mutant { right: Some(quote(&reference.id)), ..mutant })
}

pub(crate) fn kind(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let (records, vocabulary) = (world.graph.records(), world.graph.vocabulary());
    let entities = records.entities.iter().map(|e| (e.origin, "kind", &e.kind));
    let relations = records.relations.iter().map(|r| (r.origin, "kind", &r.kind));
    let commitments = records.commitments.iter().map(|c| (c.origin, "kind", &c.kind));
    let measures = records.measures.iter().map(|m| (m.origin, "what", &m.what));
    let all: Vec<_> = entities.chain(relations).chain(commitments).chain(measures).collect();
    let (origin, field, kind) = pick(all, rng)?;
    let new = misspelt(kind.as_str(), rng);
    let is_known = vocabulary.entity(&new).is_some()
        || vocabulary.relation(&new).is_some()
        || vocabulary.obligation(&new).is_some()
        || vocabulary.measure(&new).is_some();
    let is_word = new.chars().next().is_some_and(|first| first.is_ascii_uppercase());
    (is_word && !is_known).then(|| Mutant {
        right: Some(kind.as_str().to_owned()),
        ..world.replace(origin, &[Field(field)], &new)
    })
}

pub(crate) fn field(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let reference = pick(references(world), rng)?;
    let fields = world.fields(reference.origin);
    let text = &world.files.get(reference.origin.file).text;
    let names: BTreeSet<&str> = fields.iter().map(|(key, _)| &text[key.clone()]).collect();
    let (key, _) = pick(fields.clone(), rng)?;
    let right = text[key.clone()].to_owned();
    let new = misspelt(&right, rng);
    let says = format!("{}: {right} -> {new}", world.place(reference.origin));
    let is_known = names.contains(new.as_str()) || ["to", "of", "by", "at"].contains(&&*new);
    let mutant = Mutant::new((reference.origin.file, key, new), says);
    (!is_known).then_some(Mutant { right: Some(right), ..mutant })
}

/// Every citation with words, and where it stands.
fn locators(world: &World) -> Vec<(Origin, u32, String)> {
    let records = world.graph.records();
    let mut all = Vec::new();
    let mut add = |origin: Origin, cites: &[Cite]| {
        for (n, cite) in (0..).zip(cites) {
            all.extend(cite.locator.clone().map(|words| (origin, n, words)));
        }
    };
    records.entities.iter().for_each(|r| add(r.origin, &r.cites));
    records.relations.iter().for_each(|r| add(r.origin, &r.cites));
    records.commitments.iter().for_each(|r| add(r.origin, &r.cites));
    all
}

fn with_words(world: &World, at: &(Origin, u32, String), words: &str) -> Mutant {
    world.replace(at.0, &[Field("cites"), Item(at.1), Item(1)], &quote(words))
}

pub(crate) fn dropped_word(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let at = pick(locators(world), rng)?;
    let mut words: Vec<&str> = at.2.split_whitespace().collect();
    if words.len() < 3 {
        return None;
    }
    words.remove(if rng.bool() { 0 } else { words.len() - 1 });
    let words = words.join(" ");
    let is_cited = locators(world).iter().any(|(_, _, other)| *other == words);
    (!is_cited && !words.starts_with('…') && !words.ends_with('…'))
        .then(|| with_words(world, &at, &words))
}

pub(crate) fn other_word(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let at = pick(locators(world), rng)?;
    let mut words: Vec<String> = at.2.split_whitespace().map(str::to_owned).collect();
    let n = rng.usize(0..words.len());
    if words[n] == "…" {
        return None;
    }
    words[n] = format!("{}ly", words[n].trim_end_matches(|c: char| !c.is_alphanumeric()));
    Some(with_words(world, &at, &words.join(" ")))
}

pub(crate) fn no_citation(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let reference = pick(references(world), rng)?;
    world.without_field(reference.origin, "cites")
}

pub(crate) fn citation_twice(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let (origin, n, _) = pick(locators(world), rng)?;
    let range = world.range(origin, &[Field("cites"), Item(n)]);
    let copy = format!("{}, ", &world.files.get(origin.file).text[range.clone()]);
    let says = format!("{}: cites twice {copy}", world.place(origin));
    Some(Mutant::new((origin.file, range.start..range.start, copy), says))
}

pub(crate) fn wrong_unit(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let measure = pick(world.graph.records().measures.iter().collect(), rng)?;
    let units = ["persons", "percent", "days", "months", "years", "items", "times", "place"];
    let allowed = &world.graph.vocabulary().measure(measure.what.as_str())?.units;
    let unit = pick(units.to_vec(), rng).filter(|unit| !allowed.iter().any(|a| a == unit))?;
    Some(world.replace(measure.origin, &[Field("unit")], &quote(unit)))
}

pub(crate) fn impossible_figure(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let measure = pick(world.graph.records().measures.iter().collect(), rng)?;
    let kind = world.graph.vocabulary().measure(measure.what.as_str())?;
    let figure = match (kind.most, kind.least) {
        (Some(most), _) if rng.bool() => most + f64::from(rng.u8(1..90)),
        (_, Some(least)) => least - f64::from(rng.u8(1..90)),
        _ => return None,
    };
    Some(world.replace(measure.origin, &[Field("value")], &figure.to_string()))
}

pub(crate) fn other_figure(world: &World, rng: &mut Rng) -> Option<Mutant> {
    let measure = pick(world.graph.records().measures.iter().collect(), rng)?;
    let figure = measure.value + f64::from(rng.u8(1..9));
    Some(world.replace(measure.origin, &[Field("value")], &figure.to_string()))
}
