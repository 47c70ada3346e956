//! The steps, on threads.

use std::{
    process::ExitCode,
    sync::mpsc::{self, RecvError},
    thread as threads,
};

use clients::blocking::Client;
use flags::{Setup, Unit};
use lesson::say;

use super::{Stand, words};
use crate::{
    adapters, event_loop,
    get::{Remote, Watched, callback::OnLoop},
    heart, hell, row, scheduled, thread,
    twice::{self, Unreliable},
};

/// Runs the step that was chosen, on threads.
///
/// # Errors
///
/// If the system refuses what the step needs.
pub fn show_threads(setup: Setup) -> anyhow::Result<ExitCode> {
    let client = Client::new(&setup.job);
    let client = Remote { client, site: setup.job.site.clone() };
    let every = setup.args.duration("heartbeat");
    let mut stand = Stand::begin(Unit::Thread, setup);
    let (code, log) = (stand.first(), stand.log.clone());
    let watched =
        Watched { inner: client.clone(), log: log.clone() };
    match stand.setup.step.name {
        "hell" => stand.each(|code| {
            let version = hell::Version::Right;
            let client = client.clone();
            hell::on_this_thread(client, &log, every, code, version)
        }),
        "scheduled" => stand.scheduled(|seen| {
            scheduled::thread::show(&watched, code, seen);
        }),
        "adapters" => adapted(&mut stand, client)?,
        "twice" => stand.twice(&[
            ("nested callbacks", &|calls| {
                twice::on_this_thread(watched.clone(), calls, code)
            }),
            ("calls that block", &|calls| {
                vec![event_loop::beside(|handle| {
                    let inner = watched.clone();
                    let api = Unreliable { inner, handle, calls };
                    let api = twice::thread::Awaited(api);
                    thread::three_stages(&api, code)
                })]
            }),
        ]),
        _ => stand.each(|code| {
            heart::thread::beside(&log, every, || {
                thread::three_stages(&watched, code)
            })
        }),
    }
    Ok(stand.end())
}

/// Blocks on a callback API, and calls back from code that blocks.
fn adapted(
    stand: &mut Stand,
    client: Remote<Client>,
) -> Result<(), RecvError> {
    let (code, log) = (stand.first(), stand.log.clone());
    say!("{}", words::AWAITED);
    say!("{}", row::WITH_THREADS);
    let flag = event_loop::beside(|handle| {
        let inner = OnLoop { inner: client.clone(), handle };
        let api = Watched { inner, log: log.clone() };
        let api = adapters::thread::Awaited(api);
        thread::three_stages(&api, code)
    });
    stand.told(code, &flag);
    say!("\n{}", words::CALLED);
    let (sender, end) = mpsc::sync_channel(1);
    let client = Watched { inner: client, log: log.clone() };
    adapters::thread::three_stages_then(
        client,
        code,
        move |flag| {
            sender.send((flag, threads::current())).ok();
        },
    );
    let (flag, on) = end.recv()?;
    stand.told(code, &flag);
    say!("\n{}", words::adapted(&log.rows(), &on));
    Ok(())
}
