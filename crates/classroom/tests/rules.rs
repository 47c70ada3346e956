//! Each rule goes red on what breaks it, and on nothing else.

mod course;

use course::{House, exercise, name, solution};

const TEXTS: &str = "docs/exercises/ticker.toml";
const BELIEFS: &str = "docs/misconceptions.toml";
const LOCK: &str = "crates/practice/Cargo.lock";
const OPEN: usize = course::COUNT - 1;

#[test]
fn a_good_course_breaks_no_rule() {
    House::new().finds(&[]);
}

// What is generated.

const OLD: &str = "is not what docs/exercises and the programs \
                   say: run `just course-update` [generated]";

#[test]
fn old_files_of_rustlings_are_found() {
    let house = House::new();
    let info = "crates/practice/info.toml";
    house.edit(info, "An idea.", "Ideas.");
    let manifest = "crates/practice/Cargo.toml";
    house.edit(manifest, "bin = [\n", "bin = [\n\n");
    house.finds_as_it_is(&[
        &format!("{info}: {OLD}"),
        &format!("{manifest}: {OLD}"),
    ]);
}

#[test]
fn old_originals_are_found() {
    let house = House::new();
    house.edit(&exercise(3), "    41\n", "    40\n");
    let path = "crates/practice/originals.json";
    house.finds_as_it_is(&[&format!("{path}: {OLD}")]);
}

#[test]
fn a_missing_list_of_programs_is_found() {
    let house = House::new();
    house.edit("crates/practice/Cargo.toml", "bin = [\n", "");
    house.finds(&[
        "crates/practice/Cargo.toml: has no list `bin = \
                   [`: give it one [generated]",
    ]);
}

// The lock file.

#[test]
fn a_library_in_another_version_is_found() {
    let house = House::new();
    house.edit(LOCK, "1.54.1", "1.53.0");
    house.finds(&[
        "crates/practice/Cargo.lock: has tokio 1.53.0, \
                   but the main Cargo.lock 1.54.1: `cargo update \
                   --manifest-path crates/practice/Cargo.toml \
                   tokio@1.53.0 --precise 1.54.1` [lock]",
    ]);
}

#[test]
fn a_library_of_an_older_series_is_another_one() {
    let house = House::new();
    house.edit(LOCK, "0.8.1", "0.7.0");
    house.finds(&[]);
    house.edit(LOCK, "0.7.0", "0.8.0");
    house.finds(&[
        "crates/practice/Cargo.lock: has mio 0.8.0, but \
                   the main Cargo.lock 0.8.1: `cargo update \
                   --manifest-path crates/practice/Cargo.toml \
                   mio@0.8.0 --precise 0.8.1` [lock]",
    ]);
}

#[test]
fn a_missing_lock_file_is_found() {
    let house = House::new();
    house.remove(LOCK);
    house.finds(&["crates/practice/Cargo.lock: is missing or \
                   empty: copy the main Cargo.lock, and let cargo \
                   prune it [lock]"]);
}

// Names.

/// Calls the exercise 27 otherwise, which no misconception names.
fn renamed(new: &str) -> House {
    let house = House::new();
    for path in [exercise(27), solution(27)] {
        let text = house.read(&path);
        house.remove(&path);
        house.write(&path.replace(&name(27), new), &text);
    }
    let old = format!("name = \"{}\"", name(27));
    house.edit(TEXTS, &old, &format!("name = \"{new}\""));
    house
}

#[test]
fn a_name_of_33_letters_is_found() {
    renamed("ticker_a_name_of_thirty_two_async").finds(&[
        "crates/practice/exercises/ticker/\
         ticker_a_name_of_thirty_two_async.rs: its name has 33 \
         letters, and rustlings takes 32: find a shorter one \
         [names]",
    ]);
    renamed("ticker_a_name_of_thirty_tw_async").finds(&[]);
}

