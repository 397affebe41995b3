//! The page *Today*: what a person has to do, recent reviews, and the numbers of four weeks. Besides the session, the
//! page needs at most four calls for any number of reviews and requests, four more if no review waits, two more per connected
//! system, a third for one whose orders may be missing, and three more during a suspension of the shop's emails.
//!
//! Told by `tests/stories/console/today.story`.

use std::mem;

use app::error::Error;
use domain::request::Counter;
use domain::review::ReviewState;
use domain::shop::Suspension;
use domain::values::Tenant;
use futures_util::future::try_join3;
use integrations::{Rows, ShopReading, SystemTrouble, troubles};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use members::Entered;
use store::request::counters::Counts;
use store::review::list::ListedReview;
use store::review::list_pages::ReviewList;
use store::review::owed::OwedReview;
use store::table::{End, Reading, Store};
use store::today::Today;

/// The number of rows in which the longest waits are searched. The rows are sorted by the time of writing.
const LOOKED_AT: u32 = 20;
const SHOWN: u32 = 3;
/// The days of the numbers, and of the earlier numbers that are compared with them.
const DAYS: i64 = 28;

pub(crate) struct TodaysPage {
    /// Failures, reasons why messages are not sent, and three reviews: those that have waited longest or, if none
    /// waits, the newest public ones.
    pub today: Today,
    /// What the shop owes to authors and readers of reviews.
    pub owed: Vec<OwedReview>,
    /// The systems' problems that a person has to solve.
    pub systems: Vec<SystemTrouble>,
    /// What has been read of the connected systems.
    pub readings: Vec<ShopReading>,
    /// Since when the longest-waiting of the read reviews waits.
    pub oldest: Option<Timestamp>,
    /// The counters of requests of the last 28 days, today included, and of the 28 days before.
    pub counts: [Counts; 2],
    /// When the shop's first message will be sent, if none was sent in these days.
    pub first: Option<Timestamp>,
    /// How the suspension of the shop's emails ends; `None` if they are not suspended.
    pub held: Option<Held>,
}

/// How a suspension of a shop's emails ends.
pub(crate) struct Held {
    pub suspension: Suspension,
    /// When it ends by itself, if no further email comes back.
    pub ends_at: Timestamp,
    /// From when the shop may release its emails; `None` for now.
    pub release_at: Option<Timestamp>,
}

impl Held {
    async fn read(store: &Store, tenant: &Tenant, suspension: Suspension, now: Timestamp) -> Result<Self, Error> {
        let (window, _) = store.last_mails(tenant).await?;
        let release_at = window.own_release_at().filter(|at| *at > now);
        Ok(Self { suspension, ends_at: window.ends_at(suspension), release_at })
    }
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
        let some_wait = entered.reviews.waiting() > 0;
        let has_reviews = some_wait || entered.reviews.listed(|_| true) > 0;
        let (list, reading) = match some_wait {
            true => (ReviewList::Waiting, Reading::first(End::Oldest, LOOKED_AT)),
            false => (ReviewList::in_state(ReviewState::Published), Reading::first(End::Newest, SHOWN)),
        };
        let day = |days: i64| now.saturating_sub(SignedDuration::from_hours(24 * days)).unwrap_or(now);
        let day = |days: i64| day(days).to_zoned_datetime(TimeZone::UTC).date();
        let listed = async {
            match has_reviews {
                true => store.review_rows(tenant, &list, reading).await.map(|page| page.rows),
                false => Ok(Vec::new()),
            }
        };
        let owed = async {
            match has_reviews {
                true => store.owed(tenant).await,
                false => Ok(Vec::new()),
            }
        };
        let counted = store.counted(tenant, Some((day(2 * DAYS - 1), day(0))));
        let (mut rows, counted, owed): (Vec<ListedReview>, _, _) = try_join3(listed, counted, owed).await?;
        if some_wait {
            rows.sort_by_key(|row| row.waits_since);
        }
        let oldest = rows.first().filter(|_| some_wait).map(|row| row.waits_since);
        rows.truncate(SHOWN as usize);
        let webhooks = entered.shop.webhooks.iter().map(|subscription| subscription.webhook);
        let named = rows.iter().filter_map(|row| row.product.as_ref());
        let mut today = store.today(tenant, webhooks, &rows, named, &entered.keys, now).await?;
        let readings = Rows::readings(&today.connections)?;
        let systems = troubles(store, tenant, mem::take(&mut today.connections), now).await?;
        let mut counts = [Counts::default(); 2];
        for (date, of_day) in &counted.by_day {
            counts[usize::from(*date < day(DAYS - 1))] += of_day;
        }
        let held = match today.suspension {
            Some(suspension) => Some(Held::read(store, tenant, suspension, now).await?),
            None => None,
        };
        let page = Self { today, owed, systems, readings, oldest, counts, first: None, held };
        if page.has_sent() || !page.has_requests() || has_reviews {
            return Ok(page);
        }
        let requests = store.requests(tenant, Reading::first(End::Newest, LOOKED_AT)).await?.rows;
        let first = requests.iter().filter_map(|request| Some(request.planned(now)?.due_at)).min();
        Ok(Self { first, ..page })
    }
}
