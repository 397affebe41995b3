//! The SDK's HTTP client without HTTP: every call by an SDK client in this process ends here. Tests count calls, and
//! inject faults below the SDK's own retries.

use std::{
    fmt,
    future::{Future, pending, ready},
    io,
    ops::ControlFlow::{self, Break, Continue},
    time::Duration,
};

use aws_credential_types::Credentials;
use aws_smithy_async::rt::sleep::AsyncSleep as _;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::{
    http::{
        HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
    },
    orchestrator::{HttpRequest, HttpResponse},
    result::ConnectorError,
    runtime_components::RuntimeComponents,
};
use aws_smithy_types::body::SdkBody;
use aws_types::SdkConfig;
use bytes::Bytes;
use http::{Request, Response, Uri};
use hyper_util::{
    client::legacy,
    rt::{TokioExecutor, TokioIo},
};
use tokio::{net::TcpStream, time::timeout};

use super::{
    faults::Fault,
    iam::access_key,
    names::{CREDENTIALS, ENDPOINT, SESSION_TOKEN},
    pace::Performing,
    small_aws::{SmallAws, parsed},
    wire::{Call, Refusal, Service},
};

impl SmallAws {
    /// The configuration for the operator's SDK clients: as deployed, with made-up credentials and this AWS behind the
    /// connector. Its waits follow [`pace`](super::pace).
    pub fn sdk_config(&self) -> SdkConfig {
        self.config(Credentials::new(CREDENTIALS.0, CREDENTIALS.1, None, None, "local"))
    }

    /// The configuration for a function's SDK clients, with the permissions of the function's role.
    pub fn sdk_config_of(&self, function: &str) -> SdkConfig {
        let (key, token) = (access_key(function), Some(SESSION_TOKEN.to_owned()));
        self.config(Credentials::new(key, CREDENTIALS.1, token, None, "local"))
    }

    fn config(&self, credentials: Credentials) -> SdkConfig {
        let connector = Connector { aws: self.clone(), connect_timeout: None, read_timeout: None };
        (self.0.stack.clients)(self.0.simulation.region(), credentials, SharedHttpClient::new(connector))
            .endpoint_url(ENDPOINT)
            .sleep_impl(self.0.wire.pace.clone())
            .build()
    }

    /// Makes the clients' waits, and the waits of [`Fault::Delay`], pass this many times faster.
    pub fn hurry(&self, times: u32) {
        self.0.wire.pace.set(times);
    }

    /// How long the clients have waited since the start. The factor of `hurry` is not applied.
    pub fn waited(&self) -> Duration {
        self.0.wire.pace.waited()
    }

    /// Performs one attempt. It yields before and after, so that concurrent callers alternate. If the future is dropped
    /// at one of these points, the caller has crashed there.
    async fn attempt(
        &self,
        request: Request<Bytes>,
        connect_timeout: Option<Duration>,
    ) -> Result<Response<Bytes>, ConnectorError> {
        let call = Call::of(&request, &self.0.stack.bucket);
        let fault = self.0.wire.note(&call);
        let performing = self.0.wire.pace.perform().take_turns().await;
        let mut performing = match self.meet(fault, &call, connect_timeout, performing).await {
            Break(answer) => return answer,
            Continue(performing) => performing,
        };
        let mut body = parsed(&request);
        self.0.simulation.tamper(&call, &mut body);
        if call.service == Service::Bedrock {
            // The time passes while a model thinks.
            drop(performing);
            let response = self.converse(&call, &request, body).await;
            self.0.wire.answered(&response);
            return if fault == Fault::LoseAnswer { Err(broken()) } else { Ok(response) };
        }
        let response = match self.0.conflicts.begin(&self.0.stack.table, &call, &body) {
            Ok(_ongoing) => {
                // Other calls run during a transaction.
                performing = performing.take_turns().await;
                if fault == Fault::Repeat {
                    self.perform(&call, &request, body.clone());
                }
                let response = self.perform(&call, &request, body);
                performing = performing.take_turns().await;
                response
            }
            Err(refusal) => refusal.into_response(call.service),
        };
        self.0.wire.answered(&response);
        drop(performing);
        if fault == Fault::LoseAnswer { Err(broken()) } else { Ok(response) }
    }

