//! Who comes in, with what, and what is left alone.

use crate::support::company::{Company, counts, of_kind};
use crate::support::entries::{Entries, Entry};
use crate::support::html;
use crate::support::http::ADMINISTRATOR_EMAIL;
use crate::support::openldap::{OpenLdap, PEOPLE_DN};
use crate::support::panel::{Panel, Records};
use crate::support::people::{self, people};
use serde_json::{Value, json};

#[tokio::test]
async fn the_first_import_brings_everyone_as_the_directory_has_them() {
    let directory = OpenLdap::builder().people(12).start().await;
    let company = Company::of(&directory).await;
    let run = company.import().await;
    assert_eq!(counts(&run), [12, 0, 0, 0, 0, 0, 0]);
    assert_eq!(run["read"], 12);
    let group: u64 = default_groups(&company).await[0].parse().unwrap();
    for (person, agent) in people(12).zip(company.agents().await) {
        let known = ["name", "email", "phone", "dn", "role", "groups", "source", "state"].map(|field| &agent[field]);
        let expected =
            json!([person.name, person.mail, person.phone, person.dn(), "employee", [group], "ldap", "active"]);
        assert_eq!(json!(known), expected);
    }
}

#[tokio::test]
async fn a_second_import_of_an_unchanged_directory_writes_no_agent_and_no_index() {
    let directory = OpenLdap::builder().people(30).start().await;
    let Company { mut panel, admin } = Company::of(&directory).await;
    admin.import_and_wait().await;
    let run = admin.import_and_wait().await;
    assert_eq!(counts(&run), [0, 0, 30, 0, 0, 0, 0]);
    assert_eq!(admin.get_json(&format!("/imports/{}/changes", run["id"])).await["total"], 0);

    let before = stored(&mut panel).await;
    panel.start_again().await;
    assert!(panel.run(&["import"]).await.status.success());
    let after = stored(&mut panel).await;
    let agents = before.keys().filter(|(table, _)| table.trim_start_matches("muster.") == "agents").count();
    assert_eq!(agents, 31, "30 people and the administrator");
    assert!(before == after, "an import of an unchanged directory changed the store");
}

/// What an import's own record, the day's tally of imports, the latency of the link, the lease, sessions and the queue are kept in. In the embedded store "single" has
/// the lease, in PostgreSQL the ledger.
const OTHERS: [&str; 17] = [
    "single",
    "runs",
    "changes",
    "sessions",
    "agent_sessions",
    "__sled__default",
    "muster.ledger",
    "muster.runs",
    "muster.sessions",
    "apalis.jobs",
    "import_days",
    "link_spans",
    "muster.import_days",
    "muster.link_spans",
    "activity",
    "muster.activity",
    "muster.activity_head",
];

/// Every agent, every group and whatever else a store keeps about them, byte for byte, of a panel that
/// is stopped for it.
async fn stored(panel: &mut Panel) -> Records {
    assert!(panel.stop().await.success());
    panel.records(&OTHERS)
}

#[tokio::test]
async fn every_change_is_listed_field_by_field() {
    let directory = OpenLdap::builder().people(4).start().await;
    let company = Company::of(&directory).await;
    let first = company.import().await;
    let person = people::person(1);
    let changes = company.changes(&first).await;
    assert_eq!(of_kind(&changes, "added").len(), 4);
    let added = changes.iter().find(|change| change["dn"] == person.dn()).unwrap();
    let expected = [
        ("name", &person.name),
        ("email", &person.mail),
        ("phone", &person.phone),
        ("dn", &person.dn()),
        ("state", &"enabled".to_owned()),
    ];
    let expected: Vec<Value> =
        expected.iter().map(|(field, new)| json!({ "field": field, "old": null, "new": new })).collect();
    assert_eq!(added["fields"], json!(expected));

    directory.replace(&person.dn(), "telephoneNumber", &["+49 1"]).await;
    directory.replace(&person.dn(), "mail", &["new@example.test"]).await;
    directory.replace(&people::person(2).dn(), "telephoneNumber", &[]).await;
    directory.delete(&people::person(3).dn()).await;
    let run = company.import().await;
    assert_eq!(counts(&run), [0, 2, 1, 1, 0, 0, 0]);
    let changes = company.changes(&run).await;
    let of = |dn: String| changes.iter().find(|change| change["dn"] == dn).unwrap();
    let fields = json!([
        { "field": "email", "old": person.mail, "new": "new@example.test" },
        { "field": "phone", "old": person.phone, "new": "+49 1" },
    ]);
    assert_eq!((&of(person.dn())["kind"], &of(person.dn())["fields"]), (&json!("updated"), &fields));
    let phone = json!([{ "field": "phone", "old": people::person(2).phone, "new": null }]);
    assert_eq!(of(people::person(2).dn())["fields"], phone);
    assert_eq!(of(people::person(3).dn())["kind"], "removed");
    let agent = company.agent("new@example.test").await;
    assert_eq!((&agent["id"], &agent["phone"]), (&of(person.dn())["agent"], &json!("+49 1")));
}

