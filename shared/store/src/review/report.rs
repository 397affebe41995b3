//! Readers' reports about published reviews, the decisions to keep such reviews, and the counts that limit the reports.

use domain::message::{Notification, NotificationName, ReportPlace};
use domain::review::{Kept, ReaderReport, ReportReason, Review};
use domain::values::{EmailAddress, ReviewId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::retention::{REPORT_DAYS, days_after};
use crate::review::owed::Owed;
use crate::table::{
    Attributes, CommitError, Error, Key, NoFields, Part, Store, Transaction, from_item, keys, milliseconds, number,
    open, seal,
};

const WORDS: &str = "words";
const EMAIL: &str = "email";
const REASON: &str = "reason";
const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;

#[derive(Serialize, Deserialize)]
struct ReportItem {
    #[serde(flatten)]
    report: ReaderReport,
    /// Sealed, because readers may write about people and about themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<ByteBuf>,
    /// The reader's sealed address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<ByteBuf>,
    ttl: i64,
}

#[derive(Serialize, Deserialize)]
struct KeptItem {
    #[serde(flatten)]
    kept: Kept,
    /// Sealed, because shops may write about people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<ByteBuf>,
    ttl: i64,
}

impl ReportItem {
    fn open(self, sk: &str, keys: &TenantKeys) -> Result<ReaderReport, Error> {
        let Self { report, words, email, ttl: _ } = self;
        let words = words.map(|words| open(&words, sk, WORDS, keys)).transpose()?;
        let email: Option<String> = email.map(|email| open(&email, sk, EMAIL, keys)).transpose()?;
        Ok(ReaderReport { words, email: email.as_deref().map(EmailAddress::parse).transpose()?, ..report })
    }
}

impl Store {
    /// The reports of a review with their places, oldest first.
    pub async fn reader_reports(
        &self,
        tenant: &Tenant,
        review: ReviewId,
        keys: &TenantKeys,
    ) -> Result<Vec<(ReportPlace, ReaderReport)>, Error> {
        let mut reports = Vec::new();
        for item in self.starting(tenant, &keys::reader_reports(review)).await? {
            let place = place_of(review, &item)?;
            let sk = keys::reader_report(tenant, place).sk;
            reports.push((place, from_item::<ReportItem>(item)?.open(&sk, keys)?));
        }
        reports.sort_by_key(|(_, report)| report.at);
        Ok(reports)
    }

    /// One report; `None` once it is gone.
    pub async fn reader_report(
        &self,
        tenant: &Tenant,
        place: ReportPlace,
        keys: &TenantKeys,
    ) -> Result<Option<ReaderReport>, Error> {
        let key = keys::reader_report(tenant, place);
        self.read(&key).await?.map(|item: ReportItem| item.open(&key.sk, keys)).transpose()
    }

    /// Writes a report with all that leads to it: from its review to the decision that the shop owes, and from the reader's address.
    /// Returns its place, which is the next free one if another report came in the same millisecond.
    pub async fn add_reader_report(
        &self,
        tenant: &Tenant,
        mut place: ReportPlace,
        report: &ReaderReport,
        keys: &TenantKeys,
    ) -> Result<ReportPlace, CommitError> {
        let is_shared = place.number != report.at.as_millisecond();
        loop {
            match self.write_reader_report(tenant, place, is_shared, report, keys).await {
                Err(CommitError::Refused(_)) => place.number += 1,
                done => return done.map(|()| place),
            }
        }
    }

    async fn write_reader_report(
        &self,
        tenant: &Tenant,
        place: ReportPlace,
        is_shared: bool,
        report: &ReaderReport,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let (key, ttl) = (keys::reader_report(tenant, place), days_after(report.at, REPORT_DAYS));
        let words = report.words.as_ref().map(|words| seal(words, &key.sk, WORDS, keys, &self.random));
        let typed = report.email.as_ref().map(EmailAddress::as_typed);
        let email = typed.map(|email| seal(&email, &key.sk, EMAIL, keys, &self.random)).transpose()?;
        let item = ReportItem { report: report.clone(), words: words.transpose()?, email, ttl };
        let mut transaction = self.transaction(tenant);
        match is_shared {
            true => transaction.set(&key, &item),
            false => transaction.insert(Part::Review, &key, &item),
        }
        if let Some(email) = &report.email {
            let address = keys::report_of_address(tenant, &keys.email_index(email), place);
            transaction.set(&address, &NoFields::until(ttl));
        }
        transaction.owe(place.review, Owed::Decision, report.at);
        transaction.commit().await
    }

    /// The reports in which a reader left the address with this index.
    pub async fn reports_of_address(
        &self,
        tenant: &Tenant,
        email_index: &str,
        keys: &TenantKeys,
    ) -> Result<Vec<(ReportPlace, ReaderReport)>, Error> {
        let mut reports = Vec::new();
        for item in self.starting(tenant, &keys::reports_of_address(email_index)).await? {
            let place = keys::parse_report_of_address(keys::sk(&item)).ok_or_else(unreadable)?;
            let report = self.reader_report(tenant, place, keys).await?;
            reports.extend(report.map(|report| (place, report)));
        }
        Ok(reports)
    }

    /// Removes the reader's words and address from a report. The report itself stays.
    pub async fn erase_reader(&self, tenant: &Tenant, email_index: &str, place: ReportPlace) -> Result<(), Error> {
        self.strip(&keys::reader_report(tenant, place), "words, email").await?;
        self.remove(&keys::report_of_address(tenant, email_index, place)).await
    }

    /// The shop's decisions to keep a reported review, oldest first.
    pub async fn kept(&self, tenant: &Tenant, review: ReviewId, keys: &TenantKeys) -> Result<Vec<Kept>, Error> {
        let read = |item: Attributes| {
            let sk = keys::sk(&item).to_owned();
            let KeptItem { kept, reason, ttl: _ } = from_item(item)?;
            Ok::<_, Error>(Kept { reason: reason.map(|reason| open(&reason, &sk, REASON, keys)).transpose()?, ..kept })
        };
        self.starting(tenant, &keys::kept(review)).await?.into_iter().map(read).collect()
    }

    pub(crate) async fn strip_reports(&self, tenant: &Tenant, review: ReviewId) -> Result<(), Error> {
        for item in self.starting(tenant, &keys::reader_reports(review)).await? {
            self.strip(&keys::reader_report(tenant, place_of(review, &item)?), "words").await?;
        }
        for item in self.starting(tenant, &keys::kept(review)).await? {
            let item: KeptItem = from_item(item)?;
            self.strip(&keys::kept_at(tenant, review, item.kept.at.as_millisecond()), "reason").await?;
        }
        Ok(())
    }

    /// Removes sealed attributes from an item, if it is still there. `reason` of a report is not sealed, and stays.
    async fn strip(&self, key: &Key, names: &str) -> Result<(), Error> {
        self.change(key, &format!("REMOVE {names}"), "attribute_exists(PK)", []).await.map(drop)
    }

    /// Counts a report from a network, named by its keyed digest. Returns the number of its place; `None` if the network has reached
    /// its limit for the hour, or the shop its limit for the day (UTC). Notices are always taken: beyond the limits of the network and
    /// of the review, those of a day without an address share a few places.
    pub async fn count_reader_report(
        &self,
        tenant: &Tenant,
        (review, reason): (ReviewId, ReportReason),
        network: &str,
        now: Timestamp,
    ) -> Result<Option<i64>, Error> {
        let (second, day) = (now.as_second(), now.as_second() / DAY_S);
        let of_network = keys::reports_counted(tenant, &format!("{network}#{}", second / HOUR_S));
        let of_day = match reason.is_notice() {
            true => (format!("{day}#{}", review.get()), ReaderReport::OF_REVIEW_MAX),
            false => (day.to_string(), ReaderReport::OF_SHOP_MAX),
        };
        let of_day = (keys::reports_counted(tenant, &of_day.0), of_day.1);
        let is_below = self.count_below(&of_network, ReaderReport::OF_NETWORK_MAX, second + 2 * HOUR_S).await?
            && self.count_below(&of_day.0, of_day.1, second + 2 * DAY_S).await?;
        let sum = network.bytes().fold(0, |sum: u64, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
        let shared = i64::try_from(sum % ReaderReport::SHARED_PLACES).unwrap_or_default() + day * DAY_S * 1_000;
        Ok(if is_below { Some(now.as_millisecond()) } else { reason.is_notice().then_some(shared) })
    }
}

impl Transaction<'_> {
    /// Records that the shop keeps a reported review, and that it owes no decision any more. Refused if the review changed since.
    pub fn keep(&mut self, review: &Review, kept: &Kept, keys: &TenantKeys) {
        self.require_review(review);
        let key = keys::kept_at(self.tenant, review.id, kept.at.as_millisecond());
        let reason = kept.reason.as_ref().map(|reason| seal(reason, &key.sk, REASON, keys, &self.store.random));
        if let Some(reason) = self.made(reason.transpose()) {
            self.set(&key, &KeptItem { kept: kept.clone(), reason, ttl: days_after(kept.at, REPORT_DAYS) });
        }
        self.settle(review.id, Owed::Decision);
    }

    /// Orders the look at a review's reports, after which their readers are told what was decided. `before` is the last notification
    /// about them.
    pub fn look_at_reports(&mut self, review: ReviewId, before: Option<&Notification>, now: Timestamp) {
        let told_at = before.and_then(|before| before.since);
        self.order_notification(&Notification {
            since: told_at,
            ..Notification::new(NotificationName::Reported(review), now)
        });
    }

    /// Orders the email about the decision to the reader of a report. Refused if it was ordered before.
    pub fn tell_reader(&mut self, place: ReportPlace, email: &Notification, now: Timestamp) {
        let (key, values) = (keys::reader_report(self.tenant, place), [(":now", milliseconds(now))]);
        let is_untold = "attribute_exists(PK) AND attribute_not_exists(told_at)";
        self.change(Part::Other, &key, "SET told_at = :now", is_untold, values);
        self.order_notification(email);
    }

    /// Records that the shop owes something about a review, since the first time that this was recorded.
    pub fn owe(&mut self, review: ReviewId, what: Owed, since: Timestamp) {
        let values = [(":since", milliseconds(since)), (":ttl", number(days_after(since, REPORT_DAYS)))];
        let set = "SET since = if_not_exists(since, :since), #ttl = :ttl";
        self.change(Part::Other, &keys::owed(self.tenant, review, what.as_str()), set, "", values);
    }

    pub fn settle(&mut self, review: ReviewId, what: Owed) {
        self.forget(&keys::owed(self.tenant, review, what.as_str()));
    }
}

fn place_of(review: ReviewId, item: &Attributes) -> Result<ReportPlace, Error> {
    Ok(ReportPlace { review, number: keys::behind(item, &keys::reader_reports(review))? })
}

fn unreadable() -> Error {
    Error::Unreadable("a report's key".to_owned())
}
