//! How a shop decides about reviews.

use std::collections::BTreeMap;

use app::reviews::{ModerationCounts, PublicShop, Trust};
use domain::{DecisionHours, HoldRule, Moderation, Rating, ReviewState, Verification, WithholdReason};
use edge::native::seconds;
use edge::openapi::words;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::schema::ArrayBuilder;
use utoipa::openapi::{Array, Object};

/// The fewest reviews whose number is given by stars or by reason: of fewer, somebody could be singled out.
const FEWEST: u64 = 5;

const SECONDS_A_DAY: i64 = 86_400;

/// The order of published reviews.
const NEWEST_FIRST: &str = "newest_first";

/// How a shop decides about reviews, with how often it did.
#[derive(Serialize, ToSchema)]
#[schema(as = Trust)]
pub(crate) struct TrustBody<'a> {
    /// The shop's id.
    pub(crate) shop: &'a str,
    /// At most a minute ago.
    #[schema(format = DateTime)]
    generated_at: String,
    /// `publish`: reviews are public at once, unless a check holds them. `hold`: each waits for the shop.
    #[schema(schema_with = moderations)]
    pub(crate) moderation: &'static str,
    /// The rules by which a review waits for the shop.
    #[schema(schema_with = checks)]
    checks: [&'static str; 2],
    /// The only reasons for which the shop may withhold a review. None is about stars.
    #[schema(schema_with = reasons)]
    reasons: [&'static str; 8],
    /// The order in which reviews are shown.
    #[schema(schema_with = orders)]
    order: &'static str,
    /// What reviewers get for a review; `null` if the shop says nothing about it.
    #[schema(required)]
    pub(crate) incentives: Option<&'a str>,
    pub(crate) verified: VerifiedBody,
    pub(crate) totals: TotalsBody,
    /// By `1` to `5` stars.
    pub(crate) by_star: BTreeMap<String, StarBody>,
    /// Of the reviews that are withheld now. `null` for 1 to 4 of them.
    #[schema(value_type = BTreeMap<String, Option<u64>>)]
    pub(crate) withheld_by_reason: BTreeMap<&'static str, Option<u64>>,
    /// For how many whole days the oldest of the waiting reviews has waited since it was submitted; `null` if none waits.
    #[schema(required, minimum = 0)]
    pub(crate) oldest_waiting_days: Option<i64>,
}

/// What the shop knew of the purchases of the published reviews.
#[derive(Serialize, ToSchema)]
#[schema(as = TrustVerified)]
pub(crate) struct VerifiedBody {
    /// The order is known, contains the product, and was neither cancelled nor refunded.
    pub(crate) order: u64,
    /// The request for the review named an order that is not known.
    pub(crate) request: u64,
    /// Nothing: there was no order, or the review was imported.
    pub(crate) none: u64,
}

/// All reviews of the shop.
#[derive(Serialize, ToSchema)]
#[schema(as = TrustTotals)]
pub(crate) struct TotalsBody {
    /// All that there ever were: those below, and those that were erased with their authors' personal data.
    pub(crate) submitted: u64,
    /// Public now.
    pub(crate) published: u64,
    /// Withheld by the shop now.
    pub(crate) withheld: u64,
    /// Waiting for the shop now.
    pub(crate) waiting: u64,
    /// Removed by the shop.
    pub(crate) removed: u64,
    /// Taken back by their authors.
    pub(crate) withdrawn: u64,
    /// Of those submitted, how many were not written here.
    pub(crate) imported: u64,
}

/// The reviews with so many stars, as `totals` counts them. `null` for 1 to 4 of them.
#[derive(Serialize, ToSchema)]
#[schema(as = TrustStar)]
pub(crate) struct StarBody {
    #[schema(required)]
    pub(crate) submitted: Option<u64>,
    #[schema(required)]
    pub(crate) published: Option<u64>,
    #[schema(required)]
    pub(crate) withheld: Option<u64>,
    #[schema(required)]
    pub(crate) removed: Option<u64>,
    /// How long it takes until a review is first published, withheld or removed: half of them at most so many hours,
    /// rounded up to one of 24 steps from 0 to a year. `null` of fewer than five.
    #[schema(required)]
    pub(crate) median_hours: Option<u16>,
}

impl<'a> TrustBody<'a> {
    pub(crate) fn new(slug: &'a str, shop: &'a PublicShop, trust: &Trust, now: Timestamp) -> Self {
        let Trust { counts, oldest_waiting_since } = trust;
        let settings = &shop.review_settings;
        let days = |since: Timestamp| now.duration_since(since).max(SignedDuration::ZERO).as_secs() / SECONDS_A_DAY;
        let withheld = |reason| (WithholdReason::as_str(reason), not_few(counts.withheld_for(reason)));
        Self {
            shop: slug,
            generated_at: seconds(now),
            moderation: settings.moderation.as_str(),
            checks: HoldRule::under(settings.moderation).map(HoldRule::as_str),
            reasons: WithholdReason::NAMED.map(WithholdReason::as_str),
            order: NEWEST_FIRST,
            incentives: settings.incentives.as_deref(),
            verified: VerifiedBody::new(counts),
            totals: TotalsBody::new(counts),
            by_star: Rating::ALL.map(|rating| (rating.stars().to_string(), StarBody::new(counts, rating))).into(),
            withheld_by_reason: WithholdReason::ALL.map(withheld).into(),
            oldest_waiting_days: oldest_waiting_since.map(days),
        }
    }
}

impl VerifiedBody {
    fn new(counts: &ModerationCounts) -> Self {
        let published = |verification| {
            counts.live.total(|kind| kind.state == ReviewState::Published && kind.verification == verification)
        };
        Self {
            order: published(Verification::Order),
            request: published(Verification::Request),
            none: published(Verification::None),
        }
    }
}

impl TotalsBody {
    fn new(counts: &ModerationCounts) -> Self {
        let live = |state| counts.live.total(|kind| kind.state == state);
        let ended = |state| Rating::ALL.map(|rating| counts.ended(state, rating)).iter().sum();
        Self {
            submitted: Rating::ALL.map(|rating| submitted(counts, rating)).iter().sum(),
            published: live(ReviewState::Published),
            withheld: live(ReviewState::Withheld),
            waiting: live(ReviewState::Submitted),
            removed: ended(ReviewState::Removed),
            withdrawn: ended(ReviewState::Withdrawn),
            imported: counts.imported(),
        }
    }
}

impl StarBody {
    fn new(counts: &ModerationCounts, rating: Rating) -> Self {
        let decided = counts.decided(rating);
        let enough = decided.values().sum::<u64>() >= FEWEST;
        let withheld = counts.live.total(|kind| kind.state == ReviewState::Withheld && kind.rating == rating);
        Self {
            submitted: not_few(submitted(counts, rating)),
            published: not_few(counts.live.published_with(rating)),
            withheld: not_few(withheld),
            removed: not_few(counts.ended(ReviewState::Removed, rating)),
            median_hours: DecisionHours::median(&decided).filter(|_| enough).map(DecisionHours::get),
        }
    }
}

/// All reviews with these stars that there ever were.
fn submitted(counts: &ModerationCounts, rating: Rating) -> u64 {
    let ended = ReviewState::ALL.into_iter().filter(|state| state.is_final());
    counts.live.total(|kind| kind.rating == rating) + ended.map(|state| counts.ended(state, rating)).sum::<u64>()
}

/// The number, unless somebody could be singled out by it.
fn not_few(count: u64) -> Option<u64> {
    (!(1..FEWEST).contains(&count)).then_some(count)
}

fn moderations() -> Object {
    words(Moderation::ALL.map(Moderation::as_str))
}

fn checks() -> Array {
    ArrayBuilder::new().items(words(HoldRule::ALL.map(HoldRule::as_str))).build()
}

fn reasons() -> Array {
    ArrayBuilder::new().items(words(WithholdReason::NAMED.map(WithholdReason::as_str))).build()
}

fn orders() -> Object {
    words([NEWEST_FIRST])
}
