//! How a shop decides about reviews.

mod page;

use std::collections::BTreeMap;

use app::review::{PublicShop, ReviewCounts, Trust};
use domain::review::{DecisionHours, HoldRule, Moderation, Rating, ReviewState, WithholdReason};
use domain::values::Verification;
use domain::values::value::Kind;
use jiff::{SignedDuration, Timestamp};

use crate::shown;
use crate::shown::Time;

pub use page::TrustPage;

/// The least number of reviews that is given by stars or reason. A smaller number could single somebody out.
const FEWEST: u64 = 5;

const SECONDS_A_DAY: u64 = 86_400;

shown! {
    /// How a shop decides about reviews, and how often it decided in which way. Reviews from the addresses of members and the owner are
    /// withheld, and no number counts them, nor imported reviews whose product is not public yet.
    pub struct TrustBody as Trust ((slug, shop, trust, now): (&str, &PublicShop, &Trust, Timestamp)) {
        /// The shop's id.
        pub shop: String = slug;
        /// The time at which the reviews were counted, at most a minute ago.
        generated_at: Time = now;
        // `publish`: reviews are public at once, unless a check holds them. `hold`: every review waits for the shop.
        pub moderation: String = shop.review_settings.moderation.as_str(), as Kind::words::<Moderation>();
        // The rules by which a review waits for the shop.
        checks: Vec<String> = HoldRule::under(shop.review_settings.moderation).map(HoldRule::as_str), as checks();
        /// The reward for a review; `null` if the shop states none.
        pub incentives: Option<String> = shop.review_settings.incentives.as_ref();
        pub verified: VerifiedBody = &trust.counts;
        pub totals: TotalsBody = &trust.counts;
        pub decided: DecidedBody = &trust.counts.decided(&Rating::ALL);
        /// The counts by stars, from `1` to `5`.
        pub by_star: BTreeMap<String, StarBody> = Rating::ALL.map(|rating| (rating.stars(), (&trust.counts, rating)));
        /// The reviews that are withheld now, by reason. `null` means 1 to 4. Those of `earlier_system` are in no other number but
        /// `submitted` and `imported`.
        pub withheld_by_reason: BTreeMap<String, Option<u64>> = WithholdReason::ALL.map(|reason| {
            let count = Rating::ALL.map(|rating| trust.counts.withheld_for(reason, rating)).iter().sum();
            (reason.as_str(), not_few(count))
        });
        /// Whole days since the oldest waiting review was submitted; `null` if none waits.
        pub oldest_waiting_days: Option<u64> = oldest_waiting_days(trust, now);
    }

    /// The published reviews by what is known of the authors' purchases. Only `order` was checked, against the orders in the shop's own
    /// system.
    pub struct VerifiedBody as TrustVerified (counts: &ReviewCounts) {
        /// Reviews whose order is known, contains the product, and was neither cancelled nor refunded.
        pub order: u64 = published(counts, Verification::Order);
        /// Reviews whose request named an unknown order.
        pub request: u64 = published(counts, Verification::Request);
        /// Imported reviews whose purchase the shop's or another system claims to know.
        pub claimed: u64 = published(counts, Verification::Claimed);
        /// Reviews without an order, and imported reviews.
        pub none: u64 = published(counts, Verification::None);
    }

    /// All reviews of the shop.
    pub struct TotalsBody as TrustTotals (counts: &ReviewCounts) {
        /// Reviews ever submitted: all reviews in the following counts, and the reviews that were erased with their authors' data.
        pub submitted: u64 = Rating::ALL.map(|rating| submitted(counts, rating)).iter().sum::<u64>();
        /// Reviews that are public now.
        pub published: u64 = counts.total(|kind| kind.state == ReviewState::Published);
        /// Reviews that the shop withholds now.
        pub withheld: u64 = Rating::ALL.map(|rating| withheld(counts, rating)).iter().sum::<u64>();
        /// Reviews that wait for the shop's decision now.
        pub waiting: u64 = waiting(counts);
        /// Reviews that the shop removed.
        pub removed: u64 = ended(counts, ReviewState::Removed);
        /// Reviews that their authors withdrew.
        pub withdrawn: u64 = ended(counts, ReviewState::Withdrawn);
        /// Submitted reviews that were written elsewhere than here: in another system, or in the shop's own.
        pub imported: u64 = counts.imported();
        /// Those of them that come from the shop's own system, which were not checked here.
        pub from_shop: u64 = counts.from_shop();
        /// Published reviews whose authors got something in return, whatever the stars.
        pub incentivized: u64 = counts.rewarded();
    }

    /// The time from a review's submission to its first publication, withholding or removal, in hours, rounded up to one of 24 steps from
    /// 0 to a year; `null` for fewer than five reviews. Reviews from other systems are left out.
    pub struct DecidedBody as TrustDecided (decided: &Decided) {
        pub median_hours: Option<u16> = median_hours(decided);
        /// The longest time. 8,760 has no upper bound.
        pub longest_hours: Option<u16> = longest_hours(decided);
    }

    /// The reviews with this many stars, with the counts of `totals`. `null` means 1 to 4.
    pub struct StarBody as TrustStar ((counts, rating): (&ReviewCounts, Rating)) {
        pub submitted: Option<u64> = not_few(submitted(counts, rating));
        pub published: Option<u64> = not_few(counts.published_with(rating));
        pub withheld: Option<u64> = not_few(withheld(counts, rating));
        pub removed: Option<u64> = not_few(counts.ended(ReviewState::Removed, rating));
        /// The median time from a review's submission to its first publication, withholding or removal, in hours, rounded up to one
        /// of 24 steps from 0 to a year; `null` for fewer than five reviews.
        pub median_hours: Option<u16> = median_hours(&counts.decided(&[rating]));
    }
}

/// How many reviews were decided within so many hours.
type Decided = BTreeMap<DecisionHours, u64>;

fn median_hours(decided: &Decided) -> Option<u16> {
    DecisionHours::median(decided).filter(|_| is_enough(decided)).map(DecisionHours::get)
}

fn longest_hours(decided: &Decided) -> Option<u16> {
    let longest = decided.iter().rev().find(|(_, count)| **count > 0).map(|(hours, _)| hours.get());
    longest.filter(|_| is_enough(decided))
}

fn is_enough(decided: &Decided) -> bool {
    decided.values().sum::<u64>() >= FEWEST
}

fn oldest_waiting_days(trust: &Trust, now: Timestamp) -> Option<u64> {
    let since = trust.oldest_waiting_since.filter(|_| waiting(&trust.counts) > 0)?;
    Some(now.duration_since(since).max(SignedDuration::ZERO).as_secs().unsigned_abs() / SECONDS_A_DAY)
}

fn published(counts: &ReviewCounts, verification: Verification) -> u64 {
    counts.total(|kind| kind.state == ReviewState::Published && kind.verification == verification)
}

fn waiting(counts: &ReviewCounts) -> u64 {
    counts.total(|kind| kind.state == ReviewState::Submitted)
}

fn ended(counts: &ReviewCounts, state: ReviewState) -> u64 {
    Rating::ALL.map(|rating| counts.ended(state, rating)).iter().sum()
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

fn checks() -> Kind {
    let [checks @ .., _product_hidden, _insider] = HoldRule::ALL;
    Kind::Word(checks.map(HoldRule::as_str).to_vec()).list(None, None)
}
