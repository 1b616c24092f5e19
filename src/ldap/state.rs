//! What the directory says about an account, from the attributes in which servers say it.
//!
//! A state is what is known without the password. Of a lock, and of a password that must be changed, only the
//! server knows whether it still holds: at a sign-in its answer to the bind decides. FreeIPA's
//! krbPasswordExpiration is none: it bars from Kerberos, and from binds only where IPA's own policy says so,
//! which the bind then tells.

use super::entry::Entry;
use super::generalized_time;
use crate::model::{DirectoryState, Timestamp};
use time::Duration;

/// The attributes to ask for. Those that a server does not know it leaves out.
pub(super) const ATTRIBUTES: [&str; 13] = [
    "userAccountControl",
    "accountExpires",
    "pwdLastSet",
    "lockoutTime",
    COMPUTED,
    "nsAccountLock",
    LOCKED_TIME,
    "pwdReset",
    "pwdEndTime",
    "shadowExpire",
    "accountUnlockTime",
    "passwordExpirationTime",
    "krbPrincipalExpiration",
];

/// What Active Directory makes of locks and ages of passwords at this moment ([MS-ADTS] §3.1.1.4.5.17).
const COMPUTED: &str = "msDS-User-Account-Control-Computed";

/// Bits of userAccountControl ([MS-ADTS] §2.2.16).
const ACCOUNT_DISABLE: i64 = 0x2;
const LOCKOUT: i64 = 0x10;
const DONT_EXPIRE_PASSWORD: i64 = 0x1_0000;
const SMARTCARD_REQUIRED: i64 = 0x4_0000;
const PASSWORD_EXPIRED: i64 = 0x80_0000;
const LOCKED_TIME: &str = "pwdAccountLockedTime";
/// Its value for an account that only an administrator can unlock.
const LOCKED_FOR_GOOD: &str = "000001010000Z";
/// Between 1601-01-01, where Active Directory's time begins, and 1970-01-01.
const SECONDS_1601_TO_1970: i64 = 11_644_473_600;

/// A state, and the attribute that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Evidence {
    pub(super) state: DirectoryState,
    pub(super) attribute: &'static str,
}

/// The state at `now`.
pub(super) fn of_entry(entry: &Entry, now: Timestamp) -> DirectoryState {
    evidence(entry, now).map_or(DirectoryState::Enabled, |evidence| evidence.state)
}

/// The same, where locks of a password policy last no longer than this.
pub(super) fn under_policy(entry: &Entry, now: Timestamp, lockout: Option<Duration>) -> Option<Evidence> {
    let evidence = evidence(entry, now)?;
    let since = || time(entry, LOCKED_TIME).zip(lockout);
    let ran_out = evidence.attribute == LOCKED_TIME
        && evidence.state == DirectoryState::Locked
        && since().is_some_and(|(since, lockout)| since.checked_add(lockout).is_some_and(|end| end <= now));
    if !ran_out {
        return Some(evidence);
    }
    must_change(entry, now).map(|attribute| Evidence { state: DirectoryState::MustChange, attribute })
}

/// Why the account cannot be used at `now`; `None`: nothing speaks against it.
pub(super) fn evidence(entry: &Entry, now: Timestamp) -> Option<Evidence> {
    use DirectoryState as S;
    let rules: [(S, Option<&'static str>); 4] = [
        (S::Disabled, disabled(entry)),
        (S::Expired, expired(entry, now)),
        (S::Locked, locked(entry, now)),
        (S::MustChange, must_change(entry, now)),
    ];
    rules.into_iter().find_map(|(state, attribute)| Some(Evidence { state, attribute: attribute? }))
}

fn disabled(entry: &Entry) -> Option<&'static str> {
    let says = |name: &'static str, wanted: &dyn Fn(&str) -> bool| {
        entry.texts(name).any(|value| wanted(value.trim())).then_some(name)
    };
    has_flag(entry, "userAccountControl", ACCOUNT_DISABLE)
        .or_else(|| says("nsAccountLock", &|value| value.eq_ignore_ascii_case("true")))
        .or_else(|| says(LOCKED_TIME, &|value| value == LOCKED_FOR_GOOD))
}

