use super::cast::*;
use muster::model::*;
use muster::storage::*;

/// Settings with this default group.
pub(crate) fn settings(default_group: GroupId) -> LdapSettings {
    LdapSettings {
        security: TransportSecurity::StartTls,
        ..LdapSettings::new(
            HostList::parse("ldap.example.com").unwrap().0,
            "cn=panel,dc=example,dc=com",
            SealedSecret("sealed".into()),
            default_group,
        )
    }
}

pub(crate) async fn settings_count_their_versions(store: Store) {
    let value = settings(first_group(&store).await);
    assert_eq!(store.directories().await.unwrap(), []);
    let first = store.create_directory(&value, Some(0)).await.unwrap();
    assert_eq!((first.id, first.version), (DirectoryId::FIRST, 1));
    assert_eq!(store.save_directory(first.id, &value, Some(1)).await.unwrap(), 2);
    let settings = LdapSettings { enabled: false, ..value };
    assert_eq!(store.save_directory(first.id, &settings, None).await.unwrap(), 3);
    let saved = Directory { id: first.id, version: 3, settings };
    assert_eq!(store.directory(first.id).await.unwrap(), Some(saved.clone()));
    assert_eq!(store.directories().await.unwrap(), [saved]);
}

pub(crate) async fn settings_of_an_older_version_are_refused(store: Store) {
    let value = settings(first_group(&store).await);
    let first = store.create_directory(&value, Some(0)).await.unwrap();
    let other = LdapSettings { enabled: false, ..value.clone() };
    let outcome = store.save_directory(first.id, &other, Some(0)).await;
    assert!(matches!(outcome, Err(StorageError::Conflict { current: 1 })), "{outcome:?}");
    assert_eq!(store.directories().await.unwrap(), [first]);
}

pub(crate) async fn settings_need_a_default_group_that_is_there(store: Store) {
    let outcome = store.create_directory(&settings(GroupId(99)), None).await;
    assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
    assert_eq!(store.directories().await.unwrap(), []);
    let first = store.create_directory(&settings(first_group(&store).await), None).await.unwrap();
    let outcome = store.save_directory(first.id, &settings(GroupId(99)), None).await;
    assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
    assert_eq!(store.directories().await.unwrap(), [first]);
}
