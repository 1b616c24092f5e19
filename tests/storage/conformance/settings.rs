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
    assert_eq!(store.ldap_settings().await.unwrap(), None);
    assert_eq!(store.save_ldap_settings(&value, Some(0)).await.unwrap(), 1);
    assert_eq!(store.save_ldap_settings(&value, Some(1)).await.unwrap(), 2);
    let value = LdapSettings { enabled: false, ..value };
    assert_eq!(store.save_ldap_settings(&value, None).await.unwrap(), 3);
    assert_eq!(store.ldap_settings().await.unwrap(), Some(Versioned { version: 3, value }));
}

pub(crate) async fn settings_of_an_older_version_are_refused(store: Store) {
    let value = settings(first_group(&store).await);
    store.save_ldap_settings(&value, Some(0)).await.unwrap();
    let other = LdapSettings { enabled: false, ..value.clone() };
    let outcome = store.save_ldap_settings(&other, Some(0)).await;
    assert!(matches!(outcome, Err(StorageError::Conflict { current: 1 })), "{outcome:?}");
    assert_eq!(store.ldap_settings().await.unwrap(), Some(Versioned { version: 1, value }));
}

pub(crate) async fn settings_need_a_default_group_that_is_there(store: Store) {
    let outcome = store.save_ldap_settings(&settings(GroupId(99)), None).await;
    assert!(matches!(outcome, Err(StorageError::NotFound)), "{outcome:?}");
    assert_eq!(store.ldap_settings().await.unwrap(), None);
}
