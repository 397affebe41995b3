//! Lambda's Runtime API on loopback, and the `bootstrap` process that gets its events from it. With it, tests,
//! benchmarks and people run the very file that would be deployed.
//!
//! Source of the protocol: the AWS Lambda developer guide, "Using the Lambda runtime API".

mod function;

use std::{
    collections::HashMap,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use anyhow::{Context, bail};
use app::clock::Clock;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde_json::Value;
use tokio::sync::{Mutex as AsyncMutex, mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use small_aws::{ACCOUNT, REGION};

pub use self::function::Function;

/// How long a process may take until it requests work, and a handler until it answers. This is the longest `Timeout` in
/// `template.yaml`, and also the time in the deadline header.
pub const ANSWER_TIMEOUT: Duration = Duration::from_secs(60);
/// The maximum number of bytes in an answer that Lambda accepts.
const ANSWER_BYTES_MAX: usize = 6 * 1024 * 1024;
/// The maximum number of events that may wait until a process requests them.
const QUEUED_EVENTS_MAX: usize = 1_000;

/// A function's result for an event.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Response(Value),
    /// The handler's failure or panic: `errorType` and `errorMessage`.
    Error(Value),
}

/// A Runtime API for one process. Dropping this value stops it.
#[derive(Debug)]
pub struct RuntimeApi {
    address: SocketAddr,
    next_id: AtomicU64,
    events: mpsc::Sender<Invocation>,
    seen: watch::Receiver<Seen>,
    server: JoinHandle<()>,
}

#[derive(Debug)]
struct Invocation {
    id: String,
    event: Value,
    answer: oneshot::Sender<Answer>,
}

#[derive(Debug, Default)]
struct Seen {
    asked: usize,
    init_error: Option<Value>,
}

struct Served {
    clock: Clock,
    events: AsyncMutex<mpsc::Receiver<Invocation>>,
    unanswered: Mutex<HashMap<String, oneshot::Sender<Answer>>>,
    seen: watch::Sender<Seen>,
}

impl RuntimeApi {
    /// Listens on a free port of 127.0.0.1. Deadlines are counted from `clock`.
    /// Errors: No port is free, or this is not called inside a tokio runtime.
    pub fn start(clock: Clock) -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let (events, queue) = mpsc::channel(QUEUED_EVENTS_MAX);
        let (seen_sender, seen) = watch::channel(Seen::default());
        let served =
            Arc::new(Served { clock, events: AsyncMutex::new(queue), unanswered: Mutex::default(), seen: seen_sender });
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, routes(served)).await {
                tracing::error!(%error, "the Runtime API stopped");
            }
        });
        Ok(Self { address, next_id: AtomicU64::new(1), events, seen, server })
    }

    /// The server's address: the value of `AWS_LAMBDA_RUNTIME_API`.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sends one event to the process and waits for the answer.
    /// Errors: No answer within [`ANSWER_TIMEOUT`].
    pub async fn invoke(&self, event: Value) -> anyhow::Result<Answer> {
        let id = format!("00000000-0000-4000-8000-{:012x}", self.next_id.fetch_add(1, Ordering::Relaxed));
        let (answer, answered) = oneshot::channel();
        let exchange = async {
            self.events.send(Invocation { id, event, answer }).await?;
            anyhow::Ok(answered.await?)
        };
        timeout(ANSWER_TIMEOUT, exchange).await.context("the function did not answer in time")?
    }

    /// Waits until the process has requested work this many times. After the first time its init is over. If that is
    /// once more than there were events, it has finished the last event.
    /// Errors: The process reported that it cannot start, or did not request work within [`ANSWER_TIMEOUT`].
    pub async fn asked(&self, times: usize) -> anyhow::Result<()> {
        let mut seen = self.seen.clone();
        let over = seen.wait_for(|seen| seen.asked >= times || seen.init_error.is_some());
        let seen = timeout(ANSWER_TIMEOUT, over).await.context("the function did not ask for work")??;
        match &seen.init_error {
            Some(error) => bail!("the function cannot start: {error}"),
            None => Ok(()),
        }
    }
}

impl Drop for RuntimeApi {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn routes(served: Arc<Served>) -> Router {
    let runtime = Router::new()
        .route("/invocation/next", get(next))
        .route("/invocation/{id}/response", post(response))
        .route("/invocation/{id}/error", post(error))
        .route("/init/error", post(init_error))
        .layer(DefaultBodyLimit::max(ANSWER_BYTES_MAX))
        .with_state(served);
    Router::new().nest("/2018-06-01/runtime", runtime)
}

async fn next(State(served): State<Arc<Served>>) -> Response {
    served.seen.send_modify(|seen| seen.asked += 1);
    let Some(invocation) = served.events.lock().await.recv().await else {
        return StatusCode::GONE.into_response();
    };
    let Invocation { id, event, answer } = invocation;
    let deadline_ms = served.clock.now().as_millisecond() + i64::try_from(ANSWER_TIMEOUT.as_millis()).unwrap_or(0);
    let headers = [
        ("Lambda-Runtime-Aws-Request-Id", id.clone()),
        ("Lambda-Runtime-Deadline-Ms", deadline_ms.to_string()),
        ("Lambda-Runtime-Invoked-Function-Arn", format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:local")),
        ("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0".to_owned()),
    ];
    served.unanswered().insert(id, answer);
    (headers, [(CONTENT_TYPE, "application/json")], event.to_string()).into_response()
}

async fn response(State(served): State<Arc<Served>>, Path(id): Path<String>, body: Bytes) -> StatusCode {
    served.answer(&id, &body, Answer::Response)
}

async fn error(State(served): State<Arc<Served>>, Path(id): Path<String>, body: Bytes) -> StatusCode {
    served.answer(&id, &body, Answer::Error)
}

async fn init_error(State(served): State<Arc<Served>>, body: Bytes) -> StatusCode {
    let reason = serde_json::from_slice(&body).unwrap_or(Value::Null);
    served.seen.send_modify(|seen| seen.init_error = Some(reason));
    StatusCode::ACCEPTED
}

impl Served {
    fn answer(&self, id: &str, body: &[u8], kind: fn(Value) -> Answer) -> StatusCode {
        // A handler that returns nothing posts an empty body.
        let value = if body.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(body) };
        let (Ok(value), Some(answer)) = (value, self.unanswered().remove(id)) else {
            return StatusCode::BAD_REQUEST;
        };
        // If the answer came too late, nobody waits for it any more. Lambda accepts it anyway.
        let _ = answer.send(kind(value));
        StatusCode::ACCEPTED
    }

    fn unanswered(&self) -> std::sync::MutexGuard<'_, HashMap<String, oneshot::Sender<Answer>>> {
        self.unanswered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
