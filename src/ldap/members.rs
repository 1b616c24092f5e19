//! Who belongs to a group, by any of the roads that servers know: `member`, `uniqueMember`, `memberUid`,
//! `memberOf` and the primary group, of the group itself and of every group within it.

use super::entry::Entry;
use super::error::{Outcome, bad_answer};
use crate::model::{Dn, Road, Tie};
use std::collections::HashMap;

/// What must be asked for to know whether any entry is a member.
pub(super) const ATTRIBUTES: [&str; 4] = ["uid", "primaryGroupID", "objectSid", "memberOf"];

/// More than any company has; a server that goes on beyond them never ends.
const MAX_VALUES: u64 = 5_000_000;
pub(super) const MAX_GROUPS: usize = 50_000;
pub(super) const TOO_MANY: &str = "the user group has more groups in it than can be";

/// Members of a group and of the groups in it.
#[derive(Debug)]
pub(super) struct Members {
    /// The asked one first, then in the order in which they were reached.
    groups: Vec<Node>,
    /// Places in `groups` by [`name_key`].
    places: HashMap<Box<str>, usize>,
    /// Who is named by DN, by [`name_key`].
    names: HashMap<Box<str>, Named>,
    /// Who is named by uid, in lower case.
    uids: HashMap<Box<str>, Named>,
    /// SIDs of the groups, and the last part of each: people name their primary group by it.
    sids: HashMap<Box<[u8]>, usize>,
    rids: HashMap<u32, usize>,
    /// Names that were not looked at yet: any may be a group.
    fresh: Vec<(Box<str>, String)>,
    /// `memberOf` has to be asked of each person.
    by_member_of: bool,
    values: u64,
}

#[derive(Debug)]
struct Node {
    dn: String,
    /// How it belongs to another one.
    within: Option<(usize, Tie)>,
    /// It names somebody.
    names: bool,
}

#[derive(Debug, Clone, Copy)]
struct Named {
    group: usize,
    tie: Tie,
    /// Someone who was read is meant.
    seen: bool,
}

impl Members {
    /// Of this group; nobody yet.
    pub(super) fn of(group: &Dn) -> Members {
        Members {
            groups: vec![Node { dn: group.as_str().to_owned(), within: None, names: false }],
            places: HashMap::from([(group.key().into(), 0)]),
            names: HashMap::new(),
            uids: HashMap::new(),
            sids: HashMap::new(),
            rids: HashMap::new(),
            fresh: Vec::new(),
            by_member_of: false,
            values: 0,
        }
    }

    /// Takes in the entry, or a part of the entry, of the group at this place.
    pub(super) fn add(&mut self, group: usize, entry: &Entry) -> Outcome<()> {
        for tie in [Tie::Member, Tie::UniqueMember] {
            for name in entry.texts(tie.attribute()) {
                self.name(without_uid(name), group, tie)?;
            }
        }
        for uid in entry.texts(Tie::MemberUid.attribute()) {
            self.count()?;
            let uid = uid.trim().to_lowercase().into();
            self.uids.entry(uid).or_insert(Named { group, tie: Tie::MemberUid, seen: false });
        }
        if let Some(sid) = entry.values("objectSid").next().filter(|sid| sid.len() <= 68) {
            self.sids.entry(sid.into()).or_insert(group);
            if let Some(rid) = rid(sid) {
                self.rids.entry(rid).or_insert(group);
            }
        }
        Ok(())
    }

    /// Takes in one who names a group: a person, or a group.
    pub(super) fn add_by_member_of(&mut self, entry: &Entry) -> Outcome<()> {
        match self.named_by(entry) {
            Some(group) => self.name(&entry.dn, group, Tie::MemberOf),
            None => Ok(()),
        }
    }

    fn name(&mut self, name: &str, group: usize, tie: Tie) -> Outcome<()> {
        self.count()?;
        if let Some(node) = self.groups.get_mut(group) {
            node.names |= tie != Tie::MemberOf;
        }
        let key = name_key(name);
        if !self.names.contains_key(&key) {
            self.fresh.push((key.clone(), name.to_owned()));
            self.names.insert(key, Named { group, tie, seen: false });
        }
        Ok(())
    }

    fn count(&mut self) -> Outcome<()> {
        self.values += 1;
        if self.values > MAX_VALUES { Err(bad_answer("the user group has more members than can be")) } else { Ok(()) }
    }

    /// The names that came since the last time, with their keys.
    pub(super) fn take_fresh(&mut self) -> Vec<(Box<str>, String)> {
        std::mem::take(&mut self.fresh)
    }

    /// Enters a group within; its place, or `None` when it is known already.
    pub(super) fn enter(&mut self, dn: &str) -> Outcome<Option<usize>> {
        let key = name_key(dn);
        if self.places.contains_key(&key) {
            return Ok(None);
        }
        if self.groups.len() >= MAX_GROUPS {
            return Err(bad_answer(TOO_MANY));
        }
        let place = self.groups.len();
        // Named by none that can be read: by one of them all the same, or it would not be known of.
        let within = self.names.get(&key).map_or((0, Tie::MemberOf), |named| (named.group, named.tie));
        self.places.insert(key, place);
        self.groups.push(Node { dn: dn.to_owned(), within: Some(within), names: false });
        Ok(Some(place))
    }

