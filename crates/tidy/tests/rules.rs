//! Each rule goes red on what breaks it, and on nothing else.

mod claims;
mod house;

use house::{House, exercise};
use tidy::Exception;

const THREAD: &str = "crates/spinner/src/thread.rs";
const ASYNC: &str = "crates/spinner/src/async.rs";
const WRONG: &str = "crates/spinner/src/frozen/wrong.rs";
const SUMMARY: &str = "docs/en/SUMMARY.md";

#[test]
fn two_good_pairs_break_no_rule() {
    House::new().finds(&[]);
}

#[test]
fn an_added_line_is_found() {
    let house = House::new();
    house.edit(
        ASYNC,
        "    erase();\n",
        "    erase();\n    work();\n",
    );
    house.finds(&[
        "crates/spinner/src/async.rs:20: has a line more than \
         thread.rs [pair]",
    ]);
}

#[test]
fn a_line_moved_elsewhere_is_found() {
    let house = House::new();
    house.edit(ASYNC, "    drop(stop);\n", "");
    house.edit(
        ASYNC,
        "    answer\n",
        "    drop(stop);\n    answer\n",
    );
    house.finds(&[
        "crates/spinner/src/thread.rs:39: has a line more than \
         async.rs [pair]",
        "crates/spinner/src/async.rs:34: has a line more than \
         thread.rs (5 for 4) [pair]",
    ]);
}

#[test]
fn a_renamed_function_is_found() {
    let house = House::new();
    house.edit(ASYNC, "async fn slow_function", "async fn slow");
    house.finds(&[
        "crates/spinner/src/async.rs:23: `fn slow` is called \
         `fn slow_function` in thread.rs [pair]",
    ]);
}

#[test]
fn a_moved_function_is_found() {
    let house = House::new();
    let text = house.read(ASYNC);
    let start = text.find("/// Spins until").expect("spin");
    let end = text.find("/// Pretends").expect("slow_function");
    let spin = &text[start..end];
    house.edit(ASYNC, spin, "");
    let supervisor = "/// Spins while";
    house.edit(ASYNC, supervisor, &format!("{spin}{supervisor}"));
    house.finds(&[
        "crates/spinner/src/async.rs:12: `fn slow_function` stands \
         in another order than in thread.rs, where it is on line \
         23 [pair]",
    ]);
}

#[test]
fn an_item_of_another_kind_is_found() {
    let house = House::new();
    house.edit(
        THREAD,
        "use crate::",
        "const A: u8 = 0;\nuse crate::",
    );
    house.edit(ASYNC, "use crate::", "struct A(u8);\nuse crate::");
    house.finds(&[
        "crates/spinner/src/thread.rs:9: `const A` has no twin in \
         async.rs [pair]",
        "crates/spinner/src/async.rs:9: `struct A` has no twin in \
         thread.rs [pair]",
    ]);
}

#[test]
fn twins_on_different_lines_are_found() {
    let house = House::new();
    let wait = "#[inline]\n#[must_use]\nfn wait() {\n    thread();";
    house.edit(
        THREAD,
        "use crate::",
        &format!("{wait}\n}}\nuse crate::"),
    );
    let wait =
        "#[cold]\nasync fn wait() {\n    task();\n    task()";
    house.edit(
        ASYNC,
        "use crate::",
        &format!("{wait}\n}}\nuse crate::"),
    );
    house.finds(&[
        "crates/spinner/src/async.rs:10: `fn wait` stands on line \
         11 of thread.rs [pair]",
    ]);
}

#[test]
fn a_half_alone_is_found() {
    let house = House::new();
    house.write("crates/spinner/src/cancel/async.rs", "");
    house.finds(&[
        "crates/spinner/src/cancel/thread.rs: this half is missing \
         [pair]",
    ]);
}

#[test]
fn a_half_that_is_not_rust_is_found() {
    let house = House::new();
    house.edit(ASYNC, "async fn spin(", "async spin(");
    let found = house.findings();
    let start = "crates/spinner/src/async.rs:12: this is not Rust";
    assert!(found[0].starts_with(start), "{found:?}");
}

