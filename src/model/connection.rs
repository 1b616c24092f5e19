//! What is known of the link to the directory: the steps of a check, what failed and what to do.

use super::{AttributeName, Dn, Filter, Lockout, Timestamp};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The kind of directory server, recognised from its root DSE.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Vendor {
    ActiveDirectory,
    OpenLdap,
    Ds389,
    FreeIpa,
    /// Muster's own demo directory.
    Demo,
    Other,
}

impl Vendor {
    /// The name on screen.
    pub fn label(&self) -> &'static str {
        match self {
            Vendor::ActiveDirectory => "Active Directory",
            Vendor::OpenLdap => "OpenLDAP",
            Vendor::Ds389 => "389 Directory Server",
            Vendor::FreeIpa => "FreeIPA",
            Vendor::Demo => "the demo directory",
            Vendor::Other => "LDAP server",
        }
    }
}

/// The settings with every empty field filled in for the kind of server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Resolved {
    pub vendor: Vendor,
    pub base_dn: Dn,
    pub user_filter: Filter,
    pub guid_attribute: AttributeName,
    pub cn_attribute: AttributeName,
    pub mail_attribute: AttributeName,
    pub phone_attribute: AttributeName,
}

/// The steps of a check, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum StepName {
    Resolve,
    Connect,
    Encrypt,
    Bind,
    ReadBase,
    FindPeople,
    Sample,
}

impl StepName {
    /// All steps of a full check.
    pub const ALL: [StepName; 7] = [
        StepName::Resolve,
        StepName::Connect,
        StepName::Encrypt,
        StepName::Bind,
        StepName::ReadBase,
        StepName::FindPeople,
        StepName::Sample,
    ];

    /// The name on screen.
    pub fn label(self) -> &'static str {
        match self {
            StepName::Resolve => "Resolve the host",
            StepName::Connect => "Connect",
            StepName::Encrypt => "Encrypt",
            StepName::Bind => "Sign in",
            StepName::ReadBase => "Read the directory",
            StepName::FindPeople => "Find people",
            StepName::Sample => "Look at their attributes",
        }
    }
}

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepOutcome {
    /// As it should.
    Ok,
    /// Works, with something to look at.
    Warning,
    /// Not.
    Failed,
    /// Not asked for by the settings (no encryption), or not reached.
    Skipped,
}

/// One step of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckStep {
    /// Which.
    pub name: StepName,
    /// How it ended.
    pub outcome: StepOutcome,
    /// How long it took.
    pub took: Duration,
    /// What was learned, a line each: addresses, TLS version and certificate expiry, kind of server …
    pub learned: Vec<String>,
    /// Why it failed.
    pub problem: Option<DirectoryProblem>,
}

/// How many people match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeopleCount {
    /// Counted to the end.
    Exactly(u64),
    /// The deadline came first.
    MoreThan(u64),
}

/// How many of a sample have one attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct SampleField {
    pub attribute: String,
    pub present: u64,
}

/// What the attributes hold, from the first people the server answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sample {
    /// How many entries were looked at (at most 200).
    pub size: u64,
    /// GUID, CN, mail, phone, in this order.
    pub fields: Vec<SampleField>,
    /// How many have no usable mail.
    pub without_mail: u64,
    /// One person as they would be imported: name, email, phone.
    pub example: Option<(String, String, Option<String>)>,
}

