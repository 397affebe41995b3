//! Requests: a page of a list, one request with its outcome, and an exact search.
//!
//! Told by `tests/stories/console/requests.story`.

use std::collections::HashMap;
use std::sync::Arc;

use app::error::Error;
use app::request::why::{Explain, Explained, Speech};
use app::request::{ListOptions, find_in};
use domain::customer::{Customer, CustomerKey};
use domain::order::{OrderId, Product};
use domain::request::Request;
use domain::values::{EmailAddress, Phone, RequestId, searched_words};
use futures_util::future::try_join;
use jiff::Timestamp;
use members::Entered;
use store::context::DisplayContext;
use store::request::listed::{ListedRequest, RequestList};
use store::request::personal::RequestRecipient;
use store::table::{End, ListKey, Reading, Store};
use vault::Vault;

use crate::use_cases::{Customers, ListedCustomers};

pub(crate) struct RequestPage {
    pub rows: Vec<ListedRequest>,
    /// The recipients' names or, if unknown, their addresses.
    pub names: HashMap<RequestId, String>,
    /// The first products of the requests, if the shop described them.
    pub products: Vec<Product>,
    pub next: Option<RequestId>,
}

pub(crate) struct WholeRequest {
    pub request: Request,
    pub explained: Explained,
    /// The recipient, until it is deleted.
    pub sealed: Option<RequestRecipient>,
    /// The products and the order that the shop described.
    pub shown: DisplayContext,
}

pub(crate) enum Searched {
    Customer(Box<Customer>),
    Order(OrderId),
    /// Customers with a name.
    Named(ListedCustomers),
    /// The text is probably a name, and nobody was found.
    NobodyNamed,
    /// Nobody was found. The text explains what is known about the address or number.
    Nobody(String),
    /// The text is neither an address nor a number nor an order.
    Wrong,
}

pub(crate) struct FindRequests {
    pub store: Store,
    /// Decrypts the data for explanations.
    pub vault: Arc<Vault>,
}

impl FindRequests {
    pub async fn list(
        &self,
        entered: &Entered,
        list: &RequestList,
        options: &ListOptions,
        now: Timestamp,
    ) -> Result<RequestPage, Error> {
        let found = find_in(&self.store, &entered.tenant, list, options, now).await?;
        let mut rows = found.rows;
        rows.retain(|listed| listed.request.is_some());
        let ids: Vec<_> = rows.iter().map(|listed| listed.id).collect();
        let first = |listed: &ListedRequest| listed.request.as_ref()?.items.first()?.subject.product().cloned();
        let products: Vec<_> = rows.iter().filter_map(first).collect();
        let products = async { Ok(self.store.products(&entered.tenant, &products).await?) };
        let (names, products) = try_join(self.names(entered, &ids), products).await?;
        Ok(RequestPage { rows, names, products, next: found.next })
    }

    /// The recipients' names or, if unknown, their addresses; without a call if there are no ids. A name that cannot be
    /// read is left out.
    async fn names(&self, entered: &Entered, ids: &[RequestId]) -> Result<HashMap<RequestId, String>, Error> {
        let mut names = HashMap::new();
        for parts in self.store.request_parts(&entered.tenant, ids).await? {
            let sealed = parts.open(&entered.keys).inspect_err(|error| {
                tracing::error!(request = parts.id.get(), %error, "cannot read the name of a request's recipient");
            });
            let Ok(Some(sealed)) = sealed else { continue };
            let name = sealed.name.map(|name| name.as_str().to_owned());
            let address = sealed.email.map(|email| email.as_typed().to_owned());
            let address = address.or(sealed.phone.map(|phone| phone.as_str().to_owned()));
            names.extend(name.or(address).map(|name| (parts.id, name)));
        }
        Ok(names)
    }

