//! Who must not be written to, as the shop sees and decides it.

use domain::{Channel, CustomerKey, Suppression};
use jiff::Timestamp;
use store::{Store, SuppressedRecipient, Suppressing};

use crate::retry::retry;
use crate::suppress::{NewReason, SuppressingShop};
use crate::{Caller, Error, WebhookQueue};

/// Suppressions read at once; a filter takes its page from them.
const READ_MAX: u32 = 100;

/// Shows and changes a shop's suppressions.
///
/// # Errors
/// Methods fail on storage failures, and as each says.
#[derive(Clone)]
pub struct Suppressions {
    /// Where they are stored.
    pub store: Store,
    /// Wakes the sender of webhooks.
    pub webhooks: WebhookQueue,
}

impl Suppressions {
    /// At most `limit` suppressions, in no particular order, from the one that follows `after`, and where the next
    /// page starts; `None` on the last. With a `reason`, only those that it applies to.
    pub async fn list(
        &self,
        caller: &Caller,
        reason: Option<Suppression>,
        after: Option<String>,
        limit: u32,
    ) -> Result<(Vec<SuppressedRecipient>, Option<String>), Error> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let (mut page, mut after) = (Vec::new(), after);
        loop {
            let read = self.store.suppressions(&caller.tenant, after.as_deref(), READ_MAX, &caller.keys).await?;
            let is_last = u32::try_from(read.len()).is_ok_and(|read| read < READ_MAX);
            for suppressed in read {
                if page.len() == limit {
                    return Ok((page, after));
                }
                after = Some(suppressed.index.clone());
                if reason.is_none_or(|reason| suppressed.reasons.contains_key(&reason)) {
                    page.push(suppressed);
                }
            }
            if is_last {
                return Ok((page, None));
            }
        }
    }

    /// Why an address or number is not written to.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is.
    pub async fn get(&self, caller: &Caller, address: &CustomerKey) -> Result<SuppressedRecipient, Error> {
        let (_, index) = recipient(caller, address);
        self.store.suppression(&caller.tenant, &index, &caller.keys).await?.ok_or(Error::NotFound)
    }

    /// Stops all messages to an address or number, those that wait included.
    pub async fn put(
        &self,
        caller: &Caller,
        address: &CustomerKey,
        now: Timestamp,
    ) -> Result<SuppressedRecipient, Error> {
        let ((channel, text), index) = recipient(caller, address);
        let (tenant, keys) = (&caller.tenant, &*caller.keys);
        // Read before and not after, with the shop's endpoints.
        let (before, shop) = self.store.suppression_with_shop(tenant, &index, keys).await?;
        let webhooks = shop.map(|shop| shop.webhooks).unwrap_or_default();
        let observers =
            SuppressingShop { store: &self.store, tenant, keys, webhooks: &webhooks, queue: &self.webhooks };
        let customer = match observers.is_observed() {
            true => self.store.customer_id(tenant, address, keys).await?,
            false => None,
        };
        let suppressing = Suppressing { channel, index: &index, address: Some(text) };
        let reason = Suppression::Manual;
        let new = NewReason { recipients: &[suppressing], reason, since: now, customer, request: None };
        observers.suppress(&new, now).await?;
        Ok(suppressing.suppressed(before, reason, now))
    }

    /// Lets messages to an address or number leave again.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NotLiftable`] if the person decided it.
    pub async fn delete(&self, caller: &Caller, address: &CustomerKey) -> Result<(), Error> {
        retry!(self.store, {
            let read = self.get(caller, address).await?;
            if read.reasons.keys().any(|reason| !reason.is_liftable()) {
                return Err(Error::NotLiftable.into());
            }
            let reasons: Vec<_> = read.reasons.keys().copied().collect();
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.lift(&read, &reasons);
            Ok(transaction.commit().await?)
        })
    }
}

/// The channel that an address or number is for, what it says, and its blind index.
fn recipient<'a>(caller: &Caller, address: &'a CustomerKey) -> ((Channel, &'a str), String) {
    match address {
        CustomerKey::Email(email) => ((Channel::Email, email.as_typed()), caller.keys.email_index(email)),
        CustomerKey::Phone(phone) => ((Channel::Sms, phone.as_str()), caller.keys.phone_index(phone)),
    }
}
