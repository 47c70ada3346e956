//! Our event loop.

mod support;

use std::{
    cell::{Cell, RefCell},
    future::{pending, poll_fn},
    io::{Read, Write},
    net::{SocketAddr, TcpListener},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    rc::Rc,
    sync::mpsc,
    task::Poll,
    thread,
    time::Duration,
};

use event_loop::{
    runtime::{
        block_on,
        io::{AsyncBufReadExt, BufReader},
        net::TcpStream,
        task::{self, JoinError},
        time, watch,
    },
    trace::{Trace, What, WokenBy},
};
use support::{in_time, traced};

const LONG: Duration = Duration::from_secs(3600);

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// Starts a task for each of `times`, that sleeps so long, then
/// one that blocks the loop. Returns in which order the tasks'
/// timers were due, and in which the tasks were woken.
fn order(
    times: &'static [u64],
    block: Duration,
) -> (Vec<usize>, Vec<usize>) {
    let ((), trace) = traced("timers", move || async move {
        let sleep =
            |time: &u64| task::spawn(time::sleep(millis(*time)));
        let mut units: Vec<_> = times.iter().map(sleep).collect();
        units
            .push(task::spawn(async move { thread::sleep(block) }));
        for unit in units {
            unit.await.expect("nobody aborts it");
        }
    });
    // By its second turn the loop has all timers.
    let timers = trace.turns[1].timers.iter();
    let ready = trace.turns.iter().flat_map(|turn| &turn.ready);
    let woken = ready.filter(|it| it.woken_by == WokenBy::Timer);
    (
        timers.map(|it| it.task).collect(),
        woken.map(|it| it.task).collect(),
    )
}

#[test]
fn timers_fire_in_the_order_in_which_they_are_due() {
    let (due, woken) = order(&[60, 20, 40], Duration::ZERO);
    assert_eq!(due.len(), 3);
    assert_eq!(woken, due);
}

#[test]
fn timers_that_are_due_at_once_fire_in_order_too() {
    let (due, woken) = order(&[60, 20, 40], millis(70));
    assert_eq!(due.len(), 3);
    assert_eq!(woken, due);
}

#[test]
fn a_sleep_may_be_as_long_as_a_duration_can_be() {
    let sleep = || async {
        let mut sleep = pin!(time::sleep(Duration::MAX));
        poll_fn(|cx| Poll::Ready(sleep.as_mut().poll(cx))).await
    };
    let (poll, _) = traced("an endless sleep", sleep);
    assert_eq!(poll, Poll::Pending);
}

#[test]
fn a_wake_from_another_thread_wakes_a_sleeping_loop() {
    let turns = in_time("a sleeping loop", || {
        let (go, asleep) = mpsc::channel::<()>();
        let mut turns = Vec::new();
        let main = async {
            let work = move || {
                let told = asleep.recv();
                // The loop is about to sleep; in most runs it does
                // by now, and the test holds if it does not.
                thread::sleep(millis(20));
                told
            };
            task::spawn_blocking(work).await
        };
        let result = watch(main, |turn| {
            // The loop's next step is to sleep, without a limit.
            turns.push(turn.clone());
            go.send(()).ok();
        });
        assert_eq!(result, Ok(Ok(())));
        turns
    });
    assert_eq!(turns.len(), 2);
    assert!(turns[0].timers.is_empty());
    assert_eq!(turns[1].ready[0].woken_by, WokenBy::Thread);
}

/// Awaits `future`; after each poll that was in vain, asks for one
/// more, `vain` times, and always twice.
async fn noisy<F: Future>(vain: u32, future: F) -> F::Output {
    let mut future = pin!(future);
    let mut left = vain;
    poll_fn(|cx| {
        let poll = future.as_mut().poll(cx);
        if poll.is_pending() && left > 0 {
            left -= 1;
            cx.waker().wake_by_ref();
            cx.waker().wake_by_ref();
        }
        poll
    })
    .await
}

/// Starts a server for one client; returns its address, and what
/// the server sends, piece by piece.
fn server() -> (SocketAddr, mpsc::Sender<&'static [u8]>) {
    let listener = TcpListener::bind("127.0.0.1:0");
    let listener = listener.expect("there are ports");
    let address = listener.local_addr().expect("it has one");
    let (sender, pieces) = mpsc::channel::<&[u8]>();
    thread::spawn(move || {
        let (mut client, _) = listener.accept().expect("a client");
        client.set_nodelay(true).expect("it is a TCP stream");
        for piece in pieces {
            client.write_all(piece).expect("the client reads");
        }
    });
    (address, sender)
}

