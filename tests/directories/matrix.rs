//! Every server with every encryption and every feature. What was seen is printed as tables, and kept in
//! `target/tests/matrix.md`.

use crate::refused::{WRONG, refused};
use crate::support::company::Company;
use crate::support::http::Page;
use crate::support::openldap::GROUPS_DN;
use crate::support::people::person;
use crate::support::samba::Samba;
use crate::support::tls::{ServerCertificate, TestCa};
use crate::table::Table;
use crate::town::{Kind, ORDINARY, Server, Tls, WITH_STATE};
use muster::model::ConnectionFailure;
use std::path::Path;

const ENCRYPTION: [(&str, &str); 3] = [("none", "plain"), ("starttls", "StartTLS"), ("ldaps", "LDAPS")];

#[test]
fn every_server_with_every_encryption_does_everything() {
    let kinds = Kind::ALL.map(|kind| kind.name().to_owned());
    let with_encryption = Kind::ALL.iter().flat_map(|kind| ENCRYPTION.map(|(_, name)| column(*kind, name)));
    let features = Table::new("What works, by server and encryption", with_encryption);
    let states = Table::new("What a sign-in with the right password meets, by state of the account", kinds.clone());
    let faults = Table::new("What is said when encryption fails", kinds);
    let (features, states, faults) = (&features, &states, &faults);
    let parts = std::thread::scope(|scope| {
        let parts = Kind::ALL.map(|kind| {
            let everything = scope.spawn(move || block_on(everything(kind, features, states)));
            [everything, scope.spawn(move || block_on(every_fault(kind, faults)))]
        });
        parts.map(|parts| parts.map(|part| part.join().is_ok()))
    });
    let tables = [features, states, faults];
    let text = tables.map(|table| table.text()).join("\n");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("tests");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("matrix.md"), &text).unwrap();
    println!("\n{text}");
    assert_eq!(parts, [[true; 2]; 3], "not everything works");
    assert!(tables.iter().all(|table| table.is_whole()), "something was left out");
}

/// On this thread: what is waited for here blocks nobody else.
fn block_on(part: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(part);
}

fn column(kind: Kind, encryption: &str) -> String {
    format!("{} {encryption}", kind.short())
}

/// The company on one server, read with each encryption in turn.
async fn everything(kind: Kind, features: &Table, states: &Table) {
    let address = Samba::free_address();
    let ca = TestCa::at(&address);
    let tls = Tls { certificate: Some(ca.good()), address, ..Tls::none() };
    let server = kind.company_with(tls).await;
    let company = Company::new().await;
    for (number, (security, name)) in ENCRYPTION.into_iter().enumerate() {
        let tour = Tour { kind, server: &server, company: &company, ca: ca.pem(), security, round: number };
        let seen = |feature: &str, what: &str| features.seen(feature, &column(kind, name), what);
        tour.connect(&[]).await.expect_status(303);
        let page = tour.settings().await;
        assert!(page.contains(&format!("What is empty is filled in for {}.", kind.name())), "{page}");
        seen("recognised", kind.name());
        seen("empty fields filled", tour.fields_are_filled(&page));
        seen("counted exactly", &tour.people_are_counted(&page));
        tour.only_people_are_imported().await;
        seen("people only", "yes");
        tour.these_are_in("desk", &[0, 1]).await;
        seen("group by member", "2 of 2");
        tour.these_are_in("top", &[2, 3, 4]).await;
        seen("nested, with a cycle", "3 of 3");
        tour.connect(&[]).await.expect_status(303);
        tour.states_are_known().await;
        seen("states", "yes");
        company.sign_in(&person(number).mail, &person(number).password()).await;
        refused(&company, &person(number).mail, "wrong", WRONG).await;
        seen("sign-in", "yes");
        seen("lock-out in the log", &tour.lock_out_is_told(states).await);
    }
}

/// One server with one encryption, as an administrator sees it.
struct Tour<'a> {
    kind: Kind,
    server: &'a Server,
    company: &'a Company,
    ca: String,
    security: &'a str,
    /// How often this company was read before. In the first round the account `locked` is locked.
    round: usize,
}

