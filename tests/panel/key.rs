//! The secret key: what happens without the right one, and how another takes its place.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use super::support::openldap::OpenLdap;
use super::support::panel::Panel;
use std::process::{Output, Stdio};
use std::time::Duration;

/// A stopped panel with a directory.
async fn stopped() -> (OpenLdap, Panel) {
    let directory = OpenLdap::builder().people(1).start().await;
    let mut panel = Panel::start().await;
    Visitor::setup_administrator(&panel).await.connect_directory(&directory).await;
    assert!(panel.stop().await.success());
    (directory, panel)
}

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Base64 that begins as a sealed secret does and is long enough to be one, in all that is stored.
fn sealed(panel: &Panel) -> Vec<String> {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let is_sealed = |word: &&str| STANDARD.decode(word).is_ok_and(|bytes| bytes.len() > 40 && bytes[0] == 1);
    let mut found = Vec::new();
    for (_, bytes) in panel.records(&["apalis.jobs"]).into_iter().map(|((_, key), value)| ((), [key, value].concat())) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c)));
        found.extend(words.filter(is_sealed).map(str::to_owned));
    }
    found
}

#[tokio::test]
async fn a_changed_key_opens_everything_and_nothing_stays_sealed_with_the_old_one() {
    let (_directory, panel) = stopped().await;
    let file = panel.data().join("secret.key");
    let (before, old) = (sealed(&panel), std::fs::read_to_string(&file).unwrap());
    assert!(!before.is_empty(), "sealed secrets cannot be found like this");
    let rotated = panel.run(&["key", "rotate"]).await;
    assert!(rotated.status.success(), "{rotated:?}");
    assert!(words(&rotated).contains("Secrets sealed anew: 1."), "{rotated:?}");
    let new = std::fs::read_to_string(&file).unwrap();
    assert_ne!(old, new);
    let after = sealed(&panel);
    assert!(after.len() == before.len() && !after.iter().any(|secret| before.contains(secret)), "{before:?} {after:?}");
    assert!(panel.run(&["check"]).await.status.success());

    // Killed before the file took the other's place.
    std::fs::rename(&file, panel.data().join("secret.key.new")).unwrap();
    write_key(&panel, &old);
    assert!(panel.run(&["check"]).await.status.success());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), new, "the change was not finished");

    // Killed before the store was written: the next key is nothing yet.
    std::fs::write(panel.data().join("secret.key.new"), &old).unwrap();
    assert!(panel.run(&["check"]).await.status.success());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), new);
}

fn write_key(panel: &Panel, key: &str) {
    use std::os::unix::fs::PermissionsExt;
    let path = panel.data().join("secret.key");
    std::fs::write(&path, key).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[tokio::test]
async fn a_change_of_the_key_that_is_killed_leaves_a_key_that_opens_everything() {
    let (_directory, panel) = stopped().await;
    for step in 0..6 {
        let mut command = panel.command(&["key", "rotate"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        tokio::time::sleep(Duration::from_millis(20 + 60 * step)).await;
        child.kill().unwrap();
        child.wait().unwrap();
        let check = panel.run(&["check"]).await;
        assert!(check.status.success(), "killed at step {step}: {}", words(&check));
        let verified = panel.run(&["audit", "verify"]).await;
        assert!(verified.status.success(), "killed at step {step}: {}", words(&verified));
    }
}

#[tokio::test]
async fn a_key_of_before_does_not_come_back() {
    let (_directory, panel) = stopped().await;
    let file = panel.data().join("secret.key");
    let old = std::fs::read_to_string(&file).unwrap();
    assert!(panel.run(&["key", "rotate"]).await.status.success());
    let new = std::fs::read_to_string(&file).unwrap();
    let back = panel.run_with_input(&["key", "rotate", "--new-key-file", "-"], &old).await;
    assert!(back.status.code() == Some(1) && words(&back).contains("this store's before"), "{back:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), new);
    assert!(panel.run(&["audit", "verify"]).await.status.success());
}

#[tokio::test]
async fn without_the_right_key_nothing_is_touched_until_it_is_forgotten() {
    let (_directory, mut panel) = stopped().await;
    let file = panel.data().join("secret.key");
    let right = std::fs::read_to_string(&file).unwrap();
    for key in [None, Some("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")] {
        std::fs::remove_file(&file).unwrap();
        key.inspect(|key| write_key(&panel, key));
        let before = panel.records(&["apalis.jobs"]).len();
        for arguments in [vec!["serve"], vec!["check"], vec!["import"], vec!["key", "rotate"]] {
            let refused = panel.run(&arguments).await;
            let words = words(&refused);
            assert_eq!(refused.status.code(), Some(1), "{arguments:?}: {words}");
            assert!(words.contains("needs the secret key with the fingerprint"), "{arguments:?}: {words}");
            assert!(words.contains("secret.key") && words.contains("muster key forget"), "{arguments:?}: {words}");
            assert_eq!(std::fs::read_to_string(&file).ok().as_deref(), key, "{arguments:?} wrote a key");
        }
        assert_eq!(panel.records(&["apalis.jobs"]).len(), before);
        write_key(&panel, &right);
        assert!(panel.run(&["check"]).await.status.success());
    }
    std::fs::remove_file(&file).unwrap();
    let asked = panel.run(&["key", "forget"]).await;
    assert!(asked.status.code() == Some(1) && words(&asked).contains("does not open 1 of"), "{asked:?}");
    let done = panel.run(&["key", "forget", "--yes"]).await;
    assert!(done.status.success() && words(&done).contains("Secrets dropped: 1."), "{done:?}");
    panel.start_again().await;
    let admin = Visitor::new(&panel);
    admin.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
    assert_eq!(panel.run(&["check"]).await.status.code(), Some(1), "a forgotten password was used");
}

#[tokio::test]
async fn a_key_from_outside_is_changed_for_another_from_outside() {
    let key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    let next = "MTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    let directory = OpenLdap::builder().people(1).start().await;
    let mut panel = Panel::with(&[("MUSTER_SECRET_KEY", key)]).await;
    Visitor::setup_administrator(&panel).await.connect_directory(&directory).await;
    let running = panel.run_with_input(&["key", "rotate", "--new-key-file", "-"], next).await;
    assert!(words(&running).contains("Stop it first"), "{running:?}");
    assert!(panel.stop().await.success());
    let refused = panel.run(&["key", "rotate"]).await;
    assert!(words(&refused).contains("--new-key-file"), "{refused:?}");
    let rotated = panel.run_with_input(&["key", "rotate", "--new-key-file", "-"], next).await;
    assert!(rotated.status.success() && words(&rotated).contains("Set MUSTER_SECRET_KEY"), "{rotated:?}");
    assert!(words(&panel.run(&["check"]).await).contains("MUSTER_SECRET_KEY holds another secret key"));
    let check = panel.run(&["check", "--secret-key", next]).await;
    assert!(check.status.success(), "{check:?}");
}
