//! English.

use super::Words;

/// What is said in English.
pub const ENGLISH: Words = Words {
    title: "The loop, step by step",
    buttons: ["First", "◂ Back", "Next ▸", "Last"],
    enlarge: "Enlarge",
    phases: ["sleep", "wake", "poll"],
    turn: "turn",
    source: "The program",
    time_line: "Time",
    ready: "Ready queue",
    taken: "Taken, to be polled in this turn:",
    timers: "Timers",
    reactor: "Reactor",
    nobody: "nobody",
    woken_by: [
        "new",
        "by a timer",
        "by a socket",
        "by a thread",
        "by a task",
    ],
    left: "in",
    at_socket: "socket",
    waits: "waits",
    nobody_waits: "nobody waits",
    all: "All {0} steps in words",
    comma: ", ",
    begins: "The loop begins. {0} is new, so it is ready at once, \
             and stands in the queue.",
    sleeps: "Nobody is ready, so the thread sleeps: for {1} at \
             most, since the timer of {0} is due then.",
    sleeps_on: "Nobody is ready and no timer is set, so the thread \
                sleeps until the system wakes it.",
    timer: "The timer of {0} is due: the task is put into the \
            ready queue. Nothing of it has run yet.",
    socket: "The system reports that something happened on socket \
             {1}. The reactor knows who waits for it: {0} is put \
             into the ready queue.",
    thread: "Another thread has what {0} waits for. It puts the \
             task into the ready queue, and rings the alarm that \
             wakes the loop.",
    ended: "{0} waits for the end of {1}, so it is put into the \
            ready queue.",
    woken: "{0} is woken: it is put into the ready queue.",
    takes: "The loop takes the whole queue, {0} tasks, to poll one \
            after the other. ",
    first: "The loop polls {0} for the first time, which begins \
            at the top of its function.",
    goes_on: "The loop polls {0}, which goes on behind the .await \
              in line {1}.",
    told: " It tells: {0}.",
    spawns: "{0} spawns {1}. They are new, and so they are ready \
             at once.",
    waits_timer: "{0} must wait in line {1}. It leaves its waker \
                  among the timers, to be woken in {2}.",
    waits_connected: "{0} must wait in line {1} until socket {2} \
                      is connected. It leaves its waker with the \
                      reactor.",
    waits_readable: "{0} must wait in line {1} until something \
                     arrives on socket {2}. It leaves its waker \
                     with the reactor.",
    waits_task: "{0} must wait in line {1} for the end of {2}. It \
                 leaves its waker there, and in none of the lists.",
    waits_thread: "{0} must wait in line {1} for another thread. \
                   That thread has its waker, and none of the \
                   lists has it.",
    done: "{0} comes to its end. It is done, and leaves all lists.",
    ends: "{0} comes to its end. The loop was run for its sake, so \
           it ends, too.",
};
