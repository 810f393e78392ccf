//! The explorer's server: the page, the graph, the findings and the questions of the command line, over
//! HTTP/1.1, for the browser of the person who runs it.
//!
//! [`Snapshot`] is all that is ever served: made once of the files, and held in memory. No request
//! reaches the file system, so there is no path that could leave a folder. [`Live`] holds the snapshot
//! of the moment; replacing it tells every page that listens. [`Server`] answers:
//!
//! ```text
//! connection ─▶ listen (slots, timeouts) ─▶ guard (method, host, origin, size) ─▶ routes ─▶ api
//! ```

mod api;
mod findings;
mod guard;
mod hosts;
mod limits;
mod listen;
mod live;
mod paced;
mod refusal;
mod routes;
mod snapshot;

pub use api::{API, Form, Operation, Parameter, openapi};
pub use findings::{FindingBody, FindingsBody};
pub use limits::Limits;
pub use listen::Server;
pub use live::Live;
pub use snapshot::Snapshot;
