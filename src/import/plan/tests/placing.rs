//! Roles and groups by rules.

use super::*;
use proptest::prelude::*;

fn rule(name: &str, role: Option<Role>, groups: &[u32]) -> PlacementRule {
    let group_dn = Dn::parse(&format!("cn={name},dc=x")).unwrap();
    PlacementRule { group_dn, role, groups: groups.iter().copied().map(GroupId).collect() }
}

/// Rule 0: administrators. Rule 1: groups 2 and 3.
fn company() -> Model {
    let rules = vec![rule("admins", Some(Role::Administrator), &[]), rule("sales", None, &[2, 3])];
    Model { rules, ..Model::default() }
}

/// An entry that these rules match.
fn in_rules(guid: &str, matched: &[usize]) -> Found {
    Found::Person(Person { matched: matched.iter().copied().collect(), ..person(guid, guid) })
}

/// Field, before and after of every change.
fn told(done: &Done) -> Vec<(&str, Option<&str>, Option<&str>)> {
    let fields = done.lines().filter(|line| line.kind != ChangeKind::Added).flat_map(|line| &line.fields);
    fields.map(|field| (field.field.as_str(), field.old.as_deref(), field.new.as_deref())).collect()
}

#[test]
fn a_newcomer_arrives_with_what_the_rules_give() {
    let mut model = company();
    let done = model.import(&[in_rules("a", &[0, 1]), in_rules("b", &[])]);
    let (a, b) = (model.by_guid("a").unwrap().placed.clone(), model.by_guid("b").unwrap().placed.clone());
    assert_eq!((a.role, a.groups.len(), a.role_origin), (Role::Administrator, 2, Origin::Rule));
    assert_eq!((b.role, b.groups, b.role_origin), (Role::Support, [GroupId(1)].into(), Origin::Default));
    let line = done.lines().find(|line| line.dn == "cn=a,dc=x").unwrap();
    let last: Vec<_> = line.fields.iter().rev().take(2).map(|field| (&*field.field, field.new.as_deref())).collect();
    assert_eq!(
        last,
        [("groups", Some("Group 2, Group 3 by cn=sales,dc=x")), ("role", Some("Administrator by cn=admins,dc=x"))]
    );
    assert_eq!(done.writes(), 3, "whom no rule matches is written once");
}

#[test]
fn who_joins_and_leaves_an_ldap_group_is_updated_and_the_report_names_it() {
    let mut model = company();
    model.import(&[in_rules("a", &[])]);
    let joined = model.import(&[in_rules("a", &[0, 1])]);
    assert_eq!(joined.counts, Counts { read: 1, updated: 1, ..Counts::default() });
    assert_eq!(
        told(&joined),
        [
            ("role", Some("Support agent"), Some("Administrator by cn=admins,dc=x")),
            ("groups", Some("Group 1"), Some("Group 2, Group 3 by cn=sales,dc=x")),
        ]
    );
    let left = model.import(&[in_rules("a", &[1])]);
    assert_eq!(told(&left), [("role", Some("Administrator by cn=admins,dc=x"), Some("Support agent"))]);
    assert!(left.loses_administrators && !joined.loses_administrators);
    let again = model.import(&[in_rules("a", &[1])]);
    assert_eq!((again.counts.unchanged, again.writes()), (1, 0));
}

#[test]
fn without_rules_whoever_was_placed_by_one_falls_back_and_nobody_else_changes() {
    let mut model = company();
    model.import(&[in_rules("a", &[0]), in_rules("b", &[])]);
    model.agents.values_mut().filter(|agent| agent.guid.as_str() == "b").for_each(|b| b.placed.role = Role::Employee);
    model.rules.clear();
    let done = model.import(&[in_rules("a", &[]), in_rules("b", &[])]);
    assert_eq!((done.counts.updated, done.counts.unchanged), (1, 1));
    assert_eq!(model.by_guid("b").unwrap().placed.role, Role::Employee);
}

