//! What holds for every store and every directory.

use super::*;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const GUIDS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
const MAILS: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];

fn entries() -> impl Strategy<Value = Vec<Found>> {
    let person = (select(&GUIDS[..]), select(&MAILS[..]), 0..6u8).prop_map(|(guid, mail, what)| {
        let mut person = person(guid, mail);
        match what {
            0 => person.name = "Other".into(),
            1 => person.dn = format!("cn={guid},ou=moved,dc=x"),
            2 => person.state = DirectoryState::Locked,
            _ => {}
        }
        Found::Person(person)
    });
    let unusable = (select(&GUIDS[..]), any::<bool>())
        .prop_map(|(guid, named)| without_mail(named.then_some(guid), &format!("cn={guid},dc=x")));
    prop::collection::vec(prop_oneof![8 => person, 1 => unusable], 0..14)
}

/// At most one entry a GUID: otherwise skipping twins hides most of what is to be seen.
fn without_twins(entries: Vec<Found>) -> Vec<Found> {
    let mut seen = BTreeSet::new();
    entries.into_iter().filter(|found| guid_of(found).is_none_or(|guid| seen.insert(guid.clone()))).collect()
}

fn readings() -> impl Strategy<Value = Vec<Found>> {
    (entries(), prop::bool::weighted(0.2)).prop_map(|(found, twins)| if twins { found } else { without_twins(found) })
}

fn locals() -> impl Strategy<Value = Vec<String>> {
    subsequence(&MAILS[..], 0..=2)
        .prop_map(|mails| mails.into_iter().map(|mail| format!("{mail}@example.com")).collect())
}

fn policies() -> impl Strategy<Value = RemovalPolicy> {
    (0..=100u8, 0..4u32).prop_map(|(hold_percent, hold_count)| RemovalPolicy {
        hold_percent,
        hold_count,
        ..RemovalPolicy::default()
    })
}

/// What a second look says of each GUID: nothing, that they are within, or why not.
#[derive(Debug, Clone)]
struct Looks(Vec<u8>);

impl Looks {
    fn of(&self, guid: &Guid) -> Option<Result<Found, RemovalCause>> {
        let at = GUIDS.iter().position(|known| *known == guid.as_str())?;
        match self.0[at] {
            0 => None,
            1 => Some(Ok(entry(guid.as_str(), guid.as_str()))),
            2 => Some(Err(RemovalCause::MovedOut { dn: "cn=x".into() })),
            _ => Some(Err(RemovalCause::Gone)),
        }
    }
}

fn looks() -> impl Strategy<Value = Looks> {
    prop::collection::vec(prop_oneof![1 => 0..3u8, 4 => Just(3u8)], GUIDS.len()).prop_map(Looks)
}

