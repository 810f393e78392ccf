//! Tables as CSV (RFC 4180, with line feeds): cells in quotes where they need them.

/// Appends a cell and the comma after it.
pub(super) fn field(out: &mut Vec<u8>, cell: &[u8]) {
    if cell.iter().any(|byte| matches!(byte, b'"' | b',' | b'\n' | b'\r')) {
        out.push(b'"');
        for part in cell.split_inclusive(|byte| *byte == b'"') {
            out.extend_from_slice(part);
            if part.ends_with(b"\"") {
                out.push(b'"');
            }
        }
        out.push(b'"');
    } else {
        out.extend_from_slice(cell);
    }
    out.push(b',');
}

/// Ends the row.
pub(super) fn end(out: &mut [u8]) {
    if let Some(comma) = out.last_mut() {
        *comma = b'\n';
    }
}
