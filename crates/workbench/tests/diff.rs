//! A pair in two columns.

mod support;

use std::{io, process::Command};

use support::{ASYNC, House, PROGRAM, THREAD, text};

/// A row as it stands on a page: left, number, whether it is
/// marked, right.
type Seen = (String, usize, bool, String);

/// Parts each row of a page of 140 columns, as many as two sides
/// of 68 and two digits need.
fn rows(page: &str) -> Vec<Seen> {
    let rows = page.lines().skip(2).take_while(|it| !it.is_empty());
    let parts = |row: &str| {
        let row = format!("{row:140}");
        let number = row[68..71].trim().parse();
        let right = row[72..].trim_end().to_owned();
        let left = row[..68].trim_end().to_owned();
        (left, number.expect(&row), &row[71..72] == "|", right)
    };
    rows.map(parts).collect()
}

#[test]
fn each_line_stands_beside_the_one_of_the_same_number() {
    let page = House::new().says("diff ticker");
    let lines = THREAD.lines().zip(ASYNC.lines()).zip(1..);
    let expected = lines.map(|((left, right), number)| {
        (left.into(), number, left != right, right.into())
    });
    assert_eq!(rows(&page), expected.collect::<Vec<_>>());
    let names = page.lines().next().expect("a line");
    let left = names.find("crates/ticker/src/thread.rs");
    let right = names.find("crates/ticker/src/async.rs");
    assert_eq!((left, right), (Some(0), Some(72)), "{names}");
}

#[test]
fn the_last_line_counts_the_rows_that_differ() {
    let page = House::new().says("diff ticker");
    let last = page.lines().last();
    let count =
        "6 of 15 rows differ; 3 without `async` and `.await`.";
    assert_eq!(last, Some(count));
}

#[test]
fn without_await_rows_become_equal_that_differ_in_it_alone() {
    let page = House::new().says("diff ticker --without-await");
    let differing = rows(&page).into_iter().filter(|row| row.2);
    let numbers = differing.map(|row| row.1).collect::<Vec<_>>();
    assert_eq!(numbers, [1, 3, 7]);
    let last = page.lines().last();
    let count = "3 of 15 rows differ without `async` and \
                 `.await`; 6 with them.";
    assert_eq!(last, Some(count));
}

#[test]
fn without_await_words_in_comments_stay() {
    let page = House::new().says("diff ticker --without-await");
    let rows = rows(&page);
    assert_eq!(
        rows[4].3,
        "/// Waits for `delay`; no `.await` here."
    );
    let line = "/// Waits as an async fn does: with \"async fn\".";
    assert_eq!(rows[10].3, line);
    assert_eq!(rows[11].3, rows[11].0);
}

#[test]
fn a_long_line_wraps_within_its_column() {
    let page = House::new().says("diff ticker --width 100");
    let wrapped = "    \
    thread::sleep(delay); // this thread waits    7|    \
    tokio::time::sleep(delay).await; // other
here                                               | \
tasks run meanwhile
    42                                            8     42
";
    let wrapped = wrapped.replace("| tasks", "|tasks");
    assert!(page.contains(&wrapped), "{page}");
}

