//! A search, page by page (RFC 2696). It ends well only when every page ended in success.

use super::ber::{self, Element};
use super::entry::Entry;
use super::error::{self, Doing, Outcome, bad_answer};
use super::session::{Session, Stream};
use crate::model::DirectoryProblem;
use ldap3::asn1::{PL, StructureTag};
use ldap3::controls::{PagedResults, RawControl};
use ldap3::{LdapResult, Scope, SearchOptions};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::{Duration, Instant};

/// Entries asked for at a time: what Active Directory gives at most.
const PAGE_SIZE: i32 = 1000;
/// Entries of an answer that should have been small.
const MAX_ANSWER: usize = 10_000;
const PAGED_RESULTS: &str = "1.2.840.113556.1.4.319";

/// What to search for.
#[derive(Debug, Clone)]
pub(super) struct Request {
    /// After "while": `reading people`.
    pub(super) doing: &'static str,
    pub(super) base: String,
    pub(super) scope: Scope,
    pub(super) filter: String,
    pub(super) attributes: Vec<String>,
}

impl Request {
    /// One entry.
    pub(super) fn of_entry(doing: &'static str, dn: &str, attributes: &[&str]) -> Request {
        let attributes = attributes.iter().map(|name| (*name).to_owned()).collect();
        Request { doing, base: dn.into(), scope: Scope::Base, filter: "(objectClass=*)".into(), attributes }
    }
}

/// A search that goes on.
pub(super) struct Search {
    request: Request,
    paged: bool,
    /// Entries asked for at most; that there are more is then no error.
    most: Option<u8>,
    /// Seconds that the server may take for an answer (RFC 4511 §4.5.1.5).
    seconds: Option<u16>,
    stream: Option<Stream>,
    /// First entry of the present page, and what every page began with, to notice a circle.
    first: u64,
    pages: HashSet<(u64, u64)>,
    read: u64,
    page_began: Instant,
    waited: Duration,
    began: Instant,
    /// How it ended; an end stays the end.
    end: Option<Outcome<()>>,
}

impl Search {
    /// Nothing is sent before the first `next`.
    pub(super) fn paged(request: Request) -> Search {
        Search::new(request, true)
    }

    /// For answers of a few entries.
    pub(super) fn unpaged(request: Request) -> Search {
        Search::new(request, false)
    }

    fn new(request: Request, paged: bool) -> Search {
        let now = Instant::now();
        Search {
            request,
            paged,
            most: None,
            seconds: None,
            stream: None,
            first: 0,
            pages: HashSet::new(),
            read: 0,
            page_began: now,
            waited: Duration::ZERO,
            began: now,
            end: None,
        }
    }

    /// Asks the server to answer within so many seconds, or to say that it cannot: the connection is kept then.
    pub(super) fn within(self, seconds: u16) -> Search {
        Search { seconds: Some(seconds), ..self }
    }

    /// Reads all entries of a small answer.
    pub(super) async fn all(request: Request, session: &mut Session) -> Outcome<Vec<Entry>> {
        Search::unpaged(request).collect(session).await
    }

    /// The same of one that was set up.
    pub(super) async fn collect(self, session: &mut Session) -> Outcome<Vec<Entry>> {
        let mut search = self;
        let mut entries = Vec::new();
        while let Some(entry) = search.next(session).await? {
            if entries.len() >= MAX_ANSWER {
                return Err(search.fail(session, bad_answer("many times as many entries came as were asked for")));
            }
            entries.push(entry);
        }
        Ok(entries)
    }

    /// Reads no more than these; `true`: there are more.
    pub(super) async fn some(request: Request, most: u8, session: &mut Session) -> Outcome<(Vec<Entry>, bool)> {
        // One more than is taken tells whether there are more, where the server passes over the limit too.
        let mut search = Search { most: Some(most.saturating_add(1)), ..Search::unpaged(request) };
        let mut entries = Vec::new();
        while let Some(entry) = search.next(session).await? {
            if entries.len() < MAX_ANSWER {
                entries.push(entry);
            }
        }
        let more = entries.len() > usize::from(most);
        entries.truncate(most.into());
        Ok((entries, more))
    }

    /// Entries read so far.
    pub(super) fn read(&self) -> u64 {
        self.read
    }

    /// The next entry; `Ok(None)` only after every page ended in success. An end stays the end, and
    /// an error stays an error.
    pub(super) async fn next(&mut self, session: &mut Session) -> Outcome<Option<Entry>> {
        if let Some(end) = &self.end {
            return end.clone().map(|()| None);
        }
        let next = self.step(session).await;
        match &next {
            Ok(Some(_)) => {}
            Ok(None) => self.end = Some(Ok(())),
            Err(problem) => drop(self.fail(session, problem.clone())),
        }
        next
    }

    /// Ends it by this problem.
    pub(super) fn fail(&mut self, session: &mut Session, problem: DirectoryProblem) -> DirectoryProblem {
        self.end = Some(Err(problem.clone()));
        self.leave(session);
        problem
    }

    /// Ends it before its end, and the connection with it.
    pub(super) fn leave(&mut self, session: &mut Session) {
        if let Some(stream) = self.stream.take() {
            session.leave(stream);
        }
    }

