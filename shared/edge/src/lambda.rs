//! Everything that a `main.rs` needs to run on Lambda, and the batches of messages from queues.

use std::collections::HashMap;
use std::fmt::{self, Debug};
use std::panic::AssertUnwindSafe;

use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
use axum::Router;
use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use futures_util::FutureExt as _;
use futures_util::future::join_all;
use lambda_http::request::LambdaRequest;
use lambda_http::{Adapter, Error, Request, RequestExt as _};
use lambda_runtime::{Diagnostic, LambdaEvent};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use serde::{Serialize, de::DeserializeOwned};
use tower::ServiceExt as _;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::fmt::format::{Format, Json, Writer};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields, MakeWriter};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::aws::StartError;
use crate::env::Env;
use crate::http::finish;
use crate::{metrics, routes};

/// Mimalloc needs half as many instructions as the C library's allocator, in a cold start and in every call.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Serves an HTTP function's routes until Lambda stops the process.
pub async fn http(routes: impl FnOnce(&Env) -> Result<Router, StartError>) -> Result<(), Error> {
    log_as_json();
    let env = Env::on_lambda()?;
    let router = finish(routes(&env)?, &env);
    prime(&env).await?;
    let handler = Adapter::from(router.map_request(unresolved));
    lambda_runtime::run(handler.map_request(as_sent)).await
}

/// Serves an event function until Lambda stops the process.
pub async fn events<P, E, A, R, F>(
    start: impl FnOnce(&Env) -> Result<P, StartError>,
    handle: impl Fn(P, E) -> F,
) -> Result<(), Error>
where
    P: Clone,
    E: DeserializeOwned,
    A: Serialize,
    R: Into<Diagnostic> + Debug,
    F: Future<Output = Result<A, R>>,
{
    log_as_json();
    let env = Env::on_lambda()?;
    let parts = start(&env)?;
    prime(&env).await?;
    lambda_runtime::run(lambda_runtime::service_fn(|event: LambdaEvent<E>| handle(parts.clone(), event.payload))).await
}

/// Makes the function's first AWS call. If the process must not serve, it logs why and ends, so that Lambda sends no
/// calls to it.
async fn prime(env: &Env) -> Result<(), StartError> {
    env.prime().await.inspect_err(|error| tracing::error!(%error, "refused to start"))
}

/// The event with its path as the client sent it. In the decoded path, a `?` or `#` would end the URI's path and hide
/// the query.
fn as_sent(mut event: LambdaEvent<LambdaRequest>) -> LambdaEvent<LambdaRequest> {
    if let LambdaRequest::ApiGatewayV2(call) = &mut event.payload {
        let key = call.request_context.route_key.as_deref().unwrap_or_default();
        call.raw_path = Some(path_as_sent(key, &call.path_parameters, call.raw_path.as_deref().unwrap_or_default()));
    }
    event
}

/// The call with exactly that path. `lambda_http` would resolve `..`, so a call could reach another route than the one
/// whose rate API Gateway limited.
fn unresolved(request: Request) -> Request {
    let path = request.raw_http_path().to_owned();
    let (mut head, body) = request.into_parts();
    let mut parts = head.uri.clone().into_parts();
    let query = head.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    parts.path_and_query = PathAndQuery::try_from(path + &query).ok();
    if let Ok(uri) = Uri::from_parts(parts) {
        head.uri = uri;
    }
    Request::from_parts(head, body)
}

/// What is encoded between two slashes of a path: all characters that RFC 3986 (§3.3) does not allow there.
const IN_SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');
const IN_PATH: &AsciiSet = &IN_SEGMENT.remove(b'/');

/// A call's path as the client sent it. `values` are the variables of the route key, whose path has at most one:
/// `{proxy+}` at its end.
///
/// API Gateway decodes the path and cuts off what follows a `?`, but the variable has all of it. So the path is put
/// together from both and encoded again. A shop's own text at the end of the path may contain slashes.
pub fn path_as_sent(route_key: &str, values: &HashMap<String, String>, raw_path: &str) -> String {
    let prefix = route_key.split_once(' ').and_then(|(_, pattern)| pattern.strip_suffix("{proxy+}"));
    let path = prefix.zip(values.get("proxy")).map(|(prefix, rest)| format!("{prefix}{rest}"));
    let path = path.as_deref().unwrap_or(raw_path);
    match routes::text_at_end(path) {
        Some((prefix, text)) => format!("{prefix}{}", percent_encode(text.as_bytes(), IN_SEGMENT)),
        None => percent_encode(path.as_bytes(), IN_PATH).to_string(),
    }
}

fn log_as_json() {
    log_to(std::io::stdout).init();
}

/// A function's log: one JSON object on each line. Lambda reads `level` only if there is also a `timestamp`; otherwise
/// it assumes `INFO`.
pub fn log_to<W>(writer: W) -> impl Subscriber + Send + Sync
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_max_level(Level::INFO)
        .map_event_format(Lines)
        .with_writer(writer)
        .finish()
}

/// The format of lines. Lines from [`metrics`] are written unchanged.
struct Lines(Format<Json>);

