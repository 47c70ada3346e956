//! # Fetched, and not saved
//!
//! A library from the time before `async` fetches flags and calls
//! a callback with each of them. Here the callback is an async
//! closure that saves the flag. It is called for each flag, no
//! error is told, and nothing is saved.
//!
//! Mend `save_all`: when it is done, all flags are saved.
//! `each_flag` belongs to the library and stays as it is.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::time;

const WRITE: Duration = Duration::from_millis(50);

/// The library: calls `callback` with the flag of each code.
fn each_flag<R>(
    codes: &[&str],
    mut callback: impl FnMut(String) -> R,
) {
    for code in codes {
        callback(format!("flag of {code}"));
    }
}

/// Keeps flags; to save one takes a while.
#[derive(Default)]
struct Disk(Mutex<Vec<String>>);

impl Disk {
    async fn save(&self, flag: String) {
        time::sleep(WRITE).await;
        self.0.lock().expect("no panic").push(flag);
    }

    fn flags(&self) -> Vec<String> {
        self.0.lock().expect("no panic").clone()
    }
}

/// Fetches the flags of `codes`, and saves them to `disk`.
async fn save_all(codes: &[&str], disk: &Arc<Disk>) {
    // TODO: what does a call of this closure return, and to whom?
    each_flag(codes, |flag| async {
        disk.save(flag).await;
    });
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let disk = Arc::default();
    save_all(&["BR", "CN", "IN"], &disk).await;
    println!("Three flags were fetched, saved: {:?}", disk.flags());
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn all_flags_are_saved_when_save_all_is_done() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let disk = Arc::default();
        let save = save_all(&["BR", "CN", "IN"], &disk);
        runtime.block_on(save);
        let mut saved = disk.flags();
        assert_eq!(
            saved.len(),
            3,
            "save_all is done, and {} of 3 flags are saved: to \
             call an async closure makes a future, and does \
             nothing; somebody must await it to its end",
            saved.len()
        );
        saved.sort();
        let flags = ["flag of BR", "flag of CN", "flag of IN"];
        assert_eq!(saved, flags, "each flag is saved once");
    }
}
