use crate::language::{Value, t};
use std::time::Duration;

pub use crate::language::number;

/// How long something took: `12 ms`, `1.4 s`, `14 s`, `3 min 20 s`, `2 h 5 min`.
pub fn duration(took: Duration) -> String {
    let millis = took.as_millis();
    let seconds = took.as_secs();
    match seconds {
        0 if millis == 0 && !took.is_zero() => t!("components-took-nothing").into(),
        0 => t!("components-took-ms", ms = u64::from(took.subsec_millis())),
        1..10 => t!("components-took-seconds", s = tenths(took)),
        10..60 => t!("components-took-seconds", s = seconds),
        60..3600 => match seconds % 60 {
            0 => t!("components-took-minutes", min = seconds / 60),
            rest => t!("components-took-minutes-seconds", min = seconds / 60, s = rest),
        },
        _ => match seconds % 3600 / 60 {
            0 => t!("components-took-hours", h = seconds / 3600),
            rest => t!("components-took-hours-minutes", h = seconds / 3600, min = rest),
        },
    }
}

/// Seconds with one digit after the point, cut off.
fn tenths(took: Duration) -> Value<'static> {
    Value::decimal((took.as_secs_f64() * 10.0).floor() / 10.0, 1)
}

/// `every 15 minutes`, `every hour`: for the middle of a sentence.
pub fn every(interval: Duration) -> String {
    match interval.as_secs() {
        60 => t!("components-every-minute").into(),
        3600 => t!("components-every-hour").into(),
        seconds if seconds % 3600 == 0 => t!("components-every-hours", n = seconds / 3600),
        seconds if seconds % 60 == 0 => t!("components-every-minutes", n = seconds / 60),
        seconds => t!("components-every-seconds", n = seconds),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_keep_the_digits_that_matter() {
        for (millis, text) in [
            (0, "0 ms"),
            (12, "12 ms"),
            (999, "999 ms"),
            (1_000, "1.0 s"),
            (1_449, "1.4 s"),
            (14_900, "14 s"),
            (60_000, "1 min"),
            (200_000, "3 min 20 s"),
            (7_500_000, "2 h 5 min"),
        ] {
            assert_eq!(duration(Duration::from_millis(millis)), text);
        }
        assert_eq!(duration(Duration::from_micros(300)), "<1 ms");
    }
}
