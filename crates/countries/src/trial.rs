//! One run of a plan, measured.

use std::{sync::Arc, time::Duration};

use anyhow::{Context, bail};
use flag_server::EmbeddedServer;
use flags::{
    Code, Job, Report, Setup,
    dest::Dest,
    server::{Embedded, Server, Wanted},
    site::Site,
};

use crate::{Book, Plan, log::Log, show::Many};

/// What a run of a plan came to.
#[derive(Clone, Debug)]
pub struct Trial {
    /// How long it took.
    pub wall: Duration,
    /// After what time the first flag was there.
    pub first: Duration,
    /// What the server saw, where it is inside this program.
    pub log: Option<Log>,
}

impl Trial {
    /// Runs `plan` on all codes that `setup` has, once each, and
    /// saves nothing. Each run has a server of its own, which
    /// is the same each time: same seed, same delays.
    ///
    /// # Errors
    ///
    /// If the server does not start, or no flag arrives.
    pub fn run(
        setup: &Setup,
        plan: Plan,
        many: &Many<'_>,
    ) -> anyhow::Result<Self> {
        let codes = setup.args.codes();
        let count = codes.len();
        let (site, server) = serve(setup, &codes)?;
        let timeout = setup.args.timeout();
        let permits = plan.permits;
        let dest = Dest::Nowhere;
        let job =
            Job::new(codes, count, permits, site, dest, timeout);
        let mut report = Report::silent();
        let mut book = Book::new(&mut report);
        many(&Arc::new(job), plan, &mut book);
        let (wall, first) = (book.elapsed(), book.first());
        let Some(first) = first else {
            match report.failures().first() {
                Some(it) => {
                    bail!("no flag: {}: {}", it.cc, it.error)
                }
                None => bail!("no flag: none was found"),
            }
        };
        let visits = server.map(|server| server.visits());
        let log =
            visits.and_then(|visits| Log::new(&visits, count));
        Ok(Self { wall, first, log })
    }
}

/// Starts a server for `codes`, as the command line asks for, or
/// takes the one that it names.
///
/// # Errors
///
/// If the server does not start.
pub(crate) fn serve(
    setup: &Setup,
    codes: &[Code],
) -> anyhow::Result<(Site, Option<EmbeddedServer>)> {
    let kind = match setup.args.server() {
        Server::Outside(site) => return Ok((site.clone(), None)),
        Server::Inside(kind) => *kind,
    };
    let server = EmbeddedServer::start(&Wanted {
        kind,
        delay: setup.args.delay(),
        seed: setup.args.seed(),
        codes: codes.to_vec(),
    });
    let server =
        server.context("the server inside does not start")?;
    Ok((server.base().parse()?, Some(server)))
}
