//! Each rung is measured, or says why it is not.

use std::{cell::Cell, fs, rc::Rc, time::Duration};

use latency::{
    Nanoseconds, NotMeasured,
    caches::{self, Cache},
    probe::{self, Probe, Settings, cycle::Cycle, switch},
    rounds::measure,
    rung::{L1, L2, RUNGS},
};
use tempfile::TempDir;
use testing::in_time;

const KIB: usize = 1 << 10;
const MIB: usize = 1 << 20;

#[test]
fn a_cycle_comes_by_every_line_once_and_ends_where_it_began() {
    for bytes in [1, 64, 128, 192, 24 * KIB, MIB + 64] {
        let mut cycle = Cycle::random(bytes);
        let lines = cycle.lines();
        assert_eq!(lines, (bytes / 64).max(1));
        let mut seen = vec![false; lines];
        for _ in 0..lines {
            let line = cycle.walk(1);
            assert!(!seen[line], "{line} twice in {bytes} bytes");
            seen[line] = true;
        }
        assert!(seen.iter().all(|seen| *seen));
        assert_eq!(cycle.walk(0), 0, "it began at the first line");
    }
}

#[test]
fn a_walk_of_many_loads_is_as_many_walks_of_one() {
    let mut one = Cycle::random(24 * KIB);
    let mut other = one.clone();
    other.warm();
    let steps: Vec<usize> = (0..7).map(|_| one.walk(1)).collect();
    assert_eq!(other.walk(7), steps[6]);
}

/// Writes what Linux tells of a cache.
fn tell(folder: &TempDir, index: u8, told: [&str; 3]) {
    let folder = folder.path().join(format!("index{index}"));
    fs::create_dir(&folder).expect("a folder");
    for (name, told) in ["level", "type", "size"].iter().zip(told) {
        let told = format!("{told}\n");
        fs::write(folder.join(name), told).expect("a file");
    }
}

#[test]
fn caches_are_read_as_the_system_tells_them() {
    let folder = TempDir::new().expect("a folder");
    tell(&folder, 0, ["2", "Unified", "2048K"]);
    tell(&folder, 1, ["1", "Instruction", "32K"]);
    tell(&folder, 2, ["1", "Data", "48K"]);
    tell(&folder, 3, ["3", "Unified", "unknown"]);
    fs::create_dir(folder.path().join("index4")).expect("a folder");
    let told = [
        Cache { level: 1, bytes: 48 * KIB },
        Cache { level: 2, bytes: 2 * MIB },
    ];
    assert_eq!(caches::read(folder.path()), told);
    let nowhere = folder.path().join("nowhere");
    assert_eq!(caches::read(&nowhere), []);
}

/// Says what became of each set.
fn sets(caches: &[usize], allowed: usize) -> [String; 4] {
    let caches: Vec<Cache> = (1..)
        .zip(caches)
        .map(|(level, bytes)| Cache { level, bytes: *bytes })
        .collect();
    caches::sets(&caches, allowed).map(|set| match set {
        Ok(bytes) => latency::words::size(bytes),
        Err(reason) => reason.to_string(),
    })
}

#[test]
fn a_set_is_half_a_cache_and_the_memory_four_times_the_last() {
    let laptop = [32 * KIB, 512 * KIB, 8 * MIB];
    let usual = ["16 KiB", "256 KiB", "4 MiB", "32 MiB"];
    assert_eq!(sets(&laptop, 1 << 30), usual);
}

#[test]
fn a_set_of_a_huge_cache_is_sixteen_times_the_cache_before() {
    let server = [48 * KIB, 2 * MIB, 300 * MIB];
    let bounded = ["24 KiB", "768 KiB", "32 MiB", "1 GiB"];
    assert_eq!(sets(&server, 1 << 30), bounded);
}

#[test]
fn what_a_bounded_set_cannot_measure_has_a_reason() {
    let server = [48 * KIB, 2 * MIB, 300 * MIB];
    let [l1, l2, l3, memory] = sets(&server, 3 * MIB);
    assert_eq!([l1, l2], ["24 KiB", "768 KiB"]);
    assert_eq!(l3, "a 3 MiB set is too small beside L2 (2 MiB)");
    let reason = "a 3 MiB set is too small beside L3 (300 MiB)";
    assert_eq!(memory, reason);
}

