//! When sessions end: by themselves, by whoever they are of, by an administrator, and with what they rest on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use super::support::company::Company;
use super::support::html;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::openldap::{OpenLdap, PEOPLE_DN};
use super::support::panel::Panel;
use super::support::process::within;
use muster::model::AgentId;
use muster::storage::{self, SessionRecord, Store};
use std::time::Duration;
use time::OffsetDateTime;

const LOCAL_PASSWORD: &str = "quite long enough";

/// A local agent, signed in as often as asked.
async fn local(company: &Company, name: &str, times: usize) -> (String, Vec<Visitor>) {
    let email = format!("{name}@local.test");
    let fields = [("name", name), ("email", &email), ("role", "employee"), ("password", LOCAL_PASSWORD)];
    let made = company.admin.post("/agents", &fields).await.expect_status(303);
    let mut visitors = Vec::new();
    for _ in 0..times {
        visitors.push(company.sign_in(&email, LOCAL_PASSWORD).await);
    }
    (made.location().unwrap().to_owned(), visitors)
}

async fn ldap(company: &Company, uid: &str) -> (String, Visitor) {
    let email = format!("{uid}@example.test");
    let visitor = company.sign_in(&email, &format!("pw-{uid}")).await;
    (format!("/agents/{}", company.agent(&email).await["id"].as_str().unwrap()), visitor)
}

#[tokio::test]
async fn what_a_session_rests_on_ends_it_on_its_next_request() {
    let directory =
        OpenLdap::builder().global_directive("moduleload ppolicy").database_directive("overlay ppolicy").start().await;
    let berlin = OpenLdap::builder().start().await;
    for uid in ["leaver", "disabled", "blocked", "promoted", "staying"] {
        directory.add_person(uid, uid, &format!("{uid}@example.test")).await;
    }
    berlin.add_person("berta", "Berta", "berta@example.test").await;
    let company = Company::of(&directory).await;
    company.admin.add_directory(&berlin, "Berlin").await;
    for number in [1, 2] {
        company.admin.import_of(number).await;
    }
    let (_, staying) = ldap(&company, "staying").await;
    let mut table: Vec<(&str, Visitor)> = Vec::new();

    table.push(("removed by an import", ldap(&company, "leaver").await.1));
    directory.delete(&format!("uid=leaver,{PEOPLE_DN}")).await;
    table.push(("disabled, which an import learns", ldap(&company, "disabled").await.1));
    directory.replace(&format!("uid=disabled,{PEOPLE_DN}"), "pwdAccountLockedTime", &["000001010000Z"]).await;
    for (_, visitor) in &table {
        visitor.get("/me").await.expect_status(200);
    }
    assert_eq!(company.admin.import_of(1).await["state"], "done");

    let (path, visitor) = ldap(&company, "blocked").await;
    table.push(("blocked", visitor));
    let edit = format!("{path}/edit");
    company.admin.submit(&edit, &path, &[("blocked_shown", "1"), ("blocked", "1")]).await.expect_status(303);

    let (path, visitor) = ldap(&company, "promoted").await;
    table.push(("another role", visitor));
    company.admin.submit(&format!("{path}/edit"), &path, &[("role", "support")]).await.expect_status(303);

    let (path, mut visitors) = local(&company, "reset", 1).await;
    table.push(("another password, by an administrator", visitors.remove(0)));
    company.admin.submit(&format!("{path}/edit"), &path, &[("password", "another long one")]).await.expect_status(303);

    let (_, mut visitors) = local(&company, "careful", 2).await;
    let fields = [("current_password", LOCAL_PASSWORD), ("password", "yet another long one")];
    let careful = visitors.remove(0);
    table.push(("another password, by oneself elsewhere", visitors.remove(0)));
    careful.post("/me/password", &fields).await.expect_status(303);
    careful.get("/me").await.expect_status(200);

    let (path, mut visitors) = local(&company, "deleted", 1).await;
    table.push(("deleted", visitors.remove(0)));
    company.admin.post(&format!("{path}/delete"), &[]).await.expect_status(303);

    let (path, mut visitors) = local(&company, "elsewhere", 1).await;
    table.push(("signed out by an administrator", visitors.remove(0)));
    let page = company.admin.get(&path).await.expect_status(200);
    let id = html::field_value(&page.text, "id").expect("the page lists the session");
    company.admin.post(&format!("{path}/sessions/end"), &[("id", &id)]).await.expect_status(303);
    company.admin.post(&format!("{path}/sessions/end"), &[("id", &id)]).await.expect_status(404);

    let (path, visitors) = local(&company, "everywhere", 2).await;
    table.extend(visitors.into_iter().map(|visitor| ("signed out everywhere by an administrator", visitor)));
    company.admin.post(&format!("{path}/sessions/end"), &[("all", "1")]).await.expect_status(303);
    assert!(company.admin.get(&path).await.text.contains("2 sessions of everywhere have ended."));

    let (_, berta) = ldap(&company, "berta").await;
    table.push(("the directory was deleted", berta));
    let asked = company.admin.post("/settings/ldap/2/delete", &[]).await.expect_status(303);
    let run = asked.location().unwrap().to_owned();
    let done = async || company.admin.get_json(&run).await["state"] == "done";
    within(Duration::from_secs(60), "the deletion to end", done).await;

    println!("{:<45} next request", "what happened");
    for (what, visitor) in &table {
        let page = visitor.get("/me").await;
        println!("{what:<45} {} {}", page.status, page.location().unwrap_or("still in"));
        assert_eq!((page.status, page.location()), (303, Some("/login?next=%2Fme")), "{what}");
    }
    staying.get("/me").await.expect_status(200);
    company.admin.connect_directory_with(&directory, &[("enabled", "0")]).await.expect_status(303);
    println!("{:<45} {}", "the directory was switched off", staying.get("/me").await.expect_status(303).status);
    company.admin.get("/me").await.expect_status(200);
}

