use super::records::Listed;
use crate::language::t;
use crate::model::Timestamp;
use crate::web::components::*;
use maud::{Markup, html};

/// An agent's sessions, each with a button that ends it, and one that ends all of them. `current` is the one that
/// looks; `action` is where the forms go.
pub(in crate::web) fn list(
    sessions: &[Listed],
    current: Option<&str>,
    action: &str,
    csrf: &str,
    now: Timestamp,
) -> Markup {
    let columns = [
        Column::new(t!("session-browser")),
        Column::new(t!("session-address")).quiet(),
        Column::new(t!("session-since")).quiet(),
        Column::new(t!("session-last-used")).quiet(),
        Column::new(""),
    ];
    let rows = sessions.iter().map(|session| {
        let is_current = current == Some(session.id.as_str());
        Row::new([
            html! { (browser(&session.device)) " " @if is_current { (tag(Tone::Ok, t!("session-this-one"))) } },
            html! { span.mono { (session.address) } },
            time_ago(session.since, now),
            time_ago(session.last_used, now),
            html! {
                form method="post" action=(action) {
                    (csrf_field(csrf))
                    input type="hidden" name="id" value=(session.id);
                    (Button::submit(t!("session-end")).busy(t!("session-ending")))
                }
            },
        ])
    });
    html! {
        (Table::new(t!("session-list"), columns).rows(rows))
        form method="post" action=(action) {
            (csrf_field(csrf))
            (buttons(&html! { (Button::submit(t!("session-end-all")).danger().sends("all", "1")) }))
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
        (Some(name), Some(system)) => t!("session-browser-on", browser = name, system = system),
        (Some(name), None) => name.to_owned(),
        _ => device.chars().take(40).collect(),
    }
}
