//! The two binaries, as a learner runs them.

mod support;

use std::process::Output;

use countries::program::THREAD;
use support::files;
use testing::{fits_terminal, run, text};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_countries_thread"),
    env!("CARGO_BIN_EXE_countries_async"),
];

/// Runs `program` with short delays, and saves nothing.
fn run_short(program: &str, arguments: &str) -> Output {
    let short = "--delay 10 --rounds 2";
    run(program, &format!("--no-save {short} {arguments}"))
}

/// Returns the line that says what was seen: the last one that is
/// not about the build.
fn last(said: &str) -> &str {
    let mut lines = said.lines().rev();
    let last = lines.find(|line| !line.starts_with('('));
    last.expect("it says something")
}

#[test]
fn each_step_fits_a_terminal_and_ends_with_what_was_seen() {
    let ends = [
        ("each", "requests, on average."),
        ("held", "requests, on average."),
        ("both", "requests, on average."),
        ("turns", "ms."),
        ("compare", "."),
        ("stuck", "does not end the old one."),
    ];
    for program in PROGRAMS {
        for (step, end) in ends {
            let long = match step {
                "stuck" => " --patience 2s",
                _ => "",
            };
            let output =
                run_short(program, &format!("--step {step}{long}"));
            let said = text(&output.stdout);
            let told = text(&output.stderr);
            let code = output.status.code();
            assert_eq!((code, told), (Some(0), ""), "{said}");
            fits_terminal(said);
            assert!(last(said).ends_with(end), "{said}");
        }
    }
}

#[test]
fn each_step_names_who_waits() {
    let words = ["threads", "tokio, current-thread"];
    for (program, words) in PROGRAMS.into_iter().zip(words) {
        for step in THREAD.steps {
            let arguments = format!("--step {} -l 3", step.name);
            let output = run_short(program, &arguments);
            let said = text(&output.stdout);
            assert!(said.contains(words), "{said}");
        }
    }
}

#[test]
fn one_download_is_no_trouble_in_any_step() {
    for program in PROGRAMS {
        for step in THREAD.steps {
            let arguments =
                format!("--step {} CI -m 1 --units 1", step.name);
            let output = run_short(program, &arguments);
            let told = text(&output.stderr);
            let code = output.status.code();
            assert_eq!((code, told), (Some(0), ""), "{arguments}");
        }
    }
}

#[test]
fn names_of_files_are_shown_and_are_there() {
    for program in PROGRAMS {
        let folder = tempfile::tempdir().expect("a folder");
        let dest = folder.path().display();
        let output =
            run(program, &format!("-v -s local CI BR -o {dest}"));
        let said = text(&output.stdout);
        let names = ["Brazil--BR.gif", "Côte_d'Ivoire--CI.gif"];
        for name in names {
            assert!(said.contains(&format!("bytes, {name}\n")));
        }
        let line = format!("saved: {} to {}", names[0], names[1]);
        assert!(said.contains(&line), "{said}");
        assert_eq!(files(folder.path()), names);
    }
}

#[test]
fn what_cannot_be_told_is_said() {
    for program in PROGRAMS {
        let output = run_short(program, "BR --count 3");
        let said = text(&output.stdout);
        assert!(said.contains("cannot be told: codes"), "{said}");
        let output = run_short(program, "XX ZZ");
        let said = text(&output.stdout);
        assert!(said.contains("2 not found"), "{said}");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn one_round_supports_no_sentence() {
    for program in PROGRAMS {
        let arguments = "--step compare --rounds 1 --delay 5 -l 2";
        let output = run(program, arguments);
        let said = text(&output.stdout);
        let end = "One round: these figures support no sentence.";
        assert_eq!(last(said), end, "{said}");
    }
}

#[test]
fn a_step_without_a_flag_says_what_failed() {
    for program in PROGRAMS {
        let output = run_short(program, "--step compare XX");
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1));
        assert!(told.contains("none was found"), "{told}");
    }
}

#[test]
fn the_report_is_one_json_object_or_there_is_none() {
    for program in PROGRAMS {
        let output = run_short(program, "--json CN");
        let said = text(&output.stdout);
        assert!(said.starts_with('{'), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        for step in ["turns", "compare", "stuck"] {
            let arguments = format!("--json --step {step}");
            let output = run_short(program, &arguments);
            let told = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2));
            assert!(told.contains("leave out --json"), "{told}");
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn help_lists_each_step_with_a_line() {
    for program in PROGRAMS {
        let output = run(program, "--help");
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0));
        for step in THREAD.steps {
            let name = format!("\n  {:7}  ", step.name);
            assert!(said.contains(&name), "{said}");
            assert!(said.contains(step.about), "{said}");
        }
    }
}

#[test]
fn wrong_usage_exits_2_with_the_usage_line() {
    for program in PROGRAMS {
        for wrong in
            ["--step nope", "--units 0", "--work soon", "BRA"]
        {
            let output = run(program, wrong);
            let told = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{wrong}");
            assert!(told.contains("Usage: countries_"), "{told}");
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn what_a_step_cannot_honour_is_wrong_usage() {
    let refused = [
        ("turns", "--server error"),
        ("compare", "--server error"),
        ("stuck", "--server error"),
        ("turns", "--server http://127.0.0.1:9/flags"),
        ("compare", "--count 40"),
        ("stuck", "--work 10ms"),
    ];
    for program in PROGRAMS {
        for (step, option) in refused {
            let arguments =
                format!("--no-save --step {step} {option}");
            let output = run(program, &arguments);
            let told = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{told}");
            let name = option.split(' ').next().expect("a name");
            let advice = format!("leave out {name}");
            assert!(told.contains(&advice), "{told}");
            assert!(told.contains("Usage: countries_"), "{told}");
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn the_drawn_steps_honour_limit_and_max_req() {
    for program in PROGRAMS {
        for step in ["turns", "stuck"] {
            let few = run_short(program, &format!("--step {step}"));
            let said = text(&few.stdout);
            let start = "4 downloads, 2 permits, ";
            assert!(said.starts_with(start), "{said}");
            let arguments = format!("-l 6 -m 4 --step {step}");
            let more = run_short(program, &arguments);
            let said = text(&more.stdout);
            let start = "6 downloads, 4 permits, ";
            assert!(said.starts_with(start), "{said}");
        }
    }
}

#[test]
fn permits_are_counted_in_requests_not_in_flags() {
    for program in PROGRAMS {
        for (step, start) in [
            ("each", "1 permit for 1 t"),
            ("both", "2 permits for 1 t"),
        ] {
            let arguments = format!("FR --step {step}");
            let output = run_short(program, &arguments);
            let said = text(&output.stdout);
            let line =
                said.lines().find(|it| it.starts_with(start));
            assert!(line.is_some(), "{said}");
        }
    }
}

#[test]
fn both_lines_say_the_same_of_what_is_under_way_at_once() {
    for program in PROGRAMS {
        let output = run_short(program, "-l 3 --units 2");
        let said = text(&output.stdout);
        assert!(said.starts_with("3 flags, 2 at once"), "{said}");
        assert!(said.contains("\n2 permits for 2 t"), "{said}");
    }
}
