//! One test for each thing that went wrong in the field.

use super::*;

fn model(entries: &[Found]) -> Model {
    let mut model = Model::default();
    let done = model.import(entries);
    assert_eq!(done.counts.added, entries.len() as u64);
    model
}

fn fields(done: &Done) -> Vec<&str> {
    done.lines().flat_map(|line| &line.fields).map(|change| change.field.as_str()).collect()
}

#[test]
fn an_unchanged_directory_changes_nothing() {
    let entries = [entry("a", "a"), entry("b", "b")];
    let done = model(&entries).import(&entries);
    assert_eq!(done.counts, Counts { read: 2, unchanged: 2, ..Counts::default() });
    assert!(done.batches.is_empty());
}

#[test]
fn a_move_a_new_name_and_a_new_mail_are_one_update_of_the_same_agent() {
    let mut model = model(&[entry("a", "a")]);
    let id = model.by_guid("a").unwrap().id;
    let changed = Person { dn: "cn=A,ou=other,dc=x".into(), name: "New".into(), ..person("a", "new") };
    let done = model.import(&[Found::Person(changed)]);
    assert_eq!(done.counts, Counts { read: 1, updated: 1, ..Counts::default() });
    assert_eq!(fields(&done), ["name", "email", "dn"]);
    assert_eq!(model.by_guid("a").unwrap().id, id);
}

#[test]
fn a_dn_written_in_another_way_is_no_change() {
    let mut model = model(&[entry("a", "a")]);
    let done = model.import(&[Found::Person(Person { dn: "CN=a , DC=X".into(), ..person("a", "a") })]);
    assert_eq!(done.counts.unchanged, 1);
}

#[test]
fn the_case_of_a_mail_is_brought_up_to_date() {
    let mut model = model(&[entry("a", "a")]);
    let done = model.import(&[entry("a", "A")]);
    assert_eq!((done.counts.updated, fields(&done)), (1, vec!["email"]));
}

#[test]
fn whoever_is_gone_is_removed_and_comes_back_as_the_same_agent() {
    let mut model = model(&[entry("a", "a"), entry("b", "b")]);
    let id = model.by_guid("b").unwrap().id;
    assert_eq!(model.import(&[entry("a", "a")]).counts.removed, 1);
    let again = model.import(&[entry("a", "a")]);
    assert_eq!(again.counts, Counts { read: 1, unchanged: 1, ..Counts::default() });
    let back = model.import(&[entry("a", "a"), entry("b", "b")]);
    assert_eq!((back.counts.restored, back.counts.added), (1, 0));
    assert_eq!(model.by_guid("b").map(|agent| (agent.id, agent.removed)), Some((id, false)));
}

#[test]
fn an_answer_without_anybody_removes_nobody() {
    let mut model = model(&[entry("a", "a"), entry("b", "b")]);
    let done = model.import(&[]);
    assert_eq!(done.counts, Counts { held: 2, ..Counts::default() });
    let held = done.held.as_ref().unwrap();
    assert_eq!((&held.reasons[..], held.agents.len()), (&[HeldReason::NobodyFound][..], 2));
    assert_eq!(model.active().count(), 2);
}

#[test]
fn a_reading_that_broke_off_removes_nobody() {
    let model = model(&[entry("a", "a"), entry("b", "b")]);
    let plan = model.planner(&[entry("a", "a")]).finish(false, &lenient());
    assert_eq!(plan.counts, Counts { read: 1, unchanged: 1, ..Counts::default() });
}

#[test]
fn skipped_is_not_absent() {
    let mut model = model(&[entry("a", "a"), entry("b", "b"), entry("c", "c")]);
    // `b` lost its mail, `c` its GUID as well; someone else is there.
    let entries = [entry("d", "d"), without_mail(Some("b"), "cn=b,dc=x"), without_mail(None, "CN=C, dc=x")];
    let done = model.import(&entries);
    assert_eq!(done.counts, Counts { read: 3, added: 1, removed: 1, skipped: 2, ..Counts::default() });
    assert!(model.by_guid("a").unwrap().removed);
    assert!(!model.by_guid("b").unwrap().removed && !model.by_guid("c").unwrap().removed);
    let agents: Vec<_> = done.lines().filter(|line| line.skipped.is_some()).map(|line| line.agent.is_some()).collect();
    assert_eq!(agents, [true, true]);
}

#[test]
fn two_entries_with_one_guid_are_both_skipped_and_name_each_other() {
    let mut model = model(&[entry("a", "a")]);
    let twin = Found::Person(Person { dn: "cn=twin,dc=x".into(), ..person("a", "twin") });
    let done = model.import(&[entry("a", "a"), twin]);
    assert_eq!(done.counts, Counts { read: 2, skipped: 2, ..Counts::default() });
    let other = |dn: &str| Some(SkipReason::GuidTwice { guid: "a".into(), other_dn: dn.into() });
    assert_eq!(done.reason("cn=a,dc=x").cloned(), other("cn=twin,dc=x"));
    assert_eq!(done.reason("cn=twin,dc=x").cloned(), other("cn=a,dc=x"));
}

#[test]
fn whoever_is_answered_under_anothers_guid_is_still_there() {
    let mut model = model(&[entry("a", "a"), entry("b", "b"), entry("c", "c")]);
    let under = |guid: &str, name: &str| Found::Person(Person { dn: format!("cn={name},dc=x"), ..person(guid, name) });
    let done = model.import(&[entry("a", "a"), under("a", "b"), entry("c", "c")]);
    assert_eq!(done.counts, Counts { read: 3, unchanged: 1, skipped: 2, ..Counts::default() });
    for line in done.lines() {
        let at_dn = model.agents.values().find(|agent| agent.dn == line.dn);
        assert_eq!(line.agent, at_dn.map(|agent| agent.id), "each line is of its own agent");
    }
    let done = model.import(&[under("z", "a"), under("z", "b"), under("z", "c")]);
    assert_eq!(done.counts, Counts { read: 3, skipped: 3, ..Counts::default() });
}

