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
}

impl Rules {
    /// From what imports remember, for a reading of this scope.
    pub fn of(standing: Standing, scope: &Scope, policy: RemovalPolicy) -> Rules {
        let changed = standing.scope.as_ref().map(|before| scope.changes_since(before)).unwrap_or_default();
        let kept = if changed.is_empty() { standing.kept } else { BTreeSet::new() };
        let is_approved = standing.hold.as_ref().is_some_and(|hold| hold.approved.is_some() && hold.scope == *scope);
        let list = |hold: Hold| HeldList { reasons: hold.reasons, agents: standing.held, digest: hold.digest };
        Rules { policy, changed, kept, waiting: standing.hold.map(list), is_approved }
    }

    /// Whether the agents' GUIDs are of another attribute than the entries'.
    pub fn guid_attribute_changed(&self) -> bool {
        self.changed.iter().any(|what| what == Scope::GUID_ATTRIBUTE)
    }
}

impl Planner {
    /// From here on agents whose GUID nobody has may be matched by DN and mail: the GUID attribute was
    /// changed, so that their GUIDs are of the former one.
    pub fn rematch(&mut self) {
        self.rematching = true;
    }

    /// The GUIDs of the absent, after the whole directory was read. Those who are kept are not asked for.
    pub fn absent(&mut self, rules: &Rules) -> Vec<Guid> {
        self.find_by_dn();
        if self.rematching {
            self.match_anew();
        }
        let absent = self.roster.iter().filter(|(_, known)| known.is_absent() && !rules.kept.contains(&known.id));
        absent.map(|(_, known)| Guid::from_canonical(known.guid())).collect()
    }

    /// Someone absent is there after all.
    pub fn found_after_all(&mut self, guid: &Guid, found: Found) {
        if let Some(at) = self.roster.find(guid).filter(|at| self.roster[*at].is_absent()) {
            self.missed.push(at);
        }
        self.see(found);
    }

    /// Someone absent is not within base, filter and group.
    pub fn outside(&mut self, guid: &Guid, cause: RemovalCause) {
        if let Some(at) = self.roster.find(guid) {
            let by_another_attribute = self.rematching && cause == RemovalCause::Gone;
            self.looked.insert(at, if by_another_attribute { RemovalCause::NotMatched } else { cause });
        }
    }

    /// Agents whose entry lost its GUID, or carries one together with others, are still there.
    fn find_by_dn(&mut self) {
        let twins = self.apart.values().filter(|entries| entries.len() > 1).flatten().map(Found::dn);
        let names: HashSet<String> = self.nameless.iter().map(|(dn, _)| dn.as_str()).chain(twins).map(dn_key).collect();
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

    /// By DN first, then by a mail that only one of the entries has. Each entry and each agent once.
    fn match_anew(&mut self) {
        let mut by_dn: HashMap<String, usize> = HashMap::new();
        let mut by_mail: HashMap<String, usize> = HashMap::new();
        for (at, known) in self.roster.iter().filter(|(_, known)| known.is_absent()) {
            by_dn.insert(dn_key(known.dn()), at);
            by_mail.insert(Email::key_of(known.email()), at);
        }
        let mut unusable = HashSet::new();
        let mut matches = Vec::new();
        let mut rest: Vec<(Guid, String)> = Vec::new();
        for (guid, entries) in self.apart.iter().filter(|(guid, _)| self.roster.find(guid).is_none()) {
            match entries.as_slice() {
                [Found::Person(person)] => match by_dn.remove(&dn_key(&person.dn)) {
                    Some(at) => matches.push((guid.clone(), at)),
                    None => rest.push((guid.clone(), person.email.key())),
                },
                // There, and not usable: whose entry this is must not be taken for absent.
                entries => unusable.extend(entries.iter().map(|found| dn_key(found.dn()))),
            }
        }
        let taken: HashSet<usize> = matches.iter().map(|(_, at)| *at).collect();
        let mut claims: HashMap<&str, usize> = HashMap::new();
        rest.iter().for_each(|(_, mail)| *claims.entry(mail).or_default() += 1);
        let by_mail = |mail: &str| by_mail.get(mail).copied().filter(|at| claims[mail] == 1 && !taken.contains(at));
        matches.extend(rest.iter().filter_map(|(guid, mail)| Some((guid.clone(), by_mail(mail)?))));
        for (guid, at) in matches {
            self.roster[at].sight = Sight::Apart;
            self.rematched.insert(guid, at);
        }
        self.mark_by_dn(&unusable);
    }
}
