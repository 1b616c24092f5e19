//! Removals that were held: why, who, and what to do about them.

use super::names::{Names, directory_name};
use crate::language::{held_reason, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::rich::{Piece, link, rich};
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
    let (count, to) = (hold.count, link(format!("/imports/{}", hold.run)));
    let said = match (hold.approved, name) {
        (None, None) => rich!("imports-hold-waits", count = count, link = to),
        (None, Some(name)) => rich!("imports-hold-waits-of", count = count, directory = name, link = to),
        (Some(_), None) => rich!("imports-hold-approved", count = count, link = to),
        (Some(_), Some(name)) => rich!("imports-hold-approved-of", count = count, directory = name, link = to),
    };
    let tone = if hold.approved.is_some() { Tone::Info } else { Tone::Warning };
    html! { div.hold-banner { (banner(tone, said)) } }
}

impl Review<'_> {
    /// The reasons, and the decision or what became of it.
    pub(super) fn markup(&self) -> Markup {
        html! {
            @for reason in &self.run.held_reasons { (banner(Tone::Warning, held_reason(reason))) }
            @if self.run.dry_run {
                (banner(Tone::Info, t!("imports-held-preview")))
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
                    (banner(Tone::Info, rich!("imports-held-again", link = run_link(later))))
                }
                @match hold.approved {
                    None => (self.decision(hold)),
                    Some(approval) => (self.approved(hold, approval)),
                }
            } @else {
                @if let Some(decision) = &self.run.decision { (self.decided(decision)) }
                @match (self.hold, &self.run.decision) {
                    (Some(newer), _) => (banner(Tone::Info, rich!("imports-held-newer", link = run_link(newer.run)))),
                    (None, None) if self.run.digest.is_none() => (banner(Tone::Info, t!("imports-held-decides-anew"))),
                    (None, None) => (banner(Tone::Info, t!("imports-held-nothing"))),
                    (None, Some(_)) => {}
                }
            }
        }
    }

    /// Until the import has done it, it can be taken back by keeping them.
    fn approved(&self, hold: &Hold, approval: Approval) -> Markup {
        let (name, when) = (self.names.of_agent(approval.by), time_ago(approval.at, self.now));
        let keep = Button::submit(t!("imports-keep-after-all")).id("keep-held").busy(t!("imports-keeping"));
        html! {
            (banner(Tone::Info, rich!("imports-held-approved", name = name, when = when)))
            (self.form(hold, "keep", &keep))
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
        let count = hold.count;
        let remove = t!("imports-remove-count", count = count);
        let remove = Button::submit(&remove).danger().busy(t!("imports-removing"));
        let keep = Button::submit(t!("imports-keep")).id("keep-held").busy(t!("imports-keeping"));
        let consequence = t!("imports-remove-text", count = count, days = self.keep_days);
        Card::new(&t!("imports-held-question", count = count)).body(&html! {
            p.small.muted { (t!("imports-held-advice")) }
            div.decide {
                (self.form(hold, "keep", &keep))
                (confirm_fold("remove-held", t!("imports-remove"), &consequence, &self.form(hold, "remove", &remove)))
            }
        })
    }

    fn decided(&self, decision: &Decision) -> Markup {
        let (name, when) = (self.names.of_agent(decision.by), time_ago(decision.at, self.now));
        let said = match decision.kind {
            DecisionKind::Keep => rich!("imports-decided-keep", name = name, when = when),
            DecisionKind::Remove => rich!("imports-decided-remove", name = name, when = when),
        };
        banner(Tone::Info, said)
    }
}

fn run_link<'a>(run: RunId) -> Piece<'a> {
    link(format!("/imports/{run}"))
}
