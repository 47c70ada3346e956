//! Each flag, shown as it arrives.

use std::{
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

use crate::{Error, Outcome};

/// Codes, each with its mark, that fit into one line.
const PER_LINE: usize = 20;

/// With more downloads than there are codes, the codes are not
/// listed: nobody reads a thousand lines of them.
pub(crate) const LISTED: usize = 26 * 26;

/// How outcomes are shown.
#[derive(Debug)]
pub(crate) enum Progress {
    /// Not at all.
    Silent,
    /// A line each.
    Lines { started: Instant, to_stderr: bool },
    /// Their codes in rows; on a terminal, above a bar.
    Codes {
        row: Vec<String>,
        list: bool,
        // On standard error.
        bar: Option<ProgressBar>,
    },
}

impl Progress {
    /// Chooses how `count` outcomes are shown.
    pub(crate) fn new(
        count: usize,
        verbose: bool,
        json: bool,
    ) -> Self {
        if verbose {
            let started = Instant::now();
            return Self::Lines { started, to_stderr: json };
        }
        let bar = io::stderr().is_terminal().then(|| bar(count));
        let list = !json && count <= LISTED;
        Self::Codes { row: Vec::new(), list, bar }
    }

    pub(crate) fn show(
        &mut self,
        outcome: &Outcome,
        name: Option<&str>,
    ) -> io::Result<()> {
        match self {
            Self::Silent => Ok(()),
            Self::Lines { started, to_stderr } => {
                let line = line(started.elapsed(), outcome, name);
                if *to_stderr {
                    writeln!(io::stderr(), "{line}")
                } else {
                    writeln!(io::stdout(), "{line}")
                }
            }
            Self::Codes { row, list, bar } => {
                let code = marked(outcome);
                if let Some(bar) = bar {
                    show_on_bar(bar, row, code, *list)
                } else if *list {
                    show_plain(row, code)
                } else {
                    Ok(())
                }
            }
        }
    }

    pub(crate) fn finish(&mut self) -> io::Result<()> {
        let Self::Codes { row, list, bar } = self else {
            return Ok(());
        };
        let shown = bar.as_ref().map(ProgressBar::finish_and_clear);
        match shown {
            _ if !*list || row.is_empty() => Ok(()),
            Some(()) => writeln!(
                io::stdout(),
                "{}",
                row.join(" ").trim_end()
            ),
            None => writeln!(io::stdout()),
        }
    }
}

/// Returns the code, with a mark if its flag is not there:
/// `ZZ?` was not found, `BR!` failed.
fn marked(outcome: &Outcome) -> String {
    let mark = match &outcome.result {
        Ok(_) => ' ',
        Err(Error::NotFound) => '?',
        Err(_) => '!',
    };
    format!("{}{mark}", outcome.code)
}

fn bar(count: usize) -> ProgressBar {
    let style = ProgressStyle::with_template(
        "{msg}\n{bar:50} {pos}/{len}  {elapsed}",
    );
    let style = style.expect("the template is written above");
    ProgressBar::new(count as u64).with_style(style)
}

/// Shows the row that grows above the bar; a full row goes to
/// standard output and stays there.
fn show_on_bar(
    bar: &ProgressBar,
    row: &mut Vec<String>,
    code: String,
    list: bool,
) -> io::Result<()> {
    bar.inc(1);
    if !list {
        bar.set_message(code);
        return Ok(());
    }
    row.push(code);
    let text = row.join(" ").trim_end().to_owned();
    if row.len() < PER_LINE {
        bar.set_message(text);
        return Ok(());
    }
    row.clear();
    bar.set_message("");
    bar.suspend(|| writeln!(io::stdout(), "{text}"))
}

/// Writes the code at once, for whoever follows the file.
fn show_plain(
    row: &mut Vec<String>,
    code: String,
) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let gap = match row.last() {
        None => "",
        Some(before) if before.ends_with(' ') => "  ",
        Some(_) => " ",
    };
    write!(out, "{gap}{}", code.trim_end())?;
    row.push(code);
    if row.len() == PER_LINE {
        row.clear();
        writeln!(out)?;
    }
    out.flush()
}

fn line(
    elapsed: Duration,
    outcome: &Outcome,
    name: Option<&str>,
) -> String {
    let (code, seconds) = (outcome.code, elapsed.as_secs_f64());
    let name = name.map(|name| format!(", {name}"));
    let name = name.unwrap_or_default();
    let end = match &outcome.result {
        Ok(size) => format!("ok, {size} bytes{name}"),
        Err(Error::NotFound) => "not found".to_owned(),
        Err(error) => format!("error: {}", error.chain()),
    };
    format!("{seconds:8.3} s  {code}  {end}")
}
