//! The page of the rules: one card for each, what they would do, and how they decide.

use super::form::{Row as Typed, RulesForm, field};
use super::{Outcome, trial_view};
use crate::model::*;
use crate::web::components::*;
use crate::web::imports::import_card;
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
                button.hidden-text type="submit" tabindex="-1" aria-hidden="true" { "Save" }
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
    format!("Nothing was saved. See the messages at rule {}.", numbers.join(", "))
}

fn nothing_yet(page: &RulesPage<'_>) -> Markup {
    Card::untitled().body(&empty_state(
        "No rules yet",
        &format!(
            "Everyone who arrives from the directory gets the default role ({}) and the default group ({}). Add a rule for an LDAP group whose members should get something else.",
            page.directory.settings.default_role.label(),
            name_of(page.groups, page.directory.settings.default_group)
        ),
        None,
    ))
}

fn rule(page: &RulesPage<'_>, at: usize, row: &Typed) -> Markup {
    let [dn, role, groups] = ["group_dn", "role", "groups"].map(|name| field(at, name));
    let errors = &page.outcome.errors;
    let roles = [("", "—")].into_iter().chain(Role::ALL.map(|role| (role.as_str(), role.label())));
    let boxes = page.groups.iter().fold(Checkboxes::new(&groups, "Groups of the panel"), |boxes, group| {
        let id = group.id.to_string();
        let is_checked = row.groups.contains(&id);
        boxes.choice(id, group.name.clone(), is_checked)
    });
    let title = format!("Rule {}", at + 1);
    let act = |label: &'static str, act: &str| {
        let value = format!("{act}_{at}");
        html! {
            button.link type="submit" name="do" value=(value) formnovalidate aria-label={ (label) " rule " (at + 1) } { (label) }
        }
    };
    let group_dn = TextField::new(&dn, "LDAP group DN").value(&row.group_dn).mono().errors(errors.get(&dn));
    let group_dn = group_dn.placeholder("cn=admins,dc=example,dc=com");
    let was_added = at + 1 == page.form.rows.len() && row.group_dn.is_empty() && errors.is_empty();
    Card::new(&title).body(&html! {
        div.form {
            (form_row(Columns::WideNarrow, &html! {
                (if was_added { group_dn.autofocus() } else { group_dn })
                (Select::new(&role, "Role").options(roles).selected(&row.role).errors(errors.get(&role)))
            }))
            (boxes.errors(errors.get(&groups)))
            div.buttons.small {
                @if at > 0 { (act("Move up", "up")) }
                @if at + 1 < page.form.rows.len() { (act("Move down", "down")) }
                (act("Remove", "remove"))
            }
        }
    })
}

fn send(page: &RulesPage<'_>) -> Markup {
    let anyway = page.outcome.held_back && page.outcome.tried.is_none();
    html! {
        (buttons(&html! {
            (Button::submit("Save").id("save").primary().busy("Saving…"))
            @if page.directory.settings.enabled {
                (Button::submit("Try").id("try").action(&format!("{}/try", page.url)).busy("Reading the directory…"))
            }
            @if page.form.rows.len() < PlacementRule::MOST {
                (Button::submit("Add a rule").id("add").sends("do", "add"))
            }
            @if anyway { (Button::submit("Save anyway").id("save-anyway").sends("save_anyway", "1").busy("Saving…")) }
        }))
        p.small.muted {
            @if anyway {
                "Save anyway keeps the rules as they are. A rule whose LDAP group cannot be read changes nobody, and each import says so."
            } @else {
                "Try reads the directory and shows who would change; nothing is written. Save does the same first."
            }
        }
    }
}

/// The whole of what decides, in the order in which it does.
fn how(page: &RulesPage<'_>) -> Markup {
    let settings = &page.directory.settings;
    Card::new("How rules decide").body(&html! {
        ol.numbered {
            li { "Members of a rule’s LDAP group are everyone in it, nested groups included." }
            li { "The first rule that matches and names a role decides the role. Groups of all rules that match add up." }
            li {
                "Whoever no rule gives a role gets the default one, " strong { (settings.default_role.label()) }
                "; whoever no rule gives a group, " strong { (name_of(page.groups, settings.default_group)) }
                ". Agents who were given theirs on arrival keep it until a rule matches."
            }
            li { "What an administrator chose for one agent stands until it is returned to the rules on the agent’s page." }
            li { "While a rule’s LDAP group cannot be read, nobody whom it could decide about is changed." }
        }
        p.small.muted { "The defaults are under " a href="/settings/ldap/index" { "LDAP directory" } "." }
    })
}

/// Someone else saved meanwhile: what is stored now, beside what was typed.
fn stale_values(stored: &[PlacementRule], groups: &[Group]) -> Markup {
    let rows = stored.iter().enumerate().map(|(at, rule)| {
        let given: Vec<&str> = rule.groups.iter().map(|id| name_of(groups, *id)).collect();
        Row::new([
            html! { (at + 1) },
            html! { span.mono { (rule.group_dn) } },
            html! { (rule.role.map_or("—", Role::label)) },
            html! { (if given.is_empty() { "—".to_owned() } else { given.join(", ") }) },
        ])
    });
    let columns = [
        Column::new("Rule").short(),
        Column::new("LDAP group DN").long(),
        Column::new("Role").short(),
        Column::new("Groups"),
    ];
    html! {
        (answering_banner(Tone::Warning, "Someone else saved these settings while you were editing. Nothing of yours was saved. Save again to put your rules over theirs."))
        @if stored.is_empty() { (Card::new("Stored now").body(&html! { p { "No rules." } })) }
        @else { (Table::new("Stored now", columns).rows(rows)) }
    }
}

fn name_of(groups: &[Group], id: GroupId) -> &str {
    groups.iter().find(|group| group.id == id).map_or("—", |group| &group.name)
}

pub(super) fn not_configured() -> Markup {
    Card::untitled().body(&empty_state(
        "Connect your directory",
        "Rules give roles and groups to members of LDAP groups. Say first where the directory is.",
        Some(Button::link("/settings/ldap/index", "LDAP directory").primary()),
    ))
}

/// Of several directories each has its own rules.
pub(super) fn choice(all: &[Directory]) -> Markup {
    let rows = all.iter().map(|directory| {
        let rules = directory.settings.rules.len() as u64;
        Row::new([
            html! { a.strong href={ "/settings/ldap/" (directory.id) "/rules" } { (directory.name()) } },
            html! { (counted(rules, "rule", "rules")) },
        ])
    });
    Table::new("Rules by directory", [Column::new("Directory").long(), Column::new("Rules").short()]).rows(rows)
}
