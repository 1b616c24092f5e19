use super::choice::Select;
use super::field_id;
use crate::language::t;
use maud::{Markup, Render, html};

/// Search and filters over a list. It is a plain GET form, so a view can be bookmarked; htmx only
/// makes it answer while one types.
#[derive(Debug, Clone)]
pub struct FilterBar<'a> {
    action: &'a str,
    /// What is searched now, and what can be searched.
    search: Option<(&'a str, &'a str)>,
    selects: Vec<Select<'a>>,
    /// Name, label and value.
    days: Vec<(&'a str, &'a str, &'a str)>,
    kept: Vec<(&'a str, &'a str)>,
    order: Option<Select<'a>>,
    results: Option<&'a str>,
    clear: bool,
}

impl<'a> FilterBar<'a> {
    /// Its id: a page has one.
    pub const ID: &'static str = "filters";

    /// `action` is the list's address, `query` what is searched now, `placeholder` what can be searched.
    pub fn new(action: &'a str, query: &'a str, placeholder: &'a str) -> Self {
        FilterBar { search: Some((query, placeholder)), ..FilterBar::without_search(action) }
    }

    /// Filters only.
    pub fn without_search(action: &'a str) -> Self {
        FilterBar {
            action,
            search: None,
            selects: Vec::new(),
            days: Vec::new(),
            kept: Vec::new(),
            order: None,
            results: None,
            clear: false,
        }
    }

    /// One more filter; its label is for assistive technology, so the first option says what it filters.
    pub fn filter(mut self, select: Select<'a>) -> Self {
        self.selects.push(select);
        self
    }

    /// A day to choose; its label is for assistive technology.
    pub fn day(mut self, name: &'a str, label: &'a str, value: &'a str) -> Self {
        self.days.push((name, label, value));
        self
    }

    /// A part of the address to keep: the order.
    pub fn keep(mut self, name: &'a str, value: &'a str) -> Self {
        self.kept.push((name, value));
        self
    }

    /// The order, to choose where a narrow table has no headings; elsewhere it is only kept.
    pub fn order(mut self, select: Select<'a>) -> Self {
        self.order = Some(select);
        self
    }

    /// The id of the results, which the same address answers as a fragment.
    pub fn live(mut self, results: &'a str) -> Self {
        self.results = Some(results);
        self
    }

    /// Offers to clear everything, when something is set.
    pub fn clear(mut self, is_filtered: bool) -> Self {
        self.clear = is_filtered;
        self
    }

    /// The way back to everything, shown when something is set. `oob`: as a part of an answer, for its place in the bar.
    pub fn clear_link(action: &str, is_filtered: bool, oob: bool) -> Markup {
        html! {
            a.button #clear-filters href=(action) hidden[!is_filtered] hx-swap-oob=[oob.then_some("true")] { (t!("components-clear-filters")) }
        }
    }

    fn search(&self) -> Markup {
        html! {
            @if let Some((query, placeholder)) = self.search {
                div.search {
                    label.hidden-text for=(field_id("q")) { (placeholder) }
                    input.control id=(field_id("q")) name="q" type="search" value=(query) placeholder=(placeholder)
                        autocomplete="off" spellcheck="false" data-search aria-keyshortcuts="/";
                    kbd aria-hidden="true" { "/" }
                }
            }
        }
    }

    /// What makes the list answer.
    fn trigger(&self) -> &'static str {
        if self.search.is_some() {
            "submit, change, input changed delay:150ms from:find input"
        } else {
            "submit, change"
        }
    }
}

impl Render for FilterBar<'_> {
    fn render(&self) -> Markup {
        let live = |value: &'static str| self.results.map(|_| value);
        html! {
            form.filters #(Self::ID) role="search" method="get" action=(self.action)
                hx-get=[self.results.map(|_| self.action)] hx-target=[self.results.map(|id| format!("#{id}"))]
                hx-trigger=[live(self.trigger())]
                hx-push-url=[live("true")] hx-sync=[live("this:replace")] {
                (self.search())
                @for select in &self.selects { (select.bare()) }
                @for (name, label, value) in &self.days {
                    label.day { (label) input.control id=(field_id(name)) name=(name) type="date" value=(value); }
                }
                @if let Some(order) = &self.order { span.only-narrow { (order.bare()) } }
                @for (name, value) in &self.kept { input type="hidden" name=(name) value=(value); }
                @if self.results.is_some() {
                    noscript { button.button type="submit" { (t!("components-filter")) } }
                } @else {
                    button.button type="submit" { (t!("components-filter")) }
                }
                (FilterBar::clear_link(self.action, self.clear, false))
            }
        }
    }
}
