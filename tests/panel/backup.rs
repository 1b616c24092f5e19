//! `muster backup` and `muster restore`: what leaves one panel is another's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::support::company::Company;
use super::support::entries::{Entries, Entry};
use super::support::files;
use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::panel::Panel;
use super::support::postgres::Database;
use super::support::scripted::ScriptedLdap;
use serde_json::Value;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tempfile::TempDir;

/// What a command answered.
#[derive(Debug)]
struct Answer {
    status: i32,
    stdout: String,
    stderr: String,
}

impl Answer {
    #[track_caller]
    fn expect_done(self) -> Answer {
        assert_eq!((self.status, self.stderr.as_str()), (0, ""), "{self:?}");
        self
    }

    /// One sentence or two, on one line, and exit status 1.
    #[track_caller]
    fn expect_refused(self, with: &str) {
        assert_eq!((self.status, self.stdout.as_str(), self.stderr.lines().count()), (1, "", 1), "{self:?}");
        assert!(self.stderr.contains(with), "{with}: {self:?}");
    }
}

/// Where another panel could have its state: a data folder that is not there yet, and where this suite keeps
/// stores in a database, one of its own.
struct Place {
    data: PathBuf,
    database: Option<Database>,
}

impl Place {
    fn environment(&self) -> Vec<(&'static str, String)> {
        let data = ("MUSTER_DATA", self.data.to_str().unwrap().to_owned());
        let storage = self.database.iter().map(|database| ("MUSTER_STORAGE", database.url()));
        std::iter::once(data).chain(storage).collect()
    }

    fn has_store(&self) -> bool {
        let schema = "SELECT count(*) FROM information_schema.schemata WHERE schema_name = 'muster'";
        match &self.database {
            Some(database) => database.sql(schema) != "0",
            None => self.data.join("muster.sled").exists(),
        }
    }
}

/// Runs `muster COMMAND FILE`, at the panel's place or at another.
async fn run(panel: &Panel, place: Option<&Place>, command: &str, file: &Path) -> Answer {
    let mut command = panel.command(&[command, file.to_str().unwrap()]);
    command.envs(place.iter().flat_map(|place| place.environment())).stdin(Stdio::null());
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Answer {
        status: output.status.code().expect("the command should end by itself"),
        stdout: text(&output.stdout),
        stderr: text(&output.stderr),
    }
}

fn crowd(people: usize) -> Vec<Entry> {
    (0..people).map(|n| Entry::person(&format!("u{n}"))).collect()
}

/// A panel with two agents of the directory, one of whom is removed, and a backup of it, made while it runs.
struct Story {
    company: Company,
    entries: Entries,
    _server: ScriptedLdap,
    folder: TempDir,
}

impl Story {
    async fn new() -> Story {
        let entries = Entries::people(&["anna", "bert", "cora"]);
        let server = entries.serve().await;
        let company = Company::of_script(&server).await;
        company.import().await;
        entries.set(vec![Entry::person("anna"), Entry::person("bert").with("telephoneNumber", "+49 77")]);
        company.import().await;
        company.admin.post("/groups", &[("name", "Night shift")]).await.expect_status(303);
        let story = Story { company, entries, _server: server, folder: tempfile::tempdir().unwrap() };
        let answer = story.here("backup", &story.file()).await.expect_done();
        assert!(answer.stdout.contains("4 agents, 2 groups, 2 imports"), "{answer:?}");
        assert!(answer.stdout.contains("secret key is not in it"), "{answer:?}");
        story
    }

    fn data(&self) -> PathBuf {
        self.company.panel.data()
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("backup.jsonl")
    }