fn expired(entry: &Entry, now: Timestamp) -> Option<&'static str> {
    // 100 ns since 1601; zero and the largest number mean never.
    let file_time = number(entry, "accountExpires").filter(|ticks| *ticks > 0 && *ticks != i64::MAX);
    let seconds = file_time.map(|ticks| ticks / 10_000_000 - SECONDS_1601_TO_1970);
    // Days since 1970; zero and less mean never (shadow(5)).
    let days = number(entry, "shadowExpire").filter(|days| *days > 0).and_then(|days| days.checked_mul(86_400));
    let over = |end: Option<i64>| end.is_some_and(|end| end <= now.unix_timestamp());
    over(seconds)
        .then_some("accountExpires")
        .or_else(|| over(days).then_some("shadowExpire"))
        .or_else(|| ended(entry, "pwdEndTime", now))
        .or_else(|| ended(entry, "krbPrincipalExpiration", now))
}

fn locked(entry: &Entry, now: Timestamp) -> Option<&'static str> {
    let in_directory = match number(entry, COMPUTED) {
        Some(flags) => (flags & LOCKOUT != 0).then_some(COMPUTED),
        None => number(entry, "lockoutTime").is_some_and(|at| at > 0).then_some("lockoutTime"),
    };
    let until = time(entry, "accountUnlockTime");
    // 389-ds: 1970 where only an administrator can unlock.
    let in_389 = until.is_some_and(|until| until > now || until.unix_timestamp() <= 0).then_some("accountUnlockTime");
    in_directory.or_else(|| entry.has(LOCKED_TIME).then_some(LOCKED_TIME)).or(in_389)
}

fn must_change(entry: &Entry, now: Timestamp) -> Option<&'static str> {
    let for_ever = number(entry, "userAccountControl").unwrap_or(0) & (DONT_EXPIRE_PASSWORD | SMARTCARD_REQUIRED) != 0;
    let in_directory = match number(entry, COMPUTED) {
        Some(flags) if flags & PASSWORD_EXPIRED == 0 => None,
        Some(_) => Some(COMPUTED),
        None => (number(entry, "pwdLastSet") == Some(0)).then_some("pwdLastSet"),
    };
    let reset = || entry.texts("pwdReset").any(|value| value.trim().eq_ignore_ascii_case("true")).then_some("pwdReset");
    in_directory.filter(|_| !for_ever).or_else(reset).or_else(|| ended(entry, "passwordExpirationTime", now))
}