#[test]
fn an_entry_answered_twice_counts_once() {
    let mut model = Model::default();
    let done = model.import(&[entry("a", "a"), entry("a", "a")]);
    assert_eq!(done.counts, Counts { read: 1, added: 1, ..Counts::default() });
    assert_eq!(model.import(&[entry("a", "a"), entry("a", "a")]).counts.unchanged, 1);
}

#[test]
fn who_had_an_address_keeps_it_else_the_lowest_guid_gets_it() {
    let mut model = model(&[entry("m", "m")]);
    let done = model.import(&[entry("z", "x"), entry("a", "m"), entry("b", "x"), entry("m", "m")]);
    assert_eq!(done.counts, Counts { read: 4, added: 1, unchanged: 1, skipped: 2, ..Counts::default() });
    let taken = |email: &str, dn: &str| Some(SkipReason::MailTaken { email: email.into(), by_dn: dn.into() });
    assert_eq!(done.reason("cn=a,dc=x").cloned(), taken("m@example.com", "cn=m,dc=x"));
    assert_eq!(done.reason("cn=z,dc=x").cloned(), taken("x@example.com", "cn=b,dc=x"));
}

#[test]
fn a_local_agent_keeps_its_address() {
    let mut model = Model { local_emails: vec!["admin@example.com".into()], ..Model::default() };
    let done = model.import(&[entry("a", "Admin")]);
    assert!(matches!(done.reason("cn=a,dc=x"), Some(SkipReason::MailOfLocalAgent { .. })));
    assert_eq!(model.agents.len(), 0);
}

#[test]
fn an_address_of_another_directory_is_not_given_away_and_an_agent_who_asks_for_it_stays_as_they_are() {
    let mut model = Model { emails_in_berlin: vec!["shared@example.com".into()], ..model(&[entry("a", "a")]) };
    let before = model.agents.clone();
    let done = model.import(&[entry("a", "shared"), entry("b", "Shared"), entry("c", "a")]);
    let elsewhere =
        |email: &str| Some(SkipReason::MailOfOtherDirectory { email: email.into(), directory: "Berlin".into() });
    assert_eq!(done.reason("cn=a,dc=x").cloned(), elsewhere("shared@example.com"));
    assert_eq!(done.reason("cn=b,dc=x").cloned(), elsewhere("Shared@example.com"));
    assert!(matches!(done.reason("cn=c,dc=x"), Some(SkipReason::MailTaken { .. })), "a keeps what a has");
    assert_eq!((done.counts.skipped, model.agents), (3, before));
}

#[test]
fn an_address_goes_from_a_leaver_to_a_newcomer() {
    let mut model = model(&[entry("old", "desk"), entry("x", "x")]);
    let done = model.import(&[entry("new", "desk"), entry("x", "x")]);
    assert_eq!((done.counts.added, done.counts.removed, done.counts.skipped), (1, 1, 0));
}

#[test]
fn addresses_are_swapped_and_handed_on_in_one_import() {
    let mut model = model(&[entry("a", "1"), entry("b", "2"), entry("c", "3"), entry("d", "4")]);
    let done = model.import(&[entry("a", "2"), entry("b", "1"), entry("c", "4"), entry("d", "5"), entry("e", "3")]);
    assert_eq!(done.counts, Counts { read: 5, added: 1, updated: 4, ..Counts::default() });
}

#[test]
fn who_loses_an_address_keeps_the_old_record_whole() {
    let mut model = model(&[entry("a", "1"), entry("b", "2")]);
    let before = model.clone();
    let changed = Person { name: "New".into(), ..person("b", "1") };
    let done = model.import(&[entry("a", "1"), Found::Person(changed)]);
    assert_eq!((done.counts.skipped, done.writes()), (1, 0));
    assert_eq!(model, before);
}

#[test]
fn entries_that_cannot_be_used_are_nobody() {
    let mut model = model(&[entry("a", "1")]);
    let done = model.import(&[without_mail(Some("b"), "cn=b,dc=x")]);
    assert_eq!((done.counts.held, done.counts.removed), (1, 0));
    assert_eq!(done.held.unwrap().reasons, [HeldReason::NobodyFound]);
}

#[test]
fn the_address_of_a_removal_that_is_not_allowed_is_not_free() {
    let model = model(&[entry("a", "1")]);
    let mut planner = model.planner(&[entry("b", "1")]);
    planner.outside(&Guid::from_canonical("a"), RemovalCause::Gone);
    let unknown = model.planner(&[entry("b", "1")]).finish(false, &lenient());
    assert_eq!(unknown.counts, Counts { read: 1, skipped: 1, ..Counts::default() });
    let known = planner.finish(true, &lenient());
    assert_eq!(known.counts, Counts { read: 1, added: 1, removed: 1, ..Counts::default() });
}

#[test]
fn batches_are_of_one_size_but_for_rings() {
    let many: Vec<Found> = (0..600).map(|n| entry(&format!("g{n:03}"), &format!("m{n}"))).collect();
    let mut model = Model::default();
    let sizes = |done: &Done| done.batches.iter().map(|batch| batch.writes.len()).collect::<Vec<_>>();
    assert_eq!(sizes(&model.import(&many)), [250, 250, 100]);
    let ring = |n: usize, size: usize| if n < size { (n + 1) % size } else { n };
    let turned: Vec<Found> = (0..600).map(|n| entry(&format!("g{n:03}"), &format!("m{}", ring(n, 400)))).collect();
    assert_eq!(sizes(&model.import(&turned)), [400]);
}
