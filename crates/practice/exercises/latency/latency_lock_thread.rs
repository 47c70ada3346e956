//! # A lock as long as a request
//!
//! Threads share the names of countries. A name that nobody knows
//! yet is asked for, far away; a name that is known is there at
//! once. So it was meant. But while one thread asks for a name, all
//! others wait with it, whichever name they want.
//!
//! To lock a free mutex takes some nanoseconds. Mend `name`, so
//! that nobody waits for a request who wants a name that is known.
//! A name that is known is not asked for again. (When two threads
//! want the same unknown name at once, two requests are no harm.)

use std::{
    collections::HashMap,
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

/// The names that are known, and how to ask for others.
struct Names<A> {
    known: Mutex<HashMap<String, String>>,
    ask: A,
}

impl<A: Fn(&str) -> String> Names<A> {
    fn new(ask: A) -> Self {
        Self { known: Mutex::default(), ask }
    }

    /// Returns the name of the country `code`.
    fn name(&self, code: &str) -> String {
        // TODO: who holds the lock, and what do they do meanwhile?
        let mut known = self.known.lock().expect("no panic");
        let entry = known.entry(code.to_owned());
        entry.or_insert_with(|| (self.ask)(code)).clone()
    }
}

fn main() {
    let names = Names::new(|code| {
        thread::sleep(Duration::from_millis(300));
        format!("the name of {code}")
    });
    names.name("FR");
    thread::scope(|scope| {
        scope.spawn(|| names.name("TD"));
        thread::sleep(Duration::from_millis(50));
        let start = Instant::now();
        let name = names.name("FR");
        let waited = start.elapsed();
        println!("{name} was known, and took {waited:.0?}.");
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel::unbounded;
    use ntest::timeout;
    use std::sync::{Arc, mpsc};

    #[test]
    #[timeout(10_000)]
    fn a_known_name_is_there_while_another_is_asked_for() {
        let (asked, requests) = unbounded();
        let (answer, answers) = unbounded::<()>();
        let names = Arc::new(Names::new(move |code: &str| {
            asked.send(code.to_owned()).expect("the test goes on");
            if code == "TD" {
                // Chad is far away.
                answers.recv().unwrap_or(());
            }
            code.to_lowercase()
        }));
        let (sender, looked_up) = mpsc::channel();
        let look_up = |code: &'static str| {
            let (names, sender) = (names.clone(), sender.clone());
            thread::spawn(move || sender.send(names.name(code)));
        };
        let patience = Duration::from_secs(2);
        look_up("FR");
        let name = looked_up.recv_timeout(patience);
        assert_eq!(name.as_deref(), Ok("fr"), "FR has no name");
        look_up("TD");
        for code in ["FR", "TD"] {
            let request = requests.recv_timeout(patience);
            let request = request.as_deref();
            assert_eq!(request, Ok(code), "who asks for {code}?");
        }
        // One thread waits for Chad now.
        look_up("FR");
        let name = looked_up.recv_timeout(patience);
        drop(answer); // and Chad answers
        assert_eq!(
            name.as_deref(),
            Ok("fr"),
            "FR is known, and yet nobody got it in 2 s: who wants \
             FR waits for the lock, and who has the lock waits for \
             the answer about TD"
        );
        let name = looked_up.recv_timeout(patience);
        assert_eq!(name.as_deref(), Ok("td"), "TD has no name");
        for (code, name) in [("TD", "td"), ("FR", "fr")] {
            assert_eq!(names.name(code), name, "{code}");
        }
        let again: Vec<String> = requests.try_iter().collect();
        assert!(
            again.is_empty(),
            "{again:?} was asked for again, though it was known: \
             each request is a wait of its own"
        );
    }
}
