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
    /// Before the day of an output, and before its machine.
    pub recorded: [&'static str; 2],
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
    /// What is said around exercises.
    pub exercises: &'static Exercises,
    /// The heads of the glossary: both terms, a note, the sources.
    pub glossary: [&'static str; 4],
}

impl Words {
    /// Says when something was recorded, and on which machine.
    pub fn recorded_on(&self, date: &str, machine: &str) -> String {
        let [on, of] = self.recorded;
        format!("{on}{date}{of}{machine}")
    }
}

/// What is said around exercises.
#[derive(Debug)]
pub struct Exercises {
    /// Above their pages in the table of contents.
    pub part: &'static str,
    /// Before the name of the lesson.
    pub title: &'static str,
    /// What they are and how to start: Markdown, with LESSON for
    /// the name of the lesson.
    pub intro: &'static str,
    /// Above the list in the lesson's chapter.
    pub list: &'static str,
    /// After their number.
    pub minutes: &'static str,
    /// Around what is believed.
    pub quotes: [&'static str; 2],
    /// In place of what is believed, where nothing is.
    pub open: &'static str,
    /// Above the three hints.
    pub hints: [&'static str; 3],
    /// Above the solution.
    pub solution: &'static str,
    /// Before the name of the program.
    pub program: &'static str,
    /// The heads of the misconceptions: what is believed, where it
    /// is seen, the exercise, the claim.
    pub misconceptions: [&'static str; 4],
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
    recorded: ["Recorded ", ": "],
    timeline_title: "Who ran, who waited",
    timeline: &timeline::svg::ENGLISH,
    charts: &report::page::Words {
        heads: ["what", "measured", "runs", ""],
        ..report::page::ENGLISH
    },
    stepper: &stepper::ENGLISH,
    verdicts: ["true", "half true", "false"],
    exercises: &Exercises {
        part: "Exercises",
        title: "Exercises: ",
        intro: "Each exercise is a small program with a fault \
                that somebody believed to be right, or with a \
                part that is left to you; its test says what is \
                wrong. They belong to [this lesson](LESSON.md). \
                Install the runner once, with `cargo install \
                --locked rustlings`; `rustlings` in \
                `crates/practice` then shows one exercise after \
                the other, checks it whenever you save, and has \
                the same hints under `h`.",
        list: "And in the terminal, with tests that tell when it \
               is right:",
        minutes: "minutes",
        quotes: ["“", "”"],
        open: "to be written by you",
        hints: [
            "First hint: a question",
            "Second hint: the idea",
            "Third hint: the line",
        ],
        solution: "Solution",
        program: "The program: ",
        misconceptions: [
            "What is believed",
            "Predict and see",
            "Exercise",
            "Claim",
        ],
    },
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
    recorded: ["记录于 ", "："],
    timeline_title: "谁在运行，谁在等待",
    timeline: &timeline::svg::CHINESE,
    charts: &report::page::Words {
        heads: ["项目", "测得", "次数", ""],
        ..report::page::CHINESE
    },
    stepper: &stepper::CHINESE,
    verdicts: ["属实", "半对半错", "不属实"],
    exercises: &Exercises {
        part: "练习",
        title: "练习：",
        intro: "每个练习都是一个小程序：要么含有一处曾有人信以为真\
                的错误，要么留下一部分等你来写；测试会告诉你哪里\
                不对。它们属于[这一课](LESSON.md)。先安装一次练习\
                工具：`cargo install --locked rustlings`；然后在 \
                `crates/practice` 里运行 `rustlings`，它会逐个给出\
                练习，每次保存都重新检查，按 `h` 可以看到同样的\
                提示（英文）。",
        list: "在终端里还有这些练习，测试会告诉你是否做对了：",
        minutes: "分钟",
        quotes: ["“", "”"],
        open: "自己动手写",
        hints: [
            "提示一：一个问题",
            "提示二：思路",
            "提示三：那一行",
        ],
        solution: "参考答案",
        program: "程序：",
        misconceptions: [
            "常见的误解",
            "先猜，再看",
            "练习",
            "说法",
        ],
    },
    glossary: ["英文", "中文", "说明", "来源"],
};
