//! The same small company on each kind of server, told in that server's own words.
//!
//! Ten ordinary people, `u000000` to `u000009`; one for each state; entries that are no people; the groups
//! `desk` (two members) and `top` ⊃ `mid` ⊃ `low` ⊃ `top`, of whom each has a person of its own.

use crate::support::ds389::{self, Ds389};
use crate::support::openldap::{self, BASE_DN, GROUPS_DN, OpenLdap, PEOPLE_DN};
use crate::support::people::{group_ldif, ldif, person};
use crate::support::samba::{self, Samba};
use crate::support::tls::ServerCertificate;
use ldap3::{Ldap, LdapConnAsync};

/// A kind of directory server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    OpenLdap,
    Ds389,
    ActiveDirectory,
}

/// Ordinary people.
pub(crate) const ORDINARY: usize = 10;
/// How GnuTLS is told to speak no other version.
const TLS12: &str = "NORMAL:-VERS-ALL:+VERS-TLS1.2";
/// Accounts with a state.
pub(crate) const WITH_STATE: [&str; 5] = ["aged", "disabled", "expired", "locked", "must-change"];

impl Kind {
    pub(crate) const ALL: [Kind; 3] = [Kind::OpenLdap, Kind::Ds389, Kind::ActiveDirectory];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::OpenLdap => "OpenLDAP",
            Kind::Ds389 => "389 Directory Server",
            Kind::ActiveDirectory => "Active Directory",
        }
    }

    pub(crate) fn short(self) -> &'static str {
        match self {
            Kind::OpenLdap => "OpenLDAP",
            Kind::Ds389 => "389-ds",
            Kind::ActiveDirectory => "AD",
        }
    }

    /// Accounts that are people to the server and nobody to the panel: they have no mail.
    pub(crate) fn own_accounts(self) -> usize {
        match self {
            // Administrator, Guest, krbtgt, the controller's own one for DNS, and the service account.
            Kind::ActiveDirectory => 5,
            _ => 0,
        }
    }

    /// What someone reads whose account is switched off.
    pub(crate) fn tells_the_disabled(self) -> &'static str {
        match self {
            Kind::ActiveDirectory => "Your account in the company directory is switched off.",
            // These servers say so to any password.
            _ => "Email or password is not right.",
        }
    }

    /// What the log says then.
    pub(crate) fn names_the_disabled(self) -> &'static str {
        match self {
            // Where to be switched off is to be locked for good.
            Kind::OpenLdap => "account locked",
            _ => "account disabled",
        }
    }

    /// A server's content that is enough to connect.
    pub(crate) fn one(self) -> Content {
        Content { people: 1, ..Content::default() }
    }

    /// A server with this in it.
    pub(crate) async fn start(self, content: &Content, tls: Tls) -> Server {
        match self {
            Kind::OpenLdap => Server::OpenLdap(openldap(content, tls).start().await),
            Kind::Ds389 => Server::Ds389(ds389(content, tls).start().await),
            Kind::ActiveDirectory => Server::ActiveDirectory(active_directory(content, tls).start().await),
        }
    }

    /// The company, without encryption.
    pub(crate) async fn company(self) -> Server {
        self.company_with(Tls::none()).await
    }

    /// The company.
    pub(crate) async fn company_with(self, tls: Tls) -> Server {
        self.start(&self.town(), tls).await
    }

    fn town(self) -> Content {
        let beneath = match self {
            Kind::ActiveDirectory => aged(&self.dn("aged")),
            _ => String::new(),
        };
        let ldif = [self.states(), self.no_people(), self.groups()].concat();
        Content { people: ORDINARY, ldif, beneath }
    }

    pub(crate) fn dn(self, uid: &str) -> String {
        match self {
            Kind::ActiveDirectory => samba::person_dn(uid),
            _ => format!("uid={uid},{PEOPLE_DN}"),
        }
    }

    fn states(self) -> String {
        match self {
            Kind::OpenLdap => [
                inet_person("disabled", &[("pwdAccountLockedTime", "000001010000Z")]),
                inet_person("expired", &[("objectClass", "shadowAccount"), ("shadowExpire", "19000")]),
                inet_person("locked", &[]),
                inet_person("must-change", &[("pwdReset", "TRUE")]),
                inet_person(
                    "aged",
                    &[("pwdChangedTime", "20230101000000Z"), ("pwdPolicySubentry", &format!("cn=aging,{BASE_DN}"))],
                ),
            ]
            .concat(),
            Kind::Ds389 => [
                inet_person("disabled", &[("nsAccountLock", "true")]),
                inet_person("expired", &[("objectClass", "shadowAccount"), ("shadowExpire", "19000")]),
                inet_person("locked", &[]),
                inet_person("must-change", &[("passwordExpirationTime", "19700101000000Z")]),
                inet_person("aged", &[("passwordExpirationTime", "20230101000000Z")]),
            ]
            .concat(),
            Kind::ActiveDirectory => [
                samba::person_ldif("disabled", &[("userAccountControl", "66050")]),
                samba::person_ldif("expired", &[("accountExpires", "132539328000000000")]),
                samba::person_ldif("locked", &[]),
                samba::person_ldif("must-change", &[("userAccountControl", "512"), ("pwdLastSet", "0")]),
                samba::person_ldif("aged", &[("userAccountControl", "512")]),
            ]
            .concat(),
        }
    }

    /// What has a mail and a name and is no person, or is an account of a machine.
    fn no_people(self) -> String {
        match self {
            Kind::ActiveDirectory => {
                let account = |name: &str, class: &str, control: &str| {
                    let (account, mail) = (format!("{name}$"), format!("{name}@example.test"));
                    let mut attributes = vec![
                        ("objectClass", class),
                        ("sAMAccountName", &account),
                        ("displayName", name),
                        ("mail", &mail),
                        ("userAccountControl", control),
                    ];
                    if class == "msDS-GroupManagedServiceAccount" {
                        attributes.push(("msDS-ManagedPasswordInterval", "30"));
                    }
                    ldif(&samba::person_dn(name), &owned(&attributes))
                };
                [
                    account("pc-17", "computer", "4096"),
                    account("managed", "msDS-ManagedServiceAccount", "4096"),
                    account("group-managed", "msDS-GroupManagedServiceAccount", "4096"),
                    ldif(
                        &samba::person_dn("A Contact"),
                        &owned(&[
                            ("objectClass", "contact"),
                            ("displayName", "A Contact"),
                            ("mail", "contact@example.test"),
                        ]),
                    ),
                ]
                .concat()
            }
            _ => {
                let machine = [
                    ("objectClass", "inetOrgPerson"),
                    ("objectClass", "simpleSecurityObject"),
                    ("uid", "backup"),
                    ("cn", "Backup"),
                    ("sn", "Backup"),
                    ("mail", "backup@example.test"),
                    ("userPassword", "pw-backup"),
                ];
                let device = [("objectClass", "device"), ("cn", "printer"), ("description", "printer@example.test")];
                ldif(&self.dn("backup"), &owned(&machine)) + &ldif(&format!("cn=printer,{PEOPLE_DN}"), &owned(&device))
            }
        }
    }

    fn groups(self) -> String {
        let people = |numbers: &[usize]| numbers.iter().map(|n| self.dn(&person(*n).uid)).collect::<Vec<_>>();
        let group = |name: &str| format!("cn={name},{GROUPS_DN}");
        let with = |numbers: &[usize], name: &str| [people(numbers), vec![group(name)]].concat();
        match self {
            // A member must be there before it is named.
            Kind::ActiveDirectory => {
                let circle =
                    format!("dn: {}\nchangetype: modify\nadd: member\nmember: {}\n\n", group("low"), group("top"));
                [
                    samba::group_ldif("desk", &people(&[0, 1])),
                    samba::group_ldif("low", &people(&[4])),
                    samba::group_ldif("mid", &with(&[3], "low")),
                    samba::group_ldif("top", &with(&[2], "mid")),
                    circle,
                ]
                .concat()
            }
            _ => [
                group_ldif("desk", &people(&[0, 1])),
                group_ldif("low", &with(&[4], "top")),
                group_ldif("mid", &with(&[3], "low")),
                group_ldif("top", &with(&[2], "mid")),
            ]
            .concat(),
        }
    }
}

