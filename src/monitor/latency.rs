//! What the links were like over the last day: gathered here for five minutes, then in the store, which panels share.

use super::Monitor;
use super::link::Link;
use crate::model::*;
use crate::storage::StorageError;
use std::time::Duration;

impl Monitor {
    /// The spans of the day up to a moment in which a directory was checked, oldest first; the one that this panel
    /// still measures included.
    pub async fn latency(&self, directory: DirectoryId, at: Timestamp) -> Result<Vec<LinkSpan>, StorageError> {
        let mut spans = self.store.link_spans(directory, at).await?;
        if let Some(now) = self.known(directory).and_then(|link| link.measured()) {
            match spans.iter_mut().find(|span| span.number == now.number) {
                Some(span) => *span = span.and(now),
                None => spans.push(now),
            }
        }
        Ok(LinkSpan::of_the_day_before(spans, at))
    }

    /// Takes a check in: its latency, or that it failed. It may have gone on into the next five minutes.
    pub(super) async fn measure(&self, directory: DirectoryId, link: &Link, status: &ConnectionStatus) {
        let (at, latency) = match status {
            ConnectionStatus::Connected { latency, checked_at } => (*checked_at, Some(*latency)),
            ConnectionStatus::Failed { checked_at, .. } => (*checked_at, None),
            ConnectionStatus::NotConfigured | ConnectionStatus::Disabled | ConnectionStatus::Unknown => return,
        };
        self.keep_measured(directory, link, at).await;
        link.measure(at, latency);
    }

    /// Writes what was measured in a span that is over, which is once in five minutes. Of a store that is away only a
    /// chart is poorer.
    pub(super) async fn keep_measured(&self, directory: DirectoryId, link: &Link, at: Timestamp) {
        let Some(span) = link.take_measured(at) else { return };
        if let Err(error) = self.store.add_link_span(directory, &span).await {
            tracing::debug!(%directory, %error, "what the link was like could not be kept");
        }
    }
}

/// What is being measured.
#[derive(Default)]
pub(super) struct LinkMeasure(pub(super) Option<LinkSpan>);

impl LinkMeasure {
    /// Adds a check. What was measured in a span before and was not taken is given up.
    pub(super) fn add(&mut self, at: Timestamp, latency: Option<Duration>) {
        let check = LinkSpan::of(at, latency);
        let known = self.0.filter(|known| known.number == check.number);
        self.0 = Some(known.map_or(check, |known| known.and(check)));
    }

    /// Takes what was measured in a span that is over.
    pub(super) fn take(&mut self, at: Timestamp) -> Option<LinkSpan> {
        self.0.take_if(|span| span.number != LinkSpan::number_at(at))
    }
}
