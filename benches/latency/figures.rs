//! What was measured, over all rounds: as JSON, and as a table.

use char_finder::costs::Costs;
use lesson::say;
use serde::Serialize;

use super::load::Seen;

/// What one round showed.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Round {
    /// Answers a second.
    answers_per_s: u64,
    /// The latencies that half of the answers did not exceed, 99
    /// in 100, 999 in 1,000, and all.
    p50_us: u64,
    p99_us: u64,
    p999_us: u64,
    max_us: u64,
    /// How late 99 in 100 questions were sent at the most.
    late_p99_us: u64,
    /// What the server cost after the round, if the system tells.
    memory_bytes: Option<u64>,
    threads: Option<u64>,
}

impl Round {
    /// Sums up a round.
    pub(crate) fn new(seen: &Seen, costs: Option<Costs>) -> Self {
        let at = |part| seen.latencies.value_at_quantile(part);
        let answers = seen.latencies.len() as f64;
        let per_s = answers / seen.took.as_secs_f64();
        Self {
            answers_per_s: per_s.round() as u64,
            p50_us: at(0.5),
            p99_us: at(0.99),
            p999_us: at(0.999),
            max_us: seen.latencies.max(),
            late_p99_us: seen.lateness.value_at_quantile(0.99),
            memory_bytes: costs.map(|it| it.memory_bytes),
            threads: costs.map(|it| it.threads),
        }
    }
}

/// All rounds of a server under a load.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figures {
    /// Which clients ask: `idle` or `busy`.
    pub(crate) load: &'static str,
    /// How many are connected, and how many of them ask.
    pub(crate) connections: usize,
    pub(crate) asking: usize,
    /// Questions a second.
    pub(crate) rate: u32,
    /// Which server.
    pub(crate) server: &'static str,
    /// Its rounds, in their order.
    pub(crate) rounds: Vec<Round>,
}

/// The median of some rounds, the lowest and the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spread {
    median: u64,
    min: u64,
    max: u64,
}

impl Figures {
    fn spread(&self, figure: impl Fn(&Round) -> u64) -> Spread {
        let mut all: Vec<_> =
            self.rounds.iter().map(figure).collect();
        all.sort_unstable();
        Spread {
            median: all[(all.len() - 1) / 2],
            min: all[0],
            max: all[all.len() - 1],
        }
    }

    /// Returns its row of the table.
    pub(crate) fn row(&self) -> String {
        let median =
            |figure: fn(&Round) -> u64| self.spread(figure).median;
        let ms = |us: u64| format!("{:.2}", us as f64 / 1e3);
        let p999 = self.spread(|it| it.p999_us);
        let range = format!("{}-{}", ms(p999.min), ms(p999.max));
        let memory =
            median(|it| it.memory_bytes.unwrap_or(0)) >> 20;
        format!(
            "{:>11}  {:<18} {:>6} {:>6} {:>6} {:>6} {:>13} {:>4}",
            self.connections,
            self.server,
            median(|it| it.answers_per_s),
            ms(median(|it| it.p50_us)),
            ms(median(|it| it.p99_us)),
            ms(p999.median),
            range,
            memory,
        )
    }
}

/// The columns of [`Figures::row`].
pub(crate) const COLUMNS: &str = "connections  server             \
     per s    p50    p99  p99.9         range  MiB";

/// Says which of two servers answered sooner at its worst, if that
/// is so in all rounds.
pub(crate) fn conclude(all: &[Figures]) {
    let most = all.iter().map(|it| it.connections).max();
    let find = |server| {
        let mut last = all.iter().rev();
        last.find(|it| {
            it.server == server && Some(it.connections) == most
        })
    };
    let (Some(thread), Some(task)) =
        (find("thread"), find("async"))
    else {
        return;
    };
    let spread = |it: &Figures| it.spread(|round| round.p999_us);
    let (its, other) = (spread(thread), spread(task));
    let says = if its.max < other.min {
        "threads had the shorter p99.9 in each round"
    } else if other.max < its.min {
        "tasks on one thread had the shorter p99.9 in each round"
    } else {
        "the ranges of p99.9 overlap: no difference is shown"
    };
    let (load, clients) = (thread.load, thread.connections);
    say!("{load}, {clients} connections: {says}.");
    let late = all.iter().flat_map(|it| &it.rounds);
    let late = late.map(|round| round.late_p99_us).max();
    let late = late.unwrap_or(0) as f64 / 1e3;
    say!(
        "99 in 100 questions were sent at most {late:.2} ms late, \
         in the worst round."
    );
}
