//! Of whom the reading showed nothing: who that is, what a second look says of them, and who they are
//! when the GUID attribute was changed.

use super::roster::Sight;
use super::{Planner, dn_key};
use crate::model::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What an import knows about removals before it begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// When removals are held.
    pub policy: RemovalPolicy,
    /// What of the settings differs from the last import that was in order ([`Scope::changes_since`]).
    pub changed: Vec<String>,
    /// Agents who stay though they are absent.
    pub kept: BTreeSet<AgentId>,
    /// The list that waits for an administrator, and why.
    pub waiting: Option<HeldList>,
    /// They have said yes to its removal.
    pub is_approved: bool,
    /// No import has come to its end yet.
    pub is_first: bool,
}

impl Rules {
    /// From what imports remember, for a reading of this scope.
    pub fn of(standing: Standing, scope: &Scope, policy: RemovalPolicy) -> Rules {
        let changed = standing.scope.as_ref().map(|before| scope.changes_since(before)).unwrap_or_default();
        let kept = if changed.is_empty() { standing.kept } else { BTreeSet::new() };
        let is_approved = standing.hold.as_ref().is_some_and(|hold| hold.approved.is_some() && hold.scope == *scope);
        let list = |hold: Hold| HeldList { reasons: hold.reasons, agents: standing.held, digest: hold.digest };
        let is_first = standing.scope.is_none();
        Rules { policy, changed, kept, waiting: standing.hold.map(list), is_approved, is_first }
    }
}

impl Planner {
    /// The GUIDs of the absent, after the whole directory was read: of those who can be asked for by it, and
    /// are not kept.
    pub fn absent(&mut self, rules: &Rules) -> Vec<Guid> {
        self.look_who_is_absent();
        let own = |at: usize| !self.roster.is_foreign(at);
        let asked_for =
            self.roster.iter().filter(|(at, known)| known.is_absent() && own(*at) && !rules.kept.contains(&known.id));
        asked_for.map(|(_, known)| Guid::from_canonical(known.guid())).collect()
    }

    /// Someone absent is there after all. That somebody was found by asking says nothing about the search.
    pub fn found_after_all(&mut self, guid: &Guid, found: Found) {
        if let Some(at) = self.roster.find(guid).filter(|at| self.roster[*at].is_absent()) {
            self.missed.push(at);
        }
        if self.take_in(found) {
            self.read += 1;
        }
    }

    /// Someone absent is not within base, filter and group.
    pub fn outside(&mut self, guid: &Guid, cause: RemovalCause) {
        if let Some(at) = self.roster.find(guid) {
            self.looked.insert(at, cause);
        }
    }

    /// Once: what is matched now is not matched again.
    pub(super) fn look_who_is_absent(&mut self) {
        if !std::mem::replace(&mut self.is_whole, true) {
            self.find_by_dn();
            self.match_anew();
        }
    }

    /// Agents whose entry lost its GUID, or carries one together with others, are still there. So are those whose
    /// own entry has another GUID and cannot be used.
    fn find_by_dn(&mut self) {
        let mut names: HashSet<String> = self.nameless.iter().map(|(dn, _)| dn_key(dn)).collect();
        for (guid, entries) in &self.apart {
            let is_unusable = matches!(entries.as_slice(), [Found::Unusable { .. }]);
            if entries.len() > 1 || (is_unusable && self.roster.find(guid).is_none()) {
                names.extend(entries.iter().map(|found| dn_key(found.dn())));
            }
        }
        self.mark_by_dn(&names);
    }

    fn mark_by_dn(&mut self, names: &HashSet<String>) {
        if names.is_empty() {
            return;
        }
        for known in self.roster.iter_mut().filter(|known| known.is_absent()) {
            if names.contains(&dn_key(known.dn())) {
                known.sight = Sight::ByDn;
            }
        }
    }

    /// Agents whose GUID is of another attribute: by DN first, then by a mail that only one of the entries has.
    /// Each entry and each agent once.
    fn match_anew(&mut self) {
        let mut by_dn: HashMap<String, usize> = HashMap::new();
        let mut by_mail: HashMap<String, usize> = HashMap::new();
        for (at, known) in self.roster.iter().filter(|(at, known)| self.roster.is_foreign(*at) && known.is_absent()) {
            by_dn.insert(dn_key(known.dn()), at);
            by_mail.insert(Email::key_of(known.email()), at);
        }
        if by_dn.is_empty() {
            return;
        }
        let mut rest: Vec<(Guid, String)> = Vec::new();
        for (guid, entries) in self.apart.iter().filter(|(guid, _)| self.roster.find(guid).is_none()) {
            let [Found::Person(person)] = entries.as_slice() else { continue };
            match by_dn.remove(&dn_key(&person.dn)) {
                Some(at) => drop(self.rematched.insert(guid.clone(), at)),
                None => rest.push((guid.clone(), person.email.key())),
            }
        }
        let taken: HashSet<usize> = self.rematched.values().copied().collect();
        let mut claims: HashMap<&str, usize> = HashMap::new();
        rest.iter().for_each(|(_, mail)| *claims.entry(mail).or_default() += 1);
        let by_mail = |mail: &str| by_mail.get(mail).copied().filter(|at| claims[mail] == 1 && !taken.contains(at));
        self.rematched.extend(rest.iter().filter_map(|(guid, mail)| Some((guid.clone(), by_mail(mail)?))));
        for at in self.rematched.values() {
            self.roster[*at].sight = Sight::Apart;
        }
    }
}
