//! Both halves, and what is computed from what they cost.

mod support;

use std::time::Duration;

use footprint::{
    Allowed, Costs, Figure, Kind, Load, Memory, Meter, Point,
    Reading, Row, Spread, r#async, connected, connected::Server,
    counts, per_unit, room_verdict, stack, stack::ROOM,
    stack::Room, thread, verdict,
};
use lesson::limits::Limit;
use support::{awaited, in_time};

const UNITS: usize = 30;

/// Asserts that all units waited at the same time, and all were
/// joined.
#[track_caller]
fn assert_all((joined, meter): (usize, Meter)) {
    assert_eq!(meter.reading().present, UNITS);
    assert_eq!(joined, UNITS);
}

#[test]
fn all_threads_wait_at_once_and_all_are_joined() {
    assert_all(in_time("threads", || {
        let mut meter = Meter::new();
        (thread::supervisor(UNITS, &mut meter), meter)
    }));
}

#[test]
fn all_tasks_wait_at_once_and_all_are_joined() {
    assert_all(in_time("tasks", || {
        let mut meter = Meter::new();
        let joined = r#async::supervisor(UNITS, &mut meter);
        (awaited(joined), meter)
    }));
}

#[test]
fn all_connected_threads_wait_at_once_and_are_joined() {
    assert_all(in_time("connected threads", || {
        let mut meter = Meter::new();
        let server = Server::start(UNITS, 100).expect("starts");
        use connected::thread::supervisor;
        let joined = supervisor(UNITS, 100, &server, &mut meter);
        (joined.expect("connects"), meter)
    }));
}

#[test]
fn all_connected_tasks_wait_at_once_and_are_joined() {
    assert_all(in_time("connected tasks", || {
        let mut meter = Meter::new();
        let server = Server::start(UNITS, 100).expect("starts");
        use connected::r#async::supervisor;
        let joined = supervisor(UNITS, 100, &server, &mut meter);
        (awaited(joined).expect("connects"), meter)
    }));
}

#[test]
fn a_server_that_fails_leaves_no_unit_waiting() {
    for (name, is_thread) in [("threads", true), ("tasks", false)] {
        let failed = in_time(name, move || {
            let mut meter = Meter::new();
            // It greets with less than the units wait for, and
            // leaves when it is dropped.
            let server = Server::start(1, 10).expect("starts");
            server.wake_all();
            if is_thread {
                use connected::thread::supervisor;
                supervisor(1, 100, &server, &mut meter)
            } else {
                use connected::r#async::supervisor;
                awaited(supervisor(1, 100, &server, &mut meter))
            }
        });
        let error = failed.expect_err("a message is missing");
        let kind = error.kind();
        assert_eq!(kind, std::io::ErrorKind::UnexpectedEof);
    }
}

#[test]
fn units_with_room_all_wait_at_once_and_are_joined() {
    for room in [Room::Used, Room::Held] {
        assert_all(in_time("threads with room", move || {
            let mut meter = Meter::new();
            use stack::thread::supervisor;
            (supervisor(UNITS, room, &mut meter), meter)
        }));
        assert_all(in_time("tasks with room", move || {
            let mut meter = Meter::new();
            use stack::r#async::supervisor;
            let joined = supervisor(UNITS, room, &mut meter);
            (awaited(joined), meter)
        }));
    }
}

