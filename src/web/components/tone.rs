use maud::{Markup, Render, html};
use serde::{Deserialize, Serialize};

/// The meanings a colour may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// As it should be.
    Ok,
    /// Works, with something to look at.
    Warning,
    /// Does not work.
    Bad,
    /// Under way, or worth knowing.
    Info,
    /// No meaning.
    Neutral,
}

impl Tone {
    /// The class that carries the tone's colours.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Ok => "ok",
            Tone::Warning => "warning",
            Tone::Bad => "bad",
            Tone::Info => "info",
            Tone::Neutral => "neutral",
        }
    }
}

/// A state with a dot: "Connected · 12 ms · checked 8 s ago".
pub fn pill(tone: Tone, content: impl Render) -> Markup {
    html! { span.pill.(tone.class()) { span { (content) } } }
}

/// A word with a ground: "LDAP", "Added".
pub fn tag(tone: Tone, word: &str) -> Markup {
    html! { span.tag.(tone.class()) { (word) } }
}
