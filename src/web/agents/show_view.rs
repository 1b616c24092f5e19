use super::rows_view::{source_tag, state_tag};
use super::{Attributes, history_view, placement_view, unlock_view};
use crate::auth::Waiting;
use crate::model::*;
use crate::storage::AgentEvent;
use crate::web::components::*;
use crate::web::ldap_settings::look_up;
use maud::{Markup, html};

pub(super) struct ShowPage<'a> {
    pub(super) agent: &'a Agent,
    /// Where they are signed in, for administrators.
    pub(super) sign_in: Option<Markup>,
    pub(super) groups: &'a [Group],
    /// What the directory is called, where that tells something.
    pub(super) directory: Option<String>,
    pub(super) attributes: Attributes,
    /// What imports did to the agent, newest first.
    pub(super) history: &'a [AgentEvent],
    pub(super) standing: &'a Standing,
    /// What wrong passwords make them wait for.
    pub(super) waiting: Option<Waiting>,
    pub(super) keep_removed: time::Duration,
    pub(super) is_administrator: bool,
    pub(super) csrf: &'a str,
    pub(super) now: Timestamp,
}

pub(super) fn lead(agent: &Agent) -> Markup {
    html! { (source_tag(agent)) " " (state_tag(agent.state())) }
}

pub(super) fn actions(agent: &Agent) -> Markup {
    html! { (Button::link(&format!("/agents/{}/edit", agent.id), "Edit").primary()) }
}

pub(super) fn agent(page: &ShowPage<'_>) -> Markup {
    let agent = page.agent;
    html! {
        div.stack.narrow {
            @if let Some(removal) = &agent.removed { (removed(page, removal)) }
            @else { (absence(page)) }
            @if let Some(waiting) = &page.waiting { (unlock_view::card(page, waiting)) }
            (Card::new("Person").body(&definitions(person_facts(page))))
            (Card::new("In the panel").body(&definitions(panel_facts(page))))
            @if let Some(sign_in) = &page.sign_in { (sign_in) }
            @if page.is_administrator { p.small { a href={ "/activity?agent=" (agent.id) } { "Activity" } " of this agent: what they did, and what was done to them." } }
            @if let Source::Ldap { guid, dn } = &agent.source {
                (Card::new("In the directory").body(&html! {
                    (definitions(directory_facts(page, guid, dn)))
                    @if page.is_administrator { p.small { a href=(look_up::address(agent.directory, dn)) { "Look up now" } " what the directory says." } }
                }))
                (history_view::history(page))
            }
        }
    }
}

/// Sessions, and of a local agent whether the second factor is on.
pub(super) fn sign_in(second_factor: Option<bool>, sessions: Option<&Markup>) -> Markup {
    let second_factor = second_factor.map(|on| match on {
        true => ("Second factor", tag(Tone::Ok, "On")),
        false => ("Second factor", tag(Tone::Neutral, "Off")),
    });
    Card::new("Signed in").body(&html! {
        @if let Some(fact) = second_factor { div.gap-below { (definitions([fact])) } }
        @match sessions {
            Some(list) => (list),
            None => p.small.muted { "Nowhere at the moment." },
        }
    })
}

fn removed(page: &ShowPage<'_>, removal: &Removal) -> Markup {
    let agent = page.agent;
    let form = html! {
        form method="post" action={ "/agents/" (agent.id) "/delete" } {
            (csrf_field(page.csrf))
            (Button::submit("Delete for good now").danger().busy("Deleting…"))
        }
    };
    let consequence = format!(
        "The record of {}, with group, role and history, is gone for good. If this person returns to the directory, they are a new agent.",
        agent.name
    );
    html! {
        (banner(Tone::Bad, html! {
            "Removed " (time_ago(removal.at, page.now)) " by " (history_view::import(page, removal.run))
            ". " (removal.cause.sentence())
            " Restored by itself, with group and role, when they return to the directory; else deleted for good "
            (time_ago((removal.at + page.keep_removed).max(page.now + time::Duration::hours(1)), page.now)) "."
        }))
        @if page.is_administrator {
            (confirm_fold("delete", &format!("Delete {} for good now …", agent.name), &consequence, &form))
        }
    }
}

/// That the directory does not show an agent who is there.
fn absence(page: &ShowPage<'_>) -> Markup {
    let (id, standing) = (page.agent.id, page.standing);
    html! {
        @if let Some(hold) = standing.hold.as_ref().filter(|_| standing.held.contains(&id)) {
            (banner(Tone::Warning, html! {
                "No longer found in the directory. The removal waits for a decision"
                @if page.is_administrator { ": " a href={ "/imports/" (hold.run) } { "review" } }
                "."
            }))
        } @else if standing.kept.contains(&id) {
            (banner(Tone::Info, "Not found in the directory, and kept by an administrator until seen again or the settings change."))
        }
    }
}

fn person_facts<'a>(page: &ShowPage<'a>) -> Vec<(&'a str, Markup)> {
    let agent = page.agent;
    let from = |attribute: &str| {
        html! { @if !agent.is_local() { " " span.small.muted { "from " code { (attribute) } } } }
    };
    vec![
        ("Name", html! { (agent.name) (from(&page.attributes.name)) }),
        ("Email", html! { (agent.email) (from(&page.attributes.mail)) }),
        ("Phone", html! { (agent.phone.as_deref().unwrap_or("—")) (from(&page.attributes.phone)) }),
    ]
}

fn panel_facts<'a>(page: &ShowPage<'a>) -> Vec<(&'a str, Markup)> {
    let agent = page.agent;
    vec![
        ("Groups", placement_view::groups(page)),
        ("Role", placement_view::role(page)),
        ("Sign-in", html! { (sign_in_words(agent)) }),
        (
            "Last sign-in",
            match agent.last_sign_in_at {
                Some(at) => time_ago(at, page.now),
                None => html! { "never" },
            },
        ),
        (
            "Agent since",
            html! {
                (time_ago(agent.created_at, page.now))
                @if let Some(run) = agent.added_by { " by " (history_view::import(page, run)) }
            },
        ),
    ]
}

fn sign_in_words(agent: &Agent) -> &'static str {
    match agent.state() {
        _ if agent.blocked => "Blocked by an administrator",
        AgentState::Removed => "Not possible: no longer in the directory",
        AgentState::Disabled | AgentState::Expired | AgentState::Locked => "Allowed here, refused by the directory",
        AgentState::MustChange => "Allowed once the password was changed in the directory",
        AgentState::Active | AgentState::Blocked => "Allowed",
    }
}

fn directory_facts<'a>(page: &ShowPage<'a>, guid: &Guid, dn: &str) -> Vec<(&'a str, Markup)> {
    let mut facts = vec![("DN", html! { span.mono { (dn) } }), ("GUID", html! { span.mono { (guid) } })];
    if let Some(name) = &page.directory {
        let id = page.agent.directory;
        let shown =
            html! { @if page.is_administrator { a href={ "/agents?directory=" (id) } { (name) } } @else { (name) } };
        facts.insert(0, ("Directory", shown));
    }
    if let Some((at, run)) = page.agent.directory_changed {
        facts.push(("Last changed", html! { (time_ago(at, page.now)) " by " (history_view::import(page, run)) }));
    }
    facts
}
