//! Downloads by async tasks, on bare streams.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use std::{io::Result, sync::Arc};
use tokio::{sync::mpsc, task, time::timeout};

use super::http::{Answer, request, was_gone};
use flags::{Code, Counts, Error, Job, Outcome, Report, site};
use timeline::asynchronous::{lane, wait};

/// Opens a connection to the server.
async fn connect(job: &Job) -> Result<TcpStream> {
    let address = job.site.address()?;
    let stream = TcpStream::connect(address);
    let stream = timeout(job.timeout, stream).await??;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Sends one request and receives its answer; the connection is
/// kept for the next one, if the server keeps it, too.
async fn exchange(
    kept: &mut Option<TcpStream>,
    job: &Job,
    code: Code,
) -> Result<Answer> {
    let mut stream = match kept.take() {
        Some(stream) => stream,
        None => wait("connection", connect(job)).await?,
    };
    stream.write_all(request(job, code).as_bytes()).await?;
    let mut answer = Answer::default();
    while !answer.is_whole() {
        let read = stream.read(answer.room());
        let read = timeout(job.timeout, read);
        let size = wait("answer", read).await??; // others run
        answer.arrived(size)?;
    }
    *kept = answer.keeps_alive().then_some(stream);
    Ok(answer)
}

/// Fetches the flag of `code`; asks once more, on a new connection,
/// if the server has closed the old one.
async fn get_flag(
    kept: &mut Option<TcpStream>,
    job: &Job,
    code: Code,
) -> Result<Answer> {
    let was_kept = kept.is_some();
    let answer = exchange(kept, job, code).await;
    if was_kept && was_gone(&answer) {
        return exchange(kept, job, code).await;
    }
    answer
}

/// Fetches and saves the flag of `code`.
async fn download_one(
    kept: &mut Option<TcpStream>,
    job: &Job,
    code: Code,
) -> Outcome {
    let answer = get_flag(kept, job, code).await;
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
/// Outside a runtime, or if a download panics.
pub async fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let (sender, mut outcomes) = mpsc::channel(job.max_req());
    let start = |number| {
        let (job, sender) = (job.clone(), sender.clone());
        let unit = async move {
            let mut kept = None;
            while let Some(code) = job.take() {
                let end = download_one(&mut kept, &job, code).await;
                if sender.send(end).await.is_err() {
                    break;
                }
            }
        };
        task::spawn(lane(number, unit))
    };
    let units: Vec<_> = (1..=job.max_req()).map(start).collect();
    drop(sender);
    while let Some(outcome) = wait("flags", outcomes.recv()).await {
        if report.add(outcome).is_err() {
            break;
        }
    }
    drop(outcomes);
    for unit in units {
        wait("end", unit).await.expect("a download panicked");
    }
    report.counts()
}
