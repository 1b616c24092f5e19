//! The panel's main screens with made-up data.

use super::data::{NOW, PEOPLE, failed_steps, olga, steps};
use crate::model::CheckStep;
use crate::web::components::*;
use crate::web::layout::{Door, Flash, Page, Section};
use maud::{Markup, Render, html};
use time::Duration;

pub(super) fn settings() -> String {
    let status = pill(Tone::Ok, html! { "Connected · 12 ms · checked " (time_ago(NOW - Duration::seconds(8), NOW)) });
    settings_page(status, &steps(), None, &[])
}

pub(super) fn settings_failed() -> String {
    let errors = vec!["Type the password again: host or user changed.".to_string()];
    let flash = Flash { tone: Tone::Bad, text: "Not saved: the directory refused the user's password.".into() };
    settings_page(pill(Tone::Bad, "Not connected"), &failed_steps(), Some(&flash), &errors)
}

fn settings_page(status: Markup, steps: &[CheckStep], flash: Option<&Flash>, errors: &[String]) -> String {
    let lines: Vec<CheckLine> = steps.iter().map(|step| step_line(step, "check-details")).collect();
    let side = html! {
        div.stack {
            (import_card())
            (Card::new("Connection check").body(&check_list(&lines)))
            (sample_card())
        }
    };
    let content = html! { div.split { (settings_form(errors)) (side) } };
    Page::new("LDAP directory", Section::LdapDirectory, Some(&olga()), NOW)
        .lead("Agents are copied from here every 15 minutes. Their passwords stay there.")
        .status(status)
        .flash(flash)
        .render(&content)
        .into_string()
}

fn settings_form(errors: &[String]) -> Markup {
    html! {
        form.stack method="post" action="/settings/ldap/index" {
            (csrf_field("made-up-token"))
            (Card::new("Connection").lead("Where the directory is and the account that reads it.").body(&connection(errors)))
            (Card::new("Attributes").lead("Which attribute holds what. Filled in for OpenLDAP, recognised from the server.").body(&attributes()))
            (Card::new("Who becomes an agent").lead("And what they are given when they first arrive.").body(&arrivals()))
            (buttons(&html! {
                (Button::submit("Save").primary().busy("Checking…"))
                (Button::submit("Check without saving").action("/settings/ldap/check").busy("Checking…"))
                @if !errors.is_empty() { (Button::submit("Save anyway").sends("save_anyway", "1")) }
            }))
        }
    }
}

fn connection(errors: &[String]) -> Markup {
    let bases = ["dc=example,dc=com".to_string()];
    html! {
        div.form {
            (Checkbox::new("enabled", "Enabled", true).hint("Off: nobody signs in by LDAP, and nothing is imported."))
            (form_row(Columns::WideNarrow, &html! {
                (TextField::new("host", "Host").value("ldap.example.com").mono().required())
                (TextField::new("port", "LDAP service port").value("389").mono().autocomplete("off"))
            }))
            (Select::new("security", "Use SSL/TLS")
                .options([("none", "No encryption"), ("starttls", "StartTLS — upgrade on port 389"), ("ldaps", "LDAPS — encrypted from the start")])
                .selected("starttls").hint("Passwords of your agents travel over this connection."))
            (TextField::new("bind_dn", "User").aside("DN of the account that reads the directory").value("cn=muster,ou=services,dc=example,dc=com").mono())
            (form_row(Columns::Halves, &html! {
                (PasswordField::new_one("bind_password", "Password").placeholder("Stored, encrypted. Leave empty to keep").errors(errors))
                (TextField::new("base_dn", "Directory DN").value("ou=people,dc=example,dc=com").mono().suggestions(&bases))
            }))
        }
    }
}

fn attributes() -> Markup {
    let field = |name, label, placeholder| TextField::new(name, label).placeholder(placeholder).mono();
    html! {
        div.form {
            (form_row(Columns::Halves, &html! {
                (field("guid_attribute", "GUID attribute in LDAP", "entryUUID").hint("Not required for Active Directory."))
                (field("cn_attribute", "CN attribute in LDAP", "cn"))
            }))
            (form_row(Columns::Halves, &html! {
                (field("mail_attribute", "Mail attribute in LDAP", "mail").value("mail"))
                (field("phone_attribute", "Phone attribute in LDAP", "telephoneNumber"))
            }))
        }
    }
}