fn guid_of(found: &Found) -> Option<&Guid> {
    match found {
        Found::Person(person) => Some(&person.guid),
        Found::Unusable { guid, .. } => guid.as_ref(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// The model itself fails when two have one email after a batch, a local agent's included.
    #[test]
    fn imports_hold_their_laws(local_emails in locals(), readings in prop::collection::vec(readings(), 1..4), size in 1..4usize) {
        let mut model = Model { local_emails, ..Model::default() };
        for reading in readings {
            let before = model.clone();
            let done = model.import_in_batches_of(size, &reading);
            let counts = done.counts;
            prop_assert_eq!(
                counts.added + counts.updated + counts.unchanged + counts.restored + counts.skipped,
                counts.read
            );
            for (kind, count) in [
                (ChangeKind::Added, counts.added),
                (ChangeKind::Updated, counts.updated),
                (ChangeKind::Removed, counts.removed),
                (ChangeKind::Restored, counts.restored),
                (ChangeKind::Skipped, counts.skipped),
            ] {
                prop_assert_eq!(done.lines().filter(|line| line.kind == kind).count() as u64, count);
            }
            for line in done.lines().filter(|line| line.kind == ChangeKind::Skipped) {
                let Some(id) = line.agent else { continue };
                prop_assert_eq!(&before.agents[&id], &model.agents[&id], "a skipped agent changed");
            }
            for found in &reading {
                let guid = guid_of(found).map(Guid::as_str);
                let gone = |model: &Model| guid.and_then(|guid| model.by_guid(guid)).is_some_and(|agent| agent.removed);
                prop_assert!(gone(&before) || !gone(&model), "someone present was removed");
            }
            if !reading.iter().any(|found| matches!(found, Found::Person(_))) {
                prop_assert_eq!(counts.removed, 0);
            }

            let settled = model.clone();
            let again = model.import(&reading);
            prop_assert_eq!(again.writes(), 0, "a second import wrote");
            prop_assert_eq!(again.counts.skipped, counts.skipped);
            prop_assert_eq!(&model.agents, &settled.agents);
        }
    }

    #[test]
    fn the_order_of_entries_makes_no_difference(
        local_emails in locals(),
        first in readings(),
        (second, shuffled) in readings().prop_flat_map(|found| (Just(found.clone()), Just(found).prop_shuffle())),
    ) {
        let mut model = Model { local_emails, ..Model::default() };
        model.import(&first);
        let mut other = model.clone();
        prop_assert_eq!(model.import(&second), other.import(&shuffled));
        prop_assert_eq!(model, other);
    }

    /// Whatever the rules and whatever a second look says: nobody goes who was seen, who is kept, of whom
    /// nothing is known, or while something is held.
    #[test]
    fn nobody_is_removed_without_leave(
        first in readings(),
        second in readings(),
        policy in policies(),
        changed in prop::bool::weighted(0.2),
        kept in subsequence(&GUIDS[..], 0..3),
        looked in looks(),
    ) {
        let mut model = Model::default();
        model.import(&first);
        let ids = |guids: &[&str]| guids.iter().filter_map(|guid| model.by_guid(guid)).map(|agent| agent.id).collect();
        let rules = Rules {
            policy,
            changed: changed.then(|| "User filter".to_owned()).into_iter().collect(),
            kept: ids(&kept),
            ..Rules::default()
        };
        let before = model.clone();
        let done = model.import_looking(&rules, 3, &second, |guid| looked.of(guid));
        let counts = done.counts;
        prop_assert_eq!(
            counts.added + counts.updated + counts.unchanged + counts.restored + counts.skipped,
            counts.read
        );
        for (kind, count) in [(ChangeKind::Held, counts.held), (ChangeKind::Missed, counts.missed)] {
            prop_assert_eq!(done.lines().filter(|line| line.kind == kind).count() as u64, count);
        }
        let went: Vec<&LdapAgent> =
            before.active().filter(|agent| model.agents[&agent.id].removed).collect();
        prop_assert_eq!(went.len() as u64, counts.removed);
        prop_assert!(went.is_empty() || !changed, "removed after a change of the settings");
        prop_assert!(went.is_empty() || !policy.is_exceeded(counts.removed, before.active().count() as u64));
        for agent in went {
            prop_assert!(!rules.kept.contains(&agent.id), "a kept one was removed");
            prop_assert!(matches!(looked.of(&agent.guid), Some(Err(_))), "nothing said that they are gone");
            let seen = second.iter().any(|found| guid_of(found) == Some(&agent.guid));
            prop_assert!(!seen, "someone present was removed");
        }
        prop_assert_eq!(done.held.is_some(), counts.held > 0);
        if let Some(held) = &done.held {
            prop_assert_eq!(counts.removed, 0, "some went while others wait");
            prop_assert_eq!(held.agents.len() as u64, counts.held);
            prop_assert!(held.agents.is_disjoint(&rules.kept));
            // What waits is what goes once it is approved, if the directory says so of each.
            let approved = Rules { waiting: Some(held.clone()), is_approved: true, ..rules.clone() };
            let after = model.import_looking(&approved, 3, &second, |guid| looked.of(guid));
            let known = held.agents.iter().all(|id| matches!(looked.of(&before.agents[id].guid), Some(Err(_))));
            prop_assert_eq!(after.counts.removed, if known { counts.held } else { 0 });
        }
    }

    #[test]
    fn an_import_by_the_same_rules_writes_nothing_the_second_time(
        first in readings(),
        second in readings(),
        policy in policies(),
        looked in looks(),
    ) {
        let mut model = Model::default();
        model.import(&first);
        let rules = Rules { policy, ..Rules::default() };
        let once = model.import_looking(&rules, 2, &second, |guid| looked.of(guid));
        let settled = model.clone();
        let rules = Rules { waiting: once.held.clone(), ..rules };
        let again = model.import_looking(&rules, 2, &second, |guid| looked.of(guid));
        prop_assert_eq!(again.writes(), 0);
        prop_assert_eq!(again.held.map(|held| held.agents), once.held.map(|held| held.agents));
        prop_assert_eq!(&model.agents, &settled.agents);
    }

    /// People who only pass addresses around: everyone gets theirs.
    #[test]
    fn any_exchange_of_addresses_succeeds(mails in Just(MAILS.to_vec()).prop_shuffle()) {
        let entries = |mails: &[&str]| -> Vec<Found> {
            GUIDS.iter().zip(mails).map(|(guid, mail)| entry(guid, mail)).collect()
        };
        let mut model = Model::default();
        model.import(&entries(&MAILS));
        let done = model.import_in_batches_of(1, &entries(&mails));
        prop_assert_eq!(done.counts.skipped, 0);
        for (guid, mail) in GUIDS.iter().zip(&mails) {
            prop_assert_eq!(model.by_guid(guid).unwrap().email.as_str(), &format!("{mail}@example.com"));
        }
    }
}
