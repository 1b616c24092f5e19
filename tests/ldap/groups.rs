//! Members of a group: nested, in circles, in ranges, by name, by uid and by what they name themselves.

use crate::reader::{everyone, names, person, read, to, to_script};
use crate::support::entries::Entry;
use crate::support::openldap::{BASE_DN, GROUPS_DN, OpenLdap, PEOPLE_DN};
use crate::support::people::{group_ldif, ldif};
use crate::support::scripted::{Answer, ScriptedLdap, done, plainly};
use ldap3_proto::proto::{
    LdapMsg, LdapOp, LdapPartialAttribute, LdapResultCode, LdapSearchResultEntry, LdapSearchScope,
};
use muster::ldap::{Access, Connection, Depth, check};
use muster::model::{Dn, Filter};

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

/// Of everyone in the group, how many are not within base and filter.
async fn outside(access: &Access) -> (Vec<String>, u64) {
    let mut connection = Connection::open(access).await.unwrap();
    let found = everyone(&mut connection).await.unwrap();
    (names(&found), connection.outside())
}

#[tokio::test]
async fn unique_members_and_named_groups_count_and_members_outside_are_only_counted() {
    let person = |uid: &str| format!("uid={uid},{PEOPLE_DN}");
    let unique = [
        ("objectClass", "groupOfUniqueNames".to_owned()),
        ("cn", "unique".to_owned()),
        ("uniqueMember", format!("{}#'01'B", person("u000001"))),
        ("uniqueMember", format!("cn=reader,{BASE_DN}")),
        ("uniqueMember", person("gone")),
    ];
    let unique = ldif(&format!("cn=unique,{GROUPS_DN}"), &unique);
    let top = group_ldif("top", &[format!("cn=unique,{GROUPS_DN}"), person("u000002")]);
    let directory = OpenLdap::builder().people(4).ldif(&(unique + &top)).start().await;
    let mut access = to(&directory);
    access.settings.group_dn = group("top");
    assert_eq!(outside(&access).await, (vec!["uid=u000001".to_owned(), "uid=u000002".to_owned()], 2));
    access.settings.user_filter = Some(Filter::parse("(uid=u000002)").unwrap());
    assert_eq!(outside(&access).await, (vec!["uid=u000002".to_owned()], 3));
    let report = check(&access, Depth::Full).await;
    let learned = report.steps.iter().flat_map(|step| &step.learned).find(|line| line.starts_with("3 members"));
    let said =
        "3 members of the LDAP user group are outside of the Directory DN or the User filter and are not imported.";
    assert_eq!(learned.map(String::as_str), Some(said));
}

