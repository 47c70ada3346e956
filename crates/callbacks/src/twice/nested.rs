//! Three stages in nested callbacks that may be called again.

use flags::Code;

use super::{Callback, Get};
use crate::{Flag, Index, Metadata, Stage, read_image};

fn get_index(
    client: &impl Get,
    mut callback: impl Callback<Index>,
) {
    client.get(Stage::Index, move |body| {
        callback(body.and_then(|body| Index::read(&body)));
    });
}

fn get_metadata(
    client: &impl Get,
    code: Code,
    mut callback: impl Callback<Metadata>,
) {
    client.get(Stage::Metadata(code), move |body| {
        callback(body.and_then(|it| Metadata::read(code, &it)));
    });
}

fn get_flag(
    client: &impl Get,
    code: Code,
    mut callback: impl Callback<Vec<u8>>,
) {
    client.get(Stage::Flag(code), move |body| {
        callback(body.and_then(|body| read_image(code, body)));
    });
}

/// Three stages, each of which needs the answer of the one before:
/// returns at once, and `done` is called with what comes of them,
/// as often as the callbacks are.
pub fn three_stages<G>(
    client: G,
    wanted: Code,
    mut done: impl Callback<Flag> + Clone,
) where
    G: Get + Clone + Send + 'static,
{
    let next = client.clone();
    let chosen = move |index: Index| index.choose(wanted);
    get_index(&client, move |index| match index.and_then(chosen) {
        Err(error) => done(Err(error)),
        Ok(code) => {
            let (client, done) = (next.clone(), done.clone());
            get_metadata(&next, code, move |metadata| {
                let mut done = done.clone();
                match metadata {
                    Err(error) => done(Err(error)),
                    Ok(metadata) => get_flag(
                        &client,
                        metadata.code,
                        move |image| {
                            done(image.map(|image| {
                                let metadata = metadata.clone();
                                Flag { metadata, image }
                            }))
                        },
                    ),
                }
            });
        }
    });
}
