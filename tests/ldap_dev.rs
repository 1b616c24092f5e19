//! The `ldap` module against a real slapd, and against scripted servers where none misbehaves so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

use muster::ldap::{Access, Connection, Deadlines, Depth, PasswordVerdict, check, check_within, parse_ca_certificate};
use muster::model::*;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const BASE: &str = "dc=example,dc=test";
const READER: &str = "cn=reader,ou=system,dc=example,dc=test";

// ---- certificates ----

struct Authority {
    issuer: rcgen::CertifiedIssuer<'static, rcgen::KeyPair>,
}

impl Authority {
    fn new() -> Authority {
        let mut params = rcgen::CertificateParams::new(vec![]).unwrap();
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        let issuer = rcgen::CertifiedIssuer::self_signed(params, rcgen::KeyPair::generate().unwrap()).unwrap();
        Authority { issuer }
    }

    fn sign(&self, names: &[&str], years: (i32, i32)) -> (String, String) {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut params = rcgen::CertificateParams::new(names).unwrap();
        params.not_before = rcgen::date_time_ymd(years.0, 1, 1);
        params.not_after = rcgen::date_time_ymd(years.1, 3, 3);
        let key = rcgen::KeyPair::generate().unwrap();
        (params.signed_by(&key, &self.issuer).unwrap().pem(), key.serialize_pem())
    }

    fn pem(&self) -> String {
        self.issuer.pem()
    }
}

const HERE: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

// ---- slapd ----

struct Slapd {
    child: Child,
    folder: tempfile::TempDir,
    port: u16,
    tls_port: u16,
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn person(out: &mut String, uid: &str, more: &str) {
    write!(
        out,
        "dn: uid={uid},ou=people,{BASE}\nobjectClass: inetOrgPerson\nuid: {uid}\ncn: Name {uid}\nsn: {uid}\n\
         userPassword: pw-{uid}\n{more}\n"
    )
    .unwrap();
}

fn people(count: usize) -> String {
    let mut out = String::new();
    for i in 0..count {
        let uid = format!("u{i:05}");
        person(
            &mut out,
            &uid,
            &format!("mail: {uid}@example.test\ntelephoneNumber: +49 30 {i}\njpegPhoto:: AAECAwQ=\n"),
        );
    }
    out
}

impl Slapd {
    fn start(config: &str, ldif: &str, certificate: Option<(String, String)>) -> Slapd {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).display().to_string();
        std::fs::create_dir(at("db")).unwrap();
        let mut tls = String::new();
        if let Some((certificate, key)) = certificate {
            std::fs::write(at("crt"), certificate).unwrap();
            std::fs::write(at("key"), key).unwrap();
            tls = format!("TLSCertificateFile {}\nTLSCertificateKeyFile {}\n", at("crt"), at("key"));
        }
        let text = format!(
            "include /etc/ldap/schema/core.schema\ninclude /etc/ldap/schema/cosine.schema\n\
             include /etc/ldap/schema/inetorgperson.schema\ninclude /etc/ldap/schema/nis.schema\n\
             modulepath /usr/lib/ldap\nmoduleload back_mdb\nmoduleload ppolicy\npidfile {}\nthreads 4\n{tls}\
             database mdb\nsuffix {BASE}\nrootdn cn=admin,{BASE}\nrootpw adminpw\ndirectory {}\nmaxsize 1073741824\n\
             dbnosync\nindex objectClass,uid,entryUUID,member eq\n{config}\n\
             access to attrs=userPassword by anonymous auth by * none\n\
             access to dn.subtree=ou=hidden,{BASE} by * none\naccess to * by users read by * none\n\
             overlay ppolicy\nppolicy_default cn=default,{BASE}\nppolicy_use_lockout\n",
            at("pid"),
            at("db")
        );
        std::fs::write(at("conf"), text).unwrap();
        let mut data = format!("dn: {BASE}\nobjectClass: domain\ndc: example\n\n");
        for unit in ["people", "groups", "system", "left", "hidden", "empty"] {
            write!(data, "dn: ou={unit},{BASE}\nobjectClass: organizationalUnit\nou: {unit}\n\n").unwrap();
        }
        write!(
            data,
            "dn: {READER}\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: reader\n\
             userPassword: readerpw\n\ndn: cn=default,{BASE}\nobjectClass: device\nobjectClass: pwdPolicy\ncn: default\n\
             pwdAttribute: userPassword\npwdMustChange: TRUE\npwdLockout: TRUE\npwdMaxFailure: 3\n\n{ldif}"
        )
        .unwrap();
        std::fs::write(at("ldif"), data).unwrap();
        let added =
            Command::new("/usr/sbin/slapadd").args(["-q", "-f", &at("conf"), "-b", BASE, "-l", &at("ldif")]).output();
        let added = added.unwrap();
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
        let (port, tls_port) = (free_port(), free_port());
        let mut urls = format!("ldap://127.0.0.1:{port} ldap://[::1]:{port}");
        if !tls.is_empty() {
            write!(urls, " ldaps://127.0.0.1:{tls_port} ldaps://[::1]:{tls_port}").unwrap();
        }
        let log = std::fs::File::create(at("log")).unwrap();
        let child = Command::new("/usr/sbin/slapd")
            .args(["-f", &at("conf"), "-h", &urls, "-d", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        let until = Instant::now() + Duration::from_secs(10);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < until, "slapd did not start");
            std::thread::sleep(Duration::from_millis(10));
        }
        Slapd { child, folder, port, tls_port }
    }

