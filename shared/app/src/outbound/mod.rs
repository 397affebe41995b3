//! Calls to hosts that a shop names: the receivers of its webhooks, the pictures of reviews that it imports, and the APIs of its own
//! system.
//!
//! A name is resolved once for each connection, all of its addresses must be public, and the connection is opened to
//! one of these addresses. So a name cannot lead into our own network, even if its name server gives another answer the
//! next time. Redirects are not followed, and no proxy is used.

mod public_address;
#[cfg(test)]
mod tests;

use std::error::Error as StdError;
use std::net::{IpAddr, ToSocketAddrs as _};
use std::pin::pin;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use aws_smithy_async::rt::sleep::{AsyncSleep as _, SharedAsyncSleep};
use aws_smithy_http_client::Connector;
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_runtime_api::client::dns::{DnsFuture, ResolveDns, ResolveDnsError};
use aws_smithy_runtime_api::client::http::{HttpConnector as _, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use aws_types::SdkConfig;
use bytes::Bytes;
use domain::values::RemoteUrl;
use futures_util::future::{Either, join, select};
use http::{Request, Response};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper_util::client::legacy;

use self::public_address::is_public;

/// The client for hosts on the internet. Clones share the parsed root certificates.
#[derive(Clone)]
pub struct Outbound {
    connector: Arc<LazyLock<SharedHttpConnector, Box<dyn FnOnce() -> SharedHttpConnector + Send + Sync>>>,
    sleep: Option<SharedAsyncSleep>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// The name leads to an address that is not public. No connection was opened.
    #[error("address_not_public")]
    NotPublic,
    /// The name is unknown, no server listens, or the certificate is not valid for the name.
    #[error("connection_failed")]
    NotConnected,
    #[error("timeout")]
    TimedOut,
    /// The connection broke, or the bytes are not an HTTP answer.
    #[error("connection_broken")]
    Broken,
    #[error("too_long")]
    TooLong,
}

impl CallError {
    /// The word in logs and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotPublic => "address_not_public",
            Self::NotConnected => "connection_failed",
            Self::TimedOut => "timeout",
            Self::Broken => "connection_broken",
            Self::TooLong => "too_long",
        }
    }
}

impl Outbound {
    /// A client with the configuration's timer and the machine's root certificates, because AWS' own certificates would
    /// not be enough.
    pub fn new(sdk: &SdkConfig) -> Self {
        Self::guarded(sdk, SystemResolver, is_public)
    }

    /// A client over another connector. The connector must not open connections to addresses that are not allowed.
    pub fn over(sdk: &SdkConfig, connector: SharedHttpConnector) -> Self {
        Self { connector: Arc::new(LazyLock::new(Box::new(move || connector))), sleep: sdk.sleep_impl() }
    }

    fn guarded(sdk: &SdkConfig, resolver: impl ResolveDns + Clone + 'static, is_allowed: fn(IpAddr) -> bool) -> Self {
        // Built at the first call, not in every cold start.
        let connect = move || {
            let builder =
                Connector::builder().tls_provider(Provider::rustls(CryptoMode::AwsLc)).pool_max_idle_per_host(0);
            SharedHttpConnector::new(builder.build_with_resolver(Guarded { resolver, is_allowed }))
        };
        Self { connector: Arc::new(LazyLock::new(Box::new(connect))), sleep: sdk.sleep_impl() }
    }

    /// Posts a body, and returns the answer without its body.
    /// Errors: [`CallError`]. After some errors, nobody knows whether the host processed the call.
    pub async fn post(
        &self,
        url: &RemoteUrl,
        headers: &[(&str, &str)],
        body: Bytes,
        within: Duration,
    ) -> Result<Response<()>, CallError> {
        let answer = self.within(within, self.send("POST", url.as_str(), headers, body)).await?;
        Ok(answer.map(drop))
    }

    /// Waits for a call, and runs `then` at the same time once the call takes longer than `slow`. Returns whether it
    /// took longer.
    pub async fn if_slow<T>(
        &self,
        slow: Duration,
        call: impl Future<Output = T>,
        then: impl Future<Output = ()>,
    ) -> (T, bool) {
        let Some(sleep) = &self.sleep else { return (call.await, false) };
        match select(pin!(call), sleep.sleep(slow)).await {
            Either::Left((answer, _)) => (answer, false),
            Either::Right(((), call)) => (join(call, then).await.0, true),
        }
    }

