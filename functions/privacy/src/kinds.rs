//! Finds a person's data for export and erasure, one kind after the other. What an erasure by age keeps, it leaves out.

use app::error::Error;
use domain::message::{Notification, NotificationName};
use domain::order::Order;
use domain::privacy::DataKind;
use domain::review::{Review, ReviewPlace, ReviewState};
use domain::values::{Channel, CustomerId, RequestId, ReviewId};
use store::message::CustomerMessage;
use store::privacy::{Person, PersonsOrder};
use store::review::RequestReviews;
use store::table::kinds::ItemKind;
use store::table::{End, Reading};

use crate::found::{Found, photos_of};
use crate::person::{Asked, PersonSearch};

const REQUESTS_A_PORTION: usize = 50;
/// The number of replies that one call removes. The calls of a shop may leave hundreds of thousands of replies in a
/// day.
const REPLIES_A_PORTION: u32 = 100;

/// The kind's name, with which a job stores its progress.
pub(crate) fn name(kind: DataKind) -> &'static str {
    ItemKind::of(kind).next().map_or("", |item| item.name)
}

impl PersonSearch<'_> {
    /// The next portions of a kind's data after `after`, in order. If the result is empty, there are no more.
    pub(crate) async fn portions(
        &self,
        kind: DataKind,
        person: &Person,
        asked: &[Asked],
        after: Option<&str>,
    ) -> Result<Vec<Portion>, Error> {
        let is_left = |place: &String| after.is_none_or(|after| place.as_str() > after);
        let of_requests = |count: usize| {
            let left: Vec<_> = asked.iter().filter(|asked| is_left(&asked.place())).cloned().collect();
            left.chunks(count).map(|some| Portion::Requests(some.to_vec())).collect()
        };
        let mut portions: Vec<Portion> = match kind {
            DataKind::Requests | DataKind::RequestLists => return Ok(of_requests(REQUESTS_A_PORTION)),
            DataKind::Reviews => return Ok(of_requests(1)),
            DataKind::Replies => return Ok(replies(self, person, after).await?.into_iter().collect()),
            DataKind::ImportedReviews => {
                let mut portions = Vec::new();
                for index in addresses(person) {
                    let places = self.store.imported_reviews(self.tenant, index).await?;
                    portions.extend(places.into_iter().map(|id| Portion::Imported(index.clone(), id)));
                }
                portions
            }
            DataKind::Suppressions
            | DataKind::Exports
            | DataKind::Reports
            | DataKind::Messages
            | DataKind::Orders
            | DataKind::Charges
            | DataKind::Customers => vec![Portion::Whole],
        };
        portions.retain(|portion| is_left(&portion.place()));
        portions.sort_by_key(Portion::place);
        Ok(portions)
    }

    pub(crate) async fn find(&self, kind: DataKind, person: &Person, portion: &Portion) -> Result<Vec<Found>, Error> {
        let found = match (kind, portion) {
            (_, Portion::Whole) => return self.find_whole(kind, person).await,
            (DataKind::Requests, Portion::Requests(asked)) => {
                let requests: Vec<_> = asked.iter().map(|asked| asked.request).collect();
                let parts = self.store.request_parts(self.tenant, &requests).await?;
                parts.into_iter().map(|parts| Found::Request(Box::new(parts))).collect()
            }
            (DataKind::RequestLists, Portion::Requests(asked)) => {
                asked.iter().map(|asked| Found::RequestList(asked.clone())).collect()
            }
            (_, Portion::Requests(asked)) => self.reviews_of(person, asked).await?,
            (_, Portion::Imported(index, id)) => {
                self.own_review(*id, |review| Found::Imported { index: index.clone(), review }).await?
            }
            (_, Portion::Replies(customer, names)) => {
                names.iter().map(|name| Found::Reply { customer: *customer, name: name.clone() }).collect()
            }
        };
        Ok(if self.by_retention { without_published(found) } else { found })
    }

    /// The reviews, drafts and problems that belong to these requests, with their photos and notifications.
    async fn reviews_of(&self, person: &Person, asked: &[Asked]) -> Result<Vec<Found>, Error> {
        let mut all = Vec::new();
        for &Asked { request, customer } in asked {
            let (found, reviews) = self.of_request(request).await?;
            // The shop's system removed this buyer from an old order. Their reviews of it stay.
            if person.order.is_some() {
                all.extend(begun(found, &reviews));
                continue;
            }
            let mut names = vec![NotificationName::Link(request)];
            names.extend(
                reviews
                    .iter()
                    .flat_map(|review| [NotificationName::Withheld(review.id), NotificationName::Replied(review.id)]),
            );
            for name in names {
                let notification = self.store.one::<Notification>(self.tenant, name).await?;
                all.extend(notification.map(|notification| Found::Notification(Box::new(notification))));
            }
            all.extend(found);
            all.extend(reviews.into_iter().map(|review| Found::Review { customer, review: Box::new(review) }));
        }
        Ok(all)
    }

    /// A request's drafts, problems and photos, and its reviews.
    pub(crate) async fn of_request(&self, request: RequestId) -> Result<(Vec<Found>, Vec<Review>), Error> {
        let (store, tenant, keys) = (self.store, self.tenant, self.keys);
        let RequestReviews { reviews, drafts, photos } = store.request_reviews(tenant, request).await?;
        let mut found = Vec::new();
        for draft in drafts {
            found.push(Found::Draft { request, draft: Box::new(draft.open(keys)?) });
        }
        let problems = store.problems(tenant, request, keys).await?.into_iter();
        found.extend(problems.map(|(number, problem)| Found::Problem { request, number, problem: Box::new(problem) }));
        let reviews = reviews.into_iter().map(|review| Ok(review.open(keys)?)).collect::<Result<Vec<_>, Error>>()?;
        found.extend(photos.into_iter().map(|photo| {
            let (place, size) = (photo.place(tenant, request), photo.ready().and_then(|photo| photo.size));
            let review = reviews.iter().find(|review| review.place() == place.review).map(|review| review.id);
            Found::Photo { place, review, size, created_at: photo.created_at }
        }));
        Ok((found, reviews))
    }

    /// A review without a request, with its photos; empty if it no longer exists.
    async fn own_review(&self, id: ReviewId, found: impl FnOnce(Box<Review>) -> Found) -> Result<Vec<Found>, Error> {
        let review = self.store.review(self.tenant, ReviewPlace::Own(id), self.keys).await?;
        let Some(review) = review else { return Ok(Vec::new()) };
        let mut all: Vec<_> = photos_of(self.tenant, &review).collect();
        all.push(found(Box::new(review)));
        Ok(all)
    }

    /// All data of a kind with one portion.
    async fn find_whole(&self, kind: DataKind, person: &Person) -> Result<Vec<Found>, Error> {
        match kind {
            // Unsubscriptions stay, and exports and reports expire.
            DataKind::Suppressions | DataKind::Exports | DataKind::Reports if self.by_retention => Ok(Vec::new()),
            DataKind::Suppressions => self.suppressions(person).await,
            DataKind::Exports => self.earlier_exports(person).await,
            DataKind::Reports => self.reports(person).await,
            DataKind::Messages => self.messages(person).await,
            DataKind::Orders => self.orders(person).await,
            DataKind::Charges => self.charges(person).await,
            DataKind::Customers => self.records(person).await,
            // These kinds have a list of portions.
            DataKind::Replies
            | DataKind::Requests
            | DataKind::Reviews
            | DataKind::ImportedReviews
            | DataKind::RequestLists => Ok(Vec::new()),
        }
    }

    async fn suppressions(&self, person: &Person) -> Result<Vec<Found>, Error> {
        let mut all = Vec::new();
        for (channel, index) in person.recipients.clone() {
            let stored = self.store.suppression(self.tenant, &index, self.keys).await?;
            all.push(Found::Suppression { channel, index, stored });
        }
        Ok(all)
    }

    async fn earlier_exports(&self, person: &Person) -> Result<Vec<Found>, Error> {
        let mut all = Vec::new();
        for of in person.exports() {
            let receipts = self.store.exports_of(self.tenant, &of).await?;
            all.extend(receipts.into_iter().map(|receipt| Found::Export { of: of.clone(), receipt }));
        }
        let of_shop = self.store.one::<store::privacy::shop_export::ShopExport>(self.tenant, ()).await?;
        all.extend(of_shop.map(|export| Found::ShopExport(Box::new(export))));
        Ok(all)
    }

    async fn reports(&self, person: &Person) -> Result<Vec<Found>, Error> {
        let mut all = Vec::new();
        for index in addresses(person) {
            let reports = self.store.reports_of_address(self.tenant, index, self.keys).await?;
            let reports = reports.into_iter().filter(|(_, report)| report.at <= self.until);
            all.extend(reports.map(|(place, report)| Found::Report {
                index: index.clone(),
                place,
                report: Box::new(report),
            }));
        }
        Ok(all)
    }

    async fn messages(&self, person: &Person) -> Result<Vec<Found>, Error> {
        let (mut all, of_order) = (Vec::new(), person.order.as_ref());
        for &customer in of_order.map_or(&person.customers, |order| &order.customers) {
            let every = Reading::first(End::Oldest, u32::MAX);
            let messages = self.store.customer_messages(self.tenant, customer, every).await?;
            let messages = messages.rows.into_iter().filter_map(|message| message.row);
            let is_of = |message: &CustomerMessage| {
                of_order.is_none_or(|order| order.requests.contains(&(customer, message.request)))
            };
            all.extend(messages.filter(is_of).map(Found::Message));
        }
        Ok(all)
    }

    async fn orders(&self, person: &Person) -> Result<Vec<Found>, Error> {
        let mut all = Vec::new();
        for &customer in &person.customers {
            for order in self.orders_of(customer).await? {
                let index = order.buyer.as_ref().map(|buyer| (Channel::Email, self.keys.email_index(&buyer.email)));
                let is_theirs = index.is_none_or(|index| person.recipients.contains(&index));
                all.push(Found::Order { customer: Some(customer), order: Box::new(order), is_theirs });
            }
        }
        for index in addresses(person) {
            let known = |order: &Order| {
                all.iter().any(|found| matches!(found, Found::Order { order: known, .. } if known.place == order.place))
            };
            let mut others = self.store.orders_of_address(self.tenant, index, self.until, self.keys).await?;
            others.retain(|order| !known(order));
            let found = |order| Found::Order { customer: None, order: Box::new(order), is_theirs: true };
            all.extend(others.into_iter().map(found));
        }
        if let Some(PersonsOrder { place, customers, .. }) = &person.order {
            let order = Box::new(self.store.order_record(self.tenant, place, self.keys).await?.order);
            all.extend(customers.iter().map(|customer| Found::Order {
                customer: Some(*customer),
                is_theirs: false,
                order: order.clone(),
            }));
            all.push(Found::Order { customer: None, is_theirs: order.buyer.is_some(), order });
        }
        Ok(all)
    }

    async fn charges(&self, person: &Person) -> Result<Vec<Found>, Error> {
        let mut all = Vec::new();
        for &customer in &person.customers {
            all.extend(self.store.charges(self.tenant, customer).await?.into_iter().map(Found::Charge));
        }
        Ok(all)
    }

    async fn records(&self, person: &Person) -> Result<Vec<Found>, Error> {
        let mut all = Vec::new();
        for customer in self.customers(person).await? {
            let customer = self.store.customer(self.tenant, customer, self.keys).await?;
            all.extend(customer.map(|customer| Found::Customer(Box::new(customer))));
        }
        if !self.by_retention && person.order.is_none() {
            for (_, index) in &person.recipients {
                let authors = self.store.kept_authors(self.tenant, index).await?.into_iter();
                all.extend(authors.map(|customer| Found::KeptAuthor { index: index.clone(), customer }));
            }
        }
        Ok(all)
    }
}

