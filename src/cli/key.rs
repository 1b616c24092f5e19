//! `muster key`: another secret key, or going on without one that is lost.

use crate::app;
use crate::commands::CommandError;
use crate::config::{StateArgs, StateConfig};
use crate::control;
use clap::Subcommand;
use secrecy::SecretString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zeroize::Zeroizing;

#[derive(Subcommand)]
pub(super) enum KeyCommand {
    /// Seal everything with a new key; everyone signs in again
    Rotate {
        #[command(flatten)]
        state: StateArgs,
        /// A file with the new key, 32 bytes in base64, or - for standard input; without it one is made
        #[arg(long, value_name = "FILE")]
        new_key_file: Option<PathBuf>,
    },
    /// Drop what only a lost key could open: bind passwords and keys of client certificates are typed again, second factors are off
    Forget {
        #[command(flatten)]
        state: StateArgs,
        /// Do it; without this it only says what would go
        #[arg(long)]
        yes: bool,
    },
}

impl KeyCommand {
    pub(super) fn state(&self) -> &StateArgs {
        match self {
            KeyCommand::Rotate { state, .. } | KeyCommand::Forget { state, .. } => state,
        }
    }
}

pub(super) async fn run(command: KeyCommand) -> Result<ExitCode, CommandError> {
    let state = StateConfig::from_args(command.state());
    if control::is_heard(&state.control_socket()).await {
        return Err(CommandError("The panel runs. Stop it first, and start it again afterwards.".into()));
    }
    match command {
        KeyCommand::Rotate { new_key_file, .. } => rotate(&state, new_key_file.as_deref()).await,
        KeyCommand::Forget { yes, .. } => forget(&state, yes).await,
    }
}

async fn rotate(state: &StateConfig, new: Option<&Path>) -> Result<ExitCode, CommandError> {
    let new = new.map(read_key).transpose()?;
    let changed = app::rotate_key(state, new).await?;
    println!("The secret key is another one now, with the fingerprint {}.", changed.fingerprint);
    println!("Secrets sealed anew: {}. Everyone signs in again.", changed.secrets);
    match changed.file {
        Some(file) => println!("It is in {file}. Other panels on this store need the same one."),
        None => println!("Set MUSTER_SECRET_KEY to the new key now, for every panel: none starts with the old one."),
    }
    println!("Backups made before need the old key. Make a new backup now.");
    Ok(ExitCode::SUCCESS)
}

async fn forget(state: &StateConfig, yes: bool) -> Result<ExitCode, CommandError> {
    let lost = app::forget_key(state, yes).await?;
    if yes {
        println!(
            "Secrets dropped: {lost}. Everyone signs in again, and bind passwords and keys of client certificates are typed again under LDAP directory. Second factors among them are off: whoever had one sets it up again."
        );
        return Ok(ExitCode::SUCCESS);
    }
    println!(
        "The key at hand does not open {lost} of the stored secrets (bind passwords, keys of client certificates, second factors). With --yes they are dropped for good, everyone signs in again, and whoever had a second factor does so by password alone. Nothing was changed."
    );
    Ok(ExitCode::from(1))
}

fn read_key(from: &Path) -> Result<SecretString, CommandError> {
    let mut text = Zeroizing::new(String::new());
    let read = match from.to_str() {
        Some("-") => std::io::stdin().lock().read_to_string(&mut text),
        _ => std::fs::File::open(from).and_then(|mut file| file.read_to_string(&mut text)),
    };
    read.map_err(|error| CommandError(format!("The new key cannot be read from {}: {error}.", from.display())))?;
    Ok(text.trim().to_owned().into())
}
