//! Every check fires on its `fires` examples and on nothing in its `passes` examples; the examples
//! are those of its documentation.
#![allow(clippy::disallowed_methods, reason = "the test reads the sources and rewrites docs/")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use foedera::check::{CHECKS, Check};
use foedera::diagnostic::{Diagnostic, Rule};
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
/// documentation has a text block, a source `t` of 1990 with that text.
fn preamble(text: Option<&str>, reference_date: &str, allow: &str) -> String {
    let with_text = text.map_or(String::new(), |text| {
        format!(
            r#"Source(id: "t", kind: Publication, title: "T", date: "1990",
                text: (file: "t.txt", sha256: "{}")),"#,
            sha256(text)
        )
    });
    format!(
        r#"[
            Dataset(id: "d", title: "D", description: "Examples.", licence: "CC0-1.0", reference_date: "{reference_date}", allow: [{allow}]),
            Source(id: "s", kind: Background, title: "S", reference: "A made-up source."),
            {with_text}
        ]"#
    )
}

fn analysis(check: &Check, block: &Block) -> Analysis {
    let has = |word: &str| block.info.iter().any(|info| info == word);
    let text = blocks(check.rule.docs).into_iter().find(|b| b.info == ["text"]).map(|b| b.text);
    let hash = text.as_deref().map(sha256).unwrap_or_default();
    let example = block.text.replace('␀', "\0").replace('␡', &hash);
    let mut files: Vec<File> = foedera::vocabulary::built_in().collect();
    files.push(Files::from_bytes("example.ron", FileRole::Records, example.as_bytes()));
    if !has("bare") {
        let reference = block.info.iter().find_map(|info| info.strip_prefix("reference="));
        // An example need not cover its text, unless that is what it is about.
        let about = check.rule.name == "uncovered-sentence";
        let allow = if about { "" } else { r#""uncovered-sentence""# };
        let preamble = preamble(text.as_deref(), reference.unwrap_or("2000"), allow);
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

/// The reference page of the checks, as their table says.
fn page() -> String {
    let groups = [
        ("F01", "Syntax and ids"),
        ("F02", "References and kinds"),
        ("F03", "Time"),
        ("F04", "Offices and people"),
        ("F05", "Treaties and provisions"),
        ("F06", "Commitments"),
        ("F07", "Citations and stance"),
        ("F08", "Shape of the graph"),
        ("F09", "Text hygiene"),
        ("F10", "Views"),
    ];
    let mut page = format!(
        "# The checks\n\nThe {} checks of `foedera check`, made of their own documentation. \
         `foedera explain CODE` shows one of them.\n",
        CHECKS.len()
    );
    for (group, title) in groups {
        page.push_str(&format!(
            "\n## {group}: {title}\n\n| code | name | level | finds |\n|---|---|---|---|\n"
        ));
        let rules = CHECKS.iter().map(|check| check.rule).filter(|r| r.code.starts_with(group));
        for rule in rules.clone() {
            let (code, name, level) = (rule.code, rule.name, rule.level.word());
            page.push_str(&format!(
                "| [{code}](#{name}) | `{name}` | {level} | {} |\n",
                sentence(rule.docs)
            ));
        }
        for rule in rules {
            page.push_str(&format!("\n### {}\n\n{}\n", rule.name, section(rule)));
        }
    }
    page
}

/// The first sentence of a documentation.
fn sentence(docs: &str) -> String {
    let first = docs.trim().split("\n\n").next().unwrap();
    let line = first.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    line.split_once(". ").map_or(line.clone(), |(sentence, _)| format!("{sentence}."))
}

/// The documentation of a check one heading deeper, its examples named for readers.
fn section(rule: &Rule) -> String {
    let line = |line: &str| {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match line.split_whitespace().collect::<Vec<_>>().as_slice() {
            ["##", ..] => format!("##{line}"),
            ["```ron", "fires", ..] => "It finds something here:\n```ron".to_owned(),
            ["```ron", "passes", ..] => "And nothing here:\n```ron".to_owned(),
            _ => line.to_owned(),
        }
    };
    let lines: Vec<String> = rule.docs.trim().lines().map(line).collect();
    format!("`{}`, {} by default.\n\n{}", rule.code, rule.level.word(), lines.join("\n"))
}

#[test]
fn the_reference_page_is_fresh() {
    let path = "docs/checks.md";
    let page = page();
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, &page).unwrap();
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    assert!(written == page, "{path} is stale: run `BLESS=1 cargo test --test checks`");
}
