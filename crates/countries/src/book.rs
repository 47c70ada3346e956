//! What became of the downloads, and when.

use std::time::{Duration, Instant};

use flags::{
    Code, Counts, Error, Job, Outcome, Report, report::Closed,
};

use crate::{Fault, FileName};

/// What became of one download, and the name of its file.
#[derive(Debug)]
pub struct Download {
    /// What became of it.
    pub outcome: Outcome,
    /// Under which name it was saved, if it was.
    pub name: Option<FileName>,
}

impl Download {
    /// Saves the flag of `code` under its country's name, if both
    /// are there.
    ///
    /// Each download has its own end: nothing is kept here that
    /// could stick to the next one.
    pub fn end(
        job: &Job,
        code: Code,
        image: Result<Vec<u8>, Error>,
        country: Result<String, Error>,
    ) -> Self {
        let saved = together(image, country).and_then(|both| {
            let (image, country) = both;
            let name = FileName::new(&country, code);
            let name = name.map_err(Error::other)?;
            let saved = job.dest.save_as(&image, name.as_str());
            saved.map_err(Error::Save)?;
            Ok((image.len(), name))
        });
        let (result, name) = match saved {
            Ok((size, name)) => (Ok(size), Some(name)),
            Err(error) => (Err(error), None),
        };
        Self { outcome: Outcome { code, result }, name }
    }
}

/// Returns the flag and its country, or which of both is to blame.
///
/// Both missing means that there is no such country. One missing
/// is an error, since there should be both or neither.
fn together(
    image: Result<Vec<u8>, Error>,
    country: Result<String, Error>,
) -> Result<(Vec<u8>, String), Error> {
    use Error::NotFound;
    let fault = match (image, country) {
        (Ok(image), Ok(country)) => return Ok((image, country)),
        (Err(NotFound), Err(NotFound)) => return Err(NotFound),
        (Err(NotFound), Ok(_)) => Fault::NoFlag,
        (Ok(_), Err(NotFound)) => Fault::NoMetadata,
        (Ok(_) | Err(NotFound), Err(error)) => {
            Fault::Metadata(error)
        }
        (Err(error), _) => Fault::Flag(error),
    };
    Err(Error::other(fault))
}

/// Counts what comes in, shows it, and notes what a lesson wants
/// to tell afterwards.
#[derive(Debug)]
pub struct Book<'report> {
    report: &'report mut Report,
    opened: Instant,
    first: Option<Duration>,
    names: Option<(FileName, FileName)>,
}

impl<'report> Book<'report> {
    /// Opens a book; its clock starts now.
    pub fn new(report: &'report mut Report) -> Self {
        let opened = Instant::now();
        Self { report, opened, first: None, names: None }
    }

    /// Counts a download and shows it.
    ///
    /// # Errors
    ///
    /// If nobody reads the output any more.
    pub fn add(
        &mut self,
        download: Download,
    ) -> Result<(), Closed> {
        let Download { outcome, name } = download;
        let text = name.as_ref().map(FileName::as_str);
        let added = self.report.add_as(outcome, text);
        if let Some(name) = name {
            self.first.get_or_insert(self.opened.elapsed());
            let (first, last) = self
                .names
                .get_or_insert((name.clone(), name.clone()));
            if name < *first {
                *first = name;
            } else if name > *last {
                *last = name;
            }
        }
        added
    }

    /// Returns how many downloads ended how, so far.
    pub fn counts(&self) -> Counts {
        self.report.counts()
    }

    /// Returns after what time the first flag was there.
    pub fn first(&self) -> Option<Duration> {
        self.first
    }

    /// Returns how long the book has been open.
    pub fn elapsed(&self) -> Duration {
        self.opened.elapsed()
    }

    /// Returns the first and the last of the files' names, in the
    /// order of the alphabet.
    pub fn names(&self) -> Option<&(FileName, FileName)> {
        self.names.as_ref()
    }
}
