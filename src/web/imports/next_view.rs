//! After the first import: what happens by itself from now on, and what is left to do.

use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

pub(super) struct Afterwards<'a> {
    pub(super) run: &'a ImportRun,
    pub(super) settings: &'a LdapSettings,
    /// Name of the default group.
    pub(super) group: &'a str,
    /// When the next import starts by itself.
    pub(super) next: Timestamp,
    /// How often: `15 minutes`.
    pub(super) interval: &'a str,
    /// Where browsers find the panel.
    pub(super) address: &'a str,
    pub(super) now: Timestamp,
}

impl Afterwards<'_> {
    /// The card under the numbers of the first import.
    pub(super) fn markup(&self) -> Markup {
        Card::new("What happens next").body(&definitions([
            ("Signing in", self.signing_in()),
            ("Imports", self.imports()),
            ("Who leaves", self.leaving()),
            ("Roles and groups", self.placing()),
            ("Backup", backup()),
        ]))
    }

    fn signing_in(&self) -> Markup {
        html! {
            p { "Agents sign in here, with their mail and the password they have in the directory. Send them this address:" }
            (command_block(&format!("{}/login", self.address)))
            @if is_this_machine(self.address) {
                p.small.muted { "Only this machine reaches that address. Start the panel with " code { "MUSTER_PUBLIC_URL" } " set to the one that others use." }
            }
            @if self.run.counts.skipped > 0 {
                p.small { a href={ "/imports/" (self.run.id) "?kind=skipped#changes" } { (counted(self.run.counts.skipped, "entry was", "entries were")) " skipped" } " and cannot sign in: each line says why." }
            }
            (copy_script())
        }
    }

    fn imports(&self) -> Markup {
        html! {
            p { "The next one starts by itself " (time_ago(self.next, self.now)) ", and then one every " (self.interval) ". Names, addresses and phones follow the directory, and whoever is new there becomes an agent." }
        }
    }

    fn leaving(&self) -> Markup {
        let policy = self.settings.removals;
        html! {
            p {
                "Whoever is no longer in the directory is removed by the next import, is signed out at once, and is kept for "
                (counted(policy.keep_removed_days.into(), "day", "days")) ", in case they return. Who is disabled there cannot sign in."
            }
            p.small.muted {
                "If more than " (policy.hold_percent) " % and more than " (counted(policy.hold_count.into(), "agent", "agents"))
                " would be removed at once, nobody is: the directory may only be mistaken, so you are asked first."
            }
        }
    }

    fn placing(&self) -> Markup {
        html! {
            p { "Newcomers get the group " strong { (self.group) } " and the role " strong { (self.settings.default_role.label()) } "." }
            p.small {
                a href="/settings/ldap/rules" { "Rules" } " give members of an LDAP group another role. On an agent's page you choose for one of them; make a second "
                a href="/agents" { "agent" } " an administrator, too."
            }
        }
    }
}

fn backup() -> Markup {
    html! {
        p { "This writes agents, settings and history into one file, also while the panel runs:" }
        (command_block("muster backup /backups/muster.jsonl"))
        p.small.muted { "Keep " code { "secret.key" } " from the data folder as well, apart from the backups: without it stored passwords cannot be read." }
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
            Afterwards { run: &run, settings: &settings, group, next, interval: "15 minutes", address, now }
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
