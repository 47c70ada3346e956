//! # Half a line is an answer too many
//!
//! A server of lines: who sends a word and the end of the line gets
//! the character of that name. On the machine of its author each
//! line comes in one piece. Elsewhere a line comes in two pieces,
//! or two lines in one, and nobody gets what they asked for.
//!
//! Mend `serve_client`: each line has one answer, in whatever
//! pieces it comes.

use std::io::Result;
use tokio::io::{
    self, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt,
};

const CHARACTERS: [&str; 3] =
    ["U+1F40C SNAIL", "U+1F99A PEACOCK", "U+1F408 CAT"];

/// Returns the character whose name is `word`, as a line.
fn find(word: &str) -> String {
    let name = word.trim().to_uppercase();
    let mut found = CHARACTERS.into_iter();
    let found = found.find(|it| it.ends_with(&format!(" {name}")));
    format!("{}\n", found.unwrap_or("no character"))
}

/// Answers a client, line by line, until it sends no more.
async fn serve_client(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
) -> Result<()> {
    let mut buffer = [0; 256];
    loop {
        // TODO: what has come when this read ends?
        let size = stream.read(&mut buffer).await?;
        if size == 0 {
            return Ok(());
        }
        let line = String::from_utf8_lossy(&buffer[..size]);
        stream.write_all(find(&line).as_bytes()).await?;
    }
}

/// Sends `text` on a line that holds so many bytes at once, and
/// returns all that is answered.
async fn talk(text: &str, bytes: usize) -> Result<String> {
    // Two ends, as of a connection, but in memory.
    let (here, there) = io::duplex(bytes);
    let (mut reader, mut writer) = io::split(here);
    let send = async {
        writer.write_all(text.as_bytes()).await?;
        writer.shutdown().await
    };
    let mut answers = String::new();
    let receive = reader.read_to_string(&mut answers);
    tokio::try_join!(serve_client(there), send, receive)?;
    Ok(answers)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    for bytes in [64, 3] {
        let answers = talk("snail\n", bytes).await?;
        println!("At most {bytes} bytes at once:\n{answers}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    /// Returns the lines that a server answers to `text`.
    fn answers(text: &str, bytes: usize) -> Vec<String> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .expect("a runtime");
        let answers = runtime.block_on(talk(text, bytes));
        let answers = answers.expect("the server reads on");
        answers.lines().map(str::to_owned).collect()
    }

    #[test]
    #[timeout(10_000)]
    fn a_line_in_pieces_is_one_question() {
        for bytes in [64, 3, 1] {
            let answers = answers("snail\n", bytes);
            let count = answers.len();
            assert_eq!(
                count, 1,
                "the client sent one line, {bytes} bytes at a \
                 time, and got {count} answers: each piece was \
                 taken for a line"
            );
            assert_eq!(answers, ["U+1F40C SNAIL"], "its answer");
        }
    }

    #[test]
    #[timeout(10_000)]
    fn two_lines_in_one_piece_are_two_questions() {
        for bytes in [64, 8, 1] {
            let answers = answers("snail\npeacock\n", bytes);
            assert_eq!(
                answers,
                ["U+1F40C SNAIL", "U+1F99A PEACOCK"],
                "two lines have two answers, in whatever pieces \
                 they come; here up to {bytes} bytes at a time"
            );
        }
    }
}
