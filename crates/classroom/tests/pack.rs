//! What is refused before anything is packed. That a packed
//! archive builds is checked by `classroom pack --check`, in CI.

mod support;

use std::{fs, path::Path, process::Command};

use support::{Room, add, program, read, refused, write};
use testing::text;

/// Runs git in `folder`.
fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command
        .args(["-c", "user.name=Ann", "-c", "user.email=ann@home"])
        .args(arguments)
        .current_dir(folder);
    let output = command.output().expect("git starts");
    assert!(output.status.success(), "{output:?}");
}

/// Makes a workspace, with a manifest and all of it committed.
fn room() -> Room {
    let room = Room::new();
    let teacher = room.teacher();
    let manifest = "[workspace]\nexclude = [\"crates\"]\n";
    write(&teacher.join("Cargo.toml"), manifest);
    write(&teacher.join(".gitignore"), "/target\n");
    git(&teacher, &["init", "--quiet"]);
    git(&teacher, &["add", "--all"]);
    git(&teacher, &["commit", "--quiet", "--message", "Begin"]);
    room
}

#[test]
fn no_file_is_written_over_unasked() {
    let room = room();
    let file = room.teacher().join("target/a.tar.gz");
    write(&file, "precious");
    let output = room.teaches(&["pack", "target/a.tar.gz"]);
    assert!(refused(&output).contains("--force"));
    assert_eq!(read(&file), "precious");
}

#[test]
fn what_was_changed_and_not_committed_is_named() {
    let room = room();
    let file = room.teacher().join(".gitignore");
    fs::write(file, "/target\n/kept\n").expect("a file");
    let output = room.teaches(&["pack", "target.tar.gz"]);
    let said = refused(&output);
    assert!(said.contains("not committed"), "{said}");
    assert!(said.contains(".gitignore"), "{said}");
    assert!(!room.teacher().join("target.tar.gz").exists());
}

#[test]
fn a_solved_exercise_does_not_go_onto_a_stick() {
    let room = room();
    let teacher = room.teacher();
    write(&program(&teacher, "add_thread"), &add("    a + b"));
    git(&teacher, &["commit", "--all", "--message", "Solve"]);
    let output = room.teaches(&["pack", "a.tar.gz"]);
    let said = refused(&output);
    assert!(
        said.contains("as they were set: add_thread"),
        "{said}"
    );
    assert!(!teacher.join("a.tar.gz").exists());
    let target = teacher.join("target");
    let left = fs::read_dir(target).expect("a folder");
    assert_eq!(left.count(), 0);
}

#[test]
fn wrong_usage_of_pack_is_told() {
    let room = room();
    for wrong in [
        &["pack"][..],
        &["pack", "a.zip"],
        &["pack", ".tar.gz"],
        &["pack", "a.tar.gz", "--check"],
        &["pack", "a.tar.gz", "b.tar.gz"],
    ] {
        let output = room.teaches(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(text(&output.stderr).contains("classroom pack"));
    }
}
