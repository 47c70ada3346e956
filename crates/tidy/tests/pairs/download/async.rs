//! Downloads by async tasks.

use std::sync::Arc;

use reqwest::Client;
use tokio::{sync::mpsc, task};

use crate::{Error, Outcome, Queue, Site, check};

/// One client for all, that keeps `max_req` connections alive.
fn client(max_req: usize) -> Client {
    Client::builder()
        .pool_max_idle_per_host(max_req)
        .tcp_nodelay(true)
        .http1_only()
        .no_proxy()
        .build()
        .expect("without TLS nothing can fail")
}

/// Fetches the flag of `code`.
async fn get_flag(
    client: &Client,
    site: &Site,
    code: &str,
) -> Result<Vec<u8>, Error> {
    let request = client.get(site.flag_url(code));
    let answer = request.send().await?; // others run meanwhile
    check(answer.status().as_u16())?;
    let image = answer.bytes().await?.into(); // and again
    Ok(image)
}

/// Fetches and saves the flag of `code`.
async fn download_one(
    client: &Client,
    site: &Site,
    code: &str,
) -> Result<(), Error> {
    let image = get_flag(client, site, code).await?;
    site.save(&image, code)
}

/// Downloads all that is in `queue`, at most `max_req` at once;
/// outcomes come in the order in which the downloads end.
///
/// # Panics
///
/// Outside a runtime.
pub fn download_many(
    queue: Arc<Queue>,
    site: Arc<Site>,
    max_req: usize,
) -> mpsc::UnboundedReceiver<Outcome> {
    let client = client(max_req);
    let (sender, outcomes) = mpsc::unbounded_channel();
    for _ in 0..max_req {
        let (client, sender) = (client.clone(), sender.clone());
        let (queue, site) = (queue.clone(), site.clone());
        task::spawn(async move {
            while let Some(code) = queue.take() {
                let end = download_one(&client, &site, &code).await;
                if sender.send((code, end)).is_err() {
                    break;
                }
            }
        });
    }
    outcomes
}
