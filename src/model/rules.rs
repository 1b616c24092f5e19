//! Roles and groups from LDAP groups: what the rules say of a person, and what becomes of an agent under it.

use super::{Dn, GroupId, LdapSettings, Origin, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A rule: members of this LDAP group, nested groups included, get this role, these panel groups, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacementRule {
    /// Whose members it is about.
    pub group_dn: Dn,
    /// The role they get, unless a rule before this one names another.
    #[serde(default)]
    pub role: Option<Role>,
    /// The panel groups they get, with those of every other rule that matches.
    #[serde(default)]
    pub groups: BTreeSet<GroupId>,
}

impl PlacementRule {
    /// How many there may be.
    pub const MOST: usize = 100;
}

/// Some of the rules, by their place in the list from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Matched(u128);

impl Matched {
    /// Adds a rule. One beyond [`PlacementRule::MOST`] is never in it.
    pub fn add(&mut self, rule: usize) {
        if rule < PlacementRule::MOST {
            self.0 |= 1 << rule;
        }
    }

    /// Whether a rule is among them.
    pub fn has(self, rule: usize) -> bool {
        rule < PlacementRule::MOST && self.0 & (1 << rule) != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<usize> for Matched {
    fn from_iter<I: IntoIterator<Item = usize>>(rules: I) -> Matched {
        let mut matched = Matched::default();
        rules.into_iter().for_each(|rule| matched.add(rule));
        matched
    }
}

/// What whoever arrives is given, and whoever no rule is about any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Groups.
    pub groups: BTreeSet<GroupId>,
    /// Role.
    pub role: Role,
}

impl Arrival {
    /// The defaults of the settings.
    pub fn of(settings: &LdapSettings) -> Arrival {
        Arrival { groups: [settings.default_group].into(), role: settings.default_role }
    }
}

/// A role that a rule gives.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RoleByRule {
    /// Which.
    pub role: Role,
    /// The rule's LDAP group.
    pub by: Dn,
}

/// Panel groups that rules give.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct GroupsByRules {
    /// Of all of them.
    pub groups: BTreeSet<GroupId>,
    /// The rules' LDAP groups, in the order of the rules.
    pub by: Vec<Dn>,
}

/// What the rules said of an agent when an import last saw them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Placement {
    /// Of the first rule that matches and names a role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleByRule>,
    /// Of all rules that match and name groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<GroupsByRules>,
}

/// One of the two things that rules decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<T> {
    /// A rule matches.
    ByRule(T),
    /// No rule matches: the defaults hold.
    Nothing,
    /// The LDAP group of a rule that could decide it was not read: it stays as it is.
    Unknown,
}

/// What an import has to say of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Placing {
    pub role: Said<RoleByRule>,
    pub groups: Said<GroupsByRules>,
    pub defaults: Arrival,
    /// The role of whoever arrives or returns while it is not known; see [`Placing::arriving`].
    pub meanwhile: Option<Role>,
}

impl Placing {
    /// From the rules that match; `unknown` are those whose LDAP group was not read.
    ///
    /// The first role that matches wins, groups add up. The same for every order of the LDAP groups in the directory.
    pub fn of(rules: &[PlacementRule], matched: Matched, unknown: Matched, defaults: &Arrival) -> Placing {
        Placing {
            role: role_of(rules, matched, unknown),
            groups: groups_of(rules, matched, unknown),
            defaults: defaults.clone(),
            meanwhile: None,
        }
    }

    /// The same of someone who arrives, or comes back with the role that a rule gave once. While the role is not
    /// known it is the least powerful one that it can be, and the next reading of the rules decides.
    pub fn arriving(self, rules: &[PlacementRule], matched: Matched, unknown: Matched) -> Placing {
        let is_unknown = self.role == Said::Unknown;
        Placing { meanwhile: is_unknown.then(|| self.role_on_arrival(rules, matched, unknown)), ..self }
    }

    /// The role of a newcomer. While it is not known, the least powerful one that it can be.
    pub fn role_on_arrival(&self, rules: &[PlacementRule], matched: Matched, unknown: Matched) -> Role {
        let known = match role_of(rules, matched, Matched::default()) {
            Said::ByRule(given) => given.role,
            Said::Nothing | Said::Unknown => self.defaults.role,
        };
        match &self.role {
            Said::ByRule(given) => given.role,
            Said::Nothing => self.defaults.role,
            Said::Unknown => {
                let first = rules.iter().enumerate().position(|(at, rule)| matched.has(at) && rule.role.is_some());
                let before = &rules[..first.unwrap_or(rules.len())];
                let possible = before.iter().enumerate().filter(|(at, _)| unknown.has(*at)).filter_map(|(_, r)| r.role);
                possible.chain([known]).max_by_key(|role| role.rank()).unwrap_or(known)
            }
        }
    }
}

