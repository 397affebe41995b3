//! What the console's page *Today* shows from the table: failures, suspensions, and reviews.

use domain::order::{Product, ProductId};
use domain::privacy::MADE_AGAIN_FOR;
use domain::review::Review;
use domain::shop::Suspension;
use domain::values::{ShopSystem, Tenant, WebhookId};
use domain::webhook::Webhook;
use jiff::tz::TimeZone;
use jiff::{RoundMode, SignedDuration, Timestamp, TimestampRound, Unit};
use vault::TenantKeys;

use crate::message::failures;
use crate::message::mail_day::MailDay;
use crate::message::mail_window::read_suspension;
use crate::order::product::products;
use crate::privacy::DataRequest;
use crate::review::SealedReview;
use crate::review::list::ListedReview;
use crate::review::seen::SeenInShop;
use crate::table::keys::{self, COUNTER_SHARDS};
use crate::table::{Attributes, Error, Store, from_item};
use crate::webhook;

/// How far back failures count. For a longer time, the keys would not fit into one call.
const FAILED_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// What the console's page *Today* shows.
#[derive(Debug)]
pub struct Today {
    /// The reviews of the requested rows, without those that have ended.
    pub reviews: Vec<Review>,
    pub suspension: Option<Suspension>,
    /// The day's emails, if the shop is new.
    pub mail_day: Option<MailDay>,
    /// The endpoints, in the requested order.
    pub webhooks: Vec<Webhook>,
    /// How many requests failed since [`failures_since`].
    pub failed_requests: u64,
    /// The exports that customers requested and nobody has downloaded, oldest first.
    pub data_requests: Vec<DataRequest>,
    /// The requested products that the shop described.
    pub products: Vec<Product>,
    pub seen_in_shop: Option<SeenInShop>,
    /// The rows of the shop's connections to its systems, which the crate `integrations` reads.
    pub connections: Vec<(ShopSystem, Attributes)>,
}

/// The time since which failures count: the first full hour within the last 24 hours, because failures are counted by
/// hour.
pub fn failures_since(now: Timestamp) -> Timestamp {
    let since = now.saturating_sub(FAILED_WITHIN).unwrap_or(now);
    since.round(TimestampRound::new().smallest(Unit::Hour).mode(RoundMode::Ceil)).unwrap_or(since)
}

impl Store {
    /// Reads all this in one call, because all keys are known.
    pub async fn today<'a>(
        &self,
        tenant: &Tenant,
        webhooks: impl IntoIterator<Item = WebhookId>,
        rows: &[ListedReview],
        named: impl IntoIterator<Item = &'a ProductId>,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Today, Error> {
        let since = now.saturating_sub(FAILED_WITHIN).unwrap_or(now);
        let reviews: Vec<_> = rows.iter().map(|row| keys::review(tenant, row.place)).collect();
        let days = [since, now].map(|at| at.to_zoned_datetime(TimeZone::UTC).date());
        let failed = |day| (0..COUNTER_SHARDS).map(move |shard| (day, keys::failures(tenant, day, shard)));
        let failed: Vec<_> = days.into_iter().flat_map(failed).collect();
        let webhooks: Vec<_> = webhooks.into_iter().map(|id| keys::webhook(tenant, id)).collect();
        let (suspension, mail_day, asked) =
            (keys::suspension(tenant), keys::mail_day(tenant, days[1]), keys::data_requests(tenant));
        let seen = keys::seen_in_shop(tenant);
        let connections = ShopSystem::ALL.map(|system| (system, keys::integration(tenant, system)));
        let named: Vec<&ProductId> = named.into_iter().collect();
        let described: Vec<_> = named.iter().map(|id| keys::product(tenant, id)).collect();
        let wanted = reviews
            .iter()
            .chain(failed.iter().map(|(_, key)| key))
            .chain(&webhooks)
            .chain(&described)
            .chain(connections.iter().map(|(_, key)| key))
            .chain([&suspension, &mail_day, &asked, &seen]);
        let mut items = self.batch(wanted.cloned().collect()).await?;
        let mut today = Today {
            reviews: Vec::new(),
            suspension: items.remove(&suspension).map(read_suspension).transpose()?,
            mail_day: items.remove(&mail_day).map(MailDay::read).transpose()?,
            webhooks: Vec::new(),
            failed_requests: 0,
            data_requests: items.remove(&asked).map_or_else(Vec::new, |item| {
                crate::privacy::read_data_requests(&item, now.saturating_sub(MADE_AGAIN_FOR).unwrap_or(now))
            }),
            products: Vec::new(),
            seen_in_shop: items.remove(&seen).map(from_item).transpose()?,
            connections: connections
                .into_iter()
                .filter_map(|(system, key)| Some((system, items.remove(&key)?)))
                .collect(),
        };
        today.products = products(tenant, named, &mut items)?;
        for (row, key) in rows.iter().zip(&reviews) {
            let Some(item) = items.remove(key) else { continue };
            let review = SealedReview::from_item(item)?.open(keys)?;
            today.reviews.extend(Some(review).filter(|review| review.id == row.id && !review.state.is_final()));
        }
        for (day, key) in failed {
            if let Some(row) = items.remove(&key) {
                today.failed_requests += failures::requests(day, &row, since)?;
            }
        }
        for item in webhooks.iter().filter_map(|key| items.remove(key)) {
            today.webhooks.push(webhook::read(item, keys)?.webhook);
        }
        Ok(today)
    }
}
