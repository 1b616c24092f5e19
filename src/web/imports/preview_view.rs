//! What a preview found, in words, and the import that would do it.

use crate::model::*;
use crate::web::components::*;
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
        Card::new("What an import would do").body(&html! {
            ul.sentences {
                @for sentence in &sentences { li { (sentence) } }
                @if self.run.counts.skipped > 0 { li { (self.skipped()) } }
            }
            @if self.brings_nobody() { (Notice::new(Tone::Warning, "Nobody would become an agent: every entry would be skipped.").remedy(WHOM_TO_ASK)) }
            form.gap-above method="post" action="/imports" {
                (csrf_field(self.csrf))
                input type="hidden" name="directory" value=(self.run.directory);
                (buttons(&html! {
                    (Button::submit("Import now").id("import-now").primary().busy("Starting…"))
                    (Button::link("/settings/ldap/index", "Change the settings"))
                }))
            }
            p.small.muted.gap-above { "The import reads the directory anew, so what changes there in between counts. It also starts by itself at its time." }
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
            all.push(format!("{} would be brought in line with the directory.", agents(c.updated)));
        }
        if c.restored > 0 {
            all.push(format!(
                "{} who had been removed would be back, with group, role and history.",
                agents(c.restored)
            ));
        }
        if c.removed > 0 {
            all.push(format!(
                "{} would be removed: they leave every list and cannot sign in. Their records are kept for {}.",
                agents(c.removed),
                counted(self.settings.removals.keep_removed_days.into(), "day", "days")
            ));
        }
        if c.held > 0 {
            all.push(format!("The removal of {} would wait for your decision.", agents(c.held)));
        }
        if c.unchanged > 0 {
            all.push(format!("{} would stay as they are.", agents(c.unchanged)));
        }
        if all.is_empty() && c.skipped == 0 {
            all.push("Nothing: nobody was found, and nobody would be changed.".into());
        }
        all
    }

    fn added(&self, count: u64) -> String {
        let (people, group, role) =
            (counted(count, "person", "people"), self.group, self.settings.default_role.label());
        if self.settings.rules.is_empty() {
            return format!("{people} would become agents, in the group {group} and with the role {role}.");
        }
        format!(
            "{people} would become agents, in the group {group} and with the role {role} where no rule gives them others."
        )
    }

    fn skipped(&self) -> Markup {
        html! {
            (counted(self.run.counts.skipped, "entry", "entries")) " would be skipped, mostly since there is no mail to sign in with. "
            a href={ "/imports/" (self.run.id) "?kind=skipped#changes" } { "See who, and why" }
        }
    }
}

const WHOM_TO_ASK: &str = "Each line below says why. Mostly people have no value in the attribute that is read: name another one under Mail attribute in LDAP, or give the settings' user the right to read it.";

fn agents(count: u64) -> String {
    counted(count, "agent", "agents")
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
