//! Tells when a data set's files change.

use super::Error;
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

/// A burst of changes is over when nothing changes for so long, ...
const QUIET: Duration = Duration::from_millis(80);
/// ... and is told of after so long at the latest.
const LONGEST: Duration = Duration::from_secs(1);

/// A watch over the folder of a data set and those of its source texts.
#[derive(Debug)]
pub struct Watch {
    changes: Receiver<()>,
    /// Watches for as long as it lives.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches from now on; folders that are not there are passed over.
    ///
    /// # Errors
    /// When the system can't watch, such as for want of watches.
    pub fn start(folder: &Path, sources: &[PathBuf]) -> Result<Self, Error> {
        // One change that is not yet told of is as good as many.
        let (sender, changes) = sync_channel(1);
        let root = folder.to_owned();
        let tell = move |event| tell(&root, event, &sender);
        let failed = |error: notify::Error| {
            let path = error.paths.first().cloned().unwrap_or_else(|| folder.to_owned());
            Error::io("watch", path)(std::io::Error::other(error))
        };
        let mut watcher = RecommendedWatcher::new(tell, Config::default()).map_err(failed)?;
        watcher.watch(folder, RecursiveMode::Recursive).map_err(failed)?;
        for source in sources.iter().filter(|source| source.is_dir()) {
            watcher.watch(source, RecursiveMode::NonRecursive).map_err(failed)?;
        }
        Ok(Self { changes, _watcher: watcher })
    }

    /// Waits until something changed and the burst of changes is over; false where nothing will be
    /// told any more.
    pub fn wait(&self) -> bool {
        if self.changes.recv().is_err() {
            return false;
        }
        let start = Instant::now();
        while start.elapsed() < LONGEST {
            if self.changes.recv_timeout(QUIET) == Err(RecvTimeoutError::Timeout) {
                break;
            }
        }
        true
    }
}

/// Passes a change on. That a file was opened or read is none: reading the data set again would be told
/// of for ever. Where events were lost, anything may have changed.
fn tell(root: &Path, event: notify::Result<Event>, changes: &SyncSender<()>) {
    let is_change = event.is_ok_and(|event| {
        let is_seen = || event.paths.iter().any(|path| !is_hidden(root, path));
        event.need_rescan() || !event.kind.is_access() && is_seen()
    });
    if is_change {
        // Full: a change is waiting to be told of already.
        changes.try_send(()).unwrap_or_default();
    }
}

/// Whether a path below the root is hidden, as the swap files of editors are.
fn is_hidden(root: &Path, path: &Path) -> bool {
    let below = path.strip_prefix(root).unwrap_or(Path::new(path.file_name().unwrap_or_default()));
    below.components().any(|part| part.as_os_str().as_encoded_bytes().starts_with(b"."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_below_the_root_can_be_hidden() {
        let hidden = |path| is_hidden(Path::new("/home/.data/x"), Path::new(path));
        assert!(!hidden("/home/.data/x/entities/a.ron") && !hidden("/texts/a.txt"));
        assert!(hidden("/home/.data/x/.git/index") && hidden("/home/.data/x/.a.ron.swp"));
    }
}
