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
    pub(super) shortcuts: bool,
    pub(super) csrf: &'a str,
}

pub(super) fn me(page: &MePage<'_>) -> Markup {
    html! {
        div.stack.narrow {
            (Card::new("About you").lead(origin(page.agent)).body(&facts(page)))
            @if let Some(second_factor) = page.second_factor { (Card::new("How you sign in").body(&sign_in(second_factor))) }
            (Card::new("Where you are signed in").lead("End what you do not know, and tell your administrator.").body(page.sessions))
            (Card::new("Keyboard").body(&shortcuts(page)))
        }
    }
}

fn origin(agent: &Agent) -> &'static str {
    if agent.is_local() {
        "A local account of this panel: its password is kept here, hashed."
    } else {
        "Copied from your company directory, which also checks your password. To change name, email or phone, change them there."
    }
}

fn facts(page: &MePage<'_>) -> Markup {
    let agent = page.agent;
    let groups: Vec<&str> =
        page.groups.iter().filter(|group| agent.groups.contains(&group.id)).map(|group| group.name.as_str()).collect();
    definitions([
        ("Name", person(&agent.name, None)),
        ("Email", html! { (agent.email) }),
        ("Phone", html! { (agent.phone.as_deref().unwrap_or("—")) }),
        ("Groups", html! { (if groups.is_empty() { "—".to_owned() } else { groups.join(", ") }) }),
        ("Role", html! { (agent.role.label()) }),
        ("Source", html! { (if agent.is_local() { "Local" } else { "LDAP" }) }),
    ])
}

fn sign_in(second_factor: Option<usize>) -> Markup {
    let (state, label) = match second_factor {
        Some(0) => (html! { (tag(Tone::Warning, "On")) " No recovery code is left: make new ones." }, "Second factor"),
        Some(1) => (html! { (tag(Tone::Ok, "On")) " One recovery code is left." }, "Second factor"),
        Some(left) => (html! { (tag(Tone::Ok, "On")) " " (left) " recovery codes are left." }, "Second factor"),
        None => (html! { (tag(Tone::Neutral, "Off")) }, "Set up a second factor"),
    };
    html! {
        div.gap-below { (definitions([("Password", html! { "Kept here, hashed" }), ("Second factor", state)])) }
        (buttons(&html! {
            (Button::link("/me/password", "Change password"))
            (Button::link("/me/second-factor", label))
        }))
    }
}

fn shortcuts(page: &MePage<'_>) -> Markup {
    html! {
        form.form method="post" action="/me" {
            (csrf_field(page.csrf))
            (Checkbox::new("shortcuts", "Shortcut keys", page.shortcuts)
                .hint("Single keys that do something on lists."))
            (key_list(page.agent.role == Role::Administrator))
            (buttons(&html! { (Button::submit("Save")) }))
        }
    }
}
