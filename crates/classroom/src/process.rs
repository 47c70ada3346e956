//! Programs that are not ours, and may do anything: with a limit of
//! time, and ended with all that they have started.

use std::{
    io::{self, PipeReader, Read},
    mem,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

use wait_timeout::ChildExt;

/// How long the output of a program that has ended is waited for:
/// something that it started may hold it open.
const REST: Duration = Duration::from_secs(1);

/// The groups of processes that run now.
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// What became of a program.
#[derive(Debug)]
pub(crate) struct Ended {
    /// How it ended; none if its time was over.
    pub(crate) status: Option<ExitStatus>,
    /// What it wrote, to whichever output, or the first part of
    /// it.
    pub(crate) output: String,
}

/// Runs `command` for at most `limit`, and keeps at most `most`
/// bytes of what it writes.
///
/// # Errors
///
/// If it does not start.
pub(crate) fn run(
    command: &mut Command,
    limit: Duration,
    most: usize,
) -> io::Result<Ended> {
    let (reader, writer) = io::pipe()?;
    command
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let spawned = command.spawn();
    // It holds our ends of the pipe, which must be closed, or the
    // output would never end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = spawned?;
    let id = child.id();
    running().push(id);
    let output = Output::read(reader, most);
    let status = child.wait_timeout(limit);
    end_group(id);
    running().retain(|other| *other != id);
    if !matches!(status, Ok(Some(_))) {
        end(&mut child);
    }
    Ok(Ended { status: status?, output: output.take() })
}

fn running() -> impl std::ops::DerefMut<Target = Vec<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends all programs that run, and this one, on Ctrl-C: they are in
/// groups of their own, which a terminal does not reach.
///
/// # Errors
///
/// If somebody else watches Ctrl-C.
pub(crate) fn end_all_on_ctrl_c() -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(|| {
        running().iter().copied().for_each(end_group);
        // As shells say of what Ctrl-C has ended.
        std::process::exit(130);
    })
}

/// Ends the group of the process `id` and nothing else; it may have
/// ended already.
#[cfg(unix)]
fn end_group(id: u32) {
    use nix::{
        sys::signal::{Signal, killpg},
        unistd::Pid,
    };
    if let Ok(id) = i32::try_from(id) {
        killpg(Pid::from_raw(id), Signal::SIGKILL).ok();
    }
}

/// Only Unix has such groups.
#[cfg(not(unix))]
fn end_group(_: u32) {}

fn end(child: &mut Child) {
    // Both fail only if it has ended by itself.
    child.kill().ok();
    child.wait().ok();
}

/// What a program has written up to now.
struct Output {
    read: Arc<Mutex<Vec<u8>>>,
    end: mpsc::Receiver<()>,
}

impl Output {
    /// Reads to the end, lest the program wait for a reader, but
    /// keeps only the first `most` bytes.
    fn read(mut reader: PipeReader, most: usize) -> Self {
        let read = Arc::new(Mutex::new(Vec::new()));
        let kept = read.clone();
        let (sender, end) = mpsc::sync_channel(1);
        thread::spawn(move || {
            let mut part = [0; 8192];
            while let Ok(length @ 1..) = reader.read(&mut part) {
                let mut kept = kept
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner);
                let room = most.saturating_sub(kept.len());
                let length = length.min(room);
                kept.extend_from_slice(&part[..length]);
            }
            sender.send(()).ok();
        });
        Self { read, end }
    }

    fn take(self) -> String {
        self.end.recv_timeout(REST).ok();
        let mut read = self
            .read
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let read = mem::take(&mut *read);
        String::from_utf8_lossy(&read).into_owned()
    }
}
