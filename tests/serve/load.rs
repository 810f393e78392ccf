//! Many requests at once: all are answered, and memory stays bounded.

use crate::http::{Reply, connect, get, request};
use crate::run::{Program, US_JAPAN};
use std::io::Write;
use std::net::{SocketAddr, TcpStream};
use std::path::Path;

const REQUESTS: usize = 1_000;
const READERS: usize = 8;
/// How many MiB a server that has answered thousands of requests may hold more than one that has
/// answered a thousand.
const GROWTH: u64 = 48;

/// Everything that is served, in turn.
const TARGETS: [&str; 5] = [
    "/",
    "/api/graph",
    "/api/findings",
    "/api/path?from=joseph-nye&to=futenma-air-station",
    "/api/commitments?as_of=1996-04-17",
];

/// Opens all connections and sends a request on each before any answer is read.
fn round(address: SocketAddr, lengths: &[usize]) {
    let open = |n: usize| -> (usize, TcpStream) {
        let mut stream = connect(address);
        let target = TARGETS[n % TARGETS.len()];
        stream.write_all(request("GET", target, address, "").as_bytes()).unwrap();
        (n, stream)
    };
    let mut opened: Vec<(usize, TcpStream)> = (0..REQUESTS).map(open).collect();
    std::thread::scope(|scope| {
        for _ in 0..READERS {
            let share = opened.split_off(opened.len() - REQUESTS / READERS);
            scope.spawn(move || {
                for (n, stream) in share {
                    let reply = Reply::read(stream);
                    let expected = (200, lengths[n % TARGETS.len()]);
                    assert_eq!((reply.status, reply.body.len()), expected, "request {n}");
                }
            });
        }
    });
    assert!(opened.is_empty(), "every answer is read");
}

/// The resident memory of a process in MiB; none where the system does not tell.
fn resident(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024)
}

#[test]
fn a_thousand_requests_at_once_are_all_answered_in_bounded_memory() {
    rlimit::increase_nofile_limit(4_096).unwrap();
    let server = Program::start(Path::new(US_JAPAN), |_| {});
    let lengths = TARGETS.map(|target| get(server.address, target).body.len());
    round(server.address, &lengths);
    let before = resident(server.child.id());
    for _ in 0..5 {
        round(server.address, &lengths);
    }
    if let (Some(before), Some(after)) = (before, resident(server.child.id())) {
        println!("resident: {before} MiB after 1,000 requests, {after} MiB after 6,000");
        assert!(after <= before + GROWTH, "{before} MiB, then {after} MiB");
    }
}
