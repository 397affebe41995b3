//! A shop's last emails, and the hold on them. How many left is one of the shop's totals; a row remembers each that came
//! back, so that an email that arrives costs no write.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::Delete;
use domain::{Hold, HoldReason, LAST_MAILS, MailCounts, MailMark, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{Attributes, CommitError, Error, Key, Part, SK, Store, Transaction, from_item, instant, keys};

/// The total of the emails that left.
const EMAILS: &str = "emails";

#[derive(Serialize, Deserialize)]
struct MarkItem {
    mark: String,
}

#[derive(Serialize, Deserialize)]
struct HoldItem {
    since: i64,
    reason: String,
}

impl Store {
    /// How many of a tenant's last emails bounced or were marked as spam, and what holds them back.
    pub async fn last_mails(&self, tenant: &Tenant) -> Result<(MailCounts, Option<Hold>), Error> {
        let key = keys::hold(tenant);
        let (sent, hold) = tokio::try_join!(self.emails_sent(tenant), self.get(&key))?;
        let marks = self.between(tenant, &keys::mail_marks(sent.saturating_sub(LAST_MAILS)), keys::MAIL_MARKS).await?;
        let marks = marks.into_iter().map(mark).collect::<Result<Vec<_>, _>>()?;
        Ok((MailCounts::of_last(sent, marks), hold.map(read_hold).transpose()?))
    }

    /// How many emails of a tenant ever left.
    pub async fn emails_sent(&self, tenant: &Tenant) -> Result<u64, Error> {
        self.total_of(tenant, EMAILS).await
    }

    /// Holds a tenant's emails. `false` if they are held already.
    pub async fn hold_mails(&self, tenant: &Tenant, hold: Hold) -> Result<bool, Error> {
        let item = HoldItem { since: hold.since.as_millisecond(), reason: hold.reason.as_str().to_owned() };
        self.insert(&keys::hold(tenant), &item).await
    }

    /// Releases a tenant's emails. What came back before counts no more: otherwise the next bounce would hold them again.
    ///
    /// # Errors
    /// [`CommitError::Store`] if DynamoDB failed.
    pub async fn release_mails(&self, tenant: &Tenant, now: Timestamp) -> Result<(), CommitError> {
        let sent = self.emails_sent(tenant).await?;
        let mut transaction = self.transaction(tenant);
        transaction.delete(Part::Other, &keys::hold(tenant), Delete::builder());
        transaction.mark_mail(sent, MailMark::Released, now);
        transaction.commit().await
    }
}

impl Transaction<'_> {
    /// Counts emails that left.
    pub fn count_emails(&mut self, number: usize) {
        if let Some(number) = i64::try_from(number).ok().filter(|number| *number > 0) {
            self.add_to_total(EMAILS, number);
        }
    }

    /// Remembers what became of an email, or of the shop, when so many had been `sent`.
    pub fn mark_mail(&mut self, sent: u64, mark: MailMark, now: Timestamp) {
        let key = keys::mail_mark(self.tenant, sent, now, self.store.random.u64());
        self.put(Part::Other, &key, &MarkItem { mark: mark.as_str().to_owned() }, "", []);
    }
}

fn mark(item: Attributes) -> Result<(u64, MailMark), Error> {
    let unreadable = || Error::Unreadable("a mark of an email".to_owned());
    let sent = item.get(SK).and_then(|sk| keys::parse_mail_mark(sk.as_s().ok()?)).ok_or_else(unreadable)?;
    let MarkItem { mark } = from_item(item)?;
    Ok((sent, MailMark::stored(&mark)))
}

/// Takes the brake on a tenant's emails from the items that were read; `None` if they leave.
pub(crate) fn take_hold(items: &mut HashMap<Key, Attributes>, tenant: &Tenant) -> Result<Option<Hold>, Error> {
    items.remove(&keys::hold(tenant)).map(read_hold).transpose()
}

fn read_hold(item: Attributes) -> Result<Hold, Error> {
    let HoldItem { since, reason } = from_item(item)?;
    Ok(Hold { since: instant(since)?, reason: HoldReason::stored(&reason) })
}
