use super::cast::*;
use muster::model::*;
use muster::storage::*;

/// Twelve people, several with one name, some of whom have signed in.
async fn twelve(store: &Store) -> Import {
    let import = Import::begin(store).await;
    let group = first_group(store).await;
    let people: Vec<Person> = (0..12)
        .map(|n| Person { name: format!("Name {}", n % 4), ..person(&format!("p{:02}", (n * 7) % 12)) })
        .collect();
    let writes: Vec<ImportWrite> = people.iter().map(|person| add(person, group)).collect();
    import.apply(&writes).await.unwrap();
    for n in 0..6 {
        store.record_sign_in(id_of(&format!("p{n:02}")), at(n % 3)).await.unwrap();
    }
    import
}

/// All pages, joined, and the total of each.
async fn all_pages(store: &Store, query: &AgentQuery) -> Vec<AgentId> {
    let (mut found, mut query) = (Vec::new(), query.clone());
    loop {
        let page = store.list_agents(&query).await.unwrap();
        found.extend(page.items.iter().map(|agent| agent.id));
        assert!(page.items.len() <= query.limit);
        if page.next.is_none() {
            assert_eq!(page.total as usize, found.len());
            return found;
        }
        assert_eq!(page.items.len(), query.limit, "a page before the last is full");
        query.after = page.next;
    }
}

pub(crate) async fn pages_hold_every_agent_once_in_every_order(store: Store) {
    twelve(&store).await;
    for sort in AgentSort::ALL {
        let whole = all_pages(&store, &AgentQuery { sort, ..list() }).await;
        assert_eq!(whole.len(), 12);
        for limit in [1, 3, 4, 5, 11, 12] {
            for text in ["", "name"] {
                let query = AgentQuery { sort, limit, text: text.into(), ..list() };
                assert_eq!(all_pages(&store, &query).await, whole, "{sort:?} {limit} {text:?}");
            }
        }
    }
}

pub(crate) async fn a_descending_order_is_the_ascending_one_backwards(store: Store) {
    twelve(&store).await;
    let agents = store.list_agents(&list()).await.unwrap().items;
    let by = |key: fn(&Agent) -> (String, Option<Timestamp>)| {
        let mut agents = agents.clone();
        agents.sort_by_key(|agent| (key(agent), agent.id));
        agents.into_iter().map(|agent| agent.id).collect::<Vec<_>>()
    };
    let expected = [
        by(|agent| (agent.name.to_lowercase(), None)),
        by(|agent| (agent.email.key(), None)),
        by(|agent| (String::new(), agent.last_sign_in_at)),
    ];
    let pairs = [
        (AgentSort::Name, AgentSort::NameDescending),
        (AgentSort::Email, AgentSort::EmailDescending),
        (AgentSort::LastSignInAscending, AgentSort::LastSignIn),
    ];
    for ((up, down), mut expected) in pairs.into_iter().zip(expected) {
        assert_eq!(all_pages(&store, &AgentQuery { sort: up, ..list() }).await, expected, "{up:?}");
        expected.reverse();
        assert_eq!(all_pages(&store, &AgentQuery { sort: down, ..list() }).await, expected, "{down:?}");
    }
}

/// Two directories, local agents, groups in another order than their numbers, and every state.
async fn mixed(store: &Store) -> Import {
    let import = Import::begin(store).await;
    let groups = [first_group(store).await, store.create_group("alpha").await.unwrap().id];
    let writes: Vec<ImportWrite> = (0..12)
        .map(|n| {
            let state = [DirectoryState::Enabled, DirectoryState::Disabled, DirectoryState::Locked][n % 3];
            let phone = (n % 4 > 0).then(|| format!("+{} {}", n % 5, 12 - n));
            let person = Person { name: format!("Name {}", n % 5), state, phone, ..person(&format!("p{n:02}")) };
            let groups =
                groups.into_iter().enumerate().filter(|(bit, _)| (n >> bit) & 1 == 1).map(|(_, id)| id).collect();
            let role = Role::ALL[n / 4];
            ImportWrite::Add { id: id_of(&format!("p{n:02}")), person, groups, role }
        })
        .collect();
    import.apply(&writes).await.unwrap();
    for name in ["x", "y"] {
        let id = store.create_local_agent(local(name, Role::Support), at(0)).await.unwrap().id;
        let block = AgentEdit { blocked: Some(name == "x"), ..AgentEdit::default() };
        store.edit_agent(id, block, None).await.unwrap();
    }
    import
}

