//! Who is who: the GUID decides, and everything else is data.

use crate::support::company::{Company, counts, of_kind};
use crate::support::entries::{Entries, Entry};
use crate::support::openldap::{BASE_DN, OpenLdap, PEOPLE_DN};
use crate::support::people;
use serde_json::{Value, json};

#[tokio::test]
async fn moved_renamed_and_with_another_mail_it_is_still_the_same_agent() {
    let directory = OpenLdap::builder().people(3).start().await;
    let left = format!("ou=left,{BASE_DN}");
    directory.add(&left, &[("objectClass", "organizationalUnit"), ("ou", "left")]).await;
    let company = Company::of(&directory).await;
    company.import().await;
    let [moved, renamed, mailed] = [0, 1, 2].map(people::person);
    let mut before = Vec::new();
    for person in [&moved, &renamed, &mailed] {
        let agent = company.agent(&person.mail).await;
        let path = format!("/agents/{}", agent["id"].as_str().unwrap());
        company.admin.submit(&format!("{path}/edit"), &path, &[("role", "support")]).await.expect_status(303);
        before.push(agent);
    }

    let new_dns = [directory.move_to(&moved.dn(), &left).await, directory.rename(&renamed.dn(), "uid=renamed").await];
    directory.replace(&mailed.dn(), "mail", &["other@example.test"]).await;
    let run = company.import().await;
    assert_eq!(counts(&run), [0, 3, 0, 0, 0, 0, 0]);
    let mails = [&moved.mail, &renamed.mail, "other@example.test"];
    for (mail, before) in mails.into_iter().zip(&before) {
        let agent = company.agent(mail).await;
        assert_eq!((&agent["id"], &agent["groups"]), (&before["id"], &before["groups"]));
        assert_eq!((&agent["guid"], &agent["role"]), (&before["guid"], &json!("support")));
    }
    for (mail, dn) in mails.into_iter().zip(new_dns) {
        assert_eq!(company.agent(mail).await["dn"], dn);
    }
    assert_eq!(counts(&company.import().await), [0, 0, 3, 0, 0, 0, 0]);
}

#[tokio::test]
async fn a_mail_handed_on_from_a_leaver_goes_to_the_newcomer_in_one_import() {
    let directory = OpenLdap::builder().start().await;
    let leaver = directory.add_person("old", "Leaver", "support@example.test").await;
    directory.add_person("other", "Other", "other@example.test").await;
    let company = Company::of(&directory).await;
    company.import().await;
    let before = company.agent("support@example.test").await;
    directory.delete(&leaver).await;
    directory.add_person("new", "Newcomer", "support@example.test").await;
    let run = company.import().await;
    assert_eq!(counts(&run), [1, 0, 1, 1, 0, 0, 0]);
    let after = company.agent("support@example.test").await;
    assert_eq!(after["name"], "Newcomer");
    assert_ne!(after["id"], before["id"]);
}

#[tokio::test]
async fn two_people_who_swap_their_mails_are_updated_in_one_import() {
    let directory = OpenLdap::builder().people(3).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let [one, other] = [0, 1].map(people::person);
    let ids = [company.agent(&one.mail).await["id"].clone(), company.agent(&other.mail).await["id"].clone()];
    directory.replace(&one.dn(), "mail", &[&other.mail]).await;
    directory.replace(&other.dn(), "mail", &[&one.mail]).await;
    assert_eq!(counts(&company.import().await), [0, 2, 1, 0, 0, 0, 0]);
    let swapped = [company.agent(&other.mail).await["id"].clone(), company.agent(&one.mail).await["id"].clone()];
    assert_eq!(swapped, ids);
}

#[tokio::test]
async fn of_three_people_with_one_mail_the_same_one_has_it_each_time_and_both_dns_are_named() {
    let directory = OpenLdap::builder().start().await;
    for uid in ["one", "two", "three"] {
        directory.add_person(uid, uid, "shared@example.test").await;
    }
    let company = Company::of(&directory).await;
    let mut first: Option<Value> = None;
    for round in 0..3 {
        let run = company.import().await;
        assert_eq!(counts(&run), if round == 0 { [1, 0, 0, 0, 0, 2, 0] } else { [0, 0, 1, 0, 0, 2, 0] });
        let agent = company.agent("shared@example.test").await;
        let changes = company.changes(&run).await;
        for skipped in of_kind(&changes, "skipped") {
            assert!(skipped["reason"].as_str().unwrap().contains(agent["dn"].as_str().unwrap()), "{skipped}");
            assert_ne!(skipped["dn"], agent["dn"]);
            assert!(skipped["guid"].as_str() > agent["guid"].as_str(), "the lowest GUID has it: {skipped}");
        }
        assert_eq!(first.get_or_insert_with(|| agent.clone()), &agent);
    }
}

