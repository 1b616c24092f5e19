//! The frame around every page: head, navigation, page header. `Page` is for those who are signed in
//! (and for errors anyone may see), `Door` for sign-in and set-up.

mod head;
mod navigation;
mod pulse;

pub use navigation::{Section, oob_counts};
pub use pulse::{Pulse, notices};

use crate::language::{self, Language, t};
use crate::model::{Role, Timestamp};
use crate::web::components::{Button, Tone, banner, csrf_field};
use crate::web::icons;
use maud::{Markup, Render, html};
use serde::{Deserialize, Serialize};

/// Id of the main part, where the skip link leads.
pub const MAIN: &str = "main";

/// Who looks at the page.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// Their name.
    pub name: String,
    /// Decides what the navigation shows.
    pub role: Role,
    /// Their session's token, for the sign-out form.
    pub csrf_token: String,
    /// Whether `/` may go to the search.
    pub shortcuts: bool,
    /// Beside the entries of the navigation.
    pub counts: NavCounts,
    /// By which the page learns what changed.
    pub pulse: Pulse,
}

/// What stands beside the entries of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NavCounts {
    /// Beside "Agents".
    pub agents: u64,
    /// Beside "Groups".
    pub groups: u64,
    /// Whether an import runs or waits; told to administrators.
    pub importing: bool,
}

/// A message about what was just done, shown once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// `Ok` or `Bad`, mostly.
    pub tone: Tone,
    /// One sentence.
    pub text: String,
}

/// A page of the panel.
pub struct Page<'a> {
    title: &'a str,
    section: Section,
    viewer: Option<&'a Viewer>,
    now: Timestamp,
    lead: Option<Markup>,
    status: Option<Markup>,
    actions: Option<Markup>,
    flash: Option<&'a Flash>,
    notice: Option<Markup>,
}

impl<'a> Page<'a> {
    /// A page with a title; `now` is the server's time, by which the browser counts ages.
    pub fn new(title: &'a str, section: Section, viewer: Option<&'a Viewer>, now: Timestamp) -> Page<'a> {
        Page { title, section, viewer, now, lead: None, status: None, actions: None, flash: None, notice: None }
    }

    /// The line under the title.
    pub fn lead(mut self, lead: impl Render) -> Self {
        self.lead = Some(lead.render());
        self
    }

    /// The status pill beside the title.
    pub fn status(mut self, status: Markup) -> Self {
        self.status = Some(status);
        self
    }

    /// Buttons beside the title.
    pub fn actions(mut self, actions: Markup) -> Self {
        self.actions = Some(actions);
        self
    }

    /// What was just done.
    pub fn flash(mut self, flash: Option<&'a Flash>) -> Self {
        self.flash = flash;
        self
    }

    /// What waits for whoever looks, on every page.
    pub fn notice(mut self, notice: Markup) -> Self {
        self.notice = Some(notice);
        self
    }

    /// The whole document.
    pub fn render(self, content: &Markup) -> Markup {
        let shortcuts = self.viewer.is_none_or(|viewer| viewer.shortcuts);
        let body = html! {
            @if let Some(viewer) = self.viewer { (viewer.pulse) }
            div.shell {
                (navigation::sidebar(self.viewer, self.section))
                main.main #(MAIN) tabindex="-1" {
                    (self.header())
                    @if let Some(notice) = &self.notice { (notices(notice, false)) }
                    (flash_banner(self.flash))
                    (content)
                }
            }
        };
        head::document(self.title, self.now, shortcuts, &body)
    }

    fn header(&self) -> Markup {
        html! {
            header.page-head {
                div.page-title {
                    h1 { (self.title) }
                    @if let Some(lead) = &self.lead { p { (lead) } }
                }
                @if self.status.is_some() || self.actions.is_some() {
                    div.page-actions {
                        @if let Some(status) = &self.status { (status) }
                        @if let Some(actions) = &self.actions { (actions) }
                    }
                }
            }
        }
    }
}

/// The way in: one card in the middle, for sign-in and set-up.
pub struct Door<'a> {
    title: &'a str,
    now: Timestamp,
    lead: Option<&'a str>,
    flash: Option<&'a Flash>,
    languages: Option<Markup>,
}

impl<'a> Door<'a> {
    /// A door with a title, which is shown only when there is a lead; otherwise the mark says enough.
    pub fn new(title: &'a str, now: Timestamp) -> Door<'a> {
        Door { title, now, lead: None, flash: None, languages: None }
    }

    /// One or two sentences over the form.
    pub fn lead(mut self, lead: &'a str) -> Self {
        self.lead = Some(lead);
        self
    }

    /// What was just done.
    pub fn flash(mut self, flash: Option<&'a Flash>) -> Self {
        self.flash = flash;
        self
    }

    /// Offers the other languages; `here` is the address of this page.
    pub fn languages(mut self, here: &str, csrf: &str) -> Self {
        self.languages = Some(languages(here, csrf));
        self
    }

    /// The whole document.
    pub fn render(self, content: &Markup) -> Markup {
        let body = html! {
            main.door #(MAIN) tabindex="-1" {
                div.mark { (icons::mark()) "Muster" }
                div.card {
                    @match self.lead {
                        Some(lead) => div.door-head { h1 { (self.title) } p { (lead) } },
                        None => h1.hidden-text { (self.title) },
                    }
                    (flash_banner(self.flash))
                    (content)
                }
                @if let Some(languages) = &self.languages { (languages) }
            }
        };
        head::document(self.title, self.now, true, &body)
    }
}

/// One button for each language, in that language. A GET changes nothing, so these are no links.
fn languages(here: &str, csrf: &str) -> Markup {
    html! {
        form.languages method="post" action="/language" aria-label=(t!("layout-language")) {
            (csrf_field(csrf))
            input type="hidden" name="next" value=(here);
            @for language in Language::ALL {
                @if language == language::current() {
                    span lang=(language.tag()) aria-current="true" { (language.own_name()) }
                } @else {
                    span lang=(language.tag()) {
                        (Button::submit(language.own_name()).link_like().sends("language", language.tag()))
                    }
                }
            }
        }
    }
}

fn flash_banner(flash: Option<&Flash>) -> Markup {
    html! { @if let Some(flash) = flash { (banner(flash.tone, &flash.text)) } }
}

#[cfg(test)]
mod tests;
