//! Servers to ask: in this process, with limits of choice, and the program itself.

use foedera::export::Passages;
use foedera::server::{Limits, Live, Server, Snapshot};
use foedera::workspace;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::oneshot;

/// The data set of the paper.
pub(crate) const US_JAPAN: &str = "data/us-japan";
/// A small data set.
pub(crate) const SMALL: &str = "src/cli/template";

/// A server in this process; it is stopped when dropped.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    pub(crate) live: Live,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

pub(crate) fn snapshot(folder: &str) -> Snapshot {
    Snapshot::of(&workspace::open(Path::new(folder), &[]).unwrap().files, Passages::Hidden)
}

/// Serves a snapshot at a port that is free.
pub(crate) fn serve(snapshot: Snapshot, limits: Limits) -> Running {
    let server = Server::bind("127.0.0.1", 0, limits).unwrap();
    let (address, live) = (server.address(), Live::new(snapshot));
    let (stop, stopped) = oneshot::channel::<()>();
    let served = live.clone();
    let thread = std::thread::spawn(move || {
        server.run(served, async move { stopped.await.unwrap_or_default() });
    });
    Running { address, live, stop: Some(stop), thread: Some(thread) }
}

/// Serves the small data set within the limits that `foedera serve` has.
pub(crate) fn small() -> Running {
    serve(snapshot(SMALL), Limits::default())
}

impl Running {
    /// Stops it, and waits until it has.
    pub(crate) fn stop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Limits that make slow clients known soon.
pub(crate) fn short() -> Limits {
    let soon = Duration::from_secs(1);
    Limits { head: soon, take: soon, stop: soon, ..Limits::default() }
}

/// `foedera serve` as its own process; it is killed when dropped.
pub(crate) struct Program {
    pub(crate) address: SocketAddr,
    pub(crate) child: Child,
}

impl Program {
    /// Starts it on a data set, at a port that is free.
    pub(crate) fn start(folder: &Path, change: impl FnOnce(&mut Command)) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_foedera"));
        command.env_remove("FOEDERA_SOURCES").arg("--data").arg(folder);
        command.args(["serve", "--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null());
        change(&mut command);
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.strip_prefix("http://").and_then(|line| line.strip_suffix("/\n"));
        let address = address.unwrap_or_else(|| panic!("{line:?}")).parse().unwrap();
        Self { address, child }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
        self.child.wait().unwrap();
    }
}
