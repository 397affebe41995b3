//! The small AWS over HTTP on loopback: for `aws --endpoint-url`, NoSQL Workbench, and functions that run as their own
//! processes.

use std::net::SocketAddr;

use anyhow::{Context as _, ensure};
use axum::{Router, body::Body, extract::State};
use bytes::Bytes;
use http::{Request, Response, StatusCode, header::AUTHORIZATION};
use tokio::{net::TcpListener, task::JoinHandle};

use super::{
    SmallAws,
    wire::{Call, Refusal},
};

/// The largest accepted request: a 40 MB email and its JSON.
const REQUEST_BYTES_MAX: usize = 64 * 1024 * 1024;

impl SmallAws {
    /// Listens on `addr` until the task is aborted, and returns the address; port 0 chooses a free one.
    /// Errors: If `addr` is not loopback, or is in use.
    pub async fn listen(&self, addr: SocketAddr) -> anyhow::Result<(SocketAddr, JoinHandle<()>)> {
        ensure!(addr.ip().is_loopback(), "{addr} is not loopback: the small AWS checks no signature");
        let listener = TcpListener::bind(addr).await.with_context(|| format!("listening on {addr}"))?;
        let addr = listener.local_addr()?;
        let app = Router::new().fallback(serve).with_state(self.clone());
        let task = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, app).await {
                tracing::error!(%error, "the small AWS stopped listening");
            }
        });
        Ok((addr, task))
    }
}

async fn serve(State(aws): State<SmallAws>, request: Request<Body>) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let answer = match axum::body::to_bytes(body, REQUEST_BYTES_MAX).await {
        Ok(body) => answer(&aws, Request::from_parts(parts, body)).await,
        Err(_) => {
            let mut response = Response::new(Bytes::new());
            *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
            response
        }
    };
    answer.map(Body::from)
}

/// Rejects unsigned calls. Every client of AWS signs. A page in the developer's browser cannot sign without a
/// preflight, and nothing here answers a preflight. So such a page can neither read the table nor fill the inbox.
async fn answer(aws: &SmallAws, request: Request<Bytes>) -> Response<Bytes> {
    if request.headers().contains_key(AUTHORIZATION) {
        // The log also contains calls from other processes, but faults are only injected into calls from this process.
        aws.0.wire.note(&Call::of(&request, &aws.0.stack.bucket));
        let response = aws.call(request).await;
        aws.0.wire.answered(&response);
        return response;
    }
    let message = "Missing Authentication Token";
    Refusal::new(StatusCode::FORBIDDEN, "MissingAuthenticationTokenException", message)
        .into_response(Call::of(&request, &aws.0.stack.bucket).service)
}
