//! What students do with their own exercises.

mod support;

use std::fs;

use serde_json::Value;
use support::{
    Room, add, program, read, refused, remember, run, said, set,
};
use testing::text;

#[test]
fn an_exercise_is_restored_and_the_work_is_kept() {
    let room = Room::new();
    let [add_set, twice_set] = set();
    let clone = room.clone_of("ann", &add("    7"), &twice_set);
    remember(&clone, "twice_thread", &["add_thread"]);
    let output = run(&clone, &["restart", "add_thread"]);
    let kept = "crates/practice/kept/add_thread-1.rs";
    assert!(said(&output).contains(kept));
    let file = program(&clone, "add_thread");
    assert_eq!(read(&file), add_set);
    assert_eq!(read(&clone.join(kept)), add("    7"));
    let state = clone.join("crates/practice/.rustlings-state.txt");
    assert!(!read(&state).contains("add_thread"));
    // The next work has a place of its own.
    fs::write(&file, add("    8")).expect("a file");
    let path = "crates/practice/exercises/sums/add_thread.rs";
    said(&run(&clone, &["restart", path]));
    let second = clone.join(kept.replace("-1", "-2"));
    assert_eq!(read(&second), add("    8"));
    assert_eq!(read(&clone.join(kept)), add("    7"));
}

#[test]
fn what_is_as_it_was_set_is_left_alone() {
    let room = Room::new();
    let output = room.teaches(&["restart", "add_thread"]);
    assert!(said(&output).contains("nothing to do"));
    let kept = room.teacher().join("crates/practice/kept");
    assert!(!kept.exists());
}

#[test]
fn a_program_that_was_deleted_comes_back() {
    let room = Room::new();
    let file = program(&room.teacher(), "add_thread");
    fs::remove_dir_all(file.parent().expect("a folder"))
        .expect("a folder");
    said(&room.teaches(&["restart", "add_thread"]));
    assert_eq!(read(&file), set()[0]);
}

#[test]
fn a_name_that_is_none_is_answered_with_those_near() {
    let room = Room::new();
    let output = room.teaches(&["restart", "twise_thred"]);
    let near = "no exercise is called 'twise_thred'; near it: \
                twice_thread";
    assert!(refused(&output).contains(near));
    let output = room.teaches(&["restart", "zzz"]);
    assert!(refused(&output).contains("lists them"));
    let output = room.teaches(&["restart"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_hand_in_holds_what_was_changed_and_no_more() {
    let room = Room::new();
    let [_, twice_set] = set();
    let mine = add("    7");
    let clone = room.clone_of("ann", &mine, &twice_set);
    remember(&clone, "twice_thread", &["add_thread"]);
    let output = run(&clone, &["hand-in", "--name", "Ann Lee"]);
    let told = said(&output);
    assert!(told.contains("1 of 2 exercises"), "{told}");
    assert!(told.contains("hand-in-ann-lee.json"), "{told}");
    let file = read(&clone.join("hand-in-ann-lee.json"));
    let file: Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(file["student"], "Ann Lee");
    assert_eq!(file["current"], "twice_thread");
    let exercises = &file["exercises"];
    assert_eq!(exercises[0]["work"]["changed"], mine);
    assert_eq!(exercises[0]["solved"], true);
    assert_eq!(exercises[1]["work"], "as_set");
    assert_eq!(exercises[1]["solved"], false);
    let year = file["date"].as_str().expect("a date");
    assert!(year.starts_with("20"), "{year}");
}

#[test]
fn a_hand_in_writes_over_nothing_unasked() {
    let room = Room::new();
    let teacher = room.teacher();
    let file = teacher.join("mine.json");
    fs::write(&file, "precious").expect("a file");
    let hand_in = ["hand-in", "mine.json", "--name", "Ann"];
    let output = room.teaches(&hand_in);
    assert!(refused(&output).contains("--force"));
    assert_eq!(read(&file), "precious");
    let forced = [&hand_in[..], &["--force"]].concat();
    said(&room.teaches(&forced));
    assert!(read(&file).contains("Ann"));
    let inside = ["hand-in", "none/mine.json", "--name", "Ann"];
    assert!(refused(&room.teaches(&inside)).contains("none"));
    let left = fs::read_dir(&teacher).expect("a folder").flatten();
    let part = left.filter(|it| {
        it.file_name().to_string_lossy().ends_with(".part")
    });
    assert_eq!(part.count(), 0);
}

#[test]
fn who_has_no_name_is_asked_for_it() {
    let room = Room::new();
    let output = room.teaches(&["hand-in"]);
    assert!(refused(&output).contains("--name"));
    let output = room.teaches(&["hand-in", "--names"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("Usage: classroom"));
}
