//! Simple binds (RFC 4513 §5.1.3): the service account's, and one to verify a password.

use super::access::{Access, PasswordVerdict};
use super::error::{self, Outcome, problem, words};
use super::policy;
use super::probe;
use super::session::Session;
use crate::model::{ConnectionFailure as F, DirectoryProblem, Vendor};
use ldap3::LdapResult;
use secrecy::{ExposeSecret, SecretString};

/// Signs in as the service account. An empty password would be an unauthenticated bind (RFC 4513
/// §5.1.2), which many servers call a success: it is refused before any traffic.
pub(super) async fn service(session: &mut Session, access: &Access) -> Outcome<()> {
    refuse_empty(access)?;
    let dn = access.settings.bind_dn.trim();
    let answered = session.bind(dn, access.bind_password.expose_secret(), policy::request()).await;
    let result = match answered {
        Ok(result) => result,
        Err(problem) => return Err(look_for_tls(session, problem).await),
    };
    if result.rc != 0 {
        return Err(refused(&result));
    }
    match policy::objection(&result) {
        Some(why) => {
            Err(DirectoryProblem { failure: F::AccountUnusable { why: why.words().into() }, details: words(&result) })
        }
        None => Ok(()),
    }
}

/// Refuses what must not be sent.
pub(super) fn refuse_empty(access: &Access) -> Outcome<()> {
    if access.bind_password.expose_secret().is_empty() {
        return Err(problem(F::EmptyPassword));
    }
    if access.settings.bind_dn.trim().is_empty() {
        return Err(problem(F::BadBindDn));
    }
    Ok(())
}

/// Exactly one bind as this DN, at this kind of server.
pub(super) async fn verify(
    session: &mut Session,
    vendor: &Vendor,
    dn: &str,
    password: &SecretString,
) -> Outcome<PasswordVerdict> {
    if password.expose_secret().is_empty() || dn.trim().is_empty() {
        return Ok(PasswordVerdict::Refused { cause: None, why: Some("empty".into()) });
    }
    let result = session.bind(dn, password.expose_secret(), policy::request()).await?;
    let why = policy::reason(&result);
    match result.rc {
        0 => Ok(match policy::objection(&result) {
            Some(objection) => PasswordVerdict::Objected { objection, why: Some(objection.words().into()) },
            None => PasswordVerdict::Accepted,
        }),
        // Beside invalidCredentials: locked (389-ds), no such entry, no password, disabled (389-ds).
        49 | 19 | 32 | 48 | 53 => Ok(match policy::objection_to_right(&result, vendor) {
            Some(objection) => PasswordVerdict::Objected { objection, why },
            None => PasswordVerdict::Refused { cause: policy::cause(&result), why },
        }),
        _ => Err(refused(&result)),
    }
}

fn refused(result: &LdapResult) -> DirectoryProblem {
    let failure = match (result.rc, policy::unusable(result)) {
        (49 | 19 | 53, Some(why)) => F::AccountUnusable { why },
        (49 | 48 | 32, _) => F::WrongCredentials,
        (8 | 13, _) => F::EncryptionRequired { result_code: result.rc },
        (34, _) => F::BadBindDn,
        (10, _) => F::Referral { to: result.refs.iter().filter_map(|uri| error::clean(uri)).collect() },
        (51 | 52, _) => F::ServerBusy { result_code: result.rc },
        (code, _) => error::refused(code, "signing in"),
    };
    DirectoryProblem { failure, details: words(result) }
}

/// A plain connection that ended, or stayed silent, at the very first word: perhaps the port speaks
/// TLS.
async fn look_for_tls(session: &Session, problem: DirectoryProblem) -> DirectoryProblem {
    let unclear = matches!(problem.failure, F::ConnectionLost { .. } | F::TimedOut { .. });
    let peer = &session.peer;
    if unclear && !peer.encrypted && probe::speaks_tls(peer.address, &session.deadlines).await {
        let failure = F::PlainOnTlsPort { port: peer.address.port() };
        return DirectoryProblem { failure, details: problem.details };
    }
    problem
}
