//! Three stages by combinators: futures made of futures.

use flags::Code;
use futures_util::{TryFutureExt, future::ready};

use crate::get::asynchronous::Get;
use crate::{Error, Flag, Index, Metadata, Stage, read_image};

/// Stage 1: which codes are there?
fn get_index(
    client: &impl Get,
) -> impl Future<Output = Result<Index, Error>> {
    client
        .get(Stage::Index)
        .and_then(|body| ready(Index::read(&body)))
}

/// Stage 2: what is known about `code`?
fn get_metadata(
    client: &impl Get,
    code: Code,
) -> impl Future<Output = Result<Metadata, Error>> {
    client
        .get(Stage::Metadata(code))
        .and_then(move |it| ready(Metadata::read(code, &it)))
}

/// Stage 3: the flag of `code`.
fn get_flag(
    client: &impl Get,
    code: Code,
) -> impl Future<Output = Result<Vec<u8>, Error>> {
    client
        .get(Stage::Flag(code))
        .and_then(move |body| ready(read_image(code, body)))
}

/// Three stages, each of which needs the answer of the one before.
///
/// # Errors
///
/// If a stage fails; then those after it are not begun.
pub fn three_stages(
    client: &impl Get,
    wanted: Code,
) -> impl Future<Output = Result<Flag, Error>> {
    get_index(client)
        .and_then(move |index| ready(index.choose(wanted)))
        .and_then(move |code| get_metadata(client, code))
        .and_then(move |metadata| {
            get_flag(client, metadata.code)
                .map_ok(move |image| Flag { metadata, image })
        })
}
