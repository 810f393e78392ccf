//! Who is answered, and what: only this machine's own page, only what is read, only what is there.

use crate::http::{Reply, get, request, send};
use crate::run::small;
use foedera::server::Limits;

#[test]
fn every_response_carries_the_headers_that_confine_it() {
    let server = small();
    let expected = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cache-control", "no-cache"),
    ];
    for target in ["/", "/api/graph", "/api/findings", "/openapi.json", "/api/show", "/nothing"] {
        let reply = get(server.address, target);
        for (name, value) in expected {
            assert_eq!(reply.header(name), value, "{target} {name}");
        }
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{target}: {policy}");
        assert!(policy.ends_with("; frame-ancestors 'none'"), "{target}: {policy}");
        let asks = policy.contains("connect-src 'self'");
        assert_eq!(asks, target == "/", "only the page may ask the server: {target}: {policy}");
    }
    let page = get(server.address, "/");
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert!(String::from_utf8(page.body).unwrap().contains("connect-src 'self'"));
}

#[test]
fn other_names_of_this_machine_are_not_answered_to() {
    let server = small();
    let address = server.address;
    let asked_as = |host: &str| {
        send(address, &format!("GET /api/graph HTTP/1.1\r\n{host}Connection: close\r\n\r\n"))
    };
    let port = address.port();
    for host in [format!("127.0.0.1:{port}"), format!("localhost:{port}"), "LocalHost".into()] {
        assert_eq!(asked_as(&format!("Host: {host}\r\n")).status, 200, "{host}");
    }
    let evil = format!("evil.example:{port}");
    for host in
        [&evil, "192.168.1.1", "127.0.0.1.evil.example", "0.0.0.0", "localhost@evil.example"]
    {
        let reply = asked_as(&format!("Host: {host}\r\n"));
        assert_eq!(reply.status, 421, "{host}");
        assert_eq!(reply.error(), "this server has another name");
    }
    for host in ["", "Host: \r\n", "Host: 127.0.0.1\r\nHost: evil.example\r\n", "Host: a b\r\n"] {
        let reply = asked_as(host);
        assert_eq!(
            (reply.status, reply.error().as_str()),
            (400, "a request names one host"),
            "{host}"
        );
    }
    let absolute = request("GET", "http://evil.example/api/graph", address, "");
    assert_eq!(send(address, &absolute).status, 421);
}

#[test]
fn pages_of_other_origins_are_not_answered() {
    let server = small();
    let from = |origin: &str| {
        let header = format!("Origin: {origin}\r\n");
        send(server.address, &request("GET", "/api/graph", server.address, &header))
    };
    assert_eq!(from(&format!("http://{}", server.address)).status, 200);
    let port = server.address.port();
    let others = [
        "null".to_owned(),
        "http://evil.example".to_owned(),
        format!("https://{}", server.address),
        format!("http://localhost:{port}"),
        "http://127.0.0.1:1".to_owned(),
        format!("http://{}.evil.example", server.address),
    ];
    for origin in others {
        let reply = from(&origin);
        assert_eq!(reply.status, 403, "{origin}");
        assert_eq!(reply.error(), "only the server's own page may ask");
        assert_eq!(reply.header("access-control-allow-origin"), "");
    }
}

#[test]
fn only_what_reads_is_answered() {
    let server = small();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        for target in ["/", "/api/graph", "/nothing"] {
            let reply = send(server.address, &request(method, target, server.address, ""));
            assert_eq!(reply.status, 405, "{method} {target}");
            assert_eq!(reply.header("allow"), "GET, HEAD");
            assert_eq!(reply.error(), "only GET and HEAD are answered");
        }
    }
    for target in ["/", "/api/graph", "/api/find?text=r", "/openapi.json"] {
        let whole = get(server.address, target);
        let head = send(server.address, &request("HEAD", target, server.address, ""));
        assert_eq!((head.status, head.body.len()), (200, 0), "{target}");
        assert_eq!(head.header("content-length"), whole.body.len().to_string(), "{target}");
    }
}

#[test]
fn nothing_but_the_page_and_the_api_is_there() {
    let server = small();
    let targets = [
        "/index.html",
        "/favicon.ico",
        "/api",
        "/api/",
        "/api/graph/",
        "/api/check",
        "//",
        "//api/graph",
        "/../Cargo.toml",
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2fCargo.toml",
        "/api/../Cargo.toml",
        "/api/%67raph",
        "/dataset.ron",
        "/src/cli/template/dataset.ron",
        "/%00",
        "/etc/passwd%00.json",
        "/\\..\\Cargo.toml",
    ];
    for target in targets {
        let reply = get(server.address, target);
        assert_eq!(reply.status, 404, "{target}");
        assert_eq!(reply.error(), "there is nothing here", "{target}");
    }
}

#[test]
fn what_is_too_large_is_refused() {
    let server = small();
    let address = server.address;
    let longest = "x".repeat(Limits::TARGET - "/api/find?text=".len());
    assert_eq!(get(address, &format!("/api/find?text={longest}")).status, 200);
    let reply = get(address, &format!("/api/find?text={longest}x"));
    assert_eq!((reply.status, reply.error().as_str()), (414, "the address is too long"));
    let headers = format!("X: {}\r\n", "x".repeat(Limits::HEAD));
    let reply = send(address, &request("GET", "/", address, &headers));
    assert_eq!(reply.status, 431, "the head is too large");
    let bodies = ["Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n"];
    for header in bodies {
        let reply = send(address, &request("GET", "/", address, header));
        assert_eq!((reply.status, reply.error().as_str()), (413, "no request here has a body"));
    }
    assert_eq!(send(address, &request("GET", "/", address, "Content-Length: 0\r\n")).status, 200);
}

#[test]
fn what_is_not_http_harms_nothing() {
    let server = small();
    for bytes in ["\r\n\r\nnonsense\r\n\r\n", "\u{16}\u{3}\u{1} hello\r\n\r\n", "GET\r\n\r\n"] {
        let reply: Reply = send(server.address, bytes);
        assert_eq!(reply.status, 400, "{bytes:?}");
        assert!(reply.body.is_empty());
    }
    assert_eq!(get(server.address, "/").status, 200);
}

#[test]
fn what_the_client_has_is_not_sent_again() {
    let server = small();
    for target in ["/", "/api/graph", "/api/findings"] {
        let tag = get(server.address, target).header("etag").to_owned();
        assert_eq!(tag, format!("\"{}\"", server.live.current().revision));
        let again = |tags: &str| {
            let header = format!("If-None-Match: {tags}\r\n");
            send(server.address, &request("GET", target, server.address, &header))
        };
        for tags in [tag.clone(), format!("\"old\", W/{tag}"), "*".into()] {
            let reply = again(&tags);
            assert_eq!((reply.status, reply.body.len()), (304, 0), "{tags}");
            assert_eq!(reply.header("etag"), tag);
        }
        assert_eq!(again("\"old\"").status, 200);
    }
}
