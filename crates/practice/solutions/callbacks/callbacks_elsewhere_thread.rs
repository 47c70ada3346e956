//! # The total that stays at zero
//!
//! Three flags are asked for, 12 bytes each. A callback adds the
//! size of each flag to a total. It is called three times, and at
//! the end the total is 0.
//!
//! Mend `download_all`, so that it returns the size of all flags
//! together. `get` belongs to a library and stays as it is.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
};

/// The library: asks for the flag of `code` and returns at once.
/// `callback` is called with the image when it is there.
fn get(
    code: &str,
    callback: impl FnOnce(String) + Send + 'static,
) -> JoinHandle<()> {
    let image = format!("GIF89a of {code}");
    thread::spawn(move || callback(image))
}

/// Downloads the flags of `codes`; returns how many bytes came.
fn download_all(codes: &[&str]) -> usize {
    let total = Arc::new(AtomicUsize::new(0));
    let ask = |code: &&str| {
        // Runs on a thread of the library's: what it adds to must
        // be shared with that thread.
        let total = total.clone();
        get(code, move |image| {
            total.fetch_add(image.len(), Ordering::Relaxed);
        })
    };
    let requests: Vec<_> = codes.iter().map(ask).collect();
    for request in requests {
        request.join().expect("no callback panics");
    }
    total.load(Ordering::Relaxed)
}

fn main() {
    let total = download_all(&["BR", "CN", "IN"]);
    println!("Three flags of 12 bytes came: {total} bytes.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn the_total_is_that_of_all_flags() {
        let total = download_all(&["BR", "CN", "IN"]);
        assert_eq!(
            total, 36,
            "three flags of 12 bytes came, and the total is \
             {total}: a callback runs on the thread that calls it, \
             not on the one that asked, and each thread has a \
             TOTAL of its own"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn each_download_has_a_total_of_its_own() {
        for download in ["first", "second"] {
            let total = download_all(&["BR"]);
            assert_eq!(
                total, 12,
                "in the {download} download one flag of 12 bytes \
                 came, and the total is {total}"
            );
        }
    }
}
