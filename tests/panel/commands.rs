//! `muster check` and `muster import`, beside a running panel and on their own.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::http::Visitor;
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use super::support::people::person;
use serde_json::Value;

/// What a command answered: its exit status, what scripts read, what people read.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: i32,
    stdout: String,
    stderr: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }

    /// Without times and counters, which differ from one run to the next.
    fn steady(self) -> Answer {
        let stdout = self.stdout.split_whitespace().map(|word| {
            let is_number = word.chars().all(|c| c.is_ascii_digit() || c == ',');
            if is_number { "#" } else { word }
        });
        Answer { stdout: stdout.collect::<Vec<_>>().join(" "), ..self }
    }
}

async fn run(panel: &Panel, arguments: &[&str]) -> Answer {
    let output = panel.run(arguments).await;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Answer {
        status: output.status.code().expect("the command should end by itself"),
        stdout: text(&output.stdout),
        stderr: text(&output.stderr),
    }
}

/// Runs a command beside the panel, and again while it is stopped.
async fn twice(panel: &mut Panel, arguments: &[&str]) -> [Answer; 2] {
    let beside = run(panel, arguments).await;
    panel.stop().await;
    let alone = run(panel, arguments).await;
    panel.start_again().await;
    [beside, alone]
}

async fn connected(people: usize) -> (OpenLdap, Panel, Visitor) {
    let directory = OpenLdap::builder().people(people).start().await;
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    visitor.connect_directory(&directory).await;
    (directory, panel, visitor)
}

#[tokio::test]
async fn without_settings_commands_say_what_to_do() {
    let mut panel = Panel::start().await;
    for arguments in [&["check"][..], &["check", "--json"], &["import"], &["import", "--json"]] {
        let [beside, alone] = twice(&mut panel, arguments).await;
        assert_eq!((beside.status, beside.stdout.as_str()), (1, ""), "{arguments:?}");
        assert!(beside.stderr.contains("LDAP directory") && beside.stderr.lines().count() == 1, "{beside:?}");
        assert_eq!(beside, alone);
    }
}

#[tokio::test]
async fn a_check_tells_each_step_and_its_status_is_the_outcome() {
    let (mut directory, mut panel, _) = connected(3).await;
    let [beside, alone] = twice(&mut panel, &["check"]).await;
    assert_eq!(beside.status, 0, "{beside:?}");
    assert!(beside.stdout.contains("3 people match") && beside.stdout.contains("Connected ·"), "{beside:?}");
    assert_eq!(beside.steady(), alone.steady());
    for answer in twice(&mut panel, &["check", "--json"]).await {
        assert_eq!(answer.status, 0);
        let report = answer.json();
        assert_eq!(report["steps"].as_array().unwrap().len(), 7, "{report}");
        assert!(report["steps"].as_array().unwrap().iter().all(|step| step["problem"].is_null()));
    }

    directory.stop();
    let [beside, alone] = twice(&mut panel, &["check"]).await;
    assert_eq!(beside.status, 1);
    assert!(beside.stdout.contains("refused the connection") && beside.stdout.contains("Not connected"), "{beside:?}");
    assert_eq!(beside.steady(), alone.steady());
    for answer in twice(&mut panel, &["check", "--json"]).await {
        assert_eq!(answer.status, 1);
        let report = answer.json();
        let failed = report["steps"].as_array().unwrap().iter().find(|step| step["outcome"] == "failed").unwrap();
        assert_eq!(failed["problem"]["failure"]["cause"], "connection_refused", "{report}");
    }
}

#[tokio::test]
async fn an_import_works_alike_beside_the_panel_and_alone() {
    let (_directory, mut panel, mut visitor) = connected(3).await;
    let [beside, alone] = twice(&mut panel, &["import", "--dry-run", "--json"]).await;
    let (mut beside, mut alone) = (beside.json(), alone.json());
    for run in [&mut beside, &mut alone] {
        assert_eq!((&run["state"], &run["added"], &run["dry_run"]), (&"done".into(), &3.into(), &true.into()), "{run}");
        assert_eq!(run["started_by"], "command");
        for differs in ["id", "requested_at", "started_at", "finished_at"] {
            assert!(!run[differs].is_null());
            run[differs] = Value::Null;
        }
    }
    assert_eq!(beside, alone);
    visitor.follow(&panel);
    assert_eq!(visitor.get_json("/agents?source=ldap").await["total"], 0, "a preview changed something");

    let first = run(&panel, &["import"]).await;
    assert_eq!(first.status, 0, "{first:?}");
    assert!(first.stdout.contains("done") && first.stdout.contains("3 added"), "{first:?}");
    let [beside, alone] = twice(&mut panel, &["import"]).await;
    assert!(beside.stdout.contains("3 unchanged"), "{beside:?}");
    assert!(alone.stdout.contains("3 unchanged") && alone.status == 0 && alone.stderr.is_empty(), "{alone:?}");
    visitor.follow(&panel);
    assert_eq!(visitor.get_json("/imports").await["total"], 5, "not every import is in the history");
}

#[tokio::test]
async fn a_failed_import_ends_with_1_and_a_held_one_with_3() {
    let (mut directory, mut panel, mut visitor) = connected(2).await;
    visitor.import_and_wait().await;
    for number in 0..2 {
        directory.delete(&person(number).dn()).await;
    }
    for answer in twice(&mut panel, &["import", "--json"]).await {
        assert_eq!(answer.status, 3, "{answer:?}");
        let run = answer.json();
        assert_eq!((&run["state"], &run["held"], &run["removed"]), (&"held".into(), &2.into(), &0.into()), "{run}");
    }
    directory.stop();
    for answer in twice(&mut panel, &["import", "--json"]).await {
        assert_eq!(answer.status, 1, "{answer:?}");
        let run = answer.json();
        assert_eq!(run["state"], "failed", "{run}");
        assert!(run["error"].as_str().unwrap().contains("refused the connection"), "{run}");
    }
    visitor.follow(&panel);
    assert_eq!(visitor.get_json("/agents?source=ldap&state=active").await["total"], 2);
}