#[test]
fn a_comment_that_trails_equal_code_is_found() {
    let house = House::new();
    let path = "crates/download/src/thread.rs";
    house.edit(path, "break;", "break; // nobody listens");
    let path = "crates/download/src/async.rs";
    house.edit(path, "break;", "break; // nobody listens");
    house.finds(&[
        "crates/download/src/thread.rs:64: a comment trails code \
         that is the same in both halves [comments]",
        "crates/download/src/async.rs:64: a comment trails code \
         that is the same in both halves [comments]",
    ]);
}

#[test]
fn an_address_in_a_string_is_no_comment() {
    let house = House::new();
    for half in [THREAD, ASYNC] {
        house.edit(half, "42\n", "port(\"http://localhost\")\n");
    }
    house.finds(&[]);
}

#[test]
fn a_wrong_version_may_differ_in_two_places() {
    let house = House::new();
    house.write_wrong(&["frame in frames()", "erase();"]);
    house.finds(&[]);
}

#[test]
fn a_wrong_version_that_differs_in_three_places_is_found() {
    let house = House::new();
    let places = ["frame in frames()", "erase();", "drop(stop)"];
    house.write_wrong(&places);
    house.finds(&[
        "crates/spinner/src/frozen/wrong.rs: differs from async.rs \
         in 3 places (lines 13, 19, 38), where one or two are \
         allowed [wrong]",
    ]);
}

#[test]
fn a_wrong_version_with_nothing_wrong_is_found() {
    let house = House::new();
    house.write_wrong(&[]);
    house.finds(&[
        "crates/spinner/src/frozen/wrong.rs: is the same as \
         async.rs: nothing is wrong [wrong]",
    ]);
}

#[test]
fn a_wrong_version_with_a_line_more_is_found() {
    let house = House::new();
    house.write_wrong(&["erase();"]);
    house.edit(WRONG, "    42\n", "    work();\n    42\n");
    house.finds(&[
        "crates/spinner/src/frozen/wrong.rs:25: has a line more \
         than async.rs [wrong]",
    ]);
}

#[test]
fn a_line_too_wide_is_found_in_all_rust_of_ours() {
    let house = House::new();
    let line =
        |width: usize| format!("//{}\n", "é".repeat(width - 2));
    house.write("crates/flags/src/lib.rs", &line(69));
    house.write(&exercise("spinner", "async"), &line(69));
    house.write("benches/spinner.rs", &line(69));
    house.write("benches/download.rs", &line(68));
    house.finds(&[
        "crates/flags/src/lib.rs:1: is 69 columns wide, more than \
         68 [width]",
        "crates/practice/exercises/spinner/spinner_waits_async.rs:\
         1: is 69 columns wide, more than 68 [width]",
        "benches/spinner.rs:1: is 69 columns wide, more than 68 \
         [width]",
    ]);
}

#[test]
fn a_half_too_long_is_found() {
    let house = House::new();
    for half in [THREAD, ASYNC] {
        let text = house.read(half);
        house.write(half, &(text + &"\n".repeat(80)));
    }
    house.finds(&[
        "crates/spinner/src/thread.rs: is 121 lines long, more \
         than 120 [length]",
        "crates/spinner/src/async.rs: is 121 lines long, more than \
         120 [length]",
    ]);
}

#[test]
fn a_missing_binary_is_found() {
    let house = House::new();
    house.remove("crates/spinner/src/bin/spinner_async.rs");
    house.finds(&[
        "crates/spinner/src/bin/spinner_async.rs: this binary is \
         missing [parts]",
    ]);
}

#[test]
fn a_binary_too_long_is_found() {
    let house = House::new();
    let path = "crates/spinner/src/bin/spinner_async.rs";
    house.write(path, &"\n".repeat(26));
    house.finds(&[
        "crates/spinner/src/bin/spinner_async.rs: is 26 lines \
         long, more than 25: a binary parses, calls, prints and \
         exits [parts]",
    ]);
}

#[test]
fn a_missing_test_is_found() {
    let house = House::new();
    house.remove("crates/spinner/tests/spinner.rs");
    house.finds(&[
        "crates/spinner/tests/: there is no test here [parts]",
    ]);
}

#[test]
fn a_missing_description_is_found() {
    let house = House::new();
    house.write("crates/spinner/Cargo.toml", "description = \"\"");
    house.finds(&[
        "crates/spinner/Cargo.toml: there is no `description` here \
         [parts]",
    ]);
}

