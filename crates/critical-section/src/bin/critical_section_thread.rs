//! Transfers between accounts, on threads.

use critical_section::{THREAD, show_threads};
use lesson::Args;

fn main() {
    show_threads(&Args::parse(&THREAD));
}
