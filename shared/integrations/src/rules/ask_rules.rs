//! A shop's rules about when customers are asked about the orders of its system.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use domain::values::value::UNSAID;
use domain::values::{Country, Invalid, ms, whole};
use domain::words;
use store::order::ListedProduct;

use super::StateLine;

words! {
    pub enum AskAfter {
        Delivered = "delivered",
        Fulfilled = "fulfilled",
    }
}

words! {
    /// Who is asked.
    pub enum Consent {
        Any = "any",
        /// Only customers who agreed to marketing are asked.
        Marketing = "marketing",
    }
}

domain::reads_word! {
    AskAfter, UNSAID;
    Consent, UNSAID;
}

/// The rules about which orders of a shop's system lead to a request, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskRules {
    /// How many days after the event of the last shipment customers are asked.
    pub ask_days_after: u8,
    pub after: AskAfter,
    /// Whether customers get something for a review, whatever the stars.
    pub incentivized: bool,
    /// Customers are asked only about orders from these countries; all countries if empty.
    pub countries: Vec<Country>,
    /// Customers are not asked about orders with one of these tags, in lower case.
    pub tags_excluded: Vec<String>,
    /// Customers are not asked about products with one of these ids, SKUs, types or tags, in lower case.
    pub products_excluded: Vec<String>,
    pub consent: Consent,
    /// Nobody is asked about orders whose first shipment was before this instant.
    #[serde(with = "ms::required")]
    pub since: Timestamp,
}

/// A change of rules. `None` keeps a rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AskRulesChange {
    /// `ask_days_after`, a number from JSON.
    pub ask_days_after: Option<f64>,
    pub after: Option<AskAfter>,
    pub incentivized: Option<bool>,
    pub countries: Option<Vec<Country>>,
    pub tags_excluded: Option<Vec<String>>,
    pub products_excluded: Option<Vec<String>>,
    pub consent: Option<Consent>,
    /// The start: nobody is asked about earlier orders.
    pub since: Option<Timestamp>,
}

impl AskRules {
    /// The most days for `ask_days_after`. So many days after the first shipment, customers are asked at the latest.
    pub const DAYS_MAX: u8 = 30;
    pub const DAYS_AFTER_RULE: Invalid = Invalid("`ask_days_after` must be a whole number from 0 to 30.");
    pub const TAGS_MAX: usize = 50;
    /// The most ids, SKUs, types and tags of products.
    pub const PRODUCTS_MAX: usize = 200;
    const TAG_CHARACTERS_MAX: usize = 255;
    pub const TAGS_RULE: Invalid = Invalid("`tags_excluded` must be a list of at most 50 tags.");
    pub const PRODUCTS_RULE: Invalid = Invalid(
        "`products_excluded` must be a list of at most 200 ids, SKUs, types or tags of products, such as [\"SAMPLE\"].",
    );

    /// A new connection's rules: orders shipped from now on, 7 days after delivery.
    pub const fn new(now: Timestamp) -> Self {
        Self {
            ask_days_after: 7,
            after: AskAfter::Delivered,
            incentivized: false,
            countries: Vec::new(),
            tags_excluded: Vec::new(),
            products_excluded: Vec::new(),
            consent: Consent::Any,
            since: now,
        }
    }

    /// The rules after a change.
    /// Errors: The field that breaks its rule.
    pub fn changed(&self, change: AskRulesChange) -> Result<Self, (&'static str, Invalid)> {
        let AskRulesChange {
            ask_days_after,
            after,
            incentivized,
            countries,
            tags_excluded,
            products_excluded,
            consent,
            since,
        } = change;
        let words = |words: Option<Vec<String>>, was: &Vec<String>, most: usize| match words {
            Some(words) => Self::words(&words, most),
            None => Some(was.clone()),
        };
        let days = |number: f64| whole(number, 0, Self::DAYS_MAX.into()).and_then(|days| u8::try_from(days).ok());
        Ok(Self {
            ask_days_after: ask_days_after
                .map_or(Some(self.ask_days_after), days)
                .ok_or(("ask_days_after", Self::DAYS_AFTER_RULE))?,
            after: after.unwrap_or(self.after),
            incentivized: incentivized.unwrap_or(self.incentivized),
            countries: countries.unwrap_or_else(|| self.countries.clone()),
            tags_excluded: words(tags_excluded, &self.tags_excluded, Self::TAGS_MAX)
                .ok_or(("tags_excluded", Self::TAGS_RULE))?,
            products_excluded: words(products_excluded, &self.products_excluded, Self::PRODUCTS_MAX)
                .ok_or(("products_excluded", Self::PRODUCTS_RULE))?,
            consent: consent.unwrap_or(self.consent),
            since: since.unwrap_or(self.since),
        })
    }

    /// The rules for an order with these products of the catalog: also those are excluded that nobody is asked about, or
    /// whose type or tag is excluded.
    pub fn with_products(&self, products: &[ListedProduct]) -> Self {
        let is_excluded = |product: &&ListedProduct| {
            !product.ask || product.labels.iter().any(|label| self.products_excluded.contains(label))
        };
        let excluded = products.iter().filter(is_excluded).map(|listed| listed.product.id.as_str().to_lowercase());
        let mut rules = self.clone();
        rules.products_excluded.extend(excluded);
        rules
    }

    /// Whether the product of a line is excluded, by its id here or in the system, or by its SKU.
    pub(super) fn excludes(&self, line: &StateLine) -> bool {
        let id = line.product.as_deref();
        let of_system = id.and_then(|id| id.split_once('-')).map(|(_, id)| id);
        let mut names = [id, of_system, line.sku.as_deref()].into_iter().flatten();
        names.any(|name| self.products_excluded.contains(&name.to_lowercase()))
    }

    fn words(words: &[String], most: usize) -> Option<Vec<String>> {
        let words: Vec<String> = words.iter().map(|word| word.trim().to_lowercase()).collect();
        let fits = |word: &String| (1..=Self::TAG_CHARACTERS_MAX).contains(&word.chars().count());
        (words.len() <= most && words.iter().all(fits)).then_some(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_have_bounds() {
        let rules = AskRules::new(Timestamp::UNIX_EPOCH);
        let change = |after| {
            let change = AskRulesChange { ask_days_after: after, ..AskRulesChange::default() };
            rules.changed(change).map(|rules| rules.ask_days_after).map_err(|(field, _)| field)
        };
        assert_eq!([None, Some(0.0), Some(30.0)].map(change), [Ok(7), Ok(0), Ok(30)]);
        for bad in [31.0, -1.0, 1.5, f64::NAN] {
            assert_eq!(change(Some(bad)), Err("ask_days_after"), "{bad}");
        }
    }

    #[test]
    fn tags_are_compared_in_lower_case() {
        let rules = AskRules::new(Timestamp::UNIX_EPOCH);
        let change = |tags: Vec<String>| AskRulesChange { tags_excluded: Some(tags), ..AskRulesChange::default() };
        let tags = rules.changed(change(vec![" No Review ".to_owned()])).unwrap().tags_excluded;
        assert_eq!(tags, ["no review"]);
        assert!(rules.changed(change(vec![" ".to_owned()])).is_err());
        assert!(rules.changed(change(vec!["a".to_owned(); 51])).is_err());
    }
}