#[test]
fn polls_in_vain_are_harmless() {
    let (address, sender) = server();
    let ((), trace) = traced("polls in vain", move || async move {
        let begun = std::time::Instant::now();
        noisy(3, time::sleep(millis(20))).await;
        assert!(begun.elapsed() >= millis(20));
        let (go, gone) = mpsc::channel::<()>();
        let answer = task::spawn_blocking(move || gone.recv());
        let answer = answer.into_future();
        let mut answer = pin!(noisy(3, answer));
        let once = poll_fn(|cx| {
            Poll::Ready(answer.as_mut().poll(cx).is_pending())
        });
        assert!(once.await);
        go.send(()).expect("the thread waits");
        assert_eq!(answer.await, Ok(Ok(())));
        let connect = TcpStream::connect(address);
        let stream = noisy(3, connect).await.expect("it listens");
        let mut lines = BufReader::new(stream).lines();
        sender.send(b"hel").expect("the server runs");
        task::spawn(async move {
            time::sleep(millis(5)).await;
            sender.send(b"lo\n").expect("the server runs");
        });
        let line = noisy(3, lines.next_line()).await;
        assert_eq!(line.ok().flatten().as_deref(), Some("hello"));
        let end = noisy(3, lines.next_line()).await;
        assert_eq!(end.ok(), Some(None));
    });
    // Woken twice is polled once, and has one timer.
    for turn in &trace.turns {
        let main = turn.ready.iter().filter(|it| it.task == 0);
        assert!(main.count() <= 1);
        assert!(turn.timers.len() <= 1);
    }
    let by_itself = trace.turns.iter().flat_map(|turn| &turn.ready);
    let by_itself = by_itself
        .filter(|it| it.task == 0 && it.woken_by == WokenBy::Task);
    assert!(by_itself.count() >= 1);
}

#[test]
fn a_waker_of_a_task_that_is_done_wakes_nobody() {
    let ((), trace) = traced("a late wake", || async {
        let slot = Rc::new(RefCell::new(None));
        let (kept, task) = (slot.clone(), async move {
            poll_fn(|cx| {
                *slot.borrow_mut() = Some(cx.waker().clone());
                Poll::Ready(())
            })
            .await;
        });
        task::spawn(task).await.expect("nobody aborts it");
        kept.take().expect("it was left").wake();
        time::sleep(millis(1)).await;
    });
    let polls = trace.turns.iter().flat_map(|turn| &turn.polls);
    assert_eq!(polls.filter(|poll| poll.task == 1).count(), 1);
}

/// The timers and sockets that the loop knew at the last.
fn left(trace: &Trace) -> (usize, usize) {
    let last = trace.turns.last().expect("there are turns");
    (last.timers.len(), last.sockets.len())
}

#[test]
fn an_aborted_task_is_taken_off_timers_and_sockets() {
    let (address, _sender) = server();
    let (results, trace) = traced("abort", move || async move {
        let timer = task::spawn(time::sleep(LONG));
        let lines = task::spawn(async move {
            let stream = TcpStream::connect(address).await;
            let stream = stream.expect("it listens");
            BufReader::new(stream).lines().next_line().await.ok();
        });
        time::sleep(millis(5)).await;
        timer.abort();
        lines.abort();
        [timer.await, lines.await]
    });
    let aborted = Err(JoinError::Aborted);
    assert_eq!(results, [aborted; 2]);
    let mut turns = trace.turns.iter();
    assert!(turns.any(|turn| {
        turn.timers.len() == 2 && turn.sockets.len() == 1
    }));
    assert_eq!(left(&trace), (0, 0));
}

#[test]
fn a_future_that_is_dropped_is_taken_off_the_timers() {
    let ((), trace) = traced("a dropped sleep", || async {
        let mut sleep = Box::pin(time::sleep(LONG));
        let once = poll_fn(|cx| {
            Poll::Ready(sleep.as_mut().poll(cx).is_pending())
        });
        assert!(once.await);
        drop(sleep);
    });
    assert_eq!(trace.turns[0].polls[0].waits.len(), 1);
    assert_eq!(left(&trace), (0, 0));
}

