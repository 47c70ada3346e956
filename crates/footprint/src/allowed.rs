//! How many units the system allows, read before any is created.

use std::{fmt, fs, io};

use lesson::limits::{self, Limit};

use crate::{Kind, Load, memory, stack::ROOM};

/// What the system allows, by its names.
#[derive(Clone, Debug)]
pub struct Allowed(Vec<Limit>);

impl Allowed {
    /// Reads what the system allows of units of `kind` with `load`.
    ///
    /// # Errors
    ///
    /// If it does not tell how many files may be open.
    pub fn read(kind: Kind, load: Load) -> io::Result<Self> {
        let mut limits = match kind {
            Kind::Thread => limits::threads(),
            Kind::Task => Vec::new(),
        };
        if let Load::Connected(_) = load {
            let files = limits::raise_open_files()?;
            limits.push(Limit {
                name: "open files / 2, ulimit -n",
                value: files.value / 2,
            });
            limits.extend(ports());
        }
        limits.extend(memory::available().map(|bytes| Limit {
            name: "in the memory available",
            value: bytes / taken(kind, load),
        }));
        Ok(Self::of(limits))
    }

    /// Takes the limits as they are given.
    pub fn of(mut limits: Vec<Limit>) -> Self {
        limits.sort_by_key(|limit| limit.value);
        Self(limits)
    }

    /// Puts the limits of both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let mut limits = self.0;
        for limit in other.0 {
            let is_same = |it: &Limit| it.name == limit.name;
            match limits.iter_mut().find(|it| is_same(it)) {
                Some(known) => {
                    known.value = known.value.min(limit.value);
                }
                None => limits.push(limit),
            }
        }
        Self::of(limits)
    }

    /// Returns how many units there may be here: half of the
    /// smallest limit, since others live on this system, too.
    pub fn most(&self) -> usize {
        let smallest = self.0.first().map(|limit| limit.value / 2);
        let smallest = smallest.map(usize::try_from);
        smallest.and_then(Result::ok).unwrap_or(usize::MAX)
    }

    /// Returns the smallest limit, if any is known.
    pub fn smallest(&self) -> Option<Limit> {
        self.0.first().copied()
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for limit in &self.0 {
            let Limit { name, value } = limit;
            writeln!(f, "{value:>12}  {name}")?;
        }
        Ok(())
    }
}

/// Returns about how many bytes a unit takes, rather too many: only
/// to refuse what would fill the memory.
fn taken(kind: Kind, load: Load) -> u64 {
    let bare = match kind {
        Kind::Thread => 64 * 1024,
        Kind::Task => 1024,
    };
    let more = match load {
        Load::Bare => 0,
        Load::Connected(size) => size + 16 * 1024,
        Load::Room(_) => ROOM,
    };
    bare + more as u64
}

/// Returns how many connections there can be to one server.
///
/// # Source
///
/// `ip(7)`, `ip_local_port_range`: the ports that the system gives
/// to the end that connects.
fn ports() -> Option<Limit> {
    let path = "/proc/sys/net/ipv4/ip_local_port_range";
    let text = fs::read_to_string(path).ok()?;
    let mut ports = text.split_whitespace();
    let first: u64 = ports.next()?.parse().ok()?;
    let last: u64 = ports.next()?.parse().ok()?;
    let value = last.saturating_sub(first) + 1;
    Some(Limit { name: "ip_local_port_range", value })
}
