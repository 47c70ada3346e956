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

/// The bytes of a flag, or why there are none.
type Outcome = Result<Vec<u8>, String>;

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
    let get_flag = |code: Code| match code {
        "XX" => Err("not found".to_owned()),
        _ => Ok(b"GIF89a".to_vec()),
    };
    let ends = download_many(&["BR", "XX", "CN"], 2, get_flag);
    println!("{ends:?}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::{
        panic::{self, AssertUnwindSafe},
        sync::{Condvar, Mutex},
        time::Duration,
    };

    const CODES: [Code; 9] =
        ["BR", "CN", "DE", "ET", "FR", "ID", "IN", "JP", "US"];

    fn flag(code: Code) -> Outcome {
        match code {
            "CN" => Err("not found".to_owned()),
            _ => Ok(code.as_bytes().to_vec()),
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
            let expected = CODES.map(flag);
            assert_eq!(
                ends, expected,
                "each outcome stands where its code does, whoever \
                 was done first ({max_req} at once); and only CN is \
                 not found"
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
        // How many are under way, and how many at the most.
        let state = Mutex::new((0, 0));
        let changed = Condvar::new();
        download_many(&CODES, 3, |code| {
            let mut counts = state.lock().expect("no panic");
            counts.0 += 1;
            counts.1 = counts.0.max(counts.1);
            changed.notify_all();
            let wait = |counts, millis, enough| {
                let time = Duration::from_millis(millis);
                let early = |it: &mut (u32, u32)| it.1 < enough;
                let end =
                    changed.wait_timeout_while(counts, time, early);
                end.expect("no panic").0
            };
            let counts = wait(counts, 2_000, 3);
            // A fourth one would come now.
            let mut counts = wait(counts, 50, 4);
            counts.0 -= 1;
            flag(code)
        });
        let (_, most) = *state.lock().expect("no panic");
        assert_eq!(
            most, 3,
            "3 requests may be under way; at the most it were \
             {most}, although each waited for the others"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn a_panic_is_passed_on() {
        let end = panic::catch_unwind(AssertUnwindSafe(|| {
            download_many(&CODES, 2, |code| {
                assert_ne!(code, "CN", "this one panics");
                flag(code)
            })
        }));
        assert!(
            end.is_err(),
            "the download of CN panicked, and download_many \
             returned as if nothing had happened: {end:?}"
        );
    }
}
