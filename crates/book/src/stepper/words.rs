//! In which words the figure of the loop speaks.

/// The words of one language. In the sentences, `{0}` is the task
/// of which they tell, if there is one.
#[derive(Debug)]
pub struct Words {
    /// Above the figure.
    pub title: &'static str,
    /// The buttons: to the first step, back, forward, to the last.
    pub buttons: [&'static str; 4],
    /// The button that fills the screen with the figure.
    pub enlarge: &'static str,
    /// What the loop does in turn: sleep, wake, poll.
    pub phases: [&'static str; 3],
    /// Before the number of the turn.
    pub turn: &'static str,
    /// The name of the listing.
    pub source: &'static str,
    /// The name of the time line.
    pub time_line: &'static str,
    /// Above the list of who is ready.
    pub ready: &'static str,
    /// Before those that are to be polled in this turn.
    pub taken: &'static str,
    /// Above the timers.
    pub timers: &'static str,
    /// Above the sockets.
    pub reactor: &'static str,
    /// In an empty list.
    pub nobody: &'static str,
    /// Beside who is ready: new, or woken by a timer, a socket,
    /// a thread, a task.
    pub woken_by: [&'static str; 5],
    /// Before the time that is left.
    pub left: &'static str,
    /// Before a socket's number.
    pub at_socket: &'static str,
    /// Behind who waits for a socket.
    pub waits: &'static str,
    /// In the place of who waits for a socket.
    pub nobody_waits: &'static str,
    /// Above the list of all steps; `{0}` is their number.
    pub all: &'static str,
    /// Between two of a list.
    pub comma: &'static str,

    /// The loop begins.
    pub begins: &'static str,
    /// It sleeps until the timer of `{0}`, for `{1}` at most.
    pub sleeps: &'static str,
    /// It sleeps, and no timer is set.
    pub sleeps_on: &'static str,
    /// A timer wakes a task.
    pub timer: &'static str,
    /// Something happened on socket `{1}`.
    pub socket: &'static str,
    /// Another thread wakes a task.
    pub thread: &'static str,
    /// The end of `{1}` wakes a task.
    pub ended: &'static str,
    /// Something wakes a task.
    pub woken: &'static str,
    /// The loop takes all `{0}` tasks out of the queue.
    pub takes: &'static str,
    /// It polls a task for the first time.
    pub first: &'static str,
    /// It polls a task, which goes on behind line `{1}`.
    pub goes_on: &'static str,
    /// The program tells `{0}`.
    pub told: &'static str,
    /// A task spawns `{1}`.
    pub spawns: &'static str,
    /// A task waits in line `{1}` for `{2}`, as all five do.
    pub waits_timer: &'static str,
    /// The same until socket `{2}` is connected.
    pub waits_connected: &'static str,
    /// The same until something arrives on socket `{2}`.
    pub waits_readable: &'static str,
    /// The same for the end of task `{2}`.
    pub waits_task: &'static str,
    /// The same for another thread.
    pub waits_thread: &'static str,
    /// A task is done.
    pub done: &'static str,
    /// The future is done for which the loop runs.
    pub ends: &'static str,
}
