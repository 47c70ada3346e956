//! The two files of each flag and the list of all, made when
//! first asked for.

use std::sync::OnceLock;

use flags::{Code, country};
use http::HeaderValue;
use hyper::body::Bytes;
use serde::Serialize;
use siphasher::sip::SipHasher24;

use crate::images;

/// How many codes there are, from AA to ZZ.
pub(crate) const CODES: usize = 26 * 26;

/// One file, ready to be sent.
#[derive(Debug)]
pub(crate) struct Asset {
    pub(crate) content_type: &'static str,
    /// Names this content: the same in every run.
    pub(crate) etag: HeaderValue,
    /// Shared with every answer, never copied.
    pub(crate) body: Bytes,
}

/// The files of one flag.
#[derive(Debug)]
pub(crate) struct Flag {
    pub(crate) gif: Asset,
    pub(crate) metadata: Asset,
}

/// What `metadata.json` says.
///
/// # Source
///
/// The metadata of the classic Python flags programs. Their field
/// `tld_cc` is simply a dot and the code, also where a country's
/// real domain differs (`.uk`).
#[derive(Serialize)]
struct Metadata<'a> {
    tld_cc: String,
    iso_cc: &'a str,
    country: &'a str,
}

/// Makes the flags of `codes` beforehand, so that no download
/// waits for its own to be drawn.
pub fn prepare(codes: impl IntoIterator<Item = Code>) {
    for code in codes {
        flag(code);
    }
}

/// Returns the files of a country's flag, if it is a country's.
pub(crate) fn flag(code: Code) -> Option<&'static Flag> {
    static FLAGS: [OnceLock<Option<Flag>>; CODES] =
        [const { OnceLock::new() }; CODES];
    FLAGS[number(code)].get_or_init(|| make(code)).as_ref()
}

/// Returns the list of all codes, as JSON.
pub(crate) fn index() -> &'static Asset {
    static INDEX: OnceLock<Asset> = OnceLock::new();
    INDEX.get_or_init(|| {
        let codes = serde_json::to_vec(&country::all())
            .expect("codes are texts");
        asset("application/json", codes)
    })
}

/// Returns the place of `code` among all from AA to ZZ.
pub(crate) fn number(code: Code) -> usize {
    code.as_str().bytes().fold(0, |sum, letter| {
        sum * 26 + usize::from(letter - b'A')
    })
}

/// Makes the files of one flag.
fn make(code: Code) -> Option<Flag> {
    let metadata = Metadata {
        tld_cc: format!(".{}", code.lower()),
        iso_cc: code.as_str(),
        country: code.country()?,
    };
    let metadata = serde_json::to_vec(&metadata)
        .expect("three texts make an object");
    Some(Flag {
        gif: asset("image/gif", images::gif(code)?),
        metadata: asset("application/json", metadata),
    })
}

/// Makes `body` ready to be sent.
fn asset(content_type: &'static str, body: Vec<u8>) -> Asset {
    let hash = SipHasher24::new().hash(&body);
    Asset {
        content_type,
        etag: HeaderValue::try_from(format!("\"{hash:016x}\""))
            .expect("quoted hexadecimal digits are a value"),
        body: body.into(),
    }
}
