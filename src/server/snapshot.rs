//! All that is served of one state of the data, made once.

use super::findings::FindingsBody;
use crate::diagnostic::Level;
use crate::export::{Passages, document, served_page};
use crate::graph::Graph;
use crate::pipeline::{Analysis, Options, analyse};
use crate::text::Files;
use axum::body::Bytes;
use sha2::{Digest, Sha256};

/// One state of the data, ready to be sent.
#[derive(Debug)]
pub struct Snapshot {
    /// Names this state: it changes when anything that is served does.
    pub revision: String,
    /// The page, as HTML.
    pub page: Bytes,
    /// The Content-Security-Policy of the page.
    pub policy: String,
    /// The document that the page reads, as JSON.
    pub graph_json: Bytes,
    /// The findings, as JSON.
    pub findings_json: Bytes,
    /// The graph, for questions.
    pub graph: Graph,
    /// How many findings there are, those that `check` fails by first.
    pub counts: (usize, usize),
}

impl Snapshot {
    /// Reads, checks and writes out the data; whatever is wrong with it, there is a snapshot.
    pub fn of(files: &Files, passages: Passages) -> Self {
        let Analysis { graph, diagnostics } = analyse(files, &Options::default());
        let mut findings = FindingsBody::of(files, &diagnostics);
        let mut document = document(&graph, passages, None);
        let page = served_page();
        let policy = format!("{}; frame-ancestors 'none'", policy(&page).unwrap_or(STRICT));
        let revision = digest(&[page.as_bytes(), &json(&document), &json(&findings)]);
        document.revision.clone_from(&revision);
        findings.revision.clone_from(&revision);
        let denied = diagnostics.iter().filter(|finding| finding.level == Level::Deny).count();
        Self {
            page: page.into(),
            policy,
            graph_json: json(&document).into(),
            findings_json: json(&findings).into(),
            revision,
            graph,
            counts: (denied, diagnostics.len() - denied),
        }
    }
}

/// A JSON document; serializing plain data to memory can't fail.
fn json(document: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(document).unwrap_or_default()
}

/// The first 16 hexadecimal digits of the SHA-256 of parts, each with its length before it.
fn digest(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// What a page without a policy of its own may do.
const STRICT: &str = "default-src 'none'";

/// The policy that a page states in its head.
fn policy(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("Content-Security-Policy")?;
    let (_, rest) = rest.split_once("content=\"")?;
    Some(rest.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_of_the_page_is_found() {
        let page = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><p>";
        assert_eq!(policy(page), Some("default-src 'none'"));
        assert_eq!(policy("<p>"), None);
        let own = served_page();
        assert!(policy(&own).unwrap().contains("script-src 'sha256-"), "the page runs its script");
    }

    #[test]
    fn parts_are_told_apart() {
        assert_ne!(digest(&[b"ab", b"c"]), digest(&[b"a", b"bc"]));
        assert_eq!(digest(&[]), "e3b0c44298fc1c14");
    }
}
