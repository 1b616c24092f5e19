//! Every page for those who see, hear or steer it in another way (WCAG 2.2 AA): axe-core in both themes, enlarged, with
//! spaced text, in the system's own colours, and by the focus of each control. The other browser tests run axe-core on
//! every state that they come by.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use super::browser_pages::{Tour, agent, create};
use super::second_factor;
use super::support::audit::Rules;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::keyboard::Keyboard;
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use super::support::people::person;
use muster::web::TABLE;
use std::collections::{BTreeMap, BTreeSet};

/// What answers with something else than a page, or leads on.
const NO_PAGES: [&str; 15] = [
    "/",
    "/settings/ldap/status",
    "/settings/ldap/{id}/status",
    "/settings/ldap/{id}/rules",
    "/agents/changed",
    "/agents/export.csv",
    "/imports/{id}/progress",
    "/live",
    "/imports/{id}/changes",
    "/imports/{id}/changes.csv",
    "/activity/export.csv",
    "/healthz",
    "/readyz",
    "/metrics",
    "/static/{path:.*}",
];

const LOCAL_PASSWORD: &str = "a garden full of bees";

/// What is looked at on each page: a column of the table.
const LOOKS: [&str; 6] = ["axe light", "axe dark", "axe 360", "structure", "enlarged", "focus"];

struct Audit {
    tour: Tour,
    /// Each page with the number of faults of each look.
    rows: Vec<(String, [usize; 6])>,
    faults: Vec<String>,
    routes: BTreeSet<&'static str>,
    titles: BTreeMap<String, String>,
}

impl Audit {
    async fn start(panel: &Panel) -> Audit {
        let tour = Tour::start(panel).await;
        Audit { tour, rows: vec![], faults: vec![], routes: BTreeSet::new(), titles: BTreeMap::new() }
    }

    /// Opens a page of the panel's table, and looks at it.
    async fn route(&mut self, route: &'static str, path: &str) {
        self.routes.insert(route);
        self.tour.open(path).await;
        self.state(path).await;
        let title = self.tour.browser.client.title().await.unwrap();
        if let Some(other) = self.titles.insert(title.clone(), route.to_owned()).filter(|other| other != route) {
            self.faults.push(format!("{route} and {other} have the same title: {title}"));
        }
    }

    /// Looks at the page that is open.
    async fn state(&mut self, name: &str) {
        let browser = &self.tour.browser;
        browser.dark(false).await;
        browser.size(1280, 900).await;
        let light = browser.axe(Rules::All).await;
        let structure = browser.structure().await;
        let focus = browser.focus_shown().await;
        let enlarged = browser.enlarged().await;
        browser.size(360, 740).await;
        let small = browser.axe(Rules::Sizes).await;
        browser.size(1280, 900).await;
        browser.dark(true).await;
        let dark = browser.axe(Rules::Colours).await;
        browser.dark(false).await;
        let looks = [light, dark, small, structure, enlarged, focus];
        self.rows.push((name.to_owned(), looks.each_ref().map(Vec::len)));
        for (look, found) in LOOKS.iter().zip(looks) {
            self.faults.extend(found.into_iter().map(|fault| format!("{name} ({look}): {fault}")));
        }
    }

    /// The same of the menu that a small screen has, which is open then.
    async fn menu(&mut self) {
        let browser = &self.tour.browser;
        browser.size(360, 740).await;
        browser.click("button[popovertarget]").await;
        browser.wait_for_text("[popover]:popover-open a[aria-current]", "").await;
        let found = browser.axe(Rules::All).await;
        self.rows.push(("the menu at 360".to_owned(), [found.len(), 0, 0, 0, 0, 0]));
        self.faults.extend(found.into_iter().map(|fault| format!("the menu at 360: {fault}")));
        // Whoever goes on past its end sees where they are.
        let keys = Keyboard::of(browser);
        keys.to("main :is(a, button, input)").await;
        keys.end();
    }

