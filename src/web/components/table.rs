use crate::language::t;
use crate::web::icons;
use maud::{Markup, Render, html};

/// How a column is sorted now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorted {
    /// The smallest first.
    Ascending,
    /// The largest first.
    Descending,
}

/// A column of a table.
#[derive(Debug, Clone, Default)]
pub struct Column<'a> {
    label: &'a str,
    href: Option<String>,
    sorted: Option<Sorted>,
    /// A second order of the same column.
    also: Option<(&'a str, String, Option<Sorted>)>,
    classes: Vec<&'static str>,
    tick: bool,
}

impl<'a> Column<'a> {
    /// A column with a heading.
    pub fn new(label: &'a str) -> Self {
        Column { label, ..Column::default() }
    }

    /// A column of boxes to tick. Its heading ticks all of the page, where scripts run.
    pub fn tick(label: &'a str) -> Self {
        Column { tick: true, ..Column::new(label).class("select") }
    }

    /// The heading sorts: where it leads, and how the column is sorted now.
    pub fn sort(mut self, href: impl Into<String>, sorted: Option<Sorted>) -> Self {
        self.href = Some(href.into());
        self.sorted = sorted;
        self
    }

    /// A second heading over the same values, which sorts by something else in them.
    pub fn also(mut self, label: &'a str, href: impl Into<String>, sorted: Option<Sorted>) -> Self {
        self.also = Some((label, href.into(), sorted));
        self
    }

    /// Its values are of second rank.
    pub fn quiet(self) -> Self {
        self.class("quiet")
    }

    /// Its values are numbers, aligned at their ends.
    pub fn number(self) -> Self {
        self.class("number")
    }

    /// Its values are a few words that stay on one line: a phone number, a role, an age.
    pub fn short(self) -> Self {
        self.class("short")
    }

    /// Its values may be long without a space: an address, a DN, a name. They break where they must.
    pub fn long(self) -> Self {
        self.class("long")
    }

    fn class(mut self, class: &'static str) -> Self {
        self.classes.push(class);
        self
    }

    fn classes(&self) -> Option<String> {
        (!self.classes.is_empty()).then(|| self.classes.join(" "))
    }

    fn heading(&self) -> Markup {
        if self.tick {
            return html! {
                th.select scope="col" {
                    span.hidden-text { (self.label) }
                    label.tick { input type="checkbox" autocomplete="off" aria-label=(t!("components-select-page")) data-select-page hidden; }
                }
            };
        }
        let also = self.also.as_ref();
        let order = self.sorted.or(also.and_then(|(_, _, sorted)| *sorted)).map(|sorted| match sorted {
            Sorted::Ascending => "ascending",
            Sorted::Descending => "descending",
        });
        html! {
            th class=[self.classes.contains(&"number").then_some("number")] scope="col" aria-sort=[order] {
                @match &self.href {
                    Some(href) => (sort_link(self.label, href, self.sorted)),
                    None => (self.label),
                }
                @if let Some((label, href, sorted)) = also { (sort_link(label, href, *sorted)) }
            }
        }
    }
}

fn sort_link(label: &str, href: &str, sorted: Option<Sorted>) -> Markup {
    html! {
        a href=(href) {
            (label)
            @match sorted {
                Some(Sorted::Ascending) => (icons::ascending()),
                Some(Sorted::Descending) => (icons::descending()),
                None => {},
            }
        }
    }
}

/// A row: one cell for each column.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// An id, where a fragment or a link needs one.
    pub id: Option<String>,
    /// In the order of the columns.
    pub cells: Vec<Markup>,
}

impl Row {
    /// A row without an id.
    pub fn new(cells: impl IntoIterator<Item = Markup>) -> Self {
        Row { id: None, cells: cells.into_iter().collect() }
    }
}

/// A table in a card; on a phone every row is a card of its own.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    caption: &'a str,
    columns: Vec<Column<'a>>,
}

impl<'a> Table<'a> {
    /// `caption` says to assistive technology what is listed.
    pub fn new(caption: &'a str, columns: impl IntoIterator<Item = Column<'a>>) -> Self {
        Table { caption, columns: columns.into_iter().collect() }
    }

    /// The table with its rows.
    pub fn rows(self, rows: impl IntoIterator<Item = Row>) -> Markup {
        html! {
            div.card.table-card {
                table.cards {
                    caption.hidden-text { (self.caption) }
                    thead { tr { @for column in &self.columns { (column.heading()) } } }
                    tbody data-rows { @for row in rows { (self.row(&row)) } }
                }
            }
        }
    }

    fn row(&self, row: &Row) -> Markup {
        html! {
            tr id=[row.id.as_deref()] {
                @for (column, cell) in self.columns.iter().zip(&row.cells) {
                    td class=[column.classes()] data-label=(column.label) { div { (cell) } }
                }
            }
        }
    }
}

/// Where a page of a list stands, and the ways on: "1–50 of 12,408", "Next →".
#[derive(Debug, Clone, Default)]
pub struct Pager {
    /// Position of the first one shown, from 1, where it is known.
    pub from: Option<u64>,
    /// How many are shown.
    pub shown: u64,
    /// How many there are in all.
    pub total: u64,
    /// The first page, unless this is it.
    pub first: Option<String>,
    /// The page after this one.
    pub next: Option<String>,
}

/// The line under a list; nothing for an empty one.
impl Render for Pager {
    fn render(&self) -> Markup {
        html! {
            @if self.shown > 0 {
                div.pager {
                    span { (self.position()) }
                    @if self.first.is_some() || self.next.is_some() {
                        nav aria-label=(t!("components-pages")) {
                            @if let Some(href) = &self.first { a href=(href) { (icons::arrow_left()) " " (t!("components-first-page")) } }
                            @if let Some(href) = &self.next { a href=(href) rel="next" { (t!("components-next")) " " (icons::arrow_right()) } }
                        }
                    }
                }
            }
        }
    }
}

impl Pager {
    fn position(&self) -> String {
        match self.from {
            Some(from) => {
                t!("components-position", from = from, to = from + self.shown - 1, total = self.total)
            }
            None => t!("components-position-short", shown = self.shown, total = self.total),
        }
    }
}