    /// Applies a fault: the call ends with this answer or error, or continues.
    async fn meet(
        &self,
        fault: Fault,
        call: &Call,
        connect_timeout: Option<Duration>,
        performing: Performing,
    ) -> ControlFlow<Result<Response<Bytes>, ConnectorError>, Performing> {
        let refused = |refusal: Refusal| Break(Ok(refusal.into_response(call.service)));
        match fault {
            Fault::LoseRequest => Break(Err(broken())),
            Fault::Throttle => refused(Refusal::throttled(call.service)),
            Fault::ServerError => refused(Refusal::broken(call.service)),
            Fault::Deny => {
                let message = format!("{} is not authorized", call.operation);
                refused(Refusal::denied(call.service, message))
            }
            Fault::WrongClock => refused(Refusal::bad("RequestExpired", "Request has expired.")),
            Fault::UnknownCredentials => refused(Refusal::unrecognized()),
            Fault::RefuseConnection => {
                Break(Err(ConnectorError::io(unconnected(io::ErrorKind::ConnectionRefused).await)))
            }
            Fault::NeverConnect => {
                drop(performing);
                match connect_timeout {
                    Some(limit) => self.0.wire.pace.sleep(limit).await,
                    None => pending().await,
                }
                Break(Err(ConnectorError::timeout(unconnected(io::ErrorKind::TimedOut).await)))
            }
            Fault::Hang => {
                drop(performing);
                pending().await
            }
            Fault::Delay(by) => {
                drop(performing);
                self.0.wire.pace.sleep(by).await;
                Continue(self.0.wire.pace.perform())
            }
            Fault::None | Fault::LoseAnswer | Fault::Repeat => Continue(performing),
        }
    }
}

#[derive(Clone)]
struct Connector {
    aws: SmallAws,
    connect_timeout: Option<Duration>,
    read_timeout: Option<Duration>,
}

impl fmt::Debug for Connector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Connector to the small AWS")
    }
}

impl HttpClient for Connector {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        let (connect_timeout, read_timeout) = (settings.connect_timeout(), settings.read_timeout());
        SharedHttpConnector::new(Self { aws: self.aws.clone(), connect_timeout, read_timeout })
    }
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let Self { aws, connect_timeout, read_timeout } = self.clone();
        HttpConnectorFuture::new(async move {
            let request = in_process(request)?;
            let response = within(read_timeout, aws.attempt(request, connect_timeout)).await?;
            HttpResponse::try_from(response.map(SdkBody::from))
                .map_err(|error| ConnectorError::other(error.into(), None))
        })
    }
}

/// Converts the request. Only plain HTTP ends in this process; `https` would go to the real AWS.
pub(super) fn in_process(request: HttpRequest) -> Result<Request<Bytes>, ConnectorError> {
    let user = |reason: &str| ConnectorError::user(reason.into());
    if !request.uri().starts_with("http://") {
        return Err(user("the small AWS takes only http: it must never stand before the real one"));
    }
    let request = request.try_into_http1x().map_err(|error| ConnectorError::user(error.into()))?;
    let (parts, body) = request.into_parts();
    let body = body.bytes().ok_or_else(|| user("the small AWS takes no streamed body"))?;
    Ok(Request::from_parts(parts, Bytes::copy_from_slice(body)))
}

/// Applies the read timeout, because the SDK leaves it to the connector.
async fn within<T>(
    limit: Option<Duration>,
    attempt: impl Future<Output = Result<T, ConnectorError>>,
) -> Result<T, ConnectorError> {
    match limit {
        None => attempt.await,
        Some(limit) => {
            timeout(limit, attempt).await.unwrap_or_else(|elapsed| Err(ConnectorError::timeout(elapsed.into())))
        }
    }
}

/// The error for a connection that was not opened, as the SDK's own connector reports it: hyper's error.
async fn unconnected(kind: io::ErrorKind) -> BoxError {
    let never = tower::service_fn(move |_: Uri| ready(Err::<TokioIo<TcpStream>, _>(io::Error::from(kind))));
    let client = legacy::Client::builder(TokioExecutor::new()).build::<_, String>(never);
    match client.get(Uri::from_static(ENDPOINT)).await {
        Err(error) => error.into(),
        Ok(_) => "a connection that cannot be opened was opened".into(),
    }
}

pub(super) fn broken() -> ConnectorError {
    let error = io::Error::new(io::ErrorKind::ConnectionReset, "the connection broke");
    ConnectorError::io(error.into())
}