    fn access(&self) -> Access {
        access("127.0.0.1", self.port)
    }

    fn modify(&self, ldif: &str) {
        let file = self.folder.path().join("change.ldif");
        std::fs::write(&file, ldif).unwrap();
        let url = format!("ldap://127.0.0.1:{}", self.port);
        let admin = format!("cn=admin,{BASE}");
        let done = Command::new("ldapmodify")
            .args(["-x", "-H", &url, "-D", &admin, "-w", "adminpw", "-f"])
            .arg(&file)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
}

impl Drop for Slapd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

// ---- settings ----

fn access(host: &str, port: u16) -> Access {
    let settings = LdapSettings {
        enabled: true,
        hosts: HostList::parse(host).unwrap().0,
        port: Some(port),
        security: TransportSecurity::None,
        ca_certificate: None,
        bind_dn: READER.into(),
        bind_password: SealedSecret(String::new()),
        base_dn: None,
        user_filter: None,
        guid_attribute: None,
        cn_attribute: None,
        mail_attribute: None,
        phone_attribute: None,
        group_dn: None,
        default_group: GroupId(1),
        default_role: Role::Employee,
    };
    Access { settings, bind_password: "readerpw".into() }
}

fn encrypted(host: &str, port: u16, security: TransportSecurity, ca: &str) -> Access {
    let mut access = access(host, port);
    access.settings.security = security;
    access.settings.ca_certificate = Some(parse_ca_certificate(ca).unwrap());
    access
}

fn short() -> Deadlines {
    let half = Duration::from_millis(500);
    Deadlines { connect: half, encrypt: half, bind: half, page: half, ..Deadlines::default() }
}

async fn failure(access: &Access) -> ConnectionFailure {
    match Connection::open_within(access, short()).await {
        Ok(_) => panic!("opened"),
        Err(problem) => problem.failure,
    }
}

async fn all(connection: &mut Connection) -> Result<Vec<Found>, DirectoryProblem> {
    let mut people = connection.people().await?;
    let mut found = Vec::new();
    while let Some(one) = people.next().await? {
        found.push(one);
    }
    assert_eq!(people.next().await, Ok(None));
    Ok(found)
}

fn uids(found: &[Found]) -> Vec<String> {
    let mut uids: Vec<String> = found
        .iter()
        .map(|found| match found {
            Found::Person(person) => person.dn.clone(),
            Found::Unusable { dn, .. } => dn.clone(),
        })
        .map(|dn| dn.trim_start_matches("uid=").split(',').next().unwrap().to_owned())
        .collect();
    uids.sort();
    uids
}

// ---- tests against slapd ----

#[tokio::test]
async fn people_are_read_over_plain_starttls_and_ldaps_by_name_and_by_both_kinds_of_address() {
    let authority = Authority::new();
    let slapd = Slapd::start("", &people(3), Some(authority.sign(&HERE, (2020, 2040))));
    for host in ["localhost", "127.0.0.1", "::1"] {
        for security in TransportSecurity::ALL {
            let port = if security == TransportSecurity::Ldaps { slapd.tls_port } else { slapd.port };
            let access = encrypted(host, port, security, &authority.pem());
            // On another task: everything must be able to move between threads.
            let task = tokio::spawn(async move {
                let mut connection = Connection::open(&access).await.unwrap();
                let found = all(&mut connection).await.unwrap();
                connection.close().await;
                found
            });
            assert_eq!(uids(&task.await.unwrap()), ["u00000", "u00001", "u00002"], "{host} {security:?}");
        }
    }
}

#[tokio::test]
async fn faults_of_certificates_are_told_apart() {
    let (authority, other) = (Authority::new(), Authority::new());
    let ldaps = TransportSecurity::Ldaps;

    let wrong_name = Slapd::start("", "", Some(authority.sign(&["elsewhere.test", "10.1.2.3"], (2020, 2040))));
    let failed = failure(&encrypted("localhost", wrong_name.tls_port, ldaps, &authority.pem())).await;
    let names = vec!["elsewhere.test".to_owned(), "10.1.2.3".to_owned()];
    assert_eq!(failed, ConnectionFailure::WrongName { host: "localhost".into(), names });

    let unknown = encrypted("localhost", wrong_name.tls_port, ldaps, &other.pem());
    assert_eq!(failure(&unknown).await, ConnectionFailure::UnknownIssuer);

    let expired = Slapd::start("", "", Some(authority.sign(&HERE, (2020, 2022))));
    let failed = failure(&encrypted("localhost", expired.tls_port, ldaps, &authority.pem())).await;
    assert_eq!(failed, ConnectionFailure::CertificateExpired { until: "3 Mar 2022".into() });
    let failed = failure(&encrypted("::1", expired.port, TransportSecurity::StartTls, &authority.pem())).await;
    assert_eq!(failed, ConnectionFailure::CertificateExpired { until: "3 Mar 2022".into() });

    let early = Slapd::start("", "", Some(authority.sign(&HERE, (2090, 2091))));
    let failed = failure(&encrypted("localhost", early.tls_port, ldaps, &authority.pem())).await;
    assert_eq!(failed, ConnectionFailure::CertificateNotYetValid { from: "1 Jan 2090".into() });
}

#[tokio::test]
async fn a_self_signed_certificate_given_as_trusted_is_trusted_and_its_names_still_count() {
    let own = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let slapd = Slapd::start("", &people(1), Some((own.cert.pem(), own.signing_key.serialize_pem())));
    let ldaps = TransportSecurity::Ldaps;
    Connection::open(&encrypted("localhost", slapd.tls_port, ldaps, &own.cert.pem())).await.unwrap();
    let failed = failure(&encrypted("127.0.0.1", slapd.tls_port, ldaps, &own.cert.pem())).await;
    assert_eq!(failed, ConnectionFailure::WrongName { host: "127.0.0.1".into(), names: vec!["localhost".into()] });
}

#[tokio::test]
async fn tls_on_the_plain_port_and_the_reverse_are_said_in_words() {
    let authority = Authority::new();
    let slapd = Slapd::start("", "", Some(authority.sign(&HERE, (2020, 2040))));
    let on_plain = encrypted("localhost", slapd.port, TransportSecurity::Ldaps, &authority.pem());
    assert_eq!(failure(&on_plain).await, ConnectionFailure::TlsOnPlainPort { port: slapd.port });
    for security in [TransportSecurity::None, TransportSecurity::StartTls] {
        let on_tls = encrypted("localhost", slapd.tls_port, security, &authority.pem());
        assert_eq!(failure(&on_tls).await, ConnectionFailure::PlainOnTlsPort { port: slapd.tls_port }, "{security:?}");
    }
}

#[tokio::test]
async fn a_refused_starttls_ends_there() {
    let slapd = Slapd::start("", "", None);
    let access = encrypted("localhost", slapd.port, TransportSecurity::StartTls, &Authority::new().pem());
    assert!(matches!(failure(&access).await, ConnectionFailure::StartTlsRefused { .. }));
}

#[tokio::test]
async fn a_wrong_password_of_the_service_account_is_named_and_tried_on_one_server_only() {
    let (first, second) = (Slapd::start("", "", None), Slapd::start("", &people(1), None));
    let hosts = format!("127.0.0.1:{}, 127.0.0.1:{}", first.port, second.port);
    let mut access = access(&hosts, 1);
    access.bind_password = "wrong".into();
    assert_eq!(failure(&access).await, ConnectionFailure::WrongCredentials);
    access.settings.bind_dn = "no dn".into();
    assert_eq!(failure(&access).await, ConnectionFailure::BadBindDn);
}

#[tokio::test]
async fn the_next_server_is_tried_when_one_cannot_be_reached() {
    let slapd = Slapd::start("", &people(1), None);
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let hosts = format!("127.0.0.1:{}, no-such-host.invalid, 127.0.0.1:{}", free_port(), slapd.port);
    let report = check(&access(&hosts, 1), Depth::Full).await;
    assert_eq!(report.problem(), None, "{report:#?}");
    assert_eq!(report.steps[1].outcome, StepOutcome::Warning);
    drop(silent);
    let failed = failure(&access(&format!("127.0.0.1:{}, no-such-host.invalid", free_port()), 1)).await;
    assert!(matches!(failed, ConnectionFailure::ConnectionRefused { .. }), "{failed:?}");
}

#[tokio::test]
async fn a_base_that_is_not_there_is_named() {
    let slapd = Slapd::start("", &people(1), None);
    let mut access = slapd.access();
    access.settings.base_dn = Some(Dn::parse("ou=nowhere,dc=example,dc=test").unwrap());
    let expected = ConnectionFailure::BaseNotFound { base: "ou=nowhere,dc=example,dc=test".into() };
    let mut connection = Connection::open(&access).await.unwrap();
    assert_eq!(all(&mut connection).await.unwrap_err().failure, expected);
    let report = check(&access, Depth::Link).await;
    assert_eq!(report.problem().unwrap().failure, expected);
    let outcomes: Vec<StepOutcome> = report.steps.iter().map(|step| step.outcome).collect();
    use StepOutcome::*;
    assert_eq!(outcomes, [Ok, Ok, Skipped, Ok, Failed, Skipped, Skipped]);
}

#[tokio::test]
async fn a_hard_size_limit_is_an_error_after_what_it_let_through() {
    let slapd = Slapd::start("limits users size.soft=500 size.hard=500", &people(1200), None);
    let mut connection = Connection::open(&slapd.access()).await.unwrap();
    let mut search = connection.people().await.unwrap();
    let mut count = 0;
    let failed = loop {
        match search.next().await {
            Ok(Some(_)) => count += 1,
            Ok(None) => panic!("ended well after {count}"),
            Err(problem) => break problem,
        }
    };
    assert_eq!(failed.failure, ConnectionFailure::ServerLimit { result_code: 4, after: 500 });
    assert_eq!(search.next().await.unwrap_err(), failed);
}

#[tokio::test]
async fn twenty_five_hundred_people_come_in_pages_and_only_what_is_mapped_is_asked_for() {
    let slapd = Slapd::start("limits users size=unlimited size.prtotal=unlimited size.pr=1000", &people(2500), None);
    let mut connection = Connection::open(&slapd.access()).await.unwrap();
    let resolved = connection.resolved().clone();
    assert_eq!((resolved.vendor, resolved.base_dn.as_str()), (Vendor::OpenLdap, BASE));
    assert_eq!(resolved.guid_attribute.as_str(), "entryUUID");
    let found = all(&mut connection).await.unwrap();
    assert_eq!(found.len(), 2500);
    let Found::Person(person) = &found[0] else { panic!("{:?}", found[0]) };
    assert_eq!((person.guid.as_str().len(), person.state), (36, DirectoryState::Enabled));
}

#[tokio::test]
async fn a_person_is_found_by_guid_after_a_rename_and_a_move_and_not_outside_base_and_filter() {
    let slapd = Slapd::start("", &people(2), None);
    let mut connection = Connection::open(&slapd.access()).await.unwrap();
    let found = all(&mut connection).await.unwrap();
    let Found::Person(before) = &found[0] else { panic!() };
    slapd.modify(&format!(
        "dn: {}\nchangetype: modrdn\nnewrdn: uid=renamed\ndeleteoldrdn: 1\nnewsuperior: ou=left,{BASE}\n",
        before.dn
    ));
    let Some(Found::Person(after)) = connection.find_person(&before.guid).await.unwrap() else { panic!() };
    assert_eq!(after.dn, format!("uid=renamed,ou=left,{BASE}"));
    assert_eq!(after.guid, before.guid);
    let nobody = Guid::from_canonical("00000000-0000-0000-0000-000000000000");
    assert_eq!(connection.find_person(&nobody).await, Ok(None));
    assert_eq!(connection.find_person(&Guid::from_canonical("*)(uid=*")).await, Ok(None));

    let mut narrow = slapd.access();
    narrow.settings.base_dn = Some(Dn::parse(&format!("ou=people,{BASE}")).unwrap());
    let mut connection = Connection::open(&narrow).await.unwrap();
    assert_eq!(connection.find_person(&before.guid).await, Ok(None));
}

#[tokio::test]
async fn passwords_are_verified_by_one_bind_and_states_of_accounts_are_refusals() {
    let mut ldif = people(1);
    person(&mut ldif, "mustchange", "mail: m@example.test\npwdReset: TRUE\n");
    person(&mut ldif, "locked", "mail: l@example.test\npwdAccountLockedTime: 000001010000Z\n");
    let slapd = Slapd::start("", &ldif, None);
    let mut connection = Connection::open(&slapd.access()).await.unwrap();
    let dn = |uid: &str| format!("uid={uid},ou=people,{BASE}");
    let refused = |why: &str| PasswordVerdict::Refused { why: Some(why.into()) };
    for (uid, password, expected) in [
        ("u00000", "pw-u00000", PasswordVerdict::Accepted),
        ("u00000", "wrong", PasswordVerdict::Refused { why: None }),
        ("u00000", "", refused("empty")),
        ("nobody", "x", PasswordVerdict::Refused { why: None }),
        ("mustchange", "pw-mustchange", refused("password must be changed")),
        ("locked", "pw-locked", refused("account locked")),
    ] {
        assert_eq!(connection.verify_password(&dn(uid), &password.into()).await, Ok(expected), "{uid} {password}");
    }
    // The connection speaks as the service account again.
    let found = all(&mut connection).await.unwrap();
    assert_eq!(uids(&found), ["locked", "mustchange", "u00000"]);
    let locked = found.iter().find_map(|one| match one {
        Found::Person(person) if person.email.as_str() == "l@example.test" => Some(person.state),
        _ => None,
    });
    assert_eq!(locked, Some(DirectoryState::Disabled));
}

#[tokio::test]
async fn members_of_nested_and_circular_groups_are_found_once_and_others_are_not() {
    let mut ldif = people(6);
    let mut group = |name: &str, members: &[&str]| {
        write!(ldif, "dn: cn={name},ou=groups,{BASE}\nobjectClass: groupOfNames\ncn: {name}\n").unwrap();
        for member in members {
            writeln!(ldif, "member: {member},{BASE}").unwrap();
        }
        ldif.push('\n');
    };
    group("top", &["cn=Middle,ou=groups", "uid=U00000, ou=People"]);
    group("middle", &["cn=leaf,ou=groups", "cn=top,ou=groups", "uid=gone,ou=people"]);
    group("leaf", &["cn=top,ou=groups", "uid=u00001,ou=people", "uid=u00002,ou=people"]);
    group("apart", &["uid=u00003,ou=people"]);
    write!(
        ldif,
        "dn: cn=posix,ou=groups,{BASE}\nobjectClass: posixGroup\ncn: posix\ngidNumber: 5\nmemberUid: u00004\n\n"
    )
    .unwrap();
    let slapd = Slapd::start("", &ldif, None);
    let mut access = slapd.access();
    let group = |name: &str| Some(Dn::parse(&format!("CN={name}, ou=groups,{BASE}")).unwrap());

    let everyone = all(&mut Connection::open(&access).await.unwrap()).await.unwrap();
    access.settings.group_dn = group("top");
    let mut connection = Connection::open(&access).await.unwrap();
    assert_eq!(uids(&all(&mut connection).await.unwrap()), ["u00000", "u00001", "u00002"]);
    for found in &everyone {
        let Found::Person(person) = found else { panic!() };
        let is_member = ["u00000", "u00001", "u00002"].iter().any(|uid| person.dn.contains(uid));
        assert_eq!(connection.find_person(&person.guid).await.unwrap().is_some(), is_member, "{}", person.dn);
    }

    access.settings.group_dn = group("posix");
    assert_eq!(uids(&all(&mut Connection::open(&access).await.unwrap()).await.unwrap()), ["u00004"]);

    access.settings.group_dn = group("missing");
    let mut connection = Connection::open(&access).await.unwrap();
    let failed = connection.people().await.map(|_| ()).unwrap_err().failure;
    assert!(matches!(failed, ConnectionFailure::GroupNotFound { .. }), "{failed:?}");
    let Found::Person(one) = &everyone[0] else { panic!() };
    let failed = connection.find_person(&one.guid).await.unwrap_err().failure;
    assert!(matches!(failed, ConnectionFailure::GroupNotFound { .. }), "{failed:?}");
}

#[tokio::test]
async fn a_full_check_tells_what_each_step_taught() {
    let authority = Authority::new();
    let mut ldif = people(250);
    person(&mut ldif, "nomail", "");
    let slapd = Slapd::start("", &ldif, Some(authority.sign(&HERE, (2020, 2040))));
    let access = encrypted("localhost", slapd.tls_port, TransportSecurity::Ldaps, &authority.pem());
    let report = check(&access, Depth::Full).await;
    assert_eq!(report.problem(), None);
    assert_eq!(report.steps.iter().map(|step| step.name).collect::<Vec<_>>(), StepName::ALL);
    assert!(report.steps.iter().all(|step| step.outcome == StepOutcome::Ok), "{:#?}", report.steps);
    assert_eq!(report.steps[2].learned, ["TLS 1.3, certificate valid until 3 Mar 2040"]);
    assert_eq!(report.steps[3].learned, ["OpenLDAP"]);
    assert_eq!(report.steps[5].learned, ["251 people match"]);
    assert_eq!(report.people, Some(PeopleCount::Exactly(251)));
    assert_eq!(report.naming_contexts, [BASE]);
    let sample = report.sample.unwrap();
    assert_eq!(sample.size, 200);
    assert_eq!(sample.fields[0], SampleField { attribute: "entryUUID".into(), present: 200 });
    assert_eq!(sample.example.unwrap().1, "u00000@example.test");
    assert!(report.latency > Duration::ZERO);
}

#[tokio::test]
async fn a_check_finds_nobody_and_an_empty_password_meets_no_server() {
    let slapd = Slapd::start("", &people(1), None);
    let mut access = slapd.access();
    access.settings.base_dn = Some(Dn::parse(&format!("ou=empty,{BASE}")).unwrap());
    let report = check(&access, Depth::Full).await;
    assert!(matches!(report.problem().unwrap().failure, ConnectionFailure::NobodyFound { .. }));
    assert_eq!(report.steps[5].outcome, StepOutcome::Failed);

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let mut access = self::access("127.0.0.1", listener.local_addr().unwrap().port());
    access.bind_password = "".into();
    assert_eq!(failure(&access).await, ConnectionFailure::EmptyPassword);
    let report = check(&access, Depth::Link).await;
    assert_eq!(report.problem().unwrap().failure, ConnectionFailure::EmptyPassword);
    assert!(listener.accept().is_err(), "something connected");
}

#[tokio::test]
async fn an_early_end_of_a_search_ends_its_connection() {
    let slapd = Slapd::start("limits users size=unlimited", &people(1500), None);
    let mut connection = Connection::open(&slapd.access()).await.unwrap();
    let mut search = connection.people().await.unwrap();
    search.next().await.unwrap();
    drop(search);
    let failed = connection.people().await.unwrap().next().await.unwrap_err();
    assert!(matches!(failed.failure, ConnectionFailure::ConnectionLost { .. }), "{failed:?}");
}

// ---- scripted servers ----

/// Answers every message of every connection by `script`; `None` closes.
fn scripted(script: impl Fn(usize, &[u8]) -> Option<Vec<u8>> + Send + Sync + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let script = std::sync::Arc::new(script);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (mut stream, script) = (stream, script.clone());
            std::thread::spawn(move || {
                let mut request = [0_u8; 4096];
                for turn in 0.. {
                    match stream.read(&mut request) {
                        Ok(length) if length > 0 => match script(turn, &request[..length]) {
                            Some(answer) if stream.write_all(&answer).is_ok() => {}
                            _ => return,
                        },
                        _ => return,
                    }
                }
            });
        }
    });
    port
}

fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag, 0x84];
    out.extend((content.len() as u32).to_be_bytes());
    out.extend(content);
    out
}

fn result(id: u8, op: u8, code: u8, text: &[u8], controls: &[u8]) -> Vec<u8> {
    let body = [element(0x0a, &[code]), element(4, b""), element(4, text)].concat();
    element(0x30, &[element(2, &[id]), element(op, &body), controls.to_vec()].concat())
}

fn entry(id: u8, dn: &str) -> Vec<u8> {
    let body = [element(4, dn.as_bytes()), element(0x30, b"")].concat();
    element(0x30, &[element(2, &[id]), element(0x64, &body)].concat())
}

fn page(cookie: &[u8]) -> Vec<u8> {
    let value = element(0x30, &[element(2, &[0]), element(4, cookie)].concat());
    element(0xa0, &element(0x30, &[element(4, b"1.2.840.113556.1.4.319"), element(4, &value)].concat()))
}

#[tokio::test]
async fn hostile_answers_become_clean_failures() {
    let nested = {
        let mut headers: Vec<Vec<u8>> = Vec::new();
        let mut length = 0_u32;
        for _ in 0..50_000 {
            let mut header = vec![0x30, 0x84];
            header.extend(length.to_be_bytes());
            length += 6;
            headers.push(header);
        }
        headers.into_iter().rev().flatten().collect::<Vec<u8>>()
    };
    for (name, answer) in [
        ("4 GiB", vec![0x30, 0x84, 255, 255, 255, 255, 1, 2, 3]),
        ("nested", nested),
        ("empty", vec![0x30, 0]),
        ("short result", element(0x30, &[element(2, &[1]), element(0x61, b"")].concat())),
        ("an entry for a bind", entry(1, "cn=a")),
    ] {
        let port = scripted(move |_, _| Some(answer.clone()));
        assert_eq!(failure(&access("127.0.0.1", port)).await, ConnectionFailure::BadAnswer, "{name}");
    }
    let port = scripted(|_, _| Some(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()));
    let address = format!("127.0.0.1:{port}");
    assert_eq!(failure(&access("127.0.0.1", port)).await, ConnectionFailure::NotLdap { address });
}

