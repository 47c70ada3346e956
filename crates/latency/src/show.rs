//! What the binary prints.

use lesson::{Args, output, say};

use crate::{
    ladder, meanwhile, probe::Settings, rounds::Measured, system,
    verdict, words::size,
};

/// What may be said after one round.
const ONE_ROUND: &str = "One round has no spread, and so cannot \
    tell for which waits it is worth to switch: try --rounds 21.";

/// Says what is measured, and how.
pub(crate) fn begin(settings: &Settings<'_>, rounds: usize) {
    let plural = if rounds == 1 { "" } else { "s" };
    say!(
        "How long is a wait, on this machine? All in turn, \
         {rounds} round{plural}."
    );
    let names = ["L1", "L2", "L3", "memory"];
    let sets = names.iter().zip(&settings.sets);
    let sets = sets.filter_map(|(name, set)| {
        let bytes = *set.as_ref().ok()?;
        Some(format!("{} ({name})", size(bytes)))
    });
    let sets = sets.collect::<Vec<_>>().join(", ");
    let sets = format!("Loads at random through {sets}.");
    let cores = match system::permits_one_core() {
        true => "one core",
        false => "any core (none can be chosen)",
    };
    let places = format!(
        "Threads switch on {cores}, tasks on one thread. Files: \
         {}.",
        settings.folder.display()
    );
    for line in [sets, places] {
        say!("{}", ladder::cut(&line));
    }
    say!();
}

/// Prints what the chosen step shows.
pub(crate) fn end(args: &Args, measured: &[Measured]) {
    let is_table = args.step.name == "meanwhile";
    let lines = match is_table {
        true => meanwhile::table(measured),
        false => ladder::lines(measured),
    };
    for line in lines {
        say!("{}", line.trim_end());
    }
    let last = match is_table {
        true => vec![meanwhile::slowed_sentence(measured)],
        false => vec![
            meanwhile::sentence(measured),
            match args.count("rounds") {
                1 => ONE_ROUND.to_owned(),
                _ => verdict::sentence(measured),
            },
        ],
    };
    for sentence in last {
        say!("{}", textwrap::fill(&sentence, ladder::WIDTH));
    }
    output::say_debug_notice();
}
