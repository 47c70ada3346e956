//! To come.

use serde::Deserialize;

use super::Filled;
use crate::page::Place;

#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {}

pub(crate) fn fill(_: &Wanted, _: Place<'_>) -> Filled {
    Ok(Vec::new())
}
