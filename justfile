# What developers run. `just` alone lists it.

default:
    @just --list

# everything that CI runs
ci:
    .ci/run

# the tests alone
test *ARGS:
    cargo test {{ARGS}}

# rewrite what tests expect, then look at `git diff`
bless:
    BLESS=1 TRYCMD=overwrite SNAPSHOTS=overwrite cargo test
    cargo run --release -- build

# format every source file
fmt:
    rustfmt --edition 2024 $(git ls-files '*.rs')

# the explorer's page: build it, then types, lint, and its tests (needs Node)
page:
    npm ci --prefix web
    npm run --prefix web build
    npm run --prefix web check

# licences, advisories and bans (needs cargo-deny)
deny:
    cargo deny check

# the user guide, to docs/book (needs mdbook)
book:
    mdbook build docs

# what share of single changes to the meaning of the data the checks find; prints the survivors
mutate MUTANTS="200" SEED="1":
    MUTANTS={{MUTANTS}} SEED={{SEED}} cargo test --release --test mutate -- --nocapture
