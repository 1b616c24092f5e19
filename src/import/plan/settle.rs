//! From everything that was seen to the steps of a plan.

use super::addresses::{self, Claim, Holder, Ruling};
use super::gone::Gone;
use super::roster::Roster;
use super::{Arrival, Change, Elsewhere, Placer, Plan, Planner, Rules, Skipped, Step, agents_by_dn, dn_key};
use crate::model::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Someone who is to be added, updated or restored.
struct Candidate {
    known: Option<usize>,
    person: Person,
    /// The address they need and do not have now.
    wants: Option<String>,
}

/// Decides on every entry.
pub(super) fn settle(planner: Planner, complete: bool, rules: &Rules) -> Plan {
    let gone = Gone::of(&planner, rules, complete);
    let Planner { roster, others, mut placer, apart, nameless, read, missed, rematched, .. } = planner;
    let by_dn = agents_by_dn(&roster);
    let mut skipped = skip_nameless(nameless, &roster, &by_dn);
    let mut candidates = Vec::new();
    for (guid, entries) in apart {
        let known = roster.find(&guid).or_else(|| rematched.get(&guid).copied());
        match <[Found; 1]>::try_from(entries) {
            Ok([Found::Person(person)]) => candidates.push(candidate(&roster, known, person)),
            Ok([Found::Unusable { dn, reason, matched, .. }]) => {
                skipped.push(Skipped { known, name: name_of(&roster, known), dn, guid: Some(guid), reason, matched });
            }
            Err(entries) => skip_twins(&roster, &by_dn, &guid, entries, &mut skipped),
        }
    }
    let leaving: HashSet<usize> = gone.leaving.iter().map(|(at, _)| *at).collect();
    let mut steps: Vec<Step> = gone.leaving.into_iter().map(|(at, cause)| alone(Change::Remove(at, cause))).collect();
    let holders = holders(&roster, &candidates, &others, &leaving);
    assign(candidates, &holders, &mut steps, &mut skipped);
    steps.extend(gone.waiting.into_iter().map(|(at, cause)| alone(Change::Hold(at, cause))));
    steps.extend(missed.into_iter().map(|at| alone(Change::Miss(at))));
    steps.extend(placed(&skipped, &roster, &mut placer));
    steps.extend(skipped.into_iter().map(|skipped| alone(Change::Skip(skipped))));
    let counts = Counts { kept: gone.kept, ..count(&steps, &roster, read) };
    let loses_administrators = placer.loses_administrators(&roster, &steps);
    Plan { roster, placer, steps, counts, held: gone.held, released: gone.released, loses_administrators }
}

impl Plan {
    /// That nobody of a roster stays.
    pub fn of_removing_everyone(roster: Roster, cause: &RemovalCause) -> Plan {
        let there = roster.iter().filter(|(_, known)| !known.removed);
        let steps: Vec<Step> = there.map(|(at, _)| alone(Change::Remove(at, cause.clone()))).collect();
        let counts = count(&steps, &roster, 0);
        let arrival = Arrival { groups: BTreeSet::new(), role: Role::Employee };
        let placer = Placer::from(arrival);
        let loses_administrators = placer.loses_administrators(&roster, &steps);
        Plan { roster, placer, steps, counts, held: None, released: BTreeSet::new(), loses_administrators }
    }
}

/// Of the skipped, who gets another role or other groups: they follow the rules although their record stays.
fn placed(skipped: &[Skipped], roster: &Roster, placer: &mut Placer) -> Vec<Step> {
    let there = |at: &usize| !roster[*at].removed;
    let known = skipped.iter().filter_map(|skipped| Some((skipped.known.filter(there)?, skipped.matched?)));
    let changed = known.filter(|(at, matched)| !placer.leaves(roster, *at, *matched));
    changed.map(|(at, matched)| alone(Change::Place(at, matched))).collect()
}

fn alone(change: Change) -> Step {
    Step { change, joined: false }
}

fn name_of(roster: &Roster, known: Option<usize>) -> String {
    known.map(|at| roster[at].name().to_owned()).unwrap_or_default()
}

fn skip_nameless(
    mut nameless: Vec<(String, SkipReason)>,
    roster: &Roster,
    agents: &HashMap<String, usize>,
) -> Vec<Skipped> {
    nameless.sort_by(|a, b| a.0.cmp(&b.0));
    nameless
        .into_iter()
        .map(|(dn, reason)| {
            let known = agents.get(&dn_key(&dn)).copied();
            Skipped { known, name: name_of(roster, known), dn, guid: None, reason, matched: None }
        })
        .collect()
}

