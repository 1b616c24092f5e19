use super::access::{Access, PasswordVerdict};
use super::deadlines::Deadlines;
use super::entry::Entry;
use super::error::Outcome;
use super::journal::Journal;
use super::members::{self, Members};
use super::people::People;
use super::resolve::resolve;
use super::search::{Request, Search};
use super::second_look::SecondLook;
use super::session::Session;
use super::state::{self, Evidence};
use super::vendor::Server;
use super::{bind, connect, groups, guid, lockout, person};
use crate::model::{
    DirectoryProblem, DirectoryState, Dn, Found, GroupPlace, Guid, LdapSettings, Resolved, SkipReason, StepName,
    StepOutcome, Timestamp, Vendor,
};
use ldap3::Scope;
use secrecy::SecretString;

/// A connection to the directory, bound as the service account.
pub struct Connection {
    session: Session,
    access: Access,
    server: Server,
    resolved: Resolved,
    /// Members of the LDAP groups of the settings' rules, once they were asked for.
    rules: Vec<Option<Members>>,
    /// A password was verified here since: the connection speaks as that person, or as nobody.
    as_other: bool,
    /// The longest that a lock lasts here, once it was asked for.
    lockout: Option<time::Duration>,
    outside: u64,
}

impl Connection {
    /// Connects (servers in order, the next one only when one cannot be reached), encrypts, binds,
    /// reads the root DSE and resolves the empty settings.
    ///
    /// # Errors
    /// The cause, as a check would show it.
    pub async fn open(access: &Access) -> Result<Connection, DirectoryProblem> {
        Connection::open_within(access, Deadlines::default()).await
    }

    /// [`Connection::open`] with other deadlines.
    ///
    /// # Errors
    /// As there.
    pub async fn open_within(access: &Access, deadlines: Deadlines) -> Result<Connection, DirectoryProblem> {
        let (session, server) = Connection::bind(access, &deadlines, &mut Journal::default()).await?;
        Connection::from_bound(access, session, server)
    }

    /// Connects, encrypts, binds and reads the root DSE.
    pub(super) async fn bind(
        access: &Access,
        deadlines: &Deadlines,
        journal: &mut Journal,
    ) -> Outcome<(Session, Server)> {
        if let Err(problem) = bind::refuse_empty(access) {
            journal.fail(StepName::Bind, &problem);
            return Err(problem);
        }
        let mut session = connect::reach(access, deadlines, journal).await?;
        journal.begin(StepName::Bind);
        journal.note(bind::service(&mut session, access).await)?;
        let server = journal.note(Server::identify(&mut session).await)?;
        journal.learn(server.label.clone());
        journal.end(StepOutcome::Ok);
        Ok((session, server))
    }

    /// Resolves the empty settings.
    pub(super) fn from_bound(access: &Access, session: Session, server: Server) -> Outcome<Connection> {
        let resolved = resolve(&access.settings, &server)?;
        Ok(Connection {
            session,
            access: access.clone(),
            server,
            resolved,
            rules: Vec::new(),
            as_other: false,
            lockout: None,
            outside: 0,
        })
    }

    /// The settings with every empty field filled in.
    pub fn resolved(&self) -> &Resolved {
        &self.resolved
    }

    /// Reads the LDAP groups of the settings' rules: whoever is read after it carries which of them they are in. Answers,
    /// in the order of the rules, why one could not be read; such a rule matches nobody, and that means nothing.
    ///
    /// # Errors
    /// When the connection is of no use any more.
    pub async fn read_rules(&mut self) -> Result<Vec<Option<DirectoryProblem>>, DirectoryProblem> {
        self.become_service_account().await?;
        let mut problems = Vec::new();
        self.rules.clear();
        for rule in self.access.settings.rules.clone() {
            let read = groups::read(&mut self.session, &rule.group_dn, &self.server, &self.resolved.base_dn).await;
            let (members, problem) = match read {
                Ok(members) => (Some(members), None),
                Err(problem) if problem.failure.is_about_one_group() => (None, Some(problem)),
                Err(problem) => return Err(problem),
            };
            self.rules.push(members);
            problems.push(problem);
        }
        Ok(problems)
    }

