//! Whole tasks of each role by the keyboard alone. At each step the focus must be seen, and it is nowhere lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::browser_pages::create;
use super::support::browser::Browser;
use super::support::company::Company;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::keyboard::{DOWN, ENTER, Keyboard, SPACE};
use super::support::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD, OpenLdap};
use super::support::panel::Panel;
use super::support::people::person;
use super::support::process::within;
use std::time::Duration;

const SETTINGS: &str = "/settings/ldap/index";
const IMPORT: Duration = Duration::from_secs(60);
const LOCAL_PASSWORD: &str = "a garden full of bees";

async fn sign_in(keys: &Keyboard<'_>, email: &str, password: &str) {
    keys.arrives_at("[name=email]").await;
    keys.fill("[name=email]", email).await;
    keys.fill("[name=password]", password).await;
    keys.press([ENTER]).await;
}

async fn sign_out(browser: &Browser, keys: &Keyboard<'_>) {
    keys.follow("form[action='/logout'] button").await;
    browser.wait_for_path("/login").await;
}

/// Finds somebody with the search's key, and opens their page.
async fn find(browser: &Browser, keys: &Keyboard<'_>, number: usize) {
    let who = person(number);
    keys.press(['/']).await;
    keys.arrives_at("[name=q]").await;
    keys.press(who.uid.chars()).await;
    browser.wait_for_text("#results td", &who.mail).await;
    within(IMPORT, "the others to go", async || {
        let rows = browser.client.execute("return document.querySelectorAll('#results tbody tr').length", vec![]).await;
        rows.is_ok_and(|rows| rows == 1)
    })
    .await;
    assert!(keys.is_at("[name=q]").await, "the search lost the focus");
    keys.follow("#results td a[href^='/agents/']").await;
    browser.wait_for_text("main", &who.dn()).await;
}

