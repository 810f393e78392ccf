//! Puts a question to the program and tells the answer in short lines, so that tests read as questions and
//! answers:
//!
//! ```text
//! joseph-nye Began summit-diplomacy (before April 1996) [An Historic Summit ¶3]
//! ```

use serde_json::Value;
use std::process::Command;

/// What the program answers to a command line, as JSON, and its exit code. Words between single
/// quotes are one argument.
fn run(command: &str) -> (Value, i32) {
    let parts = command.split('\'').enumerate();
    let arguments =
        parts.flat_map(
            |(n, part)| {
                if n % 2 == 1 { vec![part] } else { part.split_whitespace().collect() }
            },
        );
    let output = Command::new(env!("CARGO_BIN_EXE_foedera"))
        .args(["--data", "data/us-japan"])
        .args(arguments)
        .args(["--format", "json"])
        .output()
        .unwrap();
    let messages = String::from_utf8_lossy(&output.stderr);
    let answer = serde_json::from_slice(&output.stdout);
    let answer = answer.unwrap_or_else(|error| panic!("{command}: {error}\n{messages}"));
    (answer, output.status.code().unwrap())
}

/// The JSON document that answers a command, which must have an answer.
pub(crate) fn json(command: &str) -> Value {
    let (document, code) = run(command);
    assert_eq!(code, 0, "{command}");
    document
}

/// The command tells these lines and no others; paths in their order, all else in any.
pub(crate) fn answers(command: &str, expected: &str) {
    let mut told = lines(&json(command));
    let mut expected = by_line(expected);
    if !command.starts_with("path") {
        told.sort();
        expected.sort_unstable();
    }
    assert_eq!(told, expected, "{command}");
}

/// The command tells these lines among others.
pub(crate) fn tells(command: &str, expected: &str) {
    let told = lines(&json(command));
    let mut missing = by_line(expected);
    missing.retain(|line| !told.iter().any(|told| told == line));
    assert!(missing.is_empty(), "{command}: it does not tell\n{missing:#?}\nbut\n{told:#?}");
}

fn by_line(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// The command has no answer, and says so by its exit code.
pub(crate) fn silent(command: &str) {
    let (document, code) = run(command);
    assert_eq!((lines(&document), code), (Vec::new(), 1), "{command}");
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}

fn words(values: &Value) -> String {
    list(values).map(word).collect::<Vec<_>>().join(", ")
}

fn lines(document: &Value) -> Vec<String> {
    let answer = &document["answer"];
    match word(&document["question"]) {
        "find" => list(&answer["found"]).map(|node| word(&node["id"]).into()).collect(),
        "neighbors" => list(&answer["edges"]).map(tie).collect(),
        "path" => list(&answer["paths"])
            .flat_map(|path| list(&path["hops"]))
            .map(|hop| tie(&hop["edge"]))
            .collect(),
        "show" => shown(answer),
        "commitments" => list(&answer["commitments"]).map(owed).collect(),
        other => panic!("no lines for `{other}`"),
    }
}

/// `return-of-futenma (recommended) united-states → japan, okinawa`.
fn owed(commitment: &Value) -> String {
    let [id, status] = [&commitment["id"], &commitment["status"]["words"]].map(word);
    let [by, to] = [&commitment["by"], &commitment["to"]].map(words);
    let to = if to.is_empty() { "nobody named" } else { &to };
    format!("{id} ({status}) {by} → {to}")
}

/// `from Kind to (when; stance; certainty; held by whom) [Section ¶n; ...]`.
fn tie(edge: &Value) -> String {
    let [from, kind, to] = ["from", "kind", "to"].map(|field| word(&edge[field]));
    let holder = words(&edge["holder"]);
    let said = [word(&edge["when"]["words"]), word(&edge["stance"]), word(&edge["certainty"])];
    let mut said: Vec<String> = said
        .into_iter()
        .filter(|said| !["", "fact", "certain"].contains(said))
        .map(Into::into)
        .collect();
    if !holder.is_empty() {
        said.push(format!("held by {holder}"));
    }
    let said = if said.is_empty() { String::new() } else { format!(" ({})", said.join("; ")) };
    format!("{from} {kind} {to}{said}{}", cited(&edge["cites"]))
}

/// ` [Section ¶n; ...]`, each place once; a source without a text by its id.
fn cited(cites: &Value) -> String {
    let mut places: Vec<String> = Vec::new();
    for cite in list(cites) {
        let place = match cite["paragraph"].as_u64() {
            Some(paragraph) => format!("{} ¶{paragraph}", word(&cite["section"])),
            None => word(&cite["source"]).into(),
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    format!(" [{}]", places.join("; "))
}

/// What `show` tells of a node, a line for each thing; its ties as in `neighbors`.
fn shown(answer: &Value) -> Vec<String> {
    let commitment = &answer["commitment"];
    let fields = [
        ("kind", &answer["kind"]),
        ("time", &answer["when"]["words"]),
        ("status", &commitment["status"]["words"]),
        ("binding", &commitment["binding"]),
        ("due", &commitment["due"]),
        ("overdue", &commitment["overdue"]),
    ];
    let fields = fields.into_iter().filter(|(_, value)| value.is_string());
    let step = |step: &Value| format!("{}{}", word(&step["words"]), cited(&step["cites"]));
    let measure = |measure: &Value| {
        let place =
            measure["place"].as_str().map_or_else(String::new, |place| format!(" in {place}"));
        let [what, words] = [&measure["what"], &measure["words"]].map(word);
        format!("{what}: {words}{place}{}", cited(&measure["cites"]))
    };
    let mut told: Vec<String> =
        fields.map(|(name, value)| format!("{name}: {}", word(value))).collect();
    told.extend(list(&commitment["history"]).map(step));
    told.extend(list(&answer["measures"]).map(measure));
    told.extend(list(&answer["edges"]).map(tie));
    told.push(format!("cited:{}", cited(&answer["cites"])));
    told
}

/// Makes a test of each question: its name, and the commands that answer it, with what they are to say.
macro_rules! questions {
    ($(fn $question:ident {
        $($says:ident $command:literal $(=> $expected:literal)?;)+
    })+) => {
        $(#[test] fn $question() { $($says($command $(, $expected)?);)+ })+
    };
}
pub(crate) use questions;
