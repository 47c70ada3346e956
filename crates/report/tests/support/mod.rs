//! Lessons and folders that were made up.

// Each test uses a part of it.
#![allow(dead_code)]

use std::{fs, path::Path};

use report::{criterion::Measured, figures::Lesson, id::Id};
use serde_json::{Value, json};

/// The names that criterion has for a bench: its group, function
/// and parameter.
pub(crate) type Names<'name> =
    (&'name str, Option<&'name str>, Option<&'name str>);

/// Leaves in `folder` what criterion leaves of a run.
pub(crate) fn leave(
    folder: &Path,
    names: Names<'_>,
    median_ns: f64,
) {
    let folder = folder.join("new");
    let (group, function, value) = names;
    let benchmark = json!({
        "group_id": group,
        "function_id": function,
        "value_str": value,
        "throughput": { "Elements": 200 },
        "full_id": "…",
    });
    let estimate = |figure: f64| {
        json!({
            "confidence_interval": {
                "confidence_level": 0.95,
                "lower_bound": figure * 0.9,
                "upper_bound": figure * 1.1,
            },
            "point_estimate": figure,
            "standard_error": 1.0,
        })
    };
    let estimates = json!({
        "mean": estimate(median_ns * 3.0),
        "median": estimate(median_ns),
        "slope": Value::Null,
    });
    fs::create_dir_all(&folder).unwrap();
    let put = |name: &str, value: Value| {
        fs::write(folder.join(name), value.to_string()).unwrap();
    };
    put("benchmark.json", benchmark);
    put("estimates.json", estimates);
}

/// Returns a lesson whose rows are panel, point, name, and the
/// times of each run.
pub(crate) fn lesson(
    rows: &[(&str, &str, &str, &[f64])],
) -> Lesson {
    let most = rows.iter().map(|it| it.3.len()).max().unwrap();
    let run = |number: usize| {
        let rows = rows.iter().filter_map(|row| {
            let (panel, point, name, times) = *row;
            let median_ns = *times.get(number)?;
            let id = Id {
                panel: panel.to_owned(),
                point: point.to_owned(),
                name: name.to_owned(),
            };
            Some(Measured {
                lesson: "made-up".to_owned(),
                id,
                median_ns,
                low_ns: median_ns * 0.9,
                high_ns: median_ns * 1.1,
            })
        });
        rows.collect::<Vec<_>>()
    };
    let runs = (0..most).map(run).collect::<Vec<_>>();
    Lesson::new("made-up", &runs, "2026-11-05", false)
}

/// Six runs around 100, around 104, and around 200.
pub(crate) const HUNDRED: &[f64] =
    &[100.0, 101.0, 102.0, 103.0, 104.0, 105.0];
pub(crate) const NEAR: &[f64] =
    &[105.0, 104.0, 106.0, 104.5, 107.0, 108.0];
pub(crate) const TWICE: &[f64] =
    &[200.0, 202.0, 204.0, 206.0, 208.0, 210.0];
