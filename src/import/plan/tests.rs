#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cases;
mod laws;
mod placing;
mod rematching;

use super::*;
use crate::storage::{ImportWrite, LdapAgent};
use uuid::Uuid;

/// The store as far as an import goes: agents by id, and its rule on emails.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Model {
    agents: BTreeMap<AgentId, LdapAgent>,
    local_emails: Vec<String>,
    /// Addresses of agents of another directory.
    emails_in_berlin: Vec<String>,
    made: u128,
    /// The GUID attribute of the settings.
    attribute: &'static str,
    /// Rules of the settings, and those whose LDAP group is not read.
    rules: Vec<PlacementRule>,
    unknown: Vec<usize>,
}

/// What an import did to a model.
#[derive(Debug, PartialEq, Eq)]
struct Done {
    loses_administrators: bool,
    counts: Counts,
    held: Option<HeldList>,
    released: BTreeSet<AgentId>,
    batches: Vec<Batch>,
}

impl Done {
    fn writes(&self) -> usize {
        self.batches.iter().map(|batch| batch.writes.len()).sum()
    }

    fn lines(&self) -> impl Iterator<Item = &AgentChange> {
        self.batches.iter().flat_map(|batch| &batch.report)
    }

    fn reason(&self, dn: &str) -> Option<&SkipReason> {
        self.lines().find(|line| line.dn == dn).and_then(|line| line.skipped.as_ref())
    }
}

impl Model {
    fn import(&mut self, entries: &[Found]) -> Done {
        self.import_in_batches_of(250, entries)
    }

    fn import_in_batches_of(&mut self, size: usize, entries: &[Found]) -> Done {
        self.import_by(&lenient(), size, entries)
    }

    /// An import from a directory that says of the absent that they are gone.
    fn import_by(&mut self, rules: &Rules, size: usize, entries: &[Found]) -> Done {
        self.import_looking(rules, size, entries, |_| Some(Err(RemovalCause::Gone)))
    }

    /// An import that is told this of the absent: that they are there, or why not, or nothing.
    fn import_looking(
        &mut self,
        rules: &Rules,
        size: usize,
        entries: &[Found],
        look: impl Fn(&Guid) -> Option<Result<Found, RemovalCause>>,
    ) -> Done {
        let mut planner = self.planner(entries);
        for guid in planner.absent(rules) {
            match look(&guid) {
                Some(Ok(found)) => planner.found_after_all(&guid, found),
                Some(Err(cause)) => planner.outside(&guid, cause),
                None => {}
            }
        }
        self.carry_out(planner.finish(true, rules), size)
    }

    fn others(&self) -> Vec<(String, Elsewhere)> {
        let berlin = self.emails_in_berlin.iter().map(|key| (key.clone(), Elsewhere::Directory("Berlin".into())));
        self.local_emails.iter().map(|key| (key.clone(), Elsewhere::Local)).chain(berlin).collect()
    }

    /// That has seen these.
    fn planner(&self, entries: &[Found]) -> Planner {
        let arrival = Arrival { groups: [GroupId(1)].into(), role: Role::Support };
        let groups = (1..5).map(|id| Group { id: GroupId(id), name: format!("Group {id}") }).collect();
        let unknown = self.unknown.iter().copied().collect();
        let placer = Placer::new(self.rules.clone(), unknown, arrival, groups);
        let mut planner = Planner::new(self.roster(), self.others(), placer, self.attribute, None);
        entries.iter().cloned().for_each(|found| planner.see(found));
        planner
    }

    fn carry_out(&mut self, plan: Plan, size: usize) -> Done {
        let loses_administrators = plan.loses_administrators;
        let (counts, held, released) = (plan.counts, plan.held.clone(), plan.released.clone());
        let mut made = self.made;
        let batches: Vec<Batch> = plan
            .into_batches_of(size, || {
                made += 1;
                AgentId(Uuid::from_u128(made))
            })
            .collect();
        self.made = made;
        batches.iter().for_each(|batch| self.apply(batch));
        Done { loses_administrators, counts, held, released, batches }
    }

