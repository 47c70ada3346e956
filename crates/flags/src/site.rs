//! Where a flag is on a server, and what counts as one.

use std::{io, net::SocketAddr, net::ToSocketAddrs, str::FromStr};

use http::{StatusCode, Uri, uri::InvalidUri};

use crate::{Code, Error};

/// The most that one answer may hold: far beyond any flag, far
/// below what would hurt.
pub const MAX_BYTES: usize = 1 << 20;

/// A server's address below which the flags are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site(Uri);

impl Site {
    /// Returns the address of the list of all codes.
    pub fn index_url(&self) -> String {
        format!("{}/index.json", self.0)
    }

    /// Returns the address of the flag of `code`.
    pub fn flag_url(&self, code: Code) -> String {
        format!("{}{}", self.origin(), self.flag_path(code))
    }

    /// Returns the address of what is known about `code`.
    pub fn metadata_url(&self, code: Code) -> String {
        let (site, code) = (&self.0, code.lower());
        format!("{site}/{code}/metadata.json")
    }

    /// Returns the path of the flag of `code`, as it stands in
    /// the first line of a request.
    pub fn flag_path(&self, code: Code) -> String {
        let (path, code) = (self.0.path(), code.lower());
        format!("{path}/{code}/{code}.gif")
    }

    /// Returns the host, with its port where one is given, as it
    /// stands in a request's `Host` field.
    pub fn host(&self) -> &str {
        self.0
            .authority()
            .map_or("", |authority| authority.as_str())
    }

    /// Returns the socket address of a server that speaks plain
    /// HTTP; of several, one of IPv4, as flag servers have.
    ///
    /// # Errors
    ///
    /// If the host is unknown, or the address asks for TLS.
    pub fn address(&self) -> io::Result<SocketAddr> {
        if self.is_encrypted() {
            let what = "this step speaks plain HTTP only";
            return Err(io::Error::other(what));
        }
        let host = self.0.host().unwrap_or_default();
        let host = host.trim_matches(['[', ']']);
        let port = self.0.port_u16().unwrap_or(80);
        let all: Vec<_> = (host, port).to_socket_addrs()?.collect();
        let v4 = all.iter().find(|address| address.is_ipv4());
        v4.or(all.first()).copied().ok_or_else(|| {
            io::Error::other("the host has no address")
        })
    }

    /// Tells whether the address asks for TLS.
    pub fn is_encrypted(&self) -> bool {
        self.0.scheme_str() == Some("https")
    }

    fn origin(&self) -> String {
        let scheme = self.0.scheme_str().unwrap_or("http");
        format!("{scheme}://{}", self.host())
    }
}

impl std::fmt::Display for Site {
    fn fmt(
        &self,
        f: &mut std::fmt::Formatter<'_>,
    ) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// The text is not the address of a flag server.
#[derive(Debug, thiserror::Error)]
pub enum NotASite {
    /// It is no address at all.
    #[error("not an address")]
    Invalid(#[from] InvalidUri),
    /// It is an address of something else.
    #[error(
        "a server's address begins with http:// or https:// and \
         ends in /flags"
    )]
    Shape,
}

impl FromStr for Site {
    type Err = NotASite;

    fn from_str(text: &str) -> Result<Self, NotASite> {
        let uri: Uri = text.trim_end_matches('/').parse()?;
        let scheme =
            matches!(uri.scheme_str(), Some("http" | "https"));
        let host = uri.host().is_some_and(|host| !host.is_empty())
            && !text.contains('@');
        let path =
            uri.path().ends_with("/flags") && uri.query().is_none();
        if scheme && host && path {
            Ok(Self(uri))
        } else {
            Err(NotASite::Shape)
        }
    }
}

/// Turns a status other than success into the error it stands
/// for.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Status`].
pub fn check_status(status: u16) -> Result<(), Error> {
    match StatusCode::from_u16(status) {
        Ok(StatusCode::OK) => Ok(()),
        Ok(StatusCode::NOT_FOUND) => Err(Error::NotFound),
        Ok(other) => Err(Error::Status(other)),
        Err(invalid) => Err(Error::transport(invalid)),
    }
}

/// Checks that `image` begins as a GIF image does, and ends as
/// one.
///
/// # Errors
///
/// [`Error::NotAFlag`].
///
/// # Source
///
/// GIF89a Specification, sections 17 (header) and 27 (trailer).
pub fn check_image(image: &[u8]) -> Result<(), Error> {
    let head = image.starts_with(b"GIF89a")
        || image.starts_with(b"GIF87a");
    if head && image.ends_with(b";") {
        Ok(())
    } else {
        Err(Error::NotAFlag)
    }
}
