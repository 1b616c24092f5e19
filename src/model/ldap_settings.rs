use super::{Dn, Filter, GroupId, HostList, Invalid, PlacementRule, RemovalPolicy, Role, SealedSecret};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TransportSecurity {
    /// Readable by whoever is on the way.
    #[default]
    None,
    /// The plain port, upgraded before anything else is said (RFC 4511 §4.14).
    StartTls,
    /// TLS from the first byte.
    Ldaps,
}

impl TransportSecurity {
    /// All kinds, in the order of the form.
    pub const ALL: [TransportSecurity; 3] =
        [TransportSecurity::None, TransportSecurity::StartTls, TransportSecurity::Ldaps];

    /// The name in the form.
    pub fn as_str(self) -> &'static str {
        match self {
            TransportSecurity::None => "none",
            TransportSecurity::StartTls => "starttls",
            TransportSecurity::Ldaps => "ldaps",
        }
    }

    /// The kind of that form name.
    pub fn parse(name: &str) -> Option<TransportSecurity> {
        TransportSecurity::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// The port where none is given.
    pub fn default_port(self) -> u16 {
        match self {
            TransportSecurity::Ldaps => 636,
            TransportSecurity::None | TransportSecurity::StartTls => 389,
        }
    }
}

/// Name of an attribute: an RFC 4512 short name or numeric OID, with options (`;lang-de`).
/// Compared without regard to case.
#[derive(Debug, Clone, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AttributeName(String);

