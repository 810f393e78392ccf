//! What is served where.

use super::api::{API, Given, Operation, openapi};
use super::guard::guard;
use super::hosts::Hosts;
use super::limits::Limits;
use super::live::Live;
use super::refusal::Refusal;
use super::snapshot::Snapshot;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::from_fn_with_state;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{Stream, unfold};
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

const JSON: &str = "application/json";
const HTML: &str = "text/html; charset=utf-8";

/// What requests are answered from.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) live: Live,
    pub(super) limits: Limits,
    /// A permit for each listener to events.
    pub(super) listeners: Arc<Semaphore>,
    /// A permit for each question that is worked on.
    pub(super) workers: Arc<Semaphore>,
    /// Becomes true when the server stops.
    pub(super) stopping: watch::Receiver<bool>,
}

/// Every route.
pub(super) fn router(site: Site, hosts: Hosts) -> Router {
    let mut router = Router::new()
        .route("/", get(page))
        .route("/api/graph", get(graph))
        .route("/api/findings", get(findings))
        .route("/events", get(events))
        .route("/openapi.json", get(description));
    for operation in API {
        let answer = move |State(site): State<Arc<Site>>, uri: Uri| answer(site, operation, uri);
        router = router.route(&operation.path(), get(answer));
    }
    router
        .fallback(async || Refusal::not_found())
        .layer(from_fn_with_state(Arc::new(hosts), guard))
        .with_state(Arc::new(site))
}

async fn page(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let Snapshot { revision, page, policy, .. } = &*site.live.current();
    let mut response = tagged(&headers, revision, HTML, page);
    if let Ok(policy) = HeaderValue::from_str(policy) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

async fn graph(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let snapshot = site.live.current();
    tagged(&headers, &snapshot.revision, JSON, &snapshot.graph_json)
}

async fn findings(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let snapshot = site.live.current();
    tagged(&headers, &snapshot.revision, JSON, &snapshot.findings_json)
}

async fn description() -> Response {
    ([(CONTENT_TYPE, JSON)], openapi()).into_response()
}

/// Something that has a revision; not sent again to a client that has it (RFC 9110, section 13.1.2).
fn tagged(headers: &HeaderMap, revision: &str, media: &'static str, body: &Bytes) -> Response {
    let tag = format!("\"{revision}\"");
    let known = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut known = known.flat_map(|list| list.split(',')).map(str::trim);
    if known.any(|known| known == "*" || known.trim_start_matches("W/") == tag) {
        return (StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response();
    }
    ([(CONTENT_TYPE, media.to_owned()), (ETAG, tag)], body.clone()).into_response()
}

/// Answers a question away from the threads that serve connections.
async fn answer(
    site: Arc<Site>,
    operation: &'static Operation,
    uri: Uri,
) -> Result<Response, Refusal> {
    let given = Given::read(&uri, operation.parameters())?;
    let snapshot = site.live.current();
    let work = async {
        let permit = site.workers.clone().acquire_owned().await;
        let work = move || {
            let _permit = permit;
            (operation.answer)(&snapshot.graph, &given)
        };
        tokio::task::spawn_blocking(work).await.map_err(|_| Refusal::failed())?
    };
    let answer = tokio::time::timeout(site.limits.answer, work).await;
    let body = answer.map_err(|_| Refusal::busy("the answer takes too long"))??;
    Ok(([(CONTENT_TYPE, JSON)], body).into_response())
}

/// Tells a listener the revision, now and whenever it changes.
async fn events(State(site): State<Arc<Site>>) -> Result<Response, Refusal> {
    let permit = site.listeners.clone().try_acquire_owned();
    let permit = permit.map_err(|_| Refusal::busy("too many pages listen already"))?;
    let keep_alive = KeepAlive::new().interval(site.limits.keep_alive);
    Ok(Sse::new(revisions(&site, permit)).keep_alive(keep_alive).into_response())
}

/// The revisions, until the server stops.
fn revisions(
    site: &Site,
    permit: OwnedSemaphorePermit,
) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
    let state = (site.live.listen(), site.stopping.clone(), permit);
    unfold(state, async |(mut snapshots, mut stopping, permit)| {
        tokio::select! {
            _ = stopping.wait_for(|stopping| *stopping) => return None,
            changed = snapshots.changed() => changed.ok()?,
        }
        let revision = snapshots.borrow_and_update().revision.clone();
        let event = Event::default().event("revision").data(revision);
        Some((Ok(event), (snapshots, stopping, permit)))
    })
}
