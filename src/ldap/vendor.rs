//! Recognises the kind of server from its root DSE (RFC 4512 §5.1). The root DSE is optional: some
//! servers do not let everyone read it.

use super::entry::Entry;
use super::error::Outcome;
use super::search::{Request, Search};
use super::session::Session;
use crate::model::{ConnectionFailure, Dn, Vendor};

const ATTRIBUTES: [&str; 11] = [
    "objectClass",
    "namingContexts",
    "defaultNamingContext",
    "vendorName",
    "vendorVersion",
    "supportedCapabilities",
    "supportedExtension",
    "rootDomainNamingContext",
    "domainControllerFunctionality",
    "ipaTopologyPluginVersion",
    "ipaDomainLevel",
];

/// Active Directory and AD LDS announce themselves so ([MS-ADTS] §3.1.1.3.4.3).
const ACTIVE_DIRECTORY: [&str; 2] = ["1.2.840.113556.1.4.800", "1.2.840.113556.1.4.1851"];
/// FreeIPA's extended operations.
const FREE_IPA: &str = "2.16.840.1.113730.3.8.10.";

/// What is known of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Server {
    pub(super) vendor: Vendor,
    /// For the check list: `OpenLDAP`, `389 Directory Server (389-Directory/2.3.1)`.
    pub(super) label: String,
    /// Where people may be; those of the server's own affairs left out.
    pub(super) naming_contexts: Vec<String>,
    pub(super) default_context: Option<String>,
}

impl Server {
    /// Reads the root DSE. When the server does not show it, it is an unknown one without contexts.
    ///
    /// # Errors
    /// When no one can say now whether it is shown: the same server, taken for an unknown one once,
    /// would be read by other attributes, and everyone in it would be somebody else.
    pub(super) async fn identify(session: &mut Session) -> Outcome<Server> {
        let request = Request::of_entry("reading the root DSE", "", &ATTRIBUTES);
        match Search::all(request, session).await {
            Ok(entries) => Ok(Server::from_root(entries.first())),
            Err(problem) if is_refusal(&problem.failure) => {
                tracing::debug!(%problem, "the root DSE cannot be read");
                Ok(Server::from_root(None))
            }
            Err(problem) => Err(problem),
        }
    }

    fn from_root(root: Option<&Entry>) -> Server {
        let vendor = root.map_or(Vendor::Other, recognise);
        let texts = |name| root.map(|root| root.texts(name).map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default();
        Server {
            label: label(&vendor, root),
            vendor,
            naming_contexts: texts("namingContexts").into_iter().filter(|name| holds_people(name)).collect(),
            default_context: texts("defaultNamingContext").into_iter().next(),
        }
    }
}

/// Whether the server's answer is no, and will be no tomorrow. Busy, unavailable (51, 52), out of time
/// (3) and other (80, an error of its own) will not last, and neither will a broken connection.
fn is_refusal(failure: &ConnectionFailure) -> bool {
    use ConnectionFailure as F;
    match failure {
        F::Refused { result_code, .. } => *result_code != 80,
        F::NoAccess { .. } | F::BaseNotFound { .. } | F::ServerLimit { .. } | F::Referral { .. } => true,
        _ => false,
    }
}

fn recognise(root: &Entry) -> Vendor {
    let any = |name, wanted: &dyn Fn(&str) -> bool| root.texts(name).any(wanted);
    let name = root.text("vendorName").unwrap_or_default();
    if name == "Muster demo directory" {
        return Vendor::Demo;
    }
    if any("supportedCapabilities", &|oid| ACTIVE_DIRECTORY.contains(&oid)) || root.has("rootDomainNamingContext") {
        return Vendor::ActiveDirectory;
    }
    if root.has("ipaTopologyPluginVersion")
        || root.has("ipaDomainLevel")
        || any("namingContexts", &|context| context.eq_ignore_ascii_case("o=ipaca"))
        || any("supportedExtension", &|oid| oid.starts_with(FREE_IPA))
    {
        return Vendor::FreeIpa;
    }
    let version = root.text("vendorVersion").unwrap_or_default();
    if name.contains("389 Project") || version.starts_with("389-Directory") {
        return Vendor::Ds389;
    }
    let open = |text: &str| text.eq_ignore_ascii_case("OpenLDAProotDSE") || text.starts_with("The OpenLDAP");
    if any("objectClass", &open) || open(name) {
        return Vendor::OpenLdap;
    }
    Vendor::Other
}

fn label(vendor: &Vendor, root: Option<&Entry>) -> String {
    let text = |name| root.and_then(|root| root.text(name)).and_then(super::error::clean);
    let version = match vendor {
        Vendor::ActiveDirectory => {
            let level = text("domainControllerFunctionality").and_then(|level| windows(&level));
            text("vendorVersion").or_else(|| level.map(|level| format!("Windows Server {level} or later")))
        }
        Vendor::Other => match (text("vendorName"), text("vendorVersion")) {
            (Some(name), Some(version)) => Some(format!("{name} {version}")),
            (name, version) => name.or(version),
        },
        _ => text("vendorVersion"),
    };
    match version {
        Some(version) => format!("{} ({version})", vendor.label()),
        None => vendor.label().to_owned(),
    }
}

/// Functional levels of a domain controller ([MS-ADTS] §6.1.4.2).
fn windows(level: &str) -> Option<&'static str> {
    Some(match level {
        "2" => "2003",
        "3" => "2008",
        "4" => "2008 R2",
        "5" => "2012",
        "6" => "2012 R2",
        "7" => "2016",
        "10" => "2025",
        _ => return None,
    })
}

