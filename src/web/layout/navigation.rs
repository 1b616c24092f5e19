//! The sidebar: on a small screen a bar with a menu. It shows only what the role may open; the server
//! refuses the rest whatever is shown here.

use super::{NavCounts, Viewer};
use crate::language::{self, t};
use crate::model::Role;
use crate::web::components::{Button, csrf_field, number};
use crate::web::icons;
use maud::{Markup, html};

/// The entries of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// `/agents`
    Agents,
    /// `/groups`
    Groups,
    /// `/imports`
    Imports,
    /// `/activity`
    Activity,
    /// `/settings/ldap/index`
    LdapDirectory,
    /// `/settings/ldap/rules`
    Rules,
    /// `/me`
    MyPage,
}

impl Section {
    /// Whether that role may open it.
    pub fn is_open_to(self, role: Role) -> bool {
        match self {
            Section::Agents | Section::Groups => matches!(role, Role::Administrator | Role::Support),
            Section::Imports | Section::Activity | Section::LdapDirectory | Section::Rules => {
                role == Role::Administrator
            }
            Section::MyPage => true,
        }
    }

    /// Those with something beside them.
    const COUNTED: [Section; 3] = [Section::Agents, Section::Groups, Section::Imports];

    /// What stands beside an entry.
    fn count(self, counts: &NavCounts, oob: bool) -> Markup {
        let (id, words) = match self {
            Section::Agents => ("count-agents", number(counts.agents)),
            Section::Groups => ("count-groups", number(counts.groups)),
            Section::Imports => {
                ("count-imports", if counts.importing { t!("layout-import-running").to_owned() } else { String::new() })
            }
            _ => return html! {},
        };
        html! { span.count #(id) hx-swap-oob=[oob.then_some("steady")] { (words) } }
    }

    fn entry(self) -> (&'static str, &'static str) {
        match self {
            Section::Agents => (t!("layout-agents"), "/agents"),
            Section::Groups => (t!("layout-groups"), "/groups"),
            Section::Imports => (t!("layout-imports"), "/imports"),
            Section::Activity => (t!("layout-activity"), "/activity"),
            Section::LdapDirectory => (t!("layout-ldap-directory"), "/settings/ldap/index"),
            Section::Rules => (t!("layout-rules"), "/settings/ldap/rules"),
            Section::MyPage => (t!("layout-my-page"), "/me"),
        }
    }
}

const MENU: &str = "menu";

/// The counts by themselves, each for its place in the navigation.
pub fn oob_counts(role: Role, counts: &NavCounts) -> Markup {
    let open = Section::COUNTED.into_iter().filter(|section| section.is_open_to(role));
    html! { @for section in open { (section.count(counts, true)) } }
}

pub(super) fn sidebar(viewer: Option<&Viewer>, current: Section) -> Markup {
    html! {
        header.sidebar {
            div.sidebar-bar {
                a.mark href="/" { (icons::mark()) "Muster" }
                @if viewer.is_some() {
                    div.menu-toggle {
                        button.button type="button" popovertarget=(MENU) { (icons::menu()) (t!("layout-menu")) }
                    }
                }
            }
            @if let Some(viewer) = viewer {
                div.menu #(MENU) popover="auto" {
                    nav aria-label=(t!("layout-panel")) { (entries(viewer, current)) }
                    (user(viewer, current))
                }
            }
        }
    }
}

fn entries(viewer: &Viewer, current: Section) -> Markup {
    let link = |section: Section| {
        let (label, href) = section.entry();
        html! {
            @if section.is_open_to(viewer.role) {
                li {
                    a href=(href) aria-current=[(section == current).then_some("page")] {
                        span { (label) }
                        (section.count(&viewer.counts, false))
                    }
                }
            }
        }
    };
    html! {
        ul {
            (link(Section::Agents))
            (link(Section::Groups))
            (link(Section::Imports))
            (link(Section::Activity))
            @if viewer.role == Role::Employee { (link(Section::MyPage)) }
        }
        @if Section::LdapDirectory.is_open_to(viewer.role) {
            h2 { (t!("layout-settings")) }
            ul {
                (link(Section::LdapDirectory))
                (link(Section::Rules))
            }
        }
    }
}

fn user(viewer: &Viewer, current: Section) -> Markup {
    html! {
        div.user {
            p.user-name { (viewer.name) }
            p { (language::role(viewer.role)) }
            div.user-links {
                a href="/me" aria-current=[(current == Section::MyPage).then_some("page")] { (t!("layout-my-page")) }
                form method="post" action="/logout" {
                    (csrf_field(&viewer.csrf_token))
                    (Button::submit(t!("layout-sign-out")).link_like())
                }
            }
            (theme())
        }
    }
}

/// Choosing needs a script; without one the system's theme holds and nothing is offered.
fn theme() -> Markup {
    let choice = |value: &str, label: &str, icon: Markup| {
        html! {
            button type="button" data-theme-choice=(value) aria-label=(label) title=(label) aria-pressed="false" { (icon) }
        }
    };
    html! {
        div.theme role="group" aria-label=(t!("layout-theme")) hidden {
            (choice("system", t!("layout-theme-system"), icons::theme_system()))
            (choice("light", t!("layout-theme-light"), icons::theme_light()))
            (choice("dark", t!("layout-theme-dark"), icons::theme_dark()))
        }
    }
}
