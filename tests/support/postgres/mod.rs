//! Real PostgreSQL servers: one that all tests share, with a [`Database`] for each of them, and a
//! [`Postgres`] of one test alone, for what would disturb others.

mod builder;
mod installed;
mod shared;

pub use builder::Builder;
pub use shared::Database;

use super::process::{children, signal_all, within};
use installed::{Address, client, finish};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// A first start, or one after a crash.
const START: Duration = Duration::from_secs(30);
/// For a standby to have what its primary has.
const FOLLOW: Duration = Duration::from_secs(20);

/// A server of one test, with an empty database `muster`. Dropping it ends it and removes its folder.
pub struct Postgres {
    process: Option<Child>,
    /// On 127.0.0.1.
    pub port: u16,
    password: Option<String>,
    address: Address,
    folder: TempDir,
}

impl Postgres {
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// With the usual settings.
    pub async fn own() -> Postgres {
        Postgres::builder().start().await
    }

    /// For the panel, over TCP, with the password where there is one. `muster` is a database that is there.
    pub fn url(&self, database: &str) -> String {
        let url = self.address.url(database);
        match &self.password {
            Some(password) => url.replacen('@', &format!(":{password}@"), 1),
            None => url,
        }
    }

    /// For the panel, over a Unix socket, which asks for no password.
    pub fn socket_url(&self, database: &str) -> String {
        self.address.socket_url(database)
    }

    /// Does this as the superuser. Answers rows as lines, with `|` between columns.
    pub fn sql(&self, database: &str, sql: &str) -> String {
        self.address.sql(database, sql)
    }

    /// Another empty database.
    pub fn create_database(&self, name: &str) {
        self.address.create_database(name);
    }

    /// Everything it wrote to its log.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// Ends it as an administrator does: connections are cut with a word why, everything is written.
    pub fn stop(&mut self) {
        self.end("INT");
    }

    /// Ends it at once, all its processes, as a crash of the machine does; connections get no word.
    pub fn kill(&mut self) {
        let mut process = self.process.take().expect("PostgreSQL should be running");
        let segment = self.shared_memory();
        signal_all("KILL", &processes(&process));
        process.wait().unwrap();
        // It outlives its processes, and there may be only so many.
        if let Some(segment) = segment {
            let _ = Command::new("ipcrm").args(["-m", &segment]).stderr(Stdio::null()).status();
        }
    }

    /// Brings it back on the same port after [`Postgres::stop`] or [`Postgres::kill`].
    pub async fn start_again(&mut self) {
        assert!(self.process.is_none(), "PostgreSQL still runs");
        assert!(self.run().await, "the port should still be free:\n{}", self.log());
    }

    /// Stops answering without closing anything, until [`Postgres::thaw`].
    pub fn freeze(&self) {
        // The first one first, or it would start more of them.
        let process = self.process.as_ref().expect("PostgreSQL should be running");
        signal_all("STOP", &[process.id()]);
        signal_all("STOP", &processes(process));
    }

    /// Goes on after [`Postgres::freeze`].
    pub fn thaw(&self) {
        signal_all("CONT", &processes(self.process.as_ref().expect("PostgreSQL should be running")));
    }

    /// A second server that follows this one and can be read from; returns when it does.
    pub async fn standby(&self) -> Postgres {
        let folder = installed::folder();
        let mut copy = installed::server("pg_basebackup");
        copy.arg("-h").arg(&self.address.folder).args(["-p", &self.port.to_string(), "-U", "postgres"]);
        copy.args(["--write-recovery-conf", "--checkpoint=fast", "--no-sync"]);
        finish(copy.arg("-D").arg(folder.path().join("data")));
        let standby = Postgres::start_on_free_port(folder, self.password.clone()).await;
        within(FOLLOW, "the standby to follow", async || {
            !self.sql("postgres", "SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'").is_empty()
        })
        .await;
        standby
    }

    /// From here on a commit is answered when a standby has it too, and waits while there is none.
    pub async fn commit_on_standbys_too(&self) {
        self.sql("postgres", "ALTER SYSTEM SET synchronous_standby_names = '*'");
        self.sql("postgres", "ALTER SYSTEM SET synchronous_commit = on");
        self.sql("postgres", "SELECT pg_reload_conf()");
        within(FOLLOW, "the standby to be synchronous", async || {
            !self.sql("postgres", "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'").is_empty()
        })
        .await;
    }

    /// Waits until a standby shows all that this one has committed.
    pub async fn followed_by(&self, standby: &Postgres) {
        let position = self.sql("postgres", "SELECT pg_current_wal_insert_lsn()");
        let there = format!("SELECT pg_last_wal_replay_lsn() >= '{position}'");
        within(FOLLOW, "the standby to catch up", async || standby.sql("postgres", &there) == "t").await;
    }

    /// Makes a standby a server that takes writes; returns when it does.
    pub fn promote(&self) {
        assert_eq!(self.sql("postgres", "SELECT pg_promote()"), "t", "the standby was not promoted");
    }

    async fn start_on_free_port(folder: TempDir, password: Option<String>) -> Postgres {
        let address = Address { folder: folder.path().to_owned(), port: 0 };
        let mut server = Postgres { process: None, port: 0, password, address, folder };
        for _ in 0..5 {
            // Someone else may take the port before PostgreSQL does.
            [server.port] = super::process::free_ports();
            server.address.port = server.port;
            if server.run().await {
                return server;
            }
        }
        panic!("PostgreSQL does not start:\n{}", server.log());
    }

    /// Runs it until it takes connections. `false`: it ended at once.
    async fn run(&mut self) -> bool {
        let log = std::fs::File::options().create(true).append(true).open(self.folder.path().join("log")).unwrap();
        let mut postgres = installed::server("postgres");
        postgres.arg("-D").arg(self.address.data()).args(["-p", &self.port.to_string(), "-k"]).arg(self.folder.path());
        postgres.args(["-c", "listen_addresses=127.0.0.1"]).stdout(log.try_clone().unwrap()).stderr(log);
        let process = self.process.insert(postgres.spawn().expect("setpriv (Debian: util-linux) should be installed"));
        let mut running = true;
        within(START, "PostgreSQL to answer", async || {
            running = process.try_wait().unwrap().is_none();
            !running || self.address.is_ready()
        })
        .await;
        if !running {
            self.process = None;
        }
        running
    }

    fn end(&mut self, signal: &str) {
        let mut process = self.process.take().expect("PostgreSQL should be running");
        signal_all(signal, &[process.id()]);
        process.wait().unwrap();
    }

    /// The number of the piece of System V memory that tells PostgreSQL whether another one is at work.
    fn shared_memory(&self) -> Option<String> {
        let notes = std::fs::read_to_string(self.address.data().join("postmaster.pid")).ok()?;
        notes.lines().nth(6)?.split_whitespace().nth(1).map(str::to_owned)
    }
}

/// What a server answers whoever comes by this URL, or why it does not. libpq reads the same URLs as the panel.
pub fn ask(url: &str, sql: &str) -> Result<String, String> {
    let output = client("psql").args(["-X", "-q", "-A", "-t", "-c", sql, url]).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(process) = &self.process {
            signal_all("CONT", &processes(process));
            self.end("QUIT");
        }
    }
}

/// A server's first process and all that it started.
fn processes(first: &Child) -> Vec<u32> {
    [first.id()].into_iter().chain(children(first.id())).collect()
}
