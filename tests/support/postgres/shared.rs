//! The one server that all tests share, across processes, and databases on it.
//!
//! Starting a server takes a second, making a database a few hundredths of one. Everything goes by locks
//! on files, which the system gives back however a process ends:
//!
//! * `users` is shared by every process that needs the server, for as long as it lives; the supervisor
//!   takes it alone to end the server, so none is ever taken away from under a test.
//! * `starting` is held by the one that looks for the server and starts it.
//! * `supervisor` is held by the script that ends the server; where nobody holds it, another is started.
//!
//! `server` names the folder and the port, before there is anything in the folder: whoever finds one
//! that does not answer removes it.

use super::super::process::free_ports;
use super::installed::{self, Address};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use uuid::Uuid;

const SUPERVISE: &str = include_str!("supervise.sh");

/// An empty database of one test, on the shared server. Dropping it drops it there.
#[derive(Debug)]
pub struct Database {
    name: String,
    server: Address,
}

impl Database {
    /// With a name that no other has.
    pub async fn fresh() -> Database {
        let make = || {
            let server = server();
            let name = format!("muster_{}", Uuid::new_v4().simple());
            server.create_database(&name);
            Database { name, server }
        };
        tokio::task::spawn_blocking(make).await.unwrap()
    }

    /// For the panel, over TCP.
    pub fn url(&self) -> String {
        self.server.url(&self.name)
    }

    /// For the panel, over a Unix socket.
    pub fn socket_url(&self) -> String {
        self.server.socket_url(&self.name)
    }

    /// Its name, which is unique.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Does this as the superuser. Answers rows as lines, with `|` between columns.
    pub fn sql(&self, sql: &str) -> String {
        self.server.sql(&self.name, sql)
    }

    /// Does this as the superuser in the database `postgres` of the same server, for what is about
    /// databases, e.g. who is connected to this one.
    pub fn server_sql(&self, sql: &str) -> String {
        self.server.sql("postgres", sql)
    }

    /// Every row of every table, as table and row: where it lies, who wrote it last, its columns. An update
    /// that changes nothing shows too. Without the queue's list of workers, who say every few seconds that they are there.
    pub fn rows(&self) -> Vec<(String, String)> {
        let tables = "SELECT format('%I.%I', schemaname, tablename)::regclass FROM pg_tables
            WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND (schemaname, tablename) <> ('apalis', 'workers')
            ORDER BY 1";
        let tables = self.sql(tables);
        let rows = tables.lines().flat_map(|table| {
            let rows = self.sql(&format!("COPY (SELECT ctid, xmin, t.* FROM {table} t ORDER BY ctid) TO STDOUT"));
            rows.lines().map(|row| (table.to_owned(), row.to_owned())).collect::<Vec<_>>()
        });
        rows.collect()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        // A failure here would hide the one that the test found.
        let _ = self.server.psql("postgres", &drop).output();
    }
}

/// The shared server, which stays for as long as this process lives.
fn server() -> Address {
    static JOINED: OnceLock<(Address, File)> = OnceLock::new();
    JOINED.get_or_init(join).0.clone()
}

fn join() -> (Address, File) {
    let state = Path::new(env!("CARGO_TARGET_TMPDIR")).join("postgres");
    std::fs::create_dir_all(&state).unwrap();
    let users = lock_file(&state, "users");
    users.lock_shared().unwrap();
    let starting = lock_file(&state, "starting");
    starting.lock().unwrap();
    let address = running(&state).unwrap_or_else(|| start(&state));
    (address, users)
}

fn lock_file(state: &Path, name: &str) -> File {
    File::options().create(true).truncate(false).write(true).open(state.join(name)).unwrap()
}

/// The server that runs already, under supervision. One that does not answer is removed.
fn running(state: &Path) -> Option<Address> {
    let named = std::fs::read_to_string(state.join("server")).ok()?;
    let (folder, port) = named.trim_end().split_once('\n')?;
    let address = Address { folder: PathBuf::from(folder), port: port.parse().ok()? };
    if address.is_ready() && (is_supervised(state) || supervise(state, &address).is_ok()) {
        return Some(address);
    }
    let _ = installed::server("pg_ctl").args(["stop", "-m", "immediate", "-D"]).arg(address.data()).output();
    let _ = std::fs::remove_dir_all(&address.folder);
    None
}

fn is_supervised(state: &Path) -> bool {
    matches!(lock_file(state, "supervisor").try_lock(), Err(TryLockError::WouldBlock))
}

fn start(state: &Path) -> Address {
    let folder = installed::folder().keep();
    write_down(state, &folder, 0);
    installed::init(&folder, "", installed::EVERYONE);
    let mut said = String::new();
    for _ in 0..5 {
        // Someone else may take the port before PostgreSQL does.
        let [port] = free_ports();
        write_down(state, &folder, port);
        let address = Address { folder: folder.clone(), port };
        match supervise(state, &address) {
            Ok(()) => return address,
            Err(failure) => said = failure,
        }
    }
    panic!("PostgreSQL does not start: {said}");
}

fn write_down(state: &Path, folder: &Path, port: u16) {
    let new = state.join("server.new");
    std::fs::write(&new, format!("{}\n{port}\n", folder.display())).unwrap();
    std::fs::rename(new, state.join("server")).unwrap();
}

/// Starts the script that starts the server, in a session of its own: it outlives this process, and a
/// test runner that ends or waits for this one's children must not mean it.
fn supervise(state: &Path, address: &Address) -> Result<(), String> {
    let pg_ctl = installed::server("pg_ctl");
    let mut script = installed::undisturbed(Command::new("setsid"));
    script.args(["--fork", "bash", "-c", SUPERVISE, "supervise.sh"]);
    script.arg(state).arg(&address.folder).arg(address.port.to_string()).arg(pg_ctl.get_program());
    // Read to its end, which comes with "ready".
    let output = script.args(pg_ctl.get_args()).output().expect("setsid (Debian: util-linux) should be installed");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if said.ends_with("ready\n") { Ok(()) } else { Err(said + &String::from_utf8_lossy(&output.stderr)) }
}
