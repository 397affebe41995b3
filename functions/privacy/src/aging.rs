//! Looks at a shop for old data. Erases people whose data the shop no longer keeps: all of it ended longer ago than the months in
//! the setting `keep_months`. Merges the counters of old days.

use app::error::Error;
use app::privacy::PrivacyTask;
use domain::customer::Customer;
use domain::privacy::{PrivacyKind, ReviewsChoice};
use domain::review::Actor;
use domain::values::{CustomerId, Guid, Tenant};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::privacy::{Person, PrivacyJob};
use store::table::{End, ListKey, Reading};

use crate::person::PersonSearch;
use crate::work::{PrivacyWork, RUN_FOR};

const PAGE: u32 = 100;
/// For so many days after their creation, requests change so often that their day's counters are not merged.
const COUNTED_OFTEN_FOR: SignedDuration = SignedDuration::from_hours(14 * 24);

impl PrivacyWork {
    /// Merges the counters of old days. Reads a shop's customers, oldest first, and queues the erasure of those without
    /// newer data. What does not fit into this run is queued as a further task.
    pub(crate) async fn erase_aged(&self, tenant: &Tenant, after: Option<String>) -> Result<(), Error> {
        let now = self.clock.now();
        let Some(record) = self.store.tenant(tenant).await?.filter(|record| record.ended_at.is_none()) else {
            return Ok(());
        };
        if after.is_none() {
            let last = now.saturating_sub(COUNTED_OFTEN_FOR).unwrap_or(now).to_zoned_datetime(TimeZone::UTC).date();
            let is_over = || self.clock.now().duration_since(now) > RUN_FOR;
            self.store.merge_days(tenant, last, is_over).await?;
        }
        let Some(keep) = record.keep_months else { return Ok(()) };
        let since = keep.since(now);
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        let search = PersonSearch::new(&self.store, (tenant, &record, &keys), now, true);
        let mut after = after.map(ListKey::from);
        loop {
            let reading = Reading { after: after.take(), ..Reading::first(End::Oldest, PAGE) };
            let page = self.store.customers(tenant, reading, &keys).await?;
            for row in &page.rows {
                let Some(customer) = &row.row else { continue };
                // Ids are in the order of their creation.
                if customer.id.minted_at() >= since {
                    return Ok(());
                }
                self.erase_if_aged(&search, customer.id, since).await?;
            }
            after = page.more.then(|| page.rows.last().map(|row| row.place.clone())).flatten();
            let Some(after) = &after else { return Ok(()) };
            if self.clock.now().duration_since(now) > RUN_FOR {
                let task = PrivacyTask::Aging { aging: tenant.clone(), after: Some(after.as_str().to_owned()) };
                return self.nightly.send(&task, SignedDuration::ZERO).await;
            }
        }
    }

    async fn erase_if_aged(
        &self,
        search: &PersonSearch<'_>,
        customer: CustomerId,
        since: Timestamp,
    ) -> Result<(), Error> {
        let person = Person { customers: vec![customer], ..Person::default() };
        let mut whole = person.clone();
        search.complete(&mut whole).await?;
        if !search.has_aged(&whole, since).await? {
            return Ok(());
        }
        let (receipt, kind) = (Guid::random(self.random.bytes()), PrivacyKind::Erase);
        let job = PrivacyJob::new(receipt, kind, person, ReviewsChoice::Delete, Actor::System, search.until);
        let job = PrivacyJob { by_retention: true, ..job };
        self.store.write(search.tenant, &job).await?;
        self.nightly.send(&PrivacyTask::job(search.tenant, receipt), SignedDuration::ZERO).await
    }
}

impl PersonSearch<'_> {
    /// Whether all data of a person ended before this instant.
    async fn has_aged(&self, person: &Person, since: Timestamp) -> Result<bool, Error> {
        let Self { store, tenant, keys, .. } = self;
        for &customer in &person.customers {
            let is_new = |customer: Customer| customer.updated_at >= since;
            if store.customer(tenant, customer, keys).await?.is_some_and(is_new) {
                return Ok(false);
            }
            let requests = store.customer_requests(tenant, customer).await?;
            if requests.iter().any(|request| request.minted_at() >= since) {
                return Ok(false);
            }
            let parts = store.request_parts(tenant, &requests).await?;
            let mut requests_of = parts.iter().filter_map(|parts| parts.request.as_ref());
            if requests_of.any(|request| request.cancelled_at.unwrap_or(request.expires_at) >= since) {
                return Ok(false);
            }
            let last = store.last_order_of(tenant, customer).await?;
            let charges = store.charges(tenant, customer).await?;
            if last.is_some_and(|at| at >= since) || charges.iter().any(|charge| charge.charged_at >= since) {
                return Ok(false);
            }
        }
        for (_, index) in &person.recipients {
            let last = store.last_order_of_address(tenant, index).await?;
            if last.is_some_and(|at| at > since) {
                return Ok(false);
            }
        }
        Ok(self.reviews(person).await?.iter().all(|review| review.updated_at < since))
    }
}