#[test]
fn a_name_with_other_letters_is_found() {
    renamed("ticker-what_async").finds(&[
        "crates/practice/exercises/ticker/ticker-what_async.rs: a \
         name takes a-z, 0-9 and _: rename it [names]",
    ]);
}

#[test]
fn a_name_of_a_lessons_program_is_found() {
    renamed("ticker_thread").finds(&[
        "crates/practice/exercises/ticker/ticker_thread.rs: \
         crates/ticker/src/bin/ticker_thread.rs makes a program \
         `ticker_thread`, in the same folder of target: rename the \
         exercise [names]",
    ]);
}

#[test]
fn a_name_that_stands_twice_is_found() {
    let house = House::new();
    let old = format!("name = \"{}\"", name(27));
    house.edit(TEXTS, &old, &format!("name = \"{}\"", name(28)));
    house.remove(&exercise(27));
    house.remove(&solution(27));
    house.finds(&[&format!(
        "{}: docs/exercises has a second `{}`: rename one [names]",
        exercise(28),
        name(28)
    )]);
}

#[test]
fn a_name_of_no_world_is_found() {
    let house = House::new();
    house.edit(TEXTS, &name(0), "ticker_threads");
    house.finds(&["docs/exercises: docs/exercises/ticker.toml: \
                   ticker_threads: a name ends with _thread or \
                   _async [texts]"]);
}

// Programs.

#[test]
fn an_exercise_without_todo_is_found() {
    let house = House::new();
    house.edit(&exercise(3), "// TODO", "// Do");
    house.finds(&[&format!(
        "{}: has no `// TODO` at the place to mend: write one, as \
         a question [programs]",
        exercise(3)
    )]);
}

#[test]
fn a_program_without_main_is_found() {
    let house = House::new();
    house.edit(&exercise(3), "fn main()", "fn start()");
    house.edit(&solution(4), "fn main()", "fn start()");
    house.finds(&[
        &format!(
            "{}: has no `fn main()`: rustlings runs it [programs]",
            exercise(3)
        ),
        &format!("{}: has no `fn main()` [programs]", solution(4)),
    ]);
}

#[test]
fn a_solution_with_todo_is_found() {
    let house = House::new();
    house.edit(&solution(3), "42", "// TODO\n    42");
    house.finds(&[&format!(
        "{}: still has its `// TODO`: take it out [programs]",
        solution(3)
    )]);
}

#[test]
fn a_missing_solution_is_found() {
    let house = House::new();
    house.remove(&solution(3));
    let path = exercise(3);
    house.finds(&[
        &format!(
            "{}: is missing: write it [programs]",
            solution(3)
        ),
        &format!(
            "{path}: this, or its solution, has no line \
             `#[cfg(test)]`: tests follow it, to the end of the \
             file [tests]"
        ),
        &format!(
            "{path}:6: the solution lacks what follows from \
             crates/ticker/src/lib.rs: it stays as it is there \
             [shared]"
        ),
    ]);
}

#[test]
fn a_missing_exercise_is_found() {
    let house = House::new();
    house.remove(&exercise(3));
    let path = exercise(3);
    let found = classroom::findings(house.root()).expect("reads");
    let [found] = &found[..] else { panic!("{found:?}") };
    let sentence = format!(
        "docs/exercises: docs/exercises/ticker.toml: could not \
         read {path}"
    );
    assert!(found.to_string().starts_with(&sentence), "{found}");
}

#[test]
fn a_file_of_no_exercise_is_found() {
    let house = House::new();
    house.write("crates/practice/exercises/notes.txt", "");
    house.write("crates/practice/solutions/ticker/old.rs", "");
    house.finds(&[
        "crates/practice/exercises/notes.txt: belongs to no \
         exercise of docs/exercises: name it there, or delete it \
         [programs]",
        "crates/practice/solutions/ticker/old.rs: belongs to no \
         exercise of docs/exercises: name it there, or delete it \
         [programs]",
    ]);
}

// Tests.