#[test]
fn only_a_future_that_holds_its_room_is_as_large_as_it() {
    assert!(stack::r#async::size(Room::Held) >= ROOM);
    assert!(stack::r#async::size(Room::Used) < ROOM / 10);
    for room in [Room::Used, Room::Held] {
        assert!(stack::thread::size(room) < ROOM / 10);
    }
}

/// Returns a reading of so many units and KiB.
fn reading(present: usize, kib: i64) -> Reading {
    Reading { present, resident: Some(kib), ..Reading::default() }
}

#[test]
fn one_more_costs_the_difference_of_two_points_round_by_round() {
    let smaller = [reading(10, 100), reading(10, 110)];
    let larger = [reading(20, 140), reading(20, 130)];
    let of = |reading: &Reading| Figure::Resident.of(reading);
    let slope = per_unit(&smaller, &larger, of).expect("told");
    assert_eq!(slope.least(), 2.0 * 1024.0);
    assert_eq!(slope.most(), 4.0 * 1024.0);
    assert_eq!(slope.median(), 3.0 * 1024.0);
    assert_eq!(slope.deviation(), 1024.0);
}

#[test]
fn one_more_costs_nothing_known_where_it_is_not_told() {
    let of = |reading: &Reading| Figure::Kernel.of(reading);
    let points = [[reading(10, 1)], [reading(20, 2)]];
    assert_eq!(per_unit(&points[0], &points[1], of), None);
    let of = |reading: &Reading| Figure::Resident.of(reading);
    assert_eq!(per_unit(&points[0], &points[0], of), None);
    assert_eq!(per_unit(&[], &[], of), None);
}

#[test]
fn a_spread_knows_its_middle_and_how_far_a_round_is_off() {
    let spread = Spread::of(vec![5.0, 1.0, 2.0]).expect("rounds");
    assert_eq!(spread.median(), 2.0);
    assert_eq!(spread.deviation(), 3.0);
    let other = Spread::of(vec![1.0, 1.0, 4.0]).expect("rounds");
    let times = spread.times(&other).expect("above zero");
    assert_eq!((times.least(), times.most()), (0.5, 5.0));
    let noise = Spread::of(vec![1.0, 0.0, 1.0]).expect("rounds");
    assert_eq!(spread.times(&noise), None);
    assert_eq!(Spread::of(Vec::new()), None);
}

#[test]
fn points_are_none_and_then_ten_times_the_one_before() {
    assert_eq!(counts(1_000), [0, 10, 100, 1_000]);
    assert_eq!(counts(8_191), [0, 81, 819, 8_191]);
    assert_eq!(counts(5), [0, 5]);
}

#[test]
fn points_and_readings_are_read_back_as_they_were_said() {
    let loads = [
        Load::Bare,
        Load::Connected(8192),
        Load::Room(Room::Used),
        Load::Room(Room::Held),
    ];
    for load in loads {
        for kind in [Kind::Thread, Kind::Task] {
            let point = Point { kind, load, units: 7 };
            assert_eq!(point.to_string().parse(), Ok(point));
        }
    }
    let told = Reading {
        reserved: Some(20),
        kernel: Some(-3),
        create: Duration::from_nanos(1_500_000),
        ..reading(7, 10)
    };
    for reading in [told, Reading::default()] {
        assert_eq!(reading.to_string().parse(), Ok(reading));
    }
    for wrong in ["", "7", "7 a b c d e", "7 1 2 3 4 5 6"] {
        assert!(wrong.parse::<Reading>().is_err(), "{wrong}");
    }
    for wrong in ["", "x task bare", "1 fibre bare", "1 task"] {
        assert!(wrong.parse::<Point>().is_err(), "{wrong}");
    }
}

#[test]
fn memory_is_read_from_what_the_system_says() {
    let process = "VmPeak:\t 9 kB\nVmSize:\t    3060 kB\n\
                   VmRSS:\t    1752 kB\nThreads:\t1\n";
    let system = "Slab:  100 kB\nKernelStack:  20 kB\n\
                  PageTables:  3 kB\nHugePages_Total:  0\n";
    let memory = Memory::parse(process, system);
    let expected = Memory {
        resident: Some(1752),
        reserved: Some(3060),
        kernel: Some(123),
    };
    assert_eq!(memory, expected);
    assert_eq!(Memory::parse("", "Slab: 1 kB"), Memory::default());
}

/// Returns the costs of a unit that takes so many KiB and so many
/// microseconds, in three rounds that differ a little.
fn costs(kind: Kind, kib: i64, kernel: i64, micros: u64) -> Costs {
    let row = |units: i64| {
        let point =
            Point { kind, load: Load::Bare, units: units as usize };
        let reading = |off: i64| Reading {
            present: units as usize,
            resident: Some(500 + units * (kib * 100 + off) / 100),
            reserved: Some(units * kib),
            kernel: Some(units * (kernel * 100 + off) / 100),
            create: Duration::from_micros(units as u64 * micros),
            wake: Duration::ZERO,
        };
        Row { point, readings: [-1, 0, 1].map(reading).to_vec() }
    };
    Costs::between(&row(100), &row(1_100))
}

#[test]
fn half_of_the_smallest_limit_is_allowed() {
    let limit = |name, value| Limit { name, value };
    let threads =
        Allowed::of(vec![limit("ids", 900), limit("maps", 300)]);
    assert_eq!(threads.most(), 150);
    assert_eq!(threads.smallest(), Some(limit("maps", 300)));
    let files =
        Allowed::of(vec![limit("files", 100), limit("maps", 50)]);
    let both = threads.and(files);
    assert_eq!(both.most(), 25);
    let said = both.to_string();
    let names = ["50  maps", "100  files", "900  ids"];
    assert!(names.iter().all(|it| said.contains(it)), "{said}");
    assert_eq!(Allowed::of(Vec::new()).most(), usize::MAX);
}

const LIMIT: Limit = Limit { name: "of the test", value: 16_382 };

#[test]
fn the_verdict_is_computed_from_the_costs() {
    let thread = costs(Kind::Thread, 10, 30, 50);
    let task = costs(Kind::Task, 1, 0, 1);
    let said = verdict(&thread, &task, Some(LIMIT));
    let parts = [
        "A waiting thread costs 10 KiB resident, 30 KiB in kernel, \
         10 KiB virtual, 50 µs to create; a task 1 KiB, lost in \
         noise, 1 KiB, 1 µs: ",
        "40 times the memory",
        "50 times the time",
        "1 GiB holds 26,000 threads (allowed: 16,382) or 1,000,000 \
         tasks.",
        // 100 MiB / 40 KiB is 2,560; 0.1 s / 50 µs is 2,000.
        "good enough up to 2,000: ",
    ];
    for part in parts {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

#[test]
fn the_verdict_says_when_nothing_differs_or_is_told() {
    let [thread, task] =
        [Kind::Thread, Kind::Task].map(|kind| costs(kind, 5, 5, 2));
    let said = verdict(&thread, &task, None);
    assert!(
        said.contains("no clear difference in memory"),
        "{said}"
    );
    assert!(said.contains("no clear difference in time"), "{said}");
    let untold = Costs {
        resident: None,
        reserved: None,
        kernel: None,
        memory: None,
        ..thread
    };
    let said = verdict(&untold, &task, Some(LIMIT));
    assert!(said.contains("n/a resident"), "{said}");
    assert!(said.contains("up to 8,100: "), "{said}");
    assert!(!said.contains("GiB"), "{said}");
}

#[test]
fn who_pays_for_room_is_told_from_what_was_measured() {
    let kib = |kib: f64| Spread::of(vec![1024.0 * kib]);
    let thread = [kib(10.0), kib(26.0), kib(26.0)];
    let task = [kib(0.5), kib(0.4), kib(16.5)];
    assert_eq!(
        room_verdict(&thread, &task),
        "While it waits, a thread pays for what it has used and \
         what it holds; a task pays for what it holds, not what it \
         has used."
    );
    let untold = [None, None, None];
    let said = room_verdict(&untold, &task);
    assert!(said.contains("does not tell"), "{said}");
}
