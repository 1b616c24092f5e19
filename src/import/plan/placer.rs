//! What the rules make of people: of each, before and after.

use super::fields::change;
use super::{Change, Roster, Step};
use crate::model::*;
use std::collections::HashMap;

/// LDAP groups that one value of a report names.
const NAMED: usize = 3;

/// The rules of one import, and what is given where they say nothing.
#[derive(Debug)]
pub struct Placer {
    rules: Vec<PlacementRule>,
    unknown: Matched,
    defaults: Arrival,
    names: HashMap<GroupId, String>,
    /// Whether the rules leave agents of this kind as they are: few kinds, and many agents of each.
    left: HashMap<(u32, Matched), bool>,
}

impl From<Arrival> for Placer {
    /// Without rules.
    fn from(defaults: Arrival) -> Placer {
        Placer { rules: Vec::new(), unknown: Matched::default(), defaults, names: HashMap::new(), left: HashMap::new() }
    }
}

impl Placer {
    /// `unknown`: rules whose LDAP group was not read. `groups`: of the panel, for their names.
    pub fn new(rules: Vec<PlacementRule>, unknown: Matched, defaults: Arrival, groups: Vec<Group>) -> Placer {
        let names = groups.into_iter().map(|group| (group.id, group.name)).collect();
        Placer { rules, unknown, names, ..Placer::from(defaults) }
    }

    /// What the rules say of someone whom these match.
    pub(super) fn placing(&self, matched: Matched) -> Placing {
        Placing::of(&self.rules, matched, self.unknown, &self.defaults)
    }

    /// The same of the agent in this place. A removed one does not come back with more than the rules are known to
    /// give now.
    pub(super) fn placing_of(&self, roster: &Roster, at: usize, matched: Matched) -> Placing {
        let placing = self.placing(matched);
        let returns = roster[at].removed && roster.placed(at).role_origin == Origin::Rule;
        if returns { placing.arriving(&self.rules, matched, self.unknown) } else { placing }
    }

    /// Of a newcomer: before the rules have said anything, and what they say.
    pub(super) fn on_arrival(&self, matched: Matched) -> (Placed, Placing) {
        let placing = self.placing(matched).arriving(&self.rules, matched, self.unknown);
        let role = placing.meanwhile.unwrap_or(self.defaults.role);
        (Placed::on_arrival(self.defaults.groups.clone(), role), placing)
    }

    /// Whether the agent in this place stays as they are.
    pub(super) fn leaves(&mut self, roster: &Roster, at: usize, matched: Matched) -> bool {
        let kind = (roster[at].placed, matched);
        if let Some(left) = self.left.get(&kind) {
            return *left;
        }
        let before = roster.placed(at);
        let left = before.under(&self.placing(matched)) == *before;
        self.left.insert(kind, left);
        left
    }

    /// What differs, for the report. Of an administrator's own choice, what the rules say beside it.
    pub(super) fn changes(&self, before: &Placed, after: &Placed) -> Vec<FieldChange> {
        let own = |origin: Origin| origin == Origin::Administrator;
        let role = if own(after.role_origin) {
            differing("role_by_rules", self.ruled_role(before), self.ruled_role(after))
        } else {
            differing("role", Some(self.role(before)), Some(self.role(after)))
        };
        let groups = if own(after.groups_origin) {
            differing("groups_by_rules", self.ruled_groups(before), self.ruled_groups(after))
        } else {
            differing("groups", Some(self.groups(before)), Some(self.groups(after)))
        };
        role.into_iter().chain(groups).collect()
    }

    /// The same of a newcomer: what a rule has given.
    pub(super) fn arrival(&self, placed: &Placed) -> Vec<FieldChange> {
        let role = (placed.role_origin == Origin::Rule).then(|| change("role", None, Some(&self.role(placed))));
        let groups = (placed.groups_origin == Origin::Rule).then(|| change("groups", None, Some(&self.groups(placed))));
        role.into_iter().chain(groups).collect()
    }

    /// Whether somebody from the directory is an administrator now, and after these steps nobody is.
    pub(super) fn loses_administrators(&self, roster: &Roster, steps: &[Step]) -> bool {
        let is_one = |at: usize| !roster[at].removed && roster.placed(at).role == Role::Administrator;
        let before = roster.iter().filter(|(at, _)| is_one(*at)).count();
        let (mut gained, mut lost) = (0, 0);
        for step in steps {
            let (was, is) = match &step.change {
                Change::Remove(at, _) => (is_one(*at), false),
                Change::Update(at, person) => {
                    (is_one(*at), self.after(roster, *at, person.matched).role == Role::Administrator)
                }
                Change::Add(person) => {
                    let (before, placing) = self.on_arrival(person.matched);
                    (false, before.under(&placing).role == Role::Administrator)
                }
                Change::Place(at, matched) => {
                    (is_one(*at), self.after(roster, *at, *matched).role == Role::Administrator)
                }
                Change::Hold(..) | Change::Miss(_) | Change::Skip(_) => continue,
            };
            gained += usize::from(is && !was);
            lost += usize::from(was && !is);
        }
        before > 0 && before + gained == lost
    }

    /// Role and groups of an agent once the rules have been looked at.
    pub(super) fn after(&self, roster: &Roster, at: usize, matched: Matched) -> Placed {
        roster.placed(at).under(&self.placing_of(roster, at, matched))
    }

    fn role(&self, placed: &Placed) -> String {
        match &placed.rules.role {
            Some(given) if placed.role_origin == Origin::Rule => {
                by(placed.role.label(), std::slice::from_ref(&given.by))
            }
            _ => placed.role.label().to_owned(),
        }
    }

    fn ruled_role(&self, placed: &Placed) -> Option<String> {
        placed.rules.role.as_ref().map(|given| by(given.role.label(), std::slice::from_ref(&given.by)))
    }

    fn groups(&self, placed: &Placed) -> String {
        match &placed.rules.groups {
            Some(given) if placed.groups_origin == Origin::Rule => by(&self.named(&placed.groups), &given.by),
            _ => self.named(&placed.groups),
        }
    }

    fn ruled_groups(&self, placed: &Placed) -> Option<String> {
        placed.rules.groups.as_ref().map(|given| by(&self.named(&given.groups), &given.by))
    }

    fn named(&self, groups: &std::collections::BTreeSet<GroupId>) -> String {
        let names: Vec<&str> = groups.iter().filter_map(|group| self.names.get(group).map(String::as_str)).collect();
        if names.is_empty() { "—".to_owned() } else { names.join(", ") }
    }
}

fn differing(field: &str, old: Option<String>, new: Option<String>) -> Option<FieldChange> {
    (old != new).then(|| FieldChange { field: field.to_owned(), old, new })
}

/// "Administrator by cn=panel-admins,dc=example,dc=com"
fn by(what: &str, groups: &[Dn]) -> String {
    let mut names: Vec<String> = groups.iter().take(NAMED).map(ToString::to_string).collect();
    if groups.len() > NAMED {
        names.push(format!("{} more", groups.len() - NAMED));
    }
    format!("{what} by {}", names.join(" and "))
}
