//! What the book says itself, around what its pages say.

use crate::stepper;

/// The words of one language.
#[derive(Debug)]
pub struct Words {
    /// The title of the book.
    pub title: &'static str,
    /// Above a half with threads.
    pub threads: &'static str,
    /// Above a half with tasks.
    pub tasks: &'static str,
    /// Above a program that does one thing after another.
    pub sequential: &'static str,
    /// Above a wrong version.
    pub wrong: &'static str,
    /// Above the version that the wrong one was copied from.
    pub right: &'static str,
    /// The switch that hides `async` and `.await`.
    pub hide_await: &'static str,
    /// The button that copies a column.
    pub copy: &'static str,
    /// What it says when that is done.
    pub copied: &'static str,
    /// The button that opens the presenter view.
    pub present: &'static str,
    /// Before the commands below a listing.
    pub run: &'static str,
    /// Before the day and the machine of an output.
    pub recorded: &'static str,
    /// Above a timeline.
    pub timeline_title: &'static str,
    /// What a timeline says.
    pub timeline: &'static timeline::svg::Words,
    /// What charts say.
    pub charts: &'static report::page::Words,
    /// What the figure of the event loop says.
    pub stepper: &'static stepper::Words,
    /// Verdicts: true, half true, false.
    pub verdicts: [&'static str; 3],
    /// Where exercises will stand.
    pub no_exercises: &'static str,
    /// The heads of the glossary: both terms, a note, the sources.
    pub glossary: [&'static str; 4],
}

pub(crate) const ENGLISH: Words = Words {
    title: "Side by Side",
    threads: "Threads",
    tasks: "Async",
    sequential: "One by one",
    wrong: "Wrong",
    right: "Right",
    hide_await: "Hide async and .await",
    copy: "Copy",
    copied: "Copied",
    present: "Present (p)",
    run: "Run it",
    recorded: "Recorded",
    timeline_title: "Who ran, who waited",
    timeline: &timeline::svg::ENGLISH,
    charts: &report::page::ENGLISH,
    stepper: &stepper::ENGLISH,
    verdicts: ["true", "half true", "false"],
    no_exercises: "The course of exercises has none here yet.",
    glossary: ["English", "Chinese", "Note", "Source"],
};

pub(crate) const CHINESE: Words = Words {
    title: "对照学并发",
    threads: "线程",
    tasks: "异步",
    sequential: "逐个执行",
    wrong: "错误版本",
    right: "正确版本",
    hide_await: "隐藏 async 和 .await",
    copy: "复制",
    copied: "已复制",
    present: "投影（p）",
    run: "运行",
    recorded: "记录于",
    timeline_title: "谁在运行，谁在等待",
    timeline: &timeline::svg::CHINESE,
    charts: &report::page::CHINESE,
    stepper: &stepper::CHINESE,
    verdicts: ["属实", "半对半错", "不属实"],
    no_exercises: "练习册里还没有这一课的练习。",
    glossary: ["英文", "中文", "说明", "来源"],
};
