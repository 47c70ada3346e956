//! What some steps do not honour, and therefore refuse.

use flags::{
    Setup,
    server::{Kind, Server},
};

/// Says which option the chosen step has no use for, if there is
/// one.
pub(crate) fn of(setup: &Setup) -> Option<String> {
    let Setup { args, step, server, .. } = setup;
    let step = step.name;
    if !["turns", "compare", "stuck"].contains(&step) {
        return None;
    }
    let fails =
        matches!(args.server(), Server::Inside(Kind::Error));
    let repeats = args.count() != args.codes().len();
    let works = !args.duration("work").is_zero();
    if args.is_json() {
        Some(format!(
            "the step {step} has no report as JSON; leave out \
             --json"
        ))
    } else if step == "turns" && server.is_none() {
        Some(
            "this step draws by the clock of the server inside \
             this program; leave out --server"
                .to_owned(),
        )
    } else if fails {
        Some(format!(
            "the step {step} tells nothing of failures; leave out \
             --server error"
        ))
    } else if repeats {
        Some(format!(
            "the step {step} asks for each flag once; leave out \
             --count"
        ))
    } else if step == "stuck" && works {
        Some(
            "the step stuck does no work on its flags; leave out \
             --work"
                .to_owned(),
        )
    } else {
        None
    }
}
