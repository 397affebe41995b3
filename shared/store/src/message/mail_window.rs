//! A shop's last emails, and the suspension of its emails. A total counts the emails that left. Only an email that came
//! back has a row, so an email that arrives costs no write.

use std::collections::HashMap;

use domain::shop::{LAST_MAILS, MailMark, MailWindow, MarkedMail, Releaser, Suspension};
use domain::values::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::shop::service::look_at_shop;
use crate::table::{
    Attributes, DueKind, Error, Key, Part, SK, Store, Transaction, from_item, instant, keys, known, milliseconds,
};

/// The names of the totals: emails that left, and those of them whose outcome is not reported.
const EMAILS: &str = "emails";
const UNREPORTED: &str = "unreported";

/// The words for marks; a release also has the word for its releaser.
const BOUNCED: &str = "bounced";
const COMPLAINED: &str = "complained";
const RELEASED: &str = "released";

#[derive(Serialize, Deserialize)]
struct MarkItem {
    mark: String,
    /// Who released the shop's emails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct HoldItem {
    since: i64,
    reason: String,
    /// The keys of the index `due`, with the time at which the suspension may end by itself.
    due_shard: String,
    due_at: i64,
}

impl MarkItem {
    fn new(mark: MailMark) -> Self {
        let (mark, by) = match mark {
            MailMark::Bounced => (BOUNCED, None),
            MailMark::Complained => (COMPLAINED, None),
            MailMark::Released(by) => (RELEASED, Some(by.as_str().to_owned())),
        };
        Self { mark: mark.to_owned(), by }
    }

    fn read(self) -> Result<MailMark, Error> {
        let Self { mark, by } = self;
        match (mark.as_str(), by) {
            (BOUNCED, None) => Ok(MailMark::Bounced),
            (COMPLAINED, None) => Ok(MailMark::Complained),
            (RELEASED, Some(by)) => Ok(MailMark::Released(known(&by)?)),
            _ => Err(Error::Unreadable("a mark of an email".to_owned())),
        }
    }
}

impl Store {
    /// The suspension of a tenant's emails; `None` if there is none.
    pub async fn suspension(&self, tenant: &Tenant) -> Result<Option<Suspension>, Error> {
        self.get(&keys::suspension(tenant)).await?.map(read_suspension).transpose()
    }

    pub async fn last_mails(&self, tenant: &Tenant) -> Result<(MailWindow, Option<Suspension>), Error> {
        let (sent, suspension) = tokio::try_join!(self.emails_sent(tenant), self.suspension(tenant))?;
        let marks = self.between(tenant, &keys::mail_marks(sent.saturating_sub(LAST_MAILS)), keys::MAIL_MARKS).await?;
        let marks = marks.into_iter().map(marked).collect::<Result<Vec<_>, _>>()?;
        Ok((MailWindow::new(sent, marks), suspension))
    }

    pub async fn emails_sent(&self, tenant: &Tenant) -> Result<u64, Error> {
        self.total_of(tenant, EMAILS).await
    }

    /// How many of the emails that left have a report about their outcome. This is right only in a shop's first days.
    pub async fn emails_reported(&self, tenant: &Tenant) -> Result<u64, Error> {
        let [sent, unreported] = self.totals_of(tenant, [EMAILS, UNREPORTED]).await?;
        Ok(sent.saturating_sub(unreported))
    }
}

impl Transaction<'_> {
    /// Counts emails that left, and how many more of all have no report about their outcome, or fewer.
    pub fn count_emails(&mut self, sent: i64, unreported: i64) {
        for (name, by) in [(EMAILS, sent), (UNREPORTED, unreported)].into_iter().filter(|(_, by)| *by != 0) {
            self.add_to_total(name, by);
        }
    }

    /// Records a bounce, a complaint or a release. `sent` is how many emails had left by then.
    pub fn mark_mail(&mut self, sent: u64, mark: MailMark, now: Timestamp) {
        let key = keys::mail_mark(self.tenant, sent, now, self.store.random.u64());
        self.put(Part::Other, &key, &MarkItem::new(mark), "", []);
    }

    /// Suspends the tenant's emails. Refused if they are suspended already. Reconcile looks at the suspension again at
    /// `ends_at`.
    pub fn suspend_mails(&mut self, suspension: Suspension, ends_at: Timestamp) {
        let item = HoldItem {
            since: suspension.since.as_millisecond(),
            reason: suspension.reason.as_str().to_owned(),
            due_shard: DueKind::Suspension.shard_name(0),
            due_at: ends_at.as_millisecond(),
        };
        self.insert(Part::Suspension, &keys::suspension(self.tenant), &item);
    }

    /// Ends a suspension that was read. `sent` is how many emails had left by then. Refused if the suspension has
    /// ended.
    pub fn release_mails(&mut self, suspension: Suspension, sent: u64, by: Releaser, now: Timestamp) {
        let values = [(":since", milliseconds(suspension.since))];
        self.delete_if(Part::Suspension, &keys::suspension(self.tenant), "since = :since", values);
        self.mark_mail(sent, MailMark::Released(by), now);
        // Reconcile then wakes the waiting messages.
        let look = look_at_shop(now).map(|(name, value)| (name.to_owned(), value));
        self.set_attributes(Part::Other, &keys::tenant(self.tenant), look.into(), "attribute_exists(PK)");
    }
}

fn marked(item: Attributes) -> Result<MarkedMail, Error> {
    let unreadable = || Error::Unreadable("a mark of an email".to_owned());
    let key = item.get(SK).and_then(|sk| keys::parse_mail_mark(sk.as_s().ok()?));
    let (sent, at) = key.ok_or_else(unreadable)?;
    Ok(MarkedMail { sent, at, mark: from_item::<MarkItem>(item)?.read()? })
}

pub(crate) fn take_suspension(
    items: &mut HashMap<Key, Attributes>,
    tenant: &Tenant,
) -> Result<Option<Suspension>, Error> {
    items.remove(&keys::suspension(tenant)).map(read_suspension).transpose()
}

pub(crate) fn read_suspension(item: Attributes) -> Result<Suspension, Error> {
    let HoldItem { since, reason, due_shard: _, due_at: _ } = from_item(item)?;
    Ok(Suspension { since: instant(since)?, reason: known(&reason)? })
}
