//! The places at which a job was stopped, one below the other.

use std::{fmt, io};

use super::RECORDS;
use crate::{Audit, Plan, Record};

/// No version does more for a record than wait, step, wait, step.
const MOST_STEPS: usize = 4 * RECORDS;

/// One version of the job, and one way of stopping it.
pub struct Column<'run> {
    /// What it does with each record.
    pub does: &'static str,
    /// What stops it.
    pub stopped: &'static str,
    /// Stops it after so many steps, and says where the records
    /// are then.
    pub stop: &'run dyn Fn(usize) -> io::Result<Audit>,
}

/// Where the records were, by the place of the stop and by the
/// version.
#[derive(Clone, Debug)]
pub struct Table {
    /// One row for each place.
    pub rows: Vec<Vec<Audit>>,
}

impl Table {
    /// Stops all versions at each place, until all have finished
    /// before it, and prints the rows as they come.
    ///
    /// # Errors
    ///
    /// If a child process fails.
    pub fn fill(
        plan: &Plan,
        place: &str,
        columns: &[Column<'_>],
    ) -> io::Result<Self> {
        let line = |name: String, cells: Vec<String>| {
            let line = format!("{name:9}{}", cells.join(" "));
            plan.say(line.trim_end());
        };
        let cells = |text: fn(&Column<'_>) -> &'static str| {
            columns.iter().map(text).map(|it| format!("{it:22}"))
        };
        line(String::new(), cells(|it| it.does).collect());
        line(place.into(), cells(|it| it.stopped).collect());
        let mut rows = Vec::new();
        for steps in 0..=MOST_STEPS {
            let row: io::Result<Vec<Audit>> =
                columns.iter().map(|it| (it.stop)(steps)).collect();
            let row = row?;
            line(
                format!("{steps:>5}"),
                row.iter().map(cell).collect(),
            );
            let done = row.iter().all(Audit::is_done);
            rows.push(row);
            if done {
                break;
            }
        }
        Ok(Self { rows })
    }

    /// Returns in how many rows something was found, for each
    /// version.
    fn count(&self, found: fn(&Audit) -> &[Record]) -> String {
        let versions = self.rows.first().map_or(0, Vec::len);
        let counts = (0..versions).map(|version| {
            let rows = self.rows.iter();
            let bad =
                rows.filter(|row| !found(&row[version]).is_empty());
            bad.count().to_string()
        });
        counts.collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = self.rows.len();
        write!(
            f,
            "By column: lost at {} of {places} places, \
             twice at {}.",
            self.count(|audit| &audit.lost),
            self.count(|audit| &audit.twice),
        )
    }
}

/// What a row says of one version: source, sink, and what is
/// wrong.
fn cell(audit: &Audit) -> String {
    let list = |records: &[Record]| {
        let records = records.iter().map(Record::to_string);
        records.collect::<Vec<_>>().join(" ")
    };
    let wrong = match (&audit.lost[..], &audit.twice[..]) {
        ([], []) => String::new(),
        (lost, []) => format!("lost {}", list(lost)),
        (_, twice) => format!("twice {}", list(twice)),
    };
    let [source, sink] = [&audit.source, &audit.sink];
    let cell = format!("{:>5} | {:5}", list(source), list(sink));
    format!("{cell} {wrong:8}")
}
