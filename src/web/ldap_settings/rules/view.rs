//! The page of the rules: one card for each, what they would do, and how they decide.

use super::form::{Row as Typed, RulesForm, field};
use super::{Outcome, trial_view};
use crate::language::{role as role_name, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::imports::import_card;
use crate::web::rich::{link, rich};
use maud::{Markup, html};

pub(super) struct RulesPage<'a> {
    pub(super) form: &'a RulesForm,
    pub(super) groups: &'a [Group],
    pub(super) directory: &'a Directory,
    /// Where the page is.
    pub(super) url: &'a str,
    pub(super) outcome: &'a Outcome,
    pub(super) last_run: Option<&'a ImportRun>,
    pub(super) next_run: Timestamp,
    pub(super) csrf: &'a str,
    pub(super) now: Timestamp,
}

pub(super) fn rules(page: &RulesPage<'_>) -> Markup {
    html! {
        div.split {
            form.stack #ldap-rules method="post" action=(page.url) {
                (csrf_field(page.csrf))
                input type="hidden" name="version" value=(page.form.version);
                @if let Some(tried) = &page.outcome.tried { input type="hidden" name="tried" value=(tried); }
                // Enter in a field means what the first button does.
                button.hidden-text type="submit" tabindex="-1" aria-hidden="true" { (t!("rules-save")) }
                @if let Some(stale) = &page.outcome.stale { (stale_values(stale, page.groups)) }
                @if !page.outcome.errors.is_empty() { (banner(Tone::Bad, wrong(page))) }
                @if let Some(trial) = &page.outcome.trial { (trial_view::trial(trial, page.outcome.held_back)) }
                @if page.form.rows.is_empty() { (nothing_yet(page)) }
                @for (at, row) in page.form.rows.iter().enumerate() { (rule(page, at, row)) }
                (send(page))
            }
            div.stack {
                (how(page))
                @if page.directory.settings.enabled {
                    (import_card(page.directory.id, page.last_run, Some(page.next_run), page.csrf, page.now))
                }
            }
        }
    }
}

/// Which rules have a message beside a field.
fn wrong(page: &RulesPage<'_>) -> String {
    let is_wrong = |at: usize| {
        ["group_dn", "role", "groups"].iter().any(|name| !page.outcome.errors.get(&field(at, name)).is_empty())
    };
    let numbers: Vec<String> =
        (0..page.form.rows.len()).filter(|at| is_wrong(*at)).map(|at| (at + 1).to_string()).collect();
    t!("rules-see-messages", numbers = numbers.join(", "))
}

fn nothing_yet(page: &RulesPage<'_>) -> Markup {
    Card::untitled().body(&empty_state(
        t!("rules-none"),
        &t!(
            "rules-none-text",
            role = role_name(page.directory.settings.default_role),
            group = name_of(page.groups, page.directory.settings.default_group),
        ),
        None,
    ))
}

fn rule(page: &RulesPage<'_>, at: usize, row: &Typed) -> Markup {
    let [dn, role, groups] = ["group_dn", "role", "groups"].map(|name| field(at, name));
    let errors = &page.outcome.errors;
    let roles = [("", "—")].into_iter().chain(Role::ALL.map(|role| (role.as_str(), role_name(role))));
    let boxes = page.groups.iter().fold(Checkboxes::new(&groups, t!("rules-panel-groups")), |boxes, group| {
        let id = group.id.to_string();
        let is_checked = row.groups.contains(&id);
        boxes.choice(id, group.name.clone(), is_checked)
    });
    let title = t!("rules-rule", number = at + 1);
    let act = |act: &str, label: &str, of_which: String| {
        let value = format!("{act}_{at}");
        html! {
            button.link type="submit" name="do" value=(value) formnovalidate aria-label=(of_which) { (label) }
        }
    };
    let group_dn = TextField::new(&dn, t!("rules-group-dn")).value(&row.group_dn).mono().errors(errors.get(&dn));
    let group_dn = group_dn.placeholder("cn=admins,dc=example,dc=com");
    let was_added = at + 1 == page.form.rows.len() && row.group_dn.is_empty() && errors.is_empty();
    Card::new(&title).body(&html! {
        div.form {
            (form_row(Columns::WideNarrow, &html! {
                (if was_added { group_dn.autofocus() } else { group_dn })
                (Select::new(&role, t!("names-field-role")).options(roles).selected(&row.role).errors(errors.get(&role)))
            }))
            (boxes.errors(errors.get(&groups)))
            div.buttons.small {
                @if at > 0 { (act("up", t!("rules-up"), t!("rules-up-of", number = at + 1))) }
                @if at + 1 < page.form.rows.len() { (act("down", t!("rules-down"), t!("rules-down-of", number = at + 1))) }
                (act("remove", t!("rules-remove"), t!("rules-remove-of", number = at + 1)))
            }
        }
    })
}

