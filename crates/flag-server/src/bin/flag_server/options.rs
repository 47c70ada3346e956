//! The command line.

use std::net::{IpAddr, Ipv4Addr};

use clap::{CommandFactory, Parser};
use flags::{
    args,
    server::{Delay, Kind},
};

/// Serves real flags on three sites: local, delay and error
#[derive(Parser)]
#[command(name = "flag_server", max_term_width = 80)]
#[command(after_help = "\
Prints the address of each site, one a line, when all is ready.
Ctrl-C ends it.")]
pub(crate) struct Options {
    /// Ports of local, delay and error; 0 is any free one
    #[arg(long, value_name = "A,B,C", value_parser = ports)]
    #[arg(default_value = "8000,8001,8002")]
    pub(crate) ports: [u16; 3],

    /// How late the sites delay and error answer
    #[arg(long, value_name = "MS[-MS]", default_value = "50-500")]
    pub(crate) delay: Delay,

    /// Share of the site error's answers that are errors
    #[arg(long, value_name = "RATE", value_parser = rate)]
    #[arg(default_value_t = Kind::Error.usual_error_rate())]
    pub(crate) error_rate: f64,

    /// What delays and errors are drawn from
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,

    /// Listen here; 0.0.0.0 lets in the whole network
    #[arg(long, value_name = "ADDR")]
    #[arg(default_value_t = Ipv4Addr::LOCALHOST.into())]
    pub(crate) bind: IpAddr,

    /// End when standard input does, so that no server outlives
    /// the program that started it
    #[arg(long)]
    pub(crate) until_stdin_closes: bool,
}

impl Options {
    /// Reads the command line; on wrong usage, ends the process
    /// with 2 and the usage line.
    pub(crate) fn read() -> Self {
        Self::try_parse().unwrap_or_else(|error| {
            args::end(error, &mut Self::command())
        })
    }
}

/// Reads three ports.
fn ports(text: &str) -> Result<[u16; 3], String> {
    let ports: Result<Vec<u16>, _> =
        text.split(',').map(str::parse).collect();
    match ports.as_deref() {
        Ok(&[a, b, c])
            if differ(a, b) && differ(a, c) && differ(b, c) =>
        {
            Ok([a, b, c])
        }
        _ => Err("three different ports are needed, such as \
                  8000,8001,8002 or 0,0,0"
            .to_owned()),
    }
}

/// Tells whether both can be listened on; any two free ports can.
fn differ(one: u16, other: u16) -> bool {
    one != other || one == 0
}

/// Reads a share of the whole.
fn rate(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|rate| (0.0..=1.0).contains(rate))
        .ok_or_else(|| "a number from 0 to 1 is needed".to_owned())
}
