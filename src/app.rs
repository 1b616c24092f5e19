//! The composition root: opens the storage, starts the jobs and the HTTP server, stops them in order.

mod key;
mod record;

pub use key::{KeyChanged, forget as forget_key, rotate_here as rotate_key};
pub use record::record;

use crate::activity::ActivityLog;
use crate::auth::{SecondFactors, SignIn, local_password};
use crate::commands::{CommandError, Commands};
use crate::config::{Config, StateConfig};
use crate::control::ControlSocket;
use crate::demo::DemoDirectory;
use crate::import::Imports;
use crate::jobs::{self, Jobs, Queue};
use crate::ldap;
use crate::model::*;
use crate::monitor::{BIND_PASSWORD_PLACE, Monitor};
use crate::secrets::SecretKey;
use crate::storage::{self, Store};
use crate::web::{self, PublicUrl, SetupCode, Tls};
use secrecy::{ExposeSecret, SecretString};
use std::io::ErrorKind;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;
use time::OffsetDateTime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

/// Requests still running at a stop get this long.
const GRACE: Duration = Duration::from_secs(10);

/// The same when the store cannot be written any more: they get an error in that time, or nothing.
const GRACE_OF_FAILURE: Duration = Duration::from_secs(2);

/// The parts that live as long as the process.
struct Parts {
    store: Store,
    secrets: SecretKey,
    monitor: Monitor,
    imports: Imports,
    activity: ActivityLog,
    wake: mpsc::Receiver<()>,
    queue: Queue,
}

/// Runs the panel until SIGTERM or SIGINT.
pub async fn serve(config: Config) -> Result<(), CommandError> {
    let signals = StopSignals::catch()?;
    let parts = open(&config.state, config.import_interval).await?;
    run(config, parts, signals, |address, code| {
        say(&format!("Listening on {address}"));
        if let Some(code) = code {
            say(&format!("Setup code: {code}"));
            say(&format!("Open {address}/setup to make the first administrator."));
        }
    })
    .await
}

/// Runs the panel on a built-in directory and a throw-away folder.
pub async fn demo(mut config: Config) -> Result<(), CommandError> {
    let signals = StopSignals::catch()?;
    let folder = std::env::temp_dir().join(format!("muster-demo-{}", uuid::Uuid::now_v7().simple()));
    config.state = StateConfig {
        storage: format!("sled:{}", folder.join("muster.sled").display()),
        data: folder.clone(),
        secret_key: None,
        name_servers: config.state.name_servers,
    };
    let parts = open(&config.state, config.import_interval).await?;
    let people = folder.join("demo-people.json");
    let failed = |error: std::io::Error| CommandError(format!("The demo directory could not be started: {error}."));
    DemoDirectory::write_people_file(&people).map_err(failed)?;
    let directory = DemoDirectory::start(&people).await.map_err(failed)?;
    let administrator = prepare_demo(&parts, &directory).await?;
    let (agent, agent_password) = directory.sample_agent();
    if config.public_url.is_none() && TcpListener::bind(config.listen).is_err() {
        config.listen.set_port(0); // the usual port is taken; any other will do for a demo
    }
    let outcome = run(config, parts, signals, |address, _| {
        say(&format!("Listening on {address}"));
        say("");
        say(&format!("Administrator:  {DEMO_ADMINISTRATOR}  password: {}", administrator.expose_secret()));
        say(&format!("Agent:          {agent}  password: {agent_password}   (after Import users)"));
        say(&format!("People:         {}   (edit it, then press Import users again)", people.display()));
        say("");
        say("Sign in as the administrator, press Import users under LDAP directory, sign out, sign in as the agent.");
        say("Stop with Ctrl-C; the folder is deleted then.");
    })
    .await;
    drop(directory);
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

/// What `muster check`, `import` and `owner` need when no panel runs.
pub async fn commands(state: &StateConfig) -> Result<Commands, CommandError> {
    let parts = open(state, Duration::from_secs(900)).await?;
    parts.imports.recover(OffsetDateTime::now_utc()).await?;
    let Parts { store, monitor, imports, activity, .. } = parts;
    Ok(Commands { store, monitor, imports, activity, has_worker: false })
}

/// The store alone: what `muster backup` and `restore` need when no panel runs. The key stays where it is.
pub async fn store(state: &StateConfig) -> Result<Store, CommandError> {
    make_folder(state)?;
    storage::open(&state.storage).await.map_err(|error| CommandError(error.to_string()))
}

const DEMO_ADMINISTRATOR: &str = "admin@demo.test";

async fn prepare_demo(parts: &Parts, directory: &DemoDirectory) -> Result<SecretString, CommandError> {
    let password: SecretString = SetupCode::random().as_str().to_owned().into();
    let hash = local_password::hash(&password).await?;
    let email = Email::parse(DEMO_ADMINISTRATOR).map_err(|error| CommandError(error.0))?;
    let administrator = NewLocalAgent {
        name: "Demo Administrator".into(),
        email,
        phone: None,
        groups: Default::default(),
        role: Role::Administrator,
        password_hash: hash,
    };
    parts.store.create_first_administrator(administrator, OffsetDateTime::now_utc()).await?;
    let group = parts.store.groups().await?.first().map_or(GroupId(1), |group| group.id);
    let (hosts, _) = HostList::parse("127.0.0.1").map_err(|error| CommandError(error.0))?;
    let settings = LdapSettings {
        port: Some(directory.port()),
        base_dn: Dn::parse(crate::demo::BASE_DN).ok(),
        ..LdapSettings::new(
            hosts,
            crate::demo::BIND_DN,
            parts.secrets.seal(BIND_PASSWORD_PLACE, &crate::demo::BIND_PASSWORD.into()),
            group,
        )
    };
    parts.store.create_directory(&settings, Some(0)).await?;
    Ok(password)
}

async fn open(state: &StateConfig, interval: Duration) -> Result<Parts, CommandError> {
    make_folder(state)?;
    ldap::use_name_servers(state.name_servers.clone());
    let store = store(state).await?;
    let secrets = key::find(state, &store).await?;
    let (wake, woken) = mpsc::channel(1);
    let monitor = Monitor::new(store.clone(), secrets.clone());
    let imports = Imports::new(store.clone(), secrets.clone(), wake, interval).with_monitor(monitor.clone());
    let queue = Queue::open(&state.storage).await.map_err(CommandError)?;
    let activity = ActivityLog::new(store.clone(), &secrets);
    Ok(Parts { store, secrets, monitor, imports, activity, wake: woken, queue })
}

/// The data folder holds the key: only its owner may look into it.
fn make_folder(state: &StateConfig) -> Result<(), CommandError> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&state.data).map_err(|error| {
        CommandError(format!(
            "The data folder {} cannot be made: {error}. Name another one with MUSTER_DATA.",
            state.data.display()
        ))
    })
}