fn arrivals() -> Markup {
    html! {
        div.form {
            (TextField::new("group_dn", "LDAP user group DN").aside("optional — only its members are imported, nested groups included")
                .value("cn=support,ou=groups,dc=example,dc=com").mono())
            (form_row(Columns::Halves, &html! {
                (Select::new("default_group", "Default group").option(1, "Support team"))
                (Select::new("default_role", "Default role").option("support", "Support agent"))
            }))
        }
    }
}

fn import_card() -> Markup {
    let lead = html! { "Last import " (time_ago(NOW - Duration::minutes(4), NOW)) " — 3 added, 1 removed." };
    Card::new("Import").lead(lead).body(&html! {
        form method="post" action="/imports" {
            (csrf_field("made-up-token"))
            (Button::submit("Import users").primary().wide().busy("Starting…"))
            p.center.small.muted {
                "Next one by itself " (time_ago(NOW + Duration::minutes(11), NOW)) " · "
                (Button::submit("Preview changes").link_like().sends("dry_run", "1"))
            }
        }
    })
}

fn sample_card() -> Markup {
    let shares = [("entryUUID", 200), ("cn", 200), ("mail", 196), ("telephoneNumber", 122)];
    Card::new("What the directory gives").lead("From a sample of 200 people.").body(&html! {
        (bars(&shares.map(|(name, part)| Bar { name, part, whole: 200 })))
        p.example { strong { "Anna Berg" } br; span.muted { "anna.berg@example.com · +46 8 555 01 12" } }
    })
}

fn filter_bar() -> FilterBar<'static> {
    FilterBar::new("/agents", "", "Search name, email or phone")
        .filter(Select::new("group", "Group").option("", "All groups").option(1, "Support team"))
        .filter(Select::new("role", "Role").option("", "All roles"))
        .filter(Select::new("source", "Source").option("", "Source: all"))
        .live("results")
}