#[test]
fn an_own_choice_stays_and_the_report_tells_what_the_rules_say() {
    let mut model = company();
    model.import(&[in_rules("a", &[])]);
    model.agents.values_mut().for_each(|agent| agent.placed.role_origin = Origin::Administrator);
    let done = model.import(&[in_rules("a", &[0])]);
    assert_eq!(told(&done), [("role_by_rules", None, Some("Administrator by cn=admins,dc=x"))]);
    let placed = &model.by_guid("a").unwrap().placed;
    assert_eq!((placed.role, placed.role_origin), (Role::Support, Origin::Administrator));
    assert_eq!(model.import(&[in_rules("a", &[0])]).counts.unchanged, 1);
}

#[test]
fn a_group_that_was_not_read_changes_nobody() {
    let mut model = company();
    model.import(&[in_rules("a", &[0, 1]), in_rules("b", &[])]);
    let before = model.agents.clone();
    model.unknown = vec![0, 1];
    let done = model.import(&[in_rules("a", &[]), in_rules("b", &[])]);
    assert_eq!((done.counts.unchanged, done.writes(), done.loses_administrators), (2, 0, false));
    assert_eq!(model.agents, before);
}

#[test]
fn a_newcomer_of_an_unread_rule_is_settled_once_it_can_be_read() {
    let mut model = company();
    model.rules[0].role = Some(Role::Employee);
    model.unknown = vec![0];
    let people = [in_rules("a", &[]), in_rules("b", &[])];
    assert_eq!(model.import(&people).counts.added, 2);
    for guid in ["a", "b"] {
        let placed = &model.by_guid(guid).unwrap().placed;
        assert_eq!((placed.role, placed.role_origin, &placed.rules.role), (Role::Employee, Origin::Rule, &None));
    }
    assert_eq!(model.import(&people).writes(), 0, "still unread: they stay");
    model.unknown.clear();
    let done = model.import(&[in_rules("a", &[]), in_rules("b", &[0])]);
    let (a, b) = (&model.by_guid("a").unwrap().placed, &model.by_guid("b").unwrap().placed);
    assert_eq!((a.role, a.role_origin), (Role::Support, Origin::Default), "the default, not the least for good");
    assert_eq!((b.role, b.role_origin), (Role::Employee, Origin::Rule));
    assert_eq!(done.counts.updated, 2);
}

#[test]
fn a_removed_agent_does_not_return_as_an_administrator_while_the_rule_is_unread() {
    let mut model = company();
    model.import(&[in_rules("a", &[0]), in_rules("own", &[0]), in_rules("b", &[])]);
    for agent in model.agents.values_mut().filter(|agent| agent.guid.as_str() == "own") {
        agent.placed.role_origin = Origin::Administrator;
    }
    model.import(&[in_rules("b", &[])]);
    model.unknown = vec![0];
    let done = model.import(&[in_rules("a", &[]), in_rules("own", &[]), in_rules("b", &[])]);
    assert_eq!((done.counts.restored, done.counts.unchanged), (2, 1));
    let placed = &model.by_guid("a").unwrap().placed;
    assert_eq!((placed.role, placed.role_origin, &placed.rules.role), (Role::Support, Origin::Rule, &None));
    assert_eq!(model.by_guid("own").unwrap().placed.role, Role::Administrator, "an administrator's own choice");
    assert!(told(&done).contains(&("role", Some("Administrator by cn=admins,dc=x"), Some("Support agent"))));
    model.unknown.clear();
    model.import(&[in_rules("a", &[0]), in_rules("own", &[]), in_rules("b", &[])]);
    assert_eq!(model.by_guid("a").unwrap().placed.role, Role::Administrator);
}