#[test]
fn a_task_may_abort_itself_and_others_while_it_runs() {
    let (results, _) = traced("abort itself", || async {
        let own =
            Rc::new(RefCell::new(None::<task::JoinHandle<()>>));
        let (handle, alive) = (own.clone(), Rc::new(()));
        let gone = Rc::downgrade(&alive);
        let other = task::spawn(pending::<()>());
        let unit = task::spawn(async move {
            other.abort();
            assert_eq!(other.await, Err(JoinError::Aborted));
            handle.borrow().as_ref().expect("it is set").abort();
            pending::<()>().await;
            drop(alive);
        });
        *own.borrow_mut() = Some(unit);
        time::sleep(millis(5)).await;
        let unit = own.take().expect("it is set");
        (unit.await, gone.upgrade().is_none())
    });
    assert_eq!(results, (Err(JoinError::Aborted), true));
}

#[test]
fn tasks_that_are_not_done_are_dropped_with_the_loop() {
    struct Dropped(mpsc::Sender<()>);
    impl Drop for Dropped {
        fn drop(&mut self) {
            self.0.send(()).ok();
        }
    }
    let listener = TcpListener::bind("127.0.0.1:0");
    let listener = listener.expect("there are ports");
    let address = listener.local_addr().expect("it has one");
    let (sender, dropped) = mpsc::channel();
    traced("a task that waits", move || async move {
        let guard = Dropped(sender);
        task::spawn(async move {
            let stream = TcpStream::connect(address).await;
            pending::<()>().await;
            drop((guard, stream));
        });
        time::sleep(millis(5)).await;
    });
    assert_eq!(dropped.try_recv(), Ok(()));
    // Its connection is closed: the server reads the end.
    let read = move || {
        let (mut client, _) = listener.accept().expect("a client");
        client.read(&mut [0]).ok()
    };
    assert_eq!(in_time("the end", read), Some(0));
}

#[test]
fn a_loop_inside_a_loop_panics_and_spares_the_outer_one() {
    let (answer, _) = traced("a loop in a loop", || async {
        let inner = || block_on(async { 1 });
        let panic = catch_unwind(inner).expect_err("it panics");
        let text = panic.downcast_ref::<&str>();
        let text = text.expect("it says why");
        assert!(text.contains("block_on was called inside"));
        assert!(text.contains("Use .await"));
        time::sleep(millis(1)).await;
        task::spawn(async { 2 }).await
    });
    assert_eq!(answer, Ok(2));
}

#[test]
fn a_panic_of_a_task_ends_its_loop_and_no_later_one() {
    in_time("a panic", || {
        let run = || {
            block_on(async {
                let panics = async { panic!("for the test") };
                task::spawn::<_>(panics).await
            })
        };
        let run = AssertUnwindSafe(run);
        assert!(catch_unwind(run).is_err());
        assert_eq!(block_on(async { 1 }), 1);
    });
}

#[test]
fn a_function_that_panics_on_its_thread_is_an_error() {
    let (result, _) = traced("a panic elsewhere", || async {
        let panics = || panic!("for the test");
        task::spawn_blocking::<_, ()>(panics).await
    });
    assert_eq!(result, Err(JoinError::Panicked));
}

#[test]
fn outside_of_a_loop_a_sleep_says_so() {
    let poll = || {
        let sleep = pin!(time::sleep(LONG));
        let waker = std::task::Waker::noop();
        sleep.poll(&mut std::task::Context::from_waker(waker))
    };
    let panic = catch_unwind(poll).expect_err("it panics");
    let text = panic.downcast_ref::<String>().cloned();
    let word = panic.downcast_ref::<&str>();
    let text = text.or(word.map(|it| (*it).to_owned()));
    let text = text.expect("it says why");
    assert!(text.contains("no event loop runs"), "{text}");
}

#[test]
fn a_task_that_is_always_ready_starves_nobody() {
    let (address, sender) = server();
    sender.send(b"a line\n").expect("the server runs");
    let (line, _) = traced("a busy task", move || async move {
        task::spawn(poll_fn(|cx| {
            cx.waker().wake_by_ref();
            Poll::<()>::Pending
        }));
        time::sleep(millis(5)).await;
        let stream = TcpStream::connect(address).await;
        let stream = stream.expect("it listens");
        BufReader::new(stream).lines().next_line().await
    });
    assert_eq!(line.ok().flatten().as_deref(), Some("a line"));
}

