//! Suppresses addresses and numbers, announces that to webhooks, and records it outside the table.
//!
//! Told by `tests/stories/sending/reports.story`.

use domain::message::Suppression;
use domain::values::{Channel, CustomerId, RequestId, Tenant, ms};
use domain::webhook::{Event, EventKind, Subscription, SuppressionEvent};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::message::suppression::Suppressing;
use store::shop::audit::AuditEntry;
use store::table::Store;
use vault::TenantKeys;

use crate::bucket::{Bucket, DECISIONS};
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

/// One reason not to write to an address or number as it was last decided, in a file of the bucket. After the table was
/// restored from a backup, the decision is repeated from the file. Whoever decides writes it once the table has it, and
/// answers only then. It contains no address, only the blind index.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SuppressionRecord {
    /// The tenant, as in keys; `None` for a number that replied `STOP`, which is stopped for every shop.
    pub tenant: Option<String>,
    pub index: String,
    pub channel: Channel,
    pub reason: Suppression,
    pub lifted: bool,
    /// Since when the reason has applied, or when it was lifted.
    #[serde(with = "ms::required")]
    pub at: Timestamp,
}

impl SuppressionRecord {
    pub fn of_shop(
        tenant: &Tenant,
        index: &str,
        (channel, reason): (Channel, Suppression),
        lifted: bool,
        at: Timestamp,
    ) -> Self {
        Self { tenant: Some(tenant.to_string()), index: index.to_owned(), channel, reason, lifted, at }
    }

    /// Writes the record in place of the earlier one about the same address and reason.
    pub async fn put(&self, bucket: &Bucket, now: Timestamp) -> Result<(), Error> {
        let shop = self.tenant.as_deref().unwrap_or("all");
        let key = format!("{DECISIONS}{shop}/{}/{}.json", self.index, self.reason.as_str());
        let json = serde_json::to_string(self).map_err(|error| Error::Internal(error.to_string()))?;
        bucket.put_json(&key, json, now).await
    }
}

/// The shop whose addresses and numbers are suppressed, and its webhooks.
#[derive(Clone, Copy)]
pub struct SuppressingShop<'a> {
    pub store: &'a Store,
    pub bucket: &'a Bucket,
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
        let Self { store, bucket, tenant, keys, webhooks } = self;
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
        })?;
        for Suppressing { channel, index, address: _ } in *recipients {
            SuppressionRecord::of_shop(tenant, index, (*channel, *reason), false, *since).put(bucket, now).await?;
        }
        Ok(())
    }

    async fn is_suppressed(&self, index: &str, reason: Suppression) -> Result<bool, Error> {
        let read = self.store.suppression(self.tenant, index, self.keys).await?;
        Ok(read.is_some_and(|read| read.reasons.contains_key(&reason)))
    }
}
