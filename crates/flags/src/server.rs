//! Where flags come from: which server, how slow, how faulty.

use std::{
    collections::BTreeMap,
    fmt,
    str::FromStr,
    time::{Duration, Instant},
};

use crate::{Code, site::Site};

/// Where the classic programs' own server is.
const REMOTE: &str = "https://www.fluentpython.com/data/flags";

/// The three sites of a flag server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Answers at once.
    Local,
    /// Answers after a delay.
    Delay,
    /// Answers after a delay, and a quarter of the time with an
    /// error.
    Error,
}

impl Kind {
    /// Returns the delay of such a site, unless another is asked
    /// for.
    pub fn usual_delay(self) -> Delay {
        match self {
            Self::Local => Delay::NONE,
            Self::Delay | Self::Error => Delay::CLASSIC,
        }
    }

    /// Returns which share of such a site's answers are errors.
    pub fn usual_error_rate(self) -> f64 {
        match self {
            Self::Local | Self::Delay => 0.0,
            Self::Error => 0.25,
        }
    }
}

/// A delay, fixed or uniform between two bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    /// The shortest.
    pub min: Duration,
    /// The longest.
    pub max: Duration,
}

impl Delay {
    /// No delay at all.
    pub const NONE: Self =
        Self { min: Duration::ZERO, max: Duration::ZERO };

    /// The delay of the classic demonstration, less its extremes:
    /// 50 to 500 ms.
    pub const CLASSIC: Self = Self {
        min: Duration::from_millis(50),
        max: Duration::from_millis(500),
    };
}

impl fmt::Display for Delay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (min, max) =
            (self.min.as_millis(), self.max.as_millis());
        if min == max {
            write!(f, "{min} ms")
        } else {
            write!(f, "{min}-{max} ms")
        }
    }
}

/// The text is not a delay.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is not a delay: milliseconds, such as 250 or 50-500, \
     at most 60000"
)]
pub struct NotADelay(String);

impl FromStr for Delay {
    type Err = NotADelay;

    fn from_str(text: &str) -> Result<Self, NotADelay> {
        let milliseconds = |text: &str| {
            text.parse().ok().filter(|ms| *ms <= 60_000)
        };
        let (min, max) =
            text.split_once('-').unwrap_or((text, text));
        match (milliseconds(min), milliseconds(max)) {
            (Some(min), Some(max)) if min <= max => Ok(Self {
                min: Duration::from_millis(min),
                max: Duration::from_millis(max),
            }),
            _ => Err(NotADelay(text.to_owned())),
        }
    }
}

/// Where flags come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Server {
    /// A server inside this program.
    Inside(Kind),
    /// One that runs elsewhere.
    Outside(Site),
}

impl Server {
    /// Tells whether its address asks for TLS.
    pub fn is_encrypted(&self) -> bool {
        matches!(self, Self::Outside(site) if site.is_encrypted())
    }
}

impl FromStr for Server {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "local" => Ok(Self::Inside(Kind::Local)),
            "delay" => Ok(Self::Inside(Kind::Delay)),
            "error" => Ok(Self::Inside(Kind::Error)),
            "remote" => Self::from_str(REMOTE),
            _ => text.parse().map(Self::Outside).map_err(|error| {
                format!(
                    "{error}; or say local, delay, error or remote"
                )
            }),
        }
    }
}

/// The server that a program wants to contain.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Which of the three sites.
    pub kind: Kind,
    /// How slow it is, where not as the site is by itself.
    pub delay: Option<Delay>,
    /// What its delays and its errors are drawn from.
    pub seed: u64,
    /// The flags that will be asked for, to be made beforehand.
    pub codes: Vec<Code>,
}

/// The delays that a server really applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delays {
    /// To how many answers.
    pub answers: u64,
    /// How long, on average.
    pub mean: Duration,
    /// What 99 of 100 did not exceed.
    pub p99: Duration,
}

/// What a server counted of its clients' requests for flags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// How many answers it gave, by status.
    pub answers: BTreeMap<u16, u64>,
    /// How many clients went away before their answer was due.
    pub abandoned: u64,
    /// How many requests wait for their answer right now.
    pub in_flight: u64,
    /// How many did so at once, at the most.
    pub peak_in_flight: u64,
}

impl Seen {
    /// Returns how many answers were flags, or what is known about
    /// them.
    pub fn ok(&self) -> u64 {
        self.of(|status| status == 200)
    }

    /// Returns how many answers said that there is no such flag.
    pub fn not_found(&self) -> u64 {
        self.of(|status| status == 404)
    }

    /// Returns how many answers were neither.
    pub fn error(&self) -> u64 {
        self.of(|status| status != 200 && status != 404)
    }

    fn of(&self, wanted: impl Fn(u16) -> bool) -> u64 {
        let answers = self.answers.iter();
        answers
            .filter(|(status, _)| wanted(**status))
            .map(|(_, count)| count)
            .sum()
    }
}

/// One request for a file, as the server saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// What was asked for.
    pub file: File,
    /// When the request arrived.
    pub arrived: Instant,
    /// When it ended, and how; `None` while it waits.
    pub end: Option<(Instant, End)>,
}

/// A file that a server may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum File {
    /// The list of all codes.
    Index,
    /// The flag of a code.
    Flag(Code),
    /// What is known about a code.
    Metadata(Code),
}

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// With an answer of this status.
    Answered(u16),
    /// The client went away before the answer was due.
    Abandoned,
}

/// A server inside the program; it ends when it is dropped.
///
/// This crate starts none: it has no thread and no task. Each
/// binary hands it `flag_server::embed`.
pub trait Embedded {
    /// Returns the address below which the flags are.
    fn base(&self) -> &str;

    /// Returns the delays that the server really applied.
    fn delays(&self) -> Delays;

    /// Returns what the server counted so far.
    fn seen(&self) -> Seen;

    /// Returns the first thousand requests for files, in the order
    /// in which they arrived.
    fn visits(&self) -> Vec<Visit>;

    /// Draws delays and errors from the first attempt on again, so
    /// that two ways of asking can be compared: they get the same.
    fn rewind(&self);
}
