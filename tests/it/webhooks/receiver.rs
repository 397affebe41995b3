//! An endpoint on loopback that answers as a script says, and records its calls. At its end, it checks that
//! `openapi.json` describes all of them.

use std::future::pending;

use crate::support::*;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Response};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::repository::openapi;

#[derive(Clone)]
pub struct Received {
    pub headers: HeaderMap,
    pub body: String,
    /// The status of the answer; `None` if there was no answer.
    pub status: Option<u16>,
}

pub enum Answer {
    Status(u16),
    With(u16, &'static str, &'static str),
    /// 200, after this time.
    Late(Duration),
    /// Never an answer.
    Nothing,
}

type Script = Arc<dyn Fn(usize) -> Answer + Send + Sync>;

#[derive(Clone)]
pub struct Receiver {
    pub url: String,
    calls: watch::Sender<Vec<Received>>,
}

impl Receiver {
    pub async fn new() -> Self {
        Self::answering(|_| Answer::Status(200)).await
    }

    /// Answers the calls, counted from 0, as `script` says.
    pub async fn answering(script: impl Fn(usize) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}/hooks", listener.local_addr().unwrap());
        let (calls, script): (_, Script) = (watch::Sender::default(), Arc::new(script));
        let router = Router::new().fallback(take).with_state((calls.clone(), script));
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, calls }
    }

    pub fn calls(&self) -> Vec<Received> {
        self.calls.borrow().clone()
    }

    /// Waits until there are so many calls.
    pub async fn called(&self, times: usize) {
        self.calls.subscribe().wait_for(|calls| calls.len() >= times).await.unwrap();
    }
}

/// Not while calls come: compiling a schema takes a moment, and tests of slow endpoints measure time.
impl Drop for Receiver {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let bodies: BTreeSet<_> = self.calls().into_iter().map(|call| call.body).collect();
        let problems: Vec<_> = bodies.iter().filter_map(|body| openapi::problem_of_event(body)).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}

async fn take(
    State((calls, script)): State<(watch::Sender<Vec<Received>>, Script)>,
    request: Request,
) -> Response<Body> {
    let (head, body) = request.into_parts();
    assert_eq!((head.method.as_str(), head.uri.path()), ("POST", "/hooks"));
    let body = String::from_utf8(to_bytes(body, 1 << 20).await.unwrap().to_vec()).unwrap();
    let mut answer = Answer::Nothing;
    calls.send_modify(|calls| {
        answer = script(calls.len());
        let status = match answer {
            Answer::Status(status) | Answer::With(status, ..) => Some(status),
            Answer::Late(_) => Some(200),
            Answer::Nothing => None,
        };
        calls.push(Received { headers: head.headers, body, status });
    });
    match answer {
        Answer::Status(status) => Response::builder().status(status).body(Body::empty()).unwrap(),
        Answer::With(status, name, value) => {
            Response::builder().status(status).header(name, value).body(Body::empty()).unwrap()
        }
        Answer::Late(wait) => {
            tokio::time::sleep(wait).await;
            Response::new(Body::empty())
        }
        Answer::Nothing => pending().await,
    }
}

impl Received {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }

    /// Whether one of the signatures was made with this secret, checked with the specification's own crate.
    pub fn is_signed_with(&self, secret: &str) -> bool {
        let verifier = standardwebhooks::Webhook::new(secret).unwrap();
        let timestamp = self.header("webhook-timestamp").parse().unwrap();
        let expected = verifier.sign(self.header("webhook-id"), timestamp, self.body.as_bytes()).unwrap();
        self.header("webhook-signature").split(' ').any(|signature| signature == expected)
    }
}
