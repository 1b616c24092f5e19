use super::{AgentId, SealedSecret, Timestamp};
use serde::{Deserialize, Serialize};

/// What a local agent is asked for beside the password: codes of an authenticator app (RFC 6238), and recovery codes
/// for when that is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactor {
    /// What the app has too, sealed for its agent. Sealing never gives the same twice, so no two records are alike.
    pub secret: SealedSecret,
    /// When it was set up.
    pub since: Timestamp,
    /// The period of 30 seconds, counted from 1970, of the last code that was accepted: no code of it or of one before
    /// is accepted again.
    pub last_step: u64,
    /// Recovery codes that were not used yet.
    pub recovery: Vec<RecoveryCode>,
}

impl SecondFactor {
    /// Where the secret of an agent's second factor is sealed for.
    pub fn place(agent: AgentId) -> String {
        format!("agents/{agent}/second_factor")
    }
}

/// A recovery code, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryCode {
    /// Its first two letters, by which it is found; no two of an agent's codes have the same.
    pub begins: String,
    /// The whole of it as an argon2id hash (PHC string).
    pub hash: String,
}