#[tokio::test]
async fn the_words_of_a_notice_of_disconnection_are_kept() {
    let port = scripted(|_, _| Some(result(0, 0x78, 52, b"going down", b"")));
    let problem = Connection::open_within(&access("127.0.0.1", port), short()).await.map(|_| ()).unwrap_err();
    assert_eq!(problem.failure, ConnectionFailure::ServerBusy { result_code: 52 });
    assert!(problem.details.unwrap().contains("going down"));
}

#[tokio::test]
async fn silence_ends_at_the_deadline_of_each_step() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let began = Instant::now();
    let failed = failure(&access("127.0.0.1", port)).await;
    assert!(matches!(failed, ConnectionFailure::TimedOut { .. }), "{failed:?}");
    let ca = Authority::new().pem();
    for security in [TransportSecurity::StartTls, TransportSecurity::Ldaps] {
        let failed = failure(&encrypted("127.0.0.1", port, security, &ca)).await;
        assert!(matches!(failed, ConnectionFailure::TimedOut { .. }), "{failed:?}");
    }
    assert!(began.elapsed() < Duration::from_secs(6));
    let deadlines = Deadlines { check: Duration::from_millis(200), ..Deadlines::default() };
    let report = check_within(&access("127.0.0.1", port), Depth::Full, deadlines).await;
    assert!(matches!(report.problem().unwrap().failure, ConnectionFailure::TimedOut { .. }));
    assert_eq!(report.steps[3].outcome, StepOutcome::Failed);
}

