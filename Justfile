# Lists the recipes
default:
    @just --list

# Installs what the tests need (Debian)
setup:
    tests/run setup

# Runs the panel with a demo directory, in a throw-away data folder
demo:
    cargo run -- demo

# Runs the panel on ./data, with more to read in the log
dev:
    MUSTER_LOG=info,muster=debug cargo run -- serve

# Style, lints and documentation
check:
    cargo fmt --check
    cargo clippy --locked --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps

# Everything continuous integration runs
test:
    tests/run

# Measures imports of 100,000 people (BENCH_PEOPLE) on sled and PostgreSQL beside ldapsearch, failed sign-ins, pages under load, and every page with 100,000 agents (BENCH_AGENTS; needs make)
bench:
    cargo bench --features jemalloc --bench import
    cargo bench --features jemalloc --bench sign_in
    cargo bench --features jemalloc --bench load
    cargo bench --features jemalloc --bench pages

# The long runs, of which `test` runs a short piece; Lighthouse at the end needs Node.js and the npm registry
soak:
    cargo test --locked --release --test panel --test imports --test storage --test several -- --ignored --nocapture --test-threads 1
    BENCH_LOAD_SECONDS=60 cargo bench --features jemalloc --bench load
    MUSTER_MODEL_CASES=400 cargo test --locked --release --lib import::tests::model -- --nocapture
    tests/fuzz/soak
    cargo build --locked --release --features jemalloc
    tests/lighthouse/run.mjs

# Known vulnerabilities and unmaintained dependencies (needs the network)
audit:
    cargo deny check advisories

# The binary to install, in target/release (needs make)
release:
    cargo build --locked --release --features jemalloc
