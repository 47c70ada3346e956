//! Both requests at once, a permit for each, on threads.

use std::thread;

use crate::thread::{Shared, get_country, get_flag};
use crate::{Download, NO_PANIC};
use flags::Code;

/// Fetches the flag of `code` and its country, and saves it.
pub(crate) fn download_one(
    shared: &Shared,
    code: Code,
) -> Download {
    let (image, country) = thread::scope(|scope| {
        let image = scope.spawn(|| get_flag(shared, code));
        let country = get_country(shared, code);
        (image.join().expect(NO_PANIC), country) // two threads
    });
    Download::end(&shared.job, code, image, country)
}
