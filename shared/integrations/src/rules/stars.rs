//! The stars that a shop at Shopify shows in its theme's lists and search. Themes read them from two fields of each product,
//! `reviews.rating` and `reviews.rating_count`
//! (<https://shopify.dev/docs/apps/build/metafields/list-of-standard-definitions>). Any app may write these, and the last one wins.

use std::collections::BTreeMap;

use domain::order::ProductId;
use domain::values::{ShopSystem, ms};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::review::counters::ReviewCounts;

use super::ShopRefusal;
use super::reading::{TRIED_FOR, pause_after};

/// The most products whose stars are written. Shopify lists no more
/// (<https://shopify.dev/docs/api/usage/limits#pagination-limits>).
pub const STARRED_PRODUCTS_MAX: usize = 25_000;
/// How many refused products are named.
const NAMED_MAX: usize = 5;
/// How often everything is written again because another app wrote the fields, too.
const WRITTEN_AGAIN_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// What a product's fields say: the average of its public reviews in tenths of a star, and their number. Without reviews, there is
/// no average.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StarsOf {
    pub tenths: u8,
    pub count: u32,
}

impl StarsOf {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an average is between 0.0 and 5.0")]
    pub fn new(counts: &ReviewCounts) -> Self {
        let tenths = (counts.published_average() * 10.0).round() as u8;
        Self { tenths, count: u32::try_from(counts.published()).unwrap_or(u32::MAX) }
    }

    /// The average as text, such as `4.7`; `None` without reviews.
    pub fn average(self) -> Option<String> {
        (self.count > 0).then(|| format!("{}.{}", self.tenths / 10, self.tenths % 10))
    }
}

/// What is known of a product's fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum State {
    Written,
    /// Shopify took nothing for this product alone: it may have deleted it.
    Refused,
    /// A run was about to write, or another app has written since, to this product or to others.
    Unknown,
}

/// What was last written, by the numbers of the products at Shopify.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WrittenStars(BTreeMap<u64, (StarsOf, State)>);

impl WrittenStars {
    pub fn has(&self, number: u64) -> bool {
        self.0.contains_key(&number)
    }

    /// How many products have a place, with fields of ours or not.
    pub fn places(&self) -> usize {
        self.0.len()
    }

    /// The products with fields of ours.
    pub fn products(&self) -> impl Iterator<Item = ProductId> + '_ {
        self.0.keys().filter_map(|number| product_id(*number))
    }

    /// What is to be written so that each product has what `wanted` says, or nothing of ours for `None`. A product that is not in it
    /// loses its average and has no reviews, if it ever had some.
    pub fn missing(&self, wanted: Option<&BTreeMap<u64, StarsOf>>) -> Vec<(u64, Option<StarsOf>)> {
        let Some(wanted) = wanted else { return self.0.keys().map(|number| (*number, None)).collect() };
        let gone = self.0.keys().filter(|number| !wanted.contains_key(number));
        let gone = gone.map(|number| (*number, StarsOf::default()));
        let all = wanted.iter().map(|(number, stars)| (*number, *stars)).chain(gone);
        let is_missing = |(number, stars): &(u64, StarsOf)| match self.0.get(number) {
            Some((known, state)) => known != stars || *state == State::Unknown,
            None => stars.count > 0,
        };
        all.filter(is_missing).map(|(number, stars)| (number, Some(stars))).collect()
    }

    /// Notes what a run is about to write: until it has, these products may have what they had, or this, or the one field and not the
    /// other.
    pub fn expect(&mut self, products: &[(u64, Option<StarsOf>)]) {
        for (number, stars) in products {
            self.0.entry(*number).or_insert((stars.unwrap_or_default(), State::Unknown)).1 = State::Unknown;
        }
    }

    /// Whether Afterword wrote this to the product, or may have.
    pub fn is_ours(&self, number: u64, wanted: StarsOf, average: Option<&str>, count: Option<&str>) -> bool {
        if self.0.get(&number).is_some_and(|(_, state)| *state == State::Unknown) {
            return true;
        }
        let ours = [Some(wanted), self.0.get(&number).map(|(stars, _)| *stars)];
        let is_of = |of: fn(StarsOf) -> Option<String>, seen: Option<&str>| {
            let same = |stars: &StarsOf| {
                of(*stars).zip(seen).is_some_and(|(ours, seen)| ours.parse::<f64>() == seen.parse::<f64>())
            };
            seen.is_none() || ours.iter().flatten().any(same)
        };
        is_of(StarsOf::average, average) && is_of(|stars| Some(stars.count.to_string()), count)
    }

    pub fn set(&mut self, products: &[(u64, Option<StarsOf>)]) {
        products.iter().for_each(|product| self.note(*product, State::Written));
    }

    /// Notes that Shopify took nothing for the product. Of one that it does not have, nothing can be taken away.
    pub fn refuse(&mut self, product: (u64, Option<StarsOf>)) {
        self.note(product, State::Refused);
    }

    fn note(&mut self, (number, stars): (u64, Option<StarsOf>), state: State) {
        match stars {
            Some(stars) => drop(self.0.insert(number, (stars, state))),
            None => drop(self.0.remove(&number)),
        }
    }

    fn doubt(&mut self) {
        self.0.values_mut().for_each(|(_, state)| *state = State::Unknown);
    }

    fn refused(&self) -> impl Iterator<Item = u64> + '_ {
        self.0.iter().filter(|(_, (_, state))| *state == State::Refused).map(|(number, _)| *number)
    }

    fn starred(&self) -> usize {
        self.0.values().filter(|(stars, state)| stars.count > 0 && *state == State::Written).count()
    }
}

