//! A row of the ledger that is not whole, or names what does not
//! exist, is found.

use crate::house::House;

const LEDGER: &str = "docs/claims.toml";

const MANIFEST: &str = "\
[[bench]]
name = \"spawn\"
path = \"spawn.rs\"
";

/// A row in which nothing is wrong.
const ROW: &str = "\
[[claim]]
id = \"stalls\"
verdict = \"half true\"
en = \"One blocking call stalls every task.\"
zh = \"一次阻塞调用会让所有任务停下。\"
shown_en = \"Nobody else runs.\"
shown_zh = \"没有别的任务运行。\"
commands = [
    \"cargo run --release --bin spinner_async -- --step frozen\",
    \"cargo run --release -- spinner --step told\",
    \"cargo run --release -- --rounds 5\",
    \"cargo bench -p benches --bench spawn\",
    \"cargo test -p spinner a_blocking_call\",
    \"cargo test -p spinner --test spinner a_blocking_call\",
    \"benches/figures.sh build\",
]
";

/// A house with a ledger in which nothing is wrong.
fn house() -> House {
    let house = House::new();
    house.write("benches/Cargo.toml", MANIFEST);
    let script = "case $1 in\n    build) build ;;\nesac\n";
    house.write("benches/figures.sh", script);
    let steps = "const STEPS: &[Step] = &[\n    \
                 Step { name: \"frozen\", about: \"\" },\n    \
                 step(\"told\", \"\"),\n];\n\
                 const OPTIONS: &[Opt] = &[\n    \
                 Opt { name: \"tick\" },\n];\n";
    house.write("crates/spinner/src/program.rs", steps);
    let tests = "fn a_blocking_call_lets_nobody_run() {}\n";
    house.write("crates/spinner/tests/spinner.rs", tests);
    house.write(LEDGER, ROW);
    house
}

/// Puts `new` for `old` into the row, and checks what is found.
fn finds(old: &str, new: &str, wanted: &str) {
    let house = house();
    house.edit(LEDGER, old, new);
    house.finds(&[&format!(
        "docs/claims.toml: the claim 'stalls' {wanted} [claims]"
    )]);
}

#[test]
fn a_whole_row_breaks_no_rule() {
    house().finds(&[]);
}

#[test]
fn what_is_no_toml_is_found() {
    let house = house();
    house.edit(LEDGER, "[[claim]]", "[[claim");
    let found = house.findings();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("is no TOML"), "{found:?}");
}

#[test]
fn a_row_without_a_text_is_found() {
    let old = "shown_zh = \"没有别的任务运行。\"\n";
    finds(old, "", "has no `shown_zh`");
}

#[test]
fn a_claim_that_stands_there_twice_is_found() {
    finds(
        "[[claim]]",
        &format!("{ROW}[[claim]]"),
        "stands here twice",
    );
}

#[test]
fn an_unknown_verdict_is_found() {
    let wanted = "is 'perhaps', none of: true, half true, false";
    finds("half true", "perhaps", wanted);
}

#[test]
fn a_row_without_a_command_is_found() {
    let house = house();
    let row = ROW.split("commands").next().unwrap();
    house.write(LEDGER, &format!("{row}commands = []\n"));
    house.finds(&[
        "docs/claims.toml: the claim 'stalls' has no command \
         [claims]",
    ]);
}

#[test]
fn a_binary_that_is_not_there_is_found() {
    let wanted = "names 'cargo run --release --bin spinner_fiber \
                  -- --step frozen': there is no spinner_fiber";
    finds("spinner_async", "spinner_fiber", wanted);
}

#[test]
fn a_step_that_is_not_there_is_found() {
    // An option of that name is no step.
    let wanted = "names 'cargo run --release --bin spinner_async \
                  -- --step tick': spinner has no step tick";
    finds("frozen", "tick", wanted);
}

#[test]
fn a_lesson_that_is_not_there_is_found() {
    let wanted = "names 'cargo run --release -- fibers --step \
                  told': there is no lesson fibers";
    finds("-- spinner ", "-- fibers ", wanted);
}

#[test]
fn a_bench_that_is_not_there_is_found() {
    let wanted = "names 'cargo bench -p benches --bench join': \
                  there is no bench join";
    finds("--bench spawn", "--bench join", wanted);
}

#[test]
fn a_package_that_is_not_there_is_found() {
    let wanted = "names 'cargo test -p fibers a_blocking_call': \
                  there is no package fibers";
    finds("-p spinner a_", "-p fibers a_", wanted);
}

#[test]
fn a_file_of_tests_that_is_not_there_is_found() {
    let wanted = "names 'cargo test -p spinner --test frozen \
                  a_blocking_call': spinner has no tests frozen";
    finds("--test spinner", "--test frozen", wanted);
}

#[test]
fn a_test_that_is_not_there_is_found() {
    let wanted = "names 'cargo test -p spinner a_waiting_call': \
                  spinner has no test a_waiting_call";
    let old = "-p spinner a_blocking";
    finds(old, "-p spinner a_waiting", wanted);
}

#[test]
fn a_figure_that_is_not_there_is_found() {
    let wanted = "names 'benches/figures.sh size': \
                  benches/figures.sh has no size";
    finds("figures.sh build", "figures.sh size", wanted);
}

#[test]
fn a_command_of_another_kind_is_found() {
    let wanted = "names 'make build': this kind of command is not \
                  known";
    finds("benches/figures.sh build", "make build", wanted);
}
