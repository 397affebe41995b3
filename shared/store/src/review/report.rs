//! Readers' reports about published reviews, and the counts that limit them.

use domain::review::ReaderReport;
use domain::values::{ReviewId, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::retention::report_ttl;
use crate::table::{CommitError, Error, Key, Store, from_item, keys, open, seal};

const WORDS: &str = "words";
const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;

#[derive(Serialize, Deserialize)]
struct ReportItem {
    #[serde(flatten)]
    report: ReaderReport,
    /// Sealed, because readers may write about people and about themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<ByteBuf>,
    ttl: i64,
}

impl Store {
    /// The reports of a review, oldest first.
    pub async fn reader_reports(
        &self,
        tenant: &Tenant,
        review: ReviewId,
        keys: &TenantKeys,
    ) -> Result<Vec<ReaderReport>, Error> {
        let mut reports = Vec::new();
        for item in self.starting(tenant, &keys::reader_reports(review)).await? {
            let ReportItem { mut report, words, ttl: _ } = from_item(item)?;
            let key = report_key(tenant, review, &report);
            report.words = words.map(|words| open(&words, &key.sk, WORDS, keys)).transpose()?;
            reports.push(report);
        }
        Ok(reports)
    }

    pub async fn add_reader_report(
        &self,
        tenant: &Tenant,
        review: ReviewId,
        report: &ReaderReport,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let key = report_key(tenant, review, report);
        let sealed = report.words.as_ref().map(|words| seal(words, &key.sk, WORDS, keys, &self.random));
        let item = ReportItem { report: report.clone(), words: sealed.transpose()?, ttl: report_ttl(report.at) };
        Ok(self.put(&key, &item).await?)
    }

    pub(crate) async fn strip_reports(&self, tenant: &Tenant, review: ReviewId) -> Result<(), Error> {
        for item in self.starting(tenant, &keys::reader_reports(review)).await? {
            let item: ReportItem = from_item(item)?;
            if item.words.is_some() {
                self.put(&report_key(tenant, review, &item.report), &ReportItem { words: None, ..item }).await?;
            }
        }
        Ok(())
    }

    /// Counts a report from a network, named by its keyed digest. `false` if the network has reached its limit for the
    /// hour, or the shop its limit for the day (UTC).
    pub async fn count_reader_report(&self, tenant: &Tenant, network: &str, now: Timestamp) -> Result<bool, Error> {
        let second = now.as_second();
        let of_network = keys::reports_counted(tenant, &format!("{network}#{}", second / HOUR_S));
        let of_shop = keys::reports_counted(tenant, &(second / DAY_S).to_string());
        Ok(self.count_below(&of_network, ReaderReport::OF_NETWORK_MAX, second + 2 * HOUR_S).await?
            && self.count_below(&of_shop, ReaderReport::OF_SHOP_MAX, second + 2 * DAY_S).await?)
    }
}

fn report_key(tenant: &Tenant, review: ReviewId, report: &ReaderReport) -> Key {
    keys::reader_report(tenant, review, report.at.as_millisecond())
}
