//! Members of a group: nested, in circles, in ranges, by name and by uid.

use crate::reader::{everyone, names, person, read, to, to_script};
use crate::support::entries::Entry;
use crate::support::openldap::{BASE_DN, GROUPS_DN, OpenLdap, PEOPLE_DN};
use crate::support::people::{group_ldif, ldif};
use crate::support::scripted::{Answer, ScriptedLdap, done, plainly};
use ldap3_proto::proto::{
    LdapMsg, LdapOp, LdapPartialAttribute, LdapResultCode, LdapSearchResultEntry, LdapSearchScope,
};
use muster::ldap::Connection;
use muster::model::Dn;

fn group(name: &str) -> Option<Dn> {
    Some(Dn::parse(&format!("CN={name}, {GROUPS_DN}")).unwrap())
}

#[tokio::test]
async fn a_search_and_a_look_up_agree_on_who_is_in_a_group() {
    let members = |names: &[&str]| names.iter().map(|name| format!("{name},{BASE_DN}")).collect::<Vec<_>>();
    let groups = [
        group_ldif("top", &members(&["cn=Middle,ou=groups", "uid=U000000, ou=People"])),
        group_ldif("middle", &members(&["cn=leaf,ou=groups", "cn=top,ou=groups", "uid=gone,ou=people"])),
        group_ldif("leaf", &members(&["cn=top,ou=groups", "uid=u000001,ou=people", "uid=u000002,ou=people"])),
        group_ldif("apart", &members(&["uid=u000003,ou=people"])),
    ];
    let directory = OpenLdap::builder().people(5).ldif(&groups.concat()).start().await;
    let mut access = to(&directory);
    let all = read(&access).await.unwrap();
    access.settings.group_dn = group("top");
    let mut connection = Connection::open(&access).await.unwrap();
    let found = everyone(&mut connection).await.unwrap();
    assert_eq!(names(&found), ["uid=u000000", "uid=u000001", "uid=u000002"]);
    for one in all.iter().map(person) {
        let is_member = found.iter().any(|member| person(member).guid == one.guid);
        let looked_up = connection.find_person(&one.guid).await.unwrap();
        assert_eq!(looked_up.is_some(), is_member, "{}", one.dn);
    }
}

#[tokio::test]
async fn members_named_by_uid_are_found() {
    let posix = [("objectClass", "posixGroup"), ("cn", "posix"), ("gidNumber", "5"), ("memberUid", "u000001")];
    let posix = ldif(&format!("cn=posix,{GROUPS_DN}"), &posix.map(|(name, value)| (name, value.into())));
    let directory = OpenLdap::builder().people(3).ldif(&posix).start().await;
    let mut access = to(&directory);
    access.settings.group_dn = group("posix");
    assert_eq!(names(&read(&access).await.unwrap()), ["uid=u000001"]);
}

/// The group `large`, whose members come as Active Directory gives them: as many at a time as it likes.
fn part(name: &str, members: &[&str]) -> Vec<Answer> {
    let values = members.iter().map(|uid| format!("uid={uid},{PEOPLE_DN}").into_bytes()).collect();
    let empty = LdapPartialAttribute { atype: "member".into(), vals: Vec::new() };
    let ranged = LdapPartialAttribute { atype: name.into(), vals: values };
    let dn = format!("cn=large,{GROUPS_DN}");
    let entry = LdapSearchResultEntry { dn, attributes: vec![empty, ranged] };
    vec![Answer::Say(LdapOp::SearchResultEntry(entry)), done(LdapResultCode::Success, "")]
}

async fn in_ranges(rest: &'static str) -> ScriptedLdap {
    ScriptedLdap::start(move |request: &LdapMsg| match &request.op {
        LdapOp::SearchRequest(search) if search.base.ends_with(GROUPS_DN) && search.scope == LdapSearchScope::Base => {
            match search.attrs[0].as_str() {
                "member" => part("member;range=0-1", &["anna", "bert"]),
                "member;range=2-*" => part(rest, &["carl"]),
                other => panic!("asked for {other}"),
            }
        }
        // The other groups: none.
        LdapOp::SearchRequest(search) if search.attrs == ["1.1"] => vec![done(LdapResultCode::Success, "")],
        LdapOp::SearchRequest(search) if search.scope == LdapSearchScope::Subtree => {
            let people = ["anna", "carl", "dora"].map(|uid| Entry::person(uid).answer());
            people.into_iter().chain([done(LdapResultCode::Success, "")]).collect()
        }
        _ => plainly(request),
    })
    .await
}

#[tokio::test]
async fn a_group_that_comes_in_ranges_is_read_to_its_end() {
    let server = in_ranges("member;range=2-*").await;
    let mut access = to_script(&server);
    access.settings.group_dn = group("large");
    assert_eq!(names(&read(&access).await.unwrap()), ["uid=anna", "uid=carl"]);
}

#[tokio::test]
async fn a_range_that_comes_again_is_no_end() {
    let server = in_ranges("member;range=0-1").await;
    let mut access = to_script(&server);
    access.settings.group_dn = group("large");
    assert_eq!(read(&access).await.unwrap_err(), muster::model::ConnectionFailure::BadAnswer);
}
