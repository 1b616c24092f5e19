//! The query of the list as it stands in the URL, so that a view can be bookmarked.

use crate::model::*;
use crate::storage::{AgentQuery, AgentSort};
use serde::{Deserialize, Serialize};

/// Agents a page.
pub(super) const PAGE: usize = 50;

/// The query as it stands in the URL.
#[derive(Deserialize, Serialize, Default, Clone)]
#[serde(default)]
pub(in crate::web) struct ListQuery {
    pub(super) q: String,
    pub(super) group: String,
    pub(super) role: String,
    pub(super) source: String,
    /// Number of a directory.
    pub(super) directory: String,
    pub(super) state: String,
    /// `never`: only those who have not signed in so far.
    pub(super) signed_in: String,
    pub(super) sort: String,
    pub(super) after: String,
    /// Number of the first row, for "51–100 of 12,408"; only shown.
    pub(super) from: String,
}

/// Sort orders by their URL names.
pub(super) const SORTS: [(&str, AgentSort); 16] = [
    ("name", AgentSort::Name),
    ("-name", AgentSort::NameDescending),
    ("email", AgentSort::Email),
    ("-email", AgentSort::EmailDescending),
    ("phone", AgentSort::Phone),
    ("-phone", AgentSort::PhoneDescending),
    ("group", AgentSort::Group),
    ("-group", AgentSort::GroupDescending),
    ("role", AgentSort::Role),
    ("-role", AgentSort::RoleDescending),
    ("source", AgentSort::Source),
    ("-source", AgentSort::SourceDescending),
    ("state", AgentSort::State),
    ("-state", AgentSort::StateDescending),
    ("-last_sign_in", AgentSort::LastSignIn),
    ("last_sign_in", AgentSort::LastSignInAscending),
];

impl ListQuery {
    /// What the store is asked. A filter that names nothing known is left out, as an old bookmark
    /// should not be an error.
    pub(super) fn to_query(&self, limit: usize) -> AgentQuery {
        AgentQuery {
            text: self.q.chars().take(200).collect::<String>().to_lowercase(),
            group: self.group.parse().ok().map(GroupId),
            role: Role::parse(&self.role),
            from_ldap: match self.source.as_str() {
                "ldap" => Some(true),
                "local" => Some(false),
                _ => None,
            },
            directory: self.directory.parse().ok(),
            state: AgentState::parse(&self.state),
            never_signed_in: self.signed_in == "never",
            sort: SORTS.iter().find(|(name, _)| *name == self.sort).map_or(AgentSort::Name, |(_, sort)| *sort),
            after: Some(self.after.clone()).filter(|after| !after.is_empty()),
            limit,
        }
    }

    /// What is searched and filtered, by name; empty where it is not.
    fn filters(&self) -> [(&'static str, &str); 7] {
        [
            ("q", &self.q),
            ("group", &self.group),
            ("role", &self.role),
            ("source", &self.source),
            ("directory", &self.directory),
            ("state", &self.state),
            ("signed_in", &self.signed_in),
        ]
    }

    /// Whether anything narrows the list.
    pub(super) fn is_narrowed(&self) -> bool {
        self.filters().iter().any(|(_, text)| !text.trim().is_empty())
    }

    /// Whether it is the list of those who are gone.
    pub(super) fn is_of_removed(&self) -> bool {
        self.state == AgentState::Removed.as_str()
    }

    /// Search, filters and order, where they are set: what makes a view, whichever of its pages is shown.
    pub(super) fn view(&self) -> Vec<(&'static str, &str)> {
        self.filters().into_iter().chain([("sort", self.sort.as_str())]).filter(|(_, text)| !text.is_empty()).collect()
    }

    /// The same view with some parts replaced; the page goes back to the first.
    pub(super) fn url(&self, change: impl FnOnce(&mut ListQuery)) -> String {
        let mut query = ListQuery { after: String::new(), from: String::new(), ..self.clone() };
        change(&mut query);
        query.address("/agents", &[])
    }

    /// This view and page at another path, with more behind it.
    pub(super) fn address(&self, path: &str, more: &[(&'static str, &str)]) -> String {
        let page = [("after", self.after.as_str()), ("from", self.from.as_str())];
        let mut pairs = self.view();
        pairs.extend(page.into_iter().chain(more.iter().copied()).filter(|(_, value)| !value.is_empty()));
        match serde_html_form::to_string(&pairs) {
            Ok(text) if !text.is_empty() => format!("{path}?{text}"),
            _ => path.into(),
        }
    }

    /// Number of the first row of this page.
    pub(super) fn first_row(&self) -> u64 {
        self.from.parse().unwrap_or(1).max(1)
    }
}

#[cfg(any(test, fuzzing))]
pub(in crate::web) fn fuzz(query: &str) {
    let Ok(query) = serde_html_form::from_str::<ListQuery>(query) else { return };
    let asked = query.to_query(PAGE);
    assert!(asked.text.chars().count() <= 600 && asked.limit == PAGE && query.first_row() >= 1);
    let url = query.url(|_| {});
    let again: ListQuery = url.split_once('?').and_then(|(_, q)| serde_html_form::from_str(q).ok()).unwrap_or_default();
    assert_eq!(again.url(|_| {}), url, "a link to a view is another view");
}
