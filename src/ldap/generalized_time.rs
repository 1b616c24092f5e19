//! GeneralizedTime, as directories write points in time (RFC 4517 §3.3.13): `20260301120000Z`.

use crate::model::Timestamp;
use time::{Date, Duration, Month, Time, UtcOffset};

/// The point in time; `None` for any other text.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if !matches!(digits.len(), 10 | 12 | 14) {
        return None;
    }
    let number = |from: usize, to: usize| digits.get(from..to).map_or(Some(0), |digits| digits.parse::<u16>().ok());
    let small = |from| number(from, from + 2).and_then(|number| u8::try_from(number).ok());
    let date = Date::from_calendar_date(number(0, 4)?.into(), Month::try_from(small(4)?).ok()?, small(6)?).ok()?;
    // A leap second counts as the one before it.
    let time = Time::from_hms(small(8)?, small(10)?, small(12)?.min(59)).ok()?;
    let zone = rest.strip_prefix(['.', ',']).map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    date.with_time(time).assume_utc().checked_sub(offset(zone)?)
}

fn offset(zone: &str) -> Option<Duration> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(Duration::ZERO);
    }
    let (sign, digits) = match (zone.strip_prefix('+'), zone.strip_prefix('-')) {
        (Some(digits), _) => (1, digits),
        (_, Some(digits)) => (-1, digits),
        _ => return None,
    };
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hours: i8 = digits.get(..2)?.parse().ok()?;
    let minutes: i8 = digits.get(2..4).map_or(Some(0), |minutes| minutes.parse().ok())?;
    let offset = UtcOffset::from_hms(sign * hours, sign * minutes, 0).ok()?;
    Some(Duration::seconds(offset.whole_seconds().into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn every_form_of_the_standard_is_read() {
        for (text, expected) in [
            ("20260301120000Z", Some(datetime!(2026-03-01 12:00 UTC))),
            ("202603011200Z", Some(datetime!(2026-03-01 12:00 UTC))),
            ("2026030112Z", Some(datetime!(2026-03-01 12:00 UTC))),
            ("20260301120000.123Z", Some(datetime!(2026-03-01 12:00 UTC))),
            ("20260301130000+0100", Some(datetime!(2026-03-01 12:00 UTC))),
            ("20260301073000-0430", Some(datetime!(2026-03-01 12:00 UTC))),
            ("20260301120060Z", Some(datetime!(2026-03-01 12:00:59 UTC))),
            ("20260230120000Z", None),
            ("20260301120000", None),
            ("20260301", None),
            ("", None),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[0-9]{0,16}.{0,8}") {
            let _ = parse(&text);
        }
    }
}
