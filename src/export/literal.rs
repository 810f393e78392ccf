//! Cells as literals that JSON and Cypher have alike: strings in double quotes with the escapes of
//! JSON, numbers, `true` and `false`, lists in brackets.

use super::columns::{Column, Holds};

/// Appends a string.
pub(super) fn string(out: &mut Vec<u8>, text: &str) {
    serde_json::to_writer(out, text).unwrap_or_default();
}

/// Appends what a cell holds; the cell is UTF-8, as columns write it.
pub(super) fn value(out: &mut Vec<u8>, holds: Holds, cell: &[u8]) {
    match holds {
        Holds::Text | Holds::Date => match std::str::from_utf8(cell) {
            Ok(text) => string(out, text),
            Err(_) => out.extend_from_slice(b"\"\""),
        },
        Holds::Number | Holds::Flag | Holds::List => out.extend_from_slice(cell),
    }
}

/// Appends pieces of source and, at odd places, strings.
pub(super) fn strings(out: &mut Vec<u8>, parts: &[&str]) {
    for (number, part) in parts.iter().enumerate() {
        if number % 2 == 0 {
            out.extend_from_slice(part.as_bytes());
        } else {
            string(out, part);
        }
    }
}

/// Appends the columns that a row has a value in as members of a JSON object that is under way.
pub(super) fn members<R>(out: &mut Vec<u8>, columns: &[Column<R>], row: &R, cell: &mut Vec<u8>) {
    for column in columns {
        cell.clear();
        (column.put)(row, cell);
        if !cell.is_empty() {
            out.extend_from_slice(b",\"");
            out.extend_from_slice(column.name.as_bytes());
            out.extend_from_slice(b"\":");
            value(out, column.holds, cell);
        }
    }
}

/// Appends a list in brackets, whose items `put` writes, each followed by a comma and a line end.
pub(super) fn list(out: &mut Vec<u8>, put: impl FnOnce(&mut Vec<u8>)) {
    out.extend_from_slice(b"[\n");
    put(out);
    if out.ends_with(b",\n") {
        out.truncate(out.len() - 2);
    }
    out.extend_from_slice(b"\n]");
}

/// Appends an object of what is told of the drawing as a whole.
pub(super) fn about(out: &mut Vec<u8>, scene: &crate::scene::Scene) {
    strings(out, &["{\"id\":", &scene.id]);
    scene.about().iter().for_each(|(name, text)| strings(out, &[",", name, ":", text]));
    out.push(b'}');
}
