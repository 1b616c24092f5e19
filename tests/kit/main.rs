//! The test support itself, so that a failure there is not taken for one of the panel.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../support/mod.rs"]
mod support;

mod postgres;

use ldap3::{Ldap, LdapConnAsync, LdapError, Scope, SearchEntry};
use ldap3_proto::proto::{LdapOp, LdapResultCode};
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;
use support::audit::Rules;
use support::browser::Browser;
use support::openldap::{self, OpenLdap, PEOPLE_DN};
use support::panel::Panel;
use support::people::{self, people};
use support::process::within;
use support::scripted::{Answer, ScriptedLdap, bind_result, done, entry, plainly};
use support::tls::{ServerCertificate, TestCa};
use support::{html, http};

async fn connect(port: u16) -> Ldap {
    let (connection, ldap) = LdapConnAsync::new(&format!("ldap://127.0.0.1:{port}")).await.unwrap();
    ldap3::drive!(connection);
    ldap
}

/// How many people an account of the directory finds, and the search's result code.
async fn count(directory: &OpenLdap, account: &str) -> (usize, u32) {
    let mut ldap = connect(directory.port).await;
    let bound = ldap.simple_bind(&OpenLdap::account(account), &format!("{account}pw")).await.unwrap();
    assert_eq!(bound.rc, 0, "{account} is refused");
    let found =
        ldap.search(openldap::BASE_DN, Scope::Subtree, "(objectClass=inetOrgPerson)", vec!["uid"]).await.unwrap();
    (found.0.len(), found.1.rc)
}

#[test]
fn made_up_people_are_many_and_all_different() {
    let some: Vec<_> = people(2000).collect();
    assert_eq!(some[..10], people(10).collect::<Vec<_>>());
    assert_eq!(some.iter().map(|person| &person.mail).collect::<HashSet<_>>().len(), 2000);
    assert!(some.iter().map(|person| &person.name).collect::<HashSet<_>>().len() > 100);
}

#[tokio::test]
async fn a_directory_is_filled_and_its_accounts_see_what_they_should() {
    let group = people::group_ldif("panel-users", &[people::person(0).dn()]);
    let directory = OpenLdap::builder().people(600).ldif(&group).start().await;
    assert_eq!(count(&directory, "sync").await, (600, 0));
    assert_eq!(count(&directory, "limited").await, (500, 4));
    assert_eq!(count(&directory, "blind").await, (0, 0));
    assert_eq!(count(&directory, "nomail").await, (600, 0));

    let mut ldap = connect(directory.port).await;
    let person = people::person(7);
    assert_eq!(ldap.simple_bind(&person.dn(), &person.password()).await.unwrap().rc, 0);
    let found = ldap.search(&person.dn(), Scope::Base, "(mail=*)", vec!["cn", "mail"]).await.unwrap();
    let found = SearchEntry::construct(found.success().unwrap().0.remove(0));
    assert_eq!((&found.attrs["cn"], &found.attrs["mail"]), (&vec![person.name], &vec![person.mail]));
}

#[tokio::test]
async fn entries_can_be_added_changed_renamed_moved_and_deleted() {
    let directory = OpenLdap::builder().start().await;
    let dn = directory.add_person("ольга", "Ольга", "olga@example.test").await;
    directory.replace(&dn, "telephoneNumber", &["1", "2"]).await;
    directory.replace(&dn, "mail", &[]).await;
    directory.add("ou=left,dc=example,dc=test", &[("objectClass", "organizationalUnit"), ("ou", "left")]).await;
    let dn = directory.rename(&dn, "uid=olga").await;
    assert_eq!(dn, format!("uid=olga,{PEOPLE_DN}"));
    let dn = directory.move_to(&dn, "ou=left,dc=example,dc=test").await;
    let found =
        directory.admin().await.search(&dn, Scope::Base, "(&(telephoneNumber=1)(!(mail=*)))", vec!["uid"]).await;
    let found = SearchEntry::construct(found.unwrap().success().unwrap().0.remove(0));
    assert_eq!(found.attrs["uid"], ["olga"]);
    directory.delete(&dn).await;
    assert_eq!(count(&directory, "sync").await, (0, 0));
}

#[tokio::test]
async fn a_directory_that_went_away_comes_back_with_its_people() {
    let mut directory = OpenLdap::builder().people(3).start().await;
    directory.stop();
    let url = format!("ldap://127.0.0.1:{}", directory.port);
    assert!(matches!(LdapConnAsync::new(&url).await, Err(LdapError::Io { .. })));
    directory.start_again().await;
    assert_eq!(count(&directory, "sync").await, (3, 0));
}

