//! A shop's last emails, and the hold on them: one row each for a tenth of the emails, and one for the hold.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::Delete;
use domain::{Hold, HoldReason, MAIL_WINDOWS, MailCounts, MailWindow, RequestId, Tenant};
use serde::{Deserialize, Serialize};

use crate::table::{Attributes, CommitError, Error, Key, Part, Store, Transaction, from_item, instant, keys, number};

/// The window that one request's emails are counted in.
#[derive(Debug, Clone)]
pub struct MailWindowRecord {
    /// What it counts.
    pub window: MailWindow,
    number: u64,
    /// 0 if it has no row yet.
    version: u64,
}

#[derive(Serialize, Deserialize)]
struct MailWindowItem {
    /// Emails, bounces and complaints of each slot, oldest first.
    slots: Vec<(u32, u32, u32)>,
    version: u64,
}

#[derive(Serialize, Deserialize)]
struct HoldItem {
    since: i64,
    reason: String,
}

impl MailWindowRecord {
    pub(crate) fn key(tenant: &Tenant, id: RequestId) -> Key {
        keys::mail_window(tenant, number_of(id))
    }

    pub(crate) fn take(items: &mut HashMap<Key, Attributes>, tenant: &Tenant, id: RequestId) -> Result<Self, Error> {
        let number = number_of(id);
        let Some(item) = items.remove(&keys::mail_window(tenant, number)) else {
            return Ok(Self { window: MailWindow::default(), number, version: 0 });
        };
        let item: MailWindowItem = from_item(item)?;
        Ok(Self { number, version: item.version, window: item.into() })
    }
}

impl From<MailWindowItem> for MailWindow {
    fn from(MailWindowItem { slots, version: _ }: MailWindowItem) -> Self {
        let slot = |(sent, bounced, complained)| MailCounts { sent, bounced, complained };
        Self::stored(slots.into_iter().map(slot).collect())
    }
}

impl Store {
    /// How many of a tenant's last emails bounced or were marked as spam, and what holds them back.
    pub async fn last_mails(&self, tenant: &Tenant) -> Result<(MailCounts, Option<Hold>), Error> {
        let windows = (0..MAIL_WINDOWS).map(|number| keys::mail_window(tenant, number));
        let mut items = self.batch(windows.chain([keys::hold(tenant)]).collect()).await?;
        let hold = take_hold(&mut items, tenant)?;
        let windows = items.into_values().map(|item| Ok(from_item::<MailWindowItem>(item)?.into()));
        let windows = windows.collect::<Result<Vec<MailWindow>, Error>>()?;
        Ok((MailCounts::sum(&windows), hold))
    }

    /// Holds a tenant's emails. `false` if they are held already.
    pub async fn hold_mails(&self, tenant: &Tenant, hold: Hold) -> Result<bool, Error> {
        let item = HoldItem { since: hold.since.as_millisecond(), reason: hold.reason.as_str().to_owned() };
        self.insert(&keys::hold(tenant), &item).await
    }

    /// Releases a tenant's emails, and forgets what was counted: otherwise the next bounce would hold them again.
    ///
    /// # Errors
    /// [`CommitError::Store`] if DynamoDB failed.
    pub async fn release_mails(&self, tenant: &Tenant) -> Result<(), CommitError> {
        let mut transaction = self.transaction(tenant);
        let windows = (0..MAIL_WINDOWS).map(|number| keys::mail_window(tenant, number));
        for key in windows.chain([keys::hold(tenant)]) {
            transaction.delete(Part::Other, &key, Delete::builder());
        }
        transaction.commit().await
    }
}

impl Transaction<'_> {
    /// Saves a window over the tenant's last emails. Refused if it changed since it was read.
    pub fn save_mail_window(&mut self, MailWindowRecord { window, number: of, version }: &MailWindowRecord) {
        let key = keys::mail_window(self.tenant, *of);
        let slot = |&MailCounts { sent, bounced, complained }: &MailCounts| (sent, bounced, complained);
        let item = MailWindowItem { slots: window.slots().iter().map(slot).collect(), version: version + 1 };
        match version {
            0 => self.insert(Part::Mails, &key, &item),
            read => self.put(Part::Mails, &key, &item, "version = :read", [(":read", number(read))]),
        }
    }
}

/// What holds a tenant's emails back, of what was read; `None` if nothing does.
pub(crate) fn take_hold(items: &mut HashMap<Key, Attributes>, tenant: &Tenant) -> Result<Option<Hold>, Error> {
    let Some(item) = items.remove(&keys::hold(tenant)) else { return Ok(None) };
    let HoldItem { since, reason } = from_item(item)?;
    let reason = HoldReason::parse(&reason).ok_or_else(|| Error::Unreadable("a hold".to_owned()))?;
    Ok(Some(Hold { since: instant(since)?, reason }))
}

/// Ids end in random bits, so they spread evenly.
fn number_of(id: RequestId) -> u64 {
    id.get() % MAIL_WINDOWS
}
