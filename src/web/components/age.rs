use crate::language::t;
use crate::model::Timestamp;
use maud::{Markup, html};
use time::Date;
use time::format_description::well_known::Rfc3339;

const DAY: u64 = 24 * 60 * 60;

/// An age or a date to come, with the exact time on hover: `8 s ago`, `in 11 min`, `yesterday`,
/// `3 Nov`. `app.js` keeps it current; inside a live region it is not read out at every tick.
pub fn time_ago(at: Timestamp, now: Timestamp) -> Markup {
    html! {
        time datetime=(rfc3339(at)) title=(exact(at)) data-relative aria-live="off" { (relative(at, now)) }
    }
}

/// The words of [`time_ago`]. The same rules are in `assets/js/app.js` (`relative`), which has its texts from
/// [`age_words`]: spans and UTC dates only, since the server does not know the visitor's time zone. Change both together.
pub fn relative(at: Timestamp, now: Timestamp) -> String {
    let seconds = (now - at).whole_seconds();
    let is_past = seconds >= 0;
    match (seconds.unsigned_abs(), is_past) {
        (0, _) => t!("components-age-now").into(),
        (s @ 1..60, true) => t!("components-age-seconds", n = s),
        (s @ 1..60, false) => t!("components-age-in-seconds", n = s),
        (s @ 60..3_600, true) => t!("components-age-minutes", n = s / 60),
        (s @ 60..3_600, false) => t!("components-age-in-minutes", n = s / 60),
        (s @ 3_600..DAY, true) => t!("components-age-hours", n = s / 3_600),
        (s @ 3_600..DAY, false) => t!("components-age-in-hours", n = s / 3_600),
        (s, true) if s < 2 * DAY => t!("components-age-yesterday").into(),
        (s, false) if s < 2 * DAY => t!("components-age-tomorrow").into(),
        _ => date(at, now),
    }
}

/// The texts of [`relative`] for `app.js`, as JSON. Where the server puts a value in, they have its name in braces.
pub fn age_words() -> String {
    let spans = |n: &str| {
        serde_json::json!({
            "ago": [t!("components-age-seconds", n = n), t!("components-age-minutes", n = n), t!("components-age-hours", n = n)],
            "in": [
                t!("components-age-in-seconds", n = n), t!("components-age-in-minutes", n = n), t!("components-age-in-hours", n = n)
            ],
            "now": t!("components-age-now"),
            "yesterday": t!("components-age-yesterday"),
            "tomorrow": t!("components-age-tomorrow"),
            "date": t!("components-date", day = "{day}", month = "{month}"),
            "dateWithYear": t!("components-date-with-year", day = "{day}", month = "{month}", year = "{year}"),
            "months": months(),
        })
    };
    spans("{n}").to_string()
}

/// The months as they stand in a date.
pub fn months() -> [&'static str; 12] {
    [
        t!("components-month-1"),
        t!("components-month-2"),
        t!("components-month-3"),
        t!("components-month-4"),
        t!("components-month-5"),
        t!("components-month-6"),
        t!("components-month-7"),
        t!("components-month-8"),
        t!("components-month-9"),
        t!("components-month-10"),
        t!("components-month-11"),
        t!("components-month-12"),
    ]
}

/// `2026-11-23T14:02:11.5Z`
pub fn rfc3339(at: Timestamp) -> String {
    at.to_offset(time::UtcOffset::UTC).format(&Rfc3339).unwrap_or_default()
}

/// `3 Nov`, with the year when it is another one.
fn date(at: Timestamp, now: Timestamp) -> String {
    let (at, now) = (at.to_offset(time::UtcOffset::UTC), now.to_offset(time::UtcOffset::UTC));
    if at.year() == now.year() { short_day(at.date()) } else { calendar_day(at.date()) }
}

/// `3 Nov 2026`
pub fn calendar_day(day: Date) -> String {
    t!("components-date-with-year", day = day.day(), month = month_name(day), year = day.year().to_string())
}

/// `3 Nov`
pub fn short_day(day: Date) -> String {
    t!("components-date", day = day.day(), month = month_name(day))
}

/// `Nov`
pub fn month_name(day: Date) -> &'static str {
    months().get(usize::from(u8::from(day.month())) - 1).copied().unwrap_or_default()
}

/// `2026-11-23 14:02:11 UTC`
fn exact(at: Timestamp) -> String {
    let at = at.to_offset(time::UtcOffset::UTC);
    let (hour, minute, second) = at.to_hms();
    format!("{} {hour:02}:{minute:02}:{second:02} UTC", at.date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Duration;
    use time::macros::datetime;

    const NOW: Timestamp = datetime!(2026-11-23 14:02:11 UTC);

    #[test]
    fn ages_are_worded_by_their_size() {
        for (seconds, words) in [
            (0, "now"),
            (1, "1 s ago"),
            (8, "8 s ago"),
            (59, "59 s ago"),
            (60, "1 min ago"),
            (299, "4 min ago"),
            (3_600, "1 h ago"),
            (86_399, "23 h ago"),
            (86_400, "yesterday"),
            (172_799, "yesterday"),
            (172_800, "21 Nov"),
            (20 * 86_400, "3 Nov"),
            (400 * 86_400, "19 Oct 2025"),
            (-1, "in 1 s"),
            (-660, "in 11 min"),
            (-7_200, "in 2 h"),
            (-86_400, "tomorrow"),
            (-172_800, "25 Nov"),
            (-60 * 86_400, "22 Jan 2027"),
        ] {
            assert_eq!(relative(NOW - Duration::seconds(seconds), NOW), words, "{seconds} s");
        }
    }

    #[test]
    fn part_of_a_second_is_cut_off() {
        assert_eq!(relative(NOW - Duration::milliseconds(1_999), NOW), "1 s ago");
        assert_eq!(relative(NOW + Duration::milliseconds(999), NOW), "now");
    }

    #[test]
    fn the_exact_time_is_there_for_machines_and_on_hover() {
        let markup = time_ago(datetime!(2026-11-03 16:05:09 +02:00), NOW).into_string();
        assert!(markup.contains("datetime=\"2026-11-03T14:05:09Z\""), "{markup}");
        assert!(markup.contains("title=\"2026-11-03 14:05:09 UTC\""), "{markup}");
        assert!(markup.contains(">3 Nov<"), "{markup}");
    }
}
