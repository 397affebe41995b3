//! A shop's suppressions: addresses and numbers that get no messages.

use domain::customer::CustomerKey;
use domain::message::Suppression;
use domain::values::Channel;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::message::suppression::{SuppressedRecipient, Suppressing};
use store::table::{End, Store};

use crate::caller::Caller;
use crate::error::Error;
use crate::message::provider_list::ProviderList;
use crate::message::suppress::{NewReason, SuppressingShop};
use crate::paging::{Bound, Listing, Scan, Until, Walked, walk};
use crate::retry::retry;

/// Shows and changes a shop's suppressions.
///
/// # Errors
/// Methods fail on storage failures, and as each says.
#[derive(Clone)]
pub struct Suppressions {
    /// The table.
    pub store: Store,
    /// The account's suppression list in SES.
    pub provider_list: ProviderList,
}

impl Suppressions {
    /// A page of suppressions, in no particular order; with a `reason`, only those with this reason.
    pub async fn list(
        &self,
        caller: &Caller,
        reason: Option<Suppression>,
        after: Option<String>,
        limit: u32,
    ) -> Result<Walked<SuppressedRecipient>, Error> {
        let passes = |stored: &SuppressedRecipient| reason.is_none_or(|reason| stored.reasons.contains_key(&reason));
        let scan = reason.map(|_| Scan { passes: &passes, bound: Bound::OPENED, until: Until::Row });
        let listing = Listing { scan, ..Listing::new(End::Oldest, after, limit) };
        walk(listing, |reading| self.store.suppressions(&caller.tenant, reading, &caller.keys)).await
    }

    /// Why an address or number gets no messages.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is not suppressed.
    pub async fn get(&self, caller: &Caller, address: &CustomerKey) -> Result<SuppressedRecipient, Error> {
        let (_, index) = recipient(caller, address);
        self.store.suppression(&caller.tenant, &index, &caller.keys).await?.ok_or(Error::NotFound)
    }

    /// Stops all messages to an address or number, also those that wait.
    pub async fn put(
        &self,
        caller: &Caller,
        address: &CustomerKey,
        now: Timestamp,
    ) -> Result<SuppressedRecipient, Error> {
        let ((channel, text), index) = recipient(caller, address);
        let (tenant, keys) = (&caller.tenant, &*caller.keys);
        // The suppression is read with the shop's endpoints, before the change.
        let (before, shop) = self.store.suppression_with_shop(tenant, &index, keys).await?;
        let webhooks = shop.map(|shop| shop.webhooks).unwrap_or_default();
        let observers = SuppressingShop { store: &self.store, tenant, keys, webhooks: &webhooks };
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

    /// Lifts a suppression. A bounced address must also be removed from SES' list. That comes first, because a repeated
    /// call would no longer find the suppression.
    ///
    /// # Errors [`Error::NotFound`]; [`Error::NotLiftable`] if the person decided it.
    pub async fn delete(&self, caller: &Caller, address: &CustomerKey, now: Timestamp) -> Result<(), Error> {
        retry!(self.store, {
            let read = self.get(caller, address).await?;
            if read.reasons.keys().any(|reason| !reason.is_liftable()) {
                return Err(Error::NotLiftable.into());
            }
            if read.channel == Channel::Email && read.reasons.contains_key(&Suppression::Bounced) {
                self.provider_list.delete(read.address.as_deref().unwrap_or(recipient(caller, address).0.1)).await;
            }
            let reasons: Vec<_> = read.reasons.keys().copied().collect();
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.lift(&read, &reasons);
            let before = json!({"reasons": reasons.iter().map(|reason| reason.as_str()).collect::<Vec<_>>()});
            let index = recipient(caller, address).1;
            transaction.record(&caller.entry("lift_suppression", index, [before, Value::Null], now));
            Ok(transaction.commit().await?)
        })
    }
}

/// The channel of an address or number, the address or number as text, and its blind index.
fn recipient<'a>(caller: &Caller, address: &'a CustomerKey) -> ((Channel, &'a str), String) {
    match address {
        CustomerKey::Email(email) => ((Channel::Email, email.as_typed()), caller.keys.email_index(email)),
        CustomerKey::Phone(phone) => ((Channel::Sms, phone.as_str()), caller.keys.phone_index(phone)),
    }
}