    /// The DNs of the groups from this place on; perhaps only of those that name nobody.
    pub(super) fn groups_from(&self, place: usize, silent: bool) -> Vec<String> {
        self.groups.iter().skip(place).filter(|node| !(silent && node.names)).map(|node| node.dn.clone()).collect()
    }

    /// How many groups were reached.
    pub(super) fn group_count(&self) -> usize {
        self.groups.len()
    }

    pub(super) fn has_group(&self, key: &str) -> bool {
        self.places.contains_key(key)
    }

    pub(super) fn has_name(&self, key: &str) -> bool {
        self.names.contains_key(key)
    }

    /// Nobody could be asked who names the groups: each person is asked for it.
    pub(super) fn ask_people(&mut self) {
        self.by_member_of = true;
    }

    /// The attributes of people that are needed with these members.
    pub(super) fn attributes(&self) -> Vec<&'static str> {
        let [uid, primary, sid, member_of] = ATTRIBUTES;
        let mut names = Vec::new();
        if !self.uids.is_empty() {
            names.push(uid);
        }
        if !self.sids.is_empty() {
            names.extend([primary, sid]);
        }
        if self.by_member_of {
            names.push(member_of);
        }
        names
    }

    /// Whether this entry is a member. One that cannot be read counts as one: it is there, and whoever
    /// had it must not lose it for that.
    pub(super) fn hold(&self, entry: &Entry) -> bool {
        entry.flaw.is_some() || self.tie(entry).is_some()
    }

    /// The same, and remembers that this member was met.
    pub(super) fn meet(&mut self, entry: &Entry) -> bool {
        if let Some(named) = self.names.get_mut(&name_key(&entry.dn)) {
            named.seen = true;
        }
        if !self.uids.is_empty() {
            for uid in entry.texts("uid") {
                if let Some(named) = self.uids.get_mut(uid.trim().to_lowercase().as_str()) {
                    named.seen = true;
                }
            }
        }
        self.hold(entry)
    }

    /// How many are named as members, and were not met.
    pub(super) fn not_met(&self) -> u64 {
        let names = self.names.iter().filter(|(key, named)| !named.seen && !self.places.contains_key(*key));
        let uids = self.uids.values().filter(|named| !named.seen);
        (names.count() + uids.count()) as u64
    }

    /// By which road this entry is a member, the shortest that was found; `None`: it is none.
    pub(super) fn road(&self, entry: &Entry) -> Option<Road> {
        let (group, tie) = self.tie(entry)?;
        let mut through = Vec::new();
        let mut at = Some(group);
        while let Some(node) = at.and_then(|place| self.groups.get(place)).filter(|_| through.len() < MAX_GROUPS) {
            through.push(node.dn.clone());
            at = node.within.map(|(place, _)| place);
        }
        Some(Road { tie, through })
    }

    /// The group that the entry itself is in, and what says so.
    fn tie(&self, entry: &Entry) -> Option<(usize, Tie)> {
        let of_named = |named: &Named| (named.group, named.tie);
        if let Some(named) = self.names.get(&name_key(&entry.dn)) {
            return Some(of_named(named));
        }
        if !self.uids.is_empty() {
            let by_uid = entry.texts("uid").find_map(|uid| self.uids.get(uid.trim().to_lowercase().as_str()));
            if let Some(named) = by_uid {
                return Some(of_named(named));
            }
        }
        let primary = (!self.sids.is_empty()).then(|| self.primary_group(entry)).flatten();
        primary.map(|group| (group, Tie::PrimaryGroup)).or_else(|| Some((self.named_by(entry)?, Tie::MemberOf)))
    }

    /// The primary group is in the person's own domain; where the person's SID cannot be read, in any.
    fn primary_group(&self, entry: &Entry) -> Option<usize> {
        let number = entry.text("primaryGroupID")?.trim().parse::<u32>().ok()?;
        match entry.values("objectSid").next().and_then(|sid| sibling(sid, number)) {
            Some(sid) => self.sids.get(sid.as_slice()).copied(),
            None => self.rids.get(&number).copied(),
        }
    }

    fn named_by(&self, entry: &Entry) -> Option<usize> {
        entry.texts("memberOf").find_map(|name| self.places.get(&name_key(name)).copied())
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

/// The SID with this number in the same domain.
pub(super) fn sibling(sid: &[u8], number: u32) -> Option<Vec<u8>> {
    rid(sid)?;
    let (domain, _) = sid.split_last_chunk::<4>()?;
    Some([domain, &number.to_le_bytes()].concat())
}

#[cfg(test)]
#[path = "members/tests.rs"]
mod tests;
