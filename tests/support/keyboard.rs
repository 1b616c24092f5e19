//! Somebody at a keyboard, without a mouse. At every step it is looked at whether they see where they are.

use super::audit::file;
use super::browser::Browser;
use super::process::within;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::json;
use std::cell::RefCell;
use std::time::Duration;

pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const SPACE: char = ' ';
pub const DOWN: char = '\u{e015}';
const SHIFT: char = '\u{e008}';
const CONTROL: char = '\u{e009}';

/// More controls than any page has.
const MANY: usize = 150;
const PATIENCE: Duration = Duration::from_secs(20);

/// The keys of a browser's window.
pub struct Keyboard<'a> {
    browser: &'a Browser,
    script: String,
    faults: RefCell<Vec<String>>,
}

impl<'a> Keyboard<'a> {
    pub fn of(browser: &'a Browser) -> Keyboard<'a> {
        Keyboard { browser, script: file("scripts/focus.js"), faults: RefCell::default() }
    }

    /// Presses one key after the other.
    pub async fn press(&self, keys: impl IntoIterator<Item = char>) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.browser.client.perform_actions(actions).await.unwrap();
    }

    async fn press_with(&self, held: char, value: char) {
        let actions = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held });
        self.browser.client.perform_actions(actions).await.unwrap();
    }

    /// Goes on with Tab to what matches.
    pub async fn to(&self, css: &str) {
        self.walk(css, false).await;
    }

    /// Goes back with Shift and Tab to what matches.
    pub async fn back_to(&self, css: &str) {
        self.walk(css, true).await;
    }

    async fn walk(&self, css: &str, back: bool) {
        let mut passed = Vec::new();
        for _ in 0..MANY {
            if self.is_at(css).await {
                return;
            }
            if back {
                self.press_with(SHIFT, TAB).await;
            } else {
                self.press([TAB]).await;
            }
            passed.push(self.look().await);
        }
        panic!("Tab does not lead to {css}, but to {passed:?}");
    }

    /// Whether what matches has the focus.
    pub async fn is_at(&self, css: &str) -> bool {
        let script = "return document.activeElement.matches(arguments[0])";
        self.browser.client.execute(script, vec![json!(css)]).await.is_ok_and(|is| is == true)
    }

    /// Waits until it has.
    pub async fn arrives_at(&self, css: &str) {
        within(PATIENCE, &format!("the focus to be at {css}"), async || self.is_at(css).await).await;
        self.look().await;
    }

    /// Looks at what has the focus; answers its name. Beyond the last control is the browser's own window.
    async fn look(&self) -> String {
        let seen = self.browser.client.execute(&self.script, vec![]).await.unwrap();
        let name = seen["name"].as_str().unwrap_or_default().to_owned();
        if name != "body" {
            let page = self.browser.client.current_url().await.unwrap().path().to_owned();
            let faults = seen["faults"].as_array().into_iter().flatten().filter_map(|fault| fault.as_str());
            self.faults.borrow_mut().extend(faults.map(|fault| format!("{page}: {name} {fault}")));
        }
        name
    }

    /// Goes to a field and types, instead of what is there.
    pub async fn fill(&self, css: &str, text: &str) {
        self.to(css).await;
        self.press_with(CONTROL, 'a').await;
        self.press(text.chars()).await;
    }

    /// Goes to a button or a link and presses Enter.
    pub async fn follow(&self, css: &str) {
        self.to(css).await;
        self.press([ENTER]).await;
    }

    /// The focus is still somewhere, after something on the page was replaced.
    pub async fn keeps_the_focus(&self, when: &str) {
        let name = self.look().await;
        if name == "body" {
            self.faults.borrow_mut().push(format!("the focus is lost {when}"));
        }
    }

    /// Fails when something was wrong on the way.
    #[track_caller]
    pub fn end(self) {
        let mut faults = self.faults.into_inner();
        faults.sort();
        faults.dedup();
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }
}
