//! A process in which nobody records.

use timeline::{Recorder, asynchronous, blocking};

#[test]
fn nothing_is_recorded_before_somebody_records() {
    let runtime =
        tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.expect("a runtime");
    let marked = || {
        let sum = blocking::lane("thread", || {
            blocking::wait("nothing", || 1 + 1)
        });
        let wait = asynchronous::wait("nothing", async { sum + 1 });
        runtime.block_on(asynchronous::lane("task", wait))
    };
    assert_eq!(marked(), 3);
    let recorder = Recorder::install().expect("the first");
    assert!(recorder.log().events.is_empty());
    assert!(recorder.timeline().lanes.is_empty());
    assert_eq!(marked(), 3);
    assert_eq!(recorder.timeline().lanes.len(), 2);
    let second = Recorder::install().unwrap_err();
    assert!(second.to_string().contains("recorded already"));
}
