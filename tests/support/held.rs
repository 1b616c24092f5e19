//! Servers that end when the test does, however it ends, and their folders with them.
//!
//! A process of another user, or one that makes itself a leader, would outlive a test that is killed:
//! between the test and its server stands a script that reads from the test, and ends the server when
//! nothing more can come.

use std::ffi::OsStr;
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const HELD: &str = include_str!("held.sh");

/// A folder with a server that runs in it, or has run. Dropping it ends the server and removes the folder.
#[derive(Debug)]
pub struct Held {
    folder: PathBuf,
    as_root: bool,
    script: Option<Child>,
}

impl Held {
    /// With nothing running yet. The folder has a short path: sockets need one.
    pub fn folder(name: &str, as_root: bool) -> Held {
        let folder = tempfile::Builder::new().prefix(&format!("muster-{name}-")).tempdir().unwrap();
        Held { folder: folder.keep(), as_root, script: None }
    }

    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Runs a server.
    pub fn run(&mut self, server: &Command) {
        self.stop();
        let mut script = command("bash", self.as_root);
        script.args(["-c", HELD, "held.sh"]).arg(&self.folder).arg(server.get_program()).args(server.get_args());
        script.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        // A runner that ends this process and all of its group means not the script, which has to clean up.
        self.script = Some(script.process_group(0).spawn().unwrap());
    }

    /// Ends the server; the folder stays.
    pub fn stop(&mut self) {
        self.end("keep\n");
    }

    /// Whether the server has ended by itself.
    pub fn has_ended(&self) -> bool {
        self.folder.join("ended").exists()
    }

    /// Everything the server said.
    pub fn output(&self) -> String {
        std::fs::read_to_string(self.folder.join("output")).unwrap_or_default()
    }

    /// Sends the server a signal by its name, e.g. `STOP`.
    pub fn signal(&self, name: &str) {
        let group = std::fs::read_to_string(self.folder.join("group")).unwrap();
        let sent =
            command("kill", self.as_root).args([&format!("-{name}"), "--", &format!("-{}", group.trim())]).status();
        assert!(sent.unwrap().success(), "the server in {} is gone", self.folder.display());
    }

    fn end(&mut self, word: &str) {
        let Some(mut script) = self.script.take() else { return };
        // One that was killed reads nothing.
        let _ = script.stdin.take().unwrap().write_all(word.as_bytes());
        let _ = script.wait();
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // The script cleans up after a server; one that is stopped has to be run for that.
        if self.script.is_none() {
            self.run(&Command::new("true"));
        }
        self.end("");
    }
}

/// A program, run by root where it has to be.
pub fn command(program: impl AsRef<OsStr>, as_root: bool) -> Command {
    if !as_root || is_root() {
        return Command::new(program);
    }
    let mut sudo = Command::new("sudo");
    sudo.arg("-n").arg(program);
    sudo
}

/// Whether these tests are run by root.
pub fn is_root() -> bool {
    std::fs::metadata("/proc/self").unwrap().uid() == 0
}

/// Runs a program to its end, which must be good. Answers what it printed.
pub fn finish(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}: {said}");
    said
}
