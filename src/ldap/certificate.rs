//! What a certificate says about itself, for the check list and for messages.

use super::error::clean;
use crate::model::ShownCertificate;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use time::OffsetDateTime;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer, X509Certificate};
use x509_parser::public_key::PublicKey;

/// The parts of a leaf certificate that are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    pub(super) from: OffsetDateTime,
    pub(super) until: OffsetDateTime,
    /// Names and addresses it is for (subject alternative names).
    pub(super) names: Vec<String>,
    /// What of it is not accepted here, after "has": `an RSA key of 1024 bits`.
    pub(super) weakness: Option<String>,
}

impl Leaf {
    pub(super) fn read(der: &[u8]) -> Option<Leaf> {
        let (_, certificate) = X509Certificate::from_der(der).ok()?;
        let validity = certificate.validity();
        let names = match certificate.subject_alternative_name() {
            Ok(Some(extension)) => extension.value.general_names.iter().filter_map(name).take(20).collect(),
            _ => Vec::new(),
        };
        let (from, until) = (validity.not_before.to_datetime(), validity.not_after.to_datetime());
        Some(Leaf { from, until, names, weakness: weak_key(&certificate).or_else(|| weak_signature(&certificate)) })
    }
}

/// What there is to compare of a certificate before somebody trusts it.
pub(super) fn shown(der: &[u8]) -> Option<ShownCertificate> {
    let (_, certificate) = X509Certificate::from_der(der).ok()?;
    let pairs: Vec<String> = Sha256::digest(der).iter().map(|byte| format!("{byte:02X}")).collect();
    Some(ShownCertificate {
        subject: clean(&certificate.subject().to_string()).unwrap_or_default(),
        issuer: clean(&certificate.issuer().to_string()).unwrap_or_default(),
        until: day(certificate.validity().not_after.to_datetime()),
        fingerprint: pairs.join(":"),
        pem: pem(der),
        is_authority: certificate.is_ca(),
    })
}

/// RFC 7468: 64 characters a line.
fn pem(der: &[u8]) -> String {
    let mut text = String::from("-----BEGIN CERTIFICATE-----");
    for (at, letter) in STANDARD.encode(der).chars().enumerate() {
        if at % 64 == 0 {
            text.push('\n');
        }
        text.push(letter);
    }
    text + "\n-----END CERTIFICATE-----\n"
}

/// ring verifies RSA of 2048 to 8192 bits, P-256, P-384 and Ed25519.
fn weak_key(certificate: &X509Certificate<'_>) -> Option<String> {
    match certificate.public_key().parsed() {
        Ok(PublicKey::RSA(key)) => {
            let bits = key.key_size();
            (!(2048..=8192).contains(&bits)).then(|| format!("an RSA key of {bits} bits"))
        }
        Ok(PublicKey::EC(key)) => match key.key_size() {
            256 | 384 => None,
            bits => Some(format!("an EC key of {bits} bits")),
        },
        Ok(PublicKey::DSA(_)) => Some("a DSA key".into()),
        _ => None,
    }
}

fn weak_signature(certificate: &X509Certificate<'_>) -> Option<String> {
    let algorithm = certificate.signature_algorithm.algorithm.to_id_string();
    let name = match algorithm.as_str() {
        "1.2.840.113549.1.1.5" | "1.2.840.10045.4.1" => "SHA-1",
        "1.2.840.113549.1.1.4" => "MD5",
        _ => return None,
    };
    Some(format!("a signature made with {name}"))
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_certificate_that_was_shown_is_the_same_when_it_is_pasted() {
        let made = rcgen::generate_simple_self_signed(vec!["ldap.test".to_owned()]).expect("made").cert;
        let shown = shown(made.der()).expect("read");
        let lines = |pem: &str| pem.lines().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines(&shown.pem), lines(&made.pem()));
        assert_eq!((shown.fingerprint.len(), shown.is_authority), (32 * 3 - 1, false));
        assert!(super::super::parse_ca_certificate(&shown.pem).is_ok());
    }
}
