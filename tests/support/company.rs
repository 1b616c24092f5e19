//! A panel with an administrator, connected to a directory: where most tests of imports and sign-in
//! begin.

use super::http::{Page, Visitor};
use super::openldap::OpenLdap;
use super::panel::Panel;
use super::scripted::ScriptedLdap;
use serde_json::Value;

/// A panel and its administrator, signed in.
pub struct Company {
    pub panel: Panel,
    pub admin: Visitor,
}

impl Company {
    /// Not connected yet.
    pub async fn new() -> Company {
        Company::with(&[]).await
    }

    /// The same with these variables more in the panel's environment.
    pub async fn with(environment: &[(&str, &str)]) -> Company {
        let panel = Panel::with(environment).await;
        let admin = Visitor::setup_administrator(&panel).await;
        Company { panel, admin }
    }

    /// With this directory, nothing imported yet.
    pub async fn of(directory: &OpenLdap) -> Company {
        let company = Company::new().await;
        company.admin.connect_directory(directory).await;
        company
    }

    /// With a scripted directory, nothing imported yet. The settings are not checked.
    pub async fn of_script(server: &ScriptedLdap) -> Company {
        let company = Company::new().await;
        company.admin.connect_port(server.port, &[("save_anyway", "1")]).await.expect_status(303);
        company
    }

    /// An import that ends well; answers the run.
    pub async fn import(&self) -> Value {
        let run = self.admin.import_and_wait().await;
        assert_eq!(run["state"], "done", "{run}");
        run
    }

    /// An import that fails; answers the run.
    pub async fn import_in_vain(&self) -> Value {
        let run = self.admin.import_and_wait().await;
        assert_eq!(run["state"], "failed", "{run}");
        run
    }

    /// Every LDAP agent that is not removed, by email.
    pub async fn agents(&self) -> Vec<Value> {
        self.items("/agents?source=ldap&sort=email").await
    }

    /// The emails of [`Company::agents`], in order.
    pub async fn emails(&self) -> Vec<String> {
        self.agents().await.iter().map(|agent| agent["email"].as_str().unwrap().to_owned()).collect()
    }

    /// The agent with this email; there must be one that is not removed.
    pub async fn agent(&self, email: &str) -> Value {
        let found = self.find(email).await;
        found.unwrap_or_else(|| panic!("there is no agent {email}"))
    }

    /// The agent with this email, if there is one.
    pub async fn find(&self, email: &str) -> Option<Value> {
        self.items(&format!("/agents?q={email}")).await.into_iter().find(|agent| agent["email"] == email)
    }

    /// Every line of a run's report.
    pub async fn changes(&self, run: &Value) -> Vec<Value> {
        self.items(&format!("/imports/{}/changes", run["id"])).await
    }

    /// A new visitor who tries to sign in, and what they were answered.
    pub async fn try_sign_in(&self, email: &str, password: &str) -> (Visitor, Page) {
        let visitor = Visitor::new(&self.panel);
        let page = visitor.sign_in(email, password).await;
        (visitor, page)
    }

    /// A visitor who came in.
    pub async fn sign_in(&self, email: &str, password: &str) -> Visitor {
        let (visitor, page) = self.try_sign_in(email, password).await;
        page.expect_status(303);
        visitor
    }

    async fn items(&self, path: &str) -> Vec<Value> {
        Company::all(&self.admin, path).await
    }

    /// All pages of a list.
    pub async fn all(visitor: &Visitor, path: &str) -> Vec<Value> {
        let mut items = Vec::new();
        let mut next = path.to_owned();
        loop {
            let page = visitor.get_json(&next).await;
            items.extend(page["items"].as_array().unwrap().iter().cloned());
            let Some(cursor) = page["next"].as_str() else {
                assert_eq!(page["total"], items.len(), "{path}");
                return items;
            };
            let cursor: String = url::form_urlencoded::byte_serialize(cursor.as_bytes()).collect();
            let sign = if path.contains('?') { '&' } else { '?' };
            next = format!("{path}{sign}after={cursor}");
        }
    }
}

/// Added, updated, unchanged, removed, restored, skipped, held.
pub fn counts(run: &Value) -> [u64; 7] {
    ["added", "updated", "unchanged", "removed", "restored", "skipped", "held"].map(|name| run[name].as_u64().unwrap())
}

/// The lines of one kind.
pub fn of_kind<'a>(changes: &'a [Value], kind: &str) -> Vec<&'a Value> {
    changes.iter().filter(|change| change["kind"] == kind).collect()
}
