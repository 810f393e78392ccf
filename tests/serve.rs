//! The explorer's server, asked over raw sockets: what it answers, what it refuses, what it bears, and
//! how it follows the data.
#![cfg(feature = "serve")]
#![allow(clippy::disallowed_methods, reason = "the tests make data sets and run foedera")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

#[path = "serve/api.rs"]
mod api;
#[path = "serve/guard.rs"]
mod guard;
#[path = "serve/http.rs"]
mod http;
#[path = "serve/live.rs"]
mod live;
#[path = "serve/load.rs"]
mod load;
#[path = "serve/run.rs"]
mod run;
#[path = "serve/slow.rs"]
mod slow;
