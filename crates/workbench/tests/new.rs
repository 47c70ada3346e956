//! A new lesson, from the smallest.

mod support;

use support::{ASYNC, House, THREAD, text};

const MISSING: [&str; 7] = [
    "docs/en/read-write.md: this page is missing [parts]",
    "docs/zh/read-write.md: this page is missing [parts]",
    "README.md: no row of the table of lessons names \
     `read_write_thread` [parts]",
    "README.zh.md: no row of the table of lessons names \
     `read_write_thread` [parts]",
    "crates/practice/exercises/read_write: there is no exercise \
     about threads here, `…_thread.rs` [parts]",
    "crates/practice/exercises/read_write: there is no exercise \
     about tasks here, `…_async.rs` [parts]",
    "docs/en/SUMMARY.md: no line links read-write.md, for \
     crates/read-write [summary]",
];

#[test]
fn a_new_lesson_lacks_texts_and_exercises_and_no_more() {
    let house = House::new();
    assert_eq!(house.findings(), [""; 0]);
    let told = house.says("new read-write");
    assert_eq!(house.findings(), MISSING);
    let (_, told) = told.split_once("Now that is:\n").expect(&told);
    let told = told.lines().map(str::trim).collect::<Vec<_>>();
    assert_eq!(told, MISSING);
}

#[test]
fn what_names_the_lesson_is_renamed() {
    let house = House::new();
    house.says("new read-write");
    let read =
        |path| house.read(&format!("crates/read-write/{path}"));
    let lib = "\
//! Read write: who waits? The ticker does.
//!
//! cargo run --bin read_write_thread; cargo test -p read-write
//! Page: docs/en/read-write.md
//! Tests: crates/read-write/tests/read_write.rs
//! Source: after `ticker_thread.py`
";
    assert!(read("src/lib.rs").starts_with(lib));
    assert!(read("Cargo.toml").contains("name = \"read-write\"\n"));
    let binary = read("src/bin/read_write_async.rs");
    assert!(binary.contains("use read_write::async::"), "{binary}");
    assert!(binary.contains("\"read_write_async: "), "{binary}");
    let test = read("tests/read_write.rs");
    assert!(test.contains("use read_write::thread;"), "{test}");
    let program = "CARGO_BIN_EXE_read_write_thread";
    assert!(test.contains(program), "{test}");
    assert!(test.contains("\"Usage: read_write_\""), "{test}");
}

#[test]
fn what_is_only_a_word_stays_so_that_the_pair_does() {
    let house = House::new();
    house.says("new a-name-longer-than-the-old-one");
    let home = "crates/a-name-longer-than-the-old-one/src";
    assert_eq!(house.read(&format!("{home}/thread.rs")), THREAD);
    assert_eq!(house.read(&format!("{home}/async.rs")), ASYNC);
}

#[test]
fn a_new_lesson_is_formatted() {
    let house = House::new();
    let line =
        "use ticker::{thread::supervisor, thread as threads};\n";
    let path = "crates/ticker/tests/ticker.rs";
    house.write(path, line);
    house.says("new a-name-longer-than-the-old-one");
    let path = "crates/a-name-longer-than-the-old-one/tests/\
                a_name_longer_than_the_old_one.rs";
    let formatted = "use a_name_longer_than_the_old_one::{
    thread as threads, thread::supervisor,
};
";
    assert_eq!(house.read(path), formatted);
}

#[test]
fn the_lesson_with_the_fewest_libraries_then_lines_is_copied() {
    let house = House::new();
    let copied = |told: &str| {
        let (_, after) =
            told.split_once(" is crates/").expect(told);
        after.split(',').next().expect(told).to_owned()
    };
    let lesson = |name: &str, dependencies: &str, lines: usize| {
        let manifest = format!("[dependencies]\n{dependencies}");
        let home = format!("crates/{name}");
        house.write(&format!("{home}/Cargo.toml"), &manifest);
        let half = format!("{home}/src/thread.rs");
        house.write(&half, &"\n".repeat(lines));
    };
    lesson("short", "a = \"1\"\nb = \"1\"\n", 1);
    assert_eq!(copied(&house.says("new one")), "ticker");
    lesson("shorter", "# Why.\na = \"1\"\n", 1);
    assert_eq!(copied(&house.says("new two")), "shorter");
    assert_eq!(
        copied(&house.says("new three --from short")),
        "short"
    );
}

#[test]
fn names_that_are_taken_or_no_names_are_refused() {
    let house = House::new();
    let before = house.files();
    let refused = |name: &str, why: &str| {
        let told = house.refuses(&format!("new {name}"));
        let error = format!(
            "error: no lesson can be called '{name}': {why}\n"
        );
        assert!(told.starts_with(&error), "{told}");
    };
    refused("ticker", "there is a crate of this name");
    refused("lesson", "there is a crate of this name");
    refused("similar", "a library that we use has this name");
    refused("2-tickers", "cargo allows no digit in front");
    let letters = "it takes a-z, 0-9, and dashes between";
    for name in ["Ticker", "two_tickers", "a--b", "a-", "../a", "é"]
    {
        refused(name, letters);
    }
    refused("loop", "the word is Rust's own");
    refused("async", "the word is Rust's own");
    refused("core", "the word is Rust's own");
    let told = house.refuses("new other --from nowhere");
    assert!(told.contains("no lesson 'nowhere'"), "{told}");
    assert_eq!(house.files(), before);
}

#[test]
fn what_cargo_and_editors_made_is_not_copied() {
    let house = House::new();
    house.write("crates/ticker/target/debug/made", "");
    house.write("crates/ticker/src/.thread.rs.swp", "");
    house.says("new other");
    let files = house.files().join("\n");
    assert!(!files.contains("crates/other/target"), "{files}");
    assert!(!files.contains("crates/other/src/."), "{files}");
}

#[cfg(unix)]
#[test]
fn a_lesson_that_cannot_be_copied_whole_is_not_copied() {
    let house = House::new();
    let nowhere = house.root().join("crates/ticker/tests/zzz.rs");
    std::os::unix::fs::symlink("nowhere", nowhere).expect("a link");
    let before = house.folders();
    let output = house.run("new other");
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert!(told.contains("tests/zzz.rs"), "{told}");
    assert_eq!(house.folders(), before);
}
