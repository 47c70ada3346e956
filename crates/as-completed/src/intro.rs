//! What each step says before it begins.

use flags::{Setup, Unit};

/// Says what is about to be seen.
pub(crate) fn text(setup: &Setup, unit: Unit) -> String {
    let (args, count) = (&setup.args, setup.job.count());
    let ahead = args.values().count("ahead");
    let text = match setup.step.name {
        "wait" => format!(
            "{count} flags, and XX, which no country has: \
             something is to fail.\nHow long does one wait, and \
             for how many?"
        ),
        "pending" => format!(
            "{count} flags are asked for at once. We take the \
             first and leave.\nWhat becomes of the others? The \
             server tells."
        ),
        "buffered" => format!(
            "{count} flags, at most {ahead} of them under way at \
             once. Who holds up whom?"
        ),
        "still" => format!(
            "{count} units: the first makes one request, the \
             second two, the others three. After\nthe first \
             result the loop that takes them is busy for {:?}. Who \
             goes on?",
            args.duration("busy")
        ),
        "joined" => format!(
            "{count} jobs at once that wait for the server, and \
             {count} that compute.\nWhich of them overlap?"
        ),
        _ => format!(
            "Four counters, {:?} for each number. Dots: it has \
             ended, and nobody has taken\nits end. Its letter: now \
             somebody has.",
            args.duration("tick")
        ),
    };
    let runtime = match unit {
        Unit::Task => {
            "\nAll tasks run on tokio's current-thread runtime."
        }
        _ => "",
    };
    let from = match setup.step.name {
        "countdown" => String::new(),
        _ => format!("\n{}", setup.source().trim_end()),
    };
    format!("{text}{runtime}{from}\n")
}
