//! The client whose sockets block the thread that waits.

use flags::{Code, Error, Job, site, site::Site};
use ureq::{Agent, http::header::CONTENT_TYPE};

use crate::Answer;

/// `ureq` reads and writes through buffers of this many bytes for
/// each connection; its own choice, 128 KiB, is made for larger
/// answers.
const BUFFER_BYTES: usize = 16 * 1024;

/// A client whose sockets block the thread that waits.
#[derive(Clone, Debug)]
pub struct Client(Agent);

impl Client {
    /// Makes the client of a program, for as many requests at once
    /// as `job` has.
    ///
    /// It has a limit for each phase, and none for the whole: ureq
    /// would start a hidden thread for each request to keep that.
    pub fn new(job: &Job) -> Self {
        Self::keeping(job, job.max_req())
    }

    /// Makes the client of a program that may make `requests` at
    /// once.
    pub fn keeping(job: &Job, requests: usize) -> Self {
        let agent = Agent::config_builder()
            .timeout_connect(Some(job.timeout))
            .timeout_recv_response(Some(job.timeout))
            .timeout_recv_body(Some(job.timeout))
            .max_idle_connections_per_host(requests)
            .max_idle_connections(requests)
            .input_buffer_size(BUFFER_BYTES)
            .output_buffer_size(BUFFER_BYTES)
            .http_status_as_error(false)
            .proxy(None)
            .build()
            .new_agent();
        Self(agent)
    }

    /// Fetches what is at `url`; this thread waits.
    ///
    /// # Errors
    ///
    /// If no whole answer of status 200 comes in time.
    pub fn get(&self, url: &str) -> Result<Answer, Error> {
        let answer = self.0.get(url).call();
        let mut answer = answer.map_err(Error::transport)?;
        site::check_status(answer.status().as_u16())?;
        let content_type = answer.headers().get(CONTENT_TYPE);
        let content_type =
            content_type.and_then(|it| it.to_str().ok());
        let content_type = content_type.map(str::to_owned);
        let body = answer.body_mut().with_config();
        let body = body.limit(site::MAX_BYTES as u64);
        let body = body.read_to_vec().map_err(Error::transport)?;
        Ok(Answer { content_type, body })
    }

    /// Fetches the flag of `code`; this thread waits.
    ///
    /// # Errors
    ///
    /// If no whole image comes in time.
    pub fn get_flag(
        &self,
        site: &Site,
        code: Code,
    ) -> Result<Vec<u8>, Error> {
        self.get(&site.flag_url(code))?.into_image()
    }
}
