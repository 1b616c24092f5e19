//! Every page as it is seen: on a phone and on a wide screen, light and dark, with short and with long
//! values. The pictures are in `target/screenshots`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::support::audit::Rules;
use super::support::browser::Browser;
use super::support::html;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::openldap::{BASE_DN, OpenLdap, PEOPLE_DN};
use super::support::panel::Panel;
use super::support::people::{ldif, person};
use fantoccini::Locator;
use serde_json::json;

/// Width, height, dark; the rules that are looked at there. A theme moves nothing, so each width is looked at once.
const VIEWS: [(u32, u32, bool, Option<Rules>); 5] = [
    (1920, 1080, false, None),
    (1280, 900, false, Some(Rules::All)),
    (360, 740, false, None),
    (360, 740, true, None),
    (1280, 900, true, Some(Rules::Colours)),
];

/// What is wrong with the page as it stands: wider than the window, boxes that stick out or scroll
/// sideways, an id that is there twice, a control without a name, a placeholder that is cut (the user
/// filter's may be: its hint repeats it).
const FAULTS: &str = "
    const faults = [], shown = e => e.checkVisibility() && e.getClientRects().length > 0;
    const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + '.' + [...e.classList].join('.');
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) faults.push('the page is ' + page.scrollWidth + ' wide');
    for (const e of document.querySelectorAll('body *')) {
        if (!shown(e) || e.closest('.hidden-text, .skip')) continue;
        if (e.getBoundingClientRect().right > innerWidth + 1) faults.push(name(e) + ' sticks out');
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
        if (scrolls && e.tagName !== 'TEXTAREA' && e.scrollWidth > e.clientWidth + 1) faults.push(name(e) + ' scrolls sideways');
        if (/^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName) && !e.labels.length && !e.ariaLabel) faults.push(name(e) + ' has no label');
        if (/^(A|BUTTON)$/.test(e.tagName) && !e.innerText.trim() && !e.ariaLabel) faults.push(name(e) + ' says nothing');
        const held = e.placeholder && !e.value && e.name !== 'user_filter' && document.createElement('canvas').getContext('2d');
        if (held) {
            const style = getComputedStyle(e), room = e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            held.font = [style.fontStyle, style.fontWeight, style.fontSize, style.fontFamily].join(' ');
            if (held.measureText(e.placeholder).width > room + 1) faults.push(name(e) + ' cuts its placeholder: ' + e.placeholder);
        }
    }
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
    for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push('#' + id + ' is there twice');
    return [...new Set(faults)];";

/// A browser going through the pages of one panel, noting what is wrong.
pub(crate) struct Tour {
    pub(crate) browser: Browser,
    url: String,
    faults: Vec<String>,
}

impl Tour {
    pub(crate) async fn start(panel: &Panel) -> Tour {
        let browser = Browser::start().await;
        // As on a phone, where they take no room.
        browser.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        Tour { browser, url: panel.url.clone(), faults: Vec::new() }
    }

    pub(crate) async fn administrator(panel: &Panel) -> Tour {
        let tour = Tour::start(panel).await;
        tour.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
        tour.browser.wait_for_path("/agents").await;
        tour
    }

    pub(crate) async fn sign_in(&self, email: &str, password: &str) {
        self.open("/login").await;
        self.browser.fill("[name=email]", email).await;
        self.browser.fill("[name=password]", password).await;
        self.browser.click("form button[type=submit]").await;
    }

    pub(crate) async fn open(&self, path: &str) {
        self.browser.open(&format!("{}{path}", self.url)).await;
    }

    pub(crate) async fn visit(&mut self, name: &str, path: &str) {
        self.open(path).await;
        self.look(name).await;
    }

    /// Looks at the page that is open, in each view.
    pub(crate) async fn look(&mut self, name: &str) {
        for (width, height, dark, rules) in VIEWS {
            let view = format!("{name}-{width}-{}", if dark { "dark" } else { "light" });
            self.browser.dark(dark).await;
            self.browser.size(width, height).await;
            let mut faults = Vec::new();
            if !dark {
                let found = self.browser.client.execute(FAULTS, vec![]).await.unwrap();
                faults = serde_json::from_value(found).unwrap();
            }
            if let Some(rules) = rules {
                faults.extend(self.browser.axe(rules).await);
            }
            self.faults.extend(faults.into_iter().map(|fault: String| format!("{view}: {fault}")));
            if width < 1920 {
                self.browser.whole_page(&view).await;
            }
        }
        self.browser.dark(false).await;
        // A page that says no is told so by its status, which the console repeats.
        let said = self.browser.console().await.into_iter();
        let said = said.filter(|line| !line.contains("the server responded with a status of"));
        self.faults.extend(said.map(|line| format!("{name}: the console says {line}")));
    }

