//! The habits of lldap: no root DSE worth the name, pages ignored, attribute names in lower case, members of groups
//! in both ways.

use crate::reader::{names, person, read, to_script};
use crate::support::openldap::{BASE_DN, GROUPS_DN, PEOPLE_DN};
use crate::support::scripted::{Answer, ScriptedLdap, done, entry, plainly};
use ldap3_proto::proto::{LdapMsg, LdapOp, LdapResultCode, LdapSearchScope};
use muster::ldap::{Access, Connection, Depth, check};
use muster::model::*;

const TEAM: &str = "cn=team,ou=groups,dc=example,dc=test";

fn anybody(uid: &str, group: &str) -> Answer {
    let (dn, mail) = (format!("uid={uid},{PEOPLE_DN}"), format!("{uid}@example.test"));
    let guid = uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, uid.as_bytes()).to_string();
    let attributes =
        [("objectclass", "inetOrgPerson"), ("uid", uid), ("entryuuid", &guid), ("cn", uid), ("mail", &mail)];
    entry(&dn, &[&attributes[..], &[("memberof", group)]].concat())
}

fn lldap(request: &LdapMsg) -> Vec<Answer> {
    let LdapOp::SearchRequest(search) = &request.op else { return plainly(request) };
    let success = done(LdapResultCode::Success, "");
    let filter = format!("{:?}", search.filter).to_lowercase();
    if search.base.is_empty() {
        let root = [("vendorname", "LLDAP"), ("vendorversion", "lldap_0.6.1"), ("namingcontexts", BASE_DN)];
        return vec![entry("", &root), success];
    }
    if search.base.eq_ignore_ascii_case(TEAM) {
        let (anna, bert) = (format!("uid=anna,{PEOPLE_DN}"), format!("uid=bert,{PEOPLE_DN}"));
        let group = [("objectclass", "groupOfUniqueNames"), ("cn", "team"), ("member", &anna), ("uniquemember", &bert)];
        return vec![entry(TEAM, &group), success];
    }
    // Groups are found by what is asked of groups, people otherwise.
    if filter.contains("groupofnames") || search.scope == LdapSearchScope::Base {
        return vec![success];
    }
    vec![anybody("anna", TEAM), anybody("bert", TEAM), anybody("carl", TEAM), anybody("dora", "cn=x"), success]
}

async fn access() -> (ScriptedLdap, Access) {
    let server = ScriptedLdap::start(lldap).await;
    let access = to_script(&server);
    (server, access)
}

#[tokio::test]
async fn names_in_lower_case_are_the_same_attributes() {
    let (_server, mut access) = access().await;
    let found = read(&access).await.unwrap();
    assert_eq!(found.iter().map(person).filter(|person| person.email.as_str() == "anna@example.test").count(), 1);
    access.settings.group_dn = Some(Dn::parse(&format!("CN=Team,{GROUPS_DN}")).unwrap());
    assert_eq!(names(&read(&access).await.unwrap()), ["uid=anna", "uid=bert", "uid=carl"]);
}

#[tokio::test]
async fn what_was_recognised_and_chosen_is_shown() {
    let (_server, access) = access().await;
    let report = check(&access, Depth::Full).await;
    assert_eq!(report.problem(), None);
    assert_eq!(report.steps[3].learned, ["LDAP server (LLDAP lldap_0.6.1)"]);
    assert_eq!(report.steps[4].learned, [BASE_DN]);
    assert!(report.steps[5].learned[1].starts_with("User filter for LDAP server: (&(|(objectClass=inetOrgPerson)"));
    assert!(report.steps[6].learned.contains(&"entryUUID: 4 of 4".to_owned()), "{:?}", report.steps[6].learned);
}

#[tokio::test]
async fn someone_is_looked_up_there_too() {
    let (_server, mut access) = access().await;
    access.settings.group_dn = Some(Dn::parse(TEAM).unwrap());
    let mut connection = Connection::open(&access).await.unwrap();
    let found = connection.look_up("anna").await.unwrap();
    let place = |at: usize| &found.entries[at].place.group;
    assert!(matches!(place(0), GroupPlace::In(Road { tie: Tie::Member, .. })), "{:?}", place(0));
    assert!(matches!(place(1), GroupPlace::In(Road { tie: Tie::UniqueMember, .. })), "{:?}", place(1));
    assert!(matches!(place(2), GroupPlace::In(Road { tie: Tie::MemberOf, .. })), "{:?}", place(2));
    assert_eq!(place(3), &GroupPlace::Out);
}
