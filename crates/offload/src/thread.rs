//! Downloads by threads, of which each saves for itself.

use std::sync::Arc;
use std::thread;

use clients::blocking::Client;
use crossbeam_channel as channel;

use crate::save::Save;
use crate::{Disk, Image, Saved, Shelf};
use flags::{Code, Counts, Job, Outcome, Report, site::Site};
use timeline::blocking::{lane, wait};

/// Saves where the download was.
#[derive(Clone)]
pub struct Direct(pub Arc<Disk>);

impl Save for Direct {
    /// This thread waits for the disk; all others run.
    fn save(&self, image: Image) -> Saved {
        self.0.write(&image)?;
        Ok(image.bytes.len())
    }
}

/// Fetches and saves the flag of `code`.
fn download_one(
    (client, site): (&Client, &Site),
    shelf: &Arc<Shelf>,
    saver: &impl Save,
    code: Code,
) -> Outcome {
    let get = || client.get_flag(site, code);
    let image = wait("answer", get); // this thread waits
    let result = match image {
        Ok(image) => saver.save(shelf.image(code, image)),
        Err(error) => Err(error),
    };
    Outcome { code, result }
}

/// Downloads all flags of `job`, saves them by `saver`, and
/// returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(
    job: &Arc<Job>,
    shelf: &Arc<Shelf>,
    saver: &impl Save,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let (sender, outcomes) = channel::bounded(job.max_req());
    let start = |number| {
        let (job, client) = (job.clone(), client.clone());
        let (shelf, saver) = (shelf.clone(), saver.clone());
        let sender = sender.clone();
        let unit = move || {
            let from = (&client, &job.site);
            while let Some(code) = job.take() {
                let end = download_one(from, &shelf, &saver, code);
                if sender.send(end).is_err() {
                    break;
                }
            }
        };
        thread::spawn(move || lane(number, unit))
    };
    let units: Vec<_> = (1..=job.max_req()).map(start).collect();
    drop(sender);
    while let Ok(outcome) = wait("flags", || outcomes.recv()) {
        if report.add(outcome).is_err() {
            break;
        }
    }
    drop(outcomes);
    for unit in units {
        wait("end", || unit.join()).expect("a download panicked");
    }
    report.counts()
}
