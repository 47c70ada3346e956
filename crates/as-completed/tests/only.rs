//! Who knows one world alone keeps the promises of the pair.

mod support;

use as_completed::{only_async, only_thread};
use support::{
    Gates, awaited, codes, gathering_server, in_order_of, in_time,
    job,
};

#[test]
fn results_are_taken_in_the_order_in_which_they_are_there() {
    let asked = codes("BD BR CN DE EG");
    let there = codes("DE BR EG BD CN");
    let gates = Gates::of(&asked);
    let mut note = in_order_of(&gates, &there);
    let shared = job(&gates.base, &asked);
    let taken = in_time("the threads", move || {
        let mut taken = Vec::new();
        let note = |end| taken = note(end);
        only_thread::download_many(&shared, note);
        taken
    });
    assert_eq!(taken, there);

    let gates = Gates::of(&asked);
    let mut note = in_order_of(&gates, &there);
    let shared = job(&gates.base, &asked);
    let taken = awaited("the futures", async move || {
        let mut taken = Vec::new();
        let note = |end| taken = note(end);
        only_async::download_many(&shared, note).await;
        taken
    });
    assert_eq!(taken, there);
}

#[test]
fn all_are_asked_for_at_once() {
    let asked = codes("BD BR CN DE");
    for threads in [true, false] {
        let job = job(&gathering_server(asked.len()), &asked);
        let count = if threads {
            in_time("the threads", move || {
                let mut count = 0;
                only_thread::download_many(&job, |_| count += 1);
                count
            })
        } else {
            awaited("the futures", async move || {
                let mut count = 0;
                let take = |_| count += 1;
                only_async::download_many(&job, take).await;
                count
            })
        };
        assert_eq!(count, asked.len());
    }
}