fn agents_page(content: &Markup) -> String {
    Page::new("Agents", Section::Agents, Some(&olga()), NOW)
        .lead("12,408 agents · 12,401 from LDAP")
        .status(pill(Tone::Ok, "Connected"))
        .actions(html! {
            (Button::link("/agents/export.csv", "Export CSV")) (Button::link("/agents/new", "New agent").primary())
        })
        .render(&html! { (filter_bar()) div #results { (content) } })
        .into_string()
}

pub(super) fn agents() -> String {
    let columns = [
        Column::new("Name").sort("/agents?sort=-name", Some(Sorted::Ascending)).long(),
        Column::new("Email").sort("/agents?sort=email", None).long(),
        Column::new("Phone").quiet().short(),
        Column::new("Group"),
        Column::new("Role").short(),
        Column::new("Source").short(),
        Column::new("Last sign-in").quiet().short(),
    ];
    let ages = [12 * 60, 5 * 3_600, 86_400, 3, 20 * 86_400, 400 * 86_400];
    let rows = PEOPLE.iter().zip(ages).map(|((name, email, phone, group, role, source), age)| {
        let tone = if *source == "LDAP" { Tone::Neutral } else { Tone::Info };
        Row::new([
            person(name, Some("/agents/1")),
            html! { (email) },
            html! { (phone) },
            html! { (group) },
            html! { (role) },
            tag(tone, source),
            time_ago(NOW - Duration::seconds(age), NOW),
        ])
    });
    let pager = Pager {
        from: Some(51),
        shown: 50,
        total: 12_408,
        first: Some("/agents".into()),
        next: Some("/agents?after=x".into()),
    };
    agents_page(&html! { (Table::new("Agents", columns).rows(rows)) (pager) })
}

pub(super) fn agents_empty() -> String {
    let action = Button::link("/settings/ldap/index", "Connect your directory").primary();
    let text = "Muster copies people from your company's LDAP directory and lets them sign in with the password they have there.";
    agents_page(&Card::untitled().body(&empty_state("No agents yet", text, Some(action))))
}

pub(super) fn agent() -> String {
    let note = html! { "Changed " (time_ago(NOW - Duration::days(3), NOW)) " by import #479" };
    let form = html! {
        form.form method="post" action="/agents/1" {
            (csrf_field("made-up-token"))
            (TextField::new("name", "Name").value("Anna Berg").owned_by_directory("cn").hint(note))
            (TextField::new("email", "Email").kind("email").value("anna.berg@example.com").owned_by_directory("mail"))
            (Checkboxes::new("groups", "Groups").choice(1, "Support team", true).choice(2, "Escalations", false).choice(3, "Night shift", true))
            (Select::new("role", "Role").option("support", "Support agent").option("employee", "Internal employee"))
            (Checkbox::new("blocked", "Block sign-in", false).hint("Ends Anna's sessions at once."))
            (buttons(&html! { (Button::submit("Save").primary().busy("Saving…")) (Button::link("/agents/1", "Cancel")) }))
        }
    };
    let delete = html! {
        form method="post" action="/agents/1/delete" {
            (csrf_field("made-up-token")) (Button::submit("Delete Anna Berg").danger())
        }
    };
    let consequence = "Anna Berg can no longer sign in, and her sessions end. The next import adds her again if the directory still has her.";
    Page::new("Anna Berg", Section::Agents, Some(&olga()), NOW)
        .lead("From LDAP")
        .flash(Some(&Flash { tone: Tone::Ok, text: "Saved.".into() }))
        .render(&html! { div.stack.narrow { (Card::untitled().body(&form)) (confirm_fold("delete", "Delete Anna Berg …", consequence, &delete)) } })
        .into_string()
}

pub(super) fn import() -> String {
    let columns = [Column::new("Change").short(), Column::new("Agent").long(), Column::new("What").quiet().long()];
    let rows = [
        Row::new([
            tag(Tone::Ok, "Added"),
            person("Maria Silva", Some("/agents/2")),
            html! { "maria.silva@example.com · Support team · Support agent" },
        ]),
        Row::new([
            tag(Tone::Info, "Updated"),
            person("José Ortega", Some("/agents/3")),
            html! { "phone +34 91 555 0101 → —" },
        ]),
        Row::new([tag(Tone::Bad, "Removed"), person("Zoë Nilsson", None), html! { "no longer in the directory" }]),
        Row::new([
            tag(Tone::Warning, "Skipped"),
            html! { span.mono { "uid=printer3,ou=people,dc=example,dc=com" } },
            html! { "has no mail, so it could not sign in" },
        ]),
    ];
    let content = html! {
        div.stack {
            (Card::untitled().body(&html! {
                div.run-head { strong { "8,000 of about 12,415 people read" } span.muted { "1,340 a second · about 3 s left" } }
                (progress("People read", 8_000, Some(12_415)))
                (phase_steps(&["Connect", "Read", "Compare", "Apply"], 1))
            }))
            (stats([(Some(7_981), "unchanged"), (Some(12), "to update"), (Some(3), "to add"), (None, "to remove (after reading)"), (Some(4), "skipped")]))
            (Table::new("Changes", columns).rows(rows))
        }
    };
    Page::new("Import #482", Section::Imports, Some(&olga()), NOW)
        .lead(html! { "Started by Olga Petrova " (time_ago(NOW - Duration::seconds(6), NOW)) })
        .status(pill(Tone::Info, "Reading the directory"))
        .actions(Button::submit("Cancel").render())
        .render(&content)
        .into_string()
}

pub(super) fn login() -> String {
    let content = html! {
        form.form method="post" action="/login" {
            (csrf_field("made-up-token"))
            (TextField::new("email", "Email").kind("email").autocomplete("username").value("anna.berg@example.com").required().autofocus())
            (PasswordField::current("password", "Password").required())
            (Notice::new(Tone::Bad, "Email or password is not right."))
            (Button::submit("Sign in").primary().wide().busy("Signing in…"))
        }
        p.door-foot { "Your company directory checks the password. It is not stored here." }
    };
    Door::new("Sign in", NOW).render(&content).into_string()
}

pub(super) fn setup() -> String {
    let content = html! {
        form.form method="post" action="/setup" {
            (csrf_field("made-up-token"))
            (TextField::new("code", "Setup code").aside("printed by the server when it started").mono().required())
            (TextField::new("name", "Name").autocomplete("name").required())
            (PasswordField::new_one("password", "Password").required().hint("At least 12 characters."))
            (Button::submit("Create administrator").primary().wide())
        }
    };
    Door::new("The first administrator", NOW)
        .lead("Signs in with a password kept here, also when the directory does not answer.")
        .render(&content)
        .into_string()
}
