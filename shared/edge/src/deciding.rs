//! A call that decides about a review. Its extractor brings the key's scope, the review in the path, the revision that the caller
//! read, and the body.

use std::sync::Arc;

use app::caller::Caller;
use app::error::Error as UseCase;
use app::review::{Moderate, Verdict};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::HeaderMap;
use axum::http::header::IF_MATCH;
use axum::response::IntoResponse;
use domain::review::Review;
use domain::values::ReviewId;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use utoipa::{IntoParams, IntoResponses};

use crate::call::{Call, Calls};
use crate::error::Error;
use crate::http::Segment;

/// The parts of a function whose calls decide about reviews.
pub trait Decides: Send + Sync + 'static {
    type Failure: From<Error> + From<UseCase> + IntoResponse;

    const SCOPE: &'static str;

    fn calls(&self) -> &Calls;

    fn moderate(&self) -> &Moderate;

    /// The review in a path.
    fn review(segment: &str) -> Result<ReviewId, UseCase>;

    /// The revisions that a call allows; `None` for all.
    fn expected(_: &HeaderMap) -> Option<Vec<u32>> {
        None
    }
}

/// The body of a decision: JSON, unless its type says otherwise.
pub trait Decision: DeserializeOwned + Send {
    fn read(
        calls: &Calls,
        request: Request,
        scope: &'static str,
    ) -> impl Future<Output = Result<Call<Self>, Error>> + Send {
        calls.json(request, scope)
    }
}

/// A call without a body.
impl Decision for () {
    async fn read(calls: &Calls, request: Request, scope: &'static str) -> Result<Call<()>, Error> {
        calls.bare(request.headers(), scope).await
    }
}

pub struct Deciding<P, I = ()> {
    parts: Arc<P>,
    call: Call<I>,
    review: String,
    expected: Option<Vec<u32>>,
}

/// A decision that was made.
pub struct Decided<P> {
    pub parts: Arc<P>,
    pub caller: Caller,
    pub review: Review,
    pub now: Timestamp,
}

impl<P: Decides, I: Decision> FromRequest<Arc<P>> for Deciding<P, I> {
    type Rejection = P::Failure;

    async fn from_request(request: Request, parts: &Arc<P>) -> Result<Self, P::Failure> {
        let (mut head, body) = request.into_parts();
        let Ok(Segment(review)) = Segment::from_request_parts(&mut head, parts).await;
        let expected = P::expected(&head.headers);
        let call = I::read(parts.calls(), Request::from_parts(head, body), P::SCOPE).await?;
        Ok(Self { parts: Arc::clone(parts), call, review, expected })
    }
}

impl<P: Decides, I> Deciding<P, I> {
    /// Decides, if the review has a revision that the call allows.
    pub async fn decide<E>(self, verdict: impl FnOnce(I) -> Result<Verdict, E>) -> Result<Decided<P>, P::Failure>
    where
        P::Failure: From<E>,
    {
        let Self { parts, call: Call { caller, now, input, .. }, review, expected } = self;
        let (id, verdict) = (P::review(&review)?, verdict(input)?);
        let review = parts.moderate().decide(&caller, id, &verdict, expected.as_deref(), now).await?;
        Ok(Decided { parts, caller, review, now })
    }
}

/// The review in a path of the native API, in OpenAPI.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "only OpenAPI's description is made of it")]
pub struct OfReview {
    /// The review's `id` or `uuid`.
    #[param(pattern = "^([1-9][0-9]{0,15}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$")]
    id: String,
}

/// The revision that a caller read, in OpenAPI.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only OpenAPI's description is made of it")]
pub struct IfMatch {
    /// The `ETag` of the review as the caller read it.
    #[param(rename = "If-Match")]
    if_match: Option<String>,
}

/// The answer to a caller who read another revision, in OpenAPI.
#[derive(IntoResponses)]
#[response(status = 412, description = "The review has changed since the caller read it.")]
pub struct Changed;

/// The revisions that `If-Match` allows; `None` if the header is absent or `*`. A tag that no review can have, such as a weak
/// tag or `"03"`, matches none: tags are compared by their octets (RFC 9110 §8.8.3.2).
pub fn revisions(headers: &HeaderMap) -> Option<Vec<u32>> {
    let values: Vec<_> =
        headers.get_all(IF_MATCH).iter().map(|value| value.to_str().unwrap_or_default().trim()).collect();
    if values.is_empty() || values == ["*"] {
        return None;
    }
    let revision = |tag: &str| {
        let octets = tag.trim().strip_prefix('"')?.strip_suffix('"')?;
        octets.parse().ok().filter(|revision: &u32| revision.to_string() == octets)
    };
    Some(values.iter().flat_map(|value| value.split(',')).filter_map(revision).collect())
}
