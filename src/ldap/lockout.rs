//! How long a lock lasts under OpenLDAP's password policies: it leaves pwdAccountLockedTime in an entry long after
//! the lock has run out, until the next good bind.

use super::search::{Request, Search};
use super::session::Session;
use crate::model::Vendor;
use ldap3::Scope;
use time::Duration;

const DURATION: &str = "pwdLockoutDuration";

/// The longest of all policies: a lock older than that has run out, whichever policy it was under. `None` where
/// one of them locks for good, where none can be read, and with other servers.
pub(super) async fn longest(session: &mut Session, vendor: &Vendor, roots: &[String]) -> Option<Duration> {
    if *vendor != Vendor::OpenLdap {
        return None;
    }
    let mut longest = None;
    for root in roots {
        let request = Request {
            doing: "reading password policies",
            base: root.clone(),
            scope: Scope::Subtree,
            filter: "(objectClass=pwdPolicy)".into(),
            attributes: vec![DURATION.into()],
        };
        // Not being told is no reason to read nobody.
        for policy in Search::all(request, session).await.ok()? {
            let seconds = policy.text(DURATION)?.trim().parse().ok().filter(|seconds| *seconds > 0)?;
            longest = longest.max(Some(Duration::seconds(seconds)));
        }
    }
    longest
}
