//! # A reader that may be dropped
//!
//! A source sends frames: a byte that says how long the frame is,
//! and then so many bytes. Write `next`, which reads one frame:
//!
//! - `Ok(Some(frame))` is the next frame, without its first byte.
//!   A frame of length 0 is one, too.
//! - `Ok(None)` is the end of the source, between two frames.
//! - An end in the middle of a frame is an error, of the kind
//!   `UnexpectedEof`.
//! - It is cancel-safe: whoever awaits `next` may drop it while it
//!   waits, and call it again later. No byte gets lost.
//!
//! A byte that was read, and is not yet part of a frame that was
//! returned: where should it be while `next` waits?

use std::io;
use tokio::io::AsyncRead;

/// Reads frames.
pub struct Frames<R> {
    source: R,
    // TODO: what must not be lost when `next` is dropped?
}

impl<R: AsyncRead + Unpin> Frames<R> {
    /// Reads frames from `source`.
    pub fn new(source: R) -> Self {
        Self { source }
    }

    /// Reads the next frame; cancel-safe.
    pub async fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        todo!("read a frame")
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let mut frames = Frames::new(&b"\x05hello\x00\x05world"[..]);
    while let Some(frame) = frames.next().await? {
        println!("{:?}", String::from_utf8_lossy(&frame));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;
    use io::ErrorKind::{self, UnexpectedEof};
    use ntest::timeout;
    use tokio::io::{AsyncWriteExt, duplex};

    type Read = Option<Result<Option<Vec<u8>>, ErrorKind>>;

    /// Calls `next`, and drops it if it has to wait: `None`.
    fn next<R>(frames: &mut Frames<R>) -> Read
    where
        R: AsyncRead + Unpin,
    {
        let read = frames.next().now_or_never()?;
        Some(read.map_err(|error| error.kind()))
    }

    #[test]
    #[timeout(10_000)]
    fn frames_that_are_there_are_read_in_order() {
        let source = &b"\x02no\x00\x05waits\x01!"[..];
        let mut frames = Frames::new(source);
        for frame in ["no", "", "waits", "!"] {
            assert_eq!(
                next(&mut frames),
                Some(Ok(Some(frame.into()))),
                "all bytes are there: next() was to return the \
                 frame {frame:?}, in bytes"
            );
        }
        assert_eq!(
            next(&mut frames),
            Some(Ok(None)),
            "the source ended between two frames, which is Ok(None)"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn a_next_that_is_dropped_loses_no_byte() {
        let (mut sender, source) = duplex(64);
        let mut frames = Frames::new(source);
        let mut read = Vec::new();
        for byte in *b"\x03abc\x00\x02de" {
            let sent = sender.write_u8(byte).now_or_never();
            sent.expect("there is room").expect("it is read");
            // A new call for each byte: most have to wait, and are
            // dropped.
            read.extend(next(&mut frames));
        }
        let frame = |text: &str| Ok(Some(text.into()));
        assert_eq!(
            read,
            [frame("abc"), frame(""), frame("de")],
            "next() was dropped after each byte and called again, \
             and frames were lost or spoilt: what a future has in \
             its own variables is gone when it is dropped"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn an_end_in_the_middle_of_a_frame_is_an_error() {
        for source in ["\x03ab", "\x03"] {
            let mut frames = Frames::new(source.as_bytes());
            assert_eq!(
                next(&mut frames),
                Some(Err(UnexpectedEof)),
                "the source ended within a frame of 3 bytes"
            );
        }
    }
}
