//! Plain types. No I/O and no clock: whoever needs the time passes it in.

mod agent;
mod connection;
mod dn;
mod email;
mod filter;
mod group;
mod guid;
mod host;
mod import_run;
mod ldap_settings;
mod person;
mod role;

pub use agent::{Agent, AgentEdit, AgentId, AgentState, DirectoryState, NewLocalAgent, Origin, Removal, Source};
pub use connection::{
    CheckReport, CheckStep, ConnectionFailure, ConnectionStatus, DirectoryProblem, PeopleCount, Resolved, Sample,
    SampleField, StepName, StepOutcome, Vendor,
};
pub use dn::Dn;
pub use email::Email;
pub use filter::Filter;
pub use group::{Group, GroupId};
pub use guid::Guid;
pub use host::{Host, HostEntry, HostList};
pub use import_run::{
    AgentChange, ChangeKind, Counts, FieldChange, HeldReason, ImportRun, Phase, RunId, RunState, StartedBy,
};
pub use ldap_settings::{AttributeName, CaCertificate, LdapSettings, SealedSecret, TransportSecurity};
pub use person::{Found, Person, SkipReason};
pub use role::Role;

/// A point in time, always UTC.
pub type Timestamp = time::OffsetDateTime;

/// Why a typed value was refused: one sentence that says what is wrong and what to type instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Invalid(pub String);

impl Invalid {
    /// From a sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Invalid(sentence.into())
    }
}