/// A certificate that a server showed and that nobody vouches for here: the last of those it sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownCertificate {
    /// Whose it is, as a DN.
    pub subject: String,
    /// Who signed it, as a DN.
    pub issuer: String,
    /// `3 Mar 2027`
    pub until: String,
    /// SHA-256 of the whole, in hex, in pairs with colons between, as openssl prints it.
    pub fingerprint: String,
    /// The certificate itself.
    pub pem: String,
    /// An authority's, which vouches for others; else the server's own.
    pub is_authority: bool,
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckReport {
    /// The steps, in order; after a failure the rest is `Skipped`.
    pub steps: Vec<CheckStep>,
    /// The settings as they were resolved, once the server was recognised.
    pub resolved: Option<Resolved>,
    /// Base DNs the server offers.
    pub naming_contexts: Vec<String>,
    /// How many people match.
    pub people: Option<PeopleCount>,
    /// What their attributes hold.
    pub sample: Option<Sample>,
    /// Time of connect, encrypt, bind and reading the base together.
    pub latency: Duration,
    /// What the server does about wrong passwords, where that was asked for and could be read.
    #[serde(default)]
    pub lockout: Option<Lockout>,
    /// What the server showed, where its certificate is not trusted.
    #[serde(default)]
    pub shown: Option<ShownCertificate>,
}

impl CheckReport {
    /// The problem of the failed step; `None` means connected.
    pub fn problem(&self) -> Option<&DirectoryProblem> {
        self.steps.iter().find_map(|step| step.problem.as_ref())
    }
}

/// What went wrong with the directory: the cause, and the server's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}", failure.message())]
pub struct DirectoryProblem {
    /// The cause.
    pub failure: ConnectionFailure,
    /// What the server or the system said, for Details; never a secret.
    pub details: Option<String>,
}

/// One variant for each thing an administrator can fix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cause", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ConnectionFailure {
    /// DNS has no address for the name.
    UnknownHost {
        host: String,
    },
    /// DNS names no server for the service of `ldap+srv://`.
    NoServiceRecords {
        name: String,
    },
    /// The domain says that it has no such service (the target `.` of RFC 2782).
    ServiceNotOffered {
        name: String,
    },
    /// The name servers did not answer, or answered an error.
    DnsFailed {
        name: String,
    },
    /// Nothing listens there.
    ConnectionRefused {
        address: String,
    },
    /// No answer to the connection attempt within the deadline.
    ConnectTimedOut {
        address: String,
        seconds: u64,
    },
    /// The network says there is no way there, or another system error.
    Unreachable {
        address: String,
    },
    /// The port answered something that is not LDAP.
    NotLdap {
        address: String,
    },
    /// TLS was expected, the server speaks plain LDAP.
    TlsOnPlainPort {
        port: u16,
    },
    /// Plain LDAP or StartTLS was spoken, the server expects TLS.
    PlainOnTlsPort {
        port: u16,
    },
    /// The server does not offer StartTLS or refused it.
    StartTlsRefused {
        result_code: u32,
    },
    /// The certificate is signed by a CA that is not trusted here.
    UnknownIssuer,
    CertificateExpired {
        until: String,
    },
    CertificateNotYetValid {
        from: String,
    },
    /// The certificate is for other names.
    WrongName {
        host: String,
        names: Vec<String>,
    },
    /// The server has TLS 1.0 or 1.1 only.
    OldTls,
    /// No cipher or key exchange that both sides have.
    NoCommonCipher,
    /// The certificate's key or signature is of a kind that can be broken, or is not known here.
    WeakCertificate {
        /// After "has": `an RSA key of 1024 bits`.
        what: String,
    },
    /// The certificate's extended key usage does not say "server".
    CertificateNotForServers,
    /// The server asked for a client certificate, got none, and did not go on.
    ClientCertificateRequired,
    /// The server was shown the client's certificate and did not go on.
    ClientCertificateRefused,
    /// The client certificate and its key cannot be used.
    BadClientCertificate,
    /// The stored key of the client certificate cannot be decrypted with the present key.
    ClientKeyUnreadable,
    /// Any other fault of the certificate or handshake.
    TlsFailed,
    /// No system roots and no CA given.
    NoTrustAnchors,
    /// The CA certificate field cannot be used.
    BadCaCertificate,
    /// invalidCredentials (49) for the service account.
    WrongCredentials,
    /// Active Directory's sub-code tells more: disabled, expired, locked …
    AccountUnusable {
        why: String,
    },
    /// confidentialityRequired (13) or strongerAuthRequired (8).
    EncryptionRequired {
        result_code: u32,
    },
    /// The bind DN has no form the server accepts (invalidDNSyntax, 34).
    BadBindDn,
    /// The bind password is empty: it would be an unauthenticated bind (RFC 4513 §5.1.2).
    EmptyPassword,
    /// The stored password cannot be decrypted with the present key.
    SecretUnreadable,
    /// noSuchObject (32) for the base.
    BaseNotFound {
        base: String,
    },
    /// The server names no base and none is set.
    NoBase,
    /// insufficientAccessRights (50).
    NoAccess {
        what: String,
    },
    /// The base can be read and nobody matches.
    NobodyFound {
        base: String,
        filter: String,
    },
    /// LDAP user group DN is not there.
    GroupNotFound {
        group: String,
    },
    /// A limit of the server ended the search (sizeLimitExceeded 4, adminLimitExceeded 11).
    ServerLimit {
        result_code: u32,
        after: u64,
    },
    /// timeLimitExceeded (3).
    ServerTimeLimit {
        after: u64,
    },
    /// busy (51) or unavailable (52).
    ServerBusy {
        result_code: u32,
    },
    /// No answer within the deadline of an operation.
    TimedOut {
        doing: String,
        seconds: u64,
    },
    /// The connection ended in the middle.
    ConnectionLost {
        doing: String,
    },
    /// An answer broke the protocol or a limit of size or nesting.
    BadAnswer,
    /// The server points to another server (referral, 10).
    Referral {
        to: Vec<String>,
    },
    /// Any other result code.
    Refused {
        doing: String,
        result_code: u32,
        name: String,
    },
}

