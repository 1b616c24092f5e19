#![allow(clippy::unwrap_used)]
use super::*;

fn sealer(name: &str) -> Sealer {
    Sealer::new([name.len() as u8; 64], name.into())
}

fn deed(second: i64) -> Deed {
    let at = Timestamp::from_unix_timestamp(1_800_000_000 + second).unwrap();
    Deed::new(at, Actor::Command, Action::BackupMade)
}

fn chain(sealers: &[&Sealer]) -> Vec<Activity> {
    let mut head = ActivityHead::default();
    let mut all = Vec::new();
    for (second, sealer) in sealers.iter().enumerate() {
        let activity = sealer.next(&head, deed(second as i64));
        head = head_of(&activity);
        all.push(activity);
    }
    all
}

fn verify(sealer: &Sealer, all: &[Activity], head: &ActivityHead) -> Verified {
    let mut verifier = Verifier::new(sealer);
    for activity in all {
        if !verifier.see(&(activity.number, Some(activity.clone()))) {
            break;
        }
    }
    verifier.end(head)
}

#[test]
fn a_log_that_nobody_touched_is_in_order() {
    let key = sealer("a");
    let all = chain(&[&key; 4]);
    let found = verify(&key, &all, &head_of(&all[3]));
    assert_eq!((found.records, found.fault), (4, None));
    assert_eq!((found.first.unwrap().number, found.last.unwrap().hash), (1, all[3].hash.clone()));
}

#[test]
fn a_record_that_was_changed_left_out_or_cut_off_is_seen() {
    let key = sealer("a");
    let all = chain(&[&key; 4]);
    let head = head_of(&all[3]);
    let fault = |all: &[Activity]| verify(&key, all, &head).fault.unwrap();
    let mut changed = all.clone();
    changed[1].deed.action = Action::KeyRotated;
    assert!(fault(&changed).starts_with("Record 2 was changed"));
    let mut without = all.clone();
    without.remove(1);
    assert!(fault(&without).starts_with("Record 2 is missing"));
    assert!(fault(&all[..3]).contains("ends with record 3"));
    assert!(fault(&all[1..]).starts_with("Records before number 2 are missing"));
    assert!(fault(&[]).starts_with("All records are missing"));
}

#[test]
fn whoever_has_no_key_cannot_make_the_rest_anew() {
    let (key, thief) = (sealer("a"), sealer("other"));
    let all = chain(&[&key, &key, &thief]);
    assert!(verify(&key, &all, &head_of(&all[2])).fault.unwrap().contains("sealed with another key"));
    let mut named = chain(&[&key, &key, &Sealer { name: "a".into(), ..thief }]);
    assert!(verify(&key, &named, &head_of(&named[2])).fault.unwrap().contains("not written by this panel"));
    named.truncate(0);
    let all = chain(&[&thief, &thief]);
    assert!(verify(&key, &all, &head_of(&all[1])).fault.unwrap().contains("present key"));
}

#[test]
fn a_new_key_holds_what_the_old_one_sealed() {
    let (old, new) = (sealer("old"), sealer("a"));
    let mut all = chain(&[&old, &old]);
    let changed = Deed { action: Action::KeyRotated, ..deed(3) };
    all.push(new.next(&head_of(&all[1]), changed));
    let found = verify(&new, &all, &head_of(&all[2]));
    assert_eq!((found.fault, found.other_keys), (None, 2));
}

#[test]
fn a_log_under_a_key_of_somebodys_own_is_not_vouched_for_by_what_the_panel_goes_on_with() {
    let (thief, key) = (sealer("other"), sealer("a"));
    let all = chain(&[&thief, &thief, &key]);
    let fault = verify(&key, &all, &head_of(&all[2])).fault.unwrap();
    assert!(fault.contains("does not say that the key was changed"), "{fault}");
}

#[test]
fn records_may_go_only_when_a_record_says_so() {
    let key = sealer("a");
    let mut all = chain(&[&key; 3]);
    let anchor = key.next(&head_of(&all[2]), pruned(deed(9).at, &head_of(&all[1])));
    all.push(anchor);
    let head = head_of(&all[3]);
    assert_eq!(verify(&key, &all[2..], &head).fault, None);
    assert_eq!(verify(&key, &all[1..], &head).fault, None, "what was to go and is still there");
    assert!(verify(&key, &all[3..], &head).fault.is_some(), "more is gone than it says");
}

#[test]
fn a_record_is_the_same_after_a_way_through_json() {
    let key = sealer("a");
    let deed = deed(1).from("10.0.0.1").because("why").with(vec![ValueChange::secret("Password")]);
    let activity = key.next(&ActivityHead::default(), Deed { times: 7, ..deed });
    let again: Activity = serde_json::from_str(&serde_json::to_string(&activity).unwrap()).unwrap();
    assert_eq!(again, activity);
    assert_eq!(verify(&key, std::slice::from_ref(&again), &head_of(&again)).fault, None);
}
