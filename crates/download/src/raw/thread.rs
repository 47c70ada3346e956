//! Downloads by operating-system threads, on bare streams.

use std::io::{Read, Write};
use std::net::TcpStream;

use crossbeam_channel as channel;
use std::{io::Result, sync::Arc, thread};

use super::http::{Answer, request, was_gone};
use flags::{Code, Counts, Error, Job, Outcome, Report, site};
use timeline::blocking::{lane, wait};

/// Opens a connection to the server.
fn connect(job: &Job) -> Result<TcpStream> {
    let address = job.site.address()?;
    let stream = TcpStream::connect_timeout(&address, job.timeout)?;
    stream.set_read_timeout(Some(job.timeout))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Sends one request and receives its answer; the connection is
/// kept for the next one, if the server keeps it, too.
fn exchange(
    kept: &mut Option<TcpStream>,
    job: &Job,
    code: Code,
) -> Result<Answer> {
    let mut stream = match kept.take() {
        Some(stream) => stream,
        None => wait("connection", || connect(job))?,
    };
    stream.write_all(request(job, code).as_bytes())?;
    let mut answer = Answer::default();
    while !answer.is_whole() {
        let room = answer.room();
        let read = || stream.read(room);
        let size = wait("answer", read)?; // this thread waits here
        answer.arrived(size)?;
    }
    *kept = answer.keeps_alive().then_some(stream);
    Ok(answer)
}

/// Fetches the flag of `code`; asks once more, on a new connection,
/// if the server has closed the old one.
fn get_flag(
    kept: &mut Option<TcpStream>,
    job: &Job,
    code: Code,
) -> Result<Answer> {
    let was_kept = kept.is_some();
    let answer = exchange(kept, job, code);
    if was_kept && was_gone(&answer) {
        return exchange(kept, job, code);
    }
    answer
}

/// Fetches and saves the flag of `code`.
fn download_one(
    kept: &mut Option<TcpStream>,
    job: &Job,
    code: Code,
) -> Outcome {
    let answer = get_flag(kept, job, code);
    let result = answer.map_err(Error::transport);
    let result = result.and_then(|answer| {
        site::check_status(answer.status())?;
        job.save(&answer.into_body(), code)
    });
    Outcome { code, result }
}

/// Downloads all flags of `job`, shows each in `report` as it
/// arrives, and returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let (sender, outcomes) = channel::bounded(job.max_req());
    let start = |number| {
        let (job, sender) = (job.clone(), sender.clone());
        let unit = move || {
            let mut kept = None;
            while let Some(code) = job.take() {
                let end = download_one(&mut kept, &job, code);
                if sender.send(end).is_err() {
                    break;
                }
            }
        };
        thread::spawn(move || lane(number, unit))
    };
    let units: Vec<_> = (1..=job.max_req()).map(start).collect();
    drop(sender);
    while let Ok(outcome) = wait("flags", || outcomes.recv()) {
        if report.add(outcome).is_err() {
            break;
        }
    }
    drop(outcomes);
    for unit in units {
        wait("end", || unit.join()).expect("a download panicked");
    }
    report.counts()
}