impl ConnectionFailure {
    /// Whether a search failed by what was asked, or by how long it took, and not because the server broke off.
    pub fn is_about_the_question(&self) -> bool {
        use ConnectionFailure as F;
        matches!(
            self,
            F::TimedOut { .. }
                | F::ServerLimit { .. }
                | F::ServerTimeLimit { .. }
                | F::Refused { .. }
                | F::ServerBusy { .. }
        )
    }

    /// Whether one LDAP group cannot be read and the connection is good for others.
    pub fn is_about_one_group(&self) -> bool {
        use ConnectionFailure as F;
        matches!(
            self,
            F::GroupNotFound { .. }
                | F::BaseNotFound { .. }
                | F::NoAccess { .. }
                | F::Referral { .. }
                | F::ServerLimit { .. }
                | F::ServerTimeLimit { .. }
                | F::Refused { .. }
                | F::ServerBusy { .. }
        )
    }

    /// Whether the service account itself was refused, so that binding again by itself could lock it.
    pub fn is_refused_credentials(&self) -> bool {
        matches!(self, ConnectionFailure::WrongCredentials | ConnectionFailure::AccountUnusable { .. })
    }

    /// What happened, one sentence.
    pub fn message(&self) -> String {
        use ConnectionFailure as F;
        match self {
            F::UnknownHost { host } => format!("The name {host} could not be resolved."),
            F::NoServiceRecords { name } => format!("DNS names no server for {name} (SRV record)."),
            F::ServiceNotOffered { name } => {
                format!("The domain says that it has no LDAP service (SRV record {name}).")
            }
            F::DnsFailed { name } => format!("DNS did not say which servers there are for {name}."),
            F::ConnectionRefused { address } => format!("{address} refused the connection."),
            F::ConnectTimedOut { address, seconds } => format!("{address} did not answer within {seconds} s."),
            F::Unreachable { address } => format!("{address} cannot be reached from this machine."),
            F::NotLdap { address } => format!("{address} answered, but not as an LDAP server."),
            F::TlsOnPlainPort { port } => {
                format!("The server speaks plain LDAP on port {port}, and LDAPS was asked for.")
            }
            F::PlainOnTlsPort { port } => format!("The server expects TLS from the first byte on port {port}."),
            F::StartTlsRefused { result_code } => format!("The server refused StartTLS (result code {result_code})."),
            F::UnknownIssuer => "The server's certificate is signed by an authority that is not trusted here.".into(),
            F::CertificateExpired { until } => format!("The server's certificate expired on {until}."),
            F::CertificateNotYetValid { from } => format!("The server's certificate is valid only from {from}."),
            F::WrongName { host, names } if names.is_empty() => {
                format!("The server's certificate is not for {host}: it names no host at all.")
            }
            F::WrongName { host, names } => {
                format!("The server's certificate is not for {host} but for {}.", names.join(", "))
            }
            F::OldTls => "The server offers only old versions of TLS (1.0 or 1.1).".into(),
            F::NoCommonCipher => "The server and this panel have no cipher in common.".into(),
            F::WeakCertificate { what } => format!("The server's certificate has {what}, which is not accepted."),
            F::CertificateNotForServers => "The server's certificate is not meant for servers.".into(),
            F::ClientCertificateRequired => {
                "The server asked for a client certificate, got none, and ended the connection.".into()
            }
            F::ClientCertificateRefused => {
                "The server ended the connection after it was shown the client certificate.".into()
            }
            F::BadClientCertificate => "The client certificate and its key cannot be used.".into(),
            F::ClientKeyUnreadable => {
                "The stored key of the client certificate cannot be decrypted with the present key.".into()
            }
            F::TlsFailed => "The encrypted connection could not be set up.".into(),
            F::NoTrustAnchors => "This machine has no trusted certificate authorities.".into(),
            F::BadCaCertificate => "The CA certificate cannot be used.".into(),
            F::WrongCredentials => "The directory refused the user's password (invalidCredentials).".into(),
            F::AccountUnusable { why } => format!("The directory refused the user: {why}."),
            F::EncryptionRequired { result_code } => {
                format!(
                    "The directory accepts passwords over an encrypted connection only (result code {result_code})."
                )
            }
            F::BadBindDn => "The directory does not understand the user's name (invalidDNSyntax).".into(),
            F::EmptyPassword => "The password is empty.".into(),
            F::SecretUnreadable => "The stored password cannot be decrypted with the present key.".into(),
            F::BaseNotFound { base } => format!("There is no entry {base} in the directory (noSuchObject)."),
            F::NoBase => "The server does not say where its entries begin, and no Directory DN is set.".into(),
            F::NoAccess { what } => format!("The user may not read {what} (insufficientAccessRights)."),
            F::NobodyFound { base, filter } => format!("Nobody below {base} matches {filter}."),
            F::GroupNotFound { group } => {
                format!("There is no group {group} in the directory, or the user may not read it.")
            }
            F::ServerLimit { result_code, after } => {
                format!("A limit of the server ended the search after {after} entries (result code {result_code}).")
            }
            F::ServerTimeLimit { after } => format!("The server's time limit ended the search after {after} entries."),
            F::ServerBusy { result_code } => {
                format!("The server is too busy or not available (result code {result_code}).")
            }
            F::TimedOut { doing, seconds } => format!("The server did not answer within {seconds} s while {doing}."),
            F::ConnectionLost { doing } => format!("The connection ended while {doing}."),
            F::BadAnswer => "The server's answer is not proper LDAP.".into(),
            F::Referral { .. } => {
                "The server does not hold this part of the directory and points to another one.".into()
            }
            F::Refused { doing, result_code, name } => {
                format!("The server answered {name} ({result_code}) while {doing}.")
            }
        }
    }

