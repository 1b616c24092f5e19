//! Flags and environment → [`Config`].

#![allow(rustdoc::bare_urls, rustdoc::invalid_html_tags, reason = "the help shows these lines as they stand")]

use clap::Args;
use clap::builder::{OsStringValueParser, TypedValueParser};
use ipnet::IpNet;
use secrecy::{ExposeSecret, SecretString};
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;
use url::Url;

/// Where the state is; every command needs it.
#[derive(Debug, Clone, Args)]
pub struct StateArgs {
    /// Folder for the embedded store, the key and the control socket
    #[arg(long, env = "MUSTER_DATA", default_value = "data", value_name = "FOLDER")]
    pub data: PathBuf,
    /// Storage: sled:PATH, or postgres://USER:PASSWORD@HOST/DATABASE for several panels [default: sled:<data>/muster.sled]
    #[arg(long, env = "MUSTER_STORAGE", value_name = "URL", hide_env_values = true)]
    pub storage: Option<String>,
    /// Key that encrypts stored secrets and signs cookies: 32 bytes in base64 [default: <data>/secret.key, made at first start]
    #[arg(long, env = "MUSTER_SECRET_KEY", value_name = "BASE64", hide_env_values = true)]
    pub secret_key: Option<SecretString>,
    /// Name servers to ask for ldap+srv:// instead of the system's: addresses, with :port where it is not 53, comma-separated
    #[arg(long, env = "MUSTER_NAME_SERVERS", default_value = "", hide_default_value = true, value_parser = parse_name_servers, value_name = "ADDRESS")]
    pub name_servers: NameServers,
    /// A tracing filter, such as info or muster=debug
    #[arg(long, env = "MUSTER_LOG", default_value = "info", value_name = "FILTER")]
    pub log: String,
    /// Form of the log: text or json
    #[arg(long, env = "MUSTER_LOG_FORMAT", default_value = "text", value_parser = ["text", "json"], value_name = "FORMAT")]
    pub log_format: String,
}

/// Name servers to ask instead of the system's; none means the system's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameServers(pub Vec<SocketAddr>);

/// How the panel is served.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// State.
    #[command(flatten)]
    pub state: StateArgs,
    /// Address and port to listen on
    #[arg(long, env = "MUSTER_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    pub listen: SocketAddr,
    /// The address browsers use, such as https://muster.example.com
    #[arg(long, env = "MUSTER_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<Url>,
    /// PEM file with the panel's certificate, then those that lead to its authority: HTTPS without a proxy
    #[arg(long, env = "MUSTER_TLS_CERT", value_parser = file_name(), value_name = "FILE")]
    pub tls_cert: Option<PathBuf>,
    /// PEM file with the certificate's key
    #[arg(long, env = "MUSTER_TLS_KEY", value_parser = file_name(), value_name = "FILE")]
    pub tls_key: Option<PathBuf>,
    /// Proxies whose X-Forwarded-For and -Proto count: addresses or networks, comma-separated
    #[arg(long, env = "MUSTER_TRUSTED_PROXIES", value_delimiter = ',', value_parser = parse_network, value_name = "ADDRESS")]
    pub trusted_proxies: Vec<IpNet>,
    /// Bearer token for /metrics
    #[arg(long, env = "MUSTER_METRICS_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    pub metrics_token: Option<SecretString>,
    /// Time between two scheduled imports, such as 15m or 1h
    #[arg(long, env = "MUSTER_IMPORT_INTERVAL", default_value = "15m", value_parser = parse_interval, value_name = "TIME")]
    pub import_interval: Duration,
    /// A session ends after this long without use, from 1m up to 30d
    #[arg(long, env = "MUSTER_SESSION_IDLE", default_value = "12h", value_parser = parse_idle, value_name = "TIME")]
    pub session_idle: Duration,
    /// And this long after the sign-in at the latest, from 5m up to 365d
    #[arg(long, env = "MUSTER_SESSION_LIFETIME", default_value = "7d", value_parser = parse_lifetime, value_name = "TIME")]
    pub session_lifetime: Duration,
}

/// A configuration that cannot be: one sentence with the remedy.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub String);

