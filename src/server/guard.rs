//! What every request passes on its way in, and every response on its way out.

use super::hosts::Hosts;
use super::limits::Limits;
use super::refusal::Refusal;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, HOST, HeaderValue, ORIGIN,
    REFERRER_POLICY, TRANSFER_ENCODING, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// The headers of every response. A response that has one of these already, as the page has its own
/// policy, keeps it.
const HEADERS: [(HeaderName, &str); 6] = [
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (CACHE_CONTROL, "no-cache"),
];

/// Refuses what must not be answered, and gives every response its headers.
pub(super) async fn guard(
    State(hosts): State<Arc<Hosts>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match check(&hosts, &request) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.and_close(),
    };
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

fn check(hosts: &Hosts, request: &Request) -> Result<(), Refusal> {
    let host = host(request.headers())?;
    let target = request.uri();
    if !hosts.admits(&host) || target.authority().is_some_and(|named| !hosts.admits(named)) {
        return Err(Refusal::new(StatusCode::MISDIRECTED_REQUEST, "this server has another name"));
    }
    if request.headers().get_all(ORIGIN).iter().any(|origin| !is_own(origin, &host)) {
        return Err(Refusal::new(StatusCode::FORBIDDEN, "only the server's own page may ask"));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(Refusal::method());
    }
    if target.to_string().len() > Limits::TARGET {
        return Err(Refusal::new(StatusCode::URI_TOO_LONG, "the address is too long"));
    }
    if has_body(request.headers()) {
        return Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "no request here has a body"));
    }
    Ok(())
}

/// The one host that a request names.
fn host(headers: &HeaderMap) -> Result<Authority, Refusal> {
    let mut hosts = headers.get_all(HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok()?.parse().ok());
    host.filter(|_| hosts.next().is_none()).ok_or_else(|| Refusal::bad("a request names one host"))
}

/// Whether the origin of a request is the page that this server sent, by the name that is asked now.
fn is_own(origin: &HeaderValue, host: &Authority) -> bool {
    let named = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
    named.is_some_and(|named| named.eq_ignore_ascii_case(host.as_str()))
}

fn has_body(headers: &HeaderMap) -> bool {
    let length = headers.get(CONTENT_LENGTH).is_some_and(|length| length != "0");
    length || headers.contains_key(TRANSFER_ENCODING)
}