/// Contexts that hold a server's own affairs have no people.
fn holds_people(context: &str) -> bool {
    const OWN: [&str; 13] = [
        "cn=config",
        "cn=schema",
        "cn=monitor",
        "cn=changelog",
        "cn=accesslog",
        "cn=log",
        "cn=subschema",
        "cn=configuration",
        "o=ipaca",
        "o=netscaperoot",
        "dc=domaindnszones",
        "dc=forestdnszones",
        "cn=deleted objects",
    ];
    let folded = context.trim().to_lowercase();
    let first = folded.split(',').next().unwrap_or_default().replace(" =", "=").replace("= ", "=");
    Dn::parse(context).is_ok_and(|dn| !dn.is_root()) && !OWN.contains(&first.trim())
}

#[cfg(test)]
mod tests {
    use super::super::entry::tests::entry;
    use super::*;

    fn vendor(attributes: &[(&str, &[&[u8]])]) -> Vendor {
        Server::from_root(Some(&entry("", attributes))).vendor
    }

    #[test]
    fn kinds_of_servers_are_recognised() {
        assert_eq!(vendor(&[("supportedCapabilities", &[b"1.2.840.113556.1.4.800"])]), Vendor::ActiveDirectory);
        assert_eq!(vendor(&[("objectClass", &[b"top", b"OpenLDAProotDSE"])]), Vendor::OpenLdap);
        assert_eq!(vendor(&[("vendorName", &[b"389 Project"])]), Vendor::Ds389);
        assert_eq!(vendor(&[("vendorName", &[b"389 Project"]), ("namingcontexts", &[b"o=ipaca"])]), Vendor::FreeIpa);
        assert_eq!(vendor(&[("vendorName", &[b"Muster demo directory"])]), Vendor::Demo);
        assert_eq!(vendor(&[("vendorName", &[b"LLDAP"])]), Vendor::Other);
        assert_eq!(Server::from_root(None).vendor, Vendor::Other);
    }

    #[test]
    fn contexts_of_the_servers_own_affairs_are_left_out() {
        let contexts: &[&[u8]] = &[
            b"cn=config",
            b"CN=Configuration,DC=example,DC=com",
            b"CN=Schema,CN=Configuration,DC=example,DC=com",
            b"DC=DomainDnsZones,DC=example,DC=com",
            b"o=ipaca",
            b"cn = changelog",
            b"",
            b"dc=example,dc=com",
        ];
        let server = Server::from_root(Some(&entry("", &[("namingContexts", contexts)])));
        assert_eq!(server.naming_contexts, ["dc=example,dc=com"]);
    }
}
