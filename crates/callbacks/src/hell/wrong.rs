//! The same, and one stage forgets to pass its error on.

use flags::Code;

use crate::get::callback::{Callback, Get};
use crate::{Flag, Index, Metadata, Stage, read_image};

/// Stage 1: which codes are there?
fn get_index(client: &impl Get, callback: impl Callback<Index>) {
    client.get(Stage::Index, |body| {
        callback(body.and_then(|body| Index::read(&body)));
    });
}

/// Stage 2: what is known about `code`?
fn get_metadata(
    client: &impl Get,
    code: Code,
    callback: impl Callback<Metadata>,
) {
    client.get(Stage::Metadata(code), move |body| {
        callback(body.and_then(|it| Metadata::read(code, &it)));
    });
}

/// Stage 3: the flag of `code`.
fn get_flag(
    client: &impl Get,
    code: Code,
    callback: impl Callback<Vec<u8>>,
) {
    client.get(Stage::Flag(code), move |body| {
        callback(body.and_then(|body| read_image(code, body)));
    });
}

/// Three stages, each of which needs the answer of the one before:
/// returns at once, and `done` is called with what comes of them.
///
/// If a stage fails, those after it are not begun.
pub fn three_stages<G>(
    client: G,
    wanted: Code,
    done: impl Callback<Flag>,
) where
    G: Get + Clone + Send + 'static,
{
    get_index(&client.clone(), move |index| match index {
        Err(error) => done(Err(error)),
        Ok(index) => match index.choose(wanted) {
            Err(error) => done(Err(error)),
            Ok(code) => {
                get_metadata(
                    &client.clone(),
                    code,
                    move |metadata| match metadata {
                        Err(_) => {}
                        Ok(metadata) => get_flag(
                            &client,
                            metadata.code,
                            move |image| match image {
                                Err(error) => done(Err(error)),
                                Ok(image) => done(Ok(Flag {
                                    metadata,
                                    image,
                                })),
                            },
                        ),
                    },
                );
            }
        },
    });
}
