//! The real binary, serving on a free port with a throw-away data folder, and in the suite that is about it
//! with a throw-away database.

use super::files;
use super::postgres::Database;
use super::process::{Guarded, Output};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

const START: Duration = Duration::from_secs(30);
/// The panel gives running requests 10 seconds.
const STOP: Duration = Duration::from_secs(20);

/// Whether a panel's store is a PostgreSQL database where the test says nothing else: `panel_on_postgres` is
/// the very files of `panel`, compiled a second time, so no test is missing there.
fn suite_is_on_postgres() -> bool {
    env!("CARGO_CRATE_NAME") == "panel_on_postgres"
}

/// Values by table and key.
pub type Records = BTreeMap<(String, Vec<u8>), Vec<u8>>;

/// A running panel. Dropping it kills it and removes its data.
pub struct Panel {
    // Before the folder, so that the process ends before its files go.
    process: Option<Guarded>,
    /// Where it listens: `http://127.0.0.1:PORT`.
    pub url: String,
    /// Everything it printed, to stdout and stderr, since it was started last.
    pub log: Output,
    environment: Vec<(String, String)>,
    // `None`: in the data folder, or where the environment says.
    database: Option<Arc<Database>>,
    data: TempDir,
}

impl Panel {
    /// With default settings.
    pub async fn start() -> Panel {
        Panel::with(&[]).await
    }

    /// With these variables more in its environment.
    pub async fn with(environment: &[(&str, &str)]) -> Panel {
        let says_where = environment.iter().any(|(name, _)| *name == "MUSTER_STORAGE");
        if suite_is_on_postgres() && !says_where {
            return Panel::on_postgres(environment).await;
        }
        Panel::started(own(environment), None).await
    }

    /// The same with an empty database of its own, in any suite.
    pub async fn on_postgres(environment: &[(&str, &str)]) -> Panel {
        Panel::started(own(environment), Some(Arc::new(Database::fresh().await))).await
    }

    /// A second panel on the database of another one, with the same environment and key, and a data folder
    /// of its own.
    pub async fn beside(first: &Panel) -> Panel {
        let mut environment = first.environment.clone();
        if let Ok(key) = std::fs::read_to_string(first.data().join("secret.key")) {
            environment.push(("MUSTER_SECRET_KEY".into(), key.trim().into()));
        }
        Panel::started(environment, first.database.clone()).await
    }

    async fn started(environment: Vec<(String, String)>, database: Option<Arc<Database>>) -> Panel {
        let (url, log, data) = (String::new(), Output::default(), tempfile::tempdir().unwrap());
        let mut panel = Panel { process: None, url, log, environment, database, data };
        panel.start_again().await;
        panel
    }

