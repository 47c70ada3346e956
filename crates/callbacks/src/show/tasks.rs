//! The steps, on tasks.

use std::{process::ExitCode, thread::current};

use clients::asynchronous::Client;
use clients::blocking;
use flags::{Setup, Unit};
use lesson::say;
use tokio::{
    runtime::{Builder, Runtime},
    sync::oneshot,
};

use super::{Stand, words};
use crate::{
    adapters, r#async, event_loop,
    get::{Remote, Watched, callback::OnLoop},
    heart, hell, row, scheduled,
    twice::{self, Unreliable},
};

/// Runs the step that was chosen, on tasks.
///
/// # Errors
///
/// If the system refuses what the step needs.
pub fn show_tasks(setup: Setup) -> anyhow::Result<ExitCode> {
    let runtime = Builder::new_current_thread();
    let runtime = { runtime }.enable_all().build()?;
    let client = Client::new(&setup.job);
    let client = Remote { client, site: setup.job.site.clone() };
    let caller = blocking::Client::new(&setup.job);
    let caller =
        Remote { client: caller, site: setup.job.site.clone() };
    let every = setup.args.duration("heartbeat");
    let mut stand = Stand::begin(Unit::Task, setup);
    let (code, log) = (stand.first(), stand.log.clone());
    let watched = Watched { inner: client, log: log.clone() };
    match stand.setup.step.name {
        "hell" => stand.each(|code| {
            runtime.block_on(heart::r#async::beside(
                &log,
                every,
                hell::r#async::three_stages(&watched, code),
            ))
        }),
        "scheduled" => stand.scheduled(|seen| {
            runtime.block_on(scheduled::r#async::show(
                &watched, code, seen,
            ));
        }),
        "adapters" => {
            adapted(&mut stand, &runtime, watched, caller)?;
        }
        "twice" => {
            let caller =
                Watched { inner: caller, log: log.clone() };
            stand.twice(&[
                ("combinators", &|calls| {
                    vec![event_loop::beside(|handle| {
                        let inner = caller.clone();
                        let api =
                            Unreliable { inner, handle, calls };
                        let api = twice::r#async::Awaited(api);
                        runtime.block_on(
                            hell::r#async::three_stages(&api, code),
                        )
                    })]
                }),
                ("async/await", &|calls| {
                    vec![event_loop::beside(|handle| {
                        let inner = caller.clone();
                        let api =
                            Unreliable { inner, handle, calls };
                        let api = twice::r#async::Awaited(api);
                        runtime.block_on(r#async::three_stages(
                            &api, code,
                        ))
                    })]
                }),
            ]);
        }
        _ => stand.each(|code| {
            runtime.block_on(heart::r#async::beside(
                &log,
                every,
                r#async::three_stages(&watched, code),
            ))
        }),
    }
    Ok(stand.end())
}

/// Awaits a callback API, and calls back from async code.
fn adapted(
    stand: &mut Stand,
    runtime: &Runtime,
    client: Watched<Remote<Client>>,
    caller: Remote<blocking::Client>,
) -> anyhow::Result<()> {
    let (code, log) = (stand.first(), stand.log.clone());
    say!("{}", words::AWAITED);
    say!("{}", row::WITH_THREADS);
    let flag = event_loop::beside(|handle| {
        let inner = OnLoop { inner: caller, handle };
        let api = Watched { inner, log: log.clone() };
        let api = adapters::r#async::Awaited(api);
        runtime.block_on(r#async::three_stages(&api, code))
    });
    stand.told(code, &flag);
    say!("\n{}", words::CALLED);
    let (sender, end) = oneshot::channel();
    let (flag, on) = runtime.block_on(async {
        adapters::r#async::three_stages_then(
            client,
            code,
            move |flag| {
                sender.send((flag, current())).ok();
            },
        );
        end.await
    })?;
    stand.told(code, &flag);
    say!("\n{}", words::adapted(&log.rows(), &on));
    Ok(())
}
