//! What the binary says about itself, takes, and does.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use anyhow::{Context, ensure};
use lesson::{Args, Opt, Program, Step, Takes, say};

use crate::{
    caches,
    probe::{self, Settings},
    report::Report,
    rounds, show,
};

const STEPS: &[Step] = &[
    Step { name: "ladder", about: "how long each wait is" },
    Step {
        name: "meanwhile",
        about: "what could have been done during each",
    },
];

const OPTIONS: &[Opt] = &[
    Opt {
        name: "rounds",
        takes: Takes::Count(21),
        about: "measure each wait so often",
    },
    Opt {
        name: "quick",
        takes: Takes::Nothing,
        about: "shorter samples, sets of 32 MiB at most",
    },
    Opt {
        name: "max-set",
        takes: Takes::Count(1024),
        about: "most MiB of memory to walk through",
    },
    Opt {
        name: "delay",
        takes: Takes::Count(50),
        about: "milliseconds that the request takes",
    },
    Opt {
        name: "folder",
        takes: Takes::File,
        about: "write files there, not in the temporary folder",
    },
    Opt {
        name: "json",
        takes: Takes::File,
        about: "write the figures there; '-': print only them",
    },
];

/// What `latency` says about itself.
pub const PROGRAM: Program = Program {
    name: "latency",
    about: "How long does a program wait, and for which waits is \
            it worth to do\nsomething else? Measured on this \
            machine",
    steps: STEPS,
    options: OPTIONS,
};

/// The largest set with `--quick`.
const QUICK: usize = 32 << 20;

/// Measures, and prints the chosen step.
///
/// # Errors
///
/// If there is no folder for the files, or the report cannot be
/// written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = args.file("folder").unwrap_or_else(env::temp_dir);
    ensure!(
        folder.is_dir(),
        "{} is no folder; name one with --folder",
        folder.display()
    );
    let json = args.file("json");
    let alone = json.as_deref() == Some(Path::new("-"));
    let (rounds, quick) =
        (args.count("rounds"), args.switch("quick"));
    let most = args.count("max-set").saturating_mul(1 << 20);
    let most = if quick { most.min(QUICK) } else { most };
    let allowed = caches::allowed(most);
    let delay = args.count("delay") as u64;
    let settings = Settings {
        sets: caches::sets(&caches::told(), allowed),
        folder: &folder,
        delay: Duration::from_millis(delay),
        quick,
    };
    if !alone {
        show::begin(&settings, rounds);
    }
    let probes = probe::all(&settings);
    let measured = rounds::measure(probes, rounds);
    let report = Report::new(&measured, &settings, rounds);
    let report = serde_json::to_string_pretty(&report)?;
    match json {
        Some(_) if alone => say!("{report}"),
        json => {
            write(json, &report)?;
            show::end(args, &measured);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn write(
    file: Option<PathBuf>,
    report: &str,
) -> anyhow::Result<()> {
    let Some(file) = file else { return Ok(()) };
    let shown = file.display();
    fs::write(&file, format!("{report}\n"))
        .with_context(|| format!("{shown} cannot be written"))
}