    async fn step(&mut self, session: &mut Session) -> Outcome<Option<Entry>> {
        loop {
            if self.stream.is_none() {
                self.ask(session, Vec::new()).await?;
            }
            if let Some(tag) = self.receive(session).await? {
                if let Some(entry) = self.entry(tag) {
                    return Ok(Some(entry));
                }
                continue;
            }
            let Some(cookie) = self.finish_page().await? else {
                return Ok(None);
            };
            self.ask(session, cookie).await?;
        }
    }

    async fn ask(&mut self, session: &mut Session, cookie: Vec<u8>) -> Outcome<()> {
        // Not critical: a server without paging then answers all at once instead of refusing.
        let control = || RawControl::from(PagedResults { size: PAGE_SIZE, cookie });
        let controls = if self.paged { vec![control()] } else { Vec::new() };
        self.first = 0;
        self.waited = Duration::ZERO;
        self.page_began = Instant::now();
        let most = self.most.map_or(0, i32::from);
        let options = SearchOptions::new().sizelimit(most).timelimit(self.seconds.map_or(0, i32::from));
        self.stream = Some(session.search(&self.request, controls, options).await?);
        Ok(())
    }

    /// The next message of this page. Only waiting counts against the deadline: whoever takes the
    /// entries may be slow.
    async fn receive(&mut self, session: &mut Session) -> Outcome<Option<StructureTag>> {
        let Some(stream) = &mut self.stream else {
            return Err(bad_answer("a search without an answer"));
        };
        let limit = session.deadlines.page;
        let began = Instant::now();
        let received = tokio::time::timeout(limit.saturating_sub(self.waited), stream.next()).await;
        self.waited += began.elapsed();
        if self.began.elapsed() > session.deadlines.search {
            return Err(session.silent(self.request.doing, session.deadlines.search));
        }
        match received {
            Ok(Ok(item)) => {
                session.taken();
                Ok(item.map(|item| item.0))
            }
            Ok(Err(error)) => {
                self.stream = None;
                Err(session.ended(&error, self.request.doing))
            }
            Err(_) => Err(session.silent(self.request.doing, limit)),
        }
    }

    /// An entry, or `None` for a reference (never followed) or an intermediate message.
    fn entry(&mut self, tag: StructureTag) -> Option<Entry> {
        if tag.id != 4 {
            return None;
        }
        self.read += 1;
        if self.read.is_multiple_of(u64::from(PAGE_SIZE.unsigned_abs())) {
            // A server without paging answers everything in one page: as much time for each page's worth.
            self.waited = Duration::ZERO;
        }
        if self.first == 0 {
            self.first = name_hash(&tag);
        }
        Some(Entry::read(tag))
    }

    /// The page ended: the cookie of the next one, `None` after the last.
    async fn finish_page(&mut self) -> Outcome<Option<Vec<u8>>> {
        let Some(mut stream) = self.stream.take() else {
            return Err(bad_answer("a search without an answer"));
        };
        let result = stream.finish().await;
        if matches!(result.rc, 11 | 12) && self.paged && self.read == 0 {
            // unavailableCriticalExtension: no paging here, whatever criticality says. adminLimitExceeded: OpenLDAP
            // lets this account have no pages, or only smaller ones (limits … size.pr).
            self.paged = false;
            return Ok(Some(Vec::new()));
        }
        if result.rc == 4 && self.most.is_some() {
            return Ok(None);
        }
        if result.rc != 0 {
            let doing = Doing { what: self.request.doing, base: &self.request.base, after: self.read };
            return Err(error::from_result(&result, doing));
        }
        tracing::debug!(read = self.read, took = ?self.page_began.elapsed(), "a page of a search");
        let Some(cookie) = cookie(&result)?.filter(|_| self.paged) else {
            return Ok(None);
        };
        // Some servers give the same cookie with every page, so the cookie alone tells nothing.
        if !self.pages.insert((hash(&cookie), self.first)) {
            return Err(bad_answer("the server gives the same page of a search again"));
        }
        Ok(Some(cookie))
    }
}

/// The cookie of a page's answer; `None`: no further page.
fn cookie(result: &LdapResult) -> Outcome<Option<Vec<u8>>> {
    let control = result.ctrls.iter().map(|control| &control.1).find(|control| control.ctype == PAGED_RESULTS);
    let Some(value) = control.and_then(|control| control.val.as_deref()) else {
        return Ok(None);
    };
    let cookie = || {
        let outer = Element::at(value, 0, value.len()).ok().filter(|outer| outer.tag == ber::SEQUENCE)?;
        let cookie = outer.children(value).nth(1)?.ok()?;
        Some(cookie.bytes(value).to_vec())
    };
    // Unreadable is not "no further page".
    let cookie = cookie().ok_or_else(|| bad_answer("the cookie of a page cannot be read"))?;
    Ok((!cookie.is_empty()).then_some(cookie))
}

fn name_hash(tag: &StructureTag) -> u64 {
    match &tag.payload {
        PL::C(parts) => match parts.first().map(|name| &name.payload) {
            Some(PL::P(name)) => hash(name),
            _ => 1,
        },
        PL::P(_) => 1,
    }
}

/// Never zero, which stands for a page without entries.
fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish() | 1
}