#[test]
fn whoever_is_skipped_does_not_keep_what_a_rule_gave() {
    let mut model = company();
    model.import(&[in_rules("a", &[0]), in_rules("b", &[0]), in_rules("c", &[0]), in_rules("desk", &[])]);
    let taken = Person { email: Email::parse("desk@example.com").unwrap(), ..person("a", "a") };
    let unusable = |guid: &str, matched: Option<&[usize]>| {
        let Found::Unusable { dn, guid, reason, .. } = without_mail(Some(guid), &format!("cn={guid},dc=x")) else {
            panic!("a person")
        };
        Found::Unusable { dn, guid, reason, matched: matched.map(|rules| rules.iter().copied().collect()) }
    };
    let now = [Found::Person(taken), unusable("b", Some(&[])), unusable("c", None), in_rules("desk", &[])];
    let trial = trial_of(&model, &now);
    assert_eq!((trial.stop_being_administrators, trial.no_directory_administrator), (2, false));
    let done = model.import(&now);
    assert_eq!((done.counts.skipped, done.counts.updated, done.writes()), (3, 2, 2));
    assert!(!done.loses_administrators, "one whose entry could not be read is left");
    for (guid, role) in [("a", Role::Support), ("b", Role::Support), ("c", Role::Administrator)] {
        assert_eq!(model.by_guid(guid).unwrap().placed.role, role, "{guid}");
        assert_eq!(model.by_guid(guid).unwrap().email.as_str(), format!("{guid}@example.com"), "the record stays");
    }
    let fell = ("role", Some("Administrator by cn=admins,dc=x"), Some("Support agent"));
    assert_eq!(told(&done), [fell, fell]);
    assert_eq!(model.import(&now).writes(), 0);
    let last = [unusable("c", Some(&[])), in_rules("desk", &[])];
    assert!(trial_of(&model, &last).no_directory_administrator && model.import(&last).loses_administrators);
}

#[test]
fn a_removed_agent_returns_with_what_the_rules_give_now() {
    let mut model = company();
    model.import(&[in_rules("a", &[0]), in_rules("b", &[])]);
    assert!(model.import(&[in_rules("b", &[])]).loses_administrators, "the last one was removed");
    let done = model.import(&[in_rules("a", &[1]), in_rules("b", &[])]);
    assert_eq!((done.counts.restored, done.counts.unchanged), (1, 1));
    assert_eq!(model.by_guid("a").unwrap().placed.role, Role::Support);
}

#[test]
fn another_administrator_is_enough() {
    let mut model = company();
    model.import(&[in_rules("a", &[0]), in_rules("b", &[])]);
    assert!(!model.import(&[in_rules("a", &[]), in_rules("b", &[0])]).loses_administrators);
    assert!(!model.import(&[in_rules("b", &[]), in_rules("new", &[0])]).loses_administrators);
    assert!(model.import(&[in_rules("b", &[]), in_rules("new", &[])]).loses_administrators);
    assert!(!model.import(&[in_rules("b", &[]), in_rules("new", &[])]).loses_administrators, "said once");
}

#[test]
fn a_trial_tells_what_an_import_would_do() {
    let mut model = company();
    model.import(&[
        in_rules("a", &[0]),
        in_rules("b", &[]),
        in_rules("c", &[]),
        in_rules("own", &[]),
        in_rules("gone", &[]),
    ]);
    for agent in model.agents.values_mut() {
        if agent.guid.as_str() == "own" {
            agent.placed.role_origin = Origin::Administrator;
        }
    }
    let arrival = Arrival { groups: [GroupId(1)].into(), role: Role::Support };
    let placer = Placer::new(model.rules.clone(), [1].into_iter().collect(), arrival, Vec::new());
    let problem = DirectoryProblem { failure: ConnectionFailure::GroupNotFound { group: "x".into() }, details: None };
    let mut trial = Trial::new(model.roster(), placer, "", None, vec![None, Some(problem)]);
    for found in [
        in_rules("a", &[]),
        in_rules("b", &[0]),
        in_rules("b", &[0]),
        in_rules("c", &[]),
        in_rules("own", &[0]),
        in_rules("new", &[0]),
    ] {
        trial.see(&found);
    }
    let report = trial.finish();
    assert_eq!((report.people, report.newcomers, report.agents), (6, 1, 2));
    assert_eq!((report.roles, report.groups, report.own_choice, report.without_rule), (2, 0, 1, 2));
    assert_eq!((report.become_administrators, report.stop_being_administrators), (1, 1));
    assert_eq!(report.arrive_as_administrators, 1);
    assert!(report.touches_administrators() && !report.is_complete() && !report.no_directory_administrator);
    assert_eq!(report.rules.iter().map(|rule| rule.members).collect::<Vec<_>>(), [4, 0]);
    let names: Vec<&str> = report.examples.iter().map(|example| example.name.as_str()).collect();
    assert_eq!(names, ["Name of a", "Name of b"]);
    assert_eq!(report.examples[1].changes[0].new.as_deref(), Some("Administrator by cn=admins,dc=x"));
}

