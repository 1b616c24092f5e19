//! A second factor set up and used in a real browser.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::browser_pages::Tour;
use super::second_factor::App;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::panel::Panel;

#[tokio::test]
async fn someone_sets_a_second_factor_up_signs_in_with_it_and_sees_their_sessions() {
    let panel = Panel::start().await;
    let admin = Visitor::setup_administrator(&panel).await;
    let id = admin.get_json("/agents?q=admin").await["items"][0]["id"].as_str().unwrap().to_owned();
    let mut tour = Tour::administrator(&panel).await;
    tour.visit("me-local", "/me").await;
    tour.visit("agent-sessions", &format!("/agents/{id}")).await;
    tour.visit("password", "/me/password").await;
    tour.visit("second-factor-off", "/me/second-factor").await;
    let app = App::of(&tour.browser.client.source().await.unwrap());
    tour.browser.fill("[name=code]", &app.code()).await;
    tour.browser.fill("[name=current_password]", ADMINISTRATOR_PASSWORD).await;
    tour.browser.click("form[action='/me/second-factor'] button").await;
    tour.browser.wait_for_text("h1", "Recovery codes").await;
    tour.look("recovery-codes").await;
    tour.visit("second-factor-on", "/me/second-factor").await;

    tour.open("/me").await;
    tour.browser.click("form[action='/me/sessions/end'] button.danger").await;
    tour.browser.wait_for_path("/login").await;
    tour.browser.fill("[name=email]", ADMINISTRATOR_EMAIL).await;
    tour.browser.fill("[name=password]", ADMINISTRATOR_PASSWORD).await;
    tour.browser.click("form button[type=submit]").await;
    tour.browser.wait_for_path("/login/code").await;
    tour.look("login-code").await;
    tour.browser.fill("[name=code]", "000000").await;
    tour.browser.click("form button[type=submit]").await;
    tour.browser.wait_for_text(".notice", "That code is not right").await;
    tour.browser.fill("[name=code]", &app.next_code()).await;
    tour.browser.click("form button[type=submit]").await;
    tour.browser.wait_for_path("/agents").await;
    tour.end();
}
