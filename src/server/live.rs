//! The snapshot of the moment, and who waits for the next.

use super::Snapshot;
use std::sync::Arc;
use tokio::sync::watch;

/// A shared handle on the snapshot that is served; cloning it copies the handle.
#[derive(Debug, Clone)]
pub struct Live(Arc<watch::Sender<Arc<Snapshot>>>);

impl Live {
    /// Serves a snapshot from now on.
    pub fn new(snapshot: Snapshot) -> Self {
        Self(Arc::new(watch::Sender::new(Arc::new(snapshot))))
    }

    /// Serves another snapshot from now on, and tells those who listen; returns whether it is of
    /// another revision. If not, the old one stays, and nobody is told.
    pub fn replace(&self, snapshot: Snapshot) -> bool {
        self.0.send_if_modified(|current| {
            let is_new = current.revision != snapshot.revision;
            if is_new {
                *current = Arc::new(snapshot);
            }
            is_new
        })
    }

    /// What is served now.
    pub fn current(&self) -> Arc<Snapshot> {
        self.0.borrow().clone()
    }

    /// Lets one wait for the next snapshot; the present one counts as not seen yet.
    pub(super) fn listen(&self) -> watch::Receiver<Arc<Snapshot>> {
        let mut listener = self.0.subscribe();
        listener.mark_changed();
        listener
    }
}