impl Tour<'_> {
    /// Saves the settings with nothing filled in but what is needed.
    async fn connect(&self, changes: &[(&str, &str)]) -> Page {
        let usual = [
            ("host", self.server.host()),
            ("security", self.security),
            ("ca_certificate", &self.ca),
            ("base_dn", ""),
            ("group_dn", ""),
        ];
        let is_usual = |(name, _): &&(&str, &str)| !changes.iter().any(|(changed, _)| changed == name);
        let fields: Vec<(&str, &str)> = usual.iter().filter(is_usual).chain(changes).copied().collect();
        self.company.admin.connect_port(self.server.port_for(self.security), &fields).await
    }

    async fn settings(&self) -> String {
        self.company.admin.get("/settings/ldap/index").await.expect_status(200).text.replace("&amp;", "&")
    }

    fn fields_are_filled(&self, page: &str) -> &'static str {
        let (guid, name, filter) = match self.kind {
            Kind::OpenLdap => ("entryUUID", "cn", "simpleSecurityObject"),
            Kind::Ds389 => ("nsUniqueId", "cn", "simpleSecurityObject"),
            Kind::ActiveDirectory => ("objectGUID", "displayName", "objectClass=computer"),
        };
        for value in [guid, name, "mail", "telephoneNumber"] {
            assert!(page.contains(&format!("placeholder=\"{value}\"")), "{value} is not filled in");
        }
        let base = page.to_lowercase();
        assert!(base.contains("placeholder=\"dc=example,dc=test\"") && page.contains(filter), "{filter}");
        guid
    }

    /// Ordinary people and those with a state; on Active Directory also its own accounts, who have no mail.
    fn people_are_counted(&self, page: &str) -> String {
        let own = if self.kind == Kind::ActiveDirectory { self.kind.own_accounts() } else { 0 };
        let expected = format!("{} people match", ORDINARY + WITH_STATE.len() + own);
        assert!(page.contains(&expected), "{expected}: {page}");
        expected
    }

    async fn only_people_are_imported(&self) {
        let run = self.company.import().await;
        let people = (ORDINARY + WITH_STATE.len()) as u64;
        let expected = [[people, 0, 0], [0, 1, people - 1], [0, 0, people]][self.round];
        assert_eq!(["added", "updated", "unchanged"].map(|name| run[name].as_u64().unwrap()), expected, "{run}");
        let mut expected: Vec<String> = WITH_STATE.iter().map(|uid| format!("{uid}@example.test")).collect();
        expected.extend((0..ORDINARY).map(|number| person(number).mail));
        assert_eq!(self.company.emails().await, expected);
    }

    /// A preview with this group set finds exactly these people.
    async fn these_are_in(&self, group: &str, numbers: &[usize]) {
        self.connect(&[("group_dn", &format!("cn={group},{GROUPS_DN}"))]).await.expect_status(303);
        let preview = self.company.admin.preview_and_wait().await;
        let all = ORDINARY + WITH_STATE.len();
        assert_eq!((&preview["unchanged"], &preview["held"]), (&numbers.len().into(), &(all - numbers.len()).into()));
        let changes = self.company.changes(&preview).await;
        for number in numbers {
            let guid = &self.company.agent(&person(*number).mail).await["guid"];
            assert!(!changes.iter().any(|change| change["guid"] == *guid), "{number} is not in {group}");
        }
    }

    async fn states_are_known(&self) {
        for uid in WITH_STATE {
            let agent = self.company.agent(&format!("{uid}@example.test")).await;
            let expected = match (uid, self.kind) {
                ("locked", _) if self.round == 0 => "active",
                // Only the server knows how old a password may be.
                ("aged", Kind::OpenLdap) => "active",
                ("disabled" | "expired" | "locked", _) => uid,
                _ => "must_change",
            };
            assert_eq!(agent["state"], expected, "{uid}");
        }
    }

    /// The reason in the log. Each of these sign-ins counts, and the third has to wait or be unlocked.
    async fn lock_out_is_told(&self, states: &Table) -> String {
        if self.round == 0 {
            return self.states_meet_sign_ins(states).await;
        }
        if self.round == 2 {
            let locked = self.company.agent("locked@example.test").await;
            let path = format!("/agents/{}/unlock", locked["id"].as_str().unwrap());
            self.company.admin.post(&path, &[]).await.expect_status(303);
        }
        let told = self.sign_in("locked", WRONG).await;
        assert_eq!(told, "account locked");
        told
    }

    /// Each with the right password. Also locks the account `locked`, and answers what the log says of that.
    async fn states_meet_sign_ins(&self, states: &Table) -> String {
        let changed = "Your password must be changed first.";
        let dn = |uid: &str| self.kind.dn(uid);
        for (uid, words, why) in [
            ("disabled", self.kind.tells_the_disabled(), self.kind.names_the_disabled()),
            ("expired", "Your account in the company directory has expired.", "account expired"),
            ("must-change", changed, "password must be changed"),
            ("aged", "Your password has expired and must be changed first.", "password expired"),
        ] {
            let code = self.server.bind(&dn(uid), &format!("pw-{uid}")).await;
            assert_eq!(self.sign_in(uid, words).await, why, "{uid}");
            states.seen(uid, self.kind.name(), &format!("{code}: {why}; “{words}”"));
        }
        self.server.lock(&dn("locked")).await;
        let code = self.server.bind(&dn("locked"), "pw-locked").await;
        let told = self.sign_in("locked", WRONG).await;
        assert_eq!(told, "account locked");
        states.seen("locked", self.kind.name(), &format!("{code}: account locked; “{WRONG}”"));
        told
    }

    /// Someone with the right password, who reads this; answers the reason in the log.
    async fn sign_in(&self, uid: &str, words: &str) -> String {
        refused(self.company, &format!("{uid}@example.test"), &format!("pw-{uid}"), words).await
    }
}

