//! How the processor time of a check grows with the data: ten times the relations must take at most
//! twelve times as long. `cargo bench --bench check` prints the times.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "a bench prints what it measures"
)]

#[path = "support/allocator.rs"]
mod allocator;
#[path = "support/clock.rs"]
mod clock;

use clock::Processor;
use criterion::measurement::Measurement;
use foedera::pipeline::{Options, analyse};
use foedera::text::{FileRole, Files};
use std::fmt::Write;
use std::time::Duration;

/// The sizes that are compared, in relations.
const SIZES: [usize; 2] = [10_000, 100_000];
/// How much longer the larger may take.
const MOST: f64 = 12.0;
/// How often each is measured, in turn; the shortest time counts.
const ROUNDS: usize = 7;
/// How many relations a file holds.
const PER_FILE: usize = 10_000;

/// A data set without a finding: states that are allied, each with an office, its holders one after
/// the other, and treaties between neighbours.
fn data_set(relations: usize) -> Files {
    let states = relations / 5;
    let mut files: Vec<_> = foedera::vocabulary::built_in().collect();
    let head = r#"[
        Dataset(id: "d", title: "D", description: "Generated.", licence: "CC0-1.0", reference_date: "2000"),
        Source(id: "s", kind: Background, title: "S", reference: "Generated."),
    ]"#;
    files.push(Files::from_bytes("d.ron", FileRole::Records, head.as_bytes()));
    for (number, first) in (0..states).step_by(PER_FILE / 5).enumerate() {
        let mut text = String::from("[\n");
        for n in first..states.min(first + PER_FILE / 5) {
            state(&mut text, n, states);
        }
        text.push_str("]\n");
        let name = format!("states-{number:03}.ron");
        files.push(Files::from_bytes(name, FileRole::Records, text.as_bytes()));
    }
    Files::new(files)
}

/// The records of one state: five relations, among others.
fn state(text: &mut String, n: usize, states: usize) {
    let next = (n + 1) % states;
    let entity = |id: &str, kind: &str, name: &str, more: &str| {
        format!(
            "Entity(id: \"{id}-{n}\", kind: {kind}, name: \"{name} {n}\", {more}cites: [(\"s\")]),\n"
        )
    };
    text.push_str(&entity("state", "State", "The state of", ""));
    text.push_str(&entity("office", "Office", "The office of", "seats: 1, "));
    text.push_str(&entity("ann", "Person", "Ann the", "life: \"1900/1980\", "));
    text.push_str(&entity("bob", "Person", "Robert the", "life: \"1920/..\", "));
    let mut relation = |from: String, kind: &str, to: String, during: &str| {
        let during =
            if during.is_empty() { String::new() } else { format!("during: \"{during}\", ") };
        writeln!(
            text,
            "Relation(from: \"{from}\", kind: {kind}, to: \"{to}\", {during}cites: [(\"s\")]),"
        )
        .unwrap_or_default();
    };
    relation(format!("office-{n}"), "OfficeOf", format!("state-{n}"), "");
    relation(format!("ann-{n}"), "HoldsOffice", format!("office-{n}"), "1950-01-01/1960-01-01");
    relation(format!("bob-{n}"), "HoldsOffice", format!("office-{n}"), "1960-01-01/1970-01-01");
    relation(format!("state-{n}"), "AlliedWith", format!("state-{next}"), "");
    relation(format!("ann-{n}"), "Met", format!("bob-{next}"), "1955-05");
}

/// The processor time of a check that finds nothing.
fn measured(files: &Files) -> Duration {
    let start = Processor.start();
    let findings = analyse(files, &Options::default()).diagnostics.len();
    let time = Processor.end(start);
    assert_eq!(findings, 0, "the generated data is clean");
    time
}

fn main() {
    let sets = SIZES.map(data_set);
    let mut times = SIZES.map(|_| Duration::MAX);
    for _ in 0..ROUNDS {
        for (files, time) in sets.iter().zip(&mut times) {
            *time = measured(files).min(*time);
        }
    }
    let [small, large] = times.map(|time| time.as_secs_f64());
    for (size, time) in SIZES.iter().zip([small, large]) {
        println!("{size:>7} relations: {:>8.1} ms", time * 1e3);
    }
    let grown = large / small;
    println!("ten times the relations take {grown:.1} times as long; the aim is at most {MOST}");
}