    /// Looks at whether a page fits a phone and a wide screen, and at whether these words are nowhere in what is shown
    /// of an element.
    pub(crate) async fn fits(&mut self, name: &str, path: &str, css: &str, never: &[&str]) {
        self.open(path).await;
        for (width, height) in [(1280, 900), (360, 740)] {
            self.browser.size(width, height).await;
            let found = self.browser.client.execute(FAULTS, vec![]).await.unwrap();
            let found: Vec<String> = serde_json::from_value(found).unwrap();
            self.faults.extend(found.into_iter().map(|fault| format!("{name}-{width}: {fault}")));
            self.browser.whole_page(&format!("{name}-{width}")).await;
        }
        let text = self.browser.text(css).await;
        let said = text.lines().filter(|line| never.iter().any(|word| line.contains(word)));
        self.faults.extend(said.map(|line| format!("{name} says {line}")));
    }

    #[track_caller]
    pub(crate) fn end(self) {
        assert!(self.faults.is_empty(), "{} faults:\n{}", self.faults.len(), self.faults.join("\n"));
    }
}

/// People whose values are as long as they get, and some who are skipped.
fn awkward_people() -> String {
    let entry = |uid: &str, name: &str, mail: Option<&str>, phone: &str| {
        let text = |text: &str| text.to_owned();
        let mut attributes = vec![
            ("objectClass", text("inetOrgPerson")),
            ("uid", text(uid)),
            ("cn", text(name)),
            ("sn", text(name)),
            ("userPassword", format!("pw-{uid}")),
        ];
        attributes.extend(mail.map(|mail| ("mail", text(mail))));
        attributes.extend((!phone.is_empty()).then(|| ("telephoneNumber", text(phone))));
        ldif(&format!("uid={uid},{PEOPLE_DN}"), &attributes)
    };
    let long_name = "Ahornblattgrünewaldhausenbergstraßenfelder-Öttinger-von-und-zu-Hohenlohenstein Maximiliane";
    let long_mail = "maximiliane.ahornblattgruenewaldhausenbergstrassenfelder@department-of-long-names.example.test";
    let long_uid = "maximiliane-ahornblattgruenewaldhausenbergstrassenfelder-of-the-department-of-long-names";
    [
        entry(long_uid, long_name, Some(long_mail), "+49 (30) 5555 0123 4567 extension 890123"),
        entry("nomail", "Without Mail", None, "+1 202 555 0100"),
        entry("second", "Second Of Two", Some("u000002@example.test"), ""),
        entry("plain", "A", Some("a@b.test"), ""),
    ]
    .concat()
}

async fn administered() -> (Panel, Visitor) {
    let panel = Panel::start().await;
    let administrator = Visitor::setup_administrator(&panel).await;
    (panel, administrator)
}

/// The id of the agent with this email.
pub(crate) async fn agent(visitor: &Visitor, email: &str) -> String {
    let found = visitor.get_json(&format!("/agents?q={email}")).await;
    found["items"][0]["id"].as_str().unwrap_or_else(|| panic!("nobody has {email}: {found}")).to_owned()
}

pub(crate) async fn create(visitor: &Visitor, name: &str, email: &str) -> String {
    let fields = [("name", name), ("email", email), ("password", "a garden full of bees"), ("role", "support")];
    visitor.submit("/agents/new", "/agents", &fields).await.expect_status(303);
    agent(visitor, email).await
}

#[tokio::test]
async fn browser_pages_before_a_directory_is_connected() {
    let panel = Panel::start().await;
    let mut tour = Tour::start(&panel).await;
    tour.visit("setup", "/setup").await;
    tour.browser.fill("[name=code]", "wrong").await;
    tour.browser.fill("[name=name]", "Ada").await;
    tour.browser.fill("[name=email]", "ada@example.test").await;
    tour.browser.fill("[name=password]", "short").await;
    tour.browser.click("button[type=submit]").await;
    tour.browser.wait_for_text(".error", "").await;
    tour.look("setup-refused").await;

    Visitor::setup_administrator(&panel).await;
    tour.visit("login", "/login").await;
    tour.sign_in("nobody@example.test", "not a password").await;
    tour.browser.wait_for_text(".notice", "").await;
    tour.look("login-refused").await;
    tour.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
    tour.browser.wait_for_path("/agents").await;
    tour.look("agents-first").await;
    tour.visit("agents-nothing-found", "/agents?q=nobody-is-called-so&role=support").await;
    tour.visit("settings-fresh", "/settings/ldap/index").await;
    tour.visit("imports-empty", "/imports").await;
    tour.visit("groups-first", "/groups").await;
    tour.visit("agent-new", "/agents/new").await;
    tour.visit("me", "/me").await;
    tour.visit("not-found", "/there/is/nothing").await;
    tour.end();
}

