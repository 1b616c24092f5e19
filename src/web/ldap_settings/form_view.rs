//! The form itself, in three cards.

use super::Outcome;
use super::client_certificate_view;
use super::desk::Desk;
use super::form::SettingsForm;
use super::guide::{Guide, Kind, Topic};
use super::problem_view;
use crate::language::{self, t};
use crate::model::*;
use crate::web::components::*;
use crate::web::form::Errors;
use crate::web::rich::{around, link, rich};
use maud::{Markup, html};
use std::time::Duration;

const FORM: &str = "ldap-settings";

pub(super) struct FormPage<'a> {
    pub(super) form: &'a SettingsForm,
    pub(super) desk: &'a Desk,
    pub(super) outcome: &'a Outcome,
    pub(super) resolved: Option<&'a Resolved>,
    pub(super) naming_contexts: &'a [String],
    pub(super) enabled: bool,
    /// How often directories without an interval of their own are imported.
    pub(super) usual_interval: Duration,
    pub(super) csrf: &'a str,
}

impl FormPage<'_> {
    pub(super) fn errors(&self) -> &Errors {
        &self.outcome.errors
    }

    fn guide(&self) -> Guide {
        let known = self.resolved.and_then(|resolved| Kind::of(&resolved.vendor));
        Guide { known, chosen: Kind::parse(&self.form.kind) }
    }

    fn text<'b>(&'b self, name: &'b str, label: &'b str, value: &'b str) -> TextField<'b> {
        TextField::new(name, label).value(value).mono().errors(self.errors().get(name))
    }
}

pub(super) fn settings(page: &FormPage<'_>) -> Markup {
    html! {
        form.stack #(FORM) method="post" action=(page.desk.url()) {
            (csrf_field(page.csrf))
            input type="hidden" name="version" value=(page.form.version);
            input type="hidden" name="enabled_shown" value="1";
            @if page.desk.stored.is_none() { input type="hidden" name="directories" value=(page.desk.all.len()); }
            @if page.outcome.password_kept { input type="hidden" name="password_kept" value="1"; }
            @if let Some(stale) = &page.outcome.stale { (stale_values(&stale.settings, &page.desk.groups)) }
            @if page.outcome.added_meanwhile {
                (answering_banner(Tone::Warning, t!("ldap-added-meanwhile")))
            }
            (problem_view::problem(page))
            (Card::new(t!("ldap-connection")).lead(t!("ldap-connection-lead")).body(&connection(page)))
            (Card::new(t!("ldap-attributes")).lead(attributes_lead(page)).body(&attributes(page)))
            (Card::new(t!("ldap-arrivals")).lead(t!("ldap-arrivals-lead")).body(&arrivals(page)))
            (Card::new(t!("ldap-removals")).lead(t!("ldap-removals-lead")).body(&removals(page)))
            (send(page))
        }
    }
}

fn connection(page: &FormPage<'_>) -> Markup {
    let (form, guide) = (page.form, page.guide());
    html! {
        div.form {
            (guide.choice())
            @if page.desk.is_among_several() || !form.name().is_empty() {
                (TextField::new("name", t!("ldap-name")).value(form.name()).errors(page.errors().get("name")).autocomplete("off")
                    .hint(t!("ldap-name-hint")))
            }
            (Checkbox::new("enabled", t!("names-field-enabled"), page.enabled)
                .hint(t!("ldap-enabled-hint")))
            (form_row(Columns::WideNarrow, &html! {
                (page.text("host", t!("names-field-host"), &form.host).placeholder("ldap.example.com").required()
                    .hint(t!("ldap-host-hint"))
                    .help(guide.fold(Topic::Host)))
                (page.text("port", t!("names-field-port"), &form.port).placeholder(default_port(&form.security)).autocomplete("off"))
            }))
            (security(page))
            (TextArea::new("ca_certificate", t!("names-field-ca-certificate")).aside(t!("ldap-ca-aside")).value(&form.ca_certificate).rows(3).mono()
                .placeholder("-----BEGIN CERTIFICATE-----").errors(page.errors().get("ca_certificate"))
                .hint(t!("ldap-ca-hint"))
                .help(guide.fold(Topic::Certificate)))
            (client_certificate_view::block(form, page.desk.settings(), page.outcome))
            (page.text("bind_dn", t!("names-field-user"), &form.bind_dn).required().aside(t!("ldap-user-aside"))
                .placeholder(guide.user_example())
                .hint(t!("ldap-user-hint"))
                .help(guide.fold(Topic::User)))
            (form_row(Columns::Halves, &html! {
                (password(page))
                (page.text("base_dn", t!("names-field-base-dn"), &form.base_dn).suggestions(page.naming_contexts)
                    .placeholder(page.resolved.map_or("", |resolved| resolved.base_dn.as_str()))
                    .hint(t!("ldap-base-hint"))
                    .help(guide.fold(Topic::Base)))
            }))
            @if page.outcome.confirm {
                (PasswordField::current("current_password", t!("ldap-own-password"))
                    .hint(t!("ldap-own-password-hint"))
                    .errors(page.errors().get("current_password")))
            }
            @if page.desk.stored.is_none() {
                div {
                    (buttons(&html! {
                        (Button::submit(t!("ldap-save")).id("save-connection").primary().busy(t!("ldap-checking")))
                        span.small.muted { (t!("ldap-rest-later")) }
                    }))
                }
            }
        }
    }
}