    /// Everyone within base, filter and group.
    ///
    /// # Errors
    /// When the group cannot be read; those of the search come with [`People::next`].
    pub async fn people(&mut self) -> Result<People<'_>, DirectoryProblem> {
        self.become_service_account().await?;
        let members = self.members().await?;
        self.learn_lockout().await;
        let mut more = members.as_ref().map(Members::attributes).unwrap_or_default();
        more.extend(self.rule_attributes());
        let filter = self.resolved.user_filter.as_str().to_owned();
        let search = Search::paged(self.request("reading people", filter, &more));
        Ok(People::new(self, search, members, Timestamp::now_utc()))
    }

    /// After everyone was read: how many are named as members of the LDAP user group and were not among them.
    pub fn outside(&self) -> u64 {
        self.outside
    }

    pub(super) fn set_outside(&mut self, outside: u64) {
        self.outside = outside;
    }

    /// Asks for these by GUID, after a search for everyone did not answer them.
    ///
    /// # Errors
    /// When the group cannot be read.
    pub async fn second_look(&mut self, wanted: &[Guid]) -> Result<SecondLook<'_>, DirectoryProblem> {
        self.become_service_account().await?;
        let members = self.members().await?;
        self.learn_lockout().await;
        Ok(SecondLook::new(self, members, wanted))
    }

    /// The person with this GUID, if they are within base, filter and group.
    ///
    /// # Errors
    /// When the directory cannot be asked: that is not "nobody".
    pub async fn find_person(&mut self, guid: &Guid) -> Result<Option<Found>, DirectoryProblem> {
        let attribute = self.resolved.guid_attribute.clone();
        self.find_person_by(attribute.as_str(), guid).await
    }

    /// The same by another GUID attribute than the present one.
    ///
    /// # Errors
    /// As there.
    pub async fn find_person_by(&mut self, attribute: &str, guid: &Guid) -> Result<Option<Found>, DirectoryProblem> {
        self.become_service_account().await?;
        let Some(condition) = guid::condition(attribute, guid) else {
            return Ok(None);
        };
        let filter = format!("(&{}{condition})", self.resolved.user_filter);
        let more: &[&str] = if self.access.settings.group_dn.is_some() { &members::ATTRIBUTES } else { &[] };
        let request = self.request("looking up a person", filter, more);
        let entries = Search::all(request, &mut self.session).await?;
        let Some(entry) = entries.first() else {
            return Ok(None);
        };
        if let Some(other) = entries.get(1) {
            let reason = SkipReason::GuidTwice { guid: guid.to_string(), other_dn: other.dn.clone() };
            return Ok(Some(Found::Unusable { dn: entry.dn.clone(), guid: Some(guid.clone()), reason, matched: None }));
        }
        let is_member = self.is_member(entry).await?;
        Ok(is_member.then(|| person::found(entry, &self.resolved, Timestamp::now_utc())))
    }

    /// Exactly one bind as this DN. An empty password is refused before any traffic.
    ///
    /// # Errors
    /// When the directory did not judge the password: it is then neither right nor wrong.
    pub async fn verify_password(
        &mut self,
        dn: &str,
        password: &SecretString,
    ) -> Result<PasswordVerdict, DirectoryProblem> {
        self.as_other = true;
        bind::verify(&mut self.session, &self.server.vendor, dn, password).await
    }

    /// Unbinds.
    pub async fn close(self) {
        self.session.close().await;
    }

    /// What must be asked for to know which rules match an entry.
    pub(super) fn rule_attributes(&self) -> impl Iterator<Item = &'static str> {
        self.rules.iter().flatten().flat_map(Members::attributes)
    }

    /// A person with the rules that match their entry. Of an entry that could not be read nothing is known.
    pub(super) fn matched(&self, entry: &Entry, mut found: Found) -> Found {
        let holds = |members: &Option<Members>| members.as_ref().is_some_and(|members| members.hold(entry));
        let rules = || self.rules.iter().enumerate().filter(|(_, rule)| holds(rule)).map(|(at, _)| at).collect();
        match &mut found {
            Found::Person(person) => {
                person.state = self.state(entry).map_or(DirectoryState::Enabled, |evidence| evidence.state);
                person.matched = rules();
            }
            Found::Unusable { matched, .. } => *matched = entry.flaw.is_none().then(rules),
        }
        found
    }

    /// What speaks against the account now.
    pub(super) fn state(&self, entry: &Entry) -> Option<Evidence> {
        state::under_policy(entry, Timestamp::now_utc(), self.lockout)
    }

    pub(super) async fn learn_lockout(&mut self) {
        let roots = self.roots();
        self.lockout = lockout::longest(&mut self.session, &self.server.vendor, &roots).await;
    }

    /// By which road the entry is in the group of each rule.
    pub(super) fn rule_places(&self, entry: &Entry) -> Vec<GroupPlace> {
        let place = |members: &Members| members.road(entry).map_or(GroupPlace::Out, GroupPlace::In);
        self.rules.iter().map(|rule| rule.as_ref().map_or(GroupPlace::Unknown, place)).collect()
    }

    /// Where entries can be: the naming contexts, and the base where none of them is around it.
    pub(super) fn roots(&self) -> Vec<String> {
        let base = &self.resolved.base_dn;
        let mut roots = self.server.naming_contexts.clone();
        if !roots.iter().any(|root| Dn::parse(root).is_ok_and(|root| base.is_within(&root))) {
            roots.push(base.as_str().to_owned());
        }
        roots
    }

    pub(super) fn settings(&self) -> &LdapSettings {
        &self.access.settings
    }

    pub(super) fn vendor(&self) -> &Vendor {
        &self.server.vendor
    }

    pub(super) fn session(&mut self) -> &mut Session {
        &mut self.session
    }

    /// Reads the base entry, to know that it is there.
    pub(super) async fn read_base(&mut self) -> Outcome<()> {
        let request = Request::of_entry("reading the directory", self.resolved.base_dn.as_str(), &["1.1"]);
        Search::all(request, &mut self.session).await.map(|_| ())
    }

    pub(super) async fn become_service_account(&mut self) -> Outcome<()> {
        if self.as_other {
            bind::service(&mut self.session, &self.access).await?;
            self.as_other = false;
        }
        Ok(())
    }

    pub(super) async fn members(&mut self) -> Outcome<Option<Members>> {
        let Some(group) = &self.access.settings.group_dn else {
            return Ok(None);
        };
        groups::read(&mut self.session, group, &self.server, &self.resolved.base_dn).await.map(Some)
    }

    async fn is_member(&mut self, entry: &Entry) -> Outcome<bool> {
        let Some(group) = &self.access.settings.group_dn else {
            return Ok(true);
        };
        groups::is_member(&mut self.session, group, &self.server, &self.resolved.base_dn, entry).await
    }

    fn request(&self, doing: &'static str, filter: String, more: &[&str]) -> Request {
        Request {
            doing,
            base: self.resolved.base_dn.as_str().to_owned(),
            scope: Scope::Subtree,
            filter,
            attributes: person::attributes(&self.resolved, more),
        }
    }
}
