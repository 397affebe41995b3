//! Requests: a page of a list, one with what became of it, and what is found by what somebody types.

use std::collections::HashMap;
use std::sync::Arc;

use app::error::Error;
use app::request::why::{Explain, Explained, Reader, Speech};
use app::request::{ListOptions, find_in};
use domain::customer::{Customer, CustomerKey};
use domain::order::{OrderId, Product};
use domain::request::Request;
use domain::values::{CustomerId, EmailAddress, Phone, RequestId};
use jiff::Timestamp;
use members::Entered;
use store::request::listed::{ListedRequest, RequestList};
use store::request::personal::RequestRecipient;
use store::table::Store;
use vault::Vault;

/// The requests that a page shows.
pub(crate) struct RequestSelection {
    pub list: RequestList,
    pub options: ListOptions,
    /// Leaves out requests of other customers: one that an address names as somebody's first may be another's.
    pub customer: Option<CustomerId>,
    /// Whether the names of the people are read, too, in another call.
    pub is_named: bool,
}

/// A page of requests.
pub(crate) struct RequestPage {
    pub rows: Vec<ListedRequest>,
    /// The names of the people who were asked, or else their addresses.
    pub names: HashMap<RequestId, String>,
    /// Where the list goes on.
    pub next: Option<RequestId>,
}

/// A request with what became of it.
pub(crate) struct WholeRequest {
    pub request: Request,
    pub explained: Explained,
    /// The personal part, as long as it is in the table.
    pub sealed: Option<RequestRecipient>,
    /// What it asks about, as far as the shop described it.
    pub products: Vec<Product>,
}

/// The result of a search.
pub(crate) enum Searched {
    Customer(Box<Customer>),
    Order(OrderId),
    /// Nobody: what is known of the address or number.
    Nobody(String),
    /// The words typed are neither an address nor a number nor an order.
    Wrong,
}

/// Finds requests.
pub(crate) struct FindRequests {
    /// The table.
    pub store: Store,
    /// Opens what the reasons follow from.
    pub vault: Arc<Vault>,
}

impl FindRequests {
    /// A page of a list.
    pub async fn list(
        &self,
        entered: &Entered,
        selection: &RequestSelection,
        now: Timestamp,
    ) -> Result<RequestPage, Error> {
        let RequestSelection { list, options, customer, is_named } = selection;
        let found = find_in(&self.store, &entered.tenant, list, options, now).await?;
        let is_theirs = |request: &Request| customer.is_none() || request.customer == *customer;
        let mut rows = found.rows;
        rows.retain(|listed| listed.request.as_ref().is_some_and(is_theirs));
        let names = if *is_named { self.names(entered, &rows).await? } else { HashMap::new() };
        Ok(RequestPage { rows, names, next: found.next })
    }

    async fn names(&self, entered: &Entered, rows: &[ListedRequest]) -> Result<HashMap<RequestId, String>, Error> {
        let ids: Vec<_> = rows.iter().map(|listed| listed.id).collect();
        let mut names = HashMap::new();
        for parts in self.store.request_parts(&entered.tenant, &ids).await? {
            let Some(sealed) = parts.open(&entered.keys)? else { continue };
            let name = sealed.name.map(|name| name.as_str().to_owned());
            let address = sealed.email.map(|email| email.as_typed().to_owned());
            let address = address.or(sealed.phone.map(|phone| phone.as_str().to_owned()));
            names.extend(name.or(address).map(|name| (parts.id, name)));
        }
        Ok(names)
    }

    /// A request with what became of it and why; `None` for an unknown id.
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
        let products = self.store.display_context(&entered.tenant, &context.request).await?.products;
        let sealed = context.open(&entered.keys)?;
        Ok(Some(WholeRequest { request: context.request, explained, sealed, products }))
    }

    /// Looks for what somebody typed, in two calls at most.
    pub async fn search(
        &self,
        entered: &Entered,
        typed: &str,
        speech: Speech<'_>,
        now: Timestamp,
    ) -> Result<Searched, Error> {
        // The number of an order may be somebody's number, too: it is an order unless somebody has it.
        let order = OrderId::parse(typed).ok().flatten().filter(|_| !typed.contains('@') && !typed.starts_with('+'));
        let key = match typed.contains('@') {
            true => EmailAddress::parse(typed).map(CustomerKey::Email),
            false => Phone::parse_in(typed, entered.shop.rules.country).map(CustomerKey::Phone),
        };
        let Ok(key) = key else { return Ok(order.map_or(Searched::Wrong, Searched::Order)) };
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

    /// The facts about an order without requests.
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
        Explain { store: &self.store, vault: &self.vault, tenant, keys, now, speech, reader: Reader::Shop }
    }
}
