//! How a shop decides about reviews.

use std::collections::BTreeMap;

use app::review::{ModerationCounts, PublicShop, Trust};
use domain::review::{DecisionHours, HoldRule, Moderation, Rating, ReviewState, WithholdReason};
use domain::values::Verification;
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
    /// The time of the counts, at most a minute ago.
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
    /// The reward that reviewers get for a review; `null` if the shop states none.
    #[schema(required)]
    pub(crate) incentives: Option<&'a str>,
    pub(crate) verified: VerifiedBody,
    pub(crate) totals: TotalsBody,
    /// The counts by stars, from `1` to `5`.
    pub(crate) by_star: BTreeMap<String, StarBody>,
    /// The reviews that are withheld now, by reason. `null` stands for 1 to 4.
    #[schema(value_type = BTreeMap<String, Option<u64>>)]
    pub(crate) withheld_by_reason: BTreeMap<&'static str, Option<u64>>,
    /// For how many whole days the oldest of the waiting reviews has waited since it was submitted; `null` if none waits.
    #[schema(required, minimum = 0)]
    pub(crate) oldest_waiting_days: Option<i64>,
}

/// The published reviews by their authors' purchases, as far as the shop knew of them.
#[derive(Serialize, ToSchema)]
#[schema(as = TrustVerified)]
pub(crate) struct VerifiedBody {
    /// The number of reviews whose order is known, contains the product, and was neither cancelled nor refunded.
    pub(crate) order: u64,
    /// The number of reviews whose request named an order that is not known.
    pub(crate) request: u64,
    /// The number of imported reviews whose purchase the system where they were written says it knows.
    pub(crate) claimed: u64,
    /// The number of reviews without an order, or imported.
    pub(crate) none: u64,
}

/// All reviews of the shop.
#[derive(Serialize, ToSchema)]
#[schema(as = TrustTotals)]
pub(crate) struct TotalsBody {
    /// The number of reviews ever submitted: those counted below, and those erased with their authors' personal data.
    pub(crate) submitted: u64,
    /// The number of reviews that are public now.
    pub(crate) published: u64,
    /// The number of reviews that the shop withholds now.
    pub(crate) withheld: u64,
    /// The number of reviews that await the shop's decision now.
    pub(crate) waiting: u64,
    /// The number of reviews that the shop removed.
    pub(crate) removed: u64,
    /// The number of reviews that their authors took back.
    pub(crate) withdrawn: u64,
    /// The number of submitted reviews that were not written here.
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
    /// The median time from a review's submission until it is first published, withheld or removed, in hours, rounded up
    /// to one of 24 steps from 0 to a year. `null` for fewer than five reviews.
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
            claimed: published(Verification::Claimed),
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
    words(Moderation::WORDS)
}

fn checks() -> Array {
    ArrayBuilder::new().items(words(HoldRule::WORDS)).build()
}

fn reasons() -> Array {
    ArrayBuilder::new().items(words(WithholdReason::NAMED.map(WithholdReason::as_str))).build()
}

fn orders() -> Object {
    words([NEWEST_FIRST])
}
