//! The list of agents in a real browser: typing while answers arrive, whole tasks by keyboard, selecting over pages,
//! and rows that change under one's hands.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::agents::{agent, id};
use super::browser_pages::{self, Tour};
use super::support::browser::Browser;
use super::support::http::Visitor;
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use super::support::people::person;
use super::support::process::within;
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';

struct Desk {
    directory: OpenLdap,
    panel: Panel,
    visitor: Visitor,
}

impl Desk {
    async fn with(people: usize) -> Desk {
        let (directory, panel) = tokio::join!(OpenLdap::builder().people(people).start(), Panel::start());
        let visitor = Visitor::setup_administrator(&panel).await;
        visitor.connect_directory(&directory).await;
        assert_eq!(visitor.import_and_wait().await["added"], people);
        Desk { directory, panel, visitor }
    }
}

async fn press(browser: &Browser, keys: &str) {
    for value in keys.chars() {
        let actions = KeyActions::new("keyboard".to_owned());
        let actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        browser.client.perform_actions(actions).await.unwrap();
    }
}

async fn ask(browser: &Browser, script: &str) -> Value {
    browser.client.execute(script, vec![]).await.unwrap()
}

async fn until(browser: &Browser, what: &str, script: &str) {
    within(PATIENCE, what, async || {
        browser.client.execute(script, vec![]).await.is_ok_and(|answer| answer == Value::Bool(true))
    })
    .await;
}

