//! What makes three stages begin, and who runs while they wait.

mod support;

use std::{thread, time::Duration};

use callbacks::{
    Error, Log, Row, Stage, r#async,
    get::{Watched, asynchronous, blocking},
    heart, hell,
    scheduled::{self, Scheduled},
    thread::three_stages,
};
use flags::server::{Embedded, Kind};
use support::{
    code, in_time, job, remote, remote_async, run, server,
};
use tokio::task;

#[test]
fn a_thread_begins_when_started_callbacks_when_their_loop_runs() {
    let server = server(Kind::Local);
    let client = remote(&job(server.base()));
    let rows = in_time("the threads", move || {
        let requests = || server.visits().len();
        let patience = Duration::from_secs(30);
        let mut seen = Scheduled::new(&requests, patience, false);
        scheduled::thread::supervisor(
            &client,
            code("BR"),
            &mut seen,
        );
        seen.rows().to_vec()
    });
    let requests = rows.iter().map(|row| row.1);
    let requests: Vec<_> = requests.collect();
    assert_eq!(requests, [0, 0, 3, 3, 0], "{rows:?}");
}

#[test]
fn futures_begin_when_polled_a_task_when_its_thread_is_free() {
    let server = server(Kind::Local);
    let client = remote_async(&job(server.base()));
    let rows = in_time("the tasks", move || {
        let requests = || server.visits().len();
        let patience = Duration::from_millis(20);
        let mut seen = Scheduled::new(&requests, patience, false);
        let (wanted, it) = (code("BR"), &mut seen);
        run(scheduled::r#async::supervisor(&client, wanted, it));
        seen.rows().to_vec()
    });
    let requests = rows.iter().map(|row| row.1);
    let requests: Vec<_> = requests.collect();
    assert_eq!(requests, [0, 0, 3, 0, 3], "{rows:?}");
}

/// Answers when a heart has beaten since it was asked.
#[derive(Clone)]
struct AfterABeat(Log);

const EVERY: Duration = Duration::from_millis(1);

fn answer(stage: Stage) -> Result<Vec<u8>, Error> {
    let text = match stage {
        Stage::Index => r#"["BR"]"#,
        Stage::Metadata(_) => {
            r#"{"iso_cc": "BR", "country": "Brazil"}"#
        }
        Stage::Flag(_) => "GIF89a and so on;",
    };
    Ok(text.into())
}

impl blocking::Get for AfterABeat {
    fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let before = self.0.beats();
        while self.0.beats() == before {
            thread::yield_now();
        }
        answer(stage)
    }
}

impl asynchronous::Get for AfterABeat {
    async fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let before = self.0.beats();
        while self.0.beats() == before {
            task::yield_now().await;
        }
        answer(stage)
    }
}

/// Runs three stages beside a heart, and returns where it beat.
fn beats(form: fn(&Log, AfterABeat)) -> Vec<Row> {
    in_time("the heart", move || {
        let log = Log::silent();
        form(&log, AfterABeat(log.clone()));
        assert_eq!(log.rows().len(), 3);
        log.rows()
    })
}

#[test]
fn while_plain_code_blocks_only_other_threads_run() {
    let rows = beats(|log, inner| {
        let client = Watched { inner, log: log.clone() };
        heart::thread::beside(log, EVERY, || {
            three_stages(&client, code("BR")).expect("a flag");
        });
    });
    for row in rows {
        assert_eq!(row.beats_here, 0, "{row:?}");
        assert!(row.beats_elsewhere > 0, "{row:?}");
    }
}

#[test]
fn while_async_code_awaits_its_thread_runs_other_tasks() {
    let awaited: fn(&Log, AfterABeat) = |log, inner| {
        let client = Watched { inner, log: log.clone() };
        let flag = r#async::three_stages(&client, code("BR"));
        let flag = run(heart::r#async::beside(log, EVERY, flag));
        flag.expect("a flag");
    };
    let combined: fn(&Log, AfterABeat) = |log, inner| {
        let client = Watched { inner, log: log.clone() };
        let flag = hell::r#async::three_stages(&client, code("BR"));
        let flag = run(heart::r#async::beside(log, EVERY, flag));
        flag.expect("a flag");
    };
    for form in [awaited, combined] {
        for row in beats(form) {
            assert!(row.beats_here > 0, "{row:?}");
            assert_eq!(row.beats_elsewhere, 0, "{row:?}");
        }
    }
}

#[test]
fn while_callbacks_are_due_the_loop_runs_other_jobs() {
    let rows = beats(|log, inner| {
        let three_stages = hell::thread::three_stages;
        let wanted = code("BR");
        let flag = hell::on_this_thread(
            inner,
            log,
            EVERY,
            wanted,
            three_stages,
        );
        flag.expect("a flag");
    });
    for row in rows {
        assert!(row.beats_here > 0, "{row:?}");
        assert_eq!(row.beats_elsewhere, 0, "{row:?}");
    }
}