/// The store of a panel that is stopped, and its administrator's sessions.
async fn open(panel: &Panel) -> (Store, Vec<SessionRecord>) {
    let store = storage::open(&panel.storage_url()).await.unwrap();
    let agent = store.agent_by_email(ADMINISTRATOR_EMAIL).await.unwrap().unwrap();
    let sessions = sessions(&store, agent.id).await;
    (store, sessions)
}

async fn sessions(store: &Store, agent: AgentId) -> Vec<SessionRecord> {
    store.sessions_of(agent, OffsetDateTime::UNIX_EPOCH).await.unwrap()
}

fn seen(session: &SessionRecord) -> i64 {
    session.state["seen_at"].parse().unwrap()
}

/// The same session as if it were used last, and had begun, so long ago.
fn aged(mut session: SessionRecord, seen: time::Duration, began: time::Duration) -> SessionRecord {
    let now = OffsetDateTime::now_utc();
    session.state.insert("seen_at".into(), (now - seen).unix_timestamp().to_string());
    session.state.insert("signed_in_at".into(), (now - began).unix_timestamp().to_string());
    session.created_at = now - began;
    session
}

#[tokio::test]
async fn a_page_that_asks_by_itself_keeps_no_session_alive_and_a_person_does() {
    let mut panel = Panel::start().await;
    let mut admin = Visitor::setup_administrator(&panel).await;
    panel.stop().await;
    let (store, found) = open(&panel).await;
    let before = aged(found[0].clone(), time::Duration::hours(11), time::Duration::hours(20));
    store.add_session(&before).await.unwrap();
    store.flush().await.unwrap();
    drop(store);

    panel.start_again().await;
    admin.follow(&panel);
    for path in ["/settings/ldap/status", "/settings/ldap/1/status", "/imports/1/progress", "/live", "/agents/changed"]
    {
        for _ in 0..3 {
            let page = admin.get(path).await;
            assert_ne!(page.status, 303, "{path}");
        }
    }
    // What a page has open asks for with this header, on the clock or because it heard of a change.
    for path in ["/groups", "/imports"] {
        admin.send(admin.request("GET", path).header("muster-poll", "1")).await.expect_status(200);
    }
    panel.stop().await;
    let (store, found) = open(&panel).await;
    assert_eq!((seen(&found[0]), found[0].expires_at), (seen(&before), before.expires_at), "a poll was a use");
    drop(store);

    panel.start_again().await;
    admin.follow(&panel);
    admin.get("/me").await.expect_status(200);
    panel.stop().await;
    let (_, found) = open(&panel).await;
    assert!(seen(&found[0]) > seen(&before) + 10 * 3_600, "a use was not noted");
    let end = OffsetDateTime::from_unix_timestamp(seen(&found[0])).unwrap() + time::Duration::hours(12);
    assert_eq!(found[0].expires_at, end);
    assert_eq!(found[0].created_at.unix_timestamp(), before.created_at.unix_timestamp());
}

#[tokio::test]
async fn a_session_ends_when_it_was_idle_or_old_whatever_its_record_says() {
    let limits = [("MUSTER_SESSION_IDLE", "30m"), ("MUSTER_SESSION_LIFETIME", "8h")];
    let mut panel = Panel::with(&limits).await;
    let mut visitors = vec![Visitor::setup_administrator(&panel).await];
    for _ in 0..2 {
        let visitor = Visitor::new(&panel);
        visitor.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
        visitors.push(visitor);
    }
    panel.stop().await;
    let (store, found) = open(&panel).await;
    let far = OffsetDateTime::now_utc() + time::Duration::days(9);
    let ages = [(29, 60), (31, 60), (1, 8 * 60 + 1)]
        .map(|(seen, began)| (time::Duration::minutes(seen), time::Duration::minutes(began)));
    for (session, (seen, began)) in found.iter().zip(ages) {
        let session = SessionRecord { expires_at: far, ..aged(session.clone(), seen, began) };
        store.add_session(&session).await.unwrap();
    }
    store.flush().await.unwrap();
    drop(store);
    panel.start_again().await;
    let mut answers = Vec::new();
    for visitor in &mut visitors {
        visitor.follow(&panel);
        answers.push(visitor.get("/me").await);
    }
    // Which of them is whose nobody knows.
    answers.sort_by_key(|page| page.status);
    let status: Vec<u16> = answers.iter().map(|page| page.status).collect();
    assert_eq!(status, [200, 303, 303]);
    assert_eq!(answers[0].text.matches("name=\"id\"").count(), 1, "only the one that lives is listed");
}

