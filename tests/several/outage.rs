//! The database goes away and comes back, for a moment or for half a minute, while people work.

use crate::house::{House, begin_to_write, ended};
use crate::support::company::Company;
use crate::support::entries::Entry;
use crate::support::http::{ADMINISTRATOR_EMAIL, Page, Visitor};
use crate::support::process::within;
use crate::truth;
use futures::future::join_all;
use reqwest::header::{ACCEPT, CONTENT_TYPE, ORIGIN};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// The longest that anybody waits for an answer while the database is away.
const PATIENCE: Duration = Duration::from_secs(12);
/// The longest until everything works again after it is back.
const RECOVERY: Duration = Duration::from_secs(20);

/// Fails the test unless this is our own page, or our own JSON, that says to try again later.
fn assert_away(what: &str, page: &Page, is_json: bool) {
    assert_eq!(page.status, 503, "{what}: {}", page.text);
    assert!(page.headers.contains_key("retry-after"), "{what}: {:?}", page.headers);
    let sentence = "storage cannot be used at the moment";
    if is_json {
        let told: Value = serde_json::from_str(&page.text).unwrap_or_else(|_| panic!("{what}: {}", page.text));
        assert!(told["error"].as_str().unwrap().contains(sentence), "{what}: {told}");
    } else {
        let is_ours = page.text.contains(sentence) && page.text.contains("<html") && page.text.contains("/static/");
        assert!(is_ours, "{what}: {}", page.text);
    }
}

/// Asks for this while the database is away.
async fn ask_in_vain(origin: &str, visitor: &Visitor, method: &str, path: &str, accept: &str, form: &str) {
    let request = visitor.request(method, path).header(ACCEPT, accept).header(ORIGIN, origin);
    let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(form.to_owned());
    let began = Instant::now();
    let page = visitor.send(request).await;
    let what = format!("{method} {path} as {accept} after {:?}", began.elapsed());
    assert_away(&what, &page, accept == "application/json");
    assert!(began.elapsed() < PATIENCE, "{what}");
    println!("{what}");
}

/// Everyone gets an answer in time, and monitoring learns the truth.
async fn answers_while_away(company: &Company, stranger: &Visitor, tokens: &[String; 2]) {
    let (html, json) = ("text/html", "application/json");
    let group = format!("csrf_token={}&name=Nobody", tokens[0]);
    let sign_in = format!("csrf_token={}&email={ADMINISTRATOR_EMAIL}&password=whatever", tokens[1]);
    let admin = &company.admin;
    let asked = [
        (admin, "GET", "/agents", html, ""),
        (admin, "GET", "/agents", json, ""),
        (admin, "GET", "/imports", json, ""),
        (admin, "GET", "/login", html, ""),
        (admin, "POST", "/groups", html, &group),
        (admin, "POST", "/groups", json, &group),
        (stranger, "POST", "/login", html, &sign_in),
    ];
    let asked = asked.map(|(visitor, method, path, accept, form)| {
        ask_in_vain(&company.panel.url, visitor, method, path, accept, form)
    });
    let monitoring = [admin, stranger].map(|visitor| async {
        visitor.get("/healthz").await.expect_status(200);
        let began = Instant::now();
        let ready = visitor.get("/readyz").await.expect_status(503);
        assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
        let told: Value = serde_json::from_str(&ready.text).unwrap();
        assert_eq!(json!([told["ready"], told["storage"]]), json!([false, "failed"]));
    });
    tokio::join!(join_all(asked), join_all(monitoring), looks_like_ours(admin));
}

/// What the page that says so is drawn with is there too, for a browser that has not kept it.
async fn looks_like_ours(admin: &Visitor) {
    let page = admin.get("/agents").await.expect_status(503);
    let parts: Vec<&str> = page.text.split('"').filter(|text| text.starts_with("/static/")).collect();
    assert!(parts.iter().any(|path| path.contains(".css")), "{}", page.text);
    for path in parts {
        admin.get(path).await.expect_status(200);
    }
}

/// Waits until the panel is ready again; answers how long that took.
async fn ready_again(company: &Company) -> Duration {
    let began = Instant::now();
    let stranger = Visitor::new(&company.panel);
    within(RECOVERY, "the panel to be ready again", async || stranger.get("/readyz").await.status == 200).await;
    began.elapsed()
}

/// The session of before, an import, and all that is stored.
async fn works_again(house: &mut House) {
    let House { server, company, people, .. } = house;
    assert!(company.panel.is_running());
    company.admin.get("/agents").await.expect_status(200);
    company.admin.post("/groups", &[("name", "After it")]).await.expect_status(303);
    people.set([people.all(), vec![Entry::person("newcomer")]].concat());
    company.import().await;
    truth::assert_same_people(server, people);
    truth::assert_whole(server);
    company.sign_in("newcomer@example.test", "pw-newcomer").await;
}

/// A stranger before the door, and the tokens of the administrator's forms and of theirs.
async fn before_the_door(company: &Company) -> (Visitor, [String; 2]) {
    let stranger = Visitor::new(&company.panel);
    stranger.get("/login").await.expect_status(200);
    let tokens = [company.admin.csrf_token().await, stranger.csrf_token().await];
    (stranger, tokens)
}

#[tokio::test]
async fn a_server_that_stops_is_an_answer_within_seconds_and_its_return_needs_no_restart() {
    let mut house = House::of(20).await;
    house.company.import().await;
    let (stranger, tokens) = before_the_door(&house.company).await;
    house.server.stop();
    answers_while_away(&house.company, &stranger, &tokens).await;
    house.server.start_again().await;
    println!("ready again after {:?}", ready_again(&house.company).await);
    works_again(&mut house).await;
}

#[tokio::test]
async fn a_server_that_freezes_is_an_answer_within_seconds_and_its_thaw_needs_no_restart() {
    let mut house = House::of(20).await;
    house.company.import().await;
    let (stranger, tokens) = before_the_door(&house.company).await;
    house.server.freeze();
    answers_while_away(&house.company, &stranger, &tokens).await;
    house.server.thaw();
    println!("ready again after {:?}", ready_again(&house.company).await);
    works_again(&mut house).await;
}

#[tokio::test]
async fn half_a_minute_without_the_server_ends_an_import_in_words_or_has_it_taken_up_again() {
    let mut house = House::of(6_000).await;
    let path = begin_to_write(&house).await;
    house.server.stop();
    let lines = house.company.panel.log.text().lines().count();
    // The time itself is what is tested: there is no event to wait for.
    tokio::time::sleep(Duration::from_secs(30)).await;
    let log = house.company.panel.log.text();
    let told: Vec<&str> = log.lines().skip(lines).collect();
    println!("{} lines in the log within 30 s", told.len());
    assert!(told.len() < 60, "{}", told.join("\n"));
    house.server.start_again().await;
    println!("ready again after {:?}", ready_again(&house.company).await);
    let run = ended(&house.company.admin, &path).await;
    println!("the import ended as {}: {}", run["state"], run["error"]);
    let in_words = run["state"] == "failed" && run["error"].as_str().is_some_and(|words| words.ends_with('.'));
    assert!(run["state"] == "done" || in_words, "{run}");
    works_again(&mut house).await;
}
