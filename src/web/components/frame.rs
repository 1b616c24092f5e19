//! What every form control has around it: label, note, hint and errors, tied together for assistive
//! technology.

use crate::language::phrase;
use crate::web::icons;
use maud::{Markup, html};

/// The id of the control of a form field: `host` → `field-host`.
pub fn field_id(name: &str) -> String {
    format!("field-{name}")
}

/// Widths of the fields of one row, where there is room; on a phone they stand below each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// Two of the same width.
    Halves,
    /// Two parts and one part: host and port.
    WideNarrow,
}

/// Fields side by side.
pub fn form_row(columns: Columns, fields: &Markup) -> Markup {
    let class = match columns {
        Columns::Halves => "halves",
        Columns::WideNarrow => "wide-narrow",
    };
    html! { div.row.(class) { (fields) } }
}

/// Label, note, hint and errors of a control.
#[derive(Debug, Clone)]
pub struct Frame<'a> {
    pub(super) name: &'a str,
    pub(super) label: &'a str,
    pub(super) errors: &'a [String],
    id: Option<String>,
    aside: Option<&'a str>,
    hint: Option<Markup>,
    see: Option<&'a str>,
    help: Option<Markup>,
}

impl<'a> Frame<'a> {
    pub(super) fn new(name: &'a str, label: &'a str) -> Frame<'a> {
        Frame { name, label, errors: &[], id: None, aside: None, hint: None, see: None, help: None }
    }

    pub(super) fn id(&self) -> String {
        self.id.clone().unwrap_or_else(|| field_id(self.name))
    }

    pub(super) fn is_invalid(&self) -> Option<&'static str> {
        (!self.errors.is_empty()).then_some("true")
    }

    /// Has the focus when the page opens: of all that are wrong, browsers take the first.
    pub(super) fn is_looked_at(&self) -> bool {
        !self.errors.is_empty()
    }

    /// What assistive technology reads after the label: the errors first.
    pub(super) fn described_by(&self) -> Option<String> {
        let id = self.id();
        let error = self.is_invalid().map(|_| format!("{id}-error"));
        let hint = self.hint.as_ref().map(|_| format!("{id}-hint"));
        let ids: Vec<String> = error.into_iter().chain(self.see.map(str::to_owned)).chain(hint).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The whole field around its control.
    pub(super) fn around(&self, control: &Markup) -> Markup {
        html! {
            div.field {
                label for=(self.id()) { (self.label) (self.note()) }
                (control)
                (self.below())
            }
        }
    }

    pub(super) fn note(&self) -> Markup {
        html! { @if let Some(aside) = self.aside { " " span.aside { (aside) } } }
    }

    pub(super) fn below(&self) -> Markup {
        let id = self.id();
        html! {
            @if !self.errors.is_empty() {
                div id={ (id) "-error" } {
                    @for error in self.errors { p.error { (icons::cross()) span { (phrase(error)) } } }
                }
            }
            @if let Some(hint) = &self.hint { p.hint id={ (id) "-hint" } { (hint) } }
            @if let Some(help) = &self.help { (help) }
        }
    }
}

/// What can be said of every form field.
pub trait Framed<'a>: Sized {
    /// The frame to fill.
    fn frame(&mut self) -> &mut Frame<'a>;

    /// A few words beside the label: "optional".
    fn aside(mut self, aside: &'a str) -> Self {
        self.frame().aside = Some(aside);
        self
    }

    /// A sentence below.
    fn hint(mut self, hint: impl maud::Render) -> Self {
        self.frame().hint = Some(hint.render());
        self
    }

    /// More, folded away below all else.
    fn help(mut self, help: Markup) -> Self {
        self.frame().help = Some(help);
        self
    }

    /// What is wrong with the value, a sentence each.
    fn errors(mut self, errors: &'a [String]) -> Self {
        self.frame().errors = errors;
        self
    }

    /// The id of what is said of it elsewhere: a message over the button.
    fn see(mut self, id: Option<&'a str>) -> Self {
        self.frame().see = id;
        self
    }

    /// Another id than [`field_id`] gives, for a name that stands twice on a page.
    fn id(mut self, id: impl Into<String>) -> Self {
        self.frame().id = Some(id.into());
        self
    }
}
