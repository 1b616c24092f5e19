use super::*;
use time::macros::{date, datetime};

const NOW: Timestamp = datetime!(2026-11-26 12:00 UTC);

fn day(directory: u32, day: Date, added: u64, skipped: u64) -> ImportDay {
    let directory = DirectoryId(directory);
    ImportDay { directory, day, imports: 1, failed: 0, added, updated: 0, removed: 0, restored: 0, skipped }
}

#[test]
fn a_year_is_53_weeks_from_a_monday_and_the_month_30_days() {
    assert_eq!(first_day(NOW), date!(2025 - 11 - 24));
    assert_eq!(first_day(NOW).weekday(), Weekday::Monday);
    let markup = charts(&[day(1, date!(2026 - 11 - 26), 1, 0)], NOW).into_string();
    assert_eq!(markup.matches("<title>").count(), 53 + 30);
    assert!(
        markup.contains("<title>Week of 23 Nov 2026: 1 added or restored, 0 removed, 0 skipped, 0 failed of 1 import")
    );
    assert!(markup.contains("<title>28 Oct 2026: no import</title>"), "{markup}");
}

#[test]
fn what_several_directories_skip_adds_up_within_a_day_and_not_over_days() {
    let days = [
        day(1, date!(2026 - 11 - 23), 10, 7),
        day(2, date!(2026 - 11 - 23), 5, 2),
        day(1, date!(2026 - 11 - 24), 1, 7),
    ];
    let markup = charts(&days, NOW).into_string();
    assert!(markup.contains("Week of 23 Nov 2026: 16 added or restored, 0 removed, 9 skipped, 0 failed of 3 imports"));
    assert!(markup.contains("<title>23 Nov 2026: 15 added or restored, 0 removed, 9 skipped"), "{markup}");
}

#[test]
fn a_week_with_thousands_is_in_the_picture_the_table_and_the_caption() {
    let markup = charts(&[day(1, date!(2026 - 3 - 2), 11_900, 0)], NOW).into_string();
    assert!(markup.contains("In a year 11,900 agents came and 0 went, by 1 import; 0 failed."), "{markup}");
    assert!(markup.contains("<th scope=\"row\">2 Mar 2026</th><td>11,900</td><td>0</td>"), "{markup}");
    assert!(markup.contains(">11,900</text>"));
}

#[test]
fn before_the_first_import_a_sentence_says_when_there_will_be_something() {
    let markup = charts(&[], NOW).into_string();
    assert!(markup.contains("once the first import has ended") && !markup.contains("<svg"), "{markup}");
}
