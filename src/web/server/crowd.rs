//! How many connections there may be.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

/// At most so many at once, however many files the system allows.
const MOST: usize = 16_384;
/// Files that are not connections of browsers: the store, the directory, the log.
const SPARE: usize = 512;
/// At most so many from one address that is no trusted proxy. Behind one may be a whole company: hundreds of
/// browsers with six connections each.
const FROM_ONE: usize = 2_048;

/// Raises the limit of open files as far as the system lets the process, and says how many connections fit in.
pub(super) fn room() -> usize {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    if let Err(error) = setrlimit(Resource::Nofile, limit) {
        tracing::warn!(%error, "the limit of open files could not be raised");
    }
    let files =
        getrlimit(Resource::Nofile).current.map_or(usize::MAX, |files| usize::try_from(files).unwrap_or(usize::MAX));
    let room = files.saturating_sub(SPARE).clamp(64, MOST);
    if room < MOST / 4 {
        tracing::warn!(
            files,
            connections = room,
            "few open files are allowed; raise the limit (LimitNOFILE in systemd)"
        );
    }
    room
}

/// Who is connected, by address.
#[derive(Clone)]
pub(super) struct Crowd {
    here: Arc<Mutex<HashMap<IpAddr, usize>>>,
    proxies: Arc<[ipnet::IpNet]>,
    from_one: usize,
}

/// A place in the crowd, free again when dropped.
pub(super) struct Place(Option<(Crowd, IpAddr)>);

impl Crowd {
    /// For so many connections in all: one address has a quarter of them at most.
    pub(super) fn new(proxies: &[ipnet::IpNet], room: usize) -> Crowd {
        let from_one = FROM_ONE.min(room / 4);
        Crowd { here: Arc::default(), proxies: proxies.into(), from_one }
    }

    /// A place, unless too many from this address have one.
    pub(super) fn enter(&self, address: IpAddr) -> Option<Place> {
        let address = address.to_canonical();
        if self.proxies.iter().any(|network| network.contains(&address)) {
            return Some(Place(None));
        }
        let address = network(address);
        let mut here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        let count = here.entry(address).or_default();
        if *count >= self.from_one {
            return None;
        }
        *count += 1;
        Some(Place(Some((self.clone(), address))))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some((crowd, address)) = &self.0 else { return };
        let mut here = crowd.here.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = here.get_mut(address) {
            *count -= 1;
            if *count == 0 {
                here.remove(address);
            }
        }
    }
}

/// One machine has a whole /64 of IPv6.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_takes_no_more_than_its_share_and_a_proxy_what_it_needs() {
        let crowd = Crowd::new(&["10.0.0.1/32".parse().expect("network")], 16_384);
        assert_eq!(Crowd::new(&[], 512).from_one, 128);
        let at = |text: &str| text.parse::<IpAddr>().expect("address");
        let mut places: Vec<_> = (0..FROM_ONE).map(|_| crowd.enter(at("2001:db8::1")).expect("a place")).collect();
        assert!(crowd.enter(at("2001:db8::2")).is_none(), "the same /64");
        assert!(crowd.enter(at("2001:db8:0:1::1")).is_some());
        places.pop();
        assert!(crowd.enter(at("2001:db8::2")).is_some());
        drop(places);
        assert!(crowd.here.lock().expect("lock").is_empty());
        let proxied: Vec<_> = (0..=FROM_ONE).map(|_| crowd.enter(at("::ffff:10.0.0.1"))).collect();
        assert!(proxied.iter().all(Option::is_some));
    }
}
