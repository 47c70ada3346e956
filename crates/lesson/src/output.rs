//! Where the output goes, and what it should say about the build.

use std::io::{self, IsTerminal};

/// Tells whether a person watches standard output; if not, a
/// program draws nothing over what it has written.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Returns what a program that prints times should add when they
/// were taken in a debug build.
pub fn debug_notice() -> Option<&'static str> {
    cfg!(debug_assertions).then_some(
        "(debug build: for figures, run with cargo run --release)",
    )
}
