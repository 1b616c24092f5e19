use super::connection::Connection;
use super::entry::Entry;
use super::error::{Outcome, bad_answer};
use super::members::Members;
use super::person;
use super::search::Search;
use crate::model::{DirectoryProblem, Found, Timestamp};

/// A search for people, page by page. Memory stays flat however many there are. Dropping it before
/// its end ends the connection too.
pub struct People<'a> {
    connection: &'a mut Connection,
    search: Search,
    members: Option<Members>,
    now: Timestamp,
}

impl<'a> People<'a> {
    pub(super) fn new(
        connection: &'a mut Connection,
        search: Search,
        members: Option<Members>,
        now: Timestamp,
    ) -> People<'a> {
        People { connection, search, members, now }
    }

    /// The next entry. `Ok(None)` only when every page ended in success.
    ///
    /// # Errors
    /// Anything else that ended the search: what was read so far is then not everyone. Asked again,
    /// it answers the same error.
    pub async fn next(&mut self) -> Result<Option<Found>, DirectoryProblem> {
        let Some(entry) = self.next_entry().await? else {
            return Ok(None);
        };
        let found = self.found(&entry);
        if matches!(&found, Found::Unusable { guid: None, .. } if entry.is_unnamed()) {
            // It may be anybody's, and then nobody is known to be absent.
            let problem = bad_answer("an entry has neither a GUID nor a DN that can be read");
            return Err(self.search.fail(self.connection.session(), problem));
        }
        Ok(Some(found))
    }

    /// The next entry that belongs to the group, where one is set. One whose DN cannot be read may.
    pub(super) async fn next_entry(&mut self) -> Outcome<Option<Entry>> {
        loop {
            let Some(entry) = self.search.next(self.connection.session()).await? else {
                self.connection.set_outside(self.members.as_ref().map_or(0, Members::not_met));
                return Ok(None);
            };
            if self.members.as_mut().is_none_or(|members| members.meet(&entry)) || entry.is_unnamed() {
                return Ok(Some(entry));
            }
        }
    }

    pub(super) fn found(&self, entry: &Entry) -> Found {
        self.connection.matched(entry, person::found(entry, self.connection.resolved(), self.now))
    }

    /// Entries read so far, of the group or not.
    pub(super) fn read(&self) -> u64 {
        self.search.read()
    }
}

impl Drop for People<'_> {
    fn drop(&mut self) {
        self.search.leave(self.connection.session());
    }
}
