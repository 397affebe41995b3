//! Requests: read by id or in pages, inserted, saved and removed.

mod item;
mod step;

use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::Delete;
use domain::{Counter, OfRequest, Request, RequestId, Tenant};
use jiff::Timestamp;
use vault::TenantKeys;

use crate::personal::{Sealed, SealedCode};
use crate::table::keys::{self, REQUESTS};
use crate::table::{End, Error, IdRange, Page, Part, Store, Transaction, from_item, number};
pub(crate) use item::RequestItem;
pub(crate) use step::StepPart;

impl Store {
    /// A request, without its personal part; `None` for an unknown id.
    pub async fn request(&self, tenant: &Tenant, id: RequestId) -> Result<Option<Request>, Error> {
        let item = self.get(&keys::request(tenant, id)).await?;
        item.map(|item| from_item::<RequestItem>(item)?.try_into()).transpose()
    }

    /// The tenant's requests with ids below `before`, newest first, at most `limit`.
    pub async fn requests(
        &self,
        tenant: &Tenant,
        before: Option<RequestId>,
        limit: u32,
    ) -> Result<Page<Request>, Error> {
        // One more than `limit`: if it exists, there is another page.
        let end = before.map_or_else(|| format!("{REQUESTS}~"), |id| keys::request(tenant, id).sk);
        let read_max = i32::try_from(limit + 1).unwrap_or(i32::MAX);
        let query = self.listed(tenant, REQUESTS.to_owned(), end).scan_index_forward(false);
        let answer = query.limit(read_max + i32::from(before.is_some())).send().await?;
        let mut requests = answer
            .items
            .unwrap_or_default()
            .into_iter()
            .map(|item| from_item::<RequestItem>(item)?.try_into())
            .collect::<Result<Vec<Request>, Error>>()?;
        // BETWEEN includes its end, `before` itself.
        requests.retain(|request| before.is_none_or(|before| request.id < before));
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        // A call ends after 1 MB, too, which may be exactly at `limit`.
        let more = requests.len() > limit || answer.last_evaluated_key.is_some();
        requests.truncate(limit);
        Ok(Page { rows: requests, more })
    }

    /// At most `limit` of the tenant's requests in a range, from one end of it. One call, which may
    /// return fewer than there are; the next page starts after its last request.
    pub async fn requests_of(
        &self,
        tenant: &Tenant,
        IdRange { first, last }: IdRange<OfRequest>,
        end: End,
        limit: u32,
    ) -> Result<Page<Request>, Error> {
        let sk = |id| keys::request(tenant, id).sk;
        let (items, more) = Self::range_page(self.listed(tenant, sk(first), sk(last)), end, limit).await?;
        let read = |item| from_item::<RequestItem>(item)?.try_into();
        Ok(Page { rows: items.into_iter().map(read).collect::<Result<_, Error>>()?, more })
    }

    /// A query of requests that sends of each what the request is made of, and neither keys nor what is derived.
    fn listed(&self, tenant: &Tenant, first: String, last: String) -> QueryFluentBuilder {
        let query = self.range(tenant, first, last).projection_expression("#request, #version");
        query.expression_attribute_names("#request", "request").expression_attribute_names("#version", "version")
    }
}

impl Transaction<'_> {
    /// Inserts a new request with its personal part and, if it has one, its short link; takes its guard and counts it.
    /// Refused if the id is taken or another request holds the guard.
    pub fn insert_new(&mut self, request: &Request, sealed: &Sealed, keys: &TenantKeys, now: Timestamp) {
        self.insert(Part::Request, &keys::request(self.tenant, request.id), &RequestItem::from(request));
        self.insert_sealed(request, sealed, keys);
        if let Some(SealedCode { code: _, digest }) = &sealed.code {
            self.insert_short_link(digest, &sealed.token(self.tenant, request.id, keys), request);
        }
        if let Some(guard) = &request.guard {
            self.take_guard(guard, request, now);
        }
        self.count(request, &[Counter::Created]);
    }

    /// Saves a request; `request` becomes the next version. Refused if the request changed since it was
    /// read.
    pub fn save_request(&mut self, part: Part, request: &mut Request) {
        let read = request.advance_version();
        let key = keys::request(self.tenant, request.id);
        self.put(part, &key, &RequestItem::from(&*request), "version = :read", [(":read", number(read))]);
    }

    /// Removes a request with its personal part and drafts. Its reviews, and its entries in its
    /// customer's lists, stay. Refused if the request changed since it was read.
    pub fn remove_request(&mut self, request: &Request) {
        let row = Delete::builder()
            .condition_expression("version = :read")
            .expression_attribute_values(":read", number(request.version));
        self.delete(Part::Request, &keys::request(self.tenant, request.id), row);
        self.delete(Part::Other, &keys::sealed(self.tenant, request.id), Delete::builder());
        (0..request.items.len()).for_each(|item| self.remove_review_draft(request.id, item));
    }
}