#[tokio::test]
async fn browser_pages_of_a_connected_panel() {
    let ((panel, administrator), directory) =
        tokio::join!(administered(), OpenLdap::builder().people(120).ldif(&awkward_people()).start());
    administrator.connect_directory(&directory).await;
    let run = administrator.import_and_wait().await;
    assert_eq!((&run["added"], &run["skipped"]), (&122.into(), &2.into()), "{run}");
    let local = create(&administrator, "Lotta Local", "lotta@example.test").await;
    administrator.post("/groups", &[("name", "Escalations and night shift of the northern region")]).await;
    administrator.preview_and_wait().await;

    let mut tour = Tour::administrator(&panel).await;
    let long = agent(&administrator, "maximiliane.").await;
    tour.visit("agents", "/agents").await;
    tour.visit("agents-long", "/agents?q=maximiliane").await;
    tour.visit("agents-filtered", "/agents?source=local&sort=-last_sign_in").await;
    tour.visit("agent-ldap", &format!("/agents/{}", agent(&administrator, "u000004@").await)).await;
    tour.visit("agent-long", &format!("/agents/{long}")).await;
    tour.visit("agent-local", &format!("/agents/{local}")).await;
    tour.visit("agent-edit-ldap", &format!("/agents/{long}/edit")).await;
    tour.visit("agent-edit-local", &format!("/agents/{local}/edit")).await;
    tour.visit("groups", "/groups").await;
    tour.visit("settings-connected", "/settings/ldap/index").await;
    tour.visit("imports", "/imports").await;
    tour.visit("import", "/imports/1").await;
    tour.visit("import-skipped", "/imports/1?kind=skipped").await;
    tour.visit("import-nothing-found", "/imports/1?q=nobody-is-called-so").await;
    tour.visit("import-nothing-changed", "/imports/2").await;

    // A silent directory: the import waits and can be watched.
    directory.freeze();
    tour.open("/imports").await;
    tour.browser.click(".page-actions button").await;
    tour.browser.wait_for_text("#progress", "Connecting").await;
    tour.look("import-running").await;
    tour.visit("settings-importing", "/settings/ldap/index").await;
    directory.thaw();
    tour.end();
}

#[tokio::test]
async fn browser_pages_when_something_is_wrong() {
    let ((panel, administrator), mut directory) =
        tokio::join!(administered(), OpenLdap::builder().people(20).ldif(&awkward_people()).start());
    administrator.connect_directory(&directory).await;
    administrator.import_and_wait().await;
    let (local, gone) =
        (create(&administrator, "Lotta Local", "lotta@example.test").await, agent(&administrator, "u000003@").await);
    directory.delete(&person(3).dn()).await;
    directory.replace(&person(4).dn(), "telephoneNumber", &["+41 44 555 0000"]).await;
    administrator.import_and_wait().await;

    let mut tour = Tour::administrator(&panel).await;
    tour.visit("agent-removed", &format!("/agents/{gone}")).await;
    tour.visit("agent-removed-edit", &format!("/agents/{gone}/edit")).await;
    tour.visit("agents-removed", "/agents?state=removed").await;
    tour.visit("import-changes", "/imports/2").await;

    tour.open(&format!("/agents/{local}/edit")).await;
    tour.browser.fill("[name=email]", "u000005@example.test").await;
    tour.browser.fill("[name=password]", "short").await;
    tour.browser.click("main form button.primary").await;
    tour.browser.wait_for_text(".error", "").await;
    tour.look("agent-edit-refused").await;
    tour.open("/groups").await;
    tour.browser.click("details[id^=rename] summary").await;
    tour.look("groups-rename").await;

    settings_that_fail(&mut tour).await;
    sees_little(&mut tour).await;
    imports_that_fail(&mut tour, &administrator, &mut directory).await;
    tour.end();
}

