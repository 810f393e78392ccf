//! `foedera serve`.

use super::args::Global;
use super::{Failure, Outcome, output};
use crate::export::Passages;
use crate::server::{Limits, Live, Server, Snapshot};
use crate::workspace::{self, Watch};
use clap::Args;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// The port where none is asked for: F, O, E, D on the keys of a telephone.
const PORT: u16 = 3633;

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// The port; 0 takes any that is free
    #[arg(long, value_name = "PORT", default_value_t = PORT)]
    port: u16,
    /// The address or name to listen at; unless it leads to this machine alone, others can read the data
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    host: String,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
}

pub(super) fn run(global: &Global, args: &ServeArgs) -> super::Result {
    let folder = global.folder()?;
    let sources = global.sources();
    // Before the first reading, so that no change is missed.
    let watch = Watch::start(&folder, &sources);
    let server = bind(args)?;
    // The texts of sources are for one's own eyes.
    let is_own = server.address().ip().is_loopback();
    let passages = if is_own { Passages::Shown } else { Passages::Hidden };
    let live = Live::new(Snapshot::of(&global.open()?.files, passages));
    let url = format!("http://{}/", server.address());
    output::print(format!("{url}\n").as_bytes())?;
    tell(&live);
    match watch {
        Ok(watch) => {
            let read = move || reread(&folder, &sources, passages);
            follow(watch, read, live.clone());
        }
        Err(error) => output::say(&format!("warning: changes will not be seen: {error}")),
    }
    if args.open
        && let Err(error) = workspace::open_in_browser(&url)
    {
        output::say(&format!("warning: {error}; open {url} yourself"));
    }
    server.run_until_signalled(live);
    Ok(Outcome::Good)
}

fn bind(args: &ServeArgs) -> Result<Server, Failure> {
    let ServeArgs { host, port, .. } = args;
    let server = Server::bind(host, *port, Limits::default()).map_err(|error| {
        let hint = match error.kind() {
            std::io::ErrorKind::AddrInUse => "; `--port 0` takes any port that is free",
            _ => "",
        };
        Failure(format!("can't listen at {host}:{port}: {error}{hint}"))
    })?;
    if !server.address().ip().is_loopback() {
        output::say("warning: whoever reaches this address can read the data");
    }
    Ok(server)
}

/// Reads the data again whenever it changes, for as long as the process lives. Whatever an edit does, the
/// last state is kept.
fn follow(watch: Watch, read: impl Fn() -> Result<Snapshot, Failure> + Send + 'static, live: Live) {
    std::thread::spawn(move || {
        while watch.wait() {
            match read() {
                Ok(snapshot) => {
                    if live.replace(snapshot) {
                        tell(&live);
                    }
                }
                Err(Failure(message)) => output::complain(&message),
            }
        }
    });
}

fn reread(folder: &Path, sources: &[PathBuf], passages: Passages) -> Result<Snapshot, Failure> {
    let read = || Ok(Snapshot::of(&workspace::open(folder, sources)?.files, passages));
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        Err(Failure("the data could not be worked out; the last is kept".into()))
    })
}

/// Says on standard error how the data stands.
fn tell(live: &Live) {
    let snapshot = live.current();
    let counted = |number: usize, noun: &str| {
        format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
    };
    let (errors, warnings) = snapshot.counts;
    let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
    output::say(&format!("revision {}: {errors}, {warnings}", snapshot.revision));
}
