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
    let mut peaks = Vec::new();
    for count in [plan.count(), plan.count() * 2] {
        for seen in compare(plan, count)? {
            let Seen { name, told, held, .. } = &seen;
            let wall = told.wall.as_secs_f64();
            let (images, bytes) =
                (held.peak_count, held.peak_bytes as f64 / 1e3);
            say!(
                "{name:<13}{count:>6}{wall:>10.2} s{images:>13} \
                 images{bytes:>9.1} kB"
            );
            peaks.push(images);
            all.extend(counts(&[seen]));
        }
    }
    say!();
    words::say_wrapped(&sentence(plan, &peaks));
    Ok(all)
}

fn sentence(plan: &Plan, peaks: &[usize]) -> String {
    let [bounded, piled, bounded_twice, piled_twice] = peaks else {
        return String::new();
    };
    let (units, room) = (plan.max_req(), plan.room());
    let bound = units + room + 1;
    format!(
        "Twice the flags: without a bound {piled} images became \
         {piled_twice}, with one {bounded} became \
         {bounded_twice} and can never be more than {bound}: \
         {units} just downloaded, {room} that wait (--room), 1 \
         being written. Those who download wait for the disk: \
         that is backpressure."
    )
}
