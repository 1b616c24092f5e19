use super::Attributes;
use super::form::{AgentForm, BY_RULES};
use super::placement_view::{origin_words, ruled_groups, ruled_role};
use crate::language::{self, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::form::Errors;
use crate::web::rich::{link, rich};
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
                    (PasswordField::new_one("password", t!("agents-password")).required()
                        .hint(t!("agents-password-hint")).errors(errors.get("password")))
                    (panel_fields(form, groups, errors, None))
                    (buttons(&html! {
                        (Button::submit(t!("agents-create")).primary().busy(t!("agents-creating")))
                        (Button::link("/agents", t!("agents-cancel")))
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
                        (PasswordField::new_one("password", t!("agents-new-password")).aside(t!("agents-new-password-empty"))
                            .hint(t!("agents-new-password-hint")).errors(page.errors.get("password")))
                    } @else {
                        (directory_fields(page))
                    }
                    (panel_fields(page.form, page.groups, page.errors, Some(agent)))
                    input type="hidden" name="blocked_shown" value="1";
                    (Checkbox::new("blocked", t!("agents-block"), page.form.blocked.is_some())
                        .hint(t!("agents-block-hint")).errors(page.errors.get("blocked")))
                    (buttons(&html! {
                        (Button::submit(t!("agents-save")).primary().busy(t!("agents-saving")))
                        (Button::link(&here, t!("agents-cancel")))
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
        (TextField::new("name", t!("agents-name")).value(&text(&form.name)).required().errors(errors.get("name")))
        (form_row(Columns::Halves, &html! {
            (TextField::new("email", t!("agents-email")).kind("email").autocomplete("off").value(&text(&form.email)).required().errors(errors.get("email")))
            (TextField::new("phone", t!("agents-phone")).kind("tel").autocomplete("off").aside(t!("agents-optional")).value(&text(&form.phone)).errors(errors.get("phone")))
        }))
    }
}

/// The same of an LDAP agent: the directory's, shown and not sent.
fn directory_fields(page: &EditPage<'_>) -> Markup {
    let agent = page.agent;
    html! {
        // There is no field for a password, and a client may send one.
        @for message in page.errors.get("password") { (Notice::new(Tone::Bad, &t!("agents-password-refused", error = language::phrase(message)))) }
        (TextField::new("name", t!("agents-name")).value(&agent.name).owned_by_directory(&page.attributes.name).errors(page.errors.get("name")))
        (form_row(Columns::Halves, &html! {
            (TextField::new("email", t!("agents-email")).kind("email").value(agent.email.as_str()).owned_by_directory(&page.attributes.mail).errors(page.errors.get("email")))
            (TextField::new("phone", t!("agents-phone")).kind("tel").value(agent.phone.as_deref().unwrap_or_default())
                .owned_by_directory(&page.attributes.phone).errors(page.errors.get("phone")))
        }))
        @if let Some((at, run)) = agent.directory_changed {
            p.small.muted {
                (rich!(
                    "agents-last-changed-by",
                    when = time_ago(at, page.now),
                    number = run.to_string(),
                    link = link(format!("/imports/{run}")),
                ))
            }
        }
    }
}

/// Groups and role: the panel's own.
fn panel_fields(form: &AgentForm, groups: &[Group], errors: &Errors, agent: Option<&Agent>) -> Markup {
    let note =
        |origin: Option<Origin>| origin.filter(|_| agent.is_some_and(|agent| !agent.is_local())).map(origin_words);
    let checkboxes = groups.iter().fold(Checkboxes::new("groups", t!("agents-groups")), |boxes, group| {
        let id = group.id.to_string();
        let is_checked = form.groups.contains(&id);
        boxes.choice(id, group.name.clone(), is_checked)
    });
    let role = form.role.clone().unwrap_or_default();
    let chosen = agent.filter(|agent| !agent.is_local());
    let chosen_role = chosen.filter(|agent| agent.role_origin == Origin::Administrator);
    let chosen_groups = chosen.filter(|agent| agent.groups_origin == Origin::Administrator);
    let select = Select::new("role", t!("agents-role"))
        .options(chosen_role.map(|agent| (BY_RULES, ruled_role(agent))))
        .options(Role::ALL.map(|role| (role.as_str(), language::role(role))))
        .selected(&role);
    let groups_note = note(agent.map(|agent| agent.groups_origin)).unwrap_or_default();
    let role_note = note(agent.map(|agent| agent.role_origin)).unwrap_or_default();
    html! {
        input type="hidden" name="groups_shown" value="1";
        (checkboxes.aside(groups_note).errors(errors.get("groups")))
        @if let Some(agent) = chosen_groups {
            (Checkbox::new("groups_from_rules", &ruled_groups(agent, groups), form.groups_from_rules.is_some())
                .hint(t!("agents-follow-rules-hint")))
        }
        (select.aside(role_note).errors(errors.get("role")))
    }
}

/// Someone else saved meanwhile: what is stored now, beside what was typed.
fn stale(present: &Agent, groups: &[Group]) -> Markup {
    let names: Vec<&str> =
        groups.iter().filter(|group| present.groups.contains(&group.id)).map(|group| group.name.as_str()).collect();
    let facts = definitions([
        (t!("agents-name"), html! { (present.name) }),
        (t!("agents-email"), html! { (present.email) }),
        (t!("agents-phone"), html! { (present.phone.as_deref().unwrap_or("—")) }),
        (t!("agents-groups"), html! { (names.join(", ")) }),
        (t!("agents-role"), html! { (language::role(present.role)) }),
        (t!("agents-sign-in"), html! { (if present.blocked { t!("agents-blocked") } else { t!("agents-allowed") }) }),
    ]);
    html! {
        (answering_banner(Tone::Warning, t!("agents-stale")))
        (Card::new(t!("agents-stored-now")).body(&facts))
    }
}

fn delete(agent: &Agent, csrf: &str) -> Markup {
    let form = html! {
        form method="post" action={ "/agents/" (agent.id) "/delete" } {
            (csrf_field(csrf))
            (Button::submit(&t!("agents-delete", name = &agent.name)).danger().busy(t!("agents-deleting")))
        }
    };
    let consequence = t!("agents-delete-then", name = &agent.name);
    confirm_fold("delete", &t!("agents-delete-fold", name = &agent.name), &consequence, &form)
}