/// Active Directory's answers: a group whose members come in ranges, one within it that only the rule in
/// chain tells of, one whose primary group is that.
fn active_directory(request: &LdapMsg, refuses: bool) -> Vec<Answer> {
    let LdapOp::SearchRequest(search) = &request.op else { return plainly(request) };
    let filter = format!("{:?}", search.filter);
    let success = done(LdapResultCode::Success, "");
    let sid = |last: u8| {
        let mut sid = vec![1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, last, 4, 0, 0];
        sid.truncate(28);
        sid
    };
    let say = |dn: String, attributes: Vec<(&str, Vec<Vec<u8>>)>| {
        let attributes = attributes.into_iter().map(|(name, vals)| LdapPartialAttribute { atype: name.into(), vals });
        Answer::Say(LdapOp::SearchResultEntry(LdapSearchResultEntry { dn, attributes: attributes.collect() }))
    };
    let member = |uid: &str| format!("uid={uid},{PEOPLE_DN}").into_bytes();
    let within = format!("cn=within,{GROUPS_DN}");
    let user = |uid: &str, primary: &str| {
        let mut entry = Entry::person(uid);
        let guid: Vec<u8> = uid.bytes().cycle().take(16).collect();
        entry.attributes.retain(|(name, _)| name != "entryUUID");
        let mut attributes: Vec<_> =
            entry.attributes.iter().map(|(name, value)| (name.as_str(), vec![value.clone().into_bytes()])).collect();
        attributes.extend([
            ("objectGUID", vec![guid]),
            ("objectSid", vec![sid(99)]),
            ("primaryGroupID", vec![primary.as_bytes().to_vec()]),
        ]);
        say(entry.dn.clone(), attributes)
    };
    if search.base.is_empty() {
        let capability = b"1.2.840.113556.1.4.800".to_vec();
        let context = BASE_DN.as_bytes().to_vec();
        return vec![
            say(String::new(), vec![("supportedCapabilities", vec![capability]), ("namingContexts", vec![context])]),
            success,
        ];
    }
    if filter.contains("1.2.840.113556.1.4.1941") {
        return match refuses {
            true => vec![done(LdapResultCode::InappropriateMatching, "")],
            false if filter.contains("objectCategory") => vec![say(within, vec![]), success],
            false => vec![success],
        };
    }
    match (&search.scope, search.attrs.first().map(String::as_str)) {
        (LdapSearchScope::Base, Some("member")) if search.base == within => {
            vec![say(within, vec![("member", vec![member("dora")]), ("objectSid", vec![sid(7)])]), success]
        }
        (LdapSearchScope::Base, Some("member")) => {
            let part = vec![member("anna"), within.into_bytes()];
            vec![say(search.base.clone(), vec![("member", vec![]), ("member;range=0-1", part)]), success]
        }
        (LdapSearchScope::Base, Some("member;range=2-*")) => {
            vec![say(search.base.clone(), vec![("member;range=2-*", vec![member("bert")])]), success]
        }
        (LdapSearchScope::OneLevel, Some("1.1")) if search.base == GROUPS_DN => vec![say(within, vec![]), success],
        (LdapSearchScope::Subtree, Some("objectGUID")) => vec![
            user("anna", "513"),
            user("bert", "513"),
            user("carl", "513"),
            user("dora", "513"),
            user("emil", "1031"),
            success,
        ],
        _ => vec![success],
    }
}

#[tokio::test]
async fn active_directory_is_asked_for_groups_within_by_its_own_rule_and_walked_where_it_refuses() {
    for refuses in [false, true] {
        let server = ScriptedLdap::start(move |request| active_directory(request, refuses)).await;
        let mut access = to_script(&server);
        access.settings.group_dn = group("large");
        let found = read(&access).await.unwrap();
        assert_eq!(names(&found), ["uid=anna", "uid=bert", "uid=dora", "uid=emil"], "refuses: {refuses}");
        for request in server.requests() {
            let LdapOp::SearchRequest(search) = request.op else { continue };
            let lists_all =
                search.scope == LdapSearchScope::Subtree && format!("{:?}", search.filter).contains("groupOfNames");
            assert!(!lists_all, "all groups were listed: {search:?}");
        }
    }
}

#[tokio::test]
async fn whoever_names_the_group_is_in_it_where_the_server_lets_it_be_asked_and_where_not() {
    for refuses in [false, true] {
        let server = ScriptedLdap::start(move |request| {
            let LdapOp::SearchRequest(search) = &request.op else { return plainly(request) };
            let filter = format!("{:?}", search.filter);
            let success = done(LdapResultCode::Success, "");
            let team = format!("CN=Team, {GROUPS_DN}");
            let (anna, bert) =
                (Entry::person("anna").with("memberof", &team), Entry::person("bert").with("memberof", BASE_DN));
            match search.scope {
                LdapSearchScope::Base if search.base.ends_with(GROUPS_DN) && !filter.contains("Equality") => {
                    vec![Entry::person("x").at(&team).with("uid", "").answer(), success]
                }
                LdapSearchScope::Subtree if filter.to_lowercase().contains("memberof") && refuses => {
                    vec![done(LdapResultCode::UnwillingToPerform, "")]
                }
                LdapSearchScope::Subtree => vec![anna.answer(), bert.answer(), success],
                _ => plainly(request),
            }
        })
        .await;
        let mut access = to_script(&server);
        access.settings.group_dn = group("team");
        assert_eq!(names(&read(&access).await.unwrap()), ["uid=anna"], "refuses: {refuses}");
    }
}
