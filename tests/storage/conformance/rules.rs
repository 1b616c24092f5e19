//! Roles and groups by rules: what a store does with them.

use super::cast::*;
use super::settings::settings;
use muster::model::*;
use muster::storage::*;
use std::collections::BTreeSet;

fn dn(name: &str) -> Dn {
    Dn::parse(&format!("cn={name},ou=groups,dc=example,dc=com")).unwrap()
}

/// The group that every store begins with.
async fn support(store: &Store) -> GroupId {
    store.groups().await.unwrap().into_iter().find(|group| group.name == Group::FIRST).unwrap().id
}

/// What rules say: this role, these groups, or neither.
async fn placing(store: &Store, role: Option<Role>, groups: &[GroupId]) -> Placing {
    let by = dn("g");
    Placing {
        role: role.map_or(Said::Nothing, |role| Said::ByRule(RoleByRule { role, by: by.clone() })),
        groups: match groups {
            [] => Said::Nothing,
            groups => Said::ByRule(GroupsByRules { groups: groups.iter().copied().collect(), by: vec![by] }),
        },
        defaults: Arrival { groups: [support(store).await].into(), role: Role::Employee },
        meanwhile: None,
    }
}

fn place(name: &str, placing: &Placing) -> ImportWrite {
    ImportWrite::Place { id: id_of(name), placing: placing.clone() }
}

fn with_role(role: Role) -> AgentQuery {
    AgentQuery { role: Some(role), ..list() }
}

pub(crate) async fn a_rule_places_an_agent_and_a_new_role_ends_their_sessions(store: Store) {
    let import = Import::of(&store, &["anna", "bob"]).await;
    let sales = store.create_group("Sales").await.unwrap().id;
    let (anna, bob) = (sign_in(&store, id_of("anna")).await, sign_in(&store, id_of("bob")).await);
    let administrator = placing(&store, Some(Role::Administrator), &[]).await;
    let in_sales = placing(&store, None, &[sales]).await;
    import.apply(&[place("anna", &administrator), place("bob", &in_sales)]).await.unwrap();

    let after = agent(&store, "anna").await;
    assert_eq!((after.version, after.role, after.role_origin), (2, Role::Administrator, Origin::Rule));
    assert_eq!(after.groups_origin, Origin::Default);
    assert_eq!(after.placement.role.unwrap().by, dn("g"));
    assert!(!is_signed_in(&store, &anna).await, "with another role they sign in anew");
    let after = agent(&store, "bob").await;
    assert_eq!((after.role, after.groups, after.groups_origin), (Role::Support, BTreeSet::from([sales]), Origin::Rule));
    assert!(is_signed_in(&store, &bob).await);

    assert_eq!(names(&store, &with_role(Role::Administrator)).await, ["anna"]);
    assert_eq!(names(&store, &AgentQuery { group: Some(sales), ..list() }).await, ["bob"]);
    assert_eq!(store.group_sizes().await.unwrap()[&sales], 1);
}

pub(crate) async fn whom_no_rule_names_any_more_falls_back_to_the_defaults(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let sales = store.create_group("Sales").await.unwrap().id;
    import.apply(&[place("anna", &placing(&store, Some(Role::Administrator), &[sales]).await)]).await.unwrap();
    import.apply(&[place("anna", &placing(&store, None, &[]).await)]).await.unwrap();
    let after = agent(&store, "anna").await;
    assert_eq!((after.role, after.role_origin), (Role::Employee, Origin::Default));
    assert_eq!(after.groups, BTreeSet::from([support(&store).await]));
    assert_eq!((after.version, after.placement), (3, Placement::default()));
    store.delete_group(sales).await.unwrap();
}

