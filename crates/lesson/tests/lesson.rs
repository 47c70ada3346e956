//! What every lesson binary may rely on.

use std::{io, process::ExitCode, time::Duration};

use lesson::{
    Args, Figures, Opt, Program, Slow, Step, Takes, exit, limits,
    step,
};

const STEPS: &[Step] = &[
    Step { name: "plain", about: "the pair" },
    Step { name: "other", about: "one more" },
];

const PROGRAM: Program = Program {
    name: "spinner_thread",
    about: "Shows a spinner",
    steps: STEPS,
    options: &[
        Opt {
            name: "work",
            takes: Takes::Duration(Duration::from_secs(3)),
            about: "how long it works",
        },
        Opt {
            name: "pause",
            takes: Takes::Duration(Duration::ZERO),
            about: "how long it rests",
        },
        Opt {
            name: "tick",
            takes: Takes::Interval(Duration::from_millis(20)),
            about: "how often it turns",
        },
        Opt {
            name: "rows",
            takes: Takes::Count(8),
            about: "how many rows",
        },
        Opt {
            name: "port",
            takes: Takes::CountUpTo { default: 80, most: 65_535 },
            about: "where it listens",
        },
        Opt {
            name: "trace",
            takes: Takes::File,
            about: "to a file",
        },
        Opt { name: "all", takes: Takes::Nothing, about: "all" },
    ],
};

/// What a command line comes to, as text; nothing for `--help`.
fn parsed(line: &str) -> Result<Option<Args>, String> {
    let words = line.split_whitespace().map(Into::into);
    Args::parse_from(&PROGRAM, words)
        .map_err(|error| error.to_string())
}

#[test]
fn options_have_defaults_and_slow_stretches_durations() {
    let args = parsed("").expect("valid").expect("no help");
    assert_eq!(args.step.name, "plain");
    assert_eq!(args.duration("work"), Duration::from_secs(3));
    assert_eq!(args.count("rows"), 8);
    assert_eq!(args.file("trace"), None);
    assert!(!args.switch("all"));
    let line = "--slow 2 --work 250ms --rows 3 --all --step other \
                --trace x.json";
    let args = parsed(line).expect("valid").expect("no help");
    assert_eq!(args.step.name, "other");
    assert_eq!(args.duration("work"), Duration::from_millis(500));
    assert_eq!(args.count("rows"), 3);
    assert_eq!(args.file("trace"), Some("x.json".into()));
    assert!(args.switch("all"));
}

#[test]
fn wrong_usage_is_refused_and_named() {
    for (line, named) in [
        ("--bogus", "--bogus"),
        ("extra", "extra"),
        ("--step nope", "plain, other"),
        ("--slow 0", "0.01 to 100"),
        ("--work soon", "soon"),
        ("--work 3years", "--work 3years: a duration"),
        ("--tick 0s", "--tick 0s: a duration"),
        ("--tick 1us", "at least 1ms"),
        ("--tick 300000years", "at most a day"),
        ("--rows 0", "--rows 0: a whole number, at least 1"),
        ("--port 0", "--port 0: a whole number, from 1 to 65535"),
        ("--port 65536", "from 1 to 65535"),
        ("--all=yes", "yes"),
    ] {
        let error = parsed(line).expect_err("wrong usage");
        assert!(error.contains(named), "{line}: {error}");
        assert!(!error.contains("parse"), "{error}");
    }
}

#[test]
fn no_factor_makes_a_valid_duration_vanish_or_overflow() {
    let line = "--slow 0.01 --tick 1ms";
    let args = parsed(line).expect("valid").expect("no help");
    assert_eq!(args.duration("tick"), Duration::from_micros(10));
    let line = "--slow 100 --work 24h";
    let args = parsed(line).expect("valid").expect("no help");
    let expected = Duration::from_secs(100 * 24 * 60 * 60);
    assert_eq!(args.duration("work"), expected);
}

