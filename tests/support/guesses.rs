//! Somebody who guesses.

use super::company::Company;
use super::http::Visitor;
use ldap3::LdapConnAsync;

/// What a hundred guesses at an account were answered, each from a browser of its own: how many were judged, and
/// how many had to wait.
pub async fn a_hundred(company: &Company, email: &str) -> (usize, usize) {
    let mut statuses = Vec::new();
    for number in 0..100 {
        let visitor = Visitor::new(&company.panel);
        statuses.push(visitor.sign_in(email, &format!("guess {number}")).await.status);
    }
    let count = |wanted: u16| statuses.iter().filter(|status| **status == wanted).count();
    assert_eq!(count(422) + count(429), 100, "{statuses:?}");
    (count(422), count(429))
}

/// The result code of a bind at the server itself: 0 is right, 49 wrong, or locked.
pub async fn bind(url: &str, dn: &str, password: &str) -> u32 {
    let (connection, mut ldap) = LdapConnAsync::new(url).await.unwrap();
    ldap3::drive!(connection);
    ldap.simple_bind(dn, password).await.unwrap().rc
}