    /// A file that is not there yet.
    fn elsewhere(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    async fn place(&self) -> Place {
        let database = match self.company.panel.database() {
            Some(_) => Some(Database::fresh().await),
            None => None,
        };
        Place { data: self.elsewhere("data"), database }
    }

    async fn here(&self, command: &str, file: &Path) -> Answer {
        run(&self.company.panel, None, command, file).await
    }

    async fn at(&self, place: &Place, command: &str, file: &Path) -> Answer {
        run(&self.company.panel, Some(place), command, file).await
    }

    /// A panel at another place, with the key of this one.
    async fn panel_at(&self, place: &Place) -> (Panel, Visitor) {
        std::fs::copy(self.data().join("secret.key"), place.data.join("secret.key")).unwrap();
        let environment = place.environment();
        let environment: Vec<(&str, &str)> = environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let panel = Panel::with(&environment).await;
        assert!(!panel.log.text().contains("Setup code"), "{}", panel.log.text());
        let visitor = Visitor::new(&panel);
        visitor.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
        (panel, visitor)
    }
}

/// What a panel shows of agents, groups and imports. Who signed in when is left out: comparing signs in.
async fn shown(visitor: &Visitor) -> Vec<Value> {
    let mut shown = Vec::new();
    for path in ["/agents?sort=email", "/agents?state=removed", "/imports", "/imports/1/changes", "/imports/2/changes"]
    {
        let mut page = visitor.get_json(path).await;
        for item in page["items"].as_array_mut().unwrap() {
            item.as_object_mut().unwrap().remove("last_sign_in_at");
        }
        assert!(page["total"].as_u64().unwrap() > 0, "{path}: {page}");
        shown.push(page);
    }
    shown
}

/// The lines of a backup but the first and the last, which hold its time, and the records that backups were made: each
/// backup adds one.
fn records(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let is_of_a_backup = |line: &String| line.contains("\"action\":\"backup_made\"");
    lines[1..lines.len() - 1].iter().filter(|line| !is_of_a_backup(line)).cloned().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restored_panel_is_the_same_to_everybody() {
    let story = Story::new().await;
    assert_eq!(std::fs::metadata(story.file()).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(std::fs::read_dir(story.folder.path()).unwrap().count(), 1, "something is left beside the backup");
    for (secret, what) in [(ADMINISTRATOR_PASSWORD, "password"), (include_key(&story).as_str(), "key")] {
        assert!(!std::fs::read_to_string(story.file()).unwrap().contains(secret), "the {what} is in the backup");
    }
    let place = story.place().await;
    let answer = story.at(&place, "restore", &story.file()).await.expect_done();
    assert_eq!(answer.stdout, "Restored 4 agents, 2 groups, 2 imports.\n");
    let again = story.elsewhere("again.jsonl");
    story.at(&place, "backup", &again).await.expect_done();
    assert_eq!(records(&again), records(&story.file()));

    let (panel, visitor) = story.panel_at(&place).await;
    let verified = panel.run(&["audit", "verify"]).await;
    assert!(verified.status.success(), "the log of activities does not hold: {verified:?}");
    assert_eq!(shown(&visitor).await, shown(&story.company.admin).await);
    assert!(visitor.get("/groups").await.text.contains("Night shift"));
    // The bind password can be opened, and whoever comes back is who they were.
    story.entries.set(crowd(1));
    story.entries.set([Entry::person("anna"), Entry::person("bert"), Entry::person("cora")].into());
    let run = visitor.import_and_wait().await;
    assert_eq!((&run["id"], &run["state"], &run["restored"]), (&3.into(), &"done".into(), &1.into()), "{run}");
}

fn include_key(story: &Story) -> String {
    std::fs::read_to_string(story.data().join("secret.key")).unwrap().trim().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_during_an_import_is_whole() {
    let story = Story::new().await;
    story.entries.set(crowd(3_000));
    story.company.admin.post("/imports", &[]).await.expect_status(303);
    let mut seen = Vec::new();
    for number in 0.. {
        let file = story.elsewhere(&format!("during-{number}.jsonl"));
        story.here("backup", &file).await.expect_done();
        let records: Vec<Value> = records(&file).iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        let run = records.iter().rfind(|record| record["run"].is_object()).unwrap()["run"].clone();
        assert_eq!(run["run"]["id"], 3);
        let added = records.iter().filter(|record| record["agent"]["added_by"] == 3).count() as u64;
        assert_eq!(run["lines"]["added"].as_u64().unwrap_or(0), added, "agents and report are of two moments");
        seen.push(added);
        if story.company.admin.get_json("/imports/3").await["state"] != "running" {
            break;
        }
        assert_eq!(run["run"]["state"], "interrupted", "an open import would wait for nobody: {run}");
        assert!(run["run"]["finished_at"].is_string());
        std::fs::rename(&file, story.elsewhere("open.jsonl")).unwrap();
    }
    assert!(seen.len() > 1, "no backup was made during the import: {seen:?}");
    let place = story.place().await;
    story.at(&place, "restore", &story.elsewhere("open.jsonl")).await.expect_done();
    let (_panel, visitor) = story.panel_at(&place).await;
    assert_eq!(visitor.get_json("/imports/3").await["state"], "interrupted");
    assert_eq!(visitor.import_and_wait().await["id"], 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_not_whole_is_refused_and_makes_no_store() {
    let story = Story::new().await;
    let whole = std::fs::read(story.file()).unwrap();
    let file = story.elsewhere("wrong.jsonl");
    let place = story.place().await;
    let refused = async |bytes: &[u8], with: &str| {
        std::fs::write(&file, bytes).unwrap();
        story.at(&place, "restore", &file).await.expect_refused(with);
        assert!(!place.has_store(), "{with}: there is a store");
    };
    for part in 0..12 {
        let place = whole.len() * part / 12 + 5;
        let mut altered = whole.clone();
        altered[place] ^= 1;
        refused(&altered, "Nothing was changed.").await;
    }
    for kept in [whole.len() - 1, whole.len() - 60, whole.len() / 2, 300] {
        refused(&whole[..kept], "Copy it again from where it came from").await;
    }
    refused(&[&whole[..], b"\n"].concat(), "something follows its end").await;
    refused(b"", "is not a backup of Muster").await;
    refused(b"Dear Madam or Sir,\n", "is not a backup of Muster").await;
    let newer = String::from_utf8(whole.clone()).unwrap().replacen("\"version\":4", "\"version\":5", 1);
    refused(newer.as_bytes(), "was written by a newer Muster").await;
    story.at(&place, "restore", &story.elsewhere("nowhere")).await.expect_refused("cannot be read");
    story.at(&place, "restore", story.folder.path()).await.expect_refused("is not a file");
    story.at(&place, "restore", &story.file()).await.expect_done();
}

#[tokio::test(flavor = "multi_thread")]
async fn only_an_empty_store_takes_a_backup() {
    let mut story = Story::new().await;
    story.here("restore", &story.file()).await.expect_refused("Another muster process uses this store");
    story.company.panel.stop().await;
    let before = story.elsewhere("before.jsonl");
    story.here("backup", &before).await.expect_done();
    story.here("restore", &story.file()).await.expect_refused("can only be restored into an empty store");
    let after = story.elsewhere("after.jsonl");
    story.here("backup", &after).await.expect_done();
    assert_eq!(records(&after), records(&before));
    // A store that was made and never used is empty.
    let place = story.place().await;
    story.at(&place, "backup", &story.elsewhere("empty.jsonl")).await.expect_done();
    story.at(&place, "restore", &story.file()).await.expect_done();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_takes_no_other_files_place() {
    let story = Story::new().await;
    let before = files::below(story.folder.path());
    story.here("backup", &story.file()).await.expect_refused("is there already");
    story.here("backup", story.folder.path()).await.expect_refused("is there already");
    let nowhere = story.folder.path().join("no/such/folder/backup");
    story.here("backup", &nowhere).await.expect_refused("cannot be written");
    assert_eq!(files::below(story.folder.path()), before);
    let left = files::below(&story.data());
    assert!(left.iter().all(|(path, _)| !path.to_string_lossy().contains("spool")));
}
