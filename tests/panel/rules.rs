//! Roles and groups from LDAP groups: the page, the trial, what an import makes of it, and an administrator's own
//! choice beside it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::support::company::{Company, counts, of_kind};
use super::support::html;
use super::support::http::{Page, Visitor};
use super::support::openldap::{GROUPS_DN, OpenLdap};
use super::support::people::{self, group_ldif};
use serde_json::{Value, json};

const RULES: &str = "/settings/ldap/rules";
const TRY: &str = "/settings/ldap/rules/try";

fn group(name: &str) -> String {
    format!("cn={name},{GROUPS_DN}")
}

/// Six people. `admins` holds person 0 and `leads`, which holds person 1 and `admins` again; `sales` holds persons 1
/// and 2.
async fn directory() -> OpenLdap {
    let dn = |number| people::person(number).dn();
    let groups = [
        group_ldif("admins", &[dn(0), group("leads")]),
        group_ldif("leads", &[dn(1), group("admins")]),
        group_ldif("sales", &[dn(1), dn(2)]),
    ];
    OpenLdap::builder().people(6).ldif(&groups.concat()).start().await
}

/// Connected and imported, with the group Sales (its id is answered); default role: Internal employee.
async fn company(directory: &OpenLdap) -> (Company, String) {
    let company = Company::of(directory).await;
    company.import().await;
    company.admin.post("/groups", &[("name", "Sales")]).await.expect_status(303);
    let shown = company.admin.get("/agents/new").await.expect_status(200);
    let sales = shown.text.split("<label for=\"field-groups-").find(|part| part.contains(">Sales<")).unwrap();
    let sales = sales.split('"').next().unwrap().to_owned();
    (company, sales)
}

/// A row of the form.
fn row(number: usize, dn: &str, role: &str, groups: &[&str]) -> Vec<(String, String)> {
    let field = |name: &str, value: &str| (format!("rule_{number}_{name}"), value.to_owned());
    let mut fields = vec![field("group_dn", dn), field("role", role)];
    fields.extend(groups.iter().map(|group| field("groups", group)));
    fields
}

async fn send(visitor: &Visitor, action: &str, rows: &[Vec<(String, String)>], more: &[(&str, &str)]) -> Page {
    let fields: Vec<(&str, &str)> =
        rows.iter().flatten().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post(action, &[&fields, more].concat()).await
}

/// The form as the page shows it, with the button's name and value.
async fn press(visitor: &Visitor, shown: &Page, action: &str, button: &[(&str, &str)]) -> Page {
    let form = html::form_with(&shown.text, "version").expect("the page should have the form of the rules");
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post(action, &[&fields, button].concat()).await
}

/// The DNs in the rows of a page.
fn rows_of(page: &Page) -> Vec<String> {
    (0..).map_while(|row| html::field_value(&page.text, &format!("rule_{row}_group_dn"))).collect()
}

async fn saved(visitor: &Visitor) -> Vec<String> {
    rows_of(&visitor.get(RULES).await.expect_status(200))
}

fn rules(sales: &str) -> Vec<Vec<(String, String)>> {
    vec![row(0, &group("admins").to_uppercase(), "administrator", &[]), row(1, &group("sales"), "support", &[sales])]
}

async fn save_rules(company: &Company, sales: &str) {
    send(&company.admin, RULES, &rules(sales), &[("save_anyway", "1")]).await.expect_status(303);
}

fn mail(number: usize) -> String {
    people::person(number).mail
}

async fn role(company: &Company, number: usize) -> Value {
    company.agent(&mail(number)).await["role"].clone()
}

