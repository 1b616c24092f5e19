//! Icons as inline SVG: they take the colour and the size of the text around them.
//! All are decoration beside words, so assistive technology does not hear of them.

use maud::{Markup, html};

fn icon(path: &str) -> Markup {
    html! { svg.icon viewBox="0 0 16 16" aria-hidden="true" focusable="false" { path d=(path) {} } }
}

/// Done, as it should be.
pub fn check() -> Markup {
    icon("M3 8.5l3.2 3.2L13 5")
}

/// Failed.
pub fn cross() -> Markup {
    icon("M4 4l8 8M12 4l-8 8")
}

/// Works, with something to look at.
pub fn warning() -> Markup {
    icon("M8 2.2L14.6 13.5H1.4zM8 6.4v3.2M8 11.6v.1")
}

/// Something to know.
pub fn info() -> Markup {
    icon("M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.2v3.8M8 5v.1")
}

/// Not done, because it was not asked for or not reached.
pub fn skipped() -> Markup {
    icon("M4 8h8")
}

/// Being done now.
pub fn current() -> Markup {
    html! { svg.icon viewBox="0 0 16 16" aria-hidden="true" focusable="false" { circle cx="8" cy="8" r="4" fill="currentcolor" {} } }
}

/// Forward.
pub fn arrow_right() -> Markup {
    icon("M3 8h10M9 4l4 4-4 4")
}

/// Back.
pub fn arrow_left() -> Markup {
    icon("M13 8H3M7 4L3 8l4 4")
}

/// Sorted upwards: the smallest first.
pub fn ascending() -> Markup {
    icon("M4 10l4-4 4 4")
}

/// Sorted downwards: the largest first.
pub fn descending() -> Markup {
    icon("M4 6l4 4 4-4")
}

/// The navigation of a small screen.
pub fn menu() -> Markup {
    icon("M2.5 4.5h11M2.5 8h11M2.5 11.5h11")
}

/// The theme the system has.
pub fn theme_system() -> Markup {
    icon("M2 3h12v8H2zM6 14h4M8 11v3")
}

/// The light theme.
pub fn theme_light() -> Markup {
    icon(
        "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.2v1.2M8 13.6v1.2M1.2 8h1.2M13.6 8h1.2M3.2 3.2l.8.8M12 12l.8.8M12.8 3.2l-.8.8M4 12l-.8.8",
    )
}

/// The dark theme.
pub fn theme_dark() -> Markup {
    icon("M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z")
}

/// Muster's own mark: an M on the accent.
pub fn mark() -> Markup {
    html! {
        svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" {
            rect width="32" height="32" rx="8" {}
            path d="M8 23V9h3.4l4.6 7.6L20.6 9H24v14h-3.3v-8.4l-3.6 5.9h-2.2l-3.6-5.9V23z" {}
        }
    }
}
