//! What shops' systems want erased: a person, or all that the system said.

use app::privacy::{PrivacyTask, asked_by, person_at, start};
use app::{Author, Caller, Error};
use domain::{Actor, CustomerKey, EmailAddress, Guid, OrderId, Phone, PrivacyKind, PrivacyStatus, ReviewsChoice};
use jiff::{SignedDuration, Timestamp};
use store::{Person, PrivacyJob};
use vault::TenantKeys;

use super::requests::{SystemOrder, waits};
use super::{CalledShop, Done, TakeOrders};
use crate::{InboundResult, NamedPerson, OrderStateRecord, Rows};

/// Orders that are erased together, whose buyers are one erasure.
const TOGETHER: usize = 100;

impl TakeOrders {
    /// Orders the export or erasure of somebody whom the system names. The receipt is the reason: the same for the same call.
    pub(crate) async fn about_person(
        &self,
        shop: &CalledShop,
        kind: PrivacyKind,
        NamedPerson { email, phone, call }: &NamedPerson,
        now: Timestamp,
    ) -> Result<Done, Error> {
        let keys = &shop.caller.keys;
        let email = email.as_deref().and_then(|email| EmailAddress::parse(email).ok()).map(CustomerKey::Email);
        let phone = phone.as_deref().and_then(|phone| Phone::parse(phone).ok()).map(CustomerKey::Phone);
        let person = person(email.into_iter().chain(phone), keys);
        if person.recipients.is_empty() {
            return Ok(Done::new(InboundResult::Ignored, Some("nobody_named")));
        }
        let receipt = receipt(keys, &format!("{} {call}", kind.as_str()));
        let job = PrivacyJob::new(receipt, kind, person, ReviewsChoice::Delete, Actor::System, now);
        self.start_once(shop, &job).await?;
        Ok(Done::new(InboundResult::Ignored, Some(&receipt.to_string())))
    }

    /// Erases the system's orders with what waits for them, and their buyers; of reviews the words stay. What is done is gone, so
    /// that a run that dies is gone on with by the next. The first buyers' receipt is the reason.
    pub(crate) async fn erase_shop(&self, shop: &CalledShop, now: Timestamp) -> Result<Done, Error> {
        let (Caller { tenant, keys, .. }, system) = (&shop.caller, shop.integration.system);
        let mut reason = None;
        loop {
            let orders = Rows(&self.store).orders_of_system(tenant, system, TOGETHER, keys).await?;
            if orders.is_empty() {
                let reason = reason.as_deref().unwrap_or("shop_redacted");
                return Ok(Done::new(InboundResult::Stopped, Some(reason)));
            }
            let buyers = orders.iter().filter_map(|(_, record)| Some(CustomerKey::Email(record.state.buyer()?.email)));
            let person = person(buyers, keys);
            if !person.recipients.is_empty() {
                let ids: Vec<_> = orders.iter().map(|(id, _)| id.as_str()).collect();
                let receipt = receipt(keys, &format!("{} {}", system.as_str(), ids.join(" ")));
                let kind = PrivacyKind::Erase;
                let job = PrivacyJob::new(receipt, kind, person, ReviewsChoice::Anonymise, Actor::System, now);
                self.start_once(shop, &job).await?;
                reason.get_or_insert(receipt.to_string());
            }
            for (id, record) in &orders {
                self.erase_order(&SystemOrder { shop, id }, record, now).await?;
            }
        }
    }

    async fn erase_order(
        &self,
        order: &SystemOrder<'_>,
        record: &OrderStateRecord,
        now: Timestamp,
    ) -> Result<(), Error> {
        let SystemOrder { shop, id } = order;
        let Caller { tenant, keys, .. } = &shop.caller;
        let number = record.state.number.as_ref().map(|number| &number.value);
        let references = record.references.iter().chain(number);
        let references: Vec<_> = references.filter_map(|one| OrderId::parse(one).ok().flatten()).collect();
        for reference in &references {
            for request in self.ours(order, reference).await?.iter().filter(|request| waits(request, now)) {
                self.cancel.cancel(&shop.caller, request.id, now).await?;
            }
        }
        let buyer = record.state.buyer().map(|buyer| buyer.email);
        self.store.remove_orders(tenant, &references, buyer, keys).await?;
        Ok(Rows(&self.store).remove_order_state(tenant, shop.integration.system, id).await?)
    }

    /// Records a job and queues it, unless the same call did before. One that is not done is queued again: the try before may have
    /// died between the two.
    async fn start_once(&self, shop: &CalledShop, job: &PrivacyJob) -> Result<(), Error> {
        let tenant = &shop.caller.tenant;
        match self.store.privacy_job(tenant, job.receipt).await?.map(|known| known.status) {
            None => {
                let by = Author { by: Some(shop.integration.system.as_str().to_owned()) };
                let entry = asked_by(&by, job, job.requested_at);
                start(&self.store, &self.privacy, tenant, job, &entry).await
            }
            Some(PrivacyStatus::Running) => {
                self.privacy.send(&PrivacyTask::job(tenant, job.receipt), SignedDuration::ZERO).await
            }
            Some(PrivacyStatus::Done | PrivacyStatus::Failed) => Ok(()),
        }
    }
}

/// Everybody with one of these addresses and numbers.
fn person(addresses: impl Iterator<Item = CustomerKey>, keys: &TenantKeys) -> Person {
    let mut recipients: Vec<_> = addresses.flat_map(|address| person_at(&address, keys).recipients).collect();
    recipients.sort_by(|one, other| one.1.cmp(&other.1));
    recipients.dedup();
    Person { recipients, customers: Vec::new() }
}

/// A receipt that nobody can guess, and that is the same for the same thing.
fn receipt(keys: &TenantKeys, of: &str) -> Guid {
    let digest = keys.fingerprint(of.as_bytes());
    let bits = digest.get(..32).and_then(|half| u128::from_str_radix(half, 16).ok());
    Guid::random(bits.unwrap_or_default().to_be_bytes())
}
