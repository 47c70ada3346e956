//! Bytes that arrive in pieces, taken as lines.

use std::{
    io::{Error, ErrorKind, Result},
    mem,
};

/// Bytes that have arrived and were not taken yet.
#[derive(Default)]
pub(crate) struct Lines {
    arrived: Vec<u8>,
}

impl Lines {
    /// Adds what has arrived.
    pub(crate) fn add(&mut self, piece: &[u8]) {
        self.arrived.extend(piece);
    }

    /// Takes the next line, if all of it has arrived.
    pub(crate) fn next(&mut self) -> Result<Option<String>> {
        let mut bytes = self.arrived.iter();
        let Some(end) = bytes.position(|it| *it == b'\n') else {
            return Ok(None);
        };
        let rest = self.arrived.split_off(end + 1);
        text(mem::replace(&mut self.arrived, rest)).map(Some)
    }

    /// Takes what is left: a last line without an end.
    pub(crate) fn rest(&mut self) -> Result<Option<String>> {
        if self.arrived.is_empty() {
            return Ok(None);
        }
        text(mem::take(&mut self.arrived)).map(Some)
    }
}

/// Returns `line` as text, without its end.
fn text(line: Vec<u8>) -> Result<String> {
    let text = String::from_utf8(line)
        .map_err(|it| Error::new(ErrorKind::InvalidData, it))?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(line.strip_suffix('\r').unwrap_or(line).to_owned())
}
