//! What no page may contain.

use std::collections::HashSet;

/// The opening tags of a page, without what stands between them.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<')
        .skip(1)
        .filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag))
        .filter(|tag| !tag.starts_with('/'))
}

/// The values of an attribute, all over the page.
fn values<'a>(page: &'a str, attribute: &'a str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {attribute}=\"");
    tags(page).filter_map(move |tag| tag.split_once(start.as_str())?.1.split('"').next())
}

/// The policy allows no inline style and no inline script.
pub(super) fn nothing_is_inline(name: &str, page: &str) {
    for tag in tags(page) {
        assert!(!tag.contains(" style="), "{name}: {tag}");
        assert!(!tag.starts_with("style"), "{name}: {tag}");
        assert!(!tag.contains(" on") && !tag.contains("hx-on"), "{name}: {tag}");
        assert!(!tag.starts_with("script") || tag.contains(" src="), "{name}: {tag}");
        assert!(!tag.contains("javascript:") && !tag.contains("data:"), "{name}: {tag}");
    }
}

/// No id stands twice, and what refers to one finds it.
pub(super) fn ids_are_unique_and_found(name: &str, page: &str) {
    let mut ids = HashSet::new();
    for id in values(page, "id") {
        assert!(ids.insert(id), "{name}: the id {id} stands twice");
    }
    for attribute in ["for", "aria-describedby", "aria-labelledby", "list", "popovertarget"] {
        for id in values(page, attribute).flat_map(str::split_whitespace) {
            assert!(ids.contains(id), "{name}: {attribute}={id} leads nowhere");
        }
    }
}

/// A password never goes back to a browser.
pub(super) fn passwords_have_no_value(name: &str, page: &str) {
    for tag in tags(page).filter(|tag| tag.contains("type=\"password\"")) {
        assert!(!tag.contains(" value="), "{name}: {tag}");
    }
}

#[test]
fn the_checks_find_what_they_look_for() {
    let finds = |check: fn(&str, &str), page: &str| std::panic::catch_unwind(|| check("page", page)).is_err();
    for page in ["<p style=\"x\">", "<script>1</script>", "<a onclick=\"x\">", "<a href=\"javascript:1\">"] {
        assert!(finds(nothing_is_inline, page), "{page}");
    }
    for page in ["<p id=\"a\"><p id=\"a\">", "<label for=\"a\">"] {
        assert!(finds(ids_are_unique_and_found, page), "{page}");
    }
    assert!(finds(passwords_have_no_value, "<input type=\"password\" value=\"x\">"));
    assert!(!finds(nothing_is_inline, "<script src=\"x\"></script><p>a style=\"x\"</p>"));
}
