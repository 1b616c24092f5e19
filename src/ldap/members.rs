//! Who belongs to a group, in the three ways servers say it.

use super::entry::Entry;
use crate::model::Dn;
use std::collections::HashSet;

/// Members of a group and of the groups in it.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// [`Dn::key`] of `member` and `uniqueMember`.
    names: HashSet<Box<str>>,
    /// `memberUid`, in lower case.
    uids: HashSet<Box<str>>,
    /// Last part of the groups' SIDs: people name their primary group by it.
    rids: HashSet<u32>,
    /// [`Dn::key`] of the groups themselves.
    groups: HashSet<Box<str>>,
}

/// What must be asked for to know whether an entry is a member.
pub(super) const ATTRIBUTES: [&str; 3] = ["uid", "primaryGroupID", "memberOf"];

impl Members {
    /// Takes in one group's entry, or a part of it.
    pub(super) fn add_group(&mut self, group: &Entry) {
        for name in group.texts("member").chain(group.texts("uniqueMember")) {
            self.names.insert(name_key(without_uid(name)));
        }
        self.uids.extend(group.texts("memberUid").map(|uid| uid.trim().to_lowercase().into()));
        self.rids.extend(group.values("objectSid").next().and_then(rid));
    }

    /// Marks a group as visited; `false` when it was before.
    pub(super) fn visit(&mut self, key: &str) -> bool {
        self.groups.insert(key.into())
    }

    pub(super) fn is_visited(&self, key: &str) -> bool {
        self.groups.contains(key)
    }

    pub(super) fn has_name(&self, key: &str) -> bool {
        self.names.contains(key)
    }

    pub(super) fn has_names(&self) -> bool {
        !self.names.is_empty()
    }

    /// The attributes of people that are needed with these members.
    pub(super) fn attributes(&self) -> Vec<&'static str> {
        let [uid, primary, member_of] = ATTRIBUTES;
        let mut names = Vec::new();
        if !self.uids.is_empty() {
            names.push(uid);
        }
        if !self.rids.is_empty() {
            names.push(primary);
        }
        if self.only_by_member_of() {
            names.push(member_of);
        }
        names
    }

    /// Whether this entry is a member. One that cannot be read counts as one: it is there, and whoever
    /// had it must not lose it for that.
    pub(super) fn hold(&self, entry: &Entry) -> bool {
        if entry.flaw.is_some() {
            return true;
        }
        let by_name = || self.names.contains(&name_key(&entry.dn));
        let by_uid = || entry.texts("uid").any(|uid| self.uids.contains(uid.trim().to_lowercase().as_str()));
        let by_primary_group = || {
            let rid = entry.text("primaryGroupID").and_then(|rid| rid.trim().parse::<u32>().ok());
            rid.is_some_and(|rid| self.rids.contains(&rid))
        };
        by_name()
            || (!self.uids.is_empty() && by_uid())
            || (!self.rids.is_empty() && by_primary_group())
            || (self.only_by_member_of() && self.is_named_by(entry))
    }

    /// A group without members of its own may be one that only the people name.
    fn only_by_member_of(&self) -> bool {
        self.names.is_empty() && self.uids.is_empty()
    }

    fn is_named_by(&self, entry: &Entry) -> bool {
        entry.texts("memberOf").any(|name| self.groups.contains(&name_key(name)))
    }
}

/// What names are compared by: [`Dn::key`], and the text itself where it is no proper DN.
pub(super) fn name_key(name: &str) -> Box<str> {
    Dn::parse(name).map_or_else(|_| name.trim().to_lowercase(), |name| name.key()).into()
}

/// `uniqueMember` may carry a bit string after the name (RFC 4517 §3.3.21).
fn without_uid(name: &str) -> &str {
    match name.rsplit_once('#') {
        Some((name, tail)) if tail.starts_with('\'') && tail.ends_with("'B") => name,
        _ => name,
    }
}

/// The last 32 bits of a SID ([MS-DTYP] §2.4.2.2).
fn rid(sid: &[u8]) -> Option<u32> {
    if sid.len() < 12 {
        return None;
    }
    sid.last_chunk::<4>().map(|rid| u32::from_le_bytes(*rid))
}

#[cfg(test)]
mod tests {
    use super::super::entry::tests::entry;
    use super::*;

    fn members(attributes: &[(&str, &[&[u8]])]) -> Members {
        let mut members = Members::default();
        members.visit("cn=g+,dc=x+,");
        members.add_group(&entry("cn=g,dc=x", attributes));
        members
    }

    #[test]
    fn members_are_compared_as_names() {
        let members = members(&[("member", &[b"CN=Berg\\, Anna, DC=x"]), ("uniqueMember", &[b"cn=b,dc=x#'0101'B"])]);
        assert!(members.hold(&entry(r"cn=Berg\2c Anna,dc=X", &[])));
        assert!(members.hold(&entry("cn=B,dc=x", &[])));
        assert!(!members.hold(&entry("cn=c,dc=x", &[("memberOf", &[b"cn=g,dc=x"])])));
    }

    #[test]
    fn members_by_uid_and_by_primary_group_count() {
        let sid: &[u8] = &[1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 1, 2, 0, 0];
        let members = members(&[("memberUid", &[b"Anna"]), ("objectSid", &[sid])]);
        assert!(members.hold(&entry("cn=1", &[("uid", &[b"anna"])])));
        assert!(members.hold(&entry("cn=2", &[("primaryGroupID", &[b"513"])])));
        assert!(!members.hold(&entry("cn=3", &[("primaryGroupID", &[b"514"]), ("uid", &[b"b"])])));
        assert_eq!(members.attributes(), ["uid", "primaryGroupID"]);
    }

    #[test]
    fn a_group_that_only_its_members_name_is_understood() {
        let members = members(&[]);
        assert_eq!(members.attributes(), ["memberOf"]);
        assert!(members.hold(&entry("cn=1", &[("memberOf", &[b"CN=g,DC=x"])])));
        assert!(!members.hold(&entry("cn=1", &[("memberOf", &[b"CN=h,DC=x"])])));
    }
}
