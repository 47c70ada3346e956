//! A server of real flags, as slow and as faulty as it is told.
//!
//! A download lesson needs a server that takes its time. This one
//! runs on your own machine, needs no network, and counts what it
//! does. Run it, and open the first address that it prints:
//!
//! ```sh
//! cargo run --release --bin flag_server
//! ```
//!
//! It has three sites, of one [`Kind`](flags::server::Kind) each:
//! `local` answers at once, `delay` after a while, and `error`
//! after a while, and one time in four with an error. Each site
//! offers
//!
//! - `/flags/{cc}/{cc}.gif`, the flag, and
//!   `/flags/{cc}/metadata.json`, the country; `cc` is a code of
//!   ISO 3166 in lower case;
//! - `/flags/index.json`, the list of all codes. Only what is
//!   below `/flags/` is delayed and counted;
//! - `/`, a page with all the flags;
//! - `/stats`, what the site did so far, as JSON: [`Stats`];
//! - `/healthz`, which says `ok`.
//!
//! Delays and errors are drawn by hashing the seed, the path and
//! the number of earlier requests for that path ([`Injection`]):
//! whoever asks in whatever order, the run can be repeated.
//!
//! # Layout
//!
//! From the outside in:
//!
//! - `bin/flag_server/`: the program: its options, its end
//! - [`embed()`], `embed.rs`: the server as a part of another
//!   program, on a thread of its own
//! - [`mod@serve`]: listening, connections, shutting down; other
//!   answers than a site's are served there, too
//! - [`Site`], `site.rs`: from a request to its answer
//! - `answers.rs`: the answers themselves, as HTTP wants them
//! - `inject.rs`: which delay, and whether an error
//! - `stats.rs`: what was asked and answered
//! - `assets.rs`, `images.rs`: the files below `/flags/`
//! - `index.rs`, `index.html`: the page `/`

mod answers;
mod assets;
mod embed;
mod images;
mod index;
mod inject;
pub mod serve;
mod site;
mod stats;

pub use assets::prepare;
pub use embed::{EmbeddedServer, embed};
pub use inject::Injection;
pub use site::Site;
pub use stats::{Spread, Stats};
