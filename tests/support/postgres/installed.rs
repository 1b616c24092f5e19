//! Where PostgreSQL's programs are, as whom a server runs, and how one is asked from outside.

use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// What every server of the tests is told. Nothing here outlives a power cut, which no test makes: a
/// killed process loses nothing without fsync. Shared memory lies in files, which go with the folder.
const SETTINGS: &str = "
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 300
autovacuum = on
dynamic_shared_memory_type = mmap
";

/// Who may connect over TCP where nothing else is asked for. Nobody reaches it from elsewhere.
pub(super) const EVERYONE: &str = "host all all 127.0.0.1/32 trust";

/// The role that owns databases. The panel is nobody's superuser.
pub(super) const ROLE: &str = "muster";

/// The folder of the newest PostgreSQL that Debian has installed, else of the one on the path.
fn programs() -> &'static Path {
    static FOUND: OnceLock<PathBuf> = OnceLock::new();
    FOUND.get_or_init(|| {
        let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
        let version = |folder: &PathBuf| folder.file_name()?.to_str()?.parse::<u32>().ok();
        let newest = versions.map(|entry| entry.path()).filter(|path| has_server(&path.join("bin")));
        let newest = newest.max_by_key(version).map(|path| path.join("bin"));
        newest.or_else(on_path).expect("PostgreSQL (Debian: postgresql) should be installed")
    })
}

fn has_server(folder: &Path) -> bool {
    folder.join("initdb").exists() && folder.join("pg_ctl").exists()
}

/// What is found there may be a link to the folder with the other programs.
fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folder = std::env::split_paths(&path).find(|folder| has_server(folder))?;
    folder.join("initdb").canonicalize().ok()?.parent().map(Path::to_owned)
}

/// A program of PostgreSQL, told nothing by the environment.
pub(super) fn client(program: &str) -> Command {
    undisturbed(Command::new(programs().join(program)))
}

/// The same as the user a server runs as: PostgreSQL refuses to be run by root.
pub(super) fn server(program: &str) -> Command {
    let Some((user, group)) = server_user() else { return client(program) };
    let mut command = Command::new("setpriv");
    command.args([format!("--reuid={user}"), format!("--regid={group}"), "--clear-groups".into()]);
    command.arg(programs().join(program));
    undisturbed(command)
}

/// Takes what PostgreSQL reads out of a command's environment.
pub(super) fn undisturbed(mut command: Command) -> Command {
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PG")) {
        command.env_remove(name);
    }
    // A server's user may not look into the folder that the test runs in.
    command.current_dir("/").stdin(Stdio::null());
    command
}

/// User and group of the servers that root starts: `postgres` where it exists, else `nobody`.
fn server_user() -> Option<(u32, u32)> {
    if std::fs::metadata("/proc/self").unwrap().uid() != 0 {
        return None;
    }
    let users = std::fs::read_to_string("/etc/passwd").unwrap();
    let ids = |name: &str| {
        let fields: Vec<&str> =
            users.lines().map(|line| line.split(':').collect()).find(|of: &Vec<_>| of[0] == name)?;
        Some((fields[2].parse().ok()?, fields[3].parse().ok()?))
    };
    Some(ids("postgres").or_else(|| ids("nobody")).expect("there should be a user postgres or nobody"))
}

/// A folder for one server, in the system's temporary one: the path of a socket has to be short.
pub(super) fn folder() -> TempDir {
    let folder = tempfile::Builder::new().prefix("muster-postgres-").tempdir().unwrap();
    give(folder.path());
    folder
}

/// Gives a file to the user a server runs as.
pub(super) fn give(path: &Path) {
    if let Some((user, group)) = server_user() {
        chown(path, Some(user), Some(group)).unwrap();
    }
}

/// Makes `data` in a server's folder, with the role, these settings more, and this line of pg_hba.conf
/// on who comes in over TCP. The support code comes over the socket.
pub(super) fn init(folder: &Path, settings: &str, access: &str) {
    let data = folder.join("data");
    let mut initdb = server("initdb");
    initdb.args(["--username=postgres", "--auth=trust", "--locale=C.UTF-8", "--encoding=UTF8", "--no-sync"]);
    finish(initdb.arg("-D").arg(&data));
    let file = data.join("postgresql.conf");
    let defaults = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("{defaults}{SETTINGS}{settings}")).unwrap();
    let access = format!("local all all trust\nlocal replication all trust\n{access}\n");
    std::fs::write(data.join("pg_hba.conf"), access).unwrap();

    // Without a server, so that none is ever seen without the role.
    let role = data.join("role.sql");
    std::fs::write(&role, format!("CREATE ROLE {ROLE} LOGIN;\n")).unwrap();
    let mut single = server("postgres");
    single.arg("--single").arg("-D").arg(&data).arg("postgres");
    finish(single.stdin(std::fs::File::open(&role).unwrap()));
    std::fs::remove_file(role).unwrap();
}

/// Runs a program to its end, which must be good. Answers what it printed.
pub(super) fn finish(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {said}");
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

/// Where a server listens.
#[derive(Debug, Clone)]
pub(super) struct Address {
    /// The server's folder, with its socket and `data`.
    pub(super) folder: PathBuf,
    /// On 127.0.0.1; the socket's name has it too.
    pub(super) port: u16,
}

impl Address {
    pub(super) fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Whether it takes connections.
    pub(super) fn is_ready(&self) -> bool {
        let mut asked = client("pg_isready");
        asked.arg("-q").arg("-h").arg(&self.folder).args(["-p", &self.port.to_string()]);
        asked.status().unwrap().success()
    }

    /// Does this as the superuser; answers rows as lines, columns with `|` between them.
    pub(super) fn sql(&self, database: &str, sql: &str) -> String {
        finish(&mut self.psql(database, sql))
    }

    pub(super) fn psql(&self, database: &str, sql: &str) -> Command {
        let mut psql = client("psql");
        psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", "postgres"]);
        psql.arg("-h").arg(&self.folder).args(["-p", &self.port.to_string(), "-d", database, "-c", sql]);
        psql
    }

    pub(super) fn create_database(&self, name: &str) {
        self.sql("postgres", &format!("CREATE DATABASE {name} OWNER {ROLE} TEMPLATE template0"));
    }

    /// As the role, over TCP.
    pub(super) fn url(&self, database: &str) -> String {
        format!("postgres://{ROLE}@127.0.0.1:{}/{database}", self.port)
    }

    /// As the role, over the Unix socket.
    pub(super) fn socket_url(&self, database: &str) -> String {
        let folder = self.folder.to_str().unwrap().replace('/', "%2F");
        format!("postgres://{ROLE}@{folder}:{}/{database}", self.port)
    }
}
