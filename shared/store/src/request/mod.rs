//! Requests: read by id or in pages, inserted, saved and removed.

mod counter_days;
pub mod counters;
pub mod idempotency;
mod item;
pub mod listed;
pub mod personal;
pub mod problem;
pub(crate) mod short_link;
pub(crate) mod slot;
pub(crate) mod uniqueness_key;

use aws_sdk_dynamodb::types::Delete;
use domain::request::{Counter, Request};
use domain::values::{RequestId, Tenant};
use jiff::Timestamp;
use vault::TenantKeys;

use crate::request::personal::{LinkCode, RequestRecipient};
pub(crate) use item::{RequestItem, deferred_until};

use crate::table::keys::{self, REQUESTS};
use crate::table::{Error, Listed, Page, Part, Reading, Store, Transaction, from_item, number};

impl Listed for Request {
    type Place = RequestId;

    fn place(&self) -> RequestId {
        self.id
    }
}

impl Store {
    /// A request, without its personal part; `None` for an unknown id.
    pub async fn request(&self, tenant: &Tenant, id: RequestId) -> Result<Option<Request>, Error> {
        let item = self.get(&keys::request(tenant, id)).await?;
        item.map(|item| from_item::<RequestItem>(item).map(Request::from)).transpose()
    }

    /// A page of the tenant's requests. Only the attributes that make up a request are read.
    pub async fn requests(&self, tenant: &Tenant, reading: Reading<RequestId>) -> Result<Page<Request>, Error> {
        let page = self.page_of(tenant, REQUESTS, reading, &["request", "version"]).await?;
        page.try_map(|item| from_item::<RequestItem>(item).map(Request::from))
    }
}

impl Transaction<'_> {
    /// Inserts a new request with its personal part and, if it has one, its short link. Takes its uniqueness key, adds
    /// it to the order's list, and counts its creation and `counters`. Refused if the id is taken or another request
    /// has the uniqueness key.
    pub fn insert_new(
        &mut self,
        request: &Request,
        sealed: &RequestRecipient,
        keys: &TenantKeys,
        counters: &[Counter],
        now: Timestamp,
    ) {
        self.insert(Part::Request, &keys::request(self.tenant, request.id), &RequestItem::from(request));
        self.insert_sealed(request, sealed, keys);
        if let Some(LinkCode { code: _, digest }) = &sealed.code {
            self.insert_short_link(digest, &sealed.token(self.tenant, request.id, keys), request);
        }
        if let Some(uniqueness_key) = &request.uniqueness_key {
            self.take_uniqueness_key(uniqueness_key, request, now);
        }
        self.list_for_order(request, keys);
        self.count(request, &[&[Counter::Created], counters].concat());
    }

    /// Saves a request; `request` becomes the next version. Refused if the request changed since it was read.
    pub fn save_request(&mut self, part: Part, request: &mut Request) {
        let read = request.advance_version();
        let key = keys::request(self.tenant, request.id);
        self.put(part, &key, &RequestItem::from(&*request), "version = :read", [(":read", number(read))]);
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
        let row = Delete::builder()
            .condition_expression("version = :read")
            .expression_attribute_values(":read", number(request.version));
        self.delete(Part::Request, &keys::request(self.tenant, request.id), row);
        self.delete(Part::Other, &keys::sealed(self.tenant, request.id), Delete::builder());
        self.unlist_for_order(request, keys);
        (0..request.items.len()).for_each(|item| self.remove_review_draft(request.id, item));
    }
}
