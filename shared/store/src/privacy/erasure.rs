//! Removes a person's data. Every method may be repeated, and finds only what is left.

use domain::customer::Customer;
use domain::request::Request;
use domain::review::ReviewPlace;
use domain::values::{Channel, ChargeId, CustomerId, Guid, RequestId, ReviewId, Tenant};
use domain::webhook::{ErasureEvent, Event, Subscription};
use jiff::Timestamp;
use vault::TenantKeys;

use crate::message::CustomerMessage;
use crate::request::listed::order_entry;
use crate::request::personal::{RequestRecipient, SealedItem};
use crate::table::keys::ExportSubject;
use crate::table::{CommitError, End, Error, NoFields, Part, Reading, Store, from_item, keys, read_row};

/// How many requests' parts one call reads, because DynamoDB reads at most 100 items.
const REQUESTS_A_CALL: usize = 50;

/// An item about a person whose removal needs no other change.
#[derive(Debug, Clone, Copy)]
pub enum PersonItem<'a> {
    Draft(RequestId, usize),
    /// One of the problems with a request's order.
    Problem(RequestId, u32),
    /// A slot for a photo of a request's item. The photo's file must be deleted before, because then nothing leads to it any more.
    Photo(RequestId, usize, usize),
    /// A review in its author's list.
    CustomersReview(CustomerId, ReviewPlace),
    /// A review in the list of imported reviews of the address with this blind index.
    ImportedReview(&'a str, ReviewId),
    /// A request in its customer's list.
    CustomersRequest(CustomerId, RequestId),
    Charge(CustomerId, ChargeId),
    /// A former customer with this blind index, whose published reviews stayed.
    KeptAuthor(&'a str, CustomerId),
    /// An export whose files are deleted.
    Export(&'a ExportSubject, Guid),
    ShopExport,
}

/// The parts of a request that are still stored, without its reviews, drafts and photos.
pub struct RequestParts {
    pub id: RequestId,
    /// The request; `None` once it was removed.
    pub request: Option<Request>,
    personal: Option<SealedItem>,
}

impl RequestParts {
    /// The personal part in clear; `None` once it was removed.
    pub fn open(&self, keys: &TenantKeys) -> Result<Option<RequestRecipient>, Error> {
        self.personal.as_ref().map(|item| item.open(self.id, keys)).transpose()
    }
}

impl Store {
    /// Reads the parts of these requests that are still stored. Requests without any part are left out.
    pub async fn request_parts(&self, tenant: &Tenant, requests: &[RequestId]) -> Result<Vec<RequestParts>, Error> {
        let mut parts = Vec::with_capacity(requests.len());
        for some in requests.chunks(REQUESTS_A_CALL) {
            let keys_of = |&id: &RequestId| [keys::request(tenant, id), keys::sealed(tenant, id)];
            let mut items = self.batch(some.iter().flat_map(keys_of).collect()).await?;
            for id in some {
                let [request, personal] = keys_of(id).map(|key| items.remove(&key));
                if request.is_none() && personal.is_none() {
                    continue;
                }
                parts.push(RequestParts {
                    id: *id,
                    request: request.map(read_row).transpose()?,
                    personal: personal.map(from_item).transpose()?,
                });
            }
        }
        Ok(parts)
    }

    /// Removes a request with its personal part, its short link, its uniqueness key and its entry in the order's list.
    /// The request is removed first: from then on, its link no longer works, and no message of it can be claimed.
    pub async fn erase_request(
        &self,
        tenant: &Tenant,
        parts: &RequestParts,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let RequestParts { id, request, personal } = parts;
        if let Some(request) = request {
            if let Some(uniqueness_key) = &request.uniqueness_key {
                let mut transaction = self.transaction(tenant);
                transaction.release_uniqueness_key(uniqueness_key, *id);
                match transaction.commit().await {
                    // A later request already has the uniqueness key.
                    Err(error) if error.refused(Part::UniquenessKey) => {}
                    done => done?,
                }
            }
            if let Some(entry) = order_entry(tenant, request, keys) {
                self.remove(&entry).await?;
            }
            self.remove(&keys::request(tenant, *id)).await?;
        }
        if let Some(personal) = personal {
            // The short link is removed first, because only the personal part leads to it.
            if let Some(digest) = personal.code_digest() {
                self.remove(&keys::short_link(digest)).await?;
            }
            self.remove(&keys::sealed(tenant, *id)).await?;
        }
        Ok(())
    }

    /// The names of at most `limit` stored replies about a customer, sorted, from after `after`. Without a customer,
    /// the replies are those to calls that only read, which may be about anybody.
    pub async fn replies_about(
        &self,
        tenant: &Tenant,
        customer: Option<CustomerId>,
        after: Option<String>,
        limit: u32,
    ) -> Result<Vec<String>, Error> {
        let prefix = keys::replies(customer);
        let page = self.page(tenant, &prefix, Reading { after, ..Reading::first(End::Oldest, limit) }).await?;
        page.rows.iter().map(|item| keys::behind(item, &prefix)).collect()
    }

    pub async fn erase_reply(&self, tenant: &Tenant, customer: Option<CustomerId>, name: &str) -> Result<(), Error> {
        self.remove(&keys::idempotency(tenant, name)).await?;
        self.remove(&keys::reply_about(tenant, customer, name)).await
    }

    /// Removes an item.
    pub async fn erase(&self, tenant: &Tenant, item: PersonItem<'_>) -> Result<(), Error> {
        let key = match item {
            PersonItem::Draft(request, item) => keys::review_draft(tenant, request, item),
            PersonItem::Problem(request, number) => keys::problem(tenant, request, number),
            PersonItem::Photo(request, item, slot) => keys::photo(tenant, request, item, slot),
            PersonItem::CustomersReview(customer, place) => keys::customer_review(tenant, customer, place),
            PersonItem::ImportedReview(index, review) => keys::imported_review(tenant, index, review),
            PersonItem::CustomersRequest(customer, request) => keys::customer_request(tenant, customer, request),
            PersonItem::Charge(customer, charge) => keys::charge(tenant, customer, charge),
            PersonItem::KeptAuthor(index, customer) => keys::kept_author(tenant, index, customer),
            PersonItem::Export(of, receipt) => keys::export_of(tenant, of, receipt),
            PersonItem::ShopExport => keys::shop_export(tenant),
        };
        self.remove(&key).await
    }

    pub async fn places_of_reviews(&self, tenant: &Tenant, customer: CustomerId) -> Result<Vec<ReviewPlace>, Error> {
        let prefix = keys::customer_reviews(customer);
        let items = self.starting(tenant, &prefix).await?;
        items.iter().map(|item| keys::parse_place(&keys::behind::<String>(item, &prefix)?)).collect()
    }

    /// Removes the shop's notes from a review's ledger, and readers' words from reports about the review, because both
    /// may be about the author.
    pub async fn erase_notes(&self, tenant: &Tenant, review: ReviewId) -> Result<(), Error> {
        self.strip_ledger(tenant, review).await?;
        self.strip_reports(tenant, review).await
    }

    /// Removes a message from the customer's list, from the list of all and from the count.
    /// Errors: [`CommitError::Conflict`] if other messages are being counted at this moment: try again.
    pub async fn erase_message(&self, tenant: &Tenant, message: &CustomerMessage) -> Result<(), CommitError> {
        let CustomerMessage { customer, request, number, step: _, listed_at } = message;
        if let Some(listed_at) = listed_at {
            let mut transaction = self.transaction(tenant);
            transaction.unlist_message(listed_at.as_millisecond(), *request, *number);
            match transaction.commit().await {
                // It was removed before.
                Err(CommitError::Refused(_)) => {}
                done => done?,
            }
        }
        Ok(self.remove(&keys::message(tenant, *customer, *request, *number)).await?)
    }

    /// Suppresses an address or number for good, and deletes the recent messages to it.
    pub async fn bar(&self, tenant: &Tenant, channel: Channel, index: &str, at: Timestamp) -> Result<(), CommitError> {
        let mut transaction = self.transaction(tenant);
        transaction.bar(channel, index, at);
        transaction.commit_alone().await?;
        Ok(self.remove(&keys::recent_messages(tenant, index)).await?)
    }

    /// The former customers whose address or number has this index, and whose published reviews stay.
    pub async fn kept_authors(&self, tenant: &Tenant, index: &str) -> Result<Vec<CustomerId>, Error> {
        let prefix = keys::kept_authors(index);
        self.starting(tenant, &prefix).await?.iter().map(|item| keys::id_behind(item, &prefix)).collect()
    }

    pub async fn keep_author(&self, tenant: &Tenant, index: &str, customer: CustomerId) -> Result<(), Error> {
        self.put(&keys::kept_author(tenant, index, customer), &NoFields::default()).await
    }

    /// Removes a customer with the pointers from their address and number, lowers the total, and announces the erasure.
    /// Errors: [`CommitError::Refused`] if the customer changed meanwhile: read again.
    pub async fn erase_customer(
        &self,
        tenant: &Tenant,
        customer: &Customer,
        keys: &TenantKeys,
        receipt: Guid,
        webhooks: &[Subscription],
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let owners = self.owners(tenant, customer.email.as_ref(), customer.phone.as_ref(), keys).await?;
        let mut transaction = self.transaction(tenant);
        transaction.remove_customer(customer, keys);
        if let Some(first) = customer.first_request {
            // The list of requests then has this one, too, so that the erasure's second search finds it.
            transaction.note_request_until(customer.id, first, now);
        }
        if let Some(email) = customer.email.as_ref().filter(|_| owners.email == Some(customer.id)) {
            transaction.unpoint(customer.id, Channel::Email, &keys.email_index(email));
        }
        if let Some(phone) = customer.phone.as_ref().filter(|_| owners.phone == Some(customer.id)) {
            transaction.unpoint(customer.id, Channel::Sms, &keys.phone_index(phone));
        }
        let about = ErasureEvent { customer: customer.id, receipt };
        transaction.announce(webhooks, |random| vec![Event::erased(about, now, random)]);
        transaction.commit().await
    }
}
