//! After a change of the GUID attribute everyone has another GUID, and nobody is someone else.

use super::*;
use proptest::prelude::*;

/// The settings name another attribute from here on.
fn changed(model: &mut Model) {
    model.attribute = "other";
}

fn rules() -> Rules {
    Rules::default()
}

/// As the new attribute names them, with this DN and mail.
fn renamed(guid: &str, dn: &str, mail: &str) -> Found {
    Found::Person(Person { dn: dn.into(), ..person(&format!("new-{guid}"), mail) })
}

fn ids(model: &Model) -> BTreeMap<String, AgentId> {
    model.active().map(|agent| (agent.email.key(), agent.id)).collect()
}

fn imported(guids: &[&str]) -> Model {
    let mut model = Model::default();
    model.import(&guids.iter().map(|guid| entry(guid, guid)).collect::<Vec<_>>());
    changed(&mut model);
    model
}

#[test]
fn agents_are_matched_by_dn_or_else_by_mail_and_keep_their_ids() {
    let mut model = imported(&["a", "b", "c"]);
    let before = ids(&model);
    let moved = renamed("b", "cn=b,ou=moved,dc=x", "b");
    let new_mail = renamed("c", "cn=c,dc=x", "other");
    let done = model.import_by(&rules(), 250, &[renamed("a", "CN=A, dc=x", "a"), moved, new_mail]);
    assert_eq!(done.counts, Counts { read: 3, updated: 3, ..Counts::default() });
    let after = ids(&model);
    assert_eq!((after["a@example.com"], after["b@example.com"]), (before["a@example.com"], before["b@example.com"]));
    assert_eq!(after["other@example.com"], before["c@example.com"]);
    let changed: Vec<_> = done.lines().flat_map(|line| &line.fields).filter(|field| field.field == "guid").collect();
    assert_eq!(changed.len(), 3);
    assert_eq!(changed[0].old.as_deref(), Some("a"));
}

#[test]
fn whoever_cannot_be_matched_is_listed_and_waits() {
    let mut model = imported(&["a", "b"]);
    let stranger = renamed("b", "cn=stranger,dc=x", "stranger");
    let done = model.import_by(&rules(), 250, &[renamed("a", "cn=a,dc=x", "a"), stranger]);
    assert_eq!((done.counts.updated, done.counts.added, done.counts.held), (1, 1, 1));
    let held = done.lines().find(|line| line.kind == ChangeKind::Held).unwrap();
    assert_eq!((held.name.as_str(), &held.cause), ("Name of b", &Some(RemovalCause::NotMatched)));
}

#[test]
fn a_mail_that_two_entries_carry_matches_neither() {
    let mut model = imported(&["a"]);
    let twins = [renamed("x", "cn=x,dc=x", "a"), renamed("y", "cn=y,dc=x", "a")];
    let done = model.import_by(&rules(), 250, &twins);
    assert_eq!((done.counts.updated, done.counts.held, done.counts.skipped), (0, 1, 2));
}

#[test]
fn an_entry_that_cannot_be_used_is_still_the_agents_own() {
    let mut model = imported(&["a", "b"]);
    let broken = without_mail(Some("new-b"), "CN=b,DC=x");
    let done = model.import_by(&rules(), 250, &[renamed("a", "cn=a,dc=x", "a"), broken]);
    assert_eq!((done.counts.updated, done.counts.skipped, done.counts.held), (1, 1, 0));
    assert_eq!(model.active().count(), 2);
}

#[test]
fn someone_removed_is_not_matched_with_the_heir_of_their_mail() {
    let mut model = Model::default();
    model.import(&[entry("a", "a"), entry("b", "b")]);
    model.import(&[entry("a", "a")]);
    changed(&mut model);
    let done = model.import_by(&rules(), 250, &[renamed("a", "cn=a,dc=x", "a"), renamed("b", "cn=b,dc=x", "b")]);
    assert_eq!((done.counts.updated, done.counts.added, done.counts.restored), (1, 1, 0));
}

#[test]
fn without_a_change_of_the_attribute_a_dn_matches_nobody() {
    let mut model = Model::default();
    model.import(&[entry("a", "a"), entry("b", "b")]);
    let done = model.import(&[entry("a", "a"), renamed("b", "cn=b,dc=x", "b")]);
    assert_eq!((done.counts.added, done.counts.removed, done.counts.updated), (1, 1, 0));
}

#[test]
fn after_a_held_run_the_matched_are_known_by_their_new_guids() {
    let mut model = imported(&["a", "b"]);
    let reading = [renamed("a", "cn=a,dc=x", "a")];
    assert_eq!(model.import_by(&rules(), 250, &reading).counts.updated, 1);
    let again = model.import_by(&rules(), 250, &reading);
    assert_eq!((again.counts.unchanged, again.counts.held, again.writes()), (1, 1, 0));
}