#[test]
fn slow_is_refused_where_nothing_has_a_duration() {
    let options = &[Opt {
        name: "rows",
        takes: Takes::Count(8),
        about: "how many rows",
    }];
    let program = Program { options, ..PROGRAM };
    let words = ["--slow".into(), "2".into()];
    let error = Args::parse_from(&program, words);
    let error = error.expect_err("wrong usage").to_string();
    assert!(error.contains("--slow"), "{error}");
    assert!(!program.help().contains("--slow"));
}

#[test]
fn help_fits_80_columns_and_names_all_there_is() {
    assert!(parsed("--help").expect("valid").is_none());
    let help = PROGRAM.help();
    assert!(help.lines().all(|line| line.len() <= 80), "{help}");
    for named in [
        "--work",
        "--slow",
        "--step",
        "plain",
        "3s",
        "N ",
        "how long it rests [default: 0s]",
        "how often it turns [default: 20ms]",
        "where it listens [default: 80]",
    ] {
        assert!(help.contains(named), "{named}: {help}");
    }
}

#[test]
fn a_step_is_found_by_its_name() {
    assert_eq!(step::find(STEPS, "other"), Ok(STEPS[1]));
}

#[test]
fn an_unknown_step_is_told_with_those_that_there_are() {
    let error = step::find(STEPS, "nope").expect_err("unknown");
    let expected = "no step 'nope'; there are: plain, other";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn help_has_a_line_for_each_step_and_marks_the_default() {
    let expected = "Steps:\n  plain  the pair [default]\n  \
                    other  one more\n";
    assert_eq!(step::help(STEPS), expected);
}

#[test]
fn slow_stretches_durations_by_its_factor() {
    let slow: Slow = "2.5".parse().expect("a factor");
    let stretched = slow.stretch(Duration::from_millis(100));
    assert_eq!(stretched, Duration::from_millis(250));
    let second = Duration::from_secs(1);
    assert_eq!(Slow::default().stretch(second), second);
}

#[test]
fn slow_refuses_what_would_never_end() {
    for wrong in ["0", "-1", "1000", "inf", "NaN", "", "two"] {
        assert!(wrong.parse::<Slow>().is_err(), "{wrong}");
    }
}

#[test]
fn a_closed_pipe_is_no_failure_and_anything_else_is() {
    // Exit codes cannot be compared, only shown.
    let shown = |code: ExitCode| format!("{code:?}");
    let pipe = io::Error::from(io::ErrorKind::BrokenPipe);
    let pipe = anyhow::Error::from(pipe).context("while writing");
    assert_eq!(
        shown(exit::with(Err(pipe))),
        shown(ExitCode::SUCCESS)
    );
    let other = anyhow::anyhow!("for the test");
    assert_eq!(
        shown(exit::with(Err(other))),
        shown(exit::SOME_FAILED.into())
    );
}

#[cfg(target_os = "linux")]
#[test]
fn limits_on_threads_are_named_and_sorted() {
    let limits = limits::threads();
    assert!(limits.is_sorted_by_key(|limit| limit.value));
    assert!(limits.iter().any(|limit| {
        limit.name == "vm.max_map_count / 4" && limit.value > 0
    }));
}

#[test]
fn a_figure_stands_behind_its_whole_name() {
    let text =
        "VmHWM:\t    1234 kB\nVm: 1\nThreads:\t7\nName:\tx\n";
    let figures = Figures::parse(text);
    assert_eq!(figures.get("VmHWM"), Some(1234));
    assert_eq!(figures.get("Vm"), Some(1));
    assert_eq!(figures.get("Threads"), Some(7));
    assert_eq!(figures.get("VmH"), None);
    assert_eq!(figures.get("Name"), None);
}

#[cfg(target_os = "linux")]
#[test]
fn the_figures_of_this_process_are_those_of_its_id() {
    let own = Figures::of_this_process();
    let by_id = Figures::of_process(std::process::id());
    for figures in [own, by_id] {
        assert!(figures.get("VmRSS").is_some_and(|it| it > 0));
        assert!(figures.get("Threads").is_some_and(|it| it > 0));
    }
    assert!(Figures::of_system().get("MemTotal").is_some());
    assert_eq!(Figures::of_process(u32::MAX).get("VmRSS"), None);
}
