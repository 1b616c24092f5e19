//! Where the secret key comes from.

use crate::commands::CommandError;
use crate::config::StateConfig;
use crate::secrets::SecretKey;
use secrecy::ExposeSecret;

/// The one that was given, else that of the data folder, made where there is none.
pub(super) fn key(state: &StateConfig) -> Result<SecretKey, CommandError> {
    match &state.secret_key {
        Some(key) => SecretKey::from_base64(key.expose_secret()),
        None => SecretKey::from_file(&state.data.join("secret.key")),
    }
    .map_err(|error| CommandError(error.to_string()))
}
