//! The second factor of local accounts: set up, asked for, spent, lost.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::company::Company;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Page, Visitor};
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use super::support::people::person;
use std::time::{SystemTime, UNIX_EPOCH};
use totp_rs::{Algorithm, Secret, TOTP};

const WRONG: &str = "That code is not right, or was used already.";

/// What an authenticator app has.
pub(crate) struct App(TOTP);

impl App {
    /// Takes the key of the page.
    pub(crate) fn of(page: &str) -> App {
        let (_, rest) = page.split_once("id=\"second-factor-key\">").expect("the page should show the key");
        let key: String = rest.split('<').next().unwrap().split(' ').collect();
        let secret = Secret::Encoded(key).to_bytes().unwrap();
        App(TOTP::new(Algorithm::SHA1, 6, 0, 30, secret).unwrap())
    }

    pub(crate) fn code(&self) -> String {
        self.code_in(0)
    }

    /// The one of the next period, which counts already: what an app shows can be used once.
    pub(crate) fn next_code(&self) -> String {
        self.code_in(30)
    }

    pub(crate) fn code_in(&self, seconds: u64) -> String {
        self.0.generate(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() + seconds)
    }
}

/// Switches it on for a visitor; answers their app and the recovery codes.
pub(crate) async fn set_up(visitor: &Visitor, password: &str) -> (App, Vec<String>) {
    let page = visitor.get("/me/second-factor").await.expect_status(200);
    let app = App::of(&page.text);
    let fields = [("code", app.code()), ("current_password", password.to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let shown = visitor.post("/me/second-factor", &fields).await.expect_status(200);
    let codes: Vec<String> =
        shown.text.split("<li><code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect();
    assert_eq!(codes.len(), 10, "{}", shown.text);
    (app, codes)
}

/// The first step, which must ask for the second.
async fn first_step(panel: &Panel) -> Visitor {
    let visitor = Visitor::new(panel);
    let page = visitor.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    assert_eq!(page.location(), Some("/login/code"));
    visitor
}

async fn give(visitor: &Visitor, code: &str) -> Page {
    visitor.get("/login/code").await.expect_status(200);
    visitor.post("/login/code", &[("code", code)]).await
}

#[tokio::test]
async fn after_the_password_a_code_is_asked_for_and_before_it_nothing_opens() {
    let panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let other = Visitor::new(&panel);
    other.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    let (app, _) = set_up(&admin, ADMINISTRATOR_PASSWORD).await;
    other.get("/me").await.expect_status(303);
    let me = admin.get("/me").await.expect_status(200);
    assert!(me.text.contains("10 recovery codes are left"), "{}", me.text);

    let visitor = Visitor::new(&panel);
    let fields = [("email", ADMINISTRATOR_EMAIL), ("password", ADMINISTRATOR_PASSWORD), ("next", "/groups?x=1")];
    let asked = visitor.post("/login", &fields).await.expect_status(303);
    assert_eq!(asked.location(), Some("/login/code?next=%2Fgroups%3Fx%3D1"));
    for path in ["/me", "/agents", "/settings/ldap/index", "/me/second-factor"] {
        let refused = visitor.get(path).await.expect_status(303);
        assert!(refused.location().unwrap().starts_with("/login"), "{path}");
    }
    let page = visitor.get(asked.location().unwrap()).await.expect_status(200);
    assert!(!page.text.contains(ADMINISTRATOR_EMAIL));
    let wrong = visitor.post("/login/code", &[("code", "000000"), ("next", "/groups?x=1")]).await.expect_status(422);
    assert!(wrong.text.contains(WRONG) && wrong.text.contains("/groups?x=1"), "{}", wrong.text);
    visitor.get("/me").await.expect_status(303);
    let code = app.next_code();
    let right = visitor.post("/login/code", &[("code", &code), ("next", "/groups?x=1")]).await.expect_status(303);
    assert_eq!(right.location(), Some("/groups?x=1"));
    visitor.get("/me").await.expect_status(200);

    // A code counts once, for everybody.
    let second = first_step(&panel).await;
    assert!(give(&second, &code).await.expect_status(422).text.contains(WRONG));
    second.get("/me").await.expect_status(303);
    Visitor::new(&panel).get("/login/code").await.expect_status(303);
}

#[tokio::test]
async fn a_recovery_code_lets_in_once_and_new_ones_replace_them() {
    let panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let (_, codes) = set_up(&admin, ADMINISTRATOR_PASSWORD).await;
    let visitor = first_step(&panel).await;
    give(&visitor, &codes[0].to_uppercase()).await.expect_status(303);
    assert!(
        visitor.get("/me").await.expect_status(200).text.contains("You signed in with a recovery code. 9 are left.")
    );
    give(&first_step(&panel).await, &codes[0]).await.expect_status(422);

    let renew = async |code: &str, password: &str| {
        visitor.post("/me/second-factor/codes", &[("code", code), ("current_password", password)]).await
    };
    renew(&codes[1], "not the password").await.expect_status(422);
    renew("000000", ADMINISTRATOR_PASSWORD).await.expect_status(422);
    let shown = renew(&codes[1], ADMINISTRATOR_PASSWORD).await.expect_status(200);
    assert_eq!(shown.text.matches("<li><code>").count(), 10);
    give(&first_step(&panel).await, &codes[2]).await.expect_status(422);
    let fresh = shown.text.split("<li><code>").nth(1).unwrap().split('<').next().unwrap();
    let fields = [("code", fresh), ("current_password", ADMINISTRATOR_PASSWORD)];
    visitor.post("/me/second-factor/off", &fields).await.expect_status(303);
    admin.get("/me").await.expect_status(303);
    visitor.get("/me").await.expect_status(200);
    let page = Visitor::new(&panel).sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    assert_eq!(page.location(), Some("/agents"));
}

#[tokio::test]
async fn guessing_codes_is_slowed_down_whatever_the_visitor() {
    let panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let (_, codes) = set_up(&admin, ADMINISTRATOR_PASSWORD).await;
    let (one, other) = (first_step(&panel).await, first_step(&panel).await);
    let mut guesses = 0;
    let refused = loop {
        let visitor = if guesses % 2 == 0 { &one } else { &other };
        let page = give(visitor, "123456").await;
        if page.status == 429 {
            break page;
        }
        page.expect_status(422);
        guesses += 1;
        assert!(guesses < 40, "nothing slows guesses down");
    };
    assert!(refused.headers.contains_key("retry-after") && refused.text.contains("Too many attempts"));
    give(&one, &codes[0]).await.expect_status(429);
    // Who is in stays in.
    admin.get("/me").await.expect_status(200);
}

#[tokio::test]
async fn neither_secret_nor_codes_lie_in_the_store_or_the_log_and_the_owner_command_is_the_way_back() {
    let panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let key = {
        let page = admin.get("/me/second-factor").await;
        let (_, rest) = page.text.split_once("id=\"second-factor-key\">").unwrap();
        rest.split('<').next().unwrap().replace(' ', "")
    };
    let (_, codes) = set_up(&admin, ADMINISTRATOR_PASSWORD).await;
    panel.stored_at_rest().await;
    for secret in [key.as_str(), &codes[0], &codes[0].replace('-', "")] {
        assert_eq!(panel.stored_with(secret), Vec::<String>::new());
        assert!(!panel.log.text().contains(secret));
    }
    let id = admin.get_json("/agents?q=admin").await["items"][0]["id"].as_str().unwrap().to_owned();
    let shown = admin.get(&format!("/agents/{id}")).await.expect_status(200);
    assert!(shown.text.contains("Second factor"));
    let json = admin.get_json(&format!("/agents/{id}")).await.to_string();
    assert!(!json.contains("second_factor") && !json.contains("recovery"), "{json}");

    let done = panel.run_with_input(&["owner", ADMINISTRATOR_EMAIL], "another long walk\n").await;
    let said = String::from_utf8(done.stdout).unwrap();
    assert!(done.status.success() && said.contains("their second factor is off"), "{said}");
    admin.get("/me").await.expect_status(303);
    let visitor = Visitor::new(&panel);
    let page = visitor.sign_in(ADMINISTRATOR_EMAIL, "another long walk").await.expect_status(303);
    assert_eq!(page.location(), Some("/agents"));
}

#[tokio::test]
async fn a_sign_in_that_waits_for_its_code_ends_with_the_password() {
    let panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let (_, codes) = set_up(&admin, ADMINISTRATOR_PASSWORD).await;
    let waiting = first_step(&panel).await;
    waiting.get("/login/code").await.expect_status(200);
    let fields = [("current_password", ADMINISTRATOR_PASSWORD), ("password", "a longer walk by the sea")];
    admin.post("/me/password", &fields).await.expect_status(303);
    let page = waiting.post("/login/code", &[("code", &codes[0])]).await.expect_status(303);
    assert_eq!(page.location(), Some("/login"));
    waiting.get("/me").await.expect_status(303);
    assert!(admin.get("/me").await.expect_status(200).text.contains("10 recovery codes are left"), "it was spent");
}

#[tokio::test]
async fn agents_of_the_directory_have_neither_password_nor_second_factor_here() {
    let directory = OpenLdap::builder().people(1).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let visitor = company.sign_in(&person(0).mail, &person(0).password()).await;
    for path in ["/me/password", "/me/second-factor"] {
        let page = visitor.get(path).await.expect_status(422);
        assert!(page.text.contains("Your company directory checks your password"), "{}", page.text);
    }
    assert!(!visitor.get("/me").await.text.contains("/me/password"));
    visitor.post("/me/second-factor", &[("code", "123456")]).await.expect_status(422);
}
