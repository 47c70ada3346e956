//! How many clients the system has room for, read beforehand.

use std::{fs, io};

use lesson::limits::{self, Limit};

use crate::Unit;

/// What a process needs beside its connections.
const BESIDES: u64 = 50;

/// More clients than the system has room for.
#[derive(Debug, thiserror::Error)]
#[error(
    "--{option} {clients} is more than this system has room for: \
     choose at most {most}, since it allows {limit}"
)]
pub struct NoRoom {
    option: &'static str,
    clients: usize,
    most: u64,
    limit: Limit,
}

/// Raises the limit of open files, and returns how many clients
/// there may be in all, with the limit that says so.
fn most(unit: Unit) -> io::Result<(u64, Limit)> {
    let files = limits::raise_open_files()?;
    let mut all =
        vec![(files.value.saturating_sub(BESIDES), files)];
    // Half of what there is: others live here, too.
    let half = |limit: Limit| (limit.value / 2, limit);
    all.extend(ports().map(half));
    if unit == Unit::Thread {
        all.extend(limits::threads().into_iter().map(half));
    }
    let least = all.into_iter().min_by_key(|(most, _)| *most);
    Ok(least.expect("open files are always limited"))
}

/// Checks that the system has room for so many clients of a
/// server whose connections each have a `unit`; `option` is where
/// their number comes from.
///
/// # Errors
///
/// If it has not.
pub fn check(
    unit: Unit,
    option: &'static str,
    clients: usize,
) -> io::Result<()> {
    let (most, limit) = most(unit)?;
    if clients as u64 <= most {
        return Ok(());
    }
    let error = NoRoom { option, clients, most, limit };
    Err(io::Error::other(error))
}

/// Returns how many connections there can be to one address, as
/// far as the system tells.
///
/// # Source
///
/// `ip_local_port_range` in `ip(7)`.
fn ports() -> Option<Limit> {
    let range = "/proc/sys/net/ipv4/ip_local_port_range";
    let range = fs::read_to_string(range).ok()?;
    let (first, last) = range.trim().split_once('\t')?;
    let ports = |text: &str| text.trim().parse::<u64>().ok();
    let value = (ports(last)? + 1).checked_sub(ports(first)?)?;
    Some(Limit { name: "local ports", value })
}
