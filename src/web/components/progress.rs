use super::number;
use crate::language::t;
use crate::web::icons;
use maud::{Markup, html};

/// How far something is: `value` of `max`. `label` is for assistive technology.
/// With `max` unknown the bar only says that something goes on.
pub fn progress(label: &str, value: u64, max: Option<u64>) -> Markup {
    html! {
        @match max {
            Some(max) => progress.tall aria-label=(label) value=(value.min(max)) max=(max.max(1)) {},
            None => progress.tall aria-label=(label) {},
        }
    }
}

/// A share of a whole, named by an attribute.
#[derive(Debug, Clone)]
pub struct Bar<'a> {
    /// Shown in monospace.
    pub name: &'a str,
    /// How many have it.
    pub part: u64,
    /// Of how many.
    pub whole: u64,
}

impl Bar<'_> {
    /// Whole percent, rounded to the nearest. 100 means all, and 0 means none.
    pub fn percent(&self) -> u64 {
        if self.whole == 0 {
            return 0;
        }
        let nearest = (self.part.saturating_mul(200) / self.whole).div_ceil(2);
        let (lowest, highest) = (u64::from(self.part > 0), if self.part < self.whole { 99 } else { 100 });
        nearest.clamp(lowest, highest)
    }
}

/// Shares under each other.
pub fn bars(bars: &[Bar<'_>]) -> Markup {
    html! {
        ul.bars {
            @for bar in bars {
                @let percent = bar.percent();
                li {
                    span.mono { (bar.name) }
                    progress aria-label=(bar.name) value=(percent) max="100" {}
                    span.percent { (t!("components-percent", n = percent)) }
                }
            }
        }
    }
}

/// Numbers with their names; a number that is not known yet is a dash. Inside a live region they are not read out
/// whenever one grows.
pub fn stats<'a>(numbers: impl IntoIterator<Item = (Option<u64>, &'a str)>) -> Markup {
    html! {
        dl.card.stats aria-live="off" {
            @for (value, name) in numbers {
                div {
                    dt { (name) }
                    dd { @match value { Some(value) => (number(value)), None => "—" } }
                }
            }
        }
    }
}

/// The phases of something under way: those before `current` are done, those after it still to come.
/// `current == names.len()` means all are done.
pub fn phase_steps(names: &[&str], current: usize) -> Markup {
    steps(t!("components-phases"), names, current)
}

/// The same for what people do, in order; `label` is for assistive technology.
pub fn steps(label: &str, names: &[&str], current: usize) -> Markup {
    html! {
        ol.steps aria-label=(label) {
            @for (index, name) in names.iter().enumerate() {
                @if index < current {
                    li.done { (icons::check()) (name) span.hidden-text { " " (t!("components-phase-done")) } }
                } @else if index == current {
                    li aria-current="step" { (icons::current()) (name) }
                } @else {
                    li { (name) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_never_all_or_none_unless_it_is() {
        for (part, whole, percent) in
            [(0, 0, 0), (0, 200, 0), (1, 100_000, 1), (122, 200, 61), (199_999, 200_000, 99), (200, 200, 100)]
        {
            assert_eq!(Bar { name: "mail", part, whole }.percent(), percent, "{part} of {whole}");
        }
    }

    #[test]
    fn progress_never_exceeds_its_end() {
        let markup = progress("Read", 12, Some(10)).into_string();
        assert!(markup.contains("value=\"10\" max=\"10\""), "{markup}");
    }
}
