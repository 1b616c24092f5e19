//! Removals that were held: why, who, and what to do about them.

use super::names::Names;
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

pub(super) struct Review<'a> {
    pub(super) run: &'a ImportRun,
    /// What waits now; perhaps of another run.
    pub(super) hold: Option<&'a Hold>,
    pub(super) names: &'a Names,
    pub(super) keep_days: u16,
    pub(super) csrf: &'a str,
    pub(super) now: Timestamp,
}

/// On every administrator's page, until it is decided.
pub(in crate::web) fn hold_banner(hold: &Hold) -> Markup {
    let agents = counted(hold.count, "agent", "agents");
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
        let waits = self.hold.filter(|hold| Some(&hold.digest) == self.run.digest.as_ref());
        match (waits, &self.run.decision, self.hold) {
            (Some(hold), ..) if hold.approved.is_none() => self.decision(hold),
            (_, Some(decision), _) => self.decided(decision),
            (_, None, Some(newer)) => banner(
                Tone::Info,
                html! { "A newer import has another list. " a href={ "/imports/" (newer.run) } { "Review that one" } },
            ),
            (_, None, None) => {
                banner(Tone::Info, "A newer import found nothing to hold: there is nothing to decide any more.")
            }
        }
    }

    fn decision(&self, hold: &Hold) -> Markup {
        let agents = counted(hold.count, "agent", "agents");
        let form = |decision: &str, button: Button<'_>| {
            html! {
                form method="post" action={ "/imports/" (self.run.id) "/removals" } {
                    (csrf_field(self.csrf))
                    input type="hidden" name="digest" value=(hold.digest);
                    input type="hidden" name="decision" value=(decision);
                    (button)
                }
            }
        };
        let consequence = format!(
            "The directory is read once more. If exactly these {agents} are absent, they leave every list at once, their sessions end, and they cannot sign in. The records are kept for {}, and whoever returns to the directory is restored by itself. If the list has changed, it is shown anew and nobody is removed.",
            counted(self.keep_days.into(), "day", "days")
        );
        Card::new(&format!("What shall become of {agents}?")).body(&html! {
            p.small.muted {
                "Look through the list below first. Keep them: they stay agents, with group and role, until they are seen again or the settings change. They can sign in only while the directory finds them."
            }
            div.decide {
                (form("keep", Button::submit("Keep them").id("keep-held").busy("Keeping…")))
                (confirm_fold(
                    "remove-held",
                    "Remove them …",
                    &consequence,
                    &form("remove", Button::submit(&format!("Remove {agents}")).danger().busy("Removing…")),
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
