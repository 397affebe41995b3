//! The requests of a shop to which something happened lately, found in the lists that are sorted by time.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Request, RequestId, Tenant};
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};

use crate::request::RequestItem;
use crate::table::{End, Error, Reading, Store, from_item, keys};

/// How many of the newest requests are read, and how many of the messages that were settled last.
const NEWEST: u32 = 50;
/// Requests that are read by their ids: one call reads at most 100 items.
const BY_ID_MAX: usize = 100;

/// The requests of a shop to which something happened lately.
pub struct RecentRequests {
    /// The requests, by id.
    pub requests: Vec<Request>,
    /// Whether each request that was created since then is among them, and each with a message that was settled since then.
    pub is_complete: bool,
}

impl Store {
    /// The newest requests, those whose messages were settled last, and some whose messages failed since then: in four calls,
    /// however many there are.
    pub async fn recent_requests(&self, tenant: &Tenant, since: Timestamp) -> Result<RecentRequests, Error> {
        let hour = TimestampRound::new().smallest(Unit::Hour).mode(RoundMode::Floor);
        let (newest, settled, failures) = tokio::try_join!(
            self.requests(tenant, Reading::first(End::Newest, NEWEST)),
            self.placed(tenant, keys::MESSAGES, Reading::first(End::Newest, NEWEST)),
            self.failures(tenant, since.round(hour).unwrap_or(since)),
        )?;
        let is_settled_more = settled.more;
        let settled: Vec<_> =
            settled.rows.iter().map(|(place, _)| keys::parse_settled(place.as_str())).collect::<Result<_, Error>>()?;
        let oldest = newest.rows.last().map(|request| request.id.minted_at()).filter(|_| newest.more);
        let oldest_settled = settled.last().map(|(at, _)| *at).filter(|_| is_settled_more);
        let mut requests: BTreeMap<RequestId, Request> =
            newest.rows.into_iter().map(|request| (request.id, request)).collect();
        let failed = failures.into_values().flat_map(|failures| failures.requests);
        let mut others: Vec<_> = settled.into_iter().map(|(_, request)| request).chain(failed).collect();
        let mut seen = BTreeSet::new();
        others.retain(|id| !requests.contains_key(id) && seen.insert(*id));
        others.truncate(BY_ID_MAX);
        let read = self.batch(others.into_iter().map(|id| keys::request(tenant, id)).collect()).await?;
        for item in read.into_values() {
            let request: Request = from_item::<RequestItem>(item)?.try_into()?;
            requests.insert(request.id, request);
        }
        let reaches = |oldest: Option<Timestamp>| oldest.is_none_or(|oldest| oldest < since);
        Ok(RecentRequests {
            requests: requests.into_values().collect(),
            is_complete: reaches(oldest) && reaches(oldest_settled),
        })
    }
}
