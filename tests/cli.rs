//! The commands as a user types them: output and exit codes.

#[test]
fn commands() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .case("tests/cli/*.trycmd")
        .case("README.md");
}
