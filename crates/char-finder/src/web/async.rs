//! The page by hyper: a task for each connection.

use flag_server::serve::{Answer, serve_with};
use hyper::{Request, body::Incoming};
use std::{future, io::Result, net::SocketAddr, sync::Arc};

use crate::Finder;
use crate::web::{GRACE, respond};

/// Answers a request.
fn answer(asks: &Request<Incoming>, finder: &Finder) -> Answer {
    respond(finder, asks.method(), asks.uri()).map(Into::into)
}

/// Serves until `end` is done; it is polled when all is ready.
///
/// # Errors
///
/// If the system gives it no address.
pub async fn serve(
    address: SocketAddr,
    finder: Arc<Finder>,
    end: impl Future<Output = ()>,
) -> Result<()> {
    let answer = move |asks| future::ready(answer(&asks, &finder));
    let listener = tokio::net::TcpListener::bind(address);
    let listener = listener.await?;
    let server = serve_with(listener, answer, end, GRACE);
    server.await; // others run, until `end` is done
    Ok(())
}