pub(crate) async fn agents_are_sorted_by_phone_group_role_source_and_state(store: Store) {
    mixed(&store).await;
    let groups = store.groups().await.unwrap();
    let agents = store.list_agents(&list()).await.unwrap().items;
    let place = |agent: &Agent| groups.iter().position(|group| agent.groups.contains(&group.id)).unwrap_or(99);
    let state = |agent: &Agent| AgentState::ALL.iter().position(|state| *state == agent.state()).unwrap();
    type Key<'a> = Box<dyn Fn(&Agent) -> (usize, String) + 'a>;
    let name = |agent: &Agent| agent.name.to_lowercase();
    let orders: [(AgentSort, AgentSort, Key<'_>); 5] = [
        (
            AgentSort::Phone,
            AgentSort::PhoneDescending,
            Box::new(|agent| (usize::from(agent.phone.is_none()), agent.phone.clone().unwrap_or_default())),
        ),
        (AgentSort::Group, AgentSort::GroupDescending, Box::new(|agent| (place(agent), name(agent)))),
        (AgentSort::Role, AgentSort::RoleDescending, Box::new(|agent| (agent.role.rank(), name(agent)))),
        (
            AgentSort::Source,
            AgentSort::SourceDescending,
            Box::new(|agent| (usize::from(agent.is_local()), name(agent))),
        ),
        (AgentSort::State, AgentSort::StateDescending, Box::new(|agent| (state(agent), name(agent)))),
    ];
    for (up, down, key) in orders {
        let mut expected = agents.clone();
        expected.sort_by_key(|agent| (key(agent), agent.id));
        let mut expected: Vec<AgentId> = expected.iter().map(|agent| agent.id).collect();
        for limit in [1, 3, 5, 1_000] {
            let query = AgentQuery { limit, ..list() };
            assert_eq!(all_pages(&store, &AgentQuery { sort: up, ..query.clone() }).await, expected, "{up:?} {limit}");
            expected.reverse();
            assert_eq!(all_pages(&store, &AgentQuery { sort: down, ..query }).await, expected, "{down:?} {limit}");
            expected.reverse();
        }
    }
}

pub(crate) async fn orders_of_few_values_hold_more_than_a_thousand(store: Store) {
    let import = mixed(&store).await;
    let groups = store.groups().await.unwrap();
    let of = |n: usize| {
        let in_it = groups.iter().enumerate().filter(|(bit, _)| (n >> bit) & 1 == 1);
        let person = Person { name: format!("Name {}", n % 7), ..person(&format!("q{n:04}")) };
        let (id, groups) = (id_of(&format!("q{n:04}")), in_it.map(|(_, group)| group.id).collect());
        ImportWrite::Add { id, person, groups, role: Role::ALL[n % 3] }
    };
    for first in [0, 350, 700] {
        import.apply(&(first..first + 350).map(of).collect::<Vec<_>>()).await.unwrap();
    }
    let all = all_pages(&store, &list()).await;
    for [up, down] in [
        [AgentSort::Group, AgentSort::GroupDescending],
        [AgentSort::Role, AgentSort::RoleDescending],
        [AgentSort::Source, AgentSort::SourceDescending],
        [AgentSort::State, AgentSort::StateDescending],
        [AgentSort::Name, AgentSort::NameDescending],
    ] {
        let pages = |sort, limit| AgentQuery { sort, limit, ..list() };
        let mut found = all_pages(&store, &pages(up, 300)).await;
        assert_eq!(all_pages(&store, &pages(up, 1_000)).await, found, "{up:?}");
        found.reverse();
        assert_eq!(all_pages(&store, &pages(down, 300)).await, found, "{up:?}");
        // Those of one role are few enough to be sorted at once: they stand to each other as among all.
        let of_role = AgentQuery { role: Some(Role::Employee), ..pages(down, 100) };
        let some = all_pages(&store, &of_role).await;
        assert!(some.len() < 500 && found.len() == all.len());
        assert_eq!(some, found.into_iter().filter(|id| some.contains(id)).collect::<Vec<_>>(), "{down:?}");
    }
}

pub(crate) async fn an_order_of_sections_outlives_its_groups(store: Store) {
    mixed(&store).await;
    for sort in [AgentSort::Group, AgentSort::GroupDescending] {
        let query = AgentQuery { sort, limit: 5, ..list() };
        let whole = all_pages(&store, &query).await;
        let page = store.list_agents(&query).await.unwrap();
        // A group that comes meanwhile before all others and one in between move nobody.
        for name in ["0", "beta"] {
            store.create_group(&format!("{name} {sort:?}")).await.unwrap();
        }
        let rest = all_pages_after(&store, &AgentQuery { after: page.next, ..query }).await;
        assert_eq!(rest, whole[5..], "{sort:?}");
    }
}

/// The pages from a cursor on.
async fn all_pages_after(store: &Store, query: &AgentQuery) -> Vec<AgentId> {
    let (mut found, mut query) = (Vec::new(), query.clone());
    loop {
        let page = store.list_agents(&query).await.unwrap();
        found.extend(page.items.iter().map(|agent| agent.id));
        query.after = page.next;
        if query.after.is_none() {
            return found;
        }
    }
}

pub(crate) async fn a_cursor_of_another_order_gives_the_first_page(store: Store) {
    mixed(&store).await;
    for [one, other] in [
        [AgentSort::Name, AgentSort::Phone],
        [AgentSort::Phone, AgentSort::Email],
        [AgentSort::Role, AgentSort::State],
        [AgentSort::State, AgentSort::Source],
        [AgentSort::Source, AgentSort::Group],
        [AgentSort::Group, AgentSort::Role],
    ] {
        let query = AgentQuery { sort: one, limit: 3, ..list() };
        let after = store.list_agents(&query).await.unwrap().next;
        assert!(after.is_some());
        let query = AgentQuery { sort: other, limit: 3, ..list() };
        let first = store.list_agents(&query).await.unwrap();
        let page = store.list_agents(&AgentQuery { after, ..query }).await.unwrap();
        assert_eq!(page.items, first.items, "{one:?} {other:?}");
    }
}

pub(crate) async fn those_who_have_never_signed_in_are_listed(store: Store) {
    let import = Import::of(&store, &["anna", "bob", "carl"]).await;
    store.record_sign_in(id_of("anna"), at(0)).await.unwrap();
    let never = AgentQuery { never_signed_in: true, ..list() };
    assert_eq!(names(&store, &never).await, ["bob", "carl"]);
    assert_eq!(store.list_agents(&never).await.unwrap().total, 2);
    assert_eq!(names(&store, &AgentQuery { text: "car".into(), ..never.clone() }).await, ["carl"]);
    import.apply(&[remove("bob"), remove("anna")]).await.unwrap();
    assert_eq!(names(&store, &never).await, ["carl"]);
    assert_eq!(names(&store, &AgentQuery { state: Some(AgentState::Removed), ..never }).await, ["bob"]);
}

async fn found(store: &Store, text: &str) -> Vec<String> {
    names(store, &AgentQuery { text: text.into(), ..list() }).await
}

pub(crate) async fn every_word_of_a_search_must_occur(store: Store) {
    let import = Import::begin(&store).await;
    let group = first_group(&store).await;
    let anna = Person { name: "Ånna Müller".into(), phone: Some("ext. 42".into()), ..person("anna") };
    let bob = Person { name: "Bob Muller".into(), ..person("bob") };
    import.apply(&[add(&anna, group), add(&bob, group)]).await.unwrap();
    assert_eq!(found(&store, "MÜLLER").await, ["Ånna Müller"]);
    assert_eq!(found(&store, "example.COM ånn").await, ["Ånna Müller"]);
    assert_eq!(found(&store, " ext.  bob ").await, [""; 0], "both words are of different people");
    assert_eq!(found(&store, "müllera").await, [""; 0], "name and email are not one text");
    assert_eq!(found(&store, "  ").await.len(), 2);
    let page = store.list_agents(&AgentQuery { text: "ll".into(), limit: 1, ..list() }).await.unwrap();
    assert_eq!((page.items.len(), page.total), (1, 2));
}

pub(crate) async fn a_phone_is_found_by_its_digits(store: Store) {
    let import = Import::begin(&store).await;
    let anna = Person { phone: Some("+49 (30) 12-34".into()), ..person("anna") };
    import.apply(&[add(&anna, first_group(&store).await)]).await.unwrap();
    for text in ["49301234", "301", "+49", "(30)", "12-34", "+49 (30) 12-34"] {
        assert_eq!(found(&store, text).await, ["anna"], "{text}");
    }
    for text in ["4931", "+4930", "30x"] {
        assert_eq!(found(&store, text).await, [""; 0], "{text}");
    }
}

pub(crate) async fn filters_narrow_the_list(store: Store) {
    let import = Import::of(&store, &["anna", "bob", "carl"]).await;
    let disabled = Person { state: DirectoryState::Disabled, ..person("bob") };
    let must_change = Person { state: DirectoryState::MustChange, ..person("carl") };
    import.apply(&[update("bob", disabled), update("carl", must_change)]).await.unwrap();
    store.create_local_agent(local("root", Role::Administrator), at(0)).await.unwrap();
    let blocked = store.create_local_agent(local("blocked", Role::Support), at(0)).await.unwrap();
    let block = AgentEdit { blocked: Some(true), ..AgentEdit::default() };
    store.edit_agent(blocked.id, block, None).await.unwrap();
    let group = Some(first_group(&store).await);
    for (query, expected) in [
        (AgentQuery { from_ldap: Some(true), ..list() }, vec!["anna", "bob", "carl"]),
        (AgentQuery { from_ldap: Some(false), ..list() }, vec!["blocked", "root"]),
        (AgentQuery { role: Some(Role::Administrator), ..list() }, vec!["root"]),
        (AgentQuery { group, ..list() }, vec!["anna", "bob", "carl"]),
        (AgentQuery { state: Some(AgentState::Active), ..list() }, vec!["anna", "root"]),
        (AgentQuery { state: Some(AgentState::Blocked), ..list() }, vec!["blocked"]),
        (AgentQuery { state: Some(AgentState::Disabled), group, ..list() }, vec!["bob"]),
        (AgentQuery { state: Some(AgentState::Expired), ..list() }, vec![]),
        (AgentQuery { state: Some(AgentState::MustChange), ..list() }, vec!["carl"]),
        (AgentQuery { role: Some(Role::Support), text: "b".into(), ..list() }, vec!["blocked", "bob"]),
    ] {
        let page = store.list_agents(&query).await.unwrap();
        assert_eq!(page.items.iter().map(|agent| agent.name.as_str()).collect::<Vec<_>>(), expected, "{query:?}");
        assert_eq!(page.total as usize, expected.len());
    }
}

pub(crate) async fn removed_agents_are_listed_only_when_asked_for(store: Store) {
    let import = Import::of(&store, &["anna", "bob", "carl"]).await;
    import.apply(&[remove("bob")]).await.unwrap();
    assert_eq!(names(&store, &list()).await, ["anna", "carl"]);
    assert_eq!(store.list_agents(&list()).await.unwrap().total, 2);
    assert_eq!(found(&store, "bob").await, [""; 0]);
    let removed = AgentQuery { state: Some(AgentState::Removed), ..list() };
    assert_eq!(names(&store, &removed).await, ["bob"]);
    assert_eq!(names(&store, &AgentQuery { text: "anna".into(), ..removed }).await, [""; 0]);
}

pub(crate) async fn a_bad_cursor_gives_the_first_page(store: Store) {
    twelve(&store).await;
    let first = AgentQuery { limit: 5, ..list() };
    let page = store.list_agents(&first).await.unwrap();
    let url_safe = |cursor: &str| cursor.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    assert!(url_safe(page.next.as_deref().unwrap()));
    let of_other_order = AgentQuery { sort: AgentSort::Email, after: page.next, ..first.clone() };
    let email_order = AgentQuery { sort: AgentSort::Email, ..first.clone() };
    assert_eq!(names(&store, &of_other_order).await, names(&store, &email_order).await);
    for bad in ["", "x", "%%%", "AAAA", "bm90IGEgY3Vyc29yIGF0IGFsbCwgYnV0IGxvbmcgZW5vdWdo"] {
        let query = AgentQuery { after: Some(bad.into()), ..first.clone() };
        assert_eq!(names(&store, &query).await, names(&store, &first).await, "{bad}");
    }
}

pub(crate) async fn a_cursor_outlives_its_agent(store: Store) {
    let import = Import::of(&store, &["anna", "bob", "carl", "dora"]).await;
    for (sort, expected) in
        [(AgentSort::Name, ["carl", "dora"]), (AgentSort::Email, ["carl", "dora"]), (AgentSort::LastSignIn, ["", ""])]
    {
        let first = store.list_agents(&AgentQuery { sort, limit: 2, ..list() }).await.unwrap();
        let last = first.items[1].clone();
        import.apply(&[remove(&last.name)]).await.unwrap();
        let rest = names(&store, &AgentQuery { sort, after: first.next, ..list() }).await;
        assert_eq!(rest.len(), 2);
        assert!(expected[0].is_empty() || rest == expected, "{sort:?} {rest:?}");
        import.apply(&[update(&last.name, person(&last.name))]).await.unwrap();
    }
}

pub(crate) async fn a_limit_is_kept_within_bounds(store: Store) {
    twelve(&store).await;
    assert_eq!(names(&store, &AgentQuery { limit: 0, ..list() }).await.len(), 1);
    assert_eq!(names(&store, &AgentQuery { limit: usize::MAX, ..list() }).await.len(), 12);
}
