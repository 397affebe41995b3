//! Suppressions: addresses and numbers that must not be written to, by blind index.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::message::Suppression;
use domain::values::{Channel, Tenant};
use jiff::Timestamp;
use serde::Deserialize;
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::shop::TenantRecord;
use crate::table::keys::{self, Key, SUPPRESSIONS};
use crate::table::{
    Attributes, Error, Listed, Page, Part, Reading, SK, Store, Transaction, from_item, instant, known, milliseconds,
    string,
};

/// How often an unsubscription may be undone in a day, because each repetition is one more event for the shop's
/// webhooks.
const UNDONE_MAX: u32 = 20;
const DAY_S: i64 = 86_400;

#[derive(Debug, Clone)]
pub struct SuppressedRecipient {
    /// The blind index of the address or number.
    pub index: String,
    pub channel: Channel,
    /// In clear; `None` if the address was no longer stored when it was suppressed, or if it was erased.
    pub address: Option<String>,
    /// The greatest reason.
    pub reason: Suppression,
    /// Since when this reason has applied.
    pub since: Timestamp,
    /// Every reason, and since when it has applied.
    pub reasons: BTreeMap<Suppression, Timestamp>,
}

#[derive(Debug, Clone, Copy)]
pub struct Suppressing<'a> {
    pub channel: Channel,
    /// The blind index of the address or number.
    pub index: &'a str,
    /// In clear, if known.
    pub address: Option<&'a str>,
}

impl SuppressedRecipient {
    /// Whether the person only unsubscribed, which does not stop an email that the law asks for.
    pub fn is_only_unsubscribed(&self) -> bool {
        self.reasons.keys().all(|reason| *reason == Suppression::Unsubscribed)
    }

    /// Whether the shop may lift the suppression: the person decided none of its reasons.
    pub fn is_liftable(&self) -> bool {
        self.reasons.keys().all(|reason| reason.is_liftable())
    }
}

impl Listed for SuppressedRecipient {
    type Place = String;

    fn place(&self) -> String {
        self.index.clone()
    }
}

impl Suppressing<'_> {
    /// The record as it is after one more reason; `before` is the record so far.
    pub fn suppressed(
        &self,
        before: Option<SuppressedRecipient>,
        reason: Suppression,
        at: Timestamp,
    ) -> SuppressedRecipient {
        let new = || SuppressedRecipient {
            index: self.index.to_owned(),
            channel: self.channel,
            address: None,
            reason,
            since: at,
            reasons: BTreeMap::new(),
        };
        let mut after = before.unwrap_or_else(new);
        // An erased address is not stored again.
        if !after.reasons.contains_key(&Suppression::Erased) {
            after.address = after.address.or_else(|| self.address.map(str::to_owned));
        }
        after.reasons.entry(reason).or_insert(at);
        if let Some((&reason, &since)) = after.reasons.last_key_value() {
            (after.reason, after.since) = (reason, since);
        }
        after
    }
}

/// The attributes of an item that are not reasons.
#[derive(Deserialize)]
struct Fields {
    channel: String,
    #[serde(default)]
    address: Option<ByteBuf>,
}

/// A suppression as an item. Each reason is an attribute with the time since which it has applied, so that reasons can
/// be added independently.
pub(crate) struct SuppressionItem {
    fields: Fields,
    reasons: BTreeMap<Suppression, Timestamp>,
}

impl SuppressionItem {
    pub(crate) fn read(item: Attributes) -> Result<Self, Error> {
        let times = item.iter().filter_map(|(name, value)| Some((name, value.as_n().ok()?)));
        let reasons = times.map(|(name, at)| {
            let at = at.parse().map_err(|_| unreadable())?;
            Ok::<_, Error>((known(name)?, instant(at)?))
        });
        Ok(Self { reasons: reasons.collect::<Result<_, _>>()?, fields: from_item(item)? })
    }

    pub(crate) fn has(&self, reason: Suppression) -> bool {
        self.reasons.contains_key(&reason)
    }

    pub(crate) fn reason(&self) -> Result<Suppression, Error> {
        self.reasons.keys().next_back().copied().ok_or_else(unreadable)
    }
}

