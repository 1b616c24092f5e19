//! Random operations against a simple model: what the store answers is what the model says, and an
//! index that was kept up to date equals one that is built anew from the records.

use crate::conformance::cast::*;
use crate::sled::{fresh, open};
use muster::model::*;
use muster::storage::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::{BTreeMap, BTreeSet};

/// People are numbers; emails and names are drawn from few, so that they collide.
#[derive(Debug, Clone)]
enum Op {
    Batch(Vec<(u8, Write)>),
    CreateLocal(u8),
    DeleteLocal(u8),
    Rename(u8, u8),
    MoveEmail(u8, u8),
    Block(u8, bool),
    /// Of several, some of whom may be removed or unknown.
    BlockMany(Vec<u8>, bool),
    SignIn(u8, i64),
}

#[derive(Debug, Clone)]
enum Write {
    Set { email: u8, name: u8, enabled: bool },
    Remove,
}

fn op() -> impl Strategy<Value = Op> {
    let write = prop_oneof![
        4 => (0..14u8, 0..5u8, prop::bool::weighted(0.8))
            .prop_map(|(email, name, enabled)| Write::Set { email, name, enabled }),
        1 => Just(Write::Remove),
    ];
    let who = 0..10u8;
    prop_oneof![
        4 => prop::collection::vec((who.clone(), write), 1..6).prop_map(Op::Batch),
        2 => (0..14u8).prop_map(Op::CreateLocal),
        1 => (0..14u8).prop_map(Op::DeleteLocal),
        1 => (who.clone(), 0..5u8).prop_map(|(who, name)| Op::Rename(who, name)),
        1 => (0..14u8, 0..14u8).prop_map(|(from, to)| Op::MoveEmail(from, to)),
        1 => (who.clone(), any::<bool>()).prop_map(|(who, blocked)| Op::Block(who, blocked)),
        1 => (prop::collection::vec(who.clone(), 1..6), any::<bool>()).prop_map(|(who, on)| Op::BlockMany(who, on)),
        1 => (who, 0..5i64).prop_map(|(who, when)| Op::SignIn(who, when)),
    ]
}

/// What each agent should look like to the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    name: String,
    email: String,
    local: bool,
    blocked: bool,
    enabled: bool,
    removed: bool,
    sign_in: Option<Timestamp>,
}

type Model = BTreeMap<AgentId, Known>;

fn address(email: u8) -> String {
    format!("e{email}@example.com")
}

fn taken(model: &Model) -> bool {
    let mut seen = BTreeSet::new();
    model.values().filter(|known| !known.removed).any(|known| !seen.insert(known.email.clone()))
}

fn holder(model: &Model, email: u8) -> Option<AgentId> {
    model.iter().find(|(_, known)| !known.removed && known.email == address(email)).map(|(id, _)| *id)
}

fn local_holder(model: &Model, email: u8) -> AgentId {
    holder(model, email).filter(|id| model[id].local).unwrap_or(id_of("nobody"))
}

/// Does one operation to both; they must agree whether it is allowed.
async fn step(store: &Store, import: &Import, model: &mut Model, op: Op) {
    let mut next = model.clone();
    let (expected, done) = match op {
        Op::Batch(writes) => {
            let writes: Vec<ImportWrite> = writes.into_iter().filter_map(|write| plan(&mut next, write)).collect();
            (!taken(&next), import.apply(&writes).await.is_ok())
        }
        Op::CreateLocal(email) => {
            let new = local(&format!("e{email}"), Role::Support);
            let free = holder(model, email).is_none();
            let outcome = store.create_local_agent(new, at(0)).await;
            if let Ok(agent) = &outcome {
                next.insert(agent.id, of(agent));
            }
            (free, outcome.is_ok())
        }
        Op::DeleteLocal(email) => {
            let id = local_holder(model, email);
            (next.remove(&id).is_some(), store.delete_local_agent(id).await.is_ok())
        }
        Op::Rename(who, name) => {
            let id = local_holder(model, who);
            let name = format!("Name {name}");
            let edit = AgentEdit { name: Some(name.clone()), ..AgentEdit::default() };
            let known = next.get_mut(&id).map(|known| known.name = name);
            (known.is_some(), store.edit_agent(id, edit, None).await.is_ok())
        }
        Op::MoveEmail(from, to) => {
            let id = local_holder(model, from);
            let edit = AgentEdit { email: Some(Email::parse(&address(to)).unwrap()), ..AgentEdit::default() };
            let known = next.get_mut(&id).map(|known| known.email = address(to));
            (known.is_some() && !taken(&next), store.edit_agent(id, edit, None).await.is_ok())
        }
        Op::Block(who, blocked) => {
            let id = id_of(&format!("p{who}"));
            let edit = AgentEdit { blocked: Some(blocked), ..AgentEdit::default() };
            let known = next.get_mut(&id).filter(|known| !known.removed).map(|known| known.blocked = blocked);
            (known.is_some(), store.edit_agent(id, edit, None).await.is_ok())
        }
        Op::BlockMany(who, blocked) => {
            let ids: Vec<AgentId> = who.iter().map(|who| id_of(&format!("p{who}"))).collect();
            for id in &ids {
                if let Some(known) = next.get_mut(id).filter(|known| !known.removed) {
                    known.blocked = blocked;
                }
            }
            let edit = BulkEdit { blocked: Some(blocked), ..BulkEdit::default() };
            (true, store.edit_agents(&ids, &edit).await.is_ok())
        }
        Op::SignIn(who, when) => {
            let id = id_of(&format!("p{who}"));
            let known = next.get_mut(&id).map(|known| known.sign_in = Some(at(when)));
            (known.is_some(), store.record_sign_in(id, at(when)).await.is_ok())
        }
    };
    assert_eq!(done, expected);
    if expected {
        *model = next;
    }
}

