//! The one list of what is stored of a person, which export and erasure share. A test compares it with the table of items.

use app::Error;
use domain::{
    Channel, Charge, Customer, CustomerId, Guid, Letter, LetterName, Order, PhotoPlace, RequestId, Review, ReviewDraft,
    ReviewPlace, Size, Suppression, Tenant,
};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;
use store::{CustomerMessage, End, ExportOf, Person, Reading, RequestParts, SuppressedRecipient};

use crate::person::{Asked, PersonSearch};

/// Letters that are read at once.
const LETTERS_AT_ONCE: usize = 16;

/// A kind of data about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// The person's suppressed addresses and numbers, and the times of recent messages to them.
    Suppressions,
    /// The replies to calls about them, stored for repeated calls.
    Replies,
    /// Earlier exports of their data, with the files.
    Exports,
    /// Requests with their personal part, short link and guard.
    Requests,
    /// Reviews that they began to write.
    Drafts,
    /// Photos, with their files.
    Photos,
    /// Reviews of what they were asked about, with the emails to them about these reviews.
    Reviews,
    /// Reviews that a program created in their name.
    ApiReviews,
    /// Reviews that an import brought with their address.
    ImportedReviews,
    /// The list of messages to them.
    Messages,
    /// Orders that they placed.
    Orders,
    /// Charges that they paid.
    Charges,
    /// The customers' own records.
    Customers,
    /// The lists that lead from them to their requests.
    RequestLists,
}

/// The items of the table that hold nothing of a person.
pub const IMPERSONAL: [&str; 22] = [
    "rate slot",
    // A digest by the service's key, and no shop's: nobody can look it up but by the number itself.
    "stopped number",
    // A digest by the shop's key, for a day.
    "refused SMS",
    "email that came back",
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
    // Digests and ids.
    "export or erasure",
    "webhook",
    // The ids, state and revision of a review.
    "event to a webhook",
    // The owner's own address is the shop's to clear.
    "tenant",
    "API key",
    "tenant's API keys",
    "service",
    "pause",
];