fn role_of(rules: &[PlacementRule], matched: Matched, unknown: Matched) -> Said<RoleByRule> {
    for (at, rule) in rules.iter().enumerate() {
        match rule.role {
            Some(_) if unknown.has(at) => return Said::Unknown,
            Some(role) if matched.has(at) => return Said::ByRule(RoleByRule { role, by: rule.group_dn.clone() }),
            _ => {}
        }
    }
    Said::Nothing
}

fn groups_of(rules: &[PlacementRule], matched: Matched, unknown: Matched) -> Said<GroupsByRules> {
    let mut given = GroupsByRules { groups: BTreeSet::new(), by: Vec::new() };
    for (at, rule) in rules.iter().enumerate().filter(|(_, rule)| !rule.groups.is_empty()) {
        if unknown.has(at) {
            return Said::Unknown;
        }
        if matched.has(at) {
            given.groups.extend(&rule.groups);
            given.by.push(rule.group_dn.clone());
        }
    }
    if given.by.is_empty() { Said::Nothing } else { Said::ByRule(given) }
}

/// Role and groups of an agent, who chose them, and what the rules say.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub struct Placed {
    pub role: Role,
    pub role_origin: Origin,
    pub groups: BTreeSet<GroupId>,
    pub groups_origin: Origin,
    pub rules: Placement,
}

impl Placed {
    /// Of someone who arrives, before the rules are looked at.
    pub fn on_arrival(groups: BTreeSet<GroupId>, role: Role) -> Placed {
        let (role_origin, groups_origin) = (Origin::Default, Origin::Default);
        Placed { role, role_origin, groups, groups_origin, rules: Placement::default() }
    }

    /// Once an import has said something. An administrator's own choice stands. What was given on arrival stays as
    /// long as no rule matches, whatever the defaults are by now; what a rule gave falls back to them.
    pub fn under(&self, placing: &Placing) -> Placed {
        let mut after = self.clone();
        match &placing.role {
            Said::Unknown => after.wait_with(placing.meanwhile),
            Said::ByRule(given) => after.rules.role = Some(given.clone()),
            Said::Nothing => after.rules.role = None,
        }
        match &placing.groups {
            Said::Unknown => {}
            Said::ByRule(given) => after.rules.groups = Some(given.clone()),
            Said::Nothing => after.rules.groups = None,
        }
        if placing.role != Said::Unknown {
            after.settle_role(placing.defaults.role);
        }
        if placing.groups != Said::Unknown {
            after.settle_groups(&placing.defaults.groups);
        }
        after
    }

    /// Takes an administrator's own choice of the role back; `default` holds where the rules say nothing.
    pub fn follow_role(&mut self, default: Role) {
        if self.role_origin == Origin::Administrator {
            self.role_origin = Origin::Rule;
            self.settle_role(default);
        }
    }

    /// The same of the groups.
    pub fn follow_groups(&mut self, default: &BTreeSet<GroupId>) {
        if self.groups_origin == Origin::Administrator {
            self.groups_origin = Origin::Rule;
            self.settle_groups(default);
        }
    }

    /// As if by a rule, so that the rules settle it once they can be read.
    fn wait_with(&mut self, role: Option<Role>) {
        if let Some(role) = role.filter(|_| self.role_origin != Origin::Administrator) {
            (self.role, self.role_origin, self.rules.role) = (role, Origin::Rule, None);
        }
    }

    fn settle_role(&mut self, default: Role) {
        match (self.role_origin, &self.rules.role) {
            (Origin::Administrator, _) | (Origin::Default, None) => {}
            (_, Some(given)) => (self.role, self.role_origin) = (given.role, Origin::Rule),
            (Origin::Rule, None) => (self.role, self.role_origin) = (default, Origin::Default),
        }
    }

    fn settle_groups(&mut self, default: &BTreeSet<GroupId>) {
        match (self.groups_origin, &self.rules.groups) {
            (Origin::Administrator, _) | (Origin::Default, None) => {}
            (_, Some(given)) => (self.groups, self.groups_origin) = (given.groups.clone(), Origin::Rule),
            (Origin::Rule, None) => (self.groups, self.groups_origin) = (default.clone(), Origin::Default),
        }
    }
}

#[cfg(test)]
mod tests;
