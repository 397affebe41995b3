//! The requests that a list shows, from its address.

use app::request::ListOptions;
use domain::order::OrderId;
use domain::request::Status;
use domain::values::{CustomerId, RequestId};
use edge::body::Fields;
use form_urlencoded::Serializer;
use jiff::Timestamp;
use store::request::listed::RequestList;
use store::today::failures_since;
use vault::TenantKeys;

use crate::form::Failure;
use crate::ui::{CUSTOMERS as HERE, customer_id};
use crate::use_cases::RequestSelection;

const PAGE: u32 = 25;

/// The requests that a list shows. Of the order, the customer and the status, only one counts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    pub status: Option<Status>,
    /// Only requests that failed in the hours for which *Today* counts failures.
    pub failed_today: bool,
    pub order: Option<OrderId>,
    /// A customer, and the request that was created together with them. The address names this request, because a
    /// search has already read it.
    pub customer: Option<(CustomerId, Option<RequestId>)>,
    /// Only requests with a smaller id, which are older.
    pub before: Option<RequestId>,
}

impl Filter {
    pub(crate) fn of(status: Status) -> Self {
        Self { status: Some(status), ..Self::default() }
    }

    /// Reads the query of an address. A malformed query leads to no page.
    pub(crate) fn read(fields: &Fields) -> Result<Self, Failure> {
        let given = |name| fields.find(name).filter(|value| !value.is_empty());
        let unknown = |_| Failure::NotFound;
        let id = |name| given(name).map(RequestId::parse).transpose().map_err(unknown);
        let customer = match given("customer") {
            Some(customer) => Some((customer_id(customer)?, id("first")?)),
            None => None,
        };
        Ok(Self {
            failed_today: match given("failed") {
                None => false,
                Some("today") => true,
                Some(_) => return Err(Failure::NotFound),
            },
            status: given("status").map(|word| Status::parse(word).ok_or(Failure::NotFound)).transpose()?,
            order: given("order").map(OrderId::parse).transpose().map_err(unknown)?.flatten(),
            customer,
            before: id("before")?,
        })
    }

    pub(crate) fn path(&self) -> String {
        let query = self.query();
        if query.is_empty() { HERE.to_owned() } else { format!("{HERE}?{query}") }
    }

    pub(super) fn query(&self) -> String {
        let Self { status, failed_today, order, customer, before } = self;
        let mut query = Serializer::new(String::new());
        let (customer, first) = customer.as_ref().map(|(id, first)| (id.guid().to_string(), *first)).unzip();
        let pairs = [
            ("status", status.map(|status| status.as_str().to_owned())),
            ("failed", failed_today.then(|| "today".to_owned())),
            ("order", order.as_ref().map(|order| order.as_str().to_owned())),
            ("customer", customer),
            ("first", first.flatten().map(|id| id.to_string())),
            ("before", before.map(|id| id.to_string())),
        ];
        for (name, value) in pairs {
            query.extend_pairs(value.map(|value| (name, value)));
        }
        query.finish()
    }

    /// Whether the list is of requests, and not of customers.
    pub(super) const fn is_of_requests(&self) -> bool {
        self.is_search() || self.status.is_some() || self.failed_today
    }

    pub(super) const fn is_search(&self) -> bool {
        self.order.is_some() || self.customer.is_some()
    }

    pub(super) fn selection(&self, keys: &TenantKeys, now: Timestamp) -> RequestSelection {
        let all = ListOptions { before: self.before, ..ListOptions::all(PAGE) };
        let (list, options) = match (&self.order, self.customer) {
            (Some(order), _) => (RequestList::of_order(order, keys), ListOptions { order: Some(order.clone()), ..all }),
            (None, Some((customer, first))) => (RequestList::CustomerWithFirst(customer, first), all),
            (None, None) => {
                let failed_since = self.failed_today.then(|| failures_since(now));
                (RequestList::ShopWithWaits, ListOptions { status: self.status, failed_since, ..all })
            }
        };
        let customer = self.customer.map(|(customer, _)| customer);
        // If the list is about one customer, the heading already shows the name.
        RequestSelection { list, options, customer, is_named: customer.is_none() }
    }
}
