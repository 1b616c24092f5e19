use maud::{Markup, Render, html};

/// A part of a page with its own ground.
#[derive(Debug, Clone, Default)]
pub struct Card<'a> {
    title: Option<&'a str>,
    lead: Option<Markup>,
}

impl<'a> Card<'a> {
    /// A card with a title.
    pub fn new(title: &'a str) -> Self {
        Card { title: Some(title), ..Card::untitled() }
    }

    /// A card that needs no title.
    pub fn untitled() -> Self {
        Card::default()
    }

    /// The line under the title.
    pub fn lead(mut self, lead: impl Render) -> Self {
        self.lead = Some(lead.render());
        self
    }

    /// The card around its content.
    pub fn body(self, content: &Markup) -> Markup {
        html! {
            section.card {
                @if self.title.is_some() || self.lead.is_some() {
                    header {
                        @if let Some(title) = self.title { h2 { (title) } }
                        @if let Some(lead) = self.lead { p { (lead) } }
                    }
                }
                (content)
            }
        }
    }
}

/// Names and what they stand for.
pub fn definitions<'a>(facts: impl IntoIterator<Item = (&'a str, Markup)>) -> Markup {
    html! {
        dl.facts {
            @for (name, fact) in facts { div { dt { (name) } dd { (fact) } } }
        }
    }
}
