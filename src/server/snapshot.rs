//! All that is served of one state of the data, made once.

use super::explorer;
use super::findings::FindingsBody;
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
    pub fn of(files: &Files) -> Self {
        let Analysis { graph, diagnostics } = analyse(files, &Options::default());
        let mut findings = FindingsBody::of(files, &diagnostics);
        let mut document = explorer::document(&graph);
        let (page, policy) = served(explorer::page());
        let revision = digest(&[page.as_bytes(), &json(&document), &json(&findings)]);
        document.revision.clone_from(&revision);
        findings.revision.clone_from(&revision);
        let denied =
            diagnostics.iter().filter(|d| d.level == crate::diagnostic::Level::Deny).count();
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
const STRICT: &str = "default-src 'none'; connect-src 'none'";

/// A page as it is served, and its policy as a header: it may ask the server that it came from, which a
/// page on a disk may not, and stands in no frame.
fn served(page: &str) -> (String, String) {
    let own = policy(page).unwrap_or(STRICT);
    let open = own.replace("connect-src 'none'", "connect-src 'self'");
    (page.replacen(own, &open, 1), format!("{open}; frame-ancestors 'none'"))
}

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
    fn a_served_page_may_ask_its_server_and_nothing_else() {
        let page = |connect: &str| {
            format!(
                "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; \
                 connect-src {connect}\"><p>connect-src 'none'"
            )
        };
        let (served, policy) = served(&page("'none'"));
        assert_eq!(served, page("'self'"));
        assert_eq!(policy, "default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
    }

    #[test]
    fn parts_are_told_apart() {
        assert_ne!(digest(&[b"ab", b"c"]), digest(&[b"a", b"bc"]));
        assert_eq!(digest(&[]), "e3b0c44298fc1c14");
    }
}