fn default_port(security: &str) -> &'static str {
    if security == TransportSecurity::Ldaps.as_str() { "636" } else { "389" }
}

fn security(page: &FormPage<'_>) -> Markup {
    let plain = page.form.security.is_empty() || page.form.security == TransportSecurity::None.as_str();
    let select = Select::new("security", t!("names-field-security"))
        .options([
            ("none", t!("ldap-security-none")),
            ("starttls", t!("ldap-security-starttls")),
            ("ldaps", t!("ldap-security-ldaps")),
        ])
        .selected(&page.form.security)
        .errors(page.errors().get("security"));
    html! {
        @if plain {
            (select.hint(rich!("ldap-security-plain-hint", caution = around(|text| html! { strong.caution { (text) } }))))
        } @else {
            (select.hint(t!("ldap-security-hint")))
        }
    }
}

fn password<'a>(page: &'a FormPage<'_>) -> PasswordField<'a> {
    let errors = page.errors().get("bind_password");
    let field = PasswordField::new_one("bind_password", t!("names-field-password")).errors(errors);
    if page.outcome.password_kept {
        return field.placeholder(t!("ldap-typed")).hint(t!("ldap-password-kept"));
    }
    match &page.desk.stored {
        Some(_) if errors.is_empty() => field.placeholder(t!("ldap-stored")).hint(t!("ldap-keep-empty")),
        _ => field,
    }
}

fn attributes_lead(page: &FormPage<'_>) -> String {
    match page.resolved {
        Some(resolved) => {
            t!("ldap-attributes-lead-for", kind = language::vendor(&resolved.vendor))
        }
        None => t!("ldap-attributes-lead").into(),
    }
}

fn attributes(page: &FormPage<'_>) -> Markup {
    let form = page.form;
    let found = |pick: fn(&Resolved) -> &AttributeName| page.resolved.map_or("", |resolved| pick(resolved).as_str());
    html! {
        div.form {
            (form_row(Columns::Halves, &html! {
                (page.text("guid_attribute", t!("names-field-guid-attribute"), &form.guid_attribute)
                    .placeholder(found(|r| &r.guid_attribute)).hint(t!("ldap-guid-hint")))
                (page.text("cn_attribute", t!("names-field-cn-attribute"), &form.cn_attribute).placeholder(found(|r| &r.cn_attribute)))
            }))
            (form_row(Columns::Halves, &html! {
                (page.text("mail_attribute", t!("names-field-mail-attribute"), &form.mail_attribute).placeholder(found(|r| &r.mail_attribute)))
                (page.text("phone_attribute", t!("names-field-phone-attribute"), &form.phone_attribute).aside(t!("ldap-optional"))
                    .placeholder(found(|r| &r.phone_attribute)))
            }))
            (page.guide().fold(Topic::Attributes))
        }
    }
}

fn arrivals(page: &FormPage<'_>) -> Markup {
    let form = page.form;
    let groups = page.desk.groups.iter().map(|group| (group.id.to_string(), group.name.clone()));
    let roles = Role::ALL.iter().rev().map(|role| (role.as_str(), language::role(*role)));
    let filter = page.resolved.map_or("", |resolved| resolved.user_filter.as_str());
    html! {
        div.form {
            (page.text("user_filter", t!("names-field-user-filter"), &form.user_filter).aside(t!("ldap-optional")).placeholder(filter)
                .hint(filter_hint(if form.user_filter.trim().is_empty() { filter } else { "" }))
                .help(page.guide().fold(Topic::Filter)))
            (page.text("group_dn", t!("names-field-group-dn"), &form.group_dn)
                .aside(t!("ldap-group-aside"))
                .help(page.guide().fold(Topic::Group)))
            (form_row(Columns::Halves, &html! {
                (Select::new("default_group", t!("names-field-default-group")).options(groups).selected(&form.default_group)
                    .errors(page.errors().get("default_group")))
                (Select::new("default_role", t!("names-field-default-role")).options(roles).selected(&form.default_role)
                    .errors(page.errors().get("default_role")))
            }))
            @if let Some(stored) = page.desk.settings() {
                p.small.muted {
                    (rich!("ldap-rules", link = link(page.desk.rules_url()), count = stored.rules.len()))
                }
            }
            (page.text("import_interval", t!("names-field-import-interval"), form.import_interval()).kind("number").autocomplete("off")
                .hint(t!("ldap-interval-hint", every = every(page.usual_interval))))
        }
    }
}

