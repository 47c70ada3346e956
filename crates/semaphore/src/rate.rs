//! Step `rate`: a semaphore bounds how many, not how often.
//!
//! Five at once of a server that answers in a fifth of a second are
//! twenty-five requests a second; if it answers faster, they are
//! more. Who promised a server no more than ten a second needs
//! another thing beside the semaphore: a rate limiter
//! ([`RateLimiter`]), which tells each request when its turn is.
//! Nobody gives a turn back. How to wait until then, each world
//! knows itself.

// The file is `async.rs`; `r#` because `async` is a keyword.
mod arrivals;
pub mod r#async;
mod limiter;
pub mod thread;

pub use arrivals::Arrivals;
pub use limiter::RateLimiter;
