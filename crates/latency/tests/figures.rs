//! What is made of figures, whatever they are.

use latency::{
    Nanoseconds, NotMeasured, Rung, Spread, ladder, meanwhile,
    nanoseconds::range,
    rounds::Measured,
    rung::{
        FAULT, FSYNC, L1, L2, MEMORY, MUTEX, REQUEST, RUNGS, TASKS,
        THREADS,
    },
    scale, verdict, words,
};

/// The spread of rounds that took so many nanoseconds.
fn spread(rounds: &[f64]) -> Spread {
    let rounds: Vec<_> =
        rounds.iter().copied().map(Nanoseconds).collect();
    Spread::of(&rounds).expect("there are rounds")
}

/// A rung whose rounds all took the same.
fn took(rung: Rung, nanoseconds: f64) -> Measured {
    Measured { rung, outcome: Ok(spread(&[nanoseconds])) }
}

fn missing(rung: Rung, reason: &str) -> Measured {
    let outcome = Err(NotMeasured::because(reason));
    Measured { rung, outcome }
}

#[test]
fn a_nanosecond_that_takes_a_second_is_said_in_human_times() {
    for (nanoseconds, said) in [
        (0.4, "0.40 s"),
        (1.0, "1 s"),
        (1.75, "1.8 s"),
        (3.0, "3 s"),
        (89.9, "90 s"),
        (120.0, "2 min"),
        (1_000.0, "17 min"),
        (5_400.0, "1.5 h"),
        (61_000.0, "17 h"),
        (1e6, "12 days"),
        (50e6, "19 months"),
        (1e9, "32 years"),
    ] {
        let text = words::slowed(Nanoseconds(nanoseconds));
        assert_eq!(text, said, "{nanoseconds}");
    }
}

#[test]
fn times_have_the_largest_unit_that_fits() {
    for (nanoseconds, said) in [
        (0.5, "0.50 ns"),
        (1.84, "1.8 ns"),
        (9.96, "10 ns"),
        (998.0, "998 ns"),
        (999.8, "1.0 µs"),
        (4_200.0, "4.2 µs"),
        (50.2e6, "50 ms"),
        (2e9, "2.0 s"),
    ] {
        let text = Nanoseconds(nanoseconds).to_string();
        assert_eq!(text, said, "{nanoseconds}");
    }
    assert_eq!(format!("{:>8}", Nanoseconds(3.0)), "  3.0 ns");
}

#[test]
fn both_ends_of_a_range_have_the_unit_of_the_longer_one() {
    for ([low, high], said) in [
        ([1.7, 1.9], "1.7 to 1.9 ns"),
        ([900.0, 1_200.0], "0.90 to 1.2 µs"),
        ([48e3, 1.1e6], "0.05 to 1.1 ms"),
        ([48.0, 1.1e6], "<0.01 to 1.1 ms"),
    ] {
        let ends = [low, high].map(Nanoseconds);
        assert_eq!(range(ends[0], ends[1]), said);
    }
}

#[test]
fn numbers_are_said_with_two_digits() {
    for (count, said) in [
        (1.0, "1.0"),
        (3.16, "3.2"),
        (9.97, "10"),
        (47.4, "47"),
        (996.0, "1,000"),
        (12_345.0, "12,000"),
        (149_900.0, "150,000"),
        (999_600.0, "1.0 million"),
        (27.4e6, "27 million"),
        (3.2e9, "3.2 billion"),
    ] {
        assert_eq!(words::about(count), said, "{count}");
    }
}

#[test]
fn sizes_are_said_in_binary_units() {
    let sizes = [24 << 10, 1 << 20, 3 << 19, 1 << 30];
    let said = sizes.map(words::size);
    assert_eq!(said, ["24 KiB", "1 MiB", "1.5 MiB", "1 GiB"]);
}

#[test]
fn a_spread_leaves_out_a_tenth_at_each_end() {
    let rounds: Vec<f64> = (0..=20).rev().map(f64::from).collect();
    let spread = spread(&rounds);
    assert_eq!(spread.median, 10.0);
    assert_eq!((spread.p10, spread.p90), (2.0, 18.0));
    assert_eq!((spread.min, spread.max), (0.0, 20.0));
}

#[test]
fn the_median_of_an_even_number_is_between_the_middle_two() {
    let spread = spread(&[4.0, 1.0, 2.0, 9.0]);
    assert_eq!(spread.median, 3.0);
    assert_eq!((spread.p10, spread.p90), (1.0, 9.0));
}

#[test]
fn no_rounds_have_no_spread() {
    assert_eq!(Spread::of(&[]), None);
}

#[test]
fn each_factor_of_ten_is_as_wide_on_the_scale() {
    let columns = [1.0, 10.0, 1e3, 1e6, 1e8].map(scale::column);
    assert_eq!(columns, [0, 3, 9, 18, 24]);
    let beyond = [0.01, 1e12].map(scale::column);
    assert_eq!(beyond, [0, scale::WIDTH - 1]);
    for (unit, at) in [("1 ns", 0), ("1 µs", 9), ("1 ms", 18)] {
        let axis: Vec<char> = scale::AXIS.chars().collect();
        let label: String = axis[at..at + 4].iter().collect();
        assert_eq!(label, unit);
    }
}

