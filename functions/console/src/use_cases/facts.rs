//! Facts on the page *Numbers*: what was tapped in the last 90 days beside all before, so that a batch that suddenly runs
//! small is seen. The counters are of all time, so the last days are counted in the rows of the newest reviews.
//!
//! Told by `tests/stories/console/numbers_page.story`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use app::error::Error;
use app::review::FactBars;
use domain::order::{Product, ProductId};
use domain::review::{Fact, FactAnswer, FactId, Facts, ReviewState};
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};
use store::review::counters::{ReviewCounts, tenths};
use store::review::list_pages::ReviewList;
use store::table::{End, Page, Reading, Store};

const DAYS: i64 = 90;
const ROWS_A_CALL: u32 = 1_000;
const ROWS_MAX: usize = 10_000;
/// The fewest answers about a product, in the last days and before, that are compared.
const COMPARED_FROM: u64 = 5;
/// The most products that are compared: the counters of more do not fit into one call.
const COMPARED_MAX: usize = 100;
const SHOWN_MAX: usize = 5;

/// How often each answer of each fact was tapped.
type Taps = BTreeMap<(FactId, FactId), u64>;

pub(crate) struct FactNumbers {
    /// Each fact before, and in the last days.
    pub facts: Vec<[FactBars; 2]>,
    /// The products that changed most, each with the answer that did.
    pub changes: Vec<FactChange>,
    /// These products, with their details if the shop described them.
    pub products: Vec<Product>,
}

pub(crate) struct FactChange {
    pub product: ProductId,
    pub question: String,
    pub answer: String,
    pub shares: Shares,
}

/// The number of those who gave an answer and its share in per cent: before, and in the last days.
type Shares = [(u64, f64); 2];

impl FactChange {
    fn by(&self) -> f64 {
        self.shares[1].1 - self.shares[0].1
    }
}

impl FactNumbers {
    /// `None` if no fact was answered; then nothing is read.
    pub(crate) async fn read(
        store: &Store,
        tenant: &Tenant,
        (facts, all): (&Facts, &ReviewCounts),
        now: Timestamp,
    ) -> Result<Option<Self>, Error> {
        let labels = facts.all().iter().filter_map(|fact| fact.label.clone()).collect();
        let mut facts = facts.of(&labels);
        facts.retain(|fact| all.tapped(fact).iter().any(|count| *count > 0));
        if facts.is_empty() {
            return Ok(None);
        }
        let (last, by_product) = last_days(store, tenant, now).await?;
        let sum = |taps: &Taps| taps.values().sum::<u64>();
        let mut compared: Vec<_> = by_product.into_iter().filter(|(_, taps)| sum(taps) >= COMPARED_FROM).collect();
        compared.sort_by_key(|(_, taps)| Reverse(sum(taps)));
        compared.truncate(COMPARED_MAX);
        let counters = store.review_counts_of(tenant, compared.iter().map(|(product, _)| product)).await?;
        let mut changes = Vec::new();
        for ((product, taps), counters) in compared.iter().zip(&counters) {
            let both = facts.iter().map(|fact| before_and_last(fact, counters, taps));
            for both in both.filter(|both| both.iter().all(|bars| bars.total >= COMPARED_FROM)) {
                for (answer, shares) in answer_shares(&both) {
                    let (product, question) = (product.clone(), both[0].question.clone());
                    changes.push(FactChange { product, question, answer: answer.to_owned(), shares });
                }
            }
        }
        // Of two answers that changed as much, the one that is given more often now says what happened.
        changes.sort_by(|one, other| other.by().abs().total_cmp(&one.by().abs()).then(other.by().total_cmp(&one.by())));
        let mut named = BTreeSet::new();
        changes.retain(|change| change.by().abs() > 0.0 && named.insert(change.product.clone()));
        changes.truncate(SHOWN_MAX);
        let products = store.products(tenant, changes.iter().map(|change| &change.product)).await?;
        let facts = facts.iter().map(|fact| before_and_last(fact, all, &last)).collect();
        Ok(Some(Self { facts, changes, products }))
    }
}

/// What was tapped in the last days: in all, and about each product.
async fn last_days(store: &Store, tenant: &Tenant, now: Timestamp) -> Result<(Taps, BTreeMap<ProductId, Taps>), Error> {
    let since = now.saturating_sub(SignedDuration::from_hours(24 * DAYS)).unwrap_or(now);
    let (mut all, mut by_product) = (Taps::new(), BTreeMap::<_, Taps>::new());
    let (list, mut after, mut read) = (ReviewList::in_state(ReviewState::Published), None, 0);
    loop {
        let reading = Reading { after, ..Reading::first(End::Newest, ROWS_A_CALL) };
        let Page { rows, more } = store.review_rows(tenant, &list, reading).await?;
        read += rows.len();
        after = rows.last().map(|row| row.id);
        let is_over = !more || read >= ROWS_MAX || after.is_none_or(|last| last.minted_at() < since);
        // An imported review may have been written long before.
        for row in rows.into_iter().filter(|row| row.created_at >= since) {
            for tap in row.taps {
                if let Some(product) = &row.product {
                    *by_product.entry(product.clone()).or_default().entry(tap.clone()).or_default() += 1;
                }
                *all.entry(tap).or_default() += 1;
            }
        }
        if is_over {
            return Ok((all, by_product));
        }
    }
}

/// A fact before, and in the last days.
fn before_and_last(fact: &Fact, all: &ReviewCounts, last: &Taps) -> [FactBars; 2] {
    let count = |answer: &FactAnswer| last.get(&(fact.id.clone(), answer.id.clone())).copied().unwrap_or_default();
    let last: Vec<_> = fact.answers.iter().map(count).collect();
    let before = all.tapped(fact).into_iter().zip(&last).map(|(all, last)| all.saturating_sub(*last)).collect();
    [before, last].map(|counts: Vec<u64>| FactBars::new(fact, &counts))
}

/// Each of a fact's answers.
pub(crate) fn answer_shares([before, last]: &[FactBars; 2]) -> Vec<(&str, Shares)> {
    let share = |count: u64, bars: &FactBars| (count, tenths(count * 100, bars.total));
    let both = before.answers.iter().zip(&last.answers);
    both.map(|((text, was), (_, is))| (text.as_str(), [share(*was, before), share(*is, last)])).collect()
}