#[tokio::test]
async fn members_get_role_and_groups_with_the_import_also_through_groups_in_groups() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    save_rules(&company, &sales).await;
    let employee = company.sign_in(&mail(0), &people::person(0).password()).await;
    let customer = company.sign_in(&mail(4), &people::person(4).password()).await;

    let preview = company.admin.preview_and_wait().await;
    assert_eq!(counts(&preview), [0, 3, 3, 0, 0, 0, 0]);
    assert_eq!(role(&company, 0).await, "employee", "a preview changes nothing");
    let run = company.import().await;
    assert_eq!(counts(&run), [0, 3, 3, 0, 0, 0, 0]);
    assert_eq!(run["notes"], json!([]));

    let first = company.agent(&mail(0)).await;
    assert_eq!((&first["role"], &first["role_origin"]), (&json!("administrator"), &json!("rule")));
    let both = company.agent(&mail(1)).await;
    assert_eq!(both["role"], "administrator", "the first rule that matches wins, and leads are in admins");
    assert_eq!(both["groups"], json!([sales.parse::<u32>().unwrap()]));
    assert_eq!(role(&company, 2).await, "support");
    assert_eq!(role(&company, 3).await, "employee");

    assert_eq!(employee.get("/me").await.status, 303, "with another role they sign in anew");
    assert_eq!(customer.get("/me").await.status, 200);
    let administrator = company.sign_in(&mail(0), &people::person(0).password()).await;
    administrator.get(RULES).await.expect_status(200);

    let changes = company.changes(&run).await;
    let line = of_kind(&changes, "updated").into_iter().find(|line| line["agent"] == first["id"]).unwrap();
    let new = format!("Administrator by {}", group("admins").to_uppercase());
    assert_eq!(line["fields"], json!([{ "field": "role", "old": "Internal employee", "new": new }]));
    let page = company.admin.get(&format!("/agents/{}", first["id"].as_str().unwrap())).await.expect_status(200).text;
    assert!(page.contains("given by a rule: Administrator, by") && page.contains(&group("admins").to_uppercase()));
    assert!(page.contains("→ Administrator by"), "the history tells it too");

    assert_eq!(counts(&company.import().await), [0, 0, 6, 0, 0, 0, 0], "an unchanged import writes nothing");
    directory.replace(&group("sales"), "member", &[&people::person(3).dn()]).await;
    assert_eq!(counts(&company.import().await), [0, 3, 3, 0, 0, 0, 0]);
    assert_eq!((role(&company, 2).await, role(&company, 3).await), (json!("employee"), json!("support")));
    assert_eq!(company.agent(&mail(1)).await["groups"].as_array().unwrap().len(), 1, "back to the default group");
}

#[tokio::test]
async fn an_own_choice_stands_beside_the_rules_until_it_is_returned_to_them() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    let id = company.agent(&mail(0)).await["id"].as_str().unwrap().to_owned();
    let here = format!("/agents/{id}");
    company.admin.post(&here, &[("role", "support"), ("groups_shown", "1")]).await.expect_status(303);
    save_rules(&company, &sales).await;
    let run = company.import().await;
    assert_eq!(counts(&run), [0, 3, 3, 0, 0, 0, 0]);
    let agent = company.agent(&mail(0)).await;
    assert_eq!((&agent["role"], &agent["role_origin"]), (&json!("support"), &json!("administrator")));
    let changes = company.changes(&run).await;
    let line = changes.iter().find(|line| line["agent"] == agent["id"]).unwrap();
    assert_eq!(line["fields"][0]["field"], "role_by_rules");

    let shown = company.admin.get(&here).await.expect_status(200).text;
    assert!(shown.contains("chosen by an administrator; the rules say Administrator, by"), "{shown}");
    assert!(shown.contains("Follow the rules again"));
    assert!(
        shown.contains("chosen by an administrator; no rule gives a group") && shown.contains("Return to the default")
    );
    let edit = company.admin.get(&format!("{here}/edit")).await.expect_status(200).text;
    assert!(html::options(&edit, "role").contains(&"rules".to_owned()));

    let session = company.sign_in(&mail(0), &people::person(0).password()).await;
    company.admin.post(&here, &[("role", "rules")]).await.expect_status(303);
    let agent = company.agent(&mail(0)).await;
    assert_eq!((&agent["role"], &agent["role_origin"]), (&json!("administrator"), &json!("rule")));
    assert_eq!((&agent["groups"], &agent["groups_origin"]), (&json!([]), &json!("administrator")));
    assert_eq!(session.get("/me").await.status, 303);
    company.admin.post(&here, &[("groups_from_rules", "1")]).await.expect_status(303);
    let agent = company.agent(&mail(0)).await;
    assert_eq!((agent["groups"].as_array().unwrap().len(), &agent["groups_origin"]), (1, &json!("default")));
    assert_eq!(counts(&company.import().await), [0, 0, 6, 0, 0, 0, 0]);
}

