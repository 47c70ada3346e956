//! # The site said no, and they go on asking
//!
//! Four threads take codes until there are none left. If the site
//! refuses one of them, it refuses everybody: then there is nothing
//! more to be had, and `download_many` should return that error at
//! once. It does return it; but only after the other threads have
//! asked for all the rest.
//!
//! Mend it: after a refusal each of the others may end the request
//! that it has under way, but soon nobody makes a new one.

use std::{
    sync::atomic::{AtomicUsize, Ordering::SeqCst},
    thread,
    time::Duration,
};

type Answer = Result<String, &'static str>;

/// Fetches the names of the countries from 0 to `count`, by four
/// threads, until there is an error.
fn download_many(
    count: usize,
    get_country: impl Fn(usize) -> Answer + Sync,
) -> Result<Vec<String>, &'static str> {
    let next = AtomicUsize::new(0);
    let take = || Some(next.fetch_add(1, SeqCst));
    let take = || take().filter(|number| *number < count);
    let unit = || {
        let mut names = Vec::new();
        while let Some(number) = take() {
            let name = get_country(number);
            // Nobody ends the others, but they look here: whoever
            // takes next finds nothing left.
            let tell = |_: &_| next.store(count, SeqCst);
            names.push(name.inspect_err(tell)?);
        }
        Ok(names)
    };
    thread::scope(|scope| {
        let units = [(); 4].map(|()| scope.spawn(unit));
        let mut names = Vec::new();
        for unit in units {
            names.extend(unit.join().expect("a thread panicked")?);
        }
        Ok(names)
    })
}

fn main() {
    let asked = AtomicUsize::new(0);
    let end = download_many(100, |number| {
        asked.fetch_add(1, SeqCst);
        if number == 10 {
            return Err("too many requests");
        }
        thread::sleep(Duration::from_millis(10));
        Ok(format!("country {number}"))
    });
    println!("{end:?}, after {asked:?} requests of 100.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel as channel;
    use ntest::timeout;
    use std::sync::Arc;

    #[test]
    #[timeout(10_000)]
    fn after_a_refusal_nobody_asks_any_more() {
        let asked = Arc::new(AtomicUsize::new(0));
        let seen = asked.clone();
        // The site takes its time, until the test is over.
        let (open, closed) = channel::bounded::<()>(0);
        let get_country = move |number: usize| {
            asked.fetch_add(1, SeqCst);
            if number == 10 {
                return Err("too many requests");
            }
            closed.recv_timeout(Duration::from_millis(5)).ok();
            Ok(format!("country {number}"))
        };
        let (sender, end) = channel::bounded(1);
        thread::spawn(move || {
            let end = download_many(1_000_000, get_country);
            sender.send(end).ok();
        });
        let end = end.recv_timeout(Duration::from_secs(2));
        let asked = seen.load(SeqCst);
        drop(open);
        let Ok(end) = end else {
            panic!(
                "the site refused the 11th request, and after 2 s \
                 {asked} had been made, and more were to come: `?` \
                 ends one thread, and the scope waits for others, \
                 whom nobody has told"
            );
        };
        assert_eq!(end, Err("too many requests"), "the error");
    }

    #[test]
    #[timeout(10_000)]
    fn without_an_error_all_are_asked_for() {
        let name = |number| format!("country {number}");
        let end = download_many(50, |number| Ok(name(number)));
        let mut names = end.expect("nobody refuses anything");
        names.sort_unstable();
        let mut expected: Vec<_> = (0..50).map(name).collect();
        expected.sort_unstable();
        assert_eq!(names, expected, "each country once");
    }
}