    /// The same with every fold open.
    async fn unfolded(&mut self, name: &str) {
        let open = "document.querySelectorAll('details').forEach(fold => fold.open = true)";
        self.tour.browser.client.execute(open, vec![]).await.unwrap();
        self.state(&format!("{name}, unfolded")).await;
    }

    async fn sign_out(&self) {
        self.tour.browser.click("form[action='/logout'] button").await;
        self.tour.browser.wait_for_path("/login").await;
    }

    /// Prints the table; fails when something was found.
    #[track_caller]
    fn end(self) {
        println!("{:<44}{}", "page", LOOKS.map(|look| format!("{look:>11}")).concat());
        for (name, counts) in &self.rows {
            println!("{name:<44}{}", counts.map(|count| format!("{count:>11}")).concat());
        }
        assert!(self.faults.is_empty(), "{} faults:\n{}", self.faults.len(), self.faults.join("\n"));
    }
}

#[tokio::test]
async fn browser_every_page_is_accessible_in_both_themes_enlarged_and_by_keyboard() {
    let (panel, directory) = tokio::join!(Panel::start(), OpenLdap::builder().people(12).start());
    let mut audit = Audit::start(&panel).await;
    audit.route("/setup", "/setup").await;
    let admin = Visitor::setup_administrator(&panel).await;
    admin.connect_directory(&directory).await;
    admin.import_and_wait().await;
    let (local, copied) =
        (create(&admin, "Lotta Local", "lotta@example.test").await, agent(&admin, &person(4).mail).await);
    admin.post("/groups", &[("name", "Night shift")]).await.expect_status(303);
    directory.delete(&person(3).dn()).await;
    admin.import_and_wait().await;

    audit.route("/login", "/login").await;
    audit.tour.sign_in(ADMINISTRATOR_EMAIL, "not the password").await;
    audit.tour.browser.wait_for_text(".notice", "").await;
    audit.state("/login, refused").await;
    audit.tour.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
    audit.tour.browser.wait_for_path("/agents").await;

    audit.route("/agents", "/agents").await;
    audit.route("/agents", "/agents?q=nobody-is-called-so").await;
    audit.menu().await;
    audit.route("/agents/new", "/agents/new").await;
    audit.route("/agents/{id}", &format!("/agents/{copied}")).await;
    audit.route("/agents/{id}/edit", &format!("/agents/{local}/edit")).await;
    audit.unfolded("the same").await;
    audit.route("/groups", "/groups").await;
    audit.unfolded("the same").await;
    audit.route("/imports", "/imports").await;
    audit.route("/imports/{id}", "/imports/2").await;
    audit.route("/activity", "/activity").await;
    audit.route("/settings/ldap/index", "/settings/ldap/index").await;
    audit.unfolded("the same").await;
    audit.route("/settings/ldap/new", "/settings/ldap/new").await;
    audit.route("/settings/ldap/rules", "/settings/ldap/rules").await;
    audit.tour.browser.click("#add").await;
    audit.tour.browser.wait_for_text("[name=rule_0_group_dn]", "").await;
    audit.state("the same, with a rule").await;
    audit.route("/settings/ldap/lookup", "/settings/ldap/lookup").await;
    audit.route("/settings/ldap/lookup", &format!("/settings/ldap/lookup?q={}", person(4).uid)).await;
    audit.route("/me", "/me").await;
    audit.route("/me/password", "/me/password").await;
    audit.route("/me/second-factor", "/me/second-factor").await;
    audit.tour.open("/there/is/nothing").await;
    audit.state("nothing there, 404").await;
    conflicts(&mut audit, &admin, &local).await;
    audit.sign_out().await;
    second_step_and_little_rights(&mut audit, &panel).await;

    // A directory's own page is there where there are several.
    audit.routes.insert("/settings/ldap/{id}");
    let pages = TABLE.iter().filter(|(method, path, _)| *method == "get" && !NO_PAGES.contains(path));
    let missed: Vec<_> = pages.filter(|(_, path, _)| !audit.routes.contains(path)).collect();
    assert!(missed.is_empty(), "nobody looks at {missed:?}: add it here, or to NO_PAGES");
    audit.end();
}

