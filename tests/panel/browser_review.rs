//! Held removals, from the banner to the decision, as an administrator sees them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::browser_pages::Tour;
use super::support::company::Company;
use super::support::openldap::OpenLdap;
use super::support::people::person;

async fn leave(directory: &OpenLdap, numbers: std::ops::Range<usize>) {
    for number in numbers {
        directory.delete(&person(number).dn()).await;
    }
}

#[tokio::test]
async fn browser_held_removals_are_reviewed_and_decided() {
    let directory = OpenLdap::builder().people(30).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    leave(&directory, 0..8).await;
    directory.replace(&person(9).dn(), "telephoneNumber", &["+49 30 1"]).await;
    let preview = company.admin.preview_and_wait().await;
    company.admin.import_and_wait().await;

    let mut tour = Tour::administrator(&company.panel).await;
    tour.look("held-banner").await;
    tour.visit("preview-held", &format!("/imports/{}", preview["id"])).await;
    tour.open("/agents").await;
    tour.browser.click(".hold-banner a").await;
    tour.browser.wait_for_text(".decide", "Keep them").await;
    tour.browser.wait_for_text("#changes", &person(0).name).await;
    tour.look("held-review").await;
    tour.browser.click("#remove-held summary").await;
    tour.browser.wait_for_text("#remove-held", "The directory is read once more").await;
    tour.look("held-remove").await;
    tour.browser.click("#remove-held button").await;
    tour.browser.wait_for_text(".stats", "8").await;
    tour.browser.wait_for_text("#changes", "No longer in the directory").await;
    tour.look("held-removed").await;
    assert_eq!(company.emails().await.len(), 22);

    tour.visit("agents-removed-many", "/agents?state=removed").await;
    tour.browser.click("td a").await;
    tour.browser.wait_for_text(".banner", "Restored by itself").await;
    tour.browser.click("#delete summary").await;
    tour.browser.wait_for_text("#delete", "gone for good").await;
    tour.look("agent-removed-delete").await;
    let changed = company.agent(&person(9).mail).await["id"].as_str().unwrap().to_owned();
    tour.visit("agent-history", &format!("/agents/{changed}")).await;

    let filter = [("user_filter", "(&(objectClass=inetOrgPerson)(!(uid=u000010)))")];
    company.admin.connect_directory_with(&directory, &filter).await.expect_status(303);
    tour.open("/settings/ldap/index").await;
    tour.browser.fill("[name=user_filter]", "(&(objectClass=inetOrgPerson)(!(uid=u000011)))").await;
    tour.browser.click("#save").await;
    tour.browser.wait_for_text(".banner", "Connected").await;
    tour.look("settings-offer").await;
    company.admin.import_and_wait().await;
    tour.visit("held-by-settings", "/imports/5").await;
    tour.browser.click("#keep-held").await;
    tour.browser.wait_for_text(".banner", "kept").await;
    tour.look("held-kept").await;
    let kept = company.agent(&person(11).mail).await["id"].as_str().unwrap().to_owned();
    tour.visit("agent-kept", &format!("/agents/{kept}")).await;
    tour.visit("imports-filtered", "/imports?notable=1").await;
    tour.end();
}
