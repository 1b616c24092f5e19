use std::net::SocketAddr;
use url::Url;

/// The address browsers use; requests for another host are refused, so that a foreign name that
/// points here (DNS rebinding) gets nothing.
#[derive(Debug, Clone)]
pub struct PublicUrl {
    text: String,
    hosts: Vec<String>,
    https: bool,
}

impl PublicUrl {
    /// The configured address, or the loopback one that is listened on under each of its names.
    pub fn new(configured: Option<&Url>, listening: SocketAddr, own_tls: bool) -> PublicUrl {
        let Some(url) = configured else {
            let port = listening.port();
            let hosts = ["127.0.0.1", "localhost", "[::1]"].map(|host| format!("{host}:{port}")).to_vec();
            let scheme = if own_tls { "https" } else { "http" };
            return PublicUrl { text: format!("{scheme}://{listening}"), hosts, https: own_tls };
        };
        let https = url.scheme() == "https";
        let host = url.host_str().unwrap_or_default().to_ascii_lowercase();
        let hosts = match url.port() {
            Some(port) => vec![format!("{host}:{port}")],
            None => vec![host.clone(), format!("{host}:{}", if https { 443 } else { 80 })],
        };
        PublicUrl { text: url.as_str().trim_end_matches('/').to_owned(), hosts, https }
    }

    /// Without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first host's name, without the port.
    pub fn host(&self) -> &str {
        let host = self.hosts.first().map_or("", String::as_str);
        host.rsplit_once(':')
            .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
            .map_or(host, |(name, _)| name)
    }

    /// Whether cookies are Secure and HSTS is sent.
    pub fn is_https(&self) -> bool {
        self.https
    }

    /// Whether browsers are told to come by https only. `localhost` and addresses are not the panel's alone: it would
    /// hold for whatever else is served there, at any port.
    pub fn sends_hsts(&self) -> bool {
        let host = self.host().trim_end_matches('.');
        let is_local = host == "localhost" || host.ends_with(".localhost");
        self.https && !is_local && !host.starts_with('[') && host.parse::<std::net::IpAddr>().is_err()
    }

    /// Whether a `Host` header names this panel.
    pub fn is_host(&self, host: &str) -> bool {
        self.hosts.iter().any(|known| known.eq_ignore_ascii_case(host))
    }

    /// Whether an `Origin` header is this panel's.
    pub fn is_origin(&self, origin: &str) -> bool {
        let scheme = if self.https { "https" } else { "http" };
        origin.split_once("://").is_some_and(|(found, host)| found.eq_ignore_ascii_case(scheme) && self.is_host(host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_browser_is_told_what_to_do_with_all_of_localhost() {
        let listening: SocketAddr = "127.0.0.1:8080".parse().expect("address");
        let sends = |url: &str| PublicUrl::new(Url::parse(url).ok().as_ref(), listening, true).sends_hsts();
        assert!(sends("https://muster.example.com") && sends("https://muster.example.com:8443"));
        for local in ["https://localhost", "https://panel.localhost:8443", "https://10.0.0.1", "https://[::1]:8443"] {
            assert!(!sends(local), "{local}");
        }
        assert!(!sends("http://muster.example.com"));
        assert!(!PublicUrl::new(None, listening, true).sends_hsts());
    }

    #[test]
    fn only_the_panels_own_names_are_its_hosts() {
        let listening: SocketAddr = "127.0.0.1:8080".parse().expect("address");
        let local = PublicUrl::new(None, listening, false);
        assert!(local.is_host("localhost:8080") && local.is_host("127.0.0.1:8080"));
        assert!(!local.is_host("localhost") && !local.is_host("evil.test:8080"));
        let url = Url::parse("https://Muster.example.com").expect("url");
        let public = PublicUrl::new(Some(&url), listening, false);
        assert!(public.is_host("muster.example.com") && public.is_host("muster.example.com:443"));
        assert!(!public.is_host("localhost:8080"));
        assert_eq!((public.host(), local.host()), ("muster.example.com", "127.0.0.1"));
        assert!(public.is_origin("https://muster.example.com") && !public.is_origin("http://muster.example.com"));
    }
}
