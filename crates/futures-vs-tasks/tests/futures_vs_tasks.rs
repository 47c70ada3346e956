//! What the steps of this lesson promise, in both halves.

mod support;

use futures_vs_tasks::{
    Begun, Table, r#async, borrow, detach, handle, hook, result,
    thread, wait,
};
use support::{
    DEADLINE, SHORT, awaited, awaited_rows, in_time, rows,
};

#[test]
fn a_call_runs_a_function_and_makes_a_future() {
    let parts = in_time("a call", thread::called);
    assert_eq!(parts.count(), 2);
    assert_eq!(r#async::called().count(), 0);
}

#[test]
fn what_is_made_and_not_run_does_nothing() {
    assert_eq!(thread::made().count(), 0);
    assert_eq!(r#async::made().count(), 0);
    assert_eq!(in_time("a call", thread::run).count(), 2);
    assert_eq!(awaited("a future", r#async::run).count(), 2);
}

#[test]
fn a_thread_begins_beside_its_busy_maker_and_a_task_does_not() {
    let begun = in_time("a thread", || thread::busy(DEADLINE));
    assert_eq!(begun, Begun::Beside);
    let begun =
        awaited("a task", async || r#async::busy(SHORT).await);
    assert_eq!(begun, Begun::AsWeWait);
}

#[test]
fn what_is_spawned_runs_though_nobody_joins_it() {
    let parts = in_time("a thread", thread::spawned);
    assert_eq!(parts.count(), 2);
    let parts = awaited("a task", r#async::spawned);
    assert_eq!(parts.count(), 2);
}

#[test]
fn a_dropped_handle_ends_nothing_and_a_dropped_future_ends() {
    let parts = in_time("a thread", thread::dropped);
    assert_eq!(parts.count(), 2);
    let parts = awaited("a future", r#async::dropped);
    assert_eq!(parts.count(), 1);
}

#[test]
fn a_result_is_not_there_before_its_time() {
    let early = |table: &Table| {
        let whats = ["asked at once", "with a time limit"];
        whats.map(|what| table.seen(what).to_owned())
    };
    let table = rows("threads", |table| {
        result::thread::early(table, SHORT);
    });
    assert_eq!(
        early(&table),
        ["Err(Elapsed), done: false", "Err(Elapsed)"]
    );
    assert_eq!(table.seen("try_recv"), "Err(Empty)");
    assert_eq!(table.seen("waited for"), "Ok(42), done: true");
    let table = awaited_rows("tasks", async |table| {
        result::r#async::early(table, SHORT).await;
    });
    assert_eq!(
        early(&table),
        ["None, done: false", "Err(Elapsed(()))"]
    );
    assert_eq!(table.seen("try_recv"), "Err(Empty)");
    assert_eq!(table.seen("waited for"), "Ok(42), done: true");
}

#[test]
fn a_callback_runs_on_the_pool_and_the_next_line_where_we_are() {
    let noted = in_time("a callback", result::thread::then);
    assert_eq!(noted, "Ok(42), noted on thread pool-0");
    let noted = awaited("a task", result::r#async::then);
    assert_eq!(noted, "Ok(42), noted on thread without a name");
}

#[test]
fn failures_are_had_by_who_joins_and_panics_heard_of_besides() {
    hook::install();
    let threads = rows("threads", result::failed::thread::show);
    let tasks = awaited_rows("tasks", async |table| {
        result::failed::r#async::show(table).await;
    });
    for table in [&threads, &tasks] {
        let seen = |what| table.seen(what);
        assert_eq!(
            seen("an Err, joined"),
            "Ok(Err(\"no flag XA\"))"
        );
        assert_eq!(seen("the message in it"), "no flag XB");
        let unheard = seen("an Err that nobody joins");
        assert!(unheard.starts_with("not a word"), "{unheard}");
        let heard = seen("a panic that nobody joins");
        assert!(heard.starts_with("the panic hook"), "{heard}");
    }
    assert_eq!(threads.seen("a panic, joined"), "Any { .. }");
    let error = tasks.seen("a panic, joined");
    assert!(error.starts_with("JoinError::Panic(Id("), "{error}");
    assert!(error.contains("\"no flag XB\""), "{error}");
}

#[test]
fn a_time_limit_takes_a_handle_or_borrows_it() {
    let (early, parts) =
        in_time("threads", || detach::thread::given(SHORT));
    assert_eq!(
        (early.as_str(), parts.count()),
        ("Err(Elapsed)", 2)
    );
    let (early, parts) = awaited("tasks", async || {
        detach::r#async::given(SHORT).await
    });
    let elapsed = "Err(Elapsed(()))";
    assert_eq!((early.as_str(), parts.count()), (elapsed, 2));
    let (early, end) =
        in_time("threads", || detach::thread::lent(SHORT));
    assert_eq!([early, end], ["Err(Elapsed)", "Ok(42)"]);
    let (early, end) = awaited("tasks", async || {
        detach::r#async::lent(SHORT).await
    });
    assert_eq!([early, end], [elapsed, "Ok(42)"]);
}

#[test]
fn thread_and_task_differ_in_seven_points() {
    let threads = rows("threads", |table| {
        handle::thread::show(table, DEADLINE);
    });
    let tasks = awaited_rows("tasks", async |table| {
        handle::r#async::show(table, SHORT).await;
    });
    let expected = [
        ("role: runs beside us", "thread \"flag\"", "Id("),
        ("what it drives", "function, called 1x", "polled 2x"),
        ("who makes it", "any thread: true", "any thread: false"),
        ("started when", "while we are busy", "when we wait"),
        ("the slow call in it", "another thread", "same thread"),
        ("ending it from outside", "Ok(())", "Cancelled("),
        ("the top that runs it", "main itself", "CurrentThread"),
    ];
    assert_eq!(threads.rows().len(), expected.len());
    for (what, thread, task) in expected {
        let seen = (threads.seen(what), tasks.seen(what));
        assert!(seen.0.contains(thread), "{what}: {seen:?}");
        assert!(seen.1.contains(task), "{what}: {seen:?}");
        assert!(!seen.1.contains(thread), "{what}: {seen:?}");
    }
}

#[test]
fn scoped_threads_borrow_and_so_do_parts_of_a_task() {
    let [left, right] =
        in_time("threads", || borrow::thread::borrowed(&[1, 2, 3]));
    assert_eq!((left.sum, right.sum), (1, 5));
    assert_ne!(left.thread, right.thread);
    let [left, right] = awaited("tasks", async || {
        borrow::r#async::borrowed(&[1, 2, 3]).await
    });
    assert_eq!((left.sum, right.sum), (1, 5));
    assert_eq!(left.thread, right.thread);
}

#[test]
fn spawned_units_share_what_they_need() {
    let [left, right] = in_time("threads", || {
        borrow::thread::shared([1, 2, 3].into())
    });
    assert_eq!((left.sum, right.sum), (1, 5));
    assert_ne!(left.thread, right.thread);
    let [left, right] = awaited("tasks", async || {
        borrow::r#async::shared([1, 2, 3].into()).await
    });
    assert_eq!((left.sum, right.sum), (1, 5));
    assert_eq!(left.thread, right.thread);
}

#[test]
fn an_rc_stays_on_the_thread_that_made_it() {
    let (part, here) = in_time("threads", || {
        let here = std::thread::current().id();
        (borrow::thread::kept(vec![1, 2, 3]), here)
    });
    assert_eq!(part.sum, 6);
    assert_ne!(part.thread, here);
    let (part, here) = awaited("tasks", async || {
        let here = std::thread::current().id();
        (borrow::r#async::kept(vec![1, 2, 3]).await, here)
    });
    assert_eq!((part.sum, part.thread), (6, here));
}

#[test]
fn a_wait_in_a_loop_ends_with_an_item_and_one_without_does_not() {
    for _ in 0..100 {
        let right = in_time("while", wait::thread::woken_twice);
        assert_eq!((right.waits, right.item), (2, Some(2)));
        let wrong = in_time("if", wait::wrong::woken_twice);
        assert_eq!((wrong.waits, wrong.item), (1, None));
        let task = awaited("tasks", wait::r#async::woken_twice);
        assert_eq!((task.waits, task.item), (2, Some(2)));
    }
}
