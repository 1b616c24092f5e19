#![allow(clippy::unwrap_used)]

use super::super::entry::tests::entry;
use super::*;

const SID: &[u8] = &[1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 1, 2, 0, 0];
const PERSON: &[u8] = &[1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 9, 9, 0, 0];
const STRANGER: &[u8] = &[1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0, 9, 9, 0, 0];

fn members(attributes: &[(&str, &[&[u8]])]) -> Members {
    let mut members = Members::of(&Dn::parse("cn=g,dc=x").unwrap());
    members.add(0, &entry("cn=g,dc=x", attributes)).unwrap();
    members
}

#[test]
fn members_are_compared_as_names() {
    let members = members(&[("member", &[b"CN=Berg\\, Anna, DC=x"]), ("uniqueMember", &[b"cn=b,dc=x#'0101'B"])]);
    assert!(members.hold(&entry(r"cn=Berg\2c Anna,dc=X", &[])));
    assert!(members.hold(&entry("cn=B,dc=x", &[])));
    assert!(!members.hold(&entry("cn=c,dc=x", &[("memberOf", &[b"cn=h,dc=x"])])));
}

#[test]
fn members_by_uid_and_by_primary_group_count() {
    let members = members(&[("memberUid", &[b"Anna"]), ("objectSid", &[SID])]);
    assert!(members.hold(&entry("cn=1", &[("uid", &[b"anna"])])));
    assert!(members.hold(&entry("cn=2", &[("primaryGroupID", &[b"513"])])));
    assert!(members.hold(&entry("cn=2", &[("primaryGroupID", &[b"513"]), ("objectSid", &[PERSON])])));
    assert!(!members.hold(&entry("cn=3", &[("primaryGroupID", &[b"514"]), ("uid", &[b"b"])])));
    assert_eq!(members.attributes(), ["uid", "primaryGroupID", "objectSid"]);
}

#[test]
fn the_primary_group_of_another_domain_is_another_group() {
    let members = members(&[("objectSid", &[SID])]);
    assert!(!members.hold(&entry("cn=2", &[("primaryGroupID", &[b"513"]), ("objectSid", &[STRANGER])])));
}

#[test]
fn a_group_that_only_its_members_name_is_understood() {
    let mut members = members(&[]);
    assert!(members.attributes().is_empty());
    members.ask_people();
    assert_eq!(members.attributes(), ["memberOf"]);
    assert!(members.hold(&entry("cn=1", &[("memberOf", &[b"CN=g,DC=x"])])));
    assert!(!members.hold(&entry("cn=1", &[("memberOf", &[b"CN=h,DC=x"])])));
}

#[test]
fn a_road_names_every_group_on_the_way() {
    let mut members = members(&[("member", &[b"cn=Mid,dc=x", b"cn=b,dc=x"])]);
    let mid = members.enter("CN=mid,dc=x").unwrap().unwrap();
    members.add(mid, &entry("cn=mid,dc=x", &[("uniqueMember", &[b"cn=leaf,dc=x", b"cn=g,dc=x"])])).unwrap();
    let leaf = members.enter("cn=leaf,dc=x").unwrap().unwrap();
    members.add(leaf, &entry("cn=leaf,dc=x", &[("member", &[b"cn=a,dc=x"]), ("objectSid", &[SID])])).unwrap();
    assert_eq!(members.enter("cn=g,DC=x").unwrap(), None, "a circle");
    let road = |entry: &Entry| members.road(entry).map(|road| (road.tie, road.through.join(" < ")));
    let deep = "cn=leaf,dc=x < CN=mid,dc=x < cn=g,dc=x".to_owned();
    assert_eq!(road(&entry("cn=A,dc=x", &[])), Some((Tie::Member, deep.clone())));
    assert_eq!(road(&entry("cn=p,dc=x", &[("primaryGroupID", &[b"513"])])), Some((Tie::PrimaryGroup, deep)));
    assert_eq!(road(&entry("cn=b,dc=x", &[])), Some((Tie::Member, "cn=g,dc=x".to_owned())));
    let named = entry("cn=m,dc=x", &[("memberOf", &[b"cn=other,dc=x", b"CN=MID,dc=x"])]);
    assert_eq!(road(&named), Some((Tie::MemberOf, "CN=mid,dc=x < cn=g,dc=x".to_owned())));
    assert_eq!(road(&entry("cn=c,dc=x", &[])), None);
}

#[test]
fn members_who_are_not_met_are_counted_and_groups_are_not() {
    let names: &[&[u8]] = &[b"cn=a,dc=x", b"cn=b,dc=x", b"cn=mid,dc=x"];
    let mut members = members(&[("member", names), ("memberUid", &[b"c", b"d"])]);
    members.enter("cn=mid,dc=x").unwrap();
    assert!(members.meet(&entry("CN=A,dc=x", &[])));
    assert!(members.meet(&entry("cn=1,dc=x", &[("uid", &[b"C"])])));
    assert!(!members.meet(&entry("cn=2,dc=x", &[("uid", &[b"e"])])));
    assert_eq!(members.not_met(), 2);
}
