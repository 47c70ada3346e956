//! # One is missing, and two are gone
//!
//! Four countries are downloaded, each by a task of its own. One of
//! them is not on the site. That is the error of one country, and
//! no matter of the others; but the book has one name, one error,
//! and not a word about the other two.
//!
//! Mend the program, so that each country is in the book, with its
//! name or with its error. The downloads still run at once.

use std::time::Duration;
use tokio::{task::JoinSet, time};

type Code = &'static str;

/// What came of the downloads.
#[derive(Debug, Default)]
struct Book {
    names: Vec<String>,
    errors: Vec<String>,
}

/// Fetches the name of the country of `code`.
async fn get_country(code: Code) -> Result<String, String> {
    let (millis, answer) = match code {
        "BR" => (10, Ok("Brazil")),
        "XX" => (20, Err("XX is not found")),
        "CN" => (30, Ok("China")),
        _ => (40, Ok("United States")),
    };
    time::sleep(Duration::from_millis(millis)).await;
    answer.map(str::to_owned).map_err(str::to_owned)
}

/// Downloads the names of all codes.
async fn download_many(codes: &[Code]) -> Book {
    let mut book = Book::default();
    let mut downloads = JoinSet::new();
    for &code in codes {
        downloads.spawn(get_country(code));
    }
    while let Some(end) = downloads.join_next().await {
        // An error is a value, to be kept like a name: leaving here
        // would drop the set, and with it what is still under way.
        match end.expect("a download panicked") {
            Ok(name) => book.names.push(name),
            Err(error) => book.errors.push(error),
        }
    }
    book
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let book = download_many(&["BR", "XX", "CN", "US"]).await;
    println!("{book:?}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use tokio::time::Instant;

    fn run(codes: &[Code]) -> (Book, Duration) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let start = Instant::now();
            let mut book = download_many(codes).await;
            book.names.sort_unstable();
            (book, start.elapsed())
        })
    }

    #[test]
    #[timeout(10_000)]
    fn one_error_leaves_the_other_downloads_alone() {
        let (book, took) = run(&["BR", "XX", "CN", "US"]);
        let Book { names, errors } = book;
        let silent = 4 - names.len() - errors.len();
        assert_eq!(
            silent,
            0,
            "of {silent} countries the book says nothing: it has \
             {} of 4 names and {} error. The others were under way \
             when `?` left the function; there the set was \
             dropped, and a JoinSet takes its tasks along",
            names.len(),
            errors.len()
        );
        assert_eq!(names, ["Brazil", "China", "United States"]);
        assert_eq!(errors, ["XX is not found"]);
        assert_eq!(
            took.as_millis(),
            40,
            "all at once take as long as the longest, 40 ms"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn every_error_is_told() {
        let (book, _) = run(&["XX", "BR", "XX"]);
        assert_eq!(book.names, ["Brazil"], "one name");
        assert_eq!(book.errors.len(), 2, "two errors: {book:?}");
    }
}