/// Somebody else saves while a form is open.
async fn conflicts(audit: &mut Audit, admin: &Visitor, local: &str) {
    let edit = format!("/agents/{local}/edit");
    audit.tour.open(&edit).await;
    admin.submit(&edit, &format!("/agents/{local}"), &[("name", "Lotta Long")]).await.expect_status(303);
    audit.tour.browser.click("main form button[type=submit]").await;
    audit.tour.browser.wait_for_text(".banner.warning", "").await;
    audit.state("an agent changed meanwhile, 409").await;
    let settings = "/settings/ldap/index";
    audit.tour.open(settings).await;
    admin.submit(settings, settings, &[("host", "127.0.0.1"), ("hold_count", "11")]).await.expect_status(303);
    audit.tour.browser.click("#save").await;
    audit.tour.browser.wait_for_text("main .banner.warning", "").await;
    audit.state("settings changed meanwhile, 409").await;
}

/// Who signs in with a code, as a support agent.
async fn second_step_and_little_rights(audit: &mut Audit, panel: &Panel) {
    let lotta = Visitor::new(panel);
    lotta.sign_in("lotta@example.test", LOCAL_PASSWORD).await.expect_status(303);
    let (app, _) = second_factor::set_up(&lotta, LOCAL_PASSWORD).await;
    audit.tour.sign_in("lotta@example.test", LOCAL_PASSWORD).await;
    audit.tour.browser.wait_for_path("/login/code").await;
    audit.route("/login/code", "/login/code").await;
    audit.tour.browser.fill("[name=code]", "000000").await;
    audit.tour.browser.click("form button[type=submit]").await;
    audit.tour.browser.wait_for_text(".notice", "").await;
    audit.state("/login/code, refused").await;
    audit.tour.browser.fill("[name=code]", &app.next_code()).await;
    audit.tour.browser.click("form button[type=submit]").await;
    audit.tour.browser.wait_for_absence("[name=code]").await;
    audit.route("/me", "/me").await;
    audit.route("/agents", "/agents").await;
    audit.tour.open("/imports").await;
    audit.state("not allowed, 403").await;
}

/// What only a ground tells apart has a line where the system's colours take its place.
#[tokio::test]
async fn browser_pages_are_told_apart_in_the_colours_of_the_system() {
    const UNSEEN: &str = "
        const lines = e => ['Top', 'Right', 'Bottom', 'Left'].some(side => {
            const style = getComputedStyle(e);
            return style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) >= 1;
        });
        const shown = [...document.querySelectorAll('.pill, .tag, .banner, .notice, .button, .card')].filter(e => e.checkVisibility());
        return shown.filter(e => !e.closest('.card .table-card') && !lines(e)).map(e => e.className + ': ' + e.innerText.slice(0, 40));";
    let (panel, directory) = tokio::join!(Panel::start(), OpenLdap::builder().people(12).start());
    let admin = Visitor::setup_administrator(&panel).await;
    admin.connect_directory(&directory).await;
    admin.import_and_wait().await;
    let tour = Tour::administrator(&panel).await;
    let browser = &tour.browser;
    let mut faults = Vec::new();
    for dark in [false, true] {
        browser.media(dark, true).await;
        for (name, path) in [
            ("agents", "/agents"),
            ("settings", "/settings/ldap/index"),
            ("import", "/imports/1"),
            ("imports", "/imports"),
            ("me", "/me"),
        ] {
            tour.open(path).await;
            let found = browser.client.execute(UNSEEN, vec![]).await.unwrap();
            let found: Vec<String> = serde_json::from_value(found).unwrap();
            faults.extend(found.into_iter().chain(browser.focus_shown().await).map(|fault| format!("{path}: {fault}")));
            browser.whole_page(&format!("forced-colours-{name}-{}", if dark { "dark" } else { "light" })).await;
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
