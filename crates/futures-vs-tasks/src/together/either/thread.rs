//! One function that finishes a call or a thread.

use std::thread;

use super::Request;

/// Answers.
fn answer(number: u32) -> u32 {
    thread::yield_now(); // the system may run another one
    number
}

/// Finishes whatever it is given.
pub fn finish<U, T>(unit: U) -> T
where
    U: FnOnce() -> T,
{
    unit() // this thread waits here
}

/// Finishes a call, a unit and a request.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn either() -> [u32; 3] {
    let call = finish(|| answer(1));
    let unit = thread::spawn(|| answer(2));
    let unit = finish(|| unit.join()).expect("no panic");
    let request = finish(|| Request(3).send());
    [call, unit, request]
}
