//! How a shop decides about reviews.

mod page;

use std::collections::BTreeMap;

use app::review::{PublicShop, ReviewCounts, Trust};
use domain::review::{DecisionHours, HoldRule, Moderation, Rating, ReviewState, WithholdReason};
use domain::values::Verification;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Array;
use utoipa::openapi::schema::ArrayBuilder;

use crate::native::seconds;
use crate::openapi::{words, words_of};

pub use page::TrustPage;

/// The least number of reviews that is given by stars or reason. A smaller number could single somebody out.
const FEWEST: u64 = 5;

const SECONDS_A_DAY: i64 = 86_400;

/// How a shop decides about reviews, and how often it decided in which way. Reviews from the addresses of members and the owner are
/// withheld, and no number counts them, nor imported reviews whose product is not public yet.
#[derive(Serialize, ToSchema)]
#[schema(as = Trust)]
pub struct TrustBody<'a> {
    /// The shop's id.
    pub shop: &'a str,
    /// The time at which the reviews were counted, at most a minute ago.
    #[schema(format = DateTime)]
    generated_at: String,
    /// `publish`: reviews are public at once, unless a check holds them. `hold`: every review waits for the shop.
    #[schema(schema_with = words_of::<Moderation>)]
    pub moderation: &'static str,
    /// The rules by which a review waits for the shop.
    #[schema(schema_with = checks)]
    checks: [&'static str; 3],
    /// The reward for a review; `null` if the shop states none.
    #[schema(required)]
    pub incentives: Option<&'a str>,
    pub verified: VerifiedBody,
    pub totals: TotalsBody,
    pub decided: DecidedBody,
    /// The counts by stars, from `1` to `5`.
    pub by_star: BTreeMap<String, StarBody>,
    /// The reviews that are withheld now, by reason. `null` means 1 to 4. Those of `earlier_system` are in no other number but
    /// `submitted` and `imported`.
    #[schema(value_type = BTreeMap<String, Option<u64>>)]
    pub withheld_by_reason: BTreeMap<&'static str, Option<u64>>,
    /// Whole days since the oldest waiting review was submitted; `null` if none waits.
    #[schema(required, minimum = 0)]
    pub oldest_waiting_days: Option<i64>,
}

/// The published reviews by what is known of the authors' purchases. Only `order` was checked, against the orders in the shop's own
/// system.
#[derive(Serialize, ToSchema)]
#[schema(as = TrustVerified)]
pub struct VerifiedBody {
    /// Reviews whose order is known, contains the product, and was neither cancelled nor refunded.
    pub order: u64,
    /// Reviews whose request named an unknown order.
    pub request: u64,
    /// Imported reviews whose purchase the shop's or another system claims to know.
    pub claimed: u64,
    /// Reviews without an order, and imported reviews.
    pub none: u64,
}

/// All reviews of the shop.
#[derive(Serialize, ToSchema)]
#[schema(as = TrustTotals)]
pub struct TotalsBody {
    /// Reviews ever submitted: all reviews in the following counts, and the reviews that were erased with their authors' data.
    pub submitted: u64,
    /// Reviews that are public now.
    pub published: u64,
    /// Reviews that the shop withholds now.
    pub withheld: u64,
    /// Reviews that wait for the shop's decision now.
    pub waiting: u64,
    /// Reviews that the shop removed.
    pub removed: u64,
    /// Reviews that their authors withdrew.
    pub withdrawn: u64,
    /// Submitted reviews that were written elsewhere than here: in another system, or in the shop's own.
    pub imported: u64,
    /// Those of them that come from the shop's own system, which were not checked here.
    pub from_shop: u64,
    /// Published reviews whose authors got something in return, whatever the stars.
    pub incentivized: u64,
}

/// The time from a review's submission to its first publication, withholding or removal, in hours, rounded up to one of 24 steps from
/// 0 to a year; `null` for fewer than five reviews. Reviews from other systems are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = TrustDecided)]
pub struct DecidedBody {
    #[schema(required)]
    pub median_hours: Option<u16>,
    /// The longest time. 8,760 has no upper bound.
    #[schema(required)]
    pub longest_hours: Option<u16>,
}

/// The reviews with this many stars, with the counts of `totals`. `null` means 1 to 4.
#[derive(Serialize, ToSchema)]
#[schema(as = TrustStar)]
pub struct StarBody {
    #[schema(required)]
    pub submitted: Option<u64>,
    #[schema(required)]
    pub published: Option<u64>,
    #[schema(required)]
    pub withheld: Option<u64>,
    #[schema(required)]
    pub removed: Option<u64>,
    /// The median time from a review's submission to its first publication, withholding or removal, in hours, rounded up to one
    /// of 24 steps from 0 to a year; `null` for fewer than five reviews.
    #[schema(required)]
    pub median_hours: Option<u16>,
}