/// What is in a directory.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub(crate) people: usize,
    pub(crate) ldif: String,
    /// See [`crate::support::samba::Builder::beneath`].
    pub(crate) beneath: String,
}

/// What a server offers by way of encryption.
#[derive(Debug, Clone)]
pub(crate) struct Tls {
    pub(crate) certificate: Option<ServerCertificate>,
    /// TLS 1.2 and no other version.
    pub(crate) only_tls12: bool,
    /// No password without it.
    pub(crate) required: bool,
    /// Of Active Directory, whose ports are fixed.
    pub(crate) address: String,
}

impl Tls {
    pub(crate) fn none() -> Tls {
        Tls { certificate: None, only_tls12: false, required: false, address: Samba::free_address() }
    }
}

fn openldap(content: &Content, tls: Tls) -> openldap::Builder {
    let overlay = format!("overlay ppolicy\nppolicy_default cn=policy,{BASE_DN}\nppolicy_use_lockout");
    let mut builder = OpenLdap::builder().people(content.people).ldif(&content.ldif).ldif(&openldap_policies());
    builder = builder.global_directive("moduleload ppolicy").database_directive(&overlay);
    if tls.only_tls12 {
        builder = builder.global_directive(&format!("TLSCipherSuite {TLS12}"));
    }
    if tls.required {
        builder = builder.tls_required();
    }
    match tls.certificate {
        Some(certificate) => builder.tls(certificate),
        None => builder,
    }
}

