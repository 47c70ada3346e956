//! Where the records are in the end.

use std::fmt;

use crate::Record;

/// Where all records of a job are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// Those still in the source.
    pub source: Vec<Record>,
    /// Those that the sink has.
    pub sink: Vec<Record>,
    /// Those that are in neither.
    pub lost: Vec<Record>,
    /// Those that are in both, or in the sink more than once: who
    /// goes on with the job does them twice.
    pub twice: Vec<Record>,
}

impl Audit {
    /// Looks for the records from 1 to `total`.
    ///
    /// # Panics
    ///
    /// If there is a record with another number.
    pub fn new(
        total: usize,
        source: Vec<Record>,
        sink: Vec<Record>,
    ) -> Self {
        let mut counts = vec![0; total];
        for record in source.iter().chain(&sink) {
            counts[record - 1] += 1;
        }
        let find = |wanted: fn(usize) -> bool| {
            let records = (1..).zip(&counts);
            let found =
                records.filter(|(_, count)| wanted(**count));
            found.map(|(record, _)| record).collect()
        };
        let lost = find(|count| count == 0);
        let twice = find(|count| count > 1);
        Self { source, sink, lost, twice }
    }

    /// Tells whether each record is in the source or in the sink,
    /// exactly once.
    pub fn is_whole(&self) -> bool {
        self.lost.is_empty() && self.twice.is_empty()
    }

    /// Tells whether the job is done.
    pub fn is_done(&self) -> bool {
        self.is_whole() && self.source.is_empty()
    }
}

impl fmt::Display for Audit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { source, sink, lost, twice } = self;
        write!(
            f,
            "{} in the sink, {} in the source, {} lost, {} twice",
            sink.len(),
            source.len(),
            lost.len(),
            twice.len(),
        )
    }
}