    pub async fn get(&self, url: &RemoteUrl, bytes_max: usize, within: Duration) -> Result<Response<Bytes>, CallError> {
        self.call("GET", url, &[], Bytes::new(), bytes_max, within).await
    }

    /// Makes a call, and returns the answer with a body of at most `bytes_max`. Headers and body are not logged.
    /// Errors: [`CallError`]. After some errors, nobody knows whether the host acted on the call.
    pub async fn call(
        &self,
        method: &str,
        url: &RemoteUrl,
        headers: &[(&str, &str)],
        body: Bytes,
        bytes_max: usize,
        within: Duration,
    ) -> Result<Response<Bytes>, CallError> {
        self.within(within, read(self.send(method, url.as_str(), headers, body), bytes_max)).await
    }

    async fn send(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: Bytes,
    ) -> Result<Response<SdkBody>, CallError> {
        let mut request = Request::builder().method(method).uri(url).header("user-agent", "Afterword");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(SdkBody::from(body)).map_err(|_| CallError::Broken)?;
        let request = HttpRequest::try_from(request).map_err(|_| CallError::Broken)?;
        let answer = self.connector.call(request).await.map_err(|error| reason(&error))?;
        answer.try_into_http1x().map_err(|_| CallError::Broken)
    }

    async fn within<T>(
        &self,
        within: Duration,
        call: impl Future<Output = Result<T, CallError>>,
    ) -> Result<T, CallError> {
        let Some(sleep) = &self.sleep else { return call.await };
        match select(pin!(call), sleep.sleep(within)).await {
            Either::Left((answer, _)) => answer,
            Either::Right(_) => Err(CallError::TimedOut),
        }
    }
}

/// Reads an answer whose body has at most `bytes_max` bytes.
async fn read(
    sent: impl Future<Output = Result<Response<SdkBody>, CallError>>,
    bytes_max: usize,
) -> Result<Response<Bytes>, CallError> {
    let (head, body) = sent.await?.into_parts();
    let body = Limited::new(body, bytes_max).collect().await;
    let body =
        body.map_err(|error| if error.is::<LengthLimitError>() { CallError::TooLong } else { CallError::Broken })?;
    Ok(Response::from_parts(head, body.to_bytes()))
}

/// A resolver that returns only public addresses, or an error.
#[derive(Debug, Clone)]
struct Guarded<R> {
    resolver: R,
    is_allowed: fn(IpAddr) -> bool,
}

#[derive(Debug, thiserror::Error)]
#[error("an address that is not public")]
struct NotPublic;

impl<R: ResolveDns> ResolveDns for Guarded<R> {
    fn resolve_dns<'a>(&'a self, name: &'a str) -> DnsFuture<'a> {
        DnsFuture::new(async move {
            let addresses = self.resolver.resolve_dns(name).await?;
            // A single address that is not public is a reason to refuse, because the next connection might use it.
            match addresses.iter().all(|address| (self.is_allowed)(*address)) {
                true => Ok(addresses),
                false => Err(ResolveDnsError::new(NotPublic)),
            }
        })
    }
}

#[derive(Debug, Clone)]
struct SystemResolver;

impl ResolveDns for SystemResolver {
    fn resolve_dns<'a>(&'a self, name: &'a str) -> DnsFuture<'a> {
        let name = name.to_owned();
        DnsFuture::new(async move {
            let found = tokio::task::spawn_blocking(move || (name, 0).to_socket_addrs()).await;
            let found = found.map_err(ResolveDnsError::new)?.map_err(ResolveDnsError::new)?;
            Ok(found.map(|address| address.ip()).collect())
        })
    }
}

/// Finds the reason for a connector's error in the chain of its causes.
fn reason(error: &(dyn StdError + 'static)) -> CallError {
    let causes = || std::iter::successors(Some(error), |&error| error.source());
    let is_connect =
        |error: &(dyn StdError + 'static)| error.downcast_ref::<legacy::Error>().is_some_and(legacy::Error::is_connect);
    if causes().any(|error| error.is::<NotPublic>()) {
        CallError::NotPublic
    } else if causes().any(is_connect) {
        CallError::NotConnected
    } else {
        CallError::Broken
    }
}
