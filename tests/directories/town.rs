//! The same small company on each kind of server, told in that server's own words.
//!
//! Ten ordinary people, `u000000` to `u000009`; one for each state; entries that are no people; the groups
//! `desk` (two members) and `top` ⊃ `mid` ⊃ `low` ⊃ `top`, of whom each has a person of its own.

use crate::support::ds389::Ds389;
use crate::support::openldap::{BASE_DN, GROUPS_DN, OpenLdap, PEOPLE_DN};
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
/// Accounts with a state, and the state that an import gives them.
pub(crate) const STATES: [(&str, &str); 3] = [("disabled", "disabled"), ("expired", "expired"), ("locked", "active")];

impl Kind {
    pub(crate) const ALL: [Kind; 3] = [Kind::OpenLdap, Kind::Ds389, Kind::ActiveDirectory];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::OpenLdap => "OpenLDAP",
            Kind::Ds389 => "389 Directory Server",
            Kind::ActiveDirectory => "Active Directory",
        }
    }

    /// A server with this in it.
    pub(crate) async fn start(self, content: &Content, tls: Tls) -> Server {
        let Content { people, ldif: entries, beneath } = content;
        let people = *people;
        match self {
            Kind::OpenLdap => {
                let builder = OpenLdap::builder().people(people).ldif(entries);
                let builder = builder.global_directive("moduleload ppolicy").database_directive(&format!(
                    "overlay ppolicy\nppolicy_default cn=policy,{BASE_DN}\nppolicy_use_lockout"
                ));
                let builder = builder.ldif(&openldap_policies());
                let builder = match tls.only {
                    Some(version) => builder
                        .global_directive(&format!("TLSCipherSuite NORMAL:-VERS-ALL:+VERS-TLS1.{}", version.minor())),
                    None => builder,
                };
                let builder = if tls.required { builder.tls_required() } else { builder };
                Server::OpenLdap(match tls.certificate {
                    Some(certificate) => builder.tls(certificate).start().await,
                    None => builder.start().await,
                })
            }
            Kind::Ds389 => {
                let mut builder = Ds389::builder().people(people).ldif(entries).setting("passwordMustChange", "on");
                if let Some(version) = tls.only {
                    for end in ["sslVersionMin", "sslVersionMax"] {
                        let version = format!("TLS1.{}", version.minor());
                        builder = builder.setting_of("cn=encryption,cn=config", end, &version);
                    }
                }
                if tls.required {
                    builder = builder.setting("nsslapd-require-secure-binds", "on");
                }
                Server::Ds389(match tls.certificate {
                    Some(certificate) => builder.tls(certificate).start().await,
                    None => builder.start().await,
                })
            }
            Kind::ActiveDirectory => {
                let builder = Samba::builder().people(people).ldif(entries).beneath(beneath);
                let mut builder = builder.address(&tls.address);
                if let Some(version) = tls.only {
                    let priority = format!("NORMAL:-VERS-ALL:+VERS-TLS1.{}", version.minor());
                    builder = builder.option("tls priority", &priority);
                }
                if tls.required {
                    builder = builder.strong_authentication();
                }
                Server::ActiveDirectory(match tls.certificate {
                    Some(certificate) => builder.tls(certificate).start().await,
                    None => builder.start().await,
                })
            }
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
    /// Only this version.
    pub(crate) only: Option<Version>,
    /// No password without it.
    pub(crate) required: bool,
    /// Of Active Directory, whose ports are fixed.
    pub(crate) address: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    Tls12,
    Tls13,
}

impl Version {
    fn minor(self) -> u8 {
        match self {
            Version::Tls12 => 2,
            Version::Tls13 => 3,
        }
    }
}

impl Tls {
    pub(crate) fn none() -> Tls {
        Tls { certificate: None, only: None, required: false, address: Samba::free_address() }
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
