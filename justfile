# Optional: each recipe is a call of cargo, which the README gives too.

set windows-shell := ["powershell.exe", "-NoLogo", "-Command"]

# List the recipes
[private]
default:
    @{{ just_executable() }} --list

# Download the flags three ways and show the difference
[group('run')]
compare *ARGS:
    cargo run --release -- {{ ARGS }}

# Run one half, as in `just run download_async --verbose`
[group('run')]
run BIN *ARGS:
    cargo run --bin {{ BIN }} -- {{ ARGS }}

# Serve the flags on ports 8000, 8001 and 8002 until Ctrl-C
[group('run')]
serve *ARGS:
    cargo run --release --bin flag_server -- {{ ARGS }}

# Measure in rounds, and make a page of it: `just bench --quick`
[group('run')]
bench *ARGS:
    cargo run --release --bin bench -- {{ ARGS }}

# Keep the last figures as those of the reference machine
[group('run')]
bench-record *ARGS:
    cargo run --release --bin bench -- --record {{ ARGS }}

# Build the book, in both languages, into target/book
[group('run')]
book *ARGS:
    cargo run -p book -- {{ ARGS }}

# Measure what the book's calculator stands on, and how far off it is
[group('run')]
calculator *ARGS:
    cargo run --release --bin calculator -- {{ ARGS }}

# Show a pair in two columns, as in `just diff download --without-await`
[group('lessons')]
diff LESSON *ARGS:
    cargo run -q --bin workbench -- diff {{ LESSON }} {{ ARGS }}

# Copy the smallest lesson under another name
[group('lessons')]
new NAME *ARGS:
    cargo run -q --bin workbench -- new {{ NAME }} {{ ARGS }}

# Check every promise that the lessons make
[group('check')]
test *ARGS:
    cargo test --workspace {{ ARGS }}

# Check our primitives in every order in which threads can meet
[group('check')]
loom:
    cargo run -q --bin workbench -- loom

# Check the format, and warnings as errors
[group('check')]
lint:
    cargo fmt --all --check
    cargo fmt --manifest-path crates/practice/Cargo.toml --check
    cargo clippy --workspace --all-targets -- -D warnings

# Check the house rules: pairs, widths, what a lesson lacks
[group('check')]
tidy:
    cargo test -p tidy

# Test the book in Chromium, where there is one
[group('check')]
browser-test *ARGS:
    sh crates/book/browser/run {{ ARGS }}

# Check exercises and solutions: each solution 3 times, or as often as told
[group('check')]
course-check TIMES='3' *NAMES:
    cargo run -q --bin classroom -- check --times {{ TIMES }} {{ NAMES }}

# Check all, the quickest first
[group('check')]
check: lint tidy test

# Format all code
[group('check')]
fmt:
    cargo fmt --all
    cargo fmt --manifest-path crates/practice/Cargo.toml

# Write what rustlings reads, after a change to the exercises
[group('lessons')]
course-update:
    cargo run -q --bin classroom -- update

# Build the API pages and open them
[group('run')]
doc:
    cargo doc --workspace --no-deps --open
