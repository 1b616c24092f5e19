//! Charts as inline SVG without a script. Places are in percent of the width and heights in pixels, so that lines stay
//! crisp and words keep their size however wide the page is. Colours are classes; what they tell is told by place too.
//! Each value is on hover (`<title>`), and all of them are in a table under a fold.

mod flow;
mod pulse;
mod roots;

pub use flow::{Flow, FlowColumn};
pub use pulse::{Pulse, PulseColumn};

use crate::language::t;
use maud::{Markup, html};
use roots::Roots;

/// A chart with all that belongs to it.
#[derive(Debug, Clone)]
pub struct Figure<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether a heading above it says the name already; then it is only heard.
    pub is_headed: bool,
    /// In a sentence or two what it shows: for those who do not see it, and for those who do.
    pub caption: String,
    /// What its shapes mean.
    pub key: Vec<(Shape, &'a str)>,
    /// The names of the table's columns.
    pub headings: Vec<&'a str>,
    /// Its rows; the first value of each names it.
    pub rows: Vec<Vec<String>>,
}

/// What a chart draws with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Shape {
    Came,
    Went,
    Aside,
    Failed,
    Mean,
    Longest,
}

impl Shape {
    fn class(self) -> &'static str {
        match self {
            Shape::Came => "came",
            Shape::Went => "went",
            Shape::Aside => "aside",
            Shape::Failed => "failed",
            Shape::Mean => "mean",
            Shape::Longest => "longest",
        }
    }
}

impl Figure<'_> {
    /// The figure around its plot.
    pub fn around(&self, plot: &Markup) -> Markup {
        html! {
            figure.chart {
                figcaption { strong.hidden-text[self.is_headed] { (self.name) } span.muted { (self.caption) } }
                (plot)
                ul.key {
                    @for (shape, words) in &self.key {
                        li { svg width="10" height="10" aria-hidden="true" { (swatch(*shape)) } (words) }
                    }
                }
                details.fold {
                    summary { (t!("charts-show-table")) span.hidden-text { ": " (self.name) } }
                    (self.table())
                }
            }
        }
    }

    fn table(&self) -> Markup {
        html! {
            table.compact {
                caption.hidden-text { (self.name) }
                thead { tr { @for heading in &self.headings { th scope="col" { (heading) } } } }
                tbody {
                    @for row in &self.rows {
                        tr {
                            @for (place, value) in row.iter().enumerate() {
                                @if place == 0 { th scope="row" { (value) } } @else { td { (value) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn swatch(shape: Shape) -> Markup {
    let (y, height) = match shape {
        Shape::Mean => (4, 3),
        Shape::Failed => (1, 8),
        _ => (0, 10),
    };
    let width = if shape == Shape::Failed { 3 } else { 10 };
    html! { rect.(shape.class()) x=((10 - width) / 2) y=(y) width=(width) height=(height) {} }
}

/// The drawing: as high as that. What it shows is in the caption and in the table.
fn drawing(name: &str, height: f64, content: &Markup) -> Markup {
    html! { svg.plot role="img" aria-label=(name) width="100%" height=(pixels(height)) { (content) } }
}

/// A box in a column.
fn bar(shape: Shape, columns: usize, place: usize, y: f64, height: f64) -> Markup {
    let (x, width) = span(columns, place);
    html! { rect.(shape.class()) x=(percent(x)) width=(percent(width)) y=(pixels(y)) height=(pixels(height)) {} }
}

/// The ground of a whole column, which answers the pointer.
fn ground(columns: usize, place: usize, height: f64) -> Markup {
    let width = 100.0 / columns as f64;
    html! { rect.ground x=(percent(place as f64 * width)) width=(percent(width)) y="0" height=(pixels(height)) {} }
}

/// A line over the whole width.
fn rule(class: &str, y: f64) -> Markup {
    html! { line.(class) x1="0" x2="100%" y1=(pixels(y)) y2=(pixels(y)) {} }
}

/// A word at the left of a row.
fn word(text: &str, y: f64) -> Markup {
    html! { text x="0" y=(pixels(y)) { (text) } }
}

/// Where the box of a column begins, and how wide it is: a fifth is left between two.
fn span(columns: usize, place: usize) -> (f64, f64) {
    let width = 100.0 / columns as f64;
    (place as f64 * width + width * 0.1, width * 0.8)
}

fn percent(value: f64) -> String {
    format!("{}%", trimmed(value, 3))
}

fn pixels(value: f64) -> String {
    trimmed(value, 1)
}

fn trimmed(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests;
