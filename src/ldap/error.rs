//! From result codes and system errors to what an administrator can mend.

use super::frame::Refusal;
use super::gate::Fault;
use crate::model::{ConnectionFailure, DirectoryProblem};
use ldap3::LdapResult;
use std::time::Duration;

/// Short for this module's results.
pub(super) type Outcome<T> = Result<T, DirectoryProblem>;

/// Longest text of a server that is shown.
const MAX_DETAILS: usize = 500;

/// What was going on when something failed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Doing<'a> {
    /// After "while": `reading the directory`.
    pub(super) what: &'a str,
    /// The base of the search.
    pub(super) base: &'a str,
    /// Entries read so far.
    pub(super) after: u64,
}

pub(super) fn problem(failure: ConnectionFailure) -> DirectoryProblem {
    DirectoryProblem { failure, details: None }
}

pub(super) fn problem_with(failure: ConnectionFailure, details: impl AsRef<str>) -> DirectoryProblem {
    DirectoryProblem { failure, details: clean(details.as_ref()) }
}

pub(super) fn bad_answer(details: &str) -> DirectoryProblem {
    problem_with(ConnectionFailure::BadAnswer, details)
}

pub(super) fn timed_out(doing: &str, limit: Duration) -> DirectoryProblem {
    problem(ConnectionFailure::TimedOut { doing: doing.into(), seconds: seconds(limit) })
}

/// Whole seconds, at least one: shortened deadlines are not shown as zero.
pub(super) fn seconds(limit: Duration) -> u64 {
    limit.as_secs().max(1)
}

/// A text of the server without control characters and not too long; `None` when nothing is left.
pub(super) fn clean(text: &str) -> Option<String> {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = text.trim();
    let mut kept: String = text.chars().take(MAX_DETAILS).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    (!kept.is_empty()).then_some(kept)
}

/// The server's own words: diagnostic message and matched DN.
pub(super) fn words(result: &LdapResult) -> Option<String> {
    let mut text = clean(&result.text).unwrap_or_default();
    if let Some(matched) = clean(&result.matched) {
        let space = if text.is_empty() { "" } else { " " };
        text.push_str(&format!("{space}(matched: {matched})"));
    }
    clean(&text)
}

/// A result code other than success that a search or another operation after the bind ended with.
pub(super) fn from_result(result: &LdapResult, doing: Doing<'_>) -> DirectoryProblem {
    use ConnectionFailure as F;
    let failure = match result.rc {
        3 => F::ServerTimeLimit { after: doing.after },
        4 | 11 => F::ServerLimit { result_code: result.rc, after: doing.after },
        8 | 13 => F::EncryptionRequired { result_code: result.rc },
        10 => F::Referral { to: result.refs.iter().filter_map(|uri| clean(uri)).collect() },
        32 => F::BaseNotFound { base: doing.base.into() },
        50 => F::NoAccess { what: doing.base.into() },
        51 | 52 => F::ServerBusy { result_code: result.rc },
        code => refused(code, doing.what),
    };
    DirectoryProblem { failure, details: words(result) }
}

/// A result code that has no variant of its own.
pub(super) fn refused(code: u32, doing: &str) -> ConnectionFailure {
    ConnectionFailure::Refused { doing: doing.into(), result_code: code, name: result_name(code).into() }
}

/// The connection ended while something was going on.
pub(super) fn from_fault(fault: Option<Fault>, doing: &str, address: &str, port: u16) -> DirectoryProblem {
    use ConnectionFailure as F;
    let lost = || F::ConnectionLost { doing: doing.into() };
    match fault {
        Some(Fault::Refused(Refusal::NotLdap)) => problem(F::NotLdap { address: address.into() }),
        Some(Fault::Refused(Refusal::LooksLikeTls)) => problem(F::PlainOnTlsPort { port }),
        Some(Fault::Refused(Refusal::Broken(flaw))) => bad_answer(flaw),
        Some(Fault::Io(text)) => problem_with(lost(), text),
        Some(Fault::Alert(alert)) => problem_with(lost(), format!("The server sent the TLS alert {alert:?}.")),
        Some(Fault::Closed) | None => problem(lost()),
        Some(Fault::Notice(answer)) => {
            let failure = match answer.code {
                8 | 13 => F::EncryptionRequired { result_code: answer.code },
                51 | 52 => F::ServerBusy { result_code: answer.code },
                _ => lost(),
            };
            let name = result_name(answer.code);
            problem_with(failure, format!("Notice of disconnection: {name} ({}). {}", answer.code, answer.text))
        }
    }
}

/// Name of a result code (RFC 4511 §4.1.9 and appendix A; beyond them the IANA registry).
pub(super) fn result_name(code: u32) -> &'static str {
    match code {
        0 => "success",
        1 => "operationsError",
        2 => "protocolError",
        3 => "timeLimitExceeded",
        4 => "sizeLimitExceeded",
        5 => "compareFalse",
        6 => "compareTrue",
        7 => "authMethodNotSupported",
        8 => "strongerAuthRequired",
        9 => "partialResults",
        10 => "referral",
        11 => "adminLimitExceeded",
        12 => "unavailableCriticalExtension",
        13 => "confidentialityRequired",
        14 => "saslBindInProgress",
        16 => "noSuchAttribute",
        17 => "undefinedAttributeType",
        18 => "inappropriateMatching",
        19 => "constraintViolation",
        20 => "attributeOrValueExists",
        21 => "invalidAttributeSyntax",
        32 => "noSuchObject",
        33 => "aliasProblem",
        34 => "invalidDNSyntax",
        36 => "aliasDereferencingProblem",
        48 => "inappropriateAuthentication",
        49 => "invalidCredentials",
        50 => "insufficientAccessRights",
        51 => "busy",
        52 => "unavailable",
        53 => "unwillingToPerform",
        54 => "loopDetect",
        64 => "namingViolation",
        65 => "objectClassViolation",
        66 => "notAllowedOnNonLeaf",
        67 => "notAllowedOnRDN",
        68 => "entryAlreadyExists",
        69 => "objectClassModsProhibited",
        71 => "affectsMultipleDSAs",
        80 => "other",
        118 => "canceled",
        119 => "noSuchOperation",
        120 => "tooLate",
        121 => "cannotCancel",
        122 => "assertionFailed",
        123 => "authorizationDenied",
        4096 => "e-syncRefreshRequired",
        _ => "an unknown result code",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_servers_text_is_shown_short_and_without_control_characters() {
        assert_eq!(clean("a\u{0}b\n"), Some("a b".into()));
        assert_eq!(clean(" \u{0} "), None);
        let long = clean(&"é".repeat(600)).unwrap_or_default();
        assert_eq!(long.chars().count(), 501);
    }

    #[test]
    fn limits_of_the_server_are_told_apart() {
        let doing = Doing { what: "reading people", base: "dc=x", after: 500 };
        let failure = |rc| {
            let result = LdapResult { rc, matched: String::new(), text: String::new(), refs: vec![], ctrls: vec![] };
            from_result(&result, doing).failure
        };
        assert_eq!(failure(4), ConnectionFailure::ServerLimit { result_code: 4, after: 500 });
        assert_eq!(failure(11), ConnectionFailure::ServerLimit { result_code: 11, after: 500 });
        assert_eq!(failure(3), ConnectionFailure::ServerTimeLimit { after: 500 });
        assert_eq!(failure(52), ConnectionFailure::ServerBusy { result_code: 52 });
        assert!(matches!(failure(80), ConnectionFailure::Refused { name, .. } if name == "other"));
    }
}
