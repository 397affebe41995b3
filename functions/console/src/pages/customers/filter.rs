//! The requests that a list shows, from its address.

use app::request::ListOptions;
use domain::order::OrderId;
use domain::request::Status;
use domain::values::RequestId;
use edge::body::Fields;
use form_urlencoded::Serializer;
use jiff::Timestamp;
use store::request::listed::RequestList;
use store::today::failures_since;
use vault::TenantKeys;

use crate::form::Failure;
use crate::ui::CUSTOMERS as HERE;

const PAGE: u32 = 25;

/// The requests that a list shows. Of the order and the status, only one counts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    pub status: Option<Status>,
    /// Only requests that failed in the hours for which *Today* counts failures.
    pub failed_today: bool,
    pub order: Option<OrderId>,
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
        Ok(Self {
            failed_today: match given("failed") {
                None => false,
                Some("today") => true,
                Some(_) => return Err(Failure::NotFound),
            },
            status: given("status").map(|word| Status::parse(word).ok_or(Failure::NotFound)).transpose()?,
            order: given("order").map(OrderId::parse).transpose().map_err(unknown)?.flatten(),
            before: given("before").map(RequestId::parse).transpose().map_err(unknown)?,
        })
    }

    pub(crate) fn path(&self) -> String {
        let query = self.query();
        if query.is_empty() { HERE.to_owned() } else { format!("{HERE}?{query}") }
    }

    fn query(&self) -> String {
        let Self { status, failed_today, order, before } = self;
        let pairs = [
            ("status", status.map(|status| status.as_str().to_owned())),
            ("failed", failed_today.then(|| "today".to_owned())),
            ("order", order.as_ref().map(|order| order.as_str().to_owned())),
            ("before", before.map(|id| id.to_string())),
        ];
        let pairs = pairs.into_iter().filter_map(|(name, value)| Some((name, value?)));
        Serializer::new(String::new()).extend_pairs(pairs).finish()
    }

    /// Whether the list is of requests, and not of customers.
    pub(super) const fn is_of_requests(&self) -> bool {
        self.order.is_some() || self.status.is_some() || self.failed_today
    }

    pub(super) fn selection(&self, keys: &TenantKeys, now: Timestamp) -> (RequestList, ListOptions) {
        let all = ListOptions { before: self.before, ..ListOptions::all(PAGE) };
        let Some(order) = &self.order else {
            let failed_since = self.failed_today.then(|| failures_since(now));
            return (RequestList::ShopWithWaits, ListOptions { status: self.status, failed_since, ..all });
        };
        (RequestList::of_order(order, keys), ListOptions { order: Some(order.clone()), ..all })
    }
}
