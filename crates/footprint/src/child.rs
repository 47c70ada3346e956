//! A point, measured in a process of its own: this program, started
//! again as a child of itself.

use std::{env, process::Command};

use anyhow::{Context, anyhow, bail, ensure};
use lesson::say;
use tokio::runtime::Builder;

use crate::{
    Kind, Load, Meter, NoPoint, Point, Reading, r#async,
    connected::{self, Server},
    stack, thread,
};

/// What a child process is told to measure, by its environment.
const VARIABLE: &str = "FOOTPRINT_POINT";

impl Point {
    /// Returns what this process is told to measure, if it is a
    /// child.
    ///
    /// # Errors
    ///
    /// If it is told something else.
    pub(crate) fn of_this_process() -> anyhow::Result<Option<Self>>
    {
        let Some(text) = env::var_os(VARIABLE) else {
            return Ok(None);
        };
        let text = text.to_string_lossy();
        let point = text.parse().map_err(|NoPoint| {
            anyhow!("{VARIABLE}={text} is no point")
        })?;
        Ok(Some(point))
    }

    /// Measures it in this process, and says what was measured.
    ///
    /// # Errors
    ///
    /// If the system refuses something, or a unit is missing.
    pub(crate) fn answer(self) -> anyhow::Result<()> {
        let mut meter = Meter::new();
        let joined = match self.kind {
            Kind::Thread => self.on_threads(&mut meter)?,
            Kind::Task => {
                let mut runtime = Builder::new_current_thread();
                let runtime = runtime.enable_io().build()?;
                runtime.block_on(self.on_tasks(&mut meter))?
            }
        };
        let reading = meter.reading();
        let (present, units) = (reading.present, self.units);
        ensure!(
            present == units && joined == units,
            "{present} of {units} units waited, {joined} ended"
        );
        say!("{reading}");
        Ok(())
    }

    fn on_threads(
        self,
        meter: &mut Meter,
    ) -> anyhow::Result<usize> {
        let units = self.units;
        Ok(match self.load {
            Load::Bare => thread::supervisor(units, meter),
            Load::Connected(size) => {
                let server = &Server::start(units, size)?;
                use connected::thread::supervisor;
                supervisor(units, size, server, meter)?
            }
            Load::Room(room) => {
                stack::thread::supervisor(units, room, meter)
            }
        })
    }

    async fn on_tasks(
        self,
        meter: &mut Meter,
    ) -> anyhow::Result<usize> {
        let units = self.units;
        Ok(match self.load {
            Load::Bare => r#async::supervisor(units, meter).await,
            Load::Connected(size) => {
                let server = &Server::start(units, size)?;
                use connected::r#async::supervisor;
                supervisor(units, size, server, meter).await?
            }
            Load::Room(room) => {
                use stack::r#async::supervisor;
                supervisor(units, room, meter).await
            }
        })
    }

    /// Measures it in a process of its own.
    ///
    /// # Errors
    ///
    /// If that process does not start, or fails.
    pub(crate) fn measure(self) -> anyhow::Result<Reading> {
        let mut child = Command::new(env::current_exe()?);
        let output = child.env(VARIABLE, self.to_string()).output();
        let output = output.context("a child does not start")?;
        let said = String::from_utf8_lossy(&output.stdout);
        match said.parse() {
            Ok(reading) if output.status.success() => Ok(reading),
            _ => {
                let error = String::from_utf8_lossy(&output.stderr);
                let error = error.lines().find(|it| !it.is_empty());
                let error = error.unwrap_or("it said nothing");
                bail!("the process for {self} failed: {error}")
            }
        }
    }
}