#[tokio::test]
async fn a_trial_shows_who_would_change_and_stores_nothing() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    let before = company.agents().await;
    let shown = send(&company.admin, TRY, &rules(&sales), &[]).await.expect_status(200);
    let text = &shown.text;
    assert!(text.contains("2 agents become administrator."), "{text}");
    assert_eq!(rows_of(&shown).len(), 2, "what was typed stays");
    for (number, change) in [(0, "Internal employee → Administrator by"), (2, "Internal employee → Support agent by")]
    {
        let person = people::person(number);
        assert!(text.contains(&person.name) && text.contains(change), "{}: {change}", person.name);
    }
    assert!(text.contains("6 people were read") && text.contains("No rule matches 3 agents"), "{text}");
    assert_eq!(saved(&company.admin).await, [""; 0]);
    assert_eq!(company.agents().await, before);

    // Having seen it, the administrator saves without another reading.
    let version = html::field_value(text, "version").unwrap();
    let tried = html::field_value(text, "tried").expect("the page should remember what was tried");
    drop(directory);
    let more = [("version", version.as_str()), ("tried", tried.as_str())];
    send(&company.admin, RULES, &rules(&sales), &more).await.expect_status(303);
    assert_eq!(saved(&company.admin).await.len(), 2);
}

#[tokio::test]
async fn saving_tries_first_and_asks_where_somebody_becomes_an_administrator() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    let harmless = [row(0, &group("sales"), "support", &[&sales])];
    send(&company.admin, RULES, &harmless, &[]).await.expect_status(303);
    let shown = company.admin.get(RULES).await.expect_status(200).text;
    assert!(shown.contains("The next import changes role or groups of 2 agents."), "{shown}");

    let held = send(&company.admin, RULES, &rules(&sales), &[]).await.expect_status(422);
    assert!(held.text.contains("2 agents become administrator"), "{}", held.text);
    assert!(held.text.contains("press Save again") && !held.text.contains("Save anyway"));
    assert_eq!(saved(&company.admin).await.len(), 1);
    press(&company.admin, &held, RULES, &[]).await.expect_status(303);
    assert_eq!(saved(&company.admin).await.len(), 2);

    // What was changed after the trial is tried again.
    let tried = html::field_value(&held.text, "tried").unwrap();
    let others = [row(0, &group("leads"), "administrator", &[])];
    send(&company.admin, RULES, &others, &[("tried", &tried)]).await.expect_status(422);
}

#[tokio::test]
async fn before_the_first_import_saving_asks_where_somebody_would_arrive_as_an_administrator() {
    let directory = directory().await;
    let company = Company::of(&directory).await;
    let staff = [row(0, &group("admins"), "administrator", &[])];
    let tried = send(&company.admin, TRY, &staff, &[]).await.expect_status(200);
    let held = send(&company.admin, RULES, &staff, &[]).await.expect_status(422);
    for shown in [&tried.text, &held.text] {
        assert!(shown.contains("2 people who are no agents yet would arrive as administrators."), "{shown}");
        assert!(!shown.contains("Nobody becomes an administrator"));
    }
    assert!(held.text.contains("press Save again"));
    assert_eq!(saved(&company.admin).await, [""; 0]);
    press(&company.admin, &held, RULES, &[]).await.expect_status(303);
    assert_eq!(saved(&company.admin).await.len(), 1);
    company.import().await;
    assert_eq!(role(&company, 1).await, "administrator");
}

#[tokio::test]
async fn a_group_that_cannot_be_read_is_said_before_saving_and_changes_nobody() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    save_rules(&company, &sales).await;
    company.import().await;
    let mistyped = [row(0, &group("admns"), "administrator", &[]), row(1, &group("sales"), "support", &[&sales])];
    for action in [TRY, RULES] {
        let shown = send(&company.admin, action, &mistyped, &[]).await;
        assert_eq!(shown.status, if action == TRY { 200 } else { 422 });
        assert!(shown.text.contains("The LDAP group of rule 1 cannot be read."), "{}", shown.text);
        assert!(shown.text.contains("There is no group cn=admns") && shown.text.contains("typing error"));
        assert_eq!(html::field_value(&shown.text, "tried"), None);
    }
    send(&company.admin, RULES, &mistyped, &[("save_anyway", "1")]).await.expect_status(303);
    let run = company.import().await;
    assert_eq!(counts(&run), [0, 0, 6, 0, 0, 0, 0], "nobody that rule could decide about is changed");
    let note = run["notes"][0].as_str().unwrap();
    assert!(note.contains("cn=admns") && note.contains("rule 1") && note.contains("typing error"), "{note}");
    let page = company.admin.get(&format!("/imports/{}", run["id"])).await.expect_status(200).text;
    assert!(page.contains("The members of cn=admns"), "{page}");
    assert_eq!(role(&company, 0).await, "administrator");
}

