//! Downloads by operating-system threads.

use std::{sync::Arc, thread};

use crossbeam_channel as channel;
use ureq::Agent as Client;

use crate::{Error, Outcome, Queue, Site, check};

/// One client for all, that keeps `max_req` connections alive.
fn client(max_req: usize) -> Client {
    Client::config_builder()
        .max_idle_connections_per_host(max_req)
        .max_idle_connections(max_req)
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .new_agent()
}

/// Fetches the flag of `code`.
fn get_flag(
    client: &Client,
    site: &Site,
    code: &str,
) -> Result<Vec<u8>, Error> {
    let request = client.get(site.flag_url(code));
    let mut answer = request.call()?; // this thread waits here
    check(answer.status().as_u16())?;
    let image = answer.body_mut().read_to_vec()?; // and here
    Ok(image)
}

/// Fetches and saves the flag of `code`.
fn download_one(
    client: &Client,
    site: &Site,
    code: &str,
) -> Result<(), Error> {
    let image = get_flag(client, site, code)?;
    site.save(&image, code)
}

/// Downloads all that is in `queue`, at most `max_req` at once;
/// outcomes come in the order in which the downloads end.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn download_many(
    queue: Arc<Queue>,
    site: Arc<Site>,
    max_req: usize,
) -> channel::Receiver<Outcome> {
    let client = client(max_req);
    let (sender, outcomes) = channel::unbounded();
    for _ in 0..max_req {
        let (client, sender) = (client.clone(), sender.clone());
        let (queue, site) = (queue.clone(), site.clone());
        thread::spawn(move || {
            while let Some(code) = queue.take() {
                let end = download_one(&client, &site, &code);
                if sender.send((code, end)).is_err() {
                    break;
                }
            }
        });
    }
    outcomes
}
