//! Locks of accounts: after how many wrong passwords a server locks one, and for how long.

use super::entry::Entry;
use super::policy::POLICY;
use super::search::{Request, Search};
use super::session::Session;
use super::vendor::Server;
use crate::model::{Lockout, Vendor};
use ldap3::Scope;
use time::Duration;

const DURATION: &str = "pwdLockoutDuration";

/// The longest of all policies: a lock older than that has run out, whichever policy it was under. `None` where
/// one of them locks for good, where none can be read, and with other servers. OpenLDAP leaves pwdAccountLockedTime
/// in an entry long after the lock has run out, until the next good bind.
pub(super) async fn longest(session: &mut Session, vendor: &Vendor, roots: &[String]) -> Option<Duration> {
    if *vendor != Vendor::OpenLdap {
        return None;
    }
    let mut longest = None;
    for root in roots {
        // Not being told is no reason to read nobody.
        for policy in policies(session, root, "pwdPolicy", &[DURATION]).await? {
            let seconds = policy.text(DURATION)?.trim().parse().ok().filter(|seconds| *seconds > 0)?;
            longest = longest.max(Some(Duration::seconds(seconds)));
        }
    }
    longest
}

/// The strictest of the policies that the service account may read; `None` when it may read none.
pub(super) async fn read(session: &mut Session, server: &Server, roots: &[String]) -> Option<Lockout> {
    match server.vendor {
        Vendor::ActiveDirectory => of_domain(session, server.default_context.as_deref()?).await,
        Vendor::OpenLdap => {
            if has_no_policies(session).await {
                return Some(Lockout::Never);
            }
            let names = ["pwdLockout", "pwdMaxFailure", "pwdFailureCountInterval"];
            let switched_on = |policy: &Entry| is_on(policy, names[0]);
            let known = everywhere(session, roots, "pwdPolicy", &names).await;
            strictest(known.iter().map(|policy| seconds(policy, switched_on(policy), names[1], names[2])))
        }
        Vendor::FreeIpa => {
            let names = ["krbPwdMaxFailure", "krbPwdFailureCountInterval"];
            let known = everywhere(session, roots, "krbPwdPolicy", &names).await;
            strictest(known.iter().map(|policy| seconds(policy, true, names[0], names[1])))
        }
        Vendor::Ds389 => {
            let names = ["passwordLockout", "passwordMaxFailure", "passwordResetFailureCount"];
            let request = Request::of_entry("reading the password policy", "cn=config", &names);
            let found = Search::all(request, session).await.ok()?;
            let known = found.iter().filter(|config| config.has(names[0]));
            strictest(known.map(|config| seconds(config, is_on(config, names[0]), names[1], names[2])))
        }
        // It has no locks.
        Vendor::Demo => Some(Lockout::Never),
        Vendor::Other => None,
    }
}

/// Whether OpenLDAP works without its overlay of password policies, which announces a control of its own.
async fn has_no_policies(session: &mut Session) -> bool {
    let request = Request::of_entry("reading the root DSE", "", &["supportedControl"]);
    let root = Search::all(request, session).await.unwrap_or_default();
    root.first()
        .is_some_and(|root| root.has("supportedControl") && !root.texts("supportedControl").any(|oid| oid == POLICY))
}

/// The domain's own, and the fine-grained ones where they may be read ([MS-ADTS] §3.1.1.5.3, [MS-SAMR] §3.1.1.7).
async fn of_domain(session: &mut Session, domain: &str) -> Option<Lockout> {
    let names = ["lockoutThreshold", "lockOutObservationWindow"];
    let request = Request::of_entry("reading the password policy", domain, &names);
    let head = Search::all(request, session).await.ok()?;
    let own = head.iter().filter(|head| head.has(names[0])).map(|head| intervals(head, names[0], names[1]));
    let names = ["msDS-LockoutThreshold", "msDS-LockoutObservationWindow"];
    let container = format!("CN=Password Settings Container,CN=System,{domain}");
    let fine = policies(session, &container, "msDS-PasswordSettings", &names).await;
    if fine.is_none() {
        tracing::debug!("fine-grained password policies cannot be read: those of strict directories are assumed");
    }
    let unread = fine.is_none().then_some(Lockout::CAREFUL);
    let fine = fine.unwrap_or_default();
    strictest(own.chain(fine.iter().map(|policy| intervals(policy, names[0], names[1]))).chain(unread))
}

