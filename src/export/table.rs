//! Tables as CSV (RFC 4180, with line feeds): cells in quotes where they need them.

/// Appends a cell, as `put` writes it, and the comma after it.
pub(super) fn cell(out: &mut Vec<u8>, put: impl FnOnce(&mut Vec<u8>)) {
    let start = out.len();
    put(out);
    quote(out, start);
    out.push(b',');
}

/// Appends a cell and the comma after it.
pub(super) fn field(out: &mut Vec<u8>, text: &[u8]) {
    cell(out, |out| out.extend_from_slice(text));
}

/// Puts the cell that begins at `start` in quotes, where it needs them.
fn quote(out: &mut Vec<u8>, start: usize) {
    const SPECIAL: u64 = 1 << b'"' | 1 << b',' | 1 << b'\n' | 1 << b'\r';
    let is_special = |byte: &u8| *byte < 64 && SPECIAL >> *byte & 1 == 1;
    if !out[start..].iter().any(is_special) {
        return;
    }
    let text = out.split_off(start);
    out.push(b'"');
    for part in text.split_inclusive(|byte| *byte == b'"') {
        out.extend_from_slice(part);
        if part.ends_with(b"\"") {
            out.push(b'"');
        }
    }
    out.push(b'"');
}

/// Ends the row.
pub(super) fn end(out: &mut [u8]) {
    if let Some(comma) = out.last_mut() {
        *comma = b'\n';
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_in_quotes_where_they_need_them() {
        let mut out = Vec::new();
        [r"a b", "a,b", "say \"no\"", "", "two\nlines"]
            .iter()
            .for_each(|text| field(&mut out, text.as_bytes()));
        end(&mut out);
        assert_eq!(out, b"a b,\"a,b\",\"say \"\"no\"\"\",,\"two\nlines\"\n");
    }
}
