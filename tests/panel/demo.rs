//! `muster demo` as someone meets it who tries the panel for the first time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::support::http::Visitor;
use super::support::process::{Guarded, Output};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

const START: Duration = Duration::from_secs(30);

/// A running demo and what it printed.
struct Demo {
    // Before the folder, so that the process ends before its files go.
    process: Guarded,
    output: Output,
    /// The system's folder for temporary files, as the demo sees it.
    temporary: TempDir,
}

impl Demo {
    async fn start() -> Demo {
        let temporary = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("MUSTER_")) {
            command.env_remove(name);
        }
        command
            .arg("demo")
            .env("MUSTER_LISTEN", "127.0.0.1:0")
            .env("MUSTER_IMPORT_INTERVAL", "24h")
            .env("TMPDIR", temporary.path());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let output = Output::default();
        output.collect(child.stdout.take().unwrap());
        output.collect(child.stderr.take().unwrap());
        let demo = Demo { process: Guarded(child), output, temporary };
        demo.word_after("Stop with ").await;
        demo
    }

    async fn word_after(&self, mark: &str) -> String {
        let word = self.output.word_after(mark, START).await;
        word.unwrap_or_else(|| panic!("there is no “{mark}” in what it printed:\n{}", self.output.text()))
    }

    async fn visitor(&self) -> Visitor {
        Visitor::at(&self.word_after("Listening on ").await)
    }

    async fn administrator(&self) -> Visitor {
        let visitor = self.visitor().await;
        let email = self.word_after("Administrator:  ").await;
        let password = self.word_after(&format!("{email}  password: ")).await;
        visitor.sign_in(&email, &password).await.expect_status(303);
        visitor
    }

    async fn people_file(&self) -> PathBuf {
        PathBuf::from(self.word_after("People:         ").await)
    }
}

/// The people file, a line each, and the first line that has this text.
fn line_with(text: &str, part: &str) -> String {
    text.lines().find(|line| line.contains(part)).unwrap_or_else(|| panic!("no line has {part}")).to_owned()
}

fn counts(run: &Value) -> [u64; 6] {
    ["added", "updated", "removed", "restored", "skipped", "held"].map(|name| run[name].as_u64().unwrap())
}

fn edit(path: &Path, change: impl FnOnce(String) -> String) {
    std::fs::write(path, change(std::fs::read_to_string(path).unwrap())).unwrap();
}

#[tokio::test]
async fn the_demo_imports_its_people_and_the_printed_agent_signs_in() {
    let demo = Demo::start().await;
    let administrator = demo.administrator().await;
    let file: Value = serde_json::from_slice(&std::fs::read(demo.people_file().await).unwrap()).unwrap();
    let everyone = file["people"].as_array().unwrap().len() as u64;

    let (email, agent) = (demo.word_after("Agent:          ").await, demo.visitor().await);
    let password = demo.word_after(&format!("{email}  password: ")).await;
    agent.sign_in(&email, &password).await.expect_status(422);

    let run = administrator.import_and_wait().await;
    assert_eq!((&run["state"], &run["error"]), (&"done".into(), &Value::Null), "{run}");
    assert_eq!(run["read"], everyone);
    assert_eq!(counts(&run), [everyone - 2, 0, 0, 0, 2, 0]);
    let report = administrator.get(&format!("/imports/{}?kind=skipped", run["id"])).await.expect_status(200);
    assert!(report.text.contains("mail"), "{}", report.text);
    let disabled = administrator.get_json("/agents?state=disabled").await;
    assert_eq!(disabled["total"], 1);

    agent.sign_in(&email, &password).await.expect_status(303);
    assert!(agent.get("/me").await.expect_status(200).text.contains(&email));
    let disabled = disabled["items"][0]["email"].as_str().unwrap();
    let uid = file["people"].as_array().unwrap().iter().find(|person| person["mail"] == disabled).unwrap();
    let password = uid["password"].as_str().unwrap();
    demo.visitor().await.sign_in(disabled, password).await.expect_status(422);
}

#[tokio::test]
async fn the_demo_follows_edits_of_its_people_file() {
    let demo = Demo::start().await;
    let administrator = demo.administrator().await;
    let first = administrator.import_and_wait().await;
    let people = administrator.get_json("/agents?source=ldap").await["total"].as_u64().unwrap();
    let path = demo.people_file().await;

    edit(&path, |text| {
        let (bjorn, zoe) = (line_with(&text, r#""uid": "bjorn""#), line_with(&text, r#""uid": "zoe""#));
        let added =
            r#"    {"uid": "newt", "name": "Newt Arrival", "mail": "newt@demo.test", "password": "welcome-newt"},"#;
        let moved = bjorn.replace("+46 8 5550 102", "+46 8 5550 999");
        assert_ne!(bjorn, moved);
        text.replace(&bjorn, &moved).replace(&zoe, added)
    });
    let run = administrator.import_and_wait().await;
    assert_eq!(counts(&run), [1, 1, 1, 0, first["skipped"].as_u64().unwrap(), 0], "{run}");
    let change = administrator.get_json(&format!("/imports/{}/changes?kind=updated", run["id"])).await;
    let change = change["items"][0].to_string();
    assert!(change.contains("+46 8 5550 102") && change.contains("+46 8 5550 999"), "{change}");
    let newcomer = demo.visitor().await;
    newcomer.sign_in("newt@demo.test", "welcome-newt").await.expect_status(303);

    edit(&path, |text| text.replacen(r#""uid": "anna", "name""#, r#""uid": "anna" "name""#, 1));
    let run = administrator.import_and_wait().await;
    assert_eq!((&run["state"], counts(&run)), (&"failed".into(), [0; 6]), "{run}");
    let page = administrator.get(&format!("/imports/{}", run["id"])).await.expect_status(200).text;
    assert!(page.contains("The people file is broken at line 3"), "{page}");
    assert_eq!(administrator.get_json("/agents?source=ldap").await["total"], people, "someone was removed");
    newcomer.get("/me").await.expect_status(200);
}

#[tokio::test]
async fn the_demo_leaves_nothing_behind() {
    let mut demo = Demo::start().await;
    let folder = demo.people_file().await.parent().unwrap().to_owned();
    assert!(folder.starts_with(demo.temporary.path()), "{} is elsewhere", folder.display());
    assert!(folder.is_dir());
    demo.process.signal("TERM");
    let status = demo.process.ended(Duration::from_secs(20)).await;
    assert_eq!(status.code(), Some(0), "{}", demo.output.text());
    assert_eq!(std::fs::read_dir(demo.temporary.path()).unwrap().count(), 0, "something was left");
}
