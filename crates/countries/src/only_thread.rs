//! The same by somebody who has threads alone: a scope, from which
//! all of them borrow, and a permit that ends with its block.

use std::{iter, sync::mpsc, thread};

use clients::blocking::Client;
use flags::{Code, Counts, Error, Job};
use permits::Semaphore;

use crate::thread::http_get;
use crate::{Book, Content, Download, OPEN, Plan};

/// What all downloads of a run borrow.
#[derive(Clone, Copy)]
struct Run<'run> {
    job: &'run Job,
    client: &'run Client,
    permits: &'run Semaphore,
}

impl Run<'_> {
    /// Makes a request with a permit for it alone.
    fn get(self, url: &str) -> Result<Content, Error> {
        let _permit = self.permits.acquire().expect(OPEN);
        http_get(self.client, url)
    }

    /// Fetches the flag of `code`, then its country, and saves it.
    fn download_one(self, code: Code) -> Download {
        let site = &self.job.site;
        let image = self.get(&site.flag_url(code));
        let image = image.and_then(Content::into_image);
        let country = self.get(&site.metadata_url(code));
        let country = country.and_then(Content::into_country);
        Download::end(self.job, code, image, country)
    }
}

/// Downloads all flags of `job`, enters each in `book` as it
/// arrives, and returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(
    job: &Job,
    plan: Plan,
    book: &mut Book<'_>,
) -> Counts {
    let client = &Client::keeping(job, plan.permits);
    let permits = &Semaphore::new(plan.permits);
    let run = Run { job, client, permits };
    let (sender, downloads) = mpsc::sync_channel(plan.units);
    thread::scope(|scope| {
        for _ in 0..plan.units {
            let sender = sender.clone();
            scope.spawn(move || {
                iter::from_fn(|| job.take())
                    .map(|code| run.download_one(code))
                    .try_for_each(|end| sender.send(end))
            });
        }
        drop(sender);
        for download in downloads {
            if book.add(download).is_err() {
                break;
            }
        }
    });
    book.counts()
}