fn recipient(item: Attributes, keys: &TenantKeys) -> Result<SuppressedRecipient, Error> {
    let sk = item.get(SK).and_then(|sk| sk.as_s().ok()).cloned().ok_or_else(unreadable)?;
    let SuppressionItem { fields: Fields { channel, address }, reasons } = SuppressionItem::read(item)?;
    let (&reason, &since) = reasons.last_key_value().ok_or_else(unreadable)?;
    // An erased person's address is empty.
    let address = address.as_ref().filter(|sealed| !sealed.is_empty());
    let address = address.map(|sealed| keys.open(&sk, "address", sealed)).transpose();
    Ok(SuppressedRecipient {
        index: sk.strip_prefix(SUPPRESSIONS).ok_or_else(unreadable)?.to_owned(),
        channel: known(&channel)?,
        address: address.map_err(|_| unreadable())?,
        reason,
        since,
        reasons,
    })
}

fn unreadable() -> Error {
    Error::Unreadable("a suppression".to_owned())
}

impl Store {
    /// The suppression of the address or number with this blind index; `None` if there is none.
    pub async fn suppression(
        &self,
        tenant: &Tenant,
        index: &str,
        keys: &TenantKeys,
    ) -> Result<Option<SuppressedRecipient>, Error> {
        let item = self.get(&keys::suppression(tenant, index)).await?;
        item.map(|item| recipient(item, keys)).transpose()
    }

    /// Whether the address or number with this blind index must not be written to. `stop_index` is the number's index among
    /// the numbers that replied `STOP`; `None` for an address.
    pub async fn is_suppressed(&self, tenant: &Tenant, index: &str, stop_index: Option<&str>) -> Result<bool, Error> {
        let suppression = keys::suppression(tenant, index);
        match stop_index {
            None => Ok(self.get(&suppression).await?.is_some()),
            Some(stop_index) => Ok(!self.batch(vec![suppression, keys::stopped(stop_index)]).await?.is_empty()),
        }
    }

    pub async fn is_erased(&self, tenant: &Tenant, index: &str) -> Result<bool, Error> {
        let item = self.get(&keys::suppression(tenant, index)).await?.map(SuppressionItem::read).transpose()?;
        Ok(item.is_some_and(|item| item.has(Suppression::Erased)))
    }

    /// The suppression of an address or number with its shop, in one call; `None` for an unknown shop.
    pub async fn suppression_with_shop(
        &self,
        tenant: &Tenant,
        index: &str,
        keys: &TenantKeys,
    ) -> Result<(Option<SuppressedRecipient>, Option<TenantRecord>), Error> {
        let (key, shop) = (keys::suppression(tenant, index), keys::tenant(tenant));
        let mut items = self.batch(vec![key.clone(), shop.clone()]).await?;
        let suppression = items.remove(&key).map(|item| recipient(item, keys)).transpose()?;
        let shop = items.remove(&shop).map(TenantRecord::read).transpose()?;
        Ok((suppression, shop))
    }

    /// A page of a tenant's suppressions, sorted by blind index.
    pub async fn suppressions(
        &self,
        tenant: &Tenant,
        reading: Reading<String>,
        keys: &TenantKeys,
    ) -> Result<Page<SuppressedRecipient>, Error> {
        self.page(tenant, SUPPRESSIONS, reading).await?.try_map(|item| recipient(item, keys))
    }

    /// Counts the undoing of an unsubscription. `false` if that happened so often today (UTC) that the unsubscription
    /// stays.
    pub async fn count_undone(&self, tenant: &Tenant, index: &str, now: Timestamp) -> Result<bool, Error> {
        let key = keys::undone(tenant, index, now.as_second() / DAY_S);
        self.count_below(&key, UNDONE_MAX, now.as_second() + 2 * DAY_S).await
    }

    /// Suppresses a number that replied `STOP` at this time, for every shop. `index` is its blind index.
    pub async fn stop_number(&self, index: &str, at: Timestamp) -> Result<(), Error> {
        let values = [(":at", milliseconds(at)), (":sms", string(Channel::Sms.as_str()))];
        let is_first = "attribute_not_exists(stopped) OR stopped < :at";
        self.change(&keys::stopped(index), "SET stopped = :at, channel = :sms", is_first, values).await.map(drop)
    }

    /// Whether the number with this blind index replied `STOP`.
    pub async fn is_stopped(&self, index: &str) -> Result<bool, Error> {
        Ok(self.get(&keys::stopped(index)).await?.is_some())
    }

    /// Lifts a number's `STOP` if it came before `at`. Returns whether it was lifted.
    pub async fn lift_stop(&self, index: &str, at: Timestamp) -> Result<bool, Error> {
        self.delete_if(&keys::stopped(index), "stopped < :at", [(":at", milliseconds(at))]).await
    }
}

