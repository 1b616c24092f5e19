use super::frame::{Frame, Framed};
use maud::{Markup, Render, html};
use std::fmt::Display;

/// One of several.
#[derive(Debug, Clone)]
pub struct Select<'a> {
    frame: Frame<'a>,
    options: Vec<(String, String)>,
    selected: &'a str,
}

impl<'a> Select<'a> {
    /// Nothing to choose from yet.
    pub fn new(name: &'a str, label: &'a str) -> Self {
        Select { frame: Frame::new(name, label), options: Vec::new(), selected: "" }
    }

    /// One more choice: its value and what is shown.
    pub fn option(mut self, value: impl Display, shown: impl Into<String>) -> Self {
        self.options.push((value.to_string(), shown.into()));
        self
    }

    /// More choices.
    pub fn options<V: Display, S: Into<String>>(mut self, choices: impl IntoIterator<Item = (V, S)>) -> Self {
        self.options.extend(choices.into_iter().map(|(value, shown)| (value.to_string(), shown.into())));
        self
    }

    /// The value that is chosen now.
    pub fn selected(mut self, value: &'a str) -> Self {
        self.selected = value;
        self
    }

    /// The control alone, named by `aria-label`: for the filter bar.
    pub(super) fn bare(&self) -> Markup {
        self.control(Some(self.frame.label))
    }

    fn control(&self, aria_label: Option<&str>) -> Markup {
        html! {
            select.control id=(self.frame.id()) name=(self.frame.name) aria-label=[aria_label]
                autofocus[self.frame.is_looked_at()]
                aria-invalid=[self.frame.is_invalid()] aria-describedby=[self.frame.described_by()] {
                @for (value, shown) in &self.options {
                    option value=(value) selected[value == self.selected] { (shown) }
                }
            }
        }
    }
}

impl<'a> Framed<'a> for Select<'a> {
    fn frame(&mut self) -> &mut Frame<'a> {
        &mut self.frame
    }
}

impl Render for Select<'_> {
    fn render(&self) -> Markup {
        self.frame.around(&self.control(None))
    }
}

/// Yes or no. Sends `1` when ticked, nothing otherwise.
#[derive(Debug, Clone)]
pub struct Checkbox<'a> {
    frame: Frame<'a>,
    is_checked: bool,
}

impl<'a> Checkbox<'a> {
    /// Ticked or not.
    pub fn new(name: &'a str, label: &'a str, is_checked: bool) -> Self {
        Checkbox { frame: Frame::new(name, label), is_checked }
    }
}

impl<'a> Framed<'a> for Checkbox<'a> {
    fn frame(&mut self) -> &mut Frame<'a> {
        &mut self.frame
    }
}

impl Render for Checkbox<'_> {
    fn render(&self) -> Markup {
        html! {
            div.check {
                input id=(self.frame.id()) name=(self.frame.name) type="checkbox" value="1" checked[self.is_checked]
                    autofocus[self.frame.is_looked_at()]
                    aria-invalid=[self.frame.is_invalid()] aria-describedby=[self.frame.described_by()];
                div {
                    label for=(self.frame.id()) { (self.frame.label) (self.frame.note()) }
                    (self.frame.below())
                }
            }
        }
    }
}

/// Any of several, under one name that repeats.
#[derive(Debug, Clone)]
pub struct Checkboxes<'a> {
    frame: Frame<'a>,
    choices: Vec<(String, String, bool)>,
}

impl<'a> Checkboxes<'a> {
    /// Nothing to choose from yet.
    pub fn new(name: &'a str, label: &'a str) -> Self {
        Checkboxes { frame: Frame::new(name, label), choices: Vec::new() }
    }

    /// One more choice: its value, what is shown, and whether it is ticked.
    pub fn choice(mut self, value: impl Display, shown: impl Into<String>, is_checked: bool) -> Self {
        self.choices.push((value.to_string(), shown.into(), is_checked));
        self
    }
}

impl<'a> Framed<'a> for Checkboxes<'a> {
    fn frame(&mut self) -> &mut Frame<'a> {
        &mut self.frame
    }
}

impl Render for Checkboxes<'_> {
    fn render(&self) -> Markup {
        let id = self.frame.id();
        html! {
            fieldset.field id=(id) aria-describedby=[self.frame.described_by()] {
                legend { (self.frame.label) (self.frame.note()) }
                div.checks {
                    @for (value, shown, is_checked) in &self.choices {
                        div.check {
                            input id={ (id) "-" (value) } name=(self.frame.name) type="checkbox" value=(value) checked[*is_checked];
                            label for={ (id) "-" (value) } { (shown) }
                        }
                    }
                }
                (self.frame.below())
            }
        }
    }
}
