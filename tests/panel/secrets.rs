//! No password is left lying around: the whole story, then a search.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::http::{Page, Visitor};
use super::support::leaks;
use super::support::openldap::{BIND_DN, BIND_PASSWORD, OpenLdap};
use super::support::panel::Panel;
use super::support::people::person;
use super::tour;

/// Everything that was seen.
#[derive(Default)]
struct Seen(Vec<(String, String)>);

impl Seen {
    fn keep(&mut self, what: &str, page: &Page) -> u16 {
        self.0.push((what.to_owned(), format!("{:?}\n{}", page.headers, page.text)));
        page.status
    }

    async fn tour(&mut self, visitor: &Visitor) {
        for (path, page) in tour::everything(visitor).await {
            self.keep(&path, &page);
        }
    }
}

/// As it is, as a form sends it, and as a log shows bytes.
fn forms(secret: &str) -> [String; 3] {
    let sent = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    let bytes: Vec<String> = secret.bytes().map(|byte| byte.to_string()).collect();
    [secret.to_owned(), sent, bytes.join(", ")]
}

#[tokio::test]
async fn no_password_is_in_the_log_on_a_page_or_in_a_file() {
    const ADMINISTRATOR: &str = "setup secret one";
    const TOO_SHORT: &str = "short1x";
    const WRONG: &str = "wrong secret two";
    const WRONG_BIND: &str = "bind secret three";
    const LOCAL: &str = "local secret four";
    const CHANGED: &str = "local secret five";
    const OWNER: &str = "owner secret six";
    let agents = [person(0).password(), person(1).password()];
    let administrator = "ada@example.test";

    let mut directory = OpenLdap::builder().people(3).start().await;
    let mut panel = Panel::with(&[("MUSTER_LOG", "debug,muster=trace")]).await;
    let mut seen = Seen::default();
    let visitor = Visitor::new(&panel);
    let code = panel.setup_code().await;
    for (password, status) in [(TOO_SHORT, 422), (ADMINISTRATOR, 303)] {
        let fields = [("code", code.as_str()), ("name", "Ada"), ("email", administrator), ("password", password)];
        assert_eq!(seen.keep("set-up", &visitor.post("/setup", &fields).await), status);
    }

    let confirmed = ("current_password", ADMINISTRATOR);
    for (changes, status) in [
        (vec![("bind_password", WRONG_BIND), confirmed], 422),
        (vec![("bind_password", WRONG_BIND), confirmed, ("save_anyway", "1")], 303),
        (vec![("bind_dn", "cn=limited,ou=system,dc=example,dc=test"), ("current_password", WRONG)], 422),
        (vec![confirmed], 303),
    ] {
        assert_eq!(seen.keep("settings", &visitor.connect_directory_with(&directory, &changes).await), status);
        seen.keep("settings", &visitor.get("/settings/ldap/index").await);
    }
    assert_eq!(visitor.import_and_wait().await["added"], 3);

    let local = [("name", "Local"), ("email", "local@example.test"), ("role", "support"), ("password", LOCAL)];
    let made = visitor.post("/agents", &local).await;
    let local_page = made.location().unwrap().to_owned();
    assert_eq!(seen.keep("new agent", &made), 303);
    assert_eq!(seen.keep("taken", &visitor.post("/agents", &local).await), 422);
    assert_eq!(seen.keep("new password", &visitor.post(&local_page, &[("password", CHANGED)]).await), 303);
    let owner = panel.run_with_input(&["owner", "owner@example.test"], OWNER).await;
    assert!(owner.status.success());
    let answered = [owner.stdout, owner.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    seen.0.push(("muster owner".into(), answered.join("\n")));

    let attempts = [
        (person(0).mail, agents[0].as_str(), 303),
        (person(0).mail, WRONG, 422),
        ("nobody@example.test".into(), WRONG, 422),
        ("local@example.test".into(), LOCAL, 422),
        ("local@example.test".into(), CHANGED, 303),
        (administrator.into(), WRONG, 422),
    ];
    for (email, password, status) in attempts {
        let someone = Visitor::new(&panel);
        assert_eq!(seen.keep("sign-in", &someone.sign_in(&email, password).await), status, "{email} with {password}");
        if status == 303 {
            seen.tour(&someone).await;
        }
    }
    directory.stop();
    let someone = Visitor::new(&panel);
    assert_eq!(seen.keep("sign-in", &someone.sign_in(&person(1).mail, &agents[1]).await), 503);
    // A draft is kept in the session, which is in the store.
    let changes = [("bind_password", WRONG_BIND), ("host", "localhost"), confirmed];
    assert_eq!(seen.keep("settings", &visitor.connect_directory_with(&directory, &changes).await), 422);
    seen.tour(&visitor).await;

    assert!(panel.stop().await.success());
    let log = panel.log.text();
    assert!(log.contains("TRACE") || log.contains("DEBUG"), "the log is too quiet to prove anything");
    seen.0.push(("the log".into(), log));
    assert!(!panel.stored_with(BIND_DN).is_empty(), "what is stored cannot be read like this");

    let secrets =
        [ADMINISTRATOR, TOO_SHORT, WRONG, WRONG_BIND, LOCAL, CHANGED, OWNER, BIND_PASSWORD, &agents[0], &agents[1]];
    for secret in secrets {
        for form in forms(secret) {
            let told: Vec<&str> =
                seen.0.iter().filter(|(_, text)| text.contains(&form)).map(|(what, _)| what.as_str()).collect();
            assert!(told.is_empty(), "“{form}” is in {told:?}");
            let stored = panel.stored_with(&form);
            assert!(stored.is_empty(), "“{form}” is in {stored:?}");
        }
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_running_panel_leaves_no_core_dump() {
    let panel = Panel::start().await;
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", panel.pid())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).expect("a limit of core files");
    let words: Vec<_> = core.split_whitespace().collect();
    assert_eq!(words[4..6], ["0", "0"], "{core}");
}

#[test]
fn a_password_in_a_page_or_a_log_is_found_as_it_was_typed_and_as_a_form_sends_it() {
    leaks::note(&[("email", "planted email"), ("bind_password", "planted & secret"), ("password", "short")]);
    let finds = |text: &str| std::panic::catch_unwind(|| leaks::assert_none("a page", text.as_bytes())).is_err();
    assert!(finds("… planted & secret …") && finds("password=planted+%26+secret&next="));
    assert!(!finds("planted email") && !finds("short") && !finds("planted secret"));
}
