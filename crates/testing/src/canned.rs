//! A server that answers whatever a test wants.

use std::{
    io::{self, BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::Arc,
    thread,
};

/// What a [`canned_server`] answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canned {
    /// The status, such as 200.
    pub status: u16,
    /// What kind of content it says it is.
    pub content_type: &'static str,
    /// The content.
    pub body: Vec<u8>,
}

impl Canned {
    /// Returns an answer of status 200.
    pub fn ok(
        content_type: &'static str,
        body: impl Into<Vec<u8>>,
    ) -> Self {
        Self { status: 200, content_type, body: body.into() }
    }

    /// Returns an answer without content.
    pub fn status(status: u16) -> Self {
        let content_type = "text/plain";
        Self { status, content_type, body: Vec::new() }
    }
}

/// Starts a server on a free port of 127.0.0.1 and returns its
/// base address, `http://127.0.0.1:…/flags`. It answers each
/// request by what `answer` makes of the path; an answer may wait
/// for something. It goes on until the test's process ends.
///
/// # Panics
///
/// If the system gives no port.
pub fn canned_server(
    answer: impl Fn(&str) -> Canned + Send + Sync + 'static,
) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
    let address = listener.local_addr().expect("has an address");
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = answer.clone();
            // It ends with an error when its client leaves.
            thread::spawn(move || serve(stream, &*answer).ok());
        }
    });
    format!("http://{address}/flags")
}

/// Answers the requests of one connection, one after the other.
fn serve(
    mut stream: TcpStream,
    answer: &dyn Fn(&str) -> Canned,
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    while let Some(request) = lines.next().transpose()? {
        while lines
            .next()
            .transpose()?
            .is_some_and(|line| !line.is_empty())
        {}
        let path = request.split(' ').nth(1).unwrap_or_default();
        let Canned { status, content_type, body } = answer(path);
        let head = format!(
            "HTTP/1.1 {status} \r\ncontent-type: {content_type}\r\n\
             content-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(&[head.as_bytes(), &body].concat())?;
    }
    Ok(())
}
