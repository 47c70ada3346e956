//! What each step tells before it begins.

use crate::{Plan, Unit};

/// Says what is about to be seen.
pub(crate) fn text(step: &str, plan: &Plan) -> String {
    let Plan { unit, records, pace, after, limit, .. } = plan;
    let text = match (step, unit) {
        ("ways", Unit::Thread) => format!(
            "A thread copies {records} records, one every \
             {pace:?}. After {after:?} it is asked\nto stop. Where \
             it blocks in a read, that gives up after {limit:?}."
        ),
        ("ways", Unit::Task) => format!(
            "A task copies {records} records, one every {pace:?}. \
             After {after:?} it is asked to stop."
        ),
        ("exit", _) => format!(
            "A child process copies 2 records by a {unit}. When \
             the first is taken and not\nyet put, main goes on. \
             The {unit} has a guard, which tells when it is \
             dropped."
        ),
        ("lost", Unit::Thread) => "\
            A thread copies 3 records, and is stopped after so \
            many of its steps.\n\
            `pass` is put and remove in one step. Each cell: \
            source | sink."
            .to_owned(),
        ("lost", Unit::Task) => "\
            A future copies 3 records, with two awaits for each. \
            It is polled so many times,\nthen its token is \
            cancelled. `pass` is put and remove in one step.\n\
            Each cell: source | sink. No runtime: polled by hand."
            .to_owned(),
        ("delay", Unit::Thread) => "\
            Main asks a thread to stop that has a record in its \
            hands. The thread looks at\nthe flag between two \
            records only."
            .to_owned(),
        ("delay", Unit::Task) => "\
            Main asks a task to stop that has a record in its \
            hands. Right: it looks at the\ntoken between two \
            records only. Wrong: the token drops its step."
            .to_owned(),
        ("shield", Unit::Thread) => "\
            Main asks a thread to stop that has left a step to \
            another thread, which has a\nrecord in its hands. \
            Nobody asks that one."
            .to_owned(),
        ("shield", Unit::Task) => "\
            Main asks a task to stop that waits for a step, which \
            has a record in its\nhands. Right: the step is a task \
            of its own. Wrong: it is a part of the first."
            .to_owned(),
        ("refuse", Unit::Thread) => format!(
            "A thread copies {records} records. Main asks it to \
             stop, and it refuses. No call ends\na thread: main \
             can only wait."
        ),
        ("refuse", Unit::Task) => format!(
            "A task copies {records} records. Main asks it to \
             stop, and it refuses. Then main\naborts it, which it \
             cannot refuse."
        ),
        ("guard", Unit::Thread) => "\
            Main asks a thread to stop that has a record in its \
            hands. It leaves at once.\nRight: a guard gives the \
            record back. Wrong: there is no guard."
            .to_owned(),
        ("guard", Unit::Task) => "\
            Main aborts a task that has a record in its hands.\n\
            Right: a guard gives the record back. Wrong: there is \
            no guard."
            .to_owned(),
        ("blocking", Unit::Thread) => format!(
            "Work that blocks ({records} records, {pace:?} each) \
             runs on a thread. Main wants to\nend: how long does \
             it wait? Where it has a time limit, that is {after:?}."
        ),
        ("blocking", Unit::Task) => format!(
            "Work that blocks ({records} records, {pace:?} each) \
             runs in spawn_blocking. Main wants\nto end: how long \
             does it wait? Where it has a time limit, that is \
             {after:?}."
        ),
        (_, Unit::Thread) => format!(
            "A thread copies records, one every {pace:?}. After \
             {after:?} main sets a flag, at\nwhich the thread \
             looks between two records."
        ),
        (_, Unit::Task) => format!(
            "A task copies records, one every {pace:?}. After \
             {after:?} main cancels a token,\nwhich wakes the task \
             from its sleep."
        ),
    };
    let runtime = match (step, unit) {
        ("lost", _) | (_, Unit::Thread) => "",
        _ => "\nAll tasks run on tokio's current-thread runtime.",
    };
    format!("{text}{runtime}\n")
}
