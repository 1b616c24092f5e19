//! A visitor of the panel: a browser without scripts, that keeps cookies and the CSRF token.

use super::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD, OpenLdap};
use super::panel::Panel;
use super::process::within;
use super::{html, leaks};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, LOCATION, ORIGIN};
use reqwest::{Client, RequestBuilder, redirect};
use serde_json::Value;
use std::sync::Mutex;
use std::time::Duration;

pub const ADMINISTRATOR_EMAIL: &str = "admin@example.test";
pub const ADMINISTRATOR_PASSWORD: &str = "a long walk by the sea";

/// How long an import in a test may take.
const IMPORT: Duration = Duration::from_secs(60);

/// One visitor with their own cookies.
pub struct Visitor {
    base: String,
    client: Client,
    csrf_token: Mutex<Option<String>>,
}

/// An answer.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Page {
    /// Where it redirects to.
    pub fn location(&self) -> Option<&str> {
        self.headers.get(LOCATION)?.to_str().ok()
    }

    /// Fails the test unless the status is this one; shows the page then.
    #[track_caller]
    pub fn expect_status(self, status: u16) -> Page {
        assert_eq!(self.status, status, "answered with\n{}", self.text);
        self
    }
}

impl Visitor {
    pub fn new(panel: &Panel) -> Visitor {
        Visitor::at(&panel.url)
    }

    /// Of a panel at this address: `http://127.0.0.1:PORT`.
    pub fn at(url: &str) -> Visitor {
        let client = Client::builder().cookie_store(true).redirect(redirect::Policy::none()).no_proxy();
        let client = client.timeout(Duration::from_secs(60)).build().unwrap();
        Visitor { base: url.to_owned(), client, csrf_token: Mutex::default() }
    }

    /// An administrator of a panel that has none yet, signed in.
    pub async fn setup_administrator(panel: &Panel) -> Visitor {
        let visitor = Visitor::new(panel);
        let code = panel.setup_code().await;
        let (email, password) = (ADMINISTRATOR_EMAIL, ADMINISTRATOR_PASSWORD);
        let fields = [("code", code.as_str()), ("name", "Ada Minister"), ("email", email), ("password", password)];
        visitor.post("/setup", &fields).await.expect_status(303);
        if visitor.get("/me").await.status != 200 {
            visitor.sign_in(email, password).await.expect_status(303);
        }
        visitor
    }

    /// Follows no redirect.
    pub async fn get(&self, path: &str) -> Page {
        self.send(self.client.get(self.url(path)).header(ACCEPT, "text/html")).await
    }

    /// The JSON answer; anything but 200 fails the test.
    pub async fn get_json(&self, path: &str) -> Value {
        let page = self.send(self.client.get(self.url(path)).header(ACCEPT, "application/json")).await;
        serde_json::from_str(&page.expect_status(200).text).unwrap()
    }

