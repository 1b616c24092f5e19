//! Looks for passwords where none may be: in every page that a visitor gets, and in the log and the store of every panel
//! at its end. What counts as one is whatever a form sent in a field for passwords.

use super::panel::Panel;
use memchr::memmem;
use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

const FIELDS: [&str; 3] = ["password", "current_password", "bind_password"];
/// Shorter ones, and these, are words that are said anyway.
const SHORTEST: usize = 8;
const WORDS: [&str; 2] = ["wrong password", "password"];

static SENT: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Remembers the passwords among the fields of a form.
pub fn note(fields: &[(&str, &str)]) {
    let is_password = |(name, value): &&(&str, &str)| {
        FIELDS.contains(name) && value.len() >= SHORTEST && value.len() <= 200 && !WORDS.contains(value)
    };
    sent().extend(fields.iter().filter(is_password).map(|(_, value)| (*value).to_owned()));
}

/// Fails where a password that was sent is in it, as it is or as a form would send it.
pub fn assert_none(place: &str, bytes: &[u8]) {
    let found = find(bytes);
    // Not while another failure is being told.
    if let Some(password) = found.filter(|_| !std::thread::panicking()) {
        panic!("the password “{password}” is in {place}");
    }
}

fn find(bytes: &[u8]) -> Option<String> {
    let is_in = |text: &str| memmem::find(bytes, text.as_bytes()).is_some();
    let encoded = |password: &str| url::form_urlencoded::byte_serialize(password.as_bytes()).collect::<String>();
    let spelled = |password: &str| spellings(password).iter().any(|spelling| is_in(spelling));
    sent().iter().find(|password| is_in(password) || is_in(&encoded(password)) || spelled(password)).cloned()
}

/// In hex and in base64, there as it begins a text and at both places behind another one: without the letters that its
/// neighbours have a part in.
fn spellings(password: &str) -> Vec<String> {
    let hex: String = password.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut all = vec![hex.to_uppercase(), hex];
    for before in 0..3 {
        let bytes = [vec![0; before], password.as_bytes().to_vec()].concat();
        let whole = bytes.len() / 3 * 4;
        for engine in [base64::engine::general_purpose::STANDARD, base64::engine::general_purpose::URL_SAFE] {
            let text = base64::Engine::encode(&engine, &bytes);
            all.push(text[before.div_ceil(3) * 4..whole].to_owned());
        }
    }
    all
}

#[test]
fn a_password_is_found_however_it_is_spelled() {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let password = "violet harbour train";
    note(&[("password", password)]);
    for before in ["", "x", "xy", "xyz"] {
        let text = STANDARD.encode(format!("{before}{password}, and on"));
        assert_eq!(find(text.as_bytes()).as_deref(), Some(password), "{text}");
    }
    let hex: String = password.bytes().map(|byte| format!("{byte:02X}")).collect();
    assert_eq!(find(hex.as_bytes()).as_deref(), Some(password));
}

fn sent() -> MutexGuard<'static, BTreeSet<String>> {
    SENT.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Panel {
    fn drop(&mut self) {
        // The demo prints the passwords that it made up.
        assert_none("the log of the panel", self.log.text().as_bytes());
        for (place, bytes) in self.stored() {
            assert_none(&place, &bytes);
        }
    }
}
