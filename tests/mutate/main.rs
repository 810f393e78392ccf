//! The mutation score: what share of single changes to the meaning of the data the checks find.
//!
//! `cargo test --test mutate` makes a few mutants of each class from a fixed seed, and holds the
//! checks to a score. `just mutate` makes thousands and prints the survivors; the environment
//! variables `MUTANTS` (of each class) and `SEED` say how many and which.
#![allow(clippy::disallowed_methods, reason = "the test reads the environment and docs/")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod classes;
mod commitments;
mod entities;
mod relations;
mod spelling;
mod world;

use classes::{CLASSES, Class};
use foedera::diagnostic::{Diagnostic, Level};
use foedera::text::{Files, Place};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeSet;
use std::fmt::Write;
use world::{Mutant, World};

/// The source of chance.
pub(crate) type Rng = fastrand::Rng;

/// The mutants of each class where nothing else is asked for.
const MUTANTS: usize = 10;
/// The share that must be found of each class that the vocabulary can know, in percent.
const SCORE: usize = 90;
/// The share of misspelt names for which the right one must be the first suggestion, in percent.
const SUGGESTED: usize = 95;

/// The check that tells that citations were changed, rightly or wrongly; it counts for nothing.
const LOCK: &str = "stale-lock";

/// One of some things, by chance.
pub(crate) fn pick<T>(mut things: Vec<T>, rng: &mut Rng) -> Option<T> {
    (!things.is_empty()).then(|| things.swap_remove(rng.usize(0..things.len())))
}

/// A date or interval with every year moved.
pub(crate) fn shifted(text: &str, years: i32) -> Option<String> {
    let part = |part: &str| -> Option<String> {
        if part.is_empty() || part == ".." {
            return Some(part.to_owned());
        }
        let year: i32 = part.get(..4)?.parse().ok()?;
        Some(format!("{:04}{}", year + years, &part[4..]))
    };
    let parts: Option<Vec<String>> = text.split('/').map(part).collect();
    Some(parts?.join("/"))
}

/// What became of the mutants of one class.
#[derive(Default)]
struct Tally {
    made: usize,
    caught: usize,
    misspelt: usize,
    suggested: usize,
    survivors: Vec<String>,
    misled: Vec<String>,
    unplaced: Vec<String>,
}

impl Tally {
    fn percent(&self) -> usize {
        share(self.caught, self.made)
    }
}

/// A share in whole percent, rounded down; 100 of nothing.
fn share(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(100)
}

/// Makes up to so many different mutants of a class, and tallies what is found in them.
fn tally(world: &World, class: &Class, number: usize, seed: u64) -> Tally {
    let name: u64 = class.name.bytes().map(u64::from).fold(seed, |h, b| h.wrapping_mul(31) + b);
    let mut rng = Rng::with_seed(name);
    let mut made: BTreeSet<String> = BTreeSet::new();
    let mut tally = Tally::default();
    for _ in 0..number * 60 {
        if tally.made == number {
            break;
        }
        let Some(mutant) = (class.make)(world, &mut rng) else { continue };
        if made.insert(mutant.says.clone()) {
            judge(world, mutant, &mut tally);
        }
    }
    tally
}

fn judge(world: &World, mutant: Mutant, tally: &mut Tally) {
    let (files, findings) = world.findings(&mutant);
    tally.made += 1;
    for finding in findings.iter().filter(|finding| !is_placed(finding, &files)) {
        tally.unplaced.push(format!("{}: {}", mutant.says, finding.message));
    }
    if let Some(right) = &mutant.right {
        tally.misspelt += 1;
        if findings.iter().any(|finding| suggests(finding, right)) {
            tally.suggested += 1;
        } else {
            tally.misled.push(mutant.says.clone());
        }
    }
    if findings.iter().all(|finding| finding.rule.name == LOCK) {
        tally.survivors.push(mutant.says);
    } else {
        tally.caught += 1;
    }
}

/// Whether a finding points at a line and column that are there.
fn is_placed(finding: &Diagnostic, files: &Files) -> bool {
    assert_ne!(finding.level, Level::Allow);
    let Place::Bytes(span) = finding.primary.at else { return false };
    let text = &files.get(span.file).text;
    text.get(span.range()).is_some()
}