/// Where the state is, with the defaults filled in.
#[derive(Clone)]
#[allow(missing_docs)]
pub struct StateConfig {
    pub data: PathBuf,
    pub storage: String,
    pub secret_key: Option<SecretString>,
    /// Empty: the system's.
    pub name_servers: Vec<SocketAddr>,
}

/// The panel's own certificate and its key, as PEM files.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct TlsFiles {
    pub certificate: PathBuf,
    pub key: PathBuf,
}

/// All the panel is told from outside.
#[derive(Clone)]
#[allow(missing_docs)]
pub struct Config {
    pub state: StateConfig,
    pub listen: SocketAddr,
    pub public_url: Option<Url>,
    pub tls: Option<TlsFiles>,
    pub trusted_proxies: Vec<IpNet>,
    pub metrics_token: Option<SecretString>,
    pub import_interval: Duration,
    pub session_idle: Duration,
    pub session_lifetime: Duration,
}

impl StateConfig {
    /// Fills in the defaults.
    pub fn from_args(args: &StateArgs) -> StateConfig {
        let default = || format!("sled:{}", args.data.join("muster.sled").display());
        StateConfig {
            data: args.data.clone(),
            storage: args.storage.clone().filter(|url| !url.is_empty()).unwrap_or_else(default),
            secret_key: args.secret_key.clone().filter(|key| !key.expose_secret().is_empty()),
            name_servers: args.name_servers.0.clone(),
        }
    }

    /// Where the running panel takes commands.
    pub fn control_socket(&self) -> PathBuf {
        self.data.join("control.sock")
    }
}

impl Config {
    /// Checks what can be checked before anything is opened.
    pub fn from_args(args: &ServeArgs) -> Result<Config, ConfigError> {
        if args.public_url.is_none() && !args.listen.ip().is_loopback() {
            return Err(ConfigError(format!(
                "{} can be reached from other machines, so MUSTER_PUBLIC_URL must say which address browsers use, such as https://muster.example.com.",
                args.listen
            )));
        }
        if let Some(url) = &args.public_url {
            let whole_host = matches!(url.scheme(), "http" | "https") && url.host_str().is_some() && url.path() == "/";
            if !whole_host || url.query().is_some() || url.fragment().is_some() {
                return Err(ConfigError(
                    "MUSTER_PUBLIC_URL must be http:// or https:// with a host name and nothing after it.".into(),
                ));
            }
        }
        if args.session_idle > args.session_lifetime {
            return Err(ConfigError(
                "MUSTER_SESSION_IDLE is longer than MUSTER_SESSION_LIFETIME. Make it shorter, or the other longer."
                    .into(),
            ));
        }
        let tls = tls_files(args)?;
        if tls.is_some() && args.public_url.as_ref().is_some_and(|url| url.scheme() != "https") {
            return Err(ConfigError(
                "With MUSTER_TLS_CERT the panel speaks HTTPS, so MUSTER_PUBLIC_URL must begin with https://.".into(),
            ));
        }
        Ok(Config {
            state: StateConfig::from_args(&args.state),
            listen: args.listen,
            public_url: args.public_url.clone(),
            tls,
            trusted_proxies: args.trusted_proxies.clone(),
            metrics_token: args.metrics_token.clone().filter(|token| !token.expose_secret().is_empty()),
            import_interval: args.import_interval,
            session_idle: args.session_idle,
            session_lifetime: args.session_lifetime,
        })
    }
}

impl std::fmt::Debug for StateConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A storage URL may carry a password.
        let scheme = self.storage.split_once(':').map_or("?", |(scheme, _)| scheme);
        f.debug_struct("StateConfig").field("data", &self.data).field("storage", &scheme).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Config {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Config")
            .field("state", &self.state)
            .field("listen", &self.listen)
            .field("public_url", &self.public_url.as_ref().map(Url::as_str))
            .field("tls", &self.tls)
            .field("trusted_proxies", &self.trusted_proxies)
            .field("import_interval", &self.import_interval)
            .finish_non_exhaustive()
    }
}

/// May be empty, which clap's own parser of paths refuses: a variable that is set to nothing is not set.
fn file_name() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}

