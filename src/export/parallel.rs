//! Many items written on all processors, in their order.

use rayon::prelude::*;

/// Appends what `put` writes of each item, in their order, on as many threads as there are; what is
/// written is gathered while more is being written. `put` is also given a buffer to be used again and
/// again.
pub(super) fn in_parallel<'t, T: Sync>(
    out: &mut Vec<u8>,
    items: &'t [T],
    put: impl Fn(&mut Vec<u8>, &mut Vec<u8>, &'t T) + Sync,
) {
    /// How many items a thread takes at a time, and how many times that is written in one go.
    const TAKEN: usize = 512;
    const HELD: usize = 32;
    /// What threads have written, each with its buffer.
    type Parts = Vec<(Vec<u8>, Vec<u8>)>;
    let write = |parts: &mut Parts, items: &'t [T]| {
        parts.par_iter_mut().zip(items.par_chunks(TAKEN)).for_each(|((part, cell), items)| {
            items.iter().for_each(|item| put(part, cell, item));
        });
    };
    let gather = |parts: &mut Parts, left: usize, out: &mut Vec<u8>| {
        let bytes: usize = parts.iter().map(|(part, _)| part.len()).sum();
        if out.capacity() - out.len() < bytes {
            // Room for all that is left, if it is as long.
            out.reserve(bytes * (left + 1));
        }
        parts.iter_mut().for_each(|(part, _)| out.append(part));
    };
    let mut written: Parts = vec![(Vec::new(), Vec::new()); HELD];
    let mut free = written.clone();
    let batches = items.chunks(TAKEN * HELD);
    for (left, items) in (1..=batches.len()).rev().zip(batches) {
        rayon::join(|| write(&mut free, items), || gather(&mut written, left, out));
        std::mem::swap(&mut written, &mut free);
    }
    gather(&mut written, 0, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn what_is_written_side_by_side_comes_out_in_order() {
        let items: Vec<u32> = (0..50_000).collect();
        let mut out = b"first\n".to_vec();
        in_parallel(&mut out, &items, |out, cell, item| {
            cell.clear();
            write!(cell, "{item}").unwrap();
            out.extend_from_slice(cell);
            out.push(b'\n');
        });
        let expected: String = items.iter().map(|item| format!("{item}\n")).collect();
        assert!(out == format!("first\n{expected}").into_bytes());
    }
}