fn addresses(person: &Person) -> impl Iterator<Item = &String> {
    person.recipients.iter().filter(|(channel, _)| *channel == Channel::Email).map(|(_, index)| index)
}

/// The entries that do not belong to a published review.
fn without_published(found: Vec<Found>) -> Vec<Found> {
    let place = |found: &Found| match found {
        Found::Review { review, .. } | Found::Imported { review, .. } if review.state == ReviewState::Published => {
            Some(review.place())
        }
        _ => None,
    };
    let published: Vec<_> = found.iter().filter_map(place).collect();
    let stays = |found: &Found| match found {
        Found::Photo { place, .. } => published.contains(&place.review),
        found => place(found).is_some(),
    };
    found.into_iter().filter(|found| !stays(found)).collect()
}

/// The entries of a request but the photos of items with a review.
pub(crate) fn begun(found: Vec<Found>, reviews: &[Review]) -> impl Iterator<Item = Found> {
    let reviewed: Vec<_> = reviews.iter().map(Review::place).collect();
    found.into_iter().filter(move |found| match found {
        Found::Photo { place, .. } => !reviewed.contains(&place.review),
        _ => true,
    })
}

/// The next stored replies after a place: first replies to reads, then the replies about each customer.
async fn replies(search: &PersonSearch<'_>, person: &Person, after: Option<&str>) -> Result<Option<Portion>, Error> {
    let mut customers = person.customers.clone();
    customers.sort();
    for customer in [None].into_iter().chain(customers.into_iter().map(Some)) {
        let of = Portion::Replies(customer, Vec::new()).place();
        let name = after.and_then(|after| after.strip_prefix(&of));
        if name.is_none() && after.is_some_and(|after| *after > *of) {
            continue;
        }
        let name = name.map(str::to_owned);
        let names = search.store.replies_about(search.tenant, customer, name, REPLIES_A_PORTION).await?;
        if !names.is_empty() {
            return Ok(Some(Portion::Replies(customer, names)));
        }
    }
    Ok(None)
}

/// A part of a kind's data that is read, then counted, exported or removed, as one.
pub(crate) enum Portion {
    Whole,
    /// Stored replies that name a customer or, with `None`, replies to reads.
    Replies(Option<CustomerId>, Vec<String>),
    /// The data about these requests.
    Requests(Vec<Asked>),
    /// A review from a file that contained the address with this index.
    Imported(String, ReviewId),
}

impl Portion {
    /// The portion's place in the kind. Portions are processed in the order of their places, and a place is the same in
    /// later runs.
    pub fn place(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Replies(customer, names) => {
                let last = names.last().map(String::as_str).unwrap_or_default();
                format!("{:016} {last}", customer.map_or(0, CustomerId::get))
            }
            Self::Requests(asked) => asked.last().map(Asked::place).unwrap_or_default(),
            Self::Imported(index, review) => format!("{index} {:016}", review.get()),
        }
    }
}
