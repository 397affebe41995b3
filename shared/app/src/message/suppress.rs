//! Suppresses addresses and numbers, and announces that to webhooks.

use domain::message::Suppression;
use domain::values::{CustomerId, RequestId, Tenant};
use domain::webhook::{Event, EventKind, Subscription, SuppressionEvent};
use jiff::Timestamp;
use store::message::suppression::Suppressing;
use store::shop::audit::AuditEntry;
use store::table::Store;
use vault::TenantKeys;

use crate::error::{Error, TryError, retry};

/// A new reason not to write to some of a customer's addresses and numbers.
pub struct NewReason<'a> {
    pub recipients: &'a [Suppressing<'a>],
    pub reason: Suppression,
    pub since: Timestamp,
    pub customer: Option<CustomerId>,
    /// The request whose message led to the reason, if one did.
    pub request: Option<RequestId>,
    /// The entry in the audit log, if a person gave the reason in the console.
    pub entry: Option<&'a AuditEntry>,
}

/// The shop whose addresses and numbers are suppressed, and its webhooks.
#[derive(Clone, Copy)]
pub struct SuppressingShop<'a> {
    pub store: &'a Store,
    pub tenant: &'a Tenant,
    pub keys: &'a TenantKeys,
    pub webhooks: &'a [Subscription],
}

impl SuppressingShop<'_> {
    /// Whether an endpoint wants the event. Only then does the caller have to find the customer.
    pub fn is_observed(&self) -> bool {
        self.webhooks.iter().any(|subscription| subscription.wants_kind(EventKind::CustomerSuppressed))
    }

    /// Suppresses addresses and numbers for one more reason. There is no event for those that are already suppressed
    /// for this reason.
    pub async fn suppress(&self, new: &NewReason<'_>, now: Timestamp) -> Result<(), Error> {
        let Self { store, tenant, keys, webhooks } = self;
        let NewReason { recipients, reason, since, customer, request, entry } = new;
        retry!(store, {
            let mut transaction = store.transaction(tenant);
            for recipient in *recipients {
                if !self.is_observed() || self.is_suppressed(recipient.index, *reason).await? {
                    transaction.suppress(*recipient, *reason, *since, keys);
                    continue;
                }
                transaction.suppress_first(*recipient, *reason, *since, keys);
                let about = SuppressionEvent {
                    customer: *customer,
                    request: *request,
                    channel: recipient.channel,
                    reason: *reason,
                };
                transaction.announce(webhooks, |random| vec![Event::suppressed(about, now, random)]);
            }
            if let Some(entry) = entry {
                transaction.record(entry);
            }
            transaction.commit_alone().await?;
            Ok::<_, TryError<Error>>(())
        })
    }

    async fn is_suppressed(&self, index: &str, reason: Suppression) -> Result<bool, Error> {
        let read = self.store.suppression(self.tenant, index, self.keys).await?;
        Ok(read.is_some_and(|read| read.reasons.contains_key(&reason)))
    }
}
