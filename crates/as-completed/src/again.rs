//! One job after the other, with the same delays.

use std::sync::Arc;

use flags::{Code, Job, server::Embedded};

/// Hands out the same job for each of several ways to do it, so
/// that they can be compared: the server's delays are the same for
/// each, if it is the one inside this program.
#[derive(Clone, Copy)]
pub struct Again<'a> {
    job: &'a Job,
    /// The server inside, if there is one.
    pub server: Option<&'a dyn Embedded>,
}

impl<'a> Again<'a> {
    /// Will hand out `job`.
    pub fn new(
        job: &'a Job,
        server: Option<&'a dyn Embedded>,
    ) -> Self {
        Self { job, server }
    }

    /// Returns the job.
    pub fn job(&self) -> Arc<Job> {
        self.with(None)
    }

    /// Returns the job, with one more code to ask for.
    pub fn with(&self, more: Option<Code>) -> Arc<Job> {
        if let Some(server) = self.server {
            server.rewind();
        }
        let mut codes = self.job.codes().to_vec();
        codes.extend(more);
        Arc::new(self.job.with(codes))
    }
}
