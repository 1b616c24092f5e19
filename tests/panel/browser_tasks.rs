//! What an administrator does on other days than the first, by clicks: groups, local agents, a look-up, an import that is
//! cancelled, the activity log. A picture of each is kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::browser_pages::Tour;
use super::support::company::Company;
use super::support::http::Visitor;
use super::support::openldap::OpenLdap;
use super::support::people::person;
use super::support::process::within;
use serde_json::json;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);
const EMAIL: &str = "lotta@example.test";
const PASSWORD: &str = "a garden full of bees";

#[tokio::test]
async fn browser_lets_an_administrator_do_the_tasks_of_every_day() {
    let directory = OpenLdap::builder().people(3).start().await;
    let company = Company::of(&directory).await;
    company.admin.import_and_wait().await;
    let tour = Tour::administrator(&company.panel).await;
    let group = groups(&tour).await;
    local_agent(&tour, &company, &group).await;
    delete_group(&tour, &group).await;
    look_up(&tour).await;
    cancel_an_import(&tour, &company, &directory).await;

    tour.open("/activity").await;
    tour.browser.fill("[name=q]", "Lotta").await;
    tour.browser.wait_for_text("main table", "Lotta").await;
    done(&tour, "activity").await;
    assert_eq!(tour.browser.console().await, Vec::<String>::new());
}

async fn done(tour: &Tour, task: &str) {
    tour.browser.screenshot(&format!("task-{task}")).await;
}

async fn say_yes(tour: &Tour) {
    tour.browser.wait_for_text("main .banner.ok", "").await;
}

/// Made and renamed; answers its number.
async fn groups(tour: &Tour) -> String {
    tour.open("/groups").await;
    tour.browser.fill("form[action='/groups'] [name=name]", "Nights").await;
    tour.browser.click("form[action='/groups'] button").await;
    say_yes(tour).await;
    let id = "return [...document.querySelectorAll('tr')].find(row => row.innerText.includes('Nights')).querySelector('[id^=rename-]').id";
    let id = tour.browser.client.execute(id, vec![]).await.unwrap().as_str().unwrap().replace("rename-", "");
    tour.browser.click(&format!("#rename-{id} summary")).await;
    tour.browser.fill(&format!("#rename-{id} [name=name]"), "Night shift").await;
    tour.browser.click(&format!("#rename-{id} form button")).await;
    tour.browser.wait_for_text("main table", "Night shift").await;
    done(tour, "group-renamed").await;
    id
}

/// Made, found by the group, signed out from here, and deleted.
async fn local_agent(tour: &Tour, company: &Company, group: &str) {
    tour.open("/agents").await;
    tour.browser.click("a[href='/agents/new']").await;
    tour.browser.wait_for_path("/agents/new").await;
    for (name, value) in [("name", "Lotta Local"), ("email", EMAIL), ("password", PASSWORD)] {
        tour.browser.fill(&format!("main [name={name}]"), value).await;
    }
    tour.browser.click(&format!("[name=groups][value='{group}']")).await;
    tour.browser.click("main form button[type=submit]").await;
    say_yes(tour).await;
    done(tour, "agent-made").await;

    tour.open("/agents").await;
    tour.browser.click(&format!("form.filters [name=group] option[value='{group}']")).await;
    let rows = "return document.querySelectorAll('#results tbody tr').length";
    within(PATIENCE, "one row", async || tour.browser.client.execute(rows, vec![]).await.is_ok_and(|count| count == 1))
        .await;
    assert!(tour.browser.client.current_url().await.unwrap().query().unwrap().contains(&format!("group={group}")));
    done(tour, "agents-of-a-group").await;

    let lotta = Visitor::new(&company.panel);
    lotta.sign_in(EMAIL, PASSWORD).await.expect_status(303);
    let id = company.agent(EMAIL).await["id"].as_str().unwrap().to_owned();
    tour.open(&format!("/agents/{id}")).await;
    tour.browser.click("form[action$='/sessions/end'] button.danger").await;
    say_yes(tour).await;
    assert_eq!(lotta.get("/me").await.expect_status(303).location(), Some("/login?next=%2Fme"));
    tour.open(&format!("/agents/{id}/edit")).await;
    tour.browser.click("#delete summary").await;
    tour.browser.click("#delete form button").await;
    tour.browser.wait_for_path("/agents").await;
    say_yes(tour).await;
    done(tour, "agent-deleted").await;
    assert!(company.find(EMAIL).await.is_none());
}

async fn delete_group(tour: &Tour, id: &str) {
    tour.open("/groups").await;
    tour.browser.click(&format!("#delete-{id} summary")).await;
    tour.browser.click(&format!("#delete-{id} form button")).await;
    say_yes(tour).await;
    let gone = "return !document.getElementById(arguments[0])";
    assert_eq!(tour.browser.client.execute(gone, vec![json!(format!("rename-{id}"))]).await.unwrap(), true);
}

async fn look_up(tour: &Tour) {
    tour.open("/settings/ldap/lookup").await;
    tour.browser.fill("[name=q]", &person(1).mail).await;
    tour.browser.click("form[action='/settings/ldap/lookup'] button").await;
    tour.browser.wait_for_text("main", &person(1).dn()).await;
    done(tour, "looked-up").await;
}

async fn cancel_an_import(tour: &Tour, company: &Company, directory: &OpenLdap) {
    directory.freeze();
    tour.open("/imports").await;
    tour.browser.click(".page-actions form button").await;
    tour.browser.wait_for_path("/imports/2").await;
    tour.browser.click("form[action$='/cancel'] button").await;
    directory.thaw();
    within(PATIENCE, "the import to be cancelled", async || {
        company.admin.get_json("/imports/2").await["state"] == "cancelled"
    })
    .await;
    tour.browser.wait_for_absence("form[action$='/cancel']").await;
    done(tour, "import-cancelled").await;
}
