//! A shop's suppressions: addresses and numbers that get no messages.
//!
//! Told by `tests/stories/sending/unsubscribing.story`.

use std::collections::BTreeSet;
use std::sync::Arc;

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::error::ProvideErrorMetadata as _;
use aws_sdk_sesv2::operation::delete_suppressed_destination::DeleteSuppressedDestinationError;
use aws_types::SdkConfig;
use domain::customer::{Customer, CustomerKey};
use domain::message::Suppression;
use domain::values::{Channel, Phone};
use futures_util::future::join_all;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::message::suppression::{SuppressedRecipient, Suppressing};
use store::table::{End, Store};
use vault::{LazyClient, Vault};

use crate::bucket::Bucket;
use crate::caller::{Author, Caller};
use crate::error::{Error, retry};
use crate::message::suppress::{NewReason, SuppressingShop, SuppressionRecord};
use crate::paging::{Bound, Listing, Scan, Until, Walked, walk};

#[derive(Clone)]
pub struct Suppressions {
    pub store: Store,
    pub bucket: Bucket,
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
    /// Errors: [`Error::NotFound`] if it is not suppressed.
    pub async fn get(&self, caller: &Caller, address: &CustomerKey) -> Result<SuppressedRecipient, Error> {
        let index = caller.keys.recipient_index(address);
        self.store.suppression(&caller.tenant, &index, &caller.keys).await?.ok_or(Error::NotFound)
    }

    /// Stops all messages to an address or number, also those that wait.
    pub async fn put(
        &self,
        caller: &Caller,
        address: &CustomerKey,
        now: Timestamp,
    ) -> Result<SuppressedRecipient, Error> {
        let (tenant, keys) = (&caller.tenant, &*caller.keys);
        let index = keys.recipient_index(address);
        // The suppression is read with the shop's endpoints, before the change.
        let (before, shop) = self.store.suppression_with_shop(tenant, &index, keys).await?;
        let webhooks = shop.map(|shop| shop.state.webhooks).unwrap_or_default();
        let observers = SuppressingShop { store: &self.store, bucket: &self.bucket, tenant, keys, webhooks: &webhooks };
        let customer = match observers.is_observed() {
            true => self.store.customer_id(tenant, address, keys).await?,
            false => None,
        };
        let suppressing = suppressing(address, &index);
        let reason = Suppression::Manual;
        let recipients = &[suppressing];
        // No audit entry: programs suppress whole lists, and the audit log is kept for good.
        let new = NewReason { recipients, reason, since: now, customer, request: None, entry: None };
        observers.suppress(&new, now).await?;
        Ok(suppressing.suppressed(before, reason, now))
    }

    /// Stops all messages to a customer, also those that wait, at every address and number that the shop has of them.
    /// The audit log names the customer, unless everything was stopped before.
    pub async fn stop(&self, caller: &Caller, customer: &Customer, now: Timestamp) -> Result<(), Error> {
        let (tenant, keys, reason) = (&caller.tenant, &*caller.keys, Suppression::Manual);
        let addresses: Vec<_> = customer.recipients().collect();
        let indexes: Vec<_> = addresses.iter().map(|address| keys.recipient_index(address)).collect();
        let (mut webhooks, mut is_new) = (Vec::new(), false);
        for index in &indexes {
            let (before, shop) = self.store.suppression_with_shop(tenant, index, keys).await?;
            is_new |= before.is_none_or(|before| !before.reasons.contains_key(&reason));
            webhooks = shop.map(|shop| shop.state.webhooks).unwrap_or_default();
        }
        let suppressing: Vec<_> =
            addresses.iter().zip(&indexes).map(|(address, index)| suppressing(address, index)).collect();
        let entry = caller.entry("suppress", customer.id.guid(), [Value::Null, Value::Null], now);
        let new = NewReason {
            recipients: &suppressing,
            reason,
            since: now,
            customer: Some(customer.id),
            request: None,
            entry: is_new.then_some(&entry),
        };
        // Also if all of it was stopped before, because the call before may have died before it wrote the records.
        let observers = SuppressingShop { store: &self.store, bucket: &self.bucket, tenant, keys, webhooks: &webhooks };
        observers.suppress(&new, now).await
    }

    /// Lifts a suppression.
    /// Errors: [`Error::NotFound`]; [`Error::NotLiftable`] if the person decided it.
    pub async fn delete(&self, caller: &Caller, address: &CustomerKey, now: Timestamp) -> Result<(), Error> {
        self.lift(caller, address, every_reason, now).await
    }

    /// Lets messages to a customer leave again, at each address and number whose suppression the shop may lift. Returns
    /// whether there was one.
    pub async fn resume(&self, caller: &Caller, customer: &Customer, now: Timestamp) -> Result<bool, Error> {
        self.lift_each(caller, customer, every_reason, now).await
    }

    /// Takes back what [`stop`](Self::stop) did; other reasons still apply. Returns whether there was something to take
    /// back.
    pub async fn undo_stop(&self, caller: &Caller, customer: &Customer, now: Timestamp) -> Result<bool, Error> {
        self.lift_each(caller, customer, own_reason, now).await
    }

