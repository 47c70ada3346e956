//! # The errors that nobody sees
//!
//! Each flag is downloaded by a task of its own. One is not on the
//! site, and one is no image at all. The report says that two were
//! saved, and not a word of the other two.
//!
//! Mend `download_many`, so that each download that failed is in
//! the report, with its cause, whether it returned an error or
//! panicked. The tasks still run at the same time.

use tokio::{sync::mpsc, task};

type Code = &'static str;

/// What became of the downloads.
#[derive(Debug, Default)]
struct Report {
    saved: Vec<Code>,
    /// The codes, and what was the cause.
    failed: Vec<(Code, String)>,
}

/// Fetches the flag of `code`.
async fn get_flag(code: Code) -> Result<Vec<u8>, String> {
    task::yield_now().await; // the site takes its time
    match code {
        "XX" => Err("XX is not found".to_owned()),
        "YY" => Ok(b"<html>".to_vec()),
        _ => Ok(b"GIF89a".to_vec()),
    }
}

/// Saves `image`.
///
/// # Panics
///
/// If it is none.
fn save(image: &[u8]) {
    assert!(image.starts_with(b"GIF"), "this is no image");
}

/// Downloads the flags of `codes`, and reports on them.
async fn download_many(codes: &[Code]) -> Report {
    let (sender, mut saved) = mpsc::channel(1);
    for &code in codes {
        let sender = sender.clone();
        task::spawn(async move {
            let image = get_flag(code).await?;
            save(&image);
            sender.send(code).await.ok();
            Ok::<(), String>(())
        });
    }
    drop(sender);
    let mut report = Report::default();
    while let Some(code) = saved.recv().await {
        report.saved.push(code);
    }
    // TODO: some tasks sent nothing. Who can tell how they ended?
    report
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let report = download_many(&["BR", "XX", "CN", "YY"]).await;
    println!("{report:?}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    fn report_on(codes: &[Code]) -> Report {
        let runtime =
            tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.expect("a runtime");
        let mut report = runtime.block_on(download_many(codes));
        report.saved.sort_unstable();
        report.failed.sort_unstable();
        report
    }

    #[test]
    #[timeout(10_000)]
    fn every_download_is_in_the_report() {
        let report = report_on(&["BR", "XX", "CN", "YY"]);
        assert_eq!(report.saved, ["BR", "CN"], "the saved ones");
        let failed = report.failed.iter().map(|(code, _)| *code);
        let failed: Vec<Code> = failed.collect();
        assert_eq!(
            failed,
            ["XX", "YY"],
            "4 flags were asked for and 2 saved; {} of the other 2 \
             are in the report: how a task ended is told to \
             whoever awaits its handle, and to nobody else",
            failed.len()
        );
    }

    #[test]
    #[timeout(10_000)]
    fn each_failure_tells_its_cause() {
        let report = report_on(&["XX", "BR", "YY"]);
        let [(_, error), (_, panic)] = &report.failed[..] else {
            panic!("XX and YY failed, and the report: {report:?}");
        };
        assert!(
            error.contains("not found"),
            "XX returned an error, \"XX is not found\"; the report \
             says {error:?}"
        );
        assert!(
            panic.contains("panic") || panic.contains("no image"),
            "the task of YY panicked, and its handle tells that; \
             the report says {panic:?}"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn where_all_goes_well_there_is_no_failure() {
        let report = report_on(&["BR", "CN", "US"]);
        assert_eq!(report.saved, ["BR", "CN", "US"], "all three");
        assert_eq!(report.failed, [], "nothing failed");
    }
}
