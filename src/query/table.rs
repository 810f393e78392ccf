//! Answers as rows: aligned for a terminal, or as CSV (RFC 4180).

use comfy_table::{ColumnConstraint, ContentArrangement, Width, presets};
use unicode_width::UnicodeWidthStr;

/// The fewest columns of a terminal that a table is fitted to.
const NARROWEST: usize = 40;
/// The longest word that is never broken.
const LONGEST_WORD: usize = 18;
/// The space between two columns.
const GAP: u16 = 2;

/// A table: rows of as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What each column holds.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub fn new(columns: &[&str]) -> Self {
        Self { columns: columns.iter().map(|name| (*name).to_owned()).collect(), rows: Vec::new() }
    }

    /// The table as lines of at most `width` columns, as far as words allow: cells wrap between
    /// words, and columns in which nothing stands are left out.
    pub fn fit(&self, width: usize) -> String {
        let shown: Vec<usize> = (0..self.columns.len()).filter(|n| self.is_used(*n)).collect();
        let pick = |row: &[String]| -> Vec<String> {
            shown.iter().filter_map(|n| row.get(*n).cloned()).collect()
        };
        let mut table = comfy_table::Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(width.max(NARROWEST)).unwrap_or(u16::MAX));
        table.set_header(pick(&self.columns));
        table.add_rows(self.rows.iter().map(|row| pick(row)));
        for (column, number) in table.column_iter_mut().zip(&shown) {
            column.set_padding((0, GAP));
            column
                .set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(self.least(*number))));
        }
        table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &String> {
        self.rows.iter().filter_map(move |row| row.get(column))
    }

    /// Whether anything stands in a column.
    fn is_used(&self, column: usize) -> bool {
        self.cells(column).any(|cell| !cell.is_empty())
    }

    /// The least width of a column, its gap included: so that no ordinary word breaks.
    fn least(&self, column: usize) -> u16 {
        let cells = self.cells(column).chain(self.columns.get(column));
        let words = cells.flat_map(|cell| cell.split([' ', '-'])).map(UnicodeWidthStr::width);
        let longest = words.max().unwrap_or(0).min(LONGEST_WORD);
        u16::try_from(longest).unwrap_or(u16::MAX).saturating_add(GAP)
    }

    /// The table as CSV, its columns named in the first line.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in std::iter::once(&self.columns).chain(&self.rows) {
            writer.write_record(row).unwrap_or_default();
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    fn table() -> Table {
        let mut table = Table::new(&["what", "when"]);
        table.rows.push(vec!["Return of a base, in part".into(), "1996".into()]);
        table
    }

    #[test]
    fn cells_wrap_to_the_width() {
        let wide = "what                       when\nReturn of a base, in part  1996\n";
        assert_eq!(table().fit(100), wide);
        let mut narrow = table();
        narrow.rows[0][0] = "word ".repeat(20);
        assert!(narrow.fit(40).lines().all(|line| line.chars().count() <= 40));
    }

    #[test]
    fn csv_quotes_what_holds_a_comma() {
        assert_eq!(table().csv(), "what,when\n\"Return of a base, in part\",1996\n");
    }
}
