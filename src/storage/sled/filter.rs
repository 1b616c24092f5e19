//! Which agents a list holds.

use super::entry::Entry;
use crate::model::{AgentState, DirectoryId, GroupId, Role};
use crate::storage::cursor::NEVER;
use crate::storage::{AgentQuery, fold};
use memchr::memmem::Finder;

/// What a query asks for.
pub(super) struct Filter {
    words: Vec<Word>,
    group: Option<GroupId>,
    role: Option<Role>,
    from_ldap: Option<bool>,
    directory: Option<DirectoryId>,
    /// Removed agents have an order of their own, which needs no filter.
    state: Option<AgentState>,
    never_signed_in: bool,
}

struct Word {
    finder: Finder<'static>,
    is_digits: bool,
}

impl Filter {
    /// Of a query.
    pub(super) fn of(query: &AgentQuery) -> Filter {
        let words = fold::words(&query.text)
            .into_iter()
            .map(|word| Word { finder: Finder::new(&word).into_owned(), is_digits: fold::is_digits(&word) });
        Filter {
            words: words.collect(),
            group: query.group,
            role: query.role,
            from_ldap: query.from_ldap,
            directory: query.directory,
            state: query.state.filter(|state| *state != AgentState::Removed),
            never_signed_in: query.never_signed_in,
        }
    }

    /// Whether nobody is left out.
    pub(super) fn lets_all_pass(&self) -> bool {
        self.words.is_empty()
            && self.group.is_none()
            && self.role.is_none()
            && self.from_ldap.is_none()
            && self.directory.is_none()
            && self.state.is_none()
            && !self.never_signed_in
    }

    /// Whether an agent is in the list.
    pub(super) fn passes(&self, entry: &Entry) -> bool {
        self.role.is_none_or(|role| entry.role == role)
            && self.from_ldap.is_none_or(|from_ldap| entry.local != from_ldap)
            && self.directory.is_none_or(|directory| entry.directory() == Some(directory))
            && self.state.is_none_or(|state| entry.state == state)
            && (!self.never_signed_in || entry.last_sign_in == NEVER)
            && self.group.is_none_or(|group| entry.groups.contains(&group))
            && self.words.iter().all(|word| word.occurs_in(entry))
    }
}

impl Word {
    fn occurs_in(&self, entry: &Entry) -> bool {
        let occurs = |text: &str| self.finder.find(text.as_bytes()).is_some();
        occurs(entry.written()) || (self.is_digits && occurs(entry.digits()))
    }
}
