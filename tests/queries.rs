//! The pages of questions: every command in them answers as they say.
//!
//! `TRYCMD=overwrite` rewrites the answers.

#[test]
fn the_pages_of_questions_are_true() {
    let cases = trycmd::TestCases::new();
    cases.env("NO_COLOR", "1").env("COLUMNS", "100").case("docs/queries.md");
    #[cfg(feature = "sparql")]
    cases.case("docs/sparql.md");
}
