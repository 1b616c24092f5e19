#![allow(clippy::unwrap_used)]
use super::*;
use crate::test_store::agent;

const HOUR: i64 = 3_600;

fn limits() -> SessionLimits {
    SessionLimits { idle: Duration::from_secs(12 * 3_600), lifetime: Duration::from_secs(7 * 86_400) }
}

#[test]
fn a_session_ends_when_it_was_idle_for_too_long_and_at_its_absolute_end() {
    assert_eq!(limits().end(0, 0), 12 * HOUR);
    assert_eq!(limits().end(0, 100 * HOUR), 112 * HOUR);
    assert_eq!(limits().end(0, 167 * HOUR), 168 * HOUR, "use does not move the absolute end");
    assert_eq!(limits().end(0, i64::MAX), 168 * HOUR, "whatever the session says");
}

#[test]
fn use_is_noted_often_enough_for_the_limit() {
    assert_eq!(limits().touch_every(), 300);
    let short = SessionLimits { idle: Duration::from_secs(60), ..limits() };
    assert_eq!(short.touch_every(), 5);
}

#[test]
fn another_role_or_password_is_another_standing() {
    let before = agent("anna", Some("hash"));
    let renamed = Agent { name: "Other".into(), ..before.clone() };
    assert_eq!(standing(&before), standing(&renamed));
    assert_ne!(standing(&before), standing(&Agent { role: Role::Administrator, ..before.clone() }));
    assert_ne!(standing(&before), standing(&Agent { password_hash: Some("another".into()), ..before.clone() }));
}
