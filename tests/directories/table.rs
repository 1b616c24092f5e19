//! The matrix as it is printed: rows and columns in the order in which they are first told.

use std::fmt::Write;
use std::sync::Mutex;

/// What was seen so far. A cell that is missing in the end was not reached.
pub(crate) struct Table {
    title: &'static str,
    cells: Mutex<Vec<Cell>>,
    columns: Vec<String>,
}

struct Cell {
    row: String,
    column: String,
    seen: String,
}

impl Table {
    pub(crate) fn new(title: &'static str, columns: impl IntoIterator<Item = String>) -> Table {
        Table { title, cells: Mutex::default(), columns: columns.into_iter().collect() }
    }

    /// Writes down what was seen, after it was found to be right.
    pub(crate) fn seen(&self, row: &str, column: &str, seen: &str) {
        let cell = Cell { row: row.into(), column: column.into(), seen: seen.into() };
        self.cells.lock().unwrap().push(cell);
    }

    /// Whether every column has something in every row.
    pub(crate) fn is_whole(&self) -> bool {
        let cells = self.cells.lock().unwrap();
        !cells.is_empty()
            && rows(&cells).iter().all(|row| self.columns.iter().all(|column| find(&cells, row, column).is_some()))
    }

    /// As Markdown, aligned.
    pub(crate) fn text(&self) -> String {
        let cells = self.cells.lock().unwrap();
        let mut lines = vec![[vec![String::new()], self.columns.clone()].concat()];
        for row in rows(&cells) {
            let seen = |column: &String| find(&cells, &row, column).unwrap_or("—").to_owned();
            lines.push(std::iter::once(row.clone()).chain(self.columns.iter().map(seen)).collect());
        }
        let widths: Vec<usize> = (0..=self.columns.len())
            .map(|at| lines.iter().map(|line| line[at].chars().count()).max().unwrap())
            .collect();
        let mut text = format!("## {}\n\n", self.title);
        for (number, line) in lines.iter().enumerate() {
            for (cell, width) in line.iter().zip(&widths) {
                write!(text, "| {cell:width$} ").unwrap();
            }
            text.push_str("|\n");
            if number == 0 {
                let rules = widths.iter().map(|width| format!("|{}", "-".repeat(width + 2)));
                text.push_str(&(rules.collect::<String>() + "|\n"));
            }
        }
        text
    }
}

fn rows(cells: &[Cell]) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for cell in cells {
        if !rows.contains(&cell.row) {
            rows.push(cell.row.clone());
        }
    }
    rows
}

fn find<'a>(cells: &'a [Cell], row: &str, column: &str) -> Option<&'a str> {
    cells.iter().find(|cell| cell.row == row && cell.column == column).map(|cell| cell.seen.as_str())
}
