//! Predictions and errors, for a terminal.

use report::units::{size, time};

use crate::{
    predictions::{FIGURES, Row},
    recorded::Recorded,
};

/// Returns the lines of the table, 80 columns at the most.
pub(crate) fn lines(recorded: &Recorded<Row>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut last = None;
    for row in &recorded.rows {
        let case = (row.requests, row.concurrency, row.delay_ms);
        if last != Some(case) {
            let (requests, at_once, delay) = case;
            lines.push(String::new());
            lines.push(format!(
                "{requests} requests, {at_once} at once, {delay} ms"
            ));
            lines.push(head());
            last = Some(case);
        }
        lines.push(line(row));
    }
    lines.push(String::new());
    lines.extend(summary(recorded));
    lines
}

fn head() -> String {
    let columns = ["wall", "CPU", "memory"];
    let columns = columns.map(|name| format!("{name:>22}"));
    format!("{:11}{}", "", columns.concat())
}

fn line(row: &Row) -> String {
    let version = row.client.version(row.way);
    let shows: [fn(f64) -> String; 3] = [seconds, seconds, size];
    let cells = FIGURES.iter().zip(shows).map(|(figure, show)| {
        let predicted = show(figure(&row.predicted));
        let measured = show(figure(&row.measured));
        let error = row.error(*figure) * 100.0;
        format!("{predicted:>9}{measured:>9}{error:>+4.0}")
    });
    format!("{version:11}{}", cells.collect::<String>())
}

fn seconds(seconds: f64) -> String {
    time(seconds * 1e9)
}

/// Returns how far each figure is off, over all cases.
fn summary(recorded: &Recorded<Row>) -> Vec<String> {
    let names = ["wall time", "CPU time", "memory"];
    let lines = FIGURES.iter().zip(names).filter_map(|it| {
        let (figure, name) = it;
        let percent = |part| {
            let off = recorded.off(*figure, part)?;
            Some(format!("{:.0} %", off * 100.0))
        };
        Some(format!(
            "{name}: half are off by {} or less, nine of ten by \
             {}, the worst {}",
            percent(0.5)?,
            percent(0.9)?,
            percent(1.0)?,
        ))
    });
    lines.collect()
}
