//! A permit for each of two requests, on threads.

use std::sync::Arc;
use std::thread;

use clients::blocking::Client;
use permits::Semaphore;

use crate::{Content, Download, OPEN, Plan};
use flags::{Code, Error, Job};

/// What all downloads of a run share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) job: Arc<Job>,
    pub(crate) plan: Plan,
    pub(crate) client: Client,
    pub(crate) permits: Semaphore,
}

/// Fetches what is at `url`: JSON if it is, bytes otherwise.
pub(crate) fn http_get(
    client: &Client,
    url: &str,
) -> Result<Content, Error> {
    let answer = client.get(url); // this thread waits
    Content::of(url, answer?)
}

/// Fetches the flag of `code`, and works on it.
pub(crate) fn get_flag(
    shared: &Shared,
    code: Code,
) -> Result<Vec<u8>, Error> {
    let url = shared.job.site.flag_url(code);
    let permit = shared.permits.acquire(); // this thread waits
    let permit = permit.expect(OPEN);
    let content = http_get(&shared.client, &url);
    drop(permit);
    if let Some(work) = shared.plan.work {
        thread::sleep(work); // others use the permit
    }
    content?.into_image()
}

/// Fetches the name of the country of `code`.
pub(crate) fn get_country(
    shared: &Shared,
    code: Code,
) -> Result<String, Error> {
    let url = shared.job.site.metadata_url(code);
    let permit = shared.permits.acquire(); // this thread waits
    let permit = permit.expect(OPEN);
    let content = http_get(&shared.client, &url);
    drop(permit);
    content?.into_country()
}

/// Fetches the flag of `code`, then its country, and saves it.
pub(crate) fn download_one(
    shared: &Shared,
    code: Code,
) -> Download {
    let image = get_flag(shared, code);
    let country = get_country(shared, code);
    Download::end(&shared.job, code, image, country)
}
