//! A guard: a record that finds its way back by itself.

use crate::{Job, Record};

/// A record that was taken; dropped before it is put into the
/// sink, it returns to the source.
pub struct Held<'job> {
    job: &'job Job,
    record: Option<Record>,
}

impl<'job> Held<'job> {
    pub(crate) fn new(job: &'job Job, record: Record) -> Self {
        Self { job, record: Some(record) }
    }

    /// Puts the record into the sink.
    pub fn put(mut self) {
        if let Some(record) = self.record.take() {
            self.job.put(record);
        }
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if let Some(record) = self.record.take() {
            self.job.give_back(record);
        }
    }
}