#[test]
fn without_caches_there_is_the_memory_alone() {
    let [l1, l2, l3, memory] = sets(&[], 64 * MIB);
    for (level, said) in [(1, l1), (2, l2), (3, l3)] {
        let reason =
            format!("the system tells of no L{level} cache");
        assert_eq!(said, reason);
    }
    assert_eq!(memory, "64 MiB");
}

#[test]
fn no_set_takes_more_memory_than_is_asked_for() {
    assert!(caches::allowed(MIB) <= MIB);
}

#[test]
fn every_rung_takes_time_or_says_why_it_was_not_measured() {
    in_time("the rungs", || {
        let folder = TempDir::new().expect("a folder");
        let sets = caches::sets(&caches::told(), 8 * MIB);
        let probes = probe::all(&Settings {
            sets,
            folder: folder.path(),
            delay: Duration::from_millis(1),
            quick: true,
        });
        let measured = measure(probes, 3);
        let keys = measured.iter().map(|it| it.rung.key);
        assert!(keys.eq(RUNGS.map(|rung| rung.key)));
        for it in &measured {
            match &it.outcome {
                Ok(spread) => assert!(spread.min > 0.0, "{it:?}"),
                Err(reason) => {
                    assert_ne!(reason.to_string(), "", "{it:?}");
                }
            }
        }
        // The files are gone with their rungs.
        let left = fs::read_dir(folder.path()).expect("a folder");
        assert_eq!(left.count(), 0);
    });
}

#[test]
fn threads_and_tasks_hand_over_as_often_as_they_are_told() {
    in_time("the switches", || {
        for probe in [switch::threads(10), switch::tasks(10)] {
            let mut sample = probe.expect("it is ready");
            for _ in 0..3 {
                let time = sample().expect("it switches");
                assert!(time > Nanoseconds(0.0), "{time}");
            }
        }
    });
}

#[test]
fn a_server_answers_each_time_it_is_asked() {
    in_time("the answers", || {
        let delay = Duration::from_millis(1);
        let probe = probe::network::trip(delay, 3);
        let mut sample = probe.expect("it connects");
        for _ in 0..2 {
            sample().expect("three answers");
        }
    });
}

#[test]
fn a_file_that_cannot_be_written_is_a_reason() {
    let folder = TempDir::new().expect("a folder");
    let nowhere = folder.path().join("nowhere");
    for probe in [
        probe::file::cached(&nowhere, 1),
        probe::file::uncached(&nowhere, 1),
        probe::file::fsync(&nowhere, 1),
    ] {
        let reason = probe.err().expect("no such folder");
        let reason = reason.to_string();
        assert!(reason.contains("not permitted here"), "{reason}");
    }
}

/// A rung that notes when it was measured.
fn noting(order: &Rc<Cell<String>>, name: char) -> Probe {
    let order = order.clone();
    Ok(Box::new(move || {
        order.set(order.take() + &name.to_string());
        Ok(Nanoseconds(1.0))
    }))
}

#[test]
fn rounds_go_through_all_rungs_in_turn_after_one_to_warm_up() {
    let order = Rc::new(Cell::new(String::new()));
    let probes =
        vec![(L1, noting(&order, 'a')), (L2, noting(&order, 'b'))];
    measure(probes, 3);
    assert_eq!(order.take(), "abababab");
}

#[test]
fn the_round_that_warms_up_does_not_count() {
    let mut times = [900.0, 1.0, 2.0, 3.0].into_iter();
    let probe: Probe = Ok(Box::new(move || {
        Ok(Nanoseconds(times.next().expect("four rounds")))
    }));
    let measured = measure(vec![(L1, probe)], 3);
    let spread = measured[0].spread().expect("it was measured");
    assert_eq!((spread.min, spread.max), (1.0, 3.0));
}

#[test]
fn a_rung_that_fails_in_one_round_has_no_figures() {
    let mut calls = 0;
    let probe: Probe = Ok(Box::new(move || {
        calls += 1;
        match calls {
            3 => Err(NotMeasured::because("not in the third")),
            _ => Ok(Nanoseconds(1.0)),
        }
    }));
    let measured = measure(vec![(L1, probe)], 5);
    let reason =
        measured[0].outcome.as_ref().expect_err("it fails");
    assert_eq!(reason.to_string(), "not in the third");
}
