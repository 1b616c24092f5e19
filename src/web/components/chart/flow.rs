use super::{Roots, Shape, bar, drawing, ground, percent, pixels, rule, word};
use crate::web::components::number;
use maud::{Markup, html};

/// What came goes up and what went goes down, in one scale; what was left aside stands below in one of its own.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    /// From the first to the last.
    pub columns: Vec<FlowColumn>,
}

/// A span of time.
#[derive(Debug, Clone, Default)]
pub struct FlowColumn {
    /// On hover: all of it.
    pub title: String,
    /// Under it, where it is one that has a label.
    pub label: Option<String>,
    /// The label has room on a phone too.
    pub is_major: bool,
    /// Up.
    pub came: u64,
    /// Down.
    pub went: u64,
    /// Below.
    pub aside: u64,
    /// Something failed.
    pub failed: bool,
}

/// Of what comes and goes together.
const BODY: f64 = 96.0;
/// Of what is left aside.
const ASIDE: f64 = 10.0;
/// Of a row of words.
const ROW: f64 = 15.0;
/// Of a mark.
const MARK: f64 = 8.0;

impl Flow {
    /// The drawing. `name` is for assistive technology.
    pub fn plot(&self, name: &str) -> Markup {
        let most = |of: fn(&FlowColumn) -> u64| self.columns.iter().map(of).max().unwrap_or(0);
        let (came, went, aside) = (most(|column| column.came), most(|column| column.went), most(|column| column.aside));
        let roots = Roots::sharing(BODY, &[came, went]);
        let aside_roots = Roots::sharing(ASIDE, &[aside]);
        let zero = ROW + if came + went == 0 { 4.0 } else { roots.height(came) };
        let bottom = zero + roots.height(went);
        let below = bottom + ROW + if aside > 0 { ASIDE + 2.0 } else { 0.0 };
        let marks = below + 3.0;
        let height = marks + MARK + ROW + 2.0;
        let count = self.columns.len();
        drawing(
            name,
            height,
            &html! {
                @for (place, column) in self.columns.iter().enumerate() {
                    g {
                        title { (column.title) }
                        (ground(count, place, height - ROW))
                        @if column.came > 0 {
                            @let tall = roots.height(column.came);
                            (bar(Shape::Came, count, place, zero - tall, tall))
                        }
                        @if column.went > 0 { (bar(Shape::Went, count, place, zero, roots.height(column.went))) }
                        @if column.aside > 0 {
                            @let tall = aside_roots.height(column.aside);
                            (bar(Shape::Aside, count, place, below - tall, tall))
                        }
                        @if column.failed { (bar(Shape::Failed, count, place, marks, MARK)) }
                    }
                }
                (rule("zero", zero))
                @if came > 0 { (rule("limit", ROW)) (word(&number(came), ROW - 4.0)) }
                @if went > 0 { (rule("limit", bottom)) (word(&number(went), bottom + 11.0)) }
                @if came + went == 0 { (word("0", ROW - 4.0)) }
                @if aside > 0 {
                (rule("zero", below))
                text x="100%" y=(pixels(bottom + 11.0)) text-anchor="end" { (number(aside)) }
            }
                (self.labels(height - 3.0))
            },
        )
    }

    fn labels(&self, y: f64) -> Markup {
        let width = 100.0 / self.columns.len().max(1) as f64;
        html! {
            @for (place, column) in self.columns.iter().enumerate() {
                @if let Some(label) = &column.label {
                    // On a phone a letter takes some two percent.
                    @let is_late = place as f64 * width + 2.3 * label.chars().count() as f64 > 100.0;
                    @let (x, anchor) = if is_late { (100.0, "end") } else { (place as f64 * width, "start") };
                    text.minor[!column.is_major] x=(percent(x)) y=(pixels(y)) text-anchor=(anchor) { (label) }
                }
            }
        }
    }
}
