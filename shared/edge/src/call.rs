//! The start of every call with an API key: the caller, the time and the parsed body.
//!
//! The order of the checks is always 401, 403, 413, 415, 400. Without a valid key, the body is not even read.

use app::caller::{Access, Caller};
use app::clock::Clock;
use app::idempotency::{IdempotencyKey, IdempotentCall};
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use bytes::Bytes;
use domain::values::SCOPE_CONNECTION;
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use crate::body::{json_object, json_rows, optional_json_object, optional_rows, read, receive};
use crate::error::Error;

/// Identifies a call. Repeating the call changes nothing and returns the first answer.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The weight of a call that reads or writes up to thousands of items. `stack/api.yaml` allows 20 such calls a second, but
/// for statistics, for all shops; with the default `ShopRate` of 50, one shop can make a quarter of them.
const WEIGHT_OF_MANY: u32 = 10;

/// Reads calls. All handlers of a function share one of these.
#[derive(Clone)]
pub struct Calls {
    access: Access,
    clock: Clock,
    key: fn(&HeaderMap) -> Option<&str>,
    /// The scope that is as good as that of the call.
    or: Option<&'static str>,
}

/// An authorized call. `I` is the struct of the body, or `()` without a body.
pub struct Call<I> {
    /// The shop whose data the call may read and change.
    pub caller: Caller,
    /// When the call arrived. Everything that the call does has this time.
    pub now: Timestamp,
    /// The body's fields, not parsed yet.
    pub input: I,
    idempotency_key: Option<HeaderValue>,
    body: Bytes,
}

impl Calls {
    /// Reads calls whose API key is in `Authorization: Bearer`.
    pub fn new(access: Access, clock: Clock) -> Self {
        Self { access, clock, key: bearer, or: None }
    }

    /// Reads calls whose API key `key` finds in the headers.
    pub fn with_key(self, key: fn(&HeaderMap) -> Option<&str>) -> Self {
        Self { key, ..self }
    }

    /// Reads calls that a connection's key may make, too.
    #[must_use]
    pub fn or_connected(&self) -> Self {
        Self { or: Some(SCOPE_CONNECTION), ..self.clone() }
    }

    /// A call without a body, if its key has the scope.
    pub async fn bare(&self, headers: &HeaderMap, scope: &'static str) -> Result<Call<()>, Error> {
        self.weighed(headers, scope, 1).await
    }

    /// Like [`bare`](Self::bare), for a call that reads up to thousands of items.
    pub async fn bare_of_many(&self, headers: &HeaderMap, scope: &'static str) -> Result<Call<()>, Error> {
        self.weighed(headers, scope, WEIGHT_OF_MANY).await
    }

    /// A call that needs no body. If there is a body, it is not parsed, but the same `Idempotency-Key` with another
    /// body is refused.
    pub async fn any(&self, request: Request, scope: &'static str) -> Result<Call<()>, Error> {
        let (head, body) = request.into_parts();
        let call = self.weighed(&head.headers, scope, weight(head.uri.path())).await?;
        let body = receive(body).await?;
        Ok(call.with((), body))
    }

    async fn weighed(&self, headers: &HeaderMap, scope: &'static str, weight: u32) -> Result<Call<()>, Error> {
        let now = self.clock.now();
        let scopes = [scope, self.or.unwrap_or(scope)];
        let caller = self.access.authenticate((self.key)(headers), scopes, weight, now).await?;
        let idempotency_key = headers.get(IDEMPOTENCY_KEY).cloned();
        Ok(Call { caller, now, input: (), idempotency_key, body: Bytes::new() })
    }

    /// A call whose body is a JSON object, if its key has the scope.
    pub async fn json<I: DeserializeOwned>(&self, request: Request, scope: &'static str) -> Result<Call<I>, Error> {
        let (head, body) = request.into_parts();
        self.weighed(&head.headers, scope, weight(head.uri.path())).await?.json(&head.headers, body).await
    }

    /// The headers, the body and the time of a call that needs no key, and whose body is a JSON object.
    pub async fn open<I: DeserializeOwned>(&self, request: Request) -> Result<(HeaderMap, I, Timestamp), Error> {
        let (head, body) = request.into_parts();
        let (object, _) = json_object(&head.headers, body).await?;
        Ok((head.headers, read(object)?, self.clock.now()))
    }

    /// A call whose body is a JSON object or empty, which counts as `{}`, if its key has the scope.
    pub async fn optional_json<I: DeserializeOwned>(
        &self,
        request: Request,
        scope: &'static str,
    ) -> Result<Call<I>, Error> {
        let (head, body) = request.into_parts();
        let call = self.weighed(&head.headers, scope, weight(head.uri.path())).await?;
        let (object, body) = optional_json_object(&head.headers, body).await?;
        Ok(call.with(read(object)?, body))
    }

    /// A call whose body is CSV or lines of JSON, or empty, if its key has the scope.
    pub async fn optional_rows(&self, request: Request, scope: &'static str) -> Result<Call<Bytes>, Error> {
        let (head, body) = request.into_parts();
        self.weighed(&head.headers, scope, weight(head.uri.path())).await?.optional_rows(&head.headers, body).await
    }
}

/// How many calls this call counts as, by its path. The paths are the patterns in `stack/api.yaml`.
fn weight(path: &str) -> u32 {
    let is_of_many = path.ends_with("/query") || path.ends_with("/count") || path.contains("/bulk/");
    if is_of_many { WEIGHT_OF_MANY } else { 1 }
}

impl<I> Call<I> {
    /// The call with its `Idempotency-Key`, if it has one. `route` is the method and the path with its ids, because a
    /// key is valid for one route.
    /// Errors: [`Error::IdempotencyKey`] for a malformed header.
    pub fn idempotency(&self, route: &str) -> Result<Option<IdempotentCall>, Error> {
        let Some(key) = &self.idempotency_key else { return Ok(None) };
        let key = IdempotencyKey::parse(key.to_str().unwrap_or_default()).map_err(Error::IdempotencyKey)?;
        Ok(Some(IdempotentCall::new(&self.caller, &key, route, &self.body)))
    }
}

impl Call<()> {
    /// The call with its body, which is a JSON object.
    pub async fn json<I: DeserializeOwned>(self, headers: &HeaderMap, body: Body) -> Result<Call<I>, Error> {
        let (object, body) = json_object(headers, body).await?;
        Ok(self.with(read(object)?, body))
    }

    /// The call with its body, which is a JSON object of many rows.
    pub async fn json_rows<I: DeserializeOwned>(self, headers: &HeaderMap, body: Body) -> Result<Call<I>, Error> {
        let (object, body) = json_rows(headers, body).await?;
        Ok(self.with(read(object)?, body))
    }

    /// The call with its body, which is CSV or lines of JSON, or empty.
    pub async fn optional_rows(self, headers: &HeaderMap, body: Body) -> Result<Call<Bytes>, Error> {
        let rows = optional_rows(headers, body).await?;
        Ok(self.with(rows.clone(), rows))
    }

    fn with<I>(self, input: I, body: Bytes) -> Call<I> {
        let Self { caller, now, input: (), idempotency_key, body: _ } = self;
        Call { caller, now, input, idempotency_key, body }
    }
}

/// The API key in an `Authorization: Bearer` header.
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, key) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
}