fn ds389(content: &Content, tls: Tls) -> ds389::Builder {
    let mut builder = Ds389::builder().people(content.people).ldif(&content.ldif);
    builder = builder.setting("passwordMustChange", "on").setting("passwordExp", "on");
    if tls.only_tls12 {
        builder = builder.setting_of("cn=encryption,cn=config", "sslVersionMax", "TLS1.2");
    }
    if tls.required {
        builder = builder.setting("nsslapd-require-secure-binds", "on");
    }
    match tls.certificate {
        Some(certificate) => builder.tls(certificate),
        None => builder,
    }
}

fn active_directory(content: &Content, tls: Tls) -> samba::Builder {
    let mut builder = Samba::builder().people(content.people).ldif(&content.ldif).beneath(&content.beneath);
    builder = builder.address(&tls.address);
    if tls.only_tls12 {
        builder = builder.option("tls priority", TLS12);
    }
    if tls.required {
        builder = builder.strong_authentication();
    }
    match tls.certificate {
        Some(certificate) => builder.tls(certificate),
        None => builder,
    }
}

/// A running server of any kind.
pub(crate) enum Server {
    OpenLdap(OpenLdap),
    Ds389(Ds389),
    ActiveDirectory(Samba),
}

impl Server {
    pub(crate) fn host(&self) -> &str {
        match self {
            Server::ActiveDirectory(server) => &server.address,
            _ => "127.0.0.1",
        }
    }

    pub(crate) fn port(&self) -> u16 {
        match self {
            Server::OpenLdap(server) => server.port,
            Server::Ds389(server) => server.port,
            Server::ActiveDirectory(_) => samba::PORT,
        }
    }

    pub(crate) fn tls_port(&self) -> u16 {
        let port = match self {
            Server::OpenLdap(server) => server.tls_port,
            Server::Ds389(server) => server.tls_port,
            Server::ActiveDirectory(_) => Some(samba::TLS_PORT),
        };
        port.expect("the server should have a certificate")
    }

    /// The port for this kind of encryption.
    pub(crate) fn port_for(&self, security: &str) -> u16 {
        if security == "ldaps" { self.tls_port() } else { self.port() }
    }

    /// Tries a password as this DN, past the panel; answers the result code.
    pub(crate) async fn bind(&self, dn: &str, password: &str) -> u32 {
        let (connection, mut ldap) =
            LdapConnAsync::new(&format!("ldap://{}:{}", self.host(), self.port())).await.unwrap();
        ldap3::drive!(connection);
        ldap.simple_bind(dn, password).await.unwrap().rc
    }

    /// Locks an account as guessing does.
    pub(crate) async fn lock(&self, dn: &str) {
        for _ in 0..6 {
            assert_ne!(self.bind(dn, "not the password").await, 0);
        }
    }

    /// A connection bound as the directory's administrator.
    pub(crate) async fn admin(&self) -> Ldap {
        match self {
            Server::OpenLdap(server) => server.admin().await,
            Server::Ds389(server) => server.admin().await,
            Server::ActiveDirectory(server) => server.admin().await,
        }
    }
}

/// A person of OpenLDAP and 389-ds; the password is `pw-<uid>`.
pub(crate) fn inet_person(uid: &str, more: &[(&str, &str)]) -> String {
    let (mail, password) = (format!("{uid}@example.test"), format!("pw-{uid}"));
    let usual = [("objectClass", "inetOrgPerson"), ("uid", uid), ("cn", uid), ("sn", uid)];
    let own = [("mail", mail.as_str()), ("userPassword", password.as_str())];
    let mut all: Vec<_> = usual.iter().chain(&own).chain(more).copied().collect();
    // slapadd wants the values of an attribute together.
    all.sort_by_key(|(name, _)| *name != "objectClass");
    ldif(&format!("uid={uid},{PEOPLE_DN}"), &owned(&all))
}

pub(crate) fn owned<'a>(attributes: &[(&'a str, &str)]) -> Vec<(&'a str, String)> {
    attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

/// draft-behera-ldap-password-policy: `policy` for everyone, and `aging`, under which passwords live for a day.
fn openldap_policies() -> String {
    let policy = |name: &str, more: &[(&str, &str)]| {
        let usual = [
            ("objectClass", "device"),
            ("objectClass", "pwdPolicy"),
            ("cn", name),
            ("pwdAttribute", "userPassword"),
            ("pwdMustChange", "TRUE"),
            ("pwdLockout", "TRUE"),
            ("pwdMaxFailure", "5"),
        ];
        let all: Vec<_> = usual.iter().chain(more).copied().collect();
        ldif(&format!("cn={name},{BASE_DN}"), &owned(&all))
    };
    policy("policy", &[]) + &policy("aging", &[("pwdMaxAge", "86400"), ("pwdGraceAuthnLimit", "0")])
}

/// An account of Active Directory whose password is of 2021.
fn aged(dn: &str) -> String {
    format!("dn: {dn}\nchangetype: modify\nreplace: pwdLastSet\npwdLastSet: 132539328000000000\n\n")
}