#[test]
fn whoever_was_skipped_is_matched_by_a_later_import() {
    let mut model = imported(&["a", "b", "c"]);
    model.local_emails = vec!["taken@example.com".into()];
    let id = |model: &Model, guid: &str| model.by_guid(guid).unwrap().id;
    let before = ["b", "c"].map(|guid| id(&model, guid));
    let skipped =
        [renamed("a", "cn=a,dc=x", "a"), without_mail(Some("new-b"), "cn=b,dc=x"), renamed("c", "cn=c,dc=x", "taken")];
    for _ in 0..2 {
        let done = model.import_by(&rules(), 250, &skipped);
        assert_eq!((done.counts.skipped, done.counts.removed, done.counts.held), (2, 0, 0));
    }
    let mended =
        [("a", "a"), ("b", "b"), ("c", "c")].map(|(guid, mail)| renamed(guid, &format!("cn={guid},dc=x"), mail));
    let done = model.import_by(&rules(), 250, &mended);
    assert_eq!(done.counts, Counts { read: 3, unchanged: 1, updated: 2, ..Counts::default() });
    assert_eq!(["new-b", "new-c"].map(|guid| id(&model, guid)), before);
}

#[test]
fn whoever_is_known_by_a_former_attribute_is_never_gone_unasked() {
    let mut model = imported(&["a", "b"]);
    model.import_by(&rules(), 250, &[renamed("a", "cn=a,dc=x", "a"), without_mail(Some("new-b"), "cn=b,dc=x")]);
    let done = model.import_by(&rules(), 250, &[renamed("a", "cn=a,dc=x", "a")]);
    assert_eq!((done.counts.removed, done.counts.held), (0, 1));
    let what = vec![Scope::GUID_ATTRIBUTE.to_owned()];
    assert_eq!(done.held.unwrap().reasons, [HeldReason::SettingsChanged { what }]);
}

#[test]
fn an_entry_that_was_matched_by_dn_is_nobody_elses_by_mail() {
    let mut model = imported(&["a", "b"]);
    let [a, b] = ["a", "b"].map(|guid| model.by_guid(guid).unwrap().id);
    // A's entry carries the mail of B, who is gone.
    let done = model.import_by(&rules(), 250, &[renamed("a", "cn=a,dc=x", "b")]);
    assert_eq!((done.counts.held, model.agents[&a].guid.as_str(), model.agents[&b].guid.as_str()), (1, "a", "b"));
    assert_eq!(done.counts.skipped, 1, "the mail is still B's");
}

#[test]
fn a_mail_is_no_match_where_the_agents_own_entry_is_there() {
    let mut model = imported(&["a"]);
    let heir = renamed("p", "cn=p,dc=x", "a");
    let done = model.import_by(&rules(), 250, &[without_mail(Some("new-a"), "cn=a,dc=x"), heir]);
    assert_eq!((done.counts.updated, done.counts.skipped, model.active().count()), (0, 2, 1));
}

#[test]
fn back_to_the_former_attribute_everyone_is_still_the_same() {
    let mut model = imported(&["a", "b", "c"]);
    let before = ids(&model);
    let new = |guid: &str| renamed(guid, &format!("cn={guid},dc=x"), guid);
    assert_eq!(model.import_by(&rules(), 250, &[new("a"), new("b")]).counts.held, 1);
    model.attribute = "";
    let done = model.import_by(&rules(), 250, &["a", "b", "c"].map(|guid| entry(guid, guid)));
    assert_eq!(done.counts, Counts { read: 3, updated: 2, unchanged: 1, ..Counts::default() });
    assert_eq!(ids(&model), before);
}

#[test]
fn values_of_two_attributes_that_are_alike_make_nobody_someone_else() {
    // The number by which the one attribute knows A is what the other knows B by.
    let mut model = imported(&["1", "2"]);
    let before = ids(&model);
    let swapped =
        |number: &str, own: &str| Found::Person(Person { dn: format!("cn={own},dc=x"), ..person(number, own) });
    let done = model.import_by(&rules(), 1, &[swapped("2", "1"), swapped("1", "2")]);
    assert_eq!(done.counts, Counts { read: 2, updated: 2, ..Counts::default() });
    assert_eq!(ids(&model), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// Whatever became of DNs and mails: each agent is matched with one entry at most, nobody is removed
    /// unasked, and whoever kept DN or mail keeps the id.
    #[test]
    fn nobody_becomes_someone_else(
        moves in prop::collection::vec((any::<bool>(), any::<bool>()), 6),
        order in Just((0..6usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let guids = ["a", "b", "c", "d", "e", "f"];
        let mut model = imported(&guids);
        let before = model.clone();
        let reading: Vec<Found> = order.iter().map(|&at| {
            let (guid, (moved, mailed)) = (guids[at], moves[at]);
            let dn = if moved { format!("cn={guid},ou=new,dc=x") } else { format!("cn={guid},dc=x") };
            let mail = if mailed { format!("new-{guid}") } else { guid.to_owned() };
            renamed(guid, &dn, &mail)
        }).collect();
        let done = model.import_by(&rules(), 2, &reading);
        prop_assert_eq!(done.counts.removed, 0);
        for (guid, (moved, mailed)) in guids.iter().zip(&moves) {
            let id = before.by_guid(guid).unwrap().id;
            let now = &model.agents[&id];
            let expected = if *moved && *mailed { (*guid).to_owned() } else { format!("new-{guid}") };
            prop_assert_eq!(now.guid.as_str(), expected);
        }
        let lost = moves.iter().filter(|(moved, mailed)| *moved && *mailed).count() as u64;
        prop_assert_eq!((done.counts.held, done.counts.added), (lost, lost));
    }
}
