//! Two panels on one database, connected to a directory.

use crate::support::company::Company;
use crate::support::http::{ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD, Visitor};
use crate::support::openldap::OpenLdap;
use crate::support::panel::Panel;
use crate::support::people::Person;
use crate::support::process::within;
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::Duration;

pub(crate) struct Pair {
    panels: [Panel; 2],
}

/// Email and name of a person, who is named by this attribute.
pub(crate) fn name_of(person: &Person, attribute: &str) -> (String, String) {
    let name = if attribute == "cn" { &person.name } else { &person.given };
    (person.mail.clone(), name.clone())
}

impl Pair {
    pub(crate) async fn on(directory: &OpenLdap, environment: &[(&str, &str)]) -> Pair {
        let first = Panel::on_postgres(environment).await;
        Visitor::setup_administrator(&first).await.connect_directory(directory).await;
        let second = Panel::beside(&first).await;
        Pair { panels: [first, second] }
    }

    pub(crate) fn panel(&self, number: usize) -> &Panel {
        &self.panels[number % 2]
    }

    /// The administrator, newly signed in at one of them.
    pub(crate) async fn admin(&self, number: usize) -> Visitor {
        let visitor = Visitor::new(self.panel(number));
        visitor.sign_in(ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD).await.expect_status(303);
        visitor
    }

    /// How many imports each of them has begun.
    pub(crate) fn begun(&self) -> (usize, usize) {
        let count = |number: usize| self.log(number).matches("import begun").count();
        (count(0), count(1))
    }

    pub(crate) fn log(&self, number: usize) -> String {
        self.panels[number].log.text()
    }

    /// Waits until an import reads, and answers whose it is.
    pub(crate) async fn reading(&self, path: &str) -> usize {
        let visitor = self.admin(0).await;
        let reads = async || visitor.get_json(path).await["phase"] == "reading";
        within(Duration::from_secs(20), "an import to read", reads).await;
        self.worker_of(path)
    }

    /// Waits until an import has written a part of what it has to, and answers whose it is.
    pub(crate) async fn in_the_middle(&self, path: &str) -> usize {
        let visitor = self.admin(0).await;
        within(Duration::from_secs(60), "an import to be in the middle", async || {
            let run = visitor.get_json(path).await;
            assert_eq!(run["state"], "running", "it was too fast: {run}");
            let report = visitor.get_json(&format!("{path}/changes")).await;
            report["total"].as_u64().unwrap() > 0 && run["phase"] == "applying"
        })
        .await;
        self.worker_of(path)
    }

    fn worker_of(&self, path: &str) -> usize {
        let begun = format!("import begun run={} ", path.rsplit('/').next().unwrap());
        (0..2).find(|number| self.log(*number).contains(&begun)).expect("one of them should have begun it")
    }

    pub(crate) fn kill(&mut self, number: usize) {
        self.panels[number].kill();
    }

    pub(crate) async fn bring_back(&mut self, number: usize) {
        self.panels[number].start_again().await;
    }

    pub(crate) fn pause(&self, number: usize) {
        self.panels[number].pause();
    }

    pub(crate) fn resume(&self, number: usize) {
        self.panels[number].resume();
    }

    /// From here on people are called by this attribute of theirs.
    pub(crate) async fn name_by(&self, attribute: &str, directory: &OpenLdap) {
        self.name_by_at(0, attribute, directory).await;
    }

    pub(crate) async fn name_by_at(&self, number: usize, attribute: &str, directory: &OpenLdap) {
        let saved = self.admin(number).await.connect_directory_with(directory, &[("cn_attribute", attribute)]).await;
        saved.expect_status(303);
    }

    /// Every line of a run's report, asked for at one of them.
    pub(crate) async fn lines(&self, number: usize, path: &str) -> Vec<Value> {
        let visitor = self.admin(number).await;
        Company::all(&visitor, &format!("{path}/changes")).await
    }

    /// Agents of the directory are these, by email and name, and no others.
    pub(crate) async fn expect_agents(&self, people: impl Iterator<Item = (String, String)>) {
        let running = (0..2).find(|number| self.is_up(*number)).expect("a panel should be running");
        let visitor = self.admin(running).await;
        let agents = Company::all(&visitor, "/agents?source=ldap&sort=email").await;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let found: BTreeSet<(String, String)> =
            agents.iter().map(|agent| (text(&agent["email"]), text(&agent["name"]))).collect();
        assert_eq!(found.len(), agents.len(), "somebody is there twice");
        let expected: BTreeSet<(String, String)> = people.collect();
        let (missing, foreign): (Vec<_>, Vec<_>) =
            (expected.difference(&found).take(3).collect(), found.difference(&expected).take(3).collect());
        assert!(found == expected, "missing {missing:?}, foreign {foreign:?}");
    }

    fn is_up(&self, number: usize) -> bool {
        self.panels[number].runs()
    }
}