/// The number of a product at Shopify; `None` for a product of another system.
pub fn shopify_number(id: &ProductId) -> Option<u64> {
    let number = id.as_str().strip_prefix(ShopSystem::Shopify.product_prefix())?.strip_prefix('-')?;
    number.parse().ok().filter(|read: &u64| read.to_string() == number)
}

fn product_id(number: u64) -> Option<ProductId> {
    ProductId::parse(&format!("{}-{number}", ShopSystem::Shopify.product_prefix())).ok()
}

/// A value of a product's fields that Afterword has not written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OthersStars {
    pub product: ProductId,
    /// The average and the number as they were read, each a dash if there was none.
    pub average: String,
    pub count: String,
    #[serde(with = "ms::required")]
    pub seen_at: Timestamp,
}

/// A shop's stars in Shopify's fields, since the shop switched them on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ShopStars {
    /// The shop's address at Shopify. Another one has other products.
    pub address: String,
    /// Whether the shop switched them off, and what was written is being taken away.
    pub is_off: bool,
    /// Whether Shopify knows what the fields are.
    pub has_definitions: bool,
    /// How many products have stars.
    pub products: usize,
    /// How many products are to be written or, once the stars are switched off, have fields of ours.
    pub waiting: usize,
    /// When everything was last as on the public pages.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub written_at: Option<Timestamp>,
    /// The first products that Shopify refused, and how many there are.
    pub refused: (Vec<ProductId>, usize),
    /// What another app wrote, as seen last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others: Option<OthersStars>,
    /// When everything was last to be written again because of another app.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub doubted_at: Option<Timestamp>,
    /// Why nothing can be written at present, since when, and how often it was tried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<StarsRefusal>,
    /// Whether nothing is tried any more until a number or the connection changes.
    pub is_given_up: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StarsRefusal {
    pub why: ShopRefusal,
    #[serde(with = "ms::required")]
    pub since: Timestamp,
    pub tries: u32,
}

impl ShopStars {
    /// Counts what was written and what is still to be written.
    pub fn count(&mut self, written: &WrittenStars, waiting: usize) {
        let refused: Vec<_> = written.refused().collect();
        self.refused =
            (refused.iter().filter_map(|number| product_id(*number)).take(NAMED_MAX).collect(), refused.len());
        (self.products, self.waiting) = (written.starred(), waiting);
    }

    /// Notes a value that is not ours. If Afterword has written to the product before, others may have been replaced as well: then
    /// everything is written again, at most once a day, unless it is being taken away.
    pub fn note_others(
        &mut self,
        number: u64,
        [average, count]: [String; 2],
        written: Option<&mut WrittenStars>,
        now: Timestamp,
    ) {
        let Some(product) = product_id(number) else { return };
        let is_due = self.doubted_at.is_none_or(|last| now.duration_since(last) >= WRITTEN_AGAIN_EVERY);
        if let Some(written) = written.filter(|written| is_due && written.has(number)) {
            self.doubted_at = Some(now);
            written.doubt();
        }
        self.others = Some(OthersStars { product, average, count, seen_at: now });
    }

    /// Notes that nothing could be written. Returns the pause until the next try; `None` if there is none.
    pub fn refuse(
        &mut self,
        why: ShopRefusal,
        asked_pause: Option<SignedDuration>,
        now: Timestamp,
    ) -> Option<SignedDuration> {
        let (since, tries) = self.refusal.as_ref().map_or((now, 0), |before| (before.since, before.tries));
        self.refusal = Some(StarsRefusal { why, since, tries: tries + 1 });
        (now.duration_since(since) < TRIED_FOR).then(|| pause_after(tries, asked_pause))
    }
}

#[cfg(test)]
mod tests {
    use store::table::packed;

    use super::*;

    /// Numbers as far apart as those of products that were made over years.
    fn numbers() -> impl Iterator<Item = u64> {
        (0..STARRED_PRODUCTS_MAX as u64).map(|at| 6_000_000_000_000 + at * 90_000_000 + at * 7_919 % 88_000_000)
    }

    #[test]
    fn what_was_written_to_25000_products_fits_into_an_item() {
        let stars = |at: usize| StarsOf { tenths: 10 + (at * 31 % 41) as u8, count: (at * 97 % 1_300) as u32 };
        let products: Vec<_> = numbers().enumerate().map(|(at, number)| (number, Some(stars(at)))).collect();
        let mut written = WrittenStars::default();
        written.set(&products);
        let bytes = packed(&written).unwrap();
        assert!(bytes.len() < 300_000, "{}", bytes.len());
        assert_eq!(store::table::unpacked::<WrittenStars>(&bytes, "it").unwrap(), written);
    }

    #[test]
    fn only_a_product_of_shopify_has_a_number_there() {
        let number = |id: &str| shopify_number(&ProductId::parse(id).unwrap());
        assert_eq!(number("shopify-7125386199075"), Some(7_125_386_199_075));
        assert_eq!(["woo-7", "shopify-h-mug", "shopify-007", "shopify-99999999999999999999"].map(number), [None; 4]);
    }
}
