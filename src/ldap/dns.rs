//! Questions to DNS that the system's resolver does not answer: SRV records, and the addresses of the
//! servers they name. By the name servers of /etc/resolv.conf, or those the panel was told to use.

use super::error::{Outcome, problem, problem_with};
use crate::model::ConnectionFailure as F;
use hickory_resolver::TokioResolver;
use hickory_resolver::config::{
    ConnectionConfig, LookupIpStrategy, NameServerConfig, ProtocolConfig, ResolverConfig, ResolverOpts,
};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{Name, RData, RecordType};
use std::net::{IpAddr, SocketAddr};
use std::sync::OnceLock;
use std::time::Duration;

/// As the system's, these are the process's: set once, before anything is looked up.
static NAME_SERVERS: OnceLock<Vec<SocketAddr>> = OnceLock::new();

/// A name server that does not answer leaves time for the next one.
const ONE_ANSWER: Duration = Duration::from_secs(2);

/// One record: a server that offers the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Service {
    /// Without the last dot; empty for the root, which says that there is no such service.
    pub(super) target: String,
    pub(super) port: u16,
    pub(super) priority: u16,
    pub(super) weight: u16,
}

/// Asks these name servers from now on instead of the system's; none means the system's. Only the first
/// call counts.
pub fn use_name_servers(servers: Vec<SocketAddr>) {
    let _ = NAME_SERVERS.set(servers);
}

/// The servers of `_ldap._tcp.domain`, as they come.
pub(super) async fn services(name: &str, limit: Duration) -> Outcome<Vec<Service>> {
    let failed = |words: &str| problem_with(F::DnsFailed { name: name.to_owned() }, words);
    let asked = async {
        let question = absolute(name).map_err(|error| failed(&error.to_string()))?;
        let resolver = resolver().await.map_err(|error| failed(&error.to_string()))?;
        match resolver.lookup(question, RecordType::SRV).await {
            Ok(found) => Ok(found.answers().iter().filter_map(|record| service(&record.data)).collect()),
            Err(error) if error.is_no_records_found() => Ok(Vec::new()),
            Err(error) => Err(failed(&error.to_string())),
        }
    };
    let found: Vec<Service> = match tokio::time::timeout(limit, asked).await {
        Ok(found) => found?,
        Err(_) => return Err(failed("No answer in time.")),
    };
    match found.is_empty() {
        true => Err(problem(F::NoServiceRecords { name: name.to_owned() })),
        false => Ok(found),
    }
}

/// The addresses of a server that a record named.
pub(super) async fn addresses(name: &str) -> Result<Vec<IpAddr>, String> {
    let question = absolute(name).map_err(|error| error.to_string())?;
    let resolver = resolver().await.map_err(|error| error.to_string())?;
    match resolver.lookup_ip(question).await {
        Ok(found) => Ok(found.iter().collect()),
        Err(error) if error.is_no_records_found() => Ok(Vec::new()),
        Err(error) => Err(error.to_string()),
    }
}

/// Not below the system's search domains.
fn absolute(name: &str) -> Result<Name, hickory_resolver::proto::ProtoError> {
    Name::from_ascii(format!("{name}."))
}

fn service(data: &RData) -> Option<Service> {
    let RData::SRV(record) = data else {
        return None;
    };
    let target = record.target.to_ascii().trim_end_matches('.').to_ascii_lowercase();
    Some(Service { target, port: record.port, priority: record.priority, weight: record.weight })
}

/// Made anew for each question: what resolv.conf says now counts, and no answer is older than this.
async fn resolver() -> Result<TokioResolver, NetError> {
    let told = NAME_SERVERS.get().map(Vec::as_slice).unwrap_or_default();
    let (config, mut options) = match told.is_empty() {
        true => tokio::task::spawn_blocking(hickory_resolver::system_conf::read_system_conf)
            .await
            .map_err(|error| NetError::from(error.to_string()))??,
        false => (ResolverConfig::from_name_servers(told.iter().map(name_server).collect()), ResolverOpts::default()),
    };
    options.timeout = options.timeout.min(ONE_ANSWER);
    options.ip_strategy = LookupIpStrategy::Ipv4AndIpv6;
    TokioResolver::builder_with_config(config, TokioRuntimeProvider::default()).with_options(options).build()
}

fn name_server(address: &SocketAddr) -> NameServerConfig {
    let connections = [ProtocolConfig::Udp, ProtocolConfig::Tcp].map(|protocol| {
        let mut connection = ConnectionConfig::new(protocol);
        connection.port = address.port();
        connection
    });
    NameServerConfig::new(address.ip(), true, connections.into())
}
