use super::{Button, Tone};
use crate::language::t;
use crate::web::icons;
use maud::{Markup, Render, html};

fn icon(tone: Tone) -> Markup {
    match tone {
        Tone::Ok => icons::check(),
        Tone::Warning | Tone::Bad => icons::warning(),
        Tone::Info | Tone::Neutral => icons::info(),
    }
}

/// Urgent things are announced at once, the rest when there is a pause.
fn role(tone: Tone) -> &'static str {
    if tone == Tone::Bad { "alert" } else { "status" }
}

/// One sentence over the page's content.
pub fn banner(tone: Tone, content: impl Render) -> Markup {
    html! { div.banner.(tone.class()) role=(role(tone)) { (icon(tone)) div { (content) } } }
}

/// The same where it answers what was just sent: it has the focus when the page opens.
pub fn answering_banner(tone: Tone, content: impl Render) -> Markup {
    html! {
        div.banner.(tone.class()) role=(role(tone)) tabindex="-1" autofocus { (icon(tone)) div { (content) } }
    }
}

/// What happened, what to do next, and the server's own words in a fold.
#[derive(Debug, Clone)]
pub struct Notice<'a> {
    tone: Tone,
    message: &'a str,
    remedy: Option<&'a str>,
    details: Option<(&'a str, &'a str)>,
    id: Option<&'a str>,
    answers: bool,
}

impl<'a> Notice<'a> {
    /// What happened, in one sentence.
    pub fn new(tone: Tone, message: &'a str) -> Self {
        Notice { tone, message, remedy: None, details: None, id: None, answers: false }
    }

    /// What to do next.
    pub fn remedy(mut self, remedy: &'a str) -> Self {
        self.remedy = Some(remedy);
        self
    }

    /// An id, for a field to say where the message is.
    pub fn id(mut self, id: &'a str) -> Self {
        self.id = Some(id);
        self
    }

    /// It answers what was just sent: it has the focus when the page opens.
    pub fn answer(mut self) -> Self {
        self.answers = true;
        self
    }

    /// The server's own words, under "Details". The id keeps the fold open through a swap.
    pub fn details(mut self, id: &'a str, words: Option<&'a str>) -> Self {
        self.details = words.map(|words| (id, words));
        self
    }
}

impl Render for Notice<'_> {
    fn render(&self) -> Markup {
        html! {
            div.notice.(self.tone.class()) role=(role(self.tone)) id=[self.id] tabindex=[self.answers.then_some("-1")]
                autofocus[self.answers] {
                p { (icon(self.tone)) span { (self.message) } }
                @if let Some(remedy) = self.remedy { p.remedy { span { (remedy) } } }
                @if let Some((id, words)) = self.details {
                    details.fold id=(id) { summary { (t!("components-details")) } pre { (words) } }
                }
            }
        }
    }
}

/// What to do where nothing is yet, or nothing was found.
pub fn empty_state<'a>(title: &str, text: &str, actions: impl IntoIterator<Item = Button<'a>>) -> Markup {
    let actions: Vec<Button<'_>> = actions.into_iter().collect();
    html! {
        div.empty {
            h2 { (title) }
            p { (text) }
            @if !actions.is_empty() { div.buttons { @for action in actions { (action) } } }
        }
    }
}
