//! The whole way in a real browser: from the setup code to a person who left and is out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::support::browser::Browser;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD, OpenLdap};
use super::support::panel::Panel;
use super::support::people::person;
use super::support::process::within;
use fantoccini::Locator;
use serde_json::{Value, json};
use std::time::Duration;

const SETTINGS: &str = "/settings/ldap/index";
const IMPORT: Duration = Duration::from_secs(90);

/// Enough to take a moment.
const MANY: usize = 6_000;

async fn set_up(browser: &Browser, panel: &Panel) {
    browser.open(&panel.url).await;
    browser.wait_for_path("/setup").await;
    browser.fill("[name=code]", &panel.setup_code().await).await;
    browser.fill("[name=name]", "Ada Minister").await;
    browser.fill("[name=email]", ADMINISTRATOR_EMAIL).await;
    browser.fill("[name=password]", ADMINISTRATOR_PASSWORD).await;
    browser.click("button[type=submit]").await;
    browser.wait_for_path(SETTINGS).await;
}

async fn fill_settings(browser: &Browser, directory: &OpenLdap, password: &str) {
    browser.fill("[name=host]", "127.0.0.1").await;
    browser.fill("[name=port]", &directory.port.to_string()).await;
    browser.fill("[name=bind_dn]", BIND_DN).await;
    browser.fill("[name=bind_password]", password).await;
    browser.fill("[name=base_dn]", BASE_DN).await;
}

async fn sign_in(browser: &Browser, panel: &Panel, email: &str, password: &str) {
    browser.open(&format!("{}/login", panel.url)).await;
    browser.fill("[name=email]", email).await;
    browser.fill("[name=password]", password).await;
    browser.click("form button[type=submit]").await;
}

async fn value(browser: &Browser, css: &str) -> String {
    let script = "return document.querySelector(arguments[0]).value";
    browser.client.execute(script, vec![json!(css)]).await.unwrap().as_str().unwrap().to_owned()
}

async fn has(browser: &Browser, css: &str) -> bool {
    browser.client.find(Locator::Css(css)).await.is_ok()
}

/// Notes each different text that the element shows, from now on.
async fn watch(browser: &Browser, css: &str) {
    let script = "
        const css = arguments[0], seen = window.notes = [];
        const look = () => {
            const element = document.querySelector(css);
            if (element && seen.at(-1) !== element.innerText) seen.push(element.innerText);
        };
        look();
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });";
    browser.client.execute(script, vec![json!(css)]).await.unwrap();
}

async fn watched(browser: &Browser) -> Vec<String> {
    let notes = browser.client.execute("return window.notes", vec![]).await.unwrap();
    serde_json::from_value(notes).unwrap()
}

/// The different readings among the notes: phases, and how many were read.
fn readings(notes: &[String]) -> Vec<String> {
    let phases = ["Waiting", "Connecting", "people read"];
    let lines = notes.iter().flat_map(|note| note.lines());
    let mut seen: Vec<String> =
        lines.filter(|line| phases.iter().any(|phase| line.contains(phase))).map(str::to_owned).collect();
    seen.dedup();
    seen
}

/// A run's numbers in one line.
async fn numbers(browser: &Browser) -> String {
    browser.text(".stats").await.replace('\n', " ")
}

async fn wait_for_end(browser: &Browser, css: &str, text: &str) {
    let script = "return [...document.querySelectorAll(arguments[0])].some(e => e.innerText.includes(arguments[1]))";
    within(IMPORT, &format!("“{text}” in {css}"), async || {
        let shown = browser.client.execute(script, vec![json!(css), json!(text)]).await;
        shown.is_ok_and(|shown| shown == Value::Bool(true))
    })
    .await;
}

