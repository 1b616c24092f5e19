#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::test_store::{TestStore, agent, person};
use Question::{CouldSignIn, WouldBeImported};

/// Anna's entry, about which the directory has nothing to say.
fn entry() -> LookedUp {
    let anna = person("anna");
    LookedUp {
        dn: anna.dn.clone(),
        guid: Some(anna.guid.clone()),
        found: Ok(anna),
        fields: Vec::new(),
        place: Place { within_base: true, matches_filter: true, group: GroupPlace::NotAsked },
        rules: Vec::new(),
        groups: Vec::new(),
        more_groups: false,
        state: StateReading { state: DirectoryState::Enabled, evidence: None },
        verdicts: vec![
            Verdict { question: WouldBeImported, objection: None },
            Verdict { question: CouldSignIn, objection: None },
        ],
    }
}

fn joined(agent: Option<&Agent>, owner: Option<&Agent>, enabled: bool) -> [String; 2] {
    let store = TestStore::configured(&SecretKey::random());
    let settings = LdapSettings { enabled, ..store.lock().settings.clone().unwrap() };
    let mut entry = entry();
    join(&mut entry, agent, owner, &settings);
    [WouldBeImported, CouldSignIn].map(|question| entry.objection(question).unwrap_or("yes").to_owned())
}

#[test]
fn what_the_panel_knows_completes_the_answers() {
    let anna = agent("anna", None);
    assert_eq!(joined(Some(&anna), Some(&anna), true), ["yes", "yes"]);
    let off = "LDAP is switched off in the settings.";
    assert_eq!(joined(Some(&anna), Some(&anna), false), [off, off]);
    let [imported, signed_in] = joined(None, None, true);
    assert!(imported == "yes" && signed_in.starts_with("No agent has this GUID yet"), "{signed_in}");
    let blocked = Agent { blocked: true, ..anna.clone() };
    assert_eq!(
        joined(Some(&blocked), Some(&blocked), true),
        ["yes", "An administrator blocked sign-in for this agent."]
    );
    let disabled = Agent { directory_state: DirectoryState::Disabled, ..anna.clone() };
    assert!(joined(Some(&disabled), None, true)[1].starts_with("At the last import the account was switched off"));
    let local = Agent { source: Source::Local, ..agent("bert", None) };
    assert!(joined(Some(&anna), Some(&local), true)[0].contains("is that of the local agent"));
}

#[tokio::test]
async fn an_agent_is_found_by_the_guid_also_of_a_time_when_its_attribute_was_not_noted() {
    let store = TestStore::configured(&SecretKey::random());
    let anna = store.keep(agent("anna", None));
    let bert = store.keep(Agent { guid_attribute: Some("entryuuid".into()), ..agent("bert", None) });
    let of = |id| store.lock().agents[&id].source.clone();
    let guids = [of(anna), of(bert)].map(|source| match source {
        Source::Ldap { guid, .. } => guid,
        Source::Local => Guid::from_canonical("none"),
    });
    let store: Store = store;
    let found = async |guid: &Guid, attribute: &str| {
        agent_with(&store, DirectoryId::FIRST, guid, attribute).await.unwrap().map(|agent| agent.id)
    };
    assert_eq!(found(&guids[0], "entryuuid").await, Some(anna));
    assert_eq!((found(&guids[1], "entryuuid").await, found(&guids[1], "uid").await), (Some(bert), None));
    assert_eq!(found(&Guid::from_canonical("nobody"), "entryuuid").await, None);
}
