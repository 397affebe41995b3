//! Pauses of sending and suspensions of emails, and the messages that wait in the index `due` for their end. A shop's
//! pause is in the shop's item, and the pause of all sending is with the channels' pauses, because every sender reads
//! both items anyway.
//!
//! Waiting messages and notifications are in a partition of their own: the shop's, if the shop is paused or suspended,
//! or else one for all shops. So waiting costs nothing. The item of a shop that is or was paused, or was suspended, is
//! also in the index, so that reconcile looks at the shop's partition.

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Select};
use domain::message::{Notification, OperatorPause, SendingPause};
use domain::request::Request;
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};

use crate::message::due::{Due, DueAfter, DueRows};
use crate::retention::{PAUSE_DAYS, days_after};
use crate::shop::TenantRecord;
use crate::shop::service::{OperatorPausePart, look_at_shop};
use crate::table::{
    Attributes, DueKind, Error, Part, Store, Transaction, change, counted_by, from_item, keys, milliseconds,
};

/// The condition under which a look at a shop is the one that was read.
const UNCHANGED: &str = "due_at = :due";

/// How long a shop's item stays in the index after its pause. A sender that saw the pause may still make a message wait
/// half a minute later, clocks differ, and the index lags behind.
const KEPT_FOR: SignedDuration = SignedDuration::from_mins(20);

/// Reconcile wakes the sender for a notification this long after it was ordered, even during a pause.
const NOTIFICATION_GONE: SignedDuration = SignedDuration::from_hours(24 * 60);

/// What a shop's messages and notifications wait for, in a partition for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitsFor {
    /// The end of the shop's own pause.
    Resume,
    /// The end of a suspension of the shop's emails.
    Release,
}

