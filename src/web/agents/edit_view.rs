use super::Attributes;
use super::form::{AgentForm, BY_RULES};
use super::placement_view::{origin_words, ruled_groups, ruled_role};
use crate::model::*;
use crate::web::components::*;
use crate::web::form::Errors;
use maud::{Markup, html};

pub(super) struct EditPage<'a> {
    pub(super) agent: &'a Agent,
    pub(super) form: &'a AgentForm,
    pub(super) groups: &'a [Group],
    pub(super) errors: &'a Errors,
    pub(super) attributes: Attributes,
    pub(super) stale: Option<&'a Agent>,
    pub(super) csrf: &'a str,
    pub(super) now: Timestamp,
}

/// The form of a new local agent.
pub(super) fn new(form: &AgentForm, groups: &[Group], errors: &Errors, csrf: &str) -> Markup {
    html! {
        div.narrow {
            (Card::untitled().body(&html! {
                form.form method="post" action="/agents" {
                    (csrf_field(csrf))
                    (own_fields(form, errors))
                    (PasswordField::new_one("password", "Password").required()
                        .hint("At least 10 characters. Tell it to them by another way than email.").errors(errors.get("password")))
                    (panel_fields(form, groups, errors, None))
                    (buttons(&html! {
                        (Button::submit("Create agent").primary().busy("Creating…"))
                        (Button::link("/agents", "Cancel"))
                    }))
                }
            }))
        }
    }
}

pub(super) fn edit(page: &EditPage<'_>) -> Markup {
    let agent = page.agent;
    let here = format!("/agents/{}", agent.id);
    html! {
        div.stack.narrow {
            @if let Some(present) = page.stale { (stale(present, page.groups)) }
            (Card::untitled().body(&html! {
                form.form method="post" action=(here) {
                    (csrf_field(page.csrf))
                    input type="hidden" name="version" value=(agent.version);
                    @if agent.is_local() {
                        (own_fields(page.form, page.errors))
                        (PasswordField::new_one("password", "New password").aside("empty: keep the present one")
                            .hint("At least 10 characters. Ends their sessions.").errors(page.errors.get("password")))
                    } @else {
                        (directory_fields(page))
                    }
                    (panel_fields(page.form, page.groups, page.errors, Some(agent)))
                    input type="hidden" name="blocked_shown" value="1";
                    (Checkbox::new("blocked", "Block sign-in", page.form.blocked.is_some())
                        .hint("They cannot sign in, and their sessions end at once.").errors(page.errors.get("blocked")))
                    (buttons(&html! {
                        (Button::submit("Save").primary().busy("Saving…"))
                        (Button::link(&here, "Cancel"))
                    }))
                }
            }))
            @if agent.is_local() { (delete(agent, page.csrf)) }
        }
    }
}

/// Name, email and phone of a local agent.
fn own_fields(form: &AgentForm, errors: &Errors) -> Markup {
    let text = |value: &'_ Option<String>| value.clone().unwrap_or_default();
    html! {
        (TextField::new("name", "Name").value(&text(&form.name)).required().errors(errors.get("name")))
        (form_row(Columns::Halves, &html! {
            (TextField::new("email", "Email").kind("email").autocomplete("off").value(&text(&form.email)).required().errors(errors.get("email")))
            (TextField::new("phone", "Phone").kind("tel").autocomplete("off").aside("optional").value(&text(&form.phone)).errors(errors.get("phone")))
        }))
    }
}

/// The same of an LDAP agent: the directory's, shown and not sent.
fn directory_fields(page: &EditPage<'_>) -> Markup {
    let agent = page.agent;
    html! {
        // There is no field for a password, and a client may send one.
        @for message in page.errors.get("password") { (Notice::new(Tone::Bad, &format!("Password: {message}"))) }
        (TextField::new("name", "Name").value(&agent.name).owned_by_directory(&page.attributes.name).errors(page.errors.get("name")))
        (form_row(Columns::Halves, &html! {
            (TextField::new("email", "Email").kind("email").value(agent.email.as_str()).owned_by_directory(&page.attributes.mail).errors(page.errors.get("email")))
            (TextField::new("phone", "Phone").kind("tel").value(agent.phone.as_deref().unwrap_or_default())
                .owned_by_directory(&page.attributes.phone).errors(page.errors.get("phone")))
        }))
        @if let Some((at, run)) = agent.directory_changed {
            p.small.muted {
                "Last changed " (time_ago(at, page.now)) " by import " a href={ "/imports/" (run) } { "#" (run) }
                ". To change them, change the directory."
            }
        }
    }
}

/// Groups and role: the panel's own.
fn panel_fields(form: &AgentForm, groups: &[Group], errors: &Errors, agent: Option<&Agent>) -> Markup {
    let note =
        |origin: Option<Origin>| origin.filter(|_| agent.is_some_and(|agent| !agent.is_local())).map(origin_words);
    let checkboxes = groups.iter().fold(Checkboxes::new("groups", "Groups"), |boxes, group| {
        let id = group.id.to_string();
        let is_checked = form.groups.contains(&id);
        boxes.choice(id, group.name.clone(), is_checked)
    });
    let role = form.role.clone().unwrap_or_default();
    let chosen = agent.filter(|agent| !agent.is_local());
    let chosen_role = chosen.filter(|agent| agent.role_origin == Origin::Administrator);
    let chosen_groups = chosen.filter(|agent| agent.groups_origin == Origin::Administrator);
    let select = Select::new("role", "Role")
        .options(chosen_role.map(|agent| (BY_RULES, ruled_role(agent))))
        .options(Role::ALL.map(|role| (role.as_str(), role.label())))
        .selected(&role);
    let groups_note = note(agent.map(|agent| agent.groups_origin)).unwrap_or_default();
    let role_note = note(agent.map(|agent| agent.role_origin)).unwrap_or_default();
    html! {
        input type="hidden" name="groups_shown" value="1";
        (checkboxes.aside(groups_note).errors(errors.get("groups")))
        @if let Some(agent) = chosen_groups {
            (Checkbox::new("groups_from_rules", &ruled_groups(agent, groups), form.groups_from_rules.is_some())
                .hint("Then the groups above do not count."))
        }
        (select.aside(role_note).errors(errors.get("role")))
    }
}

/// Someone else saved meanwhile: what is stored now, beside what was typed.
fn stale(present: &Agent, groups: &[Group]) -> Markup {
    let names: Vec<&str> =
        groups.iter().filter(|group| present.groups.contains(&group.id)).map(|group| group.name.as_str()).collect();
    let facts = definitions([
        ("Name", html! { (present.name) }),
        ("Email", html! { (present.email) }),
        ("Phone", html! { (present.phone.as_deref().unwrap_or("—")) }),
        ("Groups", html! { (names.join(", ")) }),
        ("Role", html! { (present.role.label()) }),
        ("Sign-in", html! { (if present.blocked { "Blocked" } else { "Allowed" }) }),
    ]);
    html! {
        (answering_banner(Tone::Warning, "Someone else changed this agent while you were editing. Nothing of yours was saved yet. Save again to put your values over these."))
        (Card::new("Stored now").body(&facts))
    }
}

fn delete(agent: &Agent, csrf: &str) -> Markup {
    let form = html! {
        form method="post" action={ "/agents/" (agent.id) "/delete" } {
            (csrf_field(csrf))
            (Button::submit(&format!("Delete {}", agent.name)).danger().busy("Deleting…"))
        }
    };
    let consequence =
        format!("{} can no longer sign in, their sessions end, and the record is gone for good.", agent.name);
    confirm_fold("delete", &format!("Delete {} …", agent.name), &consequence, &form)
}
