//! What charts say, in the language of who looks at them.

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Above a chart of times, behind its panel.
    pub time: &'static str,
    /// Above a chart of ratios.
    pub ratio: &'static str,
    /// Below it.
    pub ratio_means: &'static str,
    /// Between a panel and what is shown of it.
    pub colon: &'static str,
    /// The chart, for who hears it: behind its title.
    pub label: &'static str,
    /// Opens a long table; `{count}` is filled in.
    pub all: &'static str,
    /// What stands below the axis of sizes without a unit.
    pub size: &'static str,
    /// The heads of the table: what, this machine, runs, reference.
    pub heads: [&'static str; 4],
}

/// English.
pub const ENGLISH: Words = Words {
    time: "time",
    ratio: "async/thread",
    ratio_means: "How many times as long as its thread half. Below \
                  1 (the dotted line) tasks take less time, above \
                  it threads do.",
    colon: ": ",
    label: ": the table below has the figures",
    all: "all {count} figures",
    size: "size",
    heads: ["what", "this machine", "runs", "reference (hollow)"],
};

/// Chinese.
pub const CHINESE: Words = Words {
    time: "耗时",
    ratio: "异步/线程",
    ratio_means: "异步版耗时是线程版的多少倍。低于 1（虚线）时任务用时少，\
                  高于 1 时线程用时少。",
    colon: "：",
    label: "：数据见下表",
    all: "全部 {count} 项数据",
    size: "规模",
    heads: ["项目", "本机", "次数", "参考机（空心）"],
};
