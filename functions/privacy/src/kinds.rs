//! The one list of what is stored of a person, which export and erasure share. A test compares it with the table of items.

use app::error::Error;
use domain::message::LetterName;
use domain::review::{ReviewPlace, ReviewState};
use domain::values::{Channel, CustomerId, ReviewId};
use integrations::{OrderOfSystem, Rows};
use store::message::CustomerMessage;
use store::privacy::{Person, PersonsOrder};
use store::review::request_reviews::RequestReviews;
use store::table::{End, Reading};

use crate::found::{Found, photos_of};
use crate::person::{Asked, PersonSearch};

/// Requests that are read by one call.
const REQUESTS_A_PORTION: usize = 50;
/// Replies that are removed by one call: a shop's calls that only read may leave hundreds of thousands in a day.
const REPLIES_A_PORTION: u32 = 100;

/// A kind of data about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// The person's suppressed addresses and numbers, and the times of recent messages to them.
    Suppressions,
    /// The replies to calls about them, stored for repeated calls.
    Replies,
    /// Earlier exports of their data, with the files, and the export of the whole shop.
    Exports,
    /// Requests with their personal part, short link, guard and entry in their order's list.
    Requests,
    /// Reviews of what they were asked about, sent or only begun, with their photos, the photos' files and the emails to them
    /// about these reviews.
    Reviews,
    /// Reviews that a program created in their name.
    ApiReviews,
    /// Reviews that an import brought with their address.
    ImportedReviews,
    /// The list of messages to them.
    Messages,
    /// Orders that they placed.
    Orders,
    /// Orders that they placed, as the shop's system described them.
    SystemOrders,
    /// Charges that they paid.
    Charges,
    /// The customers' own records.
    Customers,
    /// The lists that lead from them to their requests.
    RequestLists,
}

/// The items of the table that hold nothing of a person.
pub const IMPERSONAL: [&str; 46] = [
    "rate slot",
    // A digest by the service's key, and no shop's: nobody can look it up but by the number itself.
    "stopped number",
    // A digest by the shop's key, for a day.
    "refused message",
    "reported email",
    "unsubscriptions taken back",
    // A digest of a network, for two hours.
    "reports counted",
    "email that came back",
    // Numbers, and ids of requests.
    "failed messages of a day",
    "emails of a day",
    "hold",
    "SMS segments",
    "totals",
    "counters of a day",
    "location",
    "location's slug",
    "product",
    "counters of reviews",
    // Counts, lines and codes; the file that it reads is deleted when it is done, and after a day at the latest.
    "import",
    // Digests by the shop's key: an erased review does not come back with its file.
    "import's guard",
    // Numbers, lines and codes, and the starts of such digests.
    "part of an import",
    // Digests and ids; a review that is erased is not taken out again.
    "import's review",
    // What files call products.
    "answers about products",
    "aging",
    // Digests and ids.
    "export or erasure",
    // Receipts.
    "data requests",
    "webhook",
    // The ids, state and revision of a review.
    "event to a webhook",
    "integration",
    // Topics, codes and ids. What it says is sealed, and is forgotten within seconds, when it is done.
    "call of a shop's system",
    "orders of a day",
    // The owner's own address is the shop's to clear.
    "tenant",
    "API key",
    "calls",
    "tenant's API keys",
    // What it says to everybody.
    "shop's own words",
    "service",
    "shop in the list of all",
    // The addresses of people who work for the shop, sealed: an owner removes them.
    "members",
    // Digests by the service's key: nobody can look one up but by the address itself.
    "member's shop",
    "sign-in",
    "sign-ins of an hour",
    "shop's sign-ins of an hour",
    "session",
    // An operator's ARN, ids, and what there was and is, without anything personal.
    "shop's audit log",
    "service's audit log",
    "pause",
];

