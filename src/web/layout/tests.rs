#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use time::macros::datetime;

const NOW: Timestamp = datetime!(2026-11-23 14:02:11 UTC);

fn viewer(role: Role) -> Viewer {
    Viewer {
        name: "Olga <Petrova>".into(),
        role,
        csrf_token: "the-token".into(),
        shortcuts: true,
        counts: NavCounts { agents: 12_408, groups: 6, importing: false },
        pulse: Pulse::default(),
    }
}

fn page(viewer: Option<&Viewer>) -> String {
    Page::new("Agents", Section::Agents, viewer, NOW).render(&html! { p { "content" } }).into_string()
}

#[test]
fn the_navigation_shows_only_what_the_role_may_open() {
    let links = [
        "href=\"/agents\"",
        "href=\"/groups\"",
        "href=\"/imports\"",
        "href=\"/settings/ldap/index\"",
        "href=\"/settings/ldap/rules\"",
    ];
    for (role, open) in [(Role::Administrator, 5), (Role::Support, 2), (Role::Employee, 0)] {
        let page = page(Some(&viewer(role)));
        for (index, link) in links.iter().enumerate() {
            assert_eq!(page.contains(link), index < open, "{role:?} {link}");
        }
        assert!(page.contains("href=\"/me\""), "{role:?}");
    }
}

#[test]
fn nobody_signed_in_sees_no_navigation() {
    let page = page(None);
    assert!(!page.contains("<nav") && !page.contains("/logout"));
}

#[test]
fn a_page_escapes_what_it_shows_and_counts_in_thousands() {
    let page = page(Some(&viewer(Role::Administrator)));
    assert!(page.contains("Olga &lt;Petrova&gt;") && !page.contains("<Petrova>"));
    assert!(page.contains("12,408"));
}

#[test]
fn signing_out_is_a_post_with_the_token() {
    let page = page(Some(&viewer(Role::Employee)));
    let form = page.split("action=\"/logout\"").nth(1).unwrap();
    assert!(form.split("</form>").next().unwrap().contains("value=\"the-token\""));
}

#[test]
fn the_skip_link_comes_first_and_leads_to_the_main_part() {
    let page = page(Some(&viewer(Role::Support)));
    let body = page.split("<body").nth(1).unwrap();
    assert_eq!(body.split("<a ").nth(1).unwrap().find("class=\"skip\" href=\"#main\""), Some(0));
    assert!(body.contains("<main class=\"main\" id=\"main\""));
}

#[test]
fn shortcuts_can_be_off() {
    let mut olga = viewer(Role::Support);
    assert!(page(Some(&olga)).contains("data-shortcuts=\"on\""));
    olga.shortcuts = false;
    assert!(page(Some(&olga)).contains("data-shortcuts=\"off\""));
}

#[test]
fn the_settings_of_htmx_are_json() {
    let page = page(None);
    let config = page.split("name=\"htmx-config\" content=\"").nth(1).unwrap().split("\">").next().unwrap();
    let config: serde_json::Value = serde_json::from_str(&config.replace("&quot;", "\"")).unwrap();
    assert_eq!(config["allowEval"], false);
    assert_eq!(config["responseHandling"][0]["code"], "204");
}
