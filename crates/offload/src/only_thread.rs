//! The download as if there were only threads: scoped ones, which
//! borrow what they need, and of which each saves for itself.

use std::{iter, sync::mpsc, thread};

use clients::blocking::Client;
use flags::{Code, Counts, Job, Outcome, Report};

use crate::{Desk, Saved};

/// Saves what came for `code`; this thread waits for the disk.
fn save(desk: &Desk, code: Code, image: Vec<u8>) -> Saved {
    let image = desk.shelf.image(code, image);
    desk.disk.write(&image)?;
    Ok(image.bytes.len())
}

/// Downloads all flags of `job`, saves them on the disk of `desk`,
/// and returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(
    job: &Job,
    desk: &Desk,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let download_one = |code| {
        let image = client.get_flag(&job.site, code);
        let result = image.and_then(|it| save(desk, code, it));
        Outcome { code, result }
    };
    let download_one = &download_one;
    let (sender, outcomes) = mpsc::sync_channel(job.max_req());
    thread::scope(|scope| {
        for sender in iter::repeat_n(sender, job.max_req()) {
            scope.spawn(move || {
                let codes = iter::from_fn(|| job.take());
                let mut ends = codes.map(download_one);
                ends.try_for_each(|end| sender.send(end))
            });
        }
        for outcome in outcomes {
            if report.add(outcome).is_err() {
                break;
            }
        }
    });
    report.counts()
}