    /// Sends a form, with the CSRF token of the last page seen (unless the fields have one).
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut fields = fields.to_vec();
        let token = self.csrf_token().await;
        if !fields.iter().any(|(name, _)| *name == "csrf_token") {
            fields.push(("csrf_token", &token));
        }
        let page = self.post_exactly(path, &fields).await;
        if ["/login", "/logout", "/setup"].contains(&path) || path.starts_with("/me/") {
            // Another session has another token.
            *self.csrf_token.lock().unwrap() = html::field_value(&page.text, "csrf_token");
        }
        page
    }

    /// A request with the visitor's cookies, for headers and methods that browsers do not send.
    pub fn request(&self, method: &str, path: &str) -> RequestBuilder {
        self.client.request(method.parse().unwrap(), self.url(path))
    }

    /// Goes on, cookies and all, after the panel has started again on another port.
    pub fn follow(&mut self, panel: &Panel) {
        self.base = panel.url.clone();
    }

    /// Sends exactly these fields.
    pub async fn post_exactly(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        leaks::note(fields);
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.client.post(self.url(path)).header(ORIGIN, &self.base).header(ACCEPT, "text/html");
        self.send(request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body)).await
    }

    /// Opens `page`, changes these fields of the form that has the first of them, and posts it to `action`.
    pub async fn submit(&self, page: &str, action: &str, changes: &[(&str, &str)]) -> Page {
        let shown = self.get(page).await.expect_status(200);
        let (first, _) = changes[0];
        let form = html::form_with(&shown.text, first);
        let form = form.unwrap_or_else(|| panic!("{page} has no form with the field {first}:\n{}", shown.text));
        let changed = |name: &str| changes.iter().any(|(known, _)| *known == name);
        let kept = form.iter().filter(|(name, _)| !changed(name)).map(|(name, value)| (name.as_str(), value.as_str()));
        let fields: Vec<(&str, &str)> = kept.chain(changes.iter().copied()).collect();
        self.post(action, &fields).await
    }

    /// 303 when it worked.
    pub async fn sign_in(&self, email: &str, password: &str) -> Page {
        self.post("/login", &[("email", email), ("password", password)]).await
    }

    /// Connects the panel to this directory, without encryption.
    pub async fn connect_directory(&self, directory: &OpenLdap) {
        self.connect_directory_with(directory, &[]).await.expect_status(303);
    }

    /// The same with other values in some fields; answers what the panel said.
    pub async fn connect_directory_with(&self, directory: &OpenLdap, changes: &[(&str, &str)]) -> Page {
        self.connect_port(directory.port, changes).await
    }

    /// The same for whatever listens on this port of `127.0.0.1`.
    pub async fn connect_port(&self, port: u16, changes: &[(&str, &str)]) -> Page {
        self.connect_at("/settings/ldap/index", port, changes).await
    }

    /// Adds another directory, which is called this.
    pub async fn add_directory(&self, directory: &OpenLdap, name: &str) {
        self.connect_at("/settings/ldap/new", directory.port, &[("name", name)]).await.expect_status(303);
    }

    /// Fills in the settings form at this address for whatever listens on this port of `127.0.0.1`.
    pub async fn connect_at(&self, url: &str, port: u16, changes: &[(&str, &str)]) -> Page {
        let shown = self.get(url).await.expect_status(200);
        let group = html::options(&shown.text, "default_group").into_iter().find(|value| !value.is_empty());
        let (port, group) = (port.to_string(), group.expect("there should be a group to choose"));
        let mut fields = vec![
            ("host", "127.0.0.1"),
            ("port", port.as_str()),
            ("security", "none"),
            ("bind_dn", BIND_DN),
            ("bind_password", BIND_PASSWORD),
            ("base_dn", BASE_DN),
            ("default_group", group.as_str()),
            ("default_role", "employee"),
            ("current_password", ADMINISTRATOR_PASSWORD),
        ];
        fields.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        fields.extend(changes);
        fields.sort_by_key(|(name, _)| *name != "host");
        self.submit(url, url, &fields).await
    }

    /// Asks for an import and waits for its end; answers the run.
    pub async fn import_and_wait(&self) -> Value {
        self.request_and_wait(&[]).await
    }

    /// The same of one directory among several.
    pub async fn import_of(&self, directory: u32) -> Value {
        self.request_and_wait(&[("directory", &directory.to_string())]).await
    }

    /// The same for a preview, which changes nothing.
    pub async fn preview_and_wait(&self) -> Value {
        self.request_and_wait(&[("dry_run", "1")]).await
    }

    async fn request_and_wait(&self, fields: &[(&str, &str)]) -> Value {
        let asked = self.post("/imports", fields).await.expect_status(303);
        let path = asked.location().unwrap().to_owned();
        let mut run = Value::Null;
        within(IMPORT, "the import to end", async || {
            run = self.get_json(&path).await;
            run["state"] != "running"
        })
        .await;
        run
    }

    /// The kept token, or the one of a page that everyone may open.
    pub async fn csrf_token(&self) -> String {
        for path in ["/me", "/login", "/setup"] {
            let kept = self.csrf_token.lock().unwrap().clone();
            match kept {
                Some(token) => return token,
                None => self.get(path).await,
            };
        }
        self.csrf_token.lock().unwrap().clone().expect("no page has a csrf_token field")
    }

    /// Sends a request made by [`Visitor::request`].
    pub async fn send(&self, request: RequestBuilder) -> Page {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let path = response.url().path().to_owned();
        let text = response.text().await.unwrap();
        leaks::assert_none(&format!("the answer of {path}"), text.as_bytes());
        if let Some(token) = html::field_value(&text, "csrf_token") {
            *self.csrf_token.lock().unwrap() = Some(token);
        }
        Page { status, headers, text }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}