#[test]
fn tests_that_differ_from_the_solutions_are_found() {
    let house = House::new();
    house.edit(&solution(3), "42, \"the", "43, \"the");
    house.edit(&solution(4), "    }\n}\n", "    }\n}\n// End.\n");
    house.finds(&[
        &format!(
            "{}:27: here the tests differ from those of the \
             solution: make them the same [tests]",
            exercise(3)
        ),
        &format!(
            "{}:29: here the tests differ from those of the \
             solution: make them the same [tests]",
            exercise(4)
        ),
    ]);
}

/// Edits an exercise and its solution alike.
fn edit_both(house: &House, old: &str, new: &str) {
    house.edit(&exercise(3), old, new);
    house.edit(&solution(3), old, new);
}

#[test]
fn a_test_without_a_time_limit_is_found() {
    let house = House::new();
    edit_both(&house, "    #[timeout(10_000)]\n", "");
    house.finds(&[&format!(
        "{}:25: it_answers has no time limit: `#[timeout(10_000)]` \
         of ntest, below its `#[test]` [tests]",
        exercise(3)
    )]);
}

#[test]
fn an_exercise_without_tests_is_found() {
    let house = House::new();
    edit_both(&house, "    #[test]\n", "");
    let path = exercise(3);
    house.finds(&[
        &format!(
            "{path}: has no `#[test]`: rustlings looks for one \
             [tests]"
        ),
        &format!(
            "{path}: has no test it_answers, which docs/exercises \
             says to fail: mend one of them [tests]"
        ),
    ]);
}

#[test]
fn a_stated_test_that_is_not_there_is_found() {
    let house = House::new();
    edit_both(&house, "fn it_answers()", "fn it_answers_well()");
    house.finds(&[&format!(
        "{}: has no test it_answers, which docs/exercises says to \
         fail: mend one of them [tests]",
        exercise(3)
    )]);
}

#[test]
fn a_program_that_is_not_rust_is_found() {
    let house = House::new();
    house.edit(&exercise(3), "fn answer() ->", "fn answer() -");
    house.finds(&[&format!(
        "{}:12: this is not Rust: expected curly braces [tests]",
        exercise(3)
    )]);
}

// Code of lessons.

const SHARED: &str = "    let start = 1;\n    start + 1\n";

#[test]
fn shared_code_that_is_not_the_lessons_is_found() {
    let house = House::new();
    edit_both(&house, SHARED, "    let start = 1;\n    start\n");
    let sentence = "crates/ticker/src/lib.rs has not the lines \
                    that follow, one after the other: copy them \
                    anew [shared]";
    house.finds(&[
        &format!("{}:6: {sentence}", exercise(3)),
        &format!("{}:6: {sentence}", solution(3)),
    ]);
}

#[test]
fn shared_code_that_the_lesson_changed_is_found() {
    let house = House::new();
    let lesson = "crates/ticker/src/lib.rs";
    house.edit(lesson, "start = 1;\n", "start = 1;\n\n");
    let found = classroom::findings(house.root()).expect("reads");
    assert_eq!(found.len(), 2 * course::COUNT, "{found:?}");
}

#[test]
fn shared_code_that_the_solution_lacks_is_found() {
    let house = House::new();
    let block = format!(
        "    // As in crates/ticker/src/lib.rs:\n{SHARED}    // \
         (end of what the lesson has)\n"
    );
    house.edit(&solution(3), &block, "");
    house.finds(&[&format!(
        "{}:6: the solution lacks what follows from \
         crates/ticker/src/lib.rs: it stays as it is there \
         [shared]",
        exercise(3)
    )]);
}

#[test]
fn shared_code_of_a_file_that_is_not_there_is_found() {
    let house = House::new();
    edit_both(&house, "src/lib.rs:", "src/main.rs:");
    let sentence = "crates/ticker/src/main.rs is not there: name \
                    where it is [shared]";
    house.finds(&[
        &format!("{}:6: {sentence}", exercise(3)),
        &format!("{}:6: {sentence}", solution(3)),
    ]);
}

