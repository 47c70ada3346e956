//! # Many flags, a few at once
//!
//! Write `download_many`: it downloads the flags of all codes with
//! threads, and never has more than `max_req` requests under way.
//!
//! - It calls `get_flag` once for each code, and returns what came
//!   of it, in the order of the codes.
//! - As long as there is enough to do, `max_req` requests are under
//!   way, and never one more.
//! - A flag that is not found is the outcome of its code alone.
//! - If a download panics, so does `download_many`; it does not
//!   wait for ever, and does not hide it.

use std::{sync::Mutex, thread};

type Code = &'static str;

/// A flag, or why there is none.
type Outcome = Result<String, String>;

/// Downloads the flags of `codes`, at most `max_req` at once.
fn download_many(
    codes: &[Code],
    max_req: usize,
    get_flag: impl Fn(Code) -> Outcome + Sync,
) -> Vec<Outcome> {
    let next = Mutex::new(codes.iter().copied().enumerate());
    // Locks for as long as it takes to take, not to download.
    let take = || next.lock().expect("`next` never panics").next();
    let unit = || {
        let mut ends = Vec::new();
        while let Some((place, code)) = take() {
            ends.push((place, get_flag(code)));
        }
        ends
    };
    let mut ends: Vec<_> = thread::scope(|scope| {
        let start = |_| scope.spawn(unit);
        let units: Vec<_> = (0..max_req).map(start).collect();
        let ends = units.into_iter().map(|unit| unit.join());
        ends.flat_map(|it| it.expect("a download panicked"))
            .collect()
    });
    ends.sort_unstable_by_key(|(place, _)| *place);
    ends.into_iter().map(|(_, outcome)| outcome).collect()
}

fn main() {
    let get_flag = |code| Ok(format!("the flag of {code}"));
    let ends = download_many(&["BR", "CN", "US"], 2, get_flag);
    println!("{ends:?}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::panic;
    use std::sync::{Condvar, Mutex};
    use std::time::{Duration, Instant};

    const CODES: [Code; 9] =
        ["BR", "CN", "DE", "ET", "FR", "ID", "IN", "JP", "US"];

    fn flag(code: Code) -> Outcome {
        match code {
            "CN" => Err("not found".to_owned()),
            _ => Ok(format!("the flag of {code}")),
        }
    }

    #[test]
    #[timeout(10_000)]
    fn each_flag_is_asked_for_once_and_in_its_place() {
        for max_req in [1, 4, 20] {
            let asked = Mutex::new(Vec::new());
            let ends = download_many(&CODES, max_req, |code| {
                asked.lock().expect("no panic").push(code);
                flag(code)
            });
            assert_eq!(
                ends,
                CODES.map(flag),
                "each outcome stands where its code does, and only \
                 CN is not found ({max_req} at once)"
            );
            let mut asked = asked.into_inner().expect("no panic");
            asked.sort_unstable();
            assert_eq!(asked, CODES, "each is asked for once");
        }
        let ends = download_many(&[], 3, flag);
        assert_eq!(ends, [], "without a code there is no outcome");
    }

    #[test]
    #[timeout(10_000)]
    fn as_many_are_under_way_as_allowed_and_never_more() {
        // How many are under way, at the most, and were asked for.
        let counts = Mutex::new([0; 3]);
        let changed = Condvar::new();
        let end = Instant::now() + Duration::from_secs(4);
        let ends = download_many(&CODES, 3, |code| {
            let mut now = counts.lock().expect("no panic");
            *now = [now[0] + 1, now[1].max(now[0] + 1), now[2] + 1];
            changed.notify_all();
            let wait = |now, time, index: usize, enough| {
                let few = |now: &mut [u32; 3]| now[index] < enough;
                let end =
                    changed.wait_timeout_while(now, time, few);
                end.expect("no panic").0
            };
            // BR takes until all others have been asked for; they
            // wait for three, and whether there is a fourth one.
            let patience = end.duration_since(Instant::now());
            now = if code == "BR" {
                wait(now, patience, 2, 9)
            } else {
                let now = wait(now, patience, 1, 3);
                wait(now, Duration::from_millis(50), 1, 4)
            };
            now[0] -= 1;
            if now[2] < 9 { Err(String::new()) } else { flag(code) }
        });
        let most = counts.lock().expect("no panic")[1];
        assert_eq!(most, 3, "of 3 at once, {most} were under way");
        assert!(
            ends[0].is_ok(),
            "BR took long, and for 4 s nobody asked for the last \
             flags, although no other request was under way"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn a_panic_is_passed_on() {
        let end = panic::catch_unwind(|| {
            download_many(&CODES, 2, |code| {
                assert_ne!(code, "CN", "this one panics");
                flag(code)
            })
        });
        assert!(
            end.is_err(),
            "the download of CN panicked, and download_many \
             returned as if nothing had happened: {end:?}"
        );
    }
}
