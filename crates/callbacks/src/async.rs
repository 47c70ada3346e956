//! Three stages in async code: each call is awaited.

use flags::Code;

use crate::get::asynchronous::Get;
use crate::{Error, Flag, Index, Metadata, Stage, read_image};

/// Stage 1: which codes are there?
async fn get_index(client: &impl Get) -> Result<Index, Error> {
    let body = client.get(Stage::Index).await?; // others run
    Index::read(&body)
}

/// Stage 2: what is known about `code`?
async fn get_metadata(
    client: &impl Get,
    code: Code,
) -> Result<Metadata, Error> {
    let body = client.get(Stage::Metadata(code)).await?;
    Metadata::read(code, &body)
}

/// Stage 3: the flag of `code`.
async fn get_flag(
    client: &impl Get,
    code: Code,
) -> Result<Vec<u8>, Error> {
    let body = client.get(Stage::Flag(code)).await?;
    read_image(code, body)
}

/// Three stages, each of which needs the answer of the one before.
///
/// # Errors
///
/// If a stage fails; then those after it are not begun.
pub async fn three_stages(
    client: &impl Get,
    wanted: Code,
) -> Result<Flag, Error> {
    let index = get_index(client).await?;
    let code = index.choose(wanted)?;
    let metadata = get_metadata(client, code).await?;
    let image = get_flag(client, metadata.code).await?;
    Ok(Flag { metadata, image })
}
