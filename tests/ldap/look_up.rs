//! Looking someone up: what the directory says, and what follows from it.

use crate::reader::{to, to_script};
use crate::support::entries::Entries;
use crate::support::openldap::{BASE_DN, GROUPS_DN, OpenLdap, PEOPLE_DN};
use crate::support::people::{group_ldif, ldif};
use muster::ldap::{Access, Connection};
use muster::model::*;

async fn look_up(access: &Access, text: &str) -> LookUp {
    let mut connection = Connection::open(access).await.unwrap();
    connection.look_up(text).await.unwrap()
}

/// The only entry, which must be there.
async fn one(access: &Access, text: &str) -> LookedUp {
    let mut found = look_up(access, text).await;
    assert_eq!(found.entries.len(), 1, "{text}: {:?}", found.entries);
    found.entries.remove(0)
}

fn dns(found: &LookUp) -> Vec<&str> {
    found.entries.iter().map(|entry| entry.dn.as_str()).collect()
}

fn dn(uid: &str) -> String {
    format!("uid={uid},{PEOPLE_DN}")
}

/// Anna, in two groups within another; Bert, who is switched off; a star; and a machine's account apart.
async fn directory() -> OpenLdap {
    let person = |dn: &str, uid: &str, cn: &str, more: &[(&'static str, &str)]| {
        let mail = format!("{uid}@example.test");
        let usual = [("objectClass", "inetOrgPerson"), ("objectClass", "shadowAccount"), ("uid", uid), ("cn", cn)];
        let own = [("sn", cn), ("mail", mail.as_str()), ("userPassword", "secret")];
        let all = usual.iter().chain(&own).chain(more).map(|(name, value)| (*name, (*value).to_owned()));
        ldif(dn, &all.collect::<Vec<_>>())
    };
    let posix = [("objectClass", "posixGroup"), ("cn", "posix"), ("gidNumber", "5"), ("memberUid", "anna")];
    let group = |name: &str| format!("cn={name},{GROUPS_DN}");
    let entries = [
        person(
            &dn("anna"),
            "anna",
            "Anna Berg",
            &[("mail", "a@example.test"), ("mail", "none"), ("telephoneNumber", "1")],
        ),
        person(&dn("bert"), "bert", "Bert Berg", &[("shadowExpire", "19000")]),
        person(&dn("star"), "star", "A*(b)", &[]),
        person(&format!("uid=robot,ou=groups,{BASE_DN}"), "robot", "Robot", &[]),
        group_ldif("inner", &[dn("anna"), group("outer")]),
        group_ldif("outer", &[group("inner")]),
        ldif(&group("posix"), &posix.map(|(name, value)| (name, value.to_owned()))),
    ];
    OpenLdap::builder().ldif(&entries.concat()).start().await
}

fn access(directory: &OpenLdap) -> Access {
    let mut access = to(directory);
    access.settings.base_dn = Some(Dn::parse(PEOPLE_DN).unwrap());
    access
}

#[tokio::test]
async fn someone_is_found_by_mail_name_account_or_dn_and_by_nothing_else() {
    let directory = directory().await;
    let access = access(&directory);
    for text in ["anna@example.test", "ANNA BERG", "anna", &dn("Anna"), " a@example.test "] {
        assert_eq!(one(&access, text).await.dn, dn("anna"), "{text}");
    }
    assert_eq!(one(&access, "A*(b)").await.dn, dn("star"));
    assert_eq!(dns(&look_up(&access, "berg").await), [dn("anna"), dn("bert")], "a part of a name");
    for text in ["", "*", "*)(uid=*", "nobody", "uid=nobody,dc=example", "cn=,", &"x".repeat(5000)] {
        assert_eq!(dns(&look_up(&access, text).await), [""; 0], "{text}");
    }
}

#[tokio::test]
async fn every_value_is_shown_with_what_is_taken_and_no_password() {
    let directory = directory().await;
    let anna = one(&access(&directory), "anna").await;
    let [guid, name, mail, phone] = &anna.fields[..] else { panic!("{:?}", anna.fields) };
    assert_eq!((guid.attribute.as_str(), guid.taken.as_deref()), ("entryUUID", anna.guid.as_ref().map(Guid::as_str)));
    assert_eq!(name.taken.as_deref(), Some("Anna Berg"));
    assert_eq!(mail.values, ["a@example.test", "anna@example.test", "none"]);
    assert_eq!(mail.taken.as_deref(), Some("a@example.test"));
    assert!(mail.note.as_ref().unwrap().contains("first in order"), "{mail:?}");
    assert_eq!(phone.values, ["1"]);
    assert!(!format!("{anna:?}").contains("secret"));
    assert_eq!(anna.found.as_ref().unwrap().email.as_str(), "a@example.test");
}

#[tokio::test]
async fn the_groups_of_someone_come_with_the_road_to_each() {
    let directory = directory().await;
    let mut access = access(&directory);
    let anna = one(&access, "anna").await;
    let group = |name: &str| format!("cn={name},{GROUPS_DN}");
    let road = |tie, names: &[&str]| Road { tie, through: names.iter().map(|name| group(name)).collect() };
    let expected =
        [road(Tie::Member, &["inner"]), road(Tie::MemberUid, &["posix"]), road(Tie::Member, &["inner", "outer"])];
    assert_eq!((anna.groups, anna.more_groups), (expected.into(), false));
    access.settings.group_dn = Some(Dn::parse(&group("outer")).unwrap());
    let anna = one(&access, "anna").await;
    assert_eq!(anna.place.group, GroupPlace::In(road(Tie::Member, &["inner", "outer"])));
    assert_eq!(anna.objection(Question::WouldBeImported), None);
}

#[tokio::test]
async fn each_no_names_its_reason() {
    let directory = directory().await;
    let mut access = access(&directory);
    let no = async |access: &Access, text: &str, question| {
        one(access, text).await.objection(question).unwrap_or("yes").to_owned()
    };
    use Question::{CouldSignIn, WouldBeImported};
    assert_eq!(no(&access, "anna", CouldSignIn).await, "yes");
    assert_eq!(no(&access, "bert", WouldBeImported).await, "yes");
    let expired = "The account has expired in the directory (shadowExpire: 19000).";
    assert_eq!(no(&access, "bert", CouldSignIn).await, expired);
    let outside = format!("The entry is outside of the Directory DN ({PEOPLE_DN}).");
    assert_eq!(no(&access, "robot", WouldBeImported).await, outside);
    assert_eq!(no(&access, "robot", CouldSignIn).await, outside);

    access.settings.user_filter = Some(Filter::parse("(uid=bert)").unwrap());
    assert_eq!(no(&access, "anna", WouldBeImported).await, "The User filter leaves the entry out: (uid=bert)");
    let robot = one(&access, "robot").await;
    assert!(!robot.place.matches_filter && !robot.place.within_base);

    access.settings.group_dn = Some(Dn::parse(&format!("cn=inner,{GROUPS_DN}")).unwrap());
    let left_out = format!("The entry is not in the LDAP user group (cn=inner,{GROUPS_DN}).");
    assert_eq!(no(&access, "bert", WouldBeImported).await, left_out);
    access.settings.group_dn = Some(Dn::parse("cn=gone,dc=example,dc=test").unwrap());
    let found = look_up(&access, "bert").await;
    assert_eq!(found.group_problem.unwrap().failure.field(), Some("group_dn"));
    assert_eq!(found.entries[0].place.group, GroupPlace::Unknown);

    access.settings.group_dn = None;
    access.settings.mail_attribute = Some(AttributeName::parse("description").unwrap());
    let no_mail = "The entry has no description, so it could not sign in.";
    assert_eq!(no(&access, "bert", WouldBeImported).await, no_mail);
}

#[tokio::test]
async fn of_many_only_twenty_are_shown_whether_the_server_keeps_to_the_limit_or_not() {
    let uids: Vec<String> = (0..30).map(|number| format!("u{number:02}")).collect();
    let server = Entries::people(&uids.iter().map(String::as_str).collect::<Vec<_>>()).serve().await;
    let found = look_up(&to_script(&server), "person").await;
    assert_eq!((found.entries.len(), found.more), (20, true));
    let directory = OpenLdap::builder().people(30).start().await;
    let found = look_up(&to(&directory), "u0000").await;
    assert_eq!((found.entries.len(), found.more), (20, true), "the beginning of a mail");
    let mut access = to(&directory);
    access.settings.cn_attribute = Some(AttributeName::parse("objectClass").unwrap());
    let found = look_up(&access, "inetOrgPerson").await;
    assert_eq!((found.entries.len(), found.more), (20, true));
}