async fn run(
    config: Config,
    parts: Parts,
    mut signals: StopSignals,
    announce: impl FnOnce(&str, Option<&str>),
) -> Result<(), CommandError> {
    let Parts { store, secrets, monitor, imports, activity, wake, queue } = parts;
    let interrupted = imports.recover(OffsetDateTime::now_utc()).await?;
    if interrupted > 0 {
        tracing::warn!(runs = interrupted, "closed imports that an earlier stop had left open");
    }
    let commands = Commands {
        store: store.clone(),
        monitor: monitor.clone(),
        imports: imports.clone(),
        activity: activity.clone(),
        has_worker: true,
    };
    let control =
        ControlSocket::listen(&config.state.control_socket(), commands).map_err(|error| match error.kind() {
            ErrorKind::ResourceBusy => CommandError(error.to_string()),
            _ => CommandError(format!("The control socket cannot be made: {error}.")),
        })?;
    let tls = config.tls.as_ref().map(|files| Tls::open(&files.certificate, &files.key)).transpose();
    let tls = tls.map_err(CommandError)?;
    let listener = TcpListener::bind(config.listen).map_err(|error| {
        CommandError(format!("{} cannot be listened on: {error}. Choose another with MUSTER_LISTEN.", config.listen))
    })?;
    let address = listener.local_addr().map_err(|error| CommandError(error.to_string()))?;
    let public_url = PublicUrl::new(config.public_url.as_ref(), address, tls.is_some());
    let setup_code = match store.agent_counts().await?.able_administrators {
        0 => Some(SetupCode::random()),
        _ => None,
    };
    let sign_in = SignIn::new(store.clone(), secrets.clone()).with_monitor(monitor.clone());
    let second_key = secrets.clone();
    let stop = CancellationToken::new();
    let jobs = tokio::spawn(jobs::run(
        Jobs {
            imports: imports.clone(),
            activity: activity.clone(),
            wake,
            queue,
            monitor: monitor.clone(),
            store: store.clone(),
        },
        stop.clone(),
    ));
    let state = Arc::new(web::AppState {
        store: store.clone(),
        secrets,
        monitor,
        imports,
        second_factors: SecondFactors::new(store.clone(), second_key),
        sign_in,
        sessions: web::SessionLimits { idle: config.session_idle, lifetime: config.session_lifetime },
        activity: activity.clone(),
        setup_code,
        public_url,
        trusted_proxies: config.trusted_proxies,
        metrics_token: config.metrics_token,
        metrics: web::metrics_recorder(),
    });
    let server = web::server(listener, tls.clone(), state.clone(), GRACE)
        .map_err(|error| CommandError(format!("The HTTP server cannot be started: {error}.")))?;
    let handle = server.handle();
    let serving = tokio::spawn(server);
    let following = tls.map(|tls| tokio::spawn(tls.follow()));
    announce(state.public_url.as_str(), state.setup_code.as_ref().map(SetupCode::as_str));
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "panel started");

    let failed = tokio::select! {
        () = signals.received() => None,
        error = store.failed() => Some(error),
    };
    tracing::info!("stopping");
    stop.cancel();
    following.inspect(tokio::task::JoinHandle::abort);
    let stopped = async {
        handle.stop(true).await;
        let _ = serving.await;
        let _ = jobs.await;
    };
    if let Some(error) = failed {
        // What waits for the store may wait for ever.
        let _ = tokio::time::timeout(GRACE_OF_FAILURE, stopped).await;
        drop(control);
        return Err(error.into());
    }
    stopped.await;
    // The store may be away; then these numbers are lost, as with a kill.
    let _ = tokio::time::timeout(GRACE_OF_FAILURE, activity.count_failures(None)).await;
    drop(control);
    store.flush().await?;
    tracing::info!("stopped");
    Ok(())
}

/// SIGTERM and SIGINT. They are caught from the moment this is made: before that the system ends the
/// process on the spot, and nothing is flushed or cleaned up.
struct StopSignals {
    terminate: Signal,
    interrupt: Signal,
}

impl StopSignals {
    fn catch() -> Result<StopSignals, CommandError> {
        let failed = |error: std::io::Error| CommandError(format!("Signals cannot be received: {error}."));
        Ok(StopSignals {
            terminate: signal(SignalKind::terminate()).map_err(failed)?,
            interrupt: signal(SignalKind::interrupt()).map_err(failed)?,
        })
    }

    /// Returns when there was one, also if it came before this was called.
    async fn received(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// What scripts and people read on stdout. A closed stdout is no reason to stop.
fn say(line: &str) {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
