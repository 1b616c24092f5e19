//! Removals that were held: why, who, and what to do about them.

use super::names::{Names, directory_name};
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};
use std::collections::BTreeMap;

pub(super) struct Review<'a> {
    pub(super) run: &'a ImportRun,
    /// What waits now; perhaps of another run.
    pub(super) hold: Option<&'a Hold>,
    pub(super) names: &'a Names,
    pub(super) keep_days: u16,
    pub(super) csrf: &'a str,
    pub(super) now: Timestamp,
}

/// On every administrator's page, until it is decided: one for each directory.
pub(in crate::web) fn hold_banners(holds: &BTreeMap<DirectoryId, Hold>, directories: &[Directory]) -> Markup {
    let name = |id: &DirectoryId| (directories.len() > 1).then(|| directory_name(*id, directories));
    html! { @for (id, hold) in holds { (hold_banner(hold, name(id).as_deref())) } }
}

/// `name` is the directory's among several.
fn hold_banner(hold: &Hold, name: Option<&str>) -> Markup {
    let agents = counted(hold.count, "agent", "agents");
    let agents = name.map_or(agents.clone(), |name| format!("{agents} of {name}"));
    html! {
        div.hold-banner {
            @if hold.approved.is_some() {
                (banner(Tone::Info, html! {
                    "The removal of " (agents) " was approved. The next import does it, if it finds exactly them absent. "
                    a href={ "/imports/" (hold.run) } { "See who" }
                }))
            } @else {
                (banner(Tone::Warning, html! {
                    (agents) " " (if hold.count == 1 { "is" } else { "are" })
                    " no longer found in the directory. Nobody was removed: it waits for your decision. "
                    a href={ "/imports/" (hold.run) } { "Review" }
                }))
            }
        }
    }
}

impl Review<'_> {
    /// The reasons, and the decision or what became of it.
    pub(super) fn markup(&self) -> Markup {
        html! {
            @for reason in &self.run.held_reasons { (banner(Tone::Warning, reason.sentence())) }
            @if self.run.dry_run {
                (banner(Tone::Info, "A preview: an import would hold these removals for review. Nothing was changed."))
            } @else {
                (self.state())
            }
        }
    }

    fn state(&self) -> Markup {
        let same = |hold: &&Hold| Some(&hold.digest) == self.run.digest.as_ref();
        html! {
            @if let Some(hold) = self.hold.filter(same) {
                @if let Some(later) = self.run.held_again_by {
                    (banner(Tone::Info, html! { "The same list was held again. " a href={ "/imports/" (later) } { "See who is on it" } }))
                }
                @match hold.approved {
                    None => (self.decision(hold)),
                    Some(approval) => (self.approved(hold, approval)),
                }
            } @else {
                @if let Some(decision) = &self.run.decision { (self.decided(decision)) }
                @match (self.hold, &self.run.decision) {
                    (Some(newer), _) => (banner(Tone::Info, html! {
                        "A newer import has another list. " a href={ "/imports/" (newer.run) } { "Review that one" }
                    })),
                    (None, None) if self.run.digest.is_none() => (banner(Tone::Info, "The next import decides anew.")),
                    (None, None) => (banner(Tone::Info, "There is nothing to decide any more: a newer import has nothing to hold.")),
                    (None, Some(_)) => {}
                }
            }
        }
    }

    /// Until the import has done it, it can be taken back by keeping them.
    fn approved(&self, hold: &Hold, approval: Approval) -> Markup {
        html! {
            (banner(Tone::Info, html! {
                "Removal approved by " (self.names.of_agent(approval.by)) " " (time_ago(approval.at, self.now))
                ". The next import does it, if it finds exactly this list absent."
            }))
            (self.form(hold, "keep", &Button::submit("Keep them after all").id("keep-held").busy("Keeping…")))
        }
    }

    fn form(&self, hold: &Hold, decision: &str, button: &Button<'_>) -> Markup {
        html! {
            form method="post" action={ "/imports/" (self.run.id) "/removals" } {
                (csrf_field(self.csrf))
                input type="hidden" name="digest" value=(hold.digest);
                input type="hidden" name="decision" value=(decision);
                (button)
            }
        }
    }

    fn decision(&self, hold: &Hold) -> Markup {
        let agents = counted(hold.count, "agent", "agents");
        let consequence = format!(
            "The directory is read once more. If exactly these {agents} are absent, they leave every list at once, their sessions end, and they cannot sign in. The records are kept for {}, and whoever returns to the directory is restored by itself. If the list has changed, it is shown anew and nobody is removed.",
            counted(self.keep_days.into(), "day", "days")
        );
        Card::new(&format!("What shall become of {agents}?")).body(&html! {
            p.small.muted {
                "Look through the list below first. Keep them: they stay agents, with group and role, until they are seen again or the settings change. They can sign in only while the directory finds them."
            }
            div.decide {
                (self.form(hold, "keep", &Button::submit("Keep them").id("keep-held").busy("Keeping…")))
                (confirm_fold(
                    "remove-held",
                    "Remove them …",
                    &consequence,
                    &self.form(hold, "remove", &Button::submit(&format!("Remove {agents}")).danger().busy("Removing…")),
                ))
            }
        })
    }

    fn decided(&self, decision: &Decision) -> Markup {
        let who = self.names.of_agent(decision.by);
        html! {
            (banner(Tone::Info, html! {
                @match decision.kind {
                    DecisionKind::Keep => { "Kept by " (who) " " (time_ago(decision.at, self.now)) "." },
                    DecisionKind::Remove => { "Removal approved by " (who) " " (time_ago(decision.at, self.now)) "." },
                }
            }))
        }
    }
}
