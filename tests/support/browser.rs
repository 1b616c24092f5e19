//! A real browser: headless Chromium, driven through its WebDriver.

use super::process::{Guarded, Output, within};
use base64::Engine;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(15);

/// A browser window with an empty profile. Dropping it closes it.
pub struct Browser {
    pub client: Client,
    session: String,
    port: u16,
    driver: reqwest::Client,
    // The order matters: Chromium is closed, then its driver, then the profile goes.
    _driver: Guarded,
    _profile: TempDir,
}

impl Browser {
    pub async fn start() -> Browser {
        let profile = tempfile::tempdir().unwrap();
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver (Debian: chromium-driver) should be installed");
        let output = Output::default();
        output.collect(driver.stdout.take().unwrap());
        let driver = Guarded(driver);
        let port = output.word_after("successfully on port ", PATIENCE).await;
        let port: u16 = port.expect("chromedriver should start").trim_end_matches('.').parse().unwrap();
        let capabilities = capabilities(&profile);
        let url = format!("http://127.0.0.1:{port}");
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&url).await.unwrap();
        let session = client.session_id().await.unwrap().expect("the browser should have a session");
        let commands = reqwest::Client::builder().no_proxy().build().unwrap();
        Browser { client, session, port, driver: commands, _driver: driver, _profile: profile }
    }

    /// The window's inner size in CSS pixels.
    pub async fn size(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// What the system's colour scheme is said to be; a change shows at once.
    pub async fn dark(&self, dark: bool) {
        self.media(dark, false).await;
    }

    /// The same, and whether the system's few colours take the place of a page's own.
    pub async fn media(&self, dark: bool, forced_colours: bool) {
        let media = json!({ "features": [
            { "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } },
            { "name": "prefers-reduced-motion", "value": "reduce" },
            { "name": "forced-colors", "value": if forced_colours { "active" } else { "none" } },
        ] });
        self.devtools("Emulation.setEmulatedMedia", media).await;
    }

    /// Switches scripts off or on, from the next page on.
    pub async fn scripts(&self, on: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !on })).await;
    }

    /// Saves what the window shows as `target/screenshots/NAME.png`.
    pub async fn screenshot(&self, name: &str) -> PathBuf {
        self.picture(name, json!({ "format": "png", "optimizeForSpeed": true })).await
    }

    /// The same of the whole page, as far as a picture is of use.
    pub async fn whole_page(&self, name: &str) -> PathBuf {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await;
        let (view, content) = (&metrics["cssLayoutViewport"], &metrics["cssContentSize"]);
        let (low, tall) = (view["clientHeight"].as_f64().unwrap(), content["height"].as_f64().unwrap());
        let clip =
            json!({ "x": 0, "y": 0, "scale": 1, "width": view["clientWidth"], "height": tall.clamp(low, 4_000.0) });
        let options = json!({ "format": "png", "optimizeForSpeed": true, "captureBeyondViewport": true, "clip": clip });
        self.picture(name, options).await
    }

    async fn picture(&self, name: &str, options: Value) -> PathBuf {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{name}.png"));
        let shot = self.devtools("Page.captureScreenshot", options).await;
        let png = base64::engine::general_purpose::STANDARD.decode(shot["data"].as_str().unwrap()).unwrap();
        std::fs::write(&path, png).unwrap();
        path
    }

    pub async fn open(&self, url: &str) {
        self.client.goto(url).await.unwrap();
    }

    /// The text shown by the first element that matches.
    pub async fn text(&self, css: &str) -> String {
        self.unless_swapped(async || self.client.find(Locator::Css(css)).await?.text().await).await
    }

    /// Does it once more where a swap took the element away between finding it and this.
    async fn unless_swapped<T>(&self, work: impl AsyncFn() -> Result<T, CmdError>) -> T {
        loop {
            match work().await {
                Err(error) if error.is_stale_element_reference() => {}
                done => return done.unwrap(),
            }
        }
    }

    /// Types into a field, instead of what is there.
    pub async fn fill(&self, css: &str, text: &str) {
        self.unless_swapped(async || {
            let field = self.client.find(Locator::Css(css)).await?;
            field.clear().await?;
            field.send_keys(text).await
        })
        .await;
    }

    pub async fn click(&self, css: &str) {
        self.unless_swapped(async || self.client.find(Locator::Css(css)).await?.click().await).await;
    }

    /// Waits until an element that matches shows this text.
    pub async fn wait_for_text(&self, css: &str, text: &str) {
        let script =
            "return [...document.querySelectorAll(arguments[0])].some(e => e.innerText.includes(arguments[1]))";
        within(PATIENCE, &format!("“{text}” in {css}"), async || {
            // While a page is being left there is no document to ask.
            let shown = self.client.execute(script, vec![json!(css), json!(text)]).await;
            shown.is_ok_and(|shown| shown == Value::Bool(true))
        })
        .await;
    }

    /// Waits until a whole page is shown on which nothing matches.
    pub async fn wait_for_absence(&self, css: &str) {
        let script = "return document.readyState == 'complete' && !document.querySelector(arguments[0])";
        within(PATIENCE, &format!("no {css}"), async || {
            let gone = self.client.execute(script, vec![json!(css)]).await;
            gone.is_ok_and(|gone| gone == Value::Bool(true))
        })
        .await;
    }

    /// Waits until the address ends like this.
    pub async fn wait_for_path(&self, path: &str) {
        within(PATIENCE, path, async || self.client.current_url().await.is_ok_and(|url| url.path() == path)).await;
    }

    /// Warnings and errors of the console since the last call: scripts that failed, what the content
    /// security policy refused, files that were not found.
    pub async fn console(&self) -> Vec<String> {
        let answer = self.command("se/log", json!({ "type": "browser" })).await;
        let entries = answer["value"].as_array().cloned().unwrap_or_default();
        let bad = entries.iter().filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING");
        bad.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// A command of the DevTools protocol; answers its result.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.command("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await["value"].clone()
    }

    async fn command(&self, name: &str, body: Value) -> Value {
        let url = format!("http://127.0.0.1:{}/session/{}/{name}", self.port, self.session);
        let answer = self.driver.post(url).json(&body).send().await.unwrap();
        let (status, answer) = (answer.status(), answer.json::<Value>().await.unwrap());
        assert!(status.is_success(), "{name} was refused: {answer}");
        answer
    }
}

impl Drop for Browser {
    /// Killing the driver alone would leave Chromium running.
    fn drop(&mut self) {
        let Ok(mut socket) = TcpStream::connect(("127.0.0.1", self.port)) else { return };
        let _ = socket.set_read_timeout(Some(Duration::from_secs(5)));
        let request =
            format!("DELETE /session/{} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", self.session);
        let _ = socket.write_all(request.as_bytes());
        // The answer comes when Chromium is gone.
        let _ = socket.read(&mut [0; 64]);
    }
}

fn capabilities(profile: &TempDir) -> serde_json::Map<String, Value> {
    let mut arguments = vec![format!("--user-data-dir={}", profile.path().display())];
    arguments.extend(
        [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,900",
        ]
        .map(str::to_owned),
    );
    let mut capabilities = serde_json::Map::new();
    capabilities.insert("goog:chromeOptions".to_owned(), json!({ "binary": "/usr/bin/chromium", "args": arguments }));
    capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
    capabilities
}
