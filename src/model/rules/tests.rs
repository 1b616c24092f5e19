#![allow(clippy::unwrap_used)]
use super::*;
use proptest::prelude::*;

fn dn(number: usize) -> Dn {
    Dn::parse(&format!("cn=g{number},dc=x")).unwrap()
}

fn rule(number: usize, role: Option<Role>, groups: &[u32]) -> PlacementRule {
    PlacementRule { group_dn: dn(number), role, groups: groups.iter().copied().map(GroupId).collect() }
}

fn defaults() -> Arrival {
    Arrival { groups: [GroupId(1)].into(), role: Role::Support }
}

fn groups(ids: &[u32]) -> BTreeSet<GroupId> {
    ids.iter().copied().map(GroupId).collect()
}

fn set(rules: &[usize]) -> Matched {
    rules.iter().copied().collect()
}

/// Someone who arrived before there were rules.
fn old_hand() -> Placed {
    Placed::on_arrival(groups(&[1]), Role::Employee)
}

fn company() -> Vec<PlacementRule> {
    vec![rule(0, Some(Role::Administrator), &[]), rule(1, Some(Role::Employee), &[2]), rule(2, None, &[3, 4])]
}

fn placing(matched: &[usize], unknown: &[usize]) -> Placing {
    Placing::of(&company(), set(matched), set(unknown), &defaults())
}

#[test]
fn the_first_role_that_matches_wins_and_groups_add_up() {
    let after = old_hand().under(&placing(&[2, 1, 0], &[]));
    assert_eq!((after.role, after.role_origin), (Role::Administrator, Origin::Rule));
    assert_eq!((after.groups, after.groups_origin), (groups(&[2, 3, 4]), Origin::Rule));
    assert_eq!(after.rules.role, Some(RoleByRule { role: Role::Administrator, by: dn(0) }));
    assert_eq!(after.rules.groups.unwrap().by, [dn(1), dn(2)]);
}

#[test]
fn role_and_groups_are_decided_apart() {
    let after = old_hand().under(&placing(&[2], &[]));
    assert_eq!((after.role, after.role_origin), (Role::Employee, Origin::Default), "no rule names a role for them");
    assert_eq!((after.groups, after.groups_origin), (groups(&[3, 4]), Origin::Rule));
}

#[test]
fn whom_no_rule_matches_keeps_what_was_given_on_arrival_whatever_the_defaults_are_now() {
    assert_eq!(old_hand().under(&placing(&[], &[])), old_hand());
}

#[test]
fn whom_no_rule_matches_any_more_falls_back_to_the_defaults_of_now() {
    let ruled = old_hand().under(&placing(&[0, 2], &[]));
    let after = ruled.under(&placing(&[], &[]));
    assert_eq!((after.role, after.role_origin), (Role::Support, Origin::Default));
    assert_eq!((&after.groups, after.groups_origin), (&groups(&[1]), Origin::Default));
    assert_eq!(after.rules, Placement::default());
    let without_rules = Placing::of(&[], Matched::default(), Matched::default(), &defaults());
    assert_eq!(ruled.under(&without_rules), after, "so does whoever was placed by rules that are gone");
}

#[test]
fn an_administrators_choice_stands_until_it_is_taken_back_and_the_rules_word_is_kept_beside_it() {
    let chosen = Placed { role: Role::Support, role_origin: Origin::Administrator, ..old_hand() };
    let mut after = chosen.under(&placing(&[0], &[]));
    assert_eq!((after.role, after.role_origin), (Role::Support, Origin::Administrator));
    assert_eq!(after.rules.role, Some(RoleByRule { role: Role::Administrator, by: dn(0) }));
    after.follow_role(Role::Employee);
    assert_eq!((after.role, after.role_origin), (Role::Administrator, Origin::Rule));

    let mut unruled = chosen;
    unruled.follow_role(Role::Employee);
    assert_eq!((unruled.role, unruled.role_origin), (Role::Employee, Origin::Default));
    let before = old_hand();
    let mut untouched = before.clone();
    untouched.follow_role(Role::Administrator);
    untouched.follow_groups(&groups(&[9]));
    assert_eq!(untouched, before, "nobody chose anything");
}

#[test]
fn a_rule_that_was_not_read_changes_nobody_it_could_decide_about() {
    let ruled = old_hand().under(&placing(&[0, 1, 2], &[]));
    for matched in [&[][..], &[1], &[2]] {
        let after = ruled.under(&placing(matched, &[0]));
        assert_eq!((after.role, after.role_origin), (Role::Administrator, Origin::Rule), "{matched:?}");
        assert_eq!(after.rules.role, ruled.rules.role);
    }
    let after = ruled.under(&placing(&[1], &[0]));
    assert_eq!(after.groups, groups(&[2]), "that rule gives no groups, so groups are known");
    let after = ruled.under(&placing(&[], &[2]));
    assert_eq!(after.groups, groups(&[2, 3, 4]));
    assert_eq!(after.role, Role::Support, "that rule gives no role, so the role is known");
    let after = ruled.under(&placing(&[0], &[1]));
    assert_eq!(after.role, Role::Administrator, "an earlier rule has decided");
}

