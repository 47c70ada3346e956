//! Step `pool`: as many units as there may be requests at once.
//!
//! Nobody counts permits: N units take codes until none are left,
//! and each of them makes one request at a time. For threads that
//! is the oldest idiom, and saves starting one for each code; it
//! bounds all that such a unit does, not the request alone.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
