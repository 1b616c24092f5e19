//! After the first import: what happens by itself from now on, and what is left to do.

use crate::language::{role, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::rich::{link, rich};
use maud::{Markup, html};
use std::time::Duration;

pub(super) struct Afterwards<'a> {
    pub(super) run: &'a ImportRun,
    pub(super) settings: &'a LdapSettings,
    /// Name of the default group.
    pub(super) group: &'a str,
    /// When the next import starts by itself.
    pub(super) next: Timestamp,
    /// How often.
    pub(super) interval: Duration,
    /// Where browsers find the panel.
    pub(super) address: &'a str,
    pub(super) now: Timestamp,
}

impl Afterwards<'_> {
    /// The card under the numbers of the first import.
    pub(super) fn markup(&self) -> Markup {
        Card::new(t!("imports-next")).body(&definitions([
            (t!("imports-next-signing-in"), self.signing_in()),
            (t!("layout-imports"), self.imports()),
            (t!("imports-next-leaving"), self.leaving()),
            (t!("layout-rules"), self.placing()),
            (t!("imports-next-backup"), backup()),
        ]))
    }

    fn signing_in(&self) -> Markup {
        let skipped = self.run.counts.skipped;
        let who = link(format!("/imports/{}?kind=skipped#changes", self.run.id));
        html! {
            p { (t!("imports-next-address")) }
            (command_block(&format!("{}/login", self.address)))
            @if is_this_machine(self.address) {
                p.small.muted { (rich!("imports-next-this-machine")) }
            }
            @if skipped > 0 { p.small { (rich!("imports-next-skipped", count = skipped, link = who)) } }
            (copy_script())
        }
    }

    fn imports(&self) -> Markup {
        let when = time_ago(self.next, self.now);
        html! { p { (rich!("imports-next-imports", when = when, interval = every(self.interval))) } }
    }

    fn leaving(&self) -> Markup {
        let policy = self.settings.removals;
        html! {
            p { (t!("imports-next-leaving-text", days = policy.keep_removed_days)) }
            p.small.muted {
                (t!("imports-next-leaving-many", percent = policy.hold_percent, count = policy.hold_count))
            }
        }
    }

    fn placing(&self) -> Markup {
        let (rules, agents) = (link("/settings/ldap/rules"), link("/agents"));
        html! {
            p { (rich!("imports-next-placing", group = self.group, role = role(self.settings.default_role))) }
            p.small { (rich!("imports-next-placing-more", rules = rules, agents = agents)) }
        }
    }
}

fn backup() -> Markup {
    html! {
        p { (t!("imports-next-backup-text")) }
        (command_block("muster backup /backups/muster.jsonl"))
        p.small.muted { (rich!("imports-next-backup-key")) }
    }
}

fn is_this_machine(address: &str) -> bool {
    ["://127.", "://localhost", "://[::1]"].iter().any(|own| address.contains(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_import_says_what_comes_next_and_what_to_tell_agents() {
        let now = time::OffsetDateTime::UNIX_EPOCH;
        let run = ImportRun::waiting(RunId(1), DirectoryId(1), StartedBy::Schedule, false, now);
        let (hosts, _) = HostList::parse("ldap.example.com").expect("a host");
        let settings = LdapSettings::new(hosts, "cn=reader,dc=x", SealedSecret(String::new()), GroupId(1));
        let at = |address| {
            let next = now + time::Duration::minutes(12);
            let group = "Support team";
            Afterwards { run: &run, settings: &settings, group, next, interval: Duration::from_secs(900), address, now }
                .markup()
                .into_string()
        };
        let words = at("https://muster.example.com");
        for part in [
            "https://muster.example.com/login",
            "in 12 min",
            "every 15 minutes",
            "30 days",
            "muster backup",
            "secret.key",
        ] {
            assert!(words.contains(part), "{part}: {words}");
        }
        assert!(!words.contains("MUSTER_PUBLIC_URL"));
        assert!(at("http://127.0.0.1:8080").contains("MUSTER_PUBLIC_URL"));
    }
}
