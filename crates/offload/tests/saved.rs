//! Ok is said of what is written, and failures are heard of.

mod support;

use std::{fs, sync::Arc, sync::mpsc};

use flags::Counts;
use offload::{
    Disk, Pulse, Shelf, Version,
    disk::RealDisk,
    pool::{self, Pool},
    save::{AsyncSave, Save},
    trial::runtime,
    versions::{tasks, threads},
};
use support::{
    DEADLINE, Setting, TICK, all, codes, disk_of, in_time,
    quick_disk, right, some,
};
use tokio::runtime::Handle;

#[test]
fn every_failed_write_is_an_error_of_its_flag() {
    for (half, version) in right() {
        let disk = quick_disk(4);
        let seen = Setting::new(some(16), disk).run(version);
        let name = format!("{half}, {}", version.name);
        let Counts { ok, error, .. } = seen.told.counts;
        assert_eq!((ok, error), (12, 4), "{name}");
        let failures = &seen.failures;
        assert_eq!(failures.len(), 4, "{name}");
        let cause = "could not save the flag: the slow disk is \
                     full (--disk-fail)";
        assert!(
            failures.iter().all(|it| it.error == cause),
            "{name}: {failures:?}"
        );
    }
}

#[test]
fn what_nobody_waits_for_is_said_to_be_saved_and_is_not() {
    for version in [threads::FORGOTTEN, tasks::FORGOTTEN] {
        let disk = quick_disk(4);
        let seen = Setting::new(some(16), disk).run(version);
        let Counts { ok, error, .. } = seen.told.counts;
        assert_eq!((ok, error), (16, 0), "{}", version.name);
        assert_eq!(seen.failures, []);
        assert!(seen.disk.written < 16, "{:?}", seen.disk);
    }
}

/// Returns a disk that writes when it is let, what lets it, and an
/// image for it.
fn closed_disk() -> (Arc<Disk>, mpsc::Sender<()>, offload::Image) {
    let (open, gate) = mpsc::channel();
    let gate = std::sync::Mutex::new(gate);
    let disk = disk_of(move || {
        let gate = gate.lock().expect("no write panics");
        let opened = gate.recv_timeout(DEADLINE / 2);
        opened.map_err(std::io::Error::other)
    });
    let image = Shelf::new().image(codes("BR")[0], vec![1, 2, 3]);
    (disk, open, image)
}

#[test]
fn what_nobody_waits_for_is_ok_before_it_is_written() {
    in_time("a pool of ours", || {
        let (disk, open, image) = closed_disk();
        let pool = Arc::new(Pool::new(1));
        use pool::forgotten::wrong::Pooled;
        let said = Pooled::new(&disk, &pool).save(image);
        assert_eq!(said.expect("it is said to be ok"), 3);
        assert_eq!(disk.so_far().written, 0);
        open.send(()).expect("it is waited for");
        drop(pool);
        assert_eq!(disk.so_far().written, 1);
    });
    in_time("tokio's pool", || {
        let (disk, open, image) = closed_disk();
        let said = runtime().block_on(async {
            let pool = Handle::current();
            use pool::wrong::Pooled;
            let saver = Pooled::new(&disk, &pool);
            let said = saver.save(image).await;
            assert_eq!(disk.so_far().written, 0);
            open.send(()).expect("it is waited for");
            said
        });
        assert_eq!(said.expect("it is said to be ok"), 3);
    });
}

#[test]
fn all_is_written_and_no_thread_left_when_the_end_is_said() {
    for (half, version) in right() {
        let disk = quick_disk(0);
        let setting = Setting::new(some(12), disk.clone());
        let seen = setting.run(version);
        let name = format!("{half}, {}", version.name);
        assert_eq!(seen.told.disk.written, 12, "{name}");
        // A thread that is left would hold the disk.
        assert_eq!(Arc::strong_count(&disk), 1, "{name}");
        assert_eq!(seen.held.count, 0, "{name}");
    }
}

#[test]
fn all_versions_count_what_the_server_answered() {
    let mut first = None;
    for (half, version) in all() {
        let folder = tempfile::tempdir().expect("a folder");
        let wanted = codes(
            "BD BR CD CN DE EG ET FR ID IN IR JP MX NG PH PK RU TR \
             US VN ZZ QQ AA AD AE AF AG AI AL AM AO AR AT AU AW AZ",
        );
        let count = wanted.len();
        let setting = Setting::new(wanted, quick_disk(0));
        let seen = Setting {
            kind: flags::server::Kind::Error,
            folder: folder.path().to_owned(),
            ..setting
        }
        .run(version);
        let name = format!("{half}, {}", version.name);
        let counts = seen.told.counts;
        assert_eq!(counts.total(), count, "{name}");
        assert!(counts.error > 0 && counts.not_found > 0);
        assert_eq!(*first.get_or_insert(counts), counts, "{name}");
        let server = seen.server.expect("it is inside");
        let answered =
            [server.ok(), server.not_found(), server.error()];
        let said = [counts.ok, counts.not_found, counts.error];
        assert_eq!(answered, said.map(|it| it as u64), "{name}");
    }
}

#[test]
fn saves_of_the_same_flag_at_the_same_time_spoil_nothing() {
    for version in [threads::FILES, tasks::FILES] {
        let folder = tempfile::tempdir().expect("a folder");
        let wanted = codes(&"BR ".repeat(40));
        let setting = Setting::new(wanted, quick_disk(0));
        let path = folder.path().to_owned();
        let seen = Setting { folder: path, ..setting }.run(version);
        assert_eq!(seen.told.counts.ok, 40, "{:?}", seen.failures);
        let image = fs::read(folder.path().join("br.gif"));
        let image = image.expect("it is there");
        flags::site::check_image(&image).expect("it is whole");
    }
}

/// Returns the names and contents of what `version` saves.
fn saved(version: Version) -> Vec<(String, Vec<u8>)> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_owned();
    let disk = Disk::new(RealDisk(path.clone()), &Pulse::new(TICK));
    let setting = Setting::new(some(16), disk);
    let seen = Setting { folder: path, ..setting }.run(version);
    assert_eq!(seen.told.counts.ok, 16, "{:?}", seen.failures);
    let files = fs::read_dir(&folder).expect("it is there");
    let mut files: Vec<_> = files
        .map(|file| {
            let file = file.expect("it can be read").path();
            let name = file.file_name().expect("a name");
            let name = name.to_string_lossy().into_owned();
            (name, fs::read(&file).expect("it can be read"))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn all_ways_to_save_leave_the_same_whole_files() {
    let expected = saved(threads::FILES);
    let names: Vec<_> =
        some(16).iter().map(|it| it.lower() + ".gif").collect();
    let found: Vec<_> =
        expected.iter().map(|(name, _)| name).collect();
    assert_eq!(found, names.iter().collect::<Vec<_>>());
    for (_, image) in &expected {
        flags::site::check_image(image).expect("it is whole");
    }
    let mut versions = vec![tasks::FILES];
    versions.extend(right().into_iter().map(|(_, it)| it));
    for version in versions {
        assert_eq!(saved(version), expected, "{}", version.name);
    }
}

#[test]
fn a_folder_that_is_gone_is_the_error_of_each_flag() {
    for version in [threads::FILES, tasks::FILES] {
        let setting = Setting::new(some(2), quick_disk(0));
        let folder = "nowhere/at/all".into();
        let seen = Setting { folder, ..setting }.run(version);
        assert_eq!(seen.told.counts.error, 2);
        let error = &seen.failures[0].error;
        let start = "could not save the flag: ";
        assert!(error.starts_with(start), "{error}");
    }
}
