//! What a picture says, in the language of who looks at it.

use crate::read::{FIRST_POLL, UNNAMED};

/// The words of one language; what stands in braces is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// What the whole picture is.
    pub about: &'static str,
    /// A span in the colour of its thread.
    pub runs: &'static str,
    /// A hatched one in that colour.
    pub waits_with_thread: &'static str,
    /// A hatched one without colour.
    pub waits_alone: &'static str,
    /// The bar at the foot of a span.
    pub on_core: &'static str,
    /// What a hatch means: `{what}`.
    pub waits_for: &'static str,
    /// What the recorder itself says that is waited for, and how
    /// that is said here: programs say the rest.
    pub waits: [(&'static str, &'static str); 2],
    /// A thread's lane and its colour: `{name}`.
    pub thread: &'static str,
    /// A task's lane: `{name}`.
    pub task: &'static str,
    /// The lane of a future that is no task: `{name}`.
    pub future: &'static str,
    /// More threads than colours: `{count}`.
    pub more: &'static str,
    /// A lane's time on a core: `{time}`.
    pub cpu: &'static str,
    /// A lane whose future was dropped.
    pub dropped: &'static str,
    /// A lane that panicked.
    pub panicked: &'static str,
    /// A lane that went on when the recording ended.
    pub open: &'static str,
    /// A span that runs: `{lane}`, `{thread}`, `{from}`, `{time}`.
    pub run: &'static str,
    /// A wait for `{what}` that holds a thread, with the same.
    pub wait_with_thread: &'static str,
    /// A wait that holds none, with the same.
    pub wait_alone: &'static str,
    /// Its time on a core: `{cpu}`.
    pub of_which: &'static str,
}

/// English.
pub const ENGLISH: Words = Words {
    about: "Who ran and who waited, and for what: a row for each \
            thread or task, time to the right",
    runs: "runs, in the colour of its thread",
    waits_with_thread: "waits, and its thread with it",
    waits_alone: "waits; no thread waits with it",
    on_core: "how much of that time it had a core",
    waits_for: "waits for: {what}",
    waits: [(FIRST_POLL, FIRST_POLL), (UNNAMED, UNNAMED)],
    thread: "thread {name}",
    task: "task {name}",
    future: "future {name}",
    more: "and {count} more, in the same colours",
    cpu: "CPU {time}",
    dropped: "dropped ×",
    panicked: "panicked ×",
    open: "not over ×",
    run: "{lane} runs on {thread}. From {from}, for {time}",
    wait_with_thread: "{lane} waits for {what}, and with it \
                       {thread}. From {from}, for {time}",
    wait_alone: "{lane} waits for {what}; no thread waits with it. \
                 From {from}, for {time}",
    of_which: ", of which on a core: {cpu}",
};

/// Chinese.
pub const CHINESE: Words = Words {
    about: "谁在运行、谁在等待、在等什么：每个线程或任务占一行，时间从左到右",
    runs: "在运行，颜色表示所在的线程",
    waits_with_thread: "在等待，线程也跟着等",
    waits_alone: "在等待，不占用线程",
    on_core: "这段时间里真正占用 CPU 核心的部分",
    waits_for: "等待：{what}",
    waits: [(FIRST_POLL, "第一次轮询"), (UNNAMED, "没有说明")],
    thread: "线程 {name}",
    task: "任务 {name}",
    future: "future {name}",
    more: "另有 {count} 个，颜色循环使用",
    cpu: "CPU {time}",
    dropped: "已丢弃 ×",
    panicked: "已 panic ×",
    open: "尚未结束 ×",
    run: "{lane} 在 {thread} 上运行。始于 {from}，历时 {time}",
    wait_with_thread: "{lane} 等待 {what}，{thread} 也跟着等。始于 \
                       {from}，历时 {time}",
    wait_alone: "{lane} 等待 {what}，不占用线程。始于 {from}，历时 {time}",
    of_which: "，其中占用核心 {cpu}",
};

/// Fills `template` in.
pub(super) fn fill(
    template: &str,
    values: &[(&str, &str)],
) -> String {
    let values = values.iter();
    values.fold(template.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}