impl Transaction<'_> {
    /// Refuses the transaction if the address must not be written to. An unsubscription does not stop an email that the law asks for.
    pub fn require_not_suppressed(&mut self, index: &str, is_due_by_law: bool) {
        let stops = |reason: &Suppression| !is_due_by_law || *reason != Suppression::Unsubscribed;
        let stopping = Suppression::ALL.into_iter().filter(stops);
        let absent: Vec<_> = stopping.map(|reason| format!("attribute_not_exists({})", reason.as_str())).collect();
        self.require(Part::Suppression, &keys::suppression(self.tenant, index), &absent.join(" AND "), []);
    }

    pub fn require_not_erased(&mut self, index: &str) {
        self.require(Part::Suppression, &keys::suppression(self.tenant, index), "attribute_not_exists(erased)", []);
    }

    /// Suppresses an address or number for one more reason. The order of reasons does not matter, and a repetition
    /// changes nothing.
    pub fn suppress(&mut self, suppressing: Suppressing<'_>, reason: Suppression, at: Timestamp, keys: &TenantKeys) {
        let key = keys::suppression(self.tenant, suppressing.index);
        match self.reason_added(&key, suppressing, reason, at, keys) {
            Ok(update) => self.update(Part::Other, &key, update),
            Err(error) => self.failure = Some(error.into()),
        }
    }

    /// Like [`suppress`](Self::suppress), but refused if the reason is there already.
    pub fn suppress_first(
        &mut self,
        suppressing: Suppressing<'_>,
        reason: Suppression,
        at: Timestamp,
        keys: &TenantKeys,
    ) {
        let key = keys::suppression(self.tenant, suppressing.index);
        match self.reason_added(&key, suppressing, reason, at, keys) {
            Ok(update) => {
                let update = update.condition_expression("attribute_not_exists(#reason)");
                self.update(Part::Suppression, &key, update);
            }
            Err(error) => self.failure = Some(error.into()),
        }
    }

    fn reason_added(
        &self,
        key: &Key,
        Suppressing { channel, index: _, address }: Suppressing<'_>,
        reason: Suppression,
        at: Timestamp,
        keys: &TenantKeys,
    ) -> Result<UpdateBuilder, vault::Error> {
        let update = Update::builder()
            .expression_attribute_names("#reason", reason.as_str())
            .expression_attribute_values(":at", milliseconds(at))
            .expression_attribute_values(":channel", AttributeValue::S(channel.as_str().to_owned()));
        let set = "SET #reason = if_not_exists(#reason, :at), channel = if_not_exists(channel, :channel)";
        let Some(address) = address else { return Ok(update.update_expression(set)) };
        let sealed = keys.seal(&key.sk, "address", address, &self.store.random)?;
        Ok(update
            .update_expression(format!("{set}, address = if_not_exists(address, :address)"))
            .expression_attribute_values(":address", AttributeValue::B(sealed.into())))
    }

    /// Suppresses an erased person's address or number for good. The stored address is replaced by an empty one, which
    /// keeps [`suppress`](Self::suppress) from storing the address again.
    pub fn bar(&mut self, channel: Channel, index: &str, at: Timestamp) {
        let set =
            "SET erased = if_not_exists(erased, :at), channel = if_not_exists(channel, :channel), address = :none";
        let none = AttributeValue::B(Vec::new().into());
        let values = [(":at", milliseconds(at)), (":channel", string(channel.as_str())), (":none", none)];
        self.change(Part::Other, &keys::suppression(self.tenant, index), set, "", values);
    }

    /// Removes reasons of a suppression that was read. If no other reason is left, the suppression ends. Refused if the
    /// reasons changed since the read.
    pub fn lift(&mut self, read: &SuppressedRecipient, lifted: &[Suppression]) {
        let key = keys::suppression(self.tenant, &read.index);
        let others: Vec<_> = Suppression::ALL.into_iter().filter(|reason| !lifted.contains(reason)).collect();
        let condition = |function: &str, between: &str| {
            others.iter().map(|other| format!("{function}({})", other.as_str())).collect::<Vec<_>>().join(between)
        };
        if read.reasons.keys().any(|reason| others.contains(reason)) {
            let removed: Vec<_> = lifted.iter().map(|reason| reason.as_str()).collect();
            let set = format!("REMOVE {}", removed.join(", "));
            self.change(Part::Suppression, &key, &set, &condition("attribute_exists", " OR "), []);
        } else {
            self.delete_if(Part::Suppression, &key, &condition("attribute_not_exists", " AND "), []);
        }
    }
}
