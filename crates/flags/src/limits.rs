//! What the system would refuse halfway, checked beforehand.

use anyhow::ensure;
use lesson::limits;

use crate::{
    args::Args, dest::Dest, program::Unit, server::Server,
};

/// Open files that a program needs for itself.
const OWN_FILES: usize = 64;

/// Checks that `units` requests at once can be made.
///
/// # Errors
///
/// If the system allows too few open files or threads; the error
/// says which limit that is, and what to do.
pub(crate) fn check(
    args: &Args,
    unit: Unit,
    units: usize,
) -> anyhow::Result<()> {
    let inside = matches!(args.server(), Server::Inside(_));
    let saving = matches!(args.dest(), Dest::Folder(_));
    let each = 1 + usize::from(inside) + usize::from(saving);
    let needed = units.saturating_mul(each) + OWN_FILES;
    let limit = limits::raise_open_files()?;
    ensure!(
        needed as u64 <= limit.value,
        "{units} requests at once need {needed} open files, and \
         the system allows {limit}; ask for fewer with --max-req, \
         or raise the limit: ulimit -n {needed}"
    );
    let threads = limits::threads();
    if unit == Unit::Thread
        && let Some(limit) = threads.first()
    {
        ensure!(
            (units as u64) < limit.value,
            "{units} requests at once need as many threads, and \
             the system allows {limit}; ask for fewer with \
             --max-req"
        );
    }
    Ok(())
}
