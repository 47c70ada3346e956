//! Shows how many images are in memory when the disk is slow.

use flags::Counts;
use lesson::say;

use super::{begin, compare, counts};
use crate::{Plan, Seen, words};

/// Compares a bounded hand-over with one that has no bound, with
/// as many downloads as asked for, and with twice as many.
pub(super) fn show(plan: &Plan) -> anyhow::Result<Vec<Counts>> {
    begin(plan);
    say!(
        "{:<13}{:>6}{:>12}{:>20}{:>12}",
        "hand-over",
        "flags",
        "wall time",
        "most in memory",
        "bytes"
    );
    let mut all = Vec::new();
    let mut peaks = [[0; 2]; 2];
    let counted = [plan.count(), plan.count() * 2];
    for (count, peaks) in counted.into_iter().zip(&mut peaks) {
        let runs = compare(plan, count)?;
        for (seen, peak) in runs.into_iter().zip(peaks) {
            let Seen { name, told, held, .. } = &seen;
            let wall = told.wall.as_secs_f64();
            let (images, bytes) =
                (held.peak_count, held.peak_bytes as f64 / 1e3);
            say!(
                "{name:<13}{count:>6}{wall:>10.2} s{images:>13} \
                 images{bytes:>9.1} kB"
            );
            *peak = images;
            all.extend(counts(&[seen]));
        }
    }
    say!();
    words::say_wrapped(&sentence(
        [plan.max_req(), plan.room(), plan.count()],
        peaks,
    ));
    Ok(all)
}

/// Says what the peaks tell, of `count` flags and of twice as many,
/// each with a bound and without, where `units` download at once
/// and `room` images may wait.
pub fn sentence(
    [units, room, count]: [usize; 3],
    peaks: [[usize; 2]; 2],
) -> String {
    let [[bounded, piled], [bounded_twice, piled_twice]] = peaks;
    let bound = units + room + 1;
    let twice = count * 2;
    let what = if piled_twice > bound && piled_twice > piled {
        format!(
            "Twice the flags: without a bound {piled} images \
             became {piled_twice}, with one {bounded} became \
             {bounded_twice}. Those who download wait for the \
             disk: that is backpressure."
        )
    } else if twice <= bound {
        format!(
            "{twice} flags are too few to show a bound: ask for \
             more with --count."
        )
    } else {
        format!(
            "Without a bound there were {piled} and {piled_twice} \
             images at the most, with one {bounded} and \
             {bounded_twice}: this disk kept up with the network, \
             and the bound made no difference."
        )
    };
    format!(
        "{what} With a bound there can never be more than {bound}: \
         {units} just downloaded, {room} that wait (--room), 1 \
         being written."
    )
}