#[test]
fn a_missing_page_is_found() {
    let house = House::new();
    house.remove("docs/en/spinner.md");
    house.remove("docs/zh/spinner.md");
    house.finds(&[
        "docs/en/spinner.md: this page is missing [parts]",
        "docs/zh/spinner.md: this page is missing [parts]",
    ]);
}

#[test]
fn a_missing_row_in_the_readme_is_found() {
    let house = House::new();
    house.edit(
        "README.md",
        "| `spinner_thread`",
        "`spinner_thread`",
    );
    house.finds(&[
        "README.md: no row of the table of lessons names \
         `spinner_thread` [parts]",
    ]);
}

#[test]
fn a_lesson_without_an_exercise_about_tasks_is_found() {
    let house = House::new();
    house.remove(&exercise("spinner", "async"));
    house.finds(&[
        "crates/practice/exercises/spinner: there is no exercise \
         about tasks here, `…_async.rs` [parts]",
    ]);
}

#[test]
fn a_lesson_without_exercises_is_found() {
    let house = House::new();
    for half in ["thread", "async"] {
        house.remove(&exercise("spinner", half));
    }
    house.finds(&[
        "crates/practice/exercises/spinner: there is no exercise \
         about threads here, `…_thread.rs` [parts]",
        "crates/practice/exercises/spinner: there is no exercise \
         about tasks here, `…_async.rs` [parts]",
    ]);
}

#[test]
fn a_chapter_without_a_crate_is_found() {
    let house = House::new();
    let draft = "- [Semaphore]()";
    house.edit(SUMMARY, draft, "- [Semaphore](semaphore.md)");
    house.finds(&[
        "docs/en/SUMMARY.md:8: links semaphore.md, but there is no \
         crates/semaphore; a lesson to come is a draft: \
         `- [Title]()` [summary]",
    ]);
}

#[test]
fn a_further_chapter_of_a_lesson_belongs_to_its_crate() {
    let house = House::new();
    let draft = "- [Semaphore]()";
    let further = "- [Download, read](download-read.md)";
    house.edit(SUMMARY, draft, further);
    house.finds(&[]);
    let nobodys = "- [Downloads](downloads.md)";
    house.edit(SUMMARY, further, nobodys);
    house.finds(&[
        "docs/en/SUMMARY.md:8: links downloads.md, but there is no \
         crates/downloads; a lesson to come is a draft: \
         `- [Title]()` [summary]",
    ]);
}

#[test]
fn the_page_that_ends_the_lessons_belongs_to_none() {
    let house = House::new();
    let draft = "- [Semaphore]()";
    let end = "- [Threads or async?](threads-or-async.md)";
    house.edit(SUMMARY, draft, end);
    house.finds(&[]);
}

#[test]
fn pages_around_the_list_belong_to_no_lesson() {
    let house = House::new();
    let draft = "- [Semaphore]()\n";
    let after = "\n---\n\n[Glossary](glossary.md)\n";
    house.edit(SUMMARY, draft, after);
    house.finds(&[]);
}

#[test]
fn a_lesson_without_a_chapter_is_found() {
    let house = House::new();
    house.edit(SUMMARY, "- [Spinner](spinner.md)", "- [Spinner]()");
    house.finds(&[
        "docs/en/SUMMARY.md: no line links spinner.md, for \
         crates/spinner [summary]",
    ]);
}

/// A lesson with one binary, and no pair.
fn without_pair() -> House {
    let house = House::new();
    house.write("crates/ladder/Cargo.toml", "description = \"A\"");
    house.write("crates/ladder/src/bin/ladder.rs", "");
    house.write("crates/ladder/tests/ladder.rs", "");
    house.write("docs/en/ladder.md", "");
    house.write("docs/zh/ladder.md", "");
    house.write(&exercise("ladder", "thread"), "");
    house.write(&exercise("ladder", "async"), "");
    let draft = "- [Semaphore]()";
    house.edit(SUMMARY, draft, "- [Ladder](ladder.md)");
    let row = "| `spinner_thread` | Spinner   |\n";
    let rows = format!("{row}| `ladder` | Ladder |\n");
    house.edit("README.md", row, &rows);
    house.edit("README.zh.md", row, &rows);
    house
}

const NO_PAIR: Exception = Exception {
    place: "crates/ladder",
    rule: "pair",
    reason: "a test",
};

#[test]
fn a_chapter_whose_crate_has_no_pair_is_found() {
    without_pair().finds(&[
        "crates/ladder/src/thread.rs: this half is missing [pair]",
        "crates/ladder/src/async.rs: this half is missing [pair]",
    ]);
}