/// A trial of the rules of a model, all of them read.
fn trial_of(model: &Model, entries: &[Found]) -> TrialReport {
    let arrival = Arrival { groups: [GroupId(1)].into(), role: Role::Support };
    let placer = Placer::new(model.rules.clone(), Matched::default(), arrival, Vec::new());
    let mut trial = Trial::new(model.roster(), placer, model.attribute, None, vec![None; model.rules.len()]);
    entries.iter().for_each(|found| trial.see(found));
    trial.finish()
}

#[test]
fn a_trial_counts_who_would_arrive_as_an_administrator() {
    let report = trial_of(&company(), &[in_rules("a", &[0]), in_rules("b", &[1]), in_rules("c", &[0, 1])]);
    assert_eq!((report.newcomers, report.agents, report.arrive_as_administrators), (3, 0, 2), "before any import");
    assert!(report.touches_administrators());
    assert!(!trial_of(&company(), &[in_rules("b", &[1])]).touches_administrators());

    let mut model = company();
    model.import(&[in_rules("a", &[]), in_rules("b", &[]), in_rules("admin", &[0])]);
    model.import(&[in_rules("stays", &[])]);
    let report = trial_of(&model, &[in_rules("stays", &[]), in_rules("a", &[0]), in_rules("b", &[])]);
    assert_eq!((report.newcomers, report.arrive_as_administrators), (2, 1), "removed agents who would be restored");
    let report = trial_of(&model, &[in_rules("stays", &[]), in_rules("admin", &[])]);
    assert!(!report.touches_administrators(), "restored without the role");
}

#[test]
fn a_trial_after_a_new_guid_attribute_counts_whoever_is_no_administrator_yet() {
    let mut model = company();
    model.import(&[in_rules("a", &[]), in_rules("admin", &[0])]);
    model.attribute = "other";
    let renamed = |guid: &str, matched: &[usize]| {
        let Found::Person(person) = in_rules(guid, matched) else { panic!("no person") };
        Found::Person(Person { guid: Guid::from_canonical(format!("new-{guid}")), ..person })
    };
    let same = trial_of(&model, &[renamed("a", &[]), renamed("admin", &[0])]);
    assert_eq!((same.newcomers, same.agents), (0, 0));
    assert!(!same.touches_administrators(), "an administrator already");
    let promoted = trial_of(&model, &[renamed("a", &[0]), renamed("admin", &[0])]);
    assert!(promoted.touches_administrators());
    let moved = Person { dn: "cn=a,ou=moved,dc=x".into(), ..person("new-a", "a") };
    let moved = Found::Person(Person { matched: [0].into_iter().collect(), ..moved });
    assert_eq!(trial_of(&model, &[moved, renamed("admin", &[0])]).arrive_as_administrators, 1);
}

proptest! {
    #[test]
    fn the_trial_and_the_import_agree(before in prop::collection::vec(0_u8..4, 1..8), after in prop::collection::vec(0_u8..4, 8)) {
        let rules_of = |bits: u8| (0..2).filter(|rule| bits & (1 << rule) != 0).collect::<Vec<usize>>();
        let guid = |at: usize| format!("g{at}");
        let entries = |bits: &[u8]| -> Vec<Found> {
            bits.iter().take(before.len()).enumerate().map(|(at, bits)| in_rules(&guid(at), &rules_of(*bits))).collect()
        };
        let mut model = company();
        model.import(&entries(&before));
        let now = entries(&after);
        let arrival = Arrival { groups: [GroupId(1)].into(), role: Role::Support };
        let placer = Placer::new(model.rules.clone(), Matched::default(), arrival, Vec::new());
        let mut trial = Trial::new(model.roster(), placer, "", None, vec![None; 2]);
        now.iter().for_each(|found| trial.see(found));
        let report = trial.finish();
        let done = model.import(&now);
        prop_assert_eq!(report.agents, done.counts.updated);
        prop_assert_eq!(report.no_directory_administrator, done.loses_administrators);
        prop_assert_eq!(report.examples.len() as u64, report.agents);
        let entries = now;
        prop_assert_eq!(model.import(&entries).writes(), 0, "a second import writes nothing");
    }
}
