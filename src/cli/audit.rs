//! `muster audit verify`: the outcome in words.

use super::anywhere;
use crate::commands::CommandError;
use crate::config::StateConfig;
use crate::storage::activity::{Place, Verified};
use std::process::ExitCode;
use time::format_description::well_known::Rfc3339;

pub(super) async fn verify(state: &StateConfig) -> Result<ExitCode, CommandError> {
    let request = serde_json::json!({ "command": "audit" });
    let found: Verified = anywhere(state, request, async |commands| commands.verify_activity().await).await?;
    if let Some(fault) = &found.fault {
        println!("{fault}");
        println!("The {} before it are in order.", crate::model::thousands(found.records));
        return Ok(ExitCode::from(1));
    }
    println!("{} records, none changed and none missing.", crate::model::thousands(found.records));
    if found.pruned {
        println!("Older ones were deleted because their time was over, as the log says.");
    }
    if found.other_keys > 0 {
        println!("{} of them were sealed with an earlier key.", crate::model::thousands(found.other_keys));
    }
    for (which, place) in [("First:", &found.first), ("Last: ", &found.last)] {
        place.iter().for_each(|place| print(which, place));
    }
    Ok(ExitCode::SUCCESS)
}

fn print(which: &str, place: &Place) {
    let at = place.at.format(&Rfc3339).unwrap_or_default();
    println!("{which} number {}, {at}, hash {}", place.number, place.hash);
}
