//! Answers, as HTTP wants them.

use http::{
    HeaderMap, HeaderValue, Response, StatusCode,
    header::{ALLOW, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION},
};
use http_body_util::Full;
use hyper::body::Bytes;

use crate::assets::Asset;

/// Every answer is in memory, whole: hyper derives its length, and
/// leaves out the body where the request was a HEAD.
pub(crate) type Answer = Response<Full<Bytes>>;

/// Sends `asset`, unless the client says that it has it already.
pub(crate) fn file(asset: &Asset, request: &HeaderMap) -> Answer {
    // Cloning `Bytes` counts a reference, and copies nothing.
    let mut answer =
        content(asset.content_type, asset.body.clone());
    if has(request, &asset.etag) {
        answer = Answer::default();
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
    }
    answer.headers_mut().insert(ETAG, asset.etag.clone());
    answer
}

/// Sends `body` as what `content_type` says.
pub(crate) fn content(
    content_type: &'static str,
    body: impl Into<Bytes>,
) -> Answer {
    let mut answer = Answer::new(Full::new(body.into()));
    let content_type = HeaderValue::from_static(content_type);
    answer.headers_mut().insert(CONTENT_TYPE, content_type);
    answer
}

/// Sends a status, and a line that says the same in words.
pub(crate) fn status(status: StatusCode) -> Answer {
    let mut answer =
        content("text/plain; charset=utf-8", format!("{status}\n"));
    *answer.status_mut() = status;
    answer
}

/// Sends the client elsewhere.
pub(crate) fn redirect(location: &'static str) -> Answer {
    let mut answer = status(StatusCode::TEMPORARY_REDIRECT);
    let location = HeaderValue::from_static(location);
    answer.headers_mut().insert(LOCATION, location);
    answer
}

/// Tells that only reading is offered here.
pub(crate) fn method_not_allowed() -> Answer {
    let mut answer = status(StatusCode::METHOD_NOT_ALLOWED);
    let methods = HeaderValue::from_static("GET, HEAD");
    answer.headers_mut().insert(ALLOW, methods);
    answer
}

/// Tells whether the client has the content called `etag`.
///
/// # Source
///
/// RFC 9110, section 13.1.2: a list of names, or `*` for any; they
/// are compared weakly, that is without their `W/`.
fn has(request: &HeaderMap, etag: &HeaderValue) -> bool {
    request
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|names| names.split(','))
        .map(str::trim)
        .any(|name| {
            name == "*" || name.trim_start_matches("W/") == etag
        })
}
