//! Finds a person: the keys that lead from an address, a number or a customer to everything else.

use std::collections::BTreeSet;

use app::error::Error;
use domain::order::{Order, OrderId};
use domain::review::{Review, ReviewPlace, ReviewState};
use domain::values::{Channel, CustomerId, NumberPlans, RequestId, Tenant};
use domain::webhook::Subscription;
use jiff::Timestamp;
use store::privacy::Person;
use store::request::listed::RequestList;
use store::request::personal::RequestRecipient;
use store::shop::TenantRecord;
use store::table::{End, Reading, Store};
use vault::TenantKeys;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Asked {
    pub customer: CustomerId,
    pub request: RequestId,
}

impl Asked {
    /// The request's place among all requests of a person.
    pub fn place(&self) -> String {
        format!("{:016} {:016}", self.customer.get(), self.request.get())
    }
}

pub(crate) struct PersonSearch<'a> {
    pub store: &'a Store,
    pub tenant: &'a Tenant,
    pub keys: &'a TenantKeys,
    /// Newer data stays, because it came after the erasure was requested.
    pub until: Timestamp,
    /// Whether to find only data that the shop no longer keeps, without published reviews.
    pub by_retention: bool,
    /// The shop's webhooks, with their events.
    pub webhooks: &'a [Subscription],
    /// What counts as a phone number in words that stay.
    pub plans: NumberPlans<'a>,
}

impl<'a> PersonSearch<'a> {
    pub fn new(
        store: &'a Store,
        (tenant, record, keys): (&'a Tenant, &'a TenantRecord, &'a TenantKeys),
        until: Timestamp,
        by_retention: bool,
    ) -> Self {
        let (webhooks, plans) = (record.webhooks.as_slice(), record.number_plans(None));
        Self { store, tenant, keys, until, by_retention, webhooks, plans }
    }
}

impl PersonSearch<'_> {
    /// Adds the person's other keys: the customers with these addresses, those customers' addresses, and the addresses
    /// to which their requests were sent.
    pub async fn complete(&self, person: &mut Person) -> Result<(), Error> {
        if person.order.is_some() {
            return self.complete_order(person).await;
        }
        for (channel, index) in &person.recipients {
            let customer = self.store.customer_at(self.tenant, *channel, index).await?;
            add(&mut person.customers, customer.filter(|id| id.minted_at() <= self.until));
        }
        let mut found = Vec::new();
        for &id in &person.customers {
            if let Some(customer) = self.store.customer(self.tenant, id, self.keys).await? {
                let email = customer.email.map(|email| (Channel::Email, self.keys.email_index(&email)));
                add(&mut found, email);
                add(&mut found, customer.phone.map(|phone| (Channel::Sms, self.keys.phone_index(&phone))));
            }
        }
        let asked: Vec<_> = self.asked(person).await?.into_iter().map(|asked| asked.request).collect();
        for parts in self.store.request_parts(self.tenant, &asked).await? {
            if let Some(sealed) = parts.open(self.keys)? {
                self.recipients(&sealed).for_each(|recipient| add(&mut found, Some(recipient)));
            }
        }
        for (channel, index) in found {
            // An address that belongs to another customer is not this person's, even if a request to this person was
            // sent there once.
            let owner = self.store.customer_at(self.tenant, channel, &index).await?;
            if owner.is_none_or(|owner| person.customers.contains(&owner)) {
                add(&mut person.recipients, Some((channel, index)));
            }
        }
        for (_, index) in &person.recipients {
            for author in self.store.kept_authors(self.tenant, index).await? {
                add(&mut person.customers, Some(author));
            }
        }
        Ok(())
    }

    /// Adds the requests about an order, and their customers.
    async fn complete_order(&self, person: &mut Person) -> Result<(), Error> {
        let Some(of) = &mut person.order else { return Ok(()) };
        let record = self.store.order_record(self.tenant, &of.place, self.keys).await?;
        let number = record.order.number().map(|number| number.as_str().to_owned());
        let references = record.references.into_iter().chain(number).collect::<BTreeSet<_>>();
        for reference in references.iter().filter_map(|one| OrderId::parse(one).ok().flatten()) {
            let list = RequestList::of_order(&reference, self.keys);
            let page = self.store.listed_requests(self.tenant, &list, Reading::first(End::Oldest, u32::MAX)).await?;
            for request in page.rows.into_iter().filter_map(|row| row.request) {
                // Another order may have the same number.
                let place = self.store.place_of_order(self.tenant, &request, self.keys).await?;
                let is_of = place.as_ref() == Some(&of.place) && request.id.minted_at() <= self.until;
                add(&mut of.requests, request.customer.filter(|_| is_of).map(|customer| (customer, request.id)));
            }
        }
        for (customer, _) in &of.requests {
            add(&mut of.customers, Some(*customer));
        }
        Ok(())
    }

