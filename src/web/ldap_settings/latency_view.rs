//! How long a directory took to let the panel in over the last day.

use crate::language::t;
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};
use std::time::Duration;

/// Spans of five minutes that one column holds: a quarter of an hour is as fine as a phone can show.
const COLUMN: u32 = 3;
/// Spans that one row of the table holds.
const ROW: u32 = 12;

/// The chart in a card.
pub(super) fn card(spans: &[LinkSpan], now: Timestamp) -> Markup {
    let Some(all) = spans.iter().copied().reduce(LinkSpan::and) else {
        return Card::new(t!("ldap-latency")).body(&html! { p.small.muted { (t!("ldap-latency-empty")) } });
    };
    let end = LinkSpan::number_at(now) + 1;
    let start = end.saturating_sub(LinkSpan::KEPT);
    let columns = parts(spans, start, end, COLUMN).map(|(from, sum)| column(from, sum));
    let ago = |hours: u32| t!("components-age-hours", n = hours);
    let (start_label, middle_label) = (ago(24), ago(12));
    let pulse = Pulse { columns: columns.collect(), labels: [&start_label, &middle_label, t!("ldap-latency-now")] };
    let mut rows: Vec<Vec<String>> =
        parts(spans, start, end, ROW).filter_map(|(from, sum)| Some(row(from, &sum?))).collect();
    rows.reverse();
    let name = t!("ldap-latency-name");
    let figure = Figure {
        name,
        is_headed: true,
        caption: caption(&all),
        key: vec![
            (Shape::Mean, t!("ldap-latency-mean")),
            (Shape::Longest, t!("ldap-latency-longest")),
            (Shape::Failed, t!("ldap-latency-down")),
        ],
        headings: vec![
            t!("ldap-latency-hour"),
            t!("ldap-latency-mean"),
            t!("ldap-latency-longest"),
            t!("ldap-latency-failed"),
        ],
        rows,
    };
    Card::new(t!("ldap-latency")).body(&figure.around(&pulse.plot(name)))
}

fn caption(all: &LinkSpan) -> String {
    let checks = u64::from(all.connected) + u64::from(all.failed);
    match all.mean() {
        Some(mean) => t!(
            "ldap-latency-caption",
            mean = duration(mean),
            most = duration(all.most),
            failed = all.failed,
            checks = checks
        ),
        None => t!("ldap-latency-all-failed", checks = checks),
    }
}

/// Spans in parts of so many: where each begins, and what is known of it.
fn parts(spans: &[LinkSpan], start: u32, end: u32, of: u32) -> impl Iterator<Item = (u32, Option<LinkSpan>)> {
    (start..end).step_by(of as usize).map(move |from| {
        let within = spans.iter().filter(move |span| (from..from + of).contains(&span.number));
        (from, within.copied().reduce(LinkSpan::and))
    })
}

fn column(from: u32, sum: Option<LinkSpan>) -> PulseColumn {
    let Some(sum) = sum else { return PulseColumn::default() };
    let mean = sum.mean();
    let (begins, ends) = (clock(from), clock(from + COLUMN));
    let checks = u64::from(sum.connected) + u64::from(sum.failed);
    let title = match mean {
        Some(mean) => t!(
            "ldap-latency-span",
            begins = begins,
            ends = ends,
            mean = duration(mean),
            least = duration(sum.least),
            most = duration(sum.most),
            failed = sum.failed,
            checks = checks
        ),
        None => t!("ldap-latency-span-down", begins = begins, ends = ends, checks = checks),
    };
    PulseColumn { title: Some(title), took: mean.map(|mean| [mean, sum.most]), failed: sum.failed > 0 }
}

fn row(from: u32, sum: &LinkSpan) -> Vec<String> {
    let took = |took: Option<Duration>| took.map_or("—".to_owned(), duration);
    let most = sum.mean().map(|_| sum.most);
    let failed = t!("components-position-short", shown = sum.failed, total = sum.connected + sum.failed);
    vec![clock(from), took(sum.mean()), took(most), failed]
}

/// When a span begins: `14:05`.
fn clock(number: u32) -> String {
    let begins = LinkSpan { number, ..LinkSpan::of(Timestamp::UNIX_EPOCH, None) }.begins();
    format!("{:02}:{:02}", begins.hour(), begins.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const NOW: Timestamp = datetime!(2026-11-26 12:02 UTC);

    fn check(minutes_ago: i64, millis: Option<u64>) -> LinkSpan {
        LinkSpan::of(NOW - time::Duration::minutes(minutes_ago), millis.map(Duration::from_millis))
    }

    #[test]
    fn a_day_is_96_columns_and_what_is_not_known_is_a_gap() {
        let spans = [check(120, Some(4)), check(60, None), check(1, Some(1_200))];
        let markup = card(&spans, NOW).into_string();
        assert_eq!(markup.matches("<title>").count(), 3, "{markup}");
        assert_eq!(markup.matches("class=\"mean\"").count(), 2 + 1, "with the one of the key");
        assert!(markup.contains("took 602 ms on average and 1.2 s at most; 1 of 3 checks failed"), "{markup}");
        assert!(markup.contains("UTC: not connected, 1 check failed</title>"), "{markup}");
        let day: Vec<_> = parts(&[], 0, LinkSpan::KEPT, COLUMN).collect();
        assert_eq!(day.len(), 96);
    }

    #[test]
    fn the_last_column_ends_now_and_the_table_goes_by_hours() {
        let markup = card(&[check(0, Some(3))], NOW).into_string();
        assert!(
            markup.contains("<title>11:50 to 12:05 UTC: 3 ms on average, 3 ms to 3 ms, 0 of 1 check failed"),
            "{markup}"
        );
        assert!(markup.contains("<th scope=\"row\">11:05</th><td>3 ms</td><td>3 ms</td><td>0 of 1</td>"), "{markup}");
    }

    #[test]
    fn an_outage_of_a_whole_day_is_said_and_nothing_yet_as_well() {
        assert!(card(&[check(5, None)], NOW).into_string().contains("None of 1 check got in."));
        assert!(card(&[], NOW).into_string().contains("measured every 30 seconds"));
    }
}
