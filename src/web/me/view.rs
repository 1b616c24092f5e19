use crate::model::*;
use crate::storage::SessionRecord;
use crate::web::components::*;
use maud::{Markup, html};

pub(super) struct MePage<'a> {
    pub(super) agent: &'a Agent,
    pub(super) groups: &'a [Group],
    pub(super) sessions: &'a [SessionRecord],
    pub(super) current: Option<&'a str>,
    pub(super) shortcuts: bool,
    pub(super) csrf: &'a str,
    pub(super) now: Timestamp,
}

pub(super) fn me(page: &MePage<'_>) -> Markup {
    html! {
        div.stack.narrow {
            (Card::new("About you").lead(origin(page.agent)).body(&facts(page)))
            (Card::new("Where you are signed in").lead("End what you do not know, and tell your administrator.").body(&sessions(page)))
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

fn sessions(page: &MePage<'_>) -> Markup {
    let columns =
        [Column::new("Browser"), Column::new("Address").quiet(), Column::new("Since").quiet(), Column::new("")];
    let rows = page.sessions.iter().map(|session| {
        let is_current = page.current == Some(session.id.as_str());
        Row::new([
            html! { (browser(&session.device)) " " @if is_current { (tag(Tone::Ok, "this one")) } },
            html! { span.mono { (session.address) } },
            time_ago(session.created_at, page.now),
            html! {
                form method="post" action="/me/sessions/end" {
                    (csrf_field(page.csrf))
                    input type="hidden" name="id" value=(session.id);
                    (Button::submit("Sign out").busy("Ending…"))
                }
            },
        ])
    });
    html! {
        (Table::new("Sessions", columns).rows(rows))
        form method="post" action="/me/sessions/end" {
            (csrf_field(page.csrf))
            (buttons(&html! { (Button::submit("Sign out everywhere").danger().sends("all", "1")) }))
        }
    }
}

/// The browser's name out of its self-description; enough to know one's own.
fn browser(device: &str) -> String {
    let name = [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari")]
        .iter()
        .find(|(mark, _)| device.contains(mark))
        .map(|(_, name)| *name);
    let system = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]
    .iter()
    .find(|(mark, _)| device.contains(mark))
    .map(|(_, name)| *name);
    match (name, system) {
        (Some(name), Some(system)) => format!("{name} on {system}"),
        (Some(name), None) => name.to_owned(),
        _ => device.chars().take(40).collect(),
    }
}

fn shortcuts(page: &MePage<'_>) -> Markup {
    html! {
        form.form method="post" action="/me" {
            (csrf_field(page.csrf))
            (Checkbox::new("shortcuts", "Shortcut keys", page.shortcuts)
                .hint(html! { kbd { "/" } " goes to the search on lists, " kbd { "Esc" } " leaves it." }))
            (buttons(&html! { (Button::submit("Save")) }))
        }
    }
}
