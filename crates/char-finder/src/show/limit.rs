//! Step `limit`: as many clients as there are seats, and one more.

use std::{io, sync::Arc};

use lesson::say;

use super::{people::Person, words::count};
use crate::{Finder, Unit, host};

/// How many seats there are.
pub(crate) const SEATS: usize = 2;

/// Lets a third client come to two seats, and come again.
pub(crate) fn show(
    unit: Unit,
    finder: &Arc<Finder>,
) -> io::Result<()> {
    let server = host::start(unit, 0, finder)?;
    say!("It has {}.\n", count(SEATS, "seat"));
    let mut a = Person::connect('A', server.address)?;
    let mut b = Person::connect('B', server.address)?;
    let mut c = Person::connect('C', server.address)?;
    c.reads()?;
    b.types("snail\n")?;
    b.reads()?;
    a.hangs_up()?;
    a.reads()?;
    a.is_closed()?;
    say!("C comes again:");
    let mut c = Person::connect('C', server.address)?;
    c.types("otter\n")?;
    c.reads()?;
    let counts = finder.counts();
    say!(
        "\n{}: {} got in, {} at once at the most; {} was told to \
         come later.",
        count(SEATS, "seat"),
        count(counts.seated, "client"),
        counts.peak,
        counts.refused,
    );
    Ok(())
}
