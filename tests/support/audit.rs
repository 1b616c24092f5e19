//! Looks at the page in a browser for those who see, hear or steer it in another way: axe-core's rules, and what
//! those leave out.

use super::browser::Browser;
use serde_json::{Value, json};
use std::path::Path;

/// Which rules of axe-core.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// WCAG 2.2 A and AA, and the best practices.
    All,
    /// Those that another theme can break.
    Colours,
    /// Those that another width can break.
    Sizes,
}

const AXE: &str = "
    const [rules, done] = arguments;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
    const only = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
    const options = { runOnly: only, resultTypes: ['violations'], preload: false, iframes: false };
    if (!rules) options.rules = { 'target-size': { enabled: true } };
    // The rows of a list are all alike.
    axe.run({ exclude: ['tbody tr:nth-child(n + 6)'] }, options).then(
        result => done(result.violations.flatMap(rule => rule.nodes.map(node => {
            const why = node.failureSummary.split('\\n').slice(1).map(line => line.trim()).join(' ');
            return `${rule.id} at ${node.target.join(' ')}: ${why} ${node.html.slice(0, 120)}`;
        }))),
        error => done(['axe-core failed: ' + error]));";

/// Lines and letters as far apart as WCAG 1.4.12 lets a reader have them.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet];";

/// At 400 %, at 200 % and at 100 % of a window of 1280 × 1024 (WCAG 1.4.10, 1.4.4).
const ENLARGED: [(u32, u32); 3] = [(320, 256), (640, 512), (1280, 1024)];

impl Browser {
    /// What these rules find on the page that is open: rule, element and reason, a line each.
    pub async fn axe(&self, rules: Rules) -> Vec<String> {
        if self.run("return typeof axe === 'undefined'", vec![]).await == true {
            self.run(&file("axe/axe.min.js"), vec![]).await;
        }
        let names = match rules {
            Rules::All => Value::Null,
            Rules::Colours => json!(["color-contrast", "link-in-text-block"]),
            Rules::Sizes => json!(["target-size", "region", "scrollable-region-focusable", "aria-hidden-focus"]),
        };
        lines(self.client.execute_async(AXE, vec![names]).await.unwrap())
    }

    /// Headings, names, messages beside fields, passwords: what axe-core does not look at.
    pub async fn structure(&self) -> Vec<String> {
        lines(self.run(&file("scripts/structure.js"), vec![]).await)
    }

    /// Which controls do not show that they have the focus.
    pub async fn focus_shown(&self) -> Vec<String> {
        // Only somebody who uses the keyboard is shown every focus.
        self.press_tab().await;
        lines(self.run(&file("scripts/focus.js"), vec![json!("all")]).await)
    }

    async fn press_tab(&self) {
        let tab = |kind: &str| json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
        for kind in ["rawKeyDown", "keyUp"] {
            self.devtools("Input.dispatchKeyEvent", tab(kind)).await;
        }
    }

    /// What is lost where the page is enlarged or its text is spaced. The window is 1280 wide afterwards.
    pub async fn enlarged(&self) -> Vec<String> {
        let script = file("scripts/layout.js");
        let mut faults = Vec::new();
        for spaced in [false, true] {
            if spaced {
                self.run(SPACED, vec![]).await;
            }
            for (width, height) in ENLARGED {
                self.size(width, height).await;
                let found = lines(self.run(&script, vec![]).await);
                let how = if spaced { " with spaced text" } else { "" };
                faults.extend(found.into_iter().map(|fault| format!("{width} wide{how}: {fault}")));
            }
        }
        self.run("document.adoptedStyleSheets = []", vec![]).await;
        faults
    }

    async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap()
    }
}

/// A script of this folder, as it is on the disk now.
pub(super) fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn lines(answer: Value) -> Vec<String> {
    serde_json::from_value(answer).unwrap()
}
