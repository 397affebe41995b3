//! Finds requests: all of a shop's, those to an address, those about an order, and those that are stuck.
//!
//! Told by `tests/stories/requests/search.story`.

use domain::customer::CustomerKey;
use domain::order::OrderId;
use domain::request::{Request, Status, Stuck};
use domain::values::{EmailAddress, RequestId, Tenant};
use jiff::Timestamp;
use store::request::listed::{ListedRequest, RequestList};
use store::table::{End, Store};
use vault::TenantKeys;

use crate::error::Error;
use crate::paging::{Bound, Listing, Scan, Until, Walked, walk};

#[derive(Debug, Clone)]
pub struct ListOptions {
    pub limit: u32,
    /// Only requests with smaller ids.
    pub before: Option<RequestId>,
    pub status: Option<Status>,
    pub email: Option<EmailAddress>,
    pub order: Option<OrderId>,
    pub stuck: Option<Stuck>,
    pub failed_since: Option<Timestamp>,
}

impl ListOptions {
    pub const fn all(limit: u32) -> Self {
        Self { limit, before: None, status: None, email: None, order: None, stuck: None, failed_since: None }
    }
}

/// A shop's requests, newest first. For an address or an order, only its own list is read, however many other requests
/// there are.
pub async fn find(
    store: &Store,
    tenant: &Tenant,
    keys: &TenantKeys,
    options: &ListOptions,
    now: Timestamp,
) -> Result<Walked<ListedRequest>, Error> {
    let list = match (&options.email, &options.order, options.stuck) {
        (Some(email), _, _) => match store.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await? {
            Some(customer) => RequestList::Customer(customer),
            None => return Ok(Walked { rows: Vec::new(), next: None, skip: 0 }),
        },
        (None, Some(order), _) => RequestList::of_order(order, keys),
        (None, None, Some(_)) => RequestList::ShopWithWaits,
        (None, None, None) => RequestList::Shop,
    };
    find_in(store, tenant, &list, options, now).await
}

/// Like [`find`], in a list that the caller knows; the address in the options is ignored.
pub async fn find_in(
    store: &Store,
    tenant: &Tenant,
    list: &RequestList,
    options: &ListOptions,
    now: Timestamp,
) -> Result<Walked<ListedRequest>, Error> {
    let ListOptions { limit, before, status, email: _, order, stuck, failed_since } = options;
    let passes = |listed: &ListedRequest| {
        listed.request.as_ref().is_some_and(|request| {
            status.is_none_or(|status| request.status(now) == status)
                && order.as_ref().is_none_or(|order| request.order.as_str() == order.as_str())
                && stuck.is_none_or(|how| is_stuck(request, listed.waits, how, now))
                && failed_since.is_none_or(|since| request.failed_at().is_some_and(|at| at >= since))
        })
    };
    let is_whole = matches!(list, RequestList::Shop) && status.is_none() && failed_since.is_none();
    let scan = (!is_whole).then_some(Scan { passes: &passes, bound: Bound::REQUESTS, until: Until::Match });
    let listing = Listing { scan, ..Listing::new(End::Newest, *before, *limit) };
    walk(listing, |reading| store.listed_requests(tenant, list, reading)).await
}

/// Whether a request is stuck in this way. Most messages that wait for their provider were never tried, so only
/// `waits`, from the request's row, shows that they wait.
fn is_stuck(request: &Request, waits: bool, how: Stuck, now: Timestamp) -> bool {
    let is_deferred = || waits && request.planned(now).is_some() && !request.is_stuck(Stuck::Held, now);
    request.is_stuck(how, now) || how == Stuck::Throttled && is_deferred()
}
