//! What rules would do to agents, without doing it: people are looked at as they come, and nothing is kept of them
//! but numbers and a few examples.

use super::fields::dn_key;
use super::roster::Sight;
use super::{Placer, Roster};
use crate::model::*;
use std::collections::HashMap;

/// How many agents are told of by name.
const EXAMPLES: usize = 20;

/// A trial that goes on.
#[derive(Debug)]
pub struct Trial {
    roster: Roster,
    placer: Placer,
    /// Agents whose GUID is of another attribute, by the names of their entries: an import matches them by these. Whom
    /// it would match by mail counts as a newcomer here.
    foreign: HashMap<String, usize>,
    report: TrialReport,
    /// The most notable first: who becomes or stops being an administrator, another role, other groups.
    examples: [Vec<Example>; 3],
    administrators: (u64, u64),
}

/// What it comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TrialReport {
    /// People that were read.
    pub people: u64,
    /// Of them, who are no agents yet.
    pub newcomers: u64,
    /// Rule by rule, in order.
    pub rules: Vec<RuleTried>,
    /// Agents who would get another role.
    pub roles: u64,
    /// Agents who would get other groups.
    pub groups: u64,
    /// Agents who would get either.
    pub agents: u64,
    /// Agents who would become administrators.
    pub become_administrators: u64,
    /// Agents who would be administrators no more.
    pub stop_being_administrators: u64,
    /// People who are no agents now, or removed ones, who would arrive as administrators.
    pub arrive_as_administrators: u64,
    /// Agents whose role or groups an administrator chose, where the rules say otherwise.
    pub own_choice: u64,
    /// Agents whom no rule matches.
    pub without_rule: u64,
    /// Somebody from the directory is an administrator now, and nobody would be.
    pub no_directory_administrator: bool,
    /// Some of the agents who would change.
    pub examples: Vec<Example>,
}

impl TrialReport {
    /// Whether somebody would become an administrator, arrive as one, or stop being one.
    pub fn touches_administrators(&self) -> bool {
        self.become_administrators + self.stop_being_administrators + self.arrive_as_administrators > 0
    }

    /// Whether every rule could be looked at.
    pub fn is_complete(&self) -> bool {
        self.rules.iter().all(|rule| rule.problem.is_none())
    }
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleTried {
    /// How many of the people it matches.
    pub members: u64,
    /// Why its LDAP group could not be read.
    pub problem: Option<DirectoryProblem>,
}

/// One agent, and what would change.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Example {
    pub agent: AgentId,
    pub name: String,
    pub changes: Vec<FieldChange>,
}

impl Trial {
    /// `roster`: all LDAP agents. `attribute` and `before` as for [`super::Planner::new`]. `problems`: of each rule,
    /// why it could not be read.
    pub fn new(
        mut roster: Roster,
        placer: Placer,
        attribute: &str,
        before: Option<&str>,
        problems: Vec<Option<DirectoryProblem>>,
    ) -> Trial {
        roster.sort(attribute, before.unwrap_or(attribute));
        let foreign = foreign(&roster);
        let rules = problems.into_iter().map(|problem| RuleTried { members: 0, problem }).collect();
        let report = TrialReport { rules, ..TrialReport::default() };
        Trial { roster, placer, foreign, report, examples: Default::default(), administrators: (0, 0) }
    }

    /// Takes in one entry. An agent's second one counts no more.
    pub fn see(&mut self, found: &Found) {
        let person = match found {
            Found::Person(person) => person,
            Found::Unusable { guid: Some(guid), matched: Some(matched), .. } => return self.skipped(guid, *matched),
            Found::Unusable { .. } => return,
        };
        self.report.people += 1;
        for (at, rule) in self.report.rules.iter_mut().enumerate() {
            rule.members += u64::from(person.matched.has(at));
        }
        match self.find(person) {
            Some(at) if self.roster[at].sight != Sight::Unseen => {}
            Some(at) => {
                self.roster[at].sight = Sight::Unchanged;
                if self.roster[at].removed {
                    let restored = self.placer.after(&self.roster, at, person.matched);
                    self.arrives(&restored);
                } else {
                    self.look(at, person.matched);
                }
            }
            None => {
                let (before, placing) = self.placer.on_arrival(person.matched);
                self.arrives(&before.under(&placing));
            }
        }
    }

    fn find(&self, person: &Person) -> Option<usize> {
        let by_dn = || (!self.foreign.is_empty()).then(|| self.foreign.get(&dn_key(&person.dn)).copied()).flatten();
        self.roster.find(&person.guid).or_else(by_dn)
    }

    /// Who is skipped for another fault of the entry follows the rules all the same.
    fn skipped(&mut self, guid: &Guid, matched: Matched) {
        let there = |at: &usize| self.roster[*at].sight == Sight::Unseen && !self.roster[*at].removed;
        if let Some(at) = self.roster.find(guid).filter(there) {
            self.roster[at].sight = Sight::Unchanged;
            self.look(at, matched);
        }
    }

    fn arrives(&mut self, placed: &Placed) {
        self.report.newcomers += 1;
        self.report.arrive_as_administrators += u64::from(placed.role == Role::Administrator);
    }

    fn look(&mut self, at: usize, matched: Matched) {
        let report = &mut self.report;
        report.without_rule += u64::from(matched.is_empty());
        let before = self.roster.placed(at);
        let after = self.placer.after(&self.roster, at, matched);
        let (was, is) = (before.role == Role::Administrator, after.role == Role::Administrator);
        self.administrators.0 += u64::from(was);
        self.administrators.1 += u64::from(is);
        report.own_choice += u64::from(is_own_choice(&after));
        let (role, groups) = (before.role != after.role, before.groups != after.groups);
        if !role && !groups {
            return;
        }
        report.roles += u64::from(role);
        report.groups += u64::from(groups);
        report.agents += 1;
        report.become_administrators += u64::from(is && !was);
        report.stop_being_administrators += u64::from(was && !is);
        let rank = if was != is { 0 } else { usize::from(!role) + 1 };
        if self.examples[rank].len() < EXAMPLES {
            let known = &self.roster[at];
            let changes = self.placer.changes(before, &after);
            self.examples[rank].push(Example { agent: known.id, name: known.name().to_owned(), changes });
        }
    }

    /// What it comes to, once everyone was seen.
    pub fn finish(self) -> TrialReport {
        let unseen = |at: usize| self.roster[at].sight == Sight::Unseen && !self.roster[at].removed;
        // Whoever was not read keeps the role for now.
        let stay = |at: usize| unseen(at) && self.roster.placed(at).role == Role::Administrator;
        let stay = self.roster.iter().any(|(at, _)| stay(at));
        let (before, after) = self.administrators;
        TrialReport {
            examples: self.examples.into_iter().flatten().take(EXAMPLES).collect(),
            no_directory_administrator: before > 0 && after + self.report.arrive_as_administrators == 0 && !stay,
            ..self.report
        }
    }
}

fn foreign(roster: &Roster) -> HashMap<String, usize> {
    let foreign = roster.iter().filter(|(at, known)| roster.is_foreign(*at) && !known.removed);
    foreign.map(|(at, known)| (dn_key(known.dn()), at)).collect()
}

fn is_own_choice(placed: &Placed) -> bool {
    let other_role = placed.rules.role.as_ref().is_some_and(|given| given.role != placed.role);
    let other_groups = placed.rules.groups.as_ref().is_some_and(|given| given.groups != placed.groups);
    (placed.role_origin == Origin::Administrator && other_role)
        || (placed.groups_origin == Origin::Administrator && other_groups)
}
