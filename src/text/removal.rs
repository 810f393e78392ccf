//! What goes with an item of a list when it is taken out of a text.

use std::ops::Range;

/// Widens the range of an item so that nothing odd is left when it is taken out: by the comma after
/// it, or before it where it is the last; and by the whole of its lines where nothing else stands on
/// them. A comment beside it stays.
pub fn with_comma(text: &str, item: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = item;
    let after = text[end..].trim_start();
    let before = text[..start].trim_end();
    if after.starts_with(',') {
        end = text.len() - after.len() + 1;
    } else if before.ends_with(',') {
        start = before.len() - 1;
    }
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map(|at| end + at + 1);
    let is_blank = |part: &str| part.trim().is_empty();
    match line_end {
        Some(line_end) if is_blank(&text[line_start..start]) && is_blank(&text[end..line_end]) => {
            line_start..line_end
        }
        _ => start..end + text[end..].len() - text[end..].trim_start_matches(' ').len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(text: &str, item: &str) -> String {
        let start = text.find(item).unwrap();
        let range = with_comma(text, start..start + item.len());
        format!("{}{}", &text[..range.start], &text[range.end..])
    }

    #[test]
    fn an_item_goes_with_its_comma_and_its_lines() {
        assert_eq!(without("[a, bb, c]", "bb"), "[a, c]");
        assert_eq!(without("[a, bb]", "bb"), "[a]");
        assert_eq!(without("[a, bb,]", "bb"), "[a, ]");
        assert_eq!(without("[bb]", "bb"), "[]");
        assert_eq!(without("[\n    a,\n    bb,\n    c,\n]", "bb"), "[\n    a,\n    c,\n]");
        assert_eq!(without("[\n    a,\n    bb, // why\n]", "bb"), "[\n    a,\n    // why\n]");
        assert_eq!(without("[\n    (\n  x\n    ),\n    c,\n]", "(\n  x\n    )"), "[\n    c,\n]");
    }
}
