//! Customers: a page of the list, and one customer with the data that is stored about them, or its amount.
//!
//! Told by `tests/stories/console/customers.story`.

use app::error::Error;
use app::paging::{Bound, Listing, Scan, Until, walk};
use app::request::{ListOptions, find_in};
use domain::customer::{Charge, Customer, CustomerKey};
use domain::order::{Order, Product};
use domain::review::Review;
use domain::values::CustomerId;
use futures_util::future::{try_join, try_join_all, try_join5};
use jiff::Timestamp;
use members::Entered;
use store::customer::NewestRequest;
use store::message::CustomerMessage;
use store::message::suppression::SuppressedRecipient;
use store::request::listed::{ListedRequest, RequestList};
use store::table::{End, ListKey, Page, Placed, Reading, Store};

const PAGE: u32 = 25;
/// How many of each kind are read, newest first.
const ROWS: u32 = 20;

pub(crate) struct ListedCustomers {
    /// The customers, each with the outcome of the newest request to them.
    pub rows: Vec<(Customer, NewestRequest)>,
    /// The first products of these requests, if the shop described them.
    pub products: Vec<Product>,
    pub next: Option<ListKey>,
}

/// A customer with the data that is stored about them: the newest 20 of each kind.
pub(crate) struct WholeCustomer {
    pub customer: Customer,
    /// The customer's address and number, each with why it gets no messages; `None` if it does.
    pub recipients: Vec<(CustomerKey, Option<SuppressedRecipient>)>,
    /// The order that was described last, even if a rule leaves it out.
    pub last_order: Option<Order>,
    pub requests: Vec<ListedRequest>,
    pub messages: Vec<CustomerMessage>,
    pub reviews: Vec<Review>,
    pub orders: Vec<Order>,
    pub charges: Vec<Charge>,
}

pub(crate) struct Customers {
    pub store: Store,
}

impl Customers {
    /// A page of the list, newest first.
    pub async fn list(&self, entered: &Entered, after: Option<ListKey>) -> Result<ListedCustomers, Error> {
        let (tenant, keys) = (&entered.tenant, &*entered.keys);
        let reading = Reading { after, ..Reading::first(End::Newest, PAGE) };
        let Page { rows, more } = self.store.customers(tenant, reading, keys).await?;
        let next = rows.last().filter(|_| more).map(|last| last.place.clone());
        self.listed(entered, rows, next).await
    }

    /// A page of the customers whose names have all these words, newest first. One search looks at 500 customers with the
    /// rarest of the words.
    pub async fn named(
        &self,
        entered: &Entered,
        words: &[String],
        after: Option<ListKey>,
    ) -> Result<ListedCustomers, Error> {
        let (store, tenant, keys) = (&self.store, &entered.tenant, &*entered.keys);
        let Some(rarest) = store.rarest_word(tenant, words, keys).await? else {
            return self.listed(entered, Vec::new(), None).await;
        };
        let passes = |placed: &Placed<Customer>| {
            let name = placed.row.as_ref().map(Customer::searched_words).unwrap_or_default();
            words.iter().all(|word| name.contains(word))
        };
        let scan = Some(Scan { passes: &passes, bound: Bound::NAMES, until: Until::Match });
        let listing = Listing { scan, ..Listing::new(End::Newest, after, PAGE) };
        let found = walk(listing, |reading| store.customers_named(tenant, rarest, reading, keys)).await?;
        self.listed(entered, found.rows, found.next).await
    }

    async fn listed(
        &self,
        entered: &Entered,
        rows: Vec<Placed<Customer>>,
        next: Option<ListKey>,
    ) -> Result<ListedCustomers, Error> {
        let (tenant, keys) = (&entered.tenant, &*entered.keys);
        let customers: Vec<_> = rows.into_iter().filter_map(|placed| placed.row).collect();
        let newest = self.store.newest_requests(tenant, &customers, keys).await?;
        let first = |newest: &NewestRequest| newest.request.as_ref()?.items.first()?.subject.product().cloned();
        let products: Vec<_> = newest.iter().filter_map(first).collect();
        let products = self.store.products(tenant, &products).await?;
        Ok(ListedCustomers { rows: customers.into_iter().zip(newest).collect(), products, next })
    }

    pub async fn get(&self, entered: &Entered, id: CustomerId) -> Result<Customer, Error> {
        self.find(entered, id).await?.ok_or(Error::NotFound)
    }

    /// `None` for an unknown id, or once the customer was erased.
    pub async fn find(&self, entered: &Entered, id: CustomerId) -> Result<Option<Customer>, Error> {
        Ok(self.store.customer(&entered.tenant, id, &entered.keys).await?)
    }

    /// The customer with the data that is stored about them; `None` for an unknown id.
    pub async fn whole(
        &self,
        entered: &Entered,
        id: CustomerId,
        now: Timestamp,
    ) -> Result<Option<WholeCustomer>, Error> {
        let (store, tenant, keys) = (&self.store, &entered.tenant, &*entered.keys);
        let Some(customer) = store.customer(tenant, id, keys).await? else { return Ok(None) };
        let list = RequestList::CustomerWithFirst(id, customer.first_request);
        let options = ListOptions::all(ROWS);
        let suppressed = try_join_all(customer.recipients().map(|recipient| async move {
            let index = keys.recipient_index(&recipient);
            let suppressed = store.suppression(tenant, &index, keys).await?;
            Ok::<_, store::table::Error>((recipient, suppressed))
        }));
        let last_order = async {
            let Some(email) = &customer.email else { return Ok(None) };
            store.newest_order_of_address(tenant, &keys.email_index(email), keys).await
        };
        let newest = || Reading::first(End::Newest, ROWS);
        let others = try_join5(
            try_join(suppressed, last_order),
            store.customer_messages(tenant, id, newest()),
            store.listed_reviews(tenant, Some(id), newest(), keys),
            store.orders(tenant, Some(id), newest(), keys),
            store.charges(tenant, id),
        );
        let others = async { others.await.map_err(Error::from) };
        let requests = find_in(store, tenant, &list, &options, now);
        let (requests, (known, messages, reviews, orders, charges)) = try_join(requests, others).await?;
        let (recipients, last_order) = known;
        let mut orders = orders.found();
        orders.sort_by_key(|order| std::cmp::Reverse(order.placed_at));
        Ok(Some(WholeCustomer {
            customer,
            recipients,
            last_order,
            requests: requests.rows,
            messages: messages.rows.into_iter().filter_map(|placed| placed.row).collect(),
            reviews: reviews.rows.into_iter().filter_map(|placed| placed.row).collect(),
            orders,
            charges: charges.into_iter().rev().take(ROWS as usize).collect(),
        }))
    }
}
