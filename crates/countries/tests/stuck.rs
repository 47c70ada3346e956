//! A permit that is kept while another one is waited for.

mod support;

use std::{
    sync::{Arc, Barrier},
    time::Duration,
};

use countries::{Ends, Hold, Plan, runtime, stuck};
use flags::Job;
use support::{IMAGE, codes, job};
use testing::{Canned, canned_server, in_time};

const PLAN: Plan =
    Plan { hold: Hold::Each, permits: 2, units: 4, work: None };

/// Runs four downloads with two permits. No flag is sent before
/// two are asked for: then both permits are taken.
fn run(
    what: &'static str,
    patience: Duration,
    many: fn(&Arc<Job>, Plan, Duration) -> Ends,
) -> Ends {
    let meeting = Barrier::new(2);
    let base = canned_server(move |path| {
        if path.ends_with(".json") {
            let body = r#"{"country": "Brazil"}"#;
            return Canned::ok("application/json", body);
        }
        meeting.wait();
        Canned::ok("image/gif", IMAGE)
    });
    let folder = tempfile::tempdir().expect("a folder");
    let wanted = codes("BD BR CD CN");
    let job = Arc::new(job(&base, wanted, 2, folder.path()));
    in_time(what, move || many(&job, PLAN, patience))
}

#[test]
fn who_keeps_a_permit_while_waiting_for_another_gets_stuck() {
    // Nothing but this ends it, however long it is.
    let patience = Duration::from_secs(1);
    let thread = run("thread", patience, |job, plan, patience| {
        stuck::threads::wrong::download_many(job, plan, patience)
    });
    let task = run("async", patience, |job, plan, patience| {
        let many = stuck::wrong::download_many(job, plan, patience);
        runtime().expect("it starts").block_on(many)
    });
    let expected = Ends { complete: 0, stuck: 4, free: 0 };
    assert_eq!([thread, task], [expected; 2]);
}

#[test]
fn who_gives_it_back_first_does_not() {
    let patience = Duration::from_secs(30);
    let thread = run("thread", patience, |job, plan, patience| {
        stuck::thread::download_many(job, plan, patience)
    });
    let task = run("async", patience, |job, plan, patience| {
        let many =
            stuck::r#async::download_many(job, plan, patience);
        runtime().expect("it starts").block_on(many)
    });
    let expected = Ends { complete: 4, stuck: 0, free: 2 };
    assert_eq!([thread, task], [expected; 2]);
}
