//! What the fences of a page become.

mod calculator;
mod claims;
mod command;
mod exercises;
mod figure;
mod glossary;
mod head;
mod listing;
mod misconceptions;
mod output;
mod pair;
mod stepper;
mod timeline;

use report::html::Element;
use serde::de::DeserializeOwned;

use crate::{fence::Fence, page::Place, problem::Problem};

/// What a block becomes, or what is wrong with it.
pub(crate) type Filled = Result<Vec<Element>, Vec<Problem>>;

/// Returns what stands in place of `fence`.
///
/// # Errors
///
/// If it cannot be filled: says with what.
pub(crate) fn fill(fence: &Fence, place: Place<'_>) -> Filled {
    match fence.kind {
        "pair" => pair::fill(&parse(fence, place)?, place),
        "listing" => listing::fill(&parse(fence, place)?, place),
        "output" => output::fill(&parse(fence, place)?, place),
        "timeline" => timeline::fill(&parse(fence, place)?, place),
        "figure" => figure::fill(&parse(fence, place)?, place),
        "claims" => claims::fill(&parse(fence, place)?, place),
        "glossary" => glossary::fill(&parse(fence, place)?, place),
        "exercises" => {
            exercises::fill(&parse(fence, place)?, place)
        }
        "misconceptions" => {
            misconceptions::fill(&parse(fence, place)?, place)
        }
        "loop" => stepper::fill(&parse(fence, place)?, place),
        _ => calculator::fill(&parse(fence, place)?, place),
    }
}

/// Reads the body of a fence.
fn parse<T: DeserializeOwned>(
    fence: &Fence,
    place: Place<'_>,
) -> Result<T, Vec<Problem>> {
    toml::from_str(&fence.body).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let lines = fence.body[..at].matches('\n').count();
        let line = fence.line + 1 + lines;
        let what = error.message().to_owned();
        vec![Problem::at(place.file, line, what)]
    })
}