fn strictest(policies: impl Iterator<Item = Lockout>) -> Option<Lockout> {
    policies.reduce(Lockout::stricter)
}

async fn everywhere(session: &mut Session, roots: &[String], class: &str, names: &[&str]) -> Vec<Entry> {
    let mut found = Vec::new();
    for root in roots {
        found.extend(policies(session, root, class, names).await.unwrap_or_default());
    }
    found
}

async fn policies(session: &mut Session, base: &str, class: &str, names: &[&str]) -> Option<Vec<Entry>> {
    let request = Request {
        doing: "reading password policies",
        base: base.into(),
        scope: Scope::Subtree,
        filter: format!("(objectClass={class})"),
        attributes: names.iter().map(|name| (*name).to_owned()).collect(),
    };
    Search::all(request, session).await.ok()
}

/// Times in seconds; none, or 0, is for ever.
fn seconds(policy: &Entry, is_on: bool, most: &str, within: &str) -> Lockout {
    let within = number(policy, within).filter(|within| *within > 0).map(std::time::Duration::from_secs);
    match number(policy, most) {
        _ if !is_on => Lockout::Never,
        // Hidden, most likely: there are locks, and nobody knows after how many.
        None => Lockout::CAREFUL.stricter(Lockout::After { failures: u32::MAX, within }),
        Some(0) => Lockout::Never,
        Some(failures) => Lockout::After { failures: at_most(failures), within },
    }
}

/// Times in 100 ns, and below zero; the smallest number is for ever.
fn intervals(policy: &Entry, most: &str, within: &str) -> Lockout {
    let within = policy.text(within).and_then(|text| text.trim().parse::<i64>().ok());
    let within = within.filter(|within| *within != i64::MIN);
    let within = within.map(|within| std::time::Duration::from_micros(within.unsigned_abs().div_ceil(10)));
    match number(policy, most) {
        // A policy always has it: it may not be read.
        None => Lockout::CAREFUL,
        Some(0) => Lockout::Never,
        Some(failures) => Lockout::After { failures: at_most(failures), within },
    }
}

fn is_on(policy: &Entry, name: &str) -> bool {
    policy.text(name).is_some_and(|text| ["true", "on", "1"].iter().any(|on| text.trim().eq_ignore_ascii_case(on)))
}

fn number(policy: &Entry, name: &str) -> Option<u64> {
    policy.text(name)?.trim().parse().ok()
}

fn at_most(failures: u64) -> u32 {
    u32::try_from(failures).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ldap::entry::tests::entry;

    fn after(failures: u32, within: Option<u64>) -> Lockout {
        Lockout::After { failures, within: within.map(std::time::Duration::from_secs) }
    }

    #[test]
    fn the_times_of_active_directory_count_backwards_in_hundreds_of_nanoseconds() {
        let head = |threshold: &str, window: &str| {
            let head =
                entry("dc=x", &[("lockoutThreshold", &[threshold.as_bytes()]), ("window", &[window.as_bytes()])]);
            intervals(&head, "lockoutThreshold", "window")
        };
        assert_eq!(head("5", "-18000000000"), after(5, Some(1_800)));
        assert_eq!(head("5", "-9223372036854775808"), after(5, None));
        assert_eq!(head("0", "-18000000000"), Lockout::Never);
    }

    #[test]
    fn a_policy_that_locks_nobody_is_none_of_a_limit() {
        let policy = entry("cn=x", &[("pwdMaxFailure", &[b"5"]), ("interval", &[b"0"]), ("pwdLockout", &[b"FALSE"])]);
        assert_eq!(seconds(&policy, is_on(&policy, "pwdLockout"), "pwdMaxFailure", "interval"), Lockout::Never);
        assert_eq!(seconds(&policy, true, "pwdMaxFailure", "interval"), after(5, None));
    }

    #[test]
    fn a_limit_that_may_not_be_read_is_taken_for_a_strict_one() {
        let policy = entry("cn=x", &[("interval", &[b"3600"]), ("pwdLockout", &[b"TRUE"])]);
        assert_eq!(seconds(&policy, true, "pwdMaxFailure", "interval"), after(5, Some(3_600)));
        assert_eq!(seconds(&policy, false, "pwdMaxFailure", "interval"), Lockout::Never);
        assert_eq!(intervals(&policy, "msDS-LockoutThreshold", "window"), Lockout::CAREFUL);
    }
}
