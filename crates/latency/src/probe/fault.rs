//! The first touch of fresh memory.

use std::{io, time::Instant};

use memmap2::MmapMut;

use super::Probe;
use crate::{Nanoseconds, NotMeasured, system};

/// The smallest page that is usual.
const PAGE_BYTES: usize = 4 << 10;

/// Touches `pages` pages of memory that the system has promised
/// and not yet given.
///
/// # Errors
///
/// If the system does not count page faults.
pub fn page(pages: usize) -> Probe {
    system::counted()?;
    Ok(Box::new(move || {
        let mut fresh = fresh(pages * PAGE_BYTES)?;
        let before = system::counted()?.page_faults;
        let start = Instant::now();
        for byte in fresh.iter_mut().step_by(PAGE_BYTES) {
            *byte = 1;
        }
        let took = start.elapsed();
        let faults = system::counted()?.page_faults - before;
        // Pages of 16 or 64 KiB are usual on some machines.
        if faults * 16 < pages {
            return Err(NotMeasured::because(format!(
                "{faults} faults gave {pages} pages"
            )));
        }
        Ok(Nanoseconds::each(took, faults))
    }))
}

/// Asks the system for memory, in small pages.
fn fresh(bytes: usize) -> io::Result<MmapMut> {
    let fresh = MmapMut::map_anon(bytes)?;
    #[cfg(target_os = "linux")]
    // A system without large pages refuses, and need not be asked.
    fresh.advise(memmap2::Advice::NoHugePage).ok();
    Ok(fresh)
}