fn has_flag(entry: &Entry, attribute: &'static str, flag: i64) -> Option<&'static str> {
    number(entry, attribute).is_some_and(|flags| flags & flag != 0).then_some(attribute)
}

fn ended(entry: &Entry, attribute: &'static str, now: Timestamp) -> Option<&'static str> {
    time(entry, attribute).is_some_and(|end| end <= now).then_some(attribute)
}

fn time(entry: &Entry, attribute: &str) -> Option<Timestamp> {
    generalized_time::parse(entry.text(attribute)?)
}

fn number(entry: &Entry, attribute: &str) -> Option<i64> {
    entry.text(attribute)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::entry::tests::entry;
    use super::*;
    use DirectoryState as S;

    fn state_of(attributes: &[(&str, &str)]) -> DirectoryState {
        let now = time::macros::datetime!(2026-03-01 12:00 UTC);
        let values: Vec<[&[u8]; 1]> = attributes.iter().map(|(_, value)| [value.as_bytes()]).collect();
        let attributes: Vec<(&str, &[&[u8]])> =
            attributes.iter().zip(&values).map(|((name, _), value)| (*name, &value[..])).collect();
        of_entry(&entry("cn=a", &attributes), now)
    }

    fn state(attribute: &str, value: &str) -> DirectoryState {
        state_of(&[(attribute, value)])
    }

    #[test]
    fn one_bit_of_user_account_control_means_disabled() {
        for (value, expected) in [
            ("512", S::Enabled),
            ("514", S::Disabled),
            ("66050", S::Disabled),
            ("66048", S::Enabled),
            ("x", S::Enabled),
        ] {
            assert_eq!(state("userAccountControl", value), expected, "{value}");
        }
    }

    #[test]
    fn locks_are_told_from_being_switched_off() {
        for (attribute, value, expected) in [
            ("nsAccountLock", "TRUE", S::Disabled),
            ("nsaccountlock", "false", S::Enabled),
            ("pwdAccountLockedTime", "000001010000Z", S::Disabled),
            ("pwdAccountLockedTime", "20260101000000Z", S::Locked),
            ("lockoutTime", "0", S::Enabled),
            ("lockoutTime", "134164000000000000", S::Locked),
            ("msDS-User-Account-Control-Computed", "16", S::Locked),
            ("accountUnlockTime", "20260301120500Z", S::Locked),
            ("accountUnlockTime", "20260301115500Z", S::Enabled),
            ("accountUnlockTime", "19700101000000Z", S::Locked),
        ] {
            assert_eq!(state(attribute, value), expected, "{attribute} {value}");
        }
    }

    #[test]
    fn a_lock_that_has_run_out_is_none_where_the_server_computes_it() {
        let ran_out = [("lockoutTime", "134164000000000000"), ("msds-user-account-control-computed", "0")];
        assert_eq!(state_of(&ran_out), S::Enabled);
    }

    #[test]
    fn a_lock_older_than_the_longest_of_all_policies_has_run_out() {
        let now = time::macros::datetime!(2026-03-01 12:00 UTC);
        let state = |since: &[u8], minutes| {
            let entry = entry("cn=a", &[("pwdAccountLockedTime", &[since]), ("pwdReset", &[b"TRUE"])]);
            under_policy(&entry, now, minutes).map(|evidence| evidence.state)
        };
        let policy = Some(Duration::minutes(15));
        assert_eq!(state(b"20260301115000Z", policy), Some(S::Locked));
        assert_eq!(state(b"20260301114000Z", policy), Some(S::MustChange));
        assert_eq!(state(b"20260301114000Z", None), Some(S::Locked));
        assert_eq!(state(b"000001010000Z", policy), Some(S::Disabled));
    }

    #[test]
    fn an_end_in_the_past_means_expired() {
        for (attribute, value, expected) in [
            ("accountExpires", "0", S::Enabled),
            ("accountExpires", "9223372036854775807", S::Enabled),
            ("accountExpires", "133000000000000000", S::Expired),
            ("accountExpires", "150000000000000000", S::Enabled),
            ("shadowExpire", "-1", S::Enabled),
            ("shadowExpire", "0", S::Enabled),
            ("shadowExpire", "19000", S::Expired),
            ("shadowExpire", "30000", S::Enabled),
            ("shadowExpire", "9223372036854775807", S::Enabled),
            ("krbPrincipalExpiration", "20260101000000Z", S::Expired),
            ("krbPrincipalExpiration", "20270101000000Z", S::Enabled),
            ("krbPasswordExpiration", "20260101000000Z", S::Enabled),
            ("pwdEndTime", "20260101000000Z", S::Expired),
        ] {
            assert_eq!(state(attribute, value), expected, "{attribute} {value}");
        }
    }

    #[test]
    fn a_password_to_be_changed_is_told_from_one_that_never_has_to() {
        let last_set = ("pwdLastSet", "0");
        assert_eq!(state_of(&[last_set, ("userAccountControl", "512")]), S::MustChange);
        assert_eq!(state_of(&[last_set, ("userAccountControl", "66048")]), S::Enabled, "never expires");
        assert_eq!(state_of(&[last_set, ("userAccountControl", "262656")]), S::Enabled, "smartcard");
        assert_eq!(state_of(&[last_set, ("msDS-User-Account-Control-Computed", "0")]), S::Enabled);
        assert_eq!(state_of(&[last_set, ("userAccountControl", "514")]), S::Disabled, "disabled comes first");
        for (attribute, value, expected) in [
            ("msDS-User-Account-Control-Computed", "8388608", S::MustChange),
            ("pwdLastSet", "134164000000000000", S::Enabled),
            ("pwdReset", "TRUE", S::MustChange),
            ("pwdReset", "FALSE", S::Enabled),
            ("passwordExpirationTime", "19700101000000Z", S::MustChange),
            ("passwordExpirationTime", "20270101000000Z", S::Enabled),
        ] {
            assert_eq!(state(attribute, value), expected, "{attribute} {value}");
        }
    }
}
