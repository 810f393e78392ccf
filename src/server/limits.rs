//! How much a client may take, and how long.

use std::time::Duration;

/// The limits of a server. The default is what `foedera serve` runs with; tests use shorter times.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How long a client may take to send the head of a request, also the next one on a connection that
    /// it keeps open. Then the connection is closed.
    pub head: Duration,
    /// How long a client may take to accept each [`Limits::PORTION`] of a response.
    pub take: Duration,
    /// How long an answer may be worked on.
    pub answer: Duration,
    /// How long open connections have to end when the server is told to stop.
    pub stop: Duration,
    /// How often a listener to events is sent something, so that it knows that the server lives.
    pub keep_alive: Duration,
    /// How many connections may be open; further ones wait.
    pub connections: usize,
    /// How many of them may listen to events; further ones are refused.
    pub listeners: usize,
    /// How many questions are worked on at once; further ones wait.
    pub workers: usize,
}

impl Limits {
    /// The largest head of a request, in bytes.
    pub const HEAD: usize = 16 * 1024;
    /// The longest target of a request (path and query), in bytes.
    pub const TARGET: usize = 4 * 1024;
    /// How many connections may wait to be accepted.
    pub const WAITING: u32 = 1024;
    /// How much of a response the system keeps for a client that has not taken it yet, in bytes.
    pub const SEND_BUFFER: u32 = 256 * 1024;
    /// The part of a response that must be accepted in time, in bytes.
    pub const PORTION: usize = 256 * 1024;
    /// The most findings that are served.
    pub const FINDINGS: usize = 1_000;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            take: Duration::from_secs(10),
            answer: Duration::from_secs(20),
            stop: Duration::from_secs(3),
            keep_alive: Duration::from_secs(15),
            connections: 512,
            listeners: 64,
            workers: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        }
    }
}
