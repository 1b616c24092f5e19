//! Who gets which email address when several people's addresses change in one import.

use super::Elsewhere;
use std::collections::HashMap;

/// Most writes the store takes at once, and so the largest ring of people who pass their addresses
/// around among themselves.
pub(super) const LARGEST_RING: usize = 500;

/// Someone who needs an address they do not have now.
#[derive(Debug)]
pub(super) struct Claim {
    /// Key of the address.
    pub(super) wants: String,
    /// DN of their entry, to name them by.
    pub(super) dn: String,
}

/// Who has an address now and still will, unless they get the one they claim.
#[derive(Debug, Clone)]
pub(super) enum Holder {
    /// Someone who is not of the directory.
    Elsewhere(Elsewhere),
    /// An LDAP agent who keeps it; the DN to name them by.
    Keeper(String),
    /// The one with this claim.
    Claimant(usize),
}

/// What became of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ruling {
    /// Theirs.
    Granted,
    /// Someone who is not of the directory has it.
    Elsewhere(Elsewhere),
    /// The entry with this DN has it.
    Taken(String),
}

/// The rulings, one for each claim, and the granted ones in an order that can be written: an address
/// is given up before or together with its being taken. Those in one group belong in one batch.
#[derive(Debug)]
pub(super) struct Rulings {
    pub(super) of: Vec<Ruling>,
    pub(super) order: Vec<Vec<usize>>,
}

/// Rules on claims, which come in the order of precedence (lowest GUID first). `holders` says who
/// has a wanted address; one that is missing there is free.
pub(super) fn rule(claims: &[Claim], holders: &HashMap<String, Holder>) -> Rulings {
    let mut court = Court { claims, holders, first: HashMap::new(), granted: vec![None; claims.len()], order: vec![] };
    for (at, claim) in claims.iter().enumerate() {
        court.first.entry(&claim.wants).or_insert(at);
    }
    for at in 0..claims.len() {
        court.settle(at);
    }
    Rulings { of: (0..claims.len()).map(|at| court.ruling(at)).collect(), order: court.order }
}

/// Each address has at most one holder and one first claimant, so whoever waits for whom forms
/// nothing but paths and rings. A path is settled from its end: if the last address is free, all
/// move up; if not, nobody does. A ring always turns.
struct Court<'a> {
    claims: &'a [Claim],
    holders: &'a HashMap<String, Holder>,
    first: HashMap<&'a str, usize>,
    granted: Vec<Option<bool>>,
    order: Vec<Vec<usize>>,
}

impl Court<'_> {
    fn settle(&mut self, start: usize) {
        let mut path = Vec::new();
        let mut at = start;
        let free = loop {
            if let Some(granted) = self.granted[at] {
                break granted;
            }
            if !path.is_empty() && at == start {
                return self.turn(path);
            }
            if self.first.get(self.claims[at].wants.as_str()) != Some(&at) {
                self.granted[at] = Some(false);
                break false;
            }
            path.push(at);
            match self.holders.get(&self.claims[at].wants) {
                None => break true,
                Some(Holder::Elsewhere(_) | Holder::Keeper(_)) => break false,
                Some(Holder::Claimant(next)) => at = *next,
            }
        };
        for at in path.into_iter().rev() {
            self.granted[at] = Some(free);
            if free {
                self.order.push(vec![at]);
            }
        }
    }

    fn turn(&mut self, ring: Vec<usize>) {
        let fits = ring.len() <= LARGEST_RING;
        for at in &ring {
            self.granted[*at] = Some(fits);
        }
        if fits {
            self.order.push(ring);
        }
    }

    fn ruling(&self, at: usize) -> Ruling {
        if self.granted[at] == Some(true) {
            return Ruling::Granted;
        }
        let wants = self.claims[at].wants.as_str();
        match self.holders.get(wants) {
            Some(Holder::Elsewhere(whose)) => return Ruling::Elsewhere(whose.clone()),
            Some(Holder::Keeper(dn)) => return Ruling::Taken(dn.clone()),
            Some(Holder::Claimant(holder)) if self.granted[*holder] != Some(true) => {
                return Ruling::Taken(self.claims[*holder].dn.clone());
            }
            Some(Holder::Claimant(_)) | None => {}
        }
        let winner = self.first.get(wants).copied().unwrap_or(at);
        Ruling::Taken(self.claims[winner].dn.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Claims as `(has, wants)`; whoever else is named keeps their address.
    fn ruled(claims: &[(&str, &str)], kept: &[&str]) -> Rulings {
        let mut holders: HashMap<_, _> =
            kept.iter().map(|key| ((*key).to_owned(), Holder::Keeper(format!("keeper of {key}")))).collect();
        for (at, (has, _)) in claims.iter().enumerate().filter(|(_, (has, _))| !has.is_empty()) {
            holders.insert((*has).to_owned(), Holder::Claimant(at));
        }
        let claims: Vec<_> = claims
            .iter()
            .enumerate()
            .map(|(at, (_, wants))| Claim { wants: (*wants).to_owned(), dn: format!("dn{at}") })
            .collect();
        rule(&claims, &holders)
    }

    #[test]
    fn a_chain_moves_up_from_its_free_end() {
        let ruled = ruled(&[("", "a"), ("a", "b"), ("b", "c")], &[]);
        assert_eq!(ruled.of, vec![Ruling::Granted; 3]);
        assert_eq!(ruled.order, vec![vec![2], vec![1], vec![0]]);
    }

    #[test]
    fn a_chain_stays_where_its_end_is_kept() {
        let ruled = ruled(&[("", "a"), ("a", "b"), ("b", "c")], &["c"]);
        let taken = |dn: &str| Ruling::Taken(dn.to_owned());
        assert_eq!(ruled.of, vec![taken("dn1"), taken("dn2"), taken("keeper of c")]);
        assert!(ruled.order.is_empty());
    }

    #[test]
    fn a_ring_turns_as_one() {
        let ruled = ruled(&[("a", "b"), ("b", "c"), ("c", "a"), ("", "b")], &[]);
        assert_eq!(ruled.order, vec![vec![0, 1, 2]]);
        assert_eq!(ruled.of[3], Ruling::Taken("dn0".into()));
    }

    #[test]
    fn a_ring_too_large_for_one_batch_does_not_turn() {
        let names: Vec<String> = (0..=LARGEST_RING).map(|n| format!("a{n}")).collect();
        let claims: Vec<_> =
            (0..names.len()).map(|n| (names[n].as_str(), names[(n + 1) % names.len()].as_str())).collect();
        let large = ruled(&claims, &[]);
        assert!(large.order.is_empty());
        assert_eq!(large.of[0], Ruling::Taken("dn1".into()));
        let claims: Vec<_> =
            (0..LARGEST_RING).map(|n| (names[n].as_str(), names[(n + 1) % LARGEST_RING].as_str())).collect();
        assert_eq!(ruled(&claims, &[]).order[0].len(), LARGEST_RING);
    }

    #[test]
    fn the_one_who_lost_still_holds_the_old_address() {
        // 0 and 1 want a free address; 1 loses, so 2 cannot have what 1 gives up.
        let ruled = ruled(&[("", "x"), ("b", "x"), ("", "b")], &[]);
        let taken = |dn: &str| Ruling::Taken(dn.to_owned());
        assert_eq!(ruled.of, vec![Ruling::Granted, taken("dn0"), taken("dn1")]);
    }
}
