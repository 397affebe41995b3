//! Requests: read by id or in pages, inserted, saved and removed.

mod counter_days;
pub mod counters;
pub mod idempotency;
pub mod listed;
pub mod personal;
pub mod problem;
pub(crate) mod uniqueness_key;

use domain::message::Step;
use domain::request::{Counter, Request};
use domain::values::{RequestId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use vault::TenantKeys;

use crate::request::personal::{LinkCode, RequestRecipient};
use crate::retention::{REQUEST_DAYS, days_after};
use crate::table::keys::{self, REQUESTS};
use crate::table::{
    Attributes, DueKind, Error, Listed, Page, Part, Reading, Store, Transaction, from_item, instant, json, number,
};

impl Listed for Request {
    type Place = RequestId;

    fn place(&self) -> RequestId {
        self.id
    }
}

impl Store {
    /// A request, without its personal part; `None` for an unknown id.
    pub async fn request(&self, tenant: &Tenant, id: RequestId) -> Result<Option<Request>, Error> {
        Ok(self.read::<RequestItem>(&keys::request(tenant, id)).await?.map(Request::from))
    }

    /// A page of the tenant's requests. Only the attributes that make up a request are read.
    pub async fn requests(&self, tenant: &Tenant, reading: Reading<RequestId>) -> Result<Page<Request>, Error> {
        let page = self.page_of(tenant, REQUESTS, reading, &["request", "version"]).await?;
        page.try_map(|item| from_item::<RequestItem>(item).map(Request::from))
    }
}

impl Transaction<'_> {
    /// Inserts a new request with its personal part and, if it has one, its short link. Takes its uniqueness key, adds
    /// it to the order's list, and counts its creation. Refused if the id is taken or another request
    /// has the uniqueness key.
    pub fn insert_new(&mut self, request: &Request, sealed: &RequestRecipient, keys: &TenantKeys, now: Timestamp) {
        self.insert(Part::Request, &keys::request(self.tenant, request.id), &RequestItem::from(request));
        self.insert_sealed(request, sealed, keys);
        if let Some(LinkCode { code: _, digest }) = &sealed.code {
            self.insert_short_link(digest, &sealed.token(self.tenant, request.id, keys), request);
        }
        if let Some(uniqueness_key) = &request.uniqueness_key {
            self.take_uniqueness_key(uniqueness_key, request, now);
        }
        self.list_for_order(request, keys);
        self.count(request, &[Counter::Created]);
    }

    /// Saves a request; `request` becomes the next version. Refused if the request changed since it was read.
    pub fn save_request(&mut self, part: Part, request: &mut Request) {
        let read = request.advance_version();
        self.put_next(part, &keys::request(self.tenant, request.id), &RequestItem::from(&*request), read);
    }

    /// Saves a request whose link now expires later, with what is kept as long as the link. Refused if the request changed since
    /// it was read.
    pub fn extend_request(&mut self, request: &mut Request, recipient: &RequestRecipient, keys: &TenantKeys) {
        self.save_request(Part::Request, request);
        self.replace_sealed(request, recipient, keys);
        self.list_for_order(request, keys);
        if let Some(customer) = request.customer {
            self.note_request(customer, request);
        }
    }

    /// Removes a request with its personal part, its drafts and its entry in the order's list. Its reviews stay, and so
    /// do its entries in the customer's lists. Refused if the request changed since it was read.
    pub fn remove_request(&mut self, request: &Request, keys: &TenantKeys) {
        let (key, values) = (keys::request(self.tenant, request.id), [(":read", number(request.version))]);
        self.delete_if(Part::Request, &key, "version = :read", values);
        self.forget(&keys::sealed(self.tenant, request.id));
        self.unlist_for_order(request, keys);
        (0..request.items.len()).for_each(|item| self.remove_review_draft(request.id, item));
    }
}

// A request as an item: the domain's struct as JSON and, beside it, the attributes that conditions, updates and the
// index `due` need.

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
    /// Lists do not read it.
    #[serde(default)]
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
            ttl: days_after(request.expires_at, REQUEST_DAYS),
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