/// Binds, gives an empty root DSE, then the pages of `script` (called with the number of the page).
fn paging(script: impl Fn(usize, u8) -> Option<Vec<u8>> + Send + Sync + 'static) -> Access {
    let port = scripted(move |turn, request| {
        // The id follows the message's header, whose length has one byte, or more after 0x8n.
        let id = request[if request[1] < 0x80 { 4 } else { 4 + usize::from(request[1] & 0x7f) }];
        match turn {
            0 => Some(result(id, 0x61, 0, b"", b"")),
            1 => Some(result(id, 0x65, 0, b"", b"")),
            turn => script(turn - 2, id),
        }
    });
    let mut access = access("127.0.0.1", port);
    access.settings.base_dn = Some(Dn::parse("dc=x").unwrap());
    access
}

async fn read(access: &Access) -> Result<usize, ConnectionFailure> {
    let mut connection = Connection::open_within(access, short()).await.map_err(|problem| problem.failure)?;
    all(&mut connection).await.map(|found| found.len()).map_err(|problem| problem.failure)
}

#[tokio::test]
async fn one_cookie_for_all_pages_is_fine_and_a_page_that_comes_again_is_not() {
    let fine = paging(|page_number, id| {
        let cookie: &[u8] = if page_number < 3 { b"0" } else { b"" };
        Some([entry(id, &format!("cn={page_number}")), result(id, 0x65, 0, b"", &page(cookie))].concat())
    });
    assert_eq!(read(&fine).await, Ok(4));
    let circle = paging(|page_number, id| {
        let name = format!("cn={}", page_number % 2);
        let cookie = [b'0' + (page_number % 2) as u8];
        Some([entry(id, &name), result(id, 0x65, 0, b"", &page(&cookie))].concat())
    });
    assert_eq!(read(&circle).await, Err(ConnectionFailure::BadAnswer));
    let empty = paging(|_, id| Some(result(id, 0x65, 0, b"", &page(b"again"))));
    assert_eq!(read(&empty).await, Err(ConnectionFailure::BadAnswer));
}

