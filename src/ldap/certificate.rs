//! What a certificate says about itself, for the check list and for messages.

use time::OffsetDateTime;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer, X509Certificate};

/// The parts of a leaf certificate that are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    pub(super) from: OffsetDateTime,
    pub(super) until: OffsetDateTime,
    /// Names and addresses it is for (subject alternative names).
    pub(super) names: Vec<String>,
}

impl Leaf {
    pub(super) fn read(der: &[u8]) -> Option<Leaf> {
        let (_, certificate) = X509Certificate::from_der(der).ok()?;
        let validity = certificate.validity();
        let names = match certificate.subject_alternative_name() {
            Ok(Some(extension)) => extension.value.general_names.iter().filter_map(name).take(20).collect(),
            _ => Vec::new(),
        };
        Some(Leaf { from: validity.not_before.to_datetime(), until: validity.not_after.to_datetime(), names })
    }
}

/// A day as people write it: `3 Mar 2027`.
pub(super) fn day(at: OffsetDateTime) -> String {
    let month = at.month().to_string();
    format!("{} {} {}", at.day(), month.get(..3).unwrap_or(&month), at.year())
}

fn name(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        GeneralName::IPAddress(bytes) => {
            if let Ok(v4) = <[u8; 4]>::try_from(*bytes) {
                return Some(std::net::Ipv4Addr::from(v4).to_string());
            }
            <[u8; 16]>::try_from(*bytes).ok().map(|v6| std::net::Ipv6Addr::from(v6).to_string())
        }
        _ => None,
    }
}
