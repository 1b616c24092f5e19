use super::{Roots, Shape, bar, drawing, ground, percent, pixels, rule, span, word};
use crate::web::components::duration;
use maud::{Markup, html};
use std::time::Duration;

/// How long something took as time went by, with gaps where nothing is known.
#[derive(Debug, Clone, Default)]
pub struct Pulse<'a> {
    /// From the first to the last.
    pub columns: Vec<PulseColumn>,
    /// At the start, in the middle and at the end.
    pub labels: [&'a str; 3],
}

/// A span of time.
#[derive(Debug, Clone, Default)]
pub struct PulseColumn {
    /// On hover; a gap has none.
    pub title: Option<String>,
    /// The mean and the longest; a gap where there is nothing.
    pub took: Option<[Duration; 2]>,
    /// Something failed.
    pub failed: bool,
}

const BODY: f64 = 56.0;
const ROW: f64 = 15.0;
const MARK: f64 = 8.0;
/// How thick the mean is drawn.
const MEAN: f64 = 2.0;

fn value(took: Duration) -> u64 {
    u64::try_from(took.as_micros()).unwrap_or(u64::MAX).max(1)
}

impl Pulse<'_> {
    /// The drawing. `name` is for assistive technology.
    pub fn plot(&self, name: &str) -> Markup {
        let most = self.columns.iter().filter_map(|column| column.took).map(|[_, most]| most).max();
        let roots = Roots::sharing(BODY, &[most.map_or(0, value)]);
        let zero = ROW + BODY;
        let height = zero + 3.0 + MARK + ROW + 2.0;
        let count = self.columns.len();
        drawing(
            name,
            height,
            &html! {
                @for (place, column) in self.columns.iter().enumerate() {
                    @if let Some(title) = &column.title {
                        g {
                            title { (title) }
                            (ground(count, place, height - ROW))
                            @if let Some([mean, most]) = column.took {
                                @let (middle, high) = (roots.height(value(mean)), roots.height(value(most)));
                                (bar(Shape::Longest, count, place, zero - high, high))
                                (bar(Shape::Mean, count, place, zero - middle, MEAN))
                            }
                            @if column.failed { (bar(Shape::Failed, count, place, zero + 3.0, MARK)) }
                        }
                    }
                }
                (self.line(roots, zero))
                (rule("zero", zero))
                @if let Some(most) = most { (rule("limit", ROW)) (word(&duration(most), ROW - 4.0)) }
                @for (label, (x, anchor)) in self.labels.iter().zip([("0", "start"), ("50%", "middle"), ("100%", "end")]) {
                    text x=(x) y=(pixels(height - 3.0)) text-anchor=(anchor) { (label) }
                }
            },
        )
    }

    /// From mean to mean, and not over a gap.
    fn line(&self, roots: Roots, zero: f64) -> Markup {
        let y = |[mean, _]: [Duration; 2]| pixels(zero - roots.height(value(mean)) + MEAN / 2.0);
        let middle = |place: usize| {
            let (x, width) = span(self.columns.len(), place);
            percent(x + width / 2.0)
        };
        html! {
            @for (place, pair) in self.columns.windows(2).enumerate() {
                @if let (Some(one), Some(other)) = (pair[0].took, pair[1].took) {
                    line.course x1=(middle(place)) y1=(y(one)) x2=(middle(place + 1)) y2=(y(other)) {}
                }
            }
        }
    }
}
