//! Three stages in nested callbacks that may be called again.
//!
//! Nothing here may be used up by a call: so all that a callback
//! needs is cloned at each stage.

use flags::Code;

use super::{Again, Get};
use crate::{Flag, Index, Metadata, Stage, read_image};

/// Three stages, each of which needs the answer of the one before:
/// returns at once, and `done` is called with what comes of them,
/// as often as the callbacks are.
pub fn three_stages<G>(
    client: G,
    wanted: Code,
    mut done: impl Again<Flag> + Clone,
) where
    G: Get + Clone + Send + 'static,
{
    let next = client.clone();
    client.get(Stage::Index, move |body| {
        let index = body.and_then(|body| Index::read(&body));
        match index.and_then(|index| index.choose(wanted)) {
            Err(error) => done(Err(error)),
            Ok(code) => {
                let (client, done) = (next.clone(), done.clone());
                next.get(Stage::Metadata(code), move |body| {
                    let mut done = done.clone();
                    let read =
                        |it: Vec<u8>| Metadata::read(code, &it);
                    match body.and_then(read) {
                        Err(error) => done(Err(error)),
                        Ok(metadata) => {
                            let code = metadata.code;
                            client.get(
                                Stage::Flag(code),
                                move |body| {
                                    let metadata = metadata.clone();
                                    let image =
                                        body.and_then(|it| {
                                            read_image(code, it)
                                        });
                                    done(image.map(|image| Flag {
                                        metadata,
                                        image,
                                    }));
                                },
                            );
                        }
                    }
                });
            }
        }
    });
}
