//! Open pages follow what happens, and take nothing away from whoever works on them; what the first load of each costs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use super::browser_pages::Tour;
use super::support::browser::Browser;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use super::support::process::{free_ports, within};
use base64::Engine;
use serde_json::{Value, json};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(40);
/// Bytes over the wire that the first load of a page may cost, heads included.
const MOST: u64 = 60 * 1024;

async fn execute(browser: &Browser, script: &str) -> Value {
    browser.client.execute(script, vec![]).await.unwrap()
}

async fn becomes(browser: &Browser, what: &str, script: &str, value: Value) {
    within(PATIENCE, what, async || browser.client.execute(script, vec![]).await.is_ok_and(|found| found == value))
        .await;
}

async fn is_shown(browser: &Browser, id: &str, shown: bool) {
    let script = format!("return document.getElementById('{id}').checkVisibility()");
    becomes(browser, &format!("#{id} to be shown: {shown}"), &script, json!(shown)).await;
}

#[tokio::test]
async fn browser_keeps_what_was_typed_while_the_panel_was_away() {
    let [port] = free_ports();
    let listen = format!("127.0.0.1:{port}");
    let mut panel = Panel::with(&[("MUSTER_LISTEN", listen.as_str())]).await;
    Visitor::setup_administrator(&panel).await;
    let tour = Tour::administrator(&panel).await;
    let browser = &tour.browser;
    tour.open("/groups").await;
    browser.fill("#field-name", "Night shi").await;

    // Nobody knows yet that it is away.
    panel.stop().await;
    browser.click("main form[action='/groups'] button").await;
    is_shown(browser, "not-sent", true).await;
    is_shown(browser, "connection-lost", true).await;
    browser.screenshot("live-not-sent").await;
    let typed = "return document.activeElement.matches('button') + document.getElementById('field-name').value";
    assert_eq!(execute(browser, typed).await, "trueNight shi");

    panel.start_again().await;
    is_shown(browser, "connection-lost", false).await;
    assert_eq!(browser.client.current_url().await.unwrap().path(), "/groups");
    let field = browser.client.find(fantoccini::Locator::Css("#field-name")).await.unwrap();
    field.send_keys("ft").await.unwrap();
    browser.click("main form[action='/groups'] button").await;
    browser.wait_for_text(".banner.ok", "Night shift").await;
}

#[tokio::test]
async fn browser_says_that_the_connection_is_back_on_pages_that_ask_nothing() {
    let panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await;
    let tour = Tour::administrator(&panel).await;
    let browser = &tour.browser;
    browser.client.delete_all_cookies().await.unwrap();
    tour.open("/login").await;
    assert_eq!(execute(browser, "return document.getElementById('live')").await, Value::Null);
    execute(browser, "dispatchEvent(new Event('offline'))").await;
    is_shown(browser, "connection-lost", true).await;
    execute(browser, "dispatchEvent(new Event('online'))").await;
    is_shown(browser, "connection-lost", false).await;
}

