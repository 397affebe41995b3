//! The small AWS over loopback HTTP: for `aws --endpoint-url`, NoSQL Workbench, and functions in processes of their
//! own.

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
    /// Serves on `addr` until the task is aborted, and returns the address; port 0 takes a free one.
    ///
    /// # Errors
    ///
    /// If `addr` is not loopback, or taken.
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

/// Refuses unsigned calls. Every client of AWS signs; a page in the developer's browser cannot do so without a
/// preflight, which nothing here answers. So it can neither read the table nor fill the inbox.
async fn answer(aws: &SmallAws, request: Request<Bytes>) -> Response<Bytes> {
    if request.headers().contains_key(AUTHORIZATION) {
        // The log has calls of other processes, too; faults meet only those of this process.
        aws.0.wire.note(&Call::of(&request, &aws.0.stack.bucket));
        let response = aws.call(request).await;
        aws.0.wire.answered(&response);
        return response;
    }
    let message = "Missing Authentication Token";
    Refusal::new(StatusCode::FORBIDDEN, "MissingAuthenticationTokenException", message)
        .into_response(Call::of(&request, &aws.0.stack.bucket).service)
}
