//! Who counts requests: the server, if it is ours to ask.

use flags::server::{Embedded, File};

use crate::{Log, Stage};

/// Counts requests.
pub(crate) struct Witness<'a> {
    /// The server inside this program, if there is one.
    pub(crate) server: Option<&'a dyn Embedded>,
    /// What the client noted.
    pub(crate) log: &'a Log,
}

impl Witness<'_> {
    /// Returns how many requests were made so far.
    pub(crate) fn requests(&self) -> usize {
        match self.server {
            Some(server) => server.visits().len(),
            None => self.log.requests().len(),
        }
    }

    /// Returns how many of them were for a flag.
    pub(crate) fn flags(&self) -> usize {
        let is_flag = |file: &File| matches!(file, File::Flag(_));
        match self.server {
            Some(server) => {
                let visits = server.visits();
                let files = visits.iter().map(|visit| visit.file);
                files.filter(is_flag).count()
            }
            None => {
                let stages = self.log.requests().into_iter();
                let is_flag =
                    |it: &Stage| matches!(it, Stage::Flag(_));
                stages.filter(is_flag).count()
            }
        }
    }

    /// Returns who says so.
    pub(crate) fn name(&self) -> &'static str {
        match self.server {
            Some(_) => "the server",
            None => "our client (the server is elsewhere)",
        }
    }
}