#[test]
fn shared_code_without_lines_is_found() {
    let house = House::new();
    edit_both(&house, SHARED, "");
    let sentence = "nothing of crates/ticker/src/lib.rs follows: \
                    copy it, or say so [shared]";
    house.finds(&[
        &format!("{}:6: {sentence}", exercise(3)),
        &format!("{}:6: {sentence}", solution(3)),
    ]);
}

#[test]
fn shared_code_without_an_end_or_a_beginning_is_found() {
    let house = House::new();
    edit_both(&house, "// (end of what", "// (End of what");
    let sentence = "what is from crates/ticker/src/lib.rs does not \
                    end: a line `// (end of what the lesson has)` \
                    is missing [shared]";
    house.finds(&[
        &format!("{}:6: {sentence}", exercise(3)),
        &format!("{}:6: {sentence}", solution(3)),
    ]);
    edit_both(&house, "// As in", "// Like");
    edit_both(&house, "// (End of what", "// (end of what");
    let sentence = "ends what never began: a line `// As in FILE:` \
                    is missing [shared]";
    house.finds(&[
        &format!("{}:9: {sentence}", exercise(3)),
        &format!("{}:9: {sentence}", solution(3)),
    ]);
}

// Texts.

#[test]
fn an_empty_hint_is_found_in_both_languages() {
    let house = House::new();
    house.edit(TEXTS, "\"An idea.\"", "\" \"");
    house.edit(TEXTS, "\"一行。\"", "\"\"");
    house.finds(&[
        "docs/exercises/ticker.toml: ticker_00_thread: `en.hints \
         2` is empty: write it [texts]",
        "docs/exercises/ticker.toml: ticker_00_thread: `zh.hints \
         3` is empty: write it [texts]",
    ]);
}

#[test]
fn a_missing_hint_is_found() {
    let house = House::new();
    house.edit(TEXTS, "\"An idea.\", ", "");
    let found = classroom::findings(house.root()).expect("reads");
    let [found] = &found[..] else { panic!("{found:?}") };
    let found = found.to_string();
    assert!(
        found.contains("docs/exercises/ticker.toml"),
        "{found}"
    );
    assert!(found.contains("an array of length 3"), "{found}");
}

#[test]
fn empty_words_are_found() {
    let house = House::new();
    house.edit(TEXTS, "停住 ticker_00_thread", "");
    house.edit(TEXTS, "修改。", "\\n");
    house.edit(TEXTS, "the answer is another one", "");
    house.edit(TEXTS, "minutes = 10", "minutes = 0");
    house.edit(TEXTS, "A line.", "A line: '''.");
    let words = [
        "`zh.title` is empty: write it",
        "`zh.task` is empty: write it",
        "a hint has ''' in it: info.toml cannot have that",
        "`minutes` is 0: say how long it takes",
        "`fails.says` is empty: say what its test says",
    ];
    let sentences = words.map(|words| {
        format!("{TEXTS}: ticker_00_thread: {words} [texts]")
    });
    house.finds(&sentences.each_ref().map(String::as_str));
}

#[test]
fn a_program_without_a_task_is_found() {
    let house = House::new();
    let task = "//! It should tick. Mend `answer`.\n";
    house.edit(&exercise(3), task, "");
    let sentence = format!(
        "docs/exercises: docs/exercises/ticker.toml: {}: has no \
         task below its title [texts]",
        exercise(3)
    );
    house.finds(&[&sentence]);
}

// Lessons.

#[test]
fn a_lesson_without_exercises_is_found() {
    let house = House::new();
    house.write("crates/clock/Cargo.toml", "");
    house.write("crates/clock/src/thread.rs", "");
    house.finds(&[
        "docs/exercises/clock.toml: no exercise is about threads: \
         add one [lessons]",
        "docs/exercises/clock.toml: no exercise is about tasks: \
         add one [lessons]",
    ]);
}