#[tokio::test]
async fn browser_shows_the_whole_way_from_setup_to_a_person_who_left() {
    let (directory, panel) = tokio::join!(OpenLdap::builder().people(MANY).start(), Panel::start());
    let browser = Browser::start().await;
    set_up(&browser, &panel).await;
    browser.wait_for_text("#ldap-status", "No directory yet").await;
    fill_settings(&browser, &directory, BIND_PASSWORD).await;
    browser.click("#save").await;
    browser.wait_for_text(".banner.ok", "saved").await;
    browser.wait_for_text("#ldap-status", "Connected").await;
    browser.wait_for_text("#check-list .ok", "Find people").await;

    // Beside the button.
    watch(&browser, "#import-card").await;
    directory.freeze();
    browser.click("#import-users").await;
    browser.wait_for_text("#import-card", "Connecting").await;
    directory.thaw();
    wait_for_end(&browser, "#import-card", "6,000 added").await;
    let seen = readings(&watched(&browser).await);
    assert!(seen.len() >= 2, "beside the button only this was seen moving: {seen:?}");
    assert_eq!(browser.client.current_url().await.unwrap().path(), SETTINGS);

    let agent = person(7);
    find_as_typed(&browser, &panel, &agent.uid).await;

    let visitor = Browser::start().await;
    sign_in(&visitor, &panel, &agent.mail, &agent.password()).await;
    visitor.wait_for_path("/me").await;
    visitor.wait_for_text("main", &agent.mail).await;

    // On its own page, which reloads itself at the end.
    directory.delete(&agent.dn()).await;
    browser.open(&format!("{}/imports", panel.url)).await;
    directory.freeze();
    browser.click(".page-actions button").await;
    browser.wait_for_path("/imports/2").await;
    browser.wait_for_text("#progress", "Connecting").await;
    assert!(numbers(&browser).await.starts_with("read 0 added —"), "{}", numbers(&browser).await);
    directory.thaw();
    wait_for_end(&browser, "#changes", "No longer in the directory").await;
    let numbers = numbers(&browser).await;
    assert_eq!(numbers, "read 5,999 added 0 updated 0 unchanged 5,999 removed 1 restored 0 skipped 0");

    // The agent who was signed in is out with the next click, and stays out.
    visitor.click(".user-links a[href='/me']").await;
    visitor.wait_for_path("/login").await;
    sign_in(&visitor, &panel, &agent.mail, &agent.password()).await;
    visitor.wait_for_text(".notice.bad", "password").await;
    assert_eq!(visitor.client.current_url().await.unwrap().path(), "/login");
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn find_as_typed(browser: &Browser, panel: &Panel, uid: &str) {
    browser.open(&format!("{}/agents", panel.url)).await;
    browser.wait_for_text(".pager", "1–50 of 6,001").await;
    let search = browser.client.find(Locator::Css("[name=q]")).await.unwrap();
    search.send_keys(uid).await.unwrap();
    browser.wait_for_text(".pager", "1–1 of 1").await;
    browser.wait_for_text("#results td", &format!("{uid}@example.test")).await;
    let url = browser.client.current_url().await.unwrap();
    assert_eq!((url.path(), url.query()), ("/agents", Some(format!("q={uid}").as_str())));
    let focused = browser.client.active_element().await.unwrap().attr("name").await.unwrap();
    assert_eq!(focused.as_deref(), Some("q"), "the search lost the focus");
}

#[tokio::test]
async fn browser_without_scripts_can_do_the_same() {
    let (directory, panel) = tokio::join!(OpenLdap::builder().people(3).start(), Panel::start());
    let browser = Browser::start().await;
    browser.scripts(false).await;
    set_up(&browser, &panel).await;
    let theme = "return document.querySelector('.theme').hidden";
    assert_eq!(browser.client.execute(theme, vec![]).await.unwrap(), true, "a script ran");
    fill_settings(&browser, &directory, BIND_PASSWORD).await;
    browser.click("#save").await;
    browser.wait_for_text(".banner.ok", "saved").await;
    browser.click("#import-users").await;
    browser.wait_for_path("/imports/1").await;
    let run = format!("{}/imports/1", panel.url);
    within(IMPORT, "the import to end", async || {
        browser.open(&run).await;
        numbers(&browser).await.contains("added 3")
    })
    .await;

    let agent = person(1);
    browser.open(&format!("{}/agents", panel.url)).await;
    browser.fill("[name=q]", &agent.uid).await;
    browser.click("form[role=search] button").await;
    browser.wait_for_text(".pager", "1–1 of 1").await;
    browser.click("#results td a").await;
    browser.wait_for_text("main", &agent.dn()).await;
    browser.click(".page-actions .primary").await;
    browser.wait_for_text("h1", "Edit").await;
    browser.click("[name=role] option[value=support]").await;
    browser.click("main form button.primary").await;
    browser.wait_for_text(".banner.ok", "was saved").await;
    browser.wait_for_text("main .facts", "Support agent").await;

    browser.click(".user-links button").await;
    browser.wait_for_path("/login").await;
    sign_in(&browser, &panel, &agent.mail, &agent.password()).await;
    browser.wait_for_path("/me").await;
    browser.wait_for_text("main", "Support agent").await;
    browser.click(".user-links button").await;
    browser.wait_for_path("/login").await;
    browser.open(&format!("{}/me", panel.url)).await;
    browser.wait_for_path("/login").await;
}

#[tokio::test]
async fn browser_shows_why_a_password_is_refused_and_keeps_what_was_typed() {
    let (directory, panel) = tokio::join!(OpenLdap::builder().people(3).start(), Panel::start());
    let browser = Browser::start().await;
    set_up(&browser, &panel).await;
    fill_settings(&browser, &directory, "not the password").await;
    browser.fill("[name=user_filter]", "(objectClass=inetOrgPerson)").await;
    browser.fill("[name=phone_attribute]", "mobile").await;
    browser.click("[name=default_role] option[value=support]").await;
    browser.click("#save").await;

    browser.wait_for_text("main .notice.bad", "refused the user's password").await;
    browser.wait_for_text("main .notice.bad .remedy", "Password").await;
    browser.wait_for_text("#check-list .bad", "Sign in").await;
    let (port, dn) = (directory.port.to_string(), BIND_DN.to_owned());
    let expected = [
        ("host", "127.0.0.1"),
        ("port", &port),
        ("bind_dn", &dn),
        ("base_dn", BASE_DN),
        ("user_filter", "(objectClass=inetOrgPerson)"),
        ("phone_attribute", "mobile"),
        ("default_role", "support"),
        ("bind_password", ""),
    ];
    for (name, typed) in expected {
        assert_eq!(value(&browser, &format!("[name={name}]")).await, typed, "{name}");
    }
    let source = browser.client.source().await.unwrap();
    assert!(!source.contains("not the password"), "the password came back");
    assert!(!has(&browser, "#import-users").await, "an import is offered before anything is saved");

    // The typed password is kept for this.
    browser.click("#save-anyway").await;
    browser.wait_for_text(".banner.warning", "Saved without a check").await;
    browser.wait_for_text("#ldap-status", "Not connected").await;
    browser.fill("[name=bind_password]", BIND_PASSWORD).await;
    browser.click("#save").await;
    browser.wait_for_text("#ldap-status", "Connected ·").await;
    let administrator = Visitor::new(&panel);
    administrator.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    assert_eq!(administrator.import_and_wait().await["added"], 3);
}
