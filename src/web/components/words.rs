use std::time::Duration;

pub use crate::model::thousands as number;

/// `1 agent`, `12,408 agents`.
pub fn counted(value: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(value), if value == 1 { one } else { many })
}

/// How long something took: `12 ms`, `1.4 s`, `14 s`, `3 min 20 s`, `2 h 5 min`.
pub fn duration(took: Duration) -> String {
    let millis = took.as_millis();
    let seconds = took.as_secs();
    match seconds {
        0 if millis == 0 && !took.is_zero() => "<1 ms".into(),
        0 => format!("{millis} ms"),
        1..10 => format!("{seconds}.{} s", millis % 1000 / 100),
        10..60 => format!("{seconds} s"),
        60..3600 => with_rest(seconds / 60, "min", seconds % 60, "s"),
        _ => with_rest(seconds / 3600, "h", seconds % 3600 / 60, "min"),
    }
}

fn with_rest(value: u64, unit: &str, rest: u64, rest_unit: &str) -> String {
    if rest == 0 { format!("{value} {unit}") } else { format!("{value} {unit} {rest} {rest_unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        assert_eq!(counted(1, "agent", "agents"), "1 agent");
        assert_eq!(counted(0, "agent", "agents"), "0 agents");
    }

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
