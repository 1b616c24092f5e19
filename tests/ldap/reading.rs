//! Reading people from a healthy server: what is asked for, and what an early end means.

use crate::reader::{read, to, to_script};
use crate::support::entries::{Entries, is_people_search};
use crate::support::openldap::OpenLdap;
use ldap3_proto::proto::LdapOp;
use muster::ldap::Connection;
use muster::model::{AttributeName, ConnectionFailure};

#[tokio::test]
async fn a_size_limit_is_an_error_after_what_it_let_through_and_stays_one() {
    let directory = OpenLdap::builder().people(510).start().await;
    let mut access = to(&directory);
    access.settings.bind_dn = OpenLdap::account("limited");
    access.bind_password = "limitedpw".into();
    let mut connection = Connection::open(&access).await.unwrap();
    let mut search = connection.people().await.unwrap();
    for _ in 0..500 {
        assert!(search.next().await.unwrap().is_some());
    }
    let failed = search.next().await.unwrap_err();
    assert_eq!(failed.failure, ConnectionFailure::ServerLimit { result_code: 4, after: 500 });
    assert_eq!(search.next().await.unwrap_err(), failed);
}

#[tokio::test]
async fn a_search_that_is_dropped_ends_its_connection() {
    let directory = OpenLdap::builder().people(1500).start().await;
    let mut connection = Connection::open(&to(&directory)).await.unwrap();
    let mut search = connection.people().await.unwrap();
    assert!(search.next().await.unwrap().is_some());
    drop(search);
    let failed = connection.people().await.unwrap().next().await.unwrap_err().failure;
    assert!(matches!(failed, ConnectionFailure::ConnectionLost { .. }), "{failed:?}");
}

#[tokio::test]
async fn a_password_is_not_asked_for_even_where_the_settings_name_it() {
    let server = Entries::people(&["anna"]).serve().await;
    let mut access = to_script(&server);
    access.settings.phone_attribute = Some(AttributeName::parse("userPassword").unwrap());
    access.settings.mail_attribute = Some(AttributeName::parse("proxyMail").unwrap());
    assert_eq!(read(&access).await.unwrap().len(), 1);
    let requests = server.requests();
    let search = requests.iter().find(|request| is_people_search(request)).unwrap();
    let LdapOp::SearchRequest(search) = &search.op else { panic!("{search:?}") };
    assert!(search.attrs.contains(&"proxyMail".to_owned()), "{:?}", search.attrs);
    assert!(!search.attrs.iter().any(|name| name.eq_ignore_ascii_case("userPassword")), "{:?}", search.attrs);
}
