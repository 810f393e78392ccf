//! Why a request is not answered, as the client is told: a status and `{"error": "..."}`, without
//! anything of the server's insides.

use crate::graph::NameError;
use axum::Json;
use axum::http::header::{ALLOW, CONNECTION, HeaderValue};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

/// A request that is not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    status: StatusCode,
    error: String,
    header: Option<(HeaderName, &'static str)>,
}

/// What is sent of a refusal.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Error")]
pub(super) struct ErrorBody {
    /// Why there is no answer.
    error: String,
}

impl Refusal {
    /// A refusal with a status.
    pub(super) fn new(status: StatusCode, error: impl Into<String>) -> Self {
        Self { status, error: error.into(), header: None }
    }

    /// The question is wrong.
    pub(super) fn bad(error: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, error)
    }

    /// Nothing is served at the path.
    pub(super) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "there is nothing here")
    }

    /// Only what reads is served.
    pub(super) fn method() -> Self {
        let refusal = Self::new(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered");
        Self { header: Some((ALLOW, "GET, HEAD")), ..refusal }
    }

    /// The server is too busy for this.
    pub(super) fn busy(error: &str) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, error)
    }

    /// The server failed.
    pub(super) fn failed() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "the server failed at this question")
    }

    /// The response, after which the connection is closed: nothing more is read from it.
    pub(super) fn and_close(self) -> Response {
        let mut response = self.into_response();
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        response
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(ErrorBody { error: self.error })).into_response();
        if let Some((name, value)) = self.header {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

impl From<NameError> for Refusal {
    fn from(error: NameError) -> Self {
        let status = match error {
            NameError::Unknown { .. } => StatusCode::NOT_FOUND,
            NameError::Ambiguous { .. } => StatusCode::BAD_REQUEST,
        };
        Self::new(status, error.to_string())
    }
}
