//! # Two threads, one after the other
//!
//! A download makes two requests: one for the flag, one for the
//! metadata, which has the country's name. Neither needs the answer
//! of the other, so each has a thread of its own. And yet it takes
//! as long as both of them together.
//!
//! Mend `download_one`, so that both requests are under way at the
//! same time. It still returns the answers in the order of `FILES`.

use std::{
    thread,
    time::{Duration, Instant},
};

const FILES: [&str; 2] = ["flag", "metadata"];

/// Fetches both files of a country, each by a thread of its own.
fn download_one(
    get: &(impl Fn(&str) -> String + Sync),
) -> Vec<String> {
    thread::scope(|scope| {
        let start = |file| scope.spawn(move || get(file));
        let handles = FILES.into_iter().map(start);
        // TODO: how many threads have been started by now?
        let ends = handles.map(|handle| handle.join());
        ends.map(|end| end.expect("a request panicked")).collect()
    })
}

fn main() {
    let begun = Instant::now();
    let answers = download_one(&|file| {
        thread::sleep(Duration::from_millis(200));
        format!("the {file} of Brazil")
    });
    let millis = begun.elapsed().as_millis();
    println!("{answers:?}, 200 ms each, after {millis} ms.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::sync::{Condvar, Mutex};

    #[test]
    #[timeout(10_000)]
    fn both_requests_are_under_way_at_once() {
        // How many have asked, and how many waited in vain.
        let counts = Mutex::new((0, 0));
        let changed = Condvar::new();
        let answers = download_one(&|file| {
            let mut asked = counts.lock().expect("nobody panics");
            asked.0 += 1;
            changed.notify_all();
            let patience = Duration::from_secs(2);
            let (mut asked, end) = changed
                .wait_timeout_while(asked, patience, |it| it.0 < 2)
                .expect("nobody panics");
            asked.1 += u32::from(end.timed_out());
            file.to_owned()
        });
        let (asked, alone) = *counts.lock().expect("no panic");
        assert_eq!(asked, 2, "a download makes two requests");
        assert_eq!(
            alone, 0,
            "one request was under way alone: for 2 s the other \
             thread had not even been started, since `join` was \
             already waiting for the first one"
        );
        assert_eq!(answers, FILES, "the answers, in their order");
    }
}
