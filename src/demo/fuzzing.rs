//! What a client sends to the demo directory.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::filter::matches;
use super::tree::Entry;
use ldap3_proto::LdapCodec;
use ldap3_proto::proto::{LdapFilter, LdapOp};
use tokio_util::bytes::BytesMut;
use tokio_util::codec::Decoder;

/// A request from the socket, or a filter as text: an entry matches it or not, and never it and its opposite.
pub(crate) fn request(bytes: &[u8]) {
    let mut buffer = BytesMut::from(bytes);
    if let Ok(Some(message)) = LdapCodec::new(Some(1 << 20), None).decode(&mut buffer)
        && let LdapOp::SearchRequest(search) = message.op
    {
        holds(search.filter);
    }
    let text = crate::fuzzing::text(bytes);
    // The parser of the library recurses; from the socket only its binary form comes, which has a limit.
    if text.len() < 512
        && let Ok(filter) = ldap3_proto::parse_ldap_filter_str(text)
    {
        holds(filter);
    }
}

fn holds(filter: LdapFilter) {
    let entry = Entry::new("uid=olga,ou=people,dc=demo,dc=test")
        .with("objectClass", ["person", "inetOrgPerson"])
        .with("uid", ["olga"])
        .with("cn", ["Ольга  Березнякова"])
        .with("userAccountControl", ["514"])
        .with("memberOf", ["cn=night shift,ou=groups,dc=demo,dc=test"]);
    let does = matches(&entry, &filter);
    let twice = LdapFilter::And(vec![filter.clone(), filter.clone()]);
    assert_eq!(matches(&entry, &twice), does);
    assert_eq!(matches(&entry, &LdapFilter::Or(vec![filter.clone()])), does);
    assert!(!(does && matches(&entry, &LdapFilter::Not(Box::new(filter)))));
}
