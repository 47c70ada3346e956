//! Both requests at once, a permit for each, on tasks.

use tokio::join;

use crate::Download;
use crate::r#async::{Shared, get_country, get_flag};
use flags::Code;

/// Fetches the flag of `code` and its country, and saves it.
pub(crate) async fn download_one(
    shared: &Shared,
    code: Code,
) -> Download {
    let (image, country) = {
        let image = get_flag(shared, code);
        let country = get_country(shared, code);
        join!(image, country) // one task, which waits for both
    };
    Download::end(&shared.job, code, image, country)
}
