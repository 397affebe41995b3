//! A shop's rules about when customers are asked about the orders of its system. A rule is a row here: from it follow its field,
//! how calls give it, and how answers, the table and the audit log show it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use domain::order::OrderLine;
use domain::values::value::{Json, Kind, Lenient, Maybe, Shape, UNSAID, Value, number, strings, text};
use domain::values::{Country, Invalid, parse_time, whole};
use domain::words;
use store::order::ListedProduct;

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

/// A rule. Its JSON is the same in calls, in answers and in the table.
pub struct Rule {
    pub name: &'static str,
    /// The lines of its description.
    pub about: &'static [&'static str],
    /// How a call gives it.
    pub given: fn() -> Shape,
    pub get: fn(&AskRules) -> Json,
    /// Sets what a call gives, if it gives anything.
    put: fn(&mut AskRules, Option<&Json>) -> Result<(), Invalid>,
}

macro_rules! rules {
    ($now:ident: $(
        $(#[doc = $doc:literal])+
        $name:ident: $type:ty = $new:expr, by $given:ty, or $sentence:literal;
    )+) => {
        /// The rules about which orders of a shop's system lead to a request, and when.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct AskRules {
            $($(#[doc = $doc])+ pub $name: $type,)+
        }

        impl AskRules {
            /// A new connection's rules.
            pub fn new($now: Timestamp) -> Self {
                Self { $($name: $new,)+ }
            }
        }

        /// All rules.
        pub static RULES: [Rule; [$(stringify!($name)),+].len()] = [$(Rule {
            name: stringify!($name),
            about: &[$($doc),+],
            given: <$given as Value>::shape,
            get: |rules| serde_json::to_value(&rules.$name).unwrap_or_default(),
            put: |rules, json| {
                if let Some(value) = <$given as Value>::read(json).map_err(|_| Invalid($sentence))? {
                    rules.$name = value;
                }
                Ok(())
            },
        }),+];
    };
}

rules! { now:
    /// How many days after the last shipment a customer is asked. `after` says whether the days count from its delivery
    /// or from its dispatch. The customer is asked at the latest 30 days after the first shipment, even if no delivery was
    /// reported.
    ask_days_after: u8 = 7, by Option<Days>, or "`ask_days_after` must be a whole number from 0 to 30.";
    /// The event from which `ask_days_after` counts.
    after: AskAfter = AskAfter::Delivered, by Lenient<Maybe<AskAfter>>,
        or "`after` must be delivered or fulfilled; omit it to keep it.";
    /// Whether customers get something for a review, whatever the stars. Their reviews are then marked as
    /// `incentivized`.
    incentivized: bool = false, by Option<bool>, or "`incentivized` must be true or false; omit it to keep it.";
    /// Customers are asked only about orders from these countries; all countries if empty.
    countries: Vec<Country> = Vec::new(), by Option<Countries>,
        or "`countries` must be a list of codes of ISO 3166-1, such as [\"DE\"]; [] for all.";
    /// Customers are not asked about orders with one of these tags. Upper and lower case are the same.
    tags_excluded: Vec<String> = Vec::new(), by Option<Tags>, or "`tags_excluded` must be a list of at most 50 tags.";
    /// Customers are not asked about products with one of these ids, SKUs, types or tags, as the system names them. Upper and
    /// lower case are the same.
    products_excluded: Vec<String> = Vec::new(), by Option<Products>,
        or "`products_excluded` must be a list of at most 200 ids, SKUs, types or tags of products, such as [\"SAMPLE\"].";
    /// Who is asked: everybody (`any`), or only customers who agreed to `marketing`. Shopify reports this for each
    /// order; WooCommerce's plug-in does if its *Consent field* is set.
    consent: Consent = Consent::Any, by Lenient<Option<Consent>>,
        or "`consent` must be any or marketing; omit it to keep it.";
    /// Orders first shipped before this time are never asked about. Defaults to the time of connection.
    since: Timestamp = in_seconds(now), by Maybe<Start>,
        or "`since` must be a time such as 2026-11-22T00:00:00Z; omit it to keep it.";
}

enum Days {}
enum Countries {}
enum Tags {}
enum Products {}
enum Start {}

const TAGS_MAX: usize = 50;
const PRODUCTS_MAX: usize = 200;
const TAG_CHARACTERS_MAX: usize = 255;

domain::reads! {
    Days: u8 = |json| {
        whole(number(json), 0, AskRules::DAYS_MAX.into()).and_then(|days| u8::try_from(days).ok()).ok_or(UNSAID)
    }, Kind::Whole(0, AskRules::DAYS_MAX.into());
    Countries: Vec<Country> = Vec::<Country>::read, Kind::strings(None);
    Tags: Vec<String> = |json| typed(json, TAGS_MAX), Kind::strings(Some(TAGS_MAX));
    Products: Vec<String> = |json| typed(json, PRODUCTS_MAX), Kind::strings(Some(PRODUCTS_MAX));
    Start: Timestamp = |json| parse_time(text(json)).map(in_seconds).ok_or(UNSAID), Kind::Time;
}

/// Words that people type, in lower case.
fn typed(json: Option<&Json>, most: usize) -> Result<Vec<String>, Invalid> {
    let words: Vec<_> = strings(json).ok_or(UNSAID)?.iter().map(|word| word.trim().to_lowercase()).collect();
    let fits = |word: &String| (1..=TAG_CHARACTERS_MAX).contains(&word.chars().count());
    if words.len() <= most && words.iter().all(fits) { Ok(words) } else { Err(UNSAID) }
}

/// An instant as answers write it.
fn in_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

impl Rule {
    /// The rule in the audit log, which has only how many words people typed.
    pub(crate) fn recorded(&self, rules: &AskRules) -> Json {
        match (self.name, (self.get)(rules)) {
            ("tags_excluded" | "products_excluded", Json::Array(typed)) => typed.len().into(),
            (_, json) => json,
        }
    }
}

/// What a call changes: the JSON of the rules that it gives.
#[derive(Debug, Clone, Default)]
pub struct AskRulesChange(BTreeMap<&'static str, Json>);

impl AskRulesChange {
    /// Reads a call, of which `field` gives the fields.
    /// Errors: The first rule whose value is invalid.
    pub fn read<'a>(field: impl Fn(&str) -> Option<&'a Json>) -> Result<Self, (&'static str, Invalid)> {
        let change = Self(RULES.iter().filter_map(|rule| Some((rule.name, field(rule.name)?.clone()))).collect());
        change.apply(&mut AskRules::new(Timestamp::UNIX_EPOCH))?;
        Ok(change)
    }

    pub(crate) fn apply(&self, rules: &mut AskRules) -> Result<(), (&'static str, Invalid)> {
        RULES.iter().try_for_each(|rule| (rule.put)(rules, self.0.get(rule.name)).map_err(|error| (rule.name, error)))
    }
}

impl AskRules {
    /// The most days for `ask_days_after`. So many days after the first shipment, customers are asked at the latest.
    pub const DAYS_MAX: u8 = 30;

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
    pub(super) fn excludes(&self, line: &OrderLine) -> bool {
        let id = line.item.as_ref().map(|item| item.as_str());
        let of_system = id.and_then(|id| id.split_once('-')).map(|(_, id)| id);
        let mut names = [id, of_system, line.sku.as_deref()].into_iter().flatten();
        names.any(|name| self.products_excluded.contains(&name.to_lowercase()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn changed(body: Json) -> Result<AskRules, &'static str> {
        let mut rules = AskRules::new(Timestamp::UNIX_EPOCH);
        let change = AskRulesChange::read(|name| body.get(name)).map_err(|(field, _)| field)?;
        change.apply(&mut rules).map(|()| rules).map_err(|(field, _)| field)
    }

    #[test]
    fn the_days_have_bounds() {
        let days = |days: Json| changed(json!({"ask_days_after": days})).map(|rules| rules.ask_days_after);
        assert_eq!([json!(null), json!(0), json!(30)].map(days), [Ok(7), Ok(0), Ok(30)]);
        for bad in [json!(31), json!(-1), json!(1.5), json!("7")] {
            assert_eq!(days(bad.clone()), Err("ask_days_after"), "{bad}");
        }
    }

    #[test]
    fn tags_are_compared_in_lower_case() {
        let tags = |tags: &[&str]| changed(json!({"tags_excluded": tags})).map(|rules| rules.tags_excluded);
        assert_eq!(tags(&[" No Review "]), Ok(vec!["no review".to_owned()]));
        assert!(tags(&[" "]).is_err());
        assert!(tags(&["a"; 51]).is_err());
    }
}
