use super::connection::Connection;
use super::entry::Entry;
use super::error::{Outcome, bad_answer};
use super::members::Members;
use super::person;
use super::search::Search;
use crate::model::{DirectoryProblem, Filled, Found, SampleField, Timestamp};

/// A search for people, page by page. Memory stays flat however many there are. Dropping it before
/// its end ends the connection too.
pub struct People<'a> {
    connection: &'a mut Connection,
    search: Search,
    members: Option<Members>,
    filled: Filled,
    now: Timestamp,
}

impl<'a> People<'a> {
    pub(super) fn new(
        connection: &'a mut Connection,
        search: Search,
        members: Option<Members>,
        now: Timestamp,
    ) -> People<'a> {
        let resolved = connection.resolved();
        let names =
            [&resolved.guid_attribute, &resolved.cn_attribute, &resolved.mail_attribute, &resolved.phone_attribute];
        let fields = names.map(|name| SampleField { attribute: name.as_str().to_owned(), present: 0 });
        let filled = Filled { of: 0, fields: fields.into() };
        People { connection, search, members, filled, now }
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
        self.filled.of += 1;
        for field in &mut self.filled.fields {
            field.present += u64::from(entry.has(&field.attribute));
        }
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

    /// Which attributes those have that [`People::next`] has answered.
    pub fn into_filled(mut self) -> Filled {
        std::mem::take(&mut self.filled)
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