fn send(page: &RulesPage<'_>) -> Markup {
    let anyway = page.outcome.held_back && page.outcome.tried.is_none();
    html! {
        (buttons(&html! {
            (Button::submit(t!("rules-save")).id("save").primary().busy(t!("rules-saving")))
            @if page.directory.settings.enabled {
                (Button::submit(t!("rules-try")).id("try").action(&format!("{}/try", page.url)).busy(t!("rules-reading")))
            }
            @if page.form.rows.len() < PlacementRule::MOST {
                (Button::submit(t!("rules-add")).id("add").sends("do", "add"))
            }
            @if anyway { (Button::submit(t!("rules-save-anyway")).id("save-anyway").sends("save_anyway", "1").busy(t!("rules-saving"))) }
        }))
        p.small.muted {
            @if anyway { (t!("rules-save-anyway-hint")) } @else { (t!("rules-try-hint")) }
        }
    }
}

/// The whole of what decides, in the order in which it does.
fn how(page: &RulesPage<'_>) -> Markup {
    let settings = &page.directory.settings;
    let group = name_of(page.groups, settings.default_group);
    Card::new(t!("rules-how")).body(&html! {
        ol.numbered {
            li { (t!("rules-how-members")) }
            li { (t!("rules-how-order")) }
            li { (rich!("rules-how-defaults", role = role_name(settings.default_role), group = group)) }
            li { (t!("rules-how-chosen")) }
            li { (t!("rules-how-unread")) }
        }
        p.small.muted { (rich!("rules-how-where", link = link("/settings/ldap/index"))) }
    })
}

/// Someone else saved meanwhile: what is stored now, beside what was typed.
fn stale_values(stored: &[PlacementRule], groups: &[Group]) -> Markup {
    let rows = stored.iter().enumerate().map(|(at, rule)| {
        let given: Vec<&str> = rule.groups.iter().map(|id| name_of(groups, *id)).collect();
        Row::new([
            html! { (at + 1) },
            html! { span.mono { (rule.group_dn) } },
            html! { (rule.role.map_or("—", role_name)) },
            html! { (if given.is_empty() { "—".to_owned() } else { given.join(", ") }) },
        ])
    });
    let columns = [
        Column::new(t!("rules-trial-rule")).short(),
        Column::new(t!("rules-group-dn")).long(),
        Column::new(t!("names-field-role")).short(),
        Column::new(t!("names-field-groups")),
    ];
    html! {
        (answering_banner(Tone::Warning, t!("rules-stale")))
        @if stored.is_empty() { (Card::new(t!("rules-stored")).body(&html! { p { (t!("rules-stored-none")) } })) }
        @else { (Table::new(t!("rules-stored"), columns).rows(rows)) }
    }
}

fn name_of(groups: &[Group], id: GroupId) -> &str {
    groups.iter().find(|group| group.id == id).map_or("—", |group| &group.name)
}

pub(super) fn not_configured() -> Markup {
    Card::untitled().body(&empty_state(
        t!("rules-connect"),
        t!("rules-connect-text"),
        Some(Button::link("/settings/ldap/index", t!("layout-ldap-directory")).primary()),
    ))
}

/// Of several directories each has its own rules.
pub(super) fn choice(all: &[Directory]) -> Markup {
    let rows = all.iter().map(|directory| {
        let rules = directory.settings.rules.len() as u64;
        Row::new([
            html! { a.strong href={ "/settings/ldap/" (directory.id) "/rules" } { (directory.name()) } },
            html! { (t!("rules-count", count = rules)) },
        ])
    });
    Table::new(
        t!("rules-by-directory"),
        [Column::new(t!("rules-directory")).long(), Column::new(t!("rules-rules")).short()],
    )
    .rows(rows)
}
