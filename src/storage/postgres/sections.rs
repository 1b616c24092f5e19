//! Pages of orders by what has few values: section by section, until the page is full. Each section is a list by name,
//! for which there is an index.

use super::list::{self, FEW, Part};
use super::{directories, groups, work};
use crate::model::*;
use crate::storage::cursor::{AgentCursor, Key};
use crate::storage::sections::{LAST, Rank, Sections};
use crate::storage::sort::SectionBy;
use crate::storage::{AgentQuery, Page, Result, fold};
use sqlx::{PgConnection, Postgres, QueryBuilder};
use std::cmp::Ordering;

pub(super) async fn page(connection: &mut PgConnection, query: &AgentQuery, by: SectionBy) -> Result<Page<Agent>> {
    let limit = list::limit(query);
    let sections = Sections::new(by, &groups::all(connection).await?);
    let total = list::total(connection, query).await?;
    let from = query.after.as_deref().and_then(|text| AgentCursor::parse(text, query.sort));
    // All of a few are one question, instead of one a section.
    let mut items = if total <= FEW {
        few(connection, query, &sections, from.as_ref()).await?
    } else {
        walk(connection, query, by, &sections, from.as_ref()).await?
    };
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(|agent| {
        let key = Key::Section(by, sections.named(sections.rank_of_agent(agent)), fold::name(agent));
        AgentCursor { key, id: agent.id }.to_string()
    });
    Ok(Page { items, total, next })
}

async fn few(
    connection: &mut PgConnection,
    query: &AgentQuery,
    sections: &Sections,
    from: Option<&AgentCursor>,
) -> Result<Vec<Agent>> {
    let place = |agent: &Agent| (sections.rank_of_agent(agent), fold::name(agent), agent.id);
    let from = from.and_then(|cursor| begun(cursor, sections).map(|(rank, name)| (rank, name.to_owned(), cursor.id)));
    let all =
        list::some(connection, query, |_| {}, Part { column: "name", after: None, limit: FEW as usize, are_few: true })
            .await?;
    let mut placed: Vec<_> = all.into_iter().map(|agent| (place(&agent), agent)).collect();
    let descends = query.sort.descends();
    let directed = |ordering: Ordering| if descends { ordering.reverse() } else { ordering };
    placed.retain(|(place, _)| from.as_ref().is_none_or(|from| directed(place.cmp(from)) == Ordering::Greater));
    placed.sort_unstable_by(|a, b| directed(a.0.cmp(&b.0)));
    placed.truncate(list::limit(query) + 1);
    Ok(placed.into_iter().map(|(_, agent)| agent).collect())
}

fn begun<'a>(cursor: &'a AgentCursor, sections: &Sections) -> Option<(Rank, &'a str)> {
    match &cursor.key {
        Key::Section(_, section, name) => Some((sections.rank_of(section), name)),
        _ => None,
    }
}

async fn walk(
    connection: &mut PgConnection,
    query: &AgentQuery,
    by: SectionBy,
    sections: &Sections,
    from: Option<&AgentCursor>,
) -> Result<Vec<Agent>> {
    let descends = query.sort.descends();
    let mut all = every(connection, by, sections).await?;
    if descends {
        all.reverse();
    }
    let begun = from.and_then(|cursor| begun(cursor, sections)).map(|(rank, _)| rank);
    let mut found = Vec::new();
    for (rank, only) in all {
        let stands = begun.map_or(Ordering::Greater, |begun| rank.cmp(&begun));
        let after = match if descends && begun.is_some() { stands.reverse() } else { stands } {
            Ordering::Less => continue,
            Ordering::Equal => from,
            Ordering::Greater => None,
        };
        let part = Part { column: "name", after, limit: list::limit(query) + 1 - found.len(), are_few: false };
        found.extend(list::some(connection, query, |sql| only.push(sql), part).await?);
        if found.len() > list::limit(query) {
            break;
        }
    }
    Ok(found)
}

/// Who is in a section.
enum Only {
    Role(Role),
    State(AgentState),
    Local,
    Directory(DirectoryId),
    /// Of the group, and of none of those before it.
    Group(GroupId, Vec<GroupId>),
    NoGroup,
}

impl Only {
    fn push(&self, sql: &mut QueryBuilder<Postgres>) {
        let numbers = |groups: &[GroupId]| groups.iter().map(|group| i64::from(group.0)).collect::<Vec<i64>>();
        match self {
            Only::Role(role) => sql.push(" AND role = ").push_bind(role.as_str()),
            Only::State(state) => sql.push(" AND state = ").push_bind(state.as_str()),
            Only::Local => sql.push(" AND local"),
            Only::Directory(id) => sql.push(" AND NOT local AND directory = ").push_bind(directories::number(*id)),
            Only::Group(group, before) => {
                sql.push(" AND groups @> ").push_bind(numbers(&[*group]));
                if before.is_empty() {
                    return;
                }
                sql.push(" AND NOT groups && ").push_bind(numbers(before))
            }
            Only::NoGroup => sql.push(" AND groups = '{}'"),
        };
    }
}

/// All sections, in order.
async fn every(connection: &mut PgConnection, by: SectionBy, sections: &Sections) -> Result<Vec<(Rank, Only)>> {
    let mut all: Vec<(Rank, Only)> = match by {
        SectionBy::Role => (0..).zip(Role::ALL.map(Only::Role)).collect(),
        SectionBy::State => (0..).zip(AgentState::ALL.map(Only::State)).collect(),
        SectionBy::Source => {
            // Removed agents may be of a directory that is not there any more.
            let next = directories::id_of(work::ledger(connection).await?.next_directory);
            let numbers = DirectoryId::FIRST.0..next.0.max(DirectoryId::FIRST.0 + 1);
            numbers.map(|number| (number, Only::Directory(DirectoryId(number)))).collect()
        }
        SectionBy::Group => {
            let mut before = Vec::new();
            let groups = sections.groups().map(|(rank, group)| {
                let only = Only::Group(group, before.clone());
                before.push(group);
                (rank, only)
            });
            groups.collect()
        }
    };
    match by {
        SectionBy::Source => all.push((LAST, Only::Local)),
        SectionBy::Group => all.push((LAST, Only::NoGroup)),
        SectionBy::Role | SectionBy::State => {}
    }
    Ok(all)
}