#[test]
fn a_task_is_polled_only_when_it_was_woken() {
    let (polls, _) = traced("a quiet task", move || async move {
        let polls = Rc::new(Cell::new(0));
        let counted = polls.clone();
        task::spawn(poll_fn(move |_| {
            counted.set(counted.get() + 1);
            Poll::<()>::Pending
        }));
        for _ in 0..5 {
            time::sleep(millis(1)).await;
        }
        polls.get()
    });
    assert_eq!(polls, 1);
}

#[test]
fn a_task_that_is_woken_three_times_is_polled_once() {
    let (polls, _) = traced("three wake-ups", || async {
        let slot = Rc::new(RefCell::new(None));
        let polls = Rc::new(Cell::new(0));
        let (kept, counted) = (slot.clone(), polls.clone());
        task::spawn(poll_fn(move |cx| {
            counted.set(counted.get() + 1);
            *slot.borrow_mut() = Some(cx.waker().clone());
            Poll::<()>::Pending
        }));
        others_run().await;
        let waker = kept.take().expect("it was left");
        (0..3).for_each(|_| waker.wake_by_ref());
        others_run().await;
        polls.get()
    });
    // When it was spawned, and once for all three.
    assert_eq!(polls, 2);
}

#[test]
fn a_task_that_never_waits_lets_nobody_run() {
    let (seen, _) = traced("a greedy task", || async {
        let stop = Rc::new(Cell::new(false));
        let other = stop.clone();
        task::spawn(async move { other.set(true) });
        let heard = (0..1_000).any(|_| stop.get());
        others_run().await;
        (heard, stop.get())
    });
    assert_eq!(seen, (false, true));
}

/// Lets all tasks run that are ready: this one comes behind them.
async fn others_run() {
    task::spawn(async {}).await.expect("nobody aborts it");
}

/// Reads all lines of a server that sends `pieces`.
fn lines_of(pieces: Vec<&'static [u8]>) -> Vec<Option<String>> {
    let (address, sender) = server();
    let (lines, _) = traced("lines", move || async move {
        let stream = TcpStream::connect(address).await;
        let stream = stream.expect("it listens");
        let mut reader = BufReader::new(stream).lines();
        let mut lines = Vec::new();
        for piece in pieces {
            sender.send(piece).expect("the server runs");
            // Each piece shall arrive by itself.
            time::sleep(millis(2)).await;
        }
        drop(sender);
        loop {
            match reader.next_line().await {
                Ok(Some(line)) => lines.push(Some(line)),
                Ok(None) => return lines,
                Err(_) => lines.push(None),
            }
        }
    });
    lines
}

#[test]
fn lines_are_whole_however_they_arrive() {
    let lines =
        lines_of(vec![b"on", b"e\r\n\ntw", b"o\nthr", b"ee"]);
    let lines: Vec<_> =
        lines.iter().map(|line| line.as_deref()).collect();
    let expected = ["one", "", "two", "three"].map(Some);
    assert_eq!(lines, expected);
}

#[test]
fn a_line_that_is_no_text_is_an_error() {
    let lines = lines_of(vec![b"\xff\n", b"text\n"]);
    assert_eq!(lines, [None, Some("text".to_owned())]);
}

#[test]
fn the_trace_says_who_waits_for_what_and_where() {
    let ((), trace) = traced("a trace", || async {
        let unit = task::spawn(time::sleep(millis(5)));
        unit.await.expect("nobody aborts it");
    });
    let first = &trace.turns[0].polls[0];
    assert_eq!((first.name.as_str(), first.done), ("main", false));
    assert_eq!(first.spawned, [1]);
    let wait = &first.waits[0];
    assert_eq!(wait.what, What::Task { task: 1 });
    assert!(wait.file.ends_with("runtime.rs"), "{}", wait.file);
    let mut here = include_str!("runtime.rs").lines();
    let line = here.nth(wait.line as usize - 1);
    assert!(line.expect("a line").contains("unit.await"));
    let wakers: Vec<_> = trace
        .turns
        .iter()
        .flat_map(|turn| &turn.ready)
        .map(|it| (it.task, it.woken_by))
        .collect();
    assert_eq!(
        wakers,
        [
            (0, WokenBy::Start),
            (1, WokenBy::Start),
            (1, WokenBy::Timer),
            (0, WokenBy::Task),
        ]
    );
}
