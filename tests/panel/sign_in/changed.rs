//! The directory moved on since the last import: at a sign-in its present word counts.

use crate::support::company::Company;
use crate::support::openldap::{BASE_DN, OpenLdap, PEOPLE_DN};
use crate::support::people::{self, Person};
use ldap3::Mod;
use std::collections::HashSet;

async fn expect(company: &Company, person: &Person, status: u16) {
    company.try_sign_in(&person.mail, &person.password()).await.1.expect_status(status);
}

async fn add_unit(directory: &OpenLdap, name: &str) -> String {
    let dn = format!("ou={name},{BASE_DN}");
    directory.add(&dn, &[("objectClass", "organizationalUnit"), ("ou", name)]).await;
    dn
}

#[tokio::test]
async fn whoever_was_renamed_or_moved_since_the_import_still_signs_in() {
    let directory = OpenLdap::builder().people(3).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let [renamed, moved, mailed] = [0, 1, 2].map(people::person);
    let elsewhere = add_unit(&directory, "elsewhere").await;
    directory.rename(&renamed.dn(), "uid=other").await;
    directory.move_to(&moved.dn(), &elsewhere).await;
    directory.replace(&mailed.dn(), "mail", &["other@example.test"]).await;
    for person in [&renamed, &moved, &mailed] {
        expect(&company, person, 303).await;
    }
}

#[tokio::test]
async fn whoever_took_the_dn_of_another_does_not_come_in_as_them() {
    let directory = OpenLdap::builder().people(1).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let person = people::person(0);
    directory.delete(&person.dn()).await;
    directory.add_person(&person.uid, "Someone Else", &person.mail).await;
    expect(&company, &person, 422).await;
}

#[tokio::test]
async fn whoever_is_deleted_in_the_directory_is_out_before_the_next_import() {
    let directory = OpenLdap::builder().people(2).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let person = people::person(0);
    expect(&company, &person, 303).await;
    directory.delete(&person.dn()).await;
    expect(&company, &person, 422).await;
    expect(&company, &people::person(1), 303).await;
}

#[tokio::test]
async fn whoever_moved_out_of_the_base_is_out() {
    let directory = OpenLdap::builder().people(2).start().await;
    let company = Company::new().await;
    company.admin.connect_directory_with(&directory, &[("base_dn", PEOPLE_DN)]).await.expect_status(303);
    company.import().await;
    let person = people::person(0);
    expect(&company, &person, 303).await;
    let left = add_unit(&directory, "left").await;
    directory.move_to(&person.dn(), &left).await;
    expect(&company, &person, 422).await;
}

#[tokio::test]
async fn whoever_no_longer_matches_the_filter_is_out() {
    let directory = OpenLdap::builder().people(2).start().await;
    let person = people::person(0);
    directory.replace(&person.dn(), "employeeType", &["staff"]).await;
    let company = Company::new().await;
    let filter = [("user_filter", "(|(employeeType=staff)(employeeType=temporary))")];
    company.admin.connect_directory_with(&directory, &filter).await.expect_status(303);
    assert_eq!(company.import().await["added"], 1);
    expect(&company, &person, 303).await;
    let left = vec![Mod::Replace("employeeType", HashSet::from(["retired"]))];
    directory.modify(&person.dn(), left).await;
    expect(&company, &person, 422).await;
}
