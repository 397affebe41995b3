//! Erases or cancels what shops' systems ask for: a person's data, an order's buyer, or everything that the system
//! reported.
//!
//! Told by `tests/stories/orders_in/privacy.story`.

use app::caller::{Author, Caller};
use app::error::Error;
use app::privacy::{PrivacyTask, asked_by, person_at, start};
use domain::customer::CustomerKey;
use domain::message::{Notification, NotificationName};
use domain::order::{OrderId, OrderPlace};
use domain::privacy::{PrivacyKind, PrivacyStatus, ReviewsChoice};
use domain::review::Actor;
use domain::values::{Channel, EmailAddress, Guid, InboundId, Phone, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::order::OrderRecord;
use store::privacy::{DataRequest, Person, PersonsOrder, PrivacyJob};
use vault::TenantKeys;

use super::super::silence::tell_owner;
use super::requests::{SystemOrder, waits};
use super::{CalledShop, Done, RUN_FOR, TakeOrders};
use crate::{Inbound, InboundResult, NamedPerson, OrderTask, Rows, SHOP_ERASED_AFTER};

/// How many orders are processed together. When a shop is erased, their buyers are one erasure.
const TOGETHER: usize = 100;

impl TakeOrders {
    /// Starts the export or erasure of a person whom the system names by address, number or orders. The receipt, which
    /// repeated calls share, becomes the result's reason.
    pub(crate) async fn about_person(
        &self,
        shop: &CalledShop,
        kind: PrivacyKind,
        NamedPerson { email, phone, orders, call }: &NamedPerson,
        now: Timestamp,
    ) -> Result<Done, Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        let email = email.as_deref().and_then(|email| EmailAddress::parse(email).ok()).map(CustomerKey::Email);
        let phone = phone.as_deref().and_then(|phone| Phone::parse(phone).ok()).map(CustomerKey::Phone);
        let mut buyers = Vec::new();
        for id in orders {
            let place = OrderPlace { system: shop.system, id: id.clone() };
            let order = self.store.order_record(tenant, &place, keys).await?.order;
            buyers.extend(order.buyer.map(|buyer| CustomerKey::Email(buyer.email)));
        }
        let person = person(email.into_iter().chain(phone).chain(buyers), keys);
        if person.recipients.is_empty() {
            return Ok(Done::new(InboundResult::Ignored, Some("nobody_named")));
        }
        let receipt = receipt(keys, &format!("{} {call}", kind.as_str()));
        let job = PrivacyJob::new(receipt, kind, person, ReviewsChoice::Delete, Actor::System, now);
        self.start_once(shop, &job).await?;
        if kind == PrivacyKind::Export {
            self.tell_of_export(tenant, receipt, now).await?;
        }
        Ok(Done::new(InboundResult::Ignored, Some(&receipt.to_string())))
    }

    async fn tell_of_export(&self, tenant: &Tenant, receipt: Guid, now: Timestamp) -> Result<(), Error> {
        let notification = Notification::new(NotificationName::DataAsked(receipt), now);
        if self.store.add(tenant, &notification).await? {
            self.store.note_data_request(tenant, DataRequest { receipt, at: now }).await?;
        }
        Ok(())
    }

    /// Erases an order from which the system removed the buyer, with its requests and messages; `index` is the blind
    /// index of the buyer's address. The person's other data stays, because systems remove the buyers of old orders
    /// automatically.
    pub(crate) async fn erase_order(
        &self,
        SystemOrder { shop, place }: &SystemOrder<'_>,
        index: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        let customer = self.store.customer_at(&shop.caller.tenant, Channel::Email, index).await?;
        let receipt = receipt(&shop.caller.keys, &format!("erase order {} {}", place.system.as_str(), place.id));
        let order = Some(PersonsOrder {
            place: (*place).clone(),
            customers: customer.into_iter().collect(),
            requests: Vec::new(),
        });
        let person = Person { order, ..Person::default() };
        let job = PrivacyJob::new(receipt, PrivacyKind::Erase, person, ReviewsChoice::Anonymise, Actor::System, now);
        self.start_once(shop, &job).await
    }

    /// Stops everything at once, as if the app were uninstalled, and tells the owner. [`SHOP_ERASED_AFTER`] later,
    /// reconcile wakes the call again, and the system's orders are erased, unless the shop has connected the system
    /// again. `None` if the rest is queued or follows later.
    pub(crate) async fn redact_shop(
        &self,
        shop: &CalledShop,
        inbound: &Inbound,
        task: &OrderTask,
        now: Timestamp,
    ) -> Result<Option<Done>, Error> {
        let tenant = &shop.caller.tenant;
        match inbound.due_at {
            None => {
                self.stop_asking(shop, "shop_redacted", now).await?;
                if self.plan_all(shop, task, now).await? {
                    let called_at = inbound.id.minted_at();
                    tell_owner(&self.store, tenant, NotificationName::ShopRedacted(shop.system), called_at, now)
                        .await?;
                    let due_at = now.saturating_add(SHOP_ERASED_AFTER).ok();
                    let waiting = Inbound { due_at, reason: Some("waits_48_hours".to_owned()), ..inbound.clone() };
                    Rows(&self.store).update_inbound(tenant, shop.system, &waiting).await?;
                }
                Ok(None)
            }
            Some(at) if now < at => Ok(None),
            Some(_) if task.after.is_none() && self.rules(shop).await?.is_some() => {
                Ok(Some(Done::new(InboundResult::Ignored, Some("connected_again"))))
            }
            Some(_) => self.erase_shop(shop, inbound.id, task, now).await,
        }
    }

    /// Erases the system's orders, their waiting requests and their buyers; reviews keep their words. Each finished
    /// part is deleted, so if a run dies, the next continues. The first receipt becomes the result's reason. `None` if
    /// the rest is queued.
    async fn erase_shop(
        &self,
        shop: &CalledShop,
        call: InboundId,
        task: &OrderTask,
        now: Timestamp,
    ) -> Result<Option<Done>, Error> {
        let (Caller { tenant, keys, .. }, system) = (&shop.caller, shop.system);
        // No place has to be remembered, so this field of the task has the receipt with which earlier runs began.
        let mut reason = task.after.clone();
        loop {
            let orders = self.store.orders_of_system(tenant, system, TOGETHER, keys).await?;
            if orders.is_empty() {
                let reason = reason.as_deref().unwrap_or("shop_redacted");
                return Ok(Some(Done::new(InboundResult::Stopped, Some(reason))));
            }
            let buyers = orders.iter().filter_map(|record| record.order.buyer.as_ref());
            let buyers = buyers.map(|buyer| CustomerKey::Email(buyer.email.clone()));
            let person = person(buyers, keys);
            if !person.recipients.is_empty() {
                let ids: Vec<_> = orders.iter().map(|record| record.order.place.id.as_str()).collect();
                // A later call erases the same orders once more, if the system has described them again.
                let receipt = receipt(keys, &format!("{} {} {}", system.as_str(), call.get(), ids.join(" ")));
                let kind = PrivacyKind::Erase;
                let job = PrivacyJob::new(receipt, kind, person, ReviewsChoice::Anonymise, Actor::System, now);
                self.start_once(shop, &job).await?;
                reason.get_or_insert(receipt.to_string());
            }
            for order in &orders {
                self.remove_order(shop, order, now).await?;
                if self.clock.now().duration_since(now) > RUN_FOR {
                    self.orders.send(&task.behind(reason), SignedDuration::ZERO).await?;
                    return Ok(None);
                }
            }
        }
    }

    async fn remove_order(&self, shop: &CalledShop, record: &OrderRecord, now: Timestamp) -> Result<(), Error> {
        let (Caller { tenant, keys, .. }, place) = (&shop.caller, &record.order.place);
        let numbers = record.references.iter().map(String::as_str).chain(record.order.number().map(OrderId::as_str));
        for reference in numbers.filter_map(|one| OrderId::parse(one).ok().flatten()) {
            let requests = self.ours(&SystemOrder { shop, place }, &reference).await?;
            for request in requests.iter().filter(|request| waits(request, now)) {
                self.cancel.cancel(&shop.caller, request.id, now).await?;
            }
        }
        Ok(self.store.remove_order(tenant, record, keys).await?)
    }

    /// Records a job and queues it, unless the same call has done so. An unfinished job is queued again, because the
    /// earlier try may have died before it queued the job.
    async fn start_once(&self, shop: &CalledShop, job: &PrivacyJob) -> Result<(), Error> {
        let tenant = &shop.caller.tenant;
        match self.store.one::<PrivacyJob>(tenant, job.receipt).await?.map(|known| known.status) {
            None => {
                let by = Author { by: Some(shop.system.as_str().to_owned()) };
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

fn person(addresses: impl Iterator<Item = CustomerKey>, keys: &TenantKeys) -> Person {
    let mut recipients: Vec<_> = addresses.flat_map(|address| person_at(&address, keys).recipients).collect();
    recipients.sort_by(|one, other| one.1.cmp(&other.1));
    recipients.dedup();
    Person { recipients, ..Person::default() }
}

/// A receipt that nobody can guess, and that is the same for the same input.
fn receipt(keys: &TenantKeys, of: &str) -> Guid {
    let digest = keys.fingerprint(of.as_bytes());
    let bits = digest.get(..32).and_then(|half| u128::from_str_radix(half, 16).ok());
    Guid::random(bits.unwrap_or_default().to_be_bytes())
}