/// The name in the row that has the focus.
async fn row(browser: &Browser) -> String {
    let script = "const row = document.activeElement.closest('[data-rows] > tr'); \
                  return row ? row.querySelector('.person').innerText.split('\\n').pop() : ''";
    ask(browser, script).await.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn browser_agents_are_found_and_opened_by_keyboard_alone() {
    let desk = Desk::with(60).await;
    let tour = Tour::administrator(&desk.panel).await;
    let browser = &tour.browser;
    browser.wait_for_text(".pager", "1–50 of 61").await;
    let names: Vec<String> = desk.visitor.get_json("/agents").await["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|agent| agent["name"].as_str().unwrap().to_owned())
        .collect();
    press(browser, "j").await;
    assert_eq!(row(browser).await, names[0]);
    press(browser, "jjk").await;
    assert_eq!(row(browser).await, names[1]);
    press(browser, "kkkk").await;
    assert_eq!(row(browser).await, names[0], "the first row is the end");

    press(browser, "?").await;
    browser.wait_for_text("#keys", "Next row, previous row").await;
    press(browser, "j").await;
    until(browser, "the sheet to be open", "return document.querySelector('#keys').matches(':popover-open')").await;
    browser.screenshot("agents-keys").await;
    press(browser, &ESCAPE.to_string()).await;
    until(browser, "the sheet to be closed", "return !document.querySelector('#keys').matches(':popover-open')").await;

    let wanted = person(7);
    press(browser, "/").await;
    press(browser, &wanted.uid).await;
    browser.wait_for_text(".pager", "1–1 of 1").await;
    browser.wait_for_text("#agents-lead", "1 of 61 agents match").await;
    assert_eq!(ask(browser, "return document.getElementById('matches').textContent").await, "1 agent matches.");
    press(browser, &format!("{ESCAPE}j{ENTER}")).await;
    browser.wait_for_text("main", &wanted.mail).await;
    // What was typed at one go is one step of the history.
    browser.client.back().await.unwrap();
    browser.wait_for_text(".pager", "1–1 of 1").await;
    browser.client.back().await.unwrap();
    browser.wait_for_text(".pager", "1–50 of 61").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

#[tokio::test]
async fn browser_agents_shortcuts_are_off_where_one_types_or_switched_them_off() {
    let desk = Desk::with(3).await;
    let tour = Tour::administrator(&desk.panel).await;
    let browser = &tour.browser;
    browser.click("[name=q]").await;
    press(browser, "jxk?").await;
    let typed = ask(browser, "return [document.activeElement.name, document.activeElement.value].join()").await;
    assert_eq!(typed, "q,jxk?");
    tour.open("/me").await;
    browser.click("[name=shortcuts]").await;
    browser.click("form[action='/me'] button").await;
    browser.wait_for_text(".banner.ok", "Saved").await;
    tour.open("/agents").await;
    press(browser, "j?").await;
    assert_eq!(ask(browser, "return document.activeElement === document.body").await, true);
    browser.click(".keys-hint button").await;
    browser.wait_for_text("#keys", "switched off").await;
}

#[tokio::test]
async fn browser_agents_keep_focus_and_caret_and_the_newest_answer_wins() {
    let desk = Desk::with(120).await;
    let tour = Tour::administrator(&desk.panel).await;
    let browser = &tour.browser;
    let search = browser.client.find(Locator::Css("[name=q]")).await.unwrap();
    let uid = person(113).uid;
    search.click().await.unwrap();
    for letter in uid.chars() {
        search.send_keys(&letter.to_string()).await.unwrap();
    }
    browser.wait_for_text(".pager", "1–1 of 1").await;
    // Somewhere in the middle, while answers arrive.
    browser.client.execute("arguments[0].setSelectionRange(2, 2)", vec![json!(search)]).await.unwrap();
    press(browser, "0").await;
    browser.wait_for_text("#results", "Nobody found").await;
    let state = ask(browser, "const e = document.activeElement; return [e.name, e.selectionStart].join()").await;
    assert_eq!(state, "q,3");
    until(browser, "a way to clear the filters", "return !document.getElementById('clear-filters').hidden").await;
    let query = browser.client.current_url().await.unwrap().query().unwrap().to_owned();
    assert_eq!(query, format!("q={}0{}", &uid[..2], &uid[2..]));
    browser.click("#clear-filters").await;
    browser.wait_for_text(".pager", "1–50 of 121").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

#[tokio::test]
async fn browser_agents_selected_on_several_pages_are_changed_together() {
    let desk = Desk::with(60).await;
    let mut tour = Tour::administrator(&desk.panel).await;
    tour.browser.wait_for_text(".pager", "1–50 of 61").await;
    // Ada, who asks, comes first: she would be left out.
    press(&tour.browser, "jjxjx").await;
    tour.browser.wait_for_text(".bulk-count", "Selected: 2").await;
    tour.browser.click(".pager [rel=next]").await;
    tour.browser.wait_for_text(".pager", "51–61 of 61").await;
    tour.browser.wait_for_text(".bulk-count", "Selected: 2, of them 2 not on this page").await;
    press(&tour.browser, "jx").await;
    tour.browser.wait_for_text(".bulk-count", "Selected: 3, of them 2 not on this page").await;
    tour.look("agents-selected").await;
    tour.browser.click(".bulk [value=role]").await;
    tour.browser.wait_for_text("h1", "Set the role of 3 agents").await;
    tour.look("agents-bulk-role").await;
    tour.browser.click("[name=to_role] option[value=support]").await;
    tour.browser.click("main form button.primary").await;
    tour.browser.wait_for_text(".banner", "3 agents were changed.").await;
    until(&tour.browser, "nobody to be selected", "return !document.querySelector('#bulk').checkVisibility()").await;
    assert_eq!(desk.visitor.get_json("/agents?role=support").await["total"], 3);

    tour.open("/agents?source=ldap").await;
    tour.browser.click("[data-select-page]").await;
    tour.browser.wait_for_text(".bulk-count", "Selected: 50").await;
    tour.browser.click("[data-select-all]").await;
    tour.browser.wait_for_text(".bulk-count", "Selected: 60").await;
    tour.browser.click(".bulk [value=groups]").await;
    tour.browser.wait_for_text("h1", "Change the groups of 60 agents").await;
    tour.look("agents-bulk-groups").await;
    tour.browser.click("main form a.button").await;
    tour.browser.wait_for_text(".bulk-count", "Selected: 60").await;
    tour.browser.click("[data-select-none]").await;
    until(&tour.browser, "the bar to go", "return !document.querySelector('#bulk').checkVisibility()").await;
    tour.end();
}

#[tokio::test]
async fn browser_agents_without_scripts_are_selected_by_a_plain_form() {
    let desk = Desk::with(3).await;
    let tour = Tour::administrator(&desk.panel).await;
    let browser = &tour.browser;
    browser.scripts(false).await;
    tour.open("/agents?source=ldap").await;
    browser.click("[data-select]").await;
    browser.click(".bulk [value=block]").await;
    browser.wait_for_text("h1", "Block 1 agent").await;
    browser.click("main form button.danger").await;
    browser.wait_for_text(".banner", "1 agent was changed.").await;
    assert_eq!(desk.visitor.get_json("/agents?state=blocked").await["total"], 1);
}

#[tokio::test]
async fn browser_agents_change_after_an_import_and_nothing_is_lost() {
    let desk = Desk::with(60).await;
    let tour = Tour::administrator(&desk.panel).await;
    let browser = &tour.browser;
    press(browser, "jjjx").await;
    browser.wait_for_text(".bulk-count", "Selected: 1").await;
    let focused = row(browser).await;
    let scrolled = ask(browser, "scrollTo(0, 300); return scrollY").await;
    let first = desk.visitor.get_json("/agents").await["items"][0].clone();
    assert_ne!(first["name"], focused);
    let changed =
        if first["source"] == "ldap" { first } else { desk.visitor.get_json("/agents").await["items"][1].clone() };
    desk.directory.replace(changed["dn"].as_str().unwrap(), "telephoneNumber", &["+41 44 555 0000"]).await;
    desk.visitor.import_and_wait().await;
    browser.wait_for_text("#results td", "+41 44 555 0000").await;
    assert_eq!(row(browser).await, focused, "the focus moved");
    assert_eq!(ask(browser, "return scrollY").await, scrolled);
    browser.wait_for_text(".bulk-count", "Selected: 1").await;
    let ticked = ask(browser, "return [...document.querySelectorAll('[data-select]:checked')].length").await;
    assert_eq!(ticked, 1);

    // What another administrator does is seen too.
    let path = format!("/agents/{}", id(&changed));
    desk.visitor.post(&path, &[("blocked", "1"), ("blocked_shown", "1")]).await.expect_status(303);
    assert_eq!(agent(&desk.visitor, id(&changed)).await["state"], "blocked");
    browser.wait_for_text("#results td", "Blocked here").await;
    assert_eq!(row(browser).await, focused);
    assert_eq!(browser.console().await, Vec::<String>::new());
}

/// Words are longer in most languages than in English.
async fn agents_and_groups_fit_in(language: &str) {
    let desk = Desk::with(8).await;
    desk.directory.delete(&person(7).dn()).await;
    desk.directory.replace(&person(2).dn(), "telephoneNumber", &["+49 30 1"]).await;
    assert_eq!(desk.visitor.import_and_wait().await["removed"], 1);
    let changed = browser_pages::agent(&desk.visitor, &person(2).mail).await;
    desk.visitor.post("/me", &[("language", language), ("shortcuts", "1")]).await.expect_status(303);
    let mut tour = Tour::administrator(&desk.panel).await;
    tour.visit(&format!("agent-{language}"), &format!("/agents/{changed}")).await;
    tour.visit(&format!("agent-edit-{language}"), &format!("/agents/{changed}/edit")).await;
    tour.visit(&format!("agents-removed-{language}"), "/agents?state=removed").await;
    tour.visit(&format!("groups-{language}"), "/groups").await;
    tour.open("/agents?sort=-state").await;
    tour.browser.click("[data-select]").await;
    tour.look(&format!("agents-{language}")).await;
    tour.browser.click("#bulk button[value=groups]").await;
    tour.browser.wait_for_path("/agents/bulk").await;
    tour.look(&format!("agents-bulk-{language}")).await;
    tour.end();
}

#[tokio::test]
async fn browser_agents_and_groups_fit_in_russian() {
    agents_and_groups_fit_in("ru").await;
}

#[tokio::test]
async fn browser_agents_and_groups_fit_in_german() {
    agents_and_groups_fit_in("de").await;
}