#[tokio::test]
async fn what_an_administrator_chose_and_what_was_given_on_arrival_stays() {
    let directory = OpenLdap::builder().people(2).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    company.admin.post("/groups", &[("name", "Night shift")]).await.expect_status(303);
    let groups = default_groups(&company).await;
    let [chosen, untouched] = [0, 1].map(|number| people::person(number).mail);
    let before = company.agent(&untouched).await;
    let id = company.agent(&chosen).await["id"].as_str().unwrap().to_owned();
    let change = [("role", "support"), ("groups", groups[1].as_str())];
    let (form, action) = (format!("/agents/{id}/edit"), format!("/agents/{id}"));
    company.admin.submit(&form, &action, &change).await.expect_status(303);

    // Another default: for those who come from now on.
    let defaults = [("default_role", "administrator"), ("default_group", groups[1].as_str())];
    company.admin.connect_directory_with(&directory, &defaults).await.expect_status(303);
    directory.replace(&people::person(0).dn(), "telephoneNumber", &["+49 2"]).await;
    directory.add_person("late", "Late Comer", "late@example.test").await;
    assert_eq!(counts(&company.import().await), [1, 1, 1, 0, 0, 0, 0]);
    let agent = company.agent(&chosen).await;
    let night: u64 = groups[1].parse().unwrap();
    assert_eq!(json!([agent["role"], agent["groups"], agent["phone"]]), json!(["support", [night], "+49 2"]));
    assert_eq!(company.agent(&untouched).await, before);
    let late = company.agent("late@example.test").await;
    assert_eq!(json!([late["role"], late["groups"]]), json!(["administrator", [night]]));
}

#[tokio::test]
async fn a_local_agent_with_the_same_mail_is_left_alone_and_the_entry_reported() {
    let directory = OpenLdap::builder().people(1).start().await;
    directory.add_person("ada", "Another Ada", ADMINISTRATOR_EMAIL).await;
    let company = Company::of(&directory).await;
    let before = company.agent(ADMINISTRATOR_EMAIL).await;
    for _ in 0..2 {
        let run = company.import().await;
        assert_eq!(run["skipped"], 1);
        let changes = company.changes(&run).await;
        let skipped = of_kind(&changes, "skipped")[0];
        assert_eq!(skipped["dn"], format!("uid=ada,{PEOPLE_DN}"));
        let reason = skipped["reason"].as_str().unwrap();
        assert!(reason.contains("local agent") && reason.contains(ADMINISTRATOR_EMAIL), "{reason}");
        assert_eq!(company.agent(ADMINISTRATOR_EMAIL).await, before);
    }
}

#[tokio::test]
async fn a_preview_changes_nothing_and_lists_what_would() {
    let directory = OpenLdap::builder().people(5).start().await;
    let company = Company::of(&directory).await;
    let preview = company.admin.preview_and_wait().await;
    assert_eq!((&preview["state"], &preview["dry_run"], counts(&preview)[0]), (&json!("done"), &json!(true), 5));
    assert_eq!(company.agents().await, Vec::<Value>::new());
    company.import().await;
    let before = company.agents().await;

    directory.delete(&people::person(0).dn()).await;
    directory.replace(&people::person(1).dn(), "cn", &["New Name"]).await;
    directory.add_person("new", "New", "new@example.test").await;
    let preview = company.admin.preview_and_wait().await;
    assert_eq!(counts(&preview), [1, 1, 3, 1, 0, 0, 0]);
    assert_eq!(company.agents().await, before);
    let foreseen = company.changes(&preview).await;
    let done = company.changes(&company.import().await).await;
    let without_ids = |changes: &[Value]| -> Vec<Value> {
        changes.iter().map(|change| json!([change["kind"], change["name"], change["dn"], change["fields"]])).collect()
    };
    assert_eq!(without_ids(&foreseen), without_ids(&done));
}

#[tokio::test]
async fn of_several_mails_the_first_address_in_a_stable_order_counts() {
    let directory = OpenLdap::builder().start().await;
    let dn = directory.add_person("several", "Several", "").await;
    directory.replace(&dn, "mail", &["z@example.test", "n/a", "b@example.test"]).await;
    let company = Company::of(&directory).await;
    company.import().await;
    assert_eq!(company.emails().await, ["b@example.test"]);
    directory.replace(&dn, "mail", &["n/a", "b@example.test", "z@example.test"]).await;
    assert_eq!(counts(&company.import().await), [0, 0, 1, 0, 0, 0, 0]);
}

#[tokio::test]
async fn an_entry_that_cannot_be_used_is_skipped_with_its_reason_and_the_run_goes_on() {
    let entries = Entries::default();
    let nobody = Entry::person("noguid").with("entryUUID", "");
    entries.set(vec![
        Entry::person("anna"),
        nobody.clone(),
        nobody.at(&format!("uid=noguid2,{PEOPLE_DN}")).with("mail", "noguid2@example.test"),
        Entry::person("empty").with("mail", ""),
        Entry::person("text").with("mail", "ask at the desk"),
        Entry::person("badguid").with("entryUUID", "1234"),
        Entry::person("zoe"),
    ]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    let run = company.import().await;
    assert_eq!((run["read"].as_u64(), counts(&run)), (Some(7), [2, 0, 0, 0, 0, 5, 0]));
    assert_eq!(company.emails().await, ["anna@example.test", "zoe@example.test"]);
    let changes = company.changes(&run).await;
    let reason = |uid: &str| {
        let dn = format!("uid={uid},{PEOPLE_DN}");
        changes.iter().find(|change| change["dn"] == dn).unwrap()["reason"].as_str().unwrap().to_owned()
    };
    for (uid, words) in [
        ("noguid", "entryUUID"),
        ("noguid2", "entryUUID"),
        ("badguid", "entryUUID"),
        ("empty", "has no mail"),
        ("text", "ask at the desk"),
    ] {
        assert!(reason(uid).contains(words), "{uid}: {}", reason(uid));
    }
    assert_eq!(counts(&company.import().await), [0, 0, 2, 0, 0, 5, 0]);
}

/// The ids of all groups, in the order of the settings form.
async fn default_groups(company: &Company) -> Vec<String> {
    let shown = company.admin.get("/settings/ldap/index").await.expect_status(200);
    let mut groups = html::options(&shown.text, "default_group");
    groups.sort_by_key(|id| id.parse::<u64>().unwrap_or(0));
    groups.retain(|id| !id.is_empty());
    groups
}
