//! The page *Today*: what a person has to do, recent reviews, and the numbers of four weeks. Besides the session, the
//! page needs four calls for any number of reviews and requests, one more before the first message is sent, and two
//! more per connected system.

use app::error::Error;
use domain::request::Counter;
use futures_util::future::try_join3;
use integrations::{SystemTrouble, troubles};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use members::Entered;
use store::request::counters::Counts;
use store::review::list::ListedReview;
use store::review::list_pages::ReviewList;
use store::table::{End, Reading, Store};
use store::today::Today;

/// The number of rows in which the longest waits are searched. The rows are sorted by the time of writing.
const LOOKED_AT: u32 = 20;
const SHOWN: u32 = 3;
/// The days of the numbers, and of the earlier numbers that are compared with them.
const DAYS: i64 = 28;

pub(crate) struct TodaysPage {
    /// Failures, reasons why messages are not sent, and three reviews: those that have waited longest or, if none
    /// waits, the newest.
    pub today: Today,
    /// The systems' problems that a person has to solve.
    pub systems: Vec<SystemTrouble>,
    /// Since when the longest-waiting of the read reviews waits.
    pub oldest: Option<Timestamp>,
    /// The counters of requests of the last 28 days, today included, and of the 28 days before.
    pub counts: [Counts; 2],
    /// When the shop's first message will be sent, if none was sent in these days.
    pub first: Option<Timestamp>,
}

impl TodaysPage {
    /// Whether the shop made a request in these days.
    pub fn has_requests(&self) -> bool {
        self.counts.iter().any(|counts| counts.of(Counter::Created) > 0)
    }

    /// Whether a message was sent in these days.
    pub fn has_sent(&self) -> bool {
        self.counts.iter().any(|counts| counts.of(Counter::Sent) > 0)
    }

    pub async fn read(store: &Store, entered: &Entered, now: Timestamp) -> Result<Self, Error> {
        let tenant = &entered.tenant;
        let some_wait = entered.reviews.live.waiting() > 0;
        let (list, reading) = match some_wait {
            true => (ReviewList::Waiting, Reading::first(End::Oldest, LOOKED_AT)),
            false => (ReviewList::All, Reading::first(End::Newest, SHOWN)),
        };
        let day = |days: i64| now.saturating_sub(SignedDuration::from_hours(24 * days)).unwrap_or(now);
        let day = |days: i64| day(days).to_zoned(TimeZone::UTC).date();
        let (page, counted, systems) = try_join3(
            store.review_rows(tenant, &list, reading),
            store.counted_between(tenant, day(2 * DAYS - 1), day(0)),
            troubles(store, tenant, now),
        )
        .await?;
        let mut rows: Vec<ListedReview> = page.rows;
        if some_wait {
            rows.sort_by_key(|row| row.waits_since);
        }
        let oldest = rows.first().filter(|_| some_wait).map(|row| row.waits_since);
        rows.truncate(SHOWN as usize);
        let webhooks = entered.shop.webhooks.iter().map(|subscription| subscription.webhook);
        let named = rows.iter().filter_map(|row| row.product.as_ref());
        let today = store.today(tenant, webhooks, &rows, named, &entered.keys, now).await?;
        let mut counts = [Counts::default(); 2];
        for (date, of_day) in &counted.by_day {
            counts[usize::from(*date < day(DAYS - 1))] += of_day;
        }
        let page = Self { today, systems, oldest, counts, first: None };
        if page.has_sent() || !page.has_requests() || entered.reviews.live.total(|_| true) > 0 {
            return Ok(page);
        }
        let requests = store.requests(tenant, Reading::first(End::Newest, LOOKED_AT)).await?.rows;
        let first = requests.iter().filter_map(|request| Some(request.planned(now)?.due_at)).min();
        Ok(Self { first, ..page })
    }
}
