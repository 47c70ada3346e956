//! Three stages in plain code: each call blocks until it is done.

use flags::Code;

use crate::get::blocking::Get;
use crate::{Error, Flag, Index, Metadata, Stage, read_image};

/// Stage 1: which codes are there?
fn get_index(client: &impl Get) -> Result<Index, Error> {
    let body = client.get(Stage::Index)?; // this thread waits
    Index::read(&body)
}

/// Stage 2: what is known about `code`?
fn get_metadata(
    client: &impl Get,
    code: Code,
) -> Result<Metadata, Error> {
    let body = client.get(Stage::Metadata(code))?;
    Metadata::read(code, &body)
}

/// Stage 3: the flag of `code`.
fn get_flag(
    client: &impl Get,
    code: Code,
) -> Result<Vec<u8>, Error> {
    let body = client.get(Stage::Flag(code))?;
    read_image(code, body)
}

/// Three stages, each of which needs the answer of the one before.
///
/// # Errors
///
/// If a stage fails; then those after it are not begun.
pub fn three_stages(
    client: &impl Get,
    wanted: Code,
) -> Result<Flag, Error> {
    let index = get_index(client)?;
    let code = index.choose(wanted)?;
    let metadata = get_metadata(client, code)?;
    let image = get_flag(client, metadata.code)?;
    Ok(Flag { metadata, image })
}
