//! What the two sides of a connection know of each other: which answers are due, how many entries
//! wait to be taken, and why the connection ended.

use super::frame::{self, Refusal};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use tokio::sync::Notify;

/// Entries that may wait to be taken. A server that ignores paging would otherwise fill the memory.
const MAX_WAITING: usize = 4096;

/// Why a connection ended.
#[derive(Debug, Clone)]
pub(super) enum Fault {
    /// The server sent what may not pass.
    Refused(Refusal),
    /// Notice of disconnection (RFC 4511 §4.4.1).
    Notice(frame::Answer),
    /// The system's words.
    Io(String),
    /// The server closed it.
    Closed,
}

/// Which operation is going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operation {
    None,
    Bind,
    Search,
}

#[derive(Debug)]
struct State {
    operation: Operation,
    fault: Option<Fault>,
}

/// Shared by the pump and the session.
#[derive(Debug)]
pub(super) struct Gate {
    state: Mutex<State>,
    waiting: AtomicUsize,
    room: Notify,
}

impl Gate {
    pub(super) fn new() -> Gate {
        let state = State { operation: Operation::None, fault: None };
        Gate { state: Mutex::new(state), waiting: AtomicUsize::new(0), room: Notify::new() }
    }

    /// From now on only answers to this operation may pass.
    pub(super) fn begin(&self, operation: Operation) {
        self.state().operation = operation;
        self.waiting.store(0, Ordering::Release);
        self.room.notify_one();
    }

    /// Whether this answer is due. The library panics on answers to an operation of another kind.
    pub(super) fn admits(&self, op: u8) -> bool {
        match self.state().operation {
            Operation::Bind => op == frame::BIND_RESPONSE,
            Operation::Search => matches!(
                op,
                frame::SEARCH_ENTRY | frame::SEARCH_DONE | frame::SEARCH_REFERENCE | frame::INTERMEDIATE_RESPONSE
            ),
            Operation::None => false,
        }
    }

    /// The pump passed this many messages on: waits while too many are not taken yet.
    pub(super) async fn passed(&self, count: usize) {
        self.waiting.fetch_add(count, Ordering::AcqRel);
        while self.waiting.load(Ordering::Acquire) > MAX_WAITING {
            self.room.notified().await;
        }
    }

    /// The session took one.
    pub(super) fn taken(&self) {
        let before = self.waiting.fetch_update(Ordering::AcqRel, Ordering::Acquire, |n| Some(n.saturating_sub(1)));
        if before == Ok(MAX_WAITING + 1) {
            self.room.notify_one();
        }
    }

    /// Keeps the first fault.
    pub(super) fn fail(&self, fault: Fault) {
        self.state().fault.get_or_insert(fault);
    }

    pub(super) fn fault(&self) -> Option<Fault> {
        self.state().fault.clone()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