impl<S, N> FormatEvent<S, N> for Lines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, context: &FmtContext<'_, S, N>, mut writer: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        if event.metadata().target() != metrics::TARGET {
            return self.0.format_event(context, writer, event);
        }
        let mut line = Message(String::new());
        event.record(&mut line);
        writeln!(writer, "{}", line.0)
    }
}

struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

/// Processes the body of each message, like [`each_record`].
pub fn each_message<F>(event: SqsEvent, handle: impl Fn(String) -> F) -> impl Future<Output = SqsBatchResponse>
where
    F: Future<Output = Result<(), app::error::Error>>,
{
    // Not async, because each async layer would nest the type of the whole run's future deeper.
    each_record(event, move |record| handle(record.body.unwrap_or_default()))
}

/// Processes all messages at the same time, so that a slow one does not use up the others' time. The answer names the
/// messages that failed, and SQS delivers only these again.
///
/// The batch never fails as a whole, because SQS would then repeat processed messages. Even a panic fails only its own
/// message.
pub async fn each_record<F>(event: SqsEvent, handle: impl Fn(SqsMessage) -> F) -> SqsBatchResponse
where
    F: Future<Output = Result<(), app::error::Error>>,
{
    let handled = event.records.into_iter().map(async |record: SqsMessage| {
        let id = record.message_id.clone().unwrap_or_default();
        let panicked = |_| Err(app::error::Error::Internal("it panicked".to_owned()));
        let done = AssertUnwindSafe(handle(record)).catch_unwind().await.unwrap_or_else(panicked);
        // A metric filter in the template counts the lines with this field.
        done.inspect_err(|error| tracing::error!(unhandled = id, %error, "cannot handle a queue message"))
            .err()
            .map(|_| id)
    });
    let mut response = SqsBatchResponse::default();
    response.batch_item_failures = join_all(handled).await.into_iter().flatten().map(failure).collect();
    response
}

fn failure(id: String) -> BatchItemFailure {
    let mut failure = BatchItemFailure::default();
    failure.item_identifier = id;
    failure
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path and query that a function sees when API Gateway passes this call on.
    fn sent(key: &str, values: serde_json::Value, raw_path: &str, query: &str) -> String {
        let event = serde_json::json!({
            "version": "2.0", "routeKey": key, "rawPath": raw_path, "rawQueryString": query, "pathParameters": values,
            "headers": {"host": "reviews.example.com", "x-forwarded-proto": "https"},
            "requestContext": {"routeKey": key, "stage": "$default", "http": {"method": "PUT", "path": raw_path}},
            "isBase64Encoded": false,
        });
        let payload: LambdaRequest = serde_json::from_value(event).unwrap();
        let request = Request::from(as_sent(LambdaEvent::new(payload, Default::default())).payload);
        unresolved(request).uri().path_and_query().unwrap().to_string()
    }

    #[test]
    fn a_decoded_path_is_encoded_again() {
        let order = |id: &str| {
            sent(
                "ANY /api/v1/orders/{proxy+}",
                serde_json::json!({ "proxy": id }),
                &format!("/api/v1/orders/{id}"),
                "x=y%3F%23",
            )
        };
        for (id, path) in [
            ("ORD-1234", "ORD-1234"),
            ("2024/1001", "2024%2F1001"),
            ("A?1", "A%3F1"),
            ("#1001", "%231001"),
            ("5%25", "5%2525"),
            ("é +", "%C3%A9%20+"),
            ("..", ".."),
            ("../products/a", "..%2Fproducts%2Fa"),
            ("\u{fffd}", "%EF%BF%BD"),
        ] {
            assert_eq!(order(id), format!("/api/v1/orders/{path}?x=y%3F%23"), "{id}");
        }
        for slip in ["1/", "a//b"] {
            assert_eq!(order(slip), format!("/api/v1/orders/{slip}?x=y%3F%23"), "leads to no route");
        }
    }

    #[test]
    fn where_the_gateway_cut_the_path_the_value_counts() {
        let whole = serde_json::json!({"proxy": "A?1"});
        assert_eq!(sent("ANY /api/v1/orders/{proxy+}", whole, "/api/v1/orders/A", ""), "/api/v1/orders/A%3F1");
        let path = "/api/v1/webhooks/7/deliveries/evt_1/replay";
        let rest = serde_json::json!({"proxy": "7/deliveries/evt_1/replay"});
        assert_eq!(sent("ANY /api/v1/webhooks/{proxy+}", rest, path, ""), path);
    }

    #[test]
    fn what_has_no_value_has_the_raw_path() {
        let none = serde_json::json!(null);
        assert_eq!(sent("$default", none.clone(), "/a b/#1/..", "q=1"), "/a%20b/%231/..?q=1");
        assert_eq!(sent("ANY /console", none, "/console", "token=a"), "/console?token=a");
        let rest = serde_json::json!({"proxy": "x/../../r/code"});
        assert_eq!(sent("ANY /review/{proxy+}", rest, "/review/x/../../r/code", ""), "/review/x/../../r/code");
    }
}
