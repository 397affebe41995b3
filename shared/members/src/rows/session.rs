//! Sessions of the console, by the digests of their secrets.

use domain::values::Tenant;
use jiff::Timestamp;
use serde::Serialize;
use store::review::counters::ReviewCounts;
use store::shop::TenantRecord;
use store::table::{Error, Part, Transaction, from_item, keys, milliseconds};

use super::Rows;
use super::member::{Members, shop_and_members};
use crate::rules::{SESSION_MAX, Session};

#[derive(Serialize)]
struct SessionItem<'a> {
    #[serde(flatten)]
    session: &'a Session,
    ttl: i64,
}

/// What one click in the console needs from the table.
pub struct ConsoleContext {
    pub session: Session,
    pub shop: TenantRecord,
    pub members: Members,
    /// The counters of the shop's reviews, because each page shows how many wait.
    pub reviews: ReviewCounts,
}

impl Rows<'_> {
    /// A session with its shop, the shop's members and the counters of its reviews, in one call; `None` if this shop
    /// has no such session. It costs 19 read units, 16 of them for the counters, which are 16 small items.
    pub async fn console_context(
        &self,
        tenant: &Tenant,
        digest: &str,
        now: Timestamp,
    ) -> Result<Option<ConsoleContext>, Error> {
        let [session, shop, members] = [keys::session(tenant, digest), keys::tenant(tenant), keys::members(tenant)];
        let counters: Vec<_> = (0..keys::COUNTER_SHARDS).map(|shard| keys::review_counters(tenant, shard)).collect();
        let wanted = counters.iter().chain([&session, &shop, &members]);
        let mut items = self.0.batch(wanted.cloned().collect()).await?;
        let Some(item) = items.remove(&session) else { return Ok(None) };
        let session = from_item(item)?;
        let read = shop_and_members(items.remove(&shop), items.remove(&members), now)?;
        let mut reviews = ReviewCounts::default();
        for item in counters.iter().filter_map(|key| items.remove(key)) {
            reviews.add(&item)?;
        }
        Ok(read.map(|(shop, members)| ConsoleContext { session, shop, members, reviews }))
    }

    /// Records that a session is used now. `false` if the session has ended meanwhile.
    pub async fn touch_session(&self, tenant: &Tenant, digest: &str, now: Timestamp) -> Result<bool, Error> {
        let (key, values) = (keys::session(tenant, digest), [(":now", milliseconds(now))]);
        self.0.change(&key, "SET seen_at = :now", "attribute_exists(PK)", values).await
    }

    pub async fn end_session(&self, tenant: &Tenant, digest: &str) -> Result<(), Error> {
        self.0.remove(&keys::session(tenant, digest)).await
    }
}

pub fn end_session(transaction: &mut Transaction<'_>, digest: &str) {
    transaction.forget(&keys::session(transaction.tenant(), digest));
}

pub fn insert_session(transaction: &mut Transaction<'_>, digest: &str, session: &Session) {
    let item = SessionItem { session, ttl: session.started_at.as_second() + SESSION_MAX.as_secs() };
    transaction.insert(Part::Other, &keys::session(transaction.tenant(), digest), &item);
}
