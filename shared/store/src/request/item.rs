//! A request as an item: the domain's struct as JSON and, beside it, the attributes that conditions, updates and the
//! index `due` need.

use domain::message::Step;
use domain::request::Request;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::retention::request_ttl;
use crate::table::keys::DueKind;
use crate::table::{Attributes, Error, instant, json};

/// A request's attributes. The request is JSON in one attribute, because reading a list of requests is then three times
/// as fast as with an attribute for each field.
#[derive(Serialize, Deserialize)]
pub(crate) struct RequestItem {
    #[serde(with = "json")]
    request: Request,
    version: u64,
    /// The keys of the sparse index `due`; absent once nothing more will happen.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
    ttl: i64,
}

impl From<&Request> for RequestItem {
    fn from(request: &Request) -> Self {
        // A message that its provider has just throttled has a wake-up of its own, so reconcile need not look for it
        // yet.
        let was_refused = request.step().is_some_and(|step| step.throttled > 0);
        let due = request.owed_at().map(|at| if was_refused { at.max(request.updated_at()) } else { at });
        let kind = if request.step().and_then(Step::owed_at).is_some() { DueKind::Message } else { DueKind::Expiry };
        Self {
            request: request.clone(),
            version: request.version,
            due_shard: due.map(|_| kind.shard_name(request.id.get())),
            due_at: due.map(Timestamp::as_millisecond),
            ttl: request_ttl(request.expires_at),
        }
    }
}

impl From<RequestItem> for Request {
    fn from(RequestItem { request, version, due_shard: _, due_at: _, ttl: _ /* derived */ }: RequestItem) -> Self {
        request.at_version(version)
    }
}

/// Until when a request's message is deferred; `None` if it is not deferred, or if the request changed since.
pub(crate) fn deferred_until(item: &Attributes) -> Result<Option<Timestamp>, Error> {
    let until = item.get("deferred_until").and_then(|value| value.as_n().ok()?.parse().ok());
    until.map(instant).transpose()
}
