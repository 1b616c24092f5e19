//! What is asked of the directory, and for how long.

use crate::support::company::{Company, counts};
use crate::support::entries::{Entries, Entry, is_people_search};
use crate::support::openldap::{OpenLdap, PEOPLE_DN};
use crate::support::people::ldif;
use crate::support::scripted::{Answer, ScriptedLdap, done, page_done};
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{LdapMsg, LdapOp, LdapResultCode};
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

#[tokio::test]
async fn all_of_2500_people_are_imported() {
    let directory = OpenLdap::builder().people(2500).start().await;
    let company = Company::of(&directory).await;
    assert_eq!(counts(&company.import().await), [2500, 0, 0, 0, 0, 0, 0]);
    assert_eq!(company.admin.get_json("/agents?source=ldap").await["total"], 2500);
    assert_eq!(counts(&company.import().await), [0, 0, 2500, 0, 0, 0, 0]);
}

/// The size and the cookie that a request asks a page with.
fn page_asked(request: &LdapMsg) -> Option<(i64, Vec<u8>)> {
    request.ctrl.iter().find_map(|control| match control {
        LdapControl::SimplePagedResults { size, cookie } => Some((*size, cookie.clone())),
        _ => None,
    })
}

#[tokio::test]
async fn people_are_read_by_pages_of_1000_to_the_last() {
    let everyone: Vec<Entry> = (0..2500).map(|number| Entry::person(&format!("p{number}"))).collect();
    let entries = Entries::default();
    let server = ScriptedLdap::start(move |request: &LdapMsg| {
        let Some((size, cookie)) = page_asked(request) else { return entries.answer(request) };
        let from: usize = if cookie.is_empty() { 0 } else { String::from_utf8(cookie).unwrap().parse().unwrap() };
        let to = (from + usize::try_from(size).unwrap()).min(everyone.len());
        let next = if to < everyone.len() { to.to_string() } else { String::new() };
        let end = page_done(LdapResultCode::Success, next.as_bytes());
        everyone[from..to].iter().map(Entry::answer).chain([end]).collect()
    })
    .await;
    let company = Company::of_script(&server).await;
    let run = company.import().await;
    assert_eq!((run["read"].as_u64(), counts(&run)[0]), (Some(2500), 2500));
    let asked: Vec<_> = server.requests().iter().filter_map(page_asked).collect();
    assert_eq!(asked, [(1000, b"".to_vec()), (1000, b"1000".to_vec()), (1000, b"2000".to_vec())]);
}

#[tokio::test]
async fn references_in_a_real_directory_are_not_followed() {
    let reference = [
        ("objectClass", "referral".to_owned()),
        ("objectClass", "extensibleObject".to_owned()),
        ("cn", "elsewhere".to_owned()),
        ("ref", "ldap://unreachable.invalid/ou=people,dc=elsewhere".to_owned()),
    ];
    let reference = ldif(&format!("cn=elsewhere,{PEOPLE_DN}"), &reference);
    let directory = OpenLdap::builder().people(3).ldif(&reference).start().await;
    let company = Company::of(&directory).await;
    let run = company.import().await;
    assert_eq!((run["read"].as_u64(), counts(&run)), (Some(3), [3, 0, 0, 0, 0, 0, 0]));
}

#[tokio::test]
async fn a_server_that_hides_its_root_entry_can_be_used() {
    let directory = OpenLdap::builder().people(2).global_directive("access to dn.base=\"\" by * none").start().await;
    let company = Company::of(&directory).await;
    assert_eq!(counts(&company.import().await), [2, 0, 0, 0, 0, 0, 0]);
}