#[tokio::test]
async fn no_page_but_a_good_one_ends_a_search_well() {
    for (code, later) in [(3, 0), (4, 1), (11, 1), (51, 1), (52, 0), (80, 1), (10, 0), (32, 1)] {
        let access = paging(move |page_number, id| {
            let done = if page_number == later {
                result(id, 0x65, code, b"", b"")
            } else {
                result(id, 0x65, 0, b"", &page(b"next"))
            };
            Some([entry(id, &format!("cn={page_number}")), done].concat())
        });
        assert!(read(&access).await.is_err(), "{code}");
    }
    let cut = paging(|page_number, id| {
        (page_number == 0).then(|| [entry(id, "cn=0"), result(id, 0x65, 0, b"", &page(b"next"))].concat())
    });
    assert!(matches!(read(&cut).await, Err(ConnectionFailure::ConnectionLost { .. })));
    let halted = paging(|_, id| Some(entry(id, "cn=0")));
    assert!(matches!(read(&halted).await, Err(ConnectionFailure::TimedOut { .. })));
}

#[tokio::test]
async fn a_server_without_paging_is_read_all_the_same_and_references_are_not_followed() {
    let refuses = paging(|page_number, id| {
        Some(match page_number {
            0 => result(id, 0x65, 12, b"", b""),
            _ => [entry(id, "cn=0"), entry(id, "cn=1"), result(id, 0x65, 0, b"", b"")].concat(),
        })
    });
    assert_eq!(read(&refuses).await, Ok(2));
    let reference =
        |id| element(0x30, &[element(2, &[id]), element(0x73, &element(4, b"ldap://127.0.0.1:1/"))].concat());
    let ignores = paging(move |_, id| {
        let mut all: Vec<u8> = (0..20_000).flat_map(|i| entry(id, &format!("cn={i}"))).collect();
        all.extend(reference(id));
        all.extend(result(id, 0x65, 0, b"", b""));
        Some(all)
    });
    assert_eq!(read(&ignores).await, Ok(20_000));
}

