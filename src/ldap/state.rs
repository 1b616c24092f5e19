//! What the directory says about an account, from the attributes in which servers say it.

use super::entry::Entry;
use crate::model::{DirectoryState, Timestamp};

/// The attributes to ask for. Those that a server does not know it leaves out.
pub(super) const ATTRIBUTES: [&str; 5] =
    ["userAccountControl", "accountExpires", "nsAccountLock", "pwdAccountLockedTime", "shadowExpire"];

/// ACCOUNTDISABLE ([MS-ADTS] §2.2.16).
const ACCOUNT_DISABLE: i64 = 0x2;
/// Value of pwdAccountLockedTime for an account that only an administrator can unlock.
const LOCKED_FOR_GOOD: &str = "000001010000Z";
/// Between 1601-01-01, where Active Directory's time begins, and 1970-01-01.
const SECONDS_1601_TO_1970: i64 = 11_644_473_600;

/// The state at `now`.
pub(super) fn of_entry(entry: &Entry, now: Timestamp) -> DirectoryState {
    if is_disabled(entry) {
        return DirectoryState::Disabled;
    }
    if is_expired(entry, now) {
        return DirectoryState::Expired;
    }
    if entry.has("pwdAccountLockedTime") {
        return DirectoryState::Locked;
    }
    DirectoryState::Enabled
}

fn is_disabled(entry: &Entry) -> bool {
    let flag = number(entry, "userAccountControl").is_some_and(|flags| flags & ACCOUNT_DISABLE != 0);
    let locked = entry.texts("nsAccountLock").any(|value| value.trim().eq_ignore_ascii_case("true"));
    let for_good = entry.texts("pwdAccountLockedTime").any(|value| value.trim() == LOCKED_FOR_GOOD);
    flag || locked || for_good
}

fn is_expired(entry: &Entry, now: Timestamp) -> bool {
    // 100 ns since 1601; zero and the largest number mean never.
    let file_time = number(entry, "accountExpires").filter(|ticks| *ticks > 0 && *ticks != i64::MAX);
    let seconds = file_time.map(|ticks| ticks / 10_000_000 - SECONDS_1601_TO_1970);
    // Days since 1970; zero and less mean never (shadow(5)).
    let days = number(entry, "shadowExpire").filter(|days| *days > 0).and_then(|days| days.checked_mul(86_400));
    [seconds, days].into_iter().flatten().any(|end| end <= now.unix_timestamp())
}

fn number(entry: &Entry, attribute: &str) -> Option<i64> {
    entry.text(attribute)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::entry::tests::entry;
    use super::*;

    fn state(attribute: &str, value: &str) -> DirectoryState {
        let now = time::macros::datetime!(2026-03-01 12:00 UTC);
        of_entry(&entry("cn=a", &[(attribute, &[value.as_bytes()])]), now)
    }

    #[test]
    fn one_bit_of_user_account_control_means_disabled() {
        for (value, expected) in [
            ("512", DirectoryState::Enabled),
            ("514", DirectoryState::Disabled),
            ("66050", DirectoryState::Disabled),
            ("66048", DirectoryState::Enabled),
            ("x", DirectoryState::Enabled),
        ] {
            assert_eq!(state("userAccountControl", value), expected, "{value}");
        }
    }

    #[test]
    fn locks_are_told_from_being_switched_off() {
        assert_eq!(state("nsAccountLock", "TRUE"), DirectoryState::Disabled);
        assert_eq!(state("nsaccountlock", "false"), DirectoryState::Enabled);
        assert_eq!(state("pwdAccountLockedTime", "000001010000Z"), DirectoryState::Disabled);
        assert_eq!(state("pwdAccountLockedTime", "20260101000000Z"), DirectoryState::Locked);
    }

    #[test]
    fn an_end_in_the_past_means_expired() {
        for (attribute, value, expected) in [
            ("accountExpires", "0", DirectoryState::Enabled),
            ("accountExpires", "9223372036854775807", DirectoryState::Enabled),
            ("accountExpires", "133000000000000000", DirectoryState::Expired),
            ("accountExpires", "150000000000000000", DirectoryState::Enabled),
            ("shadowExpire", "-1", DirectoryState::Enabled),
            ("shadowExpire", "0", DirectoryState::Enabled),
            ("shadowExpire", "19000", DirectoryState::Expired),
            ("shadowExpire", "30000", DirectoryState::Enabled),
            ("shadowExpire", "9223372036854775807", DirectoryState::Enabled),
        ] {
            assert_eq!(state(attribute, value), expected, "{attribute} {value}");
        }
    }
}
