//! Everything that no screen shows.

use super::data::{NOW, olga};
use crate::web::components::*;
use crate::web::layout::{Page, Section};
use maud::{Markup, html};
use std::time::Duration;

const TONES: [Tone; 5] = [Tone::Ok, Tone::Warning, Tone::Bad, Tone::Info, Tone::Neutral];

pub(super) fn page() -> String {
    let content = html! {
        div.stack {
            (Card::new("Messages").body(&messages()))
            (Card::new("Buttons").body(&buttons(&html! {
                (Button::submit("Plain")) (Button::submit("Primary").primary()) (Button::submit("Danger").danger())
                (Button::link("/", "Link").id("a-link")) (Button::submit("As in a text").link_like())
            })))
            (Card::new("Fields").body(&fields()))
            (Card::new("Facts").body(&definitions([("GUID", html! { span.mono { "8c1f9a50-6a3e-4b8b-9b6e-0c7c5a1d2e3f" } }), ("Phone", html! { "—" })])))
            (Card::new("Under way").body(&html! { (progress("Waiting", 0, None)) (phase_steps(&["Connect", "Read"], 2)) }))
            (Card::untitled().body(&html! { div.charts { (came_and_went()) (answered()) } }))
            (Pager { from: None, shown: 3, total: 3, ..Pager::default() })
            (FilterBar::new("/imports", "printer", "Search").keep("sort", "name").clear(true))
        }
        form #other-form {}
    };
    Page::new("Components", Section::Agents, Some(&olga()), NOW).render(&content).into_string()
}

/// A year with one week of thousands, many of nothing, a failure.
fn came_and_went() -> Markup {
    let columns = (0..53_u64).map(|week| FlowColumn {
        title: format!("Week {week}"),
        label: (week % 4 == 1).then(|| "Nov".to_owned()),
        is_major: week % 12 == 1,
        came: if week == 3 { 11_900 } else { week * 7 % 5 },
        went: if week % 6 == 0 { week * 9 } else { 0 },
        aside: 7,
        failed: week == 30,
    });
    let name = "A year";
    let figure = Figure {
        name,
        is_headed: false,
        caption: "12,000 came and 1,944 went.".into(),
        key: vec![
            (Shape::Came, "Added"),
            (Shape::Went, "Removed"),
            (Shape::Aside, "Skipped"),
            (Shape::Failed, "Failed"),
        ],
        headings: vec!["Week", "Added"],
        rows: vec![vec!["3".into(), "11,900".into()]],
    };
    figure.around(&Flow { columns: columns.collect() }.plot(name))
}

/// A day with a gap, an outage and one slow answer.
fn answered() -> Markup {
    let took = |column: u64| match column {
        20..30 | 60..64 => None,
        column => Some([4 + column % 5, if column == 50 { 2_400 } else { 11 }].map(Duration::from_millis)),
    };
    let columns = (0..96).map(|column| PulseColumn {
        title: (!(20..30).contains(&column)).then(|| format!("Column {column}")),
        took: took(column),
        failed: (60..64).contains(&column),
    });
    let name = "A day";
    let figure = Figure {
        name,
        is_headed: false,
        caption: "6 ms on average.".into(),
        key: vec![(Shape::Mean, "Mean"), (Shape::Longest, "Longest"), (Shape::Failed, "Not connected")],
        headings: vec!["Hour", "Mean"],
        rows: vec![vec!["12:00".into(), "6 ms".into()]],
    };
    let pulse = Pulse { columns: columns.collect(), labels: ["24 h ago", "12 h ago", "now"] };
    figure.around(&pulse.plot(name))
}

fn messages() -> Markup {
    let words =
        "LDAP result 49 (invalidCredentials): 80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error";
    html! {
        @for tone in TONES {
            (banner(tone, "Saved. The next import uses these settings."))
            p { (pill(tone, "Connected")) " " (tag(tone, tone.class())) }
        }
        (Notice::new(Tone::Bad, "The directory refused the user's password (invalidCredentials).")
            .remedy("Type it again under Password.")
            .details("kit-details", Some(words)))
    }
}

fn fields() -> Markup {
    let errors = ["This is not an email address: it has no @.".to_string()];
    html! {
        div.form {
            (form_row(Columns::Halves, &html! {
                (TextField::new("a", "Email").kind("email").value("anna").errors(&errors).hint("Used to sign in."))
                (TextField::new("b", "Phone").read_only().value("+46 8 555 01 12"))
                (TextField::new("c", "Name").placeholder("Anna Berg").id("another-id"))
            }))
            (TextArea::new("pem", "CA certificate").aside("optional").rows(3).mono().placeholder("-----BEGIN CERTIFICATE-----").value("").errors(&[]))
            (PasswordField::current("current_password", "Your own password").errors(&errors))
        }
    }
}
