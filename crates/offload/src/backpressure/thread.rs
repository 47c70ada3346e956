//! Downloads by threads that do not wait until it is written.

use std::sync::Arc;
use std::thread;

use clients::blocking::Client;
use crossbeam_channel as channel;

use crate::{Desk, writer, writer::Order};
use flags::{Counts, Job, Outcome, Report};

/// Downloads all flags of `job`, hands each to the thread that
/// writes, and returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(
    job: &Arc<Job>,
    desk: &Desk,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let (sender, outcomes) = channel::bounded(job.max_req());
    let (orders, taken) = channel::bounded(desk.room);
    let taken = taken.into_iter();
    let writer = writer::start(&desk.disk, taken);
    let start = |_| {
        let (job, client) = (job.clone(), client.clone());
        let (shelf, orders) = (desk.shelf.clone(), orders.clone());
        let sender = sender.clone();
        thread::spawn(move || {
            while let Some(code) = job.take() {
                let image = client.get_flag(&job.site, code);
                let to = sender.clone();
                let tell = move |result| {
                    to.send(Outcome { code, result }).ok();
                };
                match image {
                    Ok(image) => {
                        let image = shelf.image(code, image);
                        let order = Order::new(image, tell);
                        orders.send(order).ok(); // waits for room
                    }
                    Err(error) => {
                        let result = Err(error);
                        let end = Outcome { code, result };
                        sender.send(end).ok();
                    }
                }
            }
        })
    };
    let units: Vec<_> = (0..job.max_req()).map(start).collect();
    drop((sender, orders));
    while let Ok(outcome) = outcomes.recv() {
        if report.add(outcome).is_err() {
            break;
        }
    }
    drop(outcomes);
    for unit in units {
        unit.join().expect("a download panicked");
    }
    // All that it was to tell is told: there is no wait.
    writer.join().expect("the writer panicked");
    report.counts()
}
