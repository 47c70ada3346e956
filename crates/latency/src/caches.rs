//! How large the caches are, and how much memory may be taken.

use std::{fs, path::Path};

use crate::{NotMeasured, words::size};

/// Where Linux tells the caches of the first core.
const FOLDER: &str = "/sys/devices/system/cpu/cpu0/cache";

/// The largest set where no cache is told.
const UNTOLD: usize = 256 << 20;

/// A cache for data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cache {
    /// 1 for the one next to the core, 2 for the next, …
    pub level: u8,
    /// How much it holds, in bytes.
    pub bytes: usize,
}

/// Returns the caches of this machine, as far as it tells them.
pub fn told() -> Vec<Cache> {
    read(Path::new(FOLDER))
}

/// Returns the caches that `folder` tells, by their levels.
///
/// # Source
///
/// Linux, `Documentation/ABI/testing/sysfs-devices-system-cpu`.
pub fn read(folder: &Path) -> Vec<Cache> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut caches: Vec<Cache> = entries
        .flatten()
        .filter_map(|entry| cache(&entry.path()))
        .collect();
    caches.sort_by_key(|cache| cache.level);
    caches
}

fn cache(folder: &Path) -> Option<Cache> {
    let tell = |name: &str| {
        let text = fs::read_to_string(folder.join(name)).ok()?;
        Some(text.trim().to_owned())
    };
    if tell("type")? == "Instruction" {
        return None;
    }
    let kibibytes: usize =
        tell("size")?.strip_suffix('K')?.parse().ok()?;
    let level = tell("level")?.parse().ok()?;
    Some(Cache { level, bytes: kibibytes << 10 })
}

/// Returns how much memory a set may take: at most `most` bytes,
/// and a quarter of what is free.
///
/// # Source
///
/// `proc_meminfo(5)`, `MemAvailable`; `cgroups(7)`, `memory.max`.
pub fn allowed(most: usize) -> usize {
    let text = fs::read_to_string("/proc/meminfo");
    let text = text.unwrap_or_default();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"));
    let free = line
        .and_then(|line| line.split_whitespace().next())
        .and_then(|text| text.parse().ok())
        .map(|kibibytes: usize| kibibytes << 10);
    let group = fs::read_to_string("/sys/fs/cgroup/memory.max");
    let group =
        group.ok().and_then(|text| text.trim().parse().ok());
    match free.into_iter().chain(group).min() {
        Some(bytes) => most.min(bytes / 4),
        None => most.min(UNTOLD),
    }
}

/// A set through which loads walk, in bytes, or why there is none.
pub type Set = Result<usize, NotMeasured>;

/// Returns the sets for the three caches and for the memory.
///
/// Half of a cache is sure to have room in it. Sixteen times the
/// cache before are enough to miss that one nearly always; where
/// processors are shared, the whole cache is not ours. A set for
/// the memory is four times the last cache.
pub fn sets(caches: &[Cache], allowed: usize) -> [Set; 4] {
    let of = |level: u8| {
        let mut caches = caches.iter();
        caches.find(|cache| cache.level == level)
    };
    let cache = |level: u8| {
        let Some(cache) = of(level) else {
            let reason =
                format!("the system tells of no L{level} cache");
            return Err(NotMeasured::because(reason));
        };
        let before = of(level - 1).map_or(0, |it| it.bytes);
        let most = match before {
            0 => allowed,
            bytes => allowed.min(16 * bytes),
        };
        let set = (cache.bytes / 2).min(most);
        if set < 2 * before {
            return Err(too_small(level - 1, before, set));
        }
        Ok(set)
    };
    [cache(1), cache(2), cache(3), memory(caches, allowed)]
}

fn memory(caches: &[Cache], allowed: usize) -> Set {
    let Some(last) = caches.last() else {
        return Ok(allowed.min(UNTOLD));
    };
    let set = allowed.min(4 * last.bytes);
    if set < 2 * last.bytes {
        return Err(too_small(last.level, last.bytes, set));
    }
    Ok(set)
}

fn too_small(level: u8, holds: usize, set: usize) -> NotMeasured {
    let (holds, set) = (size(holds), size(set));
    let reason = format!(
        "a {set} set is too small beside L{level} ({holds})"
    );
    NotMeasured::because(reason)
}