fn removals(page: &FormPage<'_>) -> Markup {
    let form = page.form;
    html! {
        div.form {
            (form_row(Columns::Halves, &html! {
                (page.text("hold_percent", t!("ldap-hold-percent"), &form.hold_percent).kind("number").autocomplete("off")
                    .hint(t!("ldap-hold-percent-hint")))
                (page.text("hold_count", t!("ldap-hold-count"), &form.hold_count).kind("number").autocomplete("off")
                    .hint(t!("ldap-hold-count-hint")))
            }))
            (page.text("keep_removed_days", t!("names-field-keep-removed"), &form.keep_removed_days).kind("number").autocomplete("off")
                .hint(t!("ldap-keep-removed-hint")))
        }
    }
}

/// The filter that holds while the field is empty may be longer than the field.
fn filter_hint(resolved: &str) -> Markup {
    if resolved.is_empty() {
        return rich!("ldap-filter-hint");
    }
    rich!("ldap-filter-hint-empty", filter = resolved, mono = around(|text| html! { span.mono { (text) } }))
}

/// Save comes first, so that Enter in a field means it.
fn send(page: &FormPage<'_>) -> Markup {
    html! {
        (buttons(&html! {
            (Button::submit(t!("ldap-save")).id("save").primary().busy(t!("ldap-checking")))
            (Button::submit(t!("ldap-check")).id("check").action(&page.desk.check_url()).busy(t!("ldap-checking")))
            @if page.outcome.offer_save_anyway {
                (Button::submit(t!("ldap-save-anyway")).id("save-anyway").sends("save_anyway", "1").busy(t!("ldap-saving")))
            }
        }))
        @if page.outcome.offer_save_anyway {
            p.small.muted { (t!("ldap-save-anyway-hint")) }
        }
    }
}

/// Someone else saved meanwhile: what is stored now, beside what was typed.
fn stale_values(stored: &LdapSettings, groups: &[Group]) -> Markup {
    let text = |value: Option<String>| html! { span.mono { (value.unwrap_or_else(|| "—".into())) } };
    let group = groups.iter().find(|group| group.id == stored.default_group).map_or("—", |group| &group.name);
    let facts = definitions([
        (t!("names-field-enabled"), html! { (if stored.enabled { t!("ldap-yes") } else { t!("ldap-no") }) }),
        (t!("names-field-host"), text(Some(stored.hosts.to_string()))),
        (t!("names-field-port"), text(Some(stored.port_or_default().to_string()))),
        (t!("names-field-security"), html! { (stored.security.as_str()) }),
        (t!("names-field-user"), text(Some(stored.bind_dn.clone()))),
        (t!("names-field-base-dn"), text(stored.base_dn.as_ref().map(ToString::to_string))),
        (t!("names-field-user-filter"), text(stored.user_filter.as_ref().map(ToString::to_string))),
        (t!("names-field-guid-attribute"), text(stored.guid_attribute.as_ref().map(ToString::to_string))),
        (t!("names-field-cn-attribute"), text(stored.cn_attribute.as_ref().map(ToString::to_string))),
        (t!("names-field-mail-attribute"), text(stored.mail_attribute.as_ref().map(ToString::to_string))),
        (t!("names-field-phone-attribute"), text(stored.phone_attribute.as_ref().map(ToString::to_string))),
        (t!("names-field-group-dn"), text(stored.group_dn.as_ref().map(ToString::to_string))),
        (t!("names-field-default-group"), html! { (group) }),
        (t!("names-field-default-role"), html! { (language::role(stored.default_role)) }),
        (
            t!("names-field-hold-removals"),
            html! { (t!("phrases-value-percent-and-count", percent = stored.removals.hold_percent, count = stored.removals.hold_count)) },
        ),
        (t!("names-field-keep-removed"), html! { (number(stored.removals.keep_removed_days.into())) }),
    ]);
    html! {
        (answering_banner(Tone::Warning, t!("ldap-stale")))
        (Card::new(t!("ldap-stored-now")).body(&facts))
    }
}