#[test]
fn a_bar_marks_the_median_and_where_most_rounds_were() {
    let drawn = scale::draw(&spread(&[10.0, 100.0, 1e4]));
    assert_eq!(drawn, "···▒▒▒█▒▒▒▒▒▒            ");
    let drawn = scale::draw(&spread(&[1.0]));
    assert_eq!(drawn.trim_end(), "█");
}

#[test]
fn the_ladder_ascends_and_ends_with_what_is_missing() {
    let measured = [
        took(REQUEST, 50e6),
        missing(FSYNC, "no disk"),
        took(L1, 1.5),
        took(MUTEX, 20.0),
    ];
    let lines = ladder::lines(&measured);
    let starts = ["  ", "load from L1", "lock a free", "request"];
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(start), "{lines:#?}");
        assert_eq!(line.chars().count(), 80, "{line}");
    }
    let row = "load from L1        1.5 ns  1.5 to 1.5 ns    ·█";
    assert!(lines[1].starts_with(row), "{}", lines[1]);
    assert!(lines[1].ends_with("1.5 s"), "{}", lines[1]);
    let last = "fsync of 4 KiB      not measured: no disk";
    assert_eq!(lines[4..], [last]);
}

#[test]
fn a_long_reason_is_cut_where_the_terminal_ends() {
    let lines =
        ladder::lines(&[missing(L1, &"because ".repeat(9))]);
    assert_eq!(lines[1].chars().count(), 80);
    assert!(lines[1].ends_with('…'), "{}", lines[1]);
}

#[test]
fn the_widest_figures_there_can_be_fit_a_terminal() {
    let wide = RUNGS.map(|rung| Measured {
        rung,
        outcome: Ok(spread(&[0.994e6, 998.9e6, 999.4e6])),
    });
    let mut lines = ladder::lines(&wide);
    lines.extend(meanwhile::table(&wide));
    for line in lines {
        assert!(line.trim_end().chars().count() <= 80, "{line}");
    }
}

#[test]
fn the_longest_wait_is_counted_in_what_could_be_done() {
    let measured = [
        took(L1, 2.0),
        missing(MEMORY, "no memory"),
        took(MUTEX, 20.0),
        took(THREADS, 2e3),
        took(FSYNC, 30e6),
        took(REQUEST, 50e6),
    ];
    assert_eq!(
        meanwhile::sentence(&measured),
        "One request is as long as 25 million loads from L1, 2.5 \
         million mutexes locked, 25,000 switches of threads or 1.7 \
         fsyncs."
    );
    assert_eq!(
        meanwhile::slowed_sentence(&measured),
        "If one load from L1 took a second, one request would take \
         9.5 months."
    );
    let table = meanwhile::table(&measured);
    let cells = |line: &str| {
        let cells = line[18..].split("  ").map(str::trim);
        let cells = cells.filter(|cell| !cell.is_empty());
        cells.map(str::to_owned).collect::<Vec<_>>()
    };
    // No task was switched, and a load is no part of itself.
    assert_eq!(cells(&table[2]), ["-", "-", "-", "-"]);
    assert_eq!(cells(&table[4]), ["1,000", "100", "-", "-"]);
    assert_eq!(
        cells(&table[6]),
        ["25 million", "2.5 million", "-", "25,000"]
    );
}

#[test]
fn what_was_not_measured_is_in_no_sentence() {
    let measured = [
        took(MUTEX, 20.0),
        missing(L1, "untold"),
        missing(THREADS, "no threads"),
        missing(TASKS, "no tasks"),
    ];
    assert_eq!(
        verdict::sentence(&measured),
        "Away and back are two switches: of threads not measured; \
         of tasks not measured."
    );
    assert!(!meanwhile::sentence(&measured).contains("L1"));
    let nothing = RUNGS.map(|rung| missing(rung, "nothing"));
    let said = meanwhile::sentence(&nothing);
    assert_eq!(said, "Nothing could be measured.");
    assert_eq!(meanwhile::slowed_sentence(&nothing), said);
}

#[test]
fn a_wait_is_worth_two_switches_if_it_is_longer() {
    let measured = [
        took(L1, 2.0),
        took(L2, 201.0),
        took(FAULT, 700.0),
        took(FSYNC, 2_001.0),
        took(REQUEST, 50e6),
        took(TASKS, 100.0),
        took(THREADS, 1_000.0),
    ];
    assert_eq!(
        verdict::sentence(&measured),
        "Away and back are two switches: of threads 2.0 µs, worth \
         it for 2 waits, from the fsync up; of tasks 200 ns, worth \
         it for 4 waits, from the load from L2 up."
    );
}

#[test]
fn what_overlaps_is_too_close_to_tell() {
    let fault = [1_500.0, 3_000.0, 3_100.0];
    let measured = [
        Measured { rung: FAULT, outcome: Ok(spread(&fault)) },
        took(REQUEST, 50e6),
        took(THREADS, 1_000.0),
        took(TASKS, 1e9),
    ];
    assert_eq!(
        verdict::sentence(&measured),
        "Away and back are two switches: of threads 2.0 µs, worth \
         it for one wait, the request (too close to tell: page \
         fault); of tasks 2.0 s, worth it for no wait here."
    );
}