#[tokio::test]
async fn the_server_limit_and_anonymous_reading_can_be_set() {
    let directory = OpenLdap::builder().people(9).size_limit(4).anonymous_read().start().await;
    let mut ldap = connect(directory.port).await;
    let found = ldap.search(PEOPLE_DN, Scope::OneLevel, "(uid=*)", vec!["uid"]).await.unwrap();
    assert_eq!((found.0.len(), found.1.rc), (4, 4));
}

#[tokio::test]
async fn where_encryption_is_required_a_plain_bind_is_refused() {
    let ca = TestCa::new();
    let directory = OpenLdap::builder().tls(ca.good()).tls_required().start().await;
    let result = connect(directory.port).await.simple_bind(openldap::BIND_DN, openldap::BIND_PASSWORD).await;
    assert_eq!(result.unwrap().rc, 13);
}

/// A TLS handshake with the directory's LDAPS port, trusting the test CA.
async fn handshake(ca: &TestCa, certificate: ServerCertificate, address: &str, name: &str) -> std::io::Result<()> {
    use rustls::pki_types::{CertificateDer, ServerName, pem::PemObject};
    let directory = OpenLdap::builder().tls(certificate).ipv6().start().await;
    let mut roots = rustls::RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(ca.pem().as_bytes()).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_root_certificates(roots).with_no_client_auth();
    let socket = tokio::net::TcpStream::connect((address, directory.tls_port.unwrap())).await?;
    let name = ServerName::try_from(name.to_owned()).unwrap();
    tokio_rustls::TlsConnector::from(Arc::new(config)).connect(name, socket).await.map(drop)
}

#[tokio::test]
async fn a_good_certificate_is_good_for_each_of_its_names() {
    let ca = TestCa::new();
    for (address, name) in [("127.0.0.1", "localhost"), ("127.0.0.1", "127.0.0.1"), ("::1", "::1")] {
        handshake(&ca, ca.good(), address, name).await.expect(name);
    }
}

#[tokio::test]
async fn a_bad_certificate_is_bad_for_its_own_reason() {
    let ca = TestCa::new();
    let cases = [(ca.wrong_name(), "NotValidForName"), (ca.expired(), "Expired"), (ca.other_ca(), "UnknownIssuer")];
    for (certificate, reason) in cases {
        let error = handshake(&ca, certificate, "127.0.0.1", "localhost").await.unwrap_err();
        assert!(format!("{error:?}").contains(reason), "{reason} is not in {error:?}");
    }
}

#[tokio::test]
async fn a_scripted_server_says_what_the_test_wants() {
    let server = ScriptedLdap::start(|request| match &request.op {
        LdapOp::BindRequest(bind) if bind.dn == "cn=locked" => {
            vec![bind_result(LdapResultCode::InvalidCredentials, "data 775")]
        }
        LdapOp::SearchRequest(search) if search.base == "dc=cut" => vec![entry("uid=a,dc=cut", &[]), Answer::Close],
        LdapOp::SearchRequest(search) if search.base == "dc=busy" => vec![done(LdapResultCode::Busy, "later")],
        LdapOp::SearchRequest(search) if search.base == "dc=mute" => vec![Answer::Silence],
        LdapOp::SearchRequest(search) if search.base == "dc=raw" => vec![Answer::Bytes(vec![0xff; 9]), Answer::Close],
        _ => plainly(request),
    })
    .await;

    let refused = connect(server.port).await.simple_bind("cn=locked", "x").await.unwrap();
    assert_eq!((refused.rc, refused.text.as_str()), (49, "data 775"));
    let search = async |base: &'static str| {
        let mut ldap = connect(server.port).await;
        ldap.with_timeout(Duration::from_millis(300));
        ldap.search(base, Scope::Subtree, "(uid=*)", vec!["uid"]).await
    };
    assert_eq!(search("dc=anything").await.unwrap().1.rc, 0);
    assert_eq!(search("dc=busy").await.unwrap().1.rc, 51);
    assert!(search("dc=cut").await.is_err());
    assert!(search("dc=raw").await.is_err());
    assert!(matches!(search("dc=mute").await, Err(LdapError::Timeout { .. })));
    let searches = server.requests().into_iter().filter(|request| matches!(request.op, LdapOp::SearchRequest(_)));
    assert_eq!(searches.count(), 5);
}

#[tokio::test]
async fn a_paused_panel_goes_on_where_it_was() {
    let panel = Panel::start().await;
    let health = async || {
        let answer = reqwest::get(format!("{}/healthz", panel.url));
        tokio::time::timeout(Duration::from_millis(300), answer).await.map(|answer| answer.unwrap().status().as_u16())
    };
    panel.pause();
    assert!(health().await.is_err(), "it answers while it is paused");
    panel.resume();
    within(Duration::from_secs(10), "an answer", async || health().await == Ok(200)).await;
}

