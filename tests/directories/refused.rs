//! Sign-ins that are refused: what the agent reads, and what the log tells administrators.

use crate::support::company::Company;
use crate::support::process::within;
use std::time::Duration;

/// What everyone reads who gives nothing away by it.
pub(crate) const WRONG: &str = "Email or password is not right.";

/// Tries to sign in, expects to read these words, and answers the reason that the log has for it.
pub(crate) async fn refused(company: &Company, email: &str, password: &str, words: &str) -> String {
    let agent = company.agent(email).await["id"].as_str().unwrap().to_owned();
    let before = reasons(company, &agent).len();
    let page = company.try_sign_in(email, password).await.1.expect_status(422);
    assert!(page.text.contains(words), "{email} does not read “{words}”: {}", page.text);
    // It was written before the answer, and may not have been read yet.
    within(Duration::from_secs(10), "the reason in the log", async || reasons(company, &agent).len() > before).await;
    reasons(company, &agent).pop().unwrap()
}

/// The reasons of all refusals so far of this agent.
fn reasons(company: &Company, agent: &str) -> Vec<String> {
    let mark = format!("sign-in refused agent={agent} why=\"");
    let log = company.panel.log.text();
    log.lines().filter_map(|line| Some(line.split_once(&mark)?.1.split('"').next()?.to_owned())).collect()
}
