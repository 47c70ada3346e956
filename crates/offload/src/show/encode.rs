//! Shows what it takes to encode many pictures at once.

use std::{
    sync::Arc,
    thread::available_parallelism,
    time::{Duration, Instant},
};

use flags::{Counts, Report, Unit};
use lesson::say;

use crate::{
    Millis, Plan, Pulse, Shelf,
    encode::{self, Gallery, Studio, Way},
    spread::Spread,
    versions::{tasks, threads},
    words,
};

/// What one way of encoding came to, in all rounds.
struct Row {
    way: Way,
    walls: Vec<Duration>,
    longest: Duration,
    threads: usize,
    at_once: usize,
    size_bytes: usize,
}

/// Downloads flags, and then encodes them in three ways.
pub(super) fn show(plan: &Plan) -> anyhow::Result<Vec<Counts>> {
    say!("{}", plan.source(plan.count()));
    let (counts, gallery) = download(plan)?;
    let pictures = gallery.pictures();
    let (count, rounds) = plan.pictures();
    let cores = available_parallelism()?.get();
    let times = match rounds {
        1 => "once".to_owned(),
        _ => format!("{rounds} times"),
    };
    say!(
        "to enlarge and encode {}, {times} in each way, with {}",
        counted(count, "picture"),
        counted(cores, "core")
    );
    if plan.unit == Unit::Task {
        say!(
            "(spawn_blocking starts a thread for each job that \
             finds none free, up to 512)"
        );
    }
    say!();
    if pictures.is_empty() {
        say!("No flag has come, so there is nothing to encode.");
        return Ok(vec![counts]);
    }
    let mut rows: Vec<_> =
        encode::ways(plan.unit).map(Row::new).into();
    for round in 0..rounds {
        // Back and forth, so that nobody always goes first.
        let order: &mut dyn Iterator<Item = &mut Row> =
            match round % 2 {
                0 => &mut rows.iter_mut(),
                _ => &mut rows.iter_mut().rev(),
            };
        for row in order {
            let pictures = pictures.clone();
            let studio =
                Studio::new(pictures, count, cores, Shelf::new());
            row.run(&studio, plan.tick())?;
        }
    }
    say_table(&rows, rounds);
    words::say_wrapped(&sentence(plan.unit, &rows, rounds));
    Ok(vec![counts])
}

fn download(plan: &Plan) -> anyhow::Result<(Counts, Gallery)> {
    let gallery = Gallery::default();
    let trial = plan.trial(plan.count())?;
    let mut report = Report::silent();
    let told = match plan.unit {
        Unit::Thread => trial.by_threads(|| {
            threads::download(&trial, &gallery, &mut report)
        }),
        _ => trial.by_tasks(tasks::download(
            &trial,
            &gallery,
            &mut report,
        )),
    };
    Ok((told.counts, gallery))
}

impl Row {
    fn new(way: Way) -> Self {
        Self {
            way,
            walls: Vec::new(),
            longest: Duration::ZERO,
            threads: 0,
            at_once: 0,
            size_bytes: 0,
        }
    }

    fn run(
        &mut self,
        studio: &Arc<Studio>,
        tick: Duration,
    ) -> anyhow::Result<()> {
        let pulse = Pulse::new(tick);
        let started = Instant::now();
        (self.way.run)(&pulse, studio)?;
        self.walls.push(started.elapsed());
        self.longest = self.longest.max(pulse.gaps().longest());
        let held = studio.shelf.holding();
        self.threads = self.threads.max(studio.threads());
        self.at_once = self.at_once.max(held.peak_count);
        self.size_bytes = self.size_bytes.max(held.peak_bytes);
        Ok(())
    }

    fn megabytes(&self) -> f64 {
        self.size_bytes as f64 / 1e6
    }
}

fn say_table(rows: &[Row], rounds: usize) {
    let time = format!("time, median of {rounds} (range)");
    say!(
        "{:<15}{:>8}{:>9}{:>9}{time:>26}{:>13}",
        "encoded",
        "threads",
        "at once",
        "pixels",
        "longest gap"
    );
    for row in rows {
        let spread = Spread::of(&row.walls);
        let spread =
            spread.map_or_else(String::new, |it| it.to_string());
        say!(
            "{:<15}{:>8}{:>9}{:>6.1} MB{spread:>26}{:>13}",
            row.way.name,
            row.threads,
            row.at_once,
            row.megabytes(),
            Millis(row.longest)
        );
    }
    say!();
}

/// Says what more at once than there are cores gains and costs.
fn sentence(unit: Unit, rows: &[Row], rounds: usize) -> String {
    let [here, cores, all] = rows else { return String::new() };
    let gaps = [here, cores, all].map(|row| row.longest);
    let [ours, few, many] = gaps.map(Millis);
    let why = if ours.0.max(many.0) >= few.0 * 2 {
        ": a core that computes runs nothing else"
    } else {
        ""
    };
    format!(
        "{} The heartbeat was kept waiting for {ours}, {few} and \
         {many} at the most{why}.{}",
        gain(cores, all, rounds),
        many_threads(unit, cores)
    )
}

/// Says whether a bound costs time, and what it saves.
fn gain(cores: &Row, all: &Row, rounds: usize) -> String {
    if all.at_once <= cores.at_once {
        return format!(
            "Without a bound there were no more at once than with \
             one: {}.",
            all.at_once
        );
    }
    let times = all.megabytes() / cores.megabytes();
    let start = format!(
        "{} at once took {times:.1} times as many pixels in memory \
         as {}",
        all.at_once, cores.at_once
    );
    let spreads = [cores, all].map(|row| Spread::of(&row.walls));
    let [Some(few), Some(many)] = spreads else {
        return start + ".";
    };
    if rounds == 1 {
        format!("{start}; one round does not tell which is faster.")
    } else if many.max < few.min {
        format!("{start}, and were faster in all {rounds} rounds.")
    } else if few.max < many.min {
        format!("{start}, and were slower in all {rounds} rounds.")
    } else {
        format!(
            "{start}, and were no faster, as far as {rounds} \
             rounds tell."
        )
    }
}

/// Says why there are more threads than are at work at once.
fn many_threads(unit: Unit, cores: &Row) -> String {
    let Row { threads, at_once, .. } = cores;
    if threads <= at_once {
        return String::new();
    }
    let why = match unit {
        Unit::Thread => "each picture has its own",
        _ => "a job may begin before the last one's thread is free",
    };
    format!(
        " \"{}\" had {threads} threads, {at_once} at work at once: \
         {why}.",
        cores.way.name
    )
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
