//! Clients that take their time, and clients that are many: each is bounded.

use crate::http::{Events, connect, get, request, send};
use crate::run::{Running, SMALL, serve, short, snapshot};
use foedera::server::{Limits, Snapshot};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A server with short times and one slot: whoever holds it keeps all others waiting.
fn narrow(snapshot: Snapshot) -> Running {
    serve(snapshot, Limits { connections: 1, ..short() })
}

/// A snapshot whose graph is larger than all buffers on the way.
fn large() -> Snapshot {
    let mut snapshot = snapshot(SMALL);
    snapshot.graph_json = vec![b' '; 64 << 20].into();
    snapshot
}

/// Whether the server ends a connection without an answer; what it sent before is passed over.
fn is_closed(mut stream: TcpStream) -> bool {
    let mut rest = Vec::new();
    match stream.read_to_end(&mut rest) {
        Ok(_) => true,
        Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
    }
}

#[test]
fn slow_clients_are_given_less_than_fifteen_seconds() {
    let limits = Limits::default();
    let most = Duration::from_secs(12);
    assert!(limits.head <= most && limits.take <= most);
    assert!(limits.listeners < limits.connections, "listeners leave room for requests");
}

#[test]
fn a_client_that_says_nothing_is_closed() {
    let server = narrow(snapshot(SMALL));
    let silent = connect(server.address);
    assert!(is_closed(silent));
    assert_eq!(get(server.address, "/").status, 200);
}

#[test]
fn a_client_that_trickles_its_request_is_closed() {
    let server = narrow(snapshot(SMALL));
    let mut trickling = connect(server.address);
    let whole = request("GET", "/", server.address, &format!("X: {}\r\n", "x".repeat(6_000)));
    let sent = whole.bytes().take_while(|byte| {
        std::thread::sleep(Duration::from_millis(10));
        trickling.write_all(&[*byte]).is_ok()
    });
    // A minute of bytes, of which the server takes a second's, and what fits the way there.
    assert!(sent.count() < whole.len());
    assert_eq!(get(server.address, "/").status, 200);
}

#[test]
fn a_client_that_keeps_its_connection_for_nothing_is_closed() {
    let server = narrow(snapshot(SMALL));
    let mut idle = connect(server.address);
    let request = format!("GET /api/findings HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
    idle.write_all(request.as_bytes()).unwrap();
    assert!(is_closed(idle));
}

#[test]
fn a_client_that_does_not_take_its_answer_is_closed() {
    let server = narrow(large());
    let mut stalled = connect(server.address);
    stalled.write_all(request("GET", "/api/graph", server.address, "").as_bytes()).unwrap();
    // Its slot is free again once it is closed.
    assert_eq!(get(server.address, "/").status, 200);
}

#[test]
fn a_client_that_takes_its_answer_a_byte_at_a_time_is_closed() {
    let server = narrow(large());
    let mut trickling = connect(server.address);
    trickling.write_all(request("GET", "/api/graph", server.address, "").as_bytes()).unwrap();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) && trickling.read(&mut [0]).is_ok_and(|n| n > 0) {
                std::thread::sleep(Duration::from_millis(5));
            }
        });
        assert_eq!(get(server.address, "/").status, 200);
        done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn a_client_that_reads_steadily_gets_all_of_a_large_answer() {
    let server = serve(large(), Limits::default());
    assert_eq!(get(server.address, "/api/graph").body.len(), 64 << 20);
}

#[test]
fn a_question_that_takes_too_long_is_given_up() {
    let limits = Limits { workers: 0, answer: Duration::from_millis(50), ..Limits::default() };
    let server = serve(snapshot(SMALL), limits);
    let reply = get(server.address, "/api/timeline");
    assert_eq!((reply.status, reply.error().as_str()), (503, "the answer takes too long"));
    assert_eq!(get(server.address, "/api/graph").status, 200, "what needs no work is served");
}

#[test]
fn listeners_are_bounded_and_their_places_are_free_again() {
    let limits =
        Limits { listeners: 2, keep_alive: Duration::from_millis(20), ..Limits::default() };
    let server = serve(snapshot(SMALL), limits);
    let first = Events::listen(server.address);
    let mut second = Events::listen(server.address);
    assert_eq!(second.revision(), server.live.current().revision);
    let reply = get(server.address, "/events");
    assert_eq!((reply.status, reply.error().as_str()), (503, "too many pages listen already"));
    assert_eq!(second.next(":"), Some(String::new()), "a comment keeps the connection alive");
    drop(first);
    // Its going is noticed with one of the next comments.
    let is_free = |_| {
        std::thread::sleep(Duration::from_millis(10));
        send(server.address, &request("HEAD", "/events", server.address, "")).status == 200
    };
    assert!((0..3_000).any(is_free));
}

#[test]
fn listeners_hear_of_a_new_revision_once() {
    let server = serve(snapshot(SMALL), Limits::default());
    let mut events = Events::listen(server.address);
    assert_eq!(events.revision(), server.live.current().revision);
    assert!(!server.live.replace(snapshot(SMALL)), "the same again is no news");
    let mut other = snapshot(SMALL);
    other.revision = "other".into();
    assert!(server.live.replace(other));
    assert_eq!(events.revision(), "other");
}

#[test]
fn stopping_ends_listeners_and_idle_connections() {
    let mut server = serve(snapshot(SMALL), Limits::default());
    let mut events = Events::listen(server.address);
    events.revision();
    let idle = connect(server.address);
    server.stop();
    assert_eq!(events.next("event: "), None, "the stream ends");
    assert!(is_closed(idle));
    assert!(TcpStream::connect(server.address).is_err(), "nobody listens any more");
}
