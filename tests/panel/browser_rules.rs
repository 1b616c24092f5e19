//! The page of the rules in a browser: filled in, tried, saved, and every state of it as it is seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::browser_pages::Tour;
use super::support::company::Company;
use super::support::http::Visitor;
use super::support::openldap::{GROUPS_DN, OpenLdap};
use super::support::panel::Panel;
use super::support::people::{group_ldif, person};

const RULES: &str = "/settings/ldap/rules";

async fn directory() -> OpenLdap {
    let long = format!("department-of-very-long-names-of-the-northern-region-{}", "x".repeat(40));
    let dns = |numbers: std::ops::Range<usize>| numbers.map(|number| person(number).dn()).collect::<Vec<_>>();
    let groups =
        [group_ldif("panel-admins", &dns(0..2)), group_ldif("sales", &dns(2..30)), group_ldif(&long, &dns(30..32))];
    OpenLdap::builder().people(40).ldif(&groups.concat()).start().await
}

fn group(name: &str) -> String {
    format!("cn={name},{GROUPS_DN}")
}

#[tokio::test]
async fn browser_pages_of_rules() {
    let directory = directory().await;
    let company = Company::of(&directory).await;
    company.import().await;
    company.admin.post("/groups", &[("name", "Sales")]).await.expect_status(303);
    company.admin.post("/groups", &[("name", "Escalations and night shift of the northern region")]).await;
    let mut tour = Tour::administrator(&company.panel).await;
    tour.visit("rules-empty", RULES).await;

    tour.browser.click("#add").await;
    tour.browser.wait_for_text("h2", "Rule 1").await;
    tour.browser.fill("[name=rule_0_group_dn]", &group("panel-admins")).await;
    tour.browser
        .client
        .execute("document.querySelector('[name=rule_0_role]').value = 'administrator'", vec![])
        .await
        .unwrap();
    tour.browser.click("#add").await;
    tour.browser.wait_for_text("main", "Rule 2").await;
    tour.browser.fill("[name=rule_1_group_dn]", &group("sales")).await;
    tour.browser.click("[name=rule_1_groups]").await;
    tour.browser.click("#add").await;
    tour.browser.wait_for_text("main", "Rule 3").await;
    tour.browser.click("#save").await;
    tour.browser.wait_for_text("main", "press Save again").await;
    tour.look("rules-held-back").await;
    tour.browser.fill("[name=rule_2_group_dn]", "cn=not-there,dc=example").await;
    tour.browser.click("#try").await;
    tour.browser.wait_for_text(".error", "").await;
    tour.look("rules-wrong").await;
    tour.browser
        .client
        .execute("document.querySelector('[name=rule_2_role]').value = 'support'", vec![])
        .await
        .unwrap();
    tour.browser.click("#try").await;
    tour.browser.wait_for_text("main", "cannot be read").await;
    tour.look("rules-unreadable").await;
    tour.browser.click("[name=do][value=remove_2]").await;
    tour.browser.wait_for_absence("[name=rule_2_group_dn]").await;
    // Enter in a field saves: the first time it is held back, the second time it is done.
    tour.browser.fill("[name=rule_1_group_dn]", &format!("{}\u{e007}", group("sales"))).await;
    tour.browser.wait_for_text("main", "press Save again").await;
    tour.browser.click("#save").await;
    tour.browser.wait_for_text("main", "Saved.").await;
    tour.look("rules-saved").await;

    let run = company.import().await;
    tour.visit("rules-import", &format!("/imports/{}", run["id"])).await;
    let ruled = company.agent(&person(0).mail).await["id"].as_str().unwrap().to_owned();
    tour.visit("rules-agent", &format!("/agents/{ruled}")).await;
    company
        .admin
        .post(&format!("/agents/{ruled}"), &[("role", "support"), ("groups_shown", "1")])
        .await
        .expect_status(303);
    tour.visit("rules-agent-own", &format!("/agents/{ruled}")).await;
    tour.visit("rules-agent-edit", &format!("/agents/{ruled}/edit")).await;
    tour.open(&format!("/agents/{ruled}")).await;
    tour.browser.click("button[name=role]").await;
    tour.browser.wait_for_text("main", "given by a rule").await;
    tour.visit("rules-settings", "/settings/ldap/index").await;
    tour.end();
}

#[tokio::test]
async fn browser_pages_of_rules_look_ups_and_help_in_languages_with_long_words() {
    let directory = directory().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let dns = [group("panel-admins"), group("sales"), group("not-there")];
    let fields = [
        ("rule_0_group_dn", dns[0].as_str()),
        ("rule_0_role", "administrator"),
        ("rule_1_group_dn", &dns[1]),
        ("rule_1_groups", "1"),
        ("rule_2_group_dn", &dns[2]),
        ("rule_2_role", "employee"),
        ("save_anyway", "1"),
    ];
    company.admin.post(RULES, &fields).await.expect_status(303);
    let new = Panel::start().await;
    let unconnected = Visitor::setup_administrator(&new).await;
    let (mut tour, mut first) = (Tour::administrator(&company.panel).await, Tour::administrator(&new).await);
    for language in ["ru", "kk", "de"] {
        for visitor in [&company.admin, &unconnected] {
            visitor.post("/me", &[("language", language)]).await.expect_status(303);
        }
        tour.open(RULES).await;
        tour.browser.click("#try").await;
        tour.browser.wait_for_text(".banner", "").await;
        tour.look(&format!("rules-{language}")).await;
        let who = person(0).mail;
        tour.visit(&format!("look-up-{language}"), &format!("/settings/ldap/lookup?q={who}")).await;
        tour.visit(&format!("look-up-nobody-{language}"), "/settings/ldap/lookup?q=nobody").await;
        first.open("/settings/ldap/index").await;
        let open = "document.querySelectorAll('details:has(.how-to), .how-to').forEach(fold => fold.open = true)";
        first.browser.client.execute(open, vec![]).await.unwrap();
        first.look(&format!("help-{language}")).await;
    }
    tour.end();
    first.end();
}