/// Whether the first change that a finding suggests is the right one.
fn suggests(finding: &Diagnostic, right: &str) -> bool {
    let first = finding.fixes.first().and_then(|fix| fix.edits.first());
    first.is_some_and(|edit| edit.new == right)
}

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn run(world: &World, mutants: usize, seed: u64) -> Vec<(&'static Class, Tally)> {
    CLASSES.par_iter().map(|class| (class, tally(world, class, mutants, seed))).collect()
}

/// The page on the mutation score.
fn page(tallies: &[(&Class, Tally)]) -> String {
    let mut page = String::from(
        "# The mutation score\n\n\
         How well the checks guard the data is measured by changing it: each mutant is the curated \
         data set with one change of its meaning, made by chance. It is *caught* when `foedera \
         check` finds anything at the default levels, \
         a stale lock aside. `just mutate` makes thousands and prints the \
         survivors; the figures here are of the few, always the same, that the tests make.\n\n\
         ## What the vocabulary can know\n\n\
         Of each of these classes at least 90 % must be caught.\n\n\
         | class | mutant | made | caught |\n|---|---|---|---|\n",
    );
    let rows = |known: bool| tallies.iter().filter(move |(c, _)| c.unknowable.is_none() == known);
    for (class, tally) in rows(true) {
        let (name, does, made) = (class.name, class.does, tally.made);
        writeln!(page, "| {name} | {does} | {made} | {} % |", tally.percent()).unwrap();
    }
    page.push_str(
        "\n## What it can't know\n\nThese mutants say what may well be so. What is caught of them is \
         caught by luck of the place.\n\n| class | mutant | made | caught | why |\n|---|---|---|---|---|\n",
    );
    for (class, tally) in rows(false) {
        let (name, does, why) = (class.name, class.does, class.unknowable.unwrap_or(""));
        let (made, percent) = (tally.made, tally.percent());
        writeln!(page, "| {name} | {does} | {made} | {percent} % | {why} |").unwrap();
    }
    let (misspelt, suggested) = spelling_of(tallies);
    writeln!(
        page,
        "\n## Misspelt names\n\nOf {misspelt} misspelt names the right one is the first suggestion \
         for {} %.",
        share(suggested, misspelt)
    )
    .unwrap();
    page
}

fn spelling_of(tallies: &[(&Class, Tally)]) -> (usize, usize) {
    let sum = |of: fn(&Tally) -> usize| tallies.iter().map(|(_, tally)| of(tally)).sum();
    (sum(|tally| tally.misspelt), sum(|tally| tally.suggested))
}

#[test]
fn the_checks_catch_what_the_vocabulary_can_know() {
    let (mutants, seed) = (number("MUTANTS", MUTANTS), number("SEED", 1) as u64);
    let tallies = run(&World::us_japan(), mutants, seed);
    let page = page(&tallies);
    let mut weak = Vec::new();
    for (class, tally) in &tallies {
        assert!(tally.made > 0, "no mutant of the class {:?} can be made", class.name);
        assert!(tally.unplaced.is_empty(), "findings without a place: {:#?}", tally.unplaced);
        println!("{:24} {:5} of {:5} caught", class.name, tally.caught, tally.made);
        if class.unknowable.is_none() {
            tally.survivors.iter().for_each(|survivor| println!("    survivor: {survivor}"));
        }
        tally.misled.iter().for_each(|mutant| println!("    no right suggestion: {mutant}"));
        if class.unknowable.is_none() && tally.percent() < SCORE {
            weak.push(format!("{}: {} %", class.name, tally.percent()));
        }
    }
    let (misspelt, suggested) = spelling_of(&tallies);
    println!("right first suggestion: {suggested} of {misspelt}");
    assert!(weak.is_empty(), "below {SCORE} %: {weak:#?}");
    assert!(share(suggested, misspelt) >= SUGGESTED, "{suggested} of {misspelt} suggestions");
    if mutants == MUTANTS && seed == 1 {
        is_fresh("docs/mutation.md", &page);
    }
}

fn is_fresh(path: &str, page: &str) {
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, page).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == page, "{path} is stale: run `BLESS=1 cargo test --test mutate`");
}
