//! The form itself, in three cards.

use super::Outcome;
use super::client_certificate_view;
use super::desk::Desk;
use super::form::SettingsForm;
use super::guide::{Guide, Kind, Topic};
use super::problem_view;
use crate::model::*;
use crate::web::components::*;
use crate::web::form::Errors;
use maud::{Markup, html};

const FORM: &str = "ldap-settings";

pub(super) struct FormPage<'a> {
    pub(super) form: &'a SettingsForm,
    pub(super) desk: &'a Desk,
    pub(super) outcome: &'a Outcome,
    pub(super) resolved: Option<&'a Resolved>,
    pub(super) naming_contexts: &'a [String],
    pub(super) enabled: bool,
    /// How often directories without an interval of their own are imported.
    pub(super) usual_interval: &'a str,
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
                (answering_banner(Tone::Warning, "Someone added a directory meanwhile, so nothing was saved. If this is another one, save again."))
            }
            (problem_view::problem(page))
            (Card::new("Connection").lead("Where the directory is and the account that reads it.").body(&connection(page)))
            (Card::new("Attributes").lead(attributes_lead(page)).body(&attributes(page)))
            (Card::new("Who becomes an agent").lead("And what they are given when they first arrive.").body(&arrivals(page)))
            (Card::new("Who is removed").lead("Nobody, while the directory may only be mistaken: then the import waits for your decision.").body(&removals(page)))
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
                (TextField::new("name", "Name").value(form.name()).errors(page.errors().get("name")).autocomplete("off")
                    .hint("What this directory is called in the panel. Empty: as its host."))
            }
            (Checkbox::new("enabled", "Enabled", page.enabled)
                .hint("Off: no check, no import, and nobody from the directory signs in. Agents and settings are kept."))
            (form_row(Columns::WideNarrow, &html! {
                (page.text("host", "Host", &form.host).placeholder("ldap.example.com").required()
                    .hint("A name, an address or a whole ldap:// URL; several, separated by commas, are tried in order. ldap+srv://domain: the servers that DNS names.")
                    .help(guide.fold(Topic::Host)))
                (page.text("port", "LDAP service port", &form.port).placeholder(default_port(&form.security)).autocomplete("off"))
            }))
            (security(page))
            (TextArea::new("ca_certificate", "CA certificate").aside("optional, PEM").value(&form.ca_certificate).rows(3).mono()
                .placeholder("-----BEGIN CERTIFICATE-----").errors(page.errors().get("ca_certificate"))
                .hint("Trusted instead of this machine’s authorities. Certificates are always verified.")
                .help(guide.fold(Topic::Certificate)))
            (client_certificate_view::block(form, page.desk.settings(), page.outcome))
            (page.text("bind_dn", "User", &form.bind_dn).required().aside("the account that reads the directory")
                .placeholder(guide.user_example())
                .hint("The whole DN, or user@domain for Active Directory.")
                .help(guide.fold(Topic::User)))
            (form_row(Columns::Halves, &html! {
                (password(page))
                (page.text("base_dn", "Directory DN", &form.base_dn).suggestions(page.naming_contexts)
                    .placeholder(page.resolved.map_or("", |resolved| resolved.base_dn.as_str()))
                    .hint("Where people are. Empty: where the server’s entries begin.")
                    .help(guide.fold(Topic::Base)))
            }))
            @if page.outcome.confirm {
                (PasswordField::current("current_password", "Your own password")
                    .hint("The settings point to another server or account than the stored ones. Confirm that it is you.")
                    .errors(page.errors().get("current_password")))
            }
            @if page.desk.stored.is_none() {
                div {
                    (buttons(&html! {
                        (Button::submit("Save").id("save-connection").primary().busy("Checking…"))
                        span.small.muted { "All that follows can stay as it is at first." }
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
    let select = Select::new("security", "Use SSL/TLS")
        .options([
            ("none", "No encryption"),
            ("starttls", "StartTLS — upgrade on the plain port"),
            ("ldaps", "LDAPS — encrypted from the start"),
        ])
        .selected(&page.form.security)
        .errors(page.errors().get("security"));
    html! {
        @if plain {
            (select.hint(html! { strong.caution { "Without encryption the passwords of your agents cross the network readable." } " Choose StartTLS or LDAPS if the server offers it." }))
        } @else {
            (select.hint("Passwords of your agents travel over this connection."))
        }
    }
}

fn password<'a>(page: &'a FormPage<'_>) -> PasswordField<'a> {
    let errors = page.errors().get("bind_password");
    let field = PasswordField::new_one("bind_password", "Password").errors(errors);
    if page.outcome.password_kept {
        return field.placeholder("Typed").hint("Kept for 10 minutes, so that it need not be typed again.");
    }
    match &page.desk.stored {
        Some(_) if errors.is_empty() => field.placeholder("Stored, encrypted").hint("Leave it empty to keep it."),
        _ => field,
    }
}

fn attributes_lead(page: &FormPage<'_>) -> String {
    match page.resolved {
        Some(resolved) => {
            format!("Which attribute holds what. What is empty is filled in for {}.", resolved.vendor.label())
        }
        None => "Which attribute holds what. What is empty is filled in for the kind of server.".into(),
    }
}

fn attributes(page: &FormPage<'_>) -> Markup {
    let form = page.form;
    let found = |pick: fn(&Resolved) -> &AttributeName| page.resolved.map_or("", |resolved| pick(resolved).as_str());
    html! {
        div.form {
            (form_row(Columns::Halves, &html! {
                (page.text("guid_attribute", "GUID attribute in LDAP", &form.guid_attribute)
                    .placeholder(found(|r| &r.guid_attribute)).hint("Not required for Active Directory."))
                (page.text("cn_attribute", "CN attribute in LDAP", &form.cn_attribute).placeholder(found(|r| &r.cn_attribute)))
            }))
            (form_row(Columns::Halves, &html! {
                (page.text("mail_attribute", "Mail attribute in LDAP", &form.mail_attribute).placeholder(found(|r| &r.mail_attribute)))
                (page.text("phone_attribute", "Phone attribute in LDAP", &form.phone_attribute).aside("optional")
                    .placeholder(found(|r| &r.phone_attribute)))
            }))
            (page.guide().fold(Topic::Attributes))
        }
    }
}

fn arrivals(page: &FormPage<'_>) -> Markup {
    let form = page.form;
    let groups = page.desk.groups.iter().map(|group| (group.id.to_string(), group.name.clone()));
    let roles = Role::ALL.iter().rev().map(|role| (role.as_str(), role.label()));
    let filter = page.resolved.map_or("", |resolved| resolved.user_filter.as_str());
    html! {
        div.form {
            (page.text("user_filter", "User filter", &form.user_filter).aside("optional").placeholder(filter)
                .hint(filter_hint(if form.user_filter.trim().is_empty() { filter } else { "" }))
                .help(page.guide().fold(Topic::Filter)))
            (page.text("group_dn", "LDAP user group DN", &form.group_dn)
                .aside("optional — only its members are imported, nested groups included")
                .help(page.guide().fold(Topic::Group)))
            (form_row(Columns::Halves, &html! {
                (Select::new("default_group", "Default group").options(groups).selected(&form.default_group)
                    .errors(page.errors().get("default_group")))
                (Select::new("default_role", "Default role").options(roles).selected(&form.default_role)
                    .errors(page.errors().get("default_role")))
            }))
            @if let Some(stored) = page.desk.settings() {
                p.small.muted {
                    "For members of an LDAP group they can be others: " a href=(page.desk.rules_url()) { "Roles and groups" }
                    " (" (counted(stored.rules.len() as u64, "rule", "rules")) ")."
                }
            }
            (page.text("import_interval", "Import every, minutes", form.import_interval()).kind("number").autocomplete("off")
                .hint(format!("Empty: every {}.", page.usual_interval)))
        }
    }
}

fn removals(page: &FormPage<'_>) -> Markup {
    let form = page.form;
    html! {
        div.form {
            (form_row(Columns::Halves, &html! {
                (page.text("hold_percent", "Hold removals above, percent", &form.hold_percent).kind("number").autocomplete("off")
                    .hint("Of the LDAP agents, at one import."))
                (page.text("hold_count", "… and above, agents", &form.hold_count).kind("number").autocomplete("off")
                    .hint("Both must be exceeded. 0 and 0 hold every removal."))
            }))
            (page.text("keep_removed_days", "Keep removed agents, days", &form.keep_removed_days).kind("number").autocomplete("off")
                .hint("Until then whoever returns to the directory is the same agent, with group, role and history."))
        }
    }
}

/// The filter that holds while the field is empty may be longer than the field.
fn filter_hint(resolved: &str) -> Markup {
    html! {
        "An RFC 4515 filter, such as " code { "(department=Support)" } "."
        @if !resolved.is_empty() { " Empty: " span.mono { (resolved) } }
    }
}

/// Save comes first, so that Enter in a field means it.
fn send(page: &FormPage<'_>) -> Markup {
    html! {
        (buttons(&html! {
            (Button::submit("Save").id("save").primary().busy("Checking…"))
            (Button::submit("Check without saving").id("check").action(&page.desk.check_url()).busy("Checking…"))
            @if page.outcome.offer_save_anyway {
                (Button::submit("Save anyway").id("save-anyway").sends("save_anyway", "1").busy("Saving…"))
            }
        }))
        @if page.outcome.offer_save_anyway {
            p.small.muted { "Save anyway keeps these settings as they are. Imports and sign-in work once the directory can be reached with them." }
        }
    }
}

/// Someone else saved meanwhile: what is stored now, beside what was typed.
fn stale_values(stored: &LdapSettings, groups: &[Group]) -> Markup {
    let text = |value: Option<String>| html! { span.mono { (value.unwrap_or_else(|| "—".into())) } };
    let group = groups.iter().find(|group| group.id == stored.default_group).map_or("—", |group| &group.name);
    let facts = definitions([
        ("Enabled", html! { (if stored.enabled { "Yes" } else { "No" }) }),
        ("Host", text(Some(stored.hosts.to_string()))),
        ("LDAP service port", text(Some(stored.port_or_default().to_string()))),
        ("Use SSL/TLS", html! { (stored.security.as_str()) }),
        ("User", text(Some(stored.bind_dn.clone()))),
        ("Directory DN", text(stored.base_dn.as_ref().map(ToString::to_string))),
        ("User filter", text(stored.user_filter.as_ref().map(ToString::to_string))),
        ("GUID attribute", text(stored.guid_attribute.as_ref().map(ToString::to_string))),
        ("CN attribute", text(stored.cn_attribute.as_ref().map(ToString::to_string))),
        ("Mail attribute", text(stored.mail_attribute.as_ref().map(ToString::to_string))),
        ("Phone attribute", text(stored.phone_attribute.as_ref().map(ToString::to_string))),
        ("LDAP user group DN", text(stored.group_dn.as_ref().map(ToString::to_string))),
        ("Default group", html! { (group) }),
        ("Default role", html! { (stored.default_role.label()) }),
        (
            "Hold removals above",
            html! { (stored.removals.hold_percent) " % and " (number(stored.removals.hold_count.into())) },
        ),
        ("Keep removed agents", html! { (counted(stored.removals.keep_removed_days.into(), "day", "days")) }),
    ]);
    html! {
        (answering_banner(Tone::Warning, "Someone else saved these settings while you were editing. Nothing of yours was saved. Save again to put your values over theirs."))
        (Card::new("Stored now").body(&facts))
    }
}
