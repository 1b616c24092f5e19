//! A company on a server of its own, and what its people are told while that server fails.

use crate::support::company::Company;
use crate::support::entries::{Entries, Entry};
use crate::support::http::{Page, Visitor};
use crate::support::postgres::Postgres;
use crate::support::process::within;
use crate::support::scripted::ScriptedLdap;
use crate::truth;
use reqwest::header::ACCEPT;
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::Duration;

/// A company whose panel's store is a server of the test's own.
pub(crate) struct House {
    pub(crate) server: Postgres,
    pub(crate) company: Company,
    pub(crate) people: Entries,
    _directory: ScriptedLdap,
}

impl House {
    /// With this many people in the directory, nobody imported yet.
    pub(crate) async fn of(count: usize) -> House {
        let server = Postgres::own().await;
        let url = server.url("muster");
        House::on(server, &url, count).await
    }

    /// The same where the panel comes to the server another way.
    pub(crate) async fn on(server: Postgres, url: &str, count: usize) -> House {
        let company = Company::with(&[("MUSTER_STORAGE", url)]).await;
        let people = crowd(count);
        let directory = people.serve().await;
        company.admin.connect_port(directory.port, &[("save_anyway", "1")]).await.expect_status(303);
        House { server, company, people, _directory: directory }
    }
}

/// So many people.
pub(crate) fn crowd(count: usize) -> Entries {
    let people = Entries::default();
    people.set((0..count).map(|n| Entry::person(&format!("p{n:05}"))).collect());
    people
}

/// Asks for an import and waits until some, but not all, of those whom it adds are there.
pub(crate) async fn begin_to_write(house: &House) -> String {
    let admin = &house.company.admin;
    let before = truth::count_of_people(&house.server);
    let path = admin.post("/imports", &[]).await.expect_status(303).location().unwrap().to_owned();
    let mut written = before;
    within(Duration::from_secs(60), "the import to write", async || {
        written = truth::count_of_people(&house.server);
        written > before
    })
    .await;
    assert!(written < house.people.all().len(), "too quick to be disturbed");
    path
}

/// Waits for a run's end; answers the run.
pub(crate) async fn ended(admin: &Visitor, path: &str) -> Value {
    let mut run = Value::Null;
    within(Duration::from_secs(60), "the import to end", async || {
        let page = admin.send(admin.request("GET", path).header(ACCEPT, "application/json")).await;
        run = serde_json::from_str(&page.text).unwrap_or_default();
        page.status == 200 && run["state"] != "running"
    })
    .await;
    run
}

/// What somebody was told is done.
#[derive(Default)]
pub(crate) struct Told {
    pub(crate) groups: BTreeSet<String>,
    pub(crate) agents: BTreeSet<String>,
    pub(crate) phones: Vec<(String, String)>,
    pub(crate) sessions: Vec<Visitor>,
    pub(crate) imports: Vec<String>,
    pub(crate) refused: usize,
}

impl Told {
    /// Whether it was done. What could not be done is a 503 and nothing else.
    fn is_done(&mut self, page: &Page) -> bool {
        assert!([303, 429, 503].contains(&page.status), "{}: {}", page.status, page.text);
        self.refused += usize::from(page.status != 303);
        page.status == 303
    }

    /// One round of an administrator's and an agent's day.
    pub(crate) async fn round(&mut self, house: &House, number: usize, uid: &str) {
        let admin = &house.company.admin;
        let group = format!("Group {number}");
        if self.is_done(&admin.post("/groups", &[("name", &group)]).await) {
            self.groups.insert(group);
        }
        let email = format!("local{number}@example.test");
        let fields = [
            ("name", "Local Person"),
            ("email", &*email),
            ("role", "support"),
            ("password", "a garden of bees"),
            ("groups", "1"),
        ];
        let made = admin.post("/agents", &fields).await;
        if self.is_done(&made) {
            let page = made.location().unwrap().to_owned();
            let phone = format!("+49 30 {number:06}");
            if self.is_done(&admin.post(&page, &[("phone", &phone)]).await) {
                self.phones.push((email.clone(), phone));
            }
            self.agents.insert(email);
        }
        let visitor = Visitor::new(&house.company.panel);
        if visitor.get("/login").await.status == 200 {
            let page = visitor.sign_in(&format!("{uid}@example.test"), &format!("pw-{uid}")).await;
            if page.status != 422 && self.is_done(&page) {
                self.sessions.push(visitor);
            }
        }
        let asked = admin.post("/imports", &[]).await;
        if self.is_done(&asked) {
            self.imports.push(asked.location().unwrap().to_owned());
        }
    }

    /// All of it is there, whatever happened since. Answers what is not.
    pub(crate) async fn lost(&self, house: &House) -> Vec<String> {
        let mut lost = Vec::new();
        let admin = &house.company.admin;
        let groups = admin.get("/groups").await.expect_status(200).text;
        lost.extend(self.groups.iter().filter(|name| !groups.contains(&format!("value=\"{name}\""))).cloned());
        for email in &self.agents {
            let agent = house.company.find(email).await;
            let phone = self.phones.iter().find(|(of, _)| of == email).map(|(_, phone)| phone.as_str());
            match agent {
                None => lost.push(email.clone()),
                Some(agent) if phone.is_some_and(|phone| agent["phone"] != phone) => {
                    lost.push(format!("the phone of {email}: {agent}"));
                }
                Some(_) => {}
            }
        }
        for visitor in &self.sessions {
            if visitor.get("/me").await.status != 200 {
                lost.push("a session".into());
            }
        }
        for path in self.imports.iter().collect::<BTreeSet<_>>() {
            let run = ended(admin, path).await;
            let in_words = run["error"].as_str().is_some_and(|words| words.ends_with('.'));
            if run["state"] != "done" && !in_words {
                lost.push(format!("the end of {path}: {run}"));
            }
        }
        lost
    }

    pub(crate) fn say(&self) {
        println!(
            "acknowledged: {} groups, {} agents, {} edits, {} sign-ins, {} imports; {} requests refused",
            self.groups.len(),
            self.agents.len(),
            self.phones.len(),
            self.sessions.len(),
            self.imports.iter().collect::<BTreeSet<_>>().len(),
            self.refused
        );
    }
}