#[tokio::test]
async fn an_administrator_whose_entry_is_skipped_does_not_stay_one_without_the_rule() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    save_rules(&company, &sales).await;
    company.import().await;
    let session = company.sign_in(&mail(0), &people::person(0).password()).await;
    directory.replace(&group("admins"), "member", &[&group("leads")]).await;
    directory.replace(&people::person(0).dn(), "mail", &[]).await;
    let run = company.import().await;
    assert_eq!(role(&company, 0).await, "employee");
    assert_eq!(session.get("/me").await.status, 303, "their session is over");
    let changes = company.changes(&run).await;
    assert!(of_kind(&changes, "skipped")[0]["reason"].as_str().unwrap().contains("has no mail"));
    let agent = company.agent(&mail(0)).await;
    let line = of_kind(&changes, "updated").into_iter().find(|line| line["agent"] == agent["id"]).unwrap();
    assert_eq!(line["fields"][0]["new"], "Internal employee");
    let page = company.admin.get(&format!("/agents/{}", agent["id"].as_str().unwrap())).await.expect_status(200).text;
    assert!(page.contains("→ Internal employee"), "the history tells it: {page}");
    assert_eq!(counts(&company.import().await), [0, 0, 5, 0, 0, 1, 0]);
}

#[tokio::test]
async fn without_a_directory_nothing_is_saved_unless_one_insists() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    drop(directory);
    let refused = send(&company.admin, RULES, &rules(&sales), &[]).await.expect_status(422);
    assert!(
        refused.text.contains("Not tried, so nothing was saved.") && refused.text.contains("refused the connection")
    );
    assert_eq!(rows_of(&refused).len(), 2);
    press(&company.admin, &refused, RULES, &[("save_anyway", "1")]).await.expect_status(303);
    assert_eq!(saved(&company.admin).await.len(), 2);
}

#[tokio::test]
async fn rows_are_added_moved_and_removed_without_saving_anything() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    let admin = &company.admin;
    let empty = admin.get(RULES).await.expect_status(200);
    assert!(empty.text.contains("No rules yet") && empty.text.contains("Internal employee"));
    let added = press(admin, &empty, RULES, &[("do", "add")]).await.expect_status(200);
    assert_eq!(rows_of(&added), [""]);
    let typed = [row(0, "not a DN", "king", &["99"]), row(1, "cn=b,dc=x", "", &[&sales])];
    let moved = send(admin, RULES, &typed, &[("do", "down_0")]).await.expect_status(200);
    assert_eq!(rows_of(&moved), ["cn=b,dc=x", "not a DN"]);
    let removed = press(admin, &moved, RULES, &[("do", "remove_1")]).await.expect_status(200);
    assert_eq!(rows_of(&removed), ["cn=b,dc=x"]);
    let form = html::form_with(&removed.text, "version").unwrap();
    assert!(form.contains(&("rule_0_groups".to_owned(), sales)), "{form:?}");
    assert_eq!(saved(admin).await, [""; 0]);
}

#[tokio::test]
async fn every_wrong_field_has_its_message_and_keeps_what_was_typed() {
    let directory = directory().await;
    let (company, _) = company(&directory).await;
    let wrong = [
        row(0, "admins", "administrator", &[]),
        row(1, &group("sales"), "", &[]),
        row(2, &group("SALES"), "support", &["99"]),
        row(3, "", "support", &[]),
        row(4, "", "", &[]),
    ];
    for action in [RULES, TRY] {
        let refused = send(&company.admin, action, &wrong, &[]).await.expect_status(422);
        for (field, part) in [
            ("rule_0_group_dn", "=”"),
            ("rule_1_role", "This rule gives nothing"),
            ("rule_2_group_dn", "Rule 2 is about this LDAP group already"),
            ("rule_2_groups", "is gone"),
            ("rule_3_group_dn", "Enter the DN"),
        ] {
            let message = html::message_beside(&refused.text, field);
            assert!(message.as_ref().is_some_and(|message| message.contains(part)), "{field}: {message:?}");
        }
        assert!(refused.text.contains("See the messages at rule 1, 2, 3, 4."));
        assert_eq!(rows_of(&refused)[0], "admins");
        assert_eq!(rows_of(&refused).len(), 5);
    }
    assert_eq!(saved(&company.admin).await, [""; 0]);
}

