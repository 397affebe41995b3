//! The policy for what pages load from other hosts. The script replaces a page's content without loading a new
//! document, so all pages need the same policy: it allows product pictures from any host, photos from the bucket and
//! uploads to it, and our own frames.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::middleware::Next;
use axum::response::Response;

use crate::parts::Parts;

/// Widens the policy for pictures, uploads and frames.
pub(crate) async fn allow(State(parts): State<Arc<Parts>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(policy) = response.headers_mut().get_mut(CONTENT_SECURITY_POLICY) {
        let bucket = parts.reviews.reviews.bucket.origin();
        let page = policy.to_str().unwrap_or_default();
        let page = page.replace("form-action 'self'", &format!("frame-src 'self'; form-action 'self' {bucket}"));
        // The last directive is the one for pictures.
        if let Ok(wider) = HeaderValue::try_from(format!("{page} https: {bucket}")) {
            *policy = wider;
        }
    }
    response
}