pub(crate) async fn one_batch_adds_and_places_as_one_change(store: Store) {
    let import = Import::begin(&store).await;
    let group = support(&store).await;
    let placing = placing(&store, Some(Role::Administrator), &[]).await;
    import.apply(&[add(&person("anna"), group), place("anna", &placing)]).await.unwrap();
    assert_eq!((agent(&store, "anna").await.version, agent(&store, "anna").await.role), (1, Role::Administrator));
    let moved = Person { name: "Anna B".into(), ..person("anna") };
    let none = self::placing(&store, None, &[]).await;
    import.apply(&[update("anna", moved), place("anna", &none)]).await.unwrap();
    let after = agent(&store, "anna").await;
    assert_eq!((after.version, after.name.as_str(), after.role), (2, "Anna B", Role::Employee));
}

pub(crate) async fn a_rule_that_changes_nothing_keeps_the_version(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let placing = placing(&store, Some(Role::Administrator), &[]).await;
    import.apply(&[place("anna", &placing)]).await.unwrap();
    let before = agent(&store, "anna").await;
    let unknown = Placing { role: Said::Unknown, groups: Said::Unknown, ..placing.clone() };
    import.apply(&[place("anna", &placing), place("anna", &unknown)]).await.unwrap();
    assert_eq!(agent(&store, "anna").await, before);
}

pub(crate) async fn who_arrives_while_a_rule_is_unread_is_settled_by_the_next_reading(store: Store) {
    let import = Import::begin(&store).await;
    let group = support(&store).await;
    let said = placing(&store, Some(Role::Administrator), &[]).await;
    let unknown = Placing { role: Said::Unknown, meanwhile: Some(Role::Support), ..said.clone() };
    import.apply(&[add(&person("anna"), group), place("anna", &unknown)]).await.unwrap();
    import.apply(&[add(&person("bob"), group), place("bob", &unknown)]).await.unwrap();
    for name in ["anna", "bob"] {
        let after = agent(&store, name).await;
        assert_eq!((after.version, after.role, after.role_origin), (1, Role::Support, Origin::Rule));
        assert_eq!(after.placement, Placement::default());
    }
    let nothing = placing(&store, None, &[]).await;
    import.apply(&[place("anna", &said), place("bob", &nothing)]).await.unwrap();
    let (anna, bob) = (agent(&store, "anna").await, agent(&store, "bob").await);
    assert_eq!((anna.role, anna.role_origin), (Role::Administrator, Origin::Rule));
    assert_eq!((bob.role, bob.role_origin), (Role::Employee, Origin::Default));
}

pub(crate) async fn an_administrators_choice_stands_until_it_is_returned_to_the_rules(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let sales = store.create_group("Sales").await.unwrap().id;
    let own = AgentEdit { role: Some(Role::Employee), groups: Some(BTreeSet::new()), ..AgentEdit::default() };
    store.edit_agent(id_of("anna"), own, None).await.unwrap();
    import.apply(&[place("anna", &placing(&store, Some(Role::Administrator), &[sales]).await)]).await.unwrap();
    let after = agent(&store, "anna").await;
    assert_eq!((after.role, after.role_origin), (Role::Employee, Origin::Administrator));
    assert_eq!((after.groups.len(), after.groups_origin), (0, Origin::Administrator));
    assert_eq!(after.placement.role.as_ref().map(|given| given.role), Some(Role::Administrator));

    let session = sign_in(&store, id_of("anna")).await;
    let back = AgentEdit { follow_role: Some(Role::Support), ..AgentEdit::default() };
    let after = store.edit_agent(id_of("anna"), back, Some(after.version)).await.unwrap();
    assert_eq!((after.role, after.role_origin), (Role::Administrator, Origin::Rule));
    assert_eq!(after.groups_origin, Origin::Administrator, "only the role was returned");
    assert!(!is_signed_in(&store, &session).await);
    let back = AgentEdit { follow_groups: Some(BTreeSet::new()), ..AgentEdit::default() };
    let after = store.edit_agent(id_of("anna"), back, None).await.unwrap();
    assert_eq!((after.groups, after.groups_origin), (BTreeSet::from([sales]), Origin::Rule));
}