impl DataKind {
    /// Every kind, in the order of an erasure: the first step stops all sending, the next ends links, and the last removes
    /// the lists that lead to the rest.
    pub const ALL: [Self; 14] = [
        Self::Suppressions,
        Self::Replies,
        Self::Exports,
        Self::Requests,
        Self::Drafts,
        Self::Photos,
        Self::Reviews,
        Self::ApiReviews,
        Self::ImportedReviews,
        Self::Messages,
        Self::Orders,
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
            Self::Exports => &["person's export"],
            Self::Requests => &["request", "personal part", "short link", "guard"],
            Self::Drafts => &["draft"],
            Self::Photos => &["photo"],
            Self::Reviews => {
                &["review", "review in lists", "review in a state", "review's history", "letter", "customer's review"]
            }
            Self::ApiReviews => &["contact's review"],
            Self::ImportedReviews => &["address' imported review"],
            Self::Messages => &["customer's message", "message in the list of all"],
            Self::Orders => &["order", "customer's order"],
            Self::Charges => &["charge"],
            Self::Customers => &["customer", "customer's email", "customer's phone"],
            Self::RequestLists => &["customer's request"],
        }
    }

    /// Whether the kind is searched request by request.
    pub(crate) const fn is_of_requests(self) -> bool {
        match self {
            Self::Requests | Self::Drafts | Self::Photos | Self::Reviews | Self::RequestLists => true,
            Self::Suppressions
            | Self::Replies
            | Self::Exports
            | Self::ApiReviews
            | Self::ImportedReviews
            | Self::Messages
            | Self::Orders
            | Self::Charges
            | Self::Customers => false,
        }
    }

    /// The number of removals at the same time. Reviews and customers change counters, on which they would collide.
    pub(crate) const fn at_once(self) -> usize {
        match self {
            Self::Reviews | Self::ApiReviews | Self::ImportedReviews | Self::Customers => 1,
            Self::Suppressions
            | Self::Replies
            | Self::Exports
            | Self::Requests
            | Self::Drafts
            | Self::Photos
            | Self::Messages
            | Self::Orders
            | Self::Charges
            | Self::RequestLists => 16,
        }
    }

    /// All data of this kind: of these requests if [`is_of_requests`](Self::is_of_requests), otherwise of the person.
    pub(crate) async fn find(
        self,
        search: &PersonSearch<'_>,
        person: &Person,
        asked: &[Asked],
    ) -> Result<Vec<Found>, Error> {
        let PersonSearch { store, tenant, keys, until: _, webhooks: _ } = search;
        let mut all = Vec::new();
        match self {
            Self::Suppressions => {
                for (channel, index) in person.recipients.clone() {
                    let stored = store.suppression(tenant, &index, keys).await?;
                    all.push(Found::Suppression { channel, index, stored });
                }
            }
            Self::Replies => {
                for customer in person.customers.iter().copied().map(Some).chain([None]) {
                    let names = store.replies_about(tenant, customer).await?;
                    all.extend(names.into_iter().map(|name| Found::Reply { customer, name }));
                }
            }
            Self::Exports => {
                for of in person.exports() {
                    let receipts = store.exports_of(tenant, &of).await?;
                    all.extend(receipts.into_iter().map(|receipt| Found::Export { of: of.clone(), receipt }));
                }
            }
            Self::Requests => {
                let requests: Vec<_> = asked.iter().map(|asked| asked.request).collect();
                let parts = store.request_parts(tenant, &requests).await?;
                all.extend(parts.into_iter().map(|parts| Found::Request(Box::new(parts))));
            }
            Self::Drafts => {
                for &Asked { request, customer: _ } in asked {
                    for draft in store.request_reviews(tenant, request).await?.drafts {
                        all.push(Found::Draft { request, draft: Box::new(draft.open(keys)?) });
                    }
                }
            }
            Self::Photos => {
                for &Asked { request, customer: _ } in asked {
                    for photo in store.request_reviews(tenant, request).await?.photos {
                        let size = photo.ready().and_then(|photo| photo.size);
                        let place = photo.place(tenant, request);
                        all.push(Found::Photo { place, size, created_at: photo.created_at });
                    }
                }
            }
            Self::Reviews => {
                let mut letters = Vec::new();
                for &Asked { request, customer } in asked {
                    for review in store.request_reviews(tenant, request).await?.reviews {
                        let review = Box::new(review.open(keys)?);
                        letters.extend([LetterName::Withheld(review.id), LetterName::Replied(review.id)]);
                        all.push(Found::Review { customer, review });
                    }
                }
                let letters = stream::iter(letters).map(|name| store.letter(tenant, name)).buffered(LETTERS_AT_ONCE);
                let letters: Vec<_> = letters.try_collect().await?;
                all.extend(letters.into_iter().flatten().map(|letter| Found::Letter(Box::new(letter))));
            }
            Self::ApiReviews => {
                for &customer in &person.customers {
                    for place in store.places_of_reviews(tenant, customer).await? {
                        let ReviewPlace::Own(id) = place else { continue };
                        let review =
                            store.review(tenant, place, keys).await?.filter(|_| id.minted_at() <= search.until);
                        let Some(review) = review else { continue };
                        all.extend(photos_of(tenant, &review));
                        all.push(Found::Review { customer, review: Box::new(review) });
                    }
                }
            }
            Self::ImportedReviews => {
                for (channel, index) in &person.recipients {
                    let Channel::Email = channel else { continue };
                    for place in store.imported_reviews(tenant, index).await? {
                        let Some(review) = store.review(tenant, place, keys).await? else { continue };
                        all.extend(photos_of(tenant, &review));
                        all.push(Found::Imported { index: index.clone(), review: Box::new(review) });
                    }
                }
            }
            Self::Messages => {
                for &customer in &person.customers {
                    let messages =
                        store.customer_messages(tenant, customer, Reading::first(End::Oldest, u32::MAX)).await?;
                    all.extend(messages.rows.into_iter().filter_map(|message| message.row).map(Found::Message));
                }
            }
            Self::Orders => {
                for &customer in &person.customers {
                    for order in store.orders_of(tenant, customer, keys).await? {
                        let index = order.buyer.as_ref().map(|buyer| (Channel::Email, keys.email_index(&buyer.email)));
                        let is_theirs = index.is_none_or(|index| person.recipients.contains(&index));
                        all.push(Found::Order { customer, order: Box::new(order), is_theirs });
                    }
                }
            }
            Self::Charges => {
                for &customer in &person.customers {
                    all.extend(store.charges(tenant, customer).await?.into_iter().map(Found::Charge));
                }
            }
            Self::Customers => {
                for &customer in &person.customers {
                    let customer = store.customer(tenant, customer, keys).await?;
                    all.extend(customer.map(|customer| Found::Customer(Box::new(customer))));
                }
            }
            Self::RequestLists => {
                all.extend(asked.iter().map(|asked| Found::RequestList(asked.clone())));
            }
        }
        Ok(all)
    }
}

