//! Roles and groups by rules, through the engine.

use super::*;
use crate::test_store::person;

fn group_dn(name: &str) -> Dn {
    Dn::parse(&format!("cn={name},dc=x")).unwrap()
}

fn rules() -> Vec<PlacementRule> {
    let rule = |name, role, groups: &[u32]| PlacementRule {
        group_dn: group_dn(name),
        role,
        groups: groups.iter().copied().map(GroupId).collect(),
    };
    vec![rule("admins", Some(Role::Administrator), &[]), rule("sales", None, &[2])]
}

/// Answers these people, each in the LDAP groups of these rules.
fn members(people: &'static [(&'static str, &'static [usize])]) -> Script {
    Script::new(Box::new(move |_, news| {
        Box::pin(async move {
            for (name, matched) in people {
                let matched = matched.iter().copied().collect();
                news.send(Found::Person(Person { matched, ..person(name) })).await.unwrap();
            }
            Ok(())
        })
    }))
}

fn with_rules(store: &Arc<TestStore>, script: Script) -> Imports {
    let imports = imports(store, script);
    store.lock().settings.as_mut().unwrap().rules = rules();
    imports
}

fn now_from(imports: &Imports, script: Script) -> Imports {
    Imports { directory: Arc::new(script), ..imports.clone() }
}

fn role_of(store: &TestStore, name: &str) -> (Role, Origin) {
    let data = store.lock();
    let agent = data.agents.values().find(|agent| agent.name == name).unwrap();
    (agent.role, agent.role_origin)
}

fn missing(name: &str) -> DirectoryProblem {
    let failure = ConnectionFailure::GroupNotFound { group: group_dn(name).to_string() };
    DirectoryProblem { failure, details: None }
}

#[tokio::test]
async fn roles_and_groups_follow_the_rules_and_a_preview_says_so_before() {
    let store = Arc::new(TestStore::default());
    let imports = with_rules(&store, members(&[("anna", &[]), ("bert", &[1])]));
    import(&imports, &store, false).await;
    assert_eq!(role_of(&store, "anna"), (Role::Support, Origin::Default));

    store.lock().lines.clear();
    let promoted = now_from(&imports, members(&[("anna", &[0]), ("bert", &[1])]));
    let preview = import(&promoted, &store, true).await;
    assert_eq!((preview.counts.updated, preview.counts.unchanged), (1, 1));
    let said = store.lock().lines[0].fields.clone();
    assert_eq!(said[0].new.as_deref(), Some("Administrator by cn=admins,dc=x"));
    assert_eq!(role_of(&store, "anna").0, Role::Support, "a preview writes nothing");

    store.lock().lines.clear();
    let run = import(&promoted, &store, false).await;
    assert_eq!((run.counts.updated, store.lock().lines[0].fields.clone()), (1, said));
    assert_eq!(role_of(&store, "anna"), (Role::Administrator, Origin::Rule));
    let batches = store.lock().batches;
    assert_eq!(import(&promoted, &store, false).await.counts.unchanged, 2);
    assert_eq!(store.lock().batches, batches, "an unchanged import writes nothing");
}

#[tokio::test]
async fn a_group_that_is_not_there_changes_nobody_and_people_are_imported_all_the_same() {
    let store = Arc::new(TestStore::default());
    let imports = with_rules(&store, members(&[("anna", &[0])]));
    import(&imports, &store, false).await;
    let script = members(&[("anna", &[]), ("new", &[1])]).with_rules(Ok(vec![Some(missing("admins")), None]));
    let run = import(&now_from(&imports, script), &store, false).await;
    assert_eq!((run.state, run.counts.added, run.counts.unchanged), (RunState::Done, 1, 1));
    assert_eq!(role_of(&store, "anna"), (Role::Administrator, Origin::Rule));
    assert_eq!(role_of(&store, "new").0, Role::Support);
    let [note] = &run.notes[..] else { panic!("{:?}", run.notes) };
    let said = note.sentence();
    assert!(said.contains("cn=admins,dc=x") && said.contains("rule 1") && said.contains("typing error"), "{said}");
}

#[tokio::test]
async fn a_connection_that_is_lost_over_the_rules_is_opened_again_for_people() {
    let store = Arc::new(TestStore::default());
    let imports = with_rules(&store, members(&[("anna", &[0])]));
    import(&imports, &store, false).await;
    let script = members(&[("anna", &[]), ("new", &[])]).with_rules(Err(lost()));
    let run = import(&now_from(&imports, script), &store, false).await;
    assert_eq!((run.state, run.counts.added, run.notes.len()), (RunState::Done, 1, 2));
    assert_eq!(role_of(&store, "anna"), (Role::Administrator, Origin::Rule));
}

#[tokio::test]
async fn the_last_administrator_of_the_directory_goes_and_the_report_says_who_is_left() {
    let store = Arc::new(TestStore::default());
    let root = Agent { role: Role::Administrator, ..agent("root", Some("hash")) };
    store.keep(root.clone());
    let imports = with_rules(&store, members(&[("anna", &[0])]));
    assert_eq!(import(&imports, &store, false).await.notes, []);
    let run = import(&now_from(&imports, members(&[("anna", &[])])), &store, false).await;
    assert_eq!(run.notes, [RunNote::NoDirectoryAdministrator { local: 1 }]);
    let said = run.notes[0].sentence();
    assert!(said.ends_with("1 local administrator remains and can sign in."), "{said}");
    assert_eq!(role_of(&store, "anna").0, Role::Support);
    assert_eq!(store.lock().agents[&root.id], root);
}

#[tokio::test]
async fn a_trial_reads_with_the_typed_rules_and_writes_nothing() {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, members(&[("anna", &[0]), ("bert", &[1])]));
    import(&imports, &store, false).await;
    let before = store.lock().agents.clone();
    let settings = store.lock().settings.clone().unwrap();
    let saved = crate::model::Directory { id: DirectoryId::FIRST, version: 1, settings };
    let report = imports.try_rules(&saved, rules()).await.unwrap();
    assert_eq!((report.people, report.roles, report.groups, report.agents), (2, 1, 1, 2));
    assert_eq!((report.become_administrators, report.rules.len()), (1, 2));
    assert_eq!(store.lock().agents, before);
    assert_eq!(store.lock().runs.len(), 1);

    let broken = now_from(&imports, members(&[]).with_rules(Err(lost())));
    let error = broken.try_rules(&saved, rules()).await.unwrap_err();
    assert!(error.to_string().starts_with("The connection ended"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_trial_ends_within_a_minute() {
    let store = Arc::new(TestStore::default());
    let imports = imports(&store, hangs_after(&["anna"]));
    let settings = store.lock().settings.clone().unwrap();
    let saved = crate::model::Directory { id: DirectoryId::FIRST, version: 1, settings };
    let began = tokio::time::Instant::now();
    let error = imports.try_rules(&saved, rules()).await.unwrap_err();
    assert!(matches!(error, TrialError::TooSlow), "{error}");
    assert!(began.elapsed() <= Duration::from_secs(61));
}
