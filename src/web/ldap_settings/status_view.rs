//! The live status, on every administrator's page.

use crate::model::*;
use crate::web::components::*;
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
        ConnectionStatus::Connected { latency, .. } => pill(Tone::Ok, html! { "Connected · " (duration(*latency)) }),
        ConnectionStatus::Failed { problem, .. } => {
            pill(Tone::Bad, html! { "Not connected · " (short(&problem.failure)) })
        }
        other => words(other, None),
    }
}

fn words(status: &ConnectionStatus, whose: Option<String>) -> Markup {
    let now = OffsetDateTime::now_utc();
    if let (Some(_), ConnectionStatus::Connected { checked_at, .. }) = (&whose, status) {
        return pill(Tone::Ok, html! { "All connected · checked " (time_ago(*checked_at, now)) });
    }
    let whose = whose.map(|name| format!("{name}: ")).unwrap_or_default();
    match status {
        ConnectionStatus::NotConfigured => pill(Tone::Neutral, "No directory yet"),
        ConnectionStatus::Disabled => pill(Tone::Neutral, html! { (whose) "LDAP is switched off" }),
        ConnectionStatus::Unknown => pill(Tone::Info, html! { (whose) "Checking the connection" }),
        ConnectionStatus::Connected { latency, checked_at } => {
            pill(Tone::Ok, html! { "Connected · " (duration(*latency)) " · checked " (time_ago(*checked_at, now)) })
        }
        ConnectionStatus::Failed { problem, checked_at, .. } => pill(
            Tone::Bad,
            html! { (whose) "Not connected · " (short(&problem.failure)) " · checked " (time_ago(*checked_at, now)) },
        ),
    }
}

/// The reason in two or three words; the settings page has the whole of it.
fn short(failure: &ConnectionFailure) -> &'static str {
    use ConnectionFailure as F;
    match failure {
        F::UnknownHost { .. } => "host not found",
        F::NoServiceRecords { .. } | F::ServiceNotOffered { .. } => "no servers in DNS",
        F::DnsFailed { .. } => "DNS does not answer",
        F::ConnectionRefused { .. } => "connection refused",
        F::ConnectTimedOut { .. } | F::TimedOut { .. } => "no answer",
        F::Unreachable { .. } => "cannot be reached",
        F::NotLdap { .. } | F::BadAnswer => "not an LDAP server",
        F::TlsOnPlainPort { .. }
        | F::PlainOnTlsPort { .. }
        | F::StartTlsRefused { .. }
        | F::OldTls
        | F::NoCommonCipher
        | F::TlsFailed => "encryption failed",
        F::ClientCertificateRequired => "client certificate required",
        F::ClientCertificateRefused => "client certificate refused",
        F::BadClientCertificate | F::ClientKeyUnreadable => "client certificate unusable",
        F::UnknownIssuer
        | F::CertificateExpired { .. }
        | F::CertificateNotYetValid { .. }
        | F::WrongName { .. }
        | F::WeakCertificate { .. }
        | F::CertificateNotForServers
        | F::NoTrustAnchors
        | F::BadCaCertificate => "certificate not accepted",
        F::WrongCredentials | F::AccountUnusable { .. } | F::EmptyPassword => "password refused",
        F::EncryptionRequired { .. } => "encryption required",
        F::BadBindDn => "user not understood",
        F::SecretUnreadable => "password unreadable",
        F::BaseNotFound { .. } | F::NoBase => "base not found",
        F::NoAccess { .. } => "no access",
        F::NobodyFound { .. } => "nobody found",
        F::GroupNotFound { .. } => "group not found",
        F::ServerLimit { .. } | F::ServerTimeLimit { .. } => "server limit",
        F::ServerBusy { .. } => "server busy",
        F::ConnectionLost { .. } => "connection lost",
        F::Referral { .. } => "referred elsewhere",
        F::Refused { .. } => "refused",
    }
}