/// The photos of a review that has no slots for them.
fn photos_of(tenant: &Tenant, review: &Review) -> impl Iterator<Item = Found> {
    let place = review.place();
    review.photos.iter().map(move |photo| Found::Photo {
        place: photo.place(tenant, place),
        size: photo.size,
        created_at: review.created_at,
    })
}

/// One entry of a kind.
pub(crate) enum Found {
    Suppression {
        channel: Channel,
        index: String,
        stored: Option<SuppressedRecipient>,
    },
    Reply {
        customer: Option<CustomerId>,
        name: String,
    },
    Export {
        of: ExportOf,
        receipt: Guid,
    },
    Request(Box<RequestParts>),
    Draft {
        request: RequestId,
        draft: Box<ReviewDraft>,
    },
    /// Without a size it cannot be shown.
    Photo {
        place: PhotoPlace,
        size: Option<Size>,
        created_at: Timestamp,
    },
    Review {
        customer: CustomerId,
        review: Box<Review>,
    },
    /// With the index of the address that its file named.
    Imported {
        index: String,
        review: Box<Review>,
    },
    Letter(Box<Letter>),
    Message(CustomerMessage),
    /// `is_theirs` says whether they are still its buyer.
    Order {
        customer: CustomerId,
        order: Box<Order>,
        is_theirs: bool,
    },
    Charge(Charge),
    Customer(Box<Customer>),
    RequestList(Asked),
}

impl Found {
    /// Adds the entry to the counts of a receipt.
    pub fn count(&self, counts: &mut domain::PersonCounts) {
        match self {
            Self::Suppression { stored, .. } => {
                let is_barred = |stored: &SuppressedRecipient| stored.reasons.contains_key(&Suppression::Erased);
                counts.suppressions += u64::from(stored.as_ref().is_some_and(|stored| !is_barred(stored)));
            }
            Self::Request(parts) => counts.requests += u64::from(parts.request.is_some()),
            Self::Photo { .. } => counts.photos += 1,
            Self::Review { review, .. } | Self::Imported { review, .. } => {
                counts.reviews += u64::from(!review.state.is_final())
            }
            Self::Letter(_) => counts.deliveries += 1,
            Self::Message(_) => counts.messages += 1,
            Self::Order { is_theirs, .. } => counts.orders += u64::from(*is_theirs),
            Self::Charge(_) => counts.charges += 1,
            Self::Customer(_) => counts.customers += 1,
            Self::Reply { .. } | Self::Export { .. } | Self::Draft { .. } | Self::RequestList(_) => {}
        }
    }
}