#[tokio::test]
async fn browser_follows_an_import_while_a_menu_is_open_and_text_is_selected() {
    let (directory, panel) = tokio::join!(OpenLdap::builder().people(7).start(), Panel::start());
    let administrator = Visitor::setup_administrator(&panel).await;
    administrator.connect_directory(&directory).await;
    let tour = Tour::administrator(&panel).await;
    let browser = &tour.browser;
    browser.size(360, 740).await;
    tour.open("/groups").await;
    browser.click(".menu-toggle button").await;
    let mark = "getSelection().selectAllChildren(document.querySelector('main h1')); \
                document.getElementById('field-name').value = 'half'; window.mine = 1";
    execute(browser, mark).await;

    let run = administrator.import_and_wait().await;
    assert_eq!(run["added"], 7, "{run}");
    becomes(browser, "the count in the menu", "return document.getElementById('count-agents').innerText", json!("8"))
        .await;
    let size = "return [...document.querySelectorAll('#groups td.number')].some(e => e.innerText.includes('7'))";
    becomes(browser, "the size of the group", size, json!(true)).await;
    let kept = "return [document.getElementById('menu').matches(':popover-open'), getSelection().toString(), \
                document.getElementById('field-name').value, window.mine]";
    assert_eq!(execute(browser, kept).await, json!([true, "Groups", "half", 1]));
    browser.screenshot("live-menu-open").await;

    // The list of imports hears of one, and the banner of what was held comes by itself.
    browser.size(1280, 900).await;
    tour.open("/imports").await;
    administrator.preview_and_wait().await;
    becomes(browser, "the preview", "return !!document.getElementById('run-2')", json!(true)).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

#[tokio::test]
async fn browser_says_calmly_that_the_session_ended_and_goes_on_after_the_next_sign_in() {
    let panel = Panel::start().await;
    let administrator = Visitor::setup_administrator(&panel).await;
    let tour = Tour::administrator(&panel).await;
    let browser = &tour.browser;
    tour.open("/groups").await;
    browser.fill("#field-name", "Night shift").await;
    administrator.post("/me/sessions/end", &[("all", "1")]).await.expect_status(303);
    is_shown(browser, "signed-out", true).await;
    browser.screenshot("live-signed-out").await;
    assert_eq!(browser.client.current_url().await.unwrap().path(), "/groups");
    // A form is not lost to the sign-in either.
    browser.click("main form[action='/groups'] button").await;
    is_shown(browser, "signed-out", true).await;

    let page = browser.client.window().await.unwrap();
    browser.click("#signed-out a").await;
    let windows = browser.client.windows().await.unwrap();
    let other = windows.into_iter().find(|window| *window != page).expect("the sign-in should be in another tab");
    browser.client.switch_to_window(other).await.unwrap();
    browser.wait_for_path("/login").await;
    browser.fill("[name=email]", ADMINISTRATOR_EMAIL).await;
    browser.fill("[name=password]", ADMINISTRATOR_PASSWORD).await;
    browser.click("form button[type=submit]").await;
    browser.wait_for_path("/agents").await;
    browser.client.switch_to_window(page).await.unwrap();
    browser.devtools("Page.bringToFront", json!({})).await;
    is_shown(browser, "signed-out", false).await;
    browser.click("main form[action='/groups'] button").await;
    browser.wait_for_text(".banner.ok", "Night shift").await;
}

#[tokio::test]
async fn browser_loads_each_page_small_and_still() {
    let (directory, panel) = tokio::join!(OpenLdap::builder().people(120).start(), Panel::start());
    let administrator = Visitor::setup_administrator(&panel).await;
    let tour = Tour::start(&panel).await;
    let mut faults = Vec::new();
    measure(&tour, "/login", &mut faults).await;
    administrator.connect_directory(&directory).await;
    administrator.import_and_wait().await;
    tour.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
    tour.browser.wait_for_path("/agents").await;
    for path in [
        "/agents",
        "/agents?q=u000004",
        "/agents/new",
        "/groups",
        "/imports",
        "/imports/1",
        "/activity",
        "/settings/ldap/index",
        "/settings/ldap/rules",
        "/me",
    ] {
        measure(&tour, path, &mut faults).await;
    }
    print(&tour, &["agents", "imports", "groups"]).await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Loads a page with an empty cache, and notes its bytes, its requests and by how much its parts moved.
async fn measure(tour: &Tour, path: &str, faults: &mut Vec<String>) {
    let browser = &tour.browser;
    browser.devtools("Network.clearBrowserCache", json!({})).await;
    tour.open(path).await;
    let script = "
        const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        const bytes = all.reduce((sum, one) => sum + one.transferSize, 0), done = arguments[arguments.length - 1];
        let moved = 0;
        new PerformanceObserver(list => { for (const one of list.getEntries()) moved += one.value; })
            .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done([bytes, all.length, moved]), 300);";
    let found = browser.client.execute_async(script, vec![]).await.unwrap();
    let (bytes, requests, moved) = (found[0].as_u64().unwrap(), &found[1], found[2].as_f64().unwrap());
    println!("{path:<24} {bytes:>7} bytes {requests:>3} requests, moved by {moved:.4}");
    if !(5_000..=MOST).contains(&bytes) || moved >= 0.01 {
        faults.push(format!("{path}: {bytes} bytes, moved by {moved}"));
    }
}

/// On paper: the PDF is beside the pictures.
async fn print(tour: &Tour, lists: &[&str]) {
    for list in lists {
        tour.open(&format!("/{list}")).await;
        let pdf = tour.browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
        let pdf = base64::engine::general_purpose::STANDARD.decode(pdf["data"].as_str().unwrap()).unwrap();
        assert!(pdf.starts_with(b"%PDF"));
        let picture = tour.browser.screenshot(&format!("print-{list}")).await;
        std::fs::write(picture.with_extension("pdf"), pdf).unwrap();
        let media = |media: &str| json!({ "media": media });
        tour.browser.devtools("Emulation.setEmulatedMedia", media("print")).await;
        tour.browser.screenshot(&format!("print-{list}")).await;
        let shown =
            "return [...document.querySelectorAll('.sidebar, .filters, .page-actions')].some(e => e.checkVisibility())";
        assert_eq!(execute(&tour.browser, shown).await, false, "what is only for the screen is on paper");
        tour.browser.devtools("Emulation.setEmulatedMedia", media("")).await;
    }
}
