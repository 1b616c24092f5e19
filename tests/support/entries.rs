//! A few people for a scripted server, which a test may change at any time.

use super::openldap::{BIND_DN, BIND_PASSWORD, PEOPLE_DN};
use super::scripted::{Answer, ScriptedLdap, bind_result, done, entry, plainly};
use ldap3_proto::proto::{LdapBindCred, LdapFilter, LdapMsg, LdapOp, LdapResultCode, LdapSearchScope};
use std::sync::{Arc, Mutex};

/// An entry as it is answered.
#[derive(Debug, Clone)]
pub struct Entry {
    pub dn: String,
    pub attributes: Vec<(String, String)>,
}

impl Entry {
    /// A person with a GUID, a name and a mail made from `uid`; the password is `pw-<uid>`.
    pub fn person(uid: &str) -> Entry {
        let attributes = [
            ("uid", uid.to_owned()),
            ("entryUUID", uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, uid.as_bytes()).to_string()),
            ("cn", format!("Person {uid}")),
            ("mail", format!("{uid}@example.test")),
        ];
        let attributes = attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Entry { dn: format!("uid={uid},{PEOPLE_DN}"), attributes }
    }

    /// With another value, or, where it is empty, without one.
    pub fn with(mut self, name: &str, value: &str) -> Entry {
        self.attributes.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.attributes.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    pub fn at(mut self, dn: &str) -> Entry {
        self.dn = dn.to_owned();
        self
    }

    pub fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn answer(&self) -> Answer {
        let attributes: Vec<_> = self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        entry(&self.dn, &attributes)
    }
}

/// What a scripted server holds.
#[derive(Debug, Clone, Default)]
pub struct Entries(Arc<Mutex<Vec<Entry>>>);

impl Entries {
    /// Persons made from these uids.
    pub fn people(uids: &[&str]) -> Entries {
        let entries = Entries::default();
        entries.set(uids.iter().map(|uid| Entry::person(uid)).collect());
        entries
    }

    pub fn set(&self, entries: Vec<Entry>) {
        *self.0.lock().unwrap() = entries;
    }

    pub fn all(&self) -> Vec<Entry> {
        self.0.lock().unwrap().clone()
    }

    /// A server that answers as a healthy one with these entries would.
    pub async fn serve(&self) -> ScriptedLdap {
        let entries = self.clone();
        ScriptedLdap::start(move |request| entries.answer(request)).await
    }

    /// What a healthy server with these entries would say.
    pub fn answer(&self, request: &LdapMsg) -> Vec<Answer> {
        match &request.op {
            LdapOp::BindRequest(bind) => {
                let LdapBindCred::Simple(password) = &bind.cred else { return vec![Answer::Close] };
                let of_person = self.all().into_iter().any(|entry| {
                    entry.dn == bind.dn && entry.value("uid").is_some_and(|uid| *password == format!("pw-{uid}"))
                });
                let right = (bind.dn == BIND_DN && password == BIND_PASSWORD) || of_person;
                let code = if right { LdapResultCode::Success } else { LdapResultCode::InvalidCredentials };
                vec![bind_result(code, "")]
            }
            LdapOp::SearchRequest(search) if search.scope == LdapSearchScope::Subtree => {
                let guids = guids_in(&search.filter);
                let asked_for = |entry: &Entry| entry.value("entryUUID").is_some_and(|guid| guids.contains(&guid));
                let found = self.all().into_iter().filter(|entry| guids.is_empty() || asked_for(entry));
                let mut answers: Vec<Answer> = found.map(|entry| entry.answer()).collect();
                answers.push(done(LdapResultCode::Success, ""));
                answers
            }
            _ => plainly(request),
        }
    }
}

/// Whether this asks for everyone.
pub fn is_people_search(request: &LdapMsg) -> bool {
    matches!(&request.op, LdapOp::SearchRequest(search)
        if search.scope == LdapSearchScope::Subtree && guids_in(&search.filter).is_empty())
}

/// The DNs of all binds so far but the service account's.
pub fn binds_of_people(server: &ScriptedLdap) -> Vec<String> {
    let requests = server.requests().into_iter();
    let binds = requests.filter_map(|request| match request.op {
        LdapOp::BindRequest(bind) if bind.dn != BIND_DN => Some(bind.dn),
        _ => None,
    });
    binds.collect()
}

/// The GUIDs that a filter asks for.
fn guids_in(filter: &LdapFilter) -> Vec<&str> {
    match filter {
        LdapFilter::And(parts) | LdapFilter::Or(parts) => parts.iter().flat_map(guids_in).collect(),
        LdapFilter::Equality(name, value) if name == "entryUUID" => vec![value],
        _ => Vec::new(),
    }
}
