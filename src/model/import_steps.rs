//! How a run goes from one state to the next, as far as it needs no store.

use super::*;

impl ImportRun {
    /// How often work on a run is begun before it is given up: it may be what ends its panels.
    pub const ATTEMPTS: u32 = 3;

    /// Begun, for the first time or after its worker was lost, with what stands in its report.
    pub fn begun(self, written: Counts, at: Timestamp) -> ImportRun {
        ImportRun {
            phase: Phase::Connecting,
            counts: written,
            attempts: self.attempts + 1,
            started_at: self.started_at.or(Some(at)),
            held_reasons: Vec::new(),
            digest: None,
            notes: Vec::new(),
            ..self
        }
    }

    /// Given up after too many attempts.
    pub fn given_up(self, at: Timestamp) -> ImportRun {
        ImportRun {
            state: RunState::Interrupted,
            error: Some(format!(
                "Work on this import was begun {} times and broken off each time: the panel or its store was lost. Look at the panels' logs and memory, then import once more.",
                self.attempts
            )),
            finished_at: Some(at),
            ..self
        }
    }

    /// The same run after an administrator asked it to stop: one that waits ends on the spot.
    pub fn cancelled(self, at: Timestamp) -> ImportRun {
        let waits = self.phase == Phase::Waiting;
        ImportRun {
            cancel_requested: true,
            state: if waits { RunState::Cancelled } else { self.state },
            finished_at: if waits { Some(at) } else { self.finished_at },
            ..self
        }
    }

    /// Whether it changed or held somebody, or did not end well.
    pub fn is_notable(&self) -> bool {
        let c = &self.counts;
        c.added + c.updated + c.removed + c.restored + c.held + c.missed > 0 || self.state != RunState::Done
    }
}
