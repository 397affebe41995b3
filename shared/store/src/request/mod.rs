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
use vault::TenantKeys;

use crate::request::personal::{LinkCode, RequestRecipient};
use crate::retention::{REQUEST_DAYS, days_after};
use crate::table::keys::{self, REQUESTS};
use crate::table::{
    Attributes, DueKind, Error, Key, Listed, Page, Part, Reading, Row, Store, Transaction, instant, read_row,
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
        self.one(tenant, id).await
    }

    /// A page of the tenant's requests. Only the attributes that make up a request are read.
    pub async fn requests(&self, tenant: &Tenant, reading: Reading<RequestId>) -> Result<Page<Request>, Error> {
        let page = self.page_of(tenant, REQUESTS, reading, &["doc", "version"]).await?;
        page.try_map(read_row)
    }
}

impl Transaction<'_> {
    /// Inserts a new request with its personal part and, if it has one, its short link. Takes its uniqueness key, adds
    /// it to the order's list, and counts its creation. Refused if the id is taken or another request
    /// has the uniqueness key.
    pub fn insert_new(&mut self, request: &Request, sealed: &RequestRecipient, keys: &TenantKeys, now: Timestamp) {
        self.save_after(Part::Request, request, 0);
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
        self.save_after(part, request, request.version);
        request.advance_version();
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
        self.remove(request);
        self.forget(&keys::sealed(self.tenant, request.id));
        self.unlist_for_order(request, keys);
        (0..request.items.len()).for_each(|item| self.remove_review_draft(request.id, item));
    }
}

impl Row for Request {
    const KIND: &'static str = "request";
    const PART: Part = Part::Request;
    type Id<'a> = RequestId;

    fn key(tenant: &Tenant, id: RequestId) -> Key {
        keys::request(tenant, id)
    }

    fn id(&self) -> RequestId {
        self.id
    }

    fn ttl(&self) -> Option<i64> {
        Some(days_after(self.expires_at, REQUEST_DAYS))
    }

    fn version(&self) -> u64 {
        self.version
    }

    fn at_version(self, version: u64) -> Self {
        Self::at_version(self, version)
    }

    fn due(&self) -> Option<(String, Timestamp)> {
        // A message that its provider has just throttled has a wake-up of its own, so reconcile need not look for it
        // yet.
        let was_refused = self.step().is_some_and(|step| step.throttled > 0);
        let kind = if self.step().and_then(Step::owed_at).is_some() { DueKind::Message } else { DueKind::Expiry };
        let at = self.owed_at()?;
        Some((kind.shard_name(self.id.get()), if was_refused { at.max(self.updated_at()) } else { at }))
    }
}

/// Until when a request's message is deferred; `None` if it is not deferred, or if the request changed since.
pub(crate) fn deferred_until(item: &Attributes) -> Result<Option<Timestamp>, Error> {
    let until = item.get("deferred_until").and_then(|value| value.as_n().ok()?.parse().ok());
    until.map(instant).transpose()
}