fn entry_with(id: u8, dn: &str, attributes: &[(&str, &[&str])]) -> Vec<u8> {
    let attributes: Vec<u8> = attributes
        .iter()
        .flat_map(|(name, values)| {
            let values: Vec<u8> = values.iter().flat_map(|value| element(4, value.as_bytes())).collect();
            element(0x30, &[element(4, name.as_bytes()), element(0x31, &values)].concat())
        })
        .collect();
    let body = [element(4, dn.as_bytes()), element(0x30, &attributes)].concat();
    element(0x30, &[element(2, &[id]), element(0x64, &body)].concat())
}

#[tokio::test]
async fn a_group_that_comes_in_ranges_is_read_to_its_end() {
    let mut access = paging(|turn, id| {
        let mut answer = match turn {
            0 => entry_with(id, "cn=g,dc=x", &[("member", &[]), ("member;range=0-1", &["cn=a,dc=x", "cn=b,dc=x"])]),
            1 => entry_with(id, "cn=g,dc=x", &[("member;range=2-*", &["cn=c,dc=x"])]),
            2 => Vec::new(),
            _ => ["cn=a,dc=x", "cn=c,dc=x", "cn=d,dc=x"].iter().flat_map(|dn| entry(id, dn)).collect(),
        };
        answer.extend(result(id, 0x65, 0, b"", b""));
        Some(answer)
    });
    access.settings.group_dn = Some(Dn::parse("cn=g,dc=x").unwrap());
    assert_eq!(read(&access).await, Ok(2));
}