#[test]
fn in_a_narrow_terminal_the_halves_follow_hunk_by_hunk() {
    let page = House::new().says("diff ticker --width 80");
    let hunk = "
11   /// Waits as an async fn does: with \"async fn\".
12 < pub fn supervisor(delay: Duration) -> u32 {
13 <     let ticker = slow_function(delay);
12 > pub async fn supervisor(delay: Duration) -> u32 {
13 >     let ticker = slow_function(delay).await;
14       ticker
15   }
";
    assert!(page.contains(hunk), "{page}");
}

#[test]
fn only_what_differs_is_coloured() {
    let house = House::new();
    let mut program = house.program("diff ticker");
    let output = program.env("CLICOLOR_FORCE", "1").output();
    let page = text(&output.expect("it runs").stdout);
    let row = page.lines().find(|row| row.contains("sleep"));
    let row = row.unwrap_or_else(|| panic!("{page}"));
    let left =
        "    \u{1b}[33m\u{1b}[1mthread\u{1b}[0m::sleep(delay)";
    assert!(row.starts_with(left), "{row:?}");
    let right =
        "::sleep(delay)\u{1b}[36m\u{1b}[1m.await\u{1b}[0m; // ";
    assert!(row.contains(right), "{row:?}");
}

#[test]
fn a_file_gets_no_colours() {
    assert!(!House::new().says("diff ticker").contains('\u{1b}'));
}

#[test]
fn a_step_is_chosen_by_name_and_all_are_named() {
    let house = House::new();
    let step = "crates/ticker/src/echo";
    house.write(&format!("{step}/thread.rs"), THREAD);
    let other = ASYNC.replace("42", "43");
    house.write(&format!("{step}/async.rs"), &other);
    let page = house.says("diff ticker --step echo");
    assert_eq!(rows(&page)[7].3, "    43");
    let named = "Pairs of ticker: the first, --step echo.\n";
    assert!(page.contains(named), "{page}");
    let page = house.says("diff ticker");
    assert_eq!(rows(&page)[7].3, "    42");
    assert!(page.contains(named), "{page}");
}

#[test]
fn a_wrong_version_stands_beside_the_half_that_is_right() {
    let house = House::new();
    let wrong = ASYNC.replace("tokio::time", "std::thread");
    house.write("crates/ticker/src/wrong.rs", &wrong);
    let page = house.says("diff ticker --step wrong");
    let differing = rows(&page).into_iter().filter(|row| row.2);
    let numbers = differing.map(|row| row.1).collect::<Vec<_>>();
    assert_eq!(numbers, [7]);
    assert!(page.starts_with("crates/ticker/src/async.rs "));
}

#[test]
fn halves_that_are_not_parallel_yet_are_aligned_and_it_is_said() {
    let house = House::new();
    let longer =
        ASYNC.replace("    42\n", "    drop(1);\n    42\n");
    house.write("crates/ticker/src/async.rs", &longer);
    let page = house.says("diff ticker");
    let equal = page.lines().any(|row| {
        let row = row.split_whitespace().collect::<Vec<_>>();
        row == ["42", "8", "42"]
    });
    assert!(equal, "{page}");
    assert!(page.contains("15 lines answer 16"), "{page}");
}

#[test]
fn a_half_that_is_no_rust_yet_is_shown_all_the_same() {
    let house = House::new();
    house.write("crates/ticker/src/async.rs", "async fn wait( {\n");
    let page = house.says("diff ticker");
    assert!(page.contains("async fn wait( {"), "{page}");
    let output = house.run("diff ticker --without-await");
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    let place = "crates/ticker/src/async.rs:1 is not Rust";
    assert!(told.contains(place), "{told}");
}

#[test]
fn unknown_lessons_and_steps_are_told_which_there_are() {
    let house = House::new();
    let told = house.refuses("diff tiker");
    let error = "error: no lesson 'tiker'; there are: ticker\n";
    assert!(told.starts_with(error), "{told}");
    let told = house.refuses("diff");
    assert!(told.contains("There are: ticker\n"), "{told}");
    let told = house.refuses("diff ticker --step raw");
    let error =
        "error: ticker has no pair 'raw'; there are: the first\n";
    assert!(told.starts_with(error), "{told}");
}

#[test]
fn a_lesson_without_pairs_says_that_it_has_none() {
    let house = House::new();
    house.write("crates/ladder/Cargo.toml", "");
    house.write("docs/en/SUMMARY.md", "- [L](ladder.md)\n");
    let told = house.refuses("diff ladder");
    let error = "error: ladder is a lesson without pairs\n";
    assert!(told.starts_with(error), "{told}");
}

#[test]
fn wrong_usage_exits_with_2_and_the_usage_lines() {
    let house = House::new();
    house.refuses("");
    house.refuses("compare");
    house.refuses("diff ticker --bogus");
    house.refuses("diff ticker ticker");
    house.refuses("diff ticker --width 39");
    house.refuses("new");
    house.refuses("loom ticker");
    assert!(house.says("diff --help").contains("--without-await"));
}

#[test]
fn a_reader_who_leaves_ends_it_quietly() {
    let house = House::new();
    let (reader, writer) = io::pipe().expect("a pipe");
    drop(reader);
    let output = Command::new(PROGRAM)
        .arg("--root")
        .arg(house.root())
        .args(["diff", "ticker"])
        .stdout(writer)
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(text(&output.stderr), "");
}
