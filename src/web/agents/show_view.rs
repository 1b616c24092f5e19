use super::rows_view::{source_tag, state_tag};
use super::{Attributes, history_view, placement_view, unlock_view};
use crate::auth::Waiting;
use crate::language::{phrase, t};
use crate::model::*;
use crate::storage::AgentEvent;
use crate::web::components::*;
use crate::web::ldap_settings::look_up;
use crate::web::rich::{link, rich};
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
    html! { (Button::link(&format!("/agents/{}/edit", agent.id), t!("agents-edit")).primary()) }
}

pub(super) fn agent(page: &ShowPage<'_>) -> Markup {
    let agent = page.agent;
    html! {
        div.stack.narrow {
            @if let Some(removal) = &agent.removed { (removed(page, removal)) }
            @else { (absence(page)) }
            @if let Some(waiting) = &page.waiting { (unlock_view::card(page, waiting)) }
            (Card::new(t!("agents-person")).body(&definitions(person_facts(page))))
            (Card::new(t!("agents-in-panel")).body(&definitions(panel_facts(page))))
            @if let Some(sign_in) = &page.sign_in { (sign_in) }
            @if page.is_administrator { p.small { (rich!("agents-activity", link = link(format!("/activity?agent={}", agent.id)))) } }
            @if let Source::Ldap { guid, dn } = &agent.source {
                (Card::new(t!("agents-in-directory")).body(&html! {
                    (definitions(directory_facts(page, guid, dn)))
                    @if page.is_administrator { p.small { (rich!("agents-look-up-now", link = link(look_up::address(agent.directory, dn)))) } }
                }))
                (history_view::history(page))
            }
        }
    }
}

/// Sessions, and of a local agent whether the second factor is on.
pub(super) fn sign_in(second_factor: Option<bool>, sessions: Option<&Markup>) -> Markup {
    let second_factor = second_factor.map(|on| match on {
        true => (t!("agents-second-factor"), tag(Tone::Ok, t!("agents-on"))),
        false => (t!("agents-second-factor"), tag(Tone::Neutral, t!("agents-off"))),
    });
    Card::new(t!("agents-signed-in")).body(&html! {
        @if let Some(fact) = second_factor { div.gap-below { (definitions([fact])) } }
        @match sessions {
            Some(list) => (list),
            None => p.small.muted { (t!("agents-signed-in-nowhere")) },
        }
    })
}

fn removed(page: &ShowPage<'_>, removal: &Removal) -> Markup {
    let agent = page.agent;
    let form = html! {
        form method="post" action={ "/agents/" (agent.id) "/delete" } {
            (csrf_field(page.csrf))
            (Button::submit(t!("agents-delete-now")).danger().busy(t!("agents-deleting")))
        }
    };
    let consequence = t!("agents-delete-now-then", name = &agent.name);
    let end = (removal.at + page.keep_removed).max(page.now + time::Duration::hours(1));
    html! {
        (banner(Tone::Bad, rich!(
            "agents-removed-banner",
            when = time_ago(removal.at, page.now),
            import = history_view::import(removal.run, page.is_administrator),
            why = phrase(&removal.cause.sentence()).into_owned(),
            end = time_ago(end, page.now),
        )))
        @if page.is_administrator {
            (confirm_fold("delete", &t!("agents-delete-now-fold", name = &agent.name), &consequence, &form))
        }
    }
}

/// That the directory does not show an agent who is there.
fn absence(page: &ShowPage<'_>) -> Markup {
    let (id, standing) = (page.agent.id, page.standing);
    html! {
        @if let Some(hold) = standing.hold.as_ref().filter(|_| standing.held.contains(&id)) {
            (banner(Tone::Warning, html! {
                @if page.is_administrator { (rich!("agents-held-review", link = link(format!("/imports/{}", hold.run)))) }
                @else { (t!("agents-held")) }
            }))
        } @else if standing.kept.contains(&id) {
            (banner(Tone::Info, t!("agents-kept")))
        }
    }
}

fn person_facts<'a>(page: &ShowPage<'a>) -> Vec<(&'a str, Markup)> {
    let agent = page.agent;
    let from = |attribute: &str| {
        html! { @if !agent.is_local() { " " span.small.muted { (rich!("agents-from-attribute", attribute = attribute)) } } }
    };
    vec![
        (t!("agents-name"), html! { (agent.name) (from(&page.attributes.name)) }),
        (t!("agents-email"), html! { (agent.email) (from(&page.attributes.mail)) }),
        (t!("agents-phone"), html! { (agent.phone.as_deref().unwrap_or("—")) (from(&page.attributes.phone)) }),
    ]
}

fn panel_facts<'a>(page: &ShowPage<'a>) -> Vec<(&'a str, Markup)> {
    let agent = page.agent;
    vec![
        (t!("agents-groups"), placement_view::groups(page)),
        (t!("agents-role"), placement_view::role(page)),
        (t!("agents-sign-in"), html! { (sign_in_words(agent)) }),
        (
            t!("agents-last-sign-in"),
            match agent.last_sign_in_at {
                Some(at) => time_ago(at, page.now),
                None => html! { (t!("agents-never")) },
            },
        ),
        (
            t!("agents-since"),
            match agent.added_by {
                Some(run) => by_import(page, agent.created_at, run),
                None => time_ago(agent.created_at, page.now),
            },
        ),
    ]
}

/// When, and by which import.
fn by_import(page: &ShowPage<'_>, at: Timestamp, run: RunId) -> Markup {
    let import = history_view::import(run, page.is_administrator);
    rich!("agents-when-by", when = time_ago(at, page.now), import = import)
}

fn sign_in_words(agent: &Agent) -> &'static str {
    match agent.state() {
        _ if agent.blocked => t!("agents-blocked-by"),
        AgentState::Removed => t!("agents-not-possible"),
        AgentState::Disabled | AgentState::Expired | AgentState::Locked => t!("agents-refused-by-directory"),
        AgentState::MustChange => t!("agents-allowed-once-changed"),
        AgentState::Active | AgentState::Blocked => t!("agents-allowed"),
    }
}

fn directory_facts<'a>(page: &ShowPage<'a>, guid: &Guid, dn: &str) -> Vec<(&'a str, Markup)> {
    let mut facts =
        vec![(t!("agents-dn"), html! { span.mono { (dn) } }), (t!("agents-guid"), html! { span.mono { (guid) } })];
    if let Some(name) = &page.directory {
        let id = page.agent.directory;
        let shown =
            html! { @if page.is_administrator { a href={ "/agents?directory=" (id) } { (name) } } @else { (name) } };
        facts.insert(0, (t!("agents-directory"), shown));
    }
    if let Some((at, run)) = page.agent.directory_changed {
        facts.push((t!("agents-last-changed"), by_import(page, at, run)));
    }
    facts
}
