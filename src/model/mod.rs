//! Plain types. No I/O and no clock: whoever needs the time passes it in.

mod activity;
mod agent;
mod agent_change;
mod agent_edit;
mod allowance;
mod bulk_edit;
mod connection;
mod directory;
mod dn;
mod email;
mod filled;
mod filter;
mod group;
mod guid;
mod host;
mod import_day;
mod import_run;
mod import_steps;
mod ldap_settings;
mod link_span;
mod lockout;
mod look_up;
mod person;
mod preferences;
mod removal;
mod role;
mod rules;
mod run_note;
mod sealed;
mod second_factor;

pub use activity::{Action, Activity, ActivityHead, Actor, Deed, Subject, SubjectKind, ValueChange};
pub use agent::{Agent, AgentEdit, AgentId, AgentState, DirectoryState, NewLocalAgent, Origin, Source};
pub use agent_change::{AgentChange, ChangeKind, FieldChange};
pub use allowance::{Allowance, Attempt, Tally};
pub use bulk_edit::{BulkEdit, BulkOutcome, BulkRefusal};
pub use connection::{
    CheckReport, CheckStep, ConnectionFailure, ConnectionStatus, DirectoryProblem, PeopleCount, Resolved, Sample,
    SampleField, ShownCertificate, StepName, StepOutcome, Vendor,
};
pub use directory::{Directory, DirectoryId, named};
pub use dn::Dn;
pub use email::Email;
pub use filled::Filled;
pub use filter::Filter;
pub use group::{Group, GroupId};
pub use guid::Guid;
pub use host::{Host, HostEntry, HostList};
pub use import_day::{ImportDay, day_of};
pub use import_run::{Counts, Decision, DecisionKind, ImportRun, Phase, RunId, RunState, StartedBy};
pub use ldap_settings::{AttributeName, CaCertificate, ClientCertificate, LdapSettings, TransportSecurity};
pub use link_span::LinkSpan;
pub use lockout::{LetThrough, Lockout};
pub use look_up::{
    Field, GroupPlace, LookUp, LookedUp, MappedField, Place, Question, Road, StateReading, Tie, Verdict,
};
pub use person::{Found, Person, SkipReason, members_outside};
pub use preferences::{Preferences, PreferencesEdit};
pub use removal::{
    Approval, Conclusion, HeldList, HeldReason, Hold, Removal, RemovalCause, RemovalPolicy, Scope, Standing,
};
pub use role::Role;
pub use rules::{Arrival, GroupsByRules, Matched, Placed, Placement, PlacementRule, Placing, RoleByRule, Said};
pub use run_note::RunNote;
pub use sealed::{BIND_PASSWORD_PLACE, CLIENT_KEY_PLACE, HoldsSecrets, Reseal, SealedSecret};
pub use second_factor::{RecoveryCode, SecondFactor};

/// A point in time, always UTC.
pub type Timestamp = time::OffsetDateTime;

/// `12408` → `12,408`.
pub fn thousands(value: u64) -> String {
    let digits = value.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

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

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let grouped = [0, 999, 1_000, 12_408, 1_234_567, u64::MAX].map(thousands);
        assert_eq!(grouped, ["0", "999", "1,000", "12,408", "1,234,567", "18,446,744,073,709,551,615"]);
    }
}
