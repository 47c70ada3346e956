//! Serves real flags on three sites: see the library's page.

mod options;
mod shutdown;

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use anyhow::Context;
use flag_server::{
    Injection, Site, prepare,
    serve::{bind, serve},
};
use flags::{country, server::Kind};
use tokio::{net::TcpListener, runtime};

use crate::{options::Options, shutdown::shutdown};

/// How long answers in flight may take to finish at the end.
const GRACE: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let options = Options::read();
    lesson::exit::with(run(&options).map(|()| ExitCode::SUCCESS))
}

fn run(options: &Options) -> anyhow::Result<()> {
    // Where this fails the server works all the same, for fewer
    // clients at once.
    let _ = lesson::limits::raise_open_files();
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("cannot start the runtime")?;
    runtime.block_on(async {
        let sites = sites(options)?;
        let shutdown = shutdown(options.until_stdin_closes)
            .context("cannot watch for Ctrl-C")?;
        prepare(country::all());
        announce(&sites)?;
        serve(sites, shutdown, GRACE).await;
        Ok(())
    })
}

/// Listens for each of the three sites.
fn sites(
    options: &Options,
) -> anyhow::Result<Vec<(TcpListener, Arc<Site>)>> {
    let site = |(kind, port)| {
        let mut injection = Injection::of(kind);
        injection.seed = options.seed;
        if kind != Kind::Local {
            injection.delay = options.delay;
        }
        if kind == Kind::Error {
            injection.error_rate = options.error_rate;
        }
        let listener = bind((options.bind, port).into())?;
        Ok((listener, Arc::new(Site::new(kind, injection))))
    };
    [Kind::Local, Kind::Delay, Kind::Error]
        .into_iter()
        .zip(options.ports)
        .map(site)
        .collect()
}

/// Prints the address of each site; what only a person wants to
/// know goes to the terminal.
fn announce(sites: &[(TcpListener, Arc<Site>)]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for (listener, _) in sites {
        writeln!(out, "http://{}/flags", listener.local_addr()?)?;
    }
    out.flush()?;
    if io::stderr().is_terminal() {
        eprintln!("Open one of them in a browser; Ctrl-C ends.");
    }
    Ok(())
}
