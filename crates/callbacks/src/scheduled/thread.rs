//! What makes three stages begin, where there are threads.

use std::thread;

use flags::Code;

use super::{Scheduled, left_to_a_loop};
use crate::{get::blocking::Get, thread::three_stages};

/// Makes, leaves, runs, starts, joins; looks after each.
///
/// # Panics
///
/// If the system starts no more threads, or a stage panics.
pub fn supervisor<G>(
    client: &G,
    wanted: Code,
    seen: &mut Scheduled<'_>,
) where
    G: Get + Clone + Send + Sync + 'static,
{
    let _made = || three_stages(client, wanted);
    seen.look("a closure is made");
    let left = left_to_a_loop(client, wanted);
    seen.look("callbacks are left to a loop");
    left.run(); // this thread is the loop
    seen.look("the loop is run");
    let client = client.clone();
    let unit = thread::spawn(move || {
        three_stages(&client, wanted) // main need not wait
    });
    seen.look_busily("a thread is started, main is busy");
    unit.join().expect("no stage panics").ok();
    seen.look("it is joined");
}
