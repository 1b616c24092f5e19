//! Searches, whole or page by page.

use super::session::result;
use super::tree::{Entry, Tree};
use super::{BASE_DN, filter, people};
use crate::model::Dn;
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{
    LdapOp, LdapResult, LdapResultCode, LdapSearchRequest, LdapSearchResultEntry, LdapSearchScope,
};
use std::collections::VecDeque;
use std::path::Path;

/// Simple paged results (RFC 2696).
const PAGED_RESULTS: &str = "1.2.840.113556.1.4.319";

/// What a search is answered with.
pub(super) struct SearchAnswer {
    entries: Vec<LdapSearchResultEntry>,
    done: LdapResult,
    /// Only for paged searches: the size of the whole result and the cookie of the next page.
    page: Option<(usize, Vec<u8>)>,
}

impl SearchAnswer {
    /// No entries and this result.
    pub(super) fn refused(done: LdapResult) -> SearchAnswer {
        SearchAnswer { entries: Vec::new(), done, page: None }
    }

    /// The entries, then the result.
    pub(super) fn into_messages(self) -> Vec<(LdapOp, Vec<LdapControl>)> {
        let entries = self.entries.into_iter().map(|entry| (LdapOp::SearchResultEntry(entry), Vec::new()));
        let page = self.page.map(|(total, cookie)| LdapControl::SimplePagedResults {
            size: i64::try_from(total).unwrap_or(i64::MAX),
            cookie,
        });
        let done = (LdapOp::SearchResultDone(self.done), page.into_iter().collect());
        entries.chain([done]).collect()
    }
}

/// A connection's paged search. It holds what the first page found, so that an edit of the people file
/// between two pages can neither hide nor repeat anyone: a person who is there is never absent from a
/// search that ended in success.
#[derive(Default)]
pub(super) struct Paging {
    /// Numbers the searches, so that a cookie of an earlier one is known to be stale.
    serial: u64,
    total: usize,
    rest: VecDeque<Entry>,
}

impl Paging {
    /// Answers a search.
    pub(super) async fn search(
        &mut self,
        request: &LdapSearchRequest,
        controls: &[LdapControl],
        bound: bool,
        people_file: &Path,
    ) -> SearchAnswer {
        if request.base.is_empty() && request.scope == LdapSearchScope::Base {
            return whole([&root_dse()].into_iter().filter(|entry| filter::matches(entry, &request.filter)), request);
        }
        if !bound {
            return SearchAnswer::refused(result(LdapResultCode::InsufficentAccessRights, "Bind first."));
        }
        let paged = controls.iter().find_map(|control| match control {
            LdapControl::SimplePagedResults { size, cookie } => Some((*size, cookie.as_slice())),
            _ => None,
        });
        if let Some((size, cookie)) = paged.filter(|(_, cookie)| !cookie.is_empty()) {
            return self.next_page(request, size, cookie);
        }
        let Ok(base) = Dn::parse(&request.base) else {
            return SearchAnswer::refused(result(LdapResultCode::InvalidDNSyntax, "The base is not a DN."));
        };
        let tree = match people::read(people_file).await {
            Ok(file) => Tree::new(&file),
            Err(broken) => return SearchAnswer::refused(result(LdapResultCode::Other, &broken.to_string())),
        };
        let Some(in_scope) = tree.scope(&base, &request.scope) else {
            return SearchAnswer::refused(result(LdapResultCode::NoSuchObject, ""));
        };
        let found = in_scope.filter(|entry| filter::matches(entry, &request.filter));
        let Some((size, _)) = paged else { return whole(found, request) };
        self.rest = found.cloned().collect();
        self.total = self.rest.len();
        self.serial += 1;
        self.page(request, size)
    }

    fn next_page(&mut self, request: &LdapSearchRequest, size: i64, cookie: &[u8]) -> SearchAnswer {
        if cookie != self.cookie() || self.rest.is_empty() {
            let refusal = "The paged search's cookie is not known, or no longer.";
            return SearchAnswer::refused(result(LdapResultCode::UnwillingToPerform, refusal));
        }
        if size == 0 {
            // How a client gives the rest up (RFC 2696, section 3).
            self.rest.clear();
        }
        self.page(request, size)
    }

    fn page(&mut self, request: &LdapSearchRequest, size: i64) -> SearchAnswer {
        let size = usize::try_from(size).ok().filter(|size| *size > 0).unwrap_or(self.rest.len());
        let page: Vec<Entry> = self.rest.drain(..size.min(self.rest.len())).collect();
        let mut answer = whole(page.iter(), request);
        if answer.done.code != LdapResultCode::Success {
            self.rest.clear();
        }
        let cookie = if self.rest.is_empty() { Vec::new() } else { self.cookie() };
        answer.page = Some((self.total, cookie));
        answer
    }

    fn cookie(&self) -> Vec<u8> {
        self.serial.to_string().into_bytes()
    }
}

/// All of these, up to the request's size limit (0 is none).
fn whole<'a>(mut found: impl Iterator<Item = &'a Entry>, request: &LdapSearchRequest) -> SearchAnswer {
    let limit = usize::try_from(request.sizelimit).ok().filter(|limit| *limit > 0).unwrap_or(usize::MAX);
    let entries = found.by_ref().take(limit).map(|entry| entry.answer(&request.attrs, request.typesonly)).collect();
    let code = if found.next().is_some() { LdapResultCode::SizeLimitExceeded } else { LdapResultCode::Success };
    SearchAnswer { entries, done: result(code, ""), page: None }
}

/// What the server says of itself (RFC 4512, section 5.1).
fn root_dse() -> Entry {
    Entry::without_guid("")
        .with("objectClass", ["top"])
        .with("namingContexts", [BASE_DN])
        .with("supportedLDAPVersion", ["3"])
        .with("supportedControl", [PAGED_RESULTS])
        .with("supportedExtension", [ldap3_proto::proto::OID_WHOAMI])
        .with("vendorName", ["Muster demo directory"])
        .with("vendorVersion", [env!("CARGO_PKG_VERSION")])
}
