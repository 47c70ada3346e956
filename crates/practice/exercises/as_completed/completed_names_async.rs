//! # Flags under the wrong names
//!
//! Three flags are asked for at once, and each is filed under the
//! code of its country. All of them arrive, and yet the album is
//! wrong: under the code of one country lies another one's flag.
//!
//! Mend `download_many`, so that each flag lies under its own code,
//! however long its answer takes. All are still asked for at once.
//! The order of the pairs is yours to choose.

use std::time::Duration;
use tokio::{task::JoinSet, time};

/// What a server answers, and after what time.
struct Answer {
    code: &'static str,
    flag: &'static str,
    after: Duration,
}

const SITE: [Answer; 3] = [
    answer("BD", "a red disc on green", 300),
    answer("CN", "five stars on red", 100),
    answer("EG", "an eagle on red, white and black", 200),
];

const fn answer(
    code: &'static str,
    flag: &'static str,
    millis: u64,
) -> Answer {
    Answer { code, flag, after: Duration::from_millis(millis) }
}

/// Waits for the answer, and returns the flag.
async fn get_flag(answer: &Answer) -> &'static str {
    time::sleep(answer.after).await;
    answer.flag
}

/// Asks for all flags of `site` at once, and returns each with its
/// code.
async fn download_many(
    site: &'static [Answer],
) -> Vec<(&'static str, &'static str)> {
    let mut ends = JoinSet::new();
    for answer in site {
        ends.spawn(get_flag(answer));
    }
    // TODO: which flag comes first here, and which code?
    let flags = ends.join_all().await;
    let codes = site.iter().map(|answer| answer.code);
    codes.zip(flags).collect()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    for (code, flag) in download_many(&SITE).await {
        println!("{code}: {flag}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use tokio::{runtime::Builder, time::Instant};

    #[test]
    #[timeout(10_000)]
    fn each_flag_lies_under_its_own_code() {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let (album, took) = runtime.block_on(async {
            let start = Instant::now();
            (download_many(&SITE).await, start.elapsed())
        });
        for Answer { code, flag, after } in &SITE {
            let mut found = album.iter().filter(|it| it.0 == *code);
            let filed = found.next().map_or("nothing", |it| it.1);
            assert!(
                filed == *flag && found.next().is_none(),
                "under {code} lies {filed:?}, and not {flag:?}: \
                 flags come in the order in which they are there, \
                 and this one came after {after:?}"
            );
        }
        assert_eq!(album.len(), 3, "three flags were asked for");
        assert_eq!(
            took, SITE[0].after,
            "it took {took:?}: asked for all at once, they are \
             there when the slowest is"
        );
    }
}
