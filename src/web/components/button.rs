use maud::{Markup, Render, html};

#[derive(Debug, Clone, Copy)]
enum Act<'a> {
    Submit,
    Link(&'a str),
}

/// A button that sends its form, or a link that looks like one.
#[derive(Debug, Clone)]
pub struct Button<'a> {
    act: Act<'a>,
    label: &'a str,
    class: &'static str,
    wide: bool,
    busy: Option<&'a str>,
    sends: Option<(&'a str, &'a str)>,
    action: Option<&'a str>,
    id: Option<&'a str>,
    download: bool,
}

impl<'a> Button<'a> {
    /// Sends the form it stands in.
    pub fn submit(label: &'a str) -> Self {
        Button::new(Act::Submit, label)
    }

    /// Leads to another page.
    pub fn link(href: &'a str, label: &'a str) -> Self {
        Button::new(Act::Link(href), label)
    }

    fn new(act: Act<'a>, label: &'a str) -> Self {
        let (wide, class) = (false, "button");
        Button { act, label, class, wide, busy: None, sends: None, action: None, id: None, download: false }
    }

    /// The one thing to do here.
    pub fn primary(mut self) -> Self {
        self.class = "button primary";
        self
    }

    /// Takes something away.
    pub fn danger(mut self) -> Self {
        self.class = "button danger";
        self
    }

    /// Looks like a link in a text.
    pub fn link_like(mut self) -> Self {
        self.class = "link";
        self
    }

    /// As wide as its place.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// What it says while the form is being sent.
    pub fn busy(mut self, busy: &'a str) -> Self {
        self.busy = Some(busy);
        self
    }

    /// What the form holds beside its fields when this button sends it.
    pub fn sends(mut self, name: &'a str, value: &'a str) -> Self {
        self.sends = Some((name, value));
        self
    }

    /// Another address than the form's.
    pub fn action(mut self, action: &'a str) -> Self {
        self.action = Some(action);
        self
    }

    /// What it sends is answered with a file: the page stays, and may send again.
    pub fn download(mut self) -> Self {
        self.download = true;
        self
    }

    /// An id, so that a swap keeps the focus.
    pub fn id(mut self, id: &'a str) -> Self {
        self.id = Some(id);
        self
    }
}

impl Render for Button<'_> {
    fn render(&self) -> Markup {
        let class = if self.wide { format!("{} wide", self.class) } else { self.class.to_string() };
        let (name, value) = self.sends.unzip();
        html! {
            @match self.act {
                Act::Link(href) => a class=(class) id=[self.id] href=(href) { (self.label) },
                Act::Submit => button class=(class) id=[self.id] type="submit" name=[name] value=[value]
                    formaction=[self.action] data-busy=[self.busy] data-download[self.download] { (self.label) },
            }
        }
    }
}

/// Buttons in a row.
pub fn buttons(content: &Markup) -> Markup {
    html! { div.buttons { (content) } }
}

/// The token that shows a form came from a page of ours.
pub fn csrf_field(token: &str) -> Markup {
    html! { input type="hidden" name="csrf_token" value=(token); }
}

/// Something destructive behind one more step: a fold named by what will be done to what
/// ("Delete Anna Berg …"), and under it what will happen and the form that does it.
pub fn confirm_fold(id: &str, summary: &str, consequence: &str, form: &Markup) -> Markup {
    html! {
        details.confirm id=(id) {
            summary.button.danger { (summary) }
            div { p { (consequence) } (form) }
        }
    }
}