    /// What to do next, one or two sentences.
    pub fn remedy(&self) -> String {
        use ConnectionFailure as F;
        match self {
            F::UnknownHost { .. } => "Check Host for a typing error, and type the whole name: dc1.example.com, not dc1. The machine that this panel runs on must be able to look it up. An IP address does without, but few certificates are for one.".into(),
            F::NoServiceRecords { .. } => "Check the domain under Host for a typing error, or name the servers themselves there.".into(),
            F::ServiceNotOffered { .. } => "Check the domain under Host, or name the servers themselves there.".into(),
            F::DnsFailed { .. } => "Check the name servers of this machine (/etc/resolv.conf, or MUSTER_NAME_SERVERS), or name the directory servers themselves under Host.".into(),
            F::ConnectionRefused { .. } => "Check Host and LDAP service port, and that the LDAP server is running: 389 is usual, 636 for LDAPS.".into(),
            F::ConnectTimedOut { .. } | F::Unreachable { .. } => "Check Host and LDAP service port, and that no firewall stands between this machine and the server.".into(),
            F::NotLdap { .. } => "Check LDAP service port: something else listens there.".into(),
            F::TlsOnPlainPort { .. } => "Choose StartTLS under Use SSL/TLS, or change the port (636 is usual for LDAPS).".into(),
            F::PlainOnTlsPort { .. } => "Choose LDAPS under Use SSL/TLS, or change the port (389 is usual for StartTLS and no encryption).".into(),
            F::StartTlsRefused { .. } => "Choose LDAPS under Use SSL/TLS if the server offers it, or set up a certificate on the server.".into(),
            F::UnknownIssuer => "Paste the certificate of the authority that signed it (PEM) under CA certificate; where the server signed it itself, that certificate. How to get it stands below that field.".into(),
            F::CertificateExpired { .. } => "Renew the certificate on the server.".into(),
            F::CertificateNotYetValid { .. } => "Check the clock of this machine and of the server.".into(),
            F::WrongName { names, .. } if !names.is_empty() => "Type one of these names under Host, or give the server a certificate for this one.".into(),
            F::WrongName { .. } => "Give the server a certificate with its host name as a subject alternative name.".into(),
            F::OldTls => "Turn on TLS 1.2 or 1.3 on the server. Older versions can be broken and are not spoken here.".into(),
            F::NoCommonCipher => "Allow TLS 1.3 on the server, or ECDHE with AES-GCM or ChaCha20-Poly1305 in TLS 1.2. For ECDSA ciphers it needs an EC certificate, for RSA ciphers an RSA one.".into(),
            F::WeakCertificate { .. } => "Give the server a certificate with an RSA key of 2048 bits or more, or one for P-256 or P-384, signed with SHA-256 or better; the authorities above it too.".into(),
            F::CertificateNotForServers => "Give the server a certificate whose extended key usage holds serverAuth.".into(),
            F::ClientCertificateRequired => "Put the certificate that was made for this panel, and its key, under Client certificate. If the server takes clients without one, look at its log.".into(),
            F::ClientCertificateRefused => "Check that it has not expired, and that the server trusts the authority that signed it. See Details and the server's log.".into(),
            F::BadClientCertificate => "Paste the certificate and its key again under Client certificate.".into(),
            F::ClientKeyUnreadable => "Bring back the key the panel was set up with (secret.key or MUSTER_SECRET_KEY), or paste the certificate's key again under Client certificate.".into(),
            F::TlsFailed => "See Details, and the server's log at that moment.".into(),
            F::NoTrustAnchors => "Install the system's CA certificates (package ca-certificates), or paste the directory's under CA certificate.".into(),
            F::BadCaCertificate => "Paste one or more certificates in PEM form: they begin with -----BEGIN CERTIFICATE-----.".into(),
            F::WrongCredentials => "Type it again under Password. If it is right, check User: servers answer the same when they do not know the user. It is the whole DN, such as cn=reader,dc=example,dc=com, or user@domain for Active Directory.".into(),
            F::AccountUnusable { .. } => "Mend the account in the directory, or name another one under User.".into(),
            F::EncryptionRequired { .. } => "Choose StartTLS or LDAPS under Use SSL/TLS. Where the company has an authority of its own, its certificate goes under CA certificate.".into(),
            F::BadBindDn => "Type User as a DN, such as cn=reader,dc=example,dc=com, or as user@domain for Active Directory.".into(),
            F::EmptyPassword => "Type the user's password under Password.".into(),
            F::SecretUnreadable => "Bring back the key the panel was set up with (secret.key or MUSTER_SECRET_KEY), or type the password again under Password.".into(),
            F::BaseNotFound { .. } => "Check Directory DN for a typing error, or leave it empty: it is filled in with what the server says it holds. Some servers answer the same when the user may not read the entry.".into(),
            F::NoBase => "Type where people are under Directory DN, such as dc=example,dc=com.".into(),
            F::NoAccess { .. } => "Give the user the right to read it in the directory, or name another account under User.".into(),
            F::NobodyFound { .. } => "Check Directory DN and User filter, and that the user has the right to read people: to an account without it servers show nothing, and no error.".into(),
            F::GroupNotFound { .. } => "Check LDAP user group DN for a typing error, and the user's rights. It is the whole DN of a group, such as cn=support,ou=groups,dc=example,dc=com.".into(),
            F::ServerLimit { .. } => "Raise the limit for this user on the server: size and paged limits (OpenLDAP: limits … size=unlimited; 389-ds: nsSizeLimit, nsLookThroughLimit, nsPagedLookThroughLimit; Active Directory: MaxResultSetSize).".into(),
            F::ServerTimeLimit { .. } => "Raise the time limit for this user on the server, or narrow Directory DN or User filter.".into(),
            F::ServerBusy { .. } => "Try again in a while. If it stays so, look at the server.".into(),
            F::TimedOut { .. } | F::ConnectionLost { .. } => "Try again. If it stays so, look at the server's load and log.".into(),
            F::BadAnswer => "Check that Host and LDAP service port name an LDAP server. See Details.".into(),
            F::Referral { to } if !to.is_empty() => format!("Put that server under Host: {}.", to.join(", ")),
            F::Referral { .. } => "Name the server that holds this part under Host.".into(),
            F::Refused { .. } => "See Details for the server's own words.".into(),
        }
    }

