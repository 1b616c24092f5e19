//! A year of imports week by week, and the last days one by one.

use crate::language::t;
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};
use std::collections::BTreeMap;
use time::{Date, Duration, Month, Weekday};

/// Weeks of the year's chart, the one that is not over included.
const WEEKS: i64 = 53;
const DAYS: i64 = 30;

/// What imports did in a span of time, of all directories that count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sums {
    imports: u64,
    failed: u64,
    came: u64,
    went: u64,
    skipped: u64,
}

impl Sums {
    /// The same day of another directory: whom both skip are different entries.
    fn beside(self, day: &ImportDay) -> Sums {
        let others = self.skipped;
        let sums = self.then(&Sums::of(day));
        Sums { skipped: others + day.skipped, ..sums }
    }

    /// A later time: whom both skip are the same entries.
    fn then(self, later: &Sums) -> Sums {
        Sums {
            imports: self.imports + later.imports,
            failed: self.failed + later.failed,
            came: self.came + later.came,
            went: self.went + later.went,
            skipped: self.skipped.max(later.skipped),
        }
    }

    fn of(day: &ImportDay) -> Sums {
        let came = day.added + day.restored;
        Sums { imports: day.imports, failed: day.failed, came, went: day.removed, skipped: day.skipped }
    }
}

/// The first day that is shown.
pub(super) fn first_day(now: Timestamp) -> Date {
    week_of(day_of(now)) - Duration::weeks(WEEKS - 1)
}

/// The Monday of a day's week.
fn week_of(day: Date) -> Date {
    day - Duration::days(i64::from(day.weekday().number_days_from_monday()))
}

/// Both charts in a card.
pub(super) fn charts(days: &[ImportDay], now: Timestamp) -> Markup {
    let mut by_day: BTreeMap<Date, Sums> = BTreeMap::new();
    for day in days {
        let sums = by_day.entry(day.day).or_default();
        *sums = sums.beside(day);
    }
    if by_day.is_empty() {
        return Card::new(t!("charts-imports")).body(&html! {
            p.small.muted { (t!("charts-imports-none")) }
        });
    }
    Card::untitled().body(&html! { div.charts { (year(&by_day, day_of(now))) (month(&by_day, day_of(now))) } })
}

fn year(by_day: &BTreeMap<Date, Sums>, today: Date) -> Markup {
    let first = week_of(today) - Duration::weeks(WEEKS - 1);
    let weeks: Vec<(Date, Sums)> = (0..WEEKS)
        .map(|week| {
            let monday = first + Duration::weeks(week);
            let days = by_day.range(monday..monday + Duration::weeks(1)).map(|(_, sums)| sums);
            (monday, days.fold(Sums::default(), Sums::then))
        })
        .collect();
    let columns = weeks.iter().map(|(monday, sums)| {
        // The week in which a month begins.
        let last = *monday + Duration::days(6);
        let label = (last.day() <= 7).then(|| month_name(last).to_owned());
        let is_major = matches!(last.month(), Month::January | Month::April | Month::July | Month::October);
        column(t!("charts-week", day = calendar_day(*monday)), sums, label, is_major)
    });
    let flow = Flow { columns: columns.collect() };
    let sums = weeks.iter().fold(Sums::default(), |all, (_, sums)| all.then(sums));
    let Sums { came, went, imports, failed, .. } = sums;
    let caption = t!("charts-year-caption", came = came, went = went, imports = imports, failed = failed);
    figure(t!("charts-year"), caption, t!("charts-column-week"), &weeks, &flow)
}

fn month(by_day: &BTreeMap<Date, Sums>, today: Date) -> Markup {
    let days: Vec<(Date, Sums)> = (0..DAYS)
        .map(|day| today - Duration::days(DAYS - 1 - day))
        .map(|day| (day, by_day.get(&day).copied().unwrap_or_default()))
        .collect();
    let columns = days.iter().map(|(day, sums)| {
        let is_monday = day.weekday() == Weekday::Monday;
        column(calendar_day(*day), sums, is_monday.then(|| short_day(*day)), true)
    });
    let flow = Flow { columns: columns.collect() };
    let sums = days.iter().fold(Sums::default(), |all, (_, sums)| all.then(sums));
    let Sums { came, went, imports, failed, .. } = sums;
    let caption = t!("charts-month-caption", came = came, went = went, imports = imports, failed = failed);
    figure(t!("charts-month"), caption, t!("charts-column-day"), &days, &flow)
}

fn column(when: String, sums: &Sums, label: Option<String>, is_major: bool) -> FlowColumn {
    let &Sums { came, went, skipped, failed, imports } = sums;
    let title = match imports {
        0 => t!("charts-no-import", when = when),
        _ => t!(
            "charts-span",
            when = when,
            came = came,
            went = went,
            skipped = skipped,
            failed = failed,
            imports = imports,
        ),
    };
    FlowColumn { title, label, is_major, came, went, aside: skipped, failed: failed > 0 }
}

/// Spans without an import are left out of the table.
fn figure(name: &str, caption: String, span: &str, spans: &[(Date, Sums)], flow: &Flow) -> Markup {
    let rows = spans.iter().rev().filter(|(_, sums)| sums.imports > 0).map(|(day, sums)| {
        let failed = t!("charts-failed-of", failed = sums.failed, imports = sums.imports);
        vec![calendar_day(*day), number(sums.came), number(sums.went), number(sums.skipped), failed]
    });
    Figure {
        name,
        is_headed: false,
        caption,
        key: vec![
            (Shape::Came, t!("charts-key-came")),
            (Shape::Went, t!("charts-key-went")),
            (Shape::Aside, t!("charts-key-skipped")),
            (Shape::Failed, t!("charts-key-failed")),
        ],
        headings: vec![
            span,
            t!("imports-column-added"),
            t!("imports-column-removed"),
            t!("imports-column-skipped"),
            t!("charts-column-failed"),
        ],
        rows: rows.collect(),
    }
    .around(&flow.plot(name))
}

#[cfg(test)]
mod tests;
