//! Limits the emails that anybody can have sent to an address: links to write a review, and receipts to readers who report one.
//!
//! Networks and mailboxes are given by their digests with the service's key, so that their limits hold for all shops together. Each has
//! rows and partitions of its own. Hours, days and weeks, which begin on Mondays, are those of UTC.

use jiff::Timestamp;

use crate::table::{Error, Store, keys};

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;
const WEEK_S: i64 = 7 * DAY_S;

/// The most links for one network in an hour.
const OF_NETWORK_MAX: u32 = 20;
/// The most links for one mailbox on a day.
const OF_MAILBOX_A_DAY: u32 = 2;
/// The most links for one mailbox in a week.
const OF_MAILBOX_A_WEEK: u32 = 3;

impl Store {
    /// Counts a link for which a network asks. `false` if the network gets no more.
    pub async fn count_link_of_network(&self, network: &str, now: Timestamp) -> Result<bool, Error> {
        let second = now.as_second();
        let of_hour = keys::links_counted(&format!("{network}#{}", second / HOUR_S));
        self.count_below(&of_hour, OF_NETWORK_MAX, second + 2 * HOUR_S).await
    }

    /// Counts a link for a mailbox. `false` if the mailbox gets no more. The caller must not show this, because it would reveal something
    /// about the address.
    pub async fn count_link_of_mailbox(&self, mailbox: &str, now: Timestamp) -> Result<bool, Error> {
        let second = now.as_second();
        let day = second / DAY_S;
        let week = (day + 3) / 7; // 1970 began on a Thursday.
        let of_day = keys::links_counted(&format!("{mailbox}#d{day}"));
        let of_week = keys::links_counted(&format!("{mailbox}#w{week}"));
        Ok(self.count_below(&of_day, OF_MAILBOX_A_DAY, second + 2 * DAY_S).await?
            && self.count_below(&of_week, OF_MAILBOX_A_WEEK, second + 2 * WEEK_S).await?)
    }
}