    /// A request with its outcome and the reason; `None` for an unknown id.
    pub async fn whole(
        &self,
        entered: &Entered,
        id: RequestId,
        speech: Speech<'_>,
        now: Timestamp,
    ) -> Result<Option<WholeRequest>, Error> {
        let found = self.store.context_with_sending_state(&entered.tenant, id).await?;
        let Some((context, sending)) = found else { return Ok(None) };
        let explained = self.explain(entered, speech, now).explained(&context, &sending).await?;
        let shown = self.store.display_context(&entered.tenant, &context.request, &entered.keys).await?;
        let sealed = context.open(&entered.keys)?;
        Ok(Some(WholeRequest { request: context.request, explained, sealed, shown }))
    }

    /// Searches with at most two calls to the table, unless the text is a name; then the customers begin after `after`.
    pub async fn search(
        &self,
        entered: &Entered,
        typed: &str,
        after: Option<ListKey>,
        speech: Speech<'_>,
        now: Timestamp,
    ) -> Result<Searched, Error> {
        // A number may be an order's or a phone number. It counts as an order's, unless a customer has the phone
        // number.
        let order = OrderId::parse(typed).ok().flatten().filter(|_| !typed.contains('@') && !typed.starts_with('+'));
        let key = match typed.contains('@') {
            true => EmailAddress::parse(typed).map(CustomerKey::Email),
            false => Phone::parse_in(typed, entered.shop.rules.country).map(CustomerKey::Phone),
        };
        let Ok(key) = key else {
            // An order's id may have letters and digits, but seldom a space.
            let are_words = typed.contains(char::is_whitespace) && typed.contains(char::is_alphabetic);
            let is_name = !typed.contains(['@', '+']) && (are_words || !typed.contains(char::is_numeric));
            let words = if is_name { searched_words(typed) } else { Vec::new() };
            if words.is_empty() {
                return Ok(order.map_or(Searched::Wrong, Searched::Order));
            }
            return self.search_name(entered, &words, order, after).await;
        };
        let (tenant, keys) = (&entered.tenant, &*entered.keys);
        if let Some(id) = self.store.customer_id(tenant, &key, keys).await?
            && let Some(customer) = self.store.customer(tenant, id, keys).await?
        {
            return Ok(Searched::Customer(Box::new(customer)));
        }
        if let Some(order) = order.filter(|_| typed.chars().all(|c| c.is_ascii_digit())) {
            return Ok(Searched::Order(order));
        }
        Ok(Searched::Nobody(self.explain(entered, speech, now).nothing_at(&key).await?.1))
    }

    /// Customers with these words in their name, or else the order that has the text as its id.
    async fn search_name(
        &self,
        entered: &Entered,
        words: &[String],
        order: Option<OrderId>,
        after: Option<ListKey>,
    ) -> Result<Searched, Error> {
        let is_first = after.is_none();
        let named = Customers { store: self.store.clone() }.named(entered, words, after).await?;
        if !named.rows.is_empty() || named.next.is_some() || !is_first {
            return Ok(Searched::Named(named));
        }
        let Some(order) = order else { return Ok(Searched::NobodyNamed) };
        let list = RequestList::of_order(&order, &entered.keys);
        let newest = self.store.listed_requests(&entered.tenant, &list, Reading::first(End::Newest, 1)).await?;
        Ok(if newest.rows.is_empty() { Searched::NobodyNamed } else { Searched::Order(order) })
    }

    /// What is known about an order without requests.
    pub async fn nothing_about(
        &self,
        entered: &Entered,
        order: &OrderId,
        speech: Speech<'_>,
        now: Timestamp,
    ) -> Result<String, Error> {
        Ok(self.explain(entered, speech, now).nothing_about(order).await?.1)
    }

    fn explain<'a>(&'a self, entered: &'a Entered, speech: Speech<'a>, now: Timestamp) -> Explain<'a> {
        let Entered { tenant, keys, .. } = entered;
        Explain { store: &self.store, vault: &self.vault, tenant, keys, now, speech }
    }
}