#[tokio::test]
async fn whoever_had_a_mail_keeps_it_when_someone_with_a_lower_guid_claims_it() {
    let guid = |number: u8| format!("00000000-0000-4000-8000-{number:012}");
    let entries = Entries::default();
    let holder = Entry::person("holder").with("entryUUID", &guid(5));
    entries.set(vec![holder.clone()]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let claimer = Entry::person("claimer").with("entryUUID", &guid(1)).with("mail", "Holder@Example.test");
    entries.set(vec![claimer, holder]);
    assert_eq!(counts(&company.import().await), [0, 0, 1, 0, 0, 1, 0]);
    assert_eq!(company.agent("holder@example.test").await["guid"], guid(5));
}

#[tokio::test]
async fn whoever_comes_back_to_a_mail_that_is_someone_elses_by_now_stays_removed_and_is_reported() {
    let entries = Entries::people(&["anna", "bert"]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let anna = company.agent("anna@example.test").await;
    let heir = Entry::person("heir").with("mail", "anna@example.test");
    entries.set(vec![Entry::person("bert"), heir.clone()]);
    assert_eq!(counts(&company.import().await), [1, 0, 1, 1, 0, 0, 0]);
    entries.set(vec![Entry::person("bert"), heir, Entry::person("anna")]);
    for _ in 0..2 {
        let run = company.import().await;
        assert_eq!(counts(&run), [0, 0, 2, 0, 0, 1, 0]);
        let changes = company.changes(&run).await;
        assert!(of_kind(&changes, "skipped")[0]["reason"].as_str().unwrap().contains("uid=heir"), "{changes:?}");
        assert_eq!(company.agent("anna@example.test").await["name"], "Person heir");
    }
    // Once there is a mail for her again, she is who she was.
    entries.set(vec![Entry::person("bert"), Entry::person("anna")]);
    assert_eq!(counts(&company.import().await), [0, 0, 1, 1, 1, 0, 0]);
    assert_eq!(company.agent("anna@example.test").await["id"], anna["id"]);
}

#[tokio::test]
async fn a_dn_in_other_letters_and_spaces_is_no_change() {
    let entries = Entries::default();
    let anna = Entry::person("anna").at(r"CN=Berg\, Anna+UID=anna,OU=People,DC=example,DC=test");
    entries.set(vec![anna.clone()]);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    for dn in [
        r"uid=anna + cn=berg\2c Anna, ou=people, dc=EXAMPLE, dc=test",
        r"cn=Berg\, Anna+uid=ANNA,ou=people,dc=example,dc=test",
    ] {
        entries.set(vec![anna.clone().at(dn)]);
        assert_eq!(counts(&company.import().await), [0, 0, 1, 0, 0, 0, 0], "{dn}");
    }
    entries.set(vec![anna.at(r"cn=Berg\, Anne+uid=anna,ou=people,dc=example,dc=test")]);
    assert_eq!(counts(&company.import().await), [0, 1, 0, 0, 0, 0, 0]);
}

#[tokio::test]
async fn a_base_typed_in_other_letters_finds_the_same_people() {
    let directory = OpenLdap::builder().people(2).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let typed = PEOPLE_DN.to_uppercase().replace(',', " , ");
    company.admin.connect_directory_with(&directory, &[("base_dn", &typed)]).await.expect_status(303);
    assert_eq!(counts(&company.import().await), [0, 0, 2, 0, 0, 0, 0]);
}

#[tokio::test]
async fn another_guid_attribute_makes_nobody_new_and_lists_whoever_cannot_be_matched() {
    let directory = OpenLdap::builder().people(12).start().await;
    let left = format!("ou=left,{BASE_DN}");
    directory.add(&left, &[("objectClass", "organizationalUnit"), ("ou", "left")]).await;
    let company = Company::of(&directory).await;
    company.import().await;
    let [kept, moved, mailed, both] = [0, 1, 2, 3].map(people::person);
    let agent = company.agent(&kept.mail).await;
    let path = format!("/agents/{}", agent["id"].as_str().unwrap());
    company.admin.submit(&format!("{path}/edit"), &path, &[("role", "support")]).await.expect_status(303);

    directory.move_to(&moved.dn(), &left).await;
    directory.replace(&mailed.dn(), "mail", &["other@example.test"]).await;
    let elsewhere = directory.move_to(&both.dn(), &left).await;
    directory.replace(&elsewhere, "mail", &["nobody.knows@example.test"]).await;
    company.admin.connect_directory_with(&directory, &[("guid_attribute", "uid")]).await.expect_status(303);

    // Nobody is locked out until the next import.
    company.sign_in(&mailed.mail, &mailed.password()).await;
    let before = company.agents().await;
    let preview = company.admin.preview_and_wait().await;
    assert_eq!(counts(&preview), [1, 11, 0, 0, 0, 0, 1], "previewed");
    assert_eq!(company.agents().await, before, "and nothing written");
    for round in 0..2 {
        let run = company.admin.import_and_wait().await;
        assert_eq!(run["state"], "held", "{run}");
        let expected = if round == 0 { [1, 11, 0, 0, 0, 0, 1] } else { [0, 0, 12, 0, 0, 0, 1] };
        assert_eq!(counts(&run), expected);
        let changes = company.changes(&run).await;
        let held = of_kind(&changes, "held");
        assert_eq!(held[0]["name"], json!(both.name));
        assert!(held[0]["reason"].as_str().unwrap().starts_with("Known by another GUID attribute"), "{held:?}");
    }
    let id_of = |mail: &str| before.iter().find(|agent| agent["email"] == mail).unwrap()["id"].clone();
    let after = company.agent(&kept.mail).await;
    assert_eq!((&after["id"], &after["guid"], &after["role"]), (&agent["id"], &json!(kept.uid), &json!("support")));
    assert_eq!(company.agent(&moved.mail).await["id"], id_of(&moved.mail));
    assert_eq!(company.agent("other@example.test").await["id"], id_of(&mailed.mail));
    assert_eq!(company.agent(&both.mail).await["id"], id_of(&both.mail), "who was not matched waits");
    company.sign_in(&kept.mail, &kept.password()).await;
}
