//! Sessions begin under a new key, and end in the store.

use crate::support::company::Company;
use crate::support::http::Page;
use crate::support::openldap::OpenLdap;
use crate::support::panel::Panel;
use crate::support::people::{self, Person};
use reqwest::header::{COOKIE, SET_COOKIE};

/// The cookie that an answer set, as it is sent back.
fn cookie(page: &Page) -> String {
    let cookies = page.headers.get_all(SET_COOKIE).iter();
    let cookie = cookies.map(|cookie| cookie.to_str().unwrap()).find(|cookie| cookie.starts_with("muster="));
    cookie.expect("no cookie was set").split(';').next().unwrap().to_owned()
}

/// The status of /me for whoever has this cookie.
async fn me(panel: &Panel, cookie: &str) -> u16 {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    let request = client.get(format!("{}/me", panel.url)).header(COOKIE, cookie);
    request.send().await.unwrap().status().as_u16()
}

async fn company() -> (OpenLdap, Company, Person) {
    let directory = OpenLdap::builder().people(1).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    (directory, company, people::person(0))
}

#[tokio::test]
async fn the_session_is_another_one_after_signing_in() {
    let (_directory, company, person) = company().await;
    let visitor = crate::support::http::Visitor::new(&company.panel);
    let before = cookie(&visitor.get("/login").await.expect_status(200));
    let after = cookie(&visitor.sign_in(&person.mail, &person.password()).await.expect_status(303));
    assert_ne!(before, after);
    assert_eq!([me(&company.panel, &before).await, me(&company.panel, &after).await], [303, 200]);
    // Whoever signs in once more, as whomever, gets another session, and the one before has ended.
    let again = cookie(&visitor.sign_in(&person.mail, &person.password()).await.expect_status(303));
    assert_ne!(again, after);
    assert_eq!([me(&company.panel, &after).await, me(&company.panel, &again).await], [303, 200]);
}

#[tokio::test]
async fn the_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites() {
    let (_directory, company, person) = company().await;
    let page = company.try_sign_in(&person.mail, &person.password()).await.1;
    let set = page.headers.get(SET_COOKIE).unwrap().to_str().unwrap();
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(set.contains(part), "{part} is not in {set}");
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_in_the_store() {
    let (_directory, company, person) = company().await;
    let (visitor, page) = company.try_sign_in(&person.mail, &person.password()).await;
    let kept = cookie(&page);
    assert_eq!(me(&company.panel, &kept).await, 200);
    visitor.post("/logout", &[]).await.expect_status(303);
    visitor.get("/me").await.expect_status(303);
    assert_eq!(me(&company.panel, &kept).await, 303, "a copy of the cookie still works");
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session_on_its_next_request() {
    let (_directory, company, person) = company().await;
    let mut visitors = Vec::new();
    for _ in 0..3 {
        visitors.push(company.sign_in(&person.mail, &person.password()).await);
    }
    for visitor in &visitors {
        visitor.get("/me").await.expect_status(200);
    }
    visitors[0].post("/me/sessions/end", &[("all", "1")]).await.expect_status(303);
    for visitor in &visitors {
        let page = visitor.get("/me").await.expect_status(303);
        assert!(page.location().unwrap().starts_with("/login"));
    }
    company.admin.get("/me").await.expect_status(200);
    company.sign_in(&person.mail, &person.password()).await;
}

#[tokio::test]
async fn blocking_an_agent_ends_their_session_on_the_next_request() {
    let (_directory, company, person) = company().await;
    let visitor = company.sign_in(&person.mail, &person.password()).await;
    let path = format!("/agents/{}", company.agent(&person.mail).await["id"].as_str().unwrap());
    let edit = format!("{path}/edit");
    company.admin.submit(&edit, &path, &[("blocked_shown", "1"), ("blocked", "1")]).await.expect_status(303);
    visitor.get("/me").await.expect_status(303);
    company.try_sign_in(&person.mail, &person.password()).await.1.expect_status(422);
    company.admin.submit(&edit, &path, &[("blocked_shown", "1"), ("blocked", "")]).await.expect_status(303);
    company.sign_in(&person.mail, &person.password()).await;
}

#[tokio::test]
async fn switching_the_directory_off_ends_its_agents_sessions_and_sign_in() {
    let (directory, company, person) = company().await;
    let visitor = company.sign_in(&person.mail, &person.password()).await;
    let off = [("enabled", "0")];
    company.admin.connect_directory_with(&directory, &off).await.expect_status(303);
    visitor.get("/me").await.expect_status(303);
    company.try_sign_in(&person.mail, &person.password()).await.1.expect_status(422);
    assert_eq!(company.agents().await.len(), 1);
    company.admin.get("/me").await.expect_status(200);
}
