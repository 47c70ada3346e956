//! Reading and writing a file.

use std::{
    fs::File,
    hint::black_box,
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
    time::{Duration, Instant},
};

use tempfile::NamedTempFile;

use super::Probe;
use crate::{Nanoseconds, NotMeasured, system};

/// What is read or written at once.
const BLOCK_BYTES: usize = 4 << 10;

/// Blocks of the files that are read: 8 MiB.
const BLOCKS: usize = 2_048;

/// Each read goes this many blocks on from the one before: far
/// enough that nothing comes with it, and, since both numbers have
/// no divisor in common, no block comes twice.
const STRIDE: usize = 97;

/// Reads a file that the system holds in memory.
///
/// # Errors
///
/// If the file cannot be written.
pub fn cached(folder: &Path, reads: usize) -> Probe {
    let mut blocks = Blocks::new(folder)?;
    Ok(Box::new(move || {
        Ok(Nanoseconds::each(blocks.read(reads)?, reads))
    }))
}

/// Reads a file that the system has been asked to forget, and
/// makes sure that it came from a disk.
///
/// # Errors
///
/// If the file cannot be written, or the system not be asked.
pub fn uncached(folder: &Path, reads: usize) -> Probe {
    let mut blocks = Blocks::new(folder)?;
    system::forget(blocks.file.as_file())?;
    Ok(Box::new(move || {
        system::forget(blocks.file.as_file())?;
        let before = system::counted()?.disk_reads;
        let took = blocks.read(reads)?;
        let came = system::counted()?.disk_reads - before;
        if came < reads {
            return Err(NotMeasured::because(format!(
                "{came} of {reads} reads came from a disk; try \
                 --folder"
            )));
        }
        Ok(Nanoseconds::each(took, reads))
    }))
}

/// Writes a block, and waits until the disk has it; the wait alone
/// counts.
///
/// # Errors
///
/// If the file cannot be written, or the system does not tell
/// whether a disk was.
pub fn fsync(folder: &Path, times: usize) -> Probe {
    system::counted()?;
    let mut file = NamedTempFile::new_in(folder)?;
    let mut block = [0_u8; BLOCK_BYTES];
    Ok(Box::new(move || {
        let before = system::counted()?.disk_writes;
        let mut took = Duration::ZERO;
        for _ in 0..times {
            block[0] = block[0].wrapping_add(1);
            file.rewind()?;
            file.write_all(&block)?;
            let start = Instant::now();
            file.as_file().sync_all()?;
            took += start.elapsed();
        }
        if system::counted()?.disk_writes == before {
            let reason = "nothing came to a disk; try --folder";
            return Err(NotMeasured::because(reason));
        }
        Ok(Nanoseconds::each(took, times))
    }))
}

/// A file of many blocks, gone when nobody needs it.
struct Blocks {
    file: NamedTempFile,
    at: usize,
}

impl Blocks {
    fn new(folder: &Path) -> io::Result<Self> {
        let mut file = NamedTempFile::new_in(folder)?;
        let mut random = fastrand::Rng::with_seed(1);
        let mut block = [0; BLOCK_BYTES];
        for _ in 0..BLOCKS {
            random.fill(&mut block);
            file.write_all(&block)?;
        }
        // What is not on the disk cannot be forgotten.
        file.as_file().sync_all()?;
        Ok(Self { file, at: 0 })
    }

    /// Reads `reads` blocks, and returns how long that took.
    fn read(&mut self, reads: usize) -> io::Result<Duration> {
        let mut file: &File = self.file.as_file();
        let mut block = [0; BLOCK_BYTES];
        let start = Instant::now();
        for _ in 0..reads {
            self.at = (self.at + STRIDE) % BLOCKS;
            let offset = self.at * BLOCK_BYTES;
            file.seek(SeekFrom::Start(offset as u64))?;
            file.read_exact(&mut block)?;
            black_box(&block);
        }
        Ok(start.elapsed())
    }
}
