//! The step `inside`: how many units, in how much memory.

use std::process::ExitCode;

use flags::Setup;
use lesson::{limits, say};

use crate::inside::{Asked, Measured, Way};

/// Returns how many threads this step starts, at the most: no more
/// than half of what the system allows, whatever else may run.
fn threads(asked: usize) -> usize {
    let limits = limits::threads();
    let Some(limit) = limits.first() else { return asked };
    let half = usize::try_from(limit.value / 2);
    let half = half.unwrap_or(usize::MAX);
    if asked > half {
        say!(
            "The system allows {limit} threads. This step leaves \
             half of them to others."
        );
    }
    asked.min(half)
}

/// Measures both ways, on threads.
pub(super) fn show_threads(
    setup: &Setup,
) -> anyhow::Result<ExitCode> {
    let units = threads(setup.args.values().count("units"));
    show("threads", units, setup.args.max_req())
}

/// Measures both ways, on tasks.
pub(super) fn show_tasks(
    setup: &Setup,
) -> anyhow::Result<ExitCode> {
    let asked = setup.args.values().count("units");
    show("tasks", asked, setup.args.max_req())
}

fn show(
    kind: &str,
    units: usize,
    permits: usize,
) -> anyhow::Result<ExitCode> {
    let kind_of = |count| match count {
        1 => kind.trim_end_matches('s'),
        _ => kind,
    };
    let s = if permits == 1 { "" } else { "s" };
    say!("{units} {} in all, {permits} permit{s}.", kind_of(units));
    say!(
        "Each way in a process of its own, its memory at the most:"
    );
    let measure = |what: &str, way| {
        let asked = Asked { way, units, permits };
        let measured = asked.measure()?;
        let Measured { units, peak_kib } = measured;
        let memory = peak_kib.map_or("n/a".to_owned(), mib);
        let at_once = format!("{} at once", kind_of(units));
        let width = kind.len() + " at once".len();
        say!("{what}  {units:6} {at_once:width$}  {memory:>9}");
        anyhow::Ok(measured)
    };
    let before = measure("acquired before", Way::Before)?;
    let inside = measure("acquired inside", Way::Inside)?;
    let more = inside.units - before.units.min(inside.units);
    if more == 0 {
        say!(
            "No more {kind} than permits: nobody waited for one, \
             in either way."
        );
        return Ok(ExitCode::SUCCESS);
    }
    let peaks = inside.peak_kib.zip(before.peak_kib);
    let took = peaks.map_or(String::new(), |(inside, before)| {
        let kib = inside.saturating_sub(before);
        let each = kib as f64 / more as f64;
        format!(" took {}: {each:.1} KiB each", mib(kib))
    });
    let kind = kind_of(more);
    say!("{more} more {kind} that waited for a permit{took}.");
    Ok(ExitCode::SUCCESS)
}

fn mib(kib: u64) -> String {
    format!("{:.1} MiB", kib as f64 / 1024.0)
}