#[tokio::test]
async fn every_attribute_is_asked_for_by_name_and_no_password_among_them() {
    let asked = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let seen = asked.clone();
    let port = scripted(move |turn, request| {
        let id = request[if request[1] < 0x80 { 4 } else { 4 + usize::from(request[1] & 0x7f) }];
        *seen.lock().unwrap() = request.to_vec();
        Some(if turn == 0 { result(id, 0x61, 0, b"", b"") } else { result(id, 0x65, 0, b"", b"") })
    });
    let mut access = access("127.0.0.1", port);
    access.settings.base_dn = Some(Dn::parse("dc=x").unwrap());
    access.settings.phone_attribute = Some(AttributeName::parse("userPassword").unwrap());
    access.settings.mail_attribute = Some(AttributeName::parse("proxyMail").unwrap());
    assert_eq!(read(&access).await, Ok(0));
    let asked = String::from_utf8_lossy(&asked.lock().unwrap()).to_string();
    for name in ["entryUUID", "proxyMail", "userAccountControl", "pwdAccountLockedTime"] {
        assert!(asked.contains(name), "{name} in {asked:?}");
    }
    assert!(!asked.contains("userPassword") && !asked.contains('*'), "{asked:?}");
}

/// Not part of the suite: `cargo test --release --test ldap_dev -- --ignored --nocapture`.
#[tokio::test]
#[ignore = "a measurement"]
async fn a_hundred_thousand_people_are_read_about_as_fast_as_ldapsearch_does() {
    let slapd = Slapd::start("limits users size=unlimited", &people(100_000), None);
    let mut connection = Connection::open(&slapd.access()).await.unwrap();
    let memory = || {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        status.lines().find(|line| line.starts_with("VmRSS")).unwrap().to_owned()
    };
    eprintln!("before: {}", memory());
    for _ in 0..3 {
        let began = Instant::now();
        let mut people = connection.people().await.unwrap();
        let mut count = 0;
        while people.next().await.unwrap().is_some() {
            count += 1;
        }
        eprintln!("{count} people in {:?}, {}", began.elapsed(), memory());
    }
    let began = Instant::now();
    let url = format!("ldap://127.0.0.1:{}", slapd.port);
    let status = Command::new("ldapsearch")
        .args(["-x", "-LLL", "-H", &url, "-D", READER, "-w", "readerpw", "-b", BASE, "-E", "pr=1000/noprompt"])
        .args(["(objectClass=inetOrgPerson)", "entryUUID", "cn", "mail", "telephoneNumber"])
        .stdout(Stdio::null())
        .status()
        .unwrap();
    eprintln!("ldapsearch: {status} in {:?}", began.elapsed());
}