impl DataKind {
    /// Every kind, in the order of an erasure: the first step stops all sending, the next ends links, and the last removes
    /// the lists that lead to the rest.
    pub const ALL: [Self; 13] = [
        Self::Suppressions,
        Self::Replies,
        Self::Exports,
        Self::Requests,
        Self::Reviews,
        Self::ApiReviews,
        Self::ImportedReviews,
        Self::Messages,
        Self::Orders,
        Self::SystemOrders,
        Self::Charges,
        Self::Customers,
        Self::RequestLists,
    ];

    /// The items of the table that are of this kind, by the names in the table of items.
    #[must_use]
    pub const fn items(self) -> &'static [&'static str] {
        match self {
            Self::Suppressions => &["suppression", "recent messages"],
            Self::Replies => &["reply", "reply's customer"],
            Self::Exports => &["person's export", "shop's export"],
            Self::Requests => &["request", "personal part", "short link", "guard", "order's request"],
            Self::Reviews => &[
                "review",
                "draft",
                "photo",
                "review in lists",
                "review in a state",
                "review's history",
                "reader's report",
                "letter",
                "customer's review",
            ],
            Self::ApiReviews => &["contact's review"],
            Self::ImportedReviews => &["address' imported review"],
            Self::Messages => &["customer's message", "message in the list of all"],
            Self::Orders => &["order", "customer's order"],
            Self::SystemOrders => &["order's state", "address' order"],
            Self::Charges => &["charge"],
            Self::Customers => &["customer", "customer's email", "customer's phone"],
            Self::RequestLists => &["customer's request"],
        }
    }

    /// The kind's name, by which a job says how far it is.
    pub(crate) const fn name(self) -> &'static str {
        self.items()[0]
    }

    /// The portions in which the kind's data is read, in their order, without those up to `after`. None if there are no more;
    /// otherwise there may be more than these.
    pub(crate) async fn portions(
        self,
        search: &PersonSearch<'_>,
        person: &Person,
        asked: &[Asked],
        after: Option<&str>,
    ) -> Result<Vec<Portion>, Error> {
        let PersonSearch { store, tenant, keys: _, until, by_retention: _, webhooks: _ } = search;
        let is_left = |place: &String| after.is_none_or(|after| place.as_str() > after);
        let of_requests = |count: usize| {
            let left: Vec<_> = asked.iter().filter(|asked| is_left(&asked.place())).cloned().collect();
            left.chunks(count).map(|some| Portion::Requests(some.to_vec())).collect()
        };
        let mut portions: Vec<Portion> = match self {
            Self::Requests | Self::RequestLists => return Ok(of_requests(REQUESTS_A_PORTION)),
            Self::Reviews => return Ok(of_requests(1)),
            Self::Replies => return Ok(replies(search, person, after).await?.into_iter().collect()),
            Self::ApiReviews => {
                let mut portions = Vec::new();
                for &customer in &person.customers {
                    for place in store.places_of_reviews(tenant, customer).await? {
                        let ReviewPlace::Own(id) = place else { continue };
                        portions.extend((id.minted_at() <= *until).then_some(Portion::ApiReview(customer, id)));
                    }
                }
                portions
            }
            Self::ImportedReviews => {
                let mut portions = Vec::new();
                for (channel, index) in &person.recipients {
                    let Channel::Email = channel else { continue };
                    let places = store.imported_reviews(tenant, index).await?;
                    portions.extend(places.into_iter().map(|id| Portion::Imported(index.clone(), id)));
                }
                portions
            }
            Self::Suppressions
            | Self::Exports
            | Self::Messages
            | Self::Orders
            | Self::SystemOrders
            | Self::Charges
            | Self::Customers => vec![Portion::Whole],
        };
        portions.retain(|portion| is_left(&portion.place()));
        portions.sort_by_key(Portion::place);
        Ok(portions)
    }

    /// All data of a portion.
    pub(crate) async fn find(
        self,
        search: &PersonSearch<'_>,
        person: &Person,
        portion: &Portion,
    ) -> Result<Vec<Found>, Error> {
        let PersonSearch { store, tenant, keys, until: _, by_retention: _, webhooks: _ } = search;
        let mut all = Vec::new();
        match (self, portion) {
            (Self::Requests, Portion::Requests(asked)) => {
                let requests: Vec<_> = asked.iter().map(|asked| asked.request).collect();
                let parts = store.request_parts(tenant, &requests).await?;
                all.extend(parts.into_iter().map(|parts| Found::Request(Box::new(parts))));
            }
            (Self::RequestLists, Portion::Requests(asked)) => {
                all.extend(asked.iter().map(|asked| Found::RequestList(asked.clone())));
            }
            (_, Portion::Requests(asked)) => {
                for &Asked { request, customer } in asked {
                    let RequestReviews { reviews, drafts, photos } = store.request_reviews(tenant, request).await?;
                    for draft in drafts {
                        all.push(Found::Draft { request, draft: Box::new(draft.open(keys)?) });
                    }
                    for photo in photos {
                        let size = photo.ready().and_then(|photo| photo.size);
                        let place = photo.place(tenant, request);
                        all.push(Found::Photo { place, size, created_at: photo.created_at });
                    }
                    for review in reviews {
                        let review = Box::new(review.open(keys)?);
                        for name in [LetterName::Withheld(review.id), LetterName::Replied(review.id)] {
                            let letter = store.letter(tenant, name).await?;
                            all.extend(letter.map(|letter| Found::Letter(Box::new(letter))));
                        }
                        all.push(Found::Review { customer, review });
                    }
                }
                // A buyer that the shop's system removed from an old order: what they wrote of it stays.
                if person.order.is_some() {
                    all = without_reviews(all);
                }
            }
            (_, Portion::ApiReview(customer, id)) => {
                if let Some(review) = store.review(tenant, ReviewPlace::Own(*id), keys).await? {
                    all.extend(photos_of(tenant, &review));
                    all.push(Found::Review { customer: *customer, review: Box::new(review) });
                }
            }
            (_, Portion::Imported(index, id)) => {
                if let Some(review) = store.review(tenant, ReviewPlace::Own(*id), keys).await? {
                    all.extend(photos_of(tenant, &review));
                    all.push(Found::Imported { index: index.clone(), review: Box::new(review) });
                }
            }
            (_, Portion::Replies(customer, names)) => {
                all.extend(names.iter().map(|name| Found::Reply { customer: *customer, name: name.clone() }));
            }
            (_, Portion::Whole) => return self.find_whole(search, person).await,
        }
        if search.by_retention {
            all = without_published(all);
        }
        Ok(all)
    }

    /// All data of a kind that is one portion.
    async fn find_whole(self, search: &PersonSearch<'_>, person: &Person) -> Result<Vec<Found>, Error> {
        let PersonSearch { store, tenant, keys, until, by_retention, webhooks: _ } = search;
        let mut all = Vec::new();
        match self {
            // Unsubscriptions stay, and exports are gone by themselves.
            Self::Suppressions | Self::Exports if *by_retention => {}
            // It leads an erasure to them.
            Self::Customers if *by_retention && search.has_published(person).await? => {}
            Self::Suppressions => {
                for (channel, index) in person.recipients.clone() {
                    let stored = store.suppression(tenant, &index, keys).await?;
                    all.push(Found::Suppression { channel, index, stored });
                }
            }
            Self::Exports => {
                for of in person.exports() {
                    let receipts = store.exports_of(tenant, &of).await?;
                    all.extend(receipts.into_iter().map(|receipt| Found::Export { of: of.clone(), receipt }));
                }
                let of_shop = store.shop_export(tenant).await?;
                all.extend(of_shop.map(|export| Found::ShopExport(Box::new(export))));
            }
            Self::Messages => {
                let of_order = person.order.as_ref();
                for &customer in of_order.map_or(&person.customers, |order| &order.customers) {
                    let messages =
                        store.customer_messages(tenant, customer, Reading::first(End::Oldest, u32::MAX)).await?;
                    let messages = messages.rows.into_iter().filter_map(|message| message.row);
                    let is_of = |message: &CustomerMessage| {
                        of_order.is_none_or(|order| order.requests.contains(&(customer, message.request)))
                    };
                    all.extend(messages.filter(is_of).map(Found::Message));
                }
            }
            Self::Orders => {
                for &customer in &person.customers {
                    for order in store.orders_of(tenant, customer, keys).await? {
                        let index = order.buyer.as_ref().map(|buyer| (Channel::Email, keys.email_index(&buyer.email)));
                        let is_theirs = index.is_none_or(|index| person.recipients.contains(&index));
                        all.push(Found::Order { customer: Some(customer), order: Box::new(order), is_theirs });
                    }
                }
                for reference in search.references(person).await? {
                    let Some(order) = store.order(tenant, &reference, keys).await? else { continue };
                    let customers = person.order.iter().flat_map(|of| &of.customers);
                    all.extend(customers.map(|customer| Found::Order {
                        customer: Some(*customer),
                        is_theirs: false,
                        order: Box::new(order.clone()),
                    }));
                    all.push(Found::Order { customer: None, is_theirs: order.buyer.is_some(), order: Box::new(order) });
                }
            }
            Self::SystemOrders => {
                for (channel, index) in &person.recipients {
                    let Channel::Email = channel else { continue };
                    let orders = Rows(store).orders_of_address(tenant, index, *until, keys).await?;
                    all.extend(orders.into_iter().map(|order| Found::SystemOrder(Box::new(order))));
                }
                if let Some(PersonsOrder { system, id, .. }) = &person.order {
                    let record = Rows(store).order_state(tenant, *system, id, keys).await?;
                    all.push(Found::SystemOrder(Box::new(OrderOfSystem { system: *system, id: id.clone(), record })));
                }
            }
            Self::Charges => {
                for &customer in &person.customers {
                    all.extend(store.charges(tenant, customer).await?.into_iter().map(Found::Charge));
                }
            }
            Self::Customers => {
                for customer in search.customers(person).await? {
                    let customer = store.customer(tenant, customer, keys).await?;
                    all.extend(customer.map(|customer| Found::Customer(Box::new(customer))));
                }
            }
            // Each has a list of portions.
            Self::Replies
            | Self::Requests
            | Self::Reviews
            | Self::ApiReviews
            | Self::ImportedReviews
            | Self::RequestLists => {}
        }
        Ok(all)
    }
}

