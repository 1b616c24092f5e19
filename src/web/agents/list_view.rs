use super::list::Listing;
use super::{rows_view, select_view, watch as watching};
use crate::language::{self, t};
use crate::model::*;
use crate::web::components::*;
use maud::{Markup, Render, html};

/// Id of the part that a search replaces.
const RESULTS: &str = "results";
/// The same for `HX-Retarget`.
pub(super) const RESULTS_SELECTOR: &str = "#results";

const OUT_OF_BAND: &str = "true";

/// The line under the title. `oob`: as a part of an answer, for the place where it stands.
pub(super) fn lead(list: &Listing, oob: bool) -> Markup {
    html! { span #agents-lead hx-swap-oob=[oob.then_some(OUT_OF_BAND)] { (lead_words(list)) } }
}

fn lead_words(list: &Listing) -> String {
    let (counts, total) = (&list.counts, list.page.total);
    if list.query.is_of_removed() {
        return t!("agents-lead-removed", count = total);
    }
    match list.query.is_narrowed() {
        true => t!("agents-lead-matching", found = total, count = counts.total),
        false => t!("agents-lead", count = counts.total, imported = counts.from_ldap),
    }
}

/// The buttons beside the title.
pub(super) fn actions(list: &Listing, oob: bool) -> Markup {
    html! {
        (export(list, oob))
        @if list.is_administrator { (Button::link("/agents/new", t!("agents-new")).primary()) }
    }
}

fn export(list: &Listing, oob: bool) -> Markup {
    let href = list.query.url(|_| {}).replacen("/agents", "/agents/export.csv", 1);
    html! { span #export hx-swap-oob=[oob.then_some(OUT_OF_BAND)] { (Button::link(&href, t!("agents-export"))) } }
}

pub(super) fn agents(list: &Listing) -> Markup {
    html! {
        @if list.is_administrator && list.counts.from_ldap == 0 { (first_steps(!list.directories.is_empty())) }
        (filters(list))
        p.hidden-text #matches role="status" {}
        div #(RESULTS) { (results(list)) }
        (keys(list.is_administrator))
    }
}

/// The results, and with them what stands elsewhere on the page and depends on the query. `told`: the number of matches
/// is announced, because somebody searched.
pub(super) fn answer(list: &Listing, told: bool) -> Markup {
    html! {
        (results(list))
        (lead(list, true))
        (export(list, true))
        (FilterBar::clear_link("/agents", list.query.is_narrowed(), true))
        @if told { p #matches hx-swap-oob="innerHTML" { (t!("agents-matches", count = list.page.total)) } }
    }
}

/// For a page whose rows are as before.
pub(super) fn still(list: &Listing) -> Markup {
    html! { (watch(list)) (lead(list, true)) }
}

/// Over the first administrators, as long as nobody has come from a directory.
fn first_steps(configured: bool) -> Markup {
    let (title, label) = first_step(configured);
    html! {
        div.gap-below { (Card::new(title).lead(t!("agents-what-muster-does")).body(&html! { (Button::link("/settings/ldap/index", label).primary()) })) }
    }
}

fn first_step(configured: bool) -> (&'static str, &'static str) {
    if configured {
        (t!("agents-nobody-imported"), t!("agents-preview-first"))
    } else {
        (t!("agents-no-directory"), t!("agents-connect"))
    }
}

fn filters(list: &Listing) -> Markup {
    let query = &list.query;
    let groups = list.groups.iter().map(|group| (group.id.to_string(), group.name.clone()));
    let states = AgentState::ALL.map(|state| (state.as_str(), rows_view::state_label(state)));
    let mut bar = FilterBar::new("/agents", &query.q, t!("agents-search"))
        .filter(
            Select::new("group", t!("agents-group"))
                .option("", t!("agents-all-groups"))
                .options(groups)
                .selected(&query.group),
        )
        .filter(
            Select::new("role", t!("agents-role"))
                .option("", t!("agents-all-roles"))
                .options(Role::ALL.map(|role| (role.as_str(), language::role(role))))
                .selected(&query.role),
        )
        .filter(
            Select::new("source", t!("agents-source"))
                .option("", t!("agents-source-all"))
                .options([("ldap", t!("agents-source-ldap")), ("local", t!("agents-source-local"))])
                .selected(&query.source),
        )
        .filter(
            Select::new("state", t!("agents-state"))
                .option("", t!("agents-state-present"))
                .options(states)
                .selected(&query.state),
        )
        .filter(
            Select::new("signed_in", t!("agents-sign-in"))
                .option("", t!("agents-sign-in-any"))
                .option("never", t!("agents-never-signed-in"))
                .selected(&query.signed_in),
        )
        .live(RESULTS)
        .clear(query.is_narrowed());
    if list.directories.len() > 1 {
        let all = list.directories.iter().map(|directory| (directory.id, directory.name()));
        bar = bar.filter(
            Select::new("directory", t!("agents-directory"))
                .option("", t!("agents-all-directories"))
                .options(all)
                .selected(&query.directory),
        );
    }
    let order = Select::new("sort", t!("agents-order")).options(rows_view::orders()).selected(&query.sort);
    bar.order(order).render()
}

/// The part that a search replaces.
fn results(list: &Listing) -> Markup {
    html! {
        @if list.page.items.is_empty() { (Card::untitled().body(&nothing(list))) }
        @else {
            (rows_view::table(list))
            // Before the pager: there it never lies over it.
            @if list.selects() { (select_view::bar(list)) }
            (pager(list))
        }
        (watch(list))
    }
}

/// Asks now and then whether what is shown still holds. A search goes before it: its answer would be of the view before.
fn watch(list: &Listing) -> Markup {
    let seen = [("marker", list.marker.as_str()), ("print", &watching::print(list))];
    html! {
        div #list-watch hidden data-quiet hx-get=(list.query.address("/agents/changed", &seen)) hx-trigger="every 5s"
            hx-swap="outerHTML" hx-sync={ "#" (FilterBar::ID) ":abort" } {}
    }
}

fn pager(list: &Listing) -> Pager {
    let first_row = list.query.first_row();
    let shown = list.page.items.len() as u64;
    let next = list.page.next.as_ref().map(|next| {
        list.query.url(|query| {
            query.after = next.clone();
            query.from = (first_row + shown).to_string();
        })
    });
    Pager {
        from: Some(first_row),
        shown,
        total: list.page.total,
        first: (!list.query.after.is_empty()).then(|| list.query.url(|_| {})),
        next,
    }
}

fn nothing(list: &Listing) -> Markup {
    if !list.query.after.is_empty() && list.page.total > 0 {
        let first = list.query.url(|_| {});
        let back = Button::link(&first, t!("components-first-page"));
        return empty_state(t!("agents-page-empty"), t!("agents-page-empty-text"), Some(back));
    }
    if list.query.is_narrowed() {
        let clear = Button::link("/agents", t!("components-clear-filters"));
        let title = t!("agents-nobody-found");
        if !list.is_administrator || list.directories.is_empty() || list.query.q.trim().is_empty() {
            return empty_state(title, t!("agents-nobody-found-text"), [clear]);
        }
        let look_up =
            format!("/settings/ldap/lookup?{}", serde_html_form::to_string([("q", &list.query.q)]).unwrap_or_default());
        let look_up = Button::link(&look_up, t!("agents-look-in-directory"));
        return empty_state(title, t!("agents-nobody-found-ask"), [clear, look_up]);
    }
    if list.counts.from_ldap > 0 || !list.is_administrator {
        return empty_state(t!("agents-none-yet"), t!("agents-none-yet-next"), None);
    }
    // What to do about it stands above.
    empty_state(t!("agents-none-yet"), t!("agents-none-yet-first"), None)
}