#[test]
fn a_lesson_that_does_not_end_with_an_open_exercise_is_found() {
    let house = House::new();
    let text = house.read(TEXTS);
    let start = format!("[[exercise]]\nname = \"{}\"", name(OPEN));
    let (rest, open) =
        text.split_once(&start).expect("an open one");
    house.write(TEXTS, &format!("{start}{open}{rest}"));
    house.finds(&[
        "docs/exercises/ticker.toml: the last exercise, \
         ticker_28_thread, is not open (without a `misconception`, \
         to be written): end with one [lessons]",
    ]);
}

#[test]
fn an_exercise_that_treats_nothing_is_found() {
    let house = House::new();
    let treats = "misconception = \"belief-01\"\n";
    let text = house.read(TEXTS);
    let (before, after) =
        text.rsplit_once(treats).expect("of number 28");
    house.write(TEXTS, &format!("{before}{after}"));
    house.finds(&[
        "crates/practice/exercises/ticker/ticker_28_thread.rs: has \
         no `misconception` in docs/exercises/ticker.toml, and no \
         `todo!(\"…\")` where something is to be written: name \
         one, or leave something out [lessons]",
    ]);
}

#[test]
fn fewer_than_thirty_exercises_are_found() {
    let house = House::new();
    let text = house.read(TEXTS);
    let start =
        |number| format!("[[exercise]]\nname = \"{}", name(number));
    let (before, rest) = text.split_once(&start(28)).expect("28");
    let (_, open) = rest.split_once(&start(29)).expect("29");
    house.write(TEXTS, &format!("{before}{}{open}", start(29)));
    house.remove(&exercise(28));
    house.remove(&solution(28));
    house
        .finds(&["docs/exercises: there are 29 exercises, fewer \
                   than 30 [lessons]"]);
}

// Misconceptions.

/// Asserts what is found when the first misconception is edited.
#[track_caller]
fn believes(old: &str, new: &str, sentences: &[&str]) {
    let house = House::new();
    house.edit(BELIEFS, old, new);
    let sentences = sentences
        .iter()
        .map(|it| {
            format!("{BELIEFS}: 'belief-00': {it} [misconceptions]")
        })
        .collect::<Vec<_>>();
    let sentences = sentences.iter().map(String::as_str);
    house.finds(&sentences.collect::<Vec<_>>());
}

#[test]
fn an_unknown_misconception_is_found() {
    let house = House::new();
    house.edit(TEXTS, "\"belief-00\"", "\"belief-99\"");
    house.finds(&[
        "crates/practice/exercises/ticker/ticker_00_thread.rs: \
         treats 'belief-99', which docs/misconceptions.toml has \
         not: add it there, or name another one [misconceptions]",
        "docs/misconceptions.toml: 'belief-00': the exercise \
         ticker_00_thread treats 'belief-99': name this one there \
         [misconceptions]",
    ]);
}

#[test]
fn a_misconception_that_is_not_whole_is_found() {
    for (part, is) in [
        ("en", "It ticks."),
        ("zh", "它会响。"),
        ("prediction", "predict"),
        ("test", "cargo test -p ticker --test ticker it_ticks"),
        ("exercise", "ticker_00_thread"),
        ("claim", "ticks"),
    ] {
        believes(
            &format!("{part} = \"{is}\""),
            &format!("{part} = \"\""),
            &[&format!("`{part}` is empty: fill it in")],
        );
    }
}

#[test]
fn a_misconception_that_stands_twice_is_found() {
    let house = House::new();
    house.edit(BELIEFS, "belief-01", "belief-00");
    house.edit(TEXTS, "belief-01", "belief-00");
    house.edit(TEXTS, "belief-01", "belief-00");
    house
        .finds(&["docs/misconceptions.toml: 'belief-00': stands \
                   here twice: rename one [misconceptions]"]);
}