/// What is not published.
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

/// What was only begun: drafts, and photos of items that were not reviewed.
fn without_reviews(found: Vec<Found>) -> Vec<Found> {
    let place = |found: &Found| match found {
        Found::Review { review, .. } => Some(review.place()),
        _ => None,
    };
    let reviewed: Vec<_> = found.iter().filter_map(place).collect();
    let is_begun = |found: &Found| match found {
        Found::Draft { .. } => true,
        Found::Photo { place, .. } => !reviewed.contains(&place.review),
        _ => false,
    };
    found.into_iter().filter(is_begun).collect()
}

/// The next replies after a place: to calls that only read, and then those that name each customer.
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

/// A part of a kind's data that is read, and then counted, exported or removed, as one.
pub(crate) enum Portion {
    /// All of it.
    Whole,
    /// Stored replies that name a customer, or to calls that only read.
    Replies(Option<CustomerId>, Vec<String>),
    /// The data about these requests.
    Requests(Vec<Asked>),
    /// A review that a program created in a customer's name.
    ApiReview(CustomerId, ReviewId),
    /// A review that a file named with the address that has this index.
    Imported(String, ReviewId),
}

impl Portion {
    /// The place in the kind. Portions are walked in the order of their places, and one that came meanwhile has the same
    /// place in the next run.
    pub fn place(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Replies(customer, names) => {
                let last = names.last().map(String::as_str).unwrap_or_default();
                format!("{:016} {last}", customer.map_or(0, CustomerId::get))
            }
            Self::Requests(asked) => asked.last().map(Asked::place).unwrap_or_default(),
            Self::ApiReview(customer, review) => format!("{:016} {:016}", customer.get(), review.get()),
            Self::Imported(index, review) => format!("{index} {:016}", review.get()),
        }
    }
}