pub(crate) async fn groups_are_returned_to_those_that_are_still_there(store: Store) {
    let import = Import::of(&store, &["anna"]).await;
    let sales = store.create_group("Sales").await.unwrap().id;
    let own = AgentEdit { groups: Some(BTreeSet::new()), ..AgentEdit::default() };
    store.edit_agent(id_of("anna"), own, None).await.unwrap();
    import.apply(&[place("anna", &placing(&store, None, &[sales]).await)]).await.unwrap();
    store.delete_group(sales).await.unwrap();
    let back = AgentEdit { follow_groups: Some(BTreeSet::new()), ..AgentEdit::default() };
    let after = store.edit_agent(id_of("anna"), back, None).await.unwrap();
    assert_eq!((after.groups, after.groups_origin), (BTreeSet::new(), Origin::Rule));
}

pub(crate) async fn a_local_agent_follows_no_rule(store: Store) {
    let import = Import::begin(&store).await;
    let root = store.create_local_agent(local("root", Role::Administrator), at(0)).await.unwrap();
    let placing = placing(&store, Some(Role::Employee), &[]).await;
    let outcome = import.apply(&[ImportWrite::Place { id: root.id, placing }]).await;
    assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
    let back = AgentEdit { follow_role: Some(Role::Employee), ..AgentEdit::default() };
    assert_eq!(store.edit_agent(root.id, back, None).await.unwrap(), root);
}

pub(crate) async fn a_group_that_a_rule_gives_stays(store: Store) {
    let sales = store.create_group("Sales").await.unwrap().id;
    let rule = |groups: &[GroupId]| PlacementRule {
        group_dn: dn("g"),
        role: Some(Role::Support),
        groups: groups.iter().copied().collect(),
    };
    let named = LdapSettings { rules: vec![rule(&[]), rule(&[sales])], ..settings(support(&store).await) };
    let directory = store.create_directory(&named, None).await.unwrap().id;
    assert_eq!(store.directory(directory).await.unwrap().unwrap().settings, named);
    match store.delete_group(sales).await {
        Err(StorageError::GroupInUse { agents: 0, is_default: false, rules }) => assert_eq!(rules, [2]),
        outcome => panic!("{outcome:?}"),
    }
    let without = LdapSettings { rules: vec![rule(&[])], ..named.clone() };
    store.save_directory(directory, &without, None).await.unwrap();
    store.delete_group(sales).await.unwrap();
    let outcome = store.save_directory(directory, &named, None).await;
    assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
}

/// Whatever imports do to agents of the directory, a local administrator who can sign in is left: it cannot be taken
/// away while it is the last one, also while agents of the directory are administrators.
pub(crate) async fn no_import_and_no_edit_leaves_nobody_who_can_administer(store: Store) {
    let root = store.create_local_agent(local("root", Role::Administrator), at(0)).await.unwrap();
    let import = Import::of(&store, &["anna", "bob"]).await;
    let administrator = placing(&store, Some(Role::Administrator), &[]).await;
    import.apply(&[place("anna", &administrator), place("bob", &administrator)]).await.unwrap();
    assert_eq!(store.agent_counts().await.unwrap().able_administrators, 1, "only local ones count");

    let edits = [
        AgentEdit { blocked: Some(true), ..AgentEdit::default() },
        AgentEdit { role: Some(Role::Support), ..AgentEdit::default() },
    ];
    for edit in edits {
        let outcome = store.edit_agent(root.id, edit, None).await;
        assert!(matches!(outcome, Err(StorageError::LastAdministrator)), "{outcome:?}");
    }
    let outcome = store.delete_local_agent(root.id).await;
    assert!(matches!(outcome, Err(StorageError::LastAdministrator)), "{outcome:?}");

    let none = placing(&store, None, &[]).await;
    import.apply(&[place("anna", &none), remove("bob")]).await.unwrap();
    assert_eq!(names(&store, &with_role(Role::Administrator)).await, ["root"]);
    assert_eq!(store.agent_counts().await.unwrap().able_administrators, 1);
}
