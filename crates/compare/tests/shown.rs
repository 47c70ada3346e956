//! The table and the JSON say what was measured.

mod figures;

use compare::{
    outcome::{Outcome, Run},
    report::Report,
    table::Table,
    version::Version::{
        Async, RawAsync, RawThread, Sequential, Thread,
    },
};
use figures::{outcome, run};
use serde_json::Value;

fn json(outcome: &Outcome) -> Value {
    serde_json::to_value(Report::of(outcome)).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().expect("an object");
    let mut keys: Vec<&str> =
        object.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn json_has_exactly_the_promised_keys() {
    let report = json(&outcome(&[(Thread, &[run(1.0, 10, 5)])]));
    assert_eq!(
        keys(&report),
        [
            "delay_ms",
            "flags",
            "identical",
            "max_req",
            "rounds",
            "versions",
        ]
    );
    let version = &report["versions"][0];
    assert_eq!(
        keys(version),
        [
            "context_switches",
            "cpu_s",
            "error",
            "ideal_s",
            "not_found",
            "ok",
            "peak_memory_bytes",
            "peak_threads",
            "server",
            "version",
            "wall_s",
        ]
    );
    assert_eq!(keys(&version["wall_s"]), ["max", "median", "min"]);
    assert_eq!(keys(&version["cpu_s"]), ["max", "median", "min"]);
    assert_eq!(version["server"]["delay_ms"]["mean"], 250.0);
}

#[test]
fn json_has_medians_and_peaks_over_the_rounds() {
    let runs = [run(3.0, 30, 7), run(1.0, 10, 9), run(2.0, 20, 8)];
    let report = json(&outcome(&[(Thread, &runs)]));
    let version = &report["versions"][0];
    assert_eq!(version["wall_s"]["median"], 2.0);
    assert_eq!(version["wall_s"]["min"], 1.0);
    assert_eq!(version["wall_s"]["max"], 3.0);
    assert_eq!(version["cpu_s"]["median"], 0.02);
    assert_eq!(version["peak_memory_bytes"], 9 << 20);
}

#[test]
fn json_names_the_versions_as_the_options_do() {
    let runs = [run(1.0, 10, 5)];
    let all = [Sequential, Thread, Async, RawThread, RawAsync];
    let report = json(&outcome(&all.map(|it| (it, &runs[..]))));
    let names = report["versions"].as_array().unwrap().iter();
    let names: Vec<&Value> =
        names.map(|it| &it["version"]).collect();
    assert_eq!(
        names,
        [
            "sequential",
            "thread",
            "async",
            "raw_thread",
            "raw_async"
        ]
    );
}

#[test]
fn the_ideal_time_follows_the_delay_that_the_server_measured() {
    let mut late: Run = run(1.0, 10, 5);
    late.server.delay_ms.mean = 300.0;
    let late = [late];
    let report =
        json(&outcome(&[(Sequential, &late), (Thread, &late)]));
    // 20 flags one by one, and 20 flags five at a time.
    let ideal = |at: usize| {
        let ideal = report["versions"][at]["ideal_s"].as_f64();
        (ideal.unwrap() * 1_000.0).round()
    };
    assert_eq!((ideal(0), ideal(1)), (6_000.0, 1_200.0));
}

#[test]
fn what_the_system_does_not_tell_is_null_and_not_available() {
    let mut run = run(1.0, 10, 5);
    run.costs = Default::default();
    let outcome = outcome(&[(Thread, &[run])]);
    let version = &json(&outcome)["versions"][0];
    for key in [
        "cpu_s",
        "peak_memory_bytes",
        "peak_threads",
        "context_switches",
    ] {
        assert_eq!(version[key], Value::Null, "{key}");
    }
    let table = Table::of(&outcome);
    assert_eq!(table.body[0].matches("n/a").count(), 4);
}

#[test]
fn failures_show_in_the_column_of_flags() {
    let mut run = run(1.0, 10, 5);
    run.said.ok = 18;
    run.said.error = 2;
    let table = Table::of(&outcome(&[(Thread, &[run])]));
    assert!(table.body[0].contains("18 of 20"), "{table:?}");
}

#[test]
fn several_rounds_add_a_line_with_the_spread() {
    let runs = [run(1.0, 10, 5), run(1.5, 30, 5), run(1.25, 20, 5)];
    let table = Table::of(&outcome(&[(Thread, &runs)]));
    assert!(table.body[0].contains(" 1.25 "), "{table:?}");
    assert!(table.body[1].contains("1.00-1.50"), "{table:?}");
    assert!(table.body[1].contains("10-30"), "{table:?}");
}

#[test]
fn a_table_of_large_figures_fits_80_columns() {
    let mut large = run(123_456.0, 9_999_999, 20_000);
    large.said.ok = 1_000_000;
    large.costs.peak_threads = Some(16_384);
    large.costs.context_switches = Some(99_999_999);
    let large = [large];
    let mut outcome =
        outcome(&[(Sequential, &large), (RawThread, &large)]);
    outcome.job.flags = 1_000_000;
    let Table { head, body } = Table::of(&outcome);
    for line in head.iter().chain(&body) {
        assert!(line.chars().count() <= 80, "{line}");
    }
}
