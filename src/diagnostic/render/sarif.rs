//! SARIF 2.1.0 (OASIS), in the part of it that code-scanning services read.

use super::Report;
use super::inert::inert;
use super::json::write_inert;
use super::region::Region;
use crate::diagnostic::{Diagnostic, Edit, Fix, Label, Level, Rule};
use crate::text::{File, Files};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Write};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes one run with every rule and each finding. Columns count UTF-16 code units.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rules = Rules::of(report);
    let mut seen = BTreeMap::new();
    let results: Vec<Value> =
        report.shown().iter().map(|finding| result(report, &rules, finding, &mut seen)).collect();
    let notification = |text| json!({ "level": "note", "message": { "text": text } });
    let left_out: Vec<Value> = report.left_out().map(notification).into_iter().collect();
    let run = json!({
        "tool": { "driver": {
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "rules": rules.0.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
        } },
        "columnKind": "utf16CodeUnits",
        "invocations": [{ "executionSuccessful": true, "toolExecutionNotifications": left_out }],
        "results": results,
    });
    write_inert(&json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] }), out)
}

/// The rules in the order in which they are listed.
struct Rules<'a>(Vec<&'a Rule>);

impl<'a> Rules<'a> {
    /// The rules of the report, then those that only its findings know.
    fn of(report: &Report<'a>) -> Self {
        let mut rules = Self(report.rules.to_vec());
        for finding in report.shown() {
            if rules.index(finding.rule).is_none() {
                rules.0.push(finding.rule);
            }
        }
        rules
    }

    fn index(&self, rule: &Rule) -> Option<usize> {
        self.0.iter().position(|known| known.code == rule.code)
    }
}

/// A rule as a `reportingDescriptor`.
fn descriptor(rule: &Rule) -> Value {
    let docs = rule.docs.trim();
    let summary = format!("{}.", rule.summary());
    let paragraph = docs.split("\n\n").skip(1).find(|part| part.starts_with(char::is_alphabetic));
    let group = rule.code.get(..3).unwrap_or(rule.code);
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": summary },
        "fullDescription": { "text": paragraph.unwrap_or(&summary).replace('\n', " ") },
        "help": { "text": docs, "markdown": docs },
        "defaultConfiguration": {
            "enabled": rule.level != Level::Allow,
            "level": level(rule.level),
        },
        "properties": { "tags": [group], "problem.severity": severity(rule.level) },
    })
}

/// A level as SARIF names it.
fn level(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Allow => "note",
    }
}

/// A level as code-scanning services filter by it.
fn severity(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Allow => "recommendation",
    }
}

/// A finding as a `result`; `seen` counts the findings that have the same fingerprint so far.
fn result(
    report: &Report<'_>,
    rules: &Rules<'_>,
    finding: &Diagnostic,
    seen: &mut BTreeMap<String, usize>,
) -> Value {
    let files = report.files;
    let at = Region::of(files, &finding.primary.at);
    let print = fingerprint(finding.rule, &at);
    let count = seen.entry(print.clone()).and_modify(|count| *count += 1).or_insert(1);
    let related = (1..).zip(&finding.related).map(|(id, label)| related(files, id, label));
    let fixes = finding.fixes.iter().map(|fix| change(files, fix));
    json!({
        "ruleId": finding.rule.code,
        "ruleIndex": rules.index(finding.rule),
        "level": level(finding.level),
        "message": { "text": message(files, finding) },
        "locations": [{ "physicalLocation": location(&at) }],
        "relatedLocations": related.collect::<Vec<_>>(),
        "partialFingerprints": { "ruleAndLine/v1": format!("{print}:{count}") },
        "fixes": fixes.collect::<Vec<_>>(),
    })
}

fn location(at: &Region<'_>) -> Value {
    json!({ "artifactLocation": { "uri": uri(at.file) }, "region": region(at) })
}

fn region(at: &Region<'_>) -> Value {
    json!({
        "startLine": at.start.line,
        "startColumn": at.start.utf16,
        "endLine": at.end.line,
        "endColumn": at.end.utf16,
    })
}

fn related(files: &Files, id: usize, label: &Label) -> Value {
    let at = Region::of(files, &label.at);
    let text = escape(&named(&at, label));
    json!({ "id": id, "physicalLocation": location(&at), "message": { "text": text } })
}

/// What a related place is called: its label, or its path and line.
fn named(at: &Region<'_>, label: &Label) -> String {
    if label.text.is_empty() {
        format!("{}:{}", inert(&at.file.path), at.start.line)
    } else {
        inert(&label.text).into_owned()
    }
}

/// All that the finding says, a line each. Related places are embedded links (section 3.11.6 of
/// the standard): code scanning shows no others.
fn message(files: &Files, finding: &Diagnostic) -> String {
    let plain = |text: &str| escape(&inert(text)).replace("](", "] (");
    let mut lines = vec![plain(&finding.message)];
    if !finding.primary.text.is_empty() {
        lines.push(plain(&finding.primary.text));
    }
    lines.extend((1..).zip(&finding.related).map(|(id, label)| {
        let text = escape(&named(&Region::of(files, &label.at), label));
        let text = text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
        format!("see [{text}]({id})")
    }));
    lines.extend(finding.notes.iter().map(|note| format!("note: {}", plain(note))));
    lines.extend(finding.helps.iter().map(|help| format!("help: {}", plain(help))));
    lines.join("\n")
}

/// Doubles braces, which would stand for arguments (section 3.11.5).
fn escape(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

/// Identifies a finding when lines have moved: a hash of its rule, file and first line, of which
/// the first kilobyte counts.
fn fingerprint(rule: &Rule, at: &Region<'_>) -> String {
    let lines = at.file.lines();
    let text = &at.file.text[lines.start(at.start.line)..];
    let text = &text[..text.floor_char_boundary(1024)];
    let line = text.lines().next().unwrap_or("").trim();
    let hash = Sha256::digest(format!("{}\0{}\0{line}", rule.code, at.file.path));
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn change(files: &Files, fix: &Fix) -> Value {
    let mut changes: Vec<(String, Vec<Value>)> = Vec::new();
    for edit in &fix.edits {
        let (uri, replacement) = replacement(files, edit);
        match changes.iter_mut().find(|(known, _)| *known == uri) {
            Some((_, replacements)) => replacements.push(replacement),
            None => changes.push((uri, vec![replacement])),
        }
    }
    let changes = changes.into_iter().map(|(uri, replacements)| {
        json!({ "artifactLocation": { "uri": uri }, "replacements": replacements })
    });
    json!({
        "description": { "text": escape(&inert(&fix.title)) },
        "artifactChanges": changes.collect::<Vec<_>>(),
        "properties": { "sure": fix.sure },
    })
}

fn replacement(files: &Files, edit: &Edit) -> (String, Value) {
    let at = Region::of(files, &edit.at);
    let new = json!({ "text": edit.new });
    (uri(at.file), json!({ "deletedRegion": region(&at), "insertedContent": new }))
}

/// A path as a URI reference (RFC 3986), everything but letters, digits and `-._~/` encoded.
fn uri(file: &File) -> String {
    let path = file.path.strip_prefix("./").unwrap_or(&file.path);
    let encoded = path.bytes().map(|byte| match byte {
        b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    let root = if path.starts_with('/') { "file://" } else { "" };
    std::iter::once(root.to_owned()).chain(encoded).collect()
}