/// Whatever can go wrong with encryption, each told by its cause and remedy.
async fn every_fault(kind: Kind, faults: &Table) {
    let address = Samba::free_address();
    let ca = TestCa::at(&address);
    let with = |certificate: ServerCertificate| Tls {
        certificate: Some(certificate),
        address: address.clone(),
        ..Tls::none()
    };
    let company = Company::new().await;
    let good = Tls { required: true, ..with(ca.good()) };
    let old = Tls { only_tls12: true, ..with(ca.good()) };
    let pem = ca.pem();
    // One after another at one address: Active Directory's ports cannot be chosen.
    {
        let server = kind.start(&kind.one(), good).await;
        let try_it =
            |security: &'static str, port: u16, pem: &str| fault(&company, &server, security, port, pem.to_owned());
        let (plain, tls) = (server.port(), server.tls_port());
        let both = [("starttls", plain), ("ldaps", tls)];
        for (security, port) in both {
            let told = try_it(security, port, &pem).await;
            assert!(told.starts_with("TLS 1.3"), "{told}");
        }
        faults.seen("own CA", kind.name(), "connected, TLS 1.3");
        let unknown = "The server's certificate is signed by an authority that is not trusted here.";
        for (security, port) in both {
            assert_eq!(try_it(security, port, "").await, unknown);
        }
        faults.seen("CA missing", kind.name(), unknown);
        let on_plain = try_it("ldaps", plain, &pem).await;
        assert_eq!(on_plain, format!("The server speaks plain LDAP on port {plain}, and LDAPS was asked for."));
        faults.seen("TLS on the plain port", kind.name(), &on_plain.replace(&plain.to_string(), "…"));
        // 389 Directory Server stays silent until the deadline.
        let on_tls = tokio::join!(try_it("none", tls, &pem), try_it("starttls", tls, &pem));
        let expected = format!("The server expects TLS from the first byte on port {tls}.");
        assert_eq!(on_tls, (expected.clone(), expected));
        faults.seen("plain on the TLS port", kind.name(), "The server expects TLS from the first byte on port ….");
        let required = try_it("none", plain, "").await;
        let code = if kind == Kind::ActiveDirectory { 8 } else { 13 };
        let over = "The directory accepts passwords over an encrypted connection only";
        assert_eq!(required, format!("{over} (result code {code})."));
        faults.seen("plain where TLS is required", kind.name(), &required);
    }
    for (certificate, row, expected) in [
        (ca.expired(), "expired", "The server's certificate expired on 2 Jan 2023.".to_owned()),
        (ca.wrong_name(), "wrong name", "The server's certificate is not for … but for elsewhere.test.".to_owned()),
        (
            ca.other_ca(),
            "another CA",
            "The server's certificate is signed by an authority that is not trusted here.".to_owned(),
        ),
    ] {
        let server = kind.start(&kind.one(), with(certificate)).await;
        for (security, port) in [("starttls", server.port()), ("ldaps", server.tls_port())] {
            let told = fault(&company, &server, security, port, pem.clone()).await;
            assert_eq!(told.replace(server.host(), "…"), expected, "{security}");
        }
        faults.seen(row, kind.name(), &expected);
    }
    let server = kind.start(&kind.one(), old).await;
    for (security, port) in [("starttls", server.port()), ("ldaps", server.tls_port())] {
        let told = fault(&company, &server, security, port, pem.clone()).await;
        assert!(told.starts_with("TLS 1.2"), "{told}");
    }
    faults.seen("TLS 1.2 only", kind.name(), "connected, TLS 1.2");
}

/// What a check of these settings says: the failure, or how it is encrypted. The remedy is there too.
async fn fault(company: &Company, server: &Server, security: &str, port: u16, pem: String) -> String {
    let fields = [("host", server.host()), ("security", security), ("ca_certificate", &pem)];
    let page = company.admin.connect_port(port, &fields).await;
    if page.status == 303 {
        let shown = company.admin.get("/settings/ldap/index").await.text;
        let (_, version) = shown.split_once("TLS 1.").expect("the check should name the version of TLS");
        return format!("TLS 1.{}", version.split(',').next().unwrap());
    }
    let page = page.expect_status(422);
    let said = page.text.replace("&quot;", "\"").replace("&amp;", "&");
    let (_, after) = said
        .split_once("Not connected, so nothing was saved. ")
        .unwrap_or_else(|| panic!("the page should say what failed: {said}"));
    let message = after.split('<').next().unwrap().to_owned();
    let expected = failures(server.host(), port).into_iter().find(|failure| failure.message() == message);
    let remedy = expected.unwrap_or_else(|| panic!("“{message}” is no failure that is expected")).remedy();
    assert!(said.contains(&remedy), "“{remedy}” is not said");
    message
}

/// Everything that may be said of encryption here.
fn failures(host: &str, port: u16) -> [ConnectionFailure; 7] {
    use ConnectionFailure as F;
    [
        F::UnknownIssuer,
        F::TlsOnPlainPort { port },
        F::PlainOnTlsPort { port },
        F::EncryptionRequired { result_code: 8 },
        F::EncryptionRequired { result_code: 13 },
        F::CertificateExpired { until: "2 Jan 2023".into() },
        F::WrongName { host: host.into(), names: vec!["elsewhere.test".into()] },
    ]
}
