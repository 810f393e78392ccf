//! Every check fires on its `fires` examples and on nothing in its `passes` examples; the examples
//! are those of its documentation.

use foedera::check::{CHECKS, Check};
use foedera::diagnostic::Diagnostic;
use foedera::pipeline::{Analysis, Options, analyse};
use foedera::text::{File, FileRole, Files};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;

/// A fenced block of a check's documentation.
struct Block {
    info: Vec<String>,
    text: String,
}

fn blocks(docs: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (line.strip_prefix("```"), open.take()) {
            (Some(""), Some(block)) => blocks.push(block),
            (Some(info), None) => {
                let info = info.split_whitespace().map(str::to_owned).collect();
                open = Some(Block { info, text: String::new() });
            }
            (_, Some(mut block)) => {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some(block);
            }
            (_, None) => {}
        }
    }
    blocks
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What every example may rely on: a data set `d`, a background source `s`, and, where the
/// documentation has a text block, a source `t` with that text.
fn preamble(text: Option<&str>) -> String {
    let with_text = text.map_or(String::new(), |text| {
        format!(
            r#"Source(id: "t", kind: Publication, title: "T", date: "1990",
                text: (file: "t.txt", sha256: "{}")),"#,
            sha256(text)
        )
    });
    format!(
        r#"[
            Dataset(id: "d", title: "D", description: "Examples.", licence: "CC0-1.0", reference_date: "2000"),
            Source(id: "s", kind: Background, title: "S", reference: "A made-up source."),
            {with_text}
        ]"#
    )
}

fn analysis(check: &Check, block: &Block) -> Analysis {
    let has = |word: &str| block.info.iter().any(|info| info == word);
    let text = blocks(check.rule.docs).into_iter().find(|b| b.info == ["text"]).map(|b| b.text);
    let example = block.text.replace('␀', "\0");
    let mut files: Vec<File> = foedera::vocabulary::built_in().collect();
    files.push(Files::from_bytes("example.ron", FileRole::Records, example.as_bytes()));
    if !has("bare") {
        let preamble = preamble(text.as_deref());
        files.push(Files::from_bytes("preamble.ron", FileRole::Records, preamble.as_bytes()));
    }
    if let Some(text) = &text {
        files.push(Files::from_bytes("t.txt", FileRole::SourceText, text.as_bytes()));
    }
    let first = analyse(&Files::new(files.clone()), &Options::default());
    match first.graph.evidence().fresh_lock() {
        Some(lock) if !has("unlocked") => {
            files.push(Files::from_bytes("citations.lock", FileRole::Lock, lock.as_bytes()));
            analyse(&Files::new(files), &Options::default())
        }
        _ => first,
    }
}

fn shown(findings: &[Diagnostic]) -> Vec<String> {
    findings.iter().map(|d| format!("{}: {}", d.rule.code, d.message)).collect()
}

fn examples(check: &Check, wanted: &str) -> Vec<Block> {
    let is = |block: &Block| block.info.first().is_some_and(|i| i == "ron");
    let all = blocks(check.rule.docs).into_iter();
    all.filter(|block| is(block) && block.info.iter().any(|info| info == wanted)).collect()
}

#[test]
fn every_check_fires_on_its_examples() {
    let mut wrong = Vec::new();
    for check in CHECKS {
        let fires = examples(check, "fires");
        assert!(!fires.is_empty(), "{} has no example that fires", check.rule.name);
        for block in fires {
            let findings = analysis(check, &block).diagnostics;
            let codes: BTreeSet<&str> = findings.iter().map(|d| d.rule.code).collect();
            if codes != BTreeSet::from([check.rule.code]) {
                let found = shown(&findings);
                wrong.push(format!("{}: {found:#?}\n{}", check.rule.name, block.text));
            }
        }
    }
    assert!(wrong.is_empty(), "not just the check itself fires:\n{}", wrong.join("\n"));
}

#[test]
fn nothing_fires_on_examples_that_pass() {
    let mut wrong = Vec::new();
    for check in CHECKS {
        let passes = examples(check, "passes");
        assert!(!passes.is_empty(), "{} has no example that passes", check.rule.name);
        for block in passes {
            let findings = analysis(check, &block).diagnostics;
            if !findings.is_empty() {
                let found = shown(&findings);
                wrong.push(format!("{}: {found:#?}\n{}", check.rule.name, block.text));
            }
        }
    }
    assert!(wrong.is_empty(), "something fires:\n{}", wrong.join("\n"));
}

#[test]
fn codes_and_names_are_unique_and_in_order() {
    let codes: Vec<&str> = CHECKS.iter().map(|check| check.rule.code).collect();
    assert!(codes.is_sorted_by(|a, b| a < b), "the list is not in the order of codes: {codes:?}");
    let names: BTreeSet<&str> = CHECKS.iter().map(|check| check.rule.name).collect();
    assert_eq!(names.len(), CHECKS.len());
    for check in CHECKS {
        let docs = check.rule.docs;
        assert!(docs.contains("## Why it matters"), "{}: why?", check.rule.name);
        assert!(docs.contains("## How to mend it"), "{}: how?", check.rule.name);
    }
}

#[test]
fn every_file_is_a_registered_check_of_its_name() {
    let shared = ["mod.rs", "shared.rs", "levels.rs"];
    let files: BTreeSet<String> = fs::read_dir("src/check")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !shared.contains(&name.as_str()))
        .collect();
    let registered: BTreeSet<String> =
        CHECKS.iter().map(|check| format!("{}.rs", check.rule.name.replace('-', "_"))).collect();
    assert_eq!(files, registered);
}
