//! What holds alike on every kind of server.

use crate::support::company::{Company, counts, of_kind};
use crate::support::people::person;
use crate::town::{Kind, ORDINARY, Server, WITH_STATE};
use ldap3::{Mod, Scope, SearchEntry};
use std::collections::HashSet;

/// The company on one server, imported.
async fn imported(kind: Kind) -> (Server, Company) {
    let server = kind.company().await;
    let company = Company::new().await;
    company.admin.connect_port(server.port(), &[("host", server.host())]).await.expect_status(303);
    let run = company.import().await;
    assert_eq!(run["added"], ORDINARY + WITH_STATE.len(), "{run}");
    (server, company)
}

/// What the directory's administrator does to switch an account off.
async fn switch_off(kind: Kind, server: &Server, dn: &str) {
    let (attribute, value) = match kind {
        Kind::OpenLdap => ("pwdAccountLockedTime", "000001010000Z"),
        Kind::Ds389 => ("nsAccountLock", "true"),
        Kind::ActiveDirectory => ("userAccountControl", "66050"),
    };
    let change = vec![Mod::Replace(attribute, HashSet::from([value]))];
    server.admin().await.modify(dn, change).await.unwrap().success().unwrap();
}

/// FIELD-FAILURES 22.
async fn off_is_out(kind: Kind) {
    let (server, company) = imported(kind).await;
    let (mail, password) = (person(0).mail, person(0).password());
    let visitor = company.sign_in(&mail, &password).await;
    switch_off(kind, &server, &kind.dn(&person(0).uid)).await;
    visitor.get("/me").await.expect_status(200);
    company.try_sign_in(&mail, &password).await.1.expect_status(422);
    let run = company.import().await;
    assert_eq!((&run["updated"], &run["removed"]), (&1.into(), &0.into()), "{run}");
    assert_eq!(company.agent(&mail).await["state"], "disabled");
    visitor.get("/me").await.expect_status(303);
    company.try_sign_in(&mail, &password).await.1.expect_status(422);
}

#[tokio::test]
async fn whoever_is_switched_off_in_openldap_is_out_with_the_import_that_learns_it() {
    off_is_out(Kind::OpenLdap).await;
}

#[tokio::test]
async fn whoever_is_switched_off_in_389_directory_server_is_out_with_the_import_that_learns_it() {
    off_is_out(Kind::Ds389).await;
}

#[tokio::test]
async fn whoever_is_switched_off_in_active_directory_is_out_with_the_import_that_learns_it() {
    off_is_out(Kind::ActiveDirectory).await;
}

/// Asks the server itself for everyone's GUID, as it writes it.
async fn guids(kind: Kind, server: &Server) -> Vec<String> {
    let (attribute, filter) = match kind {
        Kind::OpenLdap => ("entryUUID", "(uid=u0*)"),
        Kind::Ds389 => ("nsUniqueId", "(uid=u0*)"),
        Kind::ActiveDirectory => ("objectGUID", "(sAMAccountName=u0*)"),
    };
    let mut admin = server.admin().await;
    let found = admin.search("ou=people,dc=example,dc=test", Scope::Subtree, filter, vec![attribute]).await.unwrap();
    let guid = |entry: SearchEntry| match entry.bin_attrs.get(attribute) {
        // Three numbers in the order of small machines, then bytes ([MS-DTYP] §2.3.4.2).
        Some(bytes) => uuid::Uuid::from_slice_le(&bytes[0]).unwrap().to_string(),
        None => entry.attrs[attribute][0].to_lowercase(),
    };
    let mut guids: Vec<String> = found.success().unwrap().0.into_iter().map(SearchEntry::construct).map(guid).collect();
    guids.sort();
    guids
}

/// FIELD-FAILURES 10 and 27: an operational attribute comes only when it is asked for by name.
async fn the_same_guids(kind: Kind) {
    let (server, company) = imported(kind).await;
    let known = company.agents().await.into_iter().filter(|agent| agent["email"].as_str().unwrap().starts_with("u0"));
    let mut known: Vec<String> = known.map(|agent| agent["guid"].as_str().unwrap().to_owned()).collect();
    known.sort();
    assert_eq!(known, guids(kind, &server).await);
    assert_eq!(known.len(), ORDINARY);
}

#[tokio::test]
async fn agents_have_the_entry_uuid_that_openldap_gives_when_asked_by_name() {
    the_same_guids(Kind::OpenLdap).await;
}

#[tokio::test]
async fn agents_have_the_ns_unique_id_as_389_directory_server_writes_it() {
    the_same_guids(Kind::Ds389).await;
}

#[tokio::test]
async fn agents_have_the_object_guid_with_its_numbers_the_right_way_round() {
    the_same_guids(Kind::ActiveDirectory).await;
}

/// A second reading finds nothing to do, and a lost right removes nobody.
#[tokio::test]
async fn whoever_the_user_may_not_see_any_more_is_held_and_not_removed() {
    let (server, company) = imported(Kind::Ds389).await;
    let hide = "(targetattr=\"*\")(version 3.0; acl \"hidden\"; deny (all) userdn=\"ldap:///cn=sync,ou=system,dc=example,dc=test\";)";
    let change = vec![Mod::Add("aci", HashSet::from([hide]))];
    server.admin().await.modify("ou=people,dc=example,dc=test", change).await.unwrap().success().unwrap();
    let run = company.admin.import_and_wait().await;
    assert_eq!((&run["state"], &run["read"], &run["removed"]), (&"held".into(), &0.into(), &0.into()), "{run}");
    assert_eq!(counts(&run)[6], 15, "{run}");
    assert_eq!(company.agents().await.len(), 15);
    let page = company.admin.get(&format!("/imports/{}", run["id"])).await.text;
    assert!(page.contains("right"), "the likely causes are not named: {page}");
    assert!(of_kind(&company.changes(&run).await, "removed").is_empty());
}