#[tokio::test]
async fn browser_pages_of_the_settings_in_languages_of_long_words() {
    let ((panel, administrator), mut directory) = tokio::join!(administered(), OpenLdap::builder().people(20).start());
    administrator.connect_directory(&directory).await;
    administrator.import_and_wait().await;
    let mut tour = Tour::administrator(&panel).await;
    for (language, save) in [("ru", "Сохранить"), ("de", "Speichern")] {
        speak(&administrator, language).await;
        tour.visit(&format!("settings-connected-{language}"), "/settings/ldap/index").await;
        assert_eq!(tour.browser.text("#save").await, save);
        tour.browser.fill("[name=host]", "127.0.0.1,").await;
        tour.browser.fill("[name=user_filter]", "(mail=*").await;
        tour.browser.click("#save").await;
        tour.browser.wait_for_text(".error", "").await;
        tour.look(&format!("settings-invalid-{language}")).await;
        tour.open("/settings/ldap/index").await;
        tour.browser.fill("[name=bind_password]", "not the password").await;
        tour.browser.click("#save").await;
        tour.browser.wait_for_text(".notice", "").await;
        tour.look(&format!("settings-refused-{language}")).await;
    }
    directory.stop();
    administrator.submit("/settings/ldap/index", "/settings/ldap/check", &[("host", "127.0.0.1")]).await;
    for language in ["ru", "de"] {
        speak(&administrator, language).await;
        tour.open("/settings/ldap/index").await;
        tour.browser.wait_for_text("#check-list .notice", "LDAPS").await;
        tour.look(&format!("settings-failed-{language}")).await;
    }
    tour.end();
}

async fn speak(administrator: &Visitor, language: &str) {
    administrator.post("/me", &[("language", language), ("shortcuts", "1")]).await.expect_status(303);
}

async fn sees_little(tour: &mut Tour) {
    let employee = person(6);
    tour.browser.click(".user-links button").await;
    tour.browser.wait_for_path("/login").await;
    tour.sign_in(&employee.mail, &employee.password()).await;
    tour.browser.wait_for_path("/me").await;
    tour.look("me-employee").await;
    tour.visit("forbidden", "/imports").await;
    tour.open("/me").await;
    tour.browser.click(".user-links button").await;
    tour.browser.wait_for_path("/login").await;
    tour.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
    tour.browser.wait_for_path("/agents").await;
}

async fn settings_that_fail(tour: &mut Tour) {
    tour.open("/settings/ldap/index").await;
    tour.browser.fill("[name=host]", "no-such-host.example.test").await;
    tour.browser.fill("[name=bind_dn]", "").await;
    tour.browser.fill("[name=user_filter]", "(mail=*").await;
    tour.browser.client.execute("document.querySelector('form.stack').noValidate = true", vec![]).await.unwrap();
    tour.browser.click("#save").await;
    tour.browser.wait_for_text(".error", "").await;
    tour.look("settings-invalid").await;
    tour.open("/settings/ldap/index").await;
    tour.browser.fill("[name=bind_password]", "not the password").await;
    tour.browser.click("#save").await;
    tour.browser.wait_for_text(".notice", "").await;
    tour.look("settings-refused").await;
    tour.open("/settings/ldap/index").await;
    tour.browser.click("#check").await;
    tour.browser.wait_for_text(".banner", "Connected").await;
    tour.look("settings-checked").await;
    tour.open("/settings/ldap/index").await;
    tour.browser.fill("[name=host]", "localhost").await;
    tour.browser.click("#save").await;
    tour.browser.wait_for_text(".error", "own password").await;
    tour.look("settings-confirm").await;
}

async fn imports_that_fail(tour: &mut Tour, administrator: &Visitor, directory: &mut OpenLdap) {
    // Nobody at all, and nobody says that it went wrong.
    let narrow = [("user_filter", "(uid=nobody)"), ("save_anyway", "1"), ("current_password", ADMINISTRATOR_PASSWORD)];
    let shown = administrator.get("/settings/ldap/index").await;
    assert_eq!(html::field_value(&shown.text, "base_dn").as_deref(), Some(BASE_DN));
    administrator.submit("/settings/ldap/index", "/settings/ldap/index", &narrow).await.expect_status(303);
    let held = administrator.import_and_wait().await;
    assert_eq!(held["state"], "held", "{held}");
    tour.visit("import-held", &format!("/imports/{}", held["id"])).await;
    directory.stop();
    let failed = administrator.import_and_wait().await;
    assert_eq!(failed["state"], "failed", "{failed}");
    tour.visit("import-failed", &format!("/imports/{}", failed["id"])).await;
    tour.visit("imports-failed", "/imports").await;
    administrator.submit("/settings/ldap/index", "/settings/ldap/check", &[("host", "127.0.0.1")]).await;
    tour.open("/settings/ldap/index").await;
    tour.browser.wait_for_text("#check-list .notice", "refused the connection").await;
    tour.look("settings-failed").await;
}

