//! By which roads an entry belongs to LDAP groups: that of the users, those of the rules, and all that are known.

use crate::language::t;
use crate::model::*;
use crate::web::rich::rich;
use maud::{Markup, html};

/// Whether the entry is in the LDAP user group; nothing where there is none.
pub(super) fn member(place: &GroupPlace) -> Option<Markup> {
    match place {
        GroupPlace::NotAsked => None,
        GroupPlace::In(road) => {
            let attribute = road.tie.attribute();
            Some(match between(road) {
                Some(groups) => rich!("look_up-member-through", groups = groups, attribute = attribute),
                None => rich!("look_up-member-directly", attribute = attribute),
            })
        }
        GroupPlace::Out => Some(html! { (t!("look_up-no-member")) }),
        GroupPlace::Unknown => Some(html! { (t!("look_up-member-unknown")) }),
    }
}

/// Which rules are about the entry, by which road, and which cannot be told.
pub(super) fn rules(places: &[GroupPlace]) -> Markup {
    let told: Vec<Markup> = places.iter().enumerate().filter_map(|(at, place)| told(at + 1, place)).collect();
    html! {
        @if told.is_empty() { (t!("look_up-rules-none", count = places.len())) }
        @for told in told { div { (told) } }
    }
}

fn told(number: usize, place: &GroupPlace) -> Option<Markup> {
    match place {
        GroupPlace::In(road) => {
            let attribute = road.tie.attribute();
            Some(match between(road) {
                Some(groups) => {
                    rich!("look_up-rule-through", number = number, groups = groups, attribute = attribute)
                }
                None => rich!("look_up-rule-directly", number = number, attribute = attribute),
            })
        }
        GroupPlace::Unknown => Some(html! { (t!("look_up-rule-unknown", number = number)) }),
        GroupPlace::NotAsked | GroupPlace::Out => None,
    }
}

/// The LDAP groups that are known of the entry, in a fold.
pub(super) fn groups(entry: &LookedUp) -> Markup {
    html! {
        @if !entry.groups.is_empty() {
            details.fold id={ "groups-of-" (entry.dn) } {
                summary { (t!("look_up-groups", count = entry.groups.len())) }
                ul {
                    @for road in &entry.groups {
                        li { (dn(road.through.last().map_or("", String::as_str))) " " span.small.muted { (way(road)) } }
                    }
                }
                @if entry.more_groups { p.small.muted { (t!("look_up-more-groups")) } }
            }
        } @else {
            p.small.muted { (t!("look_up-no-groups")) }
        }
    }
}

/// By which road someone is in a group.
fn way(road: &Road) -> Markup {
    match between(road) {
        Some(groups) => rich!("look_up-through", groups = groups, attribute = road.tie.attribute()),
        None => rich!("look_up-directly", attribute = road.tie.attribute()),
    }
}

/// The groups on the way, where there are any.
fn between(road: &Road) -> Option<Markup> {
    let (_, between) = road.through.split_last()?;
    let then = |first, second| rich!("look_up-then", first = first, second = second);
    between.iter().map(|name| dn(name)).reduce(then)
}

/// A name of the directory.
pub(super) fn dn(dn: &str) -> Markup {
    html! { span.mono { (dn) } }
}
