//! What a shop's pause keeps back, for the page on which it goes on.

use app::error::Error;
use domain::values::Tenant;
use store::table::Store;

/// A shop's waiting messages leave about so fast in an hour: 29 a second (`reconcile`'s end of a pause).
const AN_HOUR: u64 = 100_000;

pub(crate) struct KeptBack {
    /// How many messages are due.
    pub due: u64,
    /// Within how many hours they leave once the shop goes on.
    pub hours: u64,
}

impl KeptBack {
    /// `is_new` says whether the shop is in its first days, in which it may send only so many emails a day.
    pub(crate) async fn read(store: &Store, tenant: &Tenant, is_new: bool) -> Result<Self, Error> {
        let due = store.count_waiting(tenant).await?;
        let a_day = match is_new {
            true => store.last_mails(tenant).await?.0.allowed_a_day(store.emails_reported(tenant).await?),
            false => None,
        };
        Ok(Self { due, hours: a_day.map_or(0, |a_day| 24 * further_days(due, a_day)) + due.div_ceil(AN_HOUR) })
    }
}

/// How many further days a new shop needs, whose emails of a day double.
const fn further_days(due: u64, a_day: u64) -> u64 {
    let days = (due.div_ceil(if a_day > 0 { a_day } else { 1 }) + 1).next_power_of_two().ilog2();
    (days as u64).saturating_sub(1)
}