#[test]
fn a_misconception_of_no_lesson_or_step_is_found() {
    believes(
        "step = \"frozen\"",
        "step = \"thawed\"",
        &["ticker has no step thawed: name a lesson, and its step"],
    );
    believes("step = \"frozen\"\n", "", &[]);
    believes(
        "lesson = \"ticker\"",
        "lesson = \"clock\"",
        &[
            "there is no lesson 'clock': name a lesson, and its \
             step",
            "no heading of docs/en/clock.md has the id of its \
             prediction, `{#predict}`: name the one that asks",
            "no heading of docs/zh/clock.md has the id of its \
             prediction, `{#predict}`: name the one that asks",
        ],
    );
}

#[test]
fn a_prediction_that_is_not_asked_for_is_found() {
    believes(
        "prediction = \"predict\"",
        "prediction = \"guess\"",
        &[
            "no heading of docs/en/ticker.md has the id of its \
             prediction, `{#guess}`: name the one that asks",
            "no heading of docs/zh/ticker.md has the id of its \
             prediction, `{#guess}`: name the one that asks",
        ],
    );
    believes(
        "prediction = \"predict\"",
        "prediction = \"run\"",
        &[
            "docs/en/ticker.md does not ask under `{#run}`: ask \
             there, and fold the answer",
            "docs/zh/ticker.md does not ask under `{#run}`: ask \
             there, and fold the answer",
        ],
    );
}

#[test]
fn a_prediction_in_one_language_is_found() {
    let house = House::new();
    house.edit("docs/zh/ticker.md", "class=\"answer\"", "");
    let found = classroom::findings(house.root()).expect("reads");
    assert_eq!(found.len(), 27, "{found:?}");
    assert!(
        found[0].sentence.contains("docs/zh/ticker.md does not")
    );
}

#[test]
fn a_prediction_on_a_further_page_is_enough() {
    let house = House::new();
    for language in ["en", "zh"] {
        let page = format!("docs/{language}/ticker.md");
        let text = house.read(&page);
        house.write(&page, "# Ticker {#ticker}\n");
        let further = format!("docs/{language}/ticker-read.md");
        house.write(&further, &text);
    }
    house.finds(&[]);
}

#[test]
fn a_misconception_without_a_test_is_found() {
    believes(
        "test = \"cargo test -p ticker --test ticker it_ticks\"",
        "test = \"cargo test -p ticker --test ticker it_tocks\"",
        &["its test 'cargo test -p ticker --test ticker \
           it_tocks': ticker has no test it_tocks"],
    );
    believes(
        "test = \"cargo test -p ticker --test ticker it_ticks\"",
        "test = \"cargo run -- ticker\"",
        &["its test 'cargo run -- ticker': a test is `cargo test \
           -p …`"],
    );
}

#[test]
fn a_misconception_without_an_exercise_is_found() {
    believes(
        "exercise = \"ticker_00_thread\"",
        "exercise = \"ticker\"",
        &["there is no exercise 'ticker': name the one that \
           treats it"],
    );
    believes(
        "exercise = \"ticker_00_thread\"",
        "exercise = \"ticker_29_async\"",
        &["the exercise ticker_29_async treats 'none': name this \
           one there"],
    );
}

#[test]
fn a_misconception_without_a_claim_is_found() {
    believes(
        "claim = \"ticks\"",
        "claim = \"tocks\"",
        &["docs/claims.toml has no claim 'tocks': add the row, \
           or name another one"],
    );
}

#[test]
fn a_misconception_left_out_is_found() {
    let house = House::new();
    let text = house.read(BELIEFS);
    let (_, rest) =
        text.split_at(text.rfind("[[misconception]]").expect("27"));
    house.edit(BELIEFS, rest, "");
    house.edit(TEXTS, "belief-26", "belief-00");
    house.finds(&[
        "docs/misconceptions.toml: has 26 misconceptions, \
                   fewer than 27 [misconceptions]",
    ]);
}