/// What waits: a request's message at most until the request's link expires, or a notification.
#[derive(Clone, Copy)]
pub enum Waiter<'a> {
    Request(&'a Request),
    Notification(&'a Notification),
}

impl WaitsFor {
    fn partition(self, tenant: &Tenant) -> String {
        match self {
            Self::Resume => keys::paused_of(tenant),
            Self::Release => keys::held_of(tenant),
        }
    }
}

impl TenantRecord {
    /// The pause that stops the shop's messages: its own, the operator's, or `all`; `None` if its messages leave.
    pub fn pause(&self, all: Option<OperatorPause>, now: Timestamp) -> Option<SendingPause> {
        SendingPause::longest(self.rules.paused_until, self.pauses().chain(all), now)
    }

    /// The operator's pause that lasts longer, of this shop or of `all`; `None` if there is none.
    pub fn operators_pause(&self, all: Option<OperatorPause>, now: Timestamp) -> Option<OperatorPause> {
        let pauses = self.pauses().chain(all).filter(|pause| !pause.is_over(now));
        pauses.max_by_key(|pause| pause.until.unwrap_or(Timestamp::MAX))
    }

    /// The operator's pauses. A shop that has ended counts as paused for ever.
    fn pauses(&self) -> impl Iterator<Item = OperatorPause> + use<> {
        let end = self.ended_at.map(|since| OperatorPause { since, until: None });
        self.operator_pause.into_iter().chain(end)
    }

    /// Whether the shop's pause, if any, ended so long ago that no sender can act on it any more.
    fn was_paused_long_ago(&self, looked_at: Option<Timestamp>, now: Timestamp) -> bool {
        let ends = [self.rules.paused_until, self.operator_pause.and_then(|pause| pause.until), looked_at];
        ends.into_iter().flatten().all(|end| now.duration_since(end) >= KEPT_FOR)
    }
}

impl Store {
    /// Makes a message wait for the end of the shop's pause, or else of the pause of all. `false` if it changed since it was read.
    pub async fn wait_for_resume(
        &self,
        tenant: &Tenant,
        waiter: Waiter<'_>,
        shop: &TenantRecord,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let partition = match shop.pause(None, now) {
            Some(_) => WaitsFor::Resume.partition(tenant),
            None => DueKind::Paused.shard_name(0),
        };
        self.wait_as(tenant, waiter, partition).await
    }

    /// Makes an email wait for the end of the shop's suspension. `false` if it changed since it was read.
    pub async fn wait_for_release(&self, tenant: &Tenant, waiter: Waiter<'_>) -> Result<bool, Error> {
        self.wait_as(tenant, waiter, WaitsFor::Release.partition(tenant)).await
    }

    async fn wait_as(&self, tenant: &Tenant, waiter: Waiter<'_>, partition: String) -> Result<bool, Error> {
        match waiter {
            Waiter::Request(request) => {
                let key = keys::request(tenant, request.id);
                self.wait_in(&key, request.version, partition, request.expires_at).await
            }
            Waiter::Notification(notification) => {
                let key = keys::notification(tenant, notification.name);
                let gone_at = notification.ordered_at.saturating_add(NOTIFICATION_GONE).unwrap_or(Timestamp::MAX);
                self.wait_in(&key, notification.version, partition, gone_at).await
            }
        }
    }

    /// How many of the shop's messages and notifications are due and wait for the end of its pause. No items are transferred.
    pub async fn count_waiting(&self, tenant: &Tenant) -> Result<u64, Error> {
        let shard = AttributeValue::S(WaitsFor::Resume.partition(tenant));
        let query = self.client.query().table_name(&self.table).index_name("due").select(Select::Count);
        let query = query.key_condition_expression("due_shard = :shard").expression_attribute_values(":shard", shard);
        counted_by(query).await
    }

    /// At most `limit` of the shop's rows that wait for this, in order, from after `after`. Only rows whose wait ends
    /// at `until` or earlier.
    pub async fn waiting(
        &self,
        tenant: &Tenant,
        waits_for: WaitsFor,
        until: Timestamp,
        limit: i32,
        after: Option<DueAfter>,
    ) -> Result<DueRows, Error> {
        self.due_in(DueKind::Paused, waits_for.partition(tenant), Timestamp::UNIX_EPOCH..=until, limit, after).await
    }

    /// Delays the next look at a shop. If the pause changed since it was read, nothing is written, because the look is
    /// already due.
    pub async fn look_again(&self, due: &Due, at: Timestamp, is_paused: bool, now: Timestamp) -> Result<(), Error> {
        let (at, now) = ((":at", milliseconds(at)), (":now", milliseconds(now)));
        let change = match is_paused {
            true => change("SET due_at = :at, nudged_at = :now", UNCHANGED, [at, now]),
            false => change("SET due_at = :at", UNCHANGED, [at]),
        };
        self.change_look(due, change).await
    }

    /// Removes the item of a shop for which nothing waits from the index. `false` if the pause ended too recently.
    pub async fn forget_pause(&self, due: &Due, shop: &TenantRecord, now: Timestamp) -> Result<bool, Error> {
        if !shop.was_paused_long_ago(due.nudged_at, now) {
            return Ok(false);
        }
        self.change_look(due, change("REMOVE due_shard, due_at, nudged_at", UNCHANGED, [])).await.map(|()| true)
    }

    async fn change_look(&self, due: &Due, change: UpdateBuilder) -> Result<(), Error> {
        let change = change.expression_attribute_values(":due", milliseconds(due.due_at));
        self.update_if_met(self.update(&due.key, change)?).await.map(drop)
    }
}

impl Store {
    /// The operator's pause of all sending; `None` if there is none.
    pub async fn pause_of_all(&self) -> Result<Option<OperatorPause>, Error> {
        self.get(&keys::pause_of_all()).await?.map(|item| from_item::<OperatorPausePart>(item)?.read()).transpose()
    }

    pub async fn pause_all(&self, pause: Option<OperatorPause>) -> Result<(), Error> {
        let key = keys::pause_of_all();
        match pause {
            Some(pause) => {
                let ttl = pause.until.map(|until| days_after(until, PAUSE_DAYS));
                self.put(&key, &OperatorPausePart::from(pause).with_ttl(ttl)).await
            }
            None => self.remove(&key).await,
        }
    }
}

impl Transaction<'_> {
    /// Sets or ends the operator's pause of the tenant. Refused for an unknown tenant.
    pub fn pause_shop(&mut self, pause: Option<OperatorPause>, now: Timestamp) {
        let pause = match pause.map(OperatorPausePart::from).map(serde_dynamo::to_attribute_value).transpose() {
            Ok(pause) => pause.unwrap_or(AttributeValue::Null(true)),
            Err(error) => return self.failure = Some(Error::from(error).into()),
        };
        let mut fields: Attributes = look_at_shop(now).map(|(name, value)| (name.to_owned(), value)).into();
        fields.insert("operator_pause".to_owned(), pause);
        self.set_attributes(Part::Other, &keys::tenant(self.tenant), fields, "attribute_exists(PK)");
    }
}
