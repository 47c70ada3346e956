//! How a class stands, as a teacher sees it.

mod support;

use std::fs;

use serde_json::Value;
use support::{
    Room, add, program, read, refused, remember, run, said, set,
    twice, write,
};
use testing::text;

/// Solutions.
fn solved() -> [String; 2] {
    [add("    a + b"), twice("    2 * a")]
}

/// Never ends, and does not believe in time limits.
const HANGS: &str = "    loop {\n        std::hint::spin_loop();\n\
                     \u{20}       if a > 100 { return a; }\n    }";

/// Returns the row of `name`, and what stands below it.
fn row<'a>(table: &'a str, name: &str) -> String {
    let mut lines = table.lines().skip_while(|line| {
        line.split_whitespace().next() != Some(name)
    });
    let mut row: Vec<&'a str> = lines.next().into_iter().collect();
    row.extend(lines.take_while(|line| line.starts_with("    ")));
    let words = row.join(" ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_class_stands_as_its_programs_do() {
    let room = Room::new();
    let [add_set, twice_set] = set();
    let [add_solved, twice_solved] = solved();
    room.clone_of("ada", &add_solved, &twice_solved);
    room.clone_of("ben", &add_solved, &twice_set);
    room.clone_of("cleo", &add(HANGS), &twice_set);
    room.clone_of("dan", &add("    a +"), &twice_set);
    let easier = add("    a - b").replace("assert_eq!", "dbg!");
    room.clone_of("eve", &easier, &twice_solved);
    room.clone_of("finn", &add_set, &twice_set);
    let exits = add("    std::process::exit((a - b) as i32 * 0)");
    room.clone_of("gus", &exits.replace("a - b", "0"), &twice_set);
    let class = room.class();
    let class = class.to_str().expect("a path");
    let output = room.teaches(&["class", class, "--limit", "2"]);
    let table = said(&output);
    for line in table.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let stands = [
        "ada 2/2 the end all solved \
         solved, and rustlings does not know: 2",
        "ben 1/2 twice_thread as set \
         solved, and rustlings does not know: 1",
        "cleo 0/2 add_thread time out",
        "dan 0/2 add_thread does not compile \
         line 5: expected expression, found `}`",
        "eve 1/2 add_thread test fails one_and_two_are_three \
         tests edited, judged by ours: add_thread (test fails) \
         solved, and rustlings does not know: 1",
        "finn 0/2 add_thread as set",
        "gus 0/2 add_thread ends early",
    ];
    for expected in stands {
        let name = expected.split(' ').next().expect("a name");
        assert_eq!(row(table, name), expected, "{table}");
    }
    let seen = "7 students: 4 of 14 exercises are solved. Most \
                are at add_thread: 5.";
    assert!(table.replace('\n', " ").contains(seen), "{table}");
    let warning = text(&output.stderr);
    assert!(warning.contains("on your account"), "{warning}");
    // What two have written alike is built once.
    assert!(warning.contains("Building 6 programs"), "{warning}");
}

#[test]
fn nothing_but_the_programs_is_taken_from_a_clone() {
    let room = Room::new();
    let [add_set, twice_set] = set();
    let [add_solved, _] = solved();
    let cheat = room.clone_of("max", &add_set, &twice_set);
    remember(&cheat, "twice_thread", &["add_thread"]);
    let practice = cheat.join("crates/practice");
    write(&practice.join("Cargo.toml"), "no manifest");
    write(&practice.join("Cargo.lock"), "no lock");
    write(&practice.join("originals.json"), "[]");
    let solution = practice.join("solutions/sums/add_thread.rs");
    write(&solution, &add_solved);
    let before = read(&program(&cheat, "add_thread"));
    let class = room.class();
    let class = class.to_str().expect("a path");
    let output = room.teaches(&["class", class]);
    let expected = "max 0/2 twice_thread as set \
                    solved, says rustlings: add_thread (as set)";
    assert_eq!(row(said(&output), "max"), expected);
    assert_eq!(read(&program(&cheat, "add_thread")), before);
    assert!(!practice.join("target").exists());
}

#[test]
fn what_is_no_clone_has_a_row_that_says_so() {
    let room = Room::new();
    let [add_set, twice_set] = set();
    let class = room.class();
    fs::create_dir(class.join("empty")).expect("a folder");
    write(&class.join("notes.txt"), "bring chalk");
    write(&class.join("broken.json"), "{");
    write(&class.join(".hidden"), "");
    let odd = room.clone_of("odd", &add_set, &twice_set);
    fs::write(program(&odd, "add_thread"), [0xff, 0xfe])
        .expect("a file");
    let huge = "/".repeat(1 << 20);
    write(&program(&odd, "twice_thread"), &huge);
    let gone = room.clone_of("gone", &add_set, &twice_set);
    fs::remove_file(program(&gone, "add_thread")).expect("a file");
    let class = class.to_str().expect("a path");
    let output = room.teaches(&["class", class]);
    assert_eq!(output.status.code(), Some(1));
    let table = text(&output.stdout);
    let stands = [
        "broken.json no hand-in file, or a broken one",
        "empty no clone: it has no crates/practice/exercises",
        "gone 0/2 add_thread file missing",
        "notes.txt neither a clone nor a hand-in file",
        "odd 0/2 add_thread unreadable it is not UTF-8",
    ];
    for expected in stands {
        let name = expected.split(' ').next().expect("a name");
        assert_eq!(row(table, name), expected, "{table}");
    }
    assert!(!table.contains("hidden"), "{table}");
    let seen = "Not to be read: 3 entries.";
    assert!(table.replace('\n', " ").contains(seen), "{table}");
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_out_of_a_clone() {
    use std::os::unix::fs::symlink;
    let room = Room::new();
    let [add_set, twice_set] = set();
    let [add_solved, _] = solved();
    let lea = room.clone_of("lea", &add_set, &twice_set);
    let secret = room.teacher().join("secret.rs");
    write(&secret, &add_solved);
    let file = program(&lea, "add_thread");
    fs::remove_file(&file).expect("a file");
    symlink(&secret, &file).expect("a link");
    symlink(&lea, room.class().join("moritz")).expect("a link");
    let class = room.class();
    let class = class.to_str().expect("a path");
    let output = room.teaches(&["class", class]);
    let table = text(&output.stdout);
    let lea = "lea 0/2 add_thread unreadable it is a link";
    assert_eq!(row(table, "lea"), lea, "{table}");
    let moritz = "moritz a link, which is not followed";
    assert_eq!(row(table, "moritz"), moritz, "{table}");
}

#[test]
fn hand_ins_stand_beside_clones() {
    let room = Room::new();
    let [add_solved, twice_solved] = solved();
    let [_, twice_set] = set();
    let clone = room.clone_of("zoe", &add_solved, &twice_set);
    remember(&clone, "twice_thread", &["add_thread"]);
    let file = room.class().join("from-zoe.json");
    let file = file.to_str().expect("a path");
    let name = ["hand-in", file, "--name", "Zoë 王"];
    said(&run(&clone, &name));
    room.clone_of("ada", &add_solved, &twice_solved);
    let class = room.class();
    let class = class.to_str().expect("a path");
    let output = room.teaches(&["class", class, "--json"]);
    let report: Value =
        serde_json::from_str(said(&output)).expect("JSON");
    let students = report["students"].as_array().expect("a list");
    let stands = students
        .iter()
        .map(|it| (it["student"].as_str(), it["solved"].as_u64()));
    let expected = [
        (Some("Zoë 王"), Some(1)),
        (Some("ada"), Some(2)),
        (Some("zoe"), Some(1)),
    ];
    assert_eq!(stands.collect::<Vec<_>>(), expected);
    let first = &students[0]["exercises"][0];
    assert_eq!(first["solved_says_rustlings"], true);
    assert_eq!(first["tests_edited"], false);
    assert_eq!(students[0]["now_at"], "twice_thread");
    let building = text(&output.stderr);
    assert!(building.contains("Building 2 programs"), "{building}");
}

#[test]
fn one_exercise_alone_can_be_looked_at() {
    let room = Room::new();
    let [_, twice_solved] = solved();
    room.clone_of("ida", &add(HANGS), &twice_solved);
    let class = room.class();
    let class = class.to_str().expect("a path");
    let only = ["class", class, "--only", "twice_thread"];
    let output = room.teaches(&only);
    let expected = "ida 1/1 the end all solved \
                    solved, and rustlings does not know: 1";
    assert_eq!(row(said(&output), "ida"), expected);
    let output = room.teaches(&["class", class, "--only", "twice"]);
    let refused = refused(&output);
    assert!(refused.contains("near it: twice_thread"), "{refused}");
}

#[test]
fn a_wrong_folder_is_named() {
    let room = Room::new();
    let class = room.class();
    let class = class.to_str().expect("a path");
    let empty = room.teaches(&["class", class]);
    assert!(refused(&empty).contains("neither a clone nor"));
    let clone = room.teaches(&["class", "."]);
    assert!(refused(&clone).contains("is a clone itself"));
    let none = room.teaches(&["class", "nowhere"]);
    assert!(refused(&none).contains("nowhere"));
    let usage = room.teaches(&["class", class, "--limit", "0"]);
    assert_eq!(usage.status.code(), Some(2));
    let usage = room.teaches(&["class"]);
    assert_eq!(usage.status.code(), Some(2));
}
