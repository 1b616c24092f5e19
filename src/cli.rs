//! The command line: what is typed, what is printed, the exit status.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a command line does")]

mod audit;
mod core_dumps;
mod each;
mod key;

use crate::app;
use crate::commands::{CommandError, OwnerOutcome};
use crate::config::{Config, ServeArgs, StateArgs, StateConfig};
use crate::control;
use crate::model::Action;
use crate::telemetry;
use clap::{Parser, Subcommand};
use secrecy::SecretString;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use time::OffsetDateTime;
use zeroize::Zeroizing;

/// Lets exactly the people of your LDAP directory into your support panel.
#[derive(Parser)]
#[command(name = "muster", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: ServeArgs,
}

#[derive(Subcommand)]
enum Command {
    /// Run the panel (what muster does without a command)
    Serve(ServeArgs),
    /// Run the panel with a built-in demo directory, in a throw-away data folder
    Demo(ServeArgs),
    /// Check the connection with the saved settings; exit status 0 connected, 1 not. Of several directories all that
    /// are switched on are checked, and the status is 0 when all are connected
    Check {
        #[command(flatten)]
        state: StateArgs,
        #[command(flatten)]
        only: OnlyArgs,
        /// Print the report as JSON; of several directories a list of them, each with its `directory` and `name`
        #[arg(long)]
        json: bool,
    },
    /// Import once, now; exit status 0 done, 1 failed, 3 held for review. Of several directories each that is switched
    /// on is imported, one after the other, and the status is the worst: 1 before 3 before 0
    Import {
        #[command(flatten)]
        state: StateArgs,
        #[command(flatten)]
        only: OnlyArgs,
        /// Show what would change and change nothing
        #[arg(long)]
        dry_run: bool,
        /// Print the run as JSON; of several directories a list of them
        #[arg(long)]
        json: bool,
    },
    /// Create a local administrator, or set a new password for one and switch their second factor off; the way back in
    Owner {
        #[command(flatten)]
        state: StateArgs,
        /// The administrator's email
        email: String,
    },
    /// Look after the activity log
    Audit {
        #[command(subcommand)]
        what: Audit,
    },
    /// Write a copy of everything but the key and the sessions to a new file; works while the panel runs
    Backup {
        #[command(flatten)]
        state: StateArgs,
        /// The file to make
        file: PathBuf,
    },
    /// Change the secret key, or go on without one that is lost; the panel must not run
    #[command(subcommand)]
    Key(key::KeyCommand),
    /// Read a backup into an empty store; the panel must not run
    Restore {
        #[command(flatten)]
        state: StateArgs,
        /// A file that muster backup wrote
        file: PathBuf,
    },
}

#[derive(Subcommand)]
enum Audit {
    /// Go through the whole log; exit status 0 when nothing was changed, left out or cut off, else 1
    Verify {
        #[command(flatten)]
        state: StateArgs,
    },
}

#[derive(clap::Args)]
struct OnlyArgs {
    /// Only this directory, by its name or number; without it all of them
    #[arg(long, value_name = "NAME_OR_NUMBER")]
    directory: Option<String>,
}

/// Runs what the command line says.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let command = cli.command.unwrap_or(Command::Serve(cli.serve));
    let state = match &command {
        Command::Serve(args) | Command::Demo(args) => &args.state,
        Command::Check { state, .. } | Command::Import { state, .. } | Command::Owner { state, .. } => state,
        Command::Audit { what: Audit::Verify { state } } => state,
        Command::Backup { state, .. } | Command::Restore { state, .. } => state,
        Command::Key(command) => command.state(),
    };
    let serving = matches!(command, Command::Serve(_) | Command::Demo(_));
    // A short command prints its own outcome; its log is for those who ask.
    let filter = if serving || state.log != "info" { state.log.clone() } else { "error".into() };
    telemetry::start(&filter, state.log_format == "json");
    core_dumps::switch_off();
    match actix_web::rt::System::new().block_on(execute(command)) {
        Ok(status) => status,
        Err(error) => {
            eprintln!("muster: {error}");
            // At once: the runtime's own end waits for calls that may hang in a store that failed.
            std::process::exit(1)
        }
    }
}

