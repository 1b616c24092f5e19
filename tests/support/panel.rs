//! The real binary, serving on a free port with a throw-away data folder.

use super::process::{Guarded, Output};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;
use tempfile::TempDir;

const START: Duration = Duration::from_secs(30);
/// The panel gives running requests 10 seconds.
const STOP: Duration = Duration::from_secs(20);

/// A running panel. Dropping it kills it and removes its data.
pub struct Panel {
    // Before the folder, so that the process ends before its files go.
    process: Option<Guarded>,
    /// Where it listens: `http://127.0.0.1:PORT`.
    pub url: String,
    /// Everything it printed, to stdout and stderr, since it was started last.
    pub log: Output,
    environment: Vec<(String, String)>,
    data: TempDir,
}

impl Panel {
    /// With default settings.
    pub async fn start() -> Panel {
        Panel::with(&[]).await
    }

    /// With these variables more in its environment.
    pub async fn with(environment: &[(&str, &str)]) -> Panel {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let mut panel = Panel {
            process: None,
            url: String::new(),
            log: Output::default(),
            environment: environment.iter().map(own).collect(),
            data: tempfile::tempdir().unwrap(),
        };
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

    /// Ends it at once, as a power cut does.
    pub fn kill(&mut self) {
        self.process = None;
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.process.as_ref().expect("the panel should be running").0.id()
    }

    /// Its data folder.
    pub fn data(&self) -> PathBuf {
        self.data.path().to_owned()
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
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}
