//! The calculator in English.

use super::words::{Script, Words};

pub(super) const ENGLISH: Words = Words {
    title: "Your own case",
    inputs: [
        "Requests in all",
        "At most at once",
        "An answer takes (ms)",
        "CPU of a request (µs)",
        "Cores for threads",
        "Held by each wait (KiB)",
    ],
    client: "Client",
    clients: ["bare sockets", "libraries (ureq, reqwest)"],
    ways: ["One by one", "Threads", "Async"],
    units: ["threads", "tasks"],
    figures: ["Wall time", "CPU time", "Memory"],
    case: "{0} requests, {1} at once, {2} each",
    cases: "Case",
    formula: ["Figure", "Formula", "Here", "In words"],
    constants: ["Constant", "What it is"],
    errors: [
        "",
        "half are off by at most",
        "nine of ten by at most",
        "the worst",
    ],
    all: "All {0} predictions",
    cell: "In each cell: predicted, measured, and by how much the \
           prediction is too high (+) or too low (−).",
    script: Script {
        same: "{what}: threads and tasks differ by less than this \
               model is off itself.",
        more: "{what}: {more} take {times} times as much as \
               {less}.",
        load: "Figures of your own machine (figures.json, \
               constants.json):",
        reset: "Back to the reference machine",
        loaded: "{file}: {machine}, {date}",
        quick: "measured in a hurry (--quick)",
        foreign: "{file} is not one of the two files, or lacks \
                  what is wanted here.",
        range: "Some input is no number, or out of range.",
    },
    meanings: &[
        ("at_once", "Under way at once: no more than there are."),
        ("turns", "How often a full set is sent and answered."),
        ("batch", "Requests in a turn, on average."),
        ("wait", "From a request to its answer, with nobody else."),
        (
            "pause",
            "1 if one has to wait; less if answers are there.",
        ),
        ("own", "What your request computes beyond our download."),
        (
            "busy_thread",
            "To work off a turn, by threads on all cores.",
        ),
        ("busy_task", "The same, on the one thread of all tasks."),
        ("sequential_wall", "One by one: wait, and wait again."),
        (
            "thread_wall",
            "Threads: start all, wait once, work off a turn; each \
             further turn takes the longer of waiting and working.",
        ),
        ("task_wall", "Tasks: the same, with theirs."),
        (
            "sequential_cpu",
            "One by one: the program, its requests, and waking up \
             for each.",
        ),
        (
            "thread_cpu",
            "Threads: the program, creating them, the requests, \
             waking up.",
        ),
        ("task_cpu", "Tasks: the same, with theirs."),
        ("sequential_memory", "One by one: the program."),
        ("thread_memory", "Threads: the program, and each thread."),
        (
            "task_memory",
            "Tasks: the program, the runtime, each task.",
        ),
        ("trip", "A request without delay, there and back."),
        (
            "pace_thread",
            "From one answer to the next, 20 threads, no delay.",
        ),
        ("pace_task", "The same with 20 tasks."),
        (
            "start_thread",
            "Time until one more thread is connected.",
        ),
        ("start_task", "Time until one more task is connected."),
        ("cpu_base", "CPU of a program that asks for nothing."),
        ("cpu_wake", "CPU to go on when all have waited."),
        (
            "cpu_wait_thread",
            "CPU that waiting adds, a thread's request.",
        ),
        (
            "cpu_wait_task",
            "CPU that waiting adds, a task's request.",
        ),
        ("cpu_request", "CPU of a request, one by one (ureq)."),
        ("cpu_request_thread", "CPU of a request, by threads."),
        ("cpu_request_task", "CPU of a request, by tasks."),
        ("cpu_thread", "CPU of one more thread and connection."),
        ("cpu_task", "CPU of one more task and connection."),
        (
            "memory_base",
            "Memory of a program that asks for nothing.",
        ),
        ("memory_runtime", "Memory of the runtime and its client."),
        (
            "memory_thread",
            "Memory of one more thread and connection.",
        ),
        ("memory_task", "Memory of one more task and connection."),
    ],
};
