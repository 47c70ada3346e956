//! Where the output goes, and what it should say about the build.

use std::{
    fmt,
    io::{self, IsTerminal, Write},
    process,
};

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

/// Prints that notice, in a debug build.
pub fn say_debug_notice() {
    if let Some(notice) = debug_notice() {
        crate::say!("{notice}");
    }
}

/// Prints a line at once, as `println!` does, and ends the
/// program quietly when nobody reads any more (`| head`).
#[macro_export]
macro_rules! say {
    () => { $crate::output::write(format_args!("\n")) };
    ($($text:tt)*) => {
        $crate::output::write(format_args!(
            "{}\n",
            format_args!($($text)*)
        ))
    };
}

/// Writes `text` to standard output at once; ends the program
/// quietly when nobody reads it any more, and with an error when
/// it cannot be written for another reason.
pub fn write(text: fmt::Arguments<'_>) {
    let mut out = io::stdout().lock();
    match out.write_fmt(text).and_then(|()| out.flush()) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            process::exit(0)
        }
        Err(error) => {
            eprintln!("error: standard output: {error}");
            process::exit(crate::exit::SOME_FAILED.into())
        }
    }
}
