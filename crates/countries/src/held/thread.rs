//! One permit for both requests, on threads.

use std::thread;

use crate::thread::{Shared, http_get};
use crate::{Content, Download, OPEN};
use flags::Code;

/// Fetches the flag of `code`, then its country, and saves it.
pub(crate) fn download_one(
    shared: &Shared,
    code: Code,
) -> Download {
    let flag_url = shared.job.site.flag_url(code);
    let metadata_url = shared.job.site.metadata_url(code);
    let permit = shared.permits.acquire(); // this thread waits
    let permit = permit.expect(OPEN);
    let image = http_get(&shared.client, &flag_url);
    if let Some(work) = shared.plan.work {
        thread::sleep(work); // nobody uses the permit
    }
    let country = http_get(&shared.client, &metadata_url);
    drop(permit);
    let image = image.and_then(Content::into_image);
    let country = country.and_then(Content::into_country);
    Download::end(&shared.job, code, image, country)
}
