//! The live status, on every administrator's page.

use crate::language::t;
use crate::model::*;
use crate::web::components::*;
use crate::web::rich::rich;
use maud::{Markup, html};
use time::OffsetDateTime;

const PILL: &str = "ldap-status";

/// What the page shows, in a word: the same again needs no answer.
pub(in crate::web) fn mark(status: &ConnectionStatus) -> String {
    match status {
        ConnectionStatus::NotConfigured => "none".into(),
        ConnectionStatus::Disabled => "off".into(),
        ConnectionStatus::Unknown => "unknown".into(),
        ConnectionStatus::Connected { checked_at, .. } => format!("up-{}", checked_at.unix_timestamp_nanos()),
        ConnectionStatus::Failed { checked_at, .. } => format!("down-{}", checked_at.unix_timestamp_nanos()),
    }
}

/// The pill. Of several directories it shows the worst, `whose` it is.
pub(in crate::web) fn status_pill(
    status: &ConnectionStatus,
    whose: Option<DirectoryId>,
    all: &[Directory],
    by: Follows,
) -> Markup {
    let whose = all.iter().filter(|_| all.len() > 1).find(|directory| Some(directory.id) == whose);
    let poll = (by == Follows::Itself).then(|| format!("/settings/ldap/status?seen={}", mark(status)));
    html! {
        a.status-link href="/settings/ldap/index" #(PILL) aria-live="polite" aria-atomic="true"
            hx-swap-oob=[(by == Follows::Sent).then_some("steady")]
            hx-get=[poll.as_deref()] hx-trigger=[poll.as_ref().map(|_| "every 5s")]
            hx-swap=[poll.as_ref().map(|_| "outerHTML")] {
            (words(status, whose.map(Directory::name)))
        }
    }
}

/// How a pill keeps up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Follows {
    /// It stands on a page, which asks `/live`.
    Page,
    /// It is what `/live` sends.
    Sent,
    /// It asks by itself, every five seconds.
    Itself,
}

/// The pill in a directory's line of the list.
pub(super) fn row_pill(id: DirectoryId, status: &ConnectionStatus) -> Markup {
    let poll = format!("/settings/ldap/{id}/status?part=row&seen={}", mark(status));
    html! {
        span #{ "ldap-status-" (id) } aria-live="polite" aria-atomic="true" hx-get=(poll) hx-trigger="every 5s"
            hx-swap="outerHTML" {
            (in_short(status))
        }
    }
}

/// Without the time, which every line would repeat.
fn in_short(status: &ConnectionStatus) -> Markup {
    match status {
        ConnectionStatus::Connected { latency, .. } => {
            pill(Tone::Ok, t!("ldap-status-up-short", took = duration(*latency)))
        }
        ConnectionStatus::Failed { problem, .. } => {
            pill(Tone::Bad, t!("ldap-status-down-short", why = short(&problem.failure)))
        }
        other => words(other, None),
    }
}

fn words(status: &ConnectionStatus, whose: Option<String>) -> Markup {
    let ago = |at: &Timestamp| time_ago(*at, OffsetDateTime::now_utc());
    if let (Some(_), ConnectionStatus::Connected { checked_at, .. }) = (&whose, status) {
        return pill(Tone::Ok, rich!("ldap-status-all-up", ago = ago(checked_at)));
    }
    let (tone, said) = match status {
        ConnectionStatus::NotConfigured => return pill(Tone::Neutral, t!("ldap-status-none")),
        ConnectionStatus::Disabled => (Tone::Neutral, html! { (t!("ldap-status-off")) }),
        ConnectionStatus::Unknown => (Tone::Info, html! { (t!("ldap-status-checking")) }),
        ConnectionStatus::Connected { latency, checked_at } => {
            (Tone::Ok, rich!("ldap-status-up", took = duration(*latency), ago = ago(checked_at)))
        }
        ConnectionStatus::Failed { problem, checked_at, .. } => {
            (Tone::Bad, rich!("ldap-status-down", why = short(&problem.failure), ago = ago(checked_at)))
        }
    };
    match whose {
        Some(directory) => pill(tone, rich!("ldap-status-of", directory = directory, status = said)),
        None => pill(tone, said),
    }
}

/// The reason in two or three words; the settings page has the whole of it.
fn short(failure: &ConnectionFailure) -> &'static str {
    use ConnectionFailure as F;
    match failure {
        F::UnknownHost { .. } => t!("ldap-short-host"),
        F::NoServiceRecords { .. } | F::ServiceNotOffered { .. } => t!("ldap-short-no-servers"),
        F::DnsFailed { .. } => t!("ldap-short-dns"),
        F::ConnectionRefused { .. } => t!("ldap-short-connection-refused"),
        F::ConnectTimedOut { .. } | F::TimedOut { .. } => t!("ldap-short-no-answer"),
        F::Unreachable { .. } => t!("ldap-short-unreachable"),
        F::NotLdap { .. } | F::BadAnswer => t!("ldap-short-not-ldap"),
        F::TlsOnPlainPort { .. }
        | F::PlainOnTlsPort { .. }
        | F::StartTlsRefused { .. }
        | F::OldTls
        | F::NoCommonCipher
        | F::TlsFailed => t!("ldap-short-encryption-failed"),
        F::ClientCertificateRequired => t!("ldap-short-client-required"),
        F::ClientCertificateRefused => t!("ldap-short-client-refused"),
        F::BadClientCertificate | F::ClientKeyUnreadable => t!("ldap-short-client-unusable"),
        F::UnknownIssuer
        | F::CertificateExpired { .. }
        | F::CertificateNotYetValid { .. }
        | F::WrongName { .. }
        | F::WeakCertificate { .. }
        | F::CertificateNotForServers
        | F::NoTrustAnchors
        | F::BadCaCertificate => t!("ldap-short-certificate"),
        F::WrongCredentials | F::AccountUnusable { .. } | F::EmptyPassword => t!("ldap-short-password"),
        F::EncryptionRequired { .. } => t!("ldap-short-encryption-required"),
        F::BadBindDn => t!("ldap-short-user"),
        F::SecretUnreadable => t!("ldap-short-unreadable"),
        F::BaseNotFound { .. } | F::NoBase => t!("ldap-short-base"),
        F::NoAccess { .. } => t!("ldap-short-no-access"),
        F::NobodyFound { .. } => t!("ldap-short-nobody"),
        F::GroupNotFound { .. } => t!("ldap-short-group"),
        F::ServerLimit { .. } | F::ServerTimeLimit { .. } => t!("ldap-short-limit"),
        F::ServerBusy { .. } => t!("ldap-short-busy"),
        F::ConnectionLost { .. } => t!("ldap-short-lost"),
        F::Referral { .. } => t!("ldap-short-referral"),
        F::Refused { .. } => t!("ldap-short-refused"),
    }
}
