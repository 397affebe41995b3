//! The hosts of pictures. A page replaces another's content without a new document, so all pages have one policy: pictures of
//! products, from wherever the shop has them, and photos from the bucket.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::middleware::Next;
use axum::response::Response;
use edge::page::POLICY;

use crate::parts::Parts;

/// Lets pages show pictures.
pub(crate) async fn allow(State(parts): State<Arc<Parts>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(policy) = response.headers_mut().get_mut(CONTENT_SECURITY_POLICY) {
        // Its last directive is that of pictures.
        if let Ok(wider) = HeaderValue::try_from(format!("{POLICY} https: {}", parts.reviews.reviews.bucket.origin())) {
            *policy = wider;
        }
    }
    response
}
