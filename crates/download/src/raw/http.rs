//! A few lines of HTTP: one request, one answer whose length is
//! known.

use std::io::{Error, ErrorKind, Result};

use flags::{Code, Job, site};

/// Most answers fit into as many bytes at once.
const ROOM_BYTES: usize = 4 * 1024;

/// As many header fields are read; a flag server sends a few.
const MAX_FIELDS: usize = 64;

/// Returns the request for the flag of `code`.
pub(crate) fn request(job: &Job, code: Code) -> String {
    let path = job.site.flag_path(code);
    let host = job.site.host();
    format!("GET {path} HTTP/1.1\r\nhost: {host}\r\n\r\n")
}

/// Tells whether the server had closed the connection before it
/// read the request: no failure if the connection was an old one.
pub(crate) fn was_gone(answer: &Result<Answer>) -> bool {
    use ErrorKind::{
        BrokenPipe, ConnectionAborted, ConnectionReset,
    };
    answer.as_ref().is_err_and(|error| {
        matches!(
            error.kind(),
            BrokenPipe | ConnectionAborted | ConnectionReset
        )
    })
}

/// An answer, while it arrives and after.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    bytes: Vec<u8>,
    received: usize,
    head: Option<Head>,
}

#[derive(Debug)]
struct Head {
    size: usize,
    status: u16,
    body_size: usize,
    keep_alive: bool,
}

impl Answer {
    /// Tells whether all of it has arrived.
    pub(crate) fn is_whole(&self) -> bool {
        self.head
            .as_ref()
            .is_some_and(|head| self.received >= head.end())
    }

    /// Returns where the next bytes are to be put.
    pub(crate) fn room(&mut self) -> &mut [u8] {
        let end = self.head.as_ref().map_or(0, Head::end);
        let size = end.max(self.received + ROOM_BYTES);
        self.bytes.resize(size, 0);
        &mut self.bytes[self.received..]
    }

    /// Takes note that `size` bytes were put there.
    ///
    /// # Errors
    ///
    /// If they end the connection, or are no answer that this
    /// program reads.
    pub(crate) fn arrived(&mut self, size: usize) -> Result<()> {
        if size == 0 && self.received == 0 {
            return Err(ErrorKind::ConnectionAborted.into());
        }
        if size == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        self.received += size;
        if self.head.is_none() {
            self.head = Head::parse(&self.bytes[..self.received])?;
        }
        let head_only = self.head.is_none();
        if head_only && self.received > site::MAX_BYTES {
            return Err(invalid("the answer has no end"));
        }
        Ok(())
    }

    /// Tells whether another request may follow on the
    /// connection: the server agrees, and has sent no more than
    /// it said.
    pub(crate) fn keeps_alive(&self) -> bool {
        self.head.as_ref().is_some_and(|head| {
            head.keep_alive && self.received == head.end()
        })
    }

    /// Returns its status.
    pub(crate) fn status(&self) -> u16 {
        self.head.as_ref().map_or(0, |head| head.status)
    }

    /// Returns its body.
    pub(crate) fn into_body(mut self) -> Vec<u8> {
        let (start, end) = self
            .head
            .as_ref()
            .map_or((0, 0), |head| (head.size, head.end()));
        self.bytes.truncate(end);
        self.bytes.split_off(start)
    }
}

impl Head {
    fn end(&self) -> usize {
        self.size + self.body_size
    }

    /// Reads the head, if `bytes` hold all of it.
    fn parse(bytes: &[u8]) -> Result<Option<Self>> {
        let mut fields = [httparse::EMPTY_HEADER; MAX_FIELDS];
        let mut answer = httparse::Response::new(&mut fields);
        let parsed = answer.parse(bytes).map_err(|error| {
            Error::new(ErrorKind::InvalidData, error)
        })?;
        let httparse::Status::Complete(size) = parsed else {
            return Ok(None);
        };
        let field = |name: &str| {
            let named = answer.headers.iter().find(|field| {
                field.name.eq_ignore_ascii_case(name)
            })?;
            str::from_utf8(named.value).ok()
        };
        let body_size = field("content-length")
            .and_then(|length| length.parse().ok())
            .ok_or_else(|| invalid("the answer tells no length"))?;
        if body_size > site::MAX_BYTES {
            return Err(invalid("the answer is too large"));
        }
        let closes = field("connection").is_some_and(|options| {
            options
                .split(',')
                .any(|it| it.trim().eq_ignore_ascii_case("close"))
        });
        let keep_alive = answer.version == Some(1) && !closes;
        let status = answer.code.unwrap_or(0);
        Ok(Some(Self { size, status, body_size, keep_alive }))
    }
}

fn invalid(what: &'static str) -> Error {
    Error::new(ErrorKind::InvalidData, what)
}
