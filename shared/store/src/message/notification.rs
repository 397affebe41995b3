//! Notifications. The transaction that records an event writes them; reconcile finds them in the index `due` until they
//! are settled. Which changes of a review its author is told of: `order_notifications`.

use domain::message::{Notification, NotificationName};
use domain::review::{Actor, LedgerEntry, LedgerKind, Origin, Review};
use domain::values::Tenant;
use jiff::Timestamp;

use crate::retention::notification_ttl;
use crate::table::{CommitError, DueKind, Error, Key, Part, Row, Store, Transaction, keys, number, read_row};

impl Row for Notification {
    const KIND: &'static str = "notification";
    const PART: Part = Part::Notification;
    type Id<'a> = NotificationName;

    fn key(tenant: &Tenant, name: NotificationName) -> Key {
        keys::notification(tenant, name)
    }

    fn id(&self) -> NotificationName {
        self.name
    }

    crate::table::versioned!();

    fn ttl(&self) -> Option<i64> {
        Some(notification_ttl(self.ordered_at, self.step.owed_at().is_none()))
    }

    fn due(&self) -> Option<(String, Timestamp)> {
        // The shard follows from the millisecond in which the notification was ordered, so that notifications spread evenly.
        let shard = DueKind::Notification.shard_name(self.ordered_at.as_millisecond().unsigned_abs());
        Some((shard, self.step.owed_at()?))
    }
}

impl Store {
    /// These notifications, in one call. Leaves out those that do not exist or were dropped.
    pub async fn notifications(&self, tenant: &Tenant, names: &[NotificationName]) -> Result<Vec<Notification>, Error> {
        let items = self.batch(names.iter().map(|name| keys::notification(tenant, name)).collect()).await?;
        items.into_values().map(read_row).collect()
    }

    /// Orders a notification. It replaces `settled`, or is the first one within 30 days. `false` if `settled` changed since it was
    /// read, or if there is a first one by now.
    pub async fn order_notification(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        settled: Option<&Notification>,
    ) -> Result<bool, Error> {
        match settled {
            Some(settled) => self.put_over(tenant, notification, settled.version).await,
            None => self.add(tenant, notification).await,
        }
    }

    /// Deletes a notification that is no longer true, unless another one has replaced it.
    /// Errors: [`CommitError::Refused`] if it changed since it was read.
    pub async fn drop_notification(&self, tenant: &Tenant, notification: &Notification) -> Result<(), CommitError> {
        let mut transaction = self.transaction(tenant);
        transaction.remove(notification);
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
        self.write(notification);
    }

    /// Refuses the transaction if a review changed since it was read.
    pub fn require_review(&mut self, review: &Review) {
        let values = [(":read", number(review.version))];
        self.require(Part::Review, &keys::review(self.tenant, review.place()), "version = :read", values);
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
                    self.forget(&key);
                    continue;
                }
                _ => continue,
            };
            let (item, revision) = (Some((request, item)), Some(line.revision));
            self.order_notification(&Notification { item, revision, ..Notification::new(name, line.at) });
        }
    }
}
