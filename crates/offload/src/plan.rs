//! What a step is to do, as the command line says.

use std::{path::PathBuf, sync::Arc, time::Duration};

use flags::{
    Job, Program, Setup, Unit,
    args::Args,
    dest::Dest,
    server::{Server, Wanted},
    setup::Embed,
    site::Site,
};
use lesson::Step;
use tempfile::TempDir;
use timeline::Recording;

use crate::{
    Desk, Disk, Millis, Pulse, Shelf, Trial,
    disk::{RealDisk, SlowDisk},
    refusal,
};

/// Where the real file system's files go.
enum Folder {
    Named(PathBuf),
    /// With `--no-save`: it is gone afterwards.
    Temporary(TempDir),
}

/// What a step is to do.
pub struct Plan {
    /// The step that was chosen.
    pub step: Step,
    /// Whose half this is.
    pub unit: Unit,
    /// How long the slow disk takes for a write; none if the real
    /// file system is used in its place.
    pub disk_delay: Option<Duration>,
    /// Every write of such a number fails; 0 for none.
    pub disk_fail: usize,
    /// The timeline of the step, if it was asked for.
    pub recording: Recording,
    /// Whether these failures are the step's own: the command line
    /// asked for none.
    pub fails_by_itself: bool,
    args: Args,
    job: Arc<Job>,
    folder: Folder,
    embed: Embed,
}

impl Plan {
    /// Reads the command line; on wrong usage, ends the process
    /// with 2 and the usage line.
    ///
    /// # Errors
    ///
    /// If the system allows too few files or threads, or flags
    /// cannot be saved.
    pub fn begin(
        program: &Program,
        embed: Embed,
    ) -> anyhow::Result<Self> {
        let setup = Setup::begin(program, embed)?;
        refusal::check(program, &setup.args, setup.step);
        // For each that downloads, one that saves.
        setup.allow(setup.job.max_req() * 2)?;
        let Setup { args, step, job, recording, .. } = setup;
        let folder = match &job.dest {
            Dest::Folder(folder) => Folder::Named(folder.clone()),
            Dest::Nowhere => Folder::Temporary(TempDir::new()?),
        };
        let real = args.values().switch("real");
        let slow = !real && step.name != "fs";
        let disk_delay = slow.then(|| args.duration("disk-delay"));
        let asked = args.values().count("disk-fail");
        let fails_by_itself =
            step.name == "forgotten" && asked == 0;
        let disk_fail = if fails_by_itself { 4 } else { asked };
        let unit = program.unit;
        Ok(Self {
            step,
            unit,
            disk_delay,
            disk_fail,
            fails_by_itself,
            args,
            job,
            folder,
            embed,
            recording,
        })
    }

    /// Returns what one run of a version needs, for so many
    /// downloads.
    ///
    /// # Errors
    ///
    /// If the server inside does not start.
    pub fn trial(&self, count: usize) -> anyhow::Result<Trial> {
        let args = &self.args;
        let (site, server) = match args.server() {
            Server::Outside(site) => (site.clone(), None),
            Server::Inside(kind) => {
                let server = (self.embed)(&Wanted {
                    kind: *kind,
                    delay: args.delay(),
                    seed: args.seed(),
                    codes: args.codes(),
                })?;
                let site: Site = server.base().parse()?;
                (site, Some(server))
            }
        };
        let job = Job::new(
            args.codes(),
            count,
            self.max_req(),
            site,
            self.job.dest.clone(),
            args.timeout(),
        );
        let pulse = Pulse::new(self.tick());
        let desk = Desk {
            shelf: Shelf::new(),
            disk: self.disk(&pulse),
            room: self.room(),
        };
        let (job, folder) = (Arc::new(job), self.folder());
        Ok(Trial { job, desk, folder, pulse, server })
    }

    fn disk(&self, pulse: &Arc<Pulse>) -> Arc<Disk> {
        match self.disk_delay {
            None => Disk::new(RealDisk(self.folder()), pulse),
            Some(delay) => {
                let dest = self.job.dest.clone();
                let fail = self.disk_fail;
                let disk = SlowDisk::new(delay, fail, dest);
                Disk::new(disk, pulse)
            }
        }
    }

    fn folder(&self) -> PathBuf {
        match &self.folder {
            Folder::Named(folder) => folder.clone(),
            Folder::Temporary(folder) => folder.path().to_owned(),
        }
    }

    /// Returns how often the heartbeat is to tick.
    pub fn tick(&self) -> Duration {
        const SHORTEST: Duration = Duration::from_micros(100);
        self.args.duration("tick").max(SHORTEST)
    }

    /// Returns how many images may wait for the disk.
    pub fn room(&self) -> usize {
        self.args.values().count("room")
    }

    /// Returns how many downloads there are.
    pub fn count(&self) -> usize {
        self.job.count()
    }

    /// Returns how many requests there may be at once.
    pub fn max_req(&self) -> usize {
        self.job.max_req()
    }

    /// Returns how many pictures to encode, and how often.
    pub fn pictures(&self) -> (usize, usize) {
        let values = self.args.values();
        (values.count("pictures"), values.count("rounds"))
    }

    /// Says what is downloaded, from where.
    pub fn source(&self, count: usize) -> String {
        let max_req = self.max_req();
        let from = match self.args.delay() {
            Some(delay) => format!(
                "a server inside this program (delay {delay})"
            ),
            None => self.job.site.to_string(),
        };
        let s = if count == 1 { "" } else { "s" };
        format!("{count} flag{s}, {max_req} at once, from {from}")
    }

    /// Says what they are written on.
    pub fn disk_text(&self) -> String {
        let fail = match self.disk_fail {
            0 => String::new(),
            fail => format!("; 1 write of {fail} fails"),
        };
        match self.disk_delay {
            Some(delay) => format!(
                "to a slow disk: whoever writes waits {}{fail}",
                Millis(delay)
            ),
            None => "to the real file system: a write ends when \
                     the disk has it"
                .to_owned(),
        }
    }
}
