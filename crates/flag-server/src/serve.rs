//! Listening, connections, and shutting down in order.

use std::{
    convert::Infallible, io, net::SocketAddr, sync::Arc,
    time::Duration,
};

use http::{Request, Response};
use http_body_util::Full;
use hyper::{
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::{rt::TokioIo, server::graceful::GracefulShutdown};
use tokio::{
    net::{TcpListener, TcpSocket},
    sync::watch,
    task::JoinSet,
    time,
};

use crate::Site;

/// What is sent: an answer whose content is in memory.
pub type Answer = Response<Full<Bytes>>;

/// How many connections the system keeps ready until we accept
/// them. The classic clients open a thousand at once; where more
/// than this or than the system's own limit wait, some are lost.
const BACKLOG: u32 = 4096;

/// How long a listener rests when it could not accept.
const REST: Duration = Duration::from_millis(50);

/// The address cannot be listened on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BindError {
    /// Another program listens there.
    #[error(
        "port {} is taken: end the program that listens there, or \
         choose other ports with --ports (0,0,0: any free ones)",
        .0.port()
    )]
    Taken(SocketAddr),
    /// The system refuses.
    #[error("cannot listen on {address}")]
    Refused {
        /// Where.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
}

/// Listens on `address`; port 0 stands for any free one.
///
/// # Errors
///
/// If the system refuses it, or another program listens there.
///
/// # Panics
///
/// Outside of a tokio runtime.
pub fn bind(address: SocketAddr) -> Result<TcpListener, BindError> {
    listen(address).map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => BindError::Taken(address),
        _ => BindError::Refused { address, source },
    })
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4(),
        SocketAddr::V6(_) => TcpSocket::new_v6(),
    }?;
    // The port of a server that has just ended is free again. On
    // Windows it is so anyway, and this would mean another thing:
    // taking a port away from a program that runs.
    if cfg!(not(windows)) {
        socket.set_reuseaddr(true)?;
    }
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves each site on its listener until `shutdown` is done; then
/// accepts no more, and leaves the answers in flight `grace` to
/// finish.
pub async fn serve(
    sites: impl IntoIterator<Item = (TcpListener, Arc<Site>)>,
    shutdown: impl Future<Output = ()>,
    grace: Duration,
) {
    let (stop, stopped) = watch::channel(());
    let mut tasks = JoinSet::new();
    for (listener, site) in sites {
        let mut stopped = stopped.clone();
        let stopped = async move { drop(stopped.changed().await) };
        let answer = move |request| {
            let site = Arc::clone(&site);
            async move { site.answer(request).await }
        };
        tasks.spawn(serve_with(listener, answer, stopped, grace));
    }
    shutdown.await;
    stop.send_replace(());
    while tasks.join_next().await.is_some() {}
}

/// Serves what `answer` returns for each request until `shutdown`
/// is done; then accepts no more, and leaves the answers in flight
/// `grace` to finish.
pub async fn serve_with<Answering>(
    listener: TcpListener,
    answer: impl Fn(Request<Incoming>) -> Answering
    + Clone
    + Send
    + 'static,
    shutdown: impl Future<Output = ()>,
    grace: Duration,
) where
    Answering: Future<Output = Answer> + Send + 'static,
{
    let connections = GracefulShutdown::new();
    tokio::select! {
        () = shutdown => drop(listener),
        never = accept(&listener, answer, &connections) => {
            match never {}
        }
    }
    // Those that are idle close at once, the others after their
    // answer, or with the runtime.
    let _ = time::timeout(grace, connections.shutdown()).await;
}

/// Accepts connections, and gives each a task of its own.
async fn accept<Answering>(
    listener: &TcpListener,
    answer: impl Fn(Request<Incoming>) -> Answering
    + Clone
    + Send
    + 'static,
    connections: &GracefulShutdown,
) -> Infallible
where
    Answering: Future<Output = Answer> + Send + 'static,
{
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Most likely there are no descriptors left. Asking
            // again at once would fail again at once.
            time::sleep(REST).await;
            continue;
        };
        // Without this, small answers may be late by 40 ms. It
        // fails only where the client has gone already.
        let _ = stream.set_nodelay(true);
        let answer = answer.clone();
        let service = service_fn(move |request| {
            let answer = answer(request);
            async move { Ok::<_, Infallible>(answer.await) }
        });
        let connection = http1::Builder::new()
            .serve_connection(TokioIo::new(stream), service);
        let connection = connections.watch(connection);
        // It ends with an error when its client leaves early: the
        // client's affair, which the site has counted.
        tokio::spawn(async move { connection.await.ok() });
    }
}
