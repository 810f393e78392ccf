//! What the layout promises: modules import only those above them, files stay short, and each says
//! what it is for.

use std::fs;
use std::path::{Path, PathBuf};

/// The longest that a source file may be, in lines.
const MAX_LINES: usize = 500;

fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut left = vec![PathBuf::from(folder)];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                left.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The modules in the order in which `lib.rs` lists them.
fn order() -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let name = |line: &str| {
        line.strip_prefix("pub mod ").map(|rest| rest.trim_end_matches(';').to_owned())
    };
    lib.lines().filter_map(name).collect()
}

/// The module that a source file belongs to.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// Every `crate::name` in a text, also inside `use crate::{a, b}`.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in text.split("crate::").skip(1) {
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or("").split(',').collect(),
            None => vec![rest],
        };
        for name in names {
            let name = name.trim_start();
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
            found.push(name[..end].to_owned());
        }
    }
    found
}

#[test]
fn modules_import_only_those_above_them() {
    let order = order();
    let place = |name: &str| order.iter().position(|module| module == name);
    let mut wrong = Vec::new();
    for path in sources("src") {
        let Some(own) = place(&module(&path)) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        for name in imports(&text) {
            let below = place(&name).is_some_and(|other| other > own);
            let rivals = [("query", "check"), ("check", "query")];
            let rival = rivals.contains(&(order[own].as_str(), name.as_str()));
            if below || rival {
                wrong.push(format!("{}: {} must not use {name}", path.display(), order[own]));
            }
        }
    }
    assert!(order.len() >= 12, "lib.rs lists the modules: {order:?}");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_module_is_listed_in_lib() {
    let order = order();
    for entry in fs::read_dir("src").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.trim_end_matches(".rs");
        assert!(["lib", "main"].contains(&name) || order.iter().any(|m| m == name), "{name}");
    }
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for path in ["src", "tests", "benches"].iter().flat_map(|folder| sources(folder)) {
        let text = fs::read_to_string(&path).unwrap();
        if text.lines().count() > MAX_LINES {
            wrong.push(format!("{}: over {MAX_LINES} lines", path.display()));
        }
        if !text.starts_with("//!") {
            wrong.push(format!("{}: does not open with //!", path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn only_the_named_modules_name_a_crate_that_is_theirs() {
    let owners = [
        ("ron::", "record"),
        ("clap::", "cli"),
        ("graphviz_rust::", "export"),
        ("walkdir::", "workspace"),
        ("notify::", "workspace"),
        ("axum::", "server"),
        ("hyper::", "server"),
    ];
    let mut wrong = Vec::new();
    for path in sources("src") {
        let text = fs::read_to_string(&path).unwrap();
        for (name, owner) in owners {
            if module(&path) != owner && text.contains(&format!("use {name}")) {
                wrong.push(format!("{}: only {owner} may name {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
