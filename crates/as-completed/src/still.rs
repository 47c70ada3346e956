//! Step `still`: who goes on while the loop's body is busy.
//!
//! A loop takes results as they come, and with each of them its
//! body does something that takes a while, and awaits. Some units
//! make more than one request. Futures in a `FuturesUnordered` or
//! in `buffer_unordered` are parts of the task that takes their
//! results: while its body awaits something else nobody polls them,
//! and their next requests are not made. Tasks of a `JoinSet` go
//! on, as threads do.
//!
//! The buffer of threads ([`buffer`](crate::buffer)) is in between:
//! the units under way go on, but it is the loop that starts the
//! next ones, and it is busy.
//!
//! The server tells: it knows which requests arrived meanwhile.

use std::iter::repeat;

use flags::{Code, server::Embedded};
use lesson::say;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Returns how many requests each unit makes: the first unit one,
/// the second two, all others three. So some are under way when
/// the first result is there.
pub(crate) fn requests_of(
    codes: &[Code],
) -> impl Iterator<Item = (Code, usize)> + use<> {
    let codes = codes.to_vec();
    codes.into_iter().zip([1, 2].into_iter().chain(repeat(3)))
}

/// How many requests arrived at the server, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrivals {
    /// How the units were held.
    pub way: &'static str,
    /// While the body was busy.
    pub meanwhile: usize,
    /// Afterwards.
    pub afterwards: usize,
}

/// A server's account of the requests of one way.
#[derive(Clone, Copy)]
pub struct Account<'server> {
    server: &'server dyn Embedded,
    before: usize,
    after: usize,
}

impl<'server> Account<'server> {
    /// Opens the account.
    pub fn open(server: &'server dyn Embedded) -> Self {
        Self { server, before: 0, after: 0 }
    }

    /// Notes that the body begins to be busy.
    pub fn begin(&mut self) {
        self.before = self.arrived();
    }

    /// Notes that the body is done.
    pub fn end(&mut self) {
        self.after = self.arrived();
    }

    /// Returns how many requests have arrived so far.
    pub fn arrived(&self) -> usize {
        self.server.visits().len()
    }

    /// Shows how many requests arrived meanwhile and afterwards,
    /// and returns that.
    pub fn close(self, way: &'static str) -> Arrivals {
        let meanwhile = self.after - self.before;
        let afterwards = self.arrived() - self.after;
        say!("{way:24} {meanwhile:9}  {afterwards:10}");
        Arrivals { way, meanwhile, afterwards }
    }
}

/// Begins the table.
pub(crate) fn heading() {
    say!("{:24} meanwhile  afterwards", "requests that arrived");
}

/// What became of some units while the body was busy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meanwhile {
    StoodStill,
    WentOn,
    /// No more requests were to be made.
    HadEnded,
}

impl Arrivals {
    fn meanwhile(&self) -> Meanwhile {
        match (self.meanwhile, self.afterwards) {
            (0, 0) => Meanwhile::HadEnded,
            (0, _) => Meanwhile::StoodStill,
            _ => Meanwhile::WentOn,
        }
    }
}

/// Says who stood still and who went on.
pub(crate) fn summary(arrivals: &[Arrivals]) -> String {
    let ways = |what: Meanwhile| {
        let ways: Vec<_> = arrivals
            .iter()
            .filter(|it| it.meanwhile() == what)
            .map(|it| it.way)
            .collect();
        match ways.as_slice() {
            [] => "none".to_owned(),
            ways => ways.join(", "),
        }
    };
    let still = ways(Meanwhile::StoodStill);
    let on = ways(Meanwhile::WentOn);
    let ended = match ways(Meanwhile::HadEnded).as_str() {
        "none" => String::new(),
        ways => format!("\nHad nothing left to ask for: {ways}."),
    };
    format!("Stood still: {still}.\nWent on: {on}.{ended}")
}
