//! The steps, on threads.

use std::{process::ExitCode, sync::mpsc, thread::current};

use clients::blocking::Client;
use flags::{Setup, Unit};
use lesson::say;

use super::{AWAITED, CALLED, Stand, sentence};
use crate::{
    Log, adapters, event_loop,
    get::{Refusing, Remote, Watched, callback::OnLoop},
    heart, hell, row, scheduled, thread,
    twice::{Once, Unreliable, nested},
};

/// Runs the step that was chosen, on threads.
///
/// # Errors
///
/// If a unit ends without a result.
pub fn show_threads(setup: Setup) -> anyhow::Result<ExitCode> {
    let client = Client::new(&setup.job);
    let client = Remote { client, site: setup.job.site.clone() };
    let mut stand = Stand::begin(Unit::Thread, setup);
    let every = stand.heartbeat();
    let (code, log) = (stand.first(), stand.log.clone());
    let inner = client.clone();
    let watched = Watched { inner, log: log.clone() };
    let inner = watched.clone();
    let refusing = Refusing { inner, refused: 2 };
    let on_loop = |three_stages| {
        let (client, log) = (refusing.clone(), Log::silent());
        vec![hell::on_this_thread(
            client,
            &log,
            every,
            code,
            three_stages,
        )]
    };
    match stand.setup.step.name {
        "hell" => stand.each(|code| {
            hell::on_this_thread(
                client.clone(),
                &log,
                every,
                code,
                hell::thread::three_stages,
            )
        }),
        "error" => stand.error(&[
            ("nested callbacks", &|()| {
                on_loop(hell::thread::three_stages)
            }),
            ("wrong: one stage forgets", &|()| {
                on_loop(hell::wrong::three_stages)
            }),
            ("calls that block", &|()| {
                vec![thread::three_stages(&refusing, code)]
            }),
        ]),
        "scheduled" => stand.scheduled(|seen| {
            scheduled::thread::supervisor(&watched, code, seen);
        }),
        "adapters" => adapted(&mut stand, client)?,
        "twice" => stand.twice(&[
            ("FnMut callbacks", &|calls| {
                let inner = watched.clone();
                event_loop::on_this_thread(move |handle, sender| {
                    let api = Unreliable { inner, handle, calls };
                    nested::three_stages(api, code, move |flag| {
                        sender.send(flag).ok();
                    });
                })
            }),
            ("FnOnce callbacks", &|calls| {
                let inner = watched.clone();
                event_loop::on_this_thread(move |handle, sender| {
                    let api = Unreliable { inner, handle, calls };
                    let done = move |flag| {
                        sender.send(flag).ok();
                    };
                    hell::thread::three_stages(
                        Once(api),
                        code,
                        done,
                    );
                })
            }),
            ("calls that block", &|calls| {
                let inner = watched.clone();
                vec![event_loop::beside(|handle| {
                    let api = Unreliable { inner, handle, calls };
                    let api = adapters::thread::Awaited(Once(api));
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
    Ok(stand.exit_code())
}

/// Blocks on a callback API, and calls back from code that blocks.
fn adapted(
    stand: &mut Stand,
    client: Remote<Client>,
) -> anyhow::Result<()> {
    let (code, log) = (stand.first(), stand.log.clone());
    let every = stand.heartbeat();
    say!("{}\n{AWAITED}", row::WITH_THREADS);
    let flag = event_loop::beside(|handle| {
        let inner = OnLoop { inner: client.clone(), handle };
        let api = Watched { inner, log: log.clone() };
        let api = adapters::thread::Awaited(api);
        heart::thread::beside(&log, every, || {
            thread::three_stages(&api, code)
        })
    });
    stand.told(code, &flag);
    say!("{CALLED}");
    let (sender, end) = mpsc::sync_channel(1);
    let client = Watched { inner: client, log: log.clone() };
    adapters::thread::three_stages_then(
        client,
        code,
        move |flag| {
            sender.send((flag, current())).ok();
        },
    );
    let (flag, on) = end.recv()?;
    stand.told(code, &flag);
    stand.end(sentence::adapted(stand.unit, &log.rows(), &on));
    Ok(())
}