#[test]
fn a_newcomer_gets_the_least_that_they_can_be_while_a_rule_is_unknown() {
    let on_arrival = |matched: &[usize], unknown: &[usize]| {
        placing(matched, unknown).role_on_arrival(&company(), set(matched), set(unknown))
    };
    assert_eq!(on_arrival(&[0], &[]), Role::Administrator);
    assert_eq!(on_arrival(&[], &[]), Role::Support);
    assert_eq!(on_arrival(&[], &[0]), Role::Support, "an administrator, perhaps");
    assert_eq!(on_arrival(&[1], &[0]), Role::Employee);
    assert_eq!(on_arrival(&[], &[1]), Role::Employee);
    assert_eq!(on_arrival(&[0], &[1]), Role::Administrator, "decided before");
}

#[test]
fn there_is_room_for_a_hundred_rules_and_none_beyond() {
    let matched = set(&[0, 99, 100, 127, 128, 1_000]);
    let has: Vec<usize> = (0..1_001).filter(|rule| matched.has(*rule)).collect();
    assert_eq!(has, [0, 99]);
}

#[test]
fn settings_name_the_rules_that_give_a_group_by_their_number() {
    let hosts = crate::model::HostList::parse("x").unwrap().0;
    let password = crate::model::SealedSecret(String::new());
    let settings = LdapSettings { rules: company(), ..LdapSettings::new(hosts, "cn=r", password, GroupId(1)) };
    assert_eq!(settings.rules_giving(GroupId(3)), [3]);
    assert_eq!(settings.rules_giving(GroupId(1)), [0_usize; 0]);
    assert_eq!(settings.panel_groups(), groups(&[1, 2, 3, 4]));
    assert!(settings.same_but_rules(&LdapSettings { rules: Vec::new(), ..settings.clone() }));
    assert!(!settings.same_but_rules(&LdapSettings { enabled: false, ..settings.clone() }));
}

fn any_rules() -> impl Strategy<Value = Vec<PlacementRule>> {
    let role =
        prop_oneof![Just(None), Just(Some(Role::Administrator)), Just(Some(Role::Support)), Just(Some(Role::Employee))];
    let one = (role, prop::collection::btree_set(0_u32..5, 0..3));
    prop::collection::vec(one, 0..6).prop_map(|rules| {
        let rule = |(at, (role, groups)): (usize, (Option<Role>, BTreeSet<u32>))| {
            rule(at, role, &groups.into_iter().collect::<Vec<_>>())
        };
        rules.into_iter().enumerate().map(rule).collect()
    })
}

fn any_set() -> impl Strategy<Value = Matched> {
    prop::collection::vec(0_usize..6, 0..6).prop_map(|rules| rules.into_iter().collect())
}

fn any_origin() -> impl Strategy<Value = Origin> {
    prop_oneof![Just(Origin::Default), Just(Origin::Administrator)]
}

proptest! {
    #[test]
    fn saying_the_same_again_changes_nothing(rules in any_rules(), matched in any_set(), unknown in any_set(), own in any_origin()) {
        let before = Placed { role_origin: own, groups_origin: own, ..old_hand() };
        let placing = Placing::of(&rules, matched, unknown, &defaults());
        let once = before.under(&placing);
        prop_assert_eq!(&once.under(&placing), &once);
        if own == Origin::Administrator {
            prop_assert_eq!((once.role, once.groups), (before.role, before.groups));
        }
    }

    #[test]
    fn what_is_unknown_never_decides(rules in any_rules(), matched in any_set(), unknown in any_set(), also in any_set()) {
        let before = old_hand().under(&Placing::of(&rules, matched, Matched::default(), &defaults()));
        // Whatever the unread rules would have said, the outcome is one of theirs or as before.
        let seen: Matched = (0..6).filter(|rule| matched.has(*rule) && !unknown.has(*rule)).collect();
        let truth: Matched = (0..6).filter(|rule| seen.has(*rule) || (unknown.has(*rule) && also.has(*rule))).collect();
        let after = before.under(&Placing::of(&rules, seen, unknown, &defaults()));
        let told = before.under(&Placing::of(&rules, truth, Matched::default(), &defaults()));
        prop_assert!(after.role == before.role || after.role == told.role);
        prop_assert!(after.groups == before.groups || after.groups == told.groups);
    }

    #[test]
    fn the_outcome_does_not_depend_on_the_past_once_a_rule_names_both(rules in any_rules(), matched in any_set(), past in any_set()) {
        let placing = Placing::of(&rules, matched, Matched::default(), &defaults());
        let old = old_hand().under(&Placing::of(&rules, past, Matched::default(), &defaults()));
        let (a, b) = (old_hand().under(&placing), old.under(&placing));
        prop_assert_eq!(&a.rules, &b.rules);
        if a.rules.role.is_some() {
            prop_assert_eq!((a.role, a.role_origin), (b.role, b.role_origin));
        }
        if a.rules.groups.is_some() {
            prop_assert_eq!((a.groups, a.groups_origin), (b.groups, b.groups_origin));
        }
    }
}