    /// The person's customer records. If the person is an order's buyer, only records without other data.
    pub async fn customers(&self, person: &Person) -> Result<Vec<CustomerId>, Error> {
        let Some(of) = &person.order else { return Ok(person.customers.clone()) };
        let mut alone = Vec::new();
        for &customer in &of.customers {
            let requests = self.store.customer_requests(self.tenant, customer).await?;
            let orders = self.orders_of(customer).await?;
            let has_more = requests.iter().any(|request| !of.requests.contains(&(customer, *request)))
                || orders.iter().any(|order| order.place != of.place)
                || !self.store.places_of_reviews(self.tenant, customer).await?.is_empty()
                || !self.store.charges(self.tenant, customer).await?.is_empty();
            if !has_more {
                alone.push(customer);
            }
        }
        Ok(alone)
    }

    /// All orders whose buyer is or was this customer.
    pub(crate) async fn orders_of(&self, customer: CustomerId) -> Result<Vec<Order>, Error> {
        let all = Reading::first(End::Oldest, u32::MAX);
        Ok(self.store.orders(self.tenant, Some(customer), all, self.keys).await?.found())
    }

    /// The reviews that a person wrote or that a file brought with their address.
    pub async fn reviews(&self, person: &Person) -> Result<Vec<Review>, Error> {
        let mut places = Vec::new();
        for &customer in &person.customers {
            places.extend(self.store.places_of_reviews(self.tenant, customer).await?);
        }
        for (_, index) in person.recipients.iter().filter(|(channel, _)| *channel == Channel::Email) {
            places.extend(self.store.imported_reviews(self.tenant, index).await?.into_iter().map(ReviewPlace::Own));
        }
        let mut reviews = Vec::new();
        for place in places {
            reviews.extend(self.store.review(self.tenant, place, self.keys).await?);
        }
        Ok(reviews)
    }

    pub async fn has_published(&self, person: &Person) -> Result<bool, Error> {
        Ok(self.reviews(person).await?.iter().any(|review| review.state == ReviewState::Published))
    }

    fn recipients(&self, sealed: &RequestRecipient) -> impl Iterator<Item = (Channel, String)> {
        let index = |channel| Some((channel, sealed.index(channel, self.keys)?));
        Channel::ALL.map(index).into_iter().flatten()
    }

    /// The requests to a person and the requests that they reviewed, in the order of their places.
    pub async fn asked(&self, person: &Person) -> Result<Vec<Asked>, Error> {
        if let Some(of) = &person.order {
            let mut asked: Vec<_> =
                of.requests.iter().map(|&(customer, request)| Asked { customer, request }).collect();
            asked.sort();
            return Ok(asked);
        }
        let mut asked = BTreeSet::new();
        for &customer in &person.customers {
            let requests = self.store.customer_requests(self.tenant, customer).await?;
            asked.extend(requests.into_iter().map(|request| Asked { customer, request }));
            // A review may be stored longer than its request.
            for place in self.store.places_of_reviews(self.tenant, customer).await? {
                if let ReviewPlace::Item(request, _) = place {
                    asked.insert(Asked { customer, request });
                }
            }
        }
        let (mut asked, newer): (Vec<_>, Vec<_>) =
            asked.into_iter().partition(|asked| asked.request.minted_at() <= self.until);
        asked.extend(self.renewed(newer).await?);
        asked.sort();
        Ok(asked)
    }

    /// Which of the newer requests are renewed links of older requests. A link is renewed only while the older request
    /// exists. If a newer request's data is already removed, an earlier run found that it is a renewed link.
    async fn renewed(&self, mut newer: Vec<Asked>) -> Result<Vec<Asked>, Error> {
        let ids: Vec<_> = newer.iter().map(|asked| asked.request).collect();
        for parts in self.store.request_parts(self.tenant, &ids).await? {
            let Some(request) = parts.request else { continue };
            if request.renewal_of.is_none_or(|of| of.minted_at() > self.until) {
                newer.retain(|asked| asked.request != parts.id);
            }
        }
        Ok(newer)
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    list.extend(item.filter(|item| !list.contains(item)));
}
