use std::time::Duration;

/// How long each thing may take. Nothing waits without one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    /// Looking up a host name.
    pub resolve: Duration,
    /// A TCP connection to one address.
    pub connect: Duration,
    /// StartTLS and the TLS handshake together.
    pub encrypt: Duration,
    /// All servers and addresses together: no further one is tried after this.
    pub reach: Duration,
    /// One bind.
    pub bind: Duration,
    /// Waiting for one page of a search, or for a small search as a whole.
    pub page: Duration,
    /// One search with all its pages.
    pub search: Duration,
    /// Counting people in a check, from the first one on.
    pub count: Duration,
    /// A whole check.
    pub check: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Deadlines {
            resolve: Duration::from_secs(5),
            connect: Duration::from_secs(5),
            encrypt: Duration::from_secs(5),
            reach: Duration::from_secs(25),
            bind: Duration::from_secs(10),
            page: Duration::from_secs(60),
            search: Duration::from_secs(3600),
            count: Duration::from_secs(5),
            check: Duration::from_secs(40),
        }
    }
}
