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
    let guid = |found: &Found| match found {
        Found::Person(person) => Some(person.guid.clone()),
        Found::Unusable { guid, .. } => guid.clone(),
    };
    entries.into_iter().filter(|found| guid(found).is_none_or(|guid| seen.insert(guid))).collect()
}

fn readings() -> impl Strategy<Value = Vec<Found>> {
    (entries(), prop::bool::weighted(0.2)).prop_map(|(found, twins)| if twins { found } else { without_twins(found) })
}

fn locals() -> impl Strategy<Value = Vec<String>> {
    subsequence(&MAILS[..], 0..=2)
        .prop_map(|mails| mails.into_iter().map(|mail| format!("{mail}@example.com")).collect())
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
                let guid = match found {
                    Found::Person(person) => Some(person.guid.as_str()),
                    Found::Unusable { guid, .. } => guid.as_ref().map(Guid::as_str),
                };
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