    fn apply(&mut self, batch: &Batch) {
        let placed = batch.writes.iter().filter(|write| matches!(write, ImportWrite::Place { .. })).count();
        assert!(batch.report.len() <= 500 && batch.writes.len() - placed <= batch.report.len());
        for write in &batch.writes {
            match write.clone() {
                ImportWrite::Add { id, person, groups, role } => {
                    self.check_new(&person);
                    let placed = Placed::on_arrival(groups, role);
                    let agent = LdapAgent { placed, ..self.agent(id, person) };
                    assert!(self.agents.insert(id, agent).is_none());
                }
                ImportWrite::Update { id, person } => {
                    let LdapAgent { guid, guid_attribute, .. } = &self.agents[&id];
                    assert_eq!(guid, &person.guid, "an agent changed its GUID");
                    assert_eq!(guid_attribute.as_deref(), Some(self.attribute), "an agent changed its GUID");
                    self.agents.insert(id, self.agent(id, person));
                }
                ImportWrite::Rematch { id, person } => {
                    self.check_new(&person);
                    assert_ne!(self.agents[&id].guid_attribute.as_deref(), Some(self.attribute));
                    self.agents.insert(id, self.agent(id, person));
                }
                ImportWrite::Place { id, placing } => {
                    let agent = self.agents.get_mut(&id).unwrap();
                    agent.placed = agent.placed.under(&placing);
                }
                ImportWrite::Remove { id, .. } => self.agents.get_mut(&id).unwrap().removed = true,
            }
        }
        let mut emails: Vec<String> = self.active().map(|agent| agent.email.key()).collect();
        emails.extend(self.local_emails.iter().cloned());
        let all = emails.len();
        emails.sort();
        emails.dedup();
        assert_eq!(emails.len(), all, "two with one email after a batch");
    }

    fn roster(&self) -> Roster {
        let mut roster = Roster::default();
        self.agents.values().for_each(|agent| roster.add(agent));
        roster
    }

    fn active(&self) -> impl Iterator<Item = &LdapAgent> {
        self.agents.values().filter(|agent| !agent.removed)
    }

    fn check_new(&self, person: &Person) {
        let has_it =
            |agent: &&LdapAgent| agent.guid == person.guid && agent.guid_attribute.as_deref() == Some(self.attribute);
        assert!(!self.agents.values().any(|agent| has_it(&agent)), "a GUID twice");
    }

    fn agent(&self, id: AgentId, person: Person) -> LdapAgent {
        let Person { guid, dn, name, email, phone, state, matched: _ } = person;
        let guid_attribute = Some(self.attribute.to_owned());
        let before = self.agents.get(&id).map(|agent| agent.placed.clone());
        let placed = before.unwrap_or_else(|| Placed::on_arrival([GroupId(1)].into(), Role::Support));
        LdapAgent { id, guid, dn, name, email, phone, state, removed: false, guid_attribute, placed }
    }

    fn by_guid(&self, guid: &str) -> Option<&LdapAgent> {
        self.agents.values().find(|agent| agent.guid.as_str() == guid)
    }
}

/// Nobody is held for being too many.
fn lenient() -> Rules {
    Rules { policy: RemovalPolicy { hold_percent: 100, ..RemovalPolicy::default() }, ..Rules::default() }
}

fn person(guid: &str, email: &str) -> Person {
    Person {
        guid: Guid::from_canonical(guid),
        dn: format!("cn={guid},dc=x"),
        name: format!("Name of {guid}"),
        email: Email::parse(&format!("{email}@example.com")).unwrap(),
        phone: None,
        state: DirectoryState::Enabled,
        matched: Matched::default(),
    }
}

fn entry(guid: &str, email: &str) -> Found {
    Found::Person(person(guid, email))
}

fn without_mail(guid: Option<&str>, dn: &str) -> Found {
    let reason = SkipReason::NoMail { attribute: "mail".into() };
    Found::Unusable { dn: dn.into(), guid: guid.map(Guid::from_canonical), reason, matched: None }
}
