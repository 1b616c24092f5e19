//! The demo directory: an LDAP server inside the process that serves made-up people from a file.
//!
//! It is there so that the panel can be tried without a directory, and so that people coming, going and
//! changing can be watched: the file is read again at each search. It speaks only on loopback, knows no
//! encryption and changes nothing.

mod filter;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod people;
mod search;
mod server;
mod session;
mod tree;

use std::io;
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;
use tokio_util::sync::{CancellationToken, DropGuard};

/// Where the directory's names begin.
pub const BASE_DN: &str = "dc=demo,dc=test";
/// The service account that may read it.
pub const BIND_DN: &str = "cn=reader,dc=demo,dc=test";
/// The service account's password.
pub const BIND_PASSWORD: &str = "reader";

const PEOPLE_DN: &str = "ou=people,dc=demo,dc=test";
const GROUPS_DN: &str = "ou=groups,dc=demo,dc=test";

/// A demo directory that serves until it is dropped.
#[derive(Debug)]
pub struct DemoDirectory {
    port: u16,
    sample: (String, String),
    _stop: DropGuard,
}

impl DemoDirectory {
    /// Writes the people who come with the program to `path`, over what is there.
    pub fn write_people_file(path: &Path) -> io::Result<()> {
        std::fs::write(path, people::EMBEDDED)
    }

    /// Serves the people file on a free port of 127.0.0.1. Fails where there is no such file, or it is
    /// broken; once started, a broken edit makes searches fail and nothing else.
    pub async fn start(people_file: impl Into<PathBuf>) -> io::Result<DemoDirectory> {
        let path = people_file.into();
        let people = people::read(&path).await.map_err(|broken| io::Error::new(io::ErrorKind::InvalidData, broken))?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let stop = CancellationToken::new();
        tokio::spawn(server::serve(listener, path, stop.clone()));
        Ok(DemoDirectory { port, sample: sample_of(&people), _stop: stop.drop_guard() })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Email and password of someone who can sign in once imported: the first of the people file (as it
    /// was at the start) who is allowed to. Empty texts where there is nobody.
    pub fn sample_agent(&self) -> (&str, &str) {
        (&self.sample.0, &self.sample.1)
    }
}

fn sample_of(people: &people::PeopleFile) -> (String, String) {
    let able = |person: &people::Person| {
        let (mail, password) = (person.mail.first()?, person.password.as_ref()?);
        (!person.disabled && !password.is_empty()).then(|| (mail.clone(), password.clone()))
    };
    people.people.iter().find_map(able).unwrap_or_default()
}

#[cfg(test)]
mod tests;