/// Entries that share one GUID: each names another one of them. Whose GUID it is not is known by DN.
fn skip_twins(
    roster: &Roster,
    agents: &HashMap<String, usize>,
    guid: &Guid,
    entries: Vec<Found>,
    skipped: &mut Vec<Skipped>,
) {
    let owner = roster.find(guid);
    let mut twins: Vec<(String, String)> = entries
        .into_iter()
        .map(|found| match found {
            Found::Person(person) => (person.dn, person.name),
            Found::Unusable { dn, .. } => {
                let known = agents.get(&dn_key(&dn)).copied().or(owner);
                (dn, name_of(roster, known))
            }
        })
        .collect();
    twins.sort();
    for (at, (dn, name)) in twins.iter().enumerate() {
        let other = &twins[usize::from(at == 0)];
        let known = agents.get(&dn_key(dn)).copied().or(owner);
        let reason = SkipReason::GuidTwice { guid: guid.to_string(), other_dn: other.0.clone() };
        let (name, dn, guid) = (name.clone(), dn.clone(), Some(guid.clone()));
        skipped.push(Skipped { known, name, dn, guid, reason, matched: None });
    }
}

fn candidate(roster: &Roster, known: Option<usize>, person: Person) -> Candidate {
    let key = person.email.key();
    let has_it = known.is_some_and(|at| !roster[at].removed && Email::key_of(roster[at].email()) == key);
    Candidate { known, person, wants: (!has_it).then_some(key) }
}

/// Who has the wanted addresses now and does not leave.
fn holders(
    roster: &Roster,
    candidates: &[Candidate],
    others: &HashMap<String, Elsewhere>,
    leaving: &HashSet<usize>,
) -> HashMap<String, Holder> {
    let wanted: HashSet<&str> = candidates.iter().filter_map(|candidate| candidate.wants.as_deref()).collect();
    if wanted.is_empty() {
        return HashMap::new();
    }
    let mut claim = 0;
    let mut present: HashMap<usize, Holder> = HashMap::new();
    for candidate in candidates {
        let holder = match &candidate.wants {
            Some(_) => Holder::Claimant(claim),
            None => Holder::Keeper(candidate.person.dn.clone()),
        };
        claim += usize::from(candidate.wants.is_some());
        if let Some(at) = candidate.known {
            present.insert(at, holder);
        }
    }
    let mut holders = HashMap::new();
    for (at, known) in roster.iter().filter(|(at, known)| !known.removed && !leaving.contains(at)) {
        let key = Email::key_of(known.email());
        if wanted.contains(key.as_str()) {
            let holder = present.remove(&at).unwrap_or_else(|| Holder::Keeper(known.dn().to_owned()));
            holders.insert(key, holder);
        }
    }
    let elsewhere = wanted.into_iter().filter_map(|key| Some((key, others.get(key)?)));
    holders.extend(elsewhere.map(|(key, whose)| (key.to_owned(), Holder::Elsewhere(whose.clone()))));
    holders
}

/// Gives addresses to those who get one, in an order that can be written, and skips the others.
fn assign(
    candidates: Vec<Candidate>,
    holders: &HashMap<String, Holder>,
    steps: &mut Vec<Step>,
    skipped: &mut Vec<Skipped>,
) {
    let mut claims = Vec::new();
    let mut claimants = Vec::new();
    for Candidate { known, person, wants } in candidates {
        match wants {
            None => steps.push(alone(arrive(known, person))),
            Some(wants) => {
                claims.push(Claim { wants, dn: person.dn.clone() });
                claimants.push(Some((known, person)));
            }
        }
    }
    let rulings = addresses::rule(&claims, holders);
    for group in rulings.order {
        for (place, at) in group.into_iter().enumerate() {
            if let Some((known, person)) = claimants[at].take() {
                steps.push(Step { change: arrive(known, person), joined: place > 0 });
            }
        }
    }
    for (ruling, claimant) in rulings.of.into_iter().zip(claimants) {
        let Some((known, person)) = claimant else { continue };
        let email = person.email.to_string();
        let reason = match ruling {
            Ruling::Taken(by_dn) => SkipReason::MailTaken { email, by_dn },
            Ruling::Elsewhere(Elsewhere::Directory(name)) => {
                SkipReason::MailOfOtherDirectory { email, directory: name.to_string() }
            }
            Ruling::Elsewhere(Elsewhere::Local) | Ruling::Granted => SkipReason::MailOfLocalAgent { email },
        };
        let Person { name, dn, guid, matched, .. } = person;
        skipped.push(Skipped { known, name, dn, guid: Some(guid), reason, matched: Some(matched) });
    }
}

fn arrive(known: Option<usize>, person: Person) -> Change {
    match known {
        Some(at) => Change::Update(at, person),
        None => Change::Add(person),
    }
}

fn count(steps: &[Step], roster: &Roster, read: u64) -> Counts {
    let unchanged = roster.iter().filter(|(_, known)| known.sight == super::Sight::Unchanged).count() as u64;
    let mut counts = Counts { read, unchanged, ..Counts::default() };
    for step in steps {
        *match &step.change {
            Change::Remove(..) => &mut counts.removed,
            Change::Hold(..) => &mut counts.held,
            Change::Miss(_) => &mut counts.missed,
            Change::Add(_) => &mut counts.added,
            Change::Update(at, _) if roster[*at].removed => &mut counts.restored,
            Change::Update(..) | Change::Place(..) => &mut counts.updated,
            Change::Skip(_) => &mut counts.skipped,
        } += 1;
    }
    counts
}
