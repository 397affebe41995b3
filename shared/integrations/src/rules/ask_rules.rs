//! When a shop asks about the orders that come in.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use domain::stored::ms;
use domain::{Country, Invalid, whole, words};

words! {
    /// The event after which a customer is asked.
    pub enum AskAfter {
        Delivered = "delivered",
        Fulfilled = "fulfilled",
    }
}

/// The rules by which orders of a shop's system are asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskRules {
    /// How many days after the last shipment's event.
    pub ask_days_after: u8,
    /// How many days after the first shipment at most.
    pub ask_at_most_days: u8,
    /// The event.
    pub after: AskAfter,
    /// Whether each shipment has a request of its own.
    pub per_shipment: bool,
    /// The countries whose orders are asked about; all if empty.
    pub countries: Vec<Country>,
    /// The tags whose orders are not asked about, in lower case.
    pub tags_excluded: Vec<String>,
    /// Orders shipped first before this instant are history, and not asked about.
    #[serde(with = "ms::required")]
    pub since: Timestamp,
}

/// A change of rules. `None` leaves a rule as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AskRulesChange {
    /// `ask_days_after`, a JSON number.
    pub ask_days_after: Option<f64>,
    /// `ask_at_most_days`, a JSON number.
    pub ask_at_most_days: Option<f64>,
    /// The event.
    pub after: Option<AskAfter>,
    /// Whether each shipment has a request of its own.
    pub per_shipment: Option<bool>,
    /// The countries.
    pub countries: Option<Vec<Country>>,
    /// The excluded tags.
    pub tags_excluded: Option<Vec<String>>,
    /// The cut-off.
    pub since: Option<Timestamp>,
}

impl AskRules {
    /// The most days between the event and the request.
    pub const DAYS_AFTER_MAX: u8 = 60;
    /// The most days between the first shipment and the request: a link lives for 90.
    pub const AT_MOST_DAYS_MAX: u8 = 85;
    /// The error for another number of days after the event.
    pub const DAYS_AFTER_RULE: Invalid = Invalid("`ask_days_after` must be a whole number from 0 to 60.");
    /// The error for another number of days after the first shipment.
    pub const AT_MOST_DAYS_RULE: Invalid =
        Invalid("`ask_at_most_days` must be a whole number from `ask_days_after` to 85.");
    /// The most tags.
    pub const TAGS_MAX: usize = 50;
    /// The longest tag, in characters.
    const TAG_CHARACTERS_MAX: usize = 255;
    /// The error for any other list of tags.
    pub const TAGS_RULE: Invalid = Invalid("`tags_excluded` must be a list of at most 50 tags.");

    /// The rules of a new integration: 7 days after the delivery, 30 after the first shipment at most, of orders shipped from
    /// now on.
    #[must_use]
    pub const fn new(now: Timestamp) -> Self {
        Self {
            ask_days_after: 7,
            ask_at_most_days: 30,
            after: AskAfter::Delivered,
            per_shipment: false,
            countries: Vec::new(),
            tags_excluded: Vec::new(),
            since: now,
        }
    }

    /// The rules after a change.
    ///
    /// # Errors
    /// The field that breaks its rule.
    pub fn changed(&self, change: AskRulesChange) -> Result<Self, (&'static str, Invalid)> {
        let AskRulesChange { ask_days_after, ask_at_most_days, after, per_shipment, countries, tags_excluded, since } =
            change;
        let days = |number: Option<f64>, least: u8, most: u8, was: u8| {
            let number = number.map_or(Some(u64::from(was)), |number| whole(number, 0, u64::from(most)));
            number.and_then(|days| u8::try_from(days).ok()).filter(|days| (least..=most).contains(days))
        };
        let ask_days_after = days(ask_days_after, 0, Self::DAYS_AFTER_MAX, self.ask_days_after)
            .ok_or(("ask_days_after", Self::DAYS_AFTER_RULE))?;
        let ask_at_most_days = days(ask_at_most_days, ask_days_after, Self::AT_MOST_DAYS_MAX, self.ask_at_most_days)
            .ok_or(("ask_at_most_days", Self::AT_MOST_DAYS_RULE))?;
        Ok(Self {
            ask_days_after,
            ask_at_most_days,
            after: after.unwrap_or(self.after),
            per_shipment: per_shipment.unwrap_or(self.per_shipment),
            countries: countries.unwrap_or_else(|| self.countries.clone()),
            tags_excluded: match tags_excluded {
                Some(tags) => Self::tags(&tags).map_err(|rule| ("tags_excluded", rule))?,
                None => self.tags_excluded.clone(),
            },
            since: since.unwrap_or(self.since),
        })
    }

    fn tags(tags: &[String]) -> Result<Vec<String>, Invalid> {
        let tags: Vec<String> = tags.iter().map(|tag| tag.trim().to_lowercase()).collect();
        let fits = |tag: &String| (1..=Self::TAG_CHARACTERS_MAX).contains(&tag.chars().count());
        if tags.len() > Self::TAGS_MAX || !tags.iter().all(fits) {
            return Err(Self::TAGS_RULE);
        }
        Ok(tags)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_not_before_the_delay() {
        let rules = AskRules::new(Timestamp::UNIX_EPOCH);
        let change = |after, at_most| {
            let change =
                AskRulesChange { ask_days_after: after, ask_at_most_days: at_most, ..AskRulesChange::default() };
            rules
                .changed(change)
                .map(|rules| (rules.ask_days_after, rules.ask_at_most_days))
                .map_err(|(field, _)| field)
        };
        assert_eq!(change(None, None), Ok((7, 30)));
        assert_eq!(change(Some(60.0), Some(85.0)), Ok((60, 85)));
        assert_eq!(change(Some(0.0), Some(0.0)), Ok((0, 0)));
        for bad in [61.0, -1.0, 1.5, f64::NAN] {
            assert_eq!(change(Some(bad), None), Err("ask_days_after"), "{bad}");
        }
        for (after, at_most) in [(Some(31.0), None), (Some(8.0), Some(7.0)), (None, Some(86.0))] {
            assert_eq!(change(after, at_most), Err("ask_at_most_days"), "{after:?} {at_most:?}");
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