#[tokio::test]
async fn of_two_administrators_the_second_sees_both_values() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    let shown = company.admin.get(RULES).await.expect_status(200);
    let version = html::field_value(&shown.text, "version").unwrap();
    save_rules(&company, &sales).await;
    let mine = [row(0, &group("leads"), "support", &[])];
    let refused = send(&company.admin, RULES, &mine, &[("version", &version)]).await.expect_status(409);
    assert_eq!(rows_of(&refused), [group("leads")]);
    assert!(refused.text.contains("Stored now") && refused.text.contains(&group("admins").to_uppercase()));
    assert_eq!(saved(&company.admin).await.len(), 2);
    press(&company.admin, &refused, RULES, &[("save_anyway", "1")]).await.expect_status(303);
    assert_eq!(saved(&company.admin).await, [group("leads")]);
}

#[tokio::test]
async fn a_group_that_a_rule_gives_cannot_be_deleted_and_settings_keep_the_rules() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    save_rules(&company, &sales).await;
    let refused = company.admin.post(&format!("/groups/{sales}/delete"), &[]).await.expect_status(422);
    assert!(refused.text.contains("Rule 2 of the LDAP settings gives it"), "{}", refused.text);
    let settings = company.admin.get("/settings/ldap/index").await.expect_status(200).text;
    let support = html::field_value(&settings, "default_group").unwrap();
    let changes = [("default_role", "support"), ("default_group", &*support)];
    company.admin.connect_directory_with(&directory, &changes).await.expect_status(303);
    assert_eq!(saved(&company.admin).await.len(), 2, "saving the other settings leaves the rules alone");
    let settings = company.admin.get("/settings/ldap/index").await.expect_status(200).text;
    assert!(settings.contains("href=\"/settings/ldap/rules\"") && settings.contains("2 rules"));
    let only = [row(0, &group("admins"), "support", &[])];
    send(&company.admin, RULES, &only, &[("save_anyway", "1")]).await.expect_status(303);
    company.admin.post(&format!("/groups/{sales}/delete"), &[]).await.expect_status(303);
}

#[tokio::test]
async fn the_directorys_last_administrator_goes_by_a_rule_and_the_local_one_is_left() {
    let directory = directory().await;
    let (company, sales) = company(&directory).await;
    save_rules(&company, &sales).await;
    company.import().await;
    let administrator = company.sign_in(&mail(0), &people::person(0).password()).await;
    // The local administrator is the last one of their kind: an administrator of the directory cannot take them away.
    let me = company.agent("admin@example.test").await["id"].as_str().unwrap().to_owned();
    for fields in [[("role", "support")], [("blocked", "1")]] {
        administrator.post(&format!("/agents/{me}"), &fields).await.expect_status(422);
    }
    administrator.post(&format!("/agents/{me}/delete"), &[]).await.expect_status(422);

    directory.replace(&group("admins"), "member", &[&people::person(5).dn()]).await;
    let run = company.import().await;
    assert_eq!((run["notes"].as_array().unwrap().len(), role(&company, 5).await), (0, json!("administrator")));
    directory.replace(&group("admins"), "member", &[&group("sales-that-is-not-there")]).await;
    let run = company.import().await;
    assert_eq!(
        run["notes"],
        json!([
            "After this import no agent from the directory is an administrator any more. 1 local administrator remains and can sign in."
        ])
    );
    assert_eq!(administrator.get(RULES).await.status, 303, "their session is over");
    company.admin.get(RULES).await.expect_status(200);
}

#[tokio::test]
async fn only_administrators_see_rules_and_without_a_directory_the_page_says_what_comes_first() {
    let company = Company::new().await;
    let shown = company.admin.get(RULES).await.expect_status(200);
    assert!(shown.text.contains("Connect your directory"));
    for action in [RULES, TRY] {
        send(&company.admin, action, &[row(0, "cn=a", "support", &[])], &[]).await.expect_status(422);
    }
    let visitor = Visitor::new(&company.panel);
    assert_eq!(visitor.get(RULES).await.status, 303);
}