/// Both or neither; an empty name is none.
fn tls_files(args: &ServeArgs) -> Result<Option<TlsFiles>, ConfigError> {
    let named = |file: &Option<PathBuf>| file.clone().filter(|file| !file.as_os_str().is_empty());
    let missing = |name: &str, other: &str| {
        Err(ConfigError(format!("{other} is set and {name} is not. HTTPS needs both; without either a proxy does it.")))
    };
    match (named(&args.tls_cert), named(&args.tls_key)) {
        (Some(certificate), Some(key)) => Ok(Some(TlsFiles { certificate, key })),
        (None, None) => Ok(None),
        (Some(_), None) => missing("MUSTER_TLS_KEY", "MUSTER_TLS_CERT"),
        (None, Some(_)) => missing("MUSTER_TLS_CERT", "MUSTER_TLS_KEY"),
    }
}

fn parse_network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    text.parse::<IpNet>()
        .or_else(|_| text.parse::<std::net::IpAddr>().map(IpNet::from))
        .map_err(|_| "use an address such as 10.0.0.1 or a network such as 10.0.0.0/8".into())
}

fn parse_name_servers(text: &str) -> Result<NameServers, String> {
    let one = |text: &str| {
        let ip = || text.parse::<std::net::IpAddr>().map(|ip| SocketAddr::new(ip, 53));
        text.parse::<SocketAddr>().or_else(|_| ip()).map_err(|_| {
            "use an address such as 10.0.0.53, or one with a port such as 10.0.0.53:5353 or [::1]:5353".to_owned()
        })
    };
    let listed = text.split(',').map(str::trim).filter(|text| !text.is_empty());
    listed.map(one).collect::<Result<_, _>>().map(NameServers)
}

fn parse_interval(text: &str) -> Result<Duration, String> {
    parse_time(text, 10..=86_400)
        .ok_or_else(|| "use a number and a unit from 10s up to 24h, such as 90s, 15m or 1h".into())
}

fn parse_idle(text: &str) -> Result<Duration, String> {
    let wrong = || "use a number and a unit from 1m up to 30d, such as 15m, 12h or 1d".into();
    parse_time(text, 60..=30 * 86_400).ok_or_else(wrong)
}

fn parse_lifetime(text: &str) -> Result<Duration, String> {
    let wrong = || "use a number and a unit from 5m up to 365d, such as 12h or 7d".into();
    parse_time(text, 300..=365 * 86_400).ok_or_else(wrong)
}

fn parse_time(text: &str, seconds: RangeInclusive<u64>) -> Option<Duration> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let factor = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => return None,
    };
    let number: u64 = number.parse().ok()?;
    number.checked_mul(factor).filter(|time| seconds.contains(time)).map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_a_number_and_a_unit() {
        assert_eq!(parse_interval("15m"), Ok(Duration::from_secs(900)));
        assert_eq!(parse_interval("10s"), Ok(Duration::from_secs(10)));
        for text in ["", "15", "0m", "9s", "25h", "m", "-1m", "99999999999999999999h"] {
            assert!(parse_interval(text).is_err(), "{text:?} passed");
        }
    }

    #[test]
    fn sessions_end_after_a_number_and_a_unit_within_bounds() {
        assert_eq!(parse_idle("12h"), Ok(Duration::from_secs(43_200)));
        assert_eq!(parse_lifetime("7d"), Ok(Duration::from_secs(604_800)));
        for text in ["", "0m", "59s", "31d", "12", "1w"] {
            assert!(parse_idle(text).is_err(), "{text:?} passed");
        }
        assert!(parse_lifetime("4m").is_err() && parse_lifetime("366d").is_err());
    }

    #[test]
    fn name_servers_are_addresses_with_or_without_a_port() {
        let parsed = parse_name_servers("10.0.0.53:5353, ::1").expect("parsed");
        assert_eq!(parsed.0.iter().map(ToString::to_string).collect::<Vec<_>>(), ["10.0.0.53:5353", "[::1]:53"]);
        assert_eq!(parse_name_servers(""), Ok(NameServers::default()));
        assert!(parse_name_servers("dns.example.com").is_err());
    }

    #[test]
    fn proxies_are_addresses_or_networks() {
        assert!(parse_network("10.0.0.1").is_ok());
        assert!(parse_network("fd00::/8").is_ok());
        assert!(parse_network("proxy").is_err());
    }
}