#[test]
fn a_lesson_without_a_pair_may_be_an_exception() {
    without_pair().finds_but(&[NO_PAIR], &[]);
}

#[test]
fn a_lesson_without_a_pair_has_all_other_parts() {
    let house = without_pair();
    house.write("crates/ladder/Cargo.toml", "");
    house.remove("crates/ladder/src/bin/ladder.rs");
    house.remove("crates/ladder/tests/ladder.rs");
    house.remove("docs/en/ladder.md");
    house.edit("README.md", "`ladder`", "");
    house.remove(&exercise("ladder", "thread"));
    house.remove(&exercise("ladder", "async"));
    house.finds_but(
        &[NO_PAIR],
        &[
            "crates/ladder/src/bin/ladder.rs: this binary is \
             missing [parts]",
            "crates/ladder/tests/: there is no test here [parts]",
            "crates/ladder/Cargo.toml: there is no `description` \
             here [parts]",
            "docs/en/ladder.md: this page is missing [parts]",
            "README.md: no row of the table of lessons names \
             `ladder` [parts]",
            "crates/practice/exercises/ladder: there is no \
             exercise about threads here, `…_thread.rs` [parts]",
            "crates/practice/exercises/ladder: there is no \
             exercise about tasks here, `…_async.rs` [parts]",
        ],
    );
}

#[test]
fn a_lesson_without_a_pair_and_without_a_chapter_is_found() {
    let house = without_pair();
    house.edit(SUMMARY, "(ladder.md)", "()");
    house.finds_but(
        &[NO_PAIR],
        &["crates/ladder: the exception to `pair` excepts nothing \
           [exceptions]"],
    );
}

#[test]
fn a_missing_summary_is_found() {
    let house = House::new();
    house.remove(SUMMARY);
    house.finds(&["docs/en/SUMMARY.md: is missing [summary]"]);
}

#[test]
fn a_path_of_a_machine_is_found() {
    let house = House::new();
    let home = ["", "home", ""].join("/");
    house.write("justfile", &format!("a:\n  ls {home}ann\n"));
    house.write(".ci/run", &format!("ls docs{home}ann\n"));
    house.finds(&[&format!(
        "justfile:2: names a path of a machine: {home} [machine]"
    )]);
}

#[test]
fn a_library_from_elsewhere_is_found() {
    let house = House::new();
    let lock = "source = \"git+https://example.org/similar\"\n";
    house.write("Cargo.lock", lock);
    house.write("crates/practice/Cargo.lock", lock);
    house.finds(&[
        "Cargo.lock:1: this library is not from crates.io \
         [machine]",
        "crates/practice/Cargo.lock:1: this library is not from \
         crates.io [machine]",
    ]);
}

#[test]
fn what_cargo_and_git_make_is_not_read() {
    let house = House::new();
    let wide = "/".repeat(69);
    house.write("crates/practice/target/wide.rs", &wide);
    house.write("crates/.cache/wide.rs", &wide);
    house.finds(&[]);
}

const EXCEPTION: Exception = Exception {
    place: "crates/spinner",
    rule: "pair",
    reason: "a test",
};

#[test]
fn an_exception_excepts_a_folder_from_one_rule() {
    let house = House::new();
    house.edit(ASYNC, "async fn slow_function", "async fn slow");
    house.remove("crates/spinner/tests/spinner.rs");
    house.finds_but(
        &[EXCEPTION],
        &["crates/spinner/tests/: there is no test here [parts]"],
    );
}

#[test]
fn an_exception_of_a_name_spares_no_longer_name() {
    let house = House::new();
    house.edit(ASYNC, "async fn slow_function", "async fn slow");
    let place = "crates/spin";
    house.finds_but(
        &[Exception { place, ..EXCEPTION }],
        &[
            "crates/spinner/src/async.rs:23: `fn slow` is called \
         `fn slow_function` in thread.rs [pair]",
            "crates/spin: the exception to `pair` excepts nothing \
         [exceptions]",
        ],
    );
}

#[test]
fn an_exception_that_excepts_nothing_is_found() {
    House::new().finds_but(&[EXCEPTION], &[
        "crates/spinner: the exception to `pair` excepts nothing \
         [exceptions]",
    ]);
}
