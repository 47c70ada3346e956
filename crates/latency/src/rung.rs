//! The rungs of the ladder.

/// Something to wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// What the report calls it.
    pub key: &'static str,
    /// What the ladder calls it.
    pub name: &'static str,
    /// What one says of several, or of one.
    pub several: [&'static str; 2],
}

/// A load from the first cache.
pub const L1: Rung = Rung {
    key: "load_l1",
    name: "load from L1",
    several: ["loads from L1", "load from L1"],
};

/// A load from the second cache.
pub const L2: Rung = Rung {
    key: "load_l2",
    name: "load from L2",
    several: ["loads from L2", "load from L2"],
};

/// A load from the third cache.
pub const L3: Rung = Rung {
    key: "load_l3",
    name: "load from L3",
    several: ["loads from L3", "load from L3"],
};

/// A load that no cache can answer.
pub const MEMORY: Rung = Rung {
    key: "load_memory",
    name: "load from memory",
    several: ["loads from memory", "load from memory"],
};

/// Taking a mutex that nobody else wants, and giving it back.
pub const MUTEX: Rung = Rung {
    key: "mutex",
    name: "lock a free mutex",
    several: ["mutexes locked", "mutex locked"],
};

/// From one task to another, on one thread.
pub const TASKS: Rung = Rung {
    key: "switch_tasks",
    name: "switch of tasks",
    several: ["switches of tasks", "switch of tasks"],
};

/// From one thread to another, on one core.
pub const THREADS: Rung = Rung {
    key: "switch_threads",
    name: "switch of threads",
    several: ["switches of threads", "switch of threads"],
};

/// The first touch of a page of fresh memory.
pub const FAULT: Rung = Rung {
    key: "page_fault",
    name: "page fault",
    several: ["page faults", "page fault"],
};

/// 4 KiB of a file that the system holds in memory.
pub const CACHED: Rung = Rung {
    key: "read_cached",
    name: "read 4 KiB, cached",
    several: ["cached reads", "cached read"],
};

/// 4 KiB of a file that the system must get from the disk.
pub const UNCACHED: Rung = Rung {
    key: "read_uncached",
    name: "read 4 KiB, disk",
    several: ["reads from disk", "read from disk"],
};

/// After a write of 4 KiB, until the disk has them.
pub const FSYNC: Rung = Rung {
    key: "fsync",
    name: "fsync of 4 KiB",
    several: ["fsyncs", "fsync"],
};

/// A few bytes to this machine's own address, and back.
pub const LOOPBACK: Rung = Rung {
    key: "loopback",
    name: "loopback, and back",
    several: ["loopback round trips", "loopback round trip"],
};

/// The same, and an answer that takes its time, as from afar.
pub const REQUEST: Rung = Rung {
    key: "request",
    name: "request, far away",
    several: ["requests", "request"],
};

/// All of them, in the order of the report.
pub const RUNGS: [Rung; 13] = [
    L1, L2, L3, MEMORY, MUTEX, TASKS, THREADS, FAULT, CACHED,
    UNCACHED, FSYNC, LOOPBACK, REQUEST,
];
