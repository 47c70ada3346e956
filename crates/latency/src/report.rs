//! The figures for other programs.

use std::{env::consts, thread};

use serde::Serialize;

use crate::{
    Rung, Spread, caches, probe::Settings, rounds::Measured, system,
};

/// All that was measured, and on what.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The operating system.
    pub system: &'static str,
    /// The processor's family.
    pub processor: &'static str,
    /// How many cores the program may use.
    pub cores: usize,
    /// Caches for data, in bytes: the first, the second, …
    pub caches: Vec<usize>,
    /// What the loads walked through, in bytes: for the three
    /// caches and the memory, where they were measured.
    pub sets: Vec<Option<usize>>,
    /// How long the server far away took to answer.
    pub delay_milliseconds: u128,
    /// Whether the two threads that switched shared a core.
    pub on_one_core: bool,
    /// `debug` or `release`.
    pub build: &'static str,
    /// How many rounds counted.
    pub rounds: usize,
    /// Whether samples were short.
    pub quick: bool,
    /// The rungs, always in the same order.
    pub rungs: Vec<Row>,
}

/// A rung.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its key.
    pub rung: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What it took, if that could be measured.
    pub nanoseconds: Option<Spread>,
    /// Why it could not, otherwise.
    pub reason: Option<String>,
}

impl Report {
    /// Makes the report of what was measured.
    pub fn new(
        measured: &[Measured],
        settings: &Settings<'_>,
        rounds: usize,
    ) -> Self {
        let caches = caches::told();
        let sets = settings.sets.iter().cloned().map(Result::ok);
        let cores = thread::available_parallelism();
        let debug = cfg!(debug_assertions);
        Self {
            system: consts::OS,
            processor: consts::ARCH,
            cores: cores.map_or(1, Into::into),
            caches: caches.iter().map(|it| it.bytes).collect(),
            sets: sets.collect(),
            delay_milliseconds: settings.delay.as_millis(),
            on_one_core: system::permits_one_core(),
            build: if debug { "debug" } else { "release" },
            rounds,
            quick: settings.quick,
            rungs: measured.iter().map(Row::of).collect(),
        }
    }
}

impl Row {
    fn of(measured: &Measured) -> Self {
        let Measured { rung, outcome } = measured;
        let Rung { key, name, .. } = *rung;
        let reason =
            outcome.as_ref().err().map(ToString::to_string);
        let nanoseconds = measured.spread().copied();
        Self { rung: key, name, nanoseconds, reason }
    }
}
