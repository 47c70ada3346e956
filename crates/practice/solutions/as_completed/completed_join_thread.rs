//! # The flags that nobody shows
//!
//! Three flags are asked for at once, each by a thread of its own,
//! and each is to be shown as soon as it is there. But the first
//! server is slow, and until it answers nothing is shown at all,
//! though the other two flags have long arrived.
//!
//! Mend `download_many`, so that it shows each flag when it comes,
//! and returns when all were shown.

use crossbeam_channel as channel;
use std::{
    thread,
    time::{Duration, Instant},
};

/// Waits for an answer, and returns the code of its flag.
type Request = Box<dyn FnOnce() -> &'static str + Send>;

/// Makes all `requests` at once, and shows each flag as soon as it
/// is there.
fn download_many(
    requests: Vec<Request>,
    mut show: impl FnMut(&'static str),
) {
    let (sender, ends) = channel::bounded(requests.len());
    for request in requests {
        let sender = sender.clone();
        thread::spawn(move || sender.send(request()));
    }
    // The loop ends with the last sender: ours must go, too.
    drop(sender);
    for code in ends {
        show(code);
    }
}

fn main() {
    let start = Instant::now();
    let request = |(code, millis)| -> Request {
        Box::new(move || {
            thread::sleep(Duration::from_millis(millis));
            code
        })
    };
    let site = [("BD", 600), ("CN", 200), ("EG", 400)];
    download_many(site.map(request).into(), |code| {
        println!("{code} after {} ms", start.elapsed().as_millis());
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel::{self as channel, Sender};
    use ntest::timeout;

    const DEADLINE: Duration = Duration::from_secs(2);

    /// A request that is answered when its gate is opened.
    fn gated(code: &'static str) -> (Sender<()>, Request) {
        let (gate, opened) = channel::bounded(1);
        let request = move || {
            opened.recv().ok();
            code
        };
        (gate, Box::new(request))
    }

    #[test]
    #[timeout(10_000)]
    fn each_flag_is_shown_when_it_is_there() {
        let ((bd, first), (cn, second), (eg, third)) =
            (gated("BD"), gated("CN"), gated("EG"));
        let (sender, shown) = channel::unbounded();
        thread::spawn(move || {
            download_many(vec![first, second, third], |code| {
                sender.send(code).ok();
            });
        });
        for (code, gate) in [("CN", cn), ("EG", eg), ("BD", bd)] {
            gate.send(()).expect("its request waits");
            let next = shown.recv_timeout(DEADLINE);
            assert!(
                next.is_ok(),
                "{code} has arrived, and nobody shows it: the loop \
                 waits for another thread, which is not done"
            );
            assert_eq!(next, Ok(code), "{code} has arrived alone");
        }
        let end = shown.recv_timeout(DEADLINE);
        assert!(
            end.is_err_and(|it| it.is_disconnected()),
            "all flags were shown, but `download_many` does not \
             return: for what does it still wait?"
        );
    }
}