#[tokio::test]
async fn limits_that_cannot_be_are_refused_at_start() {
    let panel = Panel::start().await;
    for (idle, lifetime, words) in [
        ("5s", "7d", "from 1m up to 30d"),
        ("12h", "1m", "from 5m up to 365d"),
        ("8d", "7d", "MUSTER_SESSION_IDLE is longer than MUSTER_SESSION_LIFETIME"),
    ] {
        let mut command = panel.command(&["serve"]);
        command.env("MUSTER_SESSION_IDLE", idle).env("MUSTER_SESSION_LIFETIME", lifetime);
        let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && said.contains(words), "{idle} {lifetime}: {said}");
    }
}

#[tokio::test]
async fn a_cookie_that_somebody_planted_is_worth_nothing_after_signing_in() {
    let panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await;
    let client = || reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let cookie = |response: &reqwest::Response| {
        let all = response.headers().get_all("set-cookie").iter().map(|set| set.to_str().unwrap());
        let set = all.map(|set| set.split(';').next().unwrap()).find(|set| set.starts_with("muster="));
        set.expect("the session's cookie is set").to_owned()
    };
    let shown = client().get(format!("{}/login", panel.url)).send().await.unwrap();
    let planted = cookie(&shown);
    let token = html::field_value(&shown.text().await.unwrap(), "csrf_token").unwrap();
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("email", ADMINISTRATOR_EMAIL), ("password", ADMINISTRATOR_PASSWORD), ("csrf_token", &token)])
        .finish();
    let form = client().post(format!("{}/login", panel.url)).header("cookie", &planted).header("origin", &panel.url);
    let signed_in = form.header("content-type", "application/x-www-form-urlencoded").body(body).send().await.unwrap();
    assert_eq!(signed_in.status(), 303);
    let own = cookie(&signed_in);
    assert_ne!(own, planted);
    for (cookie, status) in [(&planted, 303), (&own, 200)] {
        let page = client().get(format!("{}/me", panel.url)).header("cookie", cookie).send().await.unwrap();
        assert_eq!(page.status(), status);
        assert!(!page.text().await.unwrap().contains(&token), "the planted token goes on");
    }
}

#[tokio::test]
async fn a_new_password_is_confirmed_by_the_old_one_and_begins_a_new_session() {
    let panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let change = async |current: &str, new: &str| {
        admin.post("/me/password", &[("current_password", current), ("password", new)]).await
    };
    let told = async |current: &str, new: &str, field: &str, words: &str| {
        let page = change(current, new).await.expect_status(422);
        let said = html::message_beside(&page.text, field).unwrap_or_default();
        assert!(said.contains(words), "{said}");
        assert!(!page.text.contains(new), "a password is shown");
    };
    told(ADMINISTRATOR_PASSWORD, "br1ef", "password", "at least 10").await;
    told(ADMINISTRATOR_PASSWORD, ADMINISTRATOR_PASSWORD, "password", "the password you have").await;
    told("not my password", "a longer walk by the sea", "current_password", "not your password").await;
    let page = change(ADMINISTRATOR_PASSWORD, "a longer walk by the sea").await.expect_status(303);
    assert!(page.headers.contains_key("set-cookie"), "the session goes on under its old key");
    assert!(admin.get("/me").await.expect_status(200).text.contains("Your new password is set."));
    let old = Visitor::new(&panel).sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await;
    assert_eq!(old.status, 422);
    Visitor::new(&panel).sign_in(ADMINISTRATOR_EMAIL, "a longer walk by the sea").await.expect_status(303);
}

#[tokio::test]
async fn a_session_begun_with_another_password_or_role_than_the_agents_of_now_opens_nothing() {
    let mut panel = Panel::start().await;
    let mut admin = Visitor::setup_administrator(&panel).await;
    panel.stop().await;
    let (store, mut found) = open(&panel).await;
    // As of a sign-in that was under way while the password was changed.
    found[0].state.insert("standing".into(), "\"another\"".into());
    store.add_session(&found[0]).await.unwrap();
    store.flush().await.unwrap();
    drop(store);
    panel.start_again().await;
    admin.follow(&panel);
    admin.get("/me").await.expect_status(303);
}