#[tokio::test]
async fn what_a_panel_stores_is_found_where_it_is() {
    let panel = Panel::start().await;
    assert_eq!(panel.storage_url(), format!("sled:{}/muster.sled", panel.data().display()));
    std::fs::write(panel.data().join("note"), "a garden full of bees").unwrap();
    assert_eq!(panel.stored_with("full of bees"), [panel.data().join("note").display().to_string()]);
}

#[test]
fn a_form_is_read_as_it_would_be_sent() {
    let page = r#"<form action="/logout"><input type="hidden" name="csrf_token" value="t&amp;1"><button name="x">Go</button></form>
        <form><input name="host" value="a &gt; b" required><input type="checkbox" name="enabled" checked>
        <input type=checkbox name=off value=1><input type="radio" name="security" value="none"/>
        <input type="radio" name="security" value="ldaps" checked/><textarea name="pem" rows="3">
x &lt; y</textarea><select name="group"><option value="1">One</option><option value="2" selected>Two</option></select>
        <select name="role"><option>first</option></select><input type="submit" name="save_anyway" value="1"></form>"#;
    let form = html::form_with(page, "host").unwrap();
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let expected = [
        ("host", "a > b"),
        ("enabled", "on"),
        ("security", "ldaps"),
        ("pem", "x < y"),
        ("group", "2"),
        ("role", "first"),
    ];
    assert_eq!(form, expected);
    assert_eq!(html::field_value(page, "csrf_token").as_deref(), Some("t&1"));
    assert_eq!(html::options(page, "group"), ["1", "2"]);
    assert!(html::form_with(page, "nothing").is_none());
    assert!(http::ADMINISTRATOR_PASSWORD.len() >= 12);
}

#[tokio::test]
async fn browser_windows_have_the_size_and_colours_asked_for() {
    let browser = Browser::start().await;
    browser.size(360, 740).await;
    browser.dark(true).await;
    let page = "data:text/html,<style>p::before{content:'light'}@media(prefers-color-scheme:dark){p::before{content:'dark'}}</style>\
                <p id=p></p><input id=i><script>setTimeout(()=>document.title=i.value='later',50);console.error('oh')</script><h1></h1>\
                <script>setTimeout(()=>document.querySelector('h1').innerText='Arrived',80)</script>";
    browser.open(page).await;
    browser.wait_for_text("h1", "Arrived").await;
    let script = "return innerWidth + getComputedStyle(p, '::before').content";
    assert_eq!(browser.client.execute(script, vec![]).await.unwrap(), "360\"dark\"");
    browser.fill("#i", "typed").await;
    assert_eq!(browser.client.execute("return i.value", vec![]).await.unwrap(), "typed");
    assert!(browser.console().await.iter().any(|line| line.contains("oh")));
    let picture = browser.screenshot("kit").await;
    assert!(std::fs::read(&picture).unwrap().starts_with(b"\x89PNG"));
    std::fs::remove_file(picture).unwrap();
}

#[tokio::test]
async fn browser_checks_find_what_is_wrong_with_a_page() {
    let browser = Browser::start().await;
    browser.size(1280, 900).await;
    browser.dark(false).await;
    let page = "data:text/html,<title>Bad</title><h1>One</h1><h1>Two</h1><p style='color:silver;background:white'>Faint</p>\
<div style='width:90px;overflow:hidden;white-space:nowrap'>A long text that is cut somewhere</div>\
<input type=password><input aria-invalid=true><button style='outline:none'>Go</button>\
<div hx-trigger='every 1s'>1</div><table><tr><th>Name</table>";
    browser.open(page).await;
    let found = [
        ("axe", browser.axe(Rules::All).await, &["color-contrast at p", "html-has-lang", "label at"][..]),
        ("axe, colours", browser.axe(Rules::Colours).await, &["color-contrast at p"]),
        (
            "structure",
            browser.structure().await,
            &[
                "no language",
                "2 first headings",
                "0 main parts",
                "skip link",
                "no caption",
                "without scope",
                "does not say why",
                "autocomplete",
                "tells nobody",
            ],
        ),
        ("enlarged", browser.enlarged().await, &["320 wide: div cuts its text", "1280 wide with spaced text"]),
        ("focus", browser.focus_shown().await, &["button Go: it looks the same with the focus"]),
    ];
    for (look, found, expected) in found {
        for fault in expected {
            assert!(found.iter().any(|line| line.contains(fault)), "{look} does not find {fault}, but {found:#?}");
        }
    }
}
