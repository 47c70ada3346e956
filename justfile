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

# Solve the exercises: h shows a hint, n goes on, q quits
[group('exercises')]
[unix]
[working-directory('crates/practice')]
practice *ARGS:
    @command -v rustlings >/dev/null || { echo "The exercises need rustlings: cargo install --locked rustlings" >&2; exit 1; }
    @rustlings {{ ARGS }}

# Solve the exercises: h shows a hint, n goes on, q quits
[group('exercises')]
[windows]
[working-directory('crates/practice')]
practice *ARGS:
    @if (-not (Get-Command rustlings -ErrorAction SilentlyContinue)) { Write-Error "The exercises need rustlings: cargo install --locked rustlings"; exit 1 }
    @rustlings {{ ARGS }}

# Restore an exercise; what you had written is kept beside
[group('exercises')]
restart NAME:
    cargo run -q --bin classroom -- restart {{ NAME }}

# Write one small file with your work, for the teacher
[group('exercises')]
hand-in *ARGS:
    cargo run -q --bin classroom -- hand-in {{ ARGS }}

# Show how far each student is, from a folder of clones or hand-ins
[group('exercises')]
class DIR *ARGS:
    cargo run -q --bin classroom -- class "{{ DIR }}" {{ ARGS }}

# Fill a stick: `just pack side-by-side.tar.gz`
[group('exercises')]
pack FILE *ARGS:
    cargo run -q --bin classroom -- pack "{{ FILE }}" {{ ARGS }}

# Make what rustlings reads of the exercises and their texts
[group('exercises')]
course-update:
    cargo run -q --bin classroom -- update

# Run all exercises, and each solution 3 times, or `just course-check 10`
[group('exercises')]
course-check TIMES='3' *NAMES:
    cargo run -q --bin classroom -- check --times {{ TIMES }} {{ NAMES }}

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

# Check all, the quickest first
[group('check')]
check: lint tidy test

# Format all code
[group('check')]
fmt:
    cargo fmt --all
    cargo fmt --manifest-path crates/practice/Cargo.toml

# Build the API pages and open them
[group('run')]
doc:
    cargo doc --workspace --no-deps --open
