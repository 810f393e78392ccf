//! Breaks text into lines of a measured width.

use super::advance::width;

/// A space at which no line is broken.
const GLUE: char = '\u{a0}';

/// How a text is broken.
#[derive(Debug, Clone, Copy)]
pub struct Wrapping {
    /// The size of the type in pixels.
    pub size: f64,
    /// The width that lines are kept within, in pixels.
    pub width: f64,
    /// The width that they may grow to, where the text would take too many lines otherwise.
    pub widest: f64,
    /// How many lines are thought too many.
    pub lines: usize,
    /// How many lines there are at most; what is longer ends in an ellipsis.
    pub most: usize,
}

/// The lines of a text, widened step by step until it takes no more than the lines wanted.
pub fn wrap(text: &str, how: Wrapping) -> Vec<String> {
    let words = words(text);
    let mut within = how.width;
    loop {
        let lines = fill(&words, how, within);
        if lines.len() <= how.lines || within >= how.widest {
            return lines.into_iter().map(|line| line.replace(GLUE, " ")).collect();
        }
        within = (within + 12.0).min(how.widest);
    }
}

/// The widest of some lines, in pixels.
pub fn widest(lines: &[String], size: f64) -> f64 {
    lines.iter().map(|line| width(line, size)).fold(0.0, f64::max)
}

/// The words of a text, without control characters; a hyphen or slash between letters ends a word too.
fn words(text: &str) -> Vec<(String, bool)> {
    let mut words = Vec::new();
    for word in text.split(|c: char| (c.is_whitespace() && c != GLUE) || c.is_control()) {
        let mut rest: String = word.chars().filter(|c| !is_invisible(*c)).collect();
        while let Some(cut) = inner_break(&rest) {
            let tail = rest.split_off(cut);
            words.push((rest, false));
            rest = tail;
        }
        if !rest.is_empty() {
            words.push((rest, true));
        }
    }
    words
}

/// After which byte a long word may be broken.
fn inner_break(word: &str) -> Option<usize> {
    let at = word.find(['-', '/', '–'])?;
    let cut = at + word.get(at..)?.chars().next()?.len_utf8();
    (at >= 3 && word.len() - cut >= 3).then_some(cut)
}

/// Controls that turn or hide the text around them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Fills lines greedily; each word tells whether a space follows it.
fn fill(words: &[(String, bool)], how: Wrapping, within: f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let mut spaced = false;
    for (word, space_after) in words {
        for piece in pieces(word, how.size, within) {
            let line = lines.last_mut().map(std::mem::take).unwrap_or_default();
            let joined = if spaced && !line.is_empty() {
                format!("{line} {piece}")
            } else {
                format!("{line}{piece}")
            };
            if line.is_empty() || width(&joined, how.size) <= within {
                replace_last(&mut lines, joined);
            } else if lines.len() == how.most {
                replace_last(&mut lines, format!("{line}…"));
                return lines;
            } else {
                replace_last(&mut lines, line);
                lines.push(piece);
            }
            spaced = false;
        }
        spaced = *space_after;
    }
    lines
}

fn replace_last(lines: &mut [String], line: String) {
    if let Some(last) = lines.last_mut() {
        *last = line;
    }
}

/// A word, cut where it alone is wider than a line.
fn pieces(word: &str, size: f64, within: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut so_far = 0.0;
    for c in word.chars() {
        let step = width(c.encode_utf8(&mut [0; 4]), size);
        if so_far + step > within && so_far > 0.0 {
            pieces.push(String::new());
            so_far = 0.0;
        }
        so_far += step;
        if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const NARROW: Wrapping = Wrapping { size: 10.0, width: 50.0, widest: 80.0, lines: 2, most: 3 };

    #[test]
    fn lines_widen_before_they_grow_too_many() {
        assert_eq!(wrap("aaaa bbb", NARROW), ["aaaa bbb"]);
        assert_eq!(wrap("aaaaaa bbbbbb", NARROW), ["aaaaaa", "bbbbbb"]);
        assert_eq!(wrap("aaaaaa bbbbbb cccccc", NARROW).len(), 2);
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        let lines = wrap(&"x".repeat(10_000), NARROW);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…'), "{lines:?}");
    }

    #[test]
    fn controls_do_not_reach_the_drawing() {
        assert_eq!(wrap("a\u{202e}b\u{0}c\nd", NARROW), ["ab c d"]);
        assert_eq!(wrap("US-Japan", NARROW), ["US-Japan"]);
        assert_eq!(wrap("Treaty-based", NARROW), ["Treaty-", "based"]);
    }
}
