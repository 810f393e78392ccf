//! The page of the explorer, built from `web/`: with a document in it, or to be served.

use super::ExplorerDocument;

/// The built page. It holds [`GRAPH`] and [`ALONE`] once each.
const PAGE: &str = include_str!("../../../assets/explorer.html");

/// Where the document stands in the page.
const GRAPH: &str = "__FOEDERA_GRAPH__";

/// What the page's own policy says of connections: none.
const ALONE: &str = "connect-src 'none'";

/// The page with a document in it: one file that asks for nothing else.
pub fn page(document: &ExplorerDocument) -> String {
    let json = serde_json::to_string(document).unwrap_or_default();
    // In a script element nothing but `<` could end it; the two separators end lines in old scripts.
    let json = json.replace('<', "\\u003c");
    let json = json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    PAGE.replacen(GRAPH, &json, 1)
}

/// The page without a document, which asks the server that it comes from.
pub fn served_page() -> String {
    PAGE.replacen(ALONE, "connect-src 'self'", 1)
}