impl<'a> TrustBody<'a> {
    pub fn new(slug: &'a str, shop: &'a PublicShop, trust: &Trust, now: Timestamp) -> Self {
        let Trust { counts, oldest_waiting_since } = trust;
        let settings = &shop.review_settings;
        let days = |since: Timestamp| now.duration_since(since).max(SignedDuration::ZERO).as_secs() / SECONDS_A_DAY;
        let totals = TotalsBody::new(counts);
        let oldest = oldest_waiting_since.filter(|_| totals.waiting > 0);
        let withheld = |reason| {
            let count = Rating::ALL.map(|rating| counts.withheld_for(reason, rating)).iter().sum();
            (WithholdReason::as_str(reason), not_few(count))
        };
        Self {
            shop: slug,
            generated_at: seconds(now),
            moderation: settings.moderation.as_str(),
            checks: HoldRule::under(settings.moderation).map(HoldRule::as_str),
            incentives: settings.incentives.as_deref(),
            verified: VerifiedBody::new(counts),
            totals,
            decided: DecidedBody::new(counts),
            by_star: Rating::ALL.map(|rating| (rating.stars().to_string(), StarBody::new(counts, rating))).into(),
            withheld_by_reason: WithholdReason::ALL.map(withheld).into(),
            oldest_waiting_days: oldest.map(days),
        }
    }
}

impl VerifiedBody {
    fn new(counts: &ReviewCounts) -> Self {
        let published = |verification| {
            counts.total(|kind| kind.state == ReviewState::Published && kind.verification == verification)
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
    fn new(counts: &ReviewCounts) -> Self {
        let live = |state| counts.total(|kind| kind.state == state);
        let ended = |state| Rating::ALL.map(|rating| counts.ended(state, rating)).iter().sum();
        Self {
            submitted: Rating::ALL.map(|rating| submitted(counts, rating)).iter().sum(),
            published: live(ReviewState::Published),
            withheld: Rating::ALL.map(|rating| withheld(counts, rating)).iter().sum(),
            waiting: live(ReviewState::Submitted),
            removed: ended(ReviewState::Removed),
            withdrawn: ended(ReviewState::Withdrawn),
            imported: counts.imported(),
            from_shop: counts.from_shop(),
            incentivized: counts.rewarded(),
        }
    }
}

impl DecidedBody {
    fn new(counts: &ReviewCounts) -> Self {
        let decided = counts.decided(&Rating::ALL);
        let longest = decided.iter().rev().find(|(_, count)| **count > 0).map(|(hours, _)| hours.get());
        let enough = decided.values().sum::<u64>() >= FEWEST;
        Self {
            median_hours: DecisionHours::median(&decided).filter(|_| enough).map(DecisionHours::get),
            longest_hours: longest.filter(|_| enough),
        }
    }
}

impl StarBody {
    fn new(counts: &ReviewCounts, rating: Rating) -> Self {
        let decided = counts.decided(&[rating]);
        let enough = decided.values().sum::<u64>() >= FEWEST;
        Self {
            submitted: not_few(submitted(counts, rating)),
            published: not_few(counts.published_with(rating)),
            withheld: not_few(withheld(counts, rating)),
            removed: not_few(counts.ended(ReviewState::Removed, rating)),
            median_hours: DecisionHours::median(&decided).filter(|_| enough).map(DecisionHours::get),
        }
    }
}

/// The reviews with these stars that the shop withholds, without those that the earlier system did not show.
fn withheld(counts: &ReviewCounts, rating: Rating) -> u64 {
    let all = counts.total(|kind| kind.state == ReviewState::Withheld && kind.rating == rating);
    all.saturating_sub(counts.withheld_for(WithholdReason::EarlierSystem, rating))
}

/// All reviews ever submitted with these stars, including erased reviews.
fn submitted(counts: &ReviewCounts, rating: Rating) -> u64 {
    let ended = ReviewState::ALL.into_iter().filter(|state| state.is_final());
    counts.total(|kind| kind.rating == rating) + ended.map(|state| counts.ended(state, rating)).sum::<u64>()
}

/// The number, or `None` if it could single somebody out.
fn not_few(count: u64) -> Option<u64> {
    (!(1..FEWEST).contains(&count)).then_some(count)
}

fn checks() -> Array {
    let [checks @ .., _product_hidden, _insider] = HoldRule::ALL;
    ArrayBuilder::new().items(words(checks.map(HoldRule::as_str))).build()
}
