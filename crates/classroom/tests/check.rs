//! Exercises and solutions are run, and what is wrong is told.

mod course;

use std::{process::Output, time::Duration};

use assert_cmd::Command;
use course::{CLASSROOM, House, MANIFEST};
use testing::text;

/// Cargo builds a dozen programs, maybe beside many others.
const DEADLINE: Duration = Duration::from_secs(300);

const LOCK: &str = "\
version = 4

[[package]]
name = \"practice\"
version = \"0.0.0\"
";

const RIGHT: &str = "pub fn answer() -> u32 {\n    42\n}";

/// Cargo calls this program, and not the other way round: here a
/// workspace in which nothing but the exercises is there.
fn house(exercises: &[(&str, &str, &str)]) -> House {
    let house = House::empty();
    house.write("docs/en/SUMMARY.md", "- [T](ticker.md)\n");
    house.write("docs/misconceptions.toml", "");
    house.write("crates/practice/Cargo.toml", MANIFEST);
    house.write("crates/practice/Cargo.lock", LOCK);
    let mut texts = String::new();
    for (name, exercise, solution) in exercises {
        let file = format!("ticker/{name}.rs");
        for (kind, body) in
            [("exercises", exercise), ("solutions", solution)]
        {
            let path = format!("crates/practice/{kind}/{file}");
            house.write(&path, &program(body));
        }
        texts += &format!(
            "[[exercise]]\nname = \"{name}\"\nminutes = 1\n\
             fails.test = \"it_answers\"\n\
             fails.says = \"but 41\"\n\
             en.hints = [\"A\", \"B\", \"C\"]\n\
             zh = {{ title = \"T\", task = \"T\", \
             hints = [\"A\", \"B\", \"C\"] }}\n"
        );
    }
    house.write("docs/exercises/ticker.toml", &texts);
    house.update();
    house
}

/// Returns a program around `body`, with its tests.
fn program(body: &str) -> String {
    format!(
        "//! # Answer\n//!\n//! Mend it.\n\n{body}\n\n\
         fn main() {{\n    println!(\"{{}}\", answer());\n}}\n\n\
         #[cfg(test)]\nmod tests {{\n    use super::*;\n\n    \
         #[test]\n    fn it_answers() {{\n        \
         let is = answer();\n        \
         assert_eq!(is.min(42), 42, \"not 42, but {{is}}\");\n    \
         }}\n\n    #[test]\n    fn it_is_not_more() {{\n        \
         let is = answer();\n        \
         assert_eq!(is.max(42), 42, \"more: {{is}}\");\n    \
         }}\n}}\n"
    )
}

fn answers(body: &str) -> String {
    RIGHT.replace("    42", body)
}

fn check(house: &House, arguments: &str) -> Output {
    Command::new(CLASSROOM)
        .arg("--root")
        .arg(house.root())
        .arg("check")
        .args(arguments.split_whitespace())
        .env("CARGO_TARGET_DIR", house.root().join("target"))
        .env("CARGO_NET_OFFLINE", "true")
        .timeout(DEADLINE)
        .output()
        .expect("it runs")
}

/// Returns the findings, in their order, and what is said at last.
#[track_caller]
fn findings(output: &Output) -> (Vec<&str>, String) {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let told: Vec<&str> = text(&output.stdout).lines().collect();
    let (found, last) = told.split_at(told.len() - 3);
    (found.to_vec(), last.join("\n"))
}

#[test]
fn good_exercises_are_counted() {
    let wrong = answers("    41");
    let house = house(&[
        ("one_thread", &wrong, RIGHT),
        ("two_async", &wrong, RIGHT),
    ]);
    let output = check(&house, "--times 2");
    let told = text(&output.stdout);
    assert!(output.status.success(), "{output:?}");
    let counts = "2 exercises: 4 of 4 runs fail as they \
                  should.\nTheir solutions: 4 of 4 runs pass, \
                  under load.\n0 findings";
    assert!(told.starts_with(counts), "{told}");
    let output = check(&house, "two_async --times 1");
    let told = text(&output.stdout);
    assert!(told.starts_with("1 exercises: 2 of 2 runs"), "{told}");
    let output = check(&house, "three_async");
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert!(told.contains("three_async"), "{told}");
}

