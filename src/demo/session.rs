//! One connection: binds, and hands searches on.

use super::search::{Paging, SearchAnswer};
use super::tree::Tree;
use super::{BIND_DN, BIND_PASSWORD, people};
use crate::model::Dn;
use futures::{SinkExt, StreamExt};
use ldap3_proto::LdapCodec;
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{
    LdapBindCred, LdapBindRequest, LdapBindResponse, LdapExtendedRequest, LdapExtendedResponse, LdapMsg, LdapOp,
    LdapResult, LdapResultCode, OID_WHOAMI,
};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_util::codec::Framed;

/// No request is larger than this, in bytes.
const LARGEST_FRAME: usize = 4 << 20;
/// A connection that says nothing for this long is closed.
const IDLE: Duration = Duration::from_secs(300);

/// One connection and what it remembers.
pub(super) struct Session {
    frames: Framed<TcpStream, LdapCodec>,
    people_file: Arc<Path>,
    /// Who is bound; `None` is anonymous.
    bound: Option<String>,
    paging: Paging,
}

impl Session {
    pub(super) fn new(socket: TcpStream, people_file: Arc<Path>) -> Session {
        let frames = Framed::new(socket, LdapCodec::new(Some(LARGEST_FRAME), None));
        Session { frames, people_file, bound: None, paging: Paging::default() }
    }

    /// Answers requests, one after the other, until the client leaves.
    pub(super) async fn run(mut self) -> io::Result<()> {
        while let Ok(Some(message)) = tokio::time::timeout(IDLE, self.frames.next()).await {
            let message = message?;
            let id = message.msgid;
            if matches!(message.op, LdapOp::UnbindRequest) {
                return Ok(());
            }
            for (op, ctrl) in self.answer(message).await {
                self.frames.feed(LdapMsg { msgid: id, op, ctrl }).await?;
            }
            self.frames.flush().await?;
        }
        Ok(())
    }

    async fn answer(&mut self, message: LdapMsg) -> Vec<(LdapOp, Vec<LdapControl>)> {
        let refusal = needs_unknown_control(&message.ctrl)
            .then(|| result(LdapResultCode::UnavailableCriticalExtension, "A critical control is not supported."));
        let plain = |op| vec![(op, Vec::new())];
        match message.op {
            LdapOp::SearchRequest(request) => {
                let answer = match refusal {
                    Some(refusal) => SearchAnswer::refused(refusal),
                    None => self.paging.search(&request, &message.ctrl, self.bound.is_some(), &self.people_file).await,
                };
                answer.into_messages()
            }
            LdapOp::BindRequest(request) => {
                let res = match refusal {
                    Some(refusal) => refusal,
                    None => self.bind(request).await,
                };
                plain(LdapOp::BindResponse(LdapBindResponse { res, saslcreds: None }))
            }
            LdapOp::ExtendedRequest(request) => {
                let response = refusal.map(extended).unwrap_or_else(|| self.extended(&request));
                plain(LdapOp::ExtendedResponse(response))
            }
            LdapOp::ModifyRequest(_) => plain(LdapOp::ModifyResponse(read_only())),
            LdapOp::AddRequest(_) => plain(LdapOp::AddResponse(read_only())),
            LdapOp::DelRequest(_) => plain(LdapOp::DelResponse(read_only())),
            LdapOp::ModifyDNRequest(_) => plain(LdapOp::ModifyDNResponse(read_only())),
            LdapOp::CompareRequest(_) => {
                plain(LdapOp::CompareResult(result(LdapResultCode::UnwillingToPerform, "Compare is not supported.")))
            }
            // Requests are answered in order, so there is nothing left to abandon.
            _ => Vec::new(),
        }
    }

    async fn bind(&mut self, request: LdapBindRequest) -> LdapResult {
        // Whatever comes of it, the earlier bind is over (RFC 4511, section 4.2.1).
        self.bound = None;
        if request.version != 3 {
            return result(LdapResultCode::ProtocolError, "Only LDAP version 3 is spoken here.");
        }
        let LdapBindCred::Simple(password) = request.cred else {
            return result(LdapResultCode::AuthMethodNotSupported, "Only simple binds are supported.");
        };
        let Ok(dn) = Dn::parse(&request.dn) else {
            return result(LdapResultCode::InvalidDNSyntax, "This is not a DN.");
        };
        let verdict = match (dn.is_root(), password.is_empty()) {
            (true, true) => return result(LdapResultCode::Success, ""),
            (false, true) => {
                result(LdapResultCode::UnwillingToPerform, "unauthenticated bind (DN with no password) disallowed")
            }
            (true, false) => result(LdapResultCode::InvalidCredentials, ""),
            (false, false) => self.verify(&dn, &password).await,
        };
        if verdict.code == LdapResultCode::Success {
            self.bound = Some(request.dn);
        }
        verdict
    }

    async fn verify(&self, dn: &Dn, password: &str) -> LdapResult {
        if Dn::parse(BIND_DN).as_ref() == Ok(dn) {
            // Not looked up, so that a broken file fails a search, which shows why, and not the bind.
            return verdict(password == BIND_PASSWORD);
        }
        let tree = match people::read(&self.people_file).await {
            Ok(file) => Tree::new(&file),
            Err(broken) => return result(LdapResultCode::Other, &broken.to_string()),
        };
        match tree.get(dn) {
            Some(entry) if entry.disabled => {
                result(LdapResultCode::UnwillingToPerform, "account inactivated. Contact the system administrator.")
            }
            entry => verdict(entry.is_some_and(|entry| entry.accepts(password))),
        }
    }

    fn extended(&self, request: &LdapExtendedRequest) -> LdapExtendedResponse {
        if request.name != OID_WHOAMI {
            return extended(result(LdapResultCode::ProtocolError, "This extended operation is not supported."));
        }
        let identity = self.bound.as_ref().map(|dn| format!("dn:{dn}")).unwrap_or_default();
        LdapExtendedResponse { value: Some(identity.into_bytes()), ..extended(result(LdapResultCode::Success, "")) }
    }
}

/// A result without referrals.
pub(super) fn result(code: LdapResultCode, message: &str) -> LdapResult {
    LdapResult { code, matcheddn: String::new(), message: message.to_string(), referral: Vec::new() }
}

fn verdict(right: bool) -> LdapResult {
    result(if right { LdapResultCode::Success } else { LdapResultCode::InvalidCredentials }, "")
}

fn extended(res: LdapResult) -> LdapExtendedResponse {
    LdapExtendedResponse { res, name: None, value: None }
}

fn read_only() -> LdapResult {
    result(LdapResultCode::UnwillingToPerform, "The demo directory is read-only: edit its people file instead.")
}

fn needs_unknown_control(controls: &[LdapControl]) -> bool {
    controls.iter().any(|control| {
        matches!(
            control,
            LdapControl::Unknown { criticality: true, .. }
                | LdapControl::SyncRequest { criticality: true, .. }
                | LdapControl::SearchOptions { criticality: true, .. }
                | LdapControl::ShowDeleted { criticality: true, .. }
                | LdapControl::SdFlags { criticality: true, .. }
                | LdapControl::ExtendedDn { criticality: true, .. }
        )
    })
}
