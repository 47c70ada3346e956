//! The page by `oxhttp`: a thread for each connection.

use oxhttp::Server;
use oxhttp::model::{Body, Request, Response};
use std::{io::Result, net::SocketAddr, sync::Arc};

use crate::Finder;
use crate::web::{IDLE, SEATS, respond};

/// Answers a request.
fn answer(asks: &Request<Body>, finder: &Finder) -> Response<Body> {
    respond(finder, asks.method(), asks.uri()).map(Into::into)
}

/// Serves until `end` returns; it is called when all is ready.
///
/// # Errors
///
/// If the system gives it no address.
pub fn serve(
    address: SocketAddr,
    finder: Arc<Finder>,
    end: impl FnOnce(),
) -> Result<()> {
    let answer = move |asks: &mut _| answer(asks, &finder);
    let server = Server::new(answer).bind(address);
    let server = server.with_max_concurrent_connections(SEATS);
    let _server = server.with_global_timeout(IDLE).spawn()?;
    end(); // this thread waits, other threads answer
    Ok(())
}
