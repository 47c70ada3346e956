//! The steps, on tasks.

use std::{process::ExitCode, thread::current};

use clients::{asynchronous::Client, blocking};
use flags::{Setup, Unit};
use lesson::say;
use tokio::{
    runtime::{Builder, Runtime},
    sync::oneshot,
};

use super::{AWAITED, CALLED, Stand, sentence};
use crate::{
    adapters, r#async, event_loop,
    event_loop::Handle,
    get::{Refusing, Remote, Watched, callback::OnLoop},
    heart, hell, row, scheduled,
    twice::{Calls, Once, Unreliable},
};

/// Runs the step that was chosen, on tasks.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks(setup: Setup) -> anyhow::Result<ExitCode> {
    let main =
        Builder::new_current_thread().enable_all().build()?;
    let site = setup.job.site.clone();
    let client = Client::new(&setup.job);
    let client = Remote { client, site: site.clone() };
    // What calls back: a loop, for which a helper thread waits.
    let helper = blocking::Client::new(&setup.job);
    let helper = Remote { client: helper, site };
    let mut stand = Stand::begin(Unit::Task, setup);
    let every = stand.heartbeat();
    let (code, log) = (stand.first(), stand.log.clone());
    let client = Watched { inner: client, log: log.clone() };
    let inner = client.clone();
    let refusing = Refusing { inner, refused: 2 };
    let inner = helper.clone();
    let inner = Watched { inner, log: log.clone() };
    let awaited = |handle: Handle, calls: Calls| {
        let inner = inner.clone();
        let api = Once(Unreliable { inner, handle, calls });
        adapters::r#async::Awaited(api)
    };
    match stand.setup.step.name {
        "hell" => stand.each(|code| {
            let flag = hell::r#async::three_stages(&client, code);
            let flag = heart::r#async::beside(&log, every, flag);
            main.block_on(flag)
        }),
        "error" => stand.error(&[
            ("combinators", &|()| {
                let stages = hell::r#async::three_stages;
                vec![main.block_on(stages(&refusing, code))]
            }),
            ("async/await", &|()| {
                let stages = r#async::three_stages;
                vec![main.block_on(stages(&refusing, code))]
            }),
        ]),
        "scheduled" => stand.scheduled(|seen| {
            let show = scheduled::r#async::supervisor;
            main.block_on(show(&client, code, seen));
        }),
        "adapters" => adapted(&mut stand, &main, client, helper)?,
        "twice" => stand.twice(&[
            ("combinators", &|calls| {
                vec![event_loop::beside(|handle| {
                    let api = awaited(handle, calls);
                    let stages = hell::r#async::three_stages;
                    main.block_on(stages(&api, code))
                })]
            }),
            ("async/await", &|calls| {
                vec![event_loop::beside(|handle| {
                    let api = awaited(handle, calls);
                    let stages = r#async::three_stages;
                    main.block_on(stages(&api, code))
                })]
            }),
        ]),
        _ => stand.each(|code| {
            let flag = r#async::three_stages(&client, code);
            let flag = heart::r#async::beside(&log, every, flag);
            main.block_on(flag)
        }),
    }
    Ok(stand.exit_code())
}

/// Awaits a callback API, and calls back from async code.
fn adapted(
    stand: &mut Stand,
    main: &Runtime,
    client: Watched<Remote<Client>>,
    helper: Remote<blocking::Client>,
) -> anyhow::Result<()> {
    let (code, log) = (stand.first(), stand.log.clone());
    let every = stand.heartbeat();
    say!("{}\n{AWAITED}", row::WITH_THREADS);
    let flag = event_loop::beside(|handle| {
        let inner = OnLoop { inner: helper, handle };
        let api = Watched { inner, log: log.clone() };
        let api = adapters::r#async::Awaited(api);
        let flag = r#async::three_stages(&api, code);
        let flag = heart::r#async::beside(&log, every, flag);
        main.block_on(flag)
    });
    stand.told(code, &flag);
    say!("{CALLED}");
    let (sender, end) = oneshot::channel();
    let end = main.block_on(async {
        let done = |flag| {
            sender.send((flag, current())).ok();
        };
        adapters::r#async::three_stages_then(client, code, done);
        end.await
    });
    let (flag, on) = end?;
    stand.told(code, &flag);
    stand.end(sentence::adapted(stand.unit, &log.rows(), &on));
    Ok(())
}
