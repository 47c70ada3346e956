//! What each step says before it begins.

use flags::{Setup, Unit};

use crate::joined;

/// Says what is about to be seen.
pub(crate) fn text(setup: &Setup, unit: Unit) -> String {
    let (args, count) = (&setup.args, setup.job.count());
    let counted = |one: &str, many: &str| {
        let what = if count == 1 { one } else { many };
        format!("{count} {what}")
    };
    let flags = counted("flag", "flags");
    let ahead = args.values().count("ahead");
    let text = match setup.step.name {
        "wait" => format!(
            "{flags}, and XX, which no country has: something is \
             to fail. (CC?: not found,\nCC!: another failure.) \
             How long does one wait, and for how many?"
        ),
        "pending" => format!(
            "{} asked for at once. We take the first, let go of \
             what holds\nthe others, and leave. What becomes of \
             them? The server tells.",
            counted("flag is", "flags are")
        ),
        "buffered" => format!(
            "{flags}, at most {ahead} of them under way at \
             once. Who holds up whom?"
        ),
        "still" => format!(
            "{}: the first makes one request, the \
             second two, the others three. After\nthe first \
             result the loop that takes them is busy for {:?}. Who \
             goes on?",
            counted("unit", "units"),
            args.duration("busy")
        ),
        "joined" => format!(
            "{} for the server, all at once, and as many that \
             compute.\nWhich of them overlap? (This machine has \
             {}.)",
            counted("job that waits", "jobs that wait"),
            joined::cores()
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