async fn execute(command: Command) -> Result<ExitCode, CommandError> {
    match command {
        Command::Serve(args) => app::serve(config(&args)?).await.map(|()| ExitCode::SUCCESS),
        Command::Demo(args) => app::demo(config(&args)?).await.map(|()| ExitCode::SUCCESS),
        Command::Check { state, only, json } => each::check(&StateConfig::from_args(&state), only, json).await,
        Command::Import { state, only, dry_run, json } => {
            each::import(&StateConfig::from_args(&state), only, dry_run, json).await
        }
        Command::Owner { state, email } => owner(&StateConfig::from_args(&state), &email).await,
        Command::Audit { what: Audit::Verify { state } } => audit::verify(&StateConfig::from_args(&state)).await,
        Command::Backup { state, file } => backup(&StateConfig::from_args(&state), &file).await,
        Command::Key(command) => key::run(command).await,
        Command::Restore { state, file } => restore(&StateConfig::from_args(&state), &file).await,
    }
}

fn config(args: &ServeArgs) -> Result<Config, CommandError> {
    Config::from_args(args).map_err(|error| CommandError(error.0))
}

/// Asks the running panel, or does the work here.
async fn anywhere<T: DeserializeOwned>(
    state: &StateConfig,
    request: impl Serialize,
    here: impl AsyncFnOnce(crate::commands::Commands) -> Result<T, CommandError>,
) -> Result<T, CommandError> {
    if let Some(answer) = control::ask(&state.control_socket(), &request).await? {
        return Ok(answer);
    }
    let commands = app::commands(state).await?;
    let outcome = here(commands.clone()).await?;
    commands.store.flush().await?;
    Ok(outcome)
}

/// Borrows the password: a JSON value would hold a copy that nothing wipes.
#[derive(Serialize)]
struct OwnerRequest<'a> {
    command: &'static str,
    email: &'a str,
    password: &'a str,
}

async fn owner(state: &StateConfig, email: &str) -> Result<ExitCode, CommandError> {
    use secrecy::ExposeSecret;
    let password = read_password()?;
    let request = OwnerRequest { command: "owner", email, password: password.expose_secret() };
    let outcome: OwnerOutcome =
        anywhere(state, request, async |commands| commands.owner(email, &password).await).await?;
    match outcome {
        OwnerOutcome::Created => println!("{email} is now a local administrator."),
        OwnerOutcome::PasswordSet => println!("The new password of {email} is set, and their sessions have ended."),
        OwnerOutcome::Reset => {
            println!("The new password of {email} is set, their second factor is off, and their sessions have ended.");
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// From the terminal, typed twice without being shown; or the first line of stdin.
fn read_password() -> Result<SecretString, CommandError> {
    let failed = |error: std::io::Error| CommandError(format!("The password could not be read: {error}."));
    if !std::io::stdin().is_terminal() {
        // Room from the start: growing would leave copies behind.
        let mut line = Zeroizing::new(String::with_capacity(2_048));
        std::io::stdin().lock().read_line(&mut line).map_err(failed)?;
        return Ok(line.trim_end_matches(['\r', '\n']).into());
    }
    let first = Zeroizing::new(rpassword::prompt_password("New password: ").map_err(failed)?);
    let second = Zeroizing::new(rpassword::prompt_password("Once more: ").map_err(failed)?);
    if first != second {
        return Err(CommandError("The two passwords differ. Nothing was changed.".into()));
    }
    Ok(first.as_str().into())
}

/// Of the running panel's store, or of the one that is opened here.
async fn backup(state: &StateConfig, file: &Path) -> Result<ExitCode, CommandError> {
    let contents = crate::backup::save(file, async |to| {
        if control::backup(&state.control_socket(), to).await? {
            return Ok(());
        }
        let store = app::store(state).await?;
        let outgoing = crate::backup::begin(&store).await?;
        outgoing.write_to(to, OffsetDateTime::now_utc()).await?;
        app::record(state, &store, Action::BackupMade).await;
        Ok::<(), CommandError>(store.flush().await?)
    })
    .await?;
    println!("{}: {contents}. The secret key is not in it; keep it elsewhere.", file.display());
    Ok(ExitCode::SUCCESS)
}

async fn restore(state: &StateConfig, file: &Path) -> Result<ExitCode, CommandError> {
    // Before the store is opened, which may make it.
    let backup = crate::backup::Backup::open(file).await?;
    let store = app::store(state).await?;
    let contents = crate::backup::restore(backup, &store).await?;
    app::record(state, &store, Action::Restored).await;
    store.flush().await?;
    println!("Restored {contents}.");
    Ok(ExitCode::SUCCESS)
}