/// The import's write for what a person should become, if there is one.
fn plan(model: &mut Model, (who, write): (u8, Write)) -> Option<ImportWrite> {
    let who = format!("p{who}");
    let id = id_of(&who);
    match write {
        Write::Remove => {
            model.get_mut(&id)?.removed = true;
            Some(ImportWrite::Remove { id, cause: RemovalCause::Gone })
        }
        Write::Set { email, name, enabled } => {
            let state = if enabled { DirectoryState::Enabled } else { DirectoryState::Disabled };
            let (name, address) = (format!("Name {name}"), address(email));
            let email = Email::parse(&address).unwrap();
            let person = Person { name: name.clone(), email, state, ..person(&who) };
            let before = model.get(&id).cloned();
            let (blocked, sign_in) = before.as_ref().map_or((false, None), |known| (known.blocked, known.sign_in));
            let known = Known { name, email: address, local: false, blocked, enabled, removed: false, sign_in };
            model.insert(id, known);
            Some(match before {
                Some(_) => ImportWrite::Update { id, person },
                None => ImportWrite::Add { id, person, groups: BTreeSet::new(), role: Role::Support },
            })
        }
    }
}

fn of(agent: &Agent) -> Known {
    Known {
        name: agent.name.clone(),
        email: agent.email.key(),
        local: agent.is_local(),
        blocked: agent.blocked,
        enabled: agent.directory_state == DirectoryState::Enabled,
        removed: agent.removed.is_some(),
        sign_in: agent.last_sign_in_at,
    }
}

/// Everything the store shows, as text.
async fn seen(store: &Store) -> String {
    let mut seen = format!("{:?} {:?}\n", store.agent_counts().await.unwrap(), store.groups().await.unwrap());
    let states = AgentState::ALL.into_iter().map(Some).chain([None]);
    for state in states {
        for sort in AgentSort::ALL {
            let page = store.list_agents(&AgentQuery { state, sort, ..list() }).await.unwrap();
            seen.push_str(&format!("{state:?} {sort:?} {} {:?}\n", page.total, page.items));
        }
    }
    seen
}

async fn check(store: &Store, model: &Model) {
    let live = store.list_agents(&list()).await.unwrap();
    let removed = store.list_agents(&AgentQuery { state: Some(AgentState::Removed), ..list() }).await.unwrap();
    let shown: Model = live.items.iter().chain(&removed.items).map(|agent| (agent.id, of(agent))).collect();
    assert_eq!(shown, *model);
    assert!(live.items.iter().is_sorted_by_key(|agent| (agent.name.to_lowercase(), agent.id)));
    for text in ["a", "ame 1", "e1 name", "example.com 3", "zz"] {
        compare_with_a_scan(store, &live.items, text).await;
    }
    let counts = store.agent_counts().await.unwrap();
    assert_eq!((counts.total, live.total), (live.items.len() as u64, live.items.len() as u64));
    for email in 0..14 {
        let found = store.agent_by_email(&address(email)).await.unwrap().map(|agent| agent.id);
        assert_eq!(found, holder(model, email));
    }
}

/// What the index answers for a search is what a look at every record finds.
async fn compare_with_a_scan(store: &Store, live: &[Agent], text: &str) {
    let lines = |agent: &Agent| format!("{}\n{}", agent.name.to_lowercase(), agent.email.key());
    let is_found = |agent: &&Agent| text.split(' ').all(|word| lines(agent).contains(word));
    let mut expected: Vec<&Agent> = live.iter().filter(is_found).collect();
    for never_signed_in in [false, true] {
        expected.retain(|agent| !never_signed_in || agent.last_sign_in_at.is_none());
        let query = AgentQuery { text: text.into(), never_signed_in, ..list() };
        let page = store.list_agents(&query).await.unwrap();
        assert_eq!(page.items.iter().collect::<Vec<_>>(), expected, "{text} {never_signed_in}");
        assert_eq!(page.total as usize, expected.len());
        let by_email = store.list_agents(&AgentQuery { sort: AgentSort::Email, ..query }).await.unwrap();
        let mut sorted = expected.clone();
        sorted.sort_by_key(|agent| agent.email.key());
        assert_eq!(by_email.items.iter().collect::<Vec<_>>(), sorted, "{text} {never_signed_in}");
    }
}

#[test]
fn random_operations_agree_with_a_model_and_with_a_rescan() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_time().build().unwrap();
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&prop::collection::vec(op(), 1..40), |ops| {
        runtime.block_on(async {
            let (store, folder) = fresh().await;
            let import = Import::begin(&store).await;
            let mut model = Model::new();
            for op in ops {
                step(&store, &import, &mut model, op).await;
                check(&store, &model).await;
            }
            let before = seen(&store).await;
            drop((store, import));
            assert_eq!(seen(&open(&folder).await).await, before);
        });
        Ok(())
    });
    outcome.unwrap();
}