    /// Form name of the field to look at first.
    pub fn field(&self) -> Option<&'static str> {
        use ConnectionFailure as F;
        Some(match self {
            F::UnknownHost { .. }
            | F::NoServiceRecords { .. }
            | F::ServiceNotOffered { .. }
            | F::DnsFailed { .. }
            | F::Unreachable { .. }
            | F::ConnectTimedOut { .. }
            | F::WrongName { .. }
            | F::Referral { .. } => "host",
            F::ConnectionRefused { .. } | F::NotLdap { .. } => "port",
            F::TlsOnPlainPort { .. }
            | F::PlainOnTlsPort { .. }
            | F::StartTlsRefused { .. }
            | F::EncryptionRequired { .. } => "security",
            F::UnknownIssuer | F::NoTrustAnchors | F::BadCaCertificate => "ca_certificate",
            F::ClientCertificateRequired | F::ClientCertificateRefused | F::BadClientCertificate => {
                "client_certificate"
            }
            F::ClientKeyUnreadable => "client_key",
            F::AccountUnusable { .. } | F::BadBindDn | F::NoAccess { .. } => "bind_dn",
            F::WrongCredentials | F::EmptyPassword | F::SecretUnreadable => "bind_password",
            F::BaseNotFound { .. } | F::NoBase => "base_dn",
            F::NobodyFound { .. } => "user_filter",
            F::GroupNotFound { .. } => "group_dn",
            _ => return None,
        })
    }
}

/// The last known state of the link, kept by the monitor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum ConnectionStatus {
    /// No settings yet.
    #[default]
    NotConfigured,
    /// Settings are there, switched off.
    Disabled,
    /// Not checked since the start or since the settings changed.
    Unknown,
    Connected {
        latency: Duration,
        checked_at: Timestamp,
    },
    Failed {
        problem: DirectoryProblem,
        checked_at: Timestamp,
        /// The account was refused: no further bind until the settings change or someone asks.
        bind_suspended: bool,
    },
}