    /// Starts it with the same data after [`Panel::stop`] or [`Panel::kill`]; the port is another one.
    pub async fn start_again(&mut self) {
        assert!(self.process.is_none(), "the panel still runs");
        let mut child = self.command(&["serve"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        self.log = Output::default();
        self.log.collect(child.stdout.take().unwrap());
        self.log.collect(child.stderr.take().unwrap());
        self.process = Some(Guarded(child));
        let url = self.log.word_after("Listening on ", START).await;
        self.url = url.unwrap_or_else(|| panic!("the panel does not start:\n{}", self.log.text()));
    }

    /// The one-time code of the first set-up.
    pub async fn setup_code(&self) -> String {
        let code = self.log.word_after("Setup code: ", START).await;
        code.unwrap_or_else(|| panic!("the panel printed no setup code:\n{}", self.log.text()))
    }

    /// Asks it to stop, as a service manager does, and waits.
    pub async fn stop(&mut self) -> ExitStatus {
        let mut process = self.process.take().expect("the panel should be running");
        process.signal("TERM");
        process.ended(STOP).await
    }

    /// Waits until it ends by itself.
    pub async fn ended(&mut self) -> ExitStatus {
        self.process.take().expect("the panel should be running").ended(STOP).await
    }

    /// Whether it runs.
    pub fn is_running(&mut self) -> bool {
        self.process.as_mut().is_some_and(|process| process.0.try_wait().unwrap().is_none())
    }

    /// Whether it was started and not ended from here.
    pub fn runs(&self) -> bool {
        self.process.is_some()
    }

    /// Ends it at once, as a power cut does.
    pub fn kill(&mut self) {
        self.process = None;
    }

    /// Stops it in the middle of whatever it does, as a machine that hangs, until [`Panel::resume`].
    pub fn pause(&self) {
        self.process.as_ref().expect("the panel should be running").signal("STOP");
    }

    /// Lets it go on after [`Panel::pause`].
    pub fn resume(&self) {
        self.process.as_ref().expect("the panel should be running").signal("CONT");
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.process.as_ref().expect("the panel should be running").0.id()
    }

    /// Its data folder.
    pub fn data(&self) -> PathBuf {
        self.data.path().to_owned()
    }

    /// Where its store is, for `MUSTER_STORAGE` and `muster::storage::open`.
    pub fn storage_url(&self) -> String {
        let said = self.environment.iter().find(|(name, _)| name == "MUSTER_STORAGE").map(|(_, url)| url.clone());
        let database = || self.database.as_ref().map(|database| database.url());
        said.or_else(database).unwrap_or_else(|| format!("sled:{}", self.data().join("muster.sled").display()))
    }

    /// Its database, where it has one of its own.
    pub fn database(&self) -> Option<&Database> {
        self.database.as_deref()
    }

    /// All that is stored: each file of the data folder by its path, each row of the database by its table.
    pub fn stored(&self) -> Vec<(String, Vec<u8>)> {
        let files = files::below(&self.data()).into_iter().map(|(path, bytes)| (path.display().to_string(), bytes));
        let rows = self.database.iter().flat_map(|database| database.rows());
        files.chain(rows.map(|(table, row)| (table, plain(&row)))).collect()
    }

    /// The same once nothing is being written any more.
    pub async fn stored_at_rest(&self) -> Vec<(String, Vec<u8>)> {
        files::at_rest(|| self.stored()).await
    }

    /// The files and tables in which this text is.
    pub fn stored_with(&self, text: &str) -> Vec<String> {
        let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        self.stored().into_iter().filter(|(_, bytes)| holds(bytes)).map(|(place, _)| place).collect()
    }

    /// Every record by table and key, without these tables. The panel must be stopped: an embedded store has
    /// one owner. In a database, a row that was written again is another one.
    pub fn records(&self, without: &[&str]) -> Records {
        let records = match &self.database {
            Some(database) => database.rows().into_iter().map(|(table, row)| ((table, row.into()), vec![])).collect(),
            None => embedded_records(&self.data().join("muster.sled")),
        };
        records.into_iter().filter(|((table, _), _)| !without.contains(&table.as_str())).collect()
    }

    /// Runs another command of the binary on the same data, e.g. `check --json`.
    pub async fn run(&self, arguments: &[&str]) -> std::process::Output {
        let mut command = self.command(arguments);
        command.stdin(Stdio::null());
        tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    }

    /// The same with this text on its standard input.
    pub async fn run_with_input(&self, arguments: &[&str], input: &str) -> std::process::Output {
        let mut command = self.command(arguments);
        let input = input.to_owned();
        let work = move || {
            use std::io::Write;
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().unwrap();
            // A command that does not read it may have ended.
            let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
            child.wait_with_output().unwrap()
        };
        tokio::task::spawn_blocking(work).await.unwrap()
    }

    /// The binary with this panel's environment, for what the other calls cannot do.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("MUSTER_")) {
            command.env_remove(name);
        }
        command
            .args(arguments)
            .env("MUSTER_LISTEN", "127.0.0.1:0")
            .env("MUSTER_DATA", self.data.path())
            // By itself at midnight only: every quarter of an hour some test would have an import it did not ask for.
            .env("MUSTER_IMPORT_INTERVAL", "24h")
            .envs(self.database.as_ref().map(|database| ("MUSTER_STORAGE", database.url())))
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}

fn own(environment: &[(&str, &str)]) -> Vec<(String, String)> {
    environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn embedded_records(folder: &Path) -> Records {
    let store = sled::open(folder).unwrap();
    let tables = store.tree_names().into_iter().map(|name| String::from_utf8(name.to_vec()).unwrap());
    let records = tables.flat_map(|table| {
        let records = store.open_tree(&table).unwrap().iter().map(Result::unwrap);
        records.map(|(key, value)| ((table.clone(), key.to_vec()), value.to_vec())).collect::<Vec<_>>()
    });
    records.collect()
}

/// A row as PostgreSQL prints it, with the bytes themselves instead of their digits (`\\x6162`).
fn plain(row: &str) -> Vec<u8> {
    let mut parts = row.split(r"\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let digits = part.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(part.len());
        let (digits, rest) = part.split_at(digits / 2 * 2);
        bytes.extend((0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()));
        bytes.extend(rest.as_bytes());
    }
    bytes
}
