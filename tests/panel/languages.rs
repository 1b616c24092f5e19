//! The language of a page: by the browser, by a choice before the sign-in, by the agent.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Page, Visitor};
use super::support::panel::Panel;

/// A page as a browser with these languages gets it.
async fn asked_in(visitor: &Visitor, path: &str, languages: &str) -> Page {
    visitor.send(visitor.request("GET", path).header("Accept-Language", languages)).await
}

fn language_of(page: &Page) -> &str {
    let tag = page.headers.get("content-language").map(|tag| tag.to_str().unwrap()).unwrap_or_default();
    assert!(page.text.contains(&format!("<html lang=\"{tag}\"")), "{}", page.text);
    tag
}

#[tokio::test]
async fn a_page_is_in_the_first_language_of_the_browser_that_is_here() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    for (wanted, tag, title) in [
        ("de-AT,de;q=0.9,en;q=0.5", "de", "Meine Seite"),
        ("fr,pt;q=0.8,en;q=0.7", "pt-BR", "Minha página"),
        ("en;q=0.2,kk", "kk", "Менің бетім"),
        ("fr", "en", "My page"),
        ("*", "en", "My page"),
        (";;,,q=", "en", "My page"),
    ] {
        let page = asked_in(&visitor, "/me", wanted).await.expect_status(200);
        assert_eq!(language_of(&page), tag, "{wanted}");
        assert!(page.text.contains(title), "{wanted}");
        assert!(page.headers.get_all("vary").iter().any(|vary| vary.to_str().unwrap().contains("Accept-Language")));
    }
}

#[tokio::test]
async fn whoever_chooses_before_the_sign_in_is_spoken_to_so_from_there() {
    let panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await;
    let visitor = Visitor::new(&panel);
    let here = "/login?next=%2Fme";
    let shown = visitor.get(here).await;
    assert!(shown.text.contains(&format!("name=\"next\" value=\"{here}\"")), "{}", shown.text);
    let chosen = visitor.post("/language", &[("language", "ru"), ("next", here)]).await.expect_status(303);
    assert_eq!(chosen.location(), Some(here));
    let page = asked_in(&visitor, here, "de").await;
    assert_eq!(language_of(&page), "ru");
    let refused = visitor.sign_in(ADMINISTRATOR_EMAIL, "not the right one").await.expect_status(422);
    assert!(refused.text.contains("Неверная почта или пароль."), "{}", refused.text);
    visitor.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    assert_eq!(language_of(&asked_in(&visitor, "/me", "de").await), "ru");
    assert_eq!(language_of(&asked_in(&visitor, "/nowhere", "de").await), "ru");
}

#[tokio::test]
async fn what_an_agent_chose_is_theirs_in_every_browser_and_in_every_answer() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let saved = visitor.post("/me", &[("language", "de"), ("shortcuts", "1")]).await.expect_status(303);
    assert_eq!(saved.location(), Some("/me"));
    assert!(visitor.get("/me").await.text.contains("Gespeichert."), "what was said of the choice itself");

    let other = Visitor::new(&panel);
    other.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    let page = other.get("/me").await.expect_status(200);
    assert_eq!(language_of(&page), "de");
    // A change goes on in a task of its own.
    let refused = other.post("/me/password", &[("current_password", "wrong one"), ("password", "short")]).await;
    assert!(refused.text.contains("Ein Passwort hat mindestens 10 Zeichen."), "{}", refused.text);
    assert_eq!(language_of(&refused), "de");
    let missing = other.get("/imports/99").await.expect_status(404);
    assert!(missing.text.contains("Unter dieser Adresse gibt es nichts."), "{}", missing.text);
    let stale = other.post("/me", &[("csrf_token", "another")]).await.expect_status(403);
    assert!(stale.text.contains("in einer anderen Sitzung"), "{}", stale.text);

    let by_the_browser = other.post("/me", &[("language", ""), ("shortcuts", "1")]).await.expect_status(303);
    assert_eq!(by_the_browser.location(), Some("/me"));
    assert_eq!(language_of(&asked_in(&other, "/groups", "kk").await), "kk");
}

#[tokio::test]
async fn programs_are_answered_in_english() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.post("/me", &[("language", "de")]).await.expect_status(303);
    let request = visitor.request("GET", "/imports/99").header("Accept", "application/json");
    let told = visitor.send(request.header("Accept-Language", "de")).await.expect_status(404);
    assert!(told.text.contains("There is nothing at this address."), "{}", told.text);
    assert!(told.headers.get("content-language").is_none());
}

#[tokio::test]
async fn choosing_a_language_leads_nowhere_else_and_takes_none_that_is_not_here() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    for next in ["//evil.test", "https://evil.test/", "/\\evil.test", ""] {
        let chosen = visitor.post("/language", &[("language", "es"), ("next", next)]).await.expect_status(303);
        assert_eq!(chosen.location(), Some("/"), "{next}");
    }
    let refused = visitor.post("/language", &[("language", "xx"), ("next", "/me")]).await.expect_status(400);
    assert!(refused.text.contains("Ese idioma no existe aquí."), "{}", refused.text);
    assert_eq!(visitor.get("/language").await.status, 405);
}