#[tokio::test]
async fn browser_search_has_a_key_that_can_be_switched_off() {
    let (panel, administrator) = administered().await;
    create(&administrator, "Lotta Local", "lotta@example.test").await;
    let tour = Tour::administrator(&panel).await;
    let browser = &tour.browser;

    press(browser, '\u{e004}').await;
    assert_eq!(focus(browser).await, "a.skip", "the first thing that Tab reaches");
    tour.open("/agents").await;
    press(browser, '/').await;
    assert_eq!(focus(browser).await, "input.q");
    for key in "lot/".chars() {
        press(browser, key).await;
    }
    press(browser, '\u{e00c}').await;
    assert_eq!(focus(browser).await, "body.");
    let typed = browser.client.execute("return document.querySelector('[name=q]').value", vec![]).await.unwrap();
    assert_eq!(typed, "lot/");

    tour.open("/me").await;
    browser.click("[name=shortcuts]").await;
    browser.click("form[action='/me'] button").await;
    browser.wait_for_text(".banner.ok", "Saved").await;
    tour.open("/agents").await;
    press(browser, '/').await;
    assert_eq!(focus(browser).await, "body.");
}

async fn press(browser: &Browser, key: char) {
    use fantoccini::actions::{InputSource, KeyAction, KeyActions};
    let keys = KeyActions::new("keyboard".to_owned());
    let keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
    browser.client.perform_actions(keys).await.unwrap();
}

/// What has the focus: `input.q`, `a.skip`, `body.`.
async fn focus(browser: &Browser) -> String {
    let script = "const e = document.activeElement; return e.tagName.toLowerCase() + '.' + (e.name || e.className)";
    browser.client.execute(script, vec![]).await.unwrap().as_str().unwrap().to_owned()
}

#[tokio::test]
async fn browser_polls_leave_alone_what_is_being_typed() {
    let ((panel, administrator), directory) = tokio::join!(administered(), OpenLdap::builder().people(3).start());
    administrator.connect_directory(&directory).await;
    let tour = Tour::administrator(&panel).await;
    tour.open("/settings/ldap/index").await;
    let browser = &tour.browser;
    let polls = async || {
        let ids = "return ['live', 'check-list'].map(id => document.getElementById(id).getAttribute('hx-get'))";
        browser.client.execute(ids, vec![]).await.unwrap()
    };
    let before = polls().await;
    let field = browser.client.find(Locator::Css("[name=user_filter]")).await.unwrap();
    field.send_keys("(objectClass=person)").await.unwrap();
    // Somewhere in the middle.
    browser.client.execute("arguments[0].setSelectionRange(1, 1)", vec![json!(field)]).await.unwrap();

    // Another administrator's check: the page learns of it with its next poll.
    let checked = administrator.submit("/settings/ldap/index", "/settings/ldap/check", &[("host", "127.0.0.1")]).await;
    checked.expect_status(200);
    let mut typed = String::new();
    super::support::process::within(std::time::Duration::from_secs(15), "both polls to bring news", async || {
        field.send_keys("x").await.unwrap();
        typed.push('x');
        let now = polls().await;
        now[0] != before[0] && now[1] != before[1]
    })
    .await;
    field.send_keys("y").await.unwrap();
    assert_eq!(focus(browser).await, "input.user_filter");
    let value = browser.client.execute("return arguments[0].value", vec![json!(field)]).await.unwrap();
    let value = value.as_str().unwrap();
    assert!(value.contains(&format!("{typed}y")), "typed {typed}y, there is {value}");
    assert_eq!(browser.console().await, Vec::<String>::new());
}

#[tokio::test]
async fn browser_says_when_the_panel_is_lost_and_when_it_is_back() {
    let [port] = super::support::process::free_ports();
    let listen = format!("127.0.0.1:{port}");
    let mut panel = Panel::with(&[("MUSTER_LISTEN", listen.as_str())]).await;
    Visitor::setup_administrator(&panel).await;
    let tour = Tour::administrator(&panel).await;
    let is_lost = async |lost: bool| {
        let script = "return document.getElementById('connection-lost').checkVisibility()";
        super::support::process::within(std::time::Duration::from_secs(20), "the banner to change", async || {
            tour.browser.client.execute(script, vec![]).await.unwrap() == lost
        })
        .await;
    };
    is_lost(false).await;
    panel.stop().await;
    is_lost(true).await;
    assert!(tour.browser.text("#connection-lost").await.starts_with("Connection to Muster lost"));
    tour.browser.screenshot("connection-lost").await;
    panel.start_again().await;
    is_lost(false).await;
    tour.browser.click(".user-links a[href='/me']").await;
    tour.browser.wait_for_path("/me").await;
}
