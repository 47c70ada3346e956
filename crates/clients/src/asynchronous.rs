//! The client whose sockets let the task wait.

use flags::{Code, Error, Job, site, site::Site};
use http_body_util::{BodyExt, Limited};
use reqwest::{Body, header::CONTENT_TYPE};

use crate::Answer;

/// A client whose sockets let the task wait, and the thread run
/// on.
#[derive(Clone, Debug)]
pub struct Client(reqwest::Client);

impl Client {
    /// Makes the client of a program, for as many requests at once
    /// as `job` has.
    ///
    /// Its limit for the whole catches an answer that trickles;
    /// each single read has the limit of a phase.
    ///
    /// # Panics
    ///
    /// If the system's TLS certificates cannot be read, in a build
    /// that speaks TLS.
    pub fn new(job: &Job) -> Self {
        Self::keeping(job, job.max_req())
    }

    /// Makes the client of a program that may make `requests` at
    /// once.
    ///
    /// # Panics
    ///
    /// As [`Client::new`].
    pub fn keeping(job: &Job, requests: usize) -> Self {
        let client = reqwest::Client::builder()
            .connect_timeout(job.timeout)
            .read_timeout(job.timeout)
            .timeout(job.timeout * 3)
            .pool_max_idle_per_host(requests)
            .no_proxy()
            .build()
            .expect("the TLS set-up of this system is broken");
        Self(client)
    }

    /// Fetches what is at `url`; the task waits, others run.
    ///
    /// # Errors
    ///
    /// If no whole answer of status 200 comes in time.
    pub async fn get(&self, url: &str) -> Result<Answer, Error> {
        let answer = self.0.get(url).send().await;
        let answer = answer.map_err(Error::transport)?;
        site::check_status(answer.status().as_u16())?;
        let content_type = answer.headers().get(CONTENT_TYPE);
        let content_type =
            content_type.and_then(|it| it.to_str().ok());
        let content_type = content_type.map(str::to_owned);
        let body = Body::from(answer);
        let body = Limited::new(body, site::MAX_BYTES).collect();
        let body = body.await.map_err(Error::transport)?.to_bytes();
        Ok(Answer { content_type, body: body.into() })
    }

    /// Fetches the flag of `code`; the task waits, others run.
    ///
    /// # Errors
    ///
    /// If no whole image comes in time.
    pub async fn get_flag(
        &self,
        site: &Site,
        code: Code,
    ) -> Result<Vec<u8>, Error> {
        self.get(&site.flag_url(code)).await?.into_image()
    }
}
