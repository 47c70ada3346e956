//! # The error that nobody hears
//!
//! A flag takes two requests: first what is known about the
//! country, then the image. An event loop calls the callbacks.
//! If the server refuses a request, `done` should be called with
//! the error. But whoever asked hears nothing at all.
//!
//! Mend `download`: `done` is called once, with the flag or with
//! the first error. Loop and client stay as they are.

use std::sync::mpsc;

// As in crates/callbacks/src/event_loop.rs:
/// Code that the loop is to run, once.
type Job = Box<dyn FnOnce() + Send>;

/// The receiving end of the queue: whoever runs this is the loop.
pub struct EventLoop(mpsc::Receiver<Job>);

/// The sending end: posts jobs. Clones post to the same loop.
#[derive(Clone)]
pub struct Handle(mpsc::Sender<Job>);
// (end of what the lesson has)

// As in crates/callbacks/src/event_loop.rs:
impl EventLoop {
    /// Runs jobs on this thread, until no handle is left: then
    /// nobody can post any more.
    pub fn run(self) {
        for job in self.0 {
            job();
        }
    }
}
// (end of what the lesson has)

type Answer = Result<String, String>;

/// A server that refuses one path.
#[derive(Clone)]
struct Client {
    handle: Handle,
    refused: &'static str,
}

impl Client {
    /// Asks for `path` and returns at once; the loop will call
    /// `callback`.
    fn get<F>(&self, path: &str, callback: F)
    where
        F: FnOnce(Answer) -> Result<(), String> + Send + 'static,
    {
        let refused = path == self.refused;
        let error = format!("{path} was refused");
        let answer =
            if refused { Err(error) } else { Ok(path.to_owned()) };
        let job = move || drop(callback(answer));
        self.handle.0.send(Box::new(job)).ok();
    }
}

/// Asks for two things in turn, and returns at once; `done` is
/// called with both of them.
fn download(
    client: Client,
    done: impl FnOnce(Answer) + Send + 'static,
) {
    client.clone().get("metadata.json", move |metadata| {
        // `?` would return to the loop: `done` tells who asked.
        let metadata = match metadata {
            Ok(metadata) => metadata,
            Err(error) => {
                done(Err(error));
                return Ok(());
            }
        };
        client.get("br.gif", move |image| {
            done(image.map(|it| format!("{metadata} and {it}")));
            Ok(())
        });
        Ok(())
    });
}

/// Downloads on an event loop; returns what `done` heard.
fn heard(refused: &'static str) -> Vec<Answer> {
    let (sender, jobs) = mpsc::channel();
    let client = Client { handle: Handle(sender), refused };
    let (sender, heard) = mpsc::channel();
    let done = move |end| sender.send(end).expect("it is heard");
    download(client, done);
    EventLoop(jobs).run();
    heard.into_iter().collect()
}

fn main() {
    for refused in ["nothing", "metadata.json", "br.gif"] {
        println!("{refused} is refused: {:?}", heard(refused));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn whoever_asked_hears_of_an_error() {
        for refused in ["metadata.json", "br.gif"] {
            let heard = heard(refused);
            let error = Err(format!("{refused} was refused"));
            assert_eq!(
                heard,
                [error],
                "{refused} was refused, and `done` was called {} \
                 times, not once with this error: `?` returns to \
                 the caller, and the caller of a callback is the \
                 loop",
                heard.len()
            );
        }
    }

    #[test]
    #[timeout(10_000)]
    fn a_flag_comes_with_what_is_known_about_it() {
        let flag = Ok("metadata.json and br.gif".to_owned());
        let text = "nothing was refused: one flag, no error";
        assert_eq!(heard("nothing"), [flag], "{text}");
    }
}
