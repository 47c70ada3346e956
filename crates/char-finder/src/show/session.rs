//! Step `session`: two clients at once.

use std::{io, sync::Arc};

use lesson::say;

use super::{people::Person, words::count};
use crate::{Finder, Unit, host};

/// Lets one client be in the middle of a word while another one
/// is answered.
pub(crate) fn show(
    unit: Unit,
    finder: &Arc<Finder>,
) -> io::Result<()> {
    let server = host::start(unit, 0, finder)?;
    let mut a = Person::connect('A', server.address)?;
    let mut b = Person::connect('B', server.address)?;
    a.types("sna")?;
    b.types("smiling cat\n")?;
    b.reads()?;
    let answers_meanwhile = finder.counts().answers;
    a.types("il\n")?;
    a.reads()?;
    b.types("\x04\n")?;
    b.reads()?;
    a.hangs_up()?;
    a.reads()?;
    server.shutdown();
    let counts = finder.counts();
    let answers = count(counts.answers, "answer");
    say!(
        "\n{} at once, {answers} by {}: {answers_meanwhile} while \
         A's {unit} waited\nfor the rest of a word.",
        count(counts.peak, "client"),
        count(counts.threads, "thread"),
    );
    Ok(())
}
