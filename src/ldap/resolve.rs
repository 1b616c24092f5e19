//! What the empty settings mean with this kind of server.

use super::error::{Outcome, bad_answer, problem};
use super::vendor::Server;
use crate::model::{AttributeName, ConnectionFailure, Dn, Filter, LdapSettings, Resolved, Vendor};

/// People: no computers (they are users there, and managed service accounts are computers), no contacts (they
/// are persons and no users), none of the domain's own accounts (krbtgt, Guest …), none of trusts.
const ACTIVE_DIRECTORY: &str = "(&(objectCategory=person)(objectClass=user)(!(objectClass=computer))\
(!(isCriticalSystemObject=TRUE))(!(userAccountControl:1.2.840.113556.1.4.803:=2048)))";
/// People, also those that 389-ds makes (nsPerson is no person); without accounts that are a name and
/// a password only, as administrators make them for machines.
const DS389: &str =
    "(&(|(objectClass=inetOrgPerson)(objectClass=person)(objectClass=nsPerson))(!(objectClass=simpleSecurityObject)))";
const OTHERS: &str = "(&(|(objectClass=inetOrgPerson)(objectClass=person))(!(objectClass=simpleSecurityObject)))";

/// Fills every empty field.
pub(super) fn resolve(settings: &LdapSettings, server: &Server) -> Outcome<Resolved> {
    let vendor = server.vendor.clone();
    let filter = match vendor {
        Vendor::ActiveDirectory => ACTIVE_DIRECTORY,
        Vendor::Ds389 => DS389,
        _ => OTHERS,
    };
    let guid = match vendor {
        Vendor::ActiveDirectory => "objectGUID",
        Vendor::FreeIpa => "ipaUniqueID",
        Vendor::Ds389 => "nsUniqueId",
        _ => "entryUUID",
    };
    let cn = if vendor == Vendor::ActiveDirectory { "displayName" } else { "cn" };
    Ok(Resolved {
        base_dn: base(settings, server)?,
        user_filter: match &settings.user_filter {
            Some(filter) => filter.clone(),
            None => Filter::parse(filter).map_err(|error| bad_answer(&error.0))?,
        },
        guid_attribute: attribute(settings.guid_attribute.as_ref(), guid)?,
        cn_attribute: attribute(settings.cn_attribute.as_ref(), cn)?,
        mail_attribute: attribute(settings.mail_attribute.as_ref(), "mail")?,
        phone_attribute: attribute(settings.phone_attribute.as_ref(), "telephoneNumber")?,
        vendor,
    })
}

fn attribute(set: Option<&AttributeName>, default: &str) -> Outcome<AttributeName> {
    match set {
        Some(name) => Ok(name.clone()),
        None => AttributeName::parse(default).map_err(|error| bad_answer(&error.0)),
    }
}

fn base(settings: &LdapSettings, server: &Server) -> Outcome<Dn> {
    if let Some(base) = &settings.base_dn {
        return Ok(base.clone());
    }
    let offered = server.default_context.iter().chain(&server.naming_contexts);
    offered
        .filter_map(|name| Dn::parse(name).ok())
        .find(|name| !name.is_root())
        .ok_or_else(|| problem(ConnectionFailure::NoBase))
}