#[tokio::test]
async fn exactly_the_mapped_attributes_are_asked_for_and_never_a_password() {
    let server = Entries::people(&["anna"]).serve().await;
    let company = Company::new().await;
    let mapping = [
        ("guid_attribute", "entryUUID"),
        ("cn_attribute", "displayName"),
        ("mail_attribute", "mailPrimary"),
        ("phone_attribute", "mobile"),
        ("save_anyway", "1"),
    ];
    company.admin.connect_port(server.port, &mapping).await.expect_status(303);
    company.admin.import_and_wait().await;
    let requests = server.requests();
    let asked: Vec<&Vec<String>> = requests
        .iter()
        .filter(|request| is_people_search(request))
        .filter_map(|request| if let LdapOp::SearchRequest(search) = &request.op { Some(&search.attrs) } else { None })
        .collect();
    assert!(!asked.is_empty());
    let states = [
        "userAccountControl",
        "accountExpires",
        "pwdLastSet",
        "lockoutTime",
        "msDS-User-Account-Control-Computed",
        "nsAccountLock",
        "pwdAccountLockedTime",
        "pwdReset",
        "pwdEndTime",
        "shadowExpire",
        "accountUnlockTime",
        "passwordExpirationTime",
        "krbPrincipalExpiration",
    ];
    for names in asked {
        assert_eq!(names[..4], ["entryUUID", "displayName", "mailPrimary", "mobile"]);
        assert_eq!(names[4..], states);
    }
    for request in &requests {
        let LdapOp::SearchRequest(search) = &request.op else { continue };
        assert!(!search.attrs.is_empty(), "no names means all attributes: {search:?}");
        for name in &search.attrs {
            let lower = name.to_lowercase();
            // When a password ends is no secret.
            let is_secret = lower.contains("pass") && lower != "passwordexpirationtime";
            assert!(!["*", "+"].contains(&name.as_str()) && !is_secret, "{name}");
        }
    }
}

#[tokio::test]
async fn a_password_attribute_cannot_be_mapped() {
    let directory = OpenLdap::builder().people(1).start().await;
    let company = Company::new().await;
    for field in ["guid_attribute", "cn_attribute", "mail_attribute", "phone_attribute"] {
        let change = [(field, "userPassword"), ("save_anyway", "1")];
        let page = company.admin.connect_directory_with(&directory, &change).await.expect_status(422);
        assert!(page.text.contains("Passwords are never read"), "{field}");
    }
}

/// Accepts and never says a word.
async fn silent_port() -> (u16, tokio::task::JoinHandle<()>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let holding = tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((socket, _)) = listener.accept().await {
            held.push(socket);
        }
    });
    (port, holding)
}

/// An import from a server that accepts and stays silent must fail in so many seconds.
async fn fails_in_silence(security: &str, at_most: u64) {
    let (port, holding) = silent_port().await;
    let company = Company::new().await;
    let settings = [("security", security), ("save_anyway", "1")];
    company.admin.connect_port(port, &settings).await.expect_status(303);
    let run = company.import_in_vain().await;
    // From when work on it began: how long it waited for that is another matter.
    let at = |name: &str| OffsetDateTime::parse(run[name].as_str().unwrap(), &Rfc3339).unwrap();
    let took = at("finished_at") - at("started_at");
    assert!(took < Duration::from_secs(at_most), "{took}");
    let error = run["error"].as_str().unwrap();
    assert!(error.contains("did not answer within"), "{error}");
    holding.abort();
}

#[tokio::test]
async fn a_server_that_accepts_and_stays_silent_fails_the_import_within_the_deadline_of_encryption() {
    fails_in_silence("ldaps", 9).await;
}

#[tokio::test]
async fn a_server_that_accepts_and_stays_silent_fails_the_import_within_the_deadline_of_a_bind() {
    fails_in_silence("none", 14).await;
}

#[tokio::test]
#[ignore = "waits for the deadline of a page, a minute"]
async fn a_server_that_falls_silent_in_the_middle_of_a_page_ends_the_import_and_removes_nobody() {
    let entries = Entries::people(&["anna", "bert"]);
    let healthy = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let (script, is_healthy) = (entries.clone(), healthy.clone());
    let server = ScriptedLdap::start(move |request: &LdapMsg| {
        if is_healthy.load(std::sync::atomic::Ordering::SeqCst) || !is_people_search(request) {
            return script.answer(request);
        }
        vec![Entry::person("anna").answer(), Answer::Silence, done(LdapResultCode::Success, "")]
    })
    .await;
    let company = Company::of_script(&server).await;
    company.import().await;
    healthy.store(false, std::sync::atomic::Ordering::SeqCst);
    let began = Instant::now();
    let asked = company.admin.post("/imports", &[]).await.expect_status(303);
    let path = asked.location().unwrap().to_owned();
    while company.admin.get_json(&path).await["state"] == "running" {
        assert!(began.elapsed() < Duration::from_secs(65), "still running");
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    let run = company.admin.get_json(&path).await;
    assert_eq!(run["state"], "failed");
    assert!(run["error"].as_str().unwrap().contains("within 60 s while reading people"), "{run}");
    assert_eq!(company.emails().await.len(), 2);
}
