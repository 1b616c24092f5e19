//! The usual mistakes of somebody who connects a directory for the first time, on each kind of server: what the page
//! answers has to lead on.

use crate::support::ds389::{ADMIN_DN, ADMIN_PASSWORD, Ds389};
use crate::support::html;
use crate::support::http::{Page, Visitor};
use crate::support::openldap::{BASE_DN, BIND_DN, BIND_PASSWORD, OpenLdap};
use crate::support::panel::Panel;
use crate::support::process::free_ports;
use crate::support::samba::{self, Samba};
use crate::support::tls::TestCa;

const SETTINGS: &str = "/settings/ldap/index";

/// What was typed instead of the right thing, the field that the page has to point to, and what it has to say.
type Mistake<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a [&'a str]);

/// A panel that nobody has set up before, and what connects it.
struct Newcomer {
    visitor: Visitor,
    right: Vec<(&'static str, String)>,
    _panel: Panel,
}

impl Newcomer {
    async fn at(host: &str, port: u16, user: &str, password: &str) -> Newcomer {
        let panel = Panel::start().await;
        let visitor = Visitor::setup_administrator(&panel).await;
        let right = [("host", host), ("port", &port.to_string()), ("bind_dn", user), ("bind_password", password)];
        let right = right.map(|(name, value)| (name, value.to_owned())).into();
        Newcomer { visitor, right, _panel: panel }
    }

    /// Saves what is right but for these.
    async fn save(&self, changes: &[(&str, &str)]) -> Page {
        let right = self.right.iter().map(|(name, value)| (*name, value.as_str()));
        let kept = right.filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        let fields: Vec<(&str, &str)> = kept.chain(changes.iter().copied()).collect();
        self.visitor.submit(SETTINGS, SETTINGS, &fields).await
    }

    async fn makes(&self, mistakes: &[Mistake<'_>]) {
        for (typed, field, said) in mistakes {
            let refused = self.save(typed).await.expect_status(422);
            let words = plain(&refused.text);
            let beside = html::message_beside(&refused.text, field);
            println!("{typed:?}\n  beside {field}: {beside:?}\n  {}", notice(&words));
            assert!(beside.is_some(), "{typed:?}: nothing beside {field}\n{words}");
            if let Some(take) = words.find("take_certificate") {
                let form = words.find("id=\"ldap-settings\"").unwrap();
                let first = form + words[form..].find("type=\"submit\"").unwrap();
                assert!(words[first..take].contains("</button>"), "Enter in a field takes the certificate");
            }
            for part in *said {
                assert!(words.contains(part), "{typed:?}: “{part}” is not said\n{}", notice(&words));
            }
        }
    }

    /// The way on: saved, previewed, imported.
    async fn goes_on(&self, changes: &[(&str, &str)], people: u64) {
        assert!(self.visitor.get("/agents").await.text.contains("Connect your directory"));
        self.save(changes).await.expect_status(303);
        let connected = self.visitor.get(SETTINGS).await.expect_status(200).text;
        assert!(connected.contains("aria-current=\"step\"") && connected.contains("Preview the first import"));
        assert!(self.visitor.get("/agents").await.text.contains("Preview the first import"));

        let preview = self.visitor.preview_and_wait().await;
        let page = self.visitor.get(&format!("/imports/{}", preview["id"])).await.expect_status(200);
        let words = plain(&page.text);
        assert!(words.contains(&format!("{people} people would become agents, in the group Support team")), "{words}");
        assert!(words.contains("Import now"), "{words}");

        let import = self.visitor.import_and_wait().await;
        let page = self.visitor.get(&format!("/imports/{}", import["id"])).await.expect_status(200);
        for part in ["What happens next", "/login", "Who leaves", "muster backup"] {
            assert!(page.text.contains(part), "{part} is not said after the first import");
        }
        let after = self.visitor.get(SETTINGS).await.expect_status(200).text;
        assert!(!after.contains("first-steps"), "the first steps stay on the page");
        let second = self.visitor.import_and_wait().await;
        let page = self.visitor.get(&format!("/imports/{}", second["id"])).await.expect_status(200);
        assert!(!page.text.contains("What happens next"), "it is told again");
    }
}

fn plain(page: &str) -> String {
    page.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The notice over the form, for who watches.
fn notice(page: &str) -> String {
    let from = page.find("class=\"notice").unwrap_or(0);
    let text = &page[from..(from + 1500).min(page.len())];
    let mut shown = String::new();
    let mut within = false;
    for c in text.split("</div>").next().unwrap_or_default().chars() {
        match c {
            '<' => within = true,
            '>' => within = false,
            c if !within => shown.push(c),
            _ => {}
        }
    }
    shown
}

#[tokio::test]
async fn the_first_hour_with_openldap_leads_from_each_mistake_to_the_first_import() {
    let ca = TestCa::new();
    let directory = OpenLdap::builder().people(3).tls(ca.good()).start().await;
    let newcomer = Newcomer::at("localhost", directory.port, BIND_DN, BIND_PASSWORD).await;
    let [closed] = free_ports();
    let (closed, tls) = (closed.to_string(), directory.tls_port.unwrap().to_string());
    let (port, short, units) =
        (directory.port.to_string(), BIND_DN.split(',').next().unwrap(), format!("ou=people,{BASE_DN}"));
    newcomer
        .makes(&[
            (&[("bind_password", "")], "bind_password", &["Enter the password of the user"]),
            (&[("host", "ldap-of-nobody.invalid")], "host", &["could not be resolved", "the whole name"]),
            (&[("port", &closed)], "port", &["refused the connection", "636 for LDAPS"]),
            (&[("port", &tls)], "security", &["expects TLS", "Choose LDAPS"]),
            (&[("security", "ldaps")], "security", &["plain LDAP", "Choose StartTLS"]),
            (&[("security", "starttls")], "ca_certificate", &["not trusted here", "below that field"]),
            (
                &[("security", "ldaps"), ("port", &tls)],
                "ca_certificate",
                &["not trusted here", "SHA-256 fingerprint", "take_certificate"],
            ),
            (&[("bind_dn", short)], "bind_dn", &["refused the user's password", "cn=sync alone is seldom a whole DN"]),
            (&[("bind_dn", "EXAMPLE\\sync"), ("kind", "openldap")], "bind_dn", &["Only Active Directory"]),
            (
                &[("bind_password", "wrong")],
                "bind_password",
                &["servers answer the same when they do not know the user"],
            ),
            (&[("base_dn", "dc=exmaple,dc=test")], "base_dn", &["There is no entry", "begin at: dc=example,dc=test"]),
            (&[("user_filter", "(objectClass=inetOrgPerson")], "user_filter", &[]),
            (&[("user_filter", "(objectClass=inetOrgPreson)")], "user_filter", &["Nobody below", "User filter empty"]),
            (
                &[("group_dn", "cn=suport,ou=groups,dc=example,dc=test")],
                "group_dn",
                &["There is no group", "typing error"],
            ),
            (&[("group_dn", &units)], "group_dn", &["Only members of ou=people", "belongs under Directory DN"]),
        ])
        .await;
    newcomer.goes_on(&[("security", "starttls"), ("port", &port), ("ca_certificate", &ca.pem())], 3).await;
}

#[tokio::test]
async fn the_first_hour_with_389_directory_server_leads_from_each_mistake_to_the_first_import() {
    let ca = TestCa::new();
    let directory = Ds389::builder().people(3).tls(ca.good()).start().await;
    let newcomer = Newcomer::at("localhost", directory.port, BIND_DN, BIND_PASSWORD).await;
    let tls = directory.tls_port.unwrap().to_string();
    let units = format!("ou=people,{BASE_DN}");
    newcomer
        .makes(&[
            (&[("port", &tls)], "security", &["expects TLS", "Choose LDAPS"]),
            (&[("security", "ldaps")], "security", &["plain LDAP"]),
            (&[("security", "starttls")], "ca_certificate", &["not trusted here"]),
            (&[("bind_dn", "cn=sync")], "bind_dn", &["cn=sync alone is seldom a whole DN"]),
            (&[("bind_dn", "sync@example.test"), ("kind", "389ds")], "bind_dn", &["Only Active Directory"]),
            (&[("bind_password", "wrong")], "bind_password", &["servers answer the same"]),
            (&[("base_dn", "dc=exmaple,dc=test")], "base_dn", &["There is no entry", "begin at: dc=example,dc=test"]),
            (&[("user_filter", "(objectClass=inetOrgPreson)")], "user_filter", &["User filter empty"]),
            (&[("group_dn", "cn=suport,ou=groups,dc=example,dc=test")], "group_dn", &["There is no group"]),
            (&[("group_dn", &units)], "group_dn", &["Only members of ou=people"]),
        ])
        .await;
    newcomer.goes_on(&[("security", "ldaps"), ("port", &tls), ("ca_certificate", &ca.pem())], 3).await;
}

#[tokio::test]
async fn the_first_hour_with_active_directory_leads_from_each_mistake_to_the_first_import() {
    let address = Samba::free_address();
    let ca = TestCa::at(&address);
    let directory = Samba::builder().people(3).address(&address).tls(ca.good()).strong_authentication().start().await;
    let newcomer = Newcomer::at(&directory.address, samba::PORT, samba::USER, BIND_PASSWORD).await;
    let (tls, pem) = (samba::TLS_PORT.to_string(), ca.pem());
    let with_tls = |changes: &[(&'static str, &'static str)]| {
        [&[("security", "starttls"), ("ca_certificate", pem.as_str())], changes].concat()
    };
    newcomer
        .makes(&[
            (&[], "security", &["over an encrypted connection only", "Choose StartTLS or LDAPS"]),
            (&[("port", &tls)], "security", &["expects TLS"]),
            (&[("security", "starttls")], "ca_certificate", &["not trusted here"]),
            (&with_tls(&[("bind_dn", "cn=sync")]), "bind_dn", &["alone is seldom a whole DN"]),
            (&with_tls(&[("bind_password", "wrong")]), "bind_password", &["user@domain"]),
            (&with_tls(&[("base_dn", "dc=exmaple,dc=test")]), "base_dn", &["begin at:"]),
            (&with_tls(&[("group_dn", "cn=suport,ou=groups,dc=example,dc=test")]), "group_dn", &["There is no group"]),
            (&with_tls(&[("group_dn", "ou=people,dc=example,dc=test")]), "group_dn", &["Only members of"]),
            (&with_tls(&[("user_filter", "(department=Suport)")]), "user_filter", &["User filter empty"]),
        ])
        .await;
    newcomer.goes_on(&with_tls(&[("bind_dn", "EXAMPLE\\sync")]), 3).await;
}

/// The texts of the page that can be copied.
fn commands(page: &str) -> Vec<String> {
    let blocks = page.split("<pre><code>").skip(1);
    blocks.filter_map(|block| Some(plain(block.split("</code>").next()?))).collect()
}

#[tokio::test]
async fn the_account_that_the_help_makes_in_389_directory_server_reads_people_and_no_password() {
    let directory = Ds389::builder().people(3).start().await;
    let user = format!("cn=muster,{BASE_DN}");
    let newcomer = Newcomer::at("127.0.0.1", directory.port, &user, "a password of its own").await;
    let page = newcomer.visitor.get(SETTINGS).await.expect_status(200).text;
    let text = commands(&page).into_iter().find(|text| text.contains("nsSizeLimit")).expect("the help has a text");
    let text = text.replace("dc=example,dc=com", BASE_DN).replace("CHANGE-ME", "a password of its own");
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text + "\n").unwrap();

    let url = format!("ldap://127.0.0.1:{}", directory.port);
    let tool = |program: &str, arguments: &[&str]| {
        let done = std::process::Command::new(program).args(["-x", "-H", &url]).args(arguments).output().unwrap();
        assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    tool("ldapmodify", &["-D", ADMIN_DN, "-w", ADMIN_PASSWORD, "-f", file.path().to_str().unwrap()]);
    let seen = tool("ldapsearch", &["-D", &user, "-w", "a password of its own", "-b", BASE_DN, "(objectClass=person)"]);
    assert!(seen.contains("mail: ") && !seen.contains("userPassword"), "{seen}");
    newcomer.goes_on(&[], 3).await;
}
