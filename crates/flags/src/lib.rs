//! What every download lesson shares, in both of its halves.
//!
//! No thread and no task is in here: what differs between the
//! halves stands in the lessons, and this crate must be usable
//! unchanged from both.
//!
//! # Layout
//!
//! - [`country`]: codes and names
//! - [`site`]: where a flag is on a server; is this a flag?
//! - [`server`]: which server, how slow, how faulty
//! - [`error`]: what became of one download
//! - [`dest`]: where flags are saved, whole or not at all
//! - [`job`]: what is to be downloaded
//! - [`program`], [`args`]: what a binary is, its command line
//! - [`setup`]: from the command line to a job and its server
//! - [`report`], `progress.rs`: what a person reads
//! - [`run`]: from the first flag to the exit code

pub mod args;
pub mod country;
pub mod dest;
pub mod error;
pub mod job;
mod limits;
mod options;
pub mod program;
mod progress;
pub mod report;
pub mod run;
pub mod server;
pub mod setup;
pub mod site;
mod words;

pub use country::Code;
pub use error::{DownloadStatus, Error};
pub use job::Job;
pub use program::{Program, Unit};
pub use report::{Counts, Outcome, Report};
pub use run::Run;
pub use setup::Setup;
