//! Where reading can resume after an error: lines that look like code, and lines that start a
//! record.

use super::token::identifier;

/// The lines of a file, and the column at which its records start.
pub(super) struct Outline {
    lines: Vec<Line>,
    column: Option<usize>,
}

/// Where a line starts, and where its first character that is no white space stands.
#[derive(Clone, Copy)]
struct Line {
    start: usize,
    first: usize,
}

impl Line {
    fn column(self) -> usize {
        self.first - self.start
    }
}

impl Outline {
    /// Takes the column of the first record from `first`, where that record starts. Where that is
    /// not known, or not the first on its line: the smallest column of all lines that may start
    /// one.
    pub(super) fn new(text: &str, first: Option<usize>) -> Self {
        let lines: Vec<Line> = lines(text).collect();
        let mut outline = Self { lines, column: None };
        let own = first.filter(|pos| outline.starts_line(*pos));
        let own = own.map(|pos| outline.line(pos).column());
        let starts = outline.lines.iter().filter(|line| opens_named(&text[line.first..]));
        let least = || starts.map(|line| line.column()).min();
        outline.column = own.or_else(least);
        outline
    }

    /// Whether the word at `pos` starts a record: `Name(` at the margin.
    pub(super) fn starts_record(&self, text: &str, pos: usize) -> bool {
        self.is_at_margin(pos) && opens_named(&text[pos..])
    }

    /// Whether `pos` is the first on its line and indented no further than the first record.
    pub(super) fn is_at_margin(&self, pos: usize) -> bool {
        let line = self.line(pos);
        line.first == pos && self.column.is_some_and(|column| line.column() <= column)
    }

    /// Whether nothing but white space stands before `pos` on its line.
    pub(super) fn starts_line(&self, pos: usize) -> bool {
        self.line(pos).first == pos
    }

    /// Whether both offsets are on one line.
    pub(super) fn same_line(&self, a: usize, b: usize) -> bool {
        self.line(a).start == self.line(b).start
    }

    fn line(&self, pos: usize) -> Line {
        let after = self.lines.partition_point(|line| line.start <= pos);
        self.lines.get(after.saturating_sub(1)).copied().unwrap_or(Line { start: 0, first: 0 })
    }
}

fn lines(text: &str) -> impl Iterator<Item = Line> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let first = start + line.len() - line.trim_start_matches([' ', '\t']).len();
        let this = Line { start, first };
        start += line.len();
        this
    })
}

/// Whether `text` starts with a name and its opening parenthesis.
pub(super) fn opens_named(text: &str) -> bool {
    let len = identifier(text);
    len > 0 && text[len..].starts_with('(')
}

/// Whether `text` starts with the name of a field and its colon.
pub(super) fn starts_field(text: &str) -> bool {
    let len = identifier(text);
    len > 0 && [":", " :"].iter().any(|colon| text[len..].starts_with(colon))
}

/// Looks at the line after the one that ends at `line_end` in `text`, which is in a string: the
/// offset of its first character if it looks like code, and how many bytes were looked at.
///
/// Code starts with a field, a named value or a closing bracket; or, after a line that ends in a
/// comma, with a quote or an opening bracket.
pub(super) fn code_after(text: &str, line_end: usize) -> (Option<usize>, usize) {
    let next = &text[line_end + 1..];
    let line = next.trim_start_matches([' ', '\t']);
    let indent = next.len() - line.len();
    let after_comma = text[..line_end].trim_end_matches(['\r', ' ', '\t']).ends_with(',');
    let is_code = line.starts_with([')', ']', '}'])
        || after_comma && line.starts_with(['"', '(', '[', '{'])
        || starts_field(line)
        || opens_named(line);
    (is_code.then_some(line_end + 1 + indent), indent + identifier(line))
}

/// Looks for code in a string that lacks its end: the offset of the first comma before a field, or
/// of the first closing bracket before another or a comma.
pub(super) fn code_within(text: &str) -> Option<usize> {
    let marks = text.match_indices([',', ')', ']', '}']);
    let mut code = marks.filter(|(at, mark)| {
        let after = &text[at + 1..];
        match *mark {
            "," => starts_field(after.trim_start_matches(' ')),
            _ => after.starts_with([',', ')', ']', '}']),
        }
    });
    code.next().map(|(at, _)| at)
}

/// Whether nothing but a comma follows on the line.
pub(super) fn ends_line(text: &str) -> bool {
    let rest = text.strip_prefix(',').unwrap_or(text).trim_start_matches([' ', '\t', '\r']);
    rest.is_empty() || rest.starts_with('\n')
}
