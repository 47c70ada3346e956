//! The two HTTP clients, set up alike.
//!
//! Each program has one client for all its requests. It keeps as
//! many connections alive as there may be requests at once, and
//! gives up on a phase of a request (connect, wait for the answer,
//! receive it) after the same limit.

use flags::Job;

/// `ureq` reads and writes through buffers of this many bytes for
/// each connection; its own choice, 128 KiB, is made for larger
/// answers.
const BUFFER_BYTES: usize = 16 * 1024;

/// Makes a client whose sockets block the thread that waits.
///
/// It has a limit for each phase, and none for the whole: ureq
/// would start a hidden thread for each request to keep that.
pub(crate) fn ureq(job: &Job) -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_connect(Some(job.timeout))
        .timeout_recv_response(Some(job.timeout))
        .timeout_recv_body(Some(job.timeout))
        .max_idle_connections_per_host(job.max_req())
        .max_idle_connections(job.max_req())
        .input_buffer_size(BUFFER_BYTES)
        .output_buffer_size(BUFFER_BYTES)
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .new_agent()
}

/// Makes a client whose sockets let the task wait, and the thread
/// run on.
///
/// Its limit for the whole catches an answer that trickles; each
/// single read has the limit of a phase.
///
/// # Panics
///
/// If the system's TLS certificates cannot be read, in a build
/// that speaks TLS.
pub(crate) fn reqwest(job: &Job) -> reqwest::Client {
    reqwest::Client::builder()
        .connect_timeout(job.timeout)
        .read_timeout(job.timeout)
        .timeout(job.timeout * 3)
        .pool_max_idle_per_host(job.max_req())
        .no_proxy()
        .build()
        .expect("the TLS set-up of this system is broken")
}