impl AttributeName {
    /// RFC 4512 §2.5: letters, digits and hyphens after a letter; or digits and dots; then options.
    pub fn parse(typed: &str) -> Result<AttributeName, Invalid> {
        let text = typed.trim();
        let (base, options) = match text.split_once(';') {
            Some((base, options)) => (base, Some(options)),
            None => (text, None),
        };
        let word = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let short_name = word(base) && base.starts_with(|c: char| c.is_ascii_alphabetic());
        let oid =
            base.contains('.') && base.split('.').all(|arc| !arc.is_empty() && arc.chars().all(|c| c.is_ascii_digit()));
        let options_fit = options.is_none_or(|o| o.split(';').all(word));
        if text.len() > 128 || !(short_name || oid) || !options_fit {
            return Err(Invalid::new(format!(
                "“{text}” is not an attribute name. Type one name, such as mail or telephoneNumber."
            )));
        }
        Ok(AttributeName(text.to_owned()))
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialEq for AttributeName {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl std::fmt::Display for AttributeName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One or more PEM certificates to trust instead of the system's. Only looked at as text here; the
/// form has them parsed by `ldap` before they are accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaCertificate(String);

impl CaCertificate {
    /// From PEM text that was found to hold certificates.
    pub fn from_checked_pem(pem: String) -> CaCertificate {
        CaCertificate(pem)
    }

    /// The PEM text.
    pub fn as_pem(&self) -> &str {
        &self.0
    }
}

/// The panel's own certificate for servers that ask for one: PEM, with what stands between it and its
/// authority. Looked at by `ldap` before it is accepted, as [`CaCertificate`] is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientCertificate(String);

impl ClientCertificate {
    /// From PEM text that was found to hold certificates and no key.
    pub fn from_checked_pem(pem: String) -> ClientCertificate {
        ClientCertificate(pem)
    }

    /// The PEM text.
    pub fn as_pem(&self) -> &str {
        &self.0
    }
}

/// How to reach and read the directory. Empty attributes, filter and base stay empty here and are
/// resolved at each use from the kind of directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LdapSettings {
    /// What the directory is called among several; empty: as its hosts.
    #[serde(default)]
    pub name: String,
    /// Minutes from one import by itself to the next; `None`: the panel's interval.
    #[serde(default)]
    pub import_interval: Option<u32>,
    /// Off: no check, no import, no sign-in by LDAP.
    pub enabled: bool,
    /// Servers, tried in order.
    pub hosts: HostList,
    /// Port of every entry that names none; the security's own where empty.
    pub port: Option<u16>,
    /// One kind for all servers.
    pub security: TransportSecurity,
    /// Trusted instead of the system's roots.
    pub ca_certificate: Option<CaCertificate>,
    /// Shown to a server that asks for one; `client_key` goes with it.
    #[serde(default)]
    pub client_certificate: Option<ClientCertificate>,
    /// Its private key, as PEM text, sealed.
    #[serde(default)]
    pub client_key: Option<SealedSecret>,
    /// DN of the service account, or `user@domain` for Active Directory.
    pub bind_dn: String,
    /// Its password.
    pub bind_password: SealedSecret,
    /// Where people are looked for.
    pub base_dn: Option<Dn>,
    /// Who is looked for.
    pub user_filter: Option<Filter>,
    /// The attribute that tells people apart.
    pub guid_attribute: Option<AttributeName>,
    /// The attribute with the name.
    pub cn_attribute: Option<AttributeName>,
    /// The attribute with the email.
    pub mail_attribute: Option<AttributeName>,
    /// The attribute with the phone.
    pub phone_attribute: Option<AttributeName>,
    /// Only members of this LDAP group, nested groups included.
    pub group_dn: Option<Dn>,
    /// Group of a new agent.
    pub default_group: GroupId,
    /// Role of a new agent.
    pub default_role: Role,
    /// When removals are held, and how long a removed agent is kept.
    #[serde(default)]
    pub removals: RemovalPolicy,
    /// Roles and groups from LDAP groups, in order.
    #[serde(default)]
    pub rules: Vec<PlacementRule>,
}

impl LdapSettings {
    /// What every directory needs, without encryption; the rest is empty or as an untouched form has it.
    pub fn new(hosts: HostList, bind_dn: &str, bind_password: SealedSecret, default_group: GroupId) -> LdapSettings {
        LdapSettings {
            name: String::new(),
            import_interval: None,
            enabled: true,
            hosts,
            port: None,
            security: TransportSecurity::None,
            ca_certificate: None,
            client_certificate: None,
            client_key: None,
            bind_dn: bind_dn.to_owned(),
            bind_password,
            base_dn: None,
            user_filter: None,
            guid_attribute: None,
            cn_attribute: None,
            mail_attribute: None,
            phone_attribute: None,
            group_dn: None,
            default_group,
            default_role: Role::Support,
            removals: RemovalPolicy::default(),
            rules: Vec::new(),
        }
    }

    /// What the directory is called: the name that it was given, else its hosts.
    pub fn display_name(&self) -> String {
        if self.name.is_empty() { self.hosts.to_string() } else { self.name.clone() }
    }

    /// Every panel group that is named: they must be there.
    pub fn panel_groups(&self) -> BTreeSet<GroupId> {
        self.rules.iter().flat_map(|rule| rule.groups.iter().copied()).chain([self.default_group]).collect()
    }

    /// Numbers, from 1, of the rules that give a panel group.
    pub fn rules_giving(&self, group: GroupId) -> Vec<usize> {
        let giving = self.rules.iter().enumerate().filter(|(_, rule)| rule.groups.contains(&group));
        giving.map(|(at, _)| at + 1).collect()
    }

    /// Whether what is known of the link with the one holds with the other: rules say nothing about it.
    pub fn same_link(known: Option<&LdapSettings>, now: Option<&LdapSettings>) -> bool {
        match (known, now) {
            (Some(known), Some(now)) => known.same_but_rules(now),
            (known, now) => known.is_none() && now.is_none(),
        }
    }

    /// Whether the directory is reached and read in the same way, whatever the rules make of it.
    pub fn same_but_rules(&self, other: &LdapSettings) -> bool {
        LdapSettings { rules: other.rules.clone(), ..self.clone() } == *other
    }

    /// Whether `other` speaks to the same server in the same way as the same account, so that a
    /// stored password may be used for it. The client's certificate is who speaks, as the account is;
    /// its key fits no other certificate, so it need not be looked at.
    pub fn same_door(&self, other: &LdapSettings) -> bool {
        self.hosts == other.hosts
            && self.port_or_default() == other.port_or_default()
            && self.security == other.security
            && self.ca_certificate == other.ca_certificate
            && self.client_certificate == other.client_certificate
            && self.bind_dn == other.bind_dn
    }

    /// What differs of what decides who is read and how, as the fields are called on screen.
    pub fn reading_changes_since(&self, before: &LdapSettings) -> Vec<&'static str> {
        [
            ("Host", self.hosts != before.hosts),
            ("Directory DN", self.base_dn != before.base_dn),
            ("User filter", self.user_filter != before.user_filter),
            ("LDAP user group DN", self.group_dn != before.group_dn),
            ("GUID attribute", self.guid_attribute != before.guid_attribute),
            ("CN attribute", self.cn_attribute != before.cn_attribute),
            ("Mail attribute", self.mail_attribute != before.mail_attribute),
            ("Phone attribute", self.phone_attribute != before.phone_attribute),
        ]
        .into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(name, _)| name)
        .collect()
    }

    /// The port of entries that name none.
    pub fn port_or_default(&self) -> u16 {
        self.port.unwrap_or_else(|| self.security.default_port())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> LdapSettings {
        let (hosts, _) = HostList::parse("ldap.example.com").expect("a host");
        LdapSettings::new(hosts, "cn=reader,dc=example,dc=com", SealedSecret("sealed".into()), GroupId(1))
    }

    #[test]
    fn settings_that_an_earlier_version_stored_have_no_client_certificate() {
        let mut stored = serde_json::to_value(settings()).expect("settings are JSON");
        for field in ["client_certificate", "client_key"] {
            stored.as_object_mut().and_then(|fields| fields.remove(field)).expect("the field is there");
        }
        assert_eq!(serde_json::from_value::<LdapSettings>(stored).expect("older settings"), settings());
    }

    #[test]
    fn another_client_certificate_is_another_door_and_its_key_sealed_anew_is_none() {
        let before = settings();
        let certificate = Some(ClientCertificate::from_checked_pem("PEM".into()));
        let with_one = LdapSettings { client_certificate: certificate, ..before.clone() };
        assert!(!before.same_door(&with_one));
        let sealed_anew = LdapSettings { client_key: Some(SealedSecret("other".into())), ..with_one.clone() };
        assert!(with_one.same_door(&sealed_anew));
    }
}
