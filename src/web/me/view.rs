use crate::language::{self, Language, t};
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, html};

pub(super) struct MePage<'a> {
    pub(super) agent: &'a Agent,
    pub(super) groups: &'a [Group],
    /// The list of sessions.
    pub(super) sessions: &'a Markup,
    /// Of a local agent: whether their second factor is on, and how many recovery codes are left.
    pub(super) second_factor: Option<Option<usize>>,
    pub(super) csrf: &'a str,
}

pub(super) fn me(page: &MePage<'_>) -> Markup {
    html! {
        div.stack.narrow {
            (Card::new(t!("me-about")).lead(origin(page.agent)).body(&facts(page)))
            @if let Some(second_factor) = page.second_factor { (Card::new(t!("me-sign-in")).body(&sign_in(second_factor))) }
            (Card::new(t!("me-sessions")).lead(t!("me-sessions-lead")).body(page.sessions))
            (Card::new(t!("me-preferences")).body(&preferences(page)))
        }
    }
}

fn origin(agent: &Agent) -> &'static str {
    if agent.is_local() { t!("me-origin-local") } else { t!("me-origin-ldap") }
}

fn facts(page: &MePage<'_>) -> Markup {
    let agent = page.agent;
    let groups: Vec<&str> =
        page.groups.iter().filter(|group| agent.groups.contains(&group.id)).map(|group| group.name.as_str()).collect();
    definitions([
        (t!("me-name"), person(&agent.name, None)),
        (t!("me-email"), html! { (agent.email) }),
        (t!("me-phone"), html! { (agent.phone.as_deref().unwrap_or("—")) }),
        (t!("me-groups"), html! { (if groups.is_empty() { "—".to_owned() } else { groups.join(", ") }) }),
        (t!("me-role"), html! { (language::role(agent.role)) }),
        (t!("me-source"), html! { (if agent.is_local() { t!("me-source-local") } else { t!("me-source-ldap") }) }),
    ])
}

fn sign_in(second_factor: Option<usize>) -> Markup {
    let on =
        |tone: Tone, left: usize| html! { (tag(tone, t!("me-on"))) " " (t!("me-recovery-codes-left", left = left)) };
    let (state, label) = match second_factor {
        Some(0) => (on(Tone::Warning, 0), t!("me-second-factor")),
        Some(left) => (on(Tone::Ok, left), t!("me-second-factor")),
        None => (tag(Tone::Neutral, t!("me-off")), t!("me-second-factor-set-up")),
    };
    html! {
        div.gap-below { (definitions([(t!("me-password"), html! { (t!("me-password-kept")) }), (t!("me-second-factor"), state)])) }
        (buttons(&html! {
            (Button::link("/me/password", t!("me-password-change")))
            (Button::link("/me/second-factor", label))
        }))
    }
}

fn preferences(page: &MePage<'_>) -> Markup {
    let Preferences { language, shortcuts } = &page.agent.preferences;
    let languages = Language::ALL.map(|language| (language.tag(), language.own_name()));
    html! {
        form.form method="post" action="/me" {
            (csrf_field(page.csrf))
            (Select::new("language", t!("me-language")).option("", t!("me-language-of-browser")).options(languages)
                .selected(language.as_deref().unwrap_or_default()))
            (Checkbox::new("shortcuts", t!("me-shortcuts"), *shortcuts).hint(t!("me-shortcuts-hint")))
            (key_list(page.agent.role == Role::Administrator))
            (buttons(&html! { (Button::submit(t!("me-save"))) }))
        }
    }
}
