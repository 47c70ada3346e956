//! What is to be downloaded.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use crate::{Code, Error, dest::Dest, site, site::Site};

/// What is to be downloaded, from where, and where it goes: all
/// that the units of a download share.
#[derive(Debug)]
pub struct Job {
    /// Where the flags are.
    pub site: Site,
    /// Where they go.
    pub dest: Dest,
    /// The limit for each phase of a request.
    pub timeout: Duration,
    max_req: usize,
    codes: Vec<Code>,
    count: usize,
    taken: AtomicUsize,
}

impl Job {
    /// Makes a job of `count` downloads of `codes`, which are
    /// repeated until there are so many, at most `max_req` at
    /// once.
    ///
    /// # Panics
    ///
    /// If there is no code, or nothing to do.
    pub fn new(
        codes: Vec<Code>,
        count: usize,
        max_req: usize,
        site: Site,
        dest: Dest,
        timeout: Duration,
    ) -> Self {
        assert!(!codes.is_empty() && count > 0 && max_req > 0);
        let taken = AtomicUsize::new(0);
        let max_req = max_req.min(count);
        Self { site, dest, timeout, max_req, codes, count, taken }
    }

    /// Returns a job of these codes, each of them once, which has
    /// all else in common with this one.
    ///
    /// # Panics
    ///
    /// If there is no code.
    #[must_use]
    pub fn with(&self, codes: Vec<Code>) -> Self {
        let (count, max_req) = (codes.len(), self.max_req);
        let (site, dest) = (self.site.clone(), self.dest.clone());
        Self::new(codes, count, max_req, site, dest, self.timeout)
    }

    /// Returns the codes, each of them once.
    pub fn codes(&self) -> &[Code] {
        &self.codes
    }

    /// Returns how many downloads there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Returns how many requests there may be at once; never more
    /// than there are downloads.
    pub fn max_req(&self) -> usize {
        self.max_req
    }

    /// Returns the next code, to whichever unit asks first, if
    /// any is left.
    pub fn take(&self) -> Option<Code> {
        let number = self.taken.fetch_add(1, Ordering::Relaxed);
        let code = self.codes[number % self.codes.len()];
        (number < self.count).then_some(code)
    }

    /// Saves `image` as the flag of `code` if it is one, and
    /// returns its size in bytes.
    ///
    /// # Errors
    ///
    /// If it is no whole image, or the system refuses to save it.
    pub fn save(
        &self,
        image: &[u8],
        code: Code,
    ) -> Result<usize, Error> {
        site::check_image(image)?;
        self.dest.save(image, code).map_err(Error::Save)?;
        Ok(image.len())
    }
}
