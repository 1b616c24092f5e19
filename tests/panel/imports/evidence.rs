//! Before anyone is removed the directory is asked for them by GUID, and what it says is kept.

use crate::support::company::{Company, counts, of_kind};
use crate::support::entries::{Entries, Entry, is_people_search};
use crate::support::openldap::{BASE_DN, GROUPS_DN, OpenLdap, PEOPLE_DN};
use crate::support::people::{self, group_ldif};
use crate::support::scripted::ScriptedLdap;
use ldap3::Mod;
use ldap3_proto::proto::LdapMsg;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The reason for which the person of this number was removed: in the report, and on the agent.
async fn reason(company: &Company, run: &Value, number: usize) -> String {
    let changes = company.changes(run).await;
    let name = people::person(number).name;
    let removed = of_kind(&changes, "removed").into_iter().find(|change| change["name"] == json!(name));
    let removed = removed.unwrap_or_else(|| panic!("{name} was not removed: {changes:?}"));
    let agent = company.admin.get_json(&format!("/agents/{}", removed["agent"].as_str().unwrap())).await;
    assert_eq!(agent["removal_reason"], removed["reason"], "kept with the removal");
    assert_eq!(agent["removed_by"], run["id"]);
    removed["reason"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn moved_out_filtered_out_out_of_the_group_and_gone_are_told_apart() {
    let group = format!("cn=team,{GROUPS_DN}");
    let members: Vec<String> = (0..8).map(|number| people::person(number).dn()).collect();
    let directory = OpenLdap::builder().people(9).ldif(&group_ldif("team", &members)).start().await;
    let left = format!("ou=left,{BASE_DN}");
    directory.add(&left, &[("objectClass", "organizationalUnit"), ("ou", "left")]).await;
    let company = Company::new().await;
    let filter = "(&(objectClass=inetOrgPerson)(!(employeeType=retired)))";
    let settings = [("base_dn", PEOPLE_DN), ("group_dn", group.as_str()), ("user_filter", filter)];
    company.admin.connect_directory_with(&directory, &settings).await.expect_status(303);
    assert_eq!(counts(&company.import().await)[0], 8);

    let [gone, moved, filtered, out] = [0, 1, 2, 3].map(people::person);
    directory.delete(&gone.dn()).await;
    let moved_dn = directory.move_to(&moved.dn(), &left).await;
    directory.replace(&filtered.dn(), "employeeType", &["retired"]).await;
    directory.modify(&group, vec![Mod::Delete("member", HashSet::from([out.dn().as_str()]))]).await;
    let run = company.import().await;
    assert_eq!(counts(&run), [0, 0, 4, 4, 0, 0, 0]);
    assert_eq!(reason(&company, &run, 0).await, "No longer in the directory.");
    assert_eq!(reason(&company, &run, 1).await, format!("Now at {moved_dn}, outside of the Directory DN."));
    let left_out = format!("Still in the directory ({}), and left out by the user filter.", filtered.dn());
    assert_eq!(reason(&company, &run, 2).await, left_out);
    let no_member = format!("Still in the directory ({}), and no member of the LDAP user group any more.", out.dn());
    assert_eq!(reason(&company, &run, 3).await, no_member);
    let page = company.admin.get("/agents?state=removed").await.expect_status(200);
    assert!(page.text.contains(&left_out), "the list of the removed does not say why");
}

#[tokio::test]
async fn whoever_the_search_leaves_out_and_who_is_there_when_asked_for_is_not_removed() {
    let everyone: Vec<String> = (0..30).map(|n| format!("p{n:02}")).collect();
    let names: Vec<&str> = everyone.iter().map(String::as_str).collect();
    let entries = Entries::people(&names);
    let cut = Arc::new(AtomicUsize::new(usize::MAX));
    let (script, shown) = (entries.clone(), cut.clone());
    let server = ScriptedLdap::start(move |request: &LdapMsg| {
        let mut answers = script.answer(request);
        if is_people_search(request) {
            // A success that is short: a replica that is behind, an index that is broken.
            let end = answers.pop();
            answers.truncate(shown.load(Ordering::SeqCst));
            answers.extend(end);
        }
        answers
    })
    .await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let before = company.agents().await;

    cut.store(20, Ordering::SeqCst);
    let run = company.import().await;
    assert_eq!((&run["missed"], &run["read"], counts(&run)), (&json!(10), &json!(30), [0, 0, 30, 0, 0, 0, 0]));
    assert_eq!(company.agents().await, before);
    let changes = company.changes(&run).await;
    let missed = of_kind(&changes, "missed");
    assert_eq!(missed.len(), 10);
    assert!(missed[0]["reason"].as_str().unwrap().contains("there when asked for by GUID"), "{missed:?}");
    let page = company.admin.get(&format!("/imports/{}?kind=missed", run["id"])).await.expect_status(200);
    assert!(page.text.contains("there when asked for by GUID"));

    // What changed of someone who was missed is brought up to date all the same.
    let changed = names.iter().map(|uid| Entry::person(uid).with("cn", "New Name"));
    entries.set(changed.collect());
    assert_eq!(counts(&company.import().await), [0, 30, 0, 0, 0, 0, 0]);
}

#[tokio::test]
async fn a_hundred_absent_people_are_asked_for_in_few_questions() {
    let everyone: Vec<String> = (0..1000).map(|n| format!("p{n:03}")).collect();
    let entries = Entries::default();
    entries.set(everyone.iter().map(|uid| Entry::person(uid)).collect());
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let before = server.requests().len();
    entries.set(everyone[150..].iter().map(|uid| Entry::person(uid)).collect());
    assert_eq!(counts(&company.import().await), [0, 0, 850, 150, 0, 0, 0]);
    let asked = server.requests().len() - before;
    assert!(asked < 20, "{asked} requests for 150 absent people");
}
