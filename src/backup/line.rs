//! The first and the last line.

use super::Contents;
use crate::model::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What the first line calls this.
pub(super) const FORMAT: &str = "muster backup";
/// See the module.
pub(super) const VERSION: u32 = 4;

/// How the last line begins, and no other.
pub(super) const END: &[u8] = b"{\"end\":";

/// The part of the first line that every version shares.
#[derive(Deserialize)]
pub(super) struct Head {
    pub(super) format: String,
    pub(super) version: u32,
}

#[derive(Serialize)]
struct FirstLine<'a> {
    format: &'a str,
    version: u32,
    #[serde(with = "time::serde::rfc3339")]
    at: Timestamp,
    program: &'a str,
}

#[derive(Serialize)]
struct LastLine {
    end: Sum,
}

/// What the last line says.
#[derive(Serialize)]
struct Sum {
    #[serde(flatten)]
    contents: Contents,
    sha256: String,
}

/// The first line.
pub(super) fn first(at: Timestamp) -> serde_json::Result<Vec<u8>> {
    let program = concat!("muster ", env!("CARGO_PKG_VERSION"));
    line(&FirstLine { format: FORMAT, version: VERSION, at, program })
}

/// The last line after these bytes. There is one only, to the byte: who reads it compares.
pub(super) fn last(contents: Contents, before: &Sha256) -> serde_json::Result<Vec<u8>> {
    let sha256 = before.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    line(&LastLine { end: Sum { contents, sha256 } })
}

/// Anything as a line.
pub(super) fn line<T: Serialize>(value: &T) -> serde_json::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}
