//! What the two sides of a connection know of each other: which answers are due, how many entries
//! wait to be taken, and why the connection ended.

use super::frame::{self, Refusal};
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use tokio::sync::Notify;

/// Entries that may wait to be taken. A server that ignores paging would otherwise fill the memory.
const MAX_WAITING: usize = 4096;
/// Bytes of them; a few entries with pictures would otherwise do the same.
const MAX_WAITING_BYTES: usize = 16 << 20;

/// Why a connection ended.
#[derive(Debug, Clone)]
pub(super) enum Fault {
    /// The server sent what may not pass.
    Refused(Refusal),
    /// Notice of disconnection (RFC 4511 §4.4.1).
    Notice(frame::Answer),
    /// The system's words.
    Io(String),
    /// The server ended TLS with this.
    Alert(rustls::AlertDescription),
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
    /// Whether any message came.
    heard: bool,
    /// Lengths of the messages that wait to be taken, and their sum.
    waiting: VecDeque<usize>,
    bytes: usize,
}

impl State {
    fn is_full(&self) -> bool {
        self.waiting.len() > MAX_WAITING || self.bytes > MAX_WAITING_BYTES
    }
}

/// Shared by the pump and the session.
#[derive(Debug)]
pub(super) struct Gate {
    state: Mutex<State>,
    room: Notify,
}

impl Gate {
    pub(super) fn new() -> Gate {
        let state = State { operation: Operation::None, fault: None, heard: false, waiting: VecDeque::new(), bytes: 0 };
        Gate { state: Mutex::new(state), room: Notify::new() }
    }

    /// From now on only answers to this operation may pass.
    pub(super) fn begin(&self, operation: Operation) {
        let mut state = self.state();
        state.operation = operation;
        state.waiting.clear();
        state.bytes = 0;
        drop(state);
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

    /// The pump passed messages of these lengths on: waits while too much is not taken yet.
    pub(super) async fn passed(&self, lengths: &[usize]) {
        {
            let mut state = self.state();
            state.heard |= !lengths.is_empty();
            state.waiting.extend(lengths);
            state.bytes += lengths.iter().sum::<usize>();
        }
        while self.state().is_full() {
            self.room.notified().await;
        }
    }

    /// The session took one.
    pub(super) fn taken(&self) {
        let mut state = self.state();
        let was_full = state.is_full();
        let length = state.waiting.pop_front().unwrap_or_default();
        state.bytes -= length;
        if was_full && !state.is_full() {
            self.room.notify_one();
        }
    }

    /// Keeps the first fault.
    pub(super) fn fail(&self, fault: Fault) {
        self.state().fault.get_or_insert(fault);
    }

    /// Whether the server has said anything in LDAP.
    pub(super) fn heard(&self) -> bool {
        self.state().heard
    }

    pub(super) fn fault(&self) -> Option<Fault> {
        self.state().fault.clone()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
