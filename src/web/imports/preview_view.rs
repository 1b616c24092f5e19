//! What a preview found, in words, and the import that would do it.

use crate::language::{role, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::rich::{link, rich};
use maud::{Markup, html};

pub(super) struct Preview<'a> {
    pub(super) run: &'a ImportRun,
    pub(super) settings: &'a LdapSettings,
    /// Name of the default group.
    pub(super) group: &'a str,
    pub(super) csrf: &'a str,
}

impl Preview<'_> {
    /// The card over the numbers.
    pub(super) fn markup(&self) -> Markup {
        let sentences = self.sentences();
        Card::new(t!("imports-would")).body(&html! {
            ul.sentences {
                @for sentence in &sentences { li { (sentence) } }
                @if self.run.counts.skipped > 0 { li { (self.skipped()) } }
            }
            @if self.brings_nobody() { (Notice::new(Tone::Warning, t!("imports-would-bring-nobody")).remedy(t!("imports-would-ask"))) }
            form.gap-above method="post" action="/imports" {
                (csrf_field(self.csrf))
                input type="hidden" name="directory" value=(self.run.directory);
                (buttons(&html! {
                    (Button::submit(t!("imports-import-now")).id("import-now").primary().busy(t!("imports-starting")))
                    (Button::link("/settings/ldap/index", t!("imports-change-settings")))
                }))
            }
            p.small.muted.gap-above { (t!("imports-would-note")) }
        })
    }

    fn brings_nobody(&self) -> bool {
        let c = &self.run.counts;
        c.skipped > 0 && c.added + c.updated + c.unchanged + c.restored == 0
    }

    fn sentences(&self) -> Vec<String> {
        let c = &self.run.counts;
        let mut all = Vec::new();
        if c.added > 0 {
            all.push(self.added(c.added));
        }
        if c.updated > 0 {
            all.push(t!("imports-would-update", count = c.updated));
        }
        if c.restored > 0 {
            all.push(t!("imports-would-restore", count = c.restored));
        }
        if c.removed > 0 {
            let days = self.settings.removals.keep_removed_days;
            all.push(t!("imports-would-remove", count = c.removed, days = days));
        }
        if c.held > 0 {
            all.push(t!("imports-would-hold", count = c.held));
        }
        if c.unchanged > 0 {
            all.push(t!("imports-would-leave", count = c.unchanged));
        }
        if all.is_empty() && c.skipped == 0 {
            all.push(t!("imports-would-nothing").into());
        }
        all
    }

    fn added(&self, count: u64) -> String {
        let (group, role) = (self.group, role(self.settings.default_role));
        match self.settings.rules.is_empty() {
            true => t!("imports-would-add", count = count, group = group, role = role),
            false => t!("imports-would-add-by-rules", count = count, group = group, role = role),
        }
    }

    fn skipped(&self) -> Markup {
        let who = link(format!("/imports/{}?kind=skipped#changes", self.run.id));
        rich!("imports-would-skip", count = self.run.counts.skipped, link = who)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(change: impl FnOnce(&mut ImportRun)) -> String {
        let at = time::OffsetDateTime::UNIX_EPOCH;
        let mut run = ImportRun::waiting(RunId(1), DirectoryId(1), StartedBy::Schedule, true, at);
        change(&mut run);
        let (hosts, _) = HostList::parse("ldap.example.com").expect("a host");
        let settings = LdapSettings::new(hosts, "cn=reader,dc=x", SealedSecret(String::new()), GroupId(1));
        Preview { run: &run, settings: &settings, group: "Support team", csrf: "" }.markup().into_string()
    }

    #[test]
    fn a_preview_says_in_words_who_would_become_what() {
        let words = said(|run| {
            run.counts.added = 61;
            run.counts.skipped = 2;
            run.counts.removed = 1;
        });
        for part in [
            "61 people would become agents, in the group Support team and with the role",
            "1 agent would be removed",
            "2 entries would be skipped",
            "Import now",
        ] {
            assert!(words.contains(part), "{part}: {words}");
        }
        assert!(!words.contains("Nobody would become"));
    }

    #[test]
    fn a_preview_in_which_everyone_is_skipped_says_where_to_look() {
        let words = said(|run| run.counts.skipped = 40);
        assert!(words.contains("Nobody would become an agent") && words.contains("Mail attribute"), "{words}");
    }

    #[test]
    fn a_preview_without_a_change_says_so() {
        assert!(said(|_| {}).contains("nobody would be changed"));
    }
}