#[test]
fn exercises_that_do_not_fail_as_they_should_are_found() {
    let wait =
        answers("    loop {\n        std::thread::park();\n    }");
    let house = house(&[
        ("good_thread", &answers("    41"), RIGHT),
        ("typo_thread", &answers("    forty"), &answers("    two")),
        ("solved_thread", RIGHT, RIGHT),
        ("other_thread", &answers("    43"), RIGHT),
        ("words_thread", &answers("    40"), RIGHT),
        (
            "exit_thread",
            &answers("    std::process::exit(7)"),
            RIGHT,
        ),
        ("hang_thread", &wait, &wait),
    ]);
    let output = check(&house, "--times 1 --limit 5");
    let (found, last) = findings(&output);
    let place = |kind: &str, name: &str, sentence: &str| {
        format!(
            "crates/practice/{kind}/ticker/{name}_thread.rs: \
             {sentence}"
        )
    };
    let hangs = "hangs: it was ended after 5 s; a test that waits \
                 needs a limit of its own";
    let typo = |word: &str| {
        format!(
            "does not compile: line 6: cannot find value `{word}` \
             in this scope [compiles]"
        )
    };
    assert_eq!(
        found,
        [
            place("exercises", "typo", &typo("forty")),
            place("solutions", "typo", &typo("two")),
            place(
                "exercises",
                "solved",
                "its tests pass before it is solved: it_answers \
             should fail [fails]",
            ),
            place(
                "exercises",
                "other",
                "it_answers should fail, but what fails is \
             it_is_not_more: “assertion `left == right` failed: \
             more: 43” [fails]",
            ),
            place(
                "exercises",
                "words",
                "it_answers should say “but 41”, but says \
             “assertion `left == right` failed: not 42, but 40” \
             [fails]",
            ),
            place(
                "exercises",
                "exit",
                "it_answers should fail, but it ends early, with \
             “running 2 tests” [fails]",
            ),
            place("exercises", "hang", &format!("{hangs} [fails]")),
            place(
                "solutions",
                "hang",
                &format!("{hangs} [passes]")
            ),
        ]
    );
    let counts = "7 exercises: 2 of 14 runs fail as they \
                  should.\nTheir solutions: 5 of 7 runs pass, \
                  under load.\n8 findings";
    assert!(last.starts_with(counts), "{last}");
}

/// An answer that is right at first: a third run at the latest gets
/// another one.
const FIRST: &str = "    use std::{fs::OpenOptions, io::Write};
    let mut file = OpenOptions::new()
        .append(true)
        .create(true)
        .open(\"../../runs\")
        .expect(\"a file\");
    file.write_all(b\"1\").expect(\"written\");
    let runs = file.metadata().expect(\"a length\").len();
    if runs < 3 { 42 } else { 41 }";

#[test]
fn solutions_that_do_not_pass_each_time_are_found() {
    let wrong = answers("    41");
    let house = house(&[
        ("good_thread", &wrong, RIGHT),
        ("never_async", &wrong, &wrong),
        ("first_async", &wrong, &answers(FIRST)),
        ("clippy_async", &wrong, &answers("    return 42;")),
    ]);
    let output = check(&house, "--times 3");
    let (found, last) = findings(&output);
    let path = "crates/practice/solutions/ticker";
    let says = "_async.rs: should pass, but what fails is \
                it_answers: “assertion `left == right` failed: not \
                42, but 41” [passes]";
    let clippy = format!(
        "{path}/clippy_async.rs: line 6: unneeded `return` \
         statement [clippy]"
    );
    let never = format!("{path}/never{says}");
    let first = format!("{path}/first{says}");
    assert_eq!(found, [never, first, clippy]);
    assert!(!last.contains("12 of 12 runs pass"), "{last}");
}
