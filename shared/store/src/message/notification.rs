//! Notifications. The transaction that records an event writes them; reconcile finds them in the index `due` until they
//! are settled. Which changes of a review its author is told of: `order_notifications`.

use aws_sdk_dynamodb::types::{ConditionCheck, Delete};
use domain::message::{Notification, NotificationName};
use domain::review::{Actor, LedgerEntry, LedgerKind, Origin, Review};
use domain::values::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::retention::notification_ttl;
use crate::table::{CommitError, DueKind, Error, Part, Store, Transaction, from_item, json, keys, number};

#[derive(Serialize, Deserialize)]
pub(crate) struct NotificationItem {
    #[serde(rename = "letter", with = "json")]
    notification: Notification,
    version: i64,
    ttl: i64,
    /// The keys of the index `due`, until the notification is settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
}

impl From<&Notification> for NotificationItem {
    fn from(notification: &Notification) -> Self {
        let owed_at = notification.step.owed_at().map(Timestamp::as_millisecond);
        Self {
            notification: notification.clone(),
            version: notification.version,
            ttl: notification_ttl(notification.ordered_at, owed_at.is_none()),
            // The shard follows from the millisecond in which the notification was ordered, so that notifications
            // spread evenly.
            due_shard: owed_at
                .map(|_| DueKind::Notification.shard_name(notification.ordered_at.as_millisecond().unsigned_abs())),
            due_at: owed_at,
        }
    }
}

impl From<NotificationItem> for Notification {
    fn from(item: NotificationItem) -> Self {
        let NotificationItem { notification, version, ttl: _, due_shard: _, due_at: _ /* derived */ } = item;
        Self { version, ..notification }
    }
}

impl Store {
    /// A notification; `None` if there is none, or it was dropped.
    pub async fn notification(&self, tenant: &Tenant, name: NotificationName) -> Result<Option<Notification>, Error> {
        let item = self.get(&keys::notification(tenant, name)).await?;
        item.map(|item| from_item::<NotificationItem>(item).map(Notification::from)).transpose()
    }

    /// Orders a notification, unless the same was ordered within the last 30 days. Returns whether it was ordered now.
    pub async fn order_notification_once(&self, tenant: &Tenant, notification: &Notification) -> Result<bool, Error> {
        self.insert(&keys::notification(tenant, notification.name), &NotificationItem::from(notification)).await
    }

    /// These notifications, in one call. Leaves out those that do not exist or were dropped.
    pub async fn notifications(&self, tenant: &Tenant, names: &[NotificationName]) -> Result<Vec<Notification>, Error> {
        let items = self.batch(names.iter().map(|name| keys::notification(tenant, name)).collect()).await?;
        items.into_values().map(|item| from_item::<NotificationItem>(item).map(Notification::from)).collect()
    }

    /// Orders a notification. It replaces `settled`, or is the first one. `false` if `settled` changed since it was
    /// read, or if there is a first one by now.
    pub async fn order_notification_again(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        settled: Option<&Notification>,
    ) -> Result<bool, Error> {
        match settled {
            Some(Notification { version, .. }) => {
                self.replace(
                    &keys::notification(tenant, notification.name),
                    &NotificationItem::from(notification),
                    *version,
                )
                .await
            }
            None => self.order_notification_once(tenant, notification).await,
        }
    }

    /// Saves a notification that was read, as a new version. `false` if it changed since, or if another one has
    /// replaced it.
    pub async fn save_notification(&self, tenant: &Tenant, notification: &Notification) -> Result<bool, Error> {
        let next = Notification { version: notification.version + 1, ..notification.clone() };
        self.replace(
            &keys::notification(tenant, notification.name),
            &NotificationItem::from(&next),
            notification.version,
        )
        .await
    }

    /// Deletes a notification that is no longer true, unless another one has replaced it.
    /// Errors: [`CommitError::Refused`] if it changed since it was read.
    pub async fn drop_notification(&self, tenant: &Tenant, notification: &Notification) -> Result<(), CommitError> {
        let mut transaction = self.transaction(tenant);
        let delete = Delete::builder()
            .condition_expression("version = :read")
            .expression_attribute_values(":read", number(notification.version));
        transaction.delete(Part::Notification, &keys::notification(tenant, notification.name), delete);
        transaction.commit().await
    }
}

/// Whether the notification about a decision that is undone would tell the author something that they have read before.
fn is_repeated(decided: &Review, restored: &Review) -> bool {
    restored.replaces_a_notification(decided) && decided.undo.as_ref().is_none_or(|undo| !undo.notification_waits)
}

impl Transaction<'_> {
    /// Orders a notification. It replaces an earlier one about the same subject.
    pub fn order_notification(&mut self, notification: &Notification) {
        self.put(
            Part::Other,
            &keys::notification(self.tenant, notification.name),
            &NotificationItem::from(notification),
            "",
            [],
        );
    }

    /// Saves a notification as its next version. Refused if it changed since it was read, or if another one has
    /// replaced it.
    pub fn save_notification(&mut self, notification: &mut Notification) {
        let read = notification.version;
        notification.version += 1;
        let key = keys::notification(self.tenant, notification.name);
        self.put(
            Part::Notification,
            &key,
            &NotificationItem::from(&*notification),
            "version = :read",
            [(":read", number(read))],
        );
    }

    /// Refuses the transaction if a review changed since it was read.
    pub fn require_review(&mut self, review: &Review) {
        let check = ConditionCheck::builder()
            .condition_expression("version = :read")
            .expression_attribute_values(":read", number(review.version));
        self.check(Part::Review, &keys::review(self.tenant, review.place()), check);
    }

    /// Orders the notifications about a change for a review's author: about each decision against what they wrote, and about the first
    /// answer. Only authors who were asked left an address. If a decision is undone and the author already knows the
    /// restored state, the notification about it is deleted.
    pub(crate) fn order_notifications(&mut self, before: Option<&Review>, review: &Review, ledger: &[LedgerEntry]) {
        let Origin::Hub { request, item } = review.origin else { return };
        let was_replied = before.is_some_and(|before| before.was_replied);
        for line in ledger {
            let name = match line.what {
                // Authors drop their own edit by another one.
                LedgerKind::EditDropped if line.by == Actor::Customer => continue,
                // It was removed before the table was restored, and its author heard of it then.
                LedgerKind::Removed if line.at < review.updated_at => continue,
                // The page says why.
                LedgerKind::Withheld if line.rule.is_some() => continue,
                LedgerKind::Withheld | LedgerKind::EditDropped | LedgerKind::Removed => {
                    NotificationName::Withheld(review.id)
                }
                LedgerKind::Replied if !was_replied => NotificationName::Replied(review.id),
                LedgerKind::Undone if before.is_some_and(|before| is_repeated(before, review)) => {
                    let key = keys::notification(self.tenant, NotificationName::Withheld(review.id));
                    self.delete(Part::Other, &key, Delete::builder());
                    continue;
                }
                _ => continue,
            };
            let (item, revision) = (Some((request, item)), Some(line.revision));
            self.order_notification(&Notification { item, revision, ..Notification::new(name, line.at) });
        }
    }
}