    async fn lift_each(
        &self,
        caller: &Caller,
        customer: &Customer,
        lifted: Lifted,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let mut is_lifted = false;
        for address in customer.recipients() {
            match self.lift(caller, &address, lifted, now).await {
                Ok(()) => is_lifted = true,
                Err(Error::NotFound | Error::NotLiftable) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(is_lifted)
    }

    /// Lifts some reasons of a suppression. A bounced address must also be removed from SES' list. That comes first,
    /// because a repeated call would no longer find the suppression.
    async fn lift(&self, caller: &Caller, address: &CustomerKey, lifted: Lifted, now: Timestamp) -> Result<(), Error> {
        retry!(self.store, {
            let read = self.get(caller, address).await?;
            let reasons = lifted(&read)?;
            if read.channel == Channel::Email && reasons.contains(&Suppression::Bounced) {
                self.provider_list.delete(read.address.as_deref().unwrap_or(address.as_str())).await;
            }
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.lift(&read, &reasons);
            let before = json!({"reasons": reasons.iter().map(|reason| reason.as_str()).collect::<Vec<_>>()});
            let index = caller.keys.recipient_index(address);
            transaction.record(&caller.entry("lift_suppression", &index, [before, Value::Null], now));
            transaction.commit().await?;
            for reason in reasons {
                let record = SuppressionRecord::of_shop(&caller.tenant, &index, (read.channel, reason), true, now);
                record.put(&self.bucket, now).await?;
            }
            Ok(())
        })
    }
}

/// Which reasons of a suppression are lifted.
type Lifted = fn(&SuppressedRecipient) -> Result<Vec<Suppression>, Error>;

fn every_reason(read: &SuppressedRecipient) -> Result<Vec<Suppression>, Error> {
    match read.is_liftable() {
        true => Ok(read.reasons.keys().copied().collect()),
        false => Err(Error::NotLiftable),
    }
}

fn own_reason(read: &SuppressedRecipient) -> Result<Vec<Suppression>, Error> {
    let own = Suppression::Manual;
    if read.reasons.contains_key(&own) { Ok(vec![own]) } else { Err(Error::NotFound) }
}

fn suppressing<'a>(address: &'a CustomerKey, index: &'a str) -> Suppressing<'a> {
    Suppressing { channel: address.channel(), index, address: Some(address.as_str()) }
}

/// Removes addresses from the SES suppression list.
#[derive(Clone)]
pub struct ProviderList {
    pub ses: LazyClient<Client>,
}

impl ProviderList {
    pub fn client(sdk: &SdkConfig) -> Client {
        Client::new(sdk)
    }

    /// Removes an address. A failure is only logged: if the address stays in the list, emails to it fail, and there is
    /// no other harm.
    pub async fn delete(&self, address: &str) {
        // The list is case-sensitive, and AWS does not say how SES spells an address in it.
        let spellings = BTreeSet::from([address.to_owned(), address.to_lowercase()]);
        join_all(spellings.into_iter().map(|address| self.delete_spelling(address))).await;
    }

    async fn delete_spelling(&self, address: String) {
        let answer = self.ses.delete_suppressed_destination().email_address(address).send().await;
        if let Err(error) = answer
            && !error.as_service_error().is_some_and(DeleteSuppressedDestinationError::is_not_found_exception)
        {
            // SES' message may quote the address.
            let code = error.code().unwrap_or("no answer");
            tracing::warn!(code, "cannot remove an address from SES' suppression list");
        }
    }
}

/// Records numbers that replied `STOP`, and lifts such blocks.
#[derive(Clone)]
pub struct StoppedNumbers {
    pub store: Store,
    pub bucket: Bucket,
    /// Unwraps the service's keys, which make the blind index of a number.
    pub vault: Arc<Vault>,
}

impl StoppedNumbers {
    /// Stops every shop from writing to the number. If there are several replies, the latest counts, in whatever order
    /// they are read.
    pub async fn stop(&self, number: &Phone, at: Timestamp, now: Timestamp) -> Result<(), Error> {
        let index = self.index(number, now).await?;
        self.store.stop_number(&index, at).await?;
        self.record(index, at, now).await
    }

    /// Lets shops write to the number again, unless it replied `STOP` at this time or later. Returns whether it was
    /// blocked.
    pub async fn lift(&self, number: &Phone, at: Timestamp, now: Timestamp) -> Result<bool, Error> {
        let index = self.index(number, now).await?;
        let is_lifted = self.store.lift_stop(&index, at).await?;
        self.record(index, at, now).await?;
        Ok(is_lifted)
    }

    /// Lifts the block for an operator. The audit log records this first, with the number's blind index.
    pub async fn lift_for(&self, operator: &Author, number: &Phone, now: Timestamp) -> Result<bool, Error> {
        let index = self.index(number, now).await?;
        let entry = operator.entry("lift_stop", &index, [json!({"stopped": true}), Value::Null], now);
        if self.store.is_stopped(&index).await? {
            self.store.record(None, &entry).await?;
        }
        self.lift(number, now, now).await
    }

    /// Records what the table says by now, also after a reply that came too late to change it.
    async fn record(&self, index: String, at: Timestamp, now: Timestamp) -> Result<(), Error> {
        let (channel, reason, lifted) = (Channel::Sms, Suppression::Stopped, !self.store.is_stopped(&index).await?);
        SuppressionRecord { tenant: None, index, channel, reason, lifted, at }.put(&self.bucket, now).await
    }

    async fn index(&self, number: &Phone, now: Timestamp) -> Result<String, Error> {
        let service = self.store.service().await?.ok_or_else(|| Error::Internal("no shop is set up yet".to_owned()))?;
        Ok(self.vault.service(&service.root, now).await?.stop_index(number))
    }
}
