//! Files from an address.

use std::time::Duration;

use aws_sdk_s3::primitives::SdkBody;
use aws_smithy_http_client::Connector;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_smithy_runtime_api::client::http::HttpConnector as _;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use http::uri::{Scheme, Uri};
use http::{Request, header};
use http_body_util::BodyExt as _;

use crate::aws;
use crate::failure::{Failure, Kind};

/// The time in which an answer begins, and in which it goes on.
const PATIENCE: Duration = Duration::from_secs(30);
/// A forge sends its files from somewhere else: once, or twice.
const REDIRECTS_MAX: usize = 5;

/// Gets files over HTTPS; over HTTP from this machine alone, for tests.
#[derive(Debug)]
pub struct Downloads {
    connector: Connector,
}

impl Downloads {
    /// A client that trusts what the machine trusts.
    pub fn new() -> Self {
        Self { connector: Connector::builder().tls_provider(Provider::rustls(CryptoMode::AwsLc)).build() }
    }

    /// The file at an address, of at most so many bytes.
    ///
    /// # Errors
    /// Why it cannot be had.
    pub async fn get(&self, address: &str, bytes_max: u64) -> Result<Vec<u8>, Failure> {
        let mut at = allowed(address)?;
        for _ in 0..=REDIRECTS_MAX {
            let failed = |why: &str| Failure::new(Kind::Unreachable, format!("{at} cannot be downloaded: {why}."));
            let request = Request::get(at.clone()).header(header::USER_AGENT, "afterword").body(SdkBody::empty());
            let request = request.map_err(|_| failed("it is no address"))?;
            let request = HttpRequest::try_from(request).map_err(|_| failed("it is no address"))?;
            let answer = tokio::time::timeout(PATIENCE, self.connector.call(request)).await;
            let answer = answer.map_err(|_| failed("no answer came in time"))?;
            let answer = answer.map_err(|error| failed("no connection").because(&error))?;
            let answer = answer.try_into_http1x().map_err(|error| failed("the answer is no HTTP").because(&error))?;
            match answer.status().as_u16() {
                200 => return read(answer.into_body(), bytes_max, failed).await,
                301 | 302 | 303 | 307 | 308 => {
                    let to = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
                    let to = to.ok_or_else(|| failed("it leads nowhere"))?;
                    at = allowed(&absolute(&at, to))?;
                }
                status => return Err(failed(&format!("the answer is {status}"))),
            }
        }
        Err(Failure::new(Kind::Refused, format!("{address} leads on and on.")))
    }
}

async fn read(mut body: SdkBody, bytes_max: u64, failed: impl Fn(&str) -> Failure) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    loop {
        let frame = tokio::time::timeout(PATIENCE, body.frame()).await.map_err(|_| failed("it stopped half-way"))?;
        let Some(frame) = frame else { return Ok(bytes) };
        let frame = frame.map_err(|_| failed("the connection broke"))?;
        bytes.extend_from_slice(frame.data_ref().map_or(&[][..], |data| data.as_ref()));
        if bytes.len() as u64 > bytes_max {
            return Err(failed("it is longer than the release says"));
        }
    }
}

/// An address that files may come from.
fn allowed(address: &str) -> Result<Uri, Failure> {
    let uri = address.parse::<Uri>().ok().filter(|uri| {
        uri.scheme() == Some(&Scheme::HTTPS) || (uri.scheme() == Some(&Scheme::HTTP) && aws::is_loopback(address))
    });
    uri.ok_or_else(|| Failure::new(Kind::Refused, format!("{address} is no https address.")))
}

/// The address that a redirect leads to.
fn absolute(from: &Uri, to: &str) -> String {
    match to.starts_with('/') {
        true => {
            format!("{}://{}{to}", from.scheme_str().unwrap_or("https"), from.authority().map_or("", |a| a.as_str()))
        }
        false => to.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_over_https_or_from_this_machine() {
        for address in ["https://example.com/r/", "http://127.0.0.1:8000/r/"] {
            assert!(allowed(address).is_ok(), "{address}");
        }
        for address in ["http://example.com/r/", "ftp://example.com/r", "example.com", ""] {
            assert!(allowed(address).is_err(), "{address}");
        }
    }

    #[test]
    fn a_redirect_is_a_path_or_an_address() {
        let from = "https://example.com:8443/a/b".parse().unwrap();
        assert_eq!(absolute(&from, "/c?d"), "https://example.com:8443/c?d");
        assert_eq!(absolute(&from, "https://example.org/"), "https://example.org/");
    }
}
