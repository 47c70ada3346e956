//! Step `web`: the same search, for a browser, until Ctrl-C.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use lesson::say;
use tokio::task;

use super::{
    serve::{ctrl_c, taken, wait},
    words::count,
};
use crate::{Finder, Unit, host, web};

/// Serves the page on `port` until Ctrl-C.
pub(crate) fn show(
    unit: Unit,
    port: u16,
    finder: &Arc<Finder>,
) -> io::Result<()> {
    let address = (Ipv4Addr::LOCALHOST, port).into();
    let its_finder = Arc::clone(finder);
    let pressed = ctrl_c();
    let end = match unit {
        Unit::Thread => {
            web::thread::serve(address, its_finder, || {
                say_ready(unit, address);
                wait(pressed);
            })
        }
        Unit::Task => {
            let end = async {
                say_ready(unit, address);
                let pressed =
                    task::spawn_blocking(|| wait(pressed));
                pressed.await.ok();
            };
            let server =
                web::r#async::serve(address, its_finder, end);
            host::runtime()?.block_on(server)
        }
    };
    end.map_err(|error| taken(error, port))?;
    let counts = finder.counts();
    say!(
        "\n{} for browsers, by {}.",
        count(counts.answers, "search result"),
        count(counts.threads, "thread")
    );
    if unit == Unit::Thread {
        say!("oxhttp has no call that stops it: it ends with us.");
    }
    Ok(())
}

fn say_ready(unit: Unit, address: SocketAddr) {
    let library = match unit {
        Unit::Thread => "oxhttp",
        Unit::Task => "hyper, as in the flag server",
    };
    say!(
        "HTTP is spoken by {library}.\nThe two halves' libraries \
         differ by more than threads and tasks: compare no\n\
         figures of this step.\n"
    );
    say!("Open http://{address}/ and type. Ctrl-C here ends all.");
}
