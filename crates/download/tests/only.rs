//! What each half would be if there were no other. That both keep
//! the promises of all programs is asserted with those: they are
//! among the versions of `support`.

mod support;

use std::sync::Arc;

use download::only_async;
use flags::{Report, country};
use support::{DEADLINE, in_time, job};
use tokio::{
    io::AsyncReadExt,
    net::{TcpListener, TcpStream},
    runtime::Builder,
    select,
};

const MAX_REQ: usize = 3;

/// Accepts as many requests as may be under way, and answers none.
async fn accept(listener: &TcpListener) -> Vec<TcpStream> {
    let mut streams = Vec::new();
    while streams.len() < MAX_REQ {
        let accepted = listener.accept().await;
        let (mut stream, _) = accepted.expect("a connection");
        let mut request = [0; 1024];
        let size = stream.read(&mut request).await;
        assert!(size.expect("a request") > 0);
        streams.push(stream);
    }
    streams
}

#[test]
fn downloads_under_way_end_with_the_future_that_made_them() {
    let runtime =
        Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime starts");
    let ends = in_time("async", move || {
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await;
            let listener = listener.expect("binds");
            let address = listener.local_addr().expect("bound");
            let base = format!("http://{address}/flags");
            let folder = tempfile::tempdir().expect("a folder");
            let codes = country::pop20();
            let path = folder.path();
            let job = job(&base, codes, MAX_REQ, path, DEADLINE);
            let job = Arc::new(job);
            let mut report = Report::silent();
            let download =
                only_async::download_many(&job, &mut report);
            let streams = select! {
                _ = download => panic!("nothing was answered"),
                streams = accept(&listener) => streams,
            };
            let mut ends = Vec::new();
            for mut stream in streams {
                ends.push(stream.read(&mut [0; 1]).await);
            }
            ends
        })
    });
    for end in ends {
        assert!(end.is_ok_and(|size| size == 0), "it went on");
    }
}
