//! Lists of requests: the shop's, a customer's, an order's.

use domain::order::OrderId;
use domain::request::Request;
use domain::values::{CustomerId, RequestId, Tenant};
use vault::TenantKeys;

use crate::request::deferred_until;
use crate::retention::{REQUEST_DAYS, days_after};
use crate::table::keys::REQUESTS;
use crate::table::{Attributes, End, Error, Key, Listed, NoFields, Page, Reading, Store, Transaction, keys, read_row};

#[derive(Debug, Clone)]
pub enum RequestList {
    /// All of the shop's requests. `waits` is not read and always `false`, so there is less to read.
    Shop,
    ShopWithWaits,
    Customer(CustomerId),
    /// A customer's requests, with the request that created the customer, if there is one. Saves a call.
    CustomerWithFirst(CustomerId, Option<RequestId>),
    /// The requests about an order, by the blind index of the order's id, and the request for which we made up that id,
    /// if we did.
    Order(String, Option<RequestId>),
}

impl RequestList {
    pub fn of_order(order: &OrderId, keys: &TenantKeys) -> Self {
        Self::Order(keys.order_list_index(order), order.automatic_for())
    }
}

pub struct ListedRequest {
    /// The request's id, which is also its place.
    pub id: RequestId,
    /// The request; `None` if the shop removed it.
    pub request: Option<Request>,
    /// Whether the message waits for its provider, or for the end of a suspension of the shop's emails.
    pub waits: bool,
}

impl Listed for ListedRequest {
    type Place = RequestId;

    fn place(&self) -> RequestId {
        self.id
    }
}

impl Store {
    pub async fn listed_requests(
        &self,
        tenant: &Tenant,
        list: &RequestList,
        reading: Reading<RequestId>,
    ) -> Result<Page<ListedRequest>, Error> {
        match list {
            RequestList::Shop => {
                let Page { rows, more } = self.requests(tenant, reading).await?;
                let row = |request: Request| ListedRequest { id: request.id, request: Some(request), waits: false };
                Ok(Page { rows: rows.into_iter().map(row).collect(), more })
            }
            RequestList::ShopWithWaits => {
                let attributes = ["doc", "version", "due_shard", "deferred_until"];
                self.page_of(tenant, REQUESTS, reading, &attributes).await?.try_map(|item| {
                    let (request, waits) = read(item)?;
                    Ok(ListedRequest { id: request.id, request: Some(request), waits })
                })
            }
            RequestList::Customer(customer) => {
                let prefix = keys::customer_requests(*customer);
                let page = self.page(tenant, &prefix, reading.clone());
                let (first, page) = tokio::try_join!(self.first_request(tenant, *customer), page)?;
                self.requests_at(tenant, &prefix, page, first, &reading).await
            }
            RequestList::CustomerWithFirst(customer, first) => {
                let prefix = keys::customer_requests(*customer);
                let page = self.page(tenant, &prefix, reading.clone()).await?;
                self.requests_at(tenant, &prefix, page, *first, &reading).await
            }
            RequestList::Order(index, made_up) => {
                let prefix = keys::order_requests(index);
                let page = self.page(tenant, &prefix, reading.clone()).await?;
                self.requests_at(tenant, &prefix, page, *made_up, &reading).await
            }
        }
    }

    /// The requests on a page of a list, with `also`, which belongs to the list but is not stored in it.
    async fn requests_at(
        &self,
        tenant: &Tenant,
        prefix: &str,
        Page { rows, more }: Page<Attributes>,
        also: Option<RequestId>,
        &Reading { span: _, after, end, limit }: &Reading<RequestId>,
    ) -> Result<Page<ListedRequest>, Error> {
        let mut ids =
            rows.iter().map(|item| keys::id_behind(item, prefix)).collect::<Result<Vec<RequestId>, Error>>()?;
        let is_behind = |id: RequestId, place: RequestId| match end {
            End::Oldest => id > place,
            End::Newest => id < place,
        };
        // If `also` follows the page's last row, it belongs to the next page.
        let last = ids.last().copied().filter(|_| more);
        let is_here = |id: &RequestId| {
            after.is_none_or(|after| is_behind(*id, after)) && last.is_none_or(|last| is_behind(last, *id))
        };
        if let Some(also) = also.filter(is_here).filter(|also| !ids.contains(also)) {
            let place = ids.iter().position(|id| is_behind(*id, also)).unwrap_or(ids.len());
            ids.insert(place, also);
        }
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = more || ids.len() > limit;
        ids.truncate(limit);
        let mut items = self.batch(ids.iter().map(|id| keys::request(tenant, *id)).collect()).await?;
        let row = |id: RequestId| {
            let (request, waits) = items.remove(&keys::request(tenant, id)).map(read).transpose()?.unzip();
            Ok(ListedRequest { id, request, waits: waits.unwrap_or_default() })
        };
        Ok(Page { rows: ids.into_iter().map(row).collect::<Result<_, Error>>()?, more })
    }
}

fn read(item: Attributes) -> Result<(Request, bool), Error> {
    let shard = item.get("due_shard").and_then(|shard| shard.as_s().ok());
    let waits = deferred_until(&item)?.is_some() || shard.is_some_and(|shard| keys::is_of_waiting(shard));
    Ok((read_row(item)?, waits))
}

/// The entry of a request in the order's list. `None` if the shop named no order, because the made-up id itself says
/// which request it is.
pub(crate) fn order_entry(tenant: &Tenant, request: &Request, keys: &TenantKeys) -> Option<Key> {
    let is_listed = request.order.is_given();
    is_listed.then(|| keys::order_request(tenant, &keys.order_list_index(&request.order), request.id))
}

impl Transaction<'_> {
    pub(crate) fn list_for_order(&mut self, request: &Request, keys: &TenantKeys) {
        if let Some(key) = order_entry(self.tenant, request, keys) {
            self.set(&key, &NoFields::until(days_after(request.expires_at, REQUEST_DAYS)));
        }
    }

    pub(crate) fn unlist_for_order(&mut self, request: &Request, keys: &TenantKeys) {
        if let Some(key) = order_entry(self.tenant, request, keys) {
            self.forget(&key);
        }
    }
}
