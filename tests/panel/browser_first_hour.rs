//! The first hour of somebody who has an OpenLDAP at hand and has never seen the panel: from an empty store to an
//! agent who signs in, by what the pages say. The pictures are in `target/screenshots`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::browser_pages::Tour;
use super::support::browser::Browser;
use super::support::http::Visitor;
use super::support::openldap::{BIND_DN, BIND_PASSWORD, OpenLdap};
use super::support::panel::Panel;
use super::support::people::person;
use super::support::process::within;
use super::support::tls::TestCa;
use serde_json::{Value, json};
use std::time::Duration;

const SETTINGS: &str = "/settings/ldap/index";

/// How many of the elements that match are shown.
async fn shown(browser: &Browser, css: &str) -> u64 {
    let script = "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).length";
    browser.client.execute(script, vec![json!(css)]).await.unwrap().as_u64().unwrap()
}

async fn current_step(browser: &Browser) -> String {
    browser.text(".first-steps [aria-current=step]").await
}

/// A file field's text cannot be typed line by line fast enough to be worth it.
async fn put(browser: &Browser, css: &str, text: &str) {
    let script = "document.querySelector(arguments[0]).value = arguments[1]";
    browser.client.execute(script, vec![json!(css), json!(text)]).await.unwrap();
}

#[tokio::test]
async fn browser_leads_through_the_first_hour_with_openldap() {
    let ca = TestCa::new();
    let directory = OpenLdap::builder().people(12).tls(ca.good()).start();
    let (directory, panel) = tokio::join!(directory, Panel::start());
    directory.add_person("nomail", "Without Mail", "").await;
    Visitor::setup_administrator(&panel).await;
    let mut tour = Tour::administrator(&panel).await;
    tour.look("hour-0-agents").await;
    tour.browser.click("main .card a.button.primary").await;
    tour.browser.wait_for_path(SETTINGS).await;
    assert!(current_step(&tour.browser).await.contains("Connect the directory"));
    tour.look("hour-1-settings").await;

    // Help for every kind, until one is chosen.
    tour.browser.click("#help-user > summary").await;
    assert_eq!(shown(&tour.browser, "#help-user .for-kind").await, 4);
    tour.browser.click("[name=kind][value=openldap]").await;
    assert_eq!(shown(&tour.browser, "#help-user .for-kind").await, 1);
    assert!(tour.browser.text("#help-user").await.contains("ldapadd"));
    assert!(shown(&tour.browser, "#help-user [data-copy]").await > 0, "nothing can be copied");
    tour.browser.click("#help-host > summary").await;
    tour.look("hour-2-help").await;

    // The first part of the DN only, and no certificate.
    tour.browser.fill("[name=host]", "localhost").await;
    tour.browser.fill("[name=port]", &directory.port.to_string()).await;
    tour.browser.click("[name=security] option[value=starttls]").await;
    tour.browser.fill("[name=bind_dn]", "cn=sync").await;
    tour.browser.fill("[name=bind_password]", BIND_PASSWORD).await;
    tour.browser.click("#save").await;
    tour.browser.wait_for_text("main .notice.bad", "not trusted here").await;
    assert_eq!(shown(&tour.browser, "[name=kind][value=openldap]:checked").await, 1, "the kind was forgotten");
    tour.look("hour-3-certificate").await;
    // Enter checks anew what was typed, and trusts nobody.
    tour.browser.client.execute("window.before = true", vec![]).await.unwrap();
    let port = tour.browser.client.find(fantoccini::Locator::Css("[name=port]")).await.unwrap();
    port.send_keys("\u{e007}").await.unwrap();
    within(Duration::from_secs(40), "the answer to Enter", async || {
        let is_new = "return !window.before && document.readyState === 'complete'";
        tour.browser.client.execute(is_new, vec![]).await.is_ok_and(|is_new| is_new == json!(true))
    })
    .await;
    tour.browser.wait_for_text("main .notice.bad", "not trusted here").await;
    let taken = tour.browser.client.execute("return document.querySelector('[name=ca_certificate]').value", vec![]);
    assert_eq!(taken.await.unwrap(), json!(""), "Enter took the certificate");
    tour.browser.click("#take-certificate").await;
    tour.browser.wait_for_text(".banner.info", "Type the password once more").await;
    tour.browser.fill("[name=bind_password]", BIND_PASSWORD).await;
    tour.browser.click("#save").await;
    tour.browser.wait_for_text("main .notice.bad .remedy", "cn=sync alone is seldom a whole DN").await;
    tour.browser.wait_for_text("#field-bind_dn-error", "refused").await;
    tour.look("hour-4-user").await;

    tour.browser.fill("[name=bind_dn]", BIND_DN).await;
    tour.browser.fill("[name=bind_password]", BIND_PASSWORD).await;
    put(&tour.browser, "[name=ca_certificate]", &ca.pem()).await;
    tour.browser.click("#save").await;
    tour.browser.wait_for_text(".banner.ok", "saved").await;
    assert!(current_step(&tour.browser).await.contains("Preview"));
    tour.look("hour-5-connected").await;

    tour.browser.click("#preview-first").await;
    tour.browser.wait_for_path("/imports/1").await;
    tour.browser.wait_for_text(".sentences", "12 people would become agents").await;
    tour.browser.wait_for_text(".sentences", "1 entry would be skipped").await;
    assert!(current_step(&tour.browser).await.contains("Import users"));
    tour.look("hour-6-preview").await;

    tour.browser.click("#import-now").await;
    tour.browser.wait_for_path("/imports/2").await;
    tour.browser.wait_for_text("main h2", "What happens next").await;
    assert!(tour.browser.text("main").await.contains(&format!("{}/login", panel.url)));
    assert!(current_step(&tour.browser).await.contains("Sign in as an agent"));
    tour.look("hour-7-imported").await;
    tour.open(SETTINGS).await;
    assert_eq!(shown(&tour.browser, ".first-steps").await, 0, "the first hour does not end");
    tour.look("hour-8-settings").await;

    let (agent, visitor) = (person(3), Browser::start().await);
    visitor.open(&format!("{}/login", panel.url)).await;
    visitor.fill("[name=email]", &agent.mail).await;
    visitor.fill("[name=password]", &agent.password()).await;
    visitor.click("form button[type=submit]").await;
    visitor.wait_for_path("/me").await;
    tour.end();
}

#[tokio::test]
async fn browser_without_scripts_shows_the_help_of_the_chosen_kind() {
    let panel = Panel::start().await;
    let browser = Browser::start().await;
    browser.scripts(false).await;
    browser.open(&format!("{}/setup", panel.url)).await;
    browser.fill("[name=code]", &panel.setup_code().await).await;
    browser.fill("[name=name]", "Ada Minister").await;
    browser.fill("[name=email]", "ada@example.test").await;
    browser.fill("[name=password]", "a long walk by the sea").await;
    browser.click("button[type=submit]").await;
    browser.wait_for_path(SETTINGS).await;
    browser.click("#help-base > summary").await;
    assert_eq!(shown(&browser, "#help-base .for-kind").await, 4);
    browser.click("[name=kind][value=freeipa]").await;
    assert_eq!(shown(&browser, "#help-base .for-kind").await, 1);
    assert_eq!(shown(&browser, "[data-copy]").await, 0, "a button is shown that does nothing");
    let typed = browser.client.execute("return document.querySelector('[name=kind]:checked').value", vec![]).await;
    assert_eq!(typed.unwrap(), Value::from("freeipa"));
}