#[tokio::test]
async fn browser_lets_an_administrator_set_up_import_and_edit_with_the_keyboard_alone() {
    let (panel, directory) = tokio::join!(Panel::start(), OpenLdap::builder().people(3).start());
    let browser = Browser::start().await;
    let keys = Keyboard::of(&browser);
    browser.open(&panel.url).await;
    keys.arrives_at("[name=code]").await;
    keys.fill("[name=code]", "not the code").await;
    keys.fill("[name=name]", "Ada Minister").await;
    keys.fill("[name=email]", ADMINISTRATOR_EMAIL).await;
    keys.fill("[name=password]", ADMINISTRATOR_PASSWORD).await;
    keys.press([ENTER]).await;
    keys.arrives_at("[name=code][aria-invalid=true]").await;
    keys.fill("[name=code]", &panel.setup_code().await).await;
    keys.fill("[name=password]", "short").await;
    keys.press([ENTER]).await;
    // Of what was right nothing is asked again, but a password.
    keys.arrives_at("[name=password][aria-invalid=true]").await;
    keys.fill("[name=password]", ADMINISTRATOR_PASSWORD).await;
    keys.press([ENTER]).await;
    browser.wait_for_path(SETTINGS).await;

    sign_out(&browser, &keys).await;
    sign_in(&keys, ADMINISTRATOR_EMAIL, "not the password").await;
    keys.arrives_at("[name=email][aria-describedby]").await;
    sign_in(&keys, ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
    browser.wait_for_path("/agents").await;
    keys.follow("nav a[href='/settings/ldap/index']").await;
    browser.wait_for_path(SETTINGS).await;
    connect(&browser, &keys, &directory).await;

    let admin = Visitor::new(&panel);
    admin.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    keys.follow("#import-users").await;
    within(IMPORT, "the import to end", async || {
        keys.keeps_the_focus("while the import runs").await;
        admin.get_json("/imports").await["items"][0]["state"] == "done"
    })
    .await;
    // The card follows a moment later, with another link in another place.
    browser.wait_for_absence("#import-card progress").await;
    browser.wait_for_text("#import-card a[href='/imports/1']", "").await;
    keys.follow("#import-card a[href='/imports/1']").await;
    browser.wait_for_path("/imports/1").await;
    browser.wait_for_text("#changes", &person(0).name).await;

    keys.follow("nav a[href='/agents']").await;
    browser.wait_for_path("/agents").await;
    find(&browser, &keys, 1).await;
    keys.follow("main a[href$='/edit']").await;
    keys.to("[name=role]").await;
    keys.press(['S']).await;
    keys.to("[name=blocked]").await;
    keys.press([SPACE]).await;
    keys.back_to("[name=groups]").await;
    keys.to("main form button[type=submit]").await;
    keys.press([ENTER]).await;
    browser.wait_for_text(".banner.ok", "").await;
    let edited = admin.get_json(&format!("/agents?q={}", person(1).uid)).await;
    let edited = &edited["items"][0];
    assert_eq!((&edited["role"], &edited["state"]), (&"support".into(), &"blocked".into()));
    sign_out(&browser, &keys).await;
    keys.end();
}

/// The settings, at first with a wrong password.
async fn connect(browser: &Browser, keys: &Keyboard<'_>, directory: &OpenLdap) {
    keys.fill("[name=host]", "127.0.0.1").await;
    keys.fill("[name=port]", &directory.port.to_string()).await;
    keys.to("[name=security]").await;
    keys.press([DOWN]).await;
    keys.press(['N']).await;
    keys.fill("[name=bind_dn]", BIND_DN).await;
    keys.fill("[name=bind_password]", "not the password").await;
    keys.fill("[name=base_dn]", BASE_DN).await;
    keys.press([ENTER]).await;
    keys.arrives_at(".notice.bad").await;
    keys.fill("[name=bind_password]", BIND_PASSWORD).await;
    keys.to("#save").await;
    keys.press([SPACE]).await;
    browser.wait_for_text(".banner.ok", "").await;
    browser.wait_for_text("#ldap-status .ok", "Connected").await;
    // A field that is wrong has the focus, not the page's beginning.
    keys.fill("[name=user_filter]", "(mail=*").await;
    keys.press([ENTER]).await;
    keys.arrives_at("[name=user_filter][aria-invalid=true]").await;
}

#[tokio::test]
async fn browser_lets_support_agents_and_employees_do_their_tasks_with_the_keyboard_alone() {
    let directory = OpenLdap::builder().people(3).start().await;
    let company = Company::of(&directory).await;
    company.admin.import_and_wait().await;
    let local = create(&company.admin, "Lotta Local", "lotta@example.test").await;
    let browser = Browser::start().await;
    let keys = Keyboard::of(&browser);
    browser.open(&format!("{}/login", company.panel.url)).await;
    sign_in(&keys, "lotta@example.test", LOCAL_PASSWORD).await;
    browser.wait_for_absence("[name=password]").await;
    browser.open(&format!("{}/agents", company.panel.url)).await;
    // Past the navigation.
    keys.follow("a.skip").await;
    within(IMPORT, "the content to have the focus", async || keys.is_at("main").await).await;
    find(&browser, &keys, 2).await;
    assert!(browser.client.find(fantoccini::Locator::Css("main a[href$='/edit']")).await.is_err());
    sign_out(&browser, &keys).await;

    let as_employee = [("role", "employee"), ("groups_shown", "1")];
    company.admin.post(&format!("/agents/{local}"), &as_employee).await.expect_status(303);
    company.sign_in("lotta@example.test", LOCAL_PASSWORD).await;
    sign_in(&keys, "lotta@example.test", LOCAL_PASSWORD).await;
    browser.wait_for_path("/me").await;
    keys.to("form[action='/me/sessions/end'] button").await;
    // The first is the newest, which is this one.
    keys.press(['\u{e004}']).await;
    assert!(keys.is_at("form[action='/me/sessions/end'] button").await);
    keys.press([ENTER]).await;
    browser.wait_for_text(".banner.ok", "").await;
    assert_eq!(browser.client.current_url().await.unwrap().path(), "/me");

    keys.follow("a[href='/me/password']").await;
    browser.wait_for_path("/me/password").await;
    keys.fill("[name=current_password]", "not the password").await;
    keys.fill("[name=password]", "another garden full of bees").await;
    keys.press([ENTER]).await;
    keys.arrives_at("[name=current_password][aria-invalid=true]").await;
    keys.fill("[name=current_password]", LOCAL_PASSWORD).await;
    keys.fill("[name=password]", "another garden full of bees").await;
    keys.press([ENTER]).await;
    browser.wait_for_text(".banner.ok", "").await;
    sign_out(&browser, &keys).await;
    sign_in(&keys, "lotta@example.test", "another garden full of bees").await;
    browser.wait_for_path("/me").await;
    keys.end();
}
